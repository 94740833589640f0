/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Open questions and actions, in the order in which a meeting goes through them: what is open
 * first, what must be ready soonest above. Overdue is what is open on a day after the last one
 * that its date may mean. Pure functions of the map and of today. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

/* Which of them; of several conditions all must hold. */
typedef struct
{
  gboolean open;
  gboolean overdue;
  gboolean questions;
  const char *who;   /* (nullable) id of a participant who does it */
  const char *about; /* (nullable) id of an item that it is about */
} KringTaskFilter;

gboolean kring_task_is_open (KringItem *task);
gboolean kring_task_is_overdue (KringItem *task, const char *today);
gboolean kring_task_matches (KringItem *task, const KringTaskFilter *filter, const char *today);
int kring_task_compare (KringItem *a, KringItem *b);
char *
kring_task_dup_line (KringMap *map, KringItem *task, gboolean with_about) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_map_dup_tasks (KringMap *map,
                                const KringTaskFilter *filter,
                                const char *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
