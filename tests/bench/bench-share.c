/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-share FILE: in milliseconds, the best of a few runs: what may go to care, with whole names, with
 * initials and with codes; the search of what would be written for what has to stay behind; and the PDF
 * of what may go, with all lists.
 */
#include "file/document/kring-document.h"
#include "map/share/kring-permitted.h"
#include "picture/export/kring-export.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define RUNS 3

typedef struct
{
  KringMap *map;
  KringShareRule rule;
  KringMap *part; /* (owned) */
  GFile *file;
} Bench;

static void
make_part (Bench *self)
{
  g_clear_object (&self->part);
  self->part = kring_share_dup_part (self->map, &self->rule, NULL);
}

static void
find_trace (Bench *self)
{
  g_autofree char *trace = kring_share_find_trace (self->map, &self->rule, self->part);

  g_assert_null (trace);
}

static void
write_pdf (Bench *self)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (KringExport) export = NULL;
  g_autoptr (GError) error = NULL;

  options.rule = self->rule;
  options.appendices = (1 << KRING_N_APPENDICES) - 1;
  export = kring_export_new (self->map, &options, now);
  kring_export_write (export, self->file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
measure (const char *name, void (*step) (Bench *), Bench *self)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      step (self);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  printf ("%s %.3f\n", name, best / 1000.0);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "share.pdf", NULL);
  g_autoptr (GFile) input = g_file_new_for_commandline_arg (argv[argc - 1]);
  g_autoptr (GError) error = NULL;
  g_autoptr (KringDocument) document = kring_document_open (input, NULL, &error);
  Bench self = { .rule = { KRING_READER_CARE } };

  g_assert_no_error (error);
  self.map = kring_document_get_map (document);
  self.file = g_file_new_for_path (path);
  for (KringNameForm form = 0; form < KRING_N_NAMES; form++)
    {
      const char *name = kring_name_form_get_name (form);
      g_autofree char *found = g_strdup_printf ("%s-part", name);
      g_autofree char *searched = g_strdup_printf ("%s-search", name);

      self.rule.names = form;
      measure (found, make_part, &self);
      measure (searched, find_trace, &self);
    }
  self.rule.names = KRING_NAMES_FULL;
  measure ("pdf", write_pdf, &self);
  g_unlink (path);
  g_rmdir (folder);
  g_object_unref (self.file);
  g_object_unref (self.part);
  return 0;
}
