/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-fit.h"

#define UNITS_PER_MM (96 / 25.4)

/* White around everything that is drawn, in map units. */
#define AIR 10.0

/* The share of its scale that a map may lose to have its centre in the middle. */
#define CENTRE_COST 0.08

static const double long_sides[] = { [KRING_PAPER_A4] = 297, [KRING_PAPER_A3] = 420 };
static const double short_sides[] = { [KRING_PAPER_A4] = 210, [KRING_PAPER_A3] = 297 };

static const double name_points_min[] = { [KRING_PAPER_A4] = 6.5, [KRING_PAPER_A3] = 8 };

/* On small paper the frame gives way to the map, as far as letters allow. */
static const double frame_scales[] = { [KRING_PAPER_A4] = 0.8, [KRING_PAPER_A3] = 1 };

/**
 * kring_paper_get_sheet:
 *
 * Returns: the whole sheet, from (0, 0)
 */
KringRect
kring_paper_get_sheet (KringPaper paper, gboolean landscape)
{
  double longer = long_sides[paper] * UNITS_PER_MM, shorter = short_sides[paper] * UNITS_PER_MM;

  return KRING_RECT_INIT (0, 0, landscape ? longer : shorter, landscape ? shorter : longer);
}

/**
 * kring_paper_get_frame_scale:
 *
 * Returns: how large header, legend and footer are, 1 on the largest paper
 */
double
kring_paper_get_frame_scale (KringPaper paper)
{
  return frame_scales[paper];
}

/* The smallest box around @content that has @centre in the middle. */
static KringRect
widen_around (KringRect content, KringPoint centre)
{
  double half_width = MAX (centre.x - content.x, content.x + content.width - centre.x);
  double half_height = MAX (centre.y - content.y, content.y + content.height - centre.y);

  return KRING_RECT_INIT (centre.x - half_width, centre.y - half_height, 2 * half_width,
                          2 * half_height);
}

static double
find_scale (KringRect area, KringRect content, double scale_max)
{
  return MIN (scale_max, MIN (area.width / content.width, area.height / content.height));
}

/**
 * kring_fit_inside:
 * @area: where on the page
 * @content: what of the map must be seen
 * @centre: (nullable): the point that comes in the middle, if that costs little
 * @scale_max: no larger than this
 *
 * Returns: the largest scale at which @content with some air around it lies inside @area
 */
KringFit
kring_fit_inside (KringRect area, KringRect content, const KringPoint *centre, double scale_max)
{
  KringRect wanted = kring_rect_grow (content, AIR);
  double scale = find_scale (area, wanted, scale_max);
  KringPoint middle, target = kring_rect_centre (area);

  if (centre != NULL)
    {
      KringRect wider = widen_around (wanted, *centre);

      if (find_scale (area, wider, scale_max) >= scale * (1 - CENTRE_COST))
        {
          wanted = wider;
          scale = find_scale (area, wider, scale_max);
        }
    }
  middle = kring_rect_centre (wanted);
  return (KringFit){ scale,
                     KRING_POINT_INIT (target.x - middle.x * scale, target.y - middle.y * scale) };
}

static guint
count_parts (double room, double needed)
{
  if (needed <= room)
    return 1;
  return (guint) ceil ((needed - KRING_PART_OVERLAP) / (room - KRING_PART_OVERLAP) - 1e-9);
}

/**
 * kring_fit_count_parts:
 * @area: where on every page
 * @content: what is drawn, in map units
 * @scale: how large a map unit is on the page
 *
 * Returns: into how many parts kring_fit_dup_parts () would divide the map
 */
guint
kring_fit_count_parts (KringRect area, KringRect content, double scale)
{
  KringRect wanted = kring_rect_grow (content, AIR);

  return count_parts (area.width, wanted.width * scale) *
         count_parts (area.height, wanted.height * scale);
}

/**
 * kring_fit_dup_parts:
 * @area: where on every page
 * @content: what is drawn, in map units
 * @scale: how large a map unit is on the page
 * @n_columns: (out): how many parts lie beside each other
 *
 * Divides a map that is larger than one page. Neighbours overlap, so that they can be glued.
 *
 * Returns: (transfer full) (element-type KringFit): row by row
 */
GArray *
kring_fit_dup_parts (KringRect area, KringRect content, double scale, guint *n_columns)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (KringFit));
  KringRect wanted = kring_rect_grow (content, AIR);
  guint columns = count_parts (area.width, wanted.width * scale);
  guint rows = count_parts (area.height, wanted.height * scale);
  double step_x = area.width - KRING_PART_OVERLAP, step_y = area.height - KRING_PART_OVERLAP;
  double used_width = (columns - 1) * step_x + area.width;
  double used_height = (rows - 1) * step_y + area.height;
  double left = area.x + (used_width - wanted.width * scale) / 2 - wanted.x * scale;
  double top = area.y + (used_height - wanted.height * scale) / 2 - wanted.y * scale;

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < columns; column++)
      {
        KringFit fit = { scale, KRING_POINT_INIT (left - column * step_x, top - row * step_y) };

        g_array_append_val (parts, fit);
      }
  *n_columns = columns;
  return parts;
}

/**
 * kring_fit_get_name_points:
 *
 * Returns: how large names are printed at @scale, in points
 */
double
kring_fit_get_name_points (double scale)
{
  return KRING_NAME_SIZE * scale * KRING_POINTS_PER_UNIT;
}

/**
 * kring_paper_get_name_points_min:
 *
 * Returns: the smallest that names are printed on @paper, in points: a large sheet lies further away
 */
double
kring_paper_get_name_points_min (KringPaper paper)
{
  return name_points_min[paper];
}
