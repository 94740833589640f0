/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was made of a map: the words that say so and where it is, and opening it in the program that
 * the system has for it. Main thread only.
 */
#pragma once

#include "picture/export/kring-export-format.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *kring_made_dup_text (GFile *file,
                           KringExportFormat format,
                           guint n_files) G_GNUC_WARN_UNUSED_RESULT;
char *kring_made_dup_uri (GFile *file, guint n_files) G_GNUC_WARN_UNUSED_RESULT;
void kring_made_open (GtkWindow *window, const char *uri);

G_END_DECLS
