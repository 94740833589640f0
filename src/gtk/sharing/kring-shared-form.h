/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms in which something is shared: every format that a sheet is exported in, and a map. The
 * dialog, the chooser of files and what is told afterwards read them here. Main thread only.
 */
#pragma once

#include "gtk/widgets/kring-file-chooser.h"
#include "picture/export/kring-export-format.h"

G_BEGIN_DECLS

/* A value of KringExportFormat, or a map. */
typedef guint KringSharedForm;

#define KRING_SHARED_MAP ((KringSharedForm) KRING_N_EXPORT_FORMATS)
#define KRING_N_SHARED_FORMS (KRING_SHARED_MAP + 1)

const char *kring_shared_form_get_label (KringSharedForm form);
const char *kring_shared_form_get_button (KringSharedForm form);
KringFileType kring_shared_form_get_file_type (KringSharedForm form);
char *kring_shared_form_dup_made (KringSharedForm form, guint n_files) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
