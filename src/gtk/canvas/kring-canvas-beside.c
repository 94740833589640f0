/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-beside.h"

#include "gtk/canvas/kring-canvas-picture.h"
#include "picture/youth/kring-youth-beside.h"

#include <glib/gi18n.h>

struct _KringCanvasBeside
{
  KringCanvas *canvas;   /* (not owned) */
  GSimpleAction *action; /* (owned) */
  gboolean shown;
  GPtrArray *shapes; /* (owned) (nullable) (element-type KringShape), as long as they hold */
};

static gboolean
canvas_beside_has_rings (KringCanvasBeside *self)
{
  return kring_canvas_get_session (self->canvas) != NULL &&
         kring_youth_has_rings (kring_session_get_map (kring_canvas_get_session (self->canvas)));
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  KringCanvasBeside *self = data;

  g_simple_action_set_state (action, state);
  self->shown = g_variant_get_boolean (state);
  kring_canvas_beside_forget (self);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  if (self->shown && !canvas_beside_has_rings (self))
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.tell", "s",
                                _ ("The young person has put nobody on a ring yet"));
  else if (self->shown && kring_canvas_beside_get_shapes (self)->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.tell", "s",
                                _ ("To compare rings, lay the map out in rings first"));
}

/**
 * kring_canvas_beside_new: (constructor)
 * @canvas: (not owned): over which they are laid
 * @actions: where the action is added that lays them there and takes them away
 *
 * Returns: (transfer full): what lays them there, with nothing laid yet
 */
KringCanvasBeside *
kring_canvas_beside_new (KringCanvas *canvas, GActionMap *actions)
{
  KringCanvasBeside *self = g_new0 (KringCanvasBeside, 1);
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("beside", NULL, g_variant_new_boolean (FALSE));

  self->canvas = canvas;
  self->action = g_object_ref (action);
  g_signal_connect (action, "change-state", G_CALLBACK (change_state_cb), self);
  g_action_map_add_action (actions, G_ACTION (action));
  return self;
}

void
kring_canvas_beside_free (KringCanvasBeside *self)
{
  g_signal_handlers_disconnect_by_data (self->action, self);
  g_object_unref (self->action);
  kring_canvas_beside_forget (self);
  g_free (self);
}

/**
 * kring_canvas_beside_forget:
 *
 * They are drawn anew when next wanted.
 */
void
kring_canvas_beside_forget (KringCanvasBeside *self)
{
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
}

/**
 * kring_canvas_beside_get_shapes:
 *
 * Returns: (transfer none) (nullable) (element-type KringShape): what lies over the map now
 */
GPtrArray *
kring_canvas_beside_get_shapes (KringCanvasBeside *self)
{
  KringTextMeasurer measurer;

  if (self->shown && self->shapes == NULL)
    {
      measurer = kring_canvas_picture_get_measurer (kring_canvas_get_picture (self->canvas));
      self->shapes = kring_youth_dup_beside (
          kring_session_get_map (kring_canvas_get_session (self->canvas)), &measurer);
    }
  return self->shown ? self->shapes : NULL;
}
