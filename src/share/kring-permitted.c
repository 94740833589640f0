/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "share/kring-permitted.h"

#include "core/kring-item-private.h"
#include "core/kring-map-private.h"

/* The case itself always goes along: it says what the map is for. */
static gboolean
is_marked (KringItem *item)
{
  return kring_item_get_audience (item) == KRING_AUDIENCE_NONE &&
         !kring_item_is (item, KRING_KIND_CASE);
}

static gboolean
is_left_out (GHashTable *left_out, GVariant *value)
{
  return value != NULL && g_hash_table_contains (left_out, g_variant_get_string (value, NULL));
}

/* Whether @item cannot do without something that is left out, as a tie cannot without an end. */
static gboolean
depends_on (KringItem *item, GHashTable *left_out)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_REF && kind->fields[i].flags & KRING_FIELD_REQUIRED &&
        is_left_out (left_out, kring_item_get_value (item, &kind->fields[i])))
      return TRUE;
  return FALSE;
}

/* Adds to ids of what stays behind, which are owned by their items, what cannot do without it. */
static void
add_dependent (KringMap *map, GHashTable *left_out)
{
  guint before;

  do
    {
      before = g_hash_table_size (left_out);
      for (guint i = 0; i < kring_map_get_n_items (map); i++)
        if (depends_on (kring_map_get_nth (map, i), left_out))
          g_hash_table_add (left_out, (gpointer) g_intern_string (
                                          kring_item_get_id (kring_map_get_nth (map, i))));
    }
  while (g_hash_table_size (left_out) > before);
}

/* Ids of what stays behind, which are owned by their items. */
static GHashTable *
find_left_out (KringMap *map, GHashTable *hidden)
{
  GHashTable *left_out = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  if (hidden != NULL)
    {
      g_hash_table_iter_init (&iter, hidden);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (!g_str_equal (id, KRING_MAP_CASE_ID) && kring_map_get_item (map, id) != NULL)
          g_hash_table_add (left_out, id);
    }
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (is_marked (kring_map_get_nth (map, i)))
      g_hash_table_add (left_out, (gpointer) kring_item_get_id (kring_map_get_nth (map, i)));
  add_dependent (map, left_out);
  return left_out;
}

/* The references of @value that go along; %NULL: none. */
static GVariant *
dup_permitted_refs (GVariant *value, GHashTable *left_out)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (left_out, ids[i]))
      g_ptr_array_add (kept, (gpointer) ids[i]);
  if (kept->len == 0)
    return NULL;
  return g_variant_ref_sink (
      g_variant_new_strv ((const char *const *) kept->pdata, (gssize) kept->len));
}

static KringItem *
copy_permitted (KringItem *item, GHashTable *left_out)
{
  KringItem *copy = kring_item_copy (item);
  const KringKind *kind = kring_item_get_kind (item);

  kring_item_set_extra (copy, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (copy, field);

      if (field->type == KRING_FIELD_REF && is_left_out (left_out, value))
        kring_item_set_value (copy, field, NULL);
      else if (field->type == KRING_FIELD_REFS && value != NULL)
        {
          g_autoptr (GVariant) kept = dup_permitted_refs (value, left_out);

          kring_item_set_value (copy, field, kept);
        }
    }
  return copy;
}

/* Whether the item is marked as something that @side may know. */
static gboolean
may_know (KringItem *item, KringParty side)
{
  switch (kring_item_get_audience (item))
    {
    case KRING_AUDIENCE_CARE:
      return side == KRING_PARTY_CARE;
    case KRING_AUDIENCE_POLICE:
      return side == KRING_PARTY_POLICE;
    case KRING_AUDIENCE_NONE:
      return FALSE;
    default:
      return TRUE;
    }
}

/**
 * kring_share_dup_unknown_to:
 * @side: %KRING_PARTY_CARE or %KRING_PARTY_POLICE
 *
 * Returns: (transfer full) (element-type utf8): a set of the interned ids of what @side may not
 *   know, and of what cannot do without that, as a tie cannot without an end
 */
GHashTable *
kring_share_dup_unknown_to (KringMap *map, KringParty side)
{
  GHashTable *unknown = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (!kring_item_is (item, KRING_KIND_CASE) && !may_know (item, side))
        g_hash_table_add (unknown, (gpointer) g_intern_string (kring_item_get_id (item)));
    }
  add_dependent (map, unknown);
  return unknown;
}

/**
 * kring_share_dup_permitted:
 * @n_left_out: (out) (optional): how many items stay behind
 *
 * Leaves out every item that is marked "not in exports", every tie to such an item, every mention
 * of it by another item, and fields that this version does not know. How we look at it, saved views,
 * stays here too.
 *
 * Returns: (transfer full): a new map of what may be in an export
 */
KringMap *
kring_share_dup_permitted (KringMap *map, guint *n_left_out)
{
  return kring_share_dup_part (map, NULL, n_left_out);
}

/**
 * kring_share_dup_part:
 * @hidden: (nullable) (element-type utf8): interned ids of what stays behind as well
 * @n_left_out: (out) (optional): how many items stay behind in all
 *
 * Returns: (transfer full): as kring_share_dup_permitted (), without what is hidden and what
 *   cannot do without that
 */
KringMap *
kring_share_dup_part (KringMap *map, GHashTable *hidden, guint *n_left_out)
{
  KringMap *copy = kring_map_new ();
  g_autoptr (GHashTable) left_out = find_left_out (map, hidden);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (!g_hash_table_contains (left_out, kring_item_get_id (item)) &&
          kring_item_get_kind (item)->group != KRING_GROUP_LOOKING)
        {
          g_autoptr (KringItem) permitted = copy_permitted (item, left_out);

          kring_map_load (copy, permitted);
        }
    }
  if (n_left_out != NULL)
    *n_left_out = g_hash_table_size (left_out);
  return copy;
}
