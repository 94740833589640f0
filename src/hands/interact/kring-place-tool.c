/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A click on nothing places one new thing; a click on something selects that. */
#include "hands/interact/kring-interaction.h"

#include "hands/interact/kring-keys.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-free-spot.h"

typedef struct
{
  KringTool parent;
  gboolean pressed;
  KringPoint pressed_at; /* in pixels */
} PlaceTool;

static KringKindId
place_tool_get_kind (KringSession *session)
{
  switch (kring_session_get_tool (session))
    {
    case KRING_TOOL_THING:
      return kring_session_get_thing_kind (session);
    case KRING_TOOL_NOTE:
      return KRING_KIND_NOTE;
    default:
      return KRING_KIND_PERSON;
    }
}

static void
place_tool_place (KringTool *tool, KringPoint at, gboolean by_key)
{
  KringSession *session = kring_interaction_get_session (tool->interaction);
  KringItem *item;

  if (kring_interaction_is_asking (tool->interaction))
    return;
  item =
      kring_edit_add (kring_session_get_editor (session), place_tool_get_kind (session), NULL, at);
  kring_selection_select (kring_session_get_selection (session), kring_item_get_id (item));
  if (by_key)
    kring_interaction_focus (tool->interaction, kring_item_get_id (item));
  kring_interaction_ask_first_name (tool->interaction, kring_item_get_id (item));
}

static void
place_tool_press (KringTool *tool, const KringPointer *pointer)
{
  PlaceTool *self = (PlaceTool *) tool;

  self->pressed = pointer->n_press == 1;
  self->pressed_at = pointer->screen;
}

static void
place_tool_release (KringTool *tool, const KringPointer *pointer)
{
  PlaceTool *self = (PlaceTool *) tool;
  KringSession *session = kring_interaction_get_session (tool->interaction);
  KringHit hit;

  if (!self->pressed)
    return;
  self->pressed = FALSE;
  if (kring_point_distance (pointer->screen, self->pressed_at) > KRING_DRAG_THRESHOLD)
    return;
  if (kring_interaction_hit (tool->interaction, pointer->map, &hit))
    kring_selection_select (kring_session_get_selection (session), hit.id);
  else
    place_tool_place (tool, pointer->map, FALSE);
}

/* The free place that is nearest to the middle of the view; an event keeps out of the rings. */
static KringPoint
place_tool_find_place (KringTool *tool)
{
  KringSession *session = kring_interaction_get_session (tool->interaction);
  KringMap *map = kring_session_get_map (session);
  KringKindId kind = place_tool_get_kind (session);
  KringPoint at =
      kring_free_spot_find_free (map, kind,
                                 kring_rect_centre (kring_viewport_get_visible (
                                     kring_interaction_get_viewport (tool->interaction))));

  if (kind == KRING_KIND_EVENT && kring_free_spot_get_ring (map, at) != KRING_RING_NONE)
    return kring_free_spot_find_new (map, kind);
  return at;
}

/* The keyboard names no place. */
static gboolean
key (KringTool *tool, guint key_symbol, KringModifiers modifiers)
{
  if (key_symbol != KRING_KEY_RETURN || modifiers != 0)
    return FALSE;
  place_tool_place (tool, place_tool_find_place (tool), TRUE);
  return TRUE;
}

static gboolean
place_tool_cancel (KringTool *tool)
{
  PlaceTool *self = (PlaceTool *) tool;
  gboolean had = self->pressed;

  self->pressed = FALSE;
  return had;
}

static const KringToolClass place_tool_class = {
  .press = place_tool_press,
  .release = place_tool_release,
  .key = key,
  .cancel = place_tool_cancel,
  .free = (void (*) (KringTool *)) g_free,
};

/**
 * kring_place_tool_new: (constructor)
 *
 * Returns: (transfer full): the tool that places what the session's tool stands for
 */
KringTool *
kring_place_tool_new (KringInteraction *interaction)
{
  PlaceTool *self = g_new0 (PlaceTool, 1);

  self->parent.klass = &place_tool_class;
  self->parent.interaction = interaction;
  return &self->parent;
}
