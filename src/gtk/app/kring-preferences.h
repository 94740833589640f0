/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The few things that can be set: single keys, and the list of recent maps. Bound to the settings;
 * nothing to confirm. Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_PREFERENCES (kring_preferences_get_type ())
G_DECLARE_FINAL_TYPE (KringPreferences, kring_preferences, KRING, PREFERENCES, AdwPreferencesWindow)

GtkWindow *kring_preferences_new (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
