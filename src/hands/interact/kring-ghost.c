/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-ghost.h"

#include "hands/interact/kring-outline.h"
#include "hands/interact/kring-overlay.h"
#include "hands/session/kring-tie-kinds.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>

#define GHOST_WIDTH 2.2
#define GHOST_END 5.0
#define GHOST_AIR 6.0

/**
 * kring_ghost_can_tie:
 *
 * Returns: whether @id is something that a tie may end at
 */
gboolean
kring_ghost_can_tie (KringMap *map, const char *id)
{
  KringItem *item = id != NULL ? kring_map_get_item (map, id) : NULL;
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_FROM);

  return item != NULL && (field->refers_to & (1u << kring_item_get_kind (item)->id)) != 0;
}

static const KringPath *
find_body (KringScene *scene, const char *id)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (shape->id == id && shape->part == KRING_PART_BODY && shape->path != NULL)
        return shape->path;
    }
  return NULL;
}

/**
 * kring_ghost_get_rim:
 * @id: interned
 *
 * Returns: the point on the outline of @id on the way to @towards
 */
KringPoint
kring_ghost_get_rim (KringScene *scene, const char *id, KringPoint towards)
{
  KringItem *item = kring_map_get_item (kring_scene_get_map (scene), id);
  KringPoint centre = towards;
  const KringPath *body = find_body (scene, id);
  double distance, radius;

  if (item == NULL || !kring_item_get_position (item, &centre))
    return towards;
  distance = kring_point_distance (centre, towards);
  if (body == NULL || distance < 0.01)
    return centre;
  radius = kring_outline_get_reach (body, centre, towards);
  return KRING_POINT_INIT (centre.x + (towards.x - centre.x) * radius / distance,
                           centre.y + (towards.y - centre.y) * radius / distance);
}

/**
 * kring_ghost_begin:
 * @from: id of the item that the tie starts at
 * @at: where the hand is, in map units
 */
void
kring_ghost_begin (KringGhost *self, const char *from, KringPoint at)
{
  self->from = from;
  self->target = NULL;
  self->at = at;
}

static const char *
find_target (const KringGhost *self, KringInteraction *interaction, KringPoint at)
{
  KringHit hit;

  if (!kring_interaction_hit (interaction, at, &hit) ||
      !kring_ghost_can_tie (kring_interaction_get_map (interaction), hit.id))
    return NULL;
  return hit.id;
}

/* Whether a tie can neither end there nor lead to somebody new: on a note or the name of a group. */
static gboolean
is_refused (KringInteraction *interaction, KringPoint at)
{
  KringMap *map = kring_interaction_get_map (interaction);
  KringHit hit;

  return kring_interaction_hit (interaction, at, &hit) && !kring_ghost_can_tie (map, hit.id) &&
         !kring_item_is (kring_map_get_item (map, hit.id), KRING_KIND_TIE);
}

/**
 * kring_ghost_move:
 * @at: where the hand is now, in map units
 *
 * Looks what the tie would end at, and shows whether it may.
 */
void
kring_ghost_move (KringGhost *self, KringInteraction *interaction, KringPoint at)
{
  const char *target = find_target (self, interaction, at);

  self->at = at;
  self->target = target != self->from ? target : NULL;
  kring_interaction_set_drop_target (interaction, self->target);
  kring_interaction_set_cursor (interaction,
                                is_refused (interaction, at) ? "not-allowed" : "crosshair");
}

static void
ghost_add_person (KringInteraction *interaction, const char *from, KringPoint at)
{
  KringSession *session = kring_interaction_get_session (interaction);
  KringEditor *editor = kring_session_get_editor (session);
  KringHistory *history = kring_session_get_history (session);
  KringItem *person;

  kring_history_begin (history, _ ("Add Person"));
  person = kring_edit_add (editor, KRING_KIND_PERSON, NULL, at);
  kring_edit_add_tie (editor, from, kring_item_get_id (person), _ ("knows"),
                      kring_tie_kinds_get_certainty (_ ("knows")), NULL);
  kring_history_commit (history);
  kring_selection_select (kring_session_get_selection (session), kring_item_get_id (person));
  kring_interaction_ask_first_name (interaction, kring_item_get_id (person));
}

/**
 * kring_ghost_drop:
 *
 * On a thing: asks what kind of tie it is. On nothing: adds a person there and ties it, in one
 * step. On where it came from, and where no tie can end: nothing happens.
 */
void
kring_ghost_drop (KringGhost *self, KringInteraction *interaction, KringPoint at)
{
  const char *from = self->from, *target = find_target (self, interaction, at);

  kring_ghost_clear (self, interaction);
  if (from == NULL || target == from ||
      kring_map_get_item (kring_interaction_get_map (interaction), from) == NULL)
    return;
  if (target != NULL)
    kring_interaction_ask_tie (interaction, from, target);
  else if (!is_refused (interaction, at))
    ghost_add_person (interaction, from, at);
}

/**
 * kring_ghost_clear:
 *
 * Returns: whether there was a ghost
 */
gboolean
kring_ghost_clear (KringGhost *self, KringInteraction *interaction)
{
  gboolean had = self->from != NULL;

  self->from = self->target = NULL;
  kring_interaction_set_drop_target (interaction, NULL);
  kring_interaction_set_cursor (interaction, NULL);
  return had;
}

/**
 * kring_ghost_draw:
 * @shapes: (element-type KringShape): where it is added
 *
 * Draws the tie that is not there yet.
 */
void
kring_ghost_draw (const KringGhost *self, KringInteraction *interaction, GPtrArray *shapes)
{
  KringScene *scene = kring_interaction_get_scene (interaction);
  KringItem *item =
      self->target == NULL
          ? NULL
          : kring_map_get_item (kring_interaction_get_map (interaction), self->target);
  KringPoint end = self->at, start;

  if (self->from == NULL)
    return;
  if (item != NULL && kring_item_get_position (item, &end))
    end = kring_ghost_get_rim (scene, self->target, kring_ghost_get_rim (scene, self->from, end));
  start = kring_ghost_get_rim (scene, self->from, end);
  if (kring_point_distance (start, end) < GHOST_AIR)
    return;
  kring_overlay_add_dashes (shapes, start, end, GHOST_WIDTH);
  kring_overlay_add_dot (shapes, end, GHOST_END);
}
