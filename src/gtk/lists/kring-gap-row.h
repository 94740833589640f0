/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One prompt about what we do not know: what it is about, what could be asked, and what can be done
 * with it: make it a question, set it aside, bring it back. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/facts/kring-gaps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_GAP_ROW (kring_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (KringGapRow, kring_gap_row, KRING, GAP_ROW, GtkWidget)

GtkWidget *kring_gap_row_new (KringSession *session, gboolean narrow) G_GNUC_WARN_UNUSED_RESULT;
void kring_gap_row_set_gap (KringGapRow *self, const KringGap *gap);

void kring_gap_make_question (KringSession *session, GtkWidget *widget, const KringGap *gap);
void kring_gap_toggle_aside (KringSession *session, const KringGap *gap);

G_END_DECLS
