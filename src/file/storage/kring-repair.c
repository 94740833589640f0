/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-repair.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map.h"

typedef struct
{
  GHashTable *ids;     /* (not owned) (element-type utf8) of the items that are there */
  GHashTable *removed; /* (not owned) (element-type utf8) of those that were removed */
} Mend;

static gboolean
is_gone (Mend *self, const char *id)
{
  return g_hash_table_contains (self->removed, id) && !g_hash_table_contains (self->ids, id);
}

/* Lets an item that was about something removed be about the case, if it can be. A tie without an
 * end stays as it is, and is refused later on. */
static gboolean
mend_ref (Mend *self, KringItem *item, const KringField *field)
{
  GVariant *value = kring_item_get_value (item, field);
  gboolean needed = (field->flags & KRING_FIELD_REQUIRED) != 0;

  if (value == NULL || !is_gone (self, g_variant_get_string (value, NULL)))
    return FALSE;
  if (needed && !(field->refers_to & (1u << KRING_KIND_CASE)))
    return FALSE;
  kring_item_set_value (item, field, needed ? g_variant_new_string (KRING_MAP_CASE_ID) : NULL);
  if (needed && kring_item_get_audience (item) == KRING_AUDIENCE_JOINT)
    kring_item_set_choice (item, KRING_F_AUDIENCE, KRING_AUDIENCE_NONE);
  return needed;
}

static void
mend_refs (Mend *self, KringItem *item, const KringField *field)
{
  g_auto (GStrv) ids = kring_item_dup_refs (item, field->name);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  guint n = g_strv_length (ids);

  for (guint i = 0; i < n; i++)
    if (!is_gone (self, ids[i]))
      g_ptr_array_add (kept, ids[i]);
  if (kept->len < n)
    kring_item_set_value (
        item, field, g_variant_new_strv ((const char *const *) kept->pdata, (gssize) kept->len));
}

static gboolean
mend_item (Mend *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  gboolean mended = FALSE;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_REF)
      mended |= mend_ref (self, item, &kind->fields[i]);
    else if (kind->fields[i].type == KRING_FIELD_REFS)
      mend_refs (self, item, &kind->fields[i]);
  return mended;
}

/**
 * kring_repair_references:
 * @items: (element-type KringItem): all items of a file
 * @ids: (element-type utf8): their ids
 * @removed: (element-type utf8): ids of which the file says that they were removed
 *
 * Takes references to removed items out of all fields. References to what never was there stay as
 * they are.
 *
 * Returns: how many items were about something that was removed, and hang on the case now
 */
guint
kring_repair_references (GPtrArray *items, GHashTable *ids, GHashTable *removed)
{
  Mend self = { ids, removed };
  guint n = 0;

  if (g_hash_table_size (removed) == 0)
    return 0;
  for (guint i = 0; i < items->len; i++)
    n += mend_item (&self, g_ptr_array_index (items, i));
  return n;
}
