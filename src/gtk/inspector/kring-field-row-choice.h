/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row in which something is chosen: a switch for yes and no, drawn samples for what the map
 * shows, a menu for the rest. Every choice is one undo step, for all items that are shown.
 * Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-field-row.h"

G_BEGIN_DECLS

#define KRING_TYPE_FIELD_ROW_CHOICE (kring_field_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (
    KringFieldRowChoice, kring_field_row_choice, KRING, FIELD_ROW_CHOICE, KringFieldRow)

void kring_field_row_choice_build (KringFieldRowChoice *self);

G_END_DECLS
