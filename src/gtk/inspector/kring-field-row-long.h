/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of several lines of free text. Of one item every key goes to the map, as one undo step; of
 * several items the text is written when the row is left. Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-field-row.h"

G_BEGIN_DECLS

#define KRING_TYPE_FIELD_ROW_LONG (kring_field_row_long_get_type ())
G_DECLARE_FINAL_TYPE (KringFieldRowLong, kring_field_row_long, KRING, FIELD_ROW_LONG, KringFieldRow)

G_END_DECLS
