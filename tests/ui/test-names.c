/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of names, typed by real key events through the X server. */
#include "fixture.h"

#include "core/kring-describe.h"
#include "hands.h"

typedef struct
{
  KringMap *map;
  guint n_persons;
} Expected;

static gboolean
has_persons (gpointer data)
{
  Expected *expected = data;
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (expected->map, KRING_KIND_PERSON);

  return persons->len == expected->n_persons;
}

static void
wait_for_persons (KringMap *map, guint n_persons)
{
  Expected expected = { map, n_persons };

  fixture_wait (has_persons, &expected);
}

static gboolean
names_are_hidden (gpointer data)
{
  gboolean shown;

  g_object_get (data, "show-names", &shown, NULL);
  return !shown;
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
test_typed (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  KringMap *map;
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) ties = NULL;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);

  /* Each Enter is pressed twice at once, and counts once. */
  hands_do ("type --delay 5 'Noor, v 15'");
  hands_do ("key Return Return");
  wait_for_persons (map, 1);
  hands_do ("type --delay 5 'Ilse, v 41, moeder'");
  hands_do ("key Return Return");
  wait_for_persons (map, 2);
  title = kring_item_dup_title (kring_map_get_centre (map));
  g_assert_cmpstr (title, ==, "Noor");
  ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (ties->pdata[0], "kind"), ==, "moeder");

  hands_do ("key ctrl+z");
  wait_for_persons (map, 1);
  g_assert_false (names_are_hidden (window));
  hands_do ("key Escape");
  fixture_wait (names_are_hidden, window);
  wait_for_persons (map, 1);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/names/typed", test_typed);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
