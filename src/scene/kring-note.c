/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/kring-note.h"

#include "scene/kring-node.h"

#define WIDTH 176.0
#define HEIGHT 34.0 /* without lines of text */
#define LINE 15.0
#define MARGIN 12.0
#define CORNER 5.0
#define FOLD 15.0

static const KringTextStyle title_style = {
  12, KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_START, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
};
static const KringTextStyle text_style = {
  11.5, KRING_WEIGHT_REGULAR, KRING_ANCHOR_START, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
};

static char **
wrap (const KringNode *node,
      const char *field,
      const KringTextStyle *style,
      const KringTextMeasurer *measurer)
{
  const char *text = kring_item_get_shown (node->item, field);

  return kring_text_wrap (measurer, text != NULL ? text : "", WIDTH - 2 * MARGIN, style->size,
                          style->weight);
}

/**
 * kring_note_measure:
 *
 * Returns: the sheet, around the position of the note
 */
KringRect
kring_note_measure (const KringNode *node, const KringTextMeasurer *measurer)
{
  g_auto (GStrv) title = wrap (node, "name", &title_style, measurer);
  g_auto (GStrv) text = wrap (node, "text", &text_style, measurer);
  guint n_titles = g_strv_length (title), n_lines = g_strv_length (text);
  double height = HEIGHT + LINE * MAX ((int) (n_titles + n_lines) - 1, 0);

  return KRING_RECT_INIT (node->at.x - WIDTH / 2, node->at.y - height / 2, WIDTH, height);
}

static KringPath *
new_sheet (KringRect r)
{
  KringPath *path = kring_path_new ();
  double right = r.x + r.width, bottom = r.y + r.height;

  kring_path_move_to (path, r.x + CORNER, r.y);
  kring_path_line_to (path, right - CORNER, r.y);
  kring_path_quad_to (path, KRING_POINT_INIT (right, r.y), KRING_POINT_INIT (right, r.y + CORNER));
  kring_path_line_to (path, right, bottom - FOLD);
  kring_path_line_to (path, right - FOLD, bottom);
  kring_path_line_to (path, r.x + CORNER, bottom);
  kring_path_quad_to (path, KRING_POINT_INIT (r.x, bottom),
                      KRING_POINT_INIT (r.x, bottom - CORNER));
  kring_path_line_to (path, r.x, r.y + CORNER);
  kring_path_quad_to (path, KRING_POINT_INIT (r.x, r.y), KRING_POINT_INIT (r.x + CORNER, r.y));
  kring_path_close (path);
  return path;
}

static KringPath *
new_fold (KringRect r)
{
  KringPath *path = kring_path_new ();
  double right = r.x + r.width, bottom = r.y + r.height;
  KringPoint inner = { right - FOLD, bottom - FOLD };

  kring_path_move_to (path, right, inner.y);
  kring_path_line_to (path, inner.x + 4, inner.y);
  kring_path_quad_to (path, inner, KRING_POINT_INIT (inner.x, inner.y + 4));
  kring_path_line_to (path, inner.x, bottom);
  return path;
}

/**
 * kring_note_draw:
 *
 * Draws the sheet with title and text.
 */
void
kring_note_draw (const KringNode *node, KringSketch *sketch)
{
  g_auto (GStrv) title = wrap (node, "name", &title_style, sketch->measurer);
  g_auto (GStrv) text = wrap (node, "text", &text_style, sketch->measurer);
  KringPoint at = { node->paper.x + MARGIN, node->paper.y + 20 };

  kring_sketch_both (sketch, new_sheet (node->paper), KRING_COLOUR_NOTE, KRING_COLOUR_NOTE_LINE,
                     1.2);
  kring_sketch_stroke (sketch, new_fold (node->paper), KRING_COLOUR_NOTE_LINE, 1.2);
  for (guint i = 0; title[i] != NULL; i++, at.y += LINE)
    kring_sketch_text (sketch, at, title[i], &title_style);
  if (title[0] != NULL)
    at.y += 2;
  for (guint i = 0; text[i] != NULL; i++, at.y += LINE)
    kring_sketch_text (sketch, at, text[i], &text_style);
}
