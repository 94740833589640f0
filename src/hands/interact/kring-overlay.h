/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Shapes that exist only while a hand is busy: ghost ties, rubber bands, guides, handles. They are
 * drawn over the map in the selection colour, belong to no item and cannot be hit.
 * Arrays own their shapes.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

void kring_overlay_add_line (GPtrArray *shapes, KringPoint a, KringPoint b, double width);
void kring_overlay_add_dashes (GPtrArray *shapes, KringPoint a, KringPoint b, double width);
void kring_overlay_add_curve (
    GPtrArray *shapes, KringPoint a, KringPoint control, KringPoint b, double width);
void kring_overlay_add_band (GPtrArray *shapes, KringRect area, double scale);
void kring_overlay_add_polygon (GPtrArray *shapes, GArray *points, double scale);
void kring_overlay_add_dot (GPtrArray *shapes, KringPoint centre, double radius);

G_END_DECLS
