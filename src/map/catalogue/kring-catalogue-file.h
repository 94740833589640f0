/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One catalogue as a file: strict reading, so that a slip of the pen is named with its line and
 * nothing half-read is ever used. The form is that of data/catalogue/signals.json.
 * Any thread.
 */
#pragma once

#include "map/catalogue/kring-catalogue-signal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define KRING_CATALOGUE_ERROR (kring_catalogue_error_quark ())

typedef enum
{
  KRING_CATALOGUE_ERROR_INVALID, /* the message names the line and what is wrong */
} KringCatalogueError;

GQuark kring_catalogue_error_quark (void);

#define KRING_CATALOGUE_BYTES_MAX (4 * 1024 * 1024)

GPtrArray *kring_catalogue_file_read (GBytes *bytes,
                                      GHashTable *categories,
                                      GHashTable *source_names,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
