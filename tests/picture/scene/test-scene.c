/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-map.h"

#include "map/base/kring-sanitize.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-graph.h"
#include "map/model/kring-map-private.h"

#include <string.h>

static KringHit
hit (KringScene *scene, double x, double y)
{
  KringHit found = { NULL, KRING_PART_NONE, FALSE };

  kring_scene_hit (scene, KRING_POINT_INIT (x, y), 11, &found);
  return found;
}

static void
test_hit (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpstr (hit (scene, 300, 5).id, ==, "dex");
  g_assert_false (hit (scene, 300, 5).on_rim);
  g_assert_true (hit (scene, 300, -20).on_rim);
  g_assert_cmpstr (hit (scene, 300, -31).id, ==, "dex");
  g_assert_null (hit (scene, 300, -36).id);
  g_assert_cmpstr (hit (scene, 230, 9).id, ==, "t-dex");
  g_assert_null (hit (scene, 230, 13).id);
  g_assert_cmpint (hit (scene, 300, 40).part, ==, KRING_PART_LABEL);
  g_assert_cmpstr (hit (scene, 300, 40).id, ==, "dex");
}

/* What was refuted lies behind: the other of two in one place is painted over it and hit first. */
static void
test_refuted (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  set (map, "dex", "position", g_variant_new ("(dd)", 0.0, 0.0));
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpstr (hit (scene, 0, 0).id, ==, "noor");
  kring_map_begin (map);
  set (map, "noor", "certainty", g_variant_new_string ("refuted"));
  kring_map_end (map);
  g_clear_object (&scene);
  scene = new_scene (map);
  g_assert_cmpstr (hit (scene, 0, 0).id, ==, "dex");
}

/* What turns directions or steers a terminal is in the map, and in nothing that is drawn. */
static void
test_harmless (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;
  g_autofree char *text = NULL;

  kring_map_begin (map);
  set (map, "dex", "name", g_variant_new_string ("Dex\xe2\x80\xaegnp\x1b[0m"));
  set (map, "dex", "role", g_variant_new_string ("\xe2\x81\xa7turned\xc2\x9b"));
  set (map, "t-dex", "kind", g_variant_new_string ("a\xe2\x80\xaf\xe2\x80\xad b"));
  kring_map_end (map);
  scene = new_scene (map);
  text = kring_scene_to_text (scene);
  g_assert_false (kring_sanitize_is_needed (text));
  g_assert_nonnull (strstr (text, "Dexgnp[0m"));
  g_assert_nonnull (strstr (text, "turned"));
}

static void
test_inside (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GPtrArray) all = kring_scene_dup_inside (scene, KRING_RECT_INIT (-50, -50, 400, 400));
  g_autoptr (GPtrArray) dex = kring_scene_dup_inside (scene, KRING_RECT_INIT (-10, -50, 400, 400));

  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (dex->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (dex, 0), ==, "dex");
}

/* What stands at the centre carries the rings; without rings the ground is one. */
static void
test_ground (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (300, 0)), ==, KRING_RING_NEAR);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 300)), ==,
                   KRING_RING_MIDDLE);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 400)), ==, KRING_RING_FAR);
  g_assert_cmpint (kring_scene_get_ground (scene, KRING_POINT_INIT (0, 500)), ==,
                   KRING_COLOUR_CANVAS);
  kring_map_begin (map);
  set (map, KRING_MAP_CASE_ID, "background", g_variant_new_string ("plain"));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpint (kring_scene_get_ground (scene, KRING_POINT_INIT (0, 500)), ==,
                   KRING_COLOUR_RING1);
  g_assert_cmpint (kring_scene_get_ring_at (scene, KRING_POINT_INIT (0, 0)), ==, KRING_RING_NONE);
}

/* Rings around nobody would say what is not so; an empty map has them for the first who comes. */
static void
test_ground_without_centre (void)
{
  const KringPoint far = { 0, 500 };
  g_autoptr (KringMap) map = new_map (), empty = kring_map_new ();
  g_autoptr (KringScene) scene = NULL, bare = new_scene (empty);

  g_assert_cmpint (kring_scene_get_ground (bare, far), ==, KRING_COLOUR_CANVAS);
  kring_map_begin (map);
  set (map, KRING_MAP_CASE_ID, "centre", NULL);
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpint (kring_scene_get_ground (scene, far), ==, KRING_COLOUR_RING1);
}

/* A name too long for a line is broken after a hyphen where it has one. */
static void
test_hyphens (void)
{
  g_auto (GStrv) lines = kring_text_wrap (&kring_text_measurer_fixed, "Maria-Magdalena van Oost",
                                          70, 13, KRING_WEIGHT_REGULAR);

  g_assert_cmpstr (lines[0], ==, "Maria-");
  g_assert_cmpstr (lines[1], ==, "Magdalena");
  g_assert_cmpstr (lines[2], ==, "van Oost");
  g_assert_null (lines[3]);
}

static guint
count_shortened (KringScene *scene)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      n += shape->text != NULL && g_str_has_suffix (shape->text, "…");
    }
  return n;
}

static guint
count_text (KringScene *scene, const char *wanted)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, wanted) == 0;
  return n;
}

static void
test_own_device (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);

  g_assert_cmpuint (count_text (scene, "“relationship”"), ==, 1);
  g_assert_cmpuint (count_text (scene, "uses"), ==, 0);
}

/* More than four ties between two: three, and a pill for the rest. */
static void
test_parallel (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;

  kring_map_begin (map);
  insert_tie (map, "t-b", "noor", "dex", "a");
  insert_tie (map, "t-c", "dex", "noor", "b");
  insert_tie (map, "t-d", "noor", "dex", "c");
  kring_map_end (map);
  scene = new_scene (map);
  g_assert_cmpuint (count_text (scene, "c"), ==, 1);
  g_assert_cmpuint (count_text (scene, "+2"), ==, 0);
  kring_map_begin (map);
  insert_tie (map, "t-e", "noor", "dex", "d");
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpuint (count_text (scene, "+2"), ==, 1);
  g_assert_cmpuint (count_text (scene, "d"), ==, 0);
}

static void
test_label_lines (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  const KringSceneOptions all = { TRUE, FALSE, 1.0 };

  kring_map_begin (map);
  set (map, "dex", "role",
       g_variant_new_string (
           "one very long role that goes on and on for more lines than fit anywhere"));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_cmpuint (count_shortened (scene), ==, 1);
  kring_scene_set_options (scene, &all);
  g_assert_cmpuint (count_shortened (scene), ==, 0);
}

/* A symbol before the words makes the label wider; kinds without one stay as they are. */
static void
test_tie_icons (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;
  const KringSceneOptions icons = { FALSE, TRUE, 1.0 };
  guint without;

  kring_map_begin (map);
  insert_tie (map, "t-drives", "dex", "phone", "Drives");
  kring_map_end (map);
  scene = new_scene (map);
  without = kring_scene_get_shapes (scene)->len;
  kring_scene_set_options (scene, &icons);
  g_assert_cmpuint (kring_scene_get_shapes (scene)->len, ==, without + 1);
}

static void
apply_cb (KringScene *scene, GPtrArray *changes)
{
  kring_scene_apply (scene, changes);
}

/* The case may ask for the symbols; the picture follows. */
static void
test_tie_icons_of_case (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = NULL;
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "tie_icons");
  guint without;

  kring_map_begin (map);
  insert_tie (map, "t-drives", "dex", "phone", "Drives");
  kring_map_end (map);
  scene = new_scene (map);
  without = kring_scene_get_shapes (scene)->len;
  g_signal_connect_object (map, "changed", G_CALLBACK (apply_cb), scene, G_CONNECT_SWAPPED);
  kring_map_begin (map);
  kring_map_set (map, KRING_MAP_CASE_ID, field, g_variant_new_boolean (TRUE));
  kring_map_end (map);
  g_assert_cmpuint (kring_scene_get_shapes (scene)->len, ==, without + 1);
}

static void
test_emphasis (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GHashTable) selected = g_hash_table_new (g_str_hash, g_str_equal);
  KringEmphasis emphasis = { .selected = selected, .hovered = "noor", .focused = "dex" };
  g_autoptr (GPtrArray) none = NULL, shapes = NULL;
  KringEmphasis nothing = { 0 };

  g_hash_table_add (selected, (gpointer) "dex");
  g_hash_table_add (selected, (gpointer) "t-dex");
  none = kring_scene_dup_emphasis (scene, &nothing);
  shapes = kring_scene_dup_emphasis (scene, &emphasis);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (shapes->len, ==, 4);
  g_assert_cmpint (((KringShape *) g_ptr_array_index (shapes, 3))->stroke, ==, KRING_COLOUR_INK);
}

/* Under a drag nothing of the moved item stays, and everything comes back. */
static void
test_moving (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autofree char *before = kring_scene_to_text (scene);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) moved = NULL;
  KringRect bounds = { 0, 0, 0, 0 };

  g_ptr_array_add (ids, (gpointer) "dex");
  kring_scene_begin_moving (scene, ids);
  g_assert_null (hit (scene, 300, 5).id);
  g_assert_null (hit (scene, 200, 0).id);
  moved = kring_scene_dup_moving (scene, 0, 500);
  g_assert_cmpuint (moved->len, >, 3);
  for (guint i = 0; i < moved->len; i++)
    bounds = kring_rect_union (bounds, ((KringShape *) g_ptr_array_index (moved, i))->bounds);
  g_assert_true (kring_rect_contains (bounds, KRING_POINT_INIT (300, 500)));
  g_assert_false (kring_rect_contains (bounds, KRING_POINT_INIT (300, 0)));
  kring_scene_end_moving (scene);
  after = kring_scene_to_text (scene);
  g_assert_cmpstr (before, ==, after);
}

static const KringShape *
find_words (GPtrArray *shapes, const char *text)
{
  for (guint i = 0; i < shapes->len; i++)
    if (g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, text) == 0)
      return g_ptr_array_index (shapes, i);
  return NULL;
}

/* @a and @b show the same, shape for shape. */
static void
assert_same_shapes (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const KringShape *one = g_ptr_array_index (a, i), *other = g_ptr_array_index (b, i);

      g_assert_cmpstr (one->id, ==, other->id);
      g_assert_cmpstr (one->text, ==, other->text);
      g_assert_cmpfloat_with_epsilon (one->bounds.x, other->bounds.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (one->bounds.y, other->bounds.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (one->fill_opacity, other->fill_opacity, 1e-6);
    }
}

/* Nothing jumps: neither when a glide begins, nor when it ends. */
static void
test_gliding (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringSight) from = kring_scene_dup_sight (scene, NULL, 0);
  g_autoptr (KringSight) half = NULL;
  g_autoptr (GPtrArray) start = NULL, middle = NULL, end = NULL;
  KringRect name = find_words (kring_scene_get_shapes (scene), "dex")->bounds;
  KringRect kind = find_words (kring_scene_get_shapes (scene), "“relationship”")->bounds;
  KringRect ring = ((KringShape *) g_ptr_array_index (kring_scene_get_shapes (scene), 0))->bounds;

  g_assert_true (kring_sight_is_of (from, scene));
  kring_map_begin (map);
  set (map, "dex", "position", g_variant_new ("(dd)", -400.0, 300.0));
  set (map, "dex", "label_seat", g_variant_new_string ("right"));
  set (map, KRING_MAP_CASE_ID, "ring_scale", g_variant_new_double (1.5));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  g_assert_false (kring_sight_is_of (from, scene));
  kring_scene_begin_gliding (scene);
  g_assert_cmpuint (kring_scene_get_shapes (scene)->len, ==, 0);
  start = kring_scene_dup_gliding (scene, from, 1);
  g_assert_cmpfloat_with_epsilon (find_words (start, "dex")->bounds.x, name.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (find_words (start, "“relationship”")->bounds.x, kind.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (find_words (start, "“relationship”")->bounds.y, kind.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (((KringShape *) g_ptr_array_index (start, 0))->bounds.width,
                                  ring.width, 1e-6);
  /* Half way it can be taken up again. */
  half = kring_scene_dup_sight (scene, from, 0.5);
  middle = kring_scene_dup_gliding (scene, from, 0.5);
  g_assert_cmpfloat (find_words (middle, "dex")->bounds.x, <, name.x - 100);
  g_clear_pointer (&start, g_ptr_array_unref);
  start = kring_scene_dup_gliding (scene, half, 1);
  assert_same_shapes (start, middle);
  end = kring_scene_dup_gliding (scene, from, 0);
  kring_scene_end_moving (scene);
  g_assert_cmpuint (end->len, ==, kring_scene_get_shapes (scene)->len);
  g_assert_cmpfloat_with_epsilon (
      find_words (end, "“relationship”")->bounds.x,
      find_words (kring_scene_get_shapes (scene), "“relationship”")->bounds.x, 1e-6);
}

/* Whoever gives the places may change or free them at once: what is seen stays. */
static void
test_sight_keeps_places (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  KringPoint *place = g_new (KringPoint, 1);
  g_autoptr (KringSight) preview = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  double before;

  *place = KRING_POINT_INIT (700, 500);
  g_hash_table_insert (places, (gpointer) "dex", place);
  preview = kring_sight_new (places);
  kring_scene_begin_gliding (scene);
  shapes = kring_scene_dup_gliding (scene, preview, 1);
  before = find_words (shapes, "dex")->bounds.x;
  g_clear_pointer (&shapes, g_ptr_array_unref);
  *place = KRING_POINT_INIT (-4000, -4000);
  g_free (place);
  g_hash_table_remove_all (places);
  shapes = kring_scene_dup_gliding (scene, preview, 1);
  g_assert_cmpfloat (find_words (shapes, "dex")->bounds.x, ==, before);
  g_assert_cmpfloat (before, >, 500);
  kring_scene_end_moving (scene);
}

/* Rings that come with a layout grow visible; without anything known of the ground it stays. */
static void
test_gliding_ground (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringSight) preview = kring_sight_new (places);
  g_autoptr (KringSight) from = kring_scene_dup_sight (scene, NULL, 0);
  g_autoptr (GPtrArray) kept = NULL, begin = NULL, later = NULL;

  kring_scene_begin_gliding (scene);
  kept = kring_scene_dup_gliding (scene, preview, 1);
  g_assert_cmpfloat (((KringShape *) g_ptr_array_index (kept, 0))->fill_opacity, ==, 1);
  kring_scene_end_moving (scene);
  kring_map_begin (map);
  set (map, KRING_MAP_CASE_ID, "background", g_variant_new_string ("plain"));
  kring_map_end (map);
  kring_scene_rebuild (scene);
  kring_scene_begin_gliding (scene);
  begin = kring_scene_dup_gliding (scene, from, 1);
  later = kring_scene_dup_gliding (scene, from, 0.25);
  g_assert_cmpuint (begin->len, ==, later->len);
  g_assert_cmpfloat (((KringShape *) g_ptr_array_index (begin, 0))->fill_opacity, ==, 1);
  g_assert_cmpfloat (((KringShape *) g_ptr_array_index (later, 0))->fill_opacity, ==, 0.25);
  kring_scene_end_moving (scene);
}

/* So much that it cannot be drawn in time goes as lines and dots. */
static void
test_gliding_rough (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringSight) preview = kring_sight_new (places);
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  kring_map_begin (map);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", i);

      insert (map, KRING_KIND_PERSON, id, i * 60.0, 900);
    }
  kring_map_end (map);
  scene = new_scene (map);
  kring_scene_begin_gliding (scene);
  shapes = kring_scene_dup_gliding (scene, preview, 1);
  g_assert_null (find_words (shapes, "n7"));
  g_assert_cmpuint (shapes->len, <, 20);
  g_assert_cmpfloat (((KringShape *) g_ptr_array_index (shapes, shapes->len - 1))->bounds.width, >,
                     399 * 60.0);
  kring_scene_end_moving (scene);
}

/* The hull of a group follows a member that is dragged. */
static void
test_moving_hull (void)
{
  g_autoptr (KringMap) map = new_map ();
  const char *members[] = { "dex", "phone", NULL };
  g_autoptr (KringItem) group = kring_item_new (kring_kind_get (KRING_KIND_GROUP), "group");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (KringScene) scene = NULL;
  KringRect hull = { 0, 0, 0, 0 };

  kring_map_begin (map);
  kring_item_set_named (group, "members", g_variant_new_strv (members, -1));
  kring_map_insert (map, group);
  kring_map_end (map);
  scene = new_scene (map);
  g_ptr_array_add (ids, (gpointer) "dex");
  kring_scene_begin_moving (scene, ids);
  for (guint i = 0; i < kring_scene_get_shapes (scene)->len; i++)
    g_assert_cmpstr (((KringShape *) g_ptr_array_index (kring_scene_get_shapes (scene), i))->id, !=,
                     "group");
  moved = kring_scene_dup_moving (scene, 400, 0);
  for (guint i = 0; i < moved->len; i++)
    if (g_strcmp0 (((KringShape *) g_ptr_array_index (moved, i))->id, "group") == 0)
      hull = kring_rect_union (hull, ((KringShape *) g_ptr_array_index (moved, i))->bounds);
  g_assert_true (kring_rect_contains (hull, KRING_POINT_INIT (700, 0)));
  g_assert_true (kring_rect_contains (hull, KRING_POINT_INIT (0, 250)));
  kring_scene_end_moving (scene);
}

/* Words of one language hide the label in the other as well. */
static void
test_own_words (void)
{
  static const char *const words[] = { "uses", "gebruikt", "Van", "belt" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (KringMap) map = new_map ();
      g_autoptr (KringScene) scene = NULL;
      g_autofree char *text = NULL;

      kring_map_begin (map);
      set (map, "t-phone", "kind", g_variant_new_string (words[i]));
      kring_map_end (map);
      scene = new_scene (map);
      text = kring_scene_to_text (scene);
      g_assert_cmpint (strstr (text, words[i]) != NULL, ==, i == 3);
    }
}

static KringGraph *
dup_graph (KringMap *map)
{
  g_autoptr (KringScene) scene = new_scene (map);
  g_autoptr (KringGraphBuilder) builder = kring_map_graph_build (map, KRING_MAP_GRAPH_ALL);

  kring_scene_fill_boxes (scene, builder);
  return kring_graph_builder_end (builder);
}

/* A layout is told the same of a map that has no places yet, and wherever its labels stand. */
static void
test_room (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringGraph) graph = dup_graph (map);
  g_autoptr (KringGraph) seated = NULL;
  g_autoptr (KringGraph) placeless = NULL;

  kring_map_begin (map);
  set (map, "dex", "label_seat", g_variant_new_string ("right"));
  kring_map_end (map);
  seated = dup_graph (map);
  kring_map_begin (map);
  set (map, "dex", "position", NULL);
  kring_map_end (map);
  placeless = dup_graph (map);
  g_assert_cmpfloat (graph->edges[0].words, >, 60);
  g_assert_cmpfloat (graph->edges[1].words, ==, 0);
  g_assert_cmpfloat (placeless->edges[0].words, ==, graph->edges[0].words);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      g_assert_cmpfloat (graph->nodes[v].box.height, >, 60);
      g_assert_cmpmem (&graph->nodes[v].box, sizeof (KringRect), &seated->nodes[v].box,
                       sizeof (KringRect));
      g_assert_cmpmem (&graph->nodes[v].box, sizeof (KringRect), &placeless->nodes[v].box,
                       sizeof (KringRect));
    }
}

/* A layout is told what was refuted. */
static void
test_refuted_graph (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringGraph) before = dup_graph (map);
  g_autoptr (KringGraph) after = NULL;

  kring_map_begin (map);
  set (map, "t-dex", "certainty", g_variant_new_string ("refuted"));
  set (map, "phone", "certainty", g_variant_new_string ("refuted"));
  kring_map_end (map);
  after = dup_graph (map);
  g_assert_false (before->edges[0].refuted || before->nodes[2].refuted);
  g_assert_true (after->edges[0].refuted && after->nodes[2].refuted);
  g_assert_false (after->edges[1].refuted || after->nodes[0].refuted || after->nodes[1].refuted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/refuted", test_refuted);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/inside", test_inside);
  g_test_add_func ("/scene/harmless", test_harmless);
  g_test_add_func ("/scene/ground", test_ground);
  g_test_add_func ("/scene/ground-without-centre", test_ground_without_centre);
  g_test_add_func ("/scene/hyphens", test_hyphens);
  g_test_add_func ("/scene/own-device", test_own_device);
  g_test_add_func ("/scene/parallel", test_parallel);
  g_test_add_func ("/scene/label-lines", test_label_lines);
  g_test_add_func ("/scene/tie-icons", test_tie_icons);
  g_test_add_func ("/scene/tie-icons-of-case", test_tie_icons_of_case);
  g_test_add_func ("/scene/emphasis", test_emphasis);
  g_test_add_func ("/scene/moving", test_moving);
  g_test_add_func ("/scene/gliding", test_gliding);
  g_test_add_func ("/scene/gliding-ground", test_gliding_ground);
  g_test_add_func ("/scene/gliding-rough", test_gliding_rough);
  g_test_add_func ("/scene/sight-keeps-places", test_sight_keeps_places);
  g_test_add_func ("/scene/moving-hull", test_moving_hull);
  g_test_add_func ("/scene/own-words", test_own_words);
  g_test_add_func ("/scene/room", test_room);
  g_test_add_func ("/scene/refuted-graph", test_refuted_graph);
  return g_test_run ();
}
