/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-codec.h"
#include "file/storage/kring-format.h"
#include "map/model/kring-item-private.h"

#include <json-glib/json-glib.h>

/* The schema of today beside those of each minor version that went out. What an older Kring does not
 * know has to raise the minor version of the file, or it calls it an unknown name. */

static JsonParser *
load_released (gint64 minor)
{
  g_autofree char *path =
      g_strdup_printf ("%s/minor-%" G_GINT64_FORMAT ".json", SCHEMAS_DIR, minor);
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  return g_steal_pointer (&parser);
}

/* The last name may be missing; those before it are there. */
static JsonNode *
find_released (JsonParser *released, const char *kind, const char *field)
{
  JsonObject *all = json_node_get_object (json_parser_get_root (released));
  JsonObject *kinds = json_object_get_object_member (all, "$defs");
  JsonNode *node = json_object_get_member (kinds, kind);

  if (node == NULL || field == NULL)
    return node;
  return json_object_get_member (
      json_object_get_object_member (json_node_get_object (node), "properties"), field);
}

static void
check_since (const char *kind, const char *field, guint since, gint64 minor, gboolean is_known)
{
  if (!is_known && since <= minor)
    g_error ("%s.%s is unknown to minor version %" G_GINT64_FORMAT
             ": it needs .since = %" G_GINT64_FORMAT,
             kind, field, minor, minor + 1);
}

static gboolean
has_choice (JsonArray *known, const char *name)
{
  for (guint i = 0; i < json_array_get_length (known); i++)
    if (g_str_equal (json_array_get_string_element (known, i), name))
      return TRUE;
  return FALSE;
}

static void
check_choices (const char *kind, const KringField *field, JsonNode *node)
{
  JsonArray *known = json_object_get_array_member (json_node_get_object (node), "enum");

  for (guint i = 0; field->choices[i].name != NULL; i++)
    if (!has_choice (known, field->choices[i].name))
      g_error (
          "%s.%s: every released version refuses a file with the choice \"%s\": it needs a new "
          "major version, or a field of its own",
          kind, field->name, field->choices[i].name);
}

static void
check_kind (JsonParser *released, gint64 minor, const KringKind *kind)
{
  gboolean is_known = find_released (released, kind->name, NULL) != NULL;

  check_since (kind->name, "*", kind->since, minor, is_known);
  for (guint i = 0; is_known && i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      JsonNode *node = find_released (released, kind->name, field->name);

      check_since (kind->name, field->name, MAX (kind->since, field->since), minor, node != NULL);
      if (node != NULL && field->choices != NULL)
        check_choices (kind->name, field, node);
    }
}

/* The newest first: that is the one to go beyond. */
static void
test_released (void)
{
  g_autoptr (GPtrArray) released = g_ptr_array_new_with_free_func (g_object_unref);

  for (JsonParser *parser; (parser = load_released (released->len)) != NULL;)
    g_ptr_array_add (released, parser);
  g_assert_cmpuint (released->len, >=, 3);
  for (guint minor = released->len; minor-- > 0;)
    for (guint i = 0; i < KRING_N_KINDS; i++)
      check_kind (released->pdata[minor], minor, kring_kind_get (i));
  g_assert_cmpint (kring_format_get_newest_minor (), <=, released->len);
}

/* An item that says one thing has the minor version of that. */
static void
test_item (void)
{
  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);

      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].type == KRING_FIELD_BOOL)
          {
            g_autoptr (KringItem) item = kring_item_new (kind, "x");

            g_assert_cmpint (kring_format_get_minor (item), ==, kind->since);
            kring_item_set_value (item, &kind->fields[i], g_variant_new_boolean (TRUE));
            g_assert_cmpint (kring_format_get_minor (item), ==,
                             MAX (kind->since, kind->fields[i].since));
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/since/released", test_released);
  g_test_add_func ("/storage/since/item", test_item);
  return g_test_run ();
}
