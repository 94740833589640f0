/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How much work a long list is, counted and not timed: the linker leads the calls that look at
 * things on the map past a counter. The check of the whole map after every change, which a build
 * for developers does, is left out.
 */
#include "map/base/kring-fold.h"
#include "map/base/kring-grid.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-map-private.h"
#include "map/quickadd/kring-name-list.h"

#include <string.h>

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  KringNameList *list;
} Rig;

static guint64 n_looked;

KringItem *__real_kring_map_get_nth (KringMap *self, guint position);
KringItem *__wrap_kring_map_get_nth (KringMap *self, guint position);
char *__real_kring_fold (const char *text);
char *__wrap_kring_fold (const char *text);
GArray *__real_kring_grid_find (KringGrid *self, KringRect area);
GArray *__wrap_kring_grid_find (KringGrid *self, KringRect area);
gboolean __wrap_kring_map_check (KringMap *self, char **place, GError **error);

KringItem *
__wrap_kring_map_get_nth (KringMap *self, guint position)
{
  n_looked++;
  return __real_kring_map_get_nth (self, position);
}

char *
__wrap_kring_fold (const char *text)
{
  n_looked++;
  return __real_kring_fold (text);
}

GArray *
__wrap_kring_grid_find (KringGrid *self, KringRect area)
{
  n_looked++;
  return __real_kring_grid_find (self, area);
}

gboolean
__wrap_kring_map_check (KringMap *self, char **place, GError **error)
{
  return TRUE;
}

static Rig
rig_new (void)
{
  Rig rig = { kring_map_new () };

  rig.editor = kring_editor_new (rig.map, kring_id_source_new_seeded (5));
  rig.list = kring_name_list_new (rig.editor);
  return rig;
}

static void
rig_clear (Rig *rig)
{
  g_assert_finalize_object (rig->list);
  g_assert_finalize_object (rig->editor);
  g_assert_finalize_object (rig->map);
}

/* Ties to the centre, to one name and to names that come later, a group, and nothing of it all. Two
 * of the ties would be to oneself. */
static char *
dup_list (guint n)
{
  static const char *const more[] = { "moeder", "ronselt > Naam1", NULL, "#Groep", "" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "Naam%u, ", i);
      if (i % 5 == 2)
        g_string_append_printf (text, "m 20 > Naam%u", (i + 7) % n);
      else
        g_string_append (text, more[i % 5]);
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}

static guint
count (Rig *rig, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (rig->map, kind);

  return items->len;
}

static guint64
count_work (guint n)
{
  Rig rig = rig_new ();
  g_autofree char *text = dup_list (n);

  n_looked = 0;
  g_assert_cmpuint (kring_name_list_add_many (rig.list, text, NULL, NULL), ==, n);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, n);
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 3 * n / 5 - 2);
  rig_clear (&rig);
  return n_looked;
}

/* A line costs as much at the end of a long list as of a short one. */
static void
test_proportion (void)
{
  double few = count_work (250) / 250.0, many = count_work (1000) / 1000.0;
  double most = count_work (5000) / 5000.0;

  g_test_message ("looked at a line of 250, 1000, 5000: %.1f, %.1f, %.1f times", few, many, most);
  g_assert_cmpfloat (few, >, 1);
  g_assert_cmpfloat (many, <, 2 * few);
  g_assert_cmpfloat (most, <, 2 * few);
}

/* What is typed is read and nothing more, however much is on the map. */
static void
test_typing (void)
{
  Rig rig = rig_new ();
  g_autofree char *text = dup_list (500);
  g_autofree char *reading = NULL;

  kring_name_list_add_many (rig.list, text, NULL, NULL);
  n_looked = 0;
  reading = kring_name_list_dup_reading (rig.list, 500, "Kay, m 20, vriend > Naam7", NULL);
  g_assert_nonnull (strstr (reading, "Naam7"));
  g_assert_cmpuint (n_looked, <, 40);
  rig_clear (&rig);
}

/* No line of a long list is lost: it is taken as a whole, or refused as a whole. */
static void
test_long_list (void)
{
  Rig rig = rig_new ();
  g_autofree char *long_list = dup_list (2500);
  g_autofree char *too_long = dup_list (20001);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (kring_name_list_add_many (rig.list, too_long, NULL, &error), ==, 0);
  g_assert_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_TOO_MANY);
  g_assert_nonnull (strstr (error->message, "20001"));
  g_assert_cmpuint (kring_map_get_n_items (rig.map), ==, 1);
  g_assert_false (kring_history_can_undo (kring_editor_get_history (rig.editor)));
  g_assert_cmpuint (kring_name_list_add_many (rig.list, long_list, NULL, NULL), ==, 2500);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 2500);
  g_assert_cmpstr (kring_name_list_get_text (rig.list, 2498), ==, "Naam2498, #Groep");
  g_assert_true (kring_history_undo (kring_editor_get_history (rig.editor)));
  g_assert_cmpuint (kring_map_get_n_items (rig.map), ==, 1);
  rig_clear (&rig);
}

/* Of so many everybody has a place of their own. */
static void
test_places (void)
{
  Rig rig = rig_new ();
  g_autofree char *text = dup_list (5000);
  g_autoptr (KringGrid) grid = kring_grid_new (100);
  g_autoptr (GPtrArray) persons = NULL;

  kring_name_list_add_many (rig.list, text, NULL, NULL);
  persons = kring_map_dup_items_of_kind (rig.map, KRING_KIND_PERSON);
  for (guint i = 0; i < persons->len; i++)
    {
      KringPoint at;

      g_assert_true (kring_item_get_position (g_ptr_array_index (persons, i), &at));
      g_assert_cmpuint (kring_grid_find (grid, KRING_RECT_INIT (at.x, at.y, 1, 1))->len, ==, 0);
      kring_grid_add (grid, KRING_RECT_INIT (at.x - 40, at.y - 40, 80, 80));
    }
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/name-work/proportion", test_proportion);
  g_test_add_func ("/name-work/typing", test_typing);
  g_test_add_func ("/name-work/long-list", test_long_list);
  g_test_add_func ("/name-work/places", test_places);
  return g_test_run ();
}
