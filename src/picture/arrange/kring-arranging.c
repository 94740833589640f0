/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/arrange/kring-arranging.h"

#include "map/edit/kring-arrange.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-map-graph.h"
#include "picture/scene/kring-scene.h"
#include "place/layout/kring-labels.h"

#include <glib/gi18n-lib.h>

/* Free space between things and labels, in map units. */
#define GAP 8.0
/* With more things than this, labels find their seats one by one. */
#define MAX_SEATED 2000

/* With complete labels, as on paper, where all of a name must have room: what is arranged for the two lines
 * of a screen has names on names there, and is hardly clearer on the screen. */
static KringScene *
arranging_new_scene (KringMap *map, const KringTextMeasurer *measurer)
{
  return kring_scene_new (map, &KRING_SCENE_OPTIONS_EXPORT, measurer);
}

/**
 * kring_arranging_new: (constructor)
 * @map: what is to be arranged, as it is now
 * @options: type, seed, keep, sectors, selection and whom to tell; the rest is filled in
 *
 * Returns: (transfer full): all that a layout must know
 */
KringArranging *
kring_arranging_new (KringMap *map,
                     const KringLayoutOptions *options,
                     const KringTextMeasurer *measurer)
{
  KringArranging *self = g_new0 (KringArranging, 1);
  g_autoptr (KringScene) scene = arranging_new_scene (map, measurer);
  g_autoptr (KringGraphBuilder) builder = kring_map_graph_build (map, KRING_MAP_GRAPH_ALL);

  self->options = *options;
  self->options.gap = GAP;
  self->options.keep = options->keep && options->type != KRING_LAYOUT_TIDY;
  if (options->selection != NULL)
    g_hash_table_ref (options->selection);
  for (guint i = 0; i < KRING_LAYOUT_BANDS - 1; i++)
    {
      self->options.ring_axes[i] = kring_scene_get_ring_axes (scene, i);
      self->options.ring_sizes[i] = kring_scene_get_ring_size (scene, i);
    }
  kring_scene_fill_boxes (scene, builder);
  self->graph = kring_graph_builder_end (builder);
  return self;
}

/* Once everything stands, all labels find their places together. */
static void
arranging_seat_labels (KringEditor *editor, const KringTextMeasurer *measurer)
{
  g_autoptr (KringScene) scene = arranging_new_scene (kring_editor_get_map (editor), measurer);
  g_autoptr (KringLabelSet) before = kring_scene_dup_labels (scene);
  g_autoptr (KringLabelSet) after = kring_scene_dup_labels (scene);

  kring_labels_place (after);
  kring_edit_seat_labels (editor, before, after);
}

/**
 * kring_arranging_apply:
 * @result: of laying out the graph with the options
 * @editor: of the same map, or of a copy of it
 *
 * Puts everything in its place, as one step. Only a picture of the whole map says what lies under it
 * and seats the labels anew.
 */
void
kring_arranging_apply (const KringArranging *self,
                       const KringLayoutResult *result,
                       const KringTextMeasurer *measurer,
                       KringEditor *editor)
{
  KringHistory *history = kring_editor_get_history (editor);
  gboolean whole = self->options.selection == NULL;
  gboolean rings = self->options.type == KRING_LAYOUT_RINGS;
  const KringArrangement arrangement = { result->places,
                                         whole && rings ? result->ring_sizes : NULL };

  kring_history_begin (history, _ ("Arrange"));
  if (whole && self->options.type != KRING_LAYOUT_TIDY)
    kring_edit_set_rings (editor, rings);
  kring_edit_arrange (editor, self->graph, &arrangement);
  if (whole && self->graph->n_nodes <= MAX_SEATED)
    arranging_seat_labels (editor, measurer);
  kring_history_commit (history);
}

void
kring_arranging_free (KringArranging *self)
{
  kring_graph_unref (self->graph);
  g_clear_pointer (&self->options.selection, g_hash_table_unref);
  g_free (self);
}
