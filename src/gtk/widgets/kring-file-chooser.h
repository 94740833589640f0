/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Asking for a file. The only place that knows the system's file dialog. A file to save to always
 * comes back with the right ending, for a sandbox grants the exact name and no other. What is
 * chosen is kept out of the system's list of recent files. Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a file holds; the texts live as long as the program. */
typedef struct
{
  const char *label; /* not yet translated */
  const char *ending;
  const char *mime_type;
  const char *heading; /* (nullable), not yet translated: what is asked when it is saved */
} KringFileType;

extern const KringFileType kring_file_type_map;
extern const KringFileType kring_file_type_catalogue;

void kring_file_chooser_open_async (GtkWindow *parent,
                                    const KringFileType *type,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
void kring_file_chooser_save_async (GtkWindow *parent,
                                    const KringFileType *type,
                                    const char *name,
                                    GFile *folder,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
GFile *kring_file_chooser_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_file_chooser_is_passed_on (GFile *folder);

char *kring_file_type_dup_name (const KringFileType *type,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
