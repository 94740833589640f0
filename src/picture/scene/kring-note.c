/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-note.h"

#include "picture/scene/kring-node.h"

#include <glib/gi18n-lib.h>

#define WIDTH 176.0
#define HEIGHT 34.0 /* without lines of text */
#define LINE 15.0
#define MARGIN 12.0
#define CORNER 5.0
#define FOLD 15.0
#define TITLES_MAX 3
#define LINES_MAX 14 /* of title and text together: more makes all else on a sheet small */

static const KringTextStyle title_style = {
  12, KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_START, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
};
static const KringTextStyle text_style = {
  11.5, KRING_WEIGHT_REGULAR, KRING_ANCHOR_START, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
};

static const KringTextStyle more_style = {
  11, KRING_WEIGHT_MEDIUM, KRING_ANCHOR_START, KRING_COLOUR_INK2, KRING_COLOUR_NONE, FALSE
};

/* What stands on the sheet. */
typedef struct
{
  char **title; /* (owned) */
  char **text;  /* (owned) */
  gboolean cut; /* there is more than this */
} Words;

static char **
note_wrap (const KringNode *node,
           const char *field,
           const KringTextStyle *style,
           const KringTextMeasurer *measurer)
{
  const char *text = kring_item_get_shown (node->item, field);

  return kring_text_wrap (measurer, text != NULL ? text : "", WIDTH - 2 * MARGIN, style->size,
                          style->weight);
}

/* Drops what is beyond the first @n lines. */
static gboolean
note_cut (char **lines, guint n)
{
  if (g_strv_length (lines) <= n)
    return FALSE;
  for (guint i = n; lines[i] != NULL; i++)
    g_clear_pointer (&lines[i], g_free);
  return TRUE;
}

static Words
note_read_words (const KringNode *node, const KringTextMeasurer *measurer)
{
  Words words = { note_wrap (node, KRING_F_NAME, &title_style, measurer),
                  note_wrap (node, KRING_F_TEXT, &text_style, measurer), FALSE };
  gboolean is_long = g_strv_length (words.title) + g_strv_length (words.text) > LINES_MAX;

  words.cut = note_cut (words.title, TITLES_MAX);
  words.cut |= is_long;
  if (words.cut)
    note_cut (words.text, LINES_MAX - 1 - g_strv_length (words.title));
  return words;
}

static void
words_clear (Words *words)
{
  g_strfreev (words->title);
  g_strfreev (words->text);
}

/**
 * kring_note_is_cut:
 *
 * Returns: whether the note says more than its sheet shows
 */
gboolean
kring_note_is_cut (const KringNode *node, const KringTextMeasurer *measurer)
{
  Words words = note_read_words (node, measurer);

  words_clear (&words);
  return words.cut;
}

/**
 * kring_note_measure:
 *
 * Returns: the sheet, around the position of the note; never larger than a few lines
 */
KringRect
kring_note_measure (const KringNode *node, const KringTextMeasurer *measurer)
{
  Words words = note_read_words (node, measurer);
  guint n_lines = g_strv_length (words.title) + g_strv_length (words.text) + words.cut;
  double height = HEIGHT + LINE * MAX ((int) n_lines - 1, 0);

  words_clear (&words);
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

static void
draw_lines (KringSketch *sketch, char **lines, const KringTextStyle *style, KringPoint *at)
{
  for (guint i = 0; lines[i] != NULL; i++, at->y += LINE)
    kring_sketch_text (sketch, *at, lines[i], style);
}

/**
 * kring_note_draw:
 *
 * Draws the sheet with title and text, and what goes on elsewhere.
 */
void
kring_note_draw (const KringNode *node, KringSketch *sketch)
{
  Words words = note_read_words (node, sketch->measurer);
  KringPoint at = { node->paper.x + MARGIN, node->paper.y + 20 };

  kring_sketch_both (sketch, new_sheet (node->paper), KRING_COLOUR_NOTE, KRING_COLOUR_NOTE_LINE,
                     1.2);
  kring_sketch_stroke (sketch, new_fold (node->paper), KRING_COLOUR_NOTE_LINE, 1.2);
  draw_lines (sketch, words.title, &title_style, &at);
  if (words.title[0] != NULL)
    at.y += 2;
  draw_lines (sketch, words.text, &text_style, &at);
  if (words.cut)
    kring_sketch_text (sketch, at, node->listed ? _ ("… goes on in the lists") : _ ("… and more"),
                       &more_style);
  words_clear (&words);
}
