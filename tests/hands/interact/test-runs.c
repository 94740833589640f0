/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an action does that is chosen from a menu, and what is seen of a drag while it goes on. */
#include "bench.h"
#include "emitted.h"

#include "hands/interact/kring-actions.h"
#include "hands/interact/kring-keys.h"
#include "map/edit/kring-commands.h"

static gboolean
run (Bench *bench, const char *name, const char *parameter)
{
  return kring_action_run (bench->interaction, name, parameter);
}

/* A tie says how it is by its name in the menu; what no tie can be, and nothing selected, is refused. */
static void
test_quality (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_add_tie (bench, "noor", "dex", "x");
  kring_selection_clear (bench_selection (bench));
  g_assert_false (run (bench, "quality", "violence"));
  kring_selection_select (bench_selection (bench), kring_item_get_id (bench_tie (bench)));
  g_assert_false (run (bench, "quality", "sweet"));
  g_assert_true (run (bench, "quality", "violence"));
  g_assert_cmpint (kring_item_get_choice (bench_tie (bench), "quality"), ==,
                   KRING_QUALITY_VIOLENCE);
  g_assert_true (run (bench, "weaker", NULL));
  g_assert_cmpint (kring_item_get_choice (bench_tie (bench), "intensity"), ==,
                   KRING_INTENSITY_WEAK);
  g_assert_true (run (bench, "stronger", NULL));
  g_assert_true (run (bench, "stronger", NULL));
  g_assert_cmpint (kring_item_get_choice (bench_tie (bench), "intensity"), ==,
                   KRING_INTENSITY_STRONG);
}

/* A group goes, those who were in it stay; what is no group is left alone. */
static void
test_ungroup (void)
{
  g_autoptr (Bench) bench = bench_new ();

  g_assert_false (run (bench, "ungroup", NULL));
  kring_selection_select (bench_selection (bench), "dex");
  g_assert_false (run (bench, "ungroup", NULL));
  kring_selection_toggle (bench_selection (bench), "ilse");
  g_assert_true (run (bench, "group", NULL));
  g_assert_nonnull (bench_asked_name (bench));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_GROUP), ==, 1);
  g_assert_true (run (bench, "ungroup", NULL));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_GROUP), ==, 0);
  g_assert_nonnull (kring_map_get_item (bench->map, "dex"));
  g_assert_nonnull (kring_map_get_item (bench->map, "ilse"));
}

/* Details and menu are asked for where the subject is, which is selected by that. */
static void
test_asked (void)
{
  g_autoptr (Bench) bench = bench_new ();

  g_assert_false (run (bench, "edit", NULL));
  gt_signal_logger_assert_no_emissions (bench->asked);
  g_assert_true (run (bench, "context-menu", NULL));
  assert_emitted (bench->asked, "menu nothing, 500, 400");
  g_assert_true (kring_interaction_key (bench->interaction, KRING_KEY_HOME, 0));
  g_assert_true (run (bench, "edit", NULL));
  assert_emitted (bench->asked, "edit noor");
  g_assert_true (kring_selection_contains (bench_selection (bench), "noor"));
  g_assert_true (run (bench, "add-statement", NULL));
  assert_emitted (bench->asked, "ask-record statement, 400, 413");
  g_assert_true (run (bench, "context-menu", NULL));
  assert_emitted (bench->asked, "menu noor, 400, 413");
}

/* What is drawn over the map at this moment covers @at; with nothing drawn: FALSE. */
static gboolean
shows_at (Bench *bench, KringPoint at)
{
  g_autoptr (GPtrArray) shapes = kring_interaction_dup_overlay (bench->interaction);

  for (guint i = 0; i < shapes->len; i++)
    if (kring_rect_contains (kring_rect_grow (((KringShape *) shapes->pdata[i])->bounds, 1), at))
      return TRUE;
  return FALSE;
}

/* As long as a tie is bent it is seen where it will run. */
static void
test_bend_seen (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_add_tie (bench, "noor", "dex", "x");
  kring_selection_clear (bench_selection (bench));
  bench_press (bench, KRING_POINT_INIT (560, 400), 0, 1);
  g_assert_false (shows_at (bench, KRING_POINT_INIT (440, 420)));
  bench_motion (bench, KRING_POINT_INIT (530, 420), 0);
  bench_motion (bench, KRING_POINT_INIT (500, 440), 0);
  g_assert_true (shows_at (bench, KRING_POINT_INIT (440, 420)));
  bench_release (bench, KRING_POINT_INIT (500, 440));
}

/* A label that is dragged shows the seat that it will take. */
static void
test_seat_seen (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringScene *scene = kring_interaction_get_scene (bench->interaction);
  KringRect below, left;

  kring_scene_get_label_box (scene, "ilse", KRING_SEAT_BELOW, &below);
  kring_scene_get_label_box (scene, "ilse", KRING_SEAT_LEFT, &left);
  bench_press (bench, kring_rect_centre (below), 0, 1);
  bench_motion (bench, kring_rect_centre (left), 0);
  g_assert_true (shows_at (bench, kring_rect_centre (left)));
  g_assert_false (shows_at (bench, KRING_POINT_INIT (below.x + 1, below.y + below.height - 1)));
  bench_release (bench, kring_rect_centre (left));
  g_assert_false (shows_at (bench, kring_rect_centre (left)));
}

/* A band and a lasso are seen as far as they go. */
static void
test_band_seen (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_press (bench, KRING_POINT_INIT (100, 100), 0, 1);
  bench_motion (bench, KRING_POINT_INIT (150, 130), 0);
  bench_motion (bench, KRING_POINT_INIT (200, 180), 0);
  g_assert_true (shows_at (bench, KRING_POINT_INIT (190, 170)));
  g_assert_false (shows_at (bench, KRING_POINT_INIT (260, 170)));
  bench_release (bench, KRING_POINT_INIT (200, 180));
  g_assert_false (shows_at (bench, KRING_POINT_INIT (190, 170)));
  bench_press (bench, KRING_POINT_INIT (100, 100), KRING_MODIFIER_ALT, 1);
  bench_motion (bench, KRING_POINT_INIT (200, 110), KRING_MODIFIER_ALT);
  bench_motion (bench, KRING_POINT_INIT (150, 180), KRING_MODIFIER_ALT);
  g_assert_true (shows_at (bench, KRING_POINT_INIT (150, 140)));
  bench_release (bench, KRING_POINT_INIT (150, 180));
  g_assert_false (shows_at (bench, KRING_POINT_INIT (150, 140)));
}

/* What comes next is for whom Shift+A says; who is at the table is not. */
static void
test_pen_audience (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringItem *item;

  g_assert_true (kring_interaction_key (bench->interaction, 'A', KRING_MODIFIER_SHIFT));
  assert_emitted (bench->asked, "toast What comes next: Care only, no");
  item = kring_edit_add (bench->editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (500, 0));
  g_assert_cmpint (kring_item_get_audience (item), ==, KRING_AUDIENCE_CARE);
  item = kring_edit_add_participant (bench->editor, "Marit");
  g_assert_cmpint (kring_item_get_audience (item), ==, KRING_AUDIENCE_JOINT);
  for (guint i = 0; i < 3; i++)
    g_assert_true (kring_interaction_key (bench->interaction, 'A', KRING_MODIFIER_SHIFT));
  item = kring_edit_add (bench->editor, KRING_KIND_PERSON, "Tijn", KRING_POINT_INIT (500, 90));
  g_assert_cmpint (kring_item_get_audience (item), ==, KRING_AUDIENCE_JOINT);
  assert_emitted (
      bench->asked,
      "toast What comes next: Police only, no; toast What comes next: Not in exports, no; "
      "toast What comes next: Joint: care and police, no");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/runs/quality", test_quality);
  g_test_add_func ("/interact/runs/ungroup", test_ungroup);
  g_test_add_func ("/interact/runs/asked", test_asked);
  g_test_add_func ("/interact/runs/bend-seen", test_bend_seen);
  g_test_add_func ("/interact/runs/seat-seen", test_seat_seen);
  g_test_add_func ("/interact/runs/band-seen", test_band_seen);
  g_test_add_func ("/interact/runs/pen-audience", test_pen_audience);
  return g_test_run ();
}
