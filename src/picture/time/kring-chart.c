/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/time/kring-chart-private.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define KNOWN_HEIGHT 23.0
#define TIE_HEIGHT 4.0
#define TIE_HEIGHT_ROOMY 16.0
#define TIE_LETTERS 10.5
#define TIE_NAME_MAX 260.0
/* Of the height, at most, for ties. */
#define TIES_PART 0.14
#define TIES_PART_ROOMY 0.5
/* Between ties in one lane. */
#define LANE_GAP 10.0
/* Further outside the chart nothing is laid out. */
#define BESIDE 300.0
#define REACH 7.0
/* So much around everything when there is but one moment. */
#define EXTENT_MIN KRING_WEEK_MINUTES

static void
mark_free (KringMark *mark)
{
  g_ptr_array_unref (mark->items);
  g_free (mark->label);
  g_free (mark);
}

static void
extend (KringPeriod *extent, KringPeriod period)
{
  if (period.first != G_MININT64)
    {
      extent->first = MIN (extent->first, period.first);
      extent->last = MAX (extent->last, period.first);
    }
  if (period.last != G_MAXINT64)
    {
      extent->first = MIN (extent->first, period.last);
      extent->last = MAX (extent->last, period.last);
    }
}

/* Ties count where nothing else has a date: one that is years old would push all the rest aside. */
static gboolean
chart_get_bounds (KringMap *map, gboolean of_ties, KringPeriod *extent)
{
  *extent = (KringPeriod){ G_MAXINT64, G_MININT64 };
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringPeriod period;

      if (kring_item_is (item, KRING_KIND_TIE) == of_ties &&
          kring_timeline_get_period (item, &period))
        extend (extent, period);
    }
  return extent->first <= extent->last;
}

/**
 * kring_chart_get_extent:
 *
 * Returns: from the first to the last minute that anything on @map is about; a week of today's year
 *   when nothing has a date
 */
KringPeriod
kring_chart_get_extent (KringMap *map)
{
  KringPeriod extent;
  g_autoptr (GDateTime) now = NULL;
  KringMoment today = { 0, 0, 0, 0, 0 };

  if (!chart_get_bounds (map, FALSE, &extent) && !chart_get_bounds (map, TRUE, &extent))
    {
      now = g_date_time_new_now_local ();
      g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
      extent.first = extent.last = kring_moment_first_minute (today);
    }
  if (extent.last - extent.first < EXTENT_MIN)
    {
      extent.first -= EXTENT_MIN / 2;
      extent.last = extent.first + EXTENT_MIN;
    }
  return extent;
}

static KringMark *
mark_new (KringMarkSort sort, KringItem *item, double x1, double x2)
{
  KringMark *mark = g_new0 (KringMark, 1);

  mark->sort = sort;
  mark->items = g_ptr_array_new ();
  g_ptr_array_add (mark->items, item);
  mark->id = kring_item_get_id (item);
  mark->x1 = x1;
  mark->x2 = x2;
  mark->at = (x1 + x2) / 2;
  return mark;
}

/* (nullable): nothing, when it is far out of sight. */
static KringMark *
new_mark (KringChart *self, KringMarkSort sort, KringItem *item)
{
  KringTimeScale *scale = &self->look.scale;
  KringPeriod period;
  double x1, x2;

  if (!kring_timeline_get_period (item, &period))
    return NULL;
  x1 = period.first == G_MININT64 ? -BESIDE : kring_time_scale_to_x (scale, period.first);
  x2 = period.last == G_MAXINT64 ? scale->width + BESIDE
                                 : kring_time_scale_to_x (scale, period.last);
  if (x2 < -BESIDE || x1 > scale->width + BESIDE)
    return NULL;
  return mark_new (sort, item, x1, x2);
}

static void
set_box (KringMark *mark, double radius)
{
  mark->box = KRING_RECT_INIT (mark->at - radius, mark->y - radius, 2 * radius, 2 * radius);
}

/* A day is a moment; what is vaguer is as wide as it is vague. */
static void
chart_add_event (KringChart *self, KringItem *item)
{
  KringMark *mark = new_mark (self, KRING_MARK_EVENT, item);
  double radius = KRING_CHART_RADIUS * self->look.text;
  KringDate date;

  if (mark == NULL)
    return;
  kring_date_parse (kring_timeline_get_date (item), &date);
  if (mark->x2 - mark->x1 < 2 * radius || (date.start.day > 0 && !kring_date_is_period (date)))
    mark->x1 = mark->x2 = mark->at;
  mark->y = self->axis;
  set_box (mark, radius);
  mark->box.x = MIN (mark->box.x, mark->x1);
  mark->box.width = MAX (mark->box.width, mark->x2 - mark->box.x);
  g_ptr_array_add (self->marks, mark);
}

static KringComponent
chart_get_part (KringItem *signal)
{
  switch (kring_item_get_choice (signal, KRING_F_FAMILY))
    {
    case KRING_FAMILY_VULNERABILITY:
      return KRING_PART_VULNERABILITY;
    case KRING_FAMILY_PROTECTIVE:
      return KRING_PART_PROTECTIVE;
    default:
      return KRING_PART_RISK;
    }
}

static gboolean
chart_is_hidden (KringChart *self, const char *id)
{
  return self->look.hidden != NULL && g_hash_table_contains (self->look.hidden, id);
}

static int
chart_compare_places (gconstpointer a, gconstpointer b)
{
  const KringMark *mark_a = *(KringMark *const *) a, *mark_b = *(KringMark *const *) b;

  if (mark_a->at != mark_b->at)
    return mark_a->at < mark_b->at ? -1 : 1;
  return (mark_a->y > mark_b->y) - (mark_a->y < mark_b->y);
}

/* (element-type KringMark): signals and words one by one, from left to right */
static GPtrArray *
dup_known (KringChart *self, GPtrArray *items)
{
  GPtrArray *known = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      gboolean words = kring_item_is (item, KRING_KIND_STATEMENT);
      KringMark *mark;

      if (kring_item_get_kind (item)->group != KRING_GROUP_ABOUT)
        continue;
      mark = new_mark (self, words ? KRING_MARK_WORDS : KRING_MARK_SIGNALS, item);
      if (mark == NULL)
        continue;
      mark->part = words ? KRING_PART_NONE : chart_get_part (item);
      mark->y = self->known;
      g_ptr_array_add (known, mark);
    }
  g_ptr_array_sort (known, chart_compare_places);
  return known;
}

/* The last mark of the same sort, sign and state, if @mark stands too close to it. */
static KringMark *
chart_find_close (KringChart *self, const KringMark *mark, double least)
{
  for (guint i = self->marks->len; i-- > 0;)
    {
      KringMark *other = g_ptr_array_index (self->marks, i);

      if (other->sort == mark->sort && other->part == mark->part &&
          chart_is_hidden (self, other->id) == chart_is_hidden (self, mark->id))
        return mark->at - other->at < least ? other : NULL;
    }
  return NULL;
}

/* What cannot be told apart becomes one sign with a count; other signs stand side by side. */
static void
chart_add_known (KringChart *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) known = dup_known (self, items);
  double least = 2.2 * KRING_CHART_COUNT * self->look.text, edge = -G_MAXDOUBLE;

  for (guint i = 0; i < known->len; i++)
    {
      KringMark *mark = g_ptr_array_index (known, i);
      KringMark *other = chart_find_close (self, mark, least);

      if (other != NULL)
        {
          g_ptr_array_add (other->items, g_ptr_array_index (mark->items, 0));
          other->x1 = MIN (other->x1, mark->x1);
          other->x2 = MAX (other->x2, mark->x2);
          mark_free (mark);
          continue;
        }
      mark->at = MAX (mark->at, edge + least);
      edge = mark->at;
      set_box (mark, KRING_CHART_COUNT * self->look.text);
      g_ptr_array_add (self->marks, mark);
    }
}

static void
name_tie (KringChart *self, KringMark *mark)
{
  const KringTextMeasurer *measurer = self->look.measurer;
  double size = TIE_LETTERS * self->look.text, most = TIE_NAME_MAX * self->look.text;
  g_autofree char *title = kring_map_dup_title (self->map, g_ptr_array_index (mark->items, 0));

  mark->label = measurer->width (title, size, KRING_WEIGHT_MEDIUM, measurer->data) > most
                    ? kring_text_shorten (measurer, title, most, size, KRING_WEIGHT_MEDIUM)
                    : g_steal_pointer (&title);
  mark->label_box.x = MAX (mark->x1, 0) + LANE_GAP / 2;
  mark->label_box.width = measurer->width (mark->label, size, KRING_WEIGHT_MEDIUM, measurer->data);
}

/* The first lane that is free where the tie begins; -1: all are full. */
static int
find_lane (GArray *ends, double start, guint n_max)
{
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, double, i) + LANE_GAP <= start)
      return i;
  if (ends->len >= n_max)
    return -1;
  g_array_set_size (ends, ends->len + 1);
  return ends->len - 1;
}

/* (transfer full) (nullable): a tie that begins or ends in sight; the others say nothing here. */
static KringMark *
new_tie (KringChart *self, KringItem *item)
{
  KringMark *mark =
      kring_item_is (item, KRING_KIND_TIE) ? new_mark (self, KRING_MARK_TIE, item) : NULL;

  if (mark == NULL || mark->x1 > 0 || mark->x2 < self->look.scale.width)
    return mark;
  mark_free (mark);
  return NULL;
}

static void
chart_add_ties (KringChart *self, GPtrArray *items)
{
  double part = self->look.roomy ? TIES_PART_ROOMY : TIES_PART;
  double wanted = (self->look.roomy ? TIE_HEIGHT_ROOMY : TIE_HEIGHT) * self->look.text;
  guint n_max = MAX (1, self->look.height * part / (wanted * (self->look.roomy ? 1 : 0.6)));
  g_autoptr (GArray) ends = g_array_new (FALSE, TRUE, sizeof (double));

  for (guint i = 0; i < items->len; i++)
    {
      KringMark *mark = new_tie (self, g_ptr_array_index (items, i));
      int lane;

      if (mark == NULL)
        continue;
      if (self->look.roomy)
        name_tie (self, mark);
      lane = find_lane (ends, mark->x1, n_max);
      if (lane < 0)
        {
          self->n_left_out++;
          mark_free (mark);
          continue;
        }
      g_array_index (ends, double, lane) =
          MAX (mark->x2, mark->label_box.x + mark->label_box.width);
      mark->y = lane;
      g_ptr_array_add (self->marks, mark);
    }
  self->n_lanes = ends->len;
  self->tie_height = MIN (wanted, self->look.height * part / MAX (ends->len, 1));
}

/* From the top: names, the line, names, signals and words, ties, ticks. */
static void
divide_height (KringChart *self, gboolean any_known)
{
  double t = self->look.text, label = KRING_CHART_LABEL * t;
  double known = any_known ? KNOWN_HEIGHT * t : 0, ties = self->n_lanes * self->tie_height;
  double ticks = self->look.height - KRING_CHART_TICKS * t;
  double rest = ticks - known - ties - 4 * t;

  self->axis = rest / 2;
  self->n_rows = CLAMP ((rest / 2 - 18 * t) / label, 1, KRING_CHART_ROWS);
  self->leader = MIN (rest / 2 - self->n_rows * label - 2 * t, 30 * t);
  self->known = rest + known / 2;
  self->ties = rest + known + 2 * t;
}

static void
settle_ties (KringChart *self)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      KringMark *mark = g_ptr_array_index (self->marks, i);
      double height = self->tie_height;

      if (mark->sort != KRING_MARK_TIE)
        continue;
      mark->label_box.y = self->ties + mark->y * height;
      mark->label_box.height = height;
      mark->y = self->ties + (mark->y + (self->look.roomy ? 0.85 : 0.5)) * height;
      mark->box = KRING_RECT_INIT (mark->x1, mark->y - 2, mark->x2 - mark->x1, 4);
    }
}

static void
chart_lay_out (KringChart *self)
{
  g_autoptr (GPtrArray) items = kring_map_dup_timeline (self->map);
  gboolean any_known = FALSE;

  for (guint i = 0; i < items->len; i++)
    any_known |= kring_item_get_kind (g_ptr_array_index (items, i))->group == KRING_GROUP_ABOUT;
  chart_add_ties (self, items);
  divide_height (self, any_known);
  settle_ties (self);
  for (guint i = 0; i < items->len; i++)
    if (kring_item_is (g_ptr_array_index (items, i), KRING_KIND_EVENT))
      chart_add_event (self, g_ptr_array_index (items, i));
  chart_add_known (self, items);
  kring_chart_place_labels (self);
}

/**
 * kring_chart_new: (constructor)
 * @look: how large, and which stretch of time; copied, what it points to must outlive the chart
 *
 * Returns: (transfer full): the chart of @map as it is now
 */
KringChart *
kring_chart_new (KringMap *map, const KringChartLook *look)
{
  KringChart *self = g_new0 (KringChart, 1);

  self->map = g_object_ref (map);
  self->look = *look;
  self->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  self->ticks = kring_time_scale_dup_ticks (&look->scale, 68 * look->text);
  self->episodes = kring_map_dup_episodes (map);
  chart_lay_out (self);
  return self;
}

void
kring_chart_free (KringChart *self)
{
  g_ptr_array_unref (self->marks);
  g_ptr_array_unref (self->ticks);
  g_array_unref (self->episodes);
  g_object_unref (self->map);
  g_free (self);
}

/**
 * kring_chart_get_marks:
 *
 * Returns: (transfer none) (element-type KringMark): everything that stands in or near the chart
 */
GPtrArray *
kring_chart_get_marks (KringChart *self)
{
  return self->marks;
}

/**
 * kring_chart_get_axis:
 *
 * Returns: how far down the line of time runs, in pixels
 */
double
kring_chart_get_axis (KringChart *self)
{
  return self->axis;
}

/**
 * kring_chart_get_handle:
 * @minute: where a period begins or ends; G_MININT64 or G_MAXINT64 if that is open
 *
 * Returns: where its handle stands, which is never out of sight
 */
double
kring_chart_get_handle (KringChart *self, gint64 minute)
{
  double width = self->look.scale.width;

  if (minute == G_MININT64)
    return 0;
  return minute == G_MAXINT64 ? width
                              : CLAMP (kring_time_scale_to_x (&self->look.scale, minute), 0, width);
}

/**
 * kring_chart_hit:
 *
 * Returns: (transfer none) (nullable): the mark whose sign or name lies at this place, or the
 *   closest one around it
 */
const KringMark *
kring_chart_hit (KringChart *self, double x, double y)
{
  const KringMark *best = NULL;
  double nearest = G_MAXDOUBLE;
  KringPoint point = { x, y };

  for (guint i = 0; i < self->marks->len; i++)
    {
      const KringMark *mark = g_ptr_array_index (self->marks, i);
      gboolean tie = mark->sort == KRING_MARK_TIE;
      KringRect box = tie ? mark->box : kring_rect_grow (mark->box, REACH * self->look.text);
      double distance = tie ? fabs (y - mark->y) + REACH : fabs (x - mark->at) + fabs (y - mark->y);

      if (mark->label != NULL && kring_rect_contains (mark->label_box, point))
        return mark;
      if (kring_rect_contains (box, point) && distance < nearest)
        {
          nearest = distance;
          best = mark;
        }
    }
  return best;
}

/**
 * kring_chart_step:
 * @id: (nullable): interned id of the mark to start from; %NULL: before the first
 * @step: 1 for the next one in time, -1 for the one before, 0 for that very one
 *
 * Ties are passed over: most last longer than what is in sight.
 *
 * Returns: (transfer none) (nullable): the mark, if there is one
 */
const KringMark *
kring_chart_step (KringChart *self, const char *id, int step)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();
  int at = -1;

  for (guint i = 0; i < self->marks->len; i++)
    if (((KringMark *) g_ptr_array_index (self->marks, i))->sort != KRING_MARK_TIE)
      g_ptr_array_add (marks, g_ptr_array_index (self->marks, i));
  g_ptr_array_sort (marks, chart_compare_places);
  for (guint i = 0; i < marks->len && id != NULL; i++)
    if (((KringMark *) g_ptr_array_index (marks, i))->id == id)
      at = i;
  if (at < 0 && step <= 0)
    return NULL;
  at += step;
  return at >= 0 && at < (int) marks->len ? g_ptr_array_index (marks, at) : NULL;
}

/**
 * kring_mark_dup_text:
 *
 * Returns: (transfer full): what @mark says in words: a line for each of its items
 */
char *
kring_mark_dup_text (KringMap *map, const KringMark *mark)
{
  GString *text = g_string_new (NULL);
  const guint shown = MIN (mark->items->len, 6);

  for (guint i = 0; i < shown; i++)
    {
      KringItem *item = g_ptr_array_index (mark->items, i);
      g_autofree char *when = kring_timeline_dup_when (item);
      g_autofree char *sentence = kring_timeline_dup_sentence (map, item);
      g_autofree char *source = kring_timeline_dup_source (item);

      g_string_append_printf (text, "%s%s: %s%s%s", i > 0 ? "\n" : "", when, sentence,
                              *source != '\0' ? "\n" : "", source);
    }
  if (mark->items->len > shown)
    {
      g_string_append_c (text, '\n');
      /* Translators: how many signals or words are not listed. */
      g_string_append_printf (text, _ ("and %u more"), mark->items->len - shown);
    }
  return g_string_free (text, FALSE);
}
