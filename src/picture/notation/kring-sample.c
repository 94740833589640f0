/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/notation/kring-sample.h"

#include "picture/scene/kring-tie.h"

/* How far beyond the ends of a sample the nodes lie that it would run between. */
#define BEYOND 30.0

static const double widths[] = { 1.4, 2.2, 3.6 };

static const KringGround plain_ground = { FALSE, FALSE, { 0, 0 }, { 1, 1, 1 } };

static void
draw_question (KringSketch *sketch, KringPoint at)
{
  const KringTextStyle style = {
    12.5, KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_MIDDLE, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
  };

  kring_sketch_fill (sketch, kring_path_new_ellipse (at, 8, 8), KRING_COLOUR_RING1);
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + 4.5), "?", &style);
}

/**
 * kring_sample_draw_tie:
 * @start: the left end of the line
 * @width: how long the line is, in map units; at least 40
 *
 * Draws a level tie without a label.
 */
void
kring_sample_draw_tie (KringSketch *sketch,
                       KringPoint start,
                       double width,
                       const KringTieSample *sample)
{
  gboolean refuted = sample->certainty == KRING_CERTAINTY_REFUTED;
  KringNode from = { .at = { start.x - BEYOND, start.y },
                     .form = KRING_FORM_CIRCLE,
                     .radius = BEYOND - 6,
                     .party = KRING_PARTY_NONE };
  KringNode to = from;
  KringTie tie = { .from = &from,
                   .to = &to,
                   .id = sketch->id,
                   .quality = refuted ? KRING_QUALITY_NEUTRAL : sample->quality,
                   .certainty = sample->certainty,
                   .width = refuted ? widths[0] : widths[sample->intensity],
                   .line_shapes = sketch->shapes };

  to.at.x = start.x + width + BEYOND;
  tie.arrow_to = !refuted && (sample->direction == KRING_DIRECTION_FORWARD ||
                              sample->direction == KRING_DIRECTION_BOTH);
  tie.arrow_from = !refuted && (sample->direction == KRING_DIRECTION_BACKWARD ||
                                sample->direction == KRING_DIRECTION_BOTH);
  kring_tie_route (&tie);
  kring_tie_trim (&tie);
  if (tie.body != NULL)
    {
      tie.glyph = kring_curve_get_length (tie.body) / 2;
      kring_tie_add_line (&tie, &plain_ground, sketch->measurer);
    }
  if (sample->certainty == KRING_CERTAINTY_UNKNOWN)
    draw_question (sketch, KRING_POINT_INIT (start.x + width / 2, start.y));
  g_clear_pointer (&tie.arc, kring_curve_free);
  g_clear_pointer (&tie.line, kring_curve_free);
  g_clear_pointer (&tie.body, kring_curve_free);
}

static KringForm
sample_get_form (const KringNodeSample *sample)
{
  if (sample->icon != NULL)
    return KRING_FORM_TILE;
  if (sample->sex == KRING_SEX_WOMAN)
    return KRING_FORM_CIRCLE;
  return sample->sex == KRING_SEX_MAN ? KRING_FORM_SQUARE : KRING_FORM_DIAMOND;
}

/**
 * kring_sample_draw_node:
 * @at: the middle
 * @radius: half its size, in map units
 *
 * Draws a person without an age, or a thing.
 */
void
kring_sample_draw_node (KringSketch *sketch,
                        KringPoint at,
                        double radius,
                        const KringNodeSample *sample)
{
  g_autoptr (GPtrArray) badges = kring_shapes_new ();
  KringNode node = { .id = sketch->id,
                     .at = at,
                     .form = sample_get_form (sample),
                     .radius = radius,
                     .centre = sample->centre,
                     .deceased = sample->deceased,
                     .identity_unknown = sample->identity_unknown,
                     .certainty = sample->certainty,
                     .icon = sample->icon,
                     .party = KRING_PARTY_NONE,
                     .body_shapes = kring_shapes_new (),
                     .badge_shapes = badges };

  kring_node_draw (&node, sketch->measurer);
  g_ptr_array_extend_and_steal (sketch->shapes, node.body_shapes);
}
