/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layouts there are to choose from: what is tried of them, what is kept, and what is put back. */
#include "calm.h"
#include "gtk/layouts/kring-arranger.h"
#include "gtk/layouts/kring-layout-card.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <adwaita.h>

#define N_PERSONS 6
/* What was going to happen has happened by then. */
#define FRAMES 4

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  KringSession *session;
  KringCanvas *canvas;
  KringArranger *arranger;
  KringLayoutCard *card;
  GtkWindow *window;
  const char *ids[N_PERSONS]; /* interned; Person 0 is in the middle */
  KringPoint before[N_PERSONS];
} Stage;

static KringPoint
place_of (Stage *self, guint person)
{
  KringPoint at = { 0, 0 };

  g_assert_true (kring_item_get_position (kring_map_get_item (self->map, self->ids[person]), &at));
  return at;
}

static void
stage_fill (Stage *self)
{
  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      KringPoint at = { 60.0 * i, 10.0 * i };
      KringItem *person = i == 0 ? kring_edit_add_centre (self->editor, name, at)
                                 : kring_edit_add (self->editor, KRING_KIND_PERSON, name, at);

      self->ids[i] = kring_item_get_id (person);
      if (i > 0)
        kring_edit_add_tie (self->editor, self->ids[i], self->ids[i / 2], "knows",
                            KRING_CERTAINTY_CONFIRMED, NULL);
      self->before[i] = place_of (self, i);
    }
}

static Stage *
stage_new (void)
{
  Stage *self = g_new0 (Stage, 1);
  GtkWidget *overlay = gtk_overlay_new ();

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (3));
  self->session = kring_session_new (self->editor);
  stage_fill (self);
  self->window = GTK_WINDOW (adw_window_new ());
  self->canvas = KRING_CANVAS (kring_canvas_new ());
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  kring_canvas_set_session (self->canvas, self->session);
  self->arranger = kring_arranger_new (self->canvas);
  self->card = KRING_LAYOUT_CARD (kring_layout_card_new (self->canvas, self->arranger));
  gtk_widget_set_halign (GTK_WIDGET (self->card), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self->card), GTK_ALIGN_START);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->card));
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (self->window, 1000, 800);
  gtk_window_present (self->window);
  calm_until (gtk_widget_get_width (GTK_WIDGET (self->canvas)) > 0);
  return self;
}

static void
stage_free (Stage *self)
{
  GtkWidget *canvas = g_object_ref (GTK_WIDGET (self->canvas));

  gtk_window_destroy (self->window);
  g_object_unref (self->arranger);
  calm_until (G_OBJECT (canvas)->ref_count == 1);
  g_assert_finalize_object (canvas);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
is_choice (GtkWidget *widget, gconstpointer title)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, GTK_TYPE_BUTTON) && seek (widget, says, title) != NULL;
}

/* What is chosen with the word @title. */
static GtkWidget *
get_choice (Stage *self, const char *title)
{
  GtkWidget *choice = seek (GTK_WIDGET (self->card), is_choice, title);

  g_assert_nonnull (choice);
  return choice;
}

static GtkWidget *
get_popover (Stage *self)
{
  return seek_type (GTK_WIDGET (self->card), GTK_TYPE_POPOVER);
}

static void
open_menu (Stage *self)
{
  kring_layout_card_open_menu (self->card);
  calm_until (gtk_widget_get_mapped (get_popover (self)));
  calm_down (FRAMES);
}

static gboolean
is_focused (Stage *self, const char *title)
{
  return gtk_window_get_focus (self->window) == get_choice (self, title);
}

static guint
count_moved (Stage *self)
{
  guint count = 0;

  for (guint i = 0; i < N_PERSONS; i++)
    count += kring_point_distance (self->before[i], place_of (self, i)) > 0;
  return count;
}

/* A key as it comes to what is inside the menu, before what has the keyboard. */
static gboolean
press (Stage *self, guint key)
{
  return seek_press (gtk_widget_get_parent (get_choice (self, "Calm")), key, 0);
}

/* A click lays the map out as it says, in one step, closes, and gives the keyboard to the map. */
static void
test_chosen (void)
{
  g_autoptr (Stage) stage = stage_new ();
  KringHistory *history = kring_session_get_history (stage->session);

  open_menu (stage);
  g_signal_emit_by_name (get_choice (stage, "Calm"), "clicked");
  calm_until (!gtk_widget_get_mapped (get_popover (stage)));
  calm_until (!kring_arranger_get_busy (stage->arranger));
  g_assert_cmpuint (count_moved (stage), >, 0);
  g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Arrange");
  g_assert_true (gtk_window_get_focus (stage->window) == GTK_WIDGET (stage->canvas));
  g_assert_nonnull (seek (GTK_WIDGET (stage->card), says, "Layout: calm"));
  open_menu (stage);
  g_assert_true (is_focused (stage, "Calm"));
  gtk_popover_popdown (GTK_POPOVER (get_popover (stage)));
  calm_until (!gtk_widget_get_mapped (get_popover (stage)));
  kring_history_undo (history);
  g_assert_cmpuint (count_moved (stage), ==, 0);
  open_menu (stage);
  g_assert_true (is_focused (stage, "Rings"));
  g_signal_emit_by_name (get_choice (stage, "Rings"), "clicked");
  calm_until (!kring_arranger_get_busy (stage->arranger));
  g_assert_nonnull (seek (GTK_WIDGET (stage->card), says, "Layout: rings"));
  calm_until (!gtk_widget_get_mapped (get_popover (stage)));
}

/* Arrows try one after the other, also among the ticks; what is tried is put back with Escape. */
static void
test_tried (void)
{
  g_autoptr (Stage) stage = stage_new ();
  KringHistory *history = kring_session_get_history (stage->session);
  guint64 revision = kring_history_get_revision (history);

  open_menu (stage);
  g_assert_false (kring_arranger_get_busy (stage->arranger));
  g_assert_true (is_focused (stage, "Rings"));
  g_assert_true (press (stage, GDK_KEY_Down));
  g_assert_true (is_focused (stage, "Calm"));
  g_assert_true (kring_arranger_get_busy (stage->arranger));
  g_assert_true (press (stage, GDK_KEY_Up));
  g_assert_true (is_focused (stage, "Rings"));
  g_assert_false (press (stage, GDK_KEY_Return));
  calm_until (!kring_arranger_get_busy (stage->arranger));
  g_assert_false (press (stage, GDK_KEY_Escape));
  gtk_popover_popdown (GTK_POPOVER (get_popover (stage)));
  calm_until (!gtk_widget_get_mapped (get_popover (stage)));
  g_assert_false (kring_arranger_cancel (stage->arranger));
  g_assert_cmpuint (kring_history_get_revision (history), ==, revision);
  g_assert_cmpuint (count_moved (stage), ==, 0);
}

/* What the pointer rests on is tried; what it only passes is not. */
static void
test_pointed (void)
{
  g_autoptr (Stage) stage = stage_new ();
  KringPoint at;

  open_menu (stage);
  at = hands_find (get_choice (stage, "Groups"), KRING_POINT_INIT (30, 20));
  hands_do ("mousemove %.0f %.0f", at.x, at.y);
  calm_until (kring_arranger_get_busy (stage->arranger) || kring_arranger_cancel (stage->arranger));
  gtk_popover_popdown (GTK_POPOVER (get_popover (stage)));
  calm_until (!gtk_widget_get_mapped (get_popover (stage)));
  g_assert_false (kring_arranger_cancel (stage->arranger));
  g_assert_cmpuint (count_moved (stage), ==, 0);
}

/* Without somebody in the middle there are no rings, and the choice says how to get them. */
static void
test_middle (void)
{
  g_autoptr (Stage) stage = stage_new ();

  g_assert_true (gtk_widget_get_sensitive (get_choice (stage, "Rings")));
  kring_edit_set_centre (stage->editor, NULL);
  g_assert_false (gtk_widget_get_sensitive (get_choice (stage, "Rings")));
  g_assert_nonnull (seek (get_choice (stage, "Rings"), says, "First choose who this map is about"));
  g_assert_null (seek (GTK_WIDGET (stage->card), says, "Layout: rings"));
  kring_edit_set_centre (stage->editor, stage->ids[0]);
  g_assert_true (gtk_widget_get_sensitive (get_choice (stage, "Rings")));
}

static gboolean
is_tick (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_CHECK_BUTTON (widget) &&
         g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

/* The ticks are what the layouts go by; the first says how much is selected. */
static void
test_ticks (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *card = GTK_WIDGET (stage->card), *only, *keep;
  gboolean on;

  only = seek (card, is_tick, "Only what is _selected (nothing now)");
  keep = seek (card, is_tick, "_Keep what stands, place only the rest");
  g_assert_false (gtk_widget_get_sensitive (only));
  kring_selection_select (kring_session_get_selection (stage->session), stage->ids[3]);
  g_assert_true (gtk_widget_get_sensitive (only));
  g_assert_true (only == seek (card, is_tick, "Only what is _selected (1)"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), TRUE);
  g_object_get (stage->arranger, "keep", &on, NULL);
  g_assert_true (on);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (only), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (keep), FALSE);
  g_object_get (stage->arranger, "only-selected", &on, NULL);
  g_assert_true (on);
  kring_arranger_run (stage->arranger, KRING_LAYOUT_READABLE);
  calm_until (!kring_arranger_get_busy (stage->arranger));
  for (guint i = 0; i < N_PERSONS; i++)
    g_assert_true (i == 3 || kring_point_distance (stage->before[i], place_of (stage, i)) < 1e-6);
}

static gboolean
is_stop (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "_Stop") == 0;
}

/* What takes long can be stopped; then nothing has moved. */
static void
test_stopped (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *stop = seek (GTK_WIDGET (stage->card), is_stop, NULL);

  g_assert_false (gtk_widget_get_mapped (stop));
  kring_arranger_run (stage->arranger, KRING_LAYOUT_READABLE);
  g_signal_emit_by_name (stop, "clicked");
  g_assert_false (kring_arranger_get_busy (stage->arranger));
  calm_down (FRAMES);
  g_assert_cmpuint (count_moved (stage), ==, 0);
  g_assert_true (gtk_window_get_focus (stage->window) == GTK_WIDGET (stage->canvas));
}

/* Where there is little width only the sign is left. */
static void
test_narrow (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *label = seek (GTK_WIDGET (stage->card), says, "Layout: rings");

  g_assert_true (gtk_widget_get_mapped (label));
  kring_layout_card_set_narrow (stage->card, TRUE);
  g_assert_false (gtk_widget_get_mapped (label));
  kring_layout_card_set_narrow (stage->card, FALSE);
  g_assert_true (gtk_widget_get_visible (label));
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  adw_init ();
  g_test_add_func ("/layout-card/chosen", test_chosen);
  g_test_add_func ("/layout-card/tried", test_tried);
  g_test_add_func ("/layout-card/pointed", test_pointed);
  g_test_add_func ("/layout-card/middle", test_middle);
  g_test_add_func ("/layout-card/ticks", test_ticks);
  g_test_add_func ("/layout-card/stopped", test_stopped);
  g_test_add_func ("/layout-card/narrow", test_narrow);
  return g_test_run ();
}
