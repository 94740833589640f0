/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of events, above and below the line in turn. Each takes the first of its places where it
 * lies over nothing:
 *
 *   how long:   in full, shorter, a few words
 *   which side: the side that is its turn, the other one
 *   which line: the closest, further away
 *   how far:    over the event, beside it, further beside it
 */
#include "time/kring-chart-private.h"

#include "core/kring-describe.h"

#define GAP 7.0
#define MARK_GAP 5.0
/* More names than this are never readable together. */
#define LABELLED_MAX 150

static const double text_widths[] = { 210, 130, 76 };

typedef struct
{
  KringChart *chart;
  GArray *taken; /* (owned) (element-type KringRect) */
} Placer;

/* How far into its label the text of @mark begins. */
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
is_free (Placer *self, KringRect box)
{
  if (box.x < 2 || box.x + box.width > self->chart->look.scale.width - 2)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (kring_rect_intersects (box, g_array_index (self->taken, KringRect, i)))
      return FALSE;
  return TRUE;
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

static gboolean
try_place (Placer *self, KringMark *mark, double width, gboolean above, guint row)
{
  KringChart *chart = self->chart;
  double t = chart->look.text, height = KRING_CHART_LABEL * t;
  double away = chart->leader + row * height;
  double y = above ? chart->axis - away - height : chart->axis + away;
  const double shifts[] = { 0,
                            width / 4,
                            -width / 4,
                            width / 2 - 6 * t,
                            -width / 2 + 6 * t,
                            width / 2 + 30 * t,
                            -width / 2 - 30 * t };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      KringRect box = { mark->at - width / 2 + shifts[i], y, width, height };
      KringRect leader = get_leader (chart, mark, box);

      if (!is_free (self, kring_rect_grow (box, GAP / 2 * t)) ||
          (row > 0 && !is_free (self, leader)))
        continue;
      mark->label_box = box;
      g_array_append_val (self->taken, box);
      g_array_append_val (self->taken, leader);
      return TRUE;
    }
  return FALSE;
}

static gboolean
try_text (Placer *self, KringMark *mark, const char *text, gboolean above)
{
  KringChart *chart = self->chart;
  const KringTextMeasurer *measurer = chart->look.measurer;
  double width = kring_chart_get_label_start (chart, mark) +
                 measurer->width (text, KRING_CHART_LETTERS * chart->look.text, KRING_WEIGHT_MEDIUM,
                                  measurer->data);

  for (guint side = 0; side < 2; side++)
    for (guint row = 0; row < chart->n_rows; row++)
      if (try_place (self, mark, width, side == 0 ? above : !above, row))
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
place_label (Placer *self, KringMark *mark, gboolean above)
{
  g_autofree char *title = kring_item_dup_title (g_ptr_array_index (mark->items, 0));

  for (guint i = 0; i < G_N_ELEMENTS (text_widths); i++)
    {
      g_autofree char *text =
          dup_shortened (self->chart, title, text_widths[i] * self->chart->look.text);

      if (!try_text (self, mark, text, above))
        continue;
      mark->label = g_steal_pointer (&text);
      return TRUE;
    }
  return FALSE;
}

static gboolean
needs_label (KringChart *self, const KringMark *mark)
{
  return mark->sort == KRING_MARK_EVENT && mark->at >= 0 && mark->at <= self->look.scale.width;
}

/* Whatever the filter hides, names keep their places while a period is drawn wider or narrower. */
void
kring_chart_place_labels (KringChart *self)
{
  Placer placer = { self, g_array_new (FALSE, FALSE, sizeof (KringRect)) };
  gboolean above = TRUE;
  guint n = 0;

  for (guint i = 0; i < self->marks->len && n < LABELLED_MAX; i++)
    {
      KringMark *mark = g_ptr_array_index (self->marks, i);

      if (!needs_label (self, mark))
        continue;
      n++;
      if (place_label (&placer, mark, above))
        above = !above;
    }
  g_array_unref (placer.taken);
}
