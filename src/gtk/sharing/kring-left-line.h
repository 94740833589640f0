/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stays behind, as objects for a list: a reason with how many items it is about, and under it
 * each of these. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

#define KRING_TYPE_LEFT_LINE (kring_left_line_get_type ())
G_DECLARE_FINAL_TYPE (KringLeftLine, kring_left_line, KRING, LEFT_LINE, GObject)

GListStore *kring_left_line_new_all (KringMap *map,
                                     const KringShareReport *report) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_left_line_is_same (KringLeftLine *self, KringLeftLine *other);
KringLeftReason kring_left_line_get_reason (KringLeftLine *self);
const char *kring_left_line_get_id (KringLeftLine *self);
const char *kring_left_line_get_title (KringLeftLine *self);
GListModel *kring_left_line_get_items (KringLeftLine *self);

G_END_DECLS
