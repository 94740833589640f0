/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A question about what is selected, in one line: type it, Enter. Escape, and no words, ask
 * nothing. Belongs to one session; main thread only.
 */
#pragma once

#include "gtk/find/kring-item-popover.h"

G_BEGIN_DECLS

#define KRING_TYPE_ASK_POPOVER (kring_ask_popover_get_type ())
G_DECLARE_FINAL_TYPE (KringAskPopover, kring_ask_popover, KRING, ASK_POPOVER, KringItemPopover)

GtkWidget *kring_ask_popover_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_ask_popover_ask (KringAskPopover *self,
                            GtkWidget *parent,
                            const GdkRectangle *at,
                            GPtrArray *ids);
void kring_ask_popover_answer (KringAskPopover *self, const char *question);

G_END_DECLS
