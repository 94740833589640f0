/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-copies.h"

#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR " · "

/* What somebody who has a copy would read otherwise now: not who has one, and not how it looks. */
static gboolean
is_told (const KringField *field)
{
  return (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT)) == 0 &&
         (field->flags & KRING_FIELD_GOES) != KRING_FIELD_GOES_HERE;
}

static void
copies_add_text (GChecksum *sum, const char *text)
{
  /* With what ends a text, so that two texts are never one. */
  g_checksum_update (sum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
copies_add_item (GChecksum *sum, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  copies_add_text (sum, kring_item_get_id (item));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = kring_item_get_value (item, &kind->fields[i]);
      g_autofree char *text = NULL;

      if (value == NULL || !is_told (&kind->fields[i]))
        continue;
      text = g_variant_print (value, FALSE);
      copies_add_text (sum, kind->fields[i].name);
      copies_add_text (sum, text);
    }
}

static gboolean
is_told_item (KringItem *item)
{
  return !kring_item_is (item, KRING_KIND_COPY) &&
         kring_item_get_kind (item)->group != KRING_GROUP_LOOKING;
}

static int
compare_by_id (gconstpointer a, gconstpointer b)
{
  return strcmp (kring_item_get_id (*(KringItem *const *) a),
                 kring_item_get_id (*(KringItem *const *) b));
}

/**
 * kring_copies_dup_state:
 *
 * Returns: (transfer full): what the map says, as SHA-256 in hexadecimal: another once it says
 *   something else, whatever moved and whoever was given a copy
 */
char *
kring_copies_dup_state (KringMap *map)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (is_told_item (kring_map_get_nth (map, i)))
      g_ptr_array_add (items, kring_map_get_nth (map, i));
  g_ptr_array_sort (items, compare_by_id);
  for (guint i = 0; i < items->len; i++)
    copies_add_item (sum, g_ptr_array_index (items, i));
  return g_strdup (g_checksum_get_string (sum));
}

/* The one that was given last comes first. */
static int
compare_by_day (gconstpointer a, gconstpointer b)
{
  KringItem *one = *(KringItem *const *) a, *other = *(KringItem *const *) b;

  return -g_strcmp0 (kring_item_get_text (one, KRING_F_ON),
                     kring_item_get_text (other, KRING_F_ON));
}

/**
 * kring_copies_dup_all:
 *
 * Returns: (transfer container) (element-type KringItem): the copies, the last given first
 */
GPtrArray *
kring_copies_dup_all (KringMap *map)
{
  GPtrArray *copies = kring_map_dup_items_of_kind (map, KRING_KIND_COPY), *sorted;

  kring_item_sort_by_coming (copies);
  sorted = g_ptr_array_sized_new (copies->len);
  for (guint i = copies->len; i > 0; i--)
    g_ptr_array_add (sorted, g_ptr_array_index (copies, i - 1));
  g_ptr_array_unref (copies);
  /* Merge sort: of the same day the one that came last stays first. */
  g_ptr_array_sort (sorted, compare_by_day);
  return sorted;
}

/* Of a copy that was noted by hand: by its version, else by the day. */
static gboolean
is_older_by_hand (KringMap *map, KringItem *copy)
{
  const char *version = kring_item_get_text (copy, KRING_F_VERSION);
  const char *now = kring_item_get_text (kring_map_get_case (map), KRING_F_VERSION);
  const char *on = kring_item_get_text (copy, KRING_F_ON);

  if (version != NULL && now != NULL)
    return strcmp (version, now) != 0;
  for (guint i = 0; on != NULL && i < kring_map_get_n_items (map); i++)
    if (is_told_item (kring_map_get_nth (map, i)) &&
        kring_item_is_newer (kring_map_get_nth (map, i), on))
      return TRUE;
  return FALSE;
}

/* What they share says who it is: whoever has the newest copy is not behind. */
static char *
dup_holder_key (KringItem *copy)
{
  const char *name = kring_item_get_text (copy, KRING_F_NAME);
  const char *organisation = kring_item_get_text (copy, KRING_F_ORGANISATION);
  g_autofree char *text = NULL;

  if (name == NULL && organisation == NULL)
    return g_strdup (kring_item_get_id (copy));
  text = g_strdup_printf ("%s\n%s", name != NULL ? name : "",
                          organisation != NULL ? organisation : "");
  return g_utf8_casefold (text, -1);
}

/**
 * kring_copies_dup_older:
 *
 * Returns: (transfer container) (element-type KringItem): of everybody who has no copy of the map as
 *   it is, the last they were given; the last given first
 */
GPtrArray *
kring_copies_dup_older (KringMap *map)
{
  g_autofree char *state = kring_copies_dup_state (map);
  g_autoptr (GPtrArray) copies = kring_copies_dup_all (map);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *older = g_ptr_array_new ();

  for (guint i = 0; i < copies->len; i++)
    {
      KringItem *copy = g_ptr_array_index (copies, i);
      const char *own = kring_item_get_text (copy, KRING_F_MAP_STATE);

      if (g_hash_table_add (seen, dup_holder_key (copy)) &&
          (own != NULL ? strcmp (own, state) != 0 : is_older_by_hand (map, copy)))
        g_ptr_array_add (older, copy);
    }
  return older;
}

/**
 * kring_copy_dup_holder:
 *
 * Returns: (transfer full): who has it, and of which organisation
 */
char *
kring_copy_dup_holder (KringItem *copy)
{
  const char *name = kring_item_get_text (copy, KRING_F_NAME);
  const char *organisation = kring_item_get_text (copy, KRING_F_ORGANISATION);

  if (name != NULL && organisation != NULL)
    return g_strdup_printf ("%s, %s", name, organisation);
  return organisation != NULL ? g_strdup (organisation) : kring_item_dup_title (copy);
}

static void
copies_add_choice (GStrvBuilder *builder, KringItem *copy, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (copy), field_name);
  int choice = kring_item_get_choice (copy, field_name);

  if (choice >= 0)
    g_strv_builder_add (builder, kring_field_get_choice_label (field, choice));
}

/**
 * kring_copy_dup_details:
 *
 * Returns: (transfer full): when, which version, for whom, with which names, and what was in it
 */
char *
kring_copy_dup_details (KringItem *copy)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  const char *on = kring_item_get_text (copy, KRING_F_ON);
  const char *version = kring_item_get_text (copy, KRING_F_VERSION);
  const char *layers = kring_item_get_text (copy, KRING_F_LAYERS);
  g_autofree char *date = on != NULL ? kring_date_format_string (on) : NULL;
  /* Translators: the number or name of a version of the map */
  g_autofree char *words = version != NULL ? g_strdup_printf (_ ("version %s"), version) : NULL;

  if (date != NULL)
    g_strv_builder_add (builder, date);
  if (words != NULL)
    g_strv_builder_add (builder, words);
  copies_add_choice (builder, copy, KRING_F_READER);
  copies_add_choice (builder, copy, KRING_F_NAMES);
  if (layers != NULL)
    g_strv_builder_add (builder, layers);
  parts = g_strv_builder_end (builder);
  return g_strjoinv (SEPARATOR, parts);
}

/**
 * kring_copies_find_last:
 * @reader: for whom, in the order of the schema
 *
 * Returns: (transfer none) (nullable): the copy that such a reader was given last
 */
KringItem *
kring_copies_find_last (KringMap *map, int reader)
{
  g_autoptr (GPtrArray) copies = kring_copies_dup_all (map);

  for (guint i = 0; i < copies->len; i++)
    if (kring_item_get_choice (g_ptr_array_index (copies, i), KRING_F_READER) == reader)
      return g_ptr_array_index (copies, i);
  return NULL;
}
