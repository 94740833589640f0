/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opens and closes in the window, by its actions and by what lies over the map. */
#include "calm.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-question-card.h"
#include "gtk/overlay/kring-legend-card.h"
#include "gtk/layouts/kring-layout-card.h"
#include "gtk/timeline/kring-time-strip.h"
#include "map/edit/kring-commands.h"

#define FRAMES 8

typedef struct
{
  KringWindow *window;
  KringEditor *editor;
  KringSelection *selection;
  KringQuestionCard *questions;
  char *noor, *dex; /* (owned) */
} Stage;

static char *
add (Stage *self, const char *name, double x)
{
  return g_strdup (kring_item_get_id (
      kring_edit_add (self->editor, KRING_KIND_PERSON, name, KRING_POINT_INIT (x, 0))));
}

static void
run (Stage *self, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action,
                                             parameter != NULL ? "s" : NULL, parameter));
  calm_down (FRAMES);
}

static GtkWidget *
find (Stage *self, GType type)
{
  return seek_type (GTK_WIDGET (self->window), type);
}

static Stage *
stage_new (void)
{
  Stage *self = g_new0 (Stage, 1);
  KringDocument *document;

  self->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  gtk_window_present (GTK_WINDOW (self->window));
  kring_window_begin (self->window);
  document = kring_window_get_document (self->window);
  self->editor = kring_document_get_editor (document);
  self->selection = kring_session_get_selection (kring_window_get_session (self->window));
  self->noor = add (self, "Noor", 0);
  self->dex = add (self, "Dex", 200);
  kring_edit_add_tie (self->editor, self->noor, self->dex, "friend", KRING_CERTAINTY_CONFIRMED,
                      NULL);
  self->questions = KRING_QUESTION_CARD (find (self, KRING_TYPE_QUESTION_CARD));
  calm_down (FRAMES);
  return self;
}

static void
stage_free (Stage *self)
{
  calm_down (FRAMES);
  fixture_assert_finalised (GTK_WIDGET (self->window));
  g_free (self->noor);
  g_free (self->dex);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static gboolean
is_shown (gpointer view)
{
  return gtk_widget_get_mapped (view);
}

static gboolean
is_away (gpointer view)
{
  return !gtk_widget_get_mapped (view);
}

static gboolean
is_open_popover (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget);
}

static void
close_popover (GtkWidget *popover)
{
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_wait (is_away, popover);
}

/* The legend comes and goes with the same key. */
static void
test_legend (void)
{
  g_autoptr (Stage) stage = stage_new ();
  KringLegendCard *legend = KRING_LEGEND_CARD (find (stage, KRING_TYPE_LEGEND_CARD));

  g_assert_false (kring_legend_card_get_open (legend));
  run (stage, "win.legend", NULL);
  g_assert_true (kring_legend_card_get_open (legend));
  run (stage, "win.legend", NULL);
  g_assert_false (kring_legend_card_get_open (legend));
}

/* From another view the map comes first, for there they are. */
static void
test_layouts (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *card = find (stage, KRING_TYPE_LAYOUT_CARD), *popover;

  run (stage, "win.view", "list");
  fixture_wait (is_away, card);
  run (stage, "win.layouts", NULL);
  fixture_wait (is_shown, card);
  popover = seek (card, is_open_popover, NULL);
  g_assert_nonnull (popover);
  close_popover (popover);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* The menu asks what can be asked of what is selected, and else says how to ask more. */
static void
test_questions (void)
{
  g_autoptr (Stage) stage = stage_new ();
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  GtkWidget *card = GTK_WIDGET (stage->questions), *popover;

  kring_selection_clear (stage->selection);
  run (stage, "win.questions", NULL);
  popover = seek (card, is_open_popover, NULL);
  g_assert_nonnull (popover);
  g_assert_nonnull (seek (popover, says, "Select two to ask how they are linked"));
  close_popover (popover);

  g_ptr_array_add (both, stage->noor);
  g_ptr_array_add (both, stage->dex);
  kring_selection_set_all (stage->selection, both);
  run (stage, "win.questions", NULL);
  popover = seek (card, is_open_popover, NULL);
  g_assert_nonnull (popover);
  g_assert_null (seek (popover, says, "Select two to ask how they are linked"));
  close_popover (popover);
}

static gboolean
is_cross (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0;
}

/* An answer goes with its cross and with Escape; then all of the map is seen, with the keyboard. */
static void
test_answer_closed (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *card = GTK_WIDGET (stage->questions), *cross;

  run (stage, "map.ask", "alone");
  g_assert_nonnull (kring_question_card_get_answer (stage->questions));
  cross = seek (card, is_cross, NULL);
  g_assert_nonnull (cross);
  g_signal_emit_by_name (cross, "clicked");
  g_assert_null (kring_question_card_get_answer (stage->questions));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (stage->window)) ==
                 find (stage, KRING_TYPE_CANVAS));
}

/* The answer follows the map as it is changed, as long as there is something it is about. */
static void
test_answer_followed (void)
{
  g_autoptr (Stage) stage = stage_new ();
  g_autofree char *anna = NULL;
  guint n_lines;

  run (stage, "map.ask", "alone");
  n_lines = kring_question_card_get_answer (stage->questions)->lines->len;
  anna = add (stage, "Anna", 400);
  g_assert_cmpuint (kring_question_card_get_answer (stage->questions)->lines->len, ==, n_lines + 1);
}

static gboolean
closes_time (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), "Close the timeline (Ctrl+T)") == 0;
}

/* The strip of time under the map goes with its own button. */
static void
test_time (void)
{
  g_autoptr (Stage) stage = stage_new ();
  GtkWidget *strip;

  run (stage, "win.timeline", NULL);
  strip = find (stage, KRING_TYPE_TIME_STRIP);
  g_assert_nonnull (strip);
  fixture_wait (is_shown, strip);
  g_signal_emit_by_name (seek (strip, closes_time, NULL), "clicked");
  fixture_wait (is_away, strip);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/clicks/legend", test_legend);
  g_test_add_func ("/ui/clicks/layouts", test_layouts);
  g_test_add_func ("/ui/clicks/questions", test_questions);
  g_test_add_func ("/ui/clicks/answer-closed", test_answer_closed);
  g_test_add_func ("/ui/clicks/answer-followed", test_answer_followed);
  g_test_add_func ("/ui/clicks/time", test_time);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
