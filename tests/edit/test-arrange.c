/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-map-graph.h"
#include "edit/kring-arrange.h"
#include "edit/kring-commands.h"

static void
test_one_step (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *noor = NULL, *dex = NULL;
  g_autoptr (KringGraph) graph = NULL;
  KringPoint places[] = { { 10, 20 }, { 30, 40 } };
  KringArrangement arrangement = { places, 1.5 };
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/arrange/one-step", test_one_step);
  g_test_add_func ("/edit/arrange/gone", test_gone);
  return g_test_run ();
}
