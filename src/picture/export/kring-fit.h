/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a map lies on paper: the size of a sheet, the largest scale at which everything fits, where
 * the parts of a larger map begin, and when letters become too small to read. Plain values and
 * pure functions, in units of 1/96 inch.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

/* Points per unit. */
#define KRING_POINTS_PER_UNIT 0.75

/* How large names are on the map. */
#define KRING_NAME_SIZE 13.0

/* So much too small is as good: a page of words that gave way would cost more than it gives. */
#define KRING_NAMES_NEARLY 1.03

/* A small map becomes this much larger than life at most. */
#define KRING_SCALE_MAX 1.5

/* What two neighbouring parts of a map show both. */
#define KRING_PART_OVERLAP 38.0

typedef enum
{
  KRING_PAPER_A4,
  KRING_PAPER_A3,
} KringPaper;

typedef enum
{
  KRING_ORIENTATION_AUTO, /* whichever shows the map larger */
  KRING_ORIENTATION_PORTRAIT,
  KRING_ORIENTATION_LANDSCAPE,
} KringOrientation;

/* page = offset + map * scale */
typedef struct
{
  double scale;
  KringPoint offset;
} KringFit;

KringRect kring_paper_get_sheet (KringPaper paper, gboolean landscape);
double kring_paper_get_frame_scale (KringPaper paper);

KringFit
kring_fit_inside (KringRect area, KringRect content, const KringPoint *centre, double scale_max);
guint kring_fit_count_parts (KringRect area, KringRect content, double scale);
GArray *kring_fit_dup_parts (KringRect area, KringRect content, double scale, guint *n_columns)
    G_GNUC_WARN_UNUSED_RESULT;
double kring_fit_get_name_points (double scale);
double kring_paper_get_name_points_min (KringPaper paper);

G_END_DECLS
