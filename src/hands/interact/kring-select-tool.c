/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 *                      ┌─ drag ─▶ moving, bending, sliding   release: one step
 *   idle ─ on item ────┤         label of a person or thing: seating
 *                      └─ release: selected
 *        ─ on a rim ───── drag ─▶ tying                      release: dropped
 *        ─ on nothing ─── drag ─▶ rubber band or lasso       release: selected
 */
#include "hands/interact/kring-ghost.h"

#include "hands/interact/kring-move.h"
#include "hands/interact/kring-overlay.h"
#include "hands/interact/kring-snap.h"
#include "map/edit/kring-commands.h"

#define LABEL_AT_MIN 0.25
#define LABEL_AT_MAX 0.75
/* A bend smaller than this is none, in map units. */
#define BEND_MIN 3.0

typedef enum
{
  IDLE,
  PRESSED,
  MOVING,
  BENDING,
  SLIDING,
  SEATING,
  TYING,
  BANDING,
} State;

typedef struct
{
  KringTool parent;
  State state;
  KringPointer start; /* the press */
  KringPoint at;      /* the pointer now, in map units */
  const char *id;     /* (nullable) what was pressed, interned */
  KringComponent part;
  gboolean on_rim;

  GPtrArray *moving; /* (owned) (nullable) (element-type utf8) */
  GArray *others;    /* (owned) (nullable) (element-type KringPoint) to snap to */
  KringPoint grip;   /* where the pressed item stood */
  KringSnap snap;
  GArray *lasso; /* (owned) (nullable) (element-type KringPoint) NULL: a rubber band */
  KringGhost ghost;
} SelectTool;

static KringSelection *
select_tool_get_selection (SelectTool *self)
{
  return kring_session_get_selection (kring_interaction_get_session (self->parent.interaction));
}

static KringEditor *
select_tool_get_editor (SelectTool *self)
{
  return kring_session_get_editor (kring_interaction_get_session (self->parent.interaction));
}

static KringItem *
get_pressed (SelectTool *self)
{
  return self->id == NULL
             ? NULL
             : kring_map_get_item (kring_interaction_get_map (self->parent.interaction), self->id);
}

static double
select_tool_get_scale (SelectTool *self)
{
  return kring_interaction_get_viewport (self->parent.interaction)->scale;
}

static void
select_tool_reset (SelectTool *self)
{
  self->state = IDLE;
  self->id = NULL;
  g_clear_pointer (&self->moving, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->lasso, g_array_unref);
  kring_interaction_redraw (self->parent.interaction);
}

static void
add_person_at (SelectTool *self, KringPoint at)
{
  KringItem *person = kring_edit_add (select_tool_get_editor (self), KRING_KIND_PERSON, NULL, at);

  kring_selection_select (select_tool_get_selection (self), kring_item_get_id (person));
  kring_interaction_ask_first_name (self->parent.interaction, kring_item_get_id (person));
}

static void
double_click (SelectTool *self, KringPoint at)
{
  KringItem *item = get_pressed (self);

  if (kring_interaction_is_asking (self->parent.interaction))
    return;
  if (item == NULL)
    add_person_at (self, at);
  else if (kring_item_is (item, KRING_KIND_TIE) && kring_item_get_number (item, KRING_F_BEND) != 0)
    kring_edit_bend_tie (select_tool_get_editor (self), self->id, 0);
  else
    kring_interaction_ask_name (self->parent.interaction, self->id);
}

static void
select_tool_press (KringTool *tool, const KringPointer *pointer)
{
  SelectTool *self = (SelectTool *) tool;
  KringHit hit = { 0 };
  KringModifiers adding = KRING_MODIFIER_SHIFT | KRING_MODIFIER_CTRL;

  select_tool_reset (self);
  if ((pointer->modifiers & KRING_MODIFIER_ALT) == 0)
    kring_interaction_hit (tool->interaction, pointer->map, &hit);
  self->start = *pointer;
  self->at = pointer->map;
  self->id = hit.id;
  self->part = hit.part;
  self->on_rim = hit.on_rim && (pointer->modifiers & adding) == 0;
  if (pointer->n_press == 2)
    double_click (self, pointer->map);
  if (pointer->n_press > 1)
    {
      self->id = NULL;
      return;
    }
  self->state = PRESSED;
  if (self->id != NULL && (pointer->modifiers & adding) == 0 &&
      !kring_selection_contains (select_tool_get_selection (self), self->id))
    kring_selection_select (select_tool_get_selection (self), self->id);
}

static void
begin_moving (SelectTool *self)
{
  KringInteraction *interaction = self->parent.interaction;
  KringMap *map = kring_interaction_get_map (interaction);
  g_autoptr (GPtrArray) ids = NULL;

  if (kring_selection_contains (select_tool_get_selection (self), self->id))
    ids = kring_selection_dup_ids (select_tool_get_selection (self));
  else
    ids = g_ptr_array_new ();
  if (!kring_selection_contains (select_tool_get_selection (self), self->id))
    g_ptr_array_add (ids, (gpointer) self->id);
  self->moving = kring_move_dup_ids (map, ids);
  self->others = kring_move_dup_neighbours (
      map, self->moving, kring_viewport_get_visible (kring_interaction_get_viewport (interaction)));
  if (!kring_item_get_position (get_pressed (self), &self->grip))
    self->grip = self->start.map;
  self->state = MOVING;
  kring_interaction_begin_moving (interaction, self->moving);
}

static void
begin_banding (SelectTool *self)
{
  self->state = BANDING;
  if ((self->start.modifiers & KRING_MODIFIER_ALT) == 0)
    return;
  self->lasso = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  g_array_append_val (self->lasso, self->start.map);
}

/* The side that is nearest to the pointer. */
static KringSeat
select_tool_get_seat (SelectTool *self, KringRect *box)
{
  KringScene *scene = kring_interaction_get_scene (self->parent.interaction);
  KringSeat best = KRING_SEAT_AUTO;
  double least = G_MAXDOUBLE;

  for (int seat = KRING_SEAT_AUTO; seat <= KRING_SEAT_LOWER_RIGHT; seat++)
    {
      KringRect candidate;
      double away;

      kring_scene_get_label_box (scene, self->id, seat, &candidate);
      away = kring_point_distance (self->at, kring_rect_centre (candidate));
      if (away >= least)
        continue;
      least = away;
      best = seat;
      *box = candidate;
    }
  return best;
}

static gboolean
begin_seating (SelectTool *self)
{
  KringScene *scene = kring_interaction_get_scene (self->parent.interaction);
  KringRect box;

  if (self->part != KRING_PART_LABEL ||
      kring_selection_get_size (select_tool_get_selection (self)) > 1 ||
      !kring_scene_get_label_box (scene, self->id, KRING_SEAT_BELOW, &box))
    return FALSE;
  self->state = SEATING;
  return TRUE;
}

static void
begin_drag (SelectTool *self)
{
  KringItem *item = get_pressed (self);

  if (item == NULL)
    begin_banding (self);
  else if (kring_item_is (item, KRING_KIND_TIE))
    self->state = self->part == KRING_PART_LABEL ? SLIDING : BENDING;
  else if (self->on_rim &&
           kring_ghost_can_tie (kring_interaction_get_map (self->parent.interaction), self->id))
    {
      self->state = TYING;
      kring_ghost_begin (&self->ghost, self->id, self->start.map);
    }
  else if (!begin_seating (self))
    begin_moving (self);
}

static void
select_tool_move (SelectTool *self, const KringPointer *pointer)
{
  KringPoint wanted = { self->grip.x + pointer->map.x - self->start.map.x,
                        self->grip.y + pointer->map.y - self->start.map.y };

  if ((pointer->modifiers & KRING_MODIFIER_CTRL) != 0)
    self->snap = (KringSnap){ .point = wanted };
  else
    self->snap = kring_snap_find (wanted, self->others, KRING_SNAP_REACH);
  kring_interaction_set_moving (self->parent.interaction, self->snap.point.x - self->grip.x,
                                self->snap.point.y - self->grip.y);
}

static void
select_tool_motion (KringTool *tool, const KringPointer *pointer)
{
  SelectTool *self = (SelectTool *) tool;

  if (self->state == PRESSED &&
      kring_point_distance (pointer->screen, self->start.screen) > KRING_DRAG_THRESHOLD)
    begin_drag (self);
  self->at = pointer->map;
  if (self->state == MOVING)
    select_tool_move (self, pointer);
  else if (self->state == TYING)
    kring_ghost_move (&self->ghost, tool->interaction, pointer->map);
  else if (self->lasso != NULL)
    g_array_append_val (self->lasso, pointer->map);
  if (self->state > MOVING)
    kring_interaction_redraw (tool->interaction);
}

/* The ends of the pressed tie. */
static gboolean
get_ends (SelectTool *self, KringPoint *a, KringPoint *b)
{
  KringMap *map = kring_interaction_get_map (self->parent.interaction);
  KringItem *tie = get_pressed (self);
  KringItem *from, *to;

  if (tie == NULL || !kring_item_is (tie, KRING_KIND_TIE))
    return FALSE;
  from = kring_map_get_item (map, kring_item_get_text (tie, KRING_F_FROM));
  to = kring_map_get_item (map, kring_item_get_text (tie, KRING_F_TO));
  return kring_item_get_position (from, a) && kring_item_get_position (to, b) &&
         kring_point_distance (*a, *b) > 1;
}

/* How far the pointer is to the side of the straight line between the ends. */
static double
get_bend (SelectTool *self, KringPoint a, KringPoint b)
{
  double length = kring_point_distance (a, b);
  double dx = self->at.x - (a.x + b.x) / 2, dy = self->at.y - (a.y + b.y) / 2;
  double bend = (dx * -(b.y - a.y) + dy * (b.x - a.x)) / length;

  return fabs (bend) < BEND_MIN ? 0 : bend;
}

static double
select_tool_get_label_at (SelectTool *self, KringPoint a, KringPoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double at = ((self->at.x - a.x) * dx + (self->at.y - a.y) * dy) / (dx * dx + dy * dy);

  return CLAMP (at, LABEL_AT_MIN, LABEL_AT_MAX);
}

static void
select_tool_click (SelectTool *self)
{
  KringSelection *selection = select_tool_get_selection (self);
  KringModifiers adding = KRING_MODIFIER_SHIFT | KRING_MODIFIER_CTRL;

  if ((self->start.modifiers & adding) != 0)
    {
      if (self->id != NULL)
        kring_selection_toggle (selection, self->id);
    }
  else if (self->id != NULL)
    {
      kring_selection_select (selection, self->id);
      if (self->part == KRING_PART_RISK || self->part == KRING_PART_VULNERABILITY ||
          self->part == KRING_PART_PROTECTIVE)
        kring_interaction_ask_record (self->parent.interaction, "signals");
      if (self->part == KRING_PART_QUESTION)
        kring_interaction_ask_record (self->parent.interaction, "questions");
    }
  else
    kring_selection_clear (selection);
}

static gboolean
is_in_lasso (GArray *lasso, KringPoint point)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = lasso->len - 1; i < lasso->len; j = i++)
    {
      KringPoint a = g_array_index (lasso, KringPoint, i), b = g_array_index (lasso, KringPoint, j);

      if ((a.y > point.y) != (b.y > point.y) &&
          point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
        inside = !inside;
    }
  return inside;
}

static GPtrArray *
dup_in_lasso (KringMap *map, GArray *lasso)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_placeable (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPoint point;

      if (kring_item_get_position (item, &point) && is_in_lasso (lasso, point))
        g_ptr_array_add (ids, (gpointer) kring_item_get_id (item));
    }
  return ids;
}

static void
select_banded (SelectTool *self)
{
  KringInteraction *interaction = self->parent.interaction;
  GHashTable *faded = kring_interaction_get_emphasis (interaction)->faded;
  KringRect area = kring_rect_from_corners (self->start.map, self->at);
  g_autoptr (GPtrArray) found = NULL, ids = NULL;

  if (self->lasso != NULL)
    found = dup_in_lasso (kring_interaction_get_map (interaction), self->lasso);
  else
    found = kring_scene_dup_inside (kring_interaction_get_scene (interaction), area);
  if ((self->start.modifiers & KRING_MODIFIER_SHIFT) != 0)
    ids = kring_selection_dup_ids (select_tool_get_selection (self));
  else
    ids = g_ptr_array_new ();
  for (guint i = 0; i < found->len; i++)
    if (faded == NULL || !g_hash_table_contains (faded, g_ptr_array_index (found, i)))
      g_ptr_array_add (ids, g_ptr_array_index (found, i));
  kring_selection_set_all (select_tool_get_selection (self), ids);
}

static void
drop (SelectTool *self)
{
  KringInteraction *interaction = self->parent.interaction;
  g_autoptr (GPtrArray) moving = g_steal_pointer (&self->moving);
  double dx = self->snap.point.x - self->grip.x, dy = self->snap.point.y - self->grip.y;

  self->state = IDLE;
  kring_interaction_end_moving (interaction);
  kring_move_apply (kring_interaction_get_session (interaction),
                    kring_interaction_get_scene (interaction), moving, dx, dy, NULL);
}

static void
select_tool_release (KringTool *tool, const KringPointer *pointer)
{
  SelectTool *self = (SelectTool *) tool;
  State state = self->state;
  KringPoint a, b;
  KringRect box;
  const char *id = self->id;

  self->at = pointer->map;
  self->state = IDLE;
  if (state == PRESSED)
    select_tool_click (self);
  else if (state == MOVING)
    drop (self);
  else if (state == TYING)
    kring_ghost_drop (&self->ghost, tool->interaction, pointer->map);
  else if (state == BANDING)
    select_banded (self);
  else if (state == BENDING && get_ends (self, &a, &b))
    kring_edit_bend_tie (select_tool_get_editor (self), id, get_bend (self, a, b));
  else if (state == SLIDING && get_ends (self, &a, &b))
    kring_edit_slide_label (select_tool_get_editor (self), id,
                            select_tool_get_label_at (self, a, b));
  else if (state == SEATING && get_pressed (self) != NULL)
    kring_edit_seat_label (select_tool_get_editor (self), id, select_tool_get_seat (self, &box));
  select_tool_reset (self);
}

static void
select_tool_hover (KringTool *tool, const KringPointer *pointer)
{
  KringHit hit;
  gboolean found = kring_interaction_hit (tool->interaction, pointer->map, &hit);

  if (found && hit.on_rim &&
      !kring_ghost_can_tie (kring_interaction_get_map (tool->interaction), hit.id))
    hit.on_rim = FALSE;
  kring_interaction_set_hovered (tool->interaction, found ? &hit : NULL, pointer->map);
}

static gboolean
select_tool_cancel (KringTool *tool)
{
  SelectTool *self = (SelectTool *) tool;
  State state = self->state;

  if (state == MOVING)
    kring_interaction_end_moving (tool->interaction);
  if (state == TYING)
    kring_ghost_clear (&self->ghost, tool->interaction);
  select_tool_reset (self);
  return state > PRESSED;
}

static void
draw_bend (SelectTool *self, GPtrArray *shapes)
{
  KringPoint a, b, control;
  double bend, length;

  if (!get_ends (self, &a, &b))
    return;
  bend = get_bend (self, a, b);
  length = kring_point_distance (a, b);
  control = KRING_POINT_INIT ((a.x + b.x) / 2 - (b.y - a.y) / length * bend * 2,
                              (a.y + b.y) / 2 + (b.x - a.x) / length * bend * 2);
  kring_overlay_add_curve (shapes, a, control, b, 2);
}

static void
draw_label_at (SelectTool *self, GPtrArray *shapes)
{
  KringPoint a, b;
  double at;

  if (!get_ends (self, &a, &b))
    return;
  at = select_tool_get_label_at (self, a, b);
  kring_overlay_add_dot (shapes, KRING_POINT_INIT (a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at),
                         5);
}

static void
draw_seat (SelectTool *self, GPtrArray *shapes)
{
  KringRect box;

  if (get_pressed (self) == NULL)
    return;
  select_tool_get_seat (self, &box);
  kring_overlay_add_band (shapes, kring_rect_grow (box, 3), select_tool_get_scale (self));
}

static void
draw_guides (SelectTool *self, GPtrArray *shapes)
{
  double width = 1 / select_tool_get_scale (self);

  if (self->snap.vertical)
    kring_overlay_add_line (shapes, self->snap.vertical_ends[0], self->snap.vertical_ends[1],
                            width);
  if (self->snap.horizontal)
    kring_overlay_add_line (shapes, self->snap.horizontal_ends[0], self->snap.horizontal_ends[1],
                            width);
}

static void
select_tool_draw (KringTool *tool, GPtrArray *shapes)
{
  SelectTool *self = (SelectTool *) tool;

  if (self->state == MOVING)
    draw_guides (self, shapes);
  else if (self->state == BENDING)
    draw_bend (self, shapes);
  else if (self->state == SLIDING)
    draw_label_at (self, shapes);
  else if (self->state == SEATING)
    draw_seat (self, shapes);
  else if (self->state == TYING)
    kring_ghost_draw (&self->ghost, tool->interaction, shapes);
  else if (self->lasso != NULL)
    kring_overlay_add_polygon (shapes, self->lasso, select_tool_get_scale (self));
  else if (self->state == BANDING)
    kring_overlay_add_band (shapes, kring_rect_from_corners (self->start.map, self->at),
                            select_tool_get_scale (self));
}

static void
free_tool (KringTool *tool)
{
  SelectTool *self = (SelectTool *) tool;

  g_clear_pointer (&self->moving, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_array_unref);
  g_clear_pointer (&self->lasso, g_array_unref);
  g_free (self);
}

static const KringToolClass select_tool_class = {
  .press = select_tool_press,
  .motion = select_tool_motion,
  .release = select_tool_release,
  .hover = select_tool_hover,
  .cancel = select_tool_cancel,
  .draw = select_tool_draw,
  .free = free_tool,
};

/**
 * kring_select_tool_new: (constructor)
 *
 * Returns: (transfer full): the tool that selects, moves, bends, and ties from a rim
 */
KringTool *
kring_select_tool_new (KringInteraction *interaction)
{
  SelectTool *self = g_new0 (SelectTool, 1);

  self->parent.klass = &select_tool_class;
  self->parent.interaction = interaction;
  return &self->parent;
}
