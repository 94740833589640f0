/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-arrange.h"

#include "map/edit/kring-commands.h"
#include "map/edit/kring-edit-private.h"

#include <glib/gi18n-lib.h>

/* Unsets bends and places of labels of ties at what moved: set by hand for the old places, they do
 * not fit the new ones. */
static void
forget_hand_work (KringEditor *editor, GHashTable *moved)
{
  g_autoptr (GPtrArray) ties =
      kring_map_dup_items_of_kind (kring_editor_get_map (editor), KRING_KIND_TIE);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);

      if (!g_hash_table_contains (moved, kring_item_get_text (tie, KRING_F_FROM)) &&
          !g_hash_table_contains (moved, kring_item_get_text (tie, KRING_F_TO)))
        continue;
      kring_edit_put (editor, tie, KRING_F_BEND, NULL);
      kring_edit_put (editor, tie, KRING_F_LABEL_AT, NULL);
    }
}

static gboolean
moves (KringItem *item, KringPoint to)
{
  KringPoint at;

  return !kring_item_get_position (item, &at) || kring_point_distance (at, to) > 1e-6;
}

static void
put_size (KringEditor *editor, const char *field, double size, double usual)
{
  double rounded = round (size * 1000) / 1000;

  kring_edit_put (editor, kring_map_get_case (kring_editor_get_map (editor)), field,
                  rounded == usual ? NULL : g_variant_new_double (rounded));
}

/* Notes the sizes of the rings; if all three are equal, in one number. That number also holds the
 * size of the outermost ring, for older programs that read nothing else. */
static void
set_ring_sizes (KringEditor *editor, const double *sizes)
{
  static const char *const fields[] = { KRING_F_NEAR_SIZE, KRING_F_MIDDLE_SIZE, KRING_F_FAR_SIZE };
  double scale = MAX (sizes[G_N_ELEMENTS (fields) - 1], 1);
  gboolean even = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    even &= fabs (sizes[i] - scale) < 1e-3;
  put_size (editor, KRING_F_RING_SCALE, scale, 1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    put_size (editor, fields[i], even ? 0 : sizes[i], 0);
}

/**
 * kring_edit_arrange:
 * @graph: the graph of the map that was laid out; nodes that left the map since are passed over
 * @arrangement: where its nodes go
 *
 * Moves everything at once, as one step. Labels of what moves find their own seats again, and its
 * ties are straightened; all else keeps what was set by hand.
 */
void
kring_edit_arrange (KringEditor *editor,
                    const KringGraph *graph,
                    const KringArrangement *arrangement)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (GHashTable) moved = g_hash_table_new (g_str_hash, g_str_equal);

  kring_history_begin (history, _ ("Arrange"));
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      KringItem *item = kring_map_get_item (map, graph->ids[v]);

      if (item == NULL || !moves (item, arrangement->places[v]))
        continue;
      kring_edit_put (editor, item, KRING_F_POSITION, kring_edit_point (arrangement->places[v]));
      kring_edit_put (editor, item, KRING_F_LABEL_SEAT, NULL);
      g_hash_table_add (moved, (gpointer) graph->ids[v]);
    }
  forget_hand_work (editor, moved);
  if (arrangement->ring_sizes != NULL)
    set_ring_sizes (editor, arrangement->ring_sizes);
  kring_history_commit (history);
}

static KringItem *
arrange_find_item (KringEditor *editor, const char *id)
{
  return kring_map_get_item (kring_editor_get_map (editor), id);
}

/**
 * kring_edit_set_rings:
 * @shown: whether rings lie under the map: under any other picture than theirs they would say what is
 *   not so
 */
void
kring_edit_set_rings (KringEditor *editor, gboolean shown)
{
  kring_edit_set_one (editor, KRING_MAP_CASE_ID, KRING_F_BACKGROUND,
                      shown ? NULL : g_variant_new_string ("plain"), NULL);
}

/**
 * kring_edit_seat_labels:
 * @before: where labels stand when nobody says where
 * @after: the same labels in better places
 *
 * Writes down the places that differ; the rest stays free to follow what moves. To be called inside
 * the step that moved everything.
 */
void
kring_edit_seat_labels (KringEditor *editor,
                        const KringLabelSet *before,
                        const KringLabelSet *after)
{
  KringHistory *history = kring_editor_get_history (editor);

  g_return_if_fail (before->nodes->len == after->nodes->len);
  g_return_if_fail (before->ties->len == after->ties->len);
  kring_history_begin (history, _ ("Arrange"));
  for (guint v = 0; v < after->nodes->len; v++)
    {
      const KringLabelNode *node = &g_array_index (after->nodes, KringLabelNode, v);
      KringItem *item = arrange_find_item (editor, node->id);

      if (item != NULL && node->seat != g_array_index (before->nodes, KringLabelNode, v).seat)
        kring_edit_put_choice (editor, item, KRING_F_LABEL_SEAT, KRING_SEAT_BELOW + node->seat);
    }
  for (guint e = 0; e < after->ties->len; e++)
    {
      const KringLabelTie *tie = &g_array_index (after->ties, KringLabelTie, e);
      KringItem *item = arrange_find_item (editor, tie->id);

      if (item != NULL && tie->slot != g_array_index (before->ties, KringLabelTie, e).slot)
        kring_edit_put (editor, item, KRING_F_LABEL_AT,
                        g_variant_new_double (round (KRING_LABEL_SLOT_AT (tie->slot) * 100) / 100));
    }
  kring_history_commit (history);
}
