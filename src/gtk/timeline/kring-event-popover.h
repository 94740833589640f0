/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happened, and when, in one line: "12-11 missing". What is typed stays until it is noted; the
 * date is read back in full before it is. Emits "added" with the id of the new event, which is
 * selected. Belongs to one session; main thread only.
 */
#pragma once

#include "gtk/find/kring-item-popover.h"

G_BEGIN_DECLS

#define KRING_TYPE_EVENT_POPOVER (kring_event_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    KringEventPopover, kring_event_popover, KRING, EVENT_POPOVER, KringItemPopover)

GtkWidget *kring_event_popover_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_event_popover_ask (KringEventPopover *self,
                              GtkWidget *parent,
                              const GdkRectangle *at,
                              const char *when);

G_END_DECLS
