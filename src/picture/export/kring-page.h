/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheets of an export, composed once and then only painted: header, map, legend and footer. A
 * map that is larger than the paper at the chosen scale gets an overview first and its parts
 * after that. On one sheet words have a smallest size; what then has no room on the map, and what a
 * long note goes on to say, stands on a list. Lists follow on sheets of their own, upright A4.
 * Composed on the main thread; painted on any one thread, with the fonts that the measurer measured
 * with.
 */
#pragma once

#include "picture/export/kring-fit.h"
#include "picture/export/kring-wording.h"
#include "picture/render/kring-painter.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

typedef struct
{
  KringPaper paper;
  KringOrientation orientation;
  double scale;        /* of the map; 0: as large as fits on one sheet */
  gboolean legend;     /* what the signs mean, below the map or beside it */
  gboolean colourless; /* the palette has no colours, so that no words name any */
} KringPageSetup;

typedef struct _KringPages KringPages;

KringPages *kring_pages_new (KringScene *scene,
                             const KringWording *wording,
                             const KringPageSetup *setup,
                             GPtrArray *lists,
                             const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
KringPages *kring_pages_new_bare (KringScene *scene,
                                  double scale,
                                  const KringWording *wording,
                                  const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
void kring_pages_free (KringPages *self);
KringRect kring_pages_get_sheet (KringPages *self, guint sheet);
const char *kring_pages_get_title (KringPages *self, guint sheet);
guint kring_pages_get_n_sheets (KringPages *self);
guint kring_pages_get_n_too_many (KringPages *self);
double kring_pages_get_map_scale (KringPages *self);
double kring_pages_get_name_points (KringPages *self);
void kring_pages_paint (KringPages *self, guint sheet, cairo_t *cr, const KringPaint *paint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringPages, kring_pages_free)

G_END_DECLS
