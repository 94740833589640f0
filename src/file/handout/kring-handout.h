/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is handed to somebody as a map of its own, in bytes: with ids of its own, read back, and
 * searched for everything that has to stay behind. And the same search of what a sheet is drawn from.
 * Nothing is written here. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

#define KRING_HANDOUT_ERROR (kring_handout_error_quark ())

typedef enum
{
  KRING_HANDOUT_ERROR_EMPTY, /* nobody and nothing is left for this reader */
  KRING_HANDOUT_ERROR_TRACE, /* tells what has to stay behind */
  KRING_HANDOUT_ERROR_NAME,  /* the name of the file does */
} KringHandoutError;

GQuark kring_handout_error_quark (void);

gboolean
kring_handout_check (KringMap *map, const KringShareRule *rule, KringMap *part, GError **error);
gboolean kring_handout_check_name (KringMap *map,
                                   const KringShareRule *rule,
                                   const char *name,
                                   GError **error);
GBytes *kring_handout_dup_bytes (KringMap *map,
                                 const KringShareRule *rule,
                                 KringMap *part,
                                 const char *secret,
                                 const char *number,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
