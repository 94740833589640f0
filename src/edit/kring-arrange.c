/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-arrange.h"

#include "edit/kring-edit-private.h"

#include <glib/gi18n-lib.h>

/* What was set by hand for the old places says nothing about the new ones. */
static void
forget_hand_work (KringEditor *editor)
{
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);

  for (guint i = 0; i < ties->len; i++)
    {
      kring_edit_put (editor, g_ptr_array_index (ties, i), "bend", NULL);
      kring_edit_put (editor, g_ptr_array_index (ties, i), "label_at", NULL);
    }
}

static gboolean
moves (KringItem *item, KringPoint to)
{
  KringPoint at;

  return !kring_item_get_position (item, &at) || kring_point_distance (at, to) > 1e-6;
}

/**
 * kring_edit_arrange:
 * @graph: the graph of the map that was laid out; nodes that left the map since are passed over
 * @arrangement: where its nodes go
 *
 * Moves everything at once, as one step. Labels of what moves find their own seats again, bends are
 * straightened.
 */
void
kring_edit_arrange (KringEditor *editor,
                    const KringGraph *graph,
                    const KringArrangement *arrangement)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);

  kring_history_begin (history, _ ("Arrange"));
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringItem *item = kring_map_get_item (map, graph->ids[v]);

      if (item == NULL || !moves (item, arrangement->places[v]))
        continue;
      kring_edit_put (editor, item, "position", kring_edit_point (arrangement->places[v]));
      kring_edit_put (editor, item, "label_seat", NULL);
    }
  forget_hand_work (editor);
  if (arrangement->ring_scale > 0)
    kring_edit_put (editor, kring_map_get_case (map), "ring_scale",
                    arrangement->ring_scale > 1 ? g_variant_new_double (arrangement->ring_scale)
                                                : NULL);
  kring_history_commit (history);
}
