/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-action-keys.h"

#include "hands/interact/kring-keys.h"

typedef struct
{
  KringActionUse place;
  KringActionKeysFunc run;
  gpointer self; /* (not owned), outlives the controller */
} Keys;

static KringModifiers
action_keys_get_modifiers (GdkModifierType state)
{
  return (state & GDK_SHIFT_MASK ? KRING_MODIFIER_SHIFT : 0) |
         (state & GDK_CONTROL_MASK ? KRING_MODIFIER_CTRL : 0) |
         (state & GDK_ALT_MASK ? KRING_MODIFIER_ALT : 0);
}

static gboolean
action_keys_pressed_cb (
    GtkEventController *controller, guint key, guint code, GdkModifierType state, Keys *keys)
{
  KringModifiers modifiers = action_keys_get_modifiers (state);
  const KringAction *action = kring_keys_find (keys->place, key, modifiers);

  return action != NULL && keys->run (keys->self, action);
}

static void
action_keys_free (gpointer keys, GClosure *closure)
{
  g_free (keys);
}

/**
 * kring_action_keys_add:
 * @place: one of #KringActionUse: which keys work in @widget
 * @run: does what a key stands for
 * @self: whom @run is called with: @widget, or what it is a part of
 *
 * Returns: (transfer none): what listens to the keys
 */
GtkEventController *
kring_action_keys_add (GtkWidget *widget,
                       KringActionUse place,
                       KringActionKeysFunc run,
                       gpointer self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  Keys *keys = g_new (Keys, 1);

  *keys = (Keys){ place, run, self };
  g_signal_connect_data (controller, "key-pressed", G_CALLBACK (action_keys_pressed_cb), keys,
                         action_keys_free, 0);
  gtk_widget_add_controller (widget, controller);
  return controller;
}
