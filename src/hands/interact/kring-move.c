/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-move.h"

#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>

static void
add_once (GPtrArray *ids, KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);
  KringPoint point;

  if (item != NULL && kring_item_get_position (item, &point) &&
      !g_ptr_array_find (ids, kring_item_get_id (item), NULL))
    g_ptr_array_add (ids, (gpointer) kring_item_get_id (item));
}

/**
 * kring_move_dup_ids:
 * @ids: (element-type utf8): what is dragged
 *
 * Returns: (transfer container) (element-type utf8): what moves: the things among @ids that stand
 *   on the map, and the members of the groups among them
 */
GPtrArray *
kring_move_dup_ids (KringMap *map, GPtrArray *ids)
{
  GPtrArray *moving = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));
      g_auto (GStrv) members = NULL;

      if (item == NULL)
        continue;
      add_once (moving, map, kring_item_get_id (item));
      if (!kring_item_is (item, KRING_KIND_GROUP))
        continue;
      members = kring_item_dup_refs (item, KRING_F_MEMBERS);
      for (guint j = 0; members != NULL && members[j] != NULL; j++)
        add_once (moving, map, members[j]);
    }
  return moving;
}

/**
 * kring_move_dup_neighbours:
 * @moving: (element-type utf8): interned ids
 *
 * Returns: (transfer full) (element-type KringPoint): where everything else in @visible stands
 */
GArray *
kring_move_dup_neighbours (KringMap *map, GPtrArray *moving, KringRect visible)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPoint point;

      if (kring_item_get_position (item, &point) && kring_rect_contains (visible, point) &&
          !g_ptr_array_find (moving, kring_item_get_id (item), NULL))
        g_array_append_val (points, point);
    }
  return points;
}

/**
 * kring_move_get_reach:
 *
 * Returns: the area in which the map changes when @ids leave their places: they and their ties
 */
KringRect
kring_move_get_reach (KringScene *scene, GPtrArray *ids)
{
  KringMap *map = kring_scene_get_map (scene);
  KringRect reach = { 0 }, bounds;

  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);

      if (kring_scene_get_item_bounds (scene, id, &bounds))
        reach = kring_rect_union (reach, bounds);
      for (guint j = 0; j < referrers->len; j++)
        if (kring_scene_get_item_bounds (
                scene, kring_item_get_id (g_ptr_array_index (referrers, j)), &bounds))
          reach = kring_rect_union (reach, bounds);
    }
  return reach;
}

static gboolean
move_has_rings (KringMap *map)
{
  return kring_item_get_choice (kring_map_get_case (map), KRING_F_BACKGROUND) == 0 &&
         kring_map_get_centre (map) != NULL;
}

/* The rings as they were before the step: moving the centre takes everybody's ring along. */
static void
update_ring (KringEditor *editor, KringScene *scene, const char *id, double dx, double dy)
{
  KringMap *map = kring_editor_get_map (editor);
  KringItem *item = kring_map_get_item (map, id);
  KringPoint point;
  KringRing ring;
  g_autoptr (GPtrArray) ids = NULL;

  if (!kring_item_is (item, KRING_KIND_PERSON) || kring_map_is_centre (map, item) ||
      !kring_item_get_position (item, &point))
    return;
  ring = kring_scene_get_ring_at (scene, KRING_POINT_INIT (point.x + dx, point.y + dy));
  if (ring == (KringRing) kring_item_get_choice (item, KRING_F_RING))
    return;
  ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (gpointer) id);
  kring_edit_set_ring (editor, ids, ring);
}

static gboolean
moves_centre (KringMap *map, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (kring_map_is_centre (map, kring_map_get_item (map, g_ptr_array_index (ids, i))))
      return TRUE;
  return FALSE;
}

/**
 * kring_move_apply:
 * @ids: (element-type utf8): what moves, as given by kring_move_dup_ids ()
 * @dx: to the right, in map units
 * @dy: down, in map units
 * @key: (nullable): moves with the same key that follow each other are one step
 */
void
kring_move_apply (
    KringSession *session, KringScene *scene, GPtrArray *ids, double dx, double dy, const char *key)
{
  KringEditor *editor = kring_session_get_editor (session);
  KringMap *map = kring_session_get_map (session);
  KringHistory *history = kring_session_get_history (session);

  if (ids->len == 0 || (dx == 0 && dy == 0))
    return;
  kring_history_begin_typing (history, _ ("Move"), key);
  if (move_has_rings (map) && !moves_centre (map, ids))
    for (guint i = 0; i < ids->len; i++)
      update_ring (editor, scene, g_ptr_array_index (ids, i), dx, dy);
  kring_edit_move (editor, ids, dx, dy);
  kring_history_commit (history);
}
