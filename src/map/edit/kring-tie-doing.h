/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Kinds of tie in which one does something to the other, as in "ronselt": they bring a direction,
 * from the doer to the other, and a quality. Constant data, and what follows when the kind of a tie
 * changes.
 */
#pragma once

#include "map/edit/kring-editor.h"

G_BEGIN_DECLS

typedef struct
{
  KringDirection direction; /* forward, or none where nobody is the doer */
  KringQuality quality;
} KringTieDoing;

KringTieDoing kring_tie_doing_find (const char *kind);
void kring_tie_doing_follow (KringEditor *editor, KringItem *tie, const char *before);

G_END_DECLS
