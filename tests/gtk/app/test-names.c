/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of names, typed by real key events through the X server. */
#include "fixture.h"

#include "gtk/canvas/kring-canvas.h"
#include "gtk/find/kring-filter-bar.h"
#include "hands.h"
#include "map/facts/kring-describe.h"
#include "seek.h"

#include <string.h>

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

static gboolean
has_tie (gpointer data)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (data, KRING_KIND_TIE);

  return ties->len == 1;
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
  /* Who has no line is there once the list is left. */
  hands_do ("type --delay 5 'Bo > Sanne'");
  hands_do ("key Return");
  wait_for_persons (map, 2);
  hands_do ("key Escape");
  fixture_wait (names_are_hidden, window);
  wait_for_persons (map, 3);
  fixture_assert_finalised (GTK_WIDGET (window));
}

typedef struct
{
  KringWindow *window;
  const char *text;
} Line;

static gboolean
has_text (gpointer data)
{
  Line *line = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (line->window));

  return GTK_IS_EDITABLE (focus) &&
         g_str_equal (gtk_editable_get_text (GTK_EDITABLE (focus)), line->text);
}

static void
wait_for_text (KringWindow *window, const char *text)
{
  Line line = { window, text };

  fixture_wait (has_text, &line);
}

/* What is no line yet, or not another one, is all that is taken back. */
static void
test_spaces (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  Expected both;

  kring_window_begin (window);
  both = (Expected){ kring_document_get_map (kring_window_get_document (window)), 2 };
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);
  hands_do ("type --delay 5 'Noor'");
  hands_do ("key Return");
  wait_for_persons (both.map, 1);
  hands_do ("type --delay 5 'Ilse'");
  hands_do ("key Return");
  wait_for_persons (both.map, 2);
  hands_do ("type --delay 5 '  '");
  wait_for_text (window, "  ");
  hands_do ("key ctrl+z");
  wait_for_text (window, "");
  g_assert_true (has_persons (&both));
  hands_do ("key Up");
  wait_for_text (window, "Ilse");
  hands_do ("type ' '");
  wait_for_text (window, "Ilse ");
  hands_do ("key ctrl+z");
  wait_for_text (window, "Ilse");
  g_assert_true (has_persons (&both));
  hands_do ("key ctrl+z");
  wait_for_persons (both.map, 1);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static char *
dup_list (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Naam%u\n", i);
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_button (GtkWidget *widget, const char *part)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *label = GTK_IS_BUTTON (child) ? gtk_button_get_label (GTK_BUTTON (child)) : NULL;
      GtkWidget *found =
          label != NULL && strstr (label, part) != NULL && gtk_widget_get_mapped (child)
              ? child
              : find_button (child, part);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_focus_in_view (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);
  GtkWidget *scroller =
      focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t bounds;

  return scroller != NULL && gtk_widget_compute_bounds (focus, scroller, &bounds) &&
         bounds.size.height > 0 && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

/* A long list has rows for its last lines, and for all that are asked for; the cursor is seen. */
static void
test_pasted (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autofree char *text = dup_list (450);
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  hands_do ("key ctrl+v");
  wait_for_persons (map, 450);
  fixture_wait (has_focus_in_view, window);
  g_assert_nonnull (find_button (GTK_WIDGET (window), "250 earlier"));
  hands_do ("type --delay 5 'Ilse'");
  hands_do ("key Return");
  wait_for_persons (map, 451);
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "250 earlier"), "clicked");
  g_assert_nonnull (find_button (GTK_WIDGET (window), "50 earlier"));
  fixture_wait (has_focus_in_view, window);
  hands_do ("type --delay 5 ', moeder'");
  hands_do ("key Return");
  fixture_wait (has_tie, map);
  hands_do ("key ctrl+z ctrl+z");
  wait_for_persons (map, 450);
  hands_do ("key ctrl+z");
  wait_for_persons (map, 0);
  g_assert_null (find_button (GTK_WIDGET (window), "earlier"));
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
has_cancel (gpointer data)
{
  return find_button (data, "_Cancel") != NULL;
}

static gboolean
has_no_cancel (gpointer data)
{
  return !has_cancel (data);
}

/* What is done at the first moment that a list is on its way: by the time that the keys are let go it may
 * be there. */
typedef struct
{
  KringWindow *window;
  void (*act) (KringWindow *window);
  gboolean done;
} Moment;

static void
paste_changed_cb (KringPaste *paste, Moment *moment)
{
  if (moment->done || !kring_paste_is_running (paste))
    return;
  moment->done = TRUE;
  g_assert_true (has_cancel (moment->window));
  moment->act (moment->window);
}

static void
paste_and (KringWindow *window, const char *text, void (*act) (KringWindow *window))
{
  KringPaste *paste = kring_session_get_paste (kring_window_get_session (window));
  Moment moment = { window, act, FALSE };
  gulong id = g_signal_connect (paste, "changed", G_CALLBACK (paste_changed_cb), &moment);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  hands_do ("key ctrl+v");
  calm_until (moment.done);
  g_signal_handler_disconnect (paste, id);
}

static void
click_cancel (KringWindow *window)
{
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "_Cancel"), "clicked");
}

static void
close_window (KringWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
}

static void
type_meanwhile (KringWindow *window)
{
  GtkEditable *line = GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (window)));

  gtk_editable_set_text (line, "Ilse");
  gtk_editable_set_position (line, -1);
}

/* A long list can be stopped while it is on its way: then nothing came, and what was typed is there
 * still. */
static void
test_cancelled (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autofree char *text = dup_list (15000);
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);
  hands_do ("type --delay 5 'Ilse, '");
  wait_for_text (window, "Ilse, ");
  paste_and (window, text, click_cancel);
  fixture_wait (has_no_cancel, window);
  wait_for_text (window, "Ilse, ");
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 1);
  paste_and (window, text, close_window);
  g_assert_true (has_cancel (window));
  hands_do ("key Escape");
  fixture_wait (has_no_cancel, window);
  wait_for_text (window, "Ilse, ");
  g_assert_false (names_are_hidden (window));
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 1);
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* What is typed while a long list is on its way stands in a line of its own when that is there. */
static void
test_typed_meanwhile (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autofree char *text = dup_list (1200);
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);
  paste_and (window, text, type_meanwhile);
  wait_for_persons (map, 1200);
  wait_for_text (window, "Ilse");
  hands_do ("type ', v'");
  wait_for_text (window, "Ilse, v");
  hands_do ("key Return");
  wait_for_persons (map, 1201);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
shows_text (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, part))
      return TRUE;
  return FALSE;
}

static gboolean
says_no_file (gpointer data)
{
  return shows_text (data, "A file cannot be pasted");
}

/* A file that was copied elsewhere is nobody, and that is said. */
static void
test_file (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/scan.pdf");
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);
  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), G_TYPE_FILE, file);
  hands_do ("key ctrl+v");
  fixture_wait (says_no_file, window);
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 1);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
shows_focus (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (((Line *) data)->window));
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return has_text (data) && scroller != NULL &&
         gtk_widget_compute_bounds (focus, scroller, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

/* Everybody is within what is seen of the map, and clear of what lies over its top left corner. */
static gboolean
sees_everybody (gpointer data)
{
  KringWindow *window = data;
  KringMap *map = kring_document_get_map (kring_window_get_document (window));
  GtkWidget *canvas = seek_type (GTK_WIDGET (window), KRING_TYPE_CANVAS);
  GtkWidget *corner =
      gtk_widget_get_parent (seek_type (GTK_WIDGET (window), KRING_TYPE_FILTER_BAR));
  const KringViewport *viewport =
      kring_interaction_get_viewport (kring_canvas_get_interaction (KRING_CANVAS (canvas)));
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);
  graphene_rect_t covered;

  if (!gtk_widget_compute_bounds (corner, canvas, &covered))
    return FALSE;
  for (guint i = 0; i < persons->len; i++)
    {
      KringPoint place;

      if (!kring_item_get_position (persons->pdata[i], &place))
        return FALSE;
      place = kring_viewport_to_screen (viewport, place);
      if (place.x < 10 || place.x > viewport->width - 10 || place.y < 10 ||
          place.y > viewport->height - 100 ||
          graphene_rect_contains_point (&covered, &GRAPHENE_POINT_INIT (place.x, place.y)))
        return FALSE;
    }
  return TRUE;
}

/* However many there are: the line that is typed on is in sight, below and above, and so is who
 * came. */
static void
test_in_sight (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  Line line = { window, NULL };
  KringMap *map;

  kring_window_begin (window);
  map = kring_document_get_map (kring_window_get_document (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 700);
  gtk_window_present (GTK_WINDOW (window));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, window);

  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("Anna %u", i);

      hands_do ("type --delay 5 '%s'", name);
      line.text = name;
      fixture_wait (shows_focus, &line);
      hands_do ("key Return");
      wait_for_persons (map, i);
      line.text = "";
      fixture_wait (shows_focus, &line);
      fixture_wait (sees_everybody, window);
    }
  hands_do ("key --repeat 19 --delay 20 Up");
  line.text = "Anna 2";
  fixture_wait (shows_focus, &line);
  hands_do ("key Escape");
  fixture_wait (names_are_hidden, window);
  fixture_wait (sees_everybody, window);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/names/spaces", test_spaces);
  g_test_add_func ("/ui/names/typed", test_typed);
  g_test_add_func ("/ui/names/pasted", test_pasted);
  g_test_add_func ("/ui/names/cancelled", test_cancelled);
  g_test_add_func ("/ui/names/typed-meanwhile", test_typed_meanwhile);
  g_test_add_func ("/ui/names/file", test_file);
  g_test_add_func ("/ui/names/in_sight", test_in_sight);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
