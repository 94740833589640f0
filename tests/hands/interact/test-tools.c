/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#define P KRING_POINT_INIT
/* On the rim of a person at x, y. */
#define RIM(x, y) P ((x) + 22, (y))
#define EMPTY P (150, 650)

static void
test_click (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, DEX, 0);
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
  bench_click (bench, ILSE, KRING_MODIFIER_SHIFT);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 2);
  bench_click (bench, DEX, KRING_MODIFIER_CTRL);
  g_assert_false (kring_selection_contains (bench_selection (bench), "dex"));
  bench_click (bench, EMPTY, 0);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 0);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

static void
test_drag (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, DEX, P (500, 300), KRING_MODIFIER_CTRL);
  bench_assert_at (bench, "dex", 500, 300);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (bench->map, "dex"), "ring"), ==,
                   KRING_RING_NEAR);
  g_assert_true (kring_history_undo (bench_history (bench)));
  bench_assert_at (bench, "dex", 600, 400);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (bench->map, "dex"), "ring"), ==,
                   KRING_RING_NONE);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

/* Rings that a layout made larger catch what is dropped between them too. */
static void
test_drag_large_rings (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringItem *dex = kring_map_get_item (bench->map, "dex");

  kring_edit_set_one (kring_session_get_editor (bench->session), KRING_MAP_CASE_ID, "ring_scale",
                      g_variant_new_double (3), NULL);
  bench_drag (bench, DEX, P (780, 300), KRING_MODIFIER_CTRL);
  g_assert_cmpint (kring_item_get_choice (dex, "ring"), ==, KRING_RING_NEAR);
  g_assert_true (kring_history_undo (bench_history (bench)));
  bench_assert_at (bench, "dex", 600, 400);
  g_assert_cmpint (kring_item_get_choice (dex, "ring"), ==, KRING_RING_NONE);
}

/* Held at the edge, what is dragged draws the map along and stays under the pointer. */
static void
test_drag_at_edge (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringInteraction *interaction = bench->interaction;

  bench_press (bench, DEX, KRING_MODIFIER_CTRL, 1);
  g_assert_false (kring_interaction_creep (interaction, 0.1));
  bench_motion (bench, P (900, 400), KRING_MODIFIER_CTRL);
  g_assert_false (kring_interaction_creep (interaction, 0.1));
  bench_motion (bench, P (1200, 400), KRING_MODIFIER_CTRL);
  g_assert_true (kring_interaction_creep (interaction, 0.1));
  g_assert_true (kring_interaction_creep (interaction, 0.1));
  g_assert_cmpfloat_with_epsilon (kring_interaction_get_viewport (interaction)->origin.x, 180,
                                  0.01);
  bench_release (bench, P (1200, 400));
  bench_assert_at (bench, "dex", 1380, 400);
  g_assert_false (kring_interaction_creep (interaction, 0.1));
  g_assert_true (kring_history_undo (bench_history (bench)));
  bench_assert_at (bench, "dex", 600, 400);
}

/* What lies at the edge is taken away from there without the map running off. */
static void
test_drag_from_edge (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringViewport viewport = *kring_interaction_get_viewport (bench->interaction);

  viewport.origin.x = 580;
  kring_interaction_set_viewport (bench->interaction, &viewport);
  bench_press (bench, P (20, 400), 0, 1);
  bench_motion (bench, P (26, 420), 0);
  g_assert_false (kring_interaction_creep (bench->interaction, 0.1));
  bench_motion (bench, P (11, 420), 0);
  g_assert_true (kring_interaction_creep (bench->interaction, 0.1));
  kring_interaction_abort (bench->interaction);
  g_assert_false (kring_interaction_creep (bench->interaction, 0.1));
  bench_assert_at (bench, "dex", 600, 400);
}

static void
test_drag_several (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, DEX, 0);
  bench_click (bench, CAR, KRING_MODIFIER_SHIFT);
  bench_drag (bench, DEX, P (637, 433), 0);
  bench_assert_at (bench, "dex", 637, 433);
  bench_assert_at (bench, "auto", 737, 633);
  bench_assert_at (bench, "noor", 400, 400);
  kring_history_undo (bench_history (bench));
  bench_assert_at (bench, "auto", 700, 600);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

static void
test_snap (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, CAR, P (604, 655), 0);
  bench_assert_at (bench, "auto", 600, 655);
  bench_drag (bench, P (600, 655), P (604, 655), KRING_MODIFIER_CTRL);
  bench_assert_at (bench, "auto", 600, 655);
}

static void
test_rim (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, RIM (600, 400), ILSE, 0);
  assert_emitted (bench->asked, "ask-tie dex, ilse, 500, 300");
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, 0);
  kring_interaction_finish_tie (bench->interaction, "moeder");
  kring_interaction_finish_tie (bench->interaction, "moeder");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "from"), ==, "dex");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "to"), ==, "ilse");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "kind"), ==, "moeder");
  g_assert_cmpint (kring_item_get_certainty (bench_tie (bench)), ==, KRING_CERTAINTY_CONFIRMED);
  bench_assert_at (bench, "dex", 600, 400);
}

static void
test_rim_to_nothing (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, RIM (600, 400), EMPTY, 0);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "to"), ==, bench_asked_name (bench));
  bench_assert_at (bench, bench->renamed, EMPTY.x, EMPTY.y);
  kring_history_undo (bench_history (bench));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 3);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

/* The name of a group is no end of a tie, and no place for somebody new. */
static void
test_rim_to_group (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringRect hull;
  KringPoint name;
  KringItem *group;

  g_ptr_array_add (ids, (gpointer) "ilse");
  group = kring_edit_group (bench->editor, ids, "De Wilg");
  kring_scene_get_item_bounds (kring_interaction_get_scene (bench->interaction),
                               kring_item_get_id (group), &hull);
  name = P (hull.x + hull.width / 2, hull.y + 10);
  bench_press (bench, RIM (600, 400), 0, 1);
  bench_motion (bench, P (500, 300), 0);
  g_assert_cmpstr (kring_interaction_get_cursor (bench->interaction), !=, "not-allowed");
  bench_motion (bench, name, 0);
  g_assert_cmpstr (kring_interaction_get_cursor (bench->interaction), ==, "not-allowed");
  bench_release (bench, name);
  g_assert_cmpstr (kring_interaction_get_cursor (bench->interaction), !=, "not-allowed");
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 3);
  gt_signal_logger_assert_no_emissions (bench->asked);
}

static void
test_tie_tool (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_session_set_tool (bench->session, KRING_TOOL_TIE);
  bench_click (bench, DEX, 0);
  bench_motion (bench, P (500, 500), 0);
  bench_click (bench, DEX, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
  bench_click (bench, DEX, 0);
  bench_click (bench, CAR, 0);
  assert_emitted (bench->asked, "ask-tie dex, auto, 650, 500");
  kring_interaction_finish_tie (bench->interaction, "");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "kind"), ==, "knows");
  g_assert_cmpint (kring_item_get_certainty (bench_tie (bench)), ==, KRING_CERTAINTY_SUSPECTED);
  bench_drag (bench, NOOR, ILSE, 0);
  assert_emitted (bench->asked, "ask-tie noor, ilse, 400, 300");
}

static void
test_place (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_session_set_tool (bench->session, KRING_TOOL_PERSON);
  bench_click (bench, EMPTY, 0);
  bench_press (bench, EMPTY, 0, 2);
  bench_release (bench, EMPTY);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  bench_click (bench, P (800, 100), 0);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "Kay");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (bench->map, bench->renamed), "name"),
                   ==, "Kay");
  bench_click (bench, P (800, 100), 0);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 5);
  bench_asked_name (bench);
}

static KringItem *
tie_of (Bench *bench, const char *id)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (bench->map, id);

  g_assert_cmpuint (ties->len, ==, 1);
  return ties->pdata[0];
}

static void
test_first_name (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_press (bench, EMPTY, 0, 2);
  bench_release (bench, EMPTY);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "Kay");
  kring_history_undo (bench_history (bench));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 3);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
  kring_history_redo (bench_history (bench));
  bench_press (bench, P (800, 100), 0, 2);
  bench_release (bench, P (800, 100));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 5);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), NULL);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  g_assert_false (kring_history_can_redo (bench_history (bench)));
  bench_press (bench, P (800, 100), 0, 2);
  bench_release (bench, P (800, 100));
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "");
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 5);
  bench_press (bench, DEX, 0, 2);
  bench_release (bench, DEX);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), NULL);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 5);
}

static void
test_place_thing (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_session_set_tool (bench->session, KRING_TOOL_THING);
  kring_session_set_thing_kind (bench->session, KRING_KIND_PHONE);
  bench_click (bench, DEX, 0);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PHONE), ==, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
  bench_click (bench, EMPTY, 0);
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PHONE), ==, 1);
  bench_asked_name (bench);
}

/* What is new on the map is named as in the list of names, in the same step. */
static void
test_first_line (void)
{
  g_autoptr (Bench) bench = bench_new ();
  guint n_ties = bench_count (bench, KRING_KIND_TIE);
  KringItem *jay, *tie;

  bench_press (bench, EMPTY, 0, 2);
  bench_release (bench, EMPTY);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench),
                                   "Jay, m 22, ronselt");
  jay = kring_map_get_item (bench->map, bench->renamed);
  g_assert_cmpstr (kring_item_get_text (jay, "name"), ==, "Jay");
  g_assert_cmpstr (kring_item_get_text (jay, "age"), ==, "22");
  g_assert_cmpint (kring_item_get_choice (jay, "sex"), ==, KRING_SEX_MAN);
  tie = tie_of (bench, bench->renamed);
  g_assert_cmpstr (kring_item_get_text (tie, "from"), ==, bench->renamed);
  g_assert_cmpstr (kring_item_get_text (tie, "to"), ==, "noor");
  g_assert_cmpint (kring_item_get_choice (tie, "direction"), ==, KRING_DIRECTION_FORWARD);
  g_assert_true (kring_history_undo (bench_history (bench)));
  g_assert_false (kring_history_can_undo (bench_history (bench)));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, n_ties);

  bench_press (bench, EMPTY, 0, 2);
  bench_release (bench, EMPTY);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench),
                                   "tel 06-0000 0002");
  g_assert_null (kring_map_get_item (bench->map, bench->renamed));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PHONE), ==, 1);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 1);
}

/* A comma alone says nothing, and takes nothing away. */
static void
test_first_line_blank (void)
{
  static const char *const blanks[] = { ",", " , ,", "  " };
  g_autoptr (Bench) bench = bench_new ();

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      KringItem *item;

      bench_press (bench, EMPTY, 0, 2);
      bench_release (bench, EMPTY);
      kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), blanks[i]);
      item = kring_map_get_item (bench->map, bench->renamed);
      g_assert_nonnull (item);
      g_assert_null (kring_item_get_text (item, "name"));
      g_assert_true (kring_selection_contains (bench_selection (bench), bench->renamed));
      g_assert_true (kring_history_undo (bench_history (bench)));
      g_assert_false (kring_history_can_undo (bench_history (bench)));
    }
}

/* A tie that was drawn with it is the tie that the line says. */
static void
test_first_line_of_drawn (void)
{
  g_autoptr (Bench) bench = bench_new ();
  guint n_ties = bench_count (bench, KRING_KIND_TIE);
  KringItem *tie;

  bench_drag (bench, RIM (600, 400), EMPTY, 0);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "Kay, v 16, zus");
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, n_ties + 1);
  tie = tie_of (bench, bench->renamed);
  g_assert_cmpstr (kring_item_get_text (tie, "kind"), ==, "zus");
  bench_drag (bench, RIM (600, 400), P (800, 100), 0);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "Bo");
  g_assert_nonnull (tie_of (bench, bench->renamed));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, n_ties + 2);
}

static void
test_double_click (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, EMPTY, 0);
  for (guint n = 2; n < 5; n++)
    {
      bench_press (bench, EMPTY, 0, n);
      bench_release (bench, EMPTY);
    }
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  kring_interaction_finish_rename (bench->interaction, bench_asked_name (bench), "");
  bench_press (bench, DEX, 0, 2);
  bench_release (bench, DEX);
  assert_emitted (bench->asked, "rename dex");
}

static void
test_band (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, P (330, 130), P (660, 460), 0);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 3);
  bench_drag (bench, P (640, 540), P (760, 680), 0);
  g_assert_true (kring_selection_contains (bench_selection (bench), "auto"));
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 1);
  bench_drag (bench, P (540, 340), P (660, 460), KRING_MODIFIER_SHIFT);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 2);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

static void
test_lasso (void)
{
  g_autoptr (Bench) bench = bench_new ();
  /* It may begin on something. */
  const KringPoint way[] = { P (410, 395), P (660, 340), P (660, 460), P (540, 460) };

  bench_press (bench, way[0], KRING_MODIFIER_ALT, 1);
  for (guint i = 1; i < G_N_ELEMENTS (way); i++)
    bench_motion (bench, way[i], KRING_MODIFIER_ALT);
  bench_release (bench, way[3]);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 1);
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
}

static void
test_bend (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_add_tie (bench, "noor", "dex", "x");
  bench_drag (bench, P (560, 400), P (500, 440), 0);
  g_assert_cmpfloat_with_epsilon (kring_item_get_number (bench_tie (bench), "bend"), 40, 0.01);
  bench_press (bench, P (500, 440), 0, 2);
  bench_release (bench, P (500, 440));
  g_assert_cmpfloat (kring_item_get_number (bench_tie (bench), "bend"), ==, 0);
}

/* Everything that can be half-made, taken back with Esc: one press, no trace. */
static void
test_label_seat (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringRect below, left;

  kring_scene_get_label_box (kring_interaction_get_scene (bench->interaction), "ilse",
                             KRING_SEAT_BELOW, &below);
  kring_scene_get_label_box (kring_interaction_get_scene (bench->interaction), "ilse",
                             KRING_SEAT_LEFT, &left);
  bench_drag (bench, kring_rect_centre (below), kring_rect_centre (left), 0);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (bench->map, "ilse"), "label_seat"),
                   ==, KRING_SEAT_LEFT);
  bench_assert_at (bench, "ilse", 400, 200);
  g_assert_cmpstr (kring_history_get_undo_label (bench_history (bench)), ==, "Move Label");
  bench_drag (bench, kring_rect_centre (left), ILSE, 0);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (bench->map, "ilse"), "label_seat"),
                   ==, KRING_SEAT_AUTO);
  bench_press (bench, kring_rect_centre (below), 0, 1);
  bench_motion (bench, kring_rect_centre (left), 0);
  g_assert_true (kring_interaction_cancel (bench->interaction));
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (bench->map, "ilse"), "label_seat"),
                   ==, KRING_SEAT_AUTO);
}

static void
test_cancel (void)
{
  static const struct
  {
    KringToolId tool;
    KringPoint press;
    gboolean release; /* after the press, at the same place */
    KringModifiers modifiers;
  } rows[] = {
    { KRING_TOOL_SELECT, { 600, 400 }, FALSE, 0 },
    { KRING_TOOL_SELECT, { 622, 400 }, FALSE, 0 },
    { KRING_TOOL_SELECT, { 150, 650 }, FALSE, 0 },
    { KRING_TOOL_SELECT, { 150, 650 }, FALSE, KRING_MODIFIER_ALT },
    { KRING_TOOL_TIE, { 600, 400 }, FALSE, 0 },
    { KRING_TOOL_TIE, { 600, 400 }, TRUE, 0 },
    { KRING_TOOL_PERSON, { 150, 650 }, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Bench) bench = bench_new ();
      KringPoint away = { rows[i].press.x + 60, rows[i].press.y + 70 };

      kring_session_set_tool (bench->session, rows[i].tool);
      bench_press (bench, rows[i].press, rows[i].modifiers, 1);
      if (rows[i].release)
        bench_release (bench, rows[i].press);
      bench_motion (bench, away, rows[i].modifiers);
      g_assert_true (kring_interaction_key (bench->interaction, 0xff1b, 0));
      bench_release (bench, away);
      g_assert_cmpuint (kring_map_get_n_items (bench->map), ==, 5);
      bench_assert_at (bench, "dex", 600, 400);
      g_assert_false (kring_history_can_undo (bench_history (bench)));
      gt_signal_logger_assert_no_emissions (bench->asked);
      g_assert_null (kring_interaction_dup_moving (bench->interaction));
      g_assert_cmpint (kring_session_get_tool (bench->session), ==, rows[i].tool);
    }
}

static void
test_question_cancelled (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, RIM (600, 400), ILSE, 0);
  g_assert_true (kring_interaction_is_asking (bench->interaction));
  assert_emitted (bench->asked, "ask-tie dex, ilse, 500, 300");
  kring_interaction_finish_tie (bench->interaction, NULL);
  g_assert_false (kring_interaction_is_asking (bench->interaction));
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

/* What was drawn is there, whether somebody says what it is or not. */
static void
test_question_left (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, RIM (600, 400), ILSE, 0);
  kring_interaction_leave_tie (bench->interaction, "");
  kring_interaction_leave_tie (bench->interaction, "");
  assert_emitted (bench->asked,
                  "ask-tie dex, ilse, 500, 300; toast Tie added, without a kind, yes");
  g_assert_false (kring_interaction_is_asking (bench->interaction));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, 1);
  g_assert_null (kring_item_get_text (bench_tie (bench), "kind"));
  kring_history_undo (bench_history (bench));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, 0);
  bench_drag (bench, RIM (600, 400), ILSE, 0);
  kring_interaction_leave_tie (bench->interaction, "oom");
  assert_emitted (bench->asked, "ask-tie dex, ilse, 500, 300");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "kind"), ==, "oom");
}

static void
test_menu (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_interaction_press (bench->interaction, DEX, KRING_BUTTON_SECONDARY, 0, 1);
  assert_emitted (bench->asked, "menu dex, 600, 400");
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
}

static void
test_view (void)
{
  g_autoptr (Bench) bench = bench_new ();
  const KringViewport *viewport = kring_interaction_get_viewport (bench->interaction);
  KringPoint before;

  kring_interaction_press (bench->interaction, EMPTY, KRING_BUTTON_MIDDLE, 0, 1);
  bench_motion (bench, P (250, 600), 0);
  bench_release (bench, P (250, 600));
  g_assert_cmpfloat (viewport->origin.x, ==, -100);
  g_assert_cmpfloat (viewport->origin.y, ==, 50);
  before = kring_viewport_to_map (viewport, P (300, 300));
  kring_interaction_scroll (bench->interaction, P (300, 300), 0, -80, KRING_MODIFIER_CTRL);
  g_assert_cmpfloat (viewport->scale, >, 1.2);
  g_assert_cmpfloat (kring_point_distance (before, kring_viewport_to_map (viewport, P (300, 300))),
                     <, 1);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 0);
}

/* A drag under way when the map changes by other hands is dropped, not torn. */
static void
test_undo_during_drag (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_drag (bench, DEX, P (550, 330), KRING_MODIFIER_CTRL);
  bench_press (bench, ILSE, 0, 1);
  bench_motion (bench, P (430, 260), 0);
  kring_history_undo (bench_history (bench));
  g_assert_null (kring_interaction_dup_moving (bench->interaction));
  bench_motion (bench, P (460, 290), 0);
  bench_release (bench, P (460, 290));
  bench_assert_at (bench, "ilse", 400, 200);
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/tools/click", test_click);
  g_test_add_func ("/interact/tools/drag", test_drag);
  g_test_add_func ("/interact/tools/drag-large-rings", test_drag_large_rings);
  g_test_add_func ("/interact/tools/drag-at-edge", test_drag_at_edge);
  g_test_add_func ("/interact/tools/drag-from-edge", test_drag_from_edge);
  g_test_add_func ("/interact/tools/drag-several", test_drag_several);
  g_test_add_func ("/interact/tools/snap", test_snap);
  g_test_add_func ("/interact/tools/rim", test_rim);
  g_test_add_func ("/interact/tools/rim-to-nothing", test_rim_to_nothing);
  g_test_add_func ("/interact/tools/rim-to-group", test_rim_to_group);
  g_test_add_func ("/interact/tools/tie-tool", test_tie_tool);
  g_test_add_func ("/interact/tools/place", test_place);
  g_test_add_func ("/interact/tools/first-name", test_first_name);
  g_test_add_func ("/interact/tools/first-line", test_first_line);
  g_test_add_func ("/interact/tools/first-line-blank", test_first_line_blank);
  g_test_add_func ("/interact/tools/first-line-of-drawn", test_first_line_of_drawn);
  g_test_add_func ("/interact/tools/place-thing", test_place_thing);
  g_test_add_func ("/interact/tools/double-click", test_double_click);
  g_test_add_func ("/interact/tools/band", test_band);
  g_test_add_func ("/interact/tools/lasso", test_lasso);
  g_test_add_func ("/interact/tools/bend", test_bend);
  g_test_add_func ("/interact/tools/label-seat", test_label_seat);
  g_test_add_func ("/interact/tools/cancel", test_cancel);
  g_test_add_func ("/interact/tools/question-cancelled", test_question_cancelled);
  g_test_add_func ("/interact/tools/question-left", test_question_left);
  g_test_add_func ("/interact/tools/menu", test_menu);
  g_test_add_func ("/interact/tools/view", test_view);
  g_test_add_func ("/interact/tools/undo-during-drag", test_undo_during_drag);
  return g_test_run ();
}
