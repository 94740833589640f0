/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-preferences.h"

#include "gtk/saving/kring-recent.h"

#include <glib/gi18n.h>

struct _KringPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* (owned) */
  GtkSwitch *single_keys;
  GtkSwitch *grades;
  GtkSwitch *remember_recent;
  GtkWidget *clear_button;
};

G_DEFINE_FINAL_TYPE (KringPreferences, kring_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static void
update_clear_button (KringPreferences *self)
{
  g_auto (GStrv) uris = g_settings_get_strv (self->settings, KRING_RECENT_KEY);

  gtk_widget_set_sensitive (self->clear_button, uris[0] != NULL);
}

static void
remember_changed_cb (KringPreferences *self)
{
  if (!g_settings_get_boolean (self->settings, "remember-recent"))
    kring_recent_clear (self->settings);
}

static void
preferences_clear_cb (KringPreferences *self)
{
  kring_recent_clear (self->settings);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self),
                                    adw_toast_new (_ ("The list of recent maps is empty")));
}

static void
kring_preferences_dispose (GObject *object)
{
  g_clear_object (&KRING_PREFERENCES (object)->settings);
  G_OBJECT_CLASS (kring_preferences_parent_class)->dispose (object);
}

static void
kring_preferences_class_init (KringPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, KringPreferences, single_keys);
  gtk_widget_class_bind_template_child (widget_class, KringPreferences, grades);
  gtk_widget_class_bind_template_child (widget_class, KringPreferences, remember_recent);
  gtk_widget_class_bind_template_child (widget_class, KringPreferences, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, preferences_clear_cb);
}

static void
kring_preferences_init (KringPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_preferences_new:
 * @settings: what is shown and set
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWindow *
kring_preferences_new (GSettings *settings)
{
  KringPreferences *self = g_object_new (KRING_TYPE_PREFERENCES, NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "single-keys", self->single_keys, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "grades", self->grades, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remember-recent", self->remember_recent, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::remember-recent", G_CALLBACK (remember_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" KRING_RECENT_KEY, G_CALLBACK (update_clear_button),
                           self, G_CONNECT_SWAPPED);
  update_clear_button (self);
  return GTK_WINDOW (self);
}
