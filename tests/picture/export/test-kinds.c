/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every kind, through every table that has to know it: what src/README.md names for a new one.
 */
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/export/kring-appendix.h"
#include "picture/notation/kring-legend.h"
#include "picture/render/kring-measurer.h"
#include "picture/scene/kring-scene.h"

#include <string.h>

#define NAME "Jaap"

static const KringKind *
get_kind (gconstpointer data)
{
  return kring_kind_get (GPOINTER_TO_UINT (data));
}

static gboolean
stands_alone (const KringKind *kind)
{
  return kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_GROUP;
}

static void
test_row (gconstpointer data)
{
  const KringKind *kind = get_kind (data), *first = kring_kind_get (KRING_KIND_PERSON);
  g_autofree char *icon = g_strdup_printf ("%s/icons/scalable/actions/kring-%s-symbolic.svg",
                                           g_getenv ("KRING_DATADIR"), kind->icon);

  g_assert_cmpuint (kind->id, ==, GPOINTER_TO_UINT (data));
  g_assert_true (g_file_test (icon, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (strlen (kring_kind_get_label (kind)), >, 0);
  g_assert_cmpuint (strlen (kring_kind_get_plural (kind)), >, 0);
  g_assert_nonnull (kind->list);
  for (guint i = 0; i < kind->id; i++)
    g_assert_cmpstr (kind->list, !=, kring_kind_get (i)->list);
  for (guint i = 0; i < KRING_N_COMMON; i++)
    g_assert_cmpstr (kind->fields[i].name, ==, first->fields[i].name);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_REF || kind->fields[i].type == KRING_FIELD_REFS)
      g_assert_cmpuint (kind->fields[i].refers_to, !=, 0);
  if (kind->group == KRING_GROUP_ENTITY || kind->group == KRING_GROUP_MEETING)
    g_assert_nonnull (kind->add);
  if (kind->code != NULL)
    g_assert_nonnull (kring_kind_find_field (kind, kind->code));
}

/* What stands on the map beside people and notes is offered with the pens and explained. */
static void
test_things (void)
{
  guint n_things = 0;

  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);
      gboolean is_thing = stands_alone (kind) && k != KRING_KIND_PERSON && k != KRING_KIND_NOTE;

      g_test_message ("%s", kind->name);
      g_assert_cmpint (kind->thing != 0, ==, is_thing);
      n_things += is_thing;
    }
  for (guint i = 0; i < n_things; i++)
    g_assert_nonnull (kring_kind_get_thing (i));
  g_assert_null (kring_kind_get_thing (n_things));
}

static void
set_reference (KringItem *item, const char *name, const char *id)
{
  const char *const ids[] = { id, NULL };
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), name);

  if (field == NULL || field->refers_to == 0)
    return;
  kring_item_set_value (item, field,
                        field->type == KRING_FIELD_REFS ? g_variant_new_strv (ids, -1)
                                                        : g_variant_new_string (id));
}

static KringItem *
add (KringMap *map, const KringKind *kind, const char *id)
{
  g_autoptr (KringItem) item = kring_item_new (kind, id);
  const char *name = kring_kind_find_field (kind, "name") != NULL    ? "name"
                     : kring_kind_find_field (kind, "words") != NULL ? "words"
                                                                     : "kind";

  kring_item_set_text (item, name, NAME);
  set_reference (item, "about", "noor");
  set_reference (item, "from", "noor");
  set_reference (item, "to", "ada");
  if (kring_kind_find_field (kind, "position") != NULL)
    kring_item_set_position (item, (KringPoint){ 100 * kring_map_get_n_items (map), 0 });
  kring_map_load (map, item);
  return item;
}

static gboolean
is_on_a_list (KringMap *map)
{
  g_autoptr (GPtrArray) lists =
      kring_appendices_dup_lists ((1 << KRING_N_APPENDICES) - 1, map, "2025-11-20");

  for (guint l = 0; l < lists->len; l++)
    {
      const KringList *list = lists->pdata[l];

      for (guint r = 0; r < list->rows->len; r++)
        for (guint c = 0; c < list->n_columns; c++)
          {
            const KringListCell *cell = &((KringListRow *) list->rows->pdata[r])->cells[c];

            if (cell->text != NULL && strstr (cell->text, NAME) != NULL)
              return TRUE;
          }
    }
  return FALSE;
}

static guint
count_signs (KringMap *map, const KringTextMeasurer *measurer)
{
  const KringLegendSetup setup = { .measurer = measurer, .width = 2000 };
  double height;
  g_autoptr (GPtrArray) shapes = kring_legend_dup_shapes (map, &setup, &height);

  return shapes->len;
}

static guint
count_shapes (KringMap *map, const KringTextMeasurer *measurer)
{
  g_autoptr (KringScene) scene = kring_scene_new (map, &KRING_SCENE_OPTIONS_EXPORT, measurer);

  return kring_scene_get_shapes (scene)->len;
}

static void
test_item (gconstpointer data)
{
  const KringKind *kind = get_kind (data);
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autofree char *title = NULL, *description = NULL;
  guint n_shapes, n_signs;
  KringItem *item;

  add (map, kring_kind_get (KRING_KIND_PERSON), "noor");
  kring_item_set_text (add (map, kring_kind_get (KRING_KIND_PERSON), "ada"), "name", "Ada");
  kring_item_set_text (kring_map_get_item (map, "noor"), "name", "Noor");
  n_shapes = count_shapes (map, &measurer);
  n_signs = count_signs (map, &measurer);
  item = add (map, kind, "x");
  title = kring_map_dup_title (map, item);
  g_assert_nonnull (strstr (title, NAME));
  description = kring_map_dup_description (map, item);
  g_assert_nonnull (strstr (description, NAME));
  if (stands_alone (kind) || kind->group == KRING_GROUP_BETWEEN)
    g_assert_cmpuint (count_shapes (map, &measurer), >, n_shapes);
  if (kind->thing != 0)
    g_assert_cmpuint (count_signs (map, &measurer), >, n_signs);
  if (kind->group == KRING_GROUP_ABOUT || kind->id == KRING_KIND_EVENT)
    g_assert_true (is_on_a_list (map));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kinds/things", test_things);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      g_autofree char *row = g_strdup_printf ("/kinds/row/%s", kind->name);
      g_autofree char *item = g_strdup_printf ("/kinds/item/%s", kind->name);

      g_test_add_data_func (row, GUINT_TO_POINTER (i), test_row);
      if (i != KRING_KIND_CASE)
        g_test_add_data_func (item, GUINT_TO_POINTER (i), test_item);
    }
  return g_test_run ();
}
