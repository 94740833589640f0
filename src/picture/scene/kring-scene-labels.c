/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene-words.h"

#include "picture/scene/kring-note.h"

#include <glib/gi18n-lib.h>

/* The first of the seats of a label set. */
#define FIRST_SEAT KRING_SEAT_BELOW

G_STATIC_ASSERT (KRING_SEAT_UPPER_LEFT - KRING_SEAT_BELOW + 1 == KRING_LABEL_SEATS);

static void
scene_labels_add_node (KringLabelSet *set, const KringNode *node)
{
  KringLabelNode *label = kring_label_set_add_node (set, node->id);
  KringPoint marks[KRING_NODE_N_SEATS];
  guint n_marks = kring_node_get_seats (node, 1, marks);

  label->body = kring_rect_grow (kring_node_get_box (node), 2);
  label->marks = label->body;
  for (guint i = 0; i < n_marks; i++)
    label->marks = kring_rect_union (
        label->marks, kring_rect_grow (KRING_RECT_INIT (marks[i].x, marks[i].y, 0, 0), 9));
  for (guint s = 0; s < KRING_LABEL_SEATS; s++)
    label->seats[s] = kring_node_label_get_box (node, FIRST_SEAT + s);
  label->seat = node->label.seat - FIRST_SEAT;
  label->fixed = node->label.wanted != KRING_SEAT_AUTO;
}

/* Labels beside a short tie and pills in place of many have one place. */
static gboolean
scene_labels_is_fixed (const KringTie *tie)
{
  return !isnan (tie->label_at) || tie->more > 0 || tie->place.beside;
}

static void
scene_labels_add_tie (KringLabelSet *set, const KringTie *tie, GHashTable *numbers)
{
  KringLabelTie *label = kring_label_set_add_tie (set, tie->id);
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, tie->from->id, NULL, &number))
    label->from = GPOINTER_TO_INT (number);
  if (g_hash_table_lookup_extended (numbers, tie->to->id, NULL, &number))
    label->to = GPOINTER_TO_INT (number);
  label->fixed = scene_labels_is_fixed (tie);
  if (tie->body == NULL || tie->hidden)
    return;
  g_array_append_vals (label->line, tie->body->points->data, tie->body->points->len);
  for (guint s = 0; s < KRING_LABEL_SLOTS && !kring_rect_is_empty (tie->place.box); s++)
    {
      double off =
          fabs (KRING_LABEL_SLOT_AT (s) * kring_curve_get_length (tie->body) - tie->place.middle);
      double least = fabs (KRING_LABEL_SLOT_AT (label->slot) * kring_curve_get_length (tie->body) -
                           tie->place.middle);

      label->slots[s] = label->fixed
                            ? tie->place.box
                            : kring_tie_label_get_place (tie, KRING_LABEL_SLOT_AT (s), 0).box;
      if (off < least)
        label->slot = s;
    }
}

/* A tie to what has no place on the map yet is not in the scene: it is read once for its words. */
static double
measure_words (const KringSceneItems *items, KringItem *item)
{
  KringTie *known = g_hash_table_lookup (items->ties, kring_item_get_id (item));
  KringItem *from = kring_map_get_item (items->map, kring_item_get_text (item, KRING_F_FROM));
  KringItem *to = kring_map_get_item (items->map, kring_item_get_text (item, KRING_F_TO));
  KringRecordCounts nothing = { 0 };
  KringNode *ends[2];
  KringTie *tie;
  double width;

  if (known != NULL)
    return known->label_width;
  if (from == NULL || to == NULL)
    return 0;
  ends[0] = kring_node_new (items->map, from, nothing, &items->options, &items->measurer);
  ends[1] = kring_node_new (items->map, to, nothing, &items->options, &items->measurer);
  tie = kring_tie_new (item, kring_map_count_records (items->map, kring_item_get_id (item)),
                       ends[0], ends[1], &items->options, &items->measurer);
  width = tie->label_width;
  kring_tie_free (tie);
  kring_node_free (ends[0]);
  kring_node_free (ends[1]);
  return width;
}

/* Two ends as one number, whichever comes first. */
static gint64
pair_of (guint a, guint b)
{
  return (gint64) MIN (a, b) << 32 | MAX (a, b);
}

/**
 * kring_scene_fill_words:
 * @builder: the graph of this scene's map
 *
 * Tells a layout how wide the words on every tie are; of several between the same two, the widest.
 */
void
kring_scene_fill_words (KringScene *self, KringGraphBuilder *builder)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (items->map, KRING_KIND_TIE);
  g_autoptr (GHashTable) widths =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *item = g_ptr_array_index (ties, i);
      double width = measure_words (items, item);
      guint a, b;
      gint64 pair;
      double *before;

      if (!kring_graph_builder_find_node (builder, kring_item_get_text (item, KRING_F_FROM), &a) ||
          !kring_graph_builder_find_node (builder, kring_item_get_text (item, KRING_F_TO), &b))
        continue;
      pair = pair_of (a, b);
      before = g_hash_table_lookup (widths, &pair);
      if (before != NULL)
        *before = MAX (*before, width);
      else
        g_hash_table_insert (widths, g_memdup2 (&pair, sizeof pair),
                             g_memdup2 (&width, sizeof width));
    }
  for (guint e = 0; e < kring_graph_builder_get_n_edges (builder); e++)
    {
      KringGraphEdge *edge = kring_graph_builder_get_edge (builder, e);
      gint64 pair = pair_of (edge->from, edge->to);
      const double *width = g_hash_table_lookup (widths, &pair);

      edge->words = width != NULL ? *width : 0;
    }
}

/**
 * kring_scene_dup_labels:
 *
 * Returns: (transfer full): all labels where they stand now, and where else they could
 */
KringLabelSet *
kring_scene_dup_labels (KringScene *self)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  KringLabelSet *set = kring_label_set_new ();
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (items->node_order, i);

      g_hash_table_insert (numbers, (gpointer) node->id, GINT_TO_POINTER (i));
      scene_labels_add_node (set, node);
    }
  for (guint i = 0; i < items->tie_order->len; i++)
    scene_labels_add_tie (set, g_ptr_array_index (items->tie_order, i), numbers);
  return set;
}

static void
cut_words_free (gpointer data)
{
  KringCutWords *self = data;

  g_object_unref (self->item);
  g_free (self->text);
  g_free (self);
}

static void
take_cut_words (GPtrArray *all, KringItem *item, char *text)
{
  KringCutWords *words = g_new0 (KringCutWords, 1);

  words->item = g_object_ref (item);
  words->text = text;
  g_ptr_array_add (all, words);
}

/* Whether words gave way. */
static gboolean
is_part_hidden (KringScene *self, const char *id, GPtrArray *drawn)
{
  return kring_scene_words_get_seen (kring_scene_get_words (self), id, drawn)->len <
         kring_scene_words_get_all (kring_scene_get_words (self), id, drawn)->len;
}

/* The rim says the same, and the legend says what it means. */
static gboolean
is_drawn_as_rim (const char *text)
{
  return g_str_equal (text, _ ("identity unknown"));
}

static void
take_small_words (GPtrArray *all, const KringNode *node)
{
  g_autofree char *text = kring_node_label_dup_text (node, TRUE);

  if (!is_drawn_as_rim (text))
    take_cut_words (all, node->item, g_steal_pointer (&text));
}

static void
add_cut_node (KringScene *self, GPtrArray *all, const KringNode *node)
{
  const char *text = kring_item_get_shown (node->item, KRING_F_TEXT);

  if (node->form == KRING_FORM_NOTE &&
      kring_note_is_cut (node, &kring_scene_get_items (self)->measurer))
    take_cut_words (all, node->item, g_strdup (text != NULL ? text : ""));
  else if (node->form != KRING_FORM_NOTE && node->label.cut)
    take_cut_words (all, node->item, kring_node_label_dup_text (node, FALSE));
  else if (is_part_hidden (self, node->id, node->label_shapes))
    take_small_words (all, node);
}

static void
add_cut_tie (KringScene *self, GPtrArray *all, const KringTie *tie)
{
  if (!tie->plain && (tie->cut || tie->hidden || is_part_hidden (self, tie->id, tie->label_shapes)))
    take_cut_words (all, tie->item, kring_tie_label_dup_text (tie));
}

/**
 * kring_scene_dup_cut_words:
 *
 * Returns: (transfer full) (element-type KringCutWords): what the drawing as it is now says in part
 *   or not at all, in the order of the map: long notes, long labels, words that gave way, and ties
 *   of too many between the same two
 */
GPtrArray *
kring_scene_dup_cut_words (KringScene *self)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  GPtrArray *all = g_ptr_array_new_with_free_func (cut_words_free);

  for (guint i = 0; i < items->node_order->len; i++)
    add_cut_node (self, all, g_ptr_array_index (items->node_order, i));
  for (guint i = 0; i < items->tie_order->len; i++)
    add_cut_tie (self, all, g_ptr_array_index (items->tie_order, i));
  return all;
}

/**
 * kring_scene_get_smallest_name:
 *
 * Returns: how large the smallest name is that is seen, in map units; 0 without any
 */
double
kring_scene_get_smallest_name (KringScene *self)
{
  const KringSceneItems *items = kring_scene_get_items (self);
  double least = 0;

  for (guint i = 0; i < items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (items->node_order, i);
      GPtrArray *words =
          kring_scene_words_get_seen (kring_scene_get_words (self), node->id, node->label_shapes);
      const KringShape *name = words->len > 0 ? g_ptr_array_index (words, 0) : NULL;

      if (name != NULL && (least == 0 || name->size < least))
        least = name->size;
    }
  return least;
}
