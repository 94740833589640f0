/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes over the clipboard says how much stays behind, and which when asked. */
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-left-window.h"
#include "map/edit/kring-commands.h"

/* Noor, of whom a remark names Hassan, who is for the police. */
static KringWindow *
open_window (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  g_autoptr (KringDocument) document = kring_document_new ();
  KringEditor *editor = kring_document_get_editor (document);
  KringItem *noor = kring_edit_add (editor, KRING_KIND_PERSON, "Noor", KRING_POINT_INIT (0, 0));
  KringItem *hassan =
      kring_edit_add (editor, KRING_KIND_PERSON, "Hassan <B>", KRING_POINT_INIT (90, 0));

  kring_edit_type (editor, kring_item_get_id (noor), "notes", "Ze kent hassan.", NULL);
  kring_edit_set_one (editor, kring_item_get_id (hassan), "audience",
                      g_variant_new_string ("police"), NULL);
  kring_window_set_document (window, document, NULL);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

static void
activate (KringWindow *window, const char *name)
{
  KringCanvas *canvas = KRING_CANVAS (seek_type (GTK_WIDGET (window), KRING_TYPE_CANVAS));

  g_action_group_activate_action (kring_canvas_get_actions (canvas), name, NULL);
}

static gboolean
is_button_for_list (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.show-left") == 0;
}

static gboolean
is_line (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

static GtkWindow *
find_list (KringWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *link = all; link != NULL; link = link->next)
    if (gtk_window_get_transient_for (link->data) == GTK_WINDOW (window))
      return link->data;
  return NULL;
}

/* What the button of the message opens; goes away again. */
static void
assert_listed (KringWindow *window, const char *const *lines)
{
  GtkWidget *button = seek (GTK_WIDGET (window), is_button_for_list, NULL);
  GtkWindow *list;

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  list = find_list (window);
  g_assert_nonnull (list);
  for (guint i = 0; lines[i] != NULL; i++)
    if (seek (GTK_WIDGET (list), is_line, lines[i]) == NULL)
      g_test_fail_printf ("“%s” is not listed", lines[i]);
  gtk_window_destroy (list);
}

static void
test_picture (void)
{
  KringWindow *window = open_window ();

  activate (window, "copy-picture");
  fixture_settle ();
  g_assert_cmpstr (kring_toasts_get_text (window->teller), ==,
                   "Picture copied, 1 item stays behind, 1 text left out");
  assert_listed (window, (const char *const[]){ "1 item stays behind", "Hassan <B> (police only)",
                                                "1 text names what stays behind, and is left out",
                                                "Noor, Notes: “Ze kent hassan.”", NULL });
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Only of what was chosen; and the remark is not in the text anyway. */
static void
test_text (void)
{
  KringWindow *window = open_window ();

  activate (window, "select-all");
  activate (window, "copy");
  fixture_settle ();
  g_assert_cmpstr (kring_toasts_get_text (window->teller), ==,
                   "Copied; as text 1 item stays behind");
  assert_listed (window, (const char *const[]){ "Hassan <B> (police only)", NULL });
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Where nothing stays behind, there is nothing to be listed. */
static void
test_nothing (void)
{
  KringWindow *window = open_window ();
  KringMap *map = kring_document_get_map (window->document);
  KringItem *hassan = NULL;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (kring_item_get_audience (kring_map_get_nth (map, i)) == KRING_AUDIENCE_POLICE)
      hassan = kring_map_get_nth (map, i);
  kring_edit_set_one (kring_document_get_editor (window->document), kring_item_get_id (hassan),
                      "audience", NULL, NULL);
  activate (window, "copy-picture");
  fixture_settle ();
  g_assert_cmpstr (kring_toasts_get_text (window->teller), ==, "Picture copied");
  g_assert_null (seek (GTK_WIDGET (window), is_button_for_list, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_titled (GtkWidget *widget, gconstpointer title)
{
  return ADW_IS_PREFERENCES_ROW (widget) && gtk_widget_get_visible (widget) &&
         g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

static gboolean
is_view_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_COMBO_ROW (widget) && is_titled (widget, "What");
}

/* Each under its reason. */
static gboolean
has_both (gpointer dialog)
{
  return seek (dialog, is_line, "Only for the police") != NULL &&
         seek (dialog, is_line, "Hassan <B>") != NULL &&
         seek (dialog, is_line, "Not in the young person's view") != NULL &&
         seek (dialog, is_line, "Noor") != NULL;
}

static gboolean
starts_with (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* Who makes the young person's view reads what is not in it; for whom it is, is not asked. */
static void
test_youth (void)
{
  KringWindow *window = open_window ();
  GtkWindow *dialog = kring_export_dialog_new (NULL, kring_document_get_map (window->document), 0);

  gtk_window_present (dialog);
  fixture_settle ();
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_titled, "Who is this sheet for?"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (seek (GTK_WIDGET (dialog), is_view_row, NULL)), 1);
  fixture_settle ();
  g_assert_null (seek (GTK_WIDGET (dialog), is_titled, "Who is this sheet for?"));
  g_assert_nonnull (seek (GTK_WIDGET (dialog), is_line, "2 items stay behind"));
  fixture_wait (has_both, GTK_WIDGET (dialog));
  g_assert_nonnull (
      seek (GTK_WIDGET (dialog), starts_with,
            "1 sheet. Only what the young person may see is in it. 2 items stay behind."));
  gtk_window_destroy (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* On a small screen all choices are there at once. */
static void
test_room (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  GtkWindow *dialog = kring_export_dialog_new (NULL, map, 0);
  GtkWidget *scroller = seek_type (GTK_WIDGET (dialog), GTK_TYPE_SCROLLED_WINDOW);
  int natural;

  gtk_window_present (dialog);
  fixture_settle ();
  gtk_widget_measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller)),
                      GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, <=, 768 - 52); /* without the bar with the buttons */
  gtk_window_destroy (dialog);
}

static gboolean
has_dex (gpointer dialog)
{
  return seek (dialog, is_line, "Dex") != NULL;
}

/* With letters twice as large it still fits a small screen, all of it within reach. */
static void
test_large_letters (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  g_autoptr (KringDocument) document = fixture_new_document ("Noor");
  KringItem *dex = kring_edit_add (kring_document_get_editor (document), KRING_KIND_PERSON, "Dex",
                                   KRING_POINT_INIT (90, 0));
  GtkWindow *dialog;
  graphene_rect_t bounds;
  int width;

  kring_edit_set_one (kring_document_get_editor (document), kring_item_get_id (dex), "audience",
                      g_variant_new_string ("police"), NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  dialog = kring_export_dialog_new (NULL, kring_document_get_map (document), 0);
  gtk_window_set_default_size (dialog, 1366, 768);
  gtk_window_present (dialog);
  fixture_settle ();
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 1366);
  fixture_wait (has_dex, GTK_WIDGET (dialog));
  g_assert_true (gtk_widget_compute_bounds (seek (GTK_WIDGET (dialog), is_line, "Dex"),
                                            GTK_WIDGET (dialog), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 768);
  gtk_window_destroy (dialog);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* However much it is, it does not take the window; the rest is counted. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  KringWindow *window = open_window ();
  GtkWindow *list;

  for (guint i = 0; i < KRING_LEFT_LINES_MAX + 3; i++)
    g_ptr_array_add (lines, g_strdup_printf ("P%u", i));
  g_ptr_array_add (lines, NULL);
  kring_left_window_show (GTK_WINDOW (window), (const char *const *) lines->pdata,
                          (const char *const[]){ NULL });
  list = find_list (window);
  g_assert_nonnull (seek (GTK_WIDGET (list), is_line, "P99"));
  g_assert_null (seek (GTK_WIDGET (list), is_line, "P100"));
  g_assert_nonnull (seek (GTK_WIDGET (list), is_line, "and 3 more"));
  gtk_window_destroy (list);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/left/picture", test_picture);
  g_test_add_func ("/ui/left/text", test_text);
  g_test_add_func ("/ui/left/nothing", test_nothing);
  g_test_add_func ("/ui/left/youth", test_youth);
  g_test_add_func ("/ui/left/room", test_room);
  g_test_add_func ("/ui/left/large-letters", test_large_letters);
  g_test_add_func ("/ui/left/many", test_many);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
