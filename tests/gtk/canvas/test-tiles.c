/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of a large map is painted at once, and what is seen until the rest is. */
#include "gtk/canvas/kring-canvas-tiles.h"

#define SOME_SHAPES 40
#define MANY_SHAPES 4000

typedef struct
{
  guint n_shapes; /* that each tile takes */
  guint n_tiles;  /* that were painted */
} Painted;

static guint
paint_cb (cairo_t *cr, KringRect area, gpointer data)
{
  Painted *painted = data;

  painted->n_tiles++;
  return painted->n_shapes;
}

/* Two rows of three tiles. */
static const KringViewport window = { { 10, 10 }, 1, 1200, 700 };

static guint
count_nodes (GskRenderNode *node)
{
  guint n = 0;

  if (node == NULL)
    return 0;
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return count_nodes (gsk_transform_node_get_child (node));
  if (gsk_render_node_get_node_type (node) != GSK_CONTAINER_NODE)
    return 1;
  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    n += count_nodes (gsk_container_node_get_child (node, i));
  return n;
}

/* One frame. Returns: how many tiles are seen, old ones too. */
static guint
draw (KringTiles *tiles)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  kring_tiles_snapshot (tiles, snapshot, &window, 1, TRUE);
  node = gtk_snapshot_free_to_node (snapshot);
  n = count_nodes (node);
  g_clear_pointer (&node, gsk_render_node_unref);
  return n;
}

static guint
draw_all (KringTiles *tiles)
{
  guint n_frames = 0;

  do
    {
      draw (tiles);
      n_frames++;
    }
  while (kring_tiles_is_behind (tiles));
  return n_frames;
}

static void
test_at_once (void)
{
  Painted painted = { SOME_SHAPES, 0 };
  KringTiles *tiles = kring_tiles_new (paint_cb, &painted);

  g_assert_cmpuint (draw_all (tiles), ==, 1);
  g_assert_cmpuint (painted.n_tiles, ==, 6);
  g_assert_cmpuint (draw_all (tiles), ==, 1);
  g_assert_cmpuint (painted.n_tiles, ==, 6);
  kring_tiles_free (tiles);
}

/* No frame paints more than two tiles so full, and none is painted twice. */
static void
test_by_frames (void)
{
  Painted painted = { MANY_SHAPES, 0 };
  KringTiles *tiles = kring_tiles_new (paint_cb, &painted);

  g_assert_cmpuint (draw (tiles), ==, 2);
  g_assert_true (kring_tiles_is_behind (tiles));
  g_assert_cmpuint (painted.n_tiles, ==, 2);
  g_assert_cmpuint (draw_all (tiles), ==, 2);
  g_assert_cmpuint (painted.n_tiles, ==, 6);
  kring_tiles_free (tiles);
}

/* What was seen stays until all of it is painted anew. */
static void
test_old_stays (void)
{
  Painted painted = { MANY_SHAPES, 0 };
  KringTiles *tiles = kring_tiles_new (paint_cb, &painted);

  draw_all (tiles);
  kring_tiles_invalidate (tiles, KRING_RECT_INIT (0, 0, 1200, 700));
  g_assert_cmpuint (draw (tiles), ==, 6 + 2);
  draw_all (tiles);
  g_assert_cmpuint (draw (tiles), ==, 6);
  kring_tiles_renew (tiles);
  g_assert_cmpuint (draw (tiles), ==, 6 + 2);
  kring_tiles_clear (tiles);
  g_assert_cmpuint (draw (tiles), ==, 2);
  kring_tiles_free (tiles);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiles/at-once", test_at_once);
  g_test_add_func ("/tiles/by-frames", test_by_frames);
  g_test_add_func ("/tiles/old-stays", test_old_stays);
  return g_test_run ();
}
