/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-tie.h"

#include <string.h>

/* How far ties stay outside the outline of their ends, and away from marks. */
#define PAD 6.0
#define PAD_SEAT 15.5
#define PAD_LABEL 3.0

/* How far parallel ties lie apart, and how many are drawn before the rest becomes a pill. */
#define FAN 18.0
#define FAN_MAX 4
#define FAN_SHOWN 3

/* What stands is wider than a person by as much as its radius is more than this, in map units. */
#define PERSON 25.0

#define STEP 0.5
#define SHORTEST 4.0

static const double widths[] = { 1.4, 2.2, 3.6 };

static double
get_number (KringItem *item, const char *field)
{
  return kring_item_get_named (item, field) != NULL ? kring_item_get_number (item, field) : NAN;
}

static void
read_direction (KringTie *self)
{
  KringDirection direction = kring_item_get_choice (self->item, KRING_F_DIRECTION);
  gboolean power =
      self->quality == KRING_QUALITY_CONTROL || self->quality == KRING_QUALITY_VIOLENCE;

  if (self->certainty == KRING_CERTAINTY_REFUTED)
    return;
  /* Control and violence always come from somebody. */
  if (power && direction == KRING_DIRECTION_NONE)
    direction = KRING_DIRECTION_FORWARD;
  self->arrow_from = direction == KRING_DIRECTION_BACKWARD || direction == KRING_DIRECTION_BOTH;
  self->arrow_to = direction == KRING_DIRECTION_FORWARD || direction == KRING_DIRECTION_BOTH;
}

/**
 * kring_tie_new: (constructor)
 * @known: what is known about it
 * @from: (transfer none): outlives the tie
 * @to: (transfer none): outlives the tie
 *
 * Returns: (transfer full): how the tie @item looks, without a course and shapes yet
 */
KringTie *
kring_tie_new (KringItem *item,
               KringRecordCounts known,
               KringNode *from,
               KringNode *to,
               const KringSceneOptions *options,
               const KringTextMeasurer *measurer)
{
  KringTie *self = g_new0 (KringTie, 1);

  self->id = kring_item_get_id (item);
  self->item = g_object_ref (item);
  self->from = from;
  self->to = to;
  self->certainty = kring_item_get_certainty (item);
  self->party = kring_item_get_party (item);
  if (self->certainty != KRING_CERTAINTY_REFUTED)
    self->known = known;
  self->width = widths[kring_item_get_choice (item, KRING_F_INTENSITY)];
  self->quality = kring_item_get_choice (item, KRING_F_QUALITY);
  self->plain = from->form == KRING_FORM_NOTE || to->form == KRING_FORM_NOTE;
  if (self->certainty == KRING_CERTAINTY_REFUTED)
    {
      self->quality = KRING_QUALITY_NEUTRAL;
      self->width = widths[0];
    }
  self->bend = get_number (item, KRING_F_BEND);
  self->label_at = get_number (item, KRING_F_LABEL_AT);
  if (!self->plain)
    read_direction (self);
  kring_tie_label_read (self, options, measurer);
  self->line_shapes = kring_shapes_new ();
  self->label_shapes = kring_shapes_new ();
  return self;
}

void
kring_tie_free (KringTie *self)
{
  g_clear_pointer (&self->arc, kring_curve_free);
  g_clear_pointer (&self->line, kring_curve_free);
  g_clear_pointer (&self->body, kring_curve_free);
  g_strfreev (self->words);
  g_ptr_array_unref (self->line_shapes);
  g_ptr_array_unref (self->label_shapes);
  g_object_unref (self->item);
  g_free (self);
}

/**
 * kring_tie_route:
 *
 * Lays the arc from middle to middle.
 */
void
kring_tie_route (KringTie *self)
{
  g_clear_pointer (&self->arc, kring_curve_free);
  self->arc = kring_curve_new_arc (self->from->at, self->to->at, self->curve, self->lean);
}

/* Labels below and above belong to the outline; ties stop there. */
static gboolean
is_in_label (const KringNode *node, KringPoint point)
{
  KringRect box;

  if (node->label.seat != KRING_SEAT_BELOW && node->label.seat != KRING_SEAT_ABOVE)
    return FALSE;
  box = kring_node_label_get_box (node, node->label.seat);
  if (kring_rect_is_empty (box))
    return FALSE;
  box = KRING_RECT_INIT (box.x - PAD_LABEL, box.y - 4, box.width + 2 * PAD_LABEL, box.height + 8);
  return kring_rect_contains (box, point);
}

static gboolean
is_near_seat (const KringPoint *seats, guint n_seats, KringPoint point)
{
  for (guint i = 0; i < n_seats; i++)
    if (kring_point_distance (seats[i], point) < PAD_SEAT)
      return TRUE;
  return FALSE;
}

/* How much is cut off at an end: sign 1 from the start on, -1 from the end back. */
static double
get_cut (const KringTie *self, const KringNode *node, int sign)
{
  double length = kring_curve_get_length (self->arc), cut = 0;
  KringPoint seats[KRING_NODE_N_SEATS];
  guint n_seats = kring_node_get_seats (node, 1, seats);

  for (; cut < length - SHORTEST; cut += STEP)
    {
      KringPoint point = kring_curve_at (self->arc, sign > 0 ? cut : length - cut, NULL);

      if (!kring_node_contains (node, point, PAD) && !is_in_label (node, point) &&
          !is_near_seat (seats, n_seats, point))
        break;
    }
  return cut;
}

/* The measure of arrowheads, in map units. */
static double
get_head (const KringTie *self)
{
  return 5.2 + 1.5 * self->width;
}

/**
 * kring_tie_trim:
 *
 * Cuts the arc to the part that is drawn. Where the ends leave no room nothing is left.
 */
void
kring_tie_trim (KringTie *self)
{
  double length = kring_curve_get_length (self->arc);
  double from = get_cut (self, self->from, 1), to = length - get_cut (self, self->to, -1);
  double head = get_head (self) * 0.9;

  g_clear_pointer (&self->line, kring_curve_free);
  g_clear_pointer (&self->body, kring_curve_free);
  if (to - from < SHORTEST)
    return;
  self->line = kring_curve_cut (self->arc, from, to);
  self->body = kring_curve_cut (self->line, self->arrow_from ? head : 0,
                                to - from - (self->arrow_to ? head : 0));
}

/**
 * kring_tie_has_glyph:
 *
 * Returns: whether a sign stands on the line, which a label must not cover
 */
gboolean
kring_tie_has_glyph (const KringTie *self)
{
  return self->quality == KRING_QUALITY_SUPPORT || self->quality == KRING_QUALITY_DISTANT ||
         self->quality == KRING_QUALITY_BROKEN || self->quality == KRING_QUALITY_VIOLENCE ||
         self->certainty == KRING_CERTAINTY_REFUTED;
}

static KringColour
get_colour (const KringTie *self)
{
  if (self->plain)
    return KRING_COLOUR_INK2;
  if (self->certainty == KRING_CERTAINTY_REFUTED)
    return KRING_COLOUR_GREY;
  if (self->quality == KRING_QUALITY_CONTROL || self->quality == KRING_QUALITY_VIOLENCE)
    return KRING_COLOUR_RISK;
  return self->quality == KRING_QUALITY_SUPPORT ? KRING_COLOUR_PROT : KRING_COLOUR_TIE;
}

static gboolean
is_dotted (const KringTie *self)
{
  return self->certainty == KRING_CERTAINTY_SUSPECTED || self->certainty == KRING_CERTAINTY_UNKNOWN;
}

/* A part of the line: round joins, and the dash of its certainty. */
static void
draw_part (const KringTie *self, KringSketch *sketch, KringPath *path, double width)
{
  double scale = MAX (1, self->width / 2.2);
  KringShape *shape = kring_sketch_stroke (sketch, path, get_colour (self), width);

  if (is_dotted (self))
    kring_shape_set_dash (shape, 0.1, MAX (4.8, 2.3 * self->width));
  else if (self->certainty == KRING_CERTAINTY_PROBABLE)
    kring_shape_set_dash (shape, 9 * scale, 6 * scale);
}

static void
draw_cut (const KringTie *self, KringSketch *sketch, double from, double to, double width)
{
  g_autoptr (KringCurve) part = NULL;

  if (to - from < 1)
    return;
  part = kring_curve_cut (self->body, from, to);
  draw_part (self, sketch, kring_curve_dup_path (part), width);
}

/* A point of a glyph: along the tie, and to its right. */
static KringPoint
offset (KringPoint at, KringPoint direction, double along, double right)
{
  return KRING_POINT_INIT (at.x + direction.x * along - direction.y * right,
                           at.y + direction.y * along + direction.x * right);
}

static void
draw_bar (
    const KringTie *self, KringSketch *sketch, KringPoint at, KringPoint direction, double half)
{
  double width = half > 8.2 ? 3 : 2.2;
  KringPath *path =
      kring_path_new_line (offset (at, direction, 0, -half), offset (at, direction, 0, half));

  kring_sketch_stroke (sketch, path, get_colour (self), width)->round = TRUE;
}

/* Two arcs that turn away from each other. */
static void
draw_distance (const KringTie *self, KringSketch *sketch)
{
  for (int sign = -1; sign <= 1; sign += 2)
    {
      KringPoint direction;
      KringPoint at = kring_curve_at (self->body, self->glyph + sign * 7, &direction);
      KringPath *path = kring_path_new ();
      KringPoint start = offset (at, direction, sign * 3.2, 6);

      kring_path_move_to (path, start.x, start.y);
      kring_path_quad_to (path, offset (at, direction, sign * -3, 0),
                          offset (at, direction, sign * 3.2, -6));
      kring_sketch_stroke (sketch, path, get_colour (self), 1.8)->round = TRUE;
    }
}

static void
draw_break (const KringTie *self, KringSketch *sketch)
{
  for (int sign = -1; sign <= 1; sign += 2)
    {
      KringPoint direction;
      KringPoint at = kring_curve_at (self->body, self->glyph + sign * 5, &direction);

      draw_bar (self, sketch, at, direction, 8);
    }
}

static void
draw_plus (const KringTie *self, KringSketch *sketch, const KringGround *ground)
{
  KringPoint at = kring_curve_at (self->body, self->glyph, NULL);
  KringPath *plus = kring_path_new_line (KRING_POINT_INIT (at.x - 3.6, at.y),
                                         KRING_POINT_INIT (at.x + 3.6, at.y));
  g_autoptr (KringPath) upright = kring_path_new_line (KRING_POINT_INIT (at.x, at.y - 3.6),
                                                       KRING_POINT_INIT (at.x, at.y + 3.6));

  kring_path_add (plus, upright);
  kring_sketch_both (sketch, kring_path_new_ellipse (at, 7.5, 7.5),
                     kring_ground_get_colour (ground, at), KRING_COLOUR_PROT, 1.8);
  kring_sketch_stroke (sketch, plus, KRING_COLOUR_PROT, 1.9);
}

static void
draw_lightning (const KringTie *self, KringSketch *sketch, const KringGround *ground)
{
  static const KringPoint corners[] = { { 1.6, -5.4 }, { -3, 0.6 },   { 0, 0.6 },
                                        { -1.6, 5.4 }, { 3.2, -0.8 }, { 0, -0.8 } };
  KringPoint at = kring_curve_at (self->body, self->glyph, NULL);
  KringPath *path = kring_path_new_polyline (corners, G_N_ELEMENTS (corners));

  kring_path_close (path);
  kring_path_transform (path, 1, at.x, at.y);
  kring_sketch_both (sketch, kring_path_new_ellipse (at, 8.5, 8.5),
                     kring_ground_get_colour (ground, at), KRING_COLOUR_RISK, 1.8);
  kring_sketch_fill (sketch, path, KRING_COLOUR_RISK);
}

/* Two slanted strokes: this is not so. */
static void
draw_refutation (const KringTie *self, KringSketch *sketch)
{
  KringPoint direction;
  KringPoint at = kring_curve_at (self->body, self->glyph, &direction);

  for (int k = -4; k <= 4; k += 8)
    kring_sketch_stroke (
        sketch,
        kring_path_new_line (offset (at, direction, k + 4, 7), offset (at, direction, k - 4, -7)),
        KRING_COLOUR_GREY, 1.8);
}

/* A single line, with a hole for the glyphs that stand in one. */
static void
draw_single (const KringTie *self, KringSketch *sketch, double width)
{
  double length = kring_curve_get_length (self->body), half = 0;

  if (self->quality == KRING_QUALITY_DISTANT)
    half = 7;
  else if (self->quality == KRING_QUALITY_BROKEN)
    half = 5;
  if (half == 0)
    {
      draw_part (self, sketch, kring_curve_dup_path (self->body), width);
      return;
    }
  draw_cut (self, sketch, 0, self->glyph - half, width);
  draw_cut (self, sketch, self->glyph + half, length, width);
}

static void
draw_body (const KringTie *self, KringSketch *sketch)
{
  double width = self->plain ? 1 : self->width + (is_dotted (self) ? 0.7 : 0);
  double apart = 2.6 + 0.25 * self->width;

  switch (self->quality)
    {
    case KRING_QUALITY_CLOSE:
      for (int sign = 1; sign >= -1; sign -= 2)
        draw_part (self, sketch, kring_curve_dup_beside (self->body, sign * apart),
                   MAX (1.3, width * 0.72));
      break;
    case KRING_QUALITY_TENSE:
      draw_part (self, sketch, kring_curve_dup_wave (self->body, 3.4, 17, FALSE), width);
      break;
    case KRING_QUALITY_CONFLICT:
    case KRING_QUALITY_VIOLENCE:
      draw_part (self, sketch, kring_curve_dup_wave (self->body, 4.6, 11, TRUE), width);
      break;
    default:
      draw_single (self, sketch, width);
    }
}

static void
draw_glyph (const KringTie *self, KringSketch *sketch, const KringGround *ground)
{
  if (self->certainty == KRING_CERTAINTY_REFUTED)
    draw_refutation (self, sketch);
  else if (self->quality == KRING_QUALITY_SUPPORT)
    draw_plus (self, sketch, ground);
  else if (self->quality == KRING_QUALITY_DISTANT)
    draw_distance (self, sketch);
  else if (self->quality == KRING_QUALITY_BROKEN)
    draw_break (self, sketch);
  else if (self->quality == KRING_QUALITY_VIOLENCE)
    draw_lightning (self, sketch, ground);
}

/* The head at the start (sign -1) or the end (sign 1) of the line. */
static void
draw_head (const KringTie *self, KringSketch *sketch, int sign)
{
  double length = kring_curve_get_length (self->line), h = get_head (self);
  KringPoint direction;
  KringPoint tip = kring_curve_at (self->line, sign > 0 ? length : 0, &direction);
  KringPath *path = kring_path_new ();
  KringPoint back[3];

  direction = KRING_POINT_INIT (direction.x * sign, direction.y * sign);
  back[0] = offset (tip, direction, -1.15 * h, 0.52 * h);
  back[1] = offset (tip, direction, -0.86 * h, 0);
  back[2] = offset (tip, direction, -1.15 * h, -0.52 * h);
  kring_path_move_to (path, tip.x, tip.y);
  for (guint i = 0; i < 3; i++)
    kring_path_line_to (path, back[i].x, back[i].y);
  kring_path_close (path);
  kring_sketch_both (sketch, path, get_colour (self), get_colour (self), 1)->round = TRUE;
  if (self->quality == KRING_QUALITY_CONTROL)
    {
      double behind = 1.15 * h + 5.5;

      tip = kring_curve_at (self->line, sign > 0 ? length - behind : behind, &direction);
      draw_bar (self, sketch, tip, direction, 8.5);
    }
}

/**
 * kring_tie_add_line:
 *
 * Adds the line, its glyph and its arrowheads to the shapes of the line.
 */
void
kring_tie_add_line (const KringTie *self,
                    const KringGround *ground,
                    const KringTextMeasurer *measurer)
{
  KringSketch sketch = { self->line_shapes, measurer, self->id, KRING_PART_BODY };

  if (self->hidden || self->more > 0 || self->body == NULL)
    return;
  draw_body (self, &sketch);
  if (self->plain)
    return;
  draw_glyph (self, &sketch, ground);
  if (self->arrow_from)
    draw_head (self, &sketch, -1);
  if (self->arrow_to)
    draw_head (self, &sketch, 1);
}

static gboolean
is_turned (const KringTie *tie)
{
  return strcmp (tie->from->id, tie->to->id) > 0;
}

static int
compare_parallel (gconstpointer pa, gconstpointer pb)
{
  const KringTie *a = *(const KringTie *const *) pa, *b = *(const KringTie *const *) pb;
  gboolean a_turned = is_turned (a), b_turned = is_turned (b);
  int order = strcmp (a_turned ? a->to->id : a->from->id, b_turned ? b->to->id : b->from->id);

  if (order == 0)
    order = strcmp (a_turned ? a->from->id : a->to->id, b_turned ? b->from->id : b->to->id);
  if (order == 0)
    order = g_strcmp0 (kring_item_get_text (a->item, KRING_F_KIND),
                       kring_item_get_text (b->item, KRING_F_KIND));
  return order != 0 ? order : strcmp (a->id, b->id);
}

static gboolean
are_parallel (const KringTie *a, const KringTie *b)
{
  return (a->from == b->from && a->to == b->to) || (a->from == b->to && a->to == b->from);
}

/* The bend of one of count parallel ties, seen from the end with the lesser id. */
static double
get_fan (guint index, guint count)
{
  guint shown = count > FAN_MAX ? FAN_SHOWN : count;

  return (index - (shown - 1) / 2.0) * FAN;
}

/* Gives a tie its place among count parallel ones, which all bend further by as much. */
static void
spread_one (KringTie *tie, guint index, guint count, KringBend further)
{
  guint shown = count > FAN_MAX ? FAN_SHOWN : count;
  double curve = (get_fan (index, count) + further.out) * (is_turned (tie) ? -1 : 1);
  double lean = further.lean;
  gboolean hidden = index > shown;
  guint more = index == shown && count > shown ? count - shown : 0;

  if (!isnan (tie->bend) && more == 0)
    {
      curve = tie->bend;
      lean = 0;
    }
  if (tie->arc == NULL || tie->curve != curve || tie->lean != lean || tie->hidden != hidden ||
      tie->more != more)
    tie->routed = FALSE;
  tie->further = further;
  tie->n_parallel = count;
  tie->curve = curve;
  tie->lean = lean;
  tie->hidden = hidden;
  tie->more = more;
}

/* By how much parallel ties bend further than by themselves, so that none runs behind a third. The
 * same ones answer as the last time where nobody went or came. */
static KringBend
get_further (KringClearance *people, GPtrArray *sorted, guint start, guint end)
{
  const KringTie *tie = g_ptr_array_index (sorted, start);
  const KringNode *a = is_turned (tie) ? tie->to : tie->from;
  const KringNode *b = is_turned (tie) ? tie->from : tie->to;
  g_autoptr (GArray) bends = g_array_new (FALSE, FALSE, sizeof (double));
  double widest = kring_clearance_get_widest (people);
  gboolean known = TRUE;

  for (guint k = start; k < end; k++)
    {
      KringTie *one = g_ptr_array_index (sorted, k);
      double bend = get_fan (k - start, end - start);

      known &= one->n_parallel == end - start && one->widest == widest;
      one->widest = widest;
      if (isnan (one->bend) && (end - start <= FAN_MAX || k - start <= FAN_SHOWN))
        g_array_append_val (bends, bend);
    }
  if (bends->len == 0)
    return (KringBend){ 0, 0 };
  return known && !kring_clearance_is_disturbed (people, a->at, b->at, bends)
             ? tie->further
             : kring_clearance_find_way (people, a->at, b->at, bends);
}

/* Notes lie over ties and hide them. */
static KringClearance *
new_clearance (GPtrArray *nodes)
{
  KringClearance *people = kring_clearance_new ();

  for (guint i = 0; i < nodes->len; i++)
    {
      const KringNode *node = g_ptr_array_index (nodes, i);

      if (node->form != KRING_FORM_NOTE)
        kring_clearance_add (people, node->at, MAX (0, node->radius - PERSON));
    }
  return people;
}

/**
 * kring_ties_spread:
 * @ties: (element-type KringTie): all of a drawing
 * @nodes: (element-type KringNode): all of a drawing
 * @moved: (nullable) (element-type KringStander): who went or came since the last time
 *
 * Says how every tie bends: as its hand says, else beside those parallel to it, and further where it
 * would run behind somebody who is not one of its ends. That depends on where people stand and on
 * nothing else: it is drawn and not written down, so it goes when the reason goes.
 *
 * Returns: how many ways were looked for
 */
guint
kring_ties_spread (GPtrArray *ties, GPtrArray *nodes, const GArray *moved)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (ties, NULL, NULL);
  g_autoptr (KringClearance) people = new_clearance (nodes);
  guint start = 0;

  for (guint i = 0; moved != NULL && i < moved->len; i++)
    kring_clearance_add_moved (people, g_array_index (moved, KringStander, i).at);
  g_ptr_array_sort (sorted, compare_parallel);
  for (guint i = 1; i <= sorted->len; i++)
    {
      KringBend further;

      if (i < sorted->len &&
          are_parallel (g_ptr_array_index (sorted, start), g_ptr_array_index (sorted, i)))
        continue;
      further = get_further (people, sorted, start, i);
      for (guint k = start; k < i; k++)
        spread_one (g_ptr_array_index (sorted, k), k - start, i - start, further);
      start = i;
    }
  return kring_clearance_get_n_ways (people);
}
