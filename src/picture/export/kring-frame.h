/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands around the map on a sheet, as shapes: a header with the warning in a box, a slim
 * header for the parts of a large map, and a footer. Laid out from (0, 0) to the right and down,
 * in units of 1/96 inch before any scaling. Text wraps; it is never cut.
 */
#pragma once

#include "picture/export/kring-wording.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

typedef struct
{
  const KringWording *wording;
  const KringTextMeasurer *measurer;
  double width; /* of the sheet between its margins */
  GPtrArray
      *cut; /* (not owned) (nullable) (element-type utf8), gets what is too long for a header */
} KringFrame;

GPtrArray *kring_frame_dup_header (const KringFrame *self,
                                   double *height) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_frame_dup_slim_header (const KringFrame *self,
                                        const char *part,
                                        double *height) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_frame_dup_footer (const KringFrame *self,
                                   guint sheet,
                                   guint n_sheets,
                                   double *height) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_frame_dup_mark (const KringFrame *self, KringRect *size) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_frame_dup_rule (const KringFrame *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
