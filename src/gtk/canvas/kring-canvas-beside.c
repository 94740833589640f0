/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The young person's rings laid over the map, as long as somebody wants to see them beside ours. */
#include "gtk/canvas/kring-canvas-private.h"

#include "picture/youth/kring-youth-beside.h"

#include <glib/gi18n.h>

static gboolean
canvas_beside_has_rings (KringCanvas *self)
{
  return self->session != NULL && kring_youth_has_rings (kring_session_get_map (self->session));
}

static void
change_state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  KringCanvas *self = data;

  g_simple_action_set_state (action, state);
  self->beside = g_variant_get_boolean (state);
  kring_canvas_forget_beside (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->beside && !canvas_beside_has_rings (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                _ ("The young person has put nobody on a ring yet"));
  else if (self->beside && kring_canvas_get_beside (self)->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s",
                                _ ("To compare rings, lay the map out in rings first"));
}

/*
 * kring_canvas_add_beside:
 *
 * The action that lays them over the map and takes them away.
 */
void
kring_canvas_add_beside (KringCanvas *self)
{
  g_autoptr (GSimpleAction) action =
      g_simple_action_new_stateful ("beside", NULL, g_variant_new_boolean (FALSE));

  g_signal_connect_object (action, "change-state", G_CALLBACK (change_state_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/*
 * kring_canvas_forget_beside:
 *
 * They are drawn anew when next wanted.
 */
void
kring_canvas_forget_beside (KringCanvas *self)
{
  g_clear_pointer (&self->beside_shapes, g_ptr_array_unref);
}

/*
 * kring_canvas_get_beside:
 *
 * Returns: (transfer none) (nullable) (element-type KringShape): what lies over the map now
 */
GPtrArray *
kring_canvas_get_beside (KringCanvas *self)
{
  if (self->beside && self->beside_shapes == NULL)
    self->beside_shapes =
        kring_youth_dup_beside (kring_session_get_map (self->session), &self->measurer);
  return self->beside ? self->beside_shapes : NULL;
}
