/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row of one line: free text, a date, an age or a number. Free text of one item goes to the map
 * with every key, as one undo step. Everything else is read when the row is left, is shown as it
 * was understood while typing, and stays on the screen when it cannot be understood.
 * Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-field-row.h"

G_BEGIN_DECLS

#define KRING_TYPE_FIELD_ROW_ENTRY (kring_field_row_entry_get_type ())
G_DECLARE_FINAL_TYPE (
    KringFieldRowEntry, kring_field_row_entry, KRING, FIELD_ROW_ENTRY, KringFieldRow)

void kring_field_row_entry_build (KringFieldRowEntry *self);

G_END_DECLS
