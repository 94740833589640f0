/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes in: pointer and keys. */
#include "hands/interact/kring-interaction-private.h"

#include "hands/interact/kring-actions.h"
#include "hands/interact/kring-keys.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.12
/* What is dragged this near to the edge of the window, in pixels, draws the map along. */
#define EDGE 36.0
/* At most so fast, in pixels a second. */
#define CREEP_SPEED 900.0

static KringSelection *
interaction_input_get_selection (KringInteraction *self)
{
  return kring_session_get_selection (self->session);
}

static KringPointer
make_pointer (KringInteraction *self, KringPoint screen, KringModifiers modifiers)
{
  return (KringPointer){ .screen = screen,
                         .map = kring_viewport_to_map (&self->viewport, screen),
                         .modifiers = modifiers };
}

static void
interaction_input_open_menu (KringInteraction *self, KringPoint screen)
{
  KringSelection *selection = interaction_input_get_selection (self);
  KringHit hit;
  gboolean found =
      kring_interaction_hit (self, kring_viewport_to_map (&self->viewport, screen), &hit);

  if (found && !kring_selection_contains (selection, hit.id))
    kring_selection_select (selection, hit.id);
  kring_interaction_ask_menu (self, found ? hit.id : NULL, screen);
}

/**
 * kring_interaction_press:
 * @screen: in pixels
 * @button: 1: the first of the mouse, and so on
 * @n_press: 1: click, 2: double click, and so on
 */
void
kring_interaction_press (KringInteraction *self,
                         KringPoint screen,
                         guint button,
                         KringModifiers modifiers,
                         guint n_press)
{
  KringPointer pointer = make_pointer (self, screen, modifiers);

  self->last = screen;
  self->roving = FALSE;
  kring_interaction_set_mode (self, NULL);
  if (button == KRING_BUTTON_SECONDARY)
    {
      interaction_input_open_menu (self, screen);
      return;
    }
  self->panning = button == KRING_BUTTON_MIDDLE || (modifiers & KRING_MODIFIER_SPACE) != 0;
  if (self->panning)
    {
      kring_interaction_set_cursor (self, "grabbing");
      return;
    }
  pointer.n_press = n_press;
  self->pressed = TRUE;
  self->pressed_at = screen;
  self->dragging = FALSE;
  self->held = modifiers;
  kring_tool_press (self->tool, &pointer);
}

static void
pan_to (KringInteraction *self, KringPoint screen)
{
  KringViewport viewport = self->viewport;

  kring_viewport_pan (&viewport, screen.x - self->last.x, screen.y - self->last.y);
  self->last = screen;
  kring_interaction_set_viewport (self, &viewport);
}

/**
 * kring_interaction_motion:
 * @screen: in pixels from the top left of the canvas
 *
 * The hand moved, with or without a button held.
 */
void
kring_interaction_motion (KringInteraction *self, KringPoint screen, KringModifiers modifiers)
{
  KringPointer pointer = make_pointer (self, screen, modifiers);

  if (self->panning)
    {
      pan_to (self, screen);
      return;
    }
  self->last = screen;
  if (!self->pressed)
    {
      kring_tool_hover (self->tool, &pointer);
      return;
    }
  self->held = modifiers;
  if (kring_point_distance (screen, self->pressed_at) > KRING_DRAG_THRESHOLD)
    self->dragging = TRUE;
  kring_tool_motion (self->tool, &pointer);
}

/* How deep @at lies in the strip along an edge, -1 (before @size begins) to 1 (where it ends); only
 * what went deeper than the press counts, so that a drag may begin there. */
static double
interaction_input_get_depth (double at, double pressed_at, double size)
{
  if (at < MIN (EDGE, pressed_at))
    return MAX (-1, (at - EDGE) / EDGE);
  if (at > MAX (size - EDGE, pressed_at))
    return MIN (1, (at - size + EDGE) / EDGE);
  return 0;
}

/**
 * kring_interaction_creep:
 * @seconds: since it was last called, above 0
 *
 * While something is dragged and held at the edge of the window, the map comes from under that edge,
 * the faster the nearer, and what is dragged stays under the pointer. To be called at each frame.
 *
 * Returns: whether the map moved
 */
gboolean
kring_interaction_creep (KringInteraction *self, double seconds)
{
  KringViewport viewport = self->viewport;
  double dx = interaction_input_get_depth (self->last.x, self->pressed_at.x, viewport.width);
  double dy = interaction_input_get_depth (self->last.y, self->pressed_at.y, viewport.height);

  if (!self->pressed || !self->dragging || (dx == 0 && dy == 0))
    return FALSE;
  kring_viewport_pan (&viewport, -dx * CREEP_SPEED * seconds, -dy * CREEP_SPEED * seconds);
  kring_interaction_set_viewport (self, &viewport);
  kring_interaction_motion (self, self->last, self->held);
  return TRUE;
}

/* The click that was waited for; on nothing it means never mind. */
static void
answer_pending (KringInteraction *self)
{
  g_autofree char *what = kring_interaction_drop_pending (self);

  if (kring_selection_get_size (interaction_input_get_selection (self)) > 0)
    kring_interaction_ask_record (self, what);
}

/**
 * kring_interaction_release:
 * @screen: in pixels from the top left of the canvas
 *
 * The button that was pressed is let go.
 */
void
kring_interaction_release (KringInteraction *self, KringPoint screen, KringModifiers modifiers)
{
  KringPointer pointer = make_pointer (self, screen, modifiers);

  if (self->panning)
    {
      self->panning = FALSE;
      kring_interaction_set_cursor (self, NULL);
      return;
    }
  if (!self->pressed)
    return;
  kring_tool_motion (self->tool, &pointer);
  self->pressed = FALSE;
  kring_tool_release (self->tool, &pointer);
  if (self->pending != NULL)
    answer_pending (self);
}

/**
 * kring_interaction_leave:
 *
 * The pointer left the canvas.
 */
void
kring_interaction_leave (KringInteraction *self)
{
  if (!self->pressed)
    kring_interaction_set_hovered (self, NULL, self->last);
}

/**
 * kring_interaction_scroll:
 * @screen: where the pointer is, in pixels
 * @dx: in pixels, to the right
 * @dy: in pixels, down; with Ctrl held, zooms out
 */
void
kring_interaction_scroll (
    KringInteraction *self, KringPoint screen, double dx, double dy, KringModifiers modifiers)
{
  KringViewport viewport = self->viewport;

  if ((modifiers & KRING_MODIFIER_CTRL) != 0)
    kring_viewport_zoom_at (&viewport, screen, pow (ZOOM_STEP, -dy / 40));
  else
    kring_viewport_pan (&viewport, -dx, -dy);
  kring_interaction_set_viewport (self, &viewport);
}

/* Words meant for what was asked for, while a click is still waited for, are no commands. */
static gboolean
is_typed_too_soon (KringInteraction *self, guint key, KringModifiers modifiers)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (self->pending == NULL || !g_unichar_isgraph (key) || key > 0xff ||
      (modifiers & ~KRING_MODIFIER_SHIFT) != 0)
    return FALSE;
  ids = kring_interaction_dup_targets (self);
  return ids->len == 0;
}

/**
 * kring_interaction_key:
 * @key: an X11 key symbol
 *
 * Returns: whether the key did something here; else the caller may do what kring_keys_find () says
 */
gboolean
kring_interaction_key (KringInteraction *self, guint key, KringModifiers modifiers)
{
  const KringAction *action = kring_keys_find (KRING_USE_MAP, key, modifiers);

  if (is_typed_too_soon (self, key, modifiers))
    {
      kring_interaction_set_prompt (
          self, _ ("First click who or what it is about, then type. Escape: never mind"));
      return TRUE;
    }
  if (self->mode != NULL && kring_tool_key (self->mode, key, modifiers))
    return TRUE;
  if (kring_tool_key (self->tool, key, modifiers))
    return TRUE;
  if (action == NULL || action->run == NULL ||
      (kring_keys_is_single (key, modifiers) && !self->single_keys))
    return FALSE;
  return action->run (self, action->parameter);
}

static gboolean
cancel_work (KringInteraction *self)
{
  g_autofree char *dropped = NULL;

  if (self->mode != NULL)
    {
      kring_interaction_set_mode (self, NULL);
      return TRUE;
    }
  dropped = kring_interaction_drop_pending (self);
  if (dropped != NULL)
    return TRUE;
  if (self->asked.tie_from != NULL)
    {
      kring_interaction_finish_tie (self, NULL);
      return TRUE;
    }
  self->pressed = FALSE;
  return kring_tool_cancel (self->tool);
}

/**
 * kring_interaction_cancel:
 *
 * Takes off one layer: what is half-made, the tool, what is shown alone, the selection. Never changes
 * the map.
 *
 * Returns: whether there was one
 */
gboolean
kring_interaction_cancel (KringInteraction *self)
{
  KringSelection *selection = interaction_input_get_selection (self);

  if (cancel_work (self))
    return TRUE;
  if (kring_session_get_tool (self->session) != KRING_TOOL_SELECT)
    {
      kring_session_set_tool (self->session, KRING_TOOL_SELECT);
      return TRUE;
    }
  if (self->shown != NULL)
    {
      kring_interaction_show_only (self, NULL);
      return TRUE;
    }
  if (self->circle_steps > 0)
    {
      self->circle_steps = 0;
      kring_interaction_update_circle (self);
      return TRUE;
    }
  if (kring_selection_get_size (selection) == 0)
    return FALSE;
  kring_selection_clear (selection);
  return TRUE;
}

/**
 * kring_interaction_abort:
 *
 * The press under way came to nothing: another gesture took over.
 */
void
kring_interaction_abort (KringInteraction *self)
{
  self->panning = FALSE;
  if (self->pressed)
    kring_tool_cancel (self->tool);
  self->pressed = FALSE;
}

/**
 * kring_interaction_has_mode:
 *
 * Returns: whether keys are being typed for something, so that none of them means anything else
 */
gboolean
kring_interaction_has_mode (KringInteraction *self)
{
  return self->mode != NULL;
}

/**
 * kring_interaction_set_focus_visible:
 * @visible: whether the canvas has the keyboard and shows it; if nothing has the focus, the person
 *   at the centre gets it
 */
void
kring_interaction_set_focus_visible (KringInteraction *self, gboolean visible)
{
  KringItem *centre = kring_map_get_centre (kring_interaction_get_map (self));

  self->focus_visible = visible;
  if (visible && centre != NULL &&
      kring_selection_get_focus (interaction_input_get_selection (self)) == NULL)
    kring_selection_set_focus (interaction_input_get_selection (self), kring_item_get_id (centre));
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_set_single_keys:
 * @enabled: whether plain letters, digits and signs do things
 */
void
kring_interaction_set_single_keys (KringInteraction *self, gboolean enabled)
{
  self->single_keys = enabled;
}
