/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of events, above and below the line in turn, from left to right. Each takes the first of its
 * places where it lies over nothing and behind those before it, so that no leaders cross:
 *
 *   which side: the side that is its turn, the other one
 *   which line: the closest, further away
 *   how far:    over the event; where others follow closely, beside it to the left first
 *
 * All names are as long as can be while most of them find a place.
 */
#include "picture/time/kring-chart-private.h"

#include "map/facts/kring-describe.h"

#define GAP 7.0
#define MARK_GAP 5.0
/* Events closer together than this share the space around them, in pixels. */
#define CROWDED 90.0
/* More names than this are never readable together. */
#define LABELLED_MAX 150

static const double text_widths[] = { 210, 140, 100, 72 };
static const double shifts[] = { 0, 0.25, -0.25, 0.5, -0.5, 0.8, -0.8, 1.2, -1.2 };
static const double crowded_shifts[] = { -1.2, -0.8, -0.5, -0.25, 0, 0.25, 0.5, 0.8, 1.2, 1.7 };

typedef struct
{
  KringChart *chart; /* (not owned) */
  GPtrArray *marks;  /* (owned) (element-type KringMark), of which names are wanted */
  double edges[2][KRING_CHART_ROWS]; /* how far each line of names is taken */
  GArray *leaders;                   /* (owned) (element-type KringRect), through lines of names */
  double width;                      /* of a text, at most */
} Placer;

/**
 * kring_chart_get_label_start:
 *
 * Returns: how far into its label the text of @mark begins, in pixels
 */
double
kring_chart_get_label_start (KringChart *self, const KringMark *mark)
{
  KringParty party = kring_item_get_party (g_ptr_array_index (mark->items, 0));
  double size = KRING_CHART_MARK * self->look.text;

  if (party == KRING_PARTY_NONE)
    return 0;
  return size * (party == KRING_PARTY_TOGETHER ? 2 : 1) + MARK_GAP * self->look.text;
}

static gboolean
is_crossed (Placer *self, KringRect box)
{
  for (guint i = 0; i < self->leaders->len; i++)
    if (kring_rect_intersects (box, g_array_index (self->leaders, KringRect, i)))
      return TRUE;
  return FALSE;
}

/* The line from the event to its name, where it passes other lines of names. */
static KringRect
get_leader (KringChart *chart, const KringMark *mark, KringRect box)
{
  double foot = CLAMP (mark->at, box.x, box.x + box.width);
  double top = MIN (box.y + box.height, chart->axis);
  double bottom = MAX (box.y, chart->axis);

  return KRING_RECT_INIT (MIN (foot, mark->at) - 1, top, fabs (foot - mark->at) + 2, bottom - top);
}

/* A leader to a further line must find the closer ones free where it passes. */
static gboolean
chart_labels_is_free (Placer *self, KringRect box, KringRect leader, guint side, guint row)
{
  double t = self->chart->look.text;

  if (box.x < 2 || box.x + box.width > self->chart->look.scale.width - 2 ||
      box.x < self->edges[side][row] + GAP * t || is_crossed (self, box))
    return FALSE;
  for (guint i = 0; i < row; i++)
    if (leader.x < self->edges[side][i] + GAP * t)
      return FALSE;
  return TRUE;
}

static void
chart_labels_take (
    Placer *self, KringMark *mark, KringRect box, KringRect leader, guint side, guint row)
{
  mark->label_box = box;
  self->edges[side][row] = box.x + box.width;
  if (row > 0)
    g_array_append_val (self->leaders, leader);
}

static gboolean
try_place (Placer *self, KringMark *mark, double width, guint side, guint row, gboolean crowded)
{
  KringChart *chart = self->chart;
  double height = KRING_CHART_LABEL * chart->look.text, away = chart->leader + row * height;
  double y = side == 0 ? chart->axis - away - height : chart->axis + away;
  const double *offsets = crowded ? crowded_shifts : shifts;
  guint n = crowded ? G_N_ELEMENTS (crowded_shifts) : G_N_ELEMENTS (shifts);

  for (guint i = 0; i < n; i++)
    {
      KringRect box = { mark->at + (offsets[i] - 0.5) * width, y, width, height };
      KringRect leader = get_leader (chart, mark, box);

      if (!chart_labels_is_free (self, box, leader, side, row))
        continue;
      chart_labels_take (self, mark, box, leader, side, row);
      return TRUE;
    }
  return FALSE;
}

static gboolean
try_text (Placer *self, KringMark *mark, const char *text, guint side, gboolean crowded)
{
  KringChart *chart = self->chart;
  const KringTextMeasurer *measurer = chart->look.measurer;
  double width = kring_chart_get_label_start (chart, mark) +
                 measurer->width (text, KRING_CHART_LETTERS * chart->look.text, KRING_WEIGHT_MEDIUM,
                                  measurer->data);

  for (guint turn = 0; turn < 2; turn++)
    for (guint row = 0; row < chart->n_rows; row++)
      if (try_place (self, mark, width, turn == 0 ? side : 1 - side, row, crowded))
        return TRUE;
  return FALSE;
}

static char *
dup_shortened (KringChart *chart, const char *text, double width)
{
  const KringTextMeasurer *measurer = chart->look.measurer;
  double size = KRING_CHART_LETTERS * chart->look.text;

  if (measurer->width (text, size, KRING_WEIGHT_MEDIUM, measurer->data) <= width)
    return g_strdup (text);
  return kring_text_shorten (measurer, text, width, size, KRING_WEIGHT_MEDIUM);
}

static gboolean
chart_labels_place_label (Placer *self, guint i, guint side)
{
  KringMark *mark = g_ptr_array_index (self->marks, i);
  const KringMark *next = i + 1 < self->marks->len ? g_ptr_array_index (self->marks, i + 1) : NULL;
  double t = self->chart->look.text;
  g_autofree char *title = kring_item_dup_title (g_ptr_array_index (mark->items, 0));
  g_autofree char *text = dup_shortened (self->chart, title, self->width * t);

  g_clear_pointer (&mark->label, g_free);
  mark->label_box = KRING_RECT_INIT (0, 0, 0, 0);
  if (!try_text (self, mark, text, side, next != NULL && next->at - mark->at < CROWDED * t))
    return FALSE;
  mark->label = g_steal_pointer (&text);
  return TRUE;
}

/* How many names find a place when none is longer than @width. */
static guint
chart_labels_place_all (Placer *self, double width)
{
  guint side = 0, n = 0;

  self->width = width;
  g_array_set_size (self->leaders, 0);
  for (guint i = 0; i < G_N_ELEMENTS (self->edges); i++)
    for (guint row = 0; row < KRING_CHART_ROWS; row++)
      self->edges[i][row] = -G_MAXDOUBLE;
  for (guint i = 0; i < self->marks->len; i++)
    if (chart_labels_place_label (self, i, side))
      {
        side = 1 - side;
        n++;
      }
  return n;
}

/* Where the next name in the same line begins, or the chart ends. */
static double
chart_labels_get_room (Placer *self, const KringMark *mark)
{
  double end = self->chart->look.scale.width - 2;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const KringMark *other = g_ptr_array_index (self->marks, i);

      if (other->label != NULL && other->label_box.y == mark->label_box.y &&
          other->label_box.x > mark->label_box.x)
        end = MIN (end, other->label_box.x - GAP * self->chart->look.text);
    }
  return end - mark->label_box.x;
}

/* Names that had to be short take what is left beside them. */
static void
lengthen (Placer *self, KringMark *mark)
{
  KringChart *chart = self->chart;
  const KringTextMeasurer *measurer = chart->look.measurer;
  double t = chart->look.text, start = kring_chart_get_label_start (chart, mark);
  double room = MIN (chart_labels_get_room (self, mark) - start, text_widths[0] * t);
  g_autofree char *title = kring_item_dup_title (g_ptr_array_index (mark->items, 0));
  g_autofree char *text = dup_shortened (chart, title, room);
  KringRect box = mark->label_box;

  box.width =
      start + measurer->width (text, KRING_CHART_LETTERS * t, KRING_WEIGHT_MEDIUM, measurer->data);
  if (box.width <= mark->label_box.width || is_crossed (self, box))
    return;
  mark->label_box = box;
  g_free (mark->label);
  mark->label = g_steal_pointer (&text);
}

static GPtrArray *
dup_named (KringChart *self)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < self->marks->len && marks->len < LABELLED_MAX; i++)
    {
      KringMark *mark = g_ptr_array_index (self->marks, i);

      if (mark->sort == KRING_MARK_EVENT && mark->at >= 0 && mark->at <= self->look.scale.width)
        g_ptr_array_add (marks, mark);
    }
  return marks;
}

/**
 * kring_chart_place_labels:
 *
 * Gives marks their names where there is room. Whatever the filter hides, names keep their places
 * while a period is drawn wider or narrower.
 */
void
kring_chart_place_labels (KringChart *self)
{
  Placer placer = { .chart = self, .marks = dup_named (self) };
  double best = text_widths[0];
  guint most = 0, last = 0;

  placer.leaders = g_array_new (FALSE, FALSE, sizeof (KringRect));
  for (guint i = 0; i < G_N_ELEMENTS (text_widths) && most < placer.marks->len; i++)
    {
      last = chart_labels_place_all (&placer, text_widths[i]);
      if (last > most)
        {
          most = last;
          best = text_widths[i];
        }
    }
  if (last < most)
    chart_labels_place_all (&placer, best);
  for (guint i = 0; i < placer.marks->len; i++)
    if (((KringMark *) g_ptr_array_index (placer.marks, i))->label != NULL)
      lengthen (&placer, g_ptr_array_index (placer.marks, i));
  g_array_unref (placer.leaders);
  g_ptr_array_unref (placer.marks);
}
