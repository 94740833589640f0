/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-encoder.h"

#include "file/storage/kring-format.h"
#include "file/storage/kring-writer.h"

#include <string.h>

typedef struct
{
  KringWriter writer;
  gboolean fragment; /* values only: no stamps, nothing of newer versions */
} Encoder;

static char *
strings_to_json (GVariant *value)
{
  g_autofree const char **strings = g_variant_get_strv (value, NULL);
  GString *json = g_string_new ("[");

  for (gsize i = 0; strings[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      kring_json_append_string (json, strings[i]);
    }
  return g_string_free (g_string_append_c (json, ']'), FALSE);
}

static char *
numbers_to_json (const KringField *field, GVariant *value)
{
  GString *json = g_string_new (NULL);
  double x, y;

  if (field->type == KRING_FIELD_NUMBER)
    {
      kring_json_append_number (json, g_variant_get_double (value), KRING_FORMAT_NUMBER_DECIMALS);
      return g_string_free (json, FALSE);
    }
  g_variant_get (value, "(dd)", &x, &y);
  g_string_append_c (json, '[');
  kring_json_append_number (json, x, KRING_FORMAT_POSITION_DECIMALS);
  g_string_append (json, ", ");
  kring_json_append_number (json, y, KRING_FORMAT_POSITION_DECIMALS);
  return g_string_free (g_string_append_c (json, ']'), FALSE);
}

static void
encode_field (KringWriter *writer, KringItem *item, const KringField *field)
{
  GVariant *value = kring_item_get_value (item, field);
  g_autofree char *json = NULL;

  if (value == NULL)
    return;
  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      kring_writer_add_text (writer, field->name, g_variant_get_boolean (value) ? "true" : "false");
      break;
    case KRING_FIELD_REFS:
      json = strings_to_json (value);
      kring_writer_add_text (writer, field->name, json);
      break;
    case KRING_FIELD_NUMBER:
    case KRING_FIELD_POINT:
      json = numbers_to_json (field, value);
      kring_writer_add_text (writer, field->name, json);
      break;
    default:
      kring_writer_add_string (writer, field->name, g_variant_get_string (value, NULL));
    }
}

/* Writes the members carried along for a newer version whose names begin with prefix; with an empty
 * prefix those that have none. */
static void
encode_extra (KringWriter *writer, KringItem *item, const char *prefix)
{
  GVariant *extra = kring_item_get_extra (item);
  GVariantIter iter;
  const char *name, *json;

  if (extra == NULL)
    return;
  g_variant_iter_init (&iter, extra);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &json))
    {
      if (strcmp (name, KRING_FORMAT_EXTRA_MINOR) == 0)
        continue;
      if (*prefix == '\0' ? kring_format_is_name (name) : g_str_has_prefix (name, prefix))
        kring_writer_add_text (writer, name + strlen (prefix), json);
    }
}

static void
append_stamp (GString *json, const char *name, const char *value)
{
  g_string_append (json, json->len > 1 ? ", " : "");
  kring_json_append_string (json, name);
  g_string_append (json, ": ");
  g_string_append (json, value);
}

static void
append_carried_stamps (GString *json, KringItem *item)
{
  GVariant *extra = kring_item_get_extra (item);
  GVariantIter iter;
  const char *name, *value;

  if (extra == NULL)
    return;
  g_variant_iter_init (&iter, extra);
  while (g_variant_iter_next (&iter, "{&s&s}", &name, &value))
    if (g_str_has_prefix (name, KRING_FORMAT_EXTRA_STAMP))
      append_stamp (json, name + strlen (KRING_FORMAT_EXTRA_STAMP), value);
}

/* Writes the stamps of an item: "by" for the item itself, and those of fields that were set since
 * it was added. */
static void
encode_stamps (KringWriter *writer, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  KringStamp inserted = kring_item_get_inserted_stamp (item);
  g_autoptr (GString) json = g_string_new ("{");

  if (inserted.device != NULL)
    {
      g_autofree char *by = kring_stamp_to_string (inserted);

      kring_writer_add_string (writer, "by", by);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    {
      KringStamp stamp = kring_item_get_stamp (item, &kind->fields[i]);
      g_autofree char *text = NULL, *quoted = NULL;

      if (stamp.device == NULL)
        continue;
      text = kring_stamp_to_string (stamp);
      quoted = g_strdup_printf ("\"%s\"", text);
      append_stamp (json, kind->fields[i].name, quoted);
    }
  append_carried_stamps (json, item);
  if (json->len > 1)
    kring_writer_add_text (writer, "stamps", g_string_append_c (json, '}')->str);
}

/* Writes the fields of the kind first, then those that every kind has. */
static void
encode_item (Encoder *self, const char *name, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  kring_writer_open (&self->writer, name, '{');
  if (kind->id != KRING_KIND_CASE)
    kring_writer_add_string (&self->writer, "id", kring_item_get_id (item));
  for (guint i = KRING_N_COMMON; i < kind->n_fields; i++)
    encode_field (&self->writer, item, &kind->fields[i]);
  for (guint i = 0; i < KRING_N_COMMON; i++)
    encode_field (&self->writer, item, &kind->fields[i]);
  if (!self->fragment)
    {
      encode_extra (&self->writer, item, "");
      encode_stamps (&self->writer, item);
    }
  kring_writer_close (&self->writer, '}');
}

static void
encode_kind (Encoder *self, const KringKind *kind, GPtrArray *items)
{
  if (items->len == 0)
    return;
  kring_writer_open (&self->writer, kind->list, '[');
  for (guint i = 0; i < items->len; i++)
    encode_item (self, NULL, g_ptr_array_index (items, i));
  kring_writer_close (&self->writer, ']');
}

/* Writes a table of stamps, one line for each entry, ordered by name; whole stamps or only their
 * counters. */
static void
encode_table (KringWriter *writer, const char *name, GHashTable *table, gboolean whole)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);

  if (keys == NULL)
    return;
  kring_writer_open (writer, name, '{');
  for (GList *l = keys; l != NULL; l = l->next)
    {
      const KringStamp *stamp = g_hash_table_lookup (table, l->data);
      g_autofree char *text = kring_stamp_to_string (*stamp);

      if (whole)
        kring_writer_add_string (writer, l->data, text);
      else
        kring_writer_add_int (writer, l->data, stamp->counter);
    }
  kring_writer_close (writer, '}');
}

static void
see (GHashTable *seen, KringStamp stamp)
{
  KringStamp *known;

  if (stamp.device == NULL)
    return;
  known = g_hash_table_lookup (seen, stamp.device);
  if (known == NULL || known->counter < stamp.counter)
    g_hash_table_insert (seen, (gpointer) stamp.device, g_memdup2 (&stamp, sizeof stamp));
}

static void
see_all (GHashTable *seen, GHashTable *stamps)
{
  GHashTableIter iter;
  gpointer stamp;

  g_hash_table_iter_init (&iter, stamps);
  while (g_hash_table_iter_next (&iter, NULL, &stamp))
    see (seen, *(KringStamp *) stamp);
}

/* Returns: (transfer full): the last counter of each device, among all stamps that the map has seen
 * or holds. */
static GHashTable *
collect_seen (KringMap *map)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  see_all (seen, kring_map_get_seen (map));
  see_all (seen, kring_map_get_tombstones (map));
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const KringKind *kind = kring_item_get_kind (item);

      see (seen, kring_item_get_inserted_stamp (item));
      for (guint f = 0; f < kind->n_fields; f++)
        see (seen, kring_item_get_stamp (item, &kind->fields[f]));
    }
  return seen;
}

/* Returns the lowest minor version that knows all of the map, so that older programs read what they
 * can. Members carried along keep the version that knows them. */
static gint64
get_minor (KringMap *map)
{
  gint64 least = 0;
  GVariant *extra = kring_item_get_extra (kring_map_get_case (map));
  const char *minor = NULL;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    least = MAX (least, kring_format_get_minor (kring_map_get_nth (map, i)));
  if (extra == NULL || !g_variant_lookup (extra, KRING_FORMAT_EXTRA_MINOR, "&s", &minor))
    return least;
  return g_ascii_strtoll (minor, NULL, 10);
}

static void
encoder_begin (Encoder *self, gint64 minor)
{
  kring_writer_init (&self->writer);
  kring_writer_open (&self->writer, NULL, '{');
  kring_writer_add_int (&self->writer, "kring", KRING_FORMAT_MAJOR);
  kring_writer_add_int (&self->writer, "minor", minor);
}

/**
 * kring_encode_map:
 *
 * Returns: (transfer full): the whole map
 */
GBytes *
kring_encode_map (KringMap *map)
{
  Encoder self = { 0 };
  KringItem *the_case = kring_map_get_case (map);
  g_autoptr (GHashTable) seen = collect_seen (map);

  encoder_begin (&self, get_minor (map));
  encode_item (&self, kring_item_get_kind (the_case)->list, the_case);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, i);

      if (i != KRING_KIND_CASE)
        encode_kind (&self, kring_kind_get (i), items);
    }
  encode_extra (&self.writer, the_case, KRING_FORMAT_EXTRA_TOP);
  encode_table (&self.writer, "removed", kring_map_get_tombstones (map), TRUE);
  encode_table (&self.writer, "seen", seen, FALSE);
  kring_writer_close (&self.writer, '}');
  return kring_writer_finish (&self.writer);
}

/**
 * kring_encode_fragment:
 * @items: (element-type KringItem): no case among them
 *
 * Returns: (transfer full): the values of those items, without stamps
 */
GBytes *
kring_encode_fragment (GPtrArray *items)
{
  Encoder self = { .fragment = TRUE };

  encoder_begin (&self, kring_format_get_newest_minor ());
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

      for (guint j = 0; j < items->len; j++)
        if (kring_item_is (g_ptr_array_index (items, j), i))
          g_ptr_array_add (chosen, g_ptr_array_index (items, j));
      if (i != KRING_KIND_CASE)
        encode_kind (&self, kring_kind_get (i), chosen);
    }
  kring_writer_close (&self.writer, '}');
  return kring_writer_finish (&self.writer);
}
