/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"
#include "map/edit/kring-free-spot.h"
#include "map/model/kring-item-private.h"

static KringPoint
position_of (KringItem *item)
{
  KringPoint position = { G_MAXDOUBLE, G_MAXDOUBLE };

  g_assert_true (kring_item_get_position (item, &position));
  return position;
}

static void
assert_no_overlap (KringMap *map)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    for (guint j = 0; j < i; j++)
      {
        KringItem *a = kring_map_get_nth (map, i), *b = kring_map_get_nth (map, j);
        KringPoint at_a, at_b;

        if (!kring_item_get_position (a, &at_a) || !kring_item_get_position (b, &at_b))
          continue;
        g_assert_false (
            kring_rect_intersects (kring_free_spot_get_box (kring_item_get_kind (a)->id, at_a),
                                   kring_free_spot_get_box (kring_item_get_kind (b)->id, at_b)));
      }
}

static KringPoint
find_slot (KringMap *map, KringKindId kind, KringRing ring)
{
  g_autoptr (KringSlots) slots = kring_slots_new (map);

  return kring_slots_find (slots, kind, ring);
}

static double
share_of (KringPoint p, double rx, double ry)
{
  return hypot (p.x / rx, p.y / ry);
}

static void
test_slots (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  for (int i = 0; i < 60; i++)
    {
      KringRing ring = KRING_RING_NEAR + i % 3;
      KringKindId kind = i % 5 == 4 ? KRING_KIND_NOTE : KRING_KIND_PERSON;
      KringPoint at = find_slot (map, kind, ring);

      if (i < 18 && ring == KRING_RING_NEAR)
        g_assert_cmpfloat (share_of (at, 312, 222), <, 1);
      if (i < 18 && ring == KRING_RING_MIDDLE)
        g_assert_true (share_of (at, 312, 222) > 1 && share_of (at, 492, 340) < 1);
      if (i < 18 && ring == KRING_RING_FAR)
        g_assert_true (share_of (at, 492, 340) > 1 && share_of (at, 672, 432) < 1);
      kring_edit_add (editor, kind, NULL, at);
      assert_no_overlap (map);
    }
}

static void
test_widest_gap (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringPoint at;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (100, 100));
  kring_edit_add (editor, KRING_KIND_PERSON, NULL, KRING_POINT_INIT (340, 100));
  at = find_slot (map, KRING_KIND_PERSON, KRING_RING_NEAR);
  g_assert_cmpfloat (at.x, ==, -140);
  g_assert_cmpfloat (at.y, ==, 100);
}

static void
test_rings_of_map (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringPoint at;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  kring_edit_add (editor, KRING_KIND_PERSON, NULL, KRING_POINT_INIT (0, -300));
  kring_edit_set_one (editor, KRING_MAP_CASE_ID, "round_rings", g_variant_new_boolean (TRUE), NULL);
  kring_edit_set_one (editor, KRING_MAP_CASE_ID, "ring_scale", g_variant_new_double (2), NULL);
  at = find_slot (map, KRING_KIND_PERSON, KRING_RING_NEAR);
  g_assert_cmpfloat (at.x, ==, 0);
  g_assert_cmpfloat (at.y, ==, 480);
}

/* Every ring may be of a size of its own. */
static void
test_ring_of_its_size (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringPoint at;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  kring_edit_set_one (editor, KRING_MAP_CASE_ID, "near_size", g_variant_new_double (1.5), NULL);
  kring_edit_set_one (editor, KRING_MAP_CASE_ID, "middle_size", g_variant_new_double (1.2), NULL);
  g_assert_cmpint (kring_free_spot_get_ring (map, KRING_POINT_INIT (440, 0)), ==, KRING_RING_NEAR);
  g_assert_cmpint (kring_free_spot_get_ring (map, KRING_POINT_INIT (480, 0)), ==,
                   KRING_RING_MIDDLE);
  at = find_slot (map, KRING_KIND_PERSON, KRING_RING_MIDDLE);
  g_assert_cmpint (kring_free_spot_get_ring (map, at), ==, KRING_RING_MIDDLE);
}

/* Another ring is another place, as near as can be; on a plain ground nobody moves. */
static void
test_follow_ring (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringItem *noor = kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  KringItem *dex = kring_edit_add (editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (-400, 0));
  const char *id = kring_item_get_id (dex);

  g_assert_true (kring_edit_set_one (editor, id, "ring", g_variant_new_string ("near"), NULL));
  g_assert_cmpint (kring_free_spot_get_ring (map, position_of (dex)), ==, KRING_RING_NEAR);
  g_assert_cmpfloat (position_of (dex).x, <, -200);
  kring_history_undo (kring_editor_get_history (editor));
  g_assert_cmpfloat (position_of (dex).x, ==, -400);
  g_assert_cmpint (kring_item_get_choice (dex, "ring"), ==, KRING_RING_NONE);
  g_assert_true (kring_edit_set_one (editor, id, "ring", g_variant_new_string ("middle"), NULL));
  g_assert_cmpfloat (position_of (dex).x, ==, -400);
  g_assert_true (kring_edit_set_one (editor, id, "ring", NULL, NULL));
  g_assert_cmpint (kring_free_spot_get_ring (map, position_of (dex)), ==, KRING_RING_NONE);
  g_assert_true (kring_edit_set_one (editor, KRING_MAP_CASE_ID, "background",
                                     g_variant_new_string ("plain"), NULL));
  g_assert_true (kring_edit_set_one (editor, id, "ring", g_variant_new_string ("near"), NULL));
  g_assert_cmpint (kring_free_spot_get_ring (map, position_of (dex)), ==, KRING_RING_NONE);
  g_assert_true (kring_edit_set_one (editor, kring_item_get_id (noor), "ring",
                                     g_variant_new_string ("far"), NULL));
  g_assert_cmpfloat (position_of (noor).x, ==, 0);
}

static void
test_free (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringPoint far = { KRING_COORDINATE_MAX, -KRING_COORDINATE_MAX };
  KringPoint at = kring_free_spot_find_free (map, KRING_KIND_PERSON, KRING_POINT_INIT (7, 9));

  g_assert_cmpfloat (at.x, ==, 7);
  g_assert_cmpfloat (at.y, ==, 9);
  for (int i = 0; i < 50; i++)
    {
      kring_edit_add (editor, KRING_KIND_PLACE, NULL, at);
      at = kring_free_spot_find_free (map, KRING_KIND_PLACE, KRING_POINT_INIT (7, 9));
      assert_no_overlap (map);
    }
  at = kring_free_spot_find_free (map, KRING_KIND_PLACE, far);
  g_assert_true (fabs (at.x) <= KRING_COORDINATE_MAX && fabs (at.y) <= KRING_COORDINATE_MAX);
}

/* Somebody whom the list adds stands beyond the rings: nearer would say something of her. Who comes
 * first stands in the middle. */
static void
test_new (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));

  g_assert_cmpfloat (kring_free_spot_find_new (map, KRING_KIND_PERSON).x, ==, 0);
  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 0));
  for (guint i = 0; i < 12; i++)
    {
      KringPoint at = kring_free_spot_find_new (map, KRING_KIND_PERSON);

      g_assert_cmpint (kring_free_spot_get_ring (map, at), ==, KRING_RING_NONE);
      kring_edit_add (editor, KRING_KIND_PERSON, NULL, at);
      assert_no_overlap (map);
    }
}

/* Nobody is put under the outline of a group that she does not belong to; who does may stand there. */
static void
test_groups (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autoptr (KringSlots) slots = NULL;
  g_autoptr (GVariant) members = NULL;
  const KringRect area = KRING_RECT_INIT (-200, -30, 400, 60);
  const char *ids[3] = { NULL };
  KringItem *group;

  kring_edit_add_centre (editor, "Noor", KRING_POINT_INIT (0, 600));
  ids[0] = kring_item_get_id (
      kring_edit_add (editor, KRING_KIND_PERSON, "A", KRING_POINT_INIT (-300, 0)));
  ids[1] = kring_item_get_id (
      kring_edit_add (editor, KRING_KIND_PERSON, "B", KRING_POINT_INIT (300, 0)));
  group = kring_edit_add (editor, KRING_KIND_GROUP, "School", KRING_POINT_INIT (0, 0));
  members = g_variant_ref_sink (g_variant_new_strv (ids, -1));
  g_assert_true (kring_edit_set_one (editor, kring_item_get_id (group), "members", members, NULL));
  slots = kring_slots_new (map);
  for (guint i = 0; i < 40; i++)
    {
      KringPoint at =
          kring_slots_find_near (slots, KRING_KIND_PERSON, i % 4, KRING_POINT_INIT (0, 0), NULL);
      KringItem *item = kring_edit_add (editor, KRING_KIND_PERSON, NULL, at);

      g_assert_false (
          kring_rect_intersects (area, kring_free_spot_get_box (KRING_KIND_PERSON, at)) &&
          fabs (at.y) < 20);
      kring_slots_take (slots, item);
      assert_no_overlap (map);
    }
  g_assert_cmpfloat (
      fabs (kring_slots_find_near (slots, KRING_KIND_PERSON, KRING_RING_NONE,
                                   KRING_POINT_INIT (0, 0), kring_item_get_id (group))
                .y),
      <, 60);
}

static void
test_copies (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringItem *a = kring_edit_add (editor, KRING_KIND_PERSON, "A", KRING_POINT_INIT (0, 0));
  KringItem *b = kring_edit_add (editor, KRING_KIND_PERSON, "B", KRING_POINT_INIT (200, 0));

  g_ptr_array_add (ids, (gpointer) kring_item_get_id (a));
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (b));
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GPtrArray) copies = kring_edit_duplicate (editor, ids);
      KringPoint first = position_of (kring_map_get_item (map, copies->pdata[0]));
      KringPoint second = position_of (kring_map_get_item (map, copies->pdata[1]));

      g_assert_cmpfloat (fabs (second.x - first.x), ==, 200);
      g_assert_cmpfloat (second.y, ==, first.y);
      assert_no_overlap (map);
    }
  g_assert_cmpfloat (position_of (a).x, ==, 0);
  g_assert_cmpfloat (position_of (b).x, ==, 200);
}

/* A tie is drawn to something: an event that has one stands on the map, others in the timeline alone. */
static void
test_tied_event (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  KringItem *a = kring_edit_add (editor, KRING_KIND_PERSON, "A", KRING_POINT_INIT (0, 0));
  KringItem *event = kring_edit_add_event (editor, "Fight", "2025-11-12", NULL);
  KringItem *other = kring_edit_add_event (editor, "Talk", "2025-11-13", NULL);
  KringPoint at;

  g_assert_nonnull (kring_edit_add_tie (editor, kring_item_get_id (a), kring_item_get_id (event),
                                        NULL, KRING_CERTAINTY_CONFIRMED, NULL));
  g_assert_true (kring_item_get_position (event, &at));
  assert_no_overlap (map);
  kring_history_undo (kring_editor_get_history (editor));
  g_assert_false (kring_item_get_position (event, &at));
  kring_history_redo (kring_editor_get_history (editor));
  kring_item_set_named (event, "position", NULL);
  g_assert_cmpuint (kring_free_spot_settle (map), ==, 1);
  g_assert_true (kring_item_get_position (event, &at));
  g_assert_false (kring_item_get_position (other, &at));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/placement/slots", test_slots);
  g_test_add_func ("/edit/placement/widest-gap", test_widest_gap);
  g_test_add_func ("/edit/placement/rings-of-map", test_rings_of_map);
  g_test_add_func ("/edit/placement/ring-of-its-size", test_ring_of_its_size);
  g_test_add_func ("/edit/placement/follow-ring", test_follow_ring);
  g_test_add_func ("/edit/placement/free", test_free);
  g_test_add_func ("/edit/placement/new", test_new);
  g_test_add_func ("/edit/placement/groups", test_groups);
  g_test_add_func ("/edit/placement/copies", test_copies);
  g_test_add_func ("/edit/placement/tied-event", test_tied_event);
  return g_test_run ();
}
