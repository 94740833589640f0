/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of names, typed by real key events through the X server. */
#include "fixture.h"

#include "core/kring-describe.h"

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Runs xdotool while the window goes on. */
static void
hands (const char *command)
{
  g_autofree char *line = g_strconcat ("xdotool ", command, NULL);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  gboolean done = FALSE;

  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  process =
      g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, NULL);
  g_assert_nonnull (process);
  g_subprocess_wait_async (process, NULL, done_cb, &done);
  fixture_wait (is_true, &done);
}

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
  hands ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);

  /* Each Enter is pressed twice at once, and counts once. */
  hands ("type --delay 5 'Noor, v 15'");
  hands ("key Return Return");
  wait_for_persons (map, 1);
  hands ("type --delay 5 'Ilse, v 41, moeder'");
  hands ("key Return Return");
  wait_for_persons (map, 2);
  title = kring_item_dup_title (kring_map_get_centre (map));
  g_assert_cmpstr (title, ==, "Noor");
  ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (ties->pdata[0], "kind"), ==, "moeder");

  hands ("key ctrl+z");
  wait_for_persons (map, 1);
  g_assert_false (names_are_hidden (window));
  hands ("key Escape");
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
