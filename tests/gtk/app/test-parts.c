/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-empty-state.h"
#include "gtk/app/kring-pen-tray.h"
#include "gtk/app/kring-preferences.h"
#include "gtk/names/kring-name-panel.h"
#include "gtk/names/kring-name-row.h"
#include "gtk/sharing/kring-export-dialog.h"
#include "gtk/sharing/kring-form-group.h"
#include "gtk/widgets/kring-adaptive-bin.h"
#include "gtk/widgets/kring-file-chooser.h"

static void
test_finalised (void)
{
  g_autoptr (GSettings) settings = g_settings_new (KRING_APPLICATION_ID);
  g_autoptr (KringMap) map = kring_map_new ();

  fixture_assert_finalised (kring_empty_state_new ());
  fixture_assert_finalised (kring_pen_tray_new ());
  fixture_assert_finalised (kring_name_panel_new ());
  fixture_assert_finalised (GTK_WIDGET (kring_preferences_new (settings)));
  fixture_assert_finalised (GTK_WIDGET (kring_export_dialog_new (NULL, map, 0)));
}

/* What is typed stays kept, though the list has another line in the place of the one it was about. */
static void
test_row_of_new_line (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  g_autoptr (KringDrafts) drafts = kring_drafts_new (kring_editor_get_history (editor), map);
  g_autoptr (KringNameList) names = kring_name_list_new (editor);
  GtkWidget *widget = g_object_ref_sink (kring_name_row_new (0));
  KringNameRow *row = KRING_NAME_ROW (widget);

  kring_name_list_apply_line (names, 0, "Dex");
  kring_name_row_set_text (row, "Dex");
  kring_name_row_type (row, "Dex, 2");
  kring_name_row_keep (row, names, drafts);
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 1);
  kring_name_list_apply_line (names, 0, "Dexter");
  kring_name_row_type (row, "Dex, 21");
  kring_name_row_keep (row, names, drafts);
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 1);
  kring_name_list_apply_line (names, 0, "Dex");
  kring_name_row_set_text (row, "Dex");
  kring_name_row_keep (row, names, drafts);
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 0);
  g_object_unref (widget);
}

/* Offered only when something is hidden, and not chosen. */
static void
test_export_shown (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringFilter) filter = kring_filter_new ();
  GtkWindow *dialog = kring_export_dialog_new (NULL, map, 0);
  GtkWidget *form, *row, *toggle;

  form = seek_type (GTK_WIDGET (dialog), KRING_TYPE_FORM_GROUP);
  row = GTK_WIDGET (gtk_widget_get_template_child (form, KRING_TYPE_FORM_GROUP, "shown_row"));
  toggle = GTK_WIDGET (gtk_widget_get_template_child (form, KRING_TYPE_FORM_GROUP, "shown_switch"));
  kring_export_dialog_offer_shown (KRING_EXPORT_DIALOG (dialog), filter);
  g_assert_false (gtk_widget_get_visible (row));
  kring_filter_set_text (filter, "dex");
  kring_export_dialog_offer_shown (KRING_EXPORT_DIALOG (dialog), filter);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Only what is shown now (0 of 0)");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_window_destroy (dialog);
}

static gboolean
is_folded (gpointer preview)
{
  return !gtk_widget_get_visible (preview);
}

/* Without room for the preview, everything else is still within reach. */
static void
test_export_narrow (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  GtkWindow *dialog = kring_export_dialog_new (NULL, map, 0);
  int width;

  gtk_window_set_default_size (dialog, 360, 640);
  gtk_window_present (dialog);
  fixture_wait (is_folded, GTK_WIDGET (gtk_widget_get_template_child (
                               GTK_WIDGET (dialog), KRING_TYPE_EXPORT_DIALOG, "preview")));
  gtk_widget_measure (GTK_WIDGET (dialog), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  g_assert_cmpint (width, <=, 360);
  gtk_window_destroy (dialog);
}

static void
test_tray_tools (void)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (KringSession) session = kring_session_new (kring_document_get_editor (document));
  GtkWidget *tray = g_object_ref_sink (kring_pen_tray_new ());

  kring_session_set_tool (session, KRING_TOOL_TIE);
  kring_pen_tray_set_session (KRING_PEN_TRAY (tray), session);
  g_assert_cmpint (kring_session_get_tool (session), ==, KRING_TOOL_TIE);
  for (int mode = KRING_TRAY_FULL; mode <= KRING_TRAY_SINGLE; mode++)
    kring_pen_tray_set_mode (KRING_PEN_TRAY (tray), mode);
  kring_pen_tray_set_mode (KRING_PEN_TRAY (tray), KRING_TRAY_FULL);
  kring_session_set_thing_kind (session, KRING_KIND_VEHICLE);
  g_assert_cmpint (kring_session_get_tool (session), ==, KRING_TOOL_TIE);
  g_object_unref (tray);
}

static GtkWidget *
get_captioned (GtkWidget *widget, const char *caption)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), caption) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_POPOVER (child) ? NULL : get_captioned (child, caption);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Another thing in the hand takes no room, and the place is one click away again. */
static void
test_tray_things (void)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (KringSession) session = kring_session_new (kring_document_get_editor (document));
  GtkWidget *window = gtk_window_new (), *tray = kring_pen_tray_new (), *label, *button, *kinds;
  int before, after;

  kring_pen_tray_set_session (KRING_PEN_TRAY (tray), session);
  kring_pen_tray_set_mode (KRING_PEN_TRAY (tray), KRING_TRAY_SHORT);
  gtk_window_set_child (GTK_WINDOW (window), tray);
  gtk_window_present (GTK_WINDOW (window));
  label = get_captioned (tray, "Place");
  button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
  kinds = gtk_widget_get_last_child (button);
  g_assert_true (GTK_IS_POPOVER (kinds));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (kring_session_get_tool (session), ==, KRING_TOOL_THING);
  g_assert_false (gtk_widget_get_visible (kinds));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_get_visible (kinds));
  gtk_popover_popdown (GTK_POPOVER (kinds));

  gtk_widget_measure (tray, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &before, NULL, NULL);
  kring_session_set_thing_kind (session, KRING_KIND_EVENT);
  gtk_widget_measure (tray, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &after, NULL, NULL);
  g_assert_cmpint (after, <=, before);
  kring_session_set_tool (session, KRING_TOOL_SELECT);
  g_assert_cmpint (kring_session_get_thing_kind (session), ==, KRING_KIND_PLACE);
  g_assert_true (gtk_widget_get_visible (label));
  /* With a key it is taken as well, and the next click asks. */
  kring_session_set_tool (session, KRING_TOOL_THING);
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_get_visible (kinds));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_names (void)
{
  const KringFileType pdf = { "PDF", "pdf", "application/pdf" },
                      png = { "PNG", "png", "image/png" };
  g_autofree char *added = kring_file_type_dup_name (&kring_file_type_map, "overleg");
  g_autofree char *kept = kring_file_type_dup_name (&pdf, "Blad.PDF");
  g_autofree char *other = kring_file_type_dup_name (&png, "blad.pdf");

  g_assert_cmpstr (added, ==, "overleg.kring");
  g_assert_cmpstr (kept, ==, "Blad.PDF");
  g_assert_cmpstr (other, ==, "blad.pdf.png");
}

typedef struct
{
  KringAdaptiveBin *bin;
  guint step;
} Expected;

static gboolean
has_step (gpointer data)
{
  Expected *expected = data;

  return kring_adaptive_bin_get_step (expected->bin) == expected->step;
}

static void
test_steps (void)
{
  static const int steps[] = { 300, 600 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *bin = g_object_new (KRING_TYPE_ADAPTIVE_BIN, "child",
                                 gtk_label_new ("a label that is rather long"), NULL);
  Expected expected = { KRING_ADAPTIVE_BIN (bin), 1 };

  kring_adaptive_bin_set_steps (KRING_ADAPTIVE_BIN (bin), steps, G_N_ELEMENTS (steps));
  gtk_window_set_child (GTK_WINDOW (window), bin);
  gtk_window_set_default_size (GTK_WINDOW (window), 450, 200);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (has_step, &expected);

  /* Letters twice as large make every width half of what it was. */
  expected.step = 0;
  g_object_set (gtk_widget_get_settings (bin), "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  gtk_widget_queue_allocate (bin);
  fixture_wait (has_step, &expected);
  expected.step = 1;
  gtk_settings_reset_property (gtk_widget_get_settings (bin), "gtk-xft-dpi");
  gtk_widget_queue_allocate (bin);
  fixture_wait (has_step, &expected);

  expected.step = 0;
  gtk_window_set_default_size (GTK_WINDOW (window), 200, 200);
  fixture_wait (has_step, &expected);
  fixture_assert_finalised (window);
}

/* The widest and the narrowest that is on the screen in any frame. */
typedef struct
{
  KringAdaptiveBin *bin;
  guint least, most, n;
} Frames;

static void
note_frame_cb (Frames *frames)
{
  guint step = kring_adaptive_bin_get_step (frames->bin);

  frames->least = MIN (frames->least, step);
  frames->most = MAX (frames->most, step);
  frames->n++;
}

static gboolean
has_frames (gpointer data)
{
  Frames *frames = data;

  gtk_widget_queue_draw (GTK_WIDGET (frames->bin));
  return frames->n > 2;
}

/* What is seen first is laid out for the width that it has, within margins too. */
static void
test_first_frame (void)
{
  static const int steps[] = { 300, 600, 900 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *outer = g_object_new (KRING_TYPE_ADAPTIVE_BIN, NULL);
  GtkWidget *bin = g_object_new (KRING_TYPE_ADAPTIVE_BIN, "child", gtk_label_new ("a label"),
                                 "margin-end", 400, NULL);
  Frames frames = { KRING_ADAPTIVE_BIN (bin), G_MAXUINT, 0, 0 };
  Frames around = { KRING_ADAPTIVE_BIN (outer), G_MAXUINT, 0, 0 };
  GdkFrameClock *clock;

  g_object_set (outer, "child", bin, NULL);
  kring_adaptive_bin_set_steps (KRING_ADAPTIVE_BIN (outer), steps, G_N_ELEMENTS (steps));
  kring_adaptive_bin_set_steps (KRING_ADAPTIVE_BIN (bin), steps, G_N_ELEMENTS (steps));
  gtk_window_set_child (GTK_WINDOW (window), outer);
  gtk_window_set_default_size (GTK_WINDOW (window), 750, 200);
  gtk_widget_realize (window);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (note_frame_cb), &frames);
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (note_frame_cb), &around);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (has_frames, &frames);
  g_assert_cmpuint (frames.least, ==, 1);
  g_assert_cmpuint (frames.most, ==, 1);
  g_assert_cmpuint (around.least, ==, 2);
  g_assert_cmpuint (around.most, ==, 2);
  g_signal_handlers_disconnect_by_data (clock, &frames);
  g_signal_handlers_disconnect_by_data (clock, &around);
  fixture_assert_finalised (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/parts/finalised", test_finalised);
  g_test_add_func ("/ui/parts/row-of-new-line", test_row_of_new_line);
  g_test_add_func ("/ui/parts/export-shown", test_export_shown);
  g_test_add_func ("/ui/parts/export-narrow", test_export_narrow);
  g_test_add_func ("/ui/parts/tray-tools", test_tray_tools);
  g_test_add_func ("/ui/parts/tray-things", test_tray_things);
  g_test_add_func ("/ui/parts/names-of-files", test_names);
  g_test_add_func ("/ui/parts/steps-of-width", test_steps);
  g_test_add_func ("/ui/parts/first-frame", test_first_frame);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
