/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-commands.h"

#include "edit/kring-edit-private.h"
#include "edit/kring-placement.h"

#include <glib/gi18n-lib.h>

static void
collect (KringMap *map, KringItem *item, GPtrArray *standing)
{
  KringPoint position;

  if (kring_item_is (item, KRING_KIND_GROUP))
    {
      g_auto (GStrv) members = kring_item_dup_refs (item, "members");

      for (guint i = 0; members[i] != NULL; i++)
        collect (map, kring_map_get_item (map, members[i]), standing);
    }
  else if (kring_item_get_position (item, &position) && !g_ptr_array_find (standing, item, NULL))
    g_ptr_array_add (standing, item);
}

/* What stands on the map of @ids, the members of groups among them. */
static GPtrArray *
dup_standing (KringEditor *editor, GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  GPtrArray *standing = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    collect (kring_editor_get_map (editor), g_ptr_array_index (items, i), standing);
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
      kring_edit_put (editor, item, "position",
                      kring_edit_point (KRING_POINT_INIT (position.x + dx, position.y + dy)));
      kring_edit_put (editor, item, "label_seat", NULL);
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
    kring_edit_put (editor, g_ptr_array_index (standing, i), "pinned",
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
    if (!kring_item_get_bool (g_ptr_array_index (standing, i), "pinned"))
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
  kring_edit_put_choice (editor, item, "own_ring", ring);
  kring_edit_put (editor, item, "own_position", place != NULL ? kring_edit_point (*place) : NULL);
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
give_place (KringMap *map, KringSlots *slots, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  int ring = kring_kind_find_field (kind, "ring") != NULL ? kring_item_get_choice (item, "ring")
                                                          : KRING_RING_NONE;
  KringPoint at;

  /* An event may have no place: then it stands in the timeline alone. */
  if (kring_kind_find_field (kind, "position") == NULL || kind->id == KRING_KIND_EVENT ||
      kring_item_get_position (item, &at))
    return FALSE;
  at = kring_map_is_centre (map, item)
           ? kring_placement_find_free (map, kind->id, kring_placement_get_middle (map))
           : kring_slots_find (slots, kind->id, MAX (ring, KRING_RING_NONE));
  kring_item_set_named (item, "position", kring_edit_point (at));
  kring_slots_take (slots, item);
  return TRUE;
}

/**
 * kring_placement_settle:
 * @map: was just read, and nobody looks at it yet
 *
 * Gives what stands nowhere a free place, always the same one, so that all that is counted is seen.
 * It is no change of the map: who saves it keeps the places.
 *
 * Returns: how many had none
 */
guint
kring_placement_settle (KringMap *map)
{
  g_autoptr (KringSlots) slots = kring_slots_new (map);
  KringItem *centre = kring_map_get_centre (map);
  guint n = centre != NULL ? give_place (map, slots, centre) : 0;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    n += give_place (map, slots, kring_map_get_nth (map, i));
  return n;
}
