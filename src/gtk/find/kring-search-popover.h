/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding an item by any word in any of its fields: an entry, and under it what was found, by kind.
 * Made to search the map it selects what is picked and says so with "show-item"; made to choose
 * for a field it only says so with "chosen". Property "hits" is what the words so far find, so that
 * the window can let the rest fade. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_SEARCH_POPOVER (kring_search_popover_get_type ())
G_DECLARE_FINAL_TYPE (KringSearchPopover, kring_search_popover, KRING, SEARCH_POPOVER, GtkPopover)

/* Kinds for a search of everything. */
#define KRING_SEARCH_ALL_KINDS G_MAXUINT32

GtkWidget *kring_search_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_search_popover_new_chooser (KringSession *session,
                                             guint32 kinds) G_GNUC_WARN_UNUSED_RESULT;
void kring_search_popover_set_session (KringSearchPopover *self, KringSession *session);
GHashTable *kring_search_popover_get_hits (KringSearchPopover *self);
void kring_search_popover_set_text (KringSearchPopover *self, const char *text);

G_END_DECLS
