/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One text that tells a name, in a list: its sentence, and the choice of what becomes of it. Main
 * thread only.
 */
#pragma once

#include "gtk/sharing/kring-text-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_TEXT_ROW (kring_text_row_get_type ())
G_DECLARE_FINAL_TYPE (KringTextRow, kring_text_row, KRING, TEXT_ROW, GtkBox)

G_END_DECLS
