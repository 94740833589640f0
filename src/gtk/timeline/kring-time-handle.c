/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-handle.h"

#include <glib/gi18n-lib.h>

/* So many steps at once with Page Up and Page Down. */
#define PAGE 7
/* A press that goes no further than this is a click, in pixels. */
#define STILL 4.0

struct _KringTimeHandle
{
  GtkWidget parent_instance;

  gboolean end; /* the last moment, not the first */
  gboolean moved;
  double start; /* where a drag began, in pixels of what it lies on */
};

enum
{
  DRAG_BEGIN,
  DRAG,
  STEP,
  OPEN,
  CLICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTimeHandle, kring_time_handle, GTK_TYPE_WIDGET)

/* A handle moves while it is dragged: only what it lies on stands still. */
static double
time_handle_get_place (KringTimeHandle *self, double x)
{
  graphene_point_t place;
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (!gtk_widget_compute_point (GTK_WIDGET (self), parent, &GRAPHENE_POINT_INIT (x, 0), &place))
    return x;
  return place.x;
}

static void
time_handle_drag_begin_cb (KringTimeHandle *self, double x, double y, GtkGesture *drag)
{
  self->moved = FALSE;
  /* What it lies on must not take the press too. */
  gtk_gesture_set_state (drag, GTK_EVENT_SEQUENCE_CLAIMED);
  self->start = time_handle_get_place (self, x);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[DRAG_BEGIN], 0);
}

static void
time_handle_drag_update_cb (KringTimeHandle *self, double offset, double dy, GtkGestureDrag *drag)
{
  double x, y, dx;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  dx = time_handle_get_place (self, x + offset) - self->start;
  if (!self->moved && ABS (dx) < STILL)
    return;
  self->moved = TRUE;
  g_signal_emit (self, signals[DRAG], 0, dx);
}

static void
time_handle_drag_end_cb (KringTimeHandle *self, double dx, double dy, GtkGestureDrag *drag)
{
  double x, y;

  if (!self->moved && gtk_gesture_drag_get_start_point (drag, &x, &y))
    g_signal_emit (self, signals[CLICKED], 0, x, y);
}

static int
get_step (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Down:
      return -1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
      return 1;
    case GDK_KEY_Page_Down:
      return -PAGE;
    case GDK_KEY_Page_Up:
      return PAGE;
    default:
      return 0;
    }
}

static gboolean
time_handle_key_pressed_cb (KringTimeHandle *self, guint key)
{
  int step = get_step (key);

  if (step != 0)
    g_signal_emit (self, signals[STEP], 0, step);
  else if (key == (self->end ? GDK_KEY_End : GDK_KEY_Home) || key == GDK_KEY_Delete)
    g_signal_emit (self, signals[OPEN], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
kring_time_handle_class_init (KringTimeHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "timehandle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);

  /**
   * KringTimeHandle::drag-begin:
   *
   * A drag begins.
   */
  signals[DRAG_BEGIN] = g_signal_new ("drag-begin", KRING_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KringTimeHandle::drag:
   * @dx: pixels since the drag began
   *
   * It is being dragged.
   */
  signals[DRAG] = g_signal_new ("drag", KRING_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  /**
   * KringTimeHandle::step:
   * @steps: how many steps later; less than 0: earlier
   *
   * It is moved with the keyboard.
   */
  signals[STEP] = g_signal_new ("step", KRING_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * KringTimeHandle::open:
   *
   * There should be no end on this side.
   */
  signals[OPEN] = g_signal_new ("open", KRING_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  /**
   * KringTimeHandle::clicked:
   * @x: in pixels of the handle
   * @y: in pixels of the handle
   *
   * It was pressed and let go: what lies under it was meant.
   */
  signals[CLICKED] = g_signal_new ("clicked", KRING_TYPE_TIME_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
kring_time_handle_init (KringTimeHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (time_handle_drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (time_handle_drag_update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (time_handle_drag_end_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (time_handle_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kring_time_handle_new: (constructor)
 * @end: whether it holds the last moment instead of the first
 *
 * Returns: (transfer floating): a handle
 */
GtkWidget *
kring_time_handle_new (gboolean end)
{
  KringTimeHandle *self = g_object_new (KRING_TYPE_TIME_HANDLE, NULL);

  self->end = end;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  end ? _ ("End of the period") : _ ("Beginning of the period"),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 1.0, -1);
  return GTK_WIDGET (self);
}

/**
 * kring_time_handle_tell:
 * @part: where it stands on the whole line, 0 to 1
 * @text: the moment, for people
 *
 * Says to screen readers where it stands.
 */
void
kring_time_handle_tell (KringTimeHandle *self, double part, const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, part,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}
