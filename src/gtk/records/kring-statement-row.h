/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One statement in short: a sign for how it is known, the words (verbatim ones always in quotes),
 * and under them when, who said it and who heard it; at the end who brought it in. Refuted is
 * struck through. A toggle: down when its fields are shown. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_STATEMENT_ROW (kring_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (KringStatementRow, kring_statement_row, KRING, STATEMENT_ROW, GtkToggleButton)

GtkWidget *kring_statement_row_new (KringSession *session,
                                    const char *id) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_statement_row_get_id (KringStatementRow *self);
void kring_statement_row_show (KringStatementRow *self, KringItem *statement);
void kring_statement_row_set_narrow (KringStatementRow *self, gboolean narrow);
const char *kring_statement_row_get_words (KringStatementRow *self);
const char *kring_statement_row_get_details (KringStatementRow *self);

G_END_DECLS
