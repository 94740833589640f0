/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One export: a snapshot of what may leave the house, taken when it is made, and how to write it.
 * It never changes after that, so the map may be edited on while it is written. Made on the main
 * thread; written or painted by one thread at a time, for it has one set of fonts.
 */
#pragma once

#include "map/share/kring-permitted.h"
#include "picture/export/kring-appendix.h"
#include "picture/export/kring-export-format.h"

G_BEGIN_DECLS

typedef struct
{
  KringExportFormat format;
  KringThemeId theme;
  KringPageSetup page;
  KringAppendices appendices; /* lists that follow the map, unless it is bare */
  gboolean bare;              /* the map alone, at the page's scale, or full size if that is 0 */
  gboolean unmarked;          /* bare: not even for whom it is, as for the young person */
  gboolean clear;             /* pixels: without a ground */
  double dpi;                 /* pixels per inch; 96 is one pixel per unit */
  KringShareRule rule;        /* for whom it is, and what stays behind as well */
} KringExportOptions;

/* On paper, as large as fits on A3, with a legend. */
#define KRING_EXPORT_OPTIONS_DEFAULT                                                               \
  ((KringExportOptions){ KRING_EXPORT_PDF,                                                         \
                         KRING_THEME_PRINT,                                                        \
                         { KRING_PAPER_A3, KRING_ORIENTATION_AUTO, 0, TRUE, FALSE },               \
                         0,                                                                        \
                         FALSE,                                                                    \
                         FALSE,                                                                    \
                         FALSE,                                                                    \
                         150,                                                                      \
                         { KRING_READER_JOINT, NULL, FALSE } })

#define KRING_TYPE_EXPORT (kring_export_get_type ())
G_DECLARE_FINAL_TYPE (KringExport, kring_export, KRING, EXPORT, GObject)

KringExport *kring_export_new (KringMap *map,
                               const KringExportOptions *options,
                               GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
guint kring_export_get_n_left_out (KringExport *self);
const KringShareReport *kring_export_get_report (KringExport *self);
guint kring_export_get_n_sheets (KringExport *self);
guint kring_export_get_n_files (KringExport *self);
KringRect kring_export_get_sheet (KringExport *self, guint sheet);
double kring_export_get_name_points (KringExport *self);
gboolean kring_export_is_readable (KringExport *self);

/* What makes names readable that are not. */
typedef struct
{
  double points;    /* of the smallest name */
  double least;     /* that can be read on this paper */
  double on_larger; /* points on A3; 0: it is A3, or that helps nothing */
  double scale;     /* of the map, divided over several sheets */
  guint n_sheets;   /* which it then takes; 0: that is no way out */
} KringWaysOut;

gboolean kring_export_find_ways_out (KringExport *self, KringWaysOut *ways);

void kring_export_paint (KringExport *self, guint sheet, cairo_t *cr);
gboolean kring_export_write (KringExport *self,
                             GFile *file,
                             const KringProgress *progress,
                             GCancellable *cancellable,
                             GError **error);
void kring_export_write_async (KringExport *self,
                               GFile *file,
                               const KringProgress *progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);
gboolean kring_export_write_finish (KringExport *self, GAsyncResult *result, GError **error);

char *kring_export_dup_file_name (KringExportFormat format,
                                  GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
char *kring_export_dup_name_beside (const char *map_name,
                                    const KringExportOptions *options,
                                    GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
char *kring_export_dup_sheet_name (const char *file_name, guint sheet) G_GNUC_WARN_UNUSED_RESULT;
char *kring_export_dup_names_in_the_way (KringExport *self, GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
