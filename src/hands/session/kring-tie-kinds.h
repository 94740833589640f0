/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which kinds of tie are offered first when one is drawn: what this map uses already between such
 * ends, then what is usual between them; and which of all kinds somebody is typing. Pure functions;
 * main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

char **kring_tie_kinds_dup_usual (KringMap *map, const char *from, const char *to, guint n)
    G_GNUC_WARN_UNUSED_RESULT;
char **kring_tie_kinds_dup_matching (KringMap *map,
                                     const char *from,
                                     const char *to,
                                     const char *typed,
                                     guint n) G_GNUC_WARN_UNUSED_RESULT;
KringCertainty kring_tie_kinds_get_certainty (const char *kind);

G_END_DECLS
