/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One moment of the story of the case: when, what, and where that comes from. What was refuted is
 * struck through. It only shows; read aloud as one sentence. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_STORY_ROW (kring_story_row_get_type ())
G_DECLARE_FINAL_TYPE (KringStoryRow, kring_story_row, KRING, STORY_ROW, GtkBox)

GtkWidget *kring_story_row_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
void kring_story_row_set_item (KringStoryRow *self, KringItem *item);
GtkListItemFactory *kring_story_row_new_factory (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;
KringItem *kring_story_row_get_item (KringStoryRow *self);
void kring_story_row_set_fact (KringStoryRow *self, KringItem *fact);
char *kring_story_dup_spoken (KringMap *map, KringItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
