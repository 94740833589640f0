/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-free-spot-private.h"
#include "map/edit/kring-free-spot.h"

#include <glib/gi18n-lib.h>

/* About how far outside the boxes of its members the outline of a group is drawn. */
#define OUTLINE 30.0
#define FRAME 1 /* a group drawn as a frame */

/* Angle of the first slot of an empty ring: above, a little to the left. */
#define FIRST_ANGLE (-125 * G_PI / 180)

/* Corners of what one group covers, going round. */
typedef struct
{
  gboolean frame;
  GArray *corners; /* (owned) (element-type KringPoint) */
} Area;

struct _KringGroupAreas
{
  GHashTable *areas; /* (owned) (element-type utf8 Area), by id of the group */
};

static void
positions_collect (KringMap *map, KringItem *item, GPtrArray *standing)
{
  KringPoint position;

  if (kring_item_is (item, KRING_KIND_GROUP))
    {
      g_auto (GStrv) members = kring_item_dup_refs (item, KRING_F_MEMBERS);

      for (guint i = 0; members[i] != NULL; i++)
        positions_collect (map, kring_map_get_item (map, members[i]), standing);
    }
  else if (kring_item_get_position (item, &position) && !g_ptr_array_find (standing, item, NULL))
    g_ptr_array_add (standing, item);
}

/* Returns: (transfer container) (element-type KringItem): those of @ids that have a position, with
 * the members of groups. */
static GPtrArray *
dup_standing (KringEditor *editor, GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    positions_collect (kring_editor_get_map (editor), g_ptr_array_index (items, i), standing);
  return standing;
}

/**
 * kring_edit_move:
 * @ids: (element-type utf8): items; a group takes its members along, what stands nowhere stays
 *   nowhere
 * @dx: in map units
 * @dy: in map units
 *
 * Moves by hand: pinned items move too. Labels find their own seats at the new place.
 */
void
kring_edit_move (KringEditor *editor, GPtrArray *ids, double dx, double dy)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) standing = dup_standing (editor, ids);

  kring_history_begin (history, _ ("Move"));
  for (guint i = 0; i < standing->len; i++)
    {
      KringItem *item = g_ptr_array_index (standing, i);
      KringPoint position;

      kring_item_get_position (item, &position);
      kring_edit_put (editor, item, KRING_F_POSITION,
                      kring_edit_point (KRING_POINT_INIT (position.x + dx, position.y + dy)));
      kring_edit_put (editor, item, KRING_F_LABEL_SEAT, NULL);
    }
  kring_history_commit (history);
}

/**
 * kring_edit_set_pinned:
 * @ids: (element-type utf8): items; of a group it is about the members
 * @pinned: whether an arrangement must leave them where they are; dragging still moves them
 */
void
kring_edit_set_pinned (KringEditor *editor, GPtrArray *ids, gboolean pinned)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) standing = dup_standing (editor, ids);

  kring_history_begin (history, pinned ? _ ("Pin") : _ ("Unpin"));
  for (guint i = 0; i < standing->len; i++)
    kring_edit_put (editor, g_ptr_array_index (standing, i), KRING_F_PINNED,
                    g_variant_new_boolean (pinned));
  kring_history_commit (history);
}

/**
 * kring_edit_are_pinned:
 * @ids: (element-type utf8): items; of a group it is about the members
 *
 * Returns: whether there is something on the map among them, and all of that is pinned
 */
gboolean
kring_edit_are_pinned (KringEditor *editor, GPtrArray *ids)
{
  g_autoptr (GPtrArray) standing = dup_standing (editor, ids);

  for (guint i = 0; i < standing->len; i++)
    if (!kring_item_get_bool (g_ptr_array_index (standing, i), KRING_F_PINNED))
      return FALSE;
  return standing->len > 0;
}

/**
 * kring_edit_set_own_place:
 * @id: a person; others are passed over
 * @ring: where the young person puts them
 * @place: (nullable): where in the young person's view, seen from the middle; %NULL: nowhere yet
 */
void
kring_edit_set_own_place (KringEditor *editor,
                          const char *id,
                          KringRing ring,
                          const KringPoint *place)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = kring_map_get_item (kring_editor_get_map (editor), id);

  if (item == NULL || !kring_item_is (item, KRING_KIND_PERSON))
    return;
  kring_history_begin (history, _ ("Own Ring"));
  kring_edit_put_choice (editor, item, KRING_F_OWN_RING, ring);
  kring_edit_put (editor, item, KRING_F_OWN_POSITION,
                  place != NULL ? kring_edit_point (*place) : NULL);
  kring_history_commit (history);
}

/**
 * kring_edit_is_own_place:
 * @label: (nullable): of a step in the history
 *
 * Returns: whether it was one of kring_edit_set_own_place ()
 */
gboolean
kring_edit_is_own_place (const char *label)
{
  return g_strcmp0 (label, _ ("Own Ring")) == 0;
}

static gboolean
has_ties (KringMap *map, KringItem *item)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, kring_item_get_id (item));

  return ties->len > 0;
}

static gboolean
give_place (KringMap *map, KringSlots *slots, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  int ring = kring_kind_find_field (kind, KRING_F_RING) != NULL
                 ? kring_item_get_choice (item, KRING_F_RING)
                 : KRING_RING_NONE;
  KringPoint at;

  if (kring_kind_find_field (kind, KRING_F_POSITION) == NULL || kring_item_get_position (item, &at))
    return FALSE;
  /* An event without ties needs no place: it stands in the timeline alone. */
  if (kind->id == KRING_KIND_EVENT && !has_ties (map, item))
    return FALSE;
  at = kring_map_is_centre (map, item)
           ? kring_free_spot_find_free (map, kind->id, kring_free_spot_get_middle (map))
           : kring_slots_find (slots, kind->id, MAX (ring, KRING_RING_NONE));
  kring_item_set_named (item, KRING_F_POSITION, kring_edit_point (at));
  kring_slots_take (slots, item);
  return TRUE;
}

/**
 * kring_free_spot_settle:
 * @map: was just read, and nobody looks at it yet
 *
 * Gives what stands nowhere a free place, always the same one, so that all that is counted is seen.
 * It is no change of the map: who saves it keeps the places.
 *
 * Returns: how many had none
 */
guint
kring_free_spot_settle (KringMap *map)
{
  g_autoptr (KringSlots) slots = kring_slots_new (map);
  KringItem *centre = kring_map_get_centre (map);
  guint n = centre != NULL ? give_place (map, slots, centre) : 0;

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    n += give_place (map, slots, kring_map_get_nth (map, i));
  return n;
}

static void
area_free (gpointer data)
{
  Area *area = data;

  g_array_unref (area->corners);
  g_free (area);
}

static KringRect
positions_get_bounds (GArray *corners)
{
  KringPoint low = g_array_index (corners, KringPoint, 0), high = low;

  for (guint i = 1; i < corners->len; i++)
    {
      KringPoint corner = g_array_index (corners, KringPoint, i);

      low = KRING_POINT_INIT (MIN (low.x, corner.x), MIN (low.y, corner.y));
      high = KRING_POINT_INIT (MAX (high.x, corner.x), MAX (high.y, corner.y));
    }
  return kring_rect_from_corners (low, high);
}

/* Grows an area by a box and by the air around it that its outline may cover. */
static void
area_add (Area *area, KringRect box)
{
  GArray *outline;

  kring_rect_add_corners (kring_rect_grow (box, OUTLINE), area->corners);
  if (area->frame)
    kring_rect_add_corners (positions_get_bounds (area->corners), area->corners);
  outline = kring_points_dup_hull (area->corners);
  g_array_unref (area->corners);
  area->corners = outline;
}

/* Whether the area and the box meet. Two convex shapes do not if a line along a side of one of them
 * separates them. */
static gboolean
area_meets (const Area *area, KringRect box)
{
  g_autoptr (GArray) corners = g_array_new (FALSE, FALSE, sizeof (KringPoint));

  kring_rect_add_corners (box, corners);
  if (!kring_rect_intersects (positions_get_bounds (area->corners), box))
    return FALSE;
  for (guint i = 0; i < area->corners->len; i++)
    {
      KringPoint a = g_array_index (area->corners, KringPoint, i);
      KringPoint b = g_array_index (area->corners, KringPoint, (i + 1) % area->corners->len);
      guint outside = 0;

      for (guint k = 0; k < corners->len; k++)
        outside += kring_points_get_turn (a, b, g_array_index (corners, KringPoint, k)) <= 0;
      if (outside == corners->len)
        return FALSE;
    }
  return TRUE;
}

/*
 * kring_group_areas_new: (constructor)
 *
 * Returns: (transfer full): what the groups of @map cover
 */
KringGroupAreas *
kring_group_areas_new (KringMap *map)
{
  KringGroupAreas *self = g_new0 (KringGroupAreas, 1);
  g_autoptr (GPtrArray) groups = kring_map_dup_items_of_kind (map, KRING_KIND_GROUP);

  self->areas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, area_free);
  for (guint i = 0; i < groups->len; i++)
    {
      KringItem *group = g_ptr_array_index (groups, i);
      g_auto (GStrv) members = kring_item_dup_refs (group, KRING_F_MEMBERS);

      for (guint k = 0; members[k] != NULL; k++)
        kring_group_areas_add (self, group, kring_map_get_item (map, members[k]));
    }
  return self;
}

void
kring_group_areas_free (KringGroupAreas *self)
{
  g_hash_table_unref (self->areas);
  g_free (self);
}

/*
 * kring_group_areas_add:
 * @member: (nullable): counts if it stands somewhere
 */
void
kring_group_areas_add (KringGroupAreas *self, KringItem *group, KringItem *member)
{
  Area *area = g_hash_table_lookup (self->areas, kring_item_get_id (group));
  KringPoint at;

  if (member == NULL || kring_item_is (member, KRING_KIND_GROUP) ||
      !kring_item_get_position (member, &at))
    return;
  if (area == NULL)
    {
      area = g_new0 (Area, 1);
      area->frame = kring_item_get_choice (group, KRING_F_SHAPE) == FRAME;
      area->corners = g_array_new (FALSE, FALSE, sizeof (KringPoint));
      g_hash_table_insert (self->areas, g_strdup (kring_item_get_id (group)), area);
    }
  area_add (area, kring_free_spot_get_box (kring_item_get_kind (member)->id, at));
}

/*
 * kring_group_areas_cover:
 * @but: (nullable): id of a group that does not count
 *
 * Returns: whether something in @box would lie under the outline of a group
 */
gboolean
kring_group_areas_cover (KringGroupAreas *self, KringRect box, const char *but)
{
  GHashTableIter iter;
  gpointer id, area;

  g_hash_table_iter_init (&iter, self->areas);
  while (g_hash_table_iter_next (&iter, &id, &area))
    if (g_strcmp0 (id, but) != 0 && area_meets (area, box))
      return TRUE;
  return FALSE;
}

/* @angles: (element-type double): sorted */
void
kring_angles_insert (GArray *angles, double angle)
{
  guint low = 0, high = angles->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (angles, double, middle) < angle)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (angles, low, angle);
}

/* Returns the middle of the widest gap between angles; @place is where it belongs among them. */
static double
find_widest (GArray *angles, guint *place)
{
  double best = FIRST_ANGLE, width = 0;

  *place = 0;
  for (guint i = 0; i < angles->len; i++)
    {
      double from = g_array_index (angles, double, i);
      double to = i + 1 < angles->len ? g_array_index (angles, double, i + 1)
                                      : g_array_index (angles, double, 0) + 2 * G_PI;

      /* Rounding must not decide between gaps that are equally wide. */
      if (to - from > width + 1e-6)
        {
          width = to - from;
          best = (from + to) / 2;
          *place = i + 1;
        }
    }
  return best;
}

/* The middles of the widest gaps between @known, as if each were filled before the next. */
void
kring_angles_list_gaps (GArray *known, double *gaps, guint n)
{
  g_autoptr (GArray) angles = g_array_copy (known);

  for (guint i = 0; i < n; i++)
    {
      guint place;

      gaps[i] = find_widest (angles, &place);
      g_array_insert_val (angles, place, gaps[i]);
    }
}
