/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-focus.h"

/* The tangent of half the cone of 60 degrees. */
#define CONE_TANGENT 0.57735

static gboolean
is_passed_over (GHashTable *set, KringItem *item)
{
  return set != NULL && g_hash_table_contains (set, kring_item_get_id (item));
}

/* Turns a step on the map into how far ahead and how far aside it is. */
static void
turn (double dx, double dy, KringArrow arrow, double *ahead, double *aside)
{
  gboolean sideways = arrow == KRING_ARROW_LEFT || arrow == KRING_ARROW_RIGHT;
  gboolean back = arrow == KRING_ARROW_LEFT || arrow == KRING_ARROW_UP;

  *ahead = (sideways ? dx : dy) * (back ? -1 : 1);
  *aside = fabs (sideways ? dy : dx);
}

/**
 * kring_focus_find:
 * @from: an item that stands on the map
 * @passed_over: (nullable) (element-type utf8): interned ids that cannot be reached
 *
 * The nearest item in a cone of 60 degrees; if that is empty, the nearest on that side.
 *
 * Returns: (transfer none) (nullable): its interned id
 */
const char *
kring_focus_find (KringMap *map, const char *from, KringArrow arrow, GHashTable *passed_over)
{
  KringItem *start = kring_map_get_item (map, from), *best = NULL;
  KringPoint origin, point;
  double best_distance = 0;
  gboolean best_in_cone = FALSE;

  if (start == NULL || !kring_item_get_position (start, &origin))
    return NULL;
  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      double ahead, aside, distance;
      gboolean in_cone;

      if (item == start || is_passed_over (passed_over, item) ||
          !kring_item_get_position (item, &point))
        continue;
      turn (point.x - origin.x, point.y - origin.y, arrow, &ahead, &aside);
      if (ahead <= 0)
        continue;
      in_cone = aside <= ahead * CONE_TANGENT;
      distance = hypot (ahead, aside);
      if (best != NULL &&
          (in_cone < best_in_cone || (in_cone == best_in_cone && distance >= best_distance)))
        continue;
      best = item;
      best_in_cone = in_cone;
      best_distance = distance;
    }
  return best != NULL ? kring_item_get_id (best) : NULL;
}

/**
 * kring_focus_find_nearest:
 * @passed_over: (nullable) (element-type utf8): interned ids that do not count
 *
 * Returns: (transfer none) (nullable): the interned id of what stands nearest to @point
 */
const char *
kring_focus_find_nearest (KringMap *map, KringPoint point, GHashTable *passed_over)
{
  KringItem *best = NULL;
  KringPoint place;
  double best_distance = G_MAXDOUBLE;

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (is_passed_over (passed_over, item) || !kring_item_get_position (item, &place) ||
          kring_point_distance (point, place) >= best_distance)
        continue;
      best = item;
      best_distance = kring_point_distance (point, place);
    }
  return best != NULL ? kring_item_get_id (best) : NULL;
}

/**
 * kring_focus_step_tie:
 * @node: whose ties are walked through
 * @tie: (nullable): the tie to step from
 * @step: 1: the next one, -1: the one before; the last is followed by the first
 * @passed_over: (nullable) (element-type utf8): interned ids that cannot be reached
 *
 * Returns: (transfer none) (nullable): the interned id of a tie of @node
 */
const char *
kring_focus_step_tie (
    KringMap *map, const char *node, const char *tie, int step, GHashTable *passed_over)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, node);
  int at = step > 0 ? -1 : 0, n = ties->len;

  if (n == 0)
    return NULL;
  for (int i = 0; i < n && tie != NULL; i++)
    if (g_str_equal (kring_item_get_id (g_ptr_array_index (ties, i)), tie))
      at = i;
  for (int i = 0; i < n; i++)
    {
      at = (at + step + n) % n;
      if (!is_passed_over (passed_over, g_ptr_array_index (ties, at)))
        return kring_item_get_id (g_ptr_array_index (ties, at));
    }
  return NULL;
}

static void
add_neighbours (KringMap *map, GHashTable *circle, gboolean *grew)
{
  guint n;
  g_autofree gpointer *members = g_hash_table_get_keys_as_array (circle, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, members[i]);

      for (guint j = 0; j < ties->len; j++)
        {
          KringItem *tie = g_ptr_array_index (ties, j);
          const char *from = kring_item_get_text (tie, KRING_F_FROM);
          const char *to = kring_item_get_text (tie, KRING_F_TO);

          g_hash_table_add (circle, (gpointer) from);
          g_hash_table_add (circle, (gpointer) to);
        }
    }
  *grew = g_hash_table_size (circle) > n;
}

static gboolean
has_member_within (KringItem *group, GHashTable *circle)
{
  g_auto (GStrv) members = kring_item_dup_refs (group, KRING_F_MEMBERS);

  for (guint i = 0; members != NULL && members[i] != NULL; i++)
    if (g_hash_table_contains (circle, members[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_within (KringItem *item, GHashTable *circle)
{
  if (kring_item_is (item, KRING_KIND_GROUP))
    return has_member_within (item, circle);
  if (!kring_item_is (item, KRING_KIND_TIE))
    return g_hash_table_contains (circle, kring_item_get_id (item));
  return g_hash_table_contains (circle, kring_item_get_text (item, KRING_F_FROM)) &&
         g_hash_table_contains (circle, kring_item_get_text (item, KRING_F_TO));
}

/**
 * kring_focus_dup_beyond:
 * @steps: how many ties may lie in between
 *
 * Returns: (transfer full) (element-type utf8): a set of the interned ids of everything that is
 *   more than @steps ties away from @id, and the ties that lead there
 */
GHashTable *
kring_focus_dup_beyond (KringMap *map, const char *id, guint steps)
{
  g_autoptr (GHashTable) circle = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *beyond = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean grew = TRUE;

  g_hash_table_add (circle, (gpointer) id);
  for (guint i = 0; i < steps && grew; i++)
    add_neighbours (map, circle, &grew);
  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPoint point;

      if (!kring_item_is (item, KRING_KIND_TIE) && !kring_item_is (item, KRING_KIND_GROUP) &&
          !kring_item_get_position (item, &point))
        continue;
      if (!is_within (item, circle))
        g_hash_table_add (beyond, (gpointer) kring_item_get_id (item));
    }
  return beyond;
}
