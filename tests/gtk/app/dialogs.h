/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions that a window puts, and how they are answered. */
#pragma once

#include "fixture.h"

G_BEGIN_DECLS

GtkWindow *dialogs_find_window (GType type);
gboolean dialogs_has_window (gpointer type);
AdwMessageDialog *dialogs_find (void);
gboolean dialogs_is_asking (gpointer heading);
void dialogs_answer (const char *response);
gboolean dialogs_is_gone (gpointer pointer);

G_END_DECLS
