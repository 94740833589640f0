/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-graphs.h"

#include "map/model/kring-item-private.h"
#include "picture/scene/kring-hull.h"
#include "place/clearance/kring-hull-intruders.h"
#include "place/layout/kring-layout.h"
#include "place/layout/kring-separate.h"

/* Points into which a curve is cut, and by which a box is known, a side. */
#define CUTS 8
#define GRID 7

static KringRect
box_at (const KringGraph *graph, const KringPoint *places, guint v)
{
  KringRect box = graph->nodes[v].box;

  box.x += places[v].x;
  box.y += places[v].y;
  return box;
}

static KringPoint
on_curve (const KringPoint *p, double t)
{
  double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  return KRING_POINT_INIT (a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                           a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y);
}

/* Corners of the outline, curves cut into short lines. */
static GArray *
flattened (const KringPath *path)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  const KringPoint *points = (const KringPoint *) path->points->data;

  for (guint i = 0; i < path->verbs->len; i++)
    switch (g_array_index (path->verbs, guint8, i))
      {
      case KRING_PATH_MOVE:
      case KRING_PATH_LINE:
        g_array_append_vals (corners, points++, 1);
        break;
      case KRING_PATH_CURVE:
        for (guint cut = 1; cut <= CUTS; cut++)
          {
            KringPoint at = on_curve (points - 1, (double) cut / CUTS);

            g_array_append_val (corners, at);
          }
        points += 3;
        break;
      default:
        break;
      }
  return corners;
}

/* The hull of a group exactly as it is drawn; none: nobody is in the group. */
static GArray *
drawn_hull (const KringGraph *graph, const KringPoint *places, int group)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (KRING_KIND_GROUP), "g");
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));
  KringGround ground = { .sizes = { 1, 1, 1 } };
  KringHull *hull = kring_hull_new ("g");
  GArray *corners = NULL;

  for (guint v = 0; v < graph->n_nodes; v++)
    if (graph->nodes[v].group == group)
      {
        KringRect box = box_at (graph, places, v);

        g_array_append_val (boxes, box);
      }
  kring_hull_update (hull, item, boxes, KRING_COLOUR_HULL1, &ground, &kring_text_measurer_fixed);
  if (boxes->len > 0)
    corners = flattened (((const KringShape *) hull->shapes->pdata[0])->path);
  kring_hull_free (hull);
  return corners;
}

static gboolean
is_inside (const GArray *corners, KringPoint at)
{
  gboolean inside = FALSE;

  for (guint i = 0; i < corners->len; i++)
    {
      KringPoint a = g_array_index (corners, KringPoint, i);
      KringPoint b = g_array_index (corners, KringPoint, (i + 1) % corners->len);

      if ((a.y > at.y) != (b.y > at.y) && at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y))
        inside = !inside;
    }
  return inside;
}

static gboolean
box_touches (const GArray *corners, KringRect box)
{
  for (guint i = 0; i < GRID * GRID; i++)
    if (is_inside (corners, KRING_POINT_INIT (box.x + box.width * (i % GRID) / (GRID - 1),
                                              box.y + box.height * (i / GRID) / (GRID - 1))))
      return TRUE;
  return FALSE;
}

static guint
count_foreign (const KringGraph *graph, const KringPoint *places)
{
  guint count = 0;

  for (guint g = 0; g < graph->n_groups; g++)
    {
      g_autoptr (GArray) hull = drawn_hull (graph, places, g);

      for (guint v = 0; hull != NULL && v < graph->n_nodes; v++)
        count += graph->nodes[v].group != (int) g && box_touches (hull, box_at (graph, places, v));
    }
  return count;
}

static KringLayoutResult *
lay_out (const KringGraph *graph, KringLayoutType type, gboolean sectors)
{
  KringLayoutOptions options = { .type = type, .seed = 1, .gap = 8, .sectors = sectors };
  KringLayoutResult *result = kring_layout_run (graph, &options, NULL);

  g_assert_cmpuint (kring_separate_count (graph, result->places, 0), ==, 0);
  return result;
}

/* What is counted holds what is drawn: who is not counted does not touch a drawn hull. */
static void
test_counts (void)
{
  guint least = 0;

  for (guint32 seed = 1; seed < 9; seed++)
    {
      g_autoptr (KringGraph) graph = graph_groups (40, seed);
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_STRESS, FALSE);
      guint drawn = count_foreign (graph, result->places);
      guint counted = kring_hull_intruders_count (graph, result->places, NULL);

      g_assert_cmpuint (counted, >=, drawn);
      g_assert_cmpfloat (counted, <=, 1.4 * drawn + 3);
      least += drawn;
    }
  g_assert_cmpuint (least, >, 20);
}

static void
test_sectors (void)
{
  static const guint sizes[] = { 6, 15, 30, 60, 100 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint32 seed = 1; seed < 11; seed++)
      {
        g_autoptr (KringGraph) graph = graph_groups (sizes[s], seed);
        g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_RINGS, TRUE);

        g_test_message ("%u people, seed %u: rings %.2f times as large", sizes[s], seed,
                        result->ring_sizes[2]);
        g_assert_cmpuint (count_foreign (graph, result->places), ==, 0);
      }
}

/* Without sectors groups may have to reach around others; still nearly nobody stands in them. */
static void
test_rings (void)
{
  guint foreign = 0, people = 0;

  for (guint32 seed = 1; seed < 6; seed++)
    {
      g_autoptr (KringGraph) graph = graph_groups (40, seed);
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_RINGS, FALSE);

      foreign += count_foreign (graph, result->places);
      people += graph->n_nodes;
    }
  g_test_message ("%u of %u", foreign, people);
  g_assert_cmpfloat (foreign, <, 0.03 * people);
}

static void
test_groups (void)
{
  static const guint sizes[] = { 6, 15, 30, 60, 100, 200 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (KringGraph) graph = graph_groups (sizes[s], 2);
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_GROUPS, FALSE);

      g_assert_cmpuint (count_foreign (graph, result->places), ==, 0);
    }
}

static double
direction (const KringPoint *places, guint v)
{
  return atan2 (places[v].y - places[0].y, places[v].x - places[0].x);
}

/* Who is of no group stands beside those they are tied to, and not all on one side. */
static void
test_of_no_group (void)
{
  double off = 0;
  guint n = 0;

  for (guint32 seed = 1; seed < 5; seed++)
    {
      g_autoptr (KringGraph) graph = graph_groups (60, seed);
      g_autoptr (KringLayoutResult) result = lay_out (graph, KRING_LAYOUT_RINGS, TRUE);

      for (guint v = 1; v < graph->n_nodes; v++)
        {
          guint only = graph->neighbours[graph->first[v]];

          if (graph->nodes[v].group >= 0 || kring_graph_get_degree (graph, v) != 1 || only == 0)
            continue;
          off += fabs (remainder (direction (result->places, v) - direction (result->places, only),
                                  2 * G_PI));
          n++;
        }
    }
  g_test_message ("%u people, %.2f away", n, off / n);
  g_assert_cmpuint (n, >, 15);
  g_assert_cmpfloat (off / n, <, 0.6);
}

#define FRIENDS 12
#define GROUPS 4
#define MEMBERS 8

/* A hub with friends, four of whom know the last of a group each, who stand in a row. */
static KringGraph *
dup_hub_and_groups (void)
{
  g_autoptr (KringGraphBuilder) builder = kring_graph_builder_new ();

  for (guint v = 0; v <= FRIENDS + GROUPS * MEMBERS; v++)
    {
      g_autofree char *id = g_strdup_printf ("%u", v);
      gboolean member = v > FRIENDS;

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-30, -29, 60, 72);
      kring_graph_builder_get_node (builder, v)->group =
          member ? (int) ((v - FRIENDS - 1) / MEMBERS) : -1;
      if (v > 0 && !member)
        kring_graph_builder_add_edge (builder, 0, v, KRING_EDGE_PLAIN);
      if (member && (v - FRIENDS) % MEMBERS != 1)
        kring_graph_builder_add_edge (builder, v - 1, v, KRING_EDGE_PLAIN);
    }
  for (guint g = 0; g < GROUPS; g++)
    kring_graph_builder_add_edge (builder, 1 + 3 * g, FRIENDS + (g + 1) * MEMBERS,
                                  KRING_EDGE_PLAIN);
  return kring_graph_builder_end (builder);
}

/* Groups stand no further off than they need, with who is tied to others towards those. */
static void
test_drawn_in (void)
{
  g_autoptr (KringGraph) graph = dup_hub_and_groups ();
  double tied = 0, first = 0;

  for (guint32 seed = 1; seed <= 4; seed++)
    {
      KringLayoutOptions options = { .type = KRING_LAYOUT_GROUPS, .seed = seed, .gap = 8 };
      g_autoptr (KringLayoutResult) result = kring_layout_run (graph, &options, NULL);

      g_assert_cmpuint (kring_separate_count (graph, result->places, 8), ==, 0);
      for (guint g = 0; g < GROUPS; g++)
        {
          KringPoint friend = result->places[1 + 3 * g];
          guint end = FRIENDS + (g + 1) * MEMBERS;

          tied += kring_point_distance (friend, result->places[end]) / GROUPS / 4;
          first += kring_point_distance (friend, result->places[end + 1 - MEMBERS]) / GROUPS / 4;
        }
    }
  g_test_message ("tied %.0f, the other end %.0f", tied, first);
  g_assert_cmpfloat (tied, <, 300);
  g_assert_cmpfloat (tied, <, first);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hulls/counts", test_counts);
  g_test_add_func ("/hulls/sectors", test_sectors);
  g_test_add_func ("/hulls/rings", test_rings);
  g_test_add_func ("/hulls/groups", test_groups);
  g_test_add_func ("/hulls/of-no-group", test_of_no_group);
  g_test_add_func ("/hulls/drawn-in", test_drawn_in);
  return g_test_run ();
}
