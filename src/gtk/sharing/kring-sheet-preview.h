/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheets of an export as they will be written, one at a time, and buttons that turn them.
 * Main thread only.
 */
#pragma once

#include "picture/export/kring-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_SHEET_PREVIEW (kring_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (KringSheetPreview, kring_sheet_preview, KRING, SHEET_PREVIEW, GtkBox)

void kring_sheet_preview_show (KringSheetPreview *self, KringExport *export);

G_END_DECLS
