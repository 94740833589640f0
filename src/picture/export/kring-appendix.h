/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists that may follow the map on paper: who is on it and why, what is on it, signals,
 * statements, questions and actions, the timeline, and who brought all this together. They say what the map that is printed says and nothing else, so whoever hands in
 * the copy that may leave the house gets lists that may. Lists, in the order of the map or of time:
 * nothing is added up. What the drawing itself had no room for is a list too, which nobody has to
 * ask for. Pure functions of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/export/kring-list.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_APPENDIX_PERSONS = 1 << 0,
  KRING_APPENDIX_THINGS = 1 << 1,
  KRING_APPENDIX_SIGNALS = 1 << 2,
  KRING_APPENDIX_STATEMENTS = 1 << 3,
  KRING_APPENDIX_TASKS = 1 << 4,
  KRING_APPENDIX_TIMELINE = 1 << 5,
  KRING_APPENDIX_PARTICIPANTS = 1 << 6,
} KringAppendices;

#define KRING_N_APPENDICES 7

gboolean kring_appendices_parse (const char *names, KringAppendices *appendices, char **unknown);
const char *kring_appendix_get_title (guint index);
KringList *kring_appendix_new_cut (KringScene *scene, GPtrArray *header) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_appendices_dup_lists (KringAppendices appendices,
                                       KringMap *map,
                                       const char *today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
