/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-frame.h"

#include "picture/marks/kring-sketch.h"

/*
 * A wide header:                                  A narrow one:
 *
 *   title            Meeting   ...  ┌─────────┐     title           ┌─────────┐
 *   purpose          Version   ...  │ warning │     purpose, ground │ warning │
 *   ground           Present   ...  └─────────┘     Meeting   ...   └─────────┘
 *   ─────────────────────────────────────────────   ───────────────────────────
 */
#define WIDE 1200.0
#define MIDDLE_AT 0.49 /* where the rows begin in a wide header, share of the width */
#define GAP 24.0
#define BOX_SHARE 0.22
#define BOX_MIN 230.0
#define BOX_MAX 330.0
#define BOX_PADDING 18.0
#define BOX_RADIUS 8.0
#define LABEL_GAP 16.0

/* A title longer than this stands on the first sheet only, and a name of a case in no footer, or
 * else no room would be left on the sheet. */
#define SHORT_LINES_MAX 4

/* What is longer goes on in the lists, or a header would leave no room for the map. */
#define TITLE_LINES_MAX 3
#define LINES_MAX 3
#define VALUE_LINES_MAX 8

typedef struct
{
  double size;
  KringFontWeight weight;
  KringColour colour;
  double leading; /* from baseline to baseline */
} Style;

static const Style title_style = { 27, KRING_WEIGHT_SEMIBOLD, KRING_COLOUR_INK, 32 };
static const Style line_style = { 12.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 18 };
static const Style label_style = { 12, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 16 };
static const Style value_style = { 12, KRING_WEIGHT_MEDIUM, KRING_COLOUR_INK, 16 };
static const Style warning_style = { 15, KRING_WEIGHT_SEMIBOLD, KRING_COLOUR_INK, 19 };
static const Style instruction_style = { 11.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 17 };
static const Style term_style = { 11.5, KRING_WEIGHT_MEDIUM, KRING_COLOUR_INK, 15 };
static const Style footer_style = { 10.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 14 };
static const Style slim_title_style = { 15, KRING_WEIGHT_SEMIBOLD, KRING_COLOUR_INK, 19 };
static const Style slim_style = { 11.5, KRING_WEIGHT_MEDIUM, KRING_COLOUR_INK, 15 };

static double
frame_measure (const KringFrame *self, const char *text, const Style *style)
{
  return self->measurer->width (text, style->size, style->weight, self->measurer->data);
}

static KringSketch
frame_begin (const KringFrame *self, GPtrArray *shapes)
{
  return (KringSketch){ shapes, self->measurer, NULL, KRING_PART_NONE };
}

/* Text with its baseline at @at. */
static void
frame_add_text (GPtrArray *shapes,
                const KringFrame *self,
                const char *text,
                const Style *style,
                KringPoint at,
                KringAnchor anchor)
{
  const KringTextStyle look = {
    style->size, style->weight, anchor, style->colour, KRING_COLOUR_NONE, FALSE,
  };
  KringSketch sketch = frame_begin (self, shapes);

  if (*text != '\0')
    kring_sketch_text (&sketch, at, text, &look);
}

/* Wrapped text from the first baseline at @at down; returns the last baseline. */
static double
add_paragraph (GPtrArray *shapes,
               const KringFrame *self,
               const char *text,
               const Style *style,
               KringPoint at,
               double width)
{
  g_auto (GStrv) lines = kring_text_wrap (self->measurer, text, width, style->size, style->weight);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      at.y += i > 0 ? style->leading : 0;
      frame_add_text (shapes, self, lines[i], style, at, KRING_ANCHOR_START);
    }
  return at.y;
}

/* The same, as far as it may go; what is longer is told to whoever wants to know. */
static double
add_limited (GPtrArray *shapes,
             const KringFrame *self,
             const char *text,
             const Style *style,
             KringPoint at,
             double width,
             guint max_lines)
{
  g_auto (GStrv) lines = kring_text_wrap (self->measurer, text, width, style->size, style->weight);
  gboolean cut = g_strv_length (lines) > max_lines;

  if (cut && self->cut != NULL)
    g_ptr_array_add (self->cut, g_strdup (text));
  for (guint i = 0; lines[i] != NULL && i < max_lines; i++)
    {
      g_autofree char *last =
          cut && i + 1 == max_lines
              ? kring_text_shorten (self->measurer, lines[i], width, style->size, style->weight)
              : NULL;

      at.y += i > 0 ? style->leading : 0;
      frame_add_text (shapes, self, last != NULL ? last : lines[i], style, at, KRING_ANCHOR_START);
    }
  return at.y;
}

static gboolean
is_short (const KringFrame *self, const char *text, const Style *style, double width)
{
  g_auto (GStrv) lines = kring_text_wrap (self->measurer, text, width, style->size, style->weight);

  return g_strv_length (lines) <= SHORT_LINES_MAX;
}

static void
add_box (GPtrArray *shapes, const KringFrame *self, KringRect box)
{
  KringSketch sketch = frame_begin (self, shapes);

  kring_sketch_stroke (&sketch, kring_path_new_rect (box, BOX_RADIUS), KRING_COLOUR_INK, 1.6);
}

static double
find_box_width (const KringFrame *self)
{
  double width = CLAMP (self->width * BOX_SHARE, BOX_MIN, BOX_MAX);
  double words = MAX (frame_measure (self, self->wording->warning, &warning_style),
                      frame_measure (self, self->wording->reader, &warning_style));

  return MAX (width, words + 2 * BOX_PADDING);
}

/* The terms beside each other if they fit, else below each other; returns the last baseline. */
static double
add_terms (GPtrArray *shapes, const KringFrame *self, KringPoint at, double width)
{
  char **terms = self->wording->terms;
  g_autofree char *all = g_strjoinv (" · ", terms);

  if (terms[0] == NULL)
    return at.y - 17;
  if (frame_measure (self, all, &term_style) <= width)
    return add_paragraph (shapes, self, all, &term_style, at, width);
  for (guint i = 0; terms[i] != NULL; i++)
    at.y = add_paragraph (shapes, self, terms[i], &term_style, at, width) + term_style.leading;
  return at.y - term_style.leading;
}

/* For whom it is and the warning, right of everything; returns the height of the box. */
static double
add_warning (GPtrArray *shapes, const KringFrame *self, double width)
{
  double left = self->width - width, x = left + BOX_PADDING, inner = width - 2 * BOX_PADDING;
  double y = 26;

  frame_add_text (shapes, self, self->wording->reader, &warning_style, KRING_POINT_INIT (x, y),
                  KRING_ANCHOR_START);
  y += warning_style.leading;
  frame_add_text (shapes, self, self->wording->warning, &warning_style, KRING_POINT_INIT (x, y),
                  KRING_ANCHOR_START);
  y = add_paragraph (shapes, self, self->wording->instruction, &instruction_style,
                     KRING_POINT_INIT (x, y + 19), inner);
  y = add_terms (shapes, self, KRING_POINT_INIT (x, y + 17), inner);
  add_box (shapes, self, KRING_RECT_INIT (left, 0, width, y + 14));
  return y + 14;
}

/* Title, purpose and ground; returns the last baseline. */
static double
frame_add_title (GPtrArray *shapes, const KringFrame *self, double width)
{
  double y = add_limited (shapes, self, self->wording->title, &title_style,
                          KRING_POINT_INIT (0, 24), width, TITLE_LINES_MAX);

  y += 4;
  for (guint i = 0; i < self->wording->lines->len; i++)
    y = add_limited (shapes, self, g_ptr_array_index (self->wording->lines, i), &line_style,
                     KRING_POINT_INIT (0, y + 18), width, LINES_MAX);
  return y;
}

/* The rows about the meeting from the first baseline at @at; returns the last baseline. */
static double
frame_add_rows (GPtrArray *shapes, const KringFrame *self, KringPoint at, double width)
{
  double label_width = 0, y = at.y;

  for (guint i = 0; i < self->wording->rows->len; i++)
    {
      const KringWordingRow *row = g_ptr_array_index (self->wording->rows, i);

      label_width = MAX (label_width, frame_measure (self, row->label, &label_style) + LABEL_GAP);
    }
  for (guint i = 0; i < self->wording->rows->len; i++)
    {
      const KringWordingRow *row = g_ptr_array_index (self->wording->rows, i);
      double top = i == 0 ? y : y + 20;

      frame_add_text (shapes, self, row->label, &label_style, KRING_POINT_INIT (at.x, top),
                      KRING_ANCHOR_START);
      y = add_limited (shapes, self, row->value, &value_style,
                       KRING_POINT_INIT (at.x + label_width, top), width - label_width,
                       VALUE_LINES_MAX);
    }
  return y;
}

/* A rule over the whole width. */
static void
frame_add_rule (GPtrArray *shapes, const KringFrame *self, double y, KringColour colour)
{
  KringSketch sketch = frame_begin (self, shapes);

  kring_sketch_stroke (
      &sketch, kring_path_new_line (KRING_POINT_INIT (0, y), KRING_POINT_INIT (self->width, y)),
      colour, 1);
}

/**
 * kring_frame_dup_header:
 * @height: (out): where its rule lies
 *
 * Returns: (transfer full) (element-type KringShape): the header with everything
 */
GPtrArray *
kring_frame_dup_header (const KringFrame *self, double *height)
{
  GPtrArray *shapes = kring_shapes_new ();
  gboolean wide = self->width >= WIDE;
  double box_width = find_box_width (self), middle = self->width * MIDDLE_AT;
  double left_width = (wide ? middle : self->width - box_width) - GAP;
  double box = add_warning (shapes, self, box_width);
  double y = frame_add_title (shapes, self, left_width), rows = 0;

  if (wide)
    rows = frame_add_rows (shapes, self, KRING_POINT_INIT (middle, 18),
                           self->width - box_width - GAP - middle);
  else if (self->wording->rows->len > 0)
    rows = frame_add_rows (shapes, self, KRING_POINT_INIT (0, y + 22), left_width);
  *height = MAX (box + 14, MAX (y, rows) + 20);
  frame_add_rule (shapes, self, *height, KRING_COLOUR_INK);
  return shapes;
}

/**
 * kring_frame_dup_slim_header:
 * @part: which part of the map it heads
 * @height: (out): where its rule lies
 *
 * Returns: (transfer full) (element-type KringShape): title, part, for whom it is and
 *   the warning on one line
 */
GPtrArray *
kring_frame_dup_slim_header (const KringFrame *self, const char *part, double *height)
{
  GPtrArray *shapes = kring_shapes_new ();
  g_autofree char *words =
      g_strdup_printf ("%s · %s", self->wording->reader, self->wording->warning);
  double warning = frame_measure (self, words, &slim_style);
  double left = self->width - warning - frame_measure (self, part, &slim_style) - 2 * GAP;
  double y = 14;

  if (is_short (self, self->wording->title, &slim_title_style, left))
    y = add_paragraph (shapes, self, self->wording->title, &slim_title_style,
                       KRING_POINT_INIT (0, y), left);
  frame_add_text (shapes, self, part, &slim_style,
                  KRING_POINT_INIT (self->width - warning - GAP, 14), KRING_ANCHOR_END);
  frame_add_text (shapes, self, words, &slim_style, KRING_POINT_INIT (self->width, 14),
                  KRING_ANCHOR_END);
  *height = y + 12;
  frame_add_rule (shapes, self, *height, KRING_COLOUR_INK);
  return shapes;
}

/* The case, the counts and the sheet beside each other, if they fit. */
static gboolean
add_footer_line (GPtrArray *shapes, const KringFrame *self, const char *name, const char *made)
{
  double side =
      MAX (frame_measure (self, name, &footer_style), frame_measure (self, made, &footer_style));
  double counts = frame_measure (self, self->wording->counts, &footer_style);

  if (counts / 2 + side + GAP > self->width / 2)
    return FALSE;
  frame_add_text (shapes, self, name, &footer_style, KRING_POINT_INIT (0, 18), KRING_ANCHOR_START);
  frame_add_text (shapes, self, self->wording->counts, &footer_style,
                  KRING_POINT_INIT (self->width / 2, 18), KRING_ANCHOR_MIDDLE);
  frame_add_text (shapes, self, made, &footer_style, KRING_POINT_INIT (self->width, 18),
                  KRING_ANCHOR_END);
  return TRUE;
}

/**
 * kring_frame_dup_footer:
 * @sheet: from 1
 * @height: (out): of its last baseline
 *
 * Returns: (transfer full) (element-type KringShape): the footer, its hairline at the top
 */
GPtrArray *
kring_frame_dup_footer (const KringFrame *self, guint sheet, guint n_sheets, double *height)
{
  GPtrArray *shapes = kring_shapes_new ();
  g_autofree char *number = kring_wording_dup_sheet (sheet, n_sheets);
  g_autofree char *made = g_strdup_printf ("%s · %s", self->wording->made, number);
  const char *name = self->wording->case_name != NULL ? self->wording->case_name : "";

  *height = 18;
  frame_add_rule (shapes, self, 0, KRING_COLOUR_RING_LINE);
  if (add_footer_line (shapes, self, name, made))
    return shapes;
  frame_add_text (shapes, self, made, &footer_style, KRING_POINT_INIT (self->width, 18),
                  KRING_ANCHOR_END);
  *height =
      add_paragraph (shapes, self, self->wording->counts, &footer_style, KRING_POINT_INIT (0, 18),
                     self->width - frame_measure (self, made, &footer_style) - GAP);
  if (*name != '\0' && is_short (self, name, &footer_style, self->width))
    *height = add_paragraph (shapes, self, name, &footer_style,
                             KRING_POINT_INIT (0, *height + footer_style.leading), self->width);
  return shapes;
}

/**
 * kring_frame_dup_mark:
 * @size: (out): how much room it takes, from (0, 0)
 *
 * Returns: (transfer full) (element-type KringShape): the line under a map without a sheet
 */
GPtrArray *
kring_frame_dup_mark (const KringFrame *self, KringRect *size)
{
  GPtrArray *shapes = kring_shapes_new ();

  frame_add_text (shapes, self, self->wording->mark, &footer_style,
                  KRING_POINT_INIT (0, footer_style.size), KRING_ANCHOR_START);
  *size = KRING_RECT_INIT (0, 0, frame_measure (self, self->wording->mark, &footer_style),
                           footer_style.leading);
  return shapes;
}

/**
 * kring_frame_dup_rule:
 *
 * Returns: (transfer full) (element-type KringShape): a rule over the whole width
 */
GPtrArray *
kring_frame_dup_rule (const KringFrame *self)
{
  GPtrArray *shapes = kring_shapes_new ();

  frame_add_rule (shapes, self, 0, KRING_COLOUR_INK);
  return shapes;
}
