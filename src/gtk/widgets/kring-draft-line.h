/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line to add something with keeps what was typed in it for what it is about, until it is added,
 * or thrown away by Escape. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_draft_line_follow (GtkWidget *line, KringSession *session, KringDraftBox box);
void kring_draft_line_set_about (GtkWidget *line, const char *id);

G_END_DECLS
