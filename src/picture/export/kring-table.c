/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-table.h"

#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-icon.h"

#include <glib/gi18n-lib.h>

/*
 *   title (continued)
 *   intro
 *   column    column    column
 *   ───────────────────────────
 *   heading  note
 *   ◆ text    text      Z text
 *     note              note
 *   ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─
 */
#define TITLE_BASE 24.0
#define INTRO_BASE 43.0
#define INTRO_LINES_MAX 8 /* or no room would be left for the list; all stands on the first sheet */
#define COLUMNS_BASE 72.0
#define HEAD_HEIGHT 80.0 /* of title, intro and columns */
#define CELL_GAP 14.0
#define ROW_PAD 5.0
#define HEADING_TOP 10.0
#define MARK 13.0
#define SIGN_WIDTH 20.0
#define UNDER_INDENT 14.0 /* of what belongs to the row above */
#define PAIR_WIDTH 30.0   /* of the marks of two parties */

/* A row that is longer than a page begins where there is room for so much of it. */
#define PART_MIN 90.0

/* A heading longer than this is not repeated on the next page. */
#define LINES_AGAIN_MAX 3

typedef struct
{
  double size;
  KringFontWeight weight;
  KringColour colour;
  double leading;
} Style;

static const Style title_style = { 20, KRING_WEIGHT_SEMIBOLD, KRING_COLOUR_INK, 26 };
static const Style intro_style = { 11.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 16 };
static const Style column_style = { 11.5, KRING_WEIGHT_MEDIUM, KRING_COLOUR_INK2, 15 };
static const Style heading_style = { 15, KRING_WEIGHT_SEMIBOLD, KRING_COLOUR_INK, 20 };
static const Style text_style = { 13.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK, 18 };
static const Style struck_style = { 13.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_GREY, 18 };
static const Style under_style = { 12.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK, 16.5 };
static const Style note_style = { 11.5, KRING_WEIGHT_REGULAR, KRING_COLOUR_INK2, 15.5 };

typedef struct
{
  char *text; /* (owned) */
  const Style *style;
  gboolean struck;
} Line;

/* One cell that is being set: its lines, and how many of them stand already. */
typedef struct
{
  GArray *lines; /* (owned) (element-type Line) */
  guint n_set;
  double x;
  KringSign sign;
  KringParty party;
} Cell;

typedef struct
{
  const KringTable *table; /* (not owned) */
  const KringList *list;   /* (not owned) */
  GPtrArray *pages;        /* (not owned) (element-type GPtrArray) */
  GPtrArray *shapes;       /* (not owned) of the last page */
  double y;
  double extra;                /* how much taller the head is than with one line of intro */
  double top;                  /* where the rows of the last page begin */
  const KringListRow *heading; /* (nullable) of the rows that come now */
  gboolean heading_due;        /* it does not stand yet */
} Setter;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static void
cells_clear (Cell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    g_array_unref (cells[i].lines);
}

static KringSketch
table_begin (Setter *self)
{
  return (KringSketch){ self->shapes, self->table->measurer, NULL, KRING_PART_NONE };
}

static void
table_add_text (Setter *self, const char *text, const Style *style, KringPoint at, gboolean struck)
{
  const KringTextStyle look = { style->size,   style->weight,     KRING_ANCHOR_START,
                                style->colour, KRING_COLOUR_NONE, struck };
  KringSketch sketch = table_begin (self);

  if (*text != '\0')
    kring_sketch_text (&sketch, at, text, &look);
}

static void
table_add_rule (Setter *self, double y, KringColour colour)
{
  KringSketch sketch = table_begin (self);
  const KringPoint from = { 0, y }, to = { self->table->width, y };

  kring_sketch_stroke (&sketch, kring_path_new_line (from, to), colour, 1);
}

static void
table_wrap (GArray *lines, Setter *self, const char *text, const Style *style, double width)
{
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return;
  parts = kring_text_wrap (self->table->measurer, text, width, style->size, style->weight);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const Line line = { g_steal_pointer (&parts[i]), style, style == &struck_style };

      g_array_append_val (lines, line);
    }
}

static double
get_indent (const KringListCell *cell)
{
  if (cell->party == KRING_PARTY_TOGETHER)
    return PAIR_WIDTH;
  return cell->sign != KRING_SIGN_NONE || cell->party != KRING_PARTY_NONE ? SIGN_WIDTH : 0;
}

static Cell
set_cell (Setter *self, const KringListCell *cell, const Style *style, double x, double width)
{
  Cell set = { g_array_new (FALSE, FALSE, sizeof (Line)), 0, x, cell->sign, cell->party };
  double indent = get_indent (cell);

  g_array_set_clear_func (set.lines, line_clear);
  table_wrap (set.lines, self, cell->text, cell->struck ? &struck_style : style, width - indent);
  table_wrap (set.lines, self, cell->note, &note_style, width - indent);
  set.x += indent;
  return set;
}

/* What happened goes on where the next cell says nothing: a line less. */
static double
table_get_width (Setter *self, const KringListRow *row, guint place)
{
  double share = self->list->columns[place].share;

  for (guint i = place + 1; place == 1 && i + 1 < self->list->n_columns; i++)
    {
      if (g_strcmp0 (row->cells[i].text, "") != 0)
        break;
      share += self->list->columns[i].share;
    }
  return share * self->table->width;
}

static guint
set_cells (Setter *self, const KringListRow *row, Cell *cells)
{
  double x = 0;
  guint n = self->list->n_columns;

  if (row->heading)
    {
      cells[0] = set_cell (self, &(KringListCell){ .party = KRING_PARTY_NONE }, &text_style, 0, 1);
      table_wrap (cells[0].lines, self, row->cells[0].text, &heading_style, self->table->width);
      return 1;
    }
  for (guint i = 0; i < n; i++)
    {
      double indent = row->under && i == 1 ? UNDER_INDENT : 0,
             width = table_get_width (self, row, i);

      cells[i] = set_cell (self, &row->cells[i], row->under ? &under_style : &text_style,
                           x + indent, width - indent - (i + 1 < n ? CELL_GAP : 0));
      x += self->list->columns[i].share * self->table->width;
    }
  return n;
}

static double
get_cell_height (const Cell *cell)
{
  double height = 0;

  for (guint i = cell->n_set; i < cell->lines->len; i++)
    height += g_array_index (cell->lines, Line, i).style->leading;
  return height;
}

static double
get_height (const Cell *cells, guint n_cells)
{
  double height = 0;

  for (guint i = 0; i < n_cells; i++)
    height = MAX (height, get_cell_height (&cells[i]));
  return height + 2 * ROW_PAD;
}

static void
draw_late (KringSketch *sketch, KringPoint at)
{
  const KringTextStyle style = {
    10.5, KRING_WEIGHT_BOLD, KRING_ANCHOR_MIDDLE, KRING_COLOUR_ON_MARK, KRING_COLOUR_NONE, FALSE
  };

  kring_sketch_fill (sketch, kring_path_new_ellipse (at, MARK / 2, MARK / 2), KRING_COLOUR_RISK);
  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + 3.8), "!", &style);
}

static void
draw_icon (KringSketch *sketch, const char *name, KringPoint at)
{
  const double size = MARK + 1;

  kring_sketch_fill (
      sketch,
      kring_icon_dup_path (name, KRING_RECT_INIT (at.x - size / 2, at.y - size / 2, size, size)),
      KRING_COLOUR_INK2);
}

/* A box that can be ticked on paper, too. */
static void
draw_box (KringSketch *sketch, gboolean ticked, KringPoint at)
{
  const double half = MARK / 2 - 0.5;
  const KringPoint tick[] = { { at.x - 3.2, at.y + 0.2 },
                              { at.x - 0.8, at.y + 2.8 },
                              { at.x + 3.4, at.y - 2.8 } };

  kring_sketch_stroke (
      sketch,
      kring_path_new_rect (KRING_RECT_INIT (at.x - half, at.y - half, 2 * half, 2 * half), 2.5),
      KRING_COLOUR_INK, 1.3);
  if (ticked)
    kring_sketch_stroke (sketch, kring_path_new_polyline (tick, G_N_ELEMENTS (tick)),
                         KRING_COLOUR_INK, 1.6);
}

static void
draw_family (KringSketch *sketch, KringComponent family, gboolean undergone, KringPoint at)
{
  const KringBadgeCount sign = { .family = family, .undergone = undergone };

  kring_badge_draw_count (sketch, &sign, at, 6.5);
}

/* @at: the middle of where one mark stands */
static void
table_draw_sign (Setter *self, KringSign sign, KringPoint at)
{
  KringSketch sketch = table_begin (self);

  switch (sign)
    {
    case KRING_SIGN_RISK:
      draw_family (&sketch, KRING_PART_RISK, FALSE, at);
      break;
    case KRING_SIGN_UNDERGONE:
      draw_family (&sketch, KRING_PART_RISK, TRUE, at);
      break;
    case KRING_SIGN_VULNERABILITY:
      draw_family (&sketch, KRING_PART_VULNERABILITY, FALSE, at);
      break;
    case KRING_SIGN_PROTECTIVE:
      draw_family (&sketch, KRING_PART_PROTECTIVE, FALSE, at);
      break;
    case KRING_SIGN_TIE:
      draw_icon (&sketch, "tie", at);
      break;
    case KRING_SIGN_QUESTION:
      kring_badge_draw_question (&sketch, at, MARK + 2);
      break;
    case KRING_SIGN_LATE:
      draw_late (&sketch, at);
      break;
    case KRING_SIGN_QUOTE:
      draw_icon (&sketch, "quote", at);
      break;
    case KRING_SIGN_NOTE:
      draw_icon (&sketch, "note", at);
      break;
    case KRING_SIGN_EVENT:
      draw_icon (&sketch, "event", at);
      break;
    case KRING_SIGN_ACTION:
    case KRING_SIGN_DONE:
      draw_box (&sketch, sign == KRING_SIGN_DONE, at);
      break;
    case KRING_SIGN_NONE:
    default:
      break;
    }
}

static void
table_draw_marks (Setter *self, const Cell *cell, double base)
{
  double half = cell->party == KRING_PARTY_TOGETHER ? PAIR_WIDTH / 2 : SIGN_WIDTH / 2;
  KringPoint at = { cell->x - half - 2, base - text_style.size * 0.36 };
  KringSketch sketch = table_begin (self);

  if (cell->n_set > 0)
    return;
  table_draw_sign (self, cell->sign, at);
  kring_badge_draw_mark (&sketch, cell->party, at, MARK);
}

/* Sets the lines of a cell from the top at @y on, at least one, as far as @bottom. */
static double
place_cell (Setter *self, Cell *cell, double y, double bottom)
{
  gboolean first = TRUE;

  while (cell->n_set < cell->lines->len)
    {
      const Line *line = &g_array_index (cell->lines, Line, cell->n_set);

      if (!first && y + line->style->leading > bottom)
        break;
      table_draw_marks (self, cell, y + text_style.size);
      table_add_text (self, line->text, line->style,
                      KRING_POINT_INIT (cell->x, y + line->style->size), line->struck);
      y += line->style->leading;
      cell->n_set++;
      first = FALSE;
    }
  return y;
}

static gboolean
table_is_placed (const Cell *cells, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].n_set < cells[i].lines->len)
      return FALSE;
  return TRUE;
}

/* Sets how much taller the head becomes. */
static void
add_intro (Setter *self)
{
  gboolean goes_on = self->pages->len > 1 && self->table->again != NULL;
  const char *intro = goes_on ? self->table->again : self->table->intro;
  g_auto (GStrv) lines = kring_text_wrap (self->table->measurer, intro, self->table->width,
                                          intro_style.size, intro_style.weight);
  double y = INTRO_BASE;

  for (guint i = 0; lines[i] != NULL && i < INTRO_LINES_MAX; i++, y += intro_style.leading)
    table_add_text (self, lines[i], &intro_style, KRING_POINT_INIT (0, y), FALSE);
  self->extra = MAX (0, y - intro_style.leading - INTRO_BASE);
}

static void
table_add_head (Setter *self)
{
  const KringList *list = self->list;
  double x = 0;
  /* Translators: %s is the title of a list that began on a sheet before */
  g_autofree char *title = self->pages->len > 1
                               ? g_strdup_printf (_ ("%s (continued)"), list->title)
                               : g_strdup (list->title);

  table_add_text (self, title, &title_style, KRING_POINT_INIT (0, TITLE_BASE), FALSE);
  add_intro (self);
  for (guint i = 0; i < list->n_columns; i++)
    {
      table_add_text (self, _ (list->columns[i].title), &column_style,
                      KRING_POINT_INIT (x, COLUMNS_BASE + self->extra), FALSE);
      x += list->columns[i].share * self->table->width;
    }
  self->y = HEAD_HEIGHT + self->extra;
  table_add_rule (self, self->y, KRING_COLOUR_INK);
}

static void place_again (Setter *self);

static void
begin_page (Setter *self)
{
  self->shapes = kring_shapes_new ();
  g_ptr_array_add (self->pages, self->shapes);
  table_add_head (self);
  if (self->heading != NULL && !self->heading_due)
    place_again (self);
  self->top = self->y;
}

/* Sets all cells of a row from here on, on as many pages as they need. */
static void
place_cells (Setter *self, Cell *cells, guint n_cells, double pad)
{
  while (TRUE)
    {
      double top = self->y + pad, end = top;

      for (guint i = 0; i < n_cells; i++)
        {
          double y = place_cell (self, &cells[i], top, self->table->height - ROW_PAD);

          end = MAX (end, y);
        }
      self->y = end + ROW_PAD;
      if (table_is_placed (cells, n_cells))
        return;
      begin_page (self);
    }
}

/* What kind of thing it is, behind a heading of one line. */
static void
add_heading_note (Setter *self, const char *text, const char *note, double base)
{
  const KringTextMeasurer *measurer = self->table->measurer;
  double x = measurer->width (text, heading_style.size, heading_style.weight, measurer->data) + 8;
  double width = measurer->width (note, note_style.size, note_style.weight, measurer->data);

  if (x + width <= self->table->width)
    table_add_text (self, note, &note_style, KRING_POINT_INIT (x, base), FALSE);
}

/* @note: (nullable) */
static void
place_heading (Setter *self, Cell *cell, const char *note)
{
  gboolean single = cell->lines->len == 1;
  double base = self->y + HEADING_TOP + heading_style.size;

  if (single && note != NULL)
    add_heading_note (self, g_array_index (cell->lines, Line, 0).text, note, base);
  place_cells (self, cell, 1, HEADING_TOP);
}

/* The heading once more, at the top of a page on which its rows go on. */
static void
place_again (Setter *self)
{
  Cell cell;

  set_cells (self, self->heading, &cell);
  if (cell.lines->len <= LINES_AGAIN_MAX)
    place_heading (self, &cell, _ ("continued"));
  cells_clear (&cell, 1);
}

/* A page on which @needed fits, with what stands above it already or not at all; if no page is so
 * long, one with room for a part. */
static void
table_make_room (Setter *self, double above, double needed)
{
  double room = self->table->height - self->y;

  if (above + needed <= room || self->y <= self->top)
    return;
  if (above + needed <= self->table->height - HEAD_HEIGHT - self->extra - PART_MIN ||
      room < above + PART_MIN)
    begin_page (self);
}

static void
place_due_heading (Setter *self, double needed)
{
  const KringListRow *due = self->heading;
  Cell cell;

  set_cells (self, due, &cell);
  table_make_room (self, get_height (&cell, 1) + HEADING_TOP - ROW_PAD, needed);
  self->heading = NULL;
  place_heading (self, &cell, due->cells[0].note);
  self->heading = due;
  self->heading_due = FALSE;
  cells_clear (&cell, 1);
}

static const KringListRow *
table_get_row (Setter *self, guint place)
{
  return place < self->list->rows->len ? g_ptr_array_index (self->list->rows, place) : NULL;
}

/* How much taller a fact is with all that is known of it: they stand on one page if they can. */
static double
get_height_under (Setter *self, guint place)
{
  double height = 0;

  if (table_get_row (self, place)->under)
    return 0;
  for (guint i = place + 1; table_get_row (self, i) != NULL && table_get_row (self, i)->under; i++)
    {
      Cell cells[KRING_LIST_COLUMNS_MAX];
      guint n_cells = set_cells (self, table_get_row (self, i), cells);

      height += get_height (cells, n_cells) - ROW_PAD;
      cells_clear (cells, n_cells);
    }
  return height;
}

static void
place_row (Setter *self, guint place)
{
  const KringListRow *row = table_get_row (self, place), *next = table_get_row (self, place + 1);
  Cell cells[KRING_LIST_COLUMNS_MAX];
  guint n_cells = set_cells (self, row, cells);
  double pad = row->under ? 0 : ROW_PAD;
  double height = get_height (cells, n_cells) - ROW_PAD + pad + get_height_under (self, place);

  if (self->heading_due)
    place_due_heading (self, height);
  table_make_room (self, 0, height);
  place_cells (self, cells, n_cells, pad);
  if (next == NULL || !next->under)
    table_add_rule (self, self->y, KRING_COLOUR_RING_LINE);
  cells_clear (cells, n_cells);
}

/**
 * kring_table_dup_pages:
 * @list: with at least one row
 *
 * Returns: (transfer full) (element-type GPtrArray): the shapes of each page
 */
GPtrArray *
kring_table_dup_pages (const KringTable *self, const KringList *list)
{
  Setter setter = { .table = self, .list = list };

  setter.pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  begin_page (&setter);
  for (guint i = 0; i < list->rows->len; i++)
    {
      const KringListRow *row = g_ptr_array_index (list->rows, i);

      if (!row->heading)
        {
          place_row (&setter, i);
          continue;
        }
      setter.heading = row;
      setter.heading_due = TRUE;
    }
  return setter.pages;
}
