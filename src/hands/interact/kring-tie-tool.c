/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *   idle ──press on A──▶ pressed ──drag──▶ drawing ──release──▶ dropped, idle
 *                          │                  ▲
 *                       release               │ hover
 *                          ▼                  │
 *                       waiting for B ────────┘  press on A again: idle; on B or nothing: dropped
 */
#include "hands/interact/kring-ghost.h"

typedef struct
{
  KringTool parent;
  KringGhost ghost;
  KringPoint pressed_at; /* in pixels */
  gboolean second;       /* this press ends a tie that waits for its other end */
  gboolean dragged;
} TieTool;

static void
tie_tool_press (KringTool *tool, const KringPointer *pointer)
{
  TieTool *self = (TieTool *) tool;
  KringHit hit;

  self->dragged = FALSE;
  self->pressed_at = pointer->screen;
  self->second = self->ghost.from != NULL;
  if (self->second || pointer->n_press > 1)
    return;
  if (kring_interaction_hit (tool->interaction, pointer->map, &hit) &&
      kring_ghost_can_tie (kring_interaction_get_map (tool->interaction), hit.id))
    kring_ghost_begin (&self->ghost, hit.id, pointer->map);
}

static void
tie_tool_motion (KringTool *tool, const KringPointer *pointer)
{
  TieTool *self = (TieTool *) tool;

  if (self->ghost.from == NULL)
    return;
  if (kring_point_distance (pointer->screen, self->pressed_at) > KRING_DRAG_THRESHOLD)
    self->dragged = TRUE;
  if (self->dragged || self->second)
    kring_ghost_move (&self->ghost, tool->interaction, pointer->map);
}

static void
tie_tool_release (KringTool *tool, const KringPointer *pointer)
{
  TieTool *self = (TieTool *) tool;

  if (self->ghost.from != NULL && (self->dragged || self->second))
    kring_ghost_drop (&self->ghost, tool->interaction, pointer->map);
}

static void
tie_tool_hover (KringTool *tool, const KringPointer *pointer)
{
  TieTool *self = (TieTool *) tool;

  if (self->ghost.from != NULL)
    kring_ghost_move (&self->ghost, tool->interaction, pointer->map);
}

static gboolean
tie_tool_cancel (KringTool *tool)
{
  TieTool *self = (TieTool *) tool;

  return self->ghost.from != NULL && kring_ghost_clear (&self->ghost, tool->interaction);
}

static void
tie_tool_draw (KringTool *tool, GPtrArray *shapes)
{
  kring_ghost_draw (&((TieTool *) tool)->ghost, tool->interaction, shapes);
}

static const KringToolClass tie_tool_class = {
  .press = tie_tool_press,
  .motion = tie_tool_motion,
  .release = tie_tool_release,
  .hover = tie_tool_hover,
  .cancel = tie_tool_cancel,
  .draw = tie_tool_draw,
  .free = (void (*) (KringTool *)) g_free,
};

/**
 * kring_tie_tool_new: (constructor)
 *
 * Returns: (transfer full): the tool that ties by dragging, or by a tap on each end
 */
KringTool *
kring_tie_tool_new (KringInteraction *interaction)
{
  TieTool *self = g_new0 (TieTool, 1);

  self->parent.klass = &tie_tool_class;
  self->parent.interaction = interaction;
  return &self->parent;
}
