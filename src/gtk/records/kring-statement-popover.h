/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is known about an item, in one go: verbatim words, or what was seen or thought. Text that
 * begins with a quotation mark is words by itself. Enter notes it, Shift+Enter stays for the next.
 * It invites to write down, never to ask. Belongs to one session; main thread only.
 */
#pragma once

#include "gtk/find/kring-item-popover.h"

G_BEGIN_DECLS

#define KRING_TYPE_STATEMENT_POPOVER (kring_statement_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    KringStatementPopover, kring_statement_popover, KRING, STATEMENT_POPOVER, KringItemPopover)

GtkWidget *kring_statement_popover_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_statement_popover_ask (KringStatementPopover *self,
                                  GtkWidget *parent,
                                  const GdkRectangle *at,
                                  GPtrArray *ids);
void kring_statement_popover_set_text (KringStatementPopover *self, const char *text);
KringStatementForm kring_statement_popover_get_form (KringStatementPopover *self);

G_END_DECLS
