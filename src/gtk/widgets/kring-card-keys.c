/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-card-keys.h"

/* What is done without leaving the card. */
#define STAYING "win.save"

/* (transfer full) (nullable): the first action that the window has for the key. */
static char *
dup_action (GtkRoot *root, guint key, GdkModifierType state)
{
  GtkApplication *application =
      GTK_IS_WINDOW (root) ? gtk_window_get_application (GTK_WINDOW (root)) : NULL;
  g_autofree char *accel = gtk_accelerator_name (gdk_keyval_to_lower (key),
                                                 state & gtk_accelerator_get_default_mod_mask ());
  g_auto (GStrv) actions = NULL;

  if (application == NULL || !gtk_accelerator_valid (key, state))
    return NULL;
  actions = gtk_application_get_actions_for_accel (application, accel);
  return g_strdup (actions[0]);
}

/* That card and what it lies over: what opens next is no part of them. */
static void
card_keys_close_cards (GtkWidget *card)
{
  for (GtkWidget *widget = card; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_POPOVER (widget))
      gtk_popover_popdown (GTK_POPOVER (widget));
}

static gboolean
forward (GtkWidget *card, const char *action, GtkEventControllerKey *keys)
{
  g_autoptr (GtkWidget) root = g_object_ref (GTK_WIDGET (gtk_widget_get_root (card)));

  if (!g_str_equal (action, STAYING))
    card_keys_close_cards (card);
  return gtk_event_controller_key_forward (keys, root);
}

/* (transfer full) (nullable): what stands in a text that somebody types in. */
static char *
card_keys_dup_text (GtkWidget *text)
{
  char *words = NULL;

  if (GTK_IS_TEXT (text))
    words = g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));
  else if (GTK_IS_TEXT_VIEW (text))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "text", &words, NULL);
  return words;
}

/* After what has the keyboard in the card. */
static gboolean
card_keys_key_pressed_cb (
    GtkWidget *card, guint key, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  g_autofree char *action = dup_action (gtk_widget_get_root (card), key, state);

  return action != NULL && forward (card, action, keys);
}

/* A text takes the keys of undo even if it has nothing to undo: then they are the window's. */
static gboolean
undo_pressed_cb (
    GtkWidget *card, guint key, guint code, GdkModifierType state, GtkEventControllerKey *keys)
{
  GtkRoot *root = gtk_widget_get_root (card);
  GtkWidget *focus = gtk_root_get_focus (root);
  g_autofree char *action = dup_action (root, key, state);
  g_autofree char *before = focus != NULL ? card_keys_dup_text (focus) : NULL, *after = NULL;
  gboolean undo = g_strcmp0 (action, "win.undo") == 0;

  if (before == NULL || (!undo && g_strcmp0 (action, "win.redo") != 0))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (focus, undo ? "text.undo" : "text.redo", NULL);
  after = card_keys_dup_text (focus);
  if (!g_str_equal (after, before))
    return GDK_EVENT_STOP;
  forward (card, action, keys);
  return GDK_EVENT_STOP;
}

static void
card_keys_add_keys (GtkWidget *card, GtkPropagationPhase phase, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, phase);
  g_signal_connect_swapped (keys, "key-pressed", callback, card);
  gtk_widget_add_controller (card, keys);
}

static void
watch (GtkWidget *card)
{
  if (g_object_get_data (G_OBJECT (card), "kring-card-keys") != NULL)
    return;
  g_object_set_data (G_OBJECT (card), "kring-card-keys", GINT_TO_POINTER (TRUE));
  card_keys_add_keys (card, GTK_PHASE_CAPTURE, G_CALLBACK (undo_pressed_cb));
  card_keys_add_keys (card, GTK_PHASE_BUBBLE, G_CALLBACK (card_keys_key_pressed_cb));
}

static gboolean
card_keys_mapped_cb (GSignalInvocationHint *hint,
                     guint n_values,
                     const GValue *values,
                     gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_POPOVER (widget))
    watch (widget);
  return TRUE;
}

/**
 * kring_card_keys_watch:
 *
 * From now on every card that opens lets the keys of its window through. Once for the program.
 */
void
kring_card_keys_watch (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, card_keys_mapped_cb,
                              NULL, NULL);
}
