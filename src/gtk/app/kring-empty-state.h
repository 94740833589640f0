/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is seen when nothing is open yet: a new map, opening one, the example, and what was open
 * before. It only activates actions of the application. Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_EMPTY_STATE (kring_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (KringEmptyState, kring_empty_state, KRING, EMPTY_STATE, AdwBin)

GtkWidget *kring_empty_state_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
