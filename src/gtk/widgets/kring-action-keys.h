/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the rows of actions, on a widget that is one of their places. Main thread only. */
#pragma once

#include "hands/interact/kring-actions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Does it; returns whether there was anything to do. */
typedef gboolean (*KringActionKeysFunc) (gpointer self, const KringAction *action);

GtkEventController *kring_action_keys_add (GtkWidget *widget,
                                           KringActionUse place,
                                           KringActionKeysFunc run,
                                           gpointer self);

G_END_DECLS
