/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The story of the case: everything with a date in the order of time, one row a moment. What is
 * selected in it is what is selected on the map, both ways.
 * Emits "inspect" when the details of the selection are wanted. Main thread only.
 */
#pragma once

#include "gtk/lists/kring-list-page.h"

G_BEGIN_DECLS

#define KRING_TYPE_STORY_LIST (kring_story_list_get_type ())
G_DECLARE_FINAL_TYPE (KringStoryList, kring_story_list, KRING, STORY_LIST, KringListPage)

GtkWidget *kring_story_list_new (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
