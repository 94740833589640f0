/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-ties FILE...: for each map as it is drawn: ties, those nearer than 24 units to the middle of
 * somebody else, the same if all were straight, bent ones, those of them that are no arcs, and the deepest bend as part of the length,
 * words of ties that touch somebody or a name, crossings, pairs of people on each other with sign or name, and
 * the size of the picture in million square units.
 */
#include "file/document/kring-document.h"
#include "picture/render/kring-measurer.h"
#include "picture/scene/kring-scene-items.h"

#include <stdio.h>

#define NEAR 24.0

typedef struct
{
  guint ties, near, straight, bent, leaning, words, names, crossings, boxes;
  double deepest;
} Counts;

static double
get_distance (const KringCurve *arc, KringPoint at)
{
  double least = G_MAXDOUBLE;

  for (guint i = 1; i < arc->points->len; i++)
    least = MIN (least, kring_segment_distance (g_array_index (arc->points, KringPoint, i - 1),
                                                g_array_index (arc->points, KringPoint, i), at));
  return least;
}

static void
count_tie (KringScene *scene, const KringTie *tie, Counts *counts)
{
  const KringSceneItems *items = kring_scene_get_items (scene);
  gboolean near = FALSE, straight = FALSE;

  for (guint i = 0; i < items->node_order->len; i++)
    {
      KringNode *node = g_ptr_array_index (items->node_order, i);

      if (node != tie->from && node != tie->to && node->form != KRING_FORM_NOTE)
        {
          near |= get_distance (tie->arc, node->at) < NEAR;
          straight |= kring_segment_distance (tie->from->at, tie->to->at, node->at) < NEAR;
        }
      if (!kring_rect_is_empty (tie->place.box) && node->form != KRING_FORM_NOTE &&
          kring_rect_intersects (tie->place.box, kring_node_get_box (node)))
        counts->words++;
      if (!kring_rect_is_empty (tie->place.box) &&
          kring_rect_intersects (tie->place.box, kring_node_label_get_box (node, node->label.seat)))
        counts->names++;
    }
  counts->ties++;
  counts->near += near;
  counts->straight += straight;
  counts->bent += tie->curve != 0 || tie->lean != 0;
  counts->leaning += tie->lean != 0;
  counts->deepest =
      MAX (counts->deepest,
           fabs (tie->curve) / MAX (kring_point_distance (tie->from->at, tie->to->at), 1));
}

static double
side (KringPoint a, KringPoint b, KringPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (const KringCurve *p, const KringCurve *q)
{
  for (guint i = 1; i < p->points->len; i++)
    for (guint k = 1; k < q->points->len; k++)
      {
        KringPoint a = g_array_index (p->points, KringPoint, i - 1);
        KringPoint b = g_array_index (p->points, KringPoint, i);
        KringPoint c = g_array_index (q->points, KringPoint, k - 1);
        KringPoint d = g_array_index (q->points, KringPoint, k);

        if (side (a, b, c) * side (a, b, d) < 0 && side (c, d, a) * side (c, d, b) < 0)
          return TRUE;
      }
  return FALSE;
}

static void
count_crossings (KringScene *scene, Counts *counts)
{
  const KringSceneItems *items = kring_scene_get_items (scene);

  for (guint i = 0; i < items->tie_order->len; i++)
    for (guint k = i + 1; k < items->tie_order->len; k++)
      {
        KringTie *a = g_ptr_array_index (items->tie_order, i);
        KringTie *b = g_ptr_array_index (items->tie_order, k);

        if (a->from != b->from && a->from != b->to && a->to != b->from && a->to != b->to)
          counts->crossings += cross (a->arc, b->arc);
      }
}

static gboolean
are_on_each_other (const KringNode *a, const KringNode *b)
{
  KringRect of_a[] = { kring_node_get_box (a), kring_node_label_get_box (a, a->label.seat) };
  KringRect of_b[] = { kring_node_get_box (b), kring_node_label_get_box (b, b->label.seat) };

  for (guint i = 0; i < 4; i++)
    if (!kring_rect_is_empty (of_a[i / 2]) && !kring_rect_is_empty (of_b[i % 2]) &&
        kring_rect_intersects (of_a[i / 2], of_b[i % 2]))
      return TRUE;
  return FALSE;
}

static void
count_boxes (KringScene *scene, Counts *counts)
{
  const KringSceneItems *items = kring_scene_get_items (scene);

  for (guint i = 0; i < items->node_order->len; i++)
    for (guint k = i + 1; k < items->node_order->len; k++)
      counts->boxes += are_on_each_other (g_ptr_array_index (items->node_order, i),
                                          g_ptr_array_index (items->node_order, k));
}

static void
measure (const char *path, const KringTextMeasurer *measurer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KringDocument) document = kring_document_open (file, NULL, &error);
  g_autoptr (KringScene) scene = NULL;
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
  g_autofree char *name = g_path_get_basename (path);
  Counts counts = { 0 };
  KringRect bounds;

  g_assert_no_error (error);
  scene = kring_scene_new (kring_document_get_map (document), &options, measurer);
  for (guint i = 0; i < kring_scene_get_items (scene)->tie_order->len; i++)
    count_tie (scene, g_ptr_array_index (kring_scene_get_items (scene)->tie_order, i), &counts);
  count_crossings (scene, &counts);
  count_boxes (scene, &counts);
  bounds = kring_scene_get_bounds (scene);
  printf ("%-28s ties %3u near %3u straight %3u bent %3u leaning %2u deepest %.2f words %2u names "
          "%2u crossings "
          "%4u boxes %2u size %.2f\n",
          name, counts.ties, counts.near, counts.straight, counts.bent, counts.leaning,
          counts.deepest, counts.words, counts.names, counts.crossings, counts.boxes,
          bounds.width * bounds.height / 1e6);
}

int
main (int argc, char **argv)
{
  KringFonts *fonts = kring_fonts_new ();
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);

  for (int i = 1; i < argc; i++)
    measure (argv[i], &measurer);
  kring_fonts_unref (fonts);
  return 0;
}
