/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-chart-private.h"

#include "gtk/timeline/kring-time-handle.h"
#include "gtk/timeline/kring-time-window.h"
#include "gtk/widgets/kring-spoken.h"

#include <math.h>

/* A press that goes no further than this is a click, in pixels. */
#define STILL 5.0
#define ZOOM_STEP 1.25
#define SCROLL_PIXELS 50.0
/* Of what is shown, with one key. */
#define PAN_PART 0.2

/* The ends of the period, without open ones. */
static KringPeriod
get_closed (KringTimeChart *self, KringPeriod window)
{
  return (KringPeriod){ window.first == G_MININT64 ? self->extent.first : window.first,
                        window.last == G_MAXINT64 ? self->extent.last : window.last };
}

static void
set_window (KringTimeChart *self, KringPeriod window)
{
  gint64 step = kring_time_scale_get_step (&self->scale);

  kring_time_window_set (self->session, kring_time_window_snap (window, step, self->extent));
}

static gint64
to_minute (KringTimeChart *self, double x)
{
  return kring_time_scale_to_minute (&self->scale, x);
}

static void
select_mark (KringTimeChart *self, const KringMark *mark)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < mark->items->len; i++)
    g_ptr_array_add (ids, (gpointer) kring_item_get_id (g_ptr_array_index (mark->items, i)));
  self->focused = mark->id;
  kring_selection_set_all (kring_session_get_selection (self->session), ids);
}

static void
time_chart_input_click (KringTimeChart *self, double x, double y, gint n_press)
{
  const KringMark *mark = kring_chart_hit (kring_time_chart_get_chart (self), x, y);

  if (mark != NULL)
    select_mark (self, mark);
  if (mark != NULL && n_press == 2)
    kring_time_chart_inspect (self);
  if (mark == NULL && n_press == 2)
    kring_time_chart_add (self, x);
}

static void
time_chart_input_pressed_cb (KringTimeChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
released_cb (KringTimeChart *self, int n_press, double x, double y)
{
  if (fabs (x - self->drag_x) < STILL)
    time_chart_input_click (self, x, y, n_press);
}

static void
time_chart_input_drag_begin_cb (KringTimeChart *self, double x)
{
  KringPeriod window = kring_time_window_get (self->session);
  gint64 at = to_minute (self, x);
  gboolean limited = window.first != G_MININT64 || window.last != G_MAXINT64;

  self->drag_x = x;
  self->drag_window = get_closed (self, window);
  self->drag = limited && at >= window.first && at <= window.last ? KRING_TIME_DRAG_MOVE
                                                                  : KRING_TIME_DRAG_DRAW;
}

/* As long as it was, and never beyond what there is. */
static void
move_window (KringTimeChart *self, gint64 by)
{
  KringPeriod window = self->drag_window;
  gint64 most = MAX (self->extent.last - window.last, 0);
  gint64 least = MIN (self->extent.first - window.first, 0);

  by = CLAMP (by, least, most);
  set_window (self, (KringPeriod){ window.first + by, window.last + by });
}

static void
time_chart_input_drag_update_cb (KringTimeChart *self, double dx)
{
  gint64 from = to_minute (self, self->drag_x), to = to_minute (self, self->drag_x + dx);

  if (self->drag == KRING_TIME_DRAG_NONE || fabs (dx) < STILL)
    return;
  if (self->drag == KRING_TIME_DRAG_MOVE)
    move_window (self, to - from);
  else
    set_window (self, (KringPeriod){ MIN (from, to), MAX (from, to) });
}

static void
time_chart_input_drag_end_cb (KringTimeChart *self)
{
  self->drag = KRING_TIME_DRAG_NONE;
}

static void
handle_begin_cb (KringTimeChart *self)
{
  self->drag_window = get_closed (self, kring_time_window_get (self->session));
}

/* One end goes where it is wanted; it does not pass the other one. */
static void
set_end (KringTimeChart *self, gboolean last, gint64 minute)
{
  KringPeriod window = kring_time_window_get (self->session);
  gint64 step = kring_time_scale_get_step (&self->scale);

  if (last)
    window.last = MAX (minute, window.first != G_MININT64 ? window.first + step - 1 : minute);
  else
    window.first = MIN (minute, window.last != G_MAXINT64 ? window.last - step + 1 : minute);
  set_window (self, window);
}

static void
handle_drag_cb (KringTimeChart *self, double dx, GtkWidget *handle)
{
  gboolean last = handle == self->handles[1];
  gint64 minute = last ? self->drag_window.last : self->drag_window.first;
  /* A handle that stands at the edge, because its end is out of sight, starts from there. */
  double x = CLAMP (kring_time_scale_to_x (&self->scale, minute), 0, self->scale.width);

  set_end (self, last, to_minute (self, x + dx));
}

static void
handle_step_cb (KringTimeChart *self, int steps, GtkWidget *handle)
{
  KringPeriod window = get_closed (self, kring_time_window_get (self->session));
  gboolean last = handle == self->handles[1];
  gint64 minute =
      (last ? window.last : window.first) + steps * kring_time_scale_get_step (&self->scale);

  set_end (self, last, minute);
  kring_time_chart_reveal (self, CLAMP (minute, self->extent.first, self->extent.last));
}

static void
handle_open_cb (KringTimeChart *self, GtkWidget *handle)
{
  KringPeriod window = kring_time_window_get (self->session);

  if (handle == self->handles[0])
    window.first = G_MININT64;
  else
    window.last = G_MAXINT64;
  kring_time_window_set (self->session, window);
}

static void
handle_clicked_cb (KringTimeChart *self, double x, double y, GtkWidget *handle)
{
  graphene_point_t point;

  if (gtk_widget_compute_point (handle, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &point))
    time_chart_input_click (self, point.x, point.y, 1);
}

static void
set_hovered (KringTimeChart *self, const KringMark *mark)
{
  if (self->hovered == mark)
    return;
  self->hovered = mark;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != NULL ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
time_chart_input_motion_cb (KringTimeChart *self, double x, double y)
{
  self->pointer_x = x;
  set_hovered (self, kring_chart_hit (kring_time_chart_get_chart (self), x, y));
}

static void
time_chart_input_leave_cb (KringTimeChart *self)
{
  set_hovered (self, NULL);
}

static void
zoom (KringTimeChart *self, double factor, double x)
{
  self->shows_all = FALSE;
  kring_time_scale_zoom (&self->scale, factor, x);
  kring_time_chart_shown (self);
}

static void
pan (KringTimeChart *self, double pixels)
{
  self->shows_all = FALSE;
  kring_time_scale_pan (&self->scale, pixels);
  kring_time_chart_shown (self);
}

/* An event of the wheel has no place of its own: with Ctrl it looks closer where the pointer is. */
static gboolean
time_chart_input_scroll_cb (KringTimeChart *self, double dx, double dy, GtkEventController *scroll)
{
  if (gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK)
    zoom (self, pow (ZOOM_STEP, -dy), self->pointer_x);
  else
    pan (self, (dx + dy) * SCROLL_PIXELS);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (KringTimeChart *self)
{
  self->drag = KRING_TIME_DRAG_NONE;
  self->zoom_span = kring_time_scale_get_span (&self->scale);
}

static void
pinch_cb (KringTimeChart *self, double scale, GtkGesture *gesture)
{
  double x = self->scale.width / 2, y;

  gtk_gesture_get_bounding_box_center (gesture, &x, &y);
  zoom (self, scale * kring_time_scale_get_span (&self->scale) / self->zoom_span, x);
}

/* What comes next of all that lies outside; brought into sight. */
static const KringMark *
step_outside (KringTimeChart *self, int step)
{
  g_autoptr (GPtrArray) items = kring_map_dup_timeline (kring_session_get_map (self->session));
  gint64 nearest = step > 0 ? G_MAXINT64 : G_MININT64;
  KringItem *next = NULL;
  GPtrArray *marks;

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      KringPeriod period;

      if (kring_item_is (item, KRING_KIND_TIE) || !kring_timeline_get_period (item, &period) ||
          !(step > 0 ? period.first > self->scale.last && period.first < nearest
                     : period.last < self->scale.first && period.last > nearest))
        continue;
      nearest = step > 0 ? period.first : period.last;
      next = item;
    }
  if (next == NULL)
    return NULL;
  kring_time_chart_reveal (self, nearest);
  marks = kring_chart_get_marks (kring_time_chart_get_chart (self));
  for (guint i = 0; i < marks->len; i++)
    if (g_ptr_array_find (((KringMark *) g_ptr_array_index (marks, i))->items, next, NULL))
      return g_ptr_array_index (marks, i);
  return NULL;
}

/* The keyboard goes to the next thing in time; what lies outside is brought into sight. */
static gboolean
time_chart_input_step_focus (KringTimeChart *self, int step)
{
  KringChart *chart = kring_time_chart_get_chart (self);
  const KringMark *mark = kring_chart_step (chart, self->focused, step);
  g_autofree char *text = NULL;
  gint64 minute;

  if (mark == NULL && self->focused == NULL)
    mark = kring_chart_step (chart, NULL, 1);
  if (mark == NULL)
    mark = step_outside (self, step);
  if (mark == NULL)
    return GDK_EVENT_STOP;
  self->focused = mark->id;
  minute = to_minute (self, mark->at);
  text = kring_mark_dup_text (kring_session_get_map (self->session), mark);
  kring_spoken_describe (GTK_WIDGET (self), text);
  kring_time_chart_reveal (self, CLAMP (minute, self->extent.first, self->extent.last));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

static const KringMark *
get_focused (KringTimeChart *self)
{
  return self->focused != NULL
             ? kring_chart_step (kring_time_chart_get_chart (self), self->focused, 0)
             : NULL;
}

static gboolean
add_beside_focused (KringTimeChart *self)
{
  const KringMark *mark = get_focused (self);

  kring_time_chart_add (self, mark != NULL ? mark->at : self->scale.width / 2);
  return GDK_EVENT_STOP;
}

static gboolean
choose_focused (KringTimeChart *self)
{
  const KringMark *mark = get_focused (self);

  if (mark == NULL)
    return GDK_EVENT_PROPAGATE;
  select_mark (self, mark);
  kring_time_chart_inspect (self);
  return GDK_EVENT_STOP;
}

static gboolean
time_chart_input_key_pressed_cb (KringTimeChart *self, guint key, guint code, GdkModifierType state)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
      if (!control)
        return time_chart_input_step_focus (self, key == GDK_KEY_Left ? -1 : 1);
      pan (self, (key == GDK_KEY_Left ? -PAN_PART : PAN_PART) * self->scale.width);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      if (control)
        return GDK_EVENT_PROPAGATE;
      zoom (self, key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract ? 1 / ZOOM_STEP : ZOOM_STEP,
            self->scale.width / 2);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
      kring_time_chart_show_all (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return choose_focused (self);
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      return add_beside_focused (self);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
connect (KringTimeChart *self, gpointer controller, const char *signal, GCallback callback)
{
  g_signal_connect_object (controller, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
add_gestures (KringTimeChart *self)
{
  GtkGesture *click_gesture = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  connect (self, click_gesture, "pressed", G_CALLBACK (time_chart_input_pressed_cb));
  connect (self, click_gesture, "released", G_CALLBACK (released_cb));
  connect (self, drag, "drag-begin", G_CALLBACK (time_chart_input_drag_begin_cb));
  connect (self, drag, "drag-update", G_CALLBACK (time_chart_input_drag_update_cb));
  connect (self, drag, "drag-end", G_CALLBACK (time_chart_input_drag_end_cb));
  connect (self, pinch, "begin", G_CALLBACK (pinch_begin_cb));
  connect (self, pinch, "scale-changed", G_CALLBACK (pinch_cb));
  gtk_gesture_group (click_gesture, drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click_gesture));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}

/*
 * kring_time_chart_install_input:
 *
 * Has the line of time take what pointer, fingers and keys ask of it.
 */
void
kring_time_chart_install_input (KringTimeChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  connect (self, motion, "enter", G_CALLBACK (time_chart_input_motion_cb));
  connect (self, motion, "motion", G_CALLBACK (time_chart_input_motion_cb));
  connect (self, motion, "leave", G_CALLBACK (time_chart_input_leave_cb));
  connect (self, keys, "key-pressed", G_CALLBACK (time_chart_input_key_pressed_cb));
  connect (self, scroll, "scroll", G_CALLBACK (time_chart_input_scroll_cb));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  add_gestures (self);
  for (guint i = 0; i < 2; i++)
    {
      connect (self, self->handles[i], "drag-begin", G_CALLBACK (handle_begin_cb));
      connect (self, self->handles[i], "drag", G_CALLBACK (handle_drag_cb));
      connect (self, self->handles[i], "step", G_CALLBACK (handle_step_cb));
      connect (self, self->handles[i], "open", G_CALLBACK (handle_open_cb));
      connect (self, self->handles[i], "clicked", G_CALLBACK (handle_clicked_cb));
    }
}
