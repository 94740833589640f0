/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialogs.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/canvas/kring-canvas.h"
#include "gtk/presenting/kring-presentation.h"
#include "gtk/presenting/kring-presenting-question.h"
#include "gtk/quiet/kring-youth-window.h"
#include "gtk/saving/kring-file-bar.h"
#include "map/edit/kring-commands.h"

static KringWindow *
open_window (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));

  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

static void
activate (KringWindow *window, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  fixture_settle ();
}

static void
activate_with (KringWindow *window, const char *action, const char *target)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, "s", target));
  fixture_settle ();
}

static void
assert_state (KringWindow *window, const char *property, const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (window, property, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_start (void)
{
  KringWindow *window = open_window ();

  g_assert_true (kring_window_is_at_start (window));
  g_assert_null (kring_window_get_session (window));
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
test_finalised (void)
{
  KringWindow *window = open_window ();

  kring_window_begin (window);
  fixture_settle ();
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* Somebody who opens a map can press R or S at once. */
static void
test_keyboard_on_map (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autoptr (KringDocument) document = kring_document_new ();

  kring_window_set_document (window, document, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  g_assert_true (KRING_IS_CANVAS (gtk_window_get_focus (GTK_WINDOW (window))));
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* The keyboard goes along to what is looked at, not to some field beside it. */
static void
test_keyboard_in_view (void)
{
  static const char *const views[] = { "list", "time", "actions", "signals", "map" };
  KringWindow *window = open_window ();

  kring_window_begin (window);
  g_object_set (window, "show-names", FALSE, NULL);
  fixture_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *focus, *stack;

      activate_with (window, "win.view", views[i]);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_nonnull (focus);
      stack = gtk_widget_get_ancestor (focus, ADW_TYPE_VIEW_STACK);
      g_assert_nonnull (stack);
      g_assert_true (gtk_widget_is_ancestor (
          focus, adw_view_stack_get_visible_child (ADW_VIEW_STACK (stack))));
    }
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
fits_telephone (gpointer bar)
{
  int width;

  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width <= 360;
}

/* What says that the file was changed by somebody else does not make a narrow window wider. */
static void
test_changed_bar (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  GtkWidget *bars = seek_type (GTK_WIDGET (window), KRING_TYPE_FILE_BAR);
  GtkWidget *bar =
      GTK_WIDGET (gtk_widget_get_template_child (bars, KRING_TYPE_FILE_BAR, "changed_bar"));

  gtk_window_set_default_size (GTK_WINDOW (window), 360, 640);
  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_info_bar_set_revealed (GTK_INFO_BAR (bar), TRUE);
  gtk_widget_set_visible (bar, TRUE);
  fixture_wait (fits_telephone, bar);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static const char *
get_icon (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget))
    return gtk_menu_button_get_icon_name (GTK_MENU_BUTTON (widget));
  return GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;
}

/* What is inside a menu button has its name from there; what the platform makes has its own. */
static void
assert_named (GtkWidget *widget)
{
  const char *icon = get_icon (widget);

  if (icon != NULL && !g_str_has_prefix (icon, "adw-") &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("the button with %s has no name", icon);
  if (icon != NULL || GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_INFO_BAR (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

/* Whoever does not see the pictures on the buttons hears what they do. */
static void
test_names (void)
{
  static const char *const views[] = { "list", "time", "actions", "signals", "map" };
  KringWindow *window = open_window ();

  kring_window_begin (window);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      activate_with (window, "win.view", views[i]);
      assert_named (GTK_WIDGET (window));
    }
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* Who starts the program and presses Enter has a new map. */
static void
test_start_focus (void)
{
  KringWindow *window = open_window ();
  GtkWidget *focus;

  fixture_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), ==, "app.new");
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* Escape in what was opened with a key leads back to where the keys work. */
static void
test_back_to_map (void)
{
  static const char *const openers[] = { "win.filter", "win.search" };
  KringWindow *window = open_window ();

  kring_window_begin (window);
  g_object_set (window, "show-names", FALSE, NULL);
  fixture_settle ();
  for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
    {
      GtkWidget *focus, *popover;

      activate (window, openers[i]);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);
      g_assert_nonnull (popover);
      g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY), "stop-search");
      fixture_settle ();
      g_assert_false (gtk_widget_get_visible (popover));
      g_assert_true (KRING_IS_CANVAS (gtk_window_get_focus (GTK_WINDOW (window))));
    }
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
test_undo (void)
{
  KringWindow *window = open_window ();
  KringDocument *document;
  KringMap *map;
  guint n_items;

  kring_window_begin (window);
  document = kring_window_get_document (window);
  map = kring_document_get_map (document);
  n_items = kring_map_get_n_items (map);
  g_assert_false (kring_document_get_modified (document));

  kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Noor",
                  KRING_POINT_INIT (0, 0));
  fixture_settle ();
  g_assert_cmpuint (kring_map_get_n_items (map), ==, n_items + 1);
  activate (window, "win.undo");
  g_assert_cmpuint (kring_map_get_n_items (map), ==, n_items);
  activate (window, "win.redo");
  g_assert_cmpuint (kring_map_get_n_items (map), ==, n_items + 1);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
test_pen (void)
{
  KringWindow *window = open_window ();
  KringEditor *editor;
  KringItem *item;

  kring_window_begin (window);
  editor = kring_document_get_editor (kring_window_get_document (window));
  activate_with (window, "win.pen", "police");
  assert_state (window, "pen", "police");
  item = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0));
  g_assert_cmpint (kring_item_get_party (item), ==, KRING_PARTY_POLICE);
  activate_with (window, "win.pen", "both");
  g_assert_cmpint (kring_editor_get_pen (editor), ==, KRING_PARTY_TOGETHER);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
test_views (void)
{
  KringWindow *window = open_window ();
  gboolean shown;

  kring_window_begin (window);
  assert_state (window, "view", "map");
  activate_with (window, "win.view", "list");
  assert_state (window, "view", "list");
  g_object_get (window, "show-names", &shown, NULL);
  g_assert_true (shown);
  activate (window, "win.name-list");
  g_object_get (window, "show-names", &shown, NULL);
  g_assert_false (shown);
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
is_saved (gpointer data)
{
  return !kring_document_get_modified (data) && !kring_document_get_busy (data);
}

static gboolean
has_second_window (gpointer data)
{
  return g_list_length (gtk_application_get_windows (data)) == 2;
}

static void
test_open_beside (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "proef.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  GtkApplication *application = GTK_APPLICATION (fixture_get_application ());
  KringWindow *window = open_window ();
  KringDocument *document;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  kring_window_begin (window);
  document = kring_window_get_document (window);
  kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Noor",
                  KRING_POINT_INIT (0, 0));
  g_assert_true (kring_document_save (document, file, KRING_SAVE_NORMAL, NULL, &error));
  g_assert_no_error (error);

  kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Dex",
                  KRING_POINT_INIT (0, 0));
  g_assert_true (kring_document_get_modified (document));
  activate (window, "win.save");
  fixture_wait (is_saved, document);

  g_action_group_activate_action (G_ACTION_GROUP (application), "open-again",
                                  g_variant_new_string (uri));
  fixture_wait (has_second_window, application);
  g_assert_true (kring_window_get_document (window) == document);
  while (gtk_application_get_windows (application) != NULL)
    fixture_assert_finalised (gtk_application_get_windows (application)->data);
}

static GtkWindow *
find_youth (void)
{
  return dialogs_find_window (KRING_TYPE_YOUTH_WINDOW);
}

static void
assert_as_large_as_screen (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor =
      gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle area;

  gdk_monitor_get_geometry (monitor, &area);
  g_assert_cmpint (gdk_surface_get_width (surface), ==, area.width);
  g_assert_cmpint (gdk_surface_get_height (surface), ==, area.height);
}

/* While the young person looks, no window of the program can be seen or brought up. */
static void
test_young_person (void)
{
  GApplication *application = G_APPLICATION (fixture_get_application ());
  KringWindow *window = open_window (), *other = open_window ();
  GtkWindow *youth;
  KringItem *noor, *oma;
  KringEditor *editor;

  kring_window_begin (window);
  editor = kring_document_get_editor (kring_window_get_document (window));
  noor = kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  oma = kring_edit_add (editor, KRING_KIND_PERSON, "Oma", KRING_POINT_INIT (90, 0));
  g_assert_nonnull (noor);
  g_assert_nonnull (kring_edit_add_tie (editor, kring_item_get_id (noor), kring_item_get_id (oma),
                                        "oma", KRING_CERTAINTY_CONFIRMED, NULL));
  activate (window, "win.youth");
  youth = find_youth ();
  g_assert_nonnull (youth);
  assert_as_large_as_screen (youth);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (other)));
  g_application_activate (application);
  fixture_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  kring_youth_picture_put (kring_youth_window_get_picture (KRING_YOUTH_WINDOW (youth)),
                           kring_item_get_id (oma), KRING_RING_NEAR);
  g_assert_cmpint (kring_item_get_choice (oma, "own_ring"), ==, KRING_RING_NEAR);
  g_assert_false (kring_youth_window_ask_to_leave (KRING_YOUTH_WINDOW (youth)));
  g_assert_true (kring_youth_window_ask_to_leave (KRING_YOUTH_WINDOW (youth)));
  fixture_settle ();
  g_assert_null (find_youth ());
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (other)));
  activate (window, "map.beside");
  activate (window, "map.beside");
  activate (window, "win.undo");
  g_assert_cmpint (kring_item_get_choice (oma, "own_ring"), ==, KRING_RING_NONE);
  fixture_assert_finalised (GTK_WIDGET (other));
  fixture_assert_finalised (GTK_WIDGET (window));
}

static gboolean
is_time_shown (KringWindow *window)
{
  GtkRevealer *revealer = GTK_REVEALER (
      gtk_widget_get_template_child (GTK_WIDGET (window), KRING_TYPE_WINDOW, "time_revealer"));

  return gtk_revealer_get_reveal_child (revealer);
}

/* Under the map and the list; not where time has a page of its own. */
static void
test_time (void)
{
  KringWindow *window = open_window ();
  KringItem *the_case;

  kring_window_begin (window);
  g_assert_false (is_time_shown (window));
  activate (window, "win.timeline");
  g_assert_true (is_time_shown (window));
  activate_with (window, "win.view", "time");
  g_assert_false (is_time_shown (window));
  activate_with (window, "win.view", "list");
  g_assert_true (is_time_shown (window));
  activate (window, "win.timeline");
  g_assert_false (is_time_shown (window));

  the_case = kring_map_get_case (kring_document_get_map (kring_window_get_document (window)));
  activate (window, "win.begin-meeting");
  g_assert_nonnull (kring_item_get_text (the_case, "meeting"));
  activate (window, "win.undo");
  g_assert_null (kring_item_get_text (the_case, "meeting"));
  activate (window, "win.news");
  assert_state (window, "view", "map");
  fixture_assert_finalised (GTK_WIDGET (window));
}

static KringPresentedMap *
find_presented (void)
{
  GtkWindow *window = dialogs_find_window (KRING_TYPE_PRESENTATION);

  return window != NULL ? kring_presentation_get_map (KRING_PRESENTATION (window)) : NULL;
}

/* Asks for whom and presents to that reader. */
static void
present_to (KringWindow *window, KringReader reader)
{
  AdwMessageDialog *question;

  activate (window, "win.present");
  question = dialogs_find ();
  g_assert_true (KRING_IS_PRESENTING_QUESTION (question));
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek_type (GTK_WIDGET (question), ADW_TYPE_COMBO_ROW)),
                              reader);
  dialogs_answer ("present");
  g_assert_nonnull (find_presented ());
}

/* It is asked for whom; the own window goes on showing all; the same key ends it. */
static void
test_present (void)
{
  KringWindow *window = open_window ();
  KringEditor *editor;
  KringShareRule rule;
  KringItem *dex;
  GtkWindow *question;

  kring_window_begin (window);
  editor = kring_document_get_editor (kring_window_get_document (window));
  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0));
  kring_edit_set_one (editor, kring_item_get_id (dex), "audience", g_variant_new_string ("police"),
                      NULL);
  activate (window, "win.present");
  dialogs_answer ("cancel");
  g_assert_null (find_presented ());

  present_to (window, KRING_READER_CARE);
  g_assert_null (kring_map_get_item (kring_presented_map_get_part (find_presented ()),
                                     kring_item_get_id (dex)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  activate (window, "win.blank");
  g_assert_true (kring_presented_map_get_blank (find_presented ()));
  activate (window, "win.blank");
  g_assert_false (kring_presented_map_get_blank (find_presented ()));
  activate (window, "win.present");
  g_assert_null (find_presented ());

  /* The last answer is filled in. */
  activate (window, "win.present");
  question = GTK_WINDOW (dialogs_find ());
  kring_presenting_question_get_rule (KRING_PRESENTING_QUESTION (question), &rule);
  g_assert_cmpint (rule.reader, ==, KRING_READER_CARE);
  dialogs_answer ("present");
  g_assert_nonnull (find_presented ());

  /* What goes out of sight here goes from their screen too. */
  activate (window, "win.youth");
  g_assert_null (find_presented ());
  kring_youth_window_ask_to_leave (KRING_YOUTH_WINDOW (find_youth ()));
  kring_youth_window_ask_to_leave (KRING_YOUTH_WINDOW (find_youth ()));
  fixture_settle ();
  present_to (window, KRING_READER_MUNICIPALITY);
  fixture_assert_finalised (GTK_WIDGET (window));
  g_assert_null (find_presented ());
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/window/start", test_start);
  g_test_add_func ("/ui/window/finalised", test_finalised);
  g_test_add_func ("/ui/window/keyboard-on-map", test_keyboard_on_map);
  g_test_add_func ("/ui/window/keyboard-in-view", test_keyboard_in_view);
  g_test_add_func ("/ui/window/back-to-map", test_back_to_map);
  g_test_add_func ("/ui/window/undo", test_undo);
  g_test_add_func ("/ui/window/pen", test_pen);
  g_test_add_func ("/ui/window/views", test_views);
  g_test_add_func ("/ui/window/time", test_time);
  g_test_add_func ("/ui/window/open-beside", test_open_beside);
  g_test_add_func ("/ui/window/changed-bar", test_changed_bar);
  g_test_add_func ("/ui/window/names", test_names);
  g_test_add_func ("/ui/window/start-focus", test_start_focus);
  g_test_add_func ("/ui/window/young-person", test_young_person);
  g_test_add_func ("/ui/window/present", test_present);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
