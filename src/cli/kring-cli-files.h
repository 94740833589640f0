/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is typed where a file is meant: a path, whatever letters are in it, or `-` for the standard
 * streams. A file that exists is only replaced by those who say so. Names are printed so that
 * nothing in them steers a terminal.
 */
#pragma once

#include "file/document/kring-document.h"
#include "picture/export/kring-export.h"

G_BEGIN_DECLS

/* Said to all who would write over a file. */
#define KRING_CLI_FORCE_ENTRY(VALUE)                                                               \
  {                                                                                                \
    "force", 'f', 0, G_OPTION_ARG_NONE, VALUE, N_ ("Replace a file that is there already"), NULL   \
  }

gboolean kring_cli_is_stream (const char *typed);
GFile *kring_cli_dup_file (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
char *kring_cli_dup_name (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

gboolean kring_cli_is_same_file (const char *a, const char *b);
void kring_cli_complain (const char *typed, const GError *error);
gboolean kring_cli_may_write (const char *typed, const char *input, gboolean force);
gboolean kring_cli_may_write_sheets (KringExport *export, const char *typed, gboolean force);

GBytes *kring_cli_read (const char *typed, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_cli_put (const void *data, gsize size);
void kring_cli_close_output (void);
gboolean kring_cli_write (const char *typed, GBytes *bytes, GError **error);
KringDocument *kring_cli_open (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_cli_save (KringDocument *document, const char *typed, GError **error);

G_END_DECLS
