/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the scene makes shapes: paths of common forms, and a sketch, which puts shapes of one item
 * and one part into a list. For what stands on a map or around it. Paths handed in are taken over.
 * Any thread, as long as each list is used on one.
 */
#pragma once

#include "picture/marks/kring-shape.h"
#include "picture/marks/kring-text-measurer.h"

G_BEGIN_DECLS

typedef struct
{
  GPtrArray *shapes; /* (not owned) (element-type KringShape), where shapes are put */
  const KringTextMeasurer *measurer;
  const char *id; /* (nullable) interned */
  KringComponent part;
} KringSketch;

typedef struct
{
  double size;
  KringFontWeight weight;
  KringAnchor anchor;
  KringColour colour;
  KringColour halo; /* KRING_COLOUR_NONE: no halo */
  gboolean struck;
} KringTextStyle;

KringPath *kring_path_new_line (KringPoint a, KringPoint b) G_GNUC_WARN_UNUSED_RESULT;
KringPath *kring_path_new_polyline (const KringPoint *points,
                                    guint n_points) G_GNUC_WARN_UNUSED_RESULT;
KringPath *
kring_path_new_ellipse (KringPoint centre, double rx, double ry) G_GNUC_WARN_UNUSED_RESULT;
KringPath *kring_path_new_rect (KringRect rect, double corner) G_GNUC_WARN_UNUSED_RESULT;
void kring_path_quad_to (KringPath *self, KringPoint control, KringPoint end);
void kring_path_add (KringPath *self, const KringPath *other);
void kring_path_transform (KringPath *self, double scale, double dx, double dy);

KringShape *kring_sketch_fill (KringSketch *self, KringPath *path, KringColour fill);
KringShape *
kring_sketch_stroke (KringSketch *self, KringPath *path, KringColour stroke, double width);
KringShape *kring_sketch_both (
    KringSketch *self, KringPath *path, KringColour fill, KringColour stroke, double width);
KringShape *kring_sketch_label (KringSketch *self, KringRect box, double corner, KringColour fill);
KringShape *
kring_sketch_text (KringSketch *self, KringPoint at, const char *text, const KringTextStyle *style);
void kring_shape_set_dash (KringShape *self, double on, double off);
KringShape *
kring_shape_copy_moved (const KringShape *self, double dx, double dy) G_GNUC_WARN_UNUSED_RESULT;
KringShape *kring_shape_copy_scaled (const KringShape *self,
                                     double scale,
                                     KringPoint middle) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *kring_shapes_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringRect kring_shapes_get_bounds (GPtrArray *shapes);

G_END_DECLS
