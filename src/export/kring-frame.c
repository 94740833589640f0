/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/kring-frame.h"

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
measure (const KringFrame *self, const char *text, const Style *style)
{
  return self->measurer->width (text, style->size, style->weight, self->measurer->data);
}

static KringShape *
add_shape (GPtrArray *shapes, KringShapeType type, KringRect bounds)
{
  KringShape *shape = g_new0 (KringShape, 1);

  shape->type = type;
  shape->bounds = bounds;
  shape->fill_opacity = shape->stroke_opacity = 1;
  g_ptr_array_add (shapes, shape);
  return shape;
}

/* Text with its baseline at (x, y). */
static void
add_text (GPtrArray *shapes,
          const KringFrame *self,
          const char *text,
          const Style *style,
          KringPoint at,
          KringAnchor anchor)
{
  double width = measure (self, text, style);
  double left = at.x - (anchor == KRING_ANCHOR_END      ? width
                        : anchor == KRING_ANCHOR_MIDDLE ? width / 2
                                                        : 0);
  KringShape *shape =
      add_shape (shapes, KRING_SHAPE_TEXT,
                 KRING_RECT_INIT (left, at.y - style->size, width, style->size * 1.3));

  shape->text = g_strdup (text);
  shape->at = at;
  shape->anchor = anchor;
  shape->size = style->size;
  shape->weight = style->weight;
  shape->fill = style->colour;
  shape->text_width = width;
}

/* How many bytes of @word fit in @width: at least one character, whole characters only. */
static gsize
find_fitting (const KringFrame *self, const char *word, const Style *style, double width)
{
  const char *end = g_utf8_next_char (word);

  while (*end != '\0')
    {
      const char *next = g_utf8_next_char (end);
      g_autofree char *part = g_strndup (word, (gsize) (next - word));

      if (measure (self, part, style) > width)
        break;
      end = next;
    }
  return (gsize) (end - word);
}

/* Lines of at most @width; a word that is wider by itself is broken. */
static GPtrArray *
dup_lines (const KringFrame *self, const char *text, const Style *style, double width)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  g_autofree char *line = g_strdup ("");

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];
      g_autofree char *longer = g_strconcat (line, *line != '\0' ? " " : "", word, NULL);

      if (measure (self, longer, style) <= width)
        {
          g_free (line);
          line = g_steal_pointer (&longer);
          continue;
        }
      if (*line != '\0')
        g_ptr_array_add (lines, g_steal_pointer (&line));
      while (measure (self, word, style) > width)
        {
          gsize length = find_fitting (self, word, style, width);

          g_ptr_array_add (lines, g_strndup (word, length));
          word += length;
        }
      g_free (line);
      line = g_strdup (word);
    }
  if (*line != '\0' || lines->len == 0)
    g_ptr_array_add (lines, g_steal_pointer (&line));
  return lines;
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
  g_autoptr (GPtrArray) lines = dup_lines (self, text, style, width);

  for (guint i = 0; i < lines->len; i++)
    add_text (shapes, self, g_ptr_array_index (lines, i), style,
              KRING_POINT_INIT (at.x, at.y + i * style->leading), KRING_ANCHOR_START);
  return at.y + (lines->len - 1) * style->leading;
}

static void
add_box (GPtrArray *shapes, KringRect box)
{
  KringShape *shape = add_shape (shapes, KRING_SHAPE_PATH, kring_rect_grow (box, 1));
  const double r = BOX_RADIUS, k = r * (1 - 0.5523);
  double right = box.x + box.width, bottom = box.y + box.height;
  KringPath *path = shape->path = kring_path_new ();

#define CORNER(X1, Y1, X2, Y2, X, Y)                                                               \
  kring_path_curve_to (path, KRING_POINT_INIT (X1, Y1), KRING_POINT_INIT (X2, Y2),                 \
                       KRING_POINT_INIT (X, Y))
  kring_path_move_to (path, box.x + r, box.y);
  kring_path_line_to (path, right - r, box.y);
  CORNER (right - k, box.y, right, box.y + k, right, box.y + r);
  kring_path_line_to (path, right, bottom - r);
  CORNER (right, bottom - k, right - k, bottom, right - r, bottom);
  kring_path_line_to (path, box.x + r, bottom);
  CORNER (box.x + k, bottom, box.x, bottom - k, box.x, bottom - r);
  kring_path_line_to (path, box.x, box.y + r);
  CORNER (box.x, box.y + k, box.x + k, box.y, box.x + r, box.y);
  kring_path_close (path);
#undef CORNER
  shape->stroke = KRING_COLOUR_INK;
  shape->width = 1.6;
}

static double
find_box_width (const KringFrame *self)
{
  double width = CLAMP (self->width * BOX_SHARE, BOX_MIN, BOX_MAX);

  return MAX (width, measure (self, self->wording->warning, &warning_style) + 2 * BOX_PADDING);
}

/* The warning, right of everything; returns the height of the box. */
static double
add_warning (GPtrArray *shapes, const KringFrame *self, double width)
{
  double left = self->width - width, x = left + BOX_PADDING, inner = width - 2 * BOX_PADDING;
  double y = 26;

  add_text (shapes, self, self->wording->warning, &warning_style, KRING_POINT_INIT (x, y),
            KRING_ANCHOR_START);
  y = add_paragraph (shapes, self, self->wording->instruction, &instruction_style,
                     KRING_POINT_INIT (x, y + 19), inner);
  if (self->wording->term != NULL)
    y = add_paragraph (shapes, self, self->wording->term, &term_style, KRING_POINT_INIT (x, y + 17),
                       inner);
  add_box (shapes, KRING_RECT_INIT (left, 0, width, y + 14));
  return y + 14;
}

/* Title, purpose and ground; returns the last baseline. */
static double
add_title (GPtrArray *shapes, const KringFrame *self, double width)
{
  double y = add_paragraph (shapes, self, self->wording->title, &title_style,
                            KRING_POINT_INIT (0, 24), width);

  y += 4;
  for (guint i = 0; i < self->wording->lines->len; i++)
    y = add_paragraph (shapes, self, g_ptr_array_index (self->wording->lines, i), &line_style,
                       KRING_POINT_INIT (0, y + 18), width);
  return y;
}

/* The rows about the meeting from the first baseline at @at; returns the last baseline. */
static double
add_rows (GPtrArray *shapes, const KringFrame *self, KringPoint at, double width)
{
  double label_width = 0, y = at.y;

  for (guint i = 0; i < self->wording->rows->len; i++)
    {
      const KringWordingRow *row = g_ptr_array_index (self->wording->rows, i);

      label_width = MAX (label_width, measure (self, row->label, &label_style) + LABEL_GAP);
    }
  for (guint i = 0; i < self->wording->rows->len; i++)
    {
      const KringWordingRow *row = g_ptr_array_index (self->wording->rows, i);
      double top = i == 0 ? y : y + 20;

      add_text (shapes, self, row->label, &label_style, KRING_POINT_INIT (at.x, top),
                KRING_ANCHOR_START);
      y = add_paragraph (shapes, self, row->value, &value_style,
                         KRING_POINT_INIT (at.x + label_width, top), width - label_width);
    }
  return y;
}

/**
 * kring_frame_add_rule:
 * @line: from its left top to its right bottom
 * @width: thickness
 *
 * Adds a straight line.
 */
void
kring_frame_add_rule (GPtrArray *shapes, KringRect line, KringColour colour, double width)
{
  KringShape *shape = add_shape (shapes, KRING_SHAPE_PATH, kring_rect_grow (line, width));

  shape->path = kring_path_new ();
  kring_path_move_to (shape->path, line.x, line.y);
  kring_path_line_to (shape->path, line.x + line.width, line.y + line.height);
  shape->stroke = colour;
  shape->width = width;
}

static GPtrArray *
new_shapes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) kring_shape_free);
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
  GPtrArray *shapes = new_shapes ();
  gboolean wide = self->width >= WIDE;
  double box_width = find_box_width (self), middle = self->width * MIDDLE_AT;
  double left_width = (wide ? middle : self->width - box_width) - GAP;
  double box = add_warning (shapes, self, box_width);
  double y = add_title (shapes, self, left_width);

  if (wide)
    y = MAX (y, add_rows (shapes, self, KRING_POINT_INIT (middle, 18),
                          self->width - box_width - GAP - middle));
  else if (self->wording->rows->len > 0)
    y = add_rows (shapes, self, KRING_POINT_INIT (0, y + 22), left_width);
  *height = MAX (box + 14, y + 20);
  kring_frame_add_rule (shapes, KRING_RECT_INIT (0, *height, self->width, 0), KRING_COLOUR_INK, 1);
  return shapes;
}

/**
 * kring_frame_dup_slim_header:
 * @part: which part of the map it heads
 * @height: (out): where its rule lies
 *
 * Returns: (transfer full) (element-type KringShape): title, part and warning on one line
 */
GPtrArray *
kring_frame_dup_slim_header (const KringFrame *self, const char *part, double *height)
{
  GPtrArray *shapes = new_shapes ();
  double warning = measure (self, self->wording->warning, &slim_style);
  double left = self->width - warning - measure (self, part, &slim_style) - 2 * GAP;
  double y = add_paragraph (shapes, self, self->wording->title, &slim_title_style,
                            KRING_POINT_INIT (0, 14), left);

  add_text (shapes, self, part, &slim_style, KRING_POINT_INIT (self->width - warning - GAP, 14),
            KRING_ANCHOR_END);
  add_text (shapes, self, self->wording->warning, &slim_style, KRING_POINT_INIT (self->width, 14),
            KRING_ANCHOR_END);
  *height = y + 12;
  kring_frame_add_rule (shapes, KRING_RECT_INIT (0, *height, self->width, 0), KRING_COLOUR_INK, 1);
  return shapes;
}

/* The case, the counts and the sheet beside each other, if they fit. */
static gboolean
add_footer_line (GPtrArray *shapes, const KringFrame *self, const char *name, const char *made)
{
  double side = MAX (measure (self, name, &footer_style), measure (self, made, &footer_style));
  double counts = measure (self, self->wording->counts, &footer_style);

  if (counts / 2 + side + GAP > self->width / 2)
    return FALSE;
  add_text (shapes, self, name, &footer_style, KRING_POINT_INIT (0, 18), KRING_ANCHOR_START);
  add_text (shapes, self, self->wording->counts, &footer_style,
            KRING_POINT_INIT (self->width / 2, 18), KRING_ANCHOR_MIDDLE);
  add_text (shapes, self, made, &footer_style, KRING_POINT_INIT (self->width, 18),
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
  GPtrArray *shapes = new_shapes ();
  g_autofree char *number = kring_wording_dup_sheet (sheet, n_sheets);
  g_autofree char *made = g_strdup_printf ("%s · %s", self->wording->made, number);
  const char *name = self->wording->case_name != NULL ? self->wording->case_name : "";

  *height = 18;
  kring_frame_add_rule (shapes, KRING_RECT_INIT (0, 0, self->width, 0), KRING_COLOUR_RING_LINE, 1);
  if (add_footer_line (shapes, self, name, made))
    return shapes;
  add_text (shapes, self, made, &footer_style, KRING_POINT_INIT (self->width, 18),
            KRING_ANCHOR_END);
  *height =
      add_paragraph (shapes, self, self->wording->counts, &footer_style, KRING_POINT_INIT (0, 18),
                     self->width - measure (self, made, &footer_style) - GAP);
  if (*name != '\0')
    *height = add_paragraph (shapes, self, name, &footer_style,
                             KRING_POINT_INIT (0, *height + footer_style.leading), self->width);
  return shapes;
}
