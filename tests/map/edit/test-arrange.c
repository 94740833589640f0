/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-arrange.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-map-graph.h"

static void
test_one_step (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *noor = NULL, *dex = NULL;
  g_autoptr (KringGraph) graph = NULL;
  KringPoint places[] = { { 10, 20 }, { 30, 40 } };
  const double even[] = { 1.5, 1.5, 1.5 };
  KringArrangement arrangement = { places, even };
  KringPoint at;

  noor = g_strdup (
      kring_item_get_id (kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0))));
  dex = g_strdup (kring_item_get_id (
      kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0))));
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  g_assert_cmpuint (graph->n_nodes, ==, 2);

  kring_edit_arrange (editor, graph, &arrangement);
  g_assert_true (kring_item_get_position (kring_map_get_item (map, graph->ids[1]), &at));
  g_assert_cmpfloat (at.x, ==, 30);
  g_assert_cmpfloat (kring_item_get_number (kring_map_get_case (map), "ring_scale"), ==, 1.5);
  g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Arrange");

  kring_history_undo (history);
  g_assert_true (kring_item_get_position (kring_map_get_item (map, dex), &at));
  g_assert_cmpfloat (at.x, ==, 0);
  g_assert_null (kring_item_get_named (kring_map_get_case (map), "ring_scale"));
}

/* What happened is nobody who could be near. */
static void
test_event (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autoptr (KringGraph) graph = NULL;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  kring_edit_add (editor, KRING_KIND_EVENT, "gone", KRING_POINT_INIT (300, 0));
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  g_assert_cmpuint (graph->n_nodes, ==, 2);
  g_assert_cmpint (graph->nodes[0].outside + graph->nodes[1].outside, ==, 1);
  g_assert_false (graph->nodes[graph->root].outside);
}

/* Somebody was deleted while the layout ran. */
static void
test_gone (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autoptr (KringGraph) graph = NULL;
  KringPoint place = { 10, 20 };
  KringArrangement arrangement = { &place, 0 };

  kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0));
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  kring_history_undo (kring_editor_get_history (editor));
  kring_edit_arrange (editor, graph, &arrangement);
  g_assert_false (kring_history_can_undo (kring_editor_get_history (editor)));
}

/* Only labels that stand better elsewhere are written down; it is one step with the move. */
static void
test_labels (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (KringGraph) graph = NULL;
  g_autoptr (KringLabelSet) before = kring_label_set_new ();
  g_autoptr (KringLabelSet) after = kring_label_set_new ();
  KringPoint places[] = { { 10, 20 }, { 30, 40 } };
  KringArrangement arrangement = { places, 0 };
  KringItem *first, *second;

  kring_edit_add (editor, KRING_KIND_PERSON, "Noor", KRING_POINT_INIT (0, 0));
  kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0));
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  for (guint v = 0; v < 2; v++)
    {
      kring_label_set_add_node (before, graph->ids[v]);
      kring_label_set_add_node (after, graph->ids[v])->seat = v * 7;
    }
  kring_history_begin (history, "Arrange");
  kring_edit_arrange (editor, graph, &arrangement);
  kring_edit_seat_labels (editor, before, after);
  kring_history_commit (history);
  first = kring_map_get_item (map, graph->ids[0]);
  second = kring_map_get_item (map, graph->ids[1]);
  g_assert_cmpint (kring_item_get_choice (first, "label_seat"), ==, KRING_SEAT_AUTO);
  g_assert_cmpint (kring_item_get_choice (second, "label_seat"), ==, KRING_SEAT_UPPER_LEFT);
  kring_history_undo (history);
  g_assert_cmpint (kring_item_get_choice (second, "label_seat"), ==, KRING_SEAT_AUTO);
}

/* Moved by hand, a label leaves the seat that was chosen for the old place. */
static void
test_moved_after (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringItem *item = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (0, 0));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (KringLabelSet) before = kring_label_set_new ();
  g_autoptr (KringLabelSet) after = kring_label_set_new ();

  kring_label_set_add_node (before, kring_item_get_id (item));
  kring_label_set_add_node (after, kring_item_get_id (item))->seat = 3;
  kring_edit_seat_labels (editor, before, after);
  g_assert_cmpint (kring_item_get_choice (item, "label_seat"), ==, KRING_SEAT_LEFT);
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (item));
  kring_edit_move (editor, ids, 5, 5);
  g_assert_cmpint (kring_item_get_choice (item, "label_seat"), ==, KRING_SEAT_AUTO);
}

/* Only ties of what moved lose what was set by hand. */
static void
test_hand_work (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_auto (GStrv) ids = g_new0 (char *, 4);
  g_autofree char *moved = NULL, *still = NULL;
  g_autoptr (KringGraph) graph = NULL;
  KringPoint places[3];
  KringArrangement arrangement = { places, 0 };

  for (int i = 0; i < 3; i++)
    ids[i] = g_strdup (kring_item_get_id (
        kring_edit_add (editor, KRING_KIND_PERSON, "A", KRING_POINT_INIT (i * 100, 0))));
  moved = g_strdup (kring_item_get_id (
      kring_edit_add_tie (editor, ids[0], ids[1], NULL, KRING_CERTAINTY_CONFIRMED, NULL)));
  still = g_strdup (kring_item_get_id (
      kring_edit_add_tie (editor, ids[1], ids[2], NULL, KRING_CERTAINTY_CONFIRMED, NULL)));
  kring_edit_bend_tie (editor, moved, 20);
  kring_edit_bend_tie (editor, still, 30);
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  for (guint v = 0; v < 3; v++)
    {
      places[v] = graph->nodes[v].at;
      if (strcmp (graph->ids[v], ids[0]) == 0)
        places[v].y = 50;
    }
  kring_edit_arrange (editor, graph, &arrangement);
  g_assert_null (kring_item_get_named (kring_map_get_item (map, moved), "bend"));
  g_assert_cmpfloat (kring_item_get_number (kring_map_get_item (map, still), "bend"), ==, 30);
}

/* Rings go and come back, each as one step. */
static void
test_rings (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringItem *the_case = kring_map_get_case (map);

  kring_edit_set_rings (editor, FALSE);
  g_assert_cmpstr (kring_item_get_text (the_case, "background"), ==, "plain");
  kring_edit_set_rings (editor, TRUE);
  g_assert_null (kring_item_get_named (the_case, "background"));
  kring_history_undo (kring_editor_get_history (editor));
  g_assert_cmpstr (kring_item_get_text (the_case, "background"), ==, "plain");
}

static double
get_size (KringEditor *editor, const char *field)
{
  return kring_item_get_number (kring_map_get_case (kring_editor_get_map (editor)), field);
}

/* Rings of different sizes are written down one by one, and one by one they go again. */
static void
test_ring_sizes (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  const double sizes[] = { 1.5, 1.25, 1.125 }, even[] = { 1, 1, 1 };
  const KringPoint places[] = { { 0, 0 } };
  KringArrangement arrangement = { places, sizes };
  g_autoptr (KringGraph) graph = NULL;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_ALL);
  kring_edit_arrange (editor, graph, &arrangement);
  g_assert_cmpfloat (get_size (editor, "near_size"), ==, 1.5);
  g_assert_cmpfloat (get_size (editor, "middle_size"), ==, 1.25);
  g_assert_cmpfloat (get_size (editor, "far_size"), ==, 1.125);
  g_assert_cmpfloat (get_size (editor, "ring_scale"), ==, 1.125);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (kring_map_get_ring_size (map, KRING_RING_NEAR + i), ==, sizes[i]);
  arrangement.ring_sizes = even;
  kring_edit_arrange (editor, graph, &arrangement);
  g_assert_cmpfloat (get_size (editor, "near_size"), ==, 0);
  g_assert_cmpfloat (kring_map_get_ring_size (map, KRING_RING_NEAR), ==, 1);
  g_assert_cmpfloat (kring_map_get_ring_size (map, KRING_RING_FAR), ==, 1);
  kring_history_undo (kring_editor_get_history (editor));
  g_assert_cmpfloat (kring_map_get_ring_size (map, KRING_RING_MIDDLE), ==, 1.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/arrange/one-step", test_one_step);
  g_test_add_func ("/edit/arrange/gone", test_gone);
  g_test_add_func ("/edit/arrange/event", test_event);
  g_test_add_func ("/edit/arrange/labels", test_labels);
  g_test_add_func ("/edit/arrange/moved-after", test_moved_after);
  g_test_add_func ("/edit/arrange/hand-work", test_hand_work);
  g_test_add_func ("/edit/arrange/rings", test_rings);
  g_test_add_func ("/edit/arrange/ring-sizes", test_ring_sizes);
  return g_test_run ();
}
