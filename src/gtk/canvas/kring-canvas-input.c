/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-input.h"

#include "gtk/canvas/kring-canvas-picture.h"
#include "gtk/canvas/kring-canvas-trial.h"
#include "hands/interact/kring-keys.h"

#include <string.h>

/* One notch of a wheel, in pixels. */
#define NOTCH 40.0
/* No frame counts for more than this, in seconds, however late it came. */
#define LONGEST_FRAME 0.1

struct _KringCanvasInput
{
  KringCanvas *canvas;   /* (not owned) */
  KringPoint pointer;    /* the last place it was seen, in pixels */
  GtkGesture *drag;      /* (not owned) */
  guint creep_tick;      /* tick callback while something is dragged */
  gint64 creep_time;     /* of its last frame, in microseconds */
  guint button, n_press; /* of the press under way */
  KringPoint press_point;
  gint64 press_time;      /* of the last press, in microseconds */
  KringPoint zoom_centre; /* of a pinch */
  double zoom_scale;
  gboolean space_down, space_used; /* used for panning, so it does not toggle */
};

static KringInteraction *
canvas_input_get_interaction (KringCanvasInput *self)
{
  return kring_canvas_get_interaction (self->canvas);
}

static KringModifiers
get_modifiers (KringCanvasInput *self, GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  return ((state & GDK_SHIFT_MASK) != 0 ? KRING_MODIFIER_SHIFT : 0) |
         ((state & GDK_CONTROL_MASK) != 0 ? KRING_MODIFIER_CTRL : 0) |
         ((state & GDK_ALT_MASK) != 0 ? KRING_MODIFIER_ALT : 0) |
         (self->space_down ? KRING_MODIFIER_SPACE : 0);
}

/* How many presses follow each other at one place: 1, 2, 3, ... */
static guint
count_press (KringCanvasInput *self, guint button, KringPoint point)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self->canvas));
  gint64 now = g_get_monotonic_time ();
  int limit, reach;
  gboolean follows;

  g_object_get (settings, "gtk-double-click-time", &limit, "gtk-double-click-distance", &reach,
                NULL);
  follows = button == self->button && now - self->press_time < limit * 1000 &&
            kring_point_distance (point, self->press_point) <= reach;
  self->n_press = follows ? self->n_press + 1 : 1;
  self->press_time = now;
  self->press_point = point;
  self->button = button;
  return self->n_press;
}

static gboolean
creep_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringCanvasInput *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now - self->creep_time) / (double) G_USEC_PER_SEC;

  self->creep_time = now;
  if (canvas_input_get_interaction (self) != NULL && seconds > 0)
    kring_interaction_creep (canvas_input_get_interaction (self), MIN (seconds, LONGEST_FRAME));
  return G_SOURCE_CONTINUE;
}

static void
begin_creeping (KringCanvasInput *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->canvas));

  if (self->creep_tick != 0 || clock == NULL)
    return;
  self->creep_time = gdk_frame_clock_get_frame_time (clock);
  self->creep_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->canvas), creep_cb, self, NULL);
}

static void
end_creeping (KringCanvasInput *self)
{
  if (self->creep_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->canvas), self->creep_tick);
  self->creep_tick = 0;
}

static void
canvas_input_drag_begin_cb (KringCanvasInput *self, double x, double y, GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  KringPoint point = { x, y };

  if (canvas_input_get_interaction (self) == NULL)
    return;
  kring_canvas_trial_end_gliding (kring_canvas_get_trial (self->canvas));
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  kring_interaction_set_focus_visible (canvas_input_get_interaction (self), FALSE);
  button = button == 0 ? GDK_BUTTON_PRIMARY : button;
  self->space_used = self->space_down;
  kring_interaction_press (canvas_input_get_interaction (self), point, button,
                           get_modifiers (self, GTK_EVENT_CONTROLLER (gesture)),
                           count_press (self, button, point));
}

static gboolean
get_drag_point (GtkGestureDrag *gesture, double dx, double dy, KringPoint *point)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return FALSE;
  *point = KRING_POINT_INIT (x + dx, y + dy);
  return TRUE;
}

static void
canvas_input_drag_update_cb (KringCanvasInput *self, double dx, double dy, GtkGestureDrag *gesture)
{
  KringPoint point;

  begin_creeping (self);
  if (canvas_input_get_interaction (self) != NULL && get_drag_point (gesture, dx, dy, &point))
    kring_interaction_motion (canvas_input_get_interaction (self), point,
                              get_modifiers (self, GTK_EVENT_CONTROLLER (gesture)));
}

static void
canvas_input_drag_end_cb (KringCanvasInput *self, double dx, double dy, GtkGestureDrag *gesture)
{
  KringPoint point;

  end_creeping (self);
  if (canvas_input_get_interaction (self) != NULL && get_drag_point (gesture, dx, dy, &point))
    kring_interaction_release (canvas_input_get_interaction (self), point,
                               get_modifiers (self, GTK_EVENT_CONTROLLER (gesture)));
}

static void
drag_cancel_cb (KringCanvasInput *self)
{
  end_creeping (self);
  if (canvas_input_get_interaction (self) != NULL)
    kring_interaction_abort (canvas_input_get_interaction (self));
}

static void
canvas_input_motion_cb (KringCanvasInput *self, double x, double y, GtkEventController *controller)
{
  self->pointer = KRING_POINT_INIT (x, y);
  if (canvas_input_get_interaction (self) != NULL && !gtk_gesture_is_active (self->drag))
    kring_interaction_motion (canvas_input_get_interaction (self), KRING_POINT_INIT (x, y),
                              get_modifiers (self, controller));
}

static void
canvas_input_leave_cb (KringCanvasInput *self)
{
  if (canvas_input_get_interaction (self) != NULL)
    kring_interaction_leave (canvas_input_get_interaction (self));
}

static gboolean
canvas_input_scroll_cb (KringCanvasInput *self,
                        double dx,
                        double dy,
                        GtkEventControllerScroll *controller)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  KringModifiers modifiers = get_modifiers (self, base);
  double unit =
      gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL ? NOTCH : 1.0;

  if (canvas_input_get_interaction (self) == NULL)
    return FALSE;
  if ((modifiers & KRING_MODIFIER_CTRL) != 0)
    kring_canvas_picture_soften (kring_canvas_get_picture (self->canvas));
  if ((modifiers & KRING_MODIFIER_SHIFT) != 0 && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  kring_interaction_scroll (canvas_input_get_interaction (self), self->pointer, dx * unit,
                            dy * unit, modifiers);
  return TRUE;
}

static void
zoom_begin_cb (KringCanvasInput *self, GdkEventSequence *sequence, GtkGesture *gesture)
{
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  drag_cancel_cb (self);
  self->zoom_scale = 1;
  gtk_gesture_get_bounding_box_center (gesture, &self->zoom_centre.x, &self->zoom_centre.y);
}

static void
zoom_cb (KringCanvasInput *self, double scale, GtkGesture *gesture)
{
  KringViewport viewport;
  KringPoint centre = self->zoom_centre;

  if (canvas_input_get_interaction (self) == NULL)
    return;
  viewport = *kring_interaction_get_viewport (canvas_input_get_interaction (self));
  gtk_gesture_get_bounding_box_center (gesture, &centre.x, &centre.y);
  kring_viewport_pan (&viewport, centre.x - self->zoom_centre.x, centre.y - self->zoom_centre.y);
  kring_viewport_zoom_at (&viewport, centre, scale / self->zoom_scale);
  self->zoom_centre = centre;
  self->zoom_scale = scale;
  kring_canvas_picture_soften (kring_canvas_get_picture (self->canvas));
  kring_interaction_set_viewport (canvas_input_get_interaction (self), &viewport);
}

static void
long_press_cb (KringCanvasInput *self, double x, double y)
{
  if (canvas_input_get_interaction (self) == NULL)
    return;
  kring_interaction_abort (canvas_input_get_interaction (self));
  gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_DENIED);
  kring_interaction_press (canvas_input_get_interaction (self), KRING_POINT_INIT (x, y),
                           KRING_BUTTON_SECONDARY, 0, 1);
}

static gboolean
run_key (KringCanvasInput *self, guint key, KringModifiers modifiers)
{
  const KringAction *action = kring_keys_find (KRING_USE_MAP, key, modifiers);

  if (kring_interaction_key (canvas_input_get_interaction (self), key, modifiers))
    return TRUE;
  return action != NULL && kring_canvas_run (self->canvas, action->name + strlen ("map."));
}

/* A list that is on its way is what one wants to be rid of first. */
static gboolean
cancel_paste (KringCanvasInput *self)
{
  KringPaste *paste = kring_session_get_paste (kring_canvas_get_session (self->canvas));

  if (!kring_paste_is_running (paste))
    return FALSE;
  kring_paste_cancel (paste);
  return TRUE;
}

static gboolean
canvas_input_key_pressed_cb (KringCanvasInput *self,
                             guint keyval,
                             guint keycode,
                             GdkModifierType state,
                             GtkEventController *controller)
{
  KringModifiers modifiers = get_modifiers (self, controller) & ~KRING_MODIFIER_SPACE;

  if (canvas_input_get_interaction (self) == NULL)
    return FALSE;
  if (keyval == GDK_KEY_Escape && modifiers == 0 && cancel_paste (self))
    return TRUE;
  if (keyval == GDK_KEY_space && modifiers == 0 &&
      !kring_interaction_has_mode (canvas_input_get_interaction (self)))
    {
      self->space_used = self->space_down && self->space_used;
      self->space_down = TRUE;
      return TRUE;
    }
  return run_key (self, keyval, modifiers);
}

static void
key_released_cb (KringCanvasInput *self, guint keyval)
{
  if (keyval != GDK_KEY_space || !self->space_down)
    return;
  self->space_down = FALSE;
  if (!self->space_used && canvas_input_get_interaction (self) != NULL)
    run_key (self, GDK_KEY_space, 0);
}

static void
focus_enter_cb (KringCanvasInput *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->canvas));

  if (canvas_input_get_interaction (self) != NULL && GTK_IS_WINDOW (root))
    kring_interaction_set_focus_visible (canvas_input_get_interaction (self),
                                         gtk_window_get_focus_visible (GTK_WINDOW (root)));
}

static void
focus_leave_cb (KringCanvasInput *self)
{
  self->space_down = FALSE;
  if (canvas_input_get_interaction (self) != NULL)
    kring_interaction_set_focus_visible (canvas_input_get_interaction (self), FALSE);
}

static void
install_pointer (KringCanvasInput *self)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->drag = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->drag), 0);
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (canvas_input_drag_begin_cb),
                            self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (canvas_input_drag_update_cb),
                            self);
  g_signal_connect_swapped (self->drag, "drag-end", G_CALLBACK (canvas_input_drag_end_cb), self);
  g_signal_connect_swapped (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->drag));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (canvas_input_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (canvas_input_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (canvas_input_leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (canvas_input_scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}

static void
install_touch (KringCanvasInput *self)
{
  GtkWidget *widget = GTK_WIDGET (self->canvas);
  GtkGesture *zoom = gtk_gesture_zoom_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (zoom_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (zoom_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (zoom));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  gtk_gesture_long_press_set_delay_factor (GTK_GESTURE_LONG_PRESS (hold), 1.0);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_press_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
}

static gboolean
query_tooltip_cb (KringCanvasInput *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *tip = NULL;

  if (canvas_input_get_interaction (self) == NULL || keyboard)
    return FALSE;
  tip = kring_interaction_dup_tip (
      canvas_input_get_interaction (self),
      kring_viewport_to_map (kring_interaction_get_viewport (canvas_input_get_interaction (self)),
                             KRING_POINT_INIT (x, y)));
  gtk_tooltip_set_text (tooltip, tip);
  return tip != NULL;
}

/**
 * kring_canvas_input_new: (constructor)
 * @canvas: (not owned): which gets its ears
 *
 * Callbacks take the input first and the controller last.
 *
 * Returns: (transfer full): what hears them
 */
KringCanvasInput *
kring_canvas_input_new (KringCanvas *canvas)
{
  KringCanvasInput *self = g_new0 (KringCanvasInput, 1);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->canvas = canvas;
  install_pointer (self);
  install_touch (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->canvas), TRUE);
  g_signal_connect_swapped (canvas, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (canvas_input_key_pressed_cb), self);
  g_signal_connect_swapped (key, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), key);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), focus);
  return self;
}

void
kring_canvas_input_free (KringCanvasInput *self)
{
  g_free (self);
}
