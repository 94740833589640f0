/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reason or an item in the list of what stays behind. Main thread only. */
#pragma once

#include "gtk/sharing/kring-left-line.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_LEFT_ROW (kring_left_row_get_type ())
G_DECLARE_FINAL_TYPE (KringLeftRow, kring_left_row, KRING, LEFT_ROW, GtkBox)

G_END_DECLS
