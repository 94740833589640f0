/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/time/kring-time-scale.h"

#include "map/base/kring-date.h"

/* The first minute of a date as it stands in a file. */
static gint64
at (const char *text)
{
  KringDate date;

  g_assert_true (kring_date_parse (text, &date));
  return kring_moment_first_minute (date.start);
}

static void
test_minutes (void)
{
  const char *const dates[] = { "0001-01-02", "2024-02-29", "2025-12-31T23:59", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      gint64 minute = at (dates[i]);

      g_assert_cmpint (kring_moment_first_minute (kring_moment_at_minute (minute)), ==, minute);
    }
  /* What no date can say is brought back to what one can. */
  g_assert_cmpint (kring_moment_at_minute (G_MININT64).year, ==, 1);
  g_assert_cmpint (kring_moment_at_minute (G_MAXINT64).year, ==, 9999);
}

static void
test_places (void)
{
  KringTimeScale scale = { at ("2025-10-01"), at ("2025-10-11"), 1000 };

  g_assert_cmpfloat_with_epsilon (kring_time_scale_to_x (&scale, at ("2025-10-02")), 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_to_minute (&scale, 50), at ("2025-10-01T12:00"),
                                  1e-3);

  /* What stands under the pointer stays there. */
  kring_time_scale_zoom (&scale, 2, 300);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_to_minute (&scale, 300), at ("2025-10-04"),
                                  1e-3);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (&scale), 5 * KRING_DAY_MINUTES, 1e-3);
  kring_time_scale_pan (&scale, 200);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_to_minute (&scale, 100), at ("2025-10-04"),
                                  1e-3);

  /* Not closer than hours, not wider than centuries. */
  kring_time_scale_zoom (&scale, 1e9, 0);
  g_assert_cmpfloat (kring_time_scale_get_span (&scale), >=, 60);
  kring_time_scale_zoom (&scale, 1e-9, 0);
  g_assert_cmpfloat (kring_time_scale_get_span (&scale), <, 1e9);
}

/* What is typed where somebody points is no finer than what can be told apart there. */
static void
test_typed (void)
{
  static const struct
  {
    const char *first, *last, *typed;
  } rows[] = {
    { "2024-05-16", "2024-05-18", "17-5-2024 13:00" }, { "2024-05-01", "2024-06-01", "17-5-2024" },
    { "2023-06-01", "2025-05-01", "17-5-2024" },       { "2022-06-01", "2025-05-01", "May 2024" },
    { "2018-01-01", "2028-01-01", "May 2024" },        { "1995-01-01", "2030-01-01", "2024" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KringTimeScale scale = { at (rows[i].first), at (rows[i].last), 1000 };
      g_autofree char *typed = kring_time_scale_dup_typed (&scale, at ("2024-05-17T13:24"));

      g_assert_cmpstr (typed, ==, rows[i].typed);
    }
}

static void
test_bounds (void)
{
  KringPeriod all = { at ("2025-09-01"), at ("2025-11-01") };
  KringTimeScale scale = { 0, 1, 1000 };

  kring_time_scale_show (&scale, all);
  g_assert_cmpfloat (kring_time_scale_to_x (&scale, all.first), >, 0);
  g_assert_cmpfloat (kring_time_scale_to_x (&scale, all.last), <, 1000);
  kring_time_scale_show_span (&scale, at ("2031-01-01"), KRING_WEEK_MINUTES);
  kring_time_scale_keep_within (&scale, all);
  g_assert_cmpfloat (scale.first, <, all.last);
  g_assert_cmpfloat (scale.last, >, all.last);
  kring_time_scale_show_span (&scale, at ("2020-01-01"), KRING_WEEK_MINUTES);
  kring_time_scale_keep_within (&scale, all);
  g_assert_cmpfloat (scale.last, >, all.first);
}

static const struct
{
  const char *first, *last;
  double width;
  const char *labels;
} ticks[] = {
  { "2025-08-25", "2025-11-20", 1500, "September October November" },
  { "2025-11-10", "2026-02-20", 900, "December January 2026 February" },
  { "2025-11-10", "2026-02-20", 250, "Dec Jan 2026 Feb" },
  { "2025-10-08", "2025-10-29", 500, "13_Oct 20_Oct 27_Oct" },
  { "2025-10-10T12:00", "2025-10-14", 250, "11_Oct 12_Oct 13_Oct 14_Oct" },
  { "2025-10-11T15:00", "2025-10-12T07:00", 300, "18:00 12_Oct 6:00" },
  { "1999-06-01", "2011-06-01", 300, "2000 2005 2010" },
};

static void
test_ticks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ticks); i++)
    {
      KringTimeScale scale = { at (ticks[i].first), at (ticks[i].last), ticks[i].width };
      g_autoptr (GPtrArray) found = kring_time_scale_dup_ticks (&scale, 68);
      g_autoptr (GString) labels = g_string_new (NULL);
      double before = -1000;

      for (guint k = 0; k < found->len; k++)
        {
          const KringTick *tick = g_ptr_array_index (found, k);
          g_autofree char *label = g_strdup (tick->label);

          if (strchr (label, ' ') != NULL && g_ascii_isdigit (*label))
            g_strdelimit (label, " ", '_');
          g_string_append_printf (labels, "%s%s", k > 0 ? " " : "", label);
          g_assert_cmpfloat (tick->x - before, >=, 60);
          before = tick->x;
        }
      g_assert_cmpstr (labels->str, ==, ticks[i].labels);
    }
}

/* A scale that looks before the first and after the last year of the calendar. */
static void
test_edges (void)
{
  KringTimeScale early = { -1e6, 1e6, 500 };
  KringTimeScale late = { at ("9990"), at ("9999-12-31") + 1e6, 500 };
  g_autoptr (GPtrArray) first = kring_time_scale_dup_ticks (&early, 68);
  g_autoptr (GPtrArray) last = kring_time_scale_dup_ticks (&late, 68);

  g_assert_cmpuint (first->len, <, 20);
  g_assert_cmpuint (last->len, <, 20);
}

static void
test_words (void)
{
  const KringPeriod days = { at ("2025-10-11"), at ("2025-10-15") - 1 };
  const KringPeriod hours = { at ("2025-10-11T17:40"), at ("2025-10-14T06:20") };
  const KringPeriod open = { at ("2025-10-11"), G_MAXINT64 };
  const KringPeriod until = { G_MININT64, at ("2025-10-15") - 1 };
  g_autofree char *a = kring_period_dup_text (days), *b = kring_period_dup_text (hours);
  g_autofree char *c = kring_period_dup_text (open), *d = kring_period_dup_text (until);

  g_assert_cmpstr (a, ==, "11–14 Oct 2025");
  g_assert_cmpstr (b, ==, "11 Oct, 17:40–14 Oct 2025, 6:20");
  g_assert_cmpstr (c, ==, "since 11 Oct 2025");
  g_assert_cmpstr (d, ==, "until 14 Oct 2025");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/scale/minutes", test_minutes);
  g_test_add_func ("/time/scale/places", test_places);
  g_test_add_func ("/time/scale/bounds", test_bounds);
  g_test_add_func ("/time/scale/typed", test_typed);
  g_test_add_func ("/time/scale/ticks", test_ticks);
  g_test_add_func ("/time/scale/edges", test_edges);
  g_test_add_func ("/time/scale/words", test_words);
  return g_test_run ();
}
