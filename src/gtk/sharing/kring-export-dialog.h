/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sharing, the one way out of the house: for whom, how people are called, what goes along and in which
 * form; a preview painted from the very sheets that will be written; and what stays behind. "made"
 * says that all is on disk, and where. Main thread only.
 */
#pragma once

#include "map/filter/kring-filter-hidden.h"
#include "map/model/kring-map.h"
#include "map/share/kring-reader.h"
#include "picture/export/kring-appendix.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_EXPORT_DIALOG (kring_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KringExportDialog, kring_export_dialog, KRING, EXPORT_DIALOG, AdwWindow)

GtkWindow *kring_export_dialog_new (GtkWindow *parent,
                                    KringMap *map,
                                    KringAppendices appendices) G_GNUC_WARN_UNUSED_RESULT;
void kring_export_dialog_show (KringExportDialog *self);
void kring_export_dialog_set_origin (KringExportDialog *self, GFile *file);
void kring_export_dialog_offer_shown (KringExportDialog *self, KringFilter *filter);
void kring_export_dialog_set_reader (KringExportDialog *self, KringReader reader);
KringAppendices kring_export_dialog_get_appendices (KringExportDialog *self);

G_END_DECLS
