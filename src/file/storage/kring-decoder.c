/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-decoder.h"

#include "file/storage/kring-format.h"
#include "file/storage/kring-gate.h"
#include "file/storage/kring-reader-value.h"
#include "file/storage/kring-reader.h"
#include "file/storage/kring-repair.h"
#include "file/storage/kring-upgrade.h"
#include "file/storage/kring-value-cache.h"
#include "file/storage/kring-writer.h"
#include "map/base/kring-debug.h"
#include "map/base/kring-id.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  KringReader reader;
  GBytes *bytes;      /* (owned) what is read */
  gint64 minor;       /* of the file */
  gboolean fragment;  /* loose items: no case needed */
  GPtrArray *items;   /* (owned) (element-type KringItem) */
  GHashTable *places; /* (owned) (element-type utf8 guint), from id to place in items, from 1 */
  GHashTable *known;  /* (owned) values that were good before, see kring-recall.h */
  guint next;         /* the field that likely stands next, among those of the kind */
  GTree *extra;       /* (owned) (element-type utf8 utf8), members that the item read now carries */
  GTree *case_extra;  /* (owned) (element-type utf8 utf8), members of a newer minor version */
  KringMap *map;      /* (owned) */
  guint n_mended;     /* items that were about something that was removed */
} Decoder;

static gboolean
keep_value (Decoder *self, KringItem *item, const KringField *field, GVariant *taken)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (taken);
  g_autoptr (GError) error = NULL;

  if (!kring_field_check_value (field, value, &error))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_VALUE, "%s", error->message);
  kring_item_set_value (item, field, value);
  kring_value_cache_add (self->known, field, kring_item_get_value (item, field));
  return TRUE;
}

static gboolean
decoder_read_text (Decoder *self, KringItem *item, const KringField *field, JsonNode *node)
{
  const char *text = kring_reader_take_string (&self->reader, node);
  GVariant *known;

  if (text == NULL)
    return FALSE;
  known = kring_value_cache_find (self->known, field, text);
  if (known == NULL)
    return keep_value (self, item, field, g_variant_new_string (text));
  kring_item_set_normal (item, field, known);
  return TRUE;
}

static gboolean
read_field (Decoder *self, KringItem *item, const KringField *field, JsonNode *node)
{
  GVariant *value;

  if (kring_field_holds_string (field))
    return decoder_read_text (self, item, field, node);
  value = kring_reader_take_value (&self->reader, field, node);
  return value != NULL && keep_value (self, item, field, value);
}

static gboolean
read_stamp (Decoder *self, JsonNode *node, KringStamp *stamp)
{
  const char *text = kring_reader_take_string (&self->reader, node);
  KringStamp read = { 0 };

  if (text == NULL)
    return FALSE;
  if (!kring_stamp_parse (text, &read))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_VALUE,
                                _ ("“%s” is not a stamp (such as device:7)"), text);
  /* From here on the map keeps the name of the device. */
  kring_map_add_seen (self->map, read);
  *stamp = read;
  kring_stamp_set (&read, (KringStamp){ 0 });
  return TRUE;
}

/* Takes a member that this version does not know: a mistake, unless a newer minor version wrote
 * it. */
static gboolean
carry (Decoder *self, GTree *extra, const char *prefix, const char *name, JsonNode *node)
{
  if (self->minor <= kring_format_get_newest_minor () || !kring_format_is_name (name))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT, _ ("unknown name"));
  g_tree_insert (extra, g_strconcat (prefix, name, NULL), kring_json_from_node (node));
  return TRUE;
}

/* Finds the field of a member. Members usually stand in the order of the fields, so the field after
 * the last one is tried first. */
static const KringField *
decoder_find_field (Decoder *self, const KringKind *kind, const char *name)
{
  const KringField *field = kring_kind_find_field_from (kind, name, self->next);

  if (field != NULL)
    self->next = field - kind->fields + 1;
  return field;
}

static gboolean
read_stamps (Decoder *self, KringItem *item, GTree *extra, JsonNode *node)
{
  JsonObject *object = kring_reader_take_object (&self->reader, node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      const KringField *field = decoder_find_field (self, kring_item_get_kind (item), name);
      gsize mark = kring_reader_enter (&self->reader, name);
      KringStamp stamp;

      if (!read_stamp (self, member, &stamp))
        return FALSE;
      if (field != NULL)
        kring_item_set_stamp (item, field, stamp);
      else if (!carry (self, extra, KRING_FORMAT_EXTRA_STAMP, name, member))
        return FALSE;
      kring_reader_leave (&self->reader, mark);
    }
  return TRUE;
}

static gboolean
read_member (Decoder *self, KringItem *item, GTree *extra, const char *name, JsonNode *node)
{
  const KringField *field;
  KringStamp stamp;

  if (strcmp (name, "id") == 0 && !kring_item_is (item, KRING_KIND_CASE))
    return TRUE;
  field = decoder_find_field (self, kring_item_get_kind (item), name);
  if (field != NULL)
    return read_field (self, item, field, node);
  if (strcmp (name, "by") == 0)
    {
      if (!read_stamp (self, node, &stamp))
        return FALSE;
      kring_item_set_inserted_stamp (item, stamp);
      return TRUE;
    }
  if (strcmp (name, "stamps") == 0)
    return read_stamps (self, item, extra, node);
  return carry (self, extra, "", name, node);
}

static gboolean
check_required (Decoder *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & KRING_FIELD_REQUIRED) &&
        kring_item_get_value (item, &kind->fields[i]) == NULL)
      return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT, _ ("“%s” is missing"),
                                  kind->fields[i].name);
  return TRUE;
}

static GTree *
new_extra (void)
{
  return g_tree_new_full ((GCompareDataFunc) strcmp, NULL, g_free, g_free);
}

static gboolean
add_extra_cb (gpointer name, gpointer json, gpointer builder)
{
  g_variant_builder_add (builder, "{ss}", name, json);
  return FALSE;
}

static void
take_extra (KringItem *item, GTree *extra)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  if (g_tree_nnodes (extra) == 0)
    return;
  g_tree_foreach (extra, add_extra_cb, &builder);
  kring_item_set_extra (item, g_variant_builder_end (&builder));
  g_tree_remove_all (extra);
}

static gboolean
read_members (Decoder *self, KringItem *item, GTree *extra, JsonObject *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  self->next = KRING_N_COMMON;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gsize mark = kring_reader_enter (&self->reader, name);

      if (!read_member (self, item, extra, name, member))
        return FALSE;
      kring_reader_leave (&self->reader, mark);
    }
  return check_required (self, item);
}

/* Returns: (transfer full): the place of an item in the file. Items of one kind stand together. */
static char *
dup_place (Decoder *self, const char *id)
{
  guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id)), first = nth;
  const KringKind *kind;

  if (nth == 0)
    return g_strdup (KRING_MAP_CASE_ID);
  kind = kring_item_get_kind (g_ptr_array_index (self->items, nth - 1));
  if (kind->id == KRING_KIND_CASE)
    return g_strdup (kind->list);
  while (first > 1 && kring_item_is (g_ptr_array_index (self->items, first - 2), kind->id))
    first--;
  return g_strdup_printf ("%s[%u]", kind->list, nth - first);
}

static const char *
read_id (Decoder *self, JsonObject *object)
{
  gsize mark;
  const char *id;

  if (!json_object_has_member (object, "id"))
    {
      kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT, _ ("“%s” is missing"), "id");
      return NULL;
    }
  mark = kring_reader_enter (&self->reader, "id");
  id = kring_reader_take_string (&self->reader, json_object_get_member (object, "id"));
  if (id == NULL)
    return NULL;
  if (!kring_id_is_valid (id))
    {
      kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_VALUE, _ ("“%s” is not an id"), id);
      return NULL;
    }
  if (g_hash_table_contains (self->places, id) || strcmp (id, KRING_MAP_CASE_ID) == 0)
    {
      g_autofree char *place = dup_place (self, id);

      kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_DUPLICATE,
                           _ ("the id “%s” is taken already by %s"), id, place);
      return NULL;
    }
  kring_reader_leave (&self->reader, mark);
  return id;
}

static gboolean
read_item (Decoder *self, const KringKind *kind, JsonNode *node)
{
  g_autoptr (KringItem) item = NULL;
  gboolean is_case = kind->id == KRING_KIND_CASE;
  GTree *extra = is_case ? self->case_extra : self->extra;
  JsonObject *object = kring_reader_take_object (&self->reader, node);
  const char *id;

  if (object == NULL)
    return FALSE;
  id = is_case ? KRING_MAP_CASE_ID : read_id (self, object);
  if (id == NULL)
    return FALSE;
  item = kring_item_new (kind, id);
  if (!read_members (self, item, extra, object))
    return FALSE;
  if (!is_case)
    take_extra (item, extra);
  g_ptr_array_add (self->items, item);
  g_hash_table_insert (self->places, (gpointer) kring_item_get_id (item),
                       GUINT_TO_POINTER (self->items->len));
  g_steal_pointer (&item);
  return TRUE;
}

static gboolean
read_kind (Decoder *self, const KringKind *kind, JsonNode *node)
{
  JsonArray *array;

  if (kind->id == KRING_KIND_CASE && self->fragment)
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT, _ ("unknown name"));
  if (kind->id == KRING_KIND_CASE)
    return read_item (self, kind, node);
  array = kring_reader_take_array (&self->reader, node);
  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = kring_reader_enter_nth (&self->reader, i);

      if (!read_item (self, kind, json_array_get_element (array, i)))
        return FALSE;
      kring_reader_leave (&self->reader, mark);
    }
  return TRUE;
}

static gboolean
read_entry (Decoder *self, gboolean removed, const char *name, JsonNode *node)
{
  KringStamp stamp;
  gint64 counter;

  if (!kring_id_is_valid (name))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_VALUE, _ ("“%s” is not an id"),
                                name);
  if (removed)
    {
      if (!read_stamp (self, node, &stamp))
        return FALSE;
      kring_map_add_tombstone (self->map, name, stamp);
      return TRUE;
    }
  if (!kring_reader_take_int (&self->reader, node, 1, &counter))
    return FALSE;
  kring_map_add_seen (self->map, (KringStamp){ name, counter });
  return TRUE;
}

/* Reads an entry of "removed" (id and stamp of the removal) or "seen" (device and its last
 * counter). */
static gboolean
read_table (Decoder *self, gboolean removed, JsonNode *node)
{
  JsonObject *object = kring_reader_take_object (&self->reader, node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (object == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gsize mark = kring_reader_enter (&self->reader, name);

      if (!read_entry (self, removed, name, member))
        return FALSE;
      kring_reader_leave (&self->reader, mark);
    }
  return TRUE;
}

static gboolean
read_top_member (Decoder *self, const char *name, JsonNode *node)
{
  const KringKind *kind = kring_format_find_kind (name);

  if (strcmp (name, "kring") == 0 || strcmp (name, "minor") == 0)
    return TRUE;
  if (kind != NULL)
    return read_kind (self, kind, node);
  if (strcmp (name, "removed") == 0 || strcmp (name, "seen") == 0)
    return read_table (self, *name == 'r', node);
  return carry (self, self->case_extra, KRING_FORMAT_EXTRA_TOP, name, node);
}

static gboolean
read_version (Decoder *self, JsonObject *root)
{
  gint64 major;
  gsize mark;

  if (!json_object_has_member (root, "kring"))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT,
                                _ ("this is not a map of Kring: “kring” is missing"));
  mark = kring_reader_enter (&self->reader, "kring");
  if (!kring_reader_take_int (&self->reader, json_object_get_member (root, "kring"), 1, &major))
    return FALSE;
  if (major > KRING_FORMAT_MAJOR)
    return kring_reader_refuse (
        &self->reader, KRING_STORAGE_ERROR_NEWER,
        _ ("made by a newer Kring (format %lld); this one reads formats up to %d"),
        (long long) major, KRING_FORMAT_MAJOR);
  kring_reader_leave (&self->reader, mark);
  mark = kring_reader_enter (&self->reader, "minor");
  if (json_object_has_member (root, "minor") &&
      !kring_reader_take_int (&self->reader, json_object_get_member (root, "minor"), 0,
                              &self->minor))
    return FALSE;
  kring_reader_leave (&self->reader, mark);
  if (self->minor > kring_format_get_newest_minor ())
    g_tree_insert (self->case_extra, g_strdup (KRING_FORMAT_EXTRA_MINOR),
                   g_strdup_printf ("%" G_GINT64_FORMAT, self->minor));
  return kring_upgrade_run (kring_upgrade_steps, root, major, &self->reader.error);
}

static gboolean
read_root (Decoder *self, JsonNode *node)
{
  JsonObject *root = kring_reader_take_object (&self->reader, node);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (root == NULL || !read_version (self, root))
    return FALSE;
  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      gsize mark = kring_reader_enter (&self->reader, name);

      if (!read_top_member (self, name, member))
        return FALSE;
      kring_reader_leave (&self->reader, mark);
    }
  if (!self->fragment && !json_object_has_member (root, "case"))
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_FORMAT, _ ("“%s” is missing"),
                                "case");
  return TRUE;
}

static gboolean
read_bytes (Decoder *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data = g_bytes_get_data (self->reader.bytes, &size);

  if (!kring_gate_check (self->reader.bytes, &self->reader.error))
    return FALSE;
  if (!json_parser_load_from_data (parser, data, size, NULL) ||
      json_parser_get_root (parser) == NULL)
    return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_SYNTAX,
                                _ ("this cannot be read as JSON"));
  return read_root (self, json_parser_get_root (parser));
}

/* Checks what items refer to; values were checked when they were read. The check names the place as
 * `id.field`, the message as people find it in the file. */
static gboolean
decoder_check_map (Decoder *self)
{
  g_autofree char *place = NULL, *path = NULL;
  g_autoptr (GError) error = NULL;
  char *dot;

  if (kring_map_check_references (self->map, &place, &error))
    return TRUE;
  dot = strrchr (place, '.');
  *dot = '\0';
  path = dup_place (self, place);
  kring_reader_enter (&self->reader, path);
  kring_reader_enter (&self->reader, dot + 1);
  return kring_reader_refuse (&self->reader,
                              error->code == KRING_MAP_ERROR_REFERENCE
                                  ? KRING_STORAGE_ERROR_REFERENCE
                                  : KRING_STORAGE_ERROR_VALUE,
                              "%s", error->message);
}

static gboolean
check_tombstones (Decoder *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, kring_map_get_tombstones (self->map));
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (g_hash_table_contains (self->places, id))
      {
        g_autofree char *place = dup_place (self, id);

        kring_reader_enter (&self->reader, "removed");
        kring_reader_enter (&self->reader, id);
        return kring_reader_refuse (&self->reader, KRING_STORAGE_ERROR_DUPLICATE,
                                    _ ("the id “%s” is taken already by %s"), (char *) id, place);
      }
  return TRUE;
}

static gboolean
decoder_fill_map (Decoder *self)
{
  self->n_mended =
      kring_repair_references (self->items, self->places, kring_map_get_tombstones (self->map));
  for (guint i = 0; i < self->items->len; i++)
    {
      KringItem *item = g_ptr_array_index (self->items, i);

      if (kring_item_is (item, KRING_KIND_CASE))
        take_extra (item, self->case_extra);
      kring_map_load (self->map, item);
    }
  return decoder_check_map (self) && check_tombstones (self);
}

static void
decoder_init (Decoder *self, GBytes *bytes)
{
  self->bytes = kring_gate_skip_mark (bytes);
  kring_reader_init (&self->reader, self->bytes);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
  self->known = kring_value_cache_new ();
  self->extra = new_extra ();
  self->case_extra = new_extra ();
  self->map = kring_map_new ();
}

static void
decoder_clear (Decoder *self)
{
  kring_reader_clear (&self->reader);
  g_bytes_unref (self->bytes);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->known);
  g_tree_unref (self->extra);
  g_tree_unref (self->case_extra);
  g_clear_object (&self->map);
}

/**
 * kring_decode_map:
 * @n_mended: (out) (optional): how many items were about something that was removed, and hang on the
 *   case now
 *
 * Returns: (transfer full) (nullable): the map that @bytes hold
 */
KringMap *
kring_decode_map (GBytes *bytes, guint *n_mended, GError **error)
{
  Decoder self = { 0 };
  KringMap *map = NULL;

  decoder_init (&self, bytes);
  if (read_bytes (&self) && decoder_fill_map (&self))
    map = g_steal_pointer (&self.map);
  else
    g_propagate_error (error, g_steal_pointer (&self.reader.error));
  if (n_mended != NULL)
    *n_mended = self.n_mended;
  kring_debug (KRING_DEBUG_STORAGE,
               "%" G_GSIZE_FORMAT " bytes, minor %" G_GINT64_FORMAT ": %u items, %u mended",
               g_bytes_get_size (bytes), self.minor, map != NULL ? kring_map_get_n_items (map) : 0,
               self.n_mended);
  decoder_clear (&self);
  return map;
}

/**
 * kring_decode_fragment:
 *
 * Returns: (transfer full) (nullable) (element-type KringItem): the items that @bytes hold
 */
GPtrArray *
kring_decode_fragment (GBytes *bytes, GError **error)
{
  Decoder self = { .fragment = TRUE };
  GPtrArray *items = NULL;

  decoder_init (&self, bytes);
  if (read_bytes (&self))
    items = g_steal_pointer (&self.items);
  else
    g_propagate_error (error, g_steal_pointer (&self.reader.error));
  decoder_clear (&self);
  return items;
}
