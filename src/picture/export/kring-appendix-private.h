/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shared by the files that fill the lists: one function a list, and cells that more than one of them
 * has. Only reads the map, which has to be the copy that may leave the house. For the files of this
 * room. Main thread only.
 */
#pragma once

#include "picture/export/kring-appendix.h"

G_BEGIN_DECLS

/* Fills a list with @title from @map; @today is a day in the written form. */
typedef KringList *(*KringAppendixFunc) (const char *title, KringMap *map, const char *today);

KringList *kring_appendix_new_persons (const char *title,
                                       KringMap *map,
                                       const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_things (const char *title,
                                      KringMap *map,
                                      const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_signals (const char *title,
                                       KringMap *map,
                                       const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_statements (const char *title,
                                          KringMap *map,
                                          const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_tasks (const char *title,
                                     KringMap *map,
                                     const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_timeline (const char *title,
                                        KringMap *map,
                                        const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringList *kring_appendix_new_participants (const char *title,
                                            KringMap *map,
                                            const char *today) G_GNUC_WARN_UNUSED_RESULT;

KringSign kring_appendix_get_sign (KringMap *map, KringItem *item);
char *kring_appendix_dup_value (KringMap *map, KringItem *item, const char *field_name);
char *kring_appendix_take_joined (const char *separator, char *first, char *second);
void kring_appendix_take_text (KringListCell *cell, char *text);
void
kring_appendix_fill_value (KringListCell *cell, KringMap *map, KringItem *item, const char *name);
void kring_appendix_fill_party (KringListCell *cell, KringMap *map, KringItem *item);
char *kring_appendix_dup_audience (KringMap *map, KringItem *item);

G_END_DECLS
