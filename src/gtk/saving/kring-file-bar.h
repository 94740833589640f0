/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the window warns about below its header, as long as it is so: that the file was changed by
 * somebody else or is gone, and that no copy of what is not saved can be kept. Emits "open-other"
 * when the other version is wanted. Main thread only.
 */
#pragma once

#include "file/document/kring-recovery.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_FILE_BAR (kring_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (KringFileBar, kring_file_bar, KRING, FILE_BAR, GtkBox)

void kring_file_bar_watch (KringFileBar *self, KringRecovery *recovery);
void kring_file_bar_warn (KringFileBar *self, gboolean gone);
void kring_file_bar_hide (KringFileBar *self);
void kring_file_bar_set_narrow (KringFileBar *self, gboolean narrow);

G_END_DECLS
