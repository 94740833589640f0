/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/time/kring-chart-private.h"

#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-icon.h"

#include <glib/gi18n-lib.h>

#define AXIS_WIDTH 1.6
#define TICK 6.0
#define RIM 1.8
#define DOTS 2.4
#define EPISODE_OPACITY 0.16
#define RANGE_OPACITY 0.14
#define WINDOW_OPACITY 0.10
#define EDGE 2.0
#define HANDLE_WIDTH 10.0
#define HANDLE_HEIGHT 28.0
#define QUOTE 15.0
#define TICK_LETTERS 11.0
#define TIE_LETTERS 10.5
#define CAP 3.5

static KringShape *
stroke_line (KringSketch *sketch,
             double x1,
             double y1,
             double x2,
             double y2,
             KringColour colour,
             double width)
{
  return kring_sketch_stroke (
      sketch, kring_path_new_line (KRING_POINT_INIT (x1, y1), KRING_POINT_INIT (x2, y2)), colour,
      width);
}

static void
chart_shapes_write_text (KringSketch *sketch,
                         KringPoint at,
                         const char *text,
                         double size,
                         KringColour colour,
                         gboolean struck)
{
  const KringTextStyle style = { size,   KRING_WEIGHT_MEDIUM, KRING_ANCHOR_START,
                                 colour, KRING_COLOUR_NONE,   struck };

  kring_sketch_text (sketch, at, text, &style);
}

/* Certainty is the dash of the rim, as on the map. */
static void
set_dash (KringShape *shape, KringCertainty certainty)
{
  if (certainty == KRING_CERTAINTY_PROBABLE)
    kring_shape_set_dash (shape, 7, 4.5);
  if (certainty != KRING_CERTAINTY_SUSPECTED && certainty != KRING_CERTAINTY_UNKNOWN)
    return;
  kring_shape_set_dash (shape, 0.1, 4.6);
  shape->width += DOTS - RIM;
  shape->round = TRUE;
}

static void
add_episodes (KringChart *self, KringSketch *sketch)
{
  double height = self->look.height - KRING_CHART_TICKS * self->look.text;
  double size = TICK_LETTERS * self->look.text;
  const char *word = C_ ("band on the timeline", "missing");

  for (guint i = 0; i < self->episodes->len; i++)
    {
      KringPeriod period = g_array_index (self->episodes, KringPeriod, i);
      double x1 = kring_time_scale_to_x (&self->look.scale, period.first);
      double x2 = period.last == G_MAXINT64
                      ? self->look.scale.width
                      : kring_time_scale_to_x (&self->look.scale, period.last);
      double room =
          sketch->measurer->width (word, size, KRING_WEIGHT_MEDIUM, sketch->measurer->data);

      kring_sketch_fill (sketch,
                         kring_path_new_rect (KRING_RECT_INIT (x1, 2, MAX (x2 - x1, 2), height), 3),
                         KRING_COLOUR_RISK)
          ->fill_opacity = EPISODE_OPACITY;
      if (x2 - x1 > room + 12)
        chart_shapes_write_text (sketch, KRING_POINT_INIT (MAX (x1, 0) + 6, height - 4), word, size,
                                 KRING_COLOUR_RISK, FALSE);
    }
}

/* (transfer full) (nullable): nothing is left out without a word. */
static char *
dup_left_out (KringChart *self)
{
  if (self->n_left_out == 0)
    return NULL;
  /* Translators: ties that do not fit on the timeline. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u tie not shown", "%u ties not shown", self->n_left_out),
      self->n_left_out);
}

static double
chart_shapes_get_width (KringChart *self, const char *text)
{
  const KringTextMeasurer *measurer = self->look.measurer;

  return measurer->width (text, TICK_LETTERS * self->look.text, KRING_WEIGHT_MEDIUM,
                          measurer->data);
}

static void
add_ticks (KringChart *self, KringSketch *sketch)
{
  double t = self->look.text, base = self->look.height - 5.5 * t, end = self->look.scale.width;
  g_autofree char *left_out = dup_left_out (self);

  if (left_out != NULL)
    {
      end -= chart_shapes_get_width (self, left_out) + 8;
      chart_shapes_write_text (sketch, KRING_POINT_INIT (end, base), left_out, TICK_LETTERS * t,
                               KRING_COLOUR_INK2, FALSE);
    }
  for (guint i = 0; i < self->ticks->len; i++)
    {
      const KringTick *tick = g_ptr_array_index (self->ticks, i);

      stroke_line (sketch, tick->x, 4, tick->x, self->look.height, KRING_COLOUR_RING_LINE, 1);
      stroke_line (sketch, tick->x, self->axis - TICK, tick->x, self->axis + TICK, KRING_COLOUR_TIE,
                   AXIS_WIDTH);
      if (left_out == NULL || tick->x + 14 + chart_shapes_get_width (self, tick->label) < end)
        chart_shapes_write_text (sketch, KRING_POINT_INIT (tick->x + 6, base), tick->label,
                                 TICK_LETTERS * t, KRING_COLOUR_INK2, FALSE);
    }
  stroke_line (sketch, 0, self->axis, self->look.scale.width, self->axis, KRING_COLOUR_TIE,
               AXIS_WIDTH);
}

static KringItem *
chart_shapes_get_item (const KringMark *mark)
{
  return g_ptr_array_index (mark->items, 0);
}

static gboolean
chart_shapes_is_refuted (const KringMark *mark)
{
  return kring_item_get_certainty (chart_shapes_get_item (mark)) == KRING_CERTAINTY_REFUTED;
}

static KringColour
get_tie_colour (const KringMark *mark)
{
  if (chart_shapes_is_refuted (mark))
    return KRING_COLOUR_GREY;
  switch (kring_item_get_choice (chart_shapes_get_item (mark), KRING_F_QUALITY))
    {
    case KRING_QUALITY_SUPPORT:
      return KRING_COLOUR_PROT;
    case KRING_QUALITY_CONTROL:
    case KRING_QUALITY_VIOLENCE:
      return KRING_COLOUR_RISK;
    default:
      return KRING_COLOUR_TIE;
    }
}

/* A line as long as the tie lasted, with a bar at an end that is known. */
static void
chart_shapes_add_tie (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  double width = MIN (2.2 * self->look.text, self->tie_height * 0.6);
  double cap = MIN (CAP * self->look.text, self->tie_height / 2);
  KringColour colour = get_tie_colour (mark);
  double x1 = MAX (mark->x1, -1), x2 = MIN (mark->x2, self->look.scale.width + 1);

  set_dash (stroke_line (sketch, x1, mark->y, MAX (x2, x1 + 2), mark->y, colour, width),
            kring_item_get_certainty (chart_shapes_get_item (mark)));
  if (mark->x1 > 0)
    stroke_line (sketch, x1, mark->y - cap, x1, mark->y + cap, colour, width);
  if (mark->x2 < self->look.scale.width)
    stroke_line (sketch, x2, mark->y - cap, x2, mark->y + cap, colour, width);
  if (mark->label != NULL)
    chart_shapes_write_text (sketch,
                             KRING_POINT_INIT (mark->label_box.x, mark->y - 3.5 * self->look.text),
                             mark->label, TIE_LETTERS * self->look.text,
                             chart_shapes_is_refuted (mark) ? KRING_COLOUR_GREY : KRING_COLOUR_INK2,
                             chart_shapes_is_refuted (mark));
}

static void
add_leader (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  KringRect box = mark->label_box;
  double foot = CLAMP (mark->at, box.x + 2, box.x + box.width - 2);
  gboolean above = box.y < self->axis;
  double radius = (KRING_CHART_RADIUS + 1) * self->look.text;

  stroke_line (sketch, mark->at, above ? self->axis - radius : self->axis + radius, foot,
               above ? box.y + box.height - 1 : box.y + 2, KRING_COLOUR_RING_TEXT, 1);
}

static void
chart_shapes_add_label (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  double t = self->look.text, size = KRING_CHART_MARK * t;
  KringParty party = kring_item_get_party (chart_shapes_get_item (mark));
  KringRect box = mark->label_box;
  KringPoint at = { box.x + (party == KRING_PARTY_TOGETHER ? 0.98 : 0.5) * size,
                    box.y + box.height / 2 };

  add_leader (self, sketch, mark);
  kring_badge_draw_mark (sketch, party, at, size);
  sketch->part = KRING_PART_LABEL;
  chart_shapes_write_text (sketch,
                           KRING_POINT_INIT (box.x + kring_chart_get_label_start (self, mark),
                                             box.y + box.height / 2 + 4 * t),
                           mark->label, KRING_CHART_LETTERS * t,
                           chart_shapes_is_refuted (mark) ? KRING_COLOUR_GREY : KRING_COLOUR_INK,
                           chart_shapes_is_refuted (mark));
}

/* A disc; of what is vague, as long as it may have been. */
static KringPath *
chart_shapes_new_outline (KringChart *self, const KringMark *mark, double grow)
{
  double radius = KRING_CHART_RADIUS * self->look.text + grow;
  KringRect box = { mark->box.x, mark->y, mark->box.width, 0 };

  if (mark->x1 == mark->x2)
    return kring_path_new_ellipse (KRING_POINT_INIT (mark->at, mark->y), radius, radius);
  box.x -= grow;
  box.width += 2 * grow;
  box.y -= radius;
  box.height = 2 * radius;
  return kring_path_new_rect (box, radius);
}

static void
chart_shapes_add_event (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  KringCertainty certainty = kring_item_get_certainty (chart_shapes_get_item (mark));
  gboolean refuted = certainty == KRING_CERTAINTY_REFUTED, vague = mark->x1 != mark->x2;
  gboolean sure = certainty == KRING_CERTAINTY_CONFIRMED;
  KringColour colour = refuted ? KRING_COLOUR_GREY : KRING_COLOUR_INK;
  double r = KRING_CHART_RADIUS * self->look.text;

  if (mark->label != NULL)
    chart_shapes_add_label (self, sketch, mark);
  sketch->part = KRING_PART_BODY;
  kring_sketch_fill (sketch, chart_shapes_new_outline (self, mark, 0.5), KRING_COLOUR_NODE);
  if (vague || sure)
    kring_sketch_fill (sketch, chart_shapes_new_outline (self, mark, 0), colour)->fill_opacity =
        vague ? RANGE_OPACITY : 1;
  set_dash (
      kring_sketch_stroke (sketch, chart_shapes_new_outline (self, mark, -RIM / 2), colour, RIM),
      certainty);
  if (refuted)
    stroke_line (sketch, mark->at - r - 2, mark->y + r + 2, mark->at + r + 2, mark->y - r - 2,
                 KRING_COLOUR_GREY, RIM);
}

/* How far what lies under one sign reaches, when that is further than the sign. */
static void
add_reach (KringSketch *sketch, const KringMark *mark, KringColour colour)
{
  if (mark->x2 - mark->x1 > mark->box.width)
    stroke_line (sketch, mark->x1, mark->y, mark->x2, mark->y, colour, 3)->stroke_opacity = 0.35;
}

static void
chart_shapes_add_words (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  double t = self->look.text, size = QUOTE * t;
  KringRect box = { mark->at - size / 2, mark->y - size / 2, size, size };
  g_autofree char *count = g_strdup_printf ("%u", mark->items->len);

  add_reach (sketch, mark, KRING_COLOUR_INK2);
  kring_sketch_fill (
      sketch, kring_path_new_ellipse (KRING_POINT_INIT (mark->at, mark->y), size * 0.6, size * 0.6),
      KRING_COLOUR_NODE);
  kring_sketch_fill (sketch, kring_icon_dup_path ("quote", box),
                     chart_shapes_is_refuted (mark) ? KRING_COLOUR_GREY : KRING_COLOUR_INK2);
  if (mark->items->len > 1)
    chart_shapes_write_text (sketch,
                             KRING_POINT_INIT (mark->at + size * 0.35, mark->y - size * 0.25),
                             count, 9 * t, KRING_COLOUR_INK, FALSE);
}

static void
chart_shapes_add_signals (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  static const KringColour colours[] = {
    [KRING_PART_RISK] = KRING_COLOUR_RISK,
    [KRING_PART_VULNERABILITY] = KRING_COLOUR_VULN,
    [KRING_PART_PROTECTIVE] = KRING_COLOUR_PROT,
  };

  KringBadgeCount count = { mark->part, mark->items->len, mark->part == KRING_PART_RISK, FALSE };

  for (guint i = 0; i < mark->items->len; i++)
    count.undergone &= kring_map_is_undergone (self->map, g_ptr_array_index (mark->items, i));
  add_reach (sketch, mark, colours[mark->part]);
  kring_badge_draw_count (sketch, &count, KRING_POINT_INIT (mark->at, mark->y),
                          KRING_CHART_COUNT * self->look.text);
}

static void
chart_shapes_add_mark (KringChart *self, KringSketch *sketch, const KringMark *mark)
{
  sketch->id = mark->id;
  sketch->part = KRING_PART_BODY;
  switch (mark->sort)
    {
    case KRING_MARK_TIE:
      chart_shapes_add_tie (self, sketch, mark);
      break;
    case KRING_MARK_EVENT:
      chart_shapes_add_event (self, sketch, mark);
      break;
    case KRING_MARK_WORDS:
      chart_shapes_add_words (self, sketch, mark);
      break;
    case KRING_MARK_SIGNALS:
    default:
      chart_shapes_add_signals (self, sketch, mark);
    }
}

static gboolean
is_selected (const KringMark *mark, GHashTable *selected)
{
  for (guint i = 0; selected != NULL && i < mark->items->len; i++)
    if (g_hash_table_contains (selected, kring_item_get_id (g_ptr_array_index (mark->items, i))))
      return TRUE;
  return FALSE;
}

static void
ring (KringChart *self, KringSketch *sketch, const KringMark *mark, double grow, KringColour colour)
{
  KringRect box = kring_rect_grow (mark->box, grow);
  double corner = mark->sort == KRING_MARK_TIE ? 3 : MIN (box.width, box.height) / 2;

  kring_sketch_stroke (sketch, kring_path_new_rect (box, corner), colour,
                       colour == KRING_COLOUR_INK ? 1.5 : 3);
}

static void
add_states (KringChart *self, KringSketch *sketch, const KringChartState *state)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const KringMark *mark = g_ptr_array_index (self->marks, i);

      if (is_selected (mark, state->selected) || mark == state->hovered)
        ring (self, sketch, mark, 4, KRING_COLOUR_SELECTION);
      if (mark == state->focused)
        ring (self, sketch, mark, 7, KRING_COLOUR_INK);
    }
}

static void
add_handle (KringChart *self, KringSketch *sketch, double x, gboolean open)
{
  KringColour colour = open ? KRING_COLOUR_RING_TEXT : KRING_COLOUR_SELECTION;
  double middle = CLAMP (x, HANDLE_WIDTH / 2, self->look.scale.width - HANDLE_WIDTH / 2);
  double bottom = self->look.height - KRING_CHART_TICKS * self->look.text;
  KringRect box = { middle - HANDLE_WIDTH / 2, self->axis - HANDLE_HEIGHT / 2, HANDLE_WIDTH,
                    HANDLE_HEIGHT };

  if (!open)
    stroke_line (sketch, middle, 2, middle, bottom, colour, EDGE);
  kring_sketch_fill (sketch, kring_path_new_rect (box, 3), colour);
}

/* What is looked at lies between two handles. */
static void
add_window (KringChart *self, KringSketch *sketch, KringPeriod window)
{
  gboolean open_start = window.first == G_MININT64, open_end = window.last == G_MAXINT64;
  double x1 = kring_chart_get_handle (self, window.first);
  double x2 = kring_chart_get_handle (self, window.last);
  double bottom = self->look.height - KRING_CHART_TICKS * self->look.text;

  if (!open_start || !open_end)
    kring_sketch_fill (sketch,
                       kring_path_new_rect (KRING_RECT_INIT (x1, 2, MAX (x2 - x1, 1), bottom), 0),
                       KRING_COLOUR_SELECTION)
        ->fill_opacity = WINDOW_OPACITY;
}

/**
 * kring_chart_dup_shapes:
 * @state: which part of time is looked at, and what is picked
 *
 * Returns: (transfer full) (element-type KringShape): everything in paint order; shapes of a mark
 *   carry the id of its first item
 */
GPtrArray *
kring_chart_dup_shapes (KringChart *self, const KringChartState *state)
{
  GPtrArray *shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, self->look.measurer, NULL, KRING_PART_NONE };

  add_window (self, &sketch, state->window);
  add_episodes (self, &sketch);
  add_ticks (self, &sketch);
  for (guint i = 0; i < self->marks->len; i++)
    chart_shapes_add_mark (self, &sketch, g_ptr_array_index (self->marks, i));
  sketch.id = NULL;
  sketch.part = KRING_PART_NONE;
  add_states (self, &sketch, state);
  add_handle (self, &sketch, kring_chart_get_handle (self, state->window.first),
              state->window.first == G_MININT64);
  add_handle (self, &sketch, kring_chart_get_handle (self, state->window.last),
              state->window.last == G_MAXINT64);
  return shapes;
}
