/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calm.h"
#include "fixture.h"
#include "seek.h"

#include "file/storage/kring-codec.h"
#include "gtk/app/kring-question-card.h"
#include "gtk/layouts/kring-arranger.h"
#include "gtk/layouts/kring-layout-card.h"
#include "map/edit/kring-commands.h"

#include <glib/gstdio.h>

#define N_PERSONS 12

/* What was going to happen has begun by then. */
#define FRAMES 12

typedef struct
{
  KringWindow *window;
  KringEditor *editor;
  KringMap *map;
  KringHistory *history;
  const char *ids[N_PERSONS]; /* interned */
} Stage;

static void
stage_open (Stage *self)
{
  KringDocument *document;

  self->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  gtk_window_present (GTK_WINDOW (self->window));
  kring_window_begin (self->window);
  document = kring_window_get_document (self->window);
  self->editor = kring_document_get_editor (document);
  self->map = kring_document_get_map (document);
  self->history = kring_document_get_history (document);
  for (guint i = 0; i < N_PERSONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      KringPoint at = { 90.0 * (i % 4), 70.0 * (i / 4) };
      KringItem *person = i == 0 ? kring_edit_add_centre (self->editor, name, at)
                                 : kring_edit_add (self->editor, KRING_KIND_PERSON, name, at);

      self->ids[i] = kring_item_get_id (person);
      if (i > 0)
        kring_edit_add_tie (self->editor, self->ids[i], self->ids[i / 3], "knows",
                            KRING_CERTAINTY_CONFIRMED, NULL);
    }
  fixture_settle ();
}

static KringPoint
place_of (Stage *self, guint person)
{
  KringPoint at = { 0, 0 };

  g_assert_true (kring_item_get_position (kring_map_get_item (self->map, self->ids[person]), &at));
  return at;
}

static gboolean
is_arranged (gpointer data)
{
  return g_strcmp0 (kring_history_get_undo_label (data), "Arrange") == 0;
}

static void
lay_out (Stage *self, const char *layout)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "map.layout", "s", layout));
  fixture_wait (is_arranged, self->history);
}

static guint
count_moved (Stage *self, const KringPoint *before)
{
  guint count = 0;

  for (guint i = 0; i < N_PERSONS; i++)
    count += kring_point_distance (before[i], place_of (self, i)) > 0;
  return count;
}

static void
remember (Stage *self, KringPoint *places)
{
  for (guint i = 0; i < N_PERSONS; i++)
    places[i] = place_of (self, i);
}

static void
test_layouts (void)
{
  static const char *const names[] = { "rings", "calm", "groups", "family", "tidy" };
  KringPoint before[N_PERSONS];
  Stage stage;

  stage_open (&stage);
  remember (&stage, before);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      lay_out (&stage, names[i]);
      g_assert_cmpuint (count_moved (&stage, before), >, 0);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL));
      g_assert_cmpuint (count_moved (&stage, before), ==, 0);
      g_assert_false (is_arranged (stage.history));
    }
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

static char *
dup_file (KringMap *map)
{
  g_autoptr (GBytes) bytes = kring_codec_write (map, NULL);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_strndup (text, length);
}

/* The lines of a file that say where something stands. Who put it there is another matter. */
static char *
dup_places (const char *file)
{
  static const char *const fields[] = { "position", "label_seat", "label_at",
                                        "bend",     "background", "_size" };
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);
  GString *places = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      if (strstr (lines[i], fields[f]) != NULL && strstr (lines[i], "stamps") == NULL)
        g_string_append_printf (places, "%s\n", lines[i]);
  return g_string_free (places, FALSE);
}

/* What the program without a window makes of the file in the folder. */
static char *
dup_by_program (const char *folder, const char *layout)
{
  g_autofree char *from = g_build_filename (folder, "from.kring", NULL);
  g_autofree char *to = g_build_filename (folder, "to.kring", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) program =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("KRING_CLI"), "arrange",
                        "--layout", layout, "--output", to, from, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (program, NULL, &error));
  g_file_get_contents (to, &text, NULL, &error);
  g_assert_no_error (error);
  g_remove (to);
  return dup_places (text);
}

static char *
dup_by_window (Stage *stage, const char *layout)
{
  g_autofree char *text = NULL;

  lay_out (stage, layout);
  text = dup_file (stage->map);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), "win.undo", NULL));
  return dup_places (text);
}

/* The same places as from the program, also where a screen has no room for all of a name. */
static void
test_program (void)
{
  static const char *const names[] = { "rings", "calm", "groups", "family", "tidy" };
  static const char *const types[] = { "rings", "readable", "groups", "family", "tidy" };
  g_autofree char *folder = g_dir_make_tmp ("kring-test-XXXXXX", NULL);
  g_autofree char *from = g_build_filename (folder, "from.kring", NULL);
  g_autofree char *before = NULL;
  Stage stage;

  stage_open (&stage);
  for (guint i = 1; i < 6; i++)
    kring_edit_rename (stage.editor, stage.ids[i],
                       "Onbekende man met de blauwe bestelbus die altijd op de hoek van het plein "
                       "bij de school staat",
                       NULL);
  before = dup_file (stage.map);
  g_assert_true (g_file_set_contents (from, before, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *by_program = dup_by_program (folder, types[i]);
      g_autofree char *by_window = dup_by_window (&stage, names[i]);

      g_assert_cmpstr (by_window, ==, by_program);
      g_assert_nonnull (strstr (by_window, i == 0 ? "far_size" : "position"));
    }
  fixture_assert_finalised (GTK_WIDGET (stage.window));
  g_remove (from);
  g_rmdir (folder);
}

/* Until the map stands still. */
static void
stand_still (KringCanvas *canvas)
{
  double before;

  do
    {
      before = kring_canvas_get_scale (canvas);
      calm_down (FRAMES);
    }
  while (before != kring_canvas_get_scale (canvas));
}

/* Where the whole map was seen it still is, when a layout is taken back. */
static void
test_whole (void)
{
  KringCanvas *canvas;
  Stage stage;

  stage_open (&stage);
  canvas = KRING_CANVAS (seek_type (GTK_WIDGET (stage.window), KRING_TYPE_CANVAS));
  kring_canvas_zoom_to_fit (canvas);
  g_assert_true (kring_canvas_shows_whole (canvas));
  fixture_settle ();
  lay_out (&stage, "family");
  stand_still (canvas);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL));
  stand_still (canvas);
  g_assert_true (kring_canvas_shows_whole (canvas));
  kring_canvas_zoom_by (canvas, 2);
  g_assert_false (kring_canvas_shows_whole (canvas));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.redo", NULL));
  stand_still (canvas);
  g_assert_false (kring_canvas_shows_whole (canvas));
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

static void
test_ground (void)
{
  Stage stage;

  stage_open (&stage);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_case (stage.map), "background"), ==, 0);
  lay_out (&stage, "calm");
  g_assert_cmpint (kring_item_get_choice (kring_map_get_case (stage.map), "background"), ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL));
  g_assert_cmpint (kring_item_get_choice (kring_map_get_case (stage.map), "background"), ==, 0);
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

static void
test_pinned (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringPoint before[N_PERSONS];
  Stage stage;

  stage_open (&stage);
  g_ptr_array_add (ids, (gpointer) stage.ids[5]);
  kring_edit_set_pinned (stage.editor, ids, TRUE);
  remember (&stage, before);
  lay_out (&stage, "calm");
  g_assert_cmpfloat (place_of (&stage, 5).x, ==, before[5].x);
  g_assert_cmpfloat (place_of (&stage, 5).y, ==, before[5].y);
  g_assert_cmpuint (count_moved (&stage, before), >, N_PERSONS / 2);
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

static void
test_selection (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringPoint before[N_PERSONS];
  Stage stage;

  stage_open (&stage);
  for (guint i = 6; i < 9; i++)
    g_ptr_array_add (ids, (gpointer) stage.ids[i]);
  kring_selection_set_all (kring_session_get_selection (kring_window_get_session (stage.window)),
                           ids);
  remember (&stage, before);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (stage.window), "map.tidy-selection", NULL));
  fixture_wait (is_arranged, stage.history);
  for (guint i = 0; i < N_PERSONS; i++)
    if (i < 6 || i >= 9)
      g_assert_cmpfloat (kring_point_distance (before[i], place_of (&stage, i)), ==, 0);
  g_assert_cmpuint (count_moved (&stage, before), >, 0);
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

/* An arranger with a canvas of its own, and how all was before. */
typedef struct
{
  Stage stage;
  GtkWidget *canvas;       /* (owned) */
  KringArranger *arranger; /* (owned) */
  KringPoint before[N_PERSONS];
  guint64 revision;
} Trial;

static void
trial_open (Trial *self)
{
  stage_open (&self->stage);
  remember (&self->stage, self->before);
  self->revision = kring_history_get_revision (self->stage.history);
  self->canvas = g_object_ref_sink (kring_canvas_new ());
  kring_canvas_set_session (KRING_CANVAS (self->canvas),
                            kring_window_get_session (self->stage.window));
  self->arranger = kring_arranger_new (KRING_CANVAS (self->canvas));
}

static void
trial_close (Trial *self)
{
  g_clear_object (&self->arranger);
  fixture_settle ();
  g_object_unref (self->canvas);
  fixture_assert_finalised (GTK_WIDGET (self->stage.window));
}

static void
test_cancel (void)
{
  Trial trial;
  KringArranger *arranger;

  trial_open (&trial);
  arranger = trial.arranger;
  g_assert_false (kring_arranger_cancel (arranger));
  kring_arranger_run (arranger, KRING_LAYOUT_READABLE);
  g_assert_true (kring_arranger_get_busy (arranger));
  g_assert_true (kring_arranger_cancel (arranger));
  g_assert_false (kring_arranger_get_busy (arranger));
  calm_down (FRAMES);
  g_assert_cmpuint (kring_history_get_revision (trial.stage.history), ==, trial.revision);
  g_assert_cmpuint (count_moved (&trial.stage, trial.before), ==, 0);
  kring_arranger_run (arranger, KRING_LAYOUT_READABLE);
  trial_close (&trial);
}

static gboolean
is_at_rest (gpointer arranger)
{
  return !kring_arranger_get_busy (arranger);
}

/* What is tried is only looked at; then it is put back, or kept as it was seen. */
static void
test_trial (void)
{
  Trial trial;
  KringArranger *arranger;

  trial_open (&trial);
  arranger = trial.arranger;
  kring_arranger_try (arranger, KRING_LAYOUT_GROUPS);
  fixture_wait (is_at_rest, arranger);
  kring_arranger_try (arranger, KRING_LAYOUT_READABLE);
  fixture_wait (is_at_rest, arranger);
  g_assert_cmpuint (kring_history_get_revision (trial.stage.history), ==, trial.revision);
  g_assert_cmpuint (count_moved (&trial.stage, trial.before), ==, 0);
  kring_arranger_end_trial (arranger);
  g_assert_false (kring_arranger_cancel (arranger));
  g_assert_cmpuint (kring_history_get_revision (trial.stage.history), ==, trial.revision);

  kring_arranger_try (arranger, KRING_LAYOUT_READABLE);
  fixture_wait (is_at_rest, arranger);
  kring_arranger_run (arranger, KRING_LAYOUT_READABLE);
  g_assert_false (kring_arranger_get_busy (arranger));
  g_assert_true (is_arranged (trial.stage.history));
  g_assert_cmpuint (count_moved (&trial.stage, trial.before), >, 0);
  kring_arranger_end_trial (arranger);
  g_assert_true (is_arranged (trial.stage.history));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (trial.stage.window), "win.undo", NULL));
  g_assert_cmpuint (count_moved (&trial.stage, trial.before), ==, 0);
  trial_close (&trial);
}

/* What is kept before it could be seen is kept all the same; what is tried of a map that has
 * changed since is not. */
static void
test_trial_late (void)
{
  Trial trial;
  KringArranger *arranger;

  trial_open (&trial);
  arranger = trial.arranger;
  kring_arranger_try (arranger, KRING_LAYOUT_FAMILY);
  kring_arranger_run (arranger, KRING_LAYOUT_FAMILY);
  kring_arranger_end_trial (arranger);
  fixture_wait (is_arranged, trial.stage.history);
  kring_arranger_try (arranger, KRING_LAYOUT_GROUPS);
  fixture_wait (is_at_rest, arranger);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (trial.stage.window), "win.undo", NULL));
  g_assert_cmpuint (count_moved (&trial.stage, trial.before), ==, 0);
  kring_arranger_run (arranger, KRING_LAYOUT_GROUPS);
  g_assert_true (kring_arranger_get_busy (arranger));
  fixture_wait (is_arranged, trial.stage.history);
  trial_close (&trial);
}

/* Rings lie around somebody: without one there is no such layout, only the word why not. */
static void
test_no_middle (void)
{
  KringPoint before[N_PERSONS];
  Stage stage;

  stage_open (&stage);
  kring_edit_set_centre (stage.editor, NULL);
  remember (&stage, before);
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (stage.window), "map.layout", "s", "rings"));
  calm_down (FRAMES);
  g_assert_false (is_arranged (stage.history));
  g_assert_cmpuint (count_moved (&stage, before), ==, 0);
  kring_edit_set_centre (stage.editor, stage.ids[0]);
  lay_out (&stage, "rings");
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

/* Where there is little width the buttons in the corner are signs, with their names in words. */
static void
test_narrow (void)
{
  KringQuestionCard *card;
  int wide, narrow;
  Stage stage;

  stage_open (&stage);
  card = KRING_QUESTION_CARD (seek_type (GTK_WIDGET (stage.window), KRING_TYPE_QUESTION_CARD));
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  kring_question_card_set_narrow (card, TRUE);
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <, wide);
  kring_question_card_set_narrow (card, FALSE);
  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, ==, wide);
  fixture_assert_finalised (GTK_WIDGET (stage.window));
}

static void
test_questions (void)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringQuestionCard *card;
  GtkWidget *widget;
  Stage stage;

  stage_open (&stage);
  widget = GTK_WIDGET (stage.window);
  card = KRING_QUESTION_CARD (seek_type (widget, KRING_TYPE_QUESTION_CARD));
  g_assert_nonnull (card);
  g_assert_true (gtk_widget_activate_action (widget, "map.ask", "s", "linked"));
  g_assert_null (kring_question_card_get_answer (card));
  g_ptr_array_add (ids, (gpointer) stage.ids[9]);
  g_ptr_array_add (ids, (gpointer) stage.ids[0]);
  kring_selection_set_all (kring_session_get_selection (kring_window_get_session (stage.window)),
                           ids);
  g_assert_true (gtk_widget_activate_action (widget, "map.ask", "s", "linked"));
  g_assert_nonnull (kring_question_card_get_answer (card));
  g_assert_cmpuint (kring_question_card_get_answer (card)->lines->len, ==, 1);
  fixture_settle ();

  g_assert_true (gtk_widget_activate_action (widget, "map.cancel", NULL));
  g_assert_null (kring_question_card_get_answer (card));
  g_assert_cmpuint (kring_selection_get_size (
                        kring_session_get_selection (kring_window_get_session (stage.window))),
                    ==, 2);
  g_assert_true (gtk_widget_activate_action (widget, "map.ask", "s", "linked"));
  g_ptr_array_set_size (ids, 1);
  kring_edit_delete (stage.editor, ids);
  g_assert_null (kring_question_card_get_answer (card));
  g_assert_true (gtk_widget_activate_action (widget, "map.ask", "s", "alone"));
  g_assert_nonnull (kring_question_card_get_answer (card));
  fixture_assert_finalised (widget);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/arrange/layouts", test_layouts);
  g_test_add_func ("/ui/arrange/program", test_program);
  g_test_add_func ("/ui/arrange/whole", test_whole);
  g_test_add_func ("/ui/arrange/ground", test_ground);
  g_test_add_func ("/ui/arrange/pinned", test_pinned);
  g_test_add_func ("/ui/arrange/selection", test_selection);
  g_test_add_func ("/ui/arrange/cancel", test_cancel);
  g_test_add_func ("/ui/arrange/trial", test_trial);
  g_test_add_func ("/ui/arrange/trial-late", test_trial_late);
  g_test_add_func ("/ui/arrange/no-middle", test_no_middle);
  g_test_add_func ("/ui/arrange/narrow", test_narrow);
  g_test_add_func ("/ui/arrange/questions", test_questions);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
