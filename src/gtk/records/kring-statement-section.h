/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "Statements and sources" in the inspector: what is stated about one item, each on a row that
 * unfolds to its fields. Statements that contradict each other stand side by side, and nobody judges. Says
 * whether the item's certainty follows them. Keys on a row: Enter unfolds, 1 to 5 say how sure,
 * Delete removes. Main thread only.
 */
#pragma once

#include "gtk/widgets/kring-section.h"
#include "hands/session/kring-session.h"

G_BEGIN_DECLS

#define KRING_TYPE_STATEMENT_SECTION (kring_statement_section_get_type ())
G_DECLARE_FINAL_TYPE (
    KringStatementSection, kring_statement_section, KRING, STATEMENT_SECTION, GtkBox)

GtkWidget *kring_statement_section_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_statement_section_get_row (KringStatementSection *self, const char *id);
guint kring_statement_section_get_size (KringStatementSection *self);

G_END_DECLS
