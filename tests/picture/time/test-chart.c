/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/time/kring-chart.h"

#include "known.h"
#include "map/base/kring-date.h"
#include "map/edit/kring-commands.h"

#define WIDTH 1200
#define HEIGHT 152
#define MANY 800

typedef struct
{
  KringMap *map;       /* (owned) */
  KringEditor *editor; /* (owned) */
  char *noor;          /* (owned) */
  char *dex;           /* (owned) */
} Fixture;

static char *
add (Fixture *self, KringKindId kind, const char *name)
{
  return g_strdup (
      kring_item_get_id (kring_edit_add (self->editor, kind, name, KRING_POINT_INIT (0, 0))));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (3));
  self->noor = add (self, KRING_KIND_PERSON, "Noor");
  self->dex = add (self, KRING_KIND_PERSON, "Dex");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
  g_free (self->noor);
  g_free (self->dex);
}

static void
set (Fixture *self, const char *id, const char *field, const char *value)
{
  g_assert_true (kring_edit_set_one (self->editor, id, field, g_variant_new_string (value), NULL));
}

static const char *
add_event (Fixture *self, const char *name, const char *when)
{
  g_autofree char *id = add (self, KRING_KIND_EVENT, name);

  set (self, id, "when", when);
  return kring_map_get_id (kring_editor_get_map (self->editor), id);
}

static const char *
add_signal (Fixture *self, const char *name, KringFamily family, const char *when)
{
  KringItem *item = known_add_signal (self->editor, self->noor, NULL, name, family, NULL);

  set (self, kring_item_get_id (item), "observed", when);
  return kring_item_get_id (item);
}

static KringChart *
new_chart (Fixture *self, GHashTable *hidden)
{
  KringChartLook look = { { 0, 1, WIDTH }, HEIGHT, 1, FALSE, &kring_text_measurer_fixed, hidden };

  kring_time_scale_show (&look.scale, kring_chart_get_extent (self->map));
  return kring_chart_new (self->map, &look);
}

static gboolean
lies_inside (KringRect box, double height)
{
  return box.x >= 0 && box.x + box.width <= WIDTH && box.y >= 0 && box.y + box.height <= height;
}

static const KringMark *
find (KringChart *chart, const char *id)
{
  GPtrArray *marks = kring_chart_get_marks (chart);

  for (guint i = 0; i < marks->len; i++)
    if (((KringMark *) g_ptr_array_index (marks, i))->id == id)
      return g_ptr_array_index (marks, i);
  return NULL;
}

/* A day is a point, a month a stretch as long as the month. */
static void
test_vague (Fixture *self, gconstpointer data)
{
  const char *day = add_event (self, "A day", "2025-10-11");
  const char *month = add_event (self, "A month", "2025-09");
  const char *period = add_event (self, "A period", "2025-10-20/2025-11-10");
  g_autoptr (KringChart) chart = NULL;

  set (self, self->noor, "name", "N.");
  chart = new_chart (self, NULL);
  g_assert_cmpfloat (find (chart, day)->x1, ==, find (chart, day)->x2);
  g_assert_cmpfloat (find (chart, month)->x2 - find (chart, month)->x1, >, WIDTH / 3.0);
  g_assert_cmpfloat (find (chart, period)->x2 - find (chart, period)->x1, >, WIDTH / 4.0);
  g_assert_cmpfloat (find (chart, month)->x2, <, find (chart, day)->x1);
}

static gboolean
overlap (const KringMark *a, const KringMark *b)
{
  return a->label != NULL && b->label != NULL && kring_rect_intersects (a->label_box, b->label_box);
}

/* Names lie above and below in turn, over nothing, and inside the chart; some find no place. */
static void
test_labels (Fixture *self, gconstpointer data)
{
  g_autoptr (KringChart) chart = NULL;
  GPtrArray *marks;
  guint n_labelled = 0, n_above = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("What happened as number %u", i);
      g_autofree char *when = g_strdup_printf ("2025-%02u-%02u", 6 + i / 10, 1 + i * 7 % 27);

      add_event (self, name, when);
    }
  chart = new_chart (self, NULL);
  marks = kring_chart_get_marks (chart);
  g_assert_cmpuint (marks->len, ==, 40);
  for (guint i = 0; i < marks->len; i++)
    {
      const KringMark *mark = g_ptr_array_index (marks, i);

      for (guint k = 0; k < i; k++)
        g_assert_false (overlap (mark, g_ptr_array_index (marks, k)));
      if (mark->label == NULL)
        continue;
      n_labelled++;
      n_above += mark->label_box.y < kring_chart_get_axis (chart);
      g_assert_true (lies_inside (mark->label_box, HEIGHT));
    }
  g_assert_cmpuint (n_labelled, >=, 8);
  g_assert_cmpuint (n_above, >=, 3);
  g_assert_cmpuint (n_labelled - n_above, >=, 3);
}

/* Letters twice as large take twice the height, and are not cut off. */
static void
test_large_letters (Fixture *self, gconstpointer data)
{
  KringChartLook look = { { 0, 1, WIDTH }, 2 * HEIGHT, 2, FALSE, &kring_text_measurer_fixed, NULL };
  g_autoptr (KringChart) chart = NULL;
  guint n_labelled = 0;

  add_event (self, "First of all", "2025-09-01");
  add_event (self, "Then", "2025-10-11");
  add_event (self, "And in the end", "2025-11-20");
  add_signal (self, "Gifts", KRING_FAMILY_RISK, "2025-10-11");
  kring_time_scale_show (&look.scale, kring_chart_get_extent (self->map));
  chart = kring_chart_new (self->map, &look);
  for (guint i = 0; i < kring_chart_get_marks (chart)->len; i++)
    {
      const KringMark *mark = g_ptr_array_index (kring_chart_get_marks (chart), i);

      g_assert_true (lies_inside (mark->label_box, 2 * HEIGHT));
      g_assert_cmpfloat (mark->box.y + mark->box.height, <, 2 * HEIGHT);
      g_assert_cmpfloat (mark->box.height, >, 20);
      n_labelled += mark->label != NULL;
    }
  g_assert_cmpuint (n_labelled, ==, 3);
}

/* Signals of one sign that cannot be told apart are counted; another sign stands beside them. */
static void
test_signals (Fixture *self, gconstpointer data)
{
  const char *first = add_signal (self, "Gifts", KRING_FAMILY_RISK, "2025-10-11");
  const char *back, *help;
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringChart) chart = NULL;

  add_event (self, "Long ago", "2024-10-11");
  add_signal (self, "Debt", KRING_FAMILY_RISK, "2025-10-12");
  back = add_signal (self, "Contact again", KRING_FAMILY_RETURN, "2025-10-12");
  help = add_signal (self, "Grandmother", KRING_FAMILY_PROTECTIVE, "2025-10-12");
  chart = new_chart (self, NULL);
  g_assert_cmpuint (find (chart, first)->items->len, ==, 3);
  g_assert_null (find (chart, back));
  g_assert_cmpuint (find (chart, help)->items->len, ==, 1);
  g_assert_cmpfloat (find (chart, help)->at, >, find (chart, first)->at + 15);

  /* What the filter hides is counted by itself. */
  g_clear_pointer (&chart, kring_chart_free);
  g_hash_table_add (hidden, (gpointer) back);
  chart = new_chart (self, hidden);
  g_assert_cmpuint (find (chart, first)->items->len, ==, 2);
  g_assert_cmpuint (find (chart, back)->items->len, ==, 1);
}

/* Ties last from since to until; what begins when another has ended may share its lane. */
static void
test_ties (Fixture *self, gconstpointer data)
{
  KringEditor *editor = self->editor;
  const char *ids[3];
  const char *const since[] = { "2025-09-01", "2025-09-15", "2025-11-01" };
  const char *const until[] = { "2025-10-01", NULL, "2025-11-20" };
  g_autoptr (KringChart) chart = NULL;

  for (guint i = 0; i < 3; i++)
    {
      ids[i] = kring_item_get_id (kring_edit_add_tie (editor, self->dex, self->noor, "knows",
                                                      KRING_CERTAINTY_CONFIRMED, NULL));
      set (self, ids[i], "since", since[i]);
      if (until[i] != NULL)
        set (self, ids[i], "until", until[i]);
    }
  chart = new_chart (self, NULL);
  g_assert_cmpfloat (find (chart, ids[0])->x2, <, find (chart, ids[2])->x1);
  g_assert_cmpfloat (find (chart, ids[1])->x2, >, WIDTH);
  g_assert_cmpfloat (find (chart, ids[0])->y, ==, find (chart, ids[2])->y);
  g_assert_cmpfloat (find (chart, ids[0])->y, !=, find (chart, ids[1])->y);
}

/* Missing lasts until the last of those who were is found. */
static void
test_episodes (Fixture *self, gconstpointer data)
{
  const char *missing = add_event (self, "Both missing", "2025-10-11T17:40");
  const char *one = add_event (self, "Dex back", "2025-10-13");
  const char *other = add_event (self, "Noor found", "2025-10-14T06:20");
  const char *both[] = { self->noor, self->dex };
  g_autoptr (GArray) episodes = NULL, open = NULL;
  KringDate date;

  set (self, missing, "sort", "missing");
  set (self, one, "sort", "found");
  set (self, other, "sort", "found");
  kring_edit_set_one (self->editor, missing, "involved", g_variant_new_strv (both, 2), NULL);
  kring_edit_set_one (self->editor, one, "involved", g_variant_new_strv (both + 1, 1), NULL);
  open = kring_map_dup_episodes (self->map);
  g_assert_cmpuint (open->len, ==, 1);
  g_assert_cmpint (g_array_index (open, KringPeriod, 0).last, ==, G_MAXINT64);

  kring_edit_set_one (self->editor, other, "involved", g_variant_new_strv (both, 1), NULL);
  episodes = kring_map_dup_episodes (self->map);
  kring_date_parse ("2025-10-14T06:20", &date);
  g_assert_cmpint (g_array_index (episodes, KringPeriod, 0).last, ==,
                   kring_moment_first_minute (date.start));
}

static void
test_hit (Fixture *self, gconstpointer data)
{
  const char *first = add_event (self, "First", "2025-09-01");
  const char *second = add_event (self, "Second", "2025-10-11");
  g_autoptr (KringChart) chart = new_chart (self, NULL);
  const KringMark *mark = find (chart, second);

  g_assert_true (kring_chart_hit (chart, mark->at + 5, mark->y - 5) == mark);
  g_assert_true (kring_chart_hit (chart, mark->label_box.x + 2, mark->label_box.y + 2) == mark);
  g_assert_null (kring_chart_hit (chart, WIDTH / 2.0, 2));
  g_assert_true (kring_chart_step (chart, NULL, 1)->id == first);
  g_assert_true (kring_chart_step (chart, first, 1) == mark);
  g_assert_true (kring_chart_step (chart, second, -1)->id == first);
  g_assert_null (kring_chart_step (chart, second, 1));
  g_assert_null (kring_chart_step (chart, NULL, 0));
}

static guint
count (GPtrArray *shapes, const char *id, gboolean dashed, gboolean struck)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      n += shape->id == id && (dashed ? shape->dash[1] > 0 : struck ? shape->struck : TRUE);
    }
  return n;
}

/* Certainty is the dash of the rim; what was refuted is struck through. */
static void
test_shapes (Fixture *self, gconstpointer data)
{
  const char *sure = add_event (self, "Sure", "2025-09-01");
  const char *maybe = add_event (self, "Maybe", "2025-09-20");
  const char *untrue = add_event (self, "Untrue", "2025-10-11");
  const KringChartState state = { { G_MININT64, G_MAXINT64 }, NULL, NULL, NULL };
  g_autoptr (KringChart) chart = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  set (self, maybe, "certainty", "suspected");
  set (self, untrue, "certainty", "refuted");
  chart = new_chart (self, NULL);
  shapes = kring_chart_dup_shapes (chart, &state);
  g_assert_cmpuint (count (shapes, sure, FALSE, FALSE), >, 2);
  g_assert_cmpuint (count (shapes, sure, TRUE, FALSE), ==, 0);
  g_assert_cmpuint (count (shapes, maybe, TRUE, FALSE), ==, 1);
  g_assert_cmpuint (count (shapes, untrue, FALSE, TRUE), ==, 1);
  g_assert_cmpuint (count (shapes, sure, FALSE, TRUE), ==, 0);
}

/* Nothing with a date; then more than can be told apart. */
static void
test_few_and_many (Fixture *self, gconstpointer data)
{
  const KringChartState state = { { G_MININT64, G_MAXINT64 }, NULL, NULL, NULL };
  g_autoptr (KringChart) empty = new_chart (self, NULL), full = NULL;
  g_autoptr (GPtrArray) shapes = kring_chart_dup_shapes (empty, &state), more = NULL;
  gint64 start;

  g_assert_cmpuint (kring_chart_get_marks (empty)->len, ==, 0);
  kring_history_begin (kring_editor_get_history (self->editor), "Many");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *when = g_strdup_printf ("2025-%02u-%02u", 1 + i % 12, 1 + i % 28);

      add_signal (self, "Gifts", i % 4, when);
    }
  kring_history_commit (kring_editor_get_history (self->editor));
  start = g_get_monotonic_time ();
  full = new_chart (self, NULL);
  more = kring_chart_dup_shapes (full, &state);
  g_test_message ("%u signals in %.1f ms", MANY, (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (kring_chart_get_marks (full)->len, <, 3 * WIDTH / 15);
}

#define TEST(PATH, FUNCTION) g_test_add (PATH, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/time/chart/vague", test_vague);
  TEST ("/time/chart/labels", test_labels);
  TEST ("/time/chart/large-letters", test_large_letters);
  TEST ("/time/chart/signals", test_signals);
  TEST ("/time/chart/ties", test_ties);
  TEST ("/time/chart/episodes", test_episodes);
  TEST ("/time/chart/hit", test_hit);
  TEST ("/time/chart/shapes", test_shapes);
  TEST ("/time/chart/few-and-many", test_few_and_many);
  return g_test_run ();
}
