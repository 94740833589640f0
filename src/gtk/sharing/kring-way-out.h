/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Says how small the names of a sheet are if they are too small, with a button for every way out of
 * that: several sheets, larger paper. Else it is hidden. Main thread only.
 */
#pragma once

#include "picture/export/kring-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_WAY_OUT (kring_way_out_get_type ())
G_DECLARE_FINAL_TYPE (KringWayOut, kring_way_out, KRING, WAY_OUT, GtkBox)

void kring_way_out_show (KringWayOut *self, KringExport *export);

G_END_DECLS
