/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "views/kring-time-view.h"
#include "fixture.h"

#include "edit/kring-commands.h"
#include "views/kring-time-window.h"

/* What the narrowest window has room for, with the gaps of its own style. */
#define NARROWEST 330

static char *
add_event (Fixture *fixture, const char *name, const char *when)
{
  char *id = fixture_add (fixture, KRING_KIND_EVENT, name);

  kring_edit_set_one (fixture->editor, id, "when", g_variant_new_string (when), NULL);
  return id;
}

static KringTimeStrip *
new_strip (Fixture *fixture)
{
  g_autofree char *first = add_event (fixture, "First", "2025-09-01");
  g_autofree char *middle = add_event (fixture, "Middle", "2025-10-11T17:40");
  g_autofree char *last = add_event (fixture, "Last", "2025-11-20");
  KringTimeStrip *strip = KRING_TIME_STRIP (kring_time_strip_new (fixture->session, FALSE));

  fixture_show (fixture, GTK_WIDGET (strip));
  return strip;
}

static void
assert_period (Fixture *fixture, const char *from, const char *to)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);

  g_assert_cmpstr (kring_filter_get_from (filter), ==, from);
  g_assert_cmpstr (kring_filter_get_to (filter), ==, to);
}

static void
set_period (Fixture *fixture, const char *from, const char *to)
{
  kring_filter_set_period (kring_session_get_filter (fixture->session), from, to);
}

/* The narrowest window has room for it, also while a period is shown. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  int width;

  gtk_widget_measure (GTK_WIDGET (strip), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, NARROWEST);
}

static GtkWidget *
get_handle (KringTimeStrip *strip, gboolean last)
{
  GtkWidget *chart = GTK_WIDGET (kring_time_strip_get_chart (strip));

  return last ? gtk_widget_get_last_child (chart) : gtk_widget_get_first_child (chart);
}

/* Whole days are written as days; what lies beyond everything has no end. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  KringPeriod window, bounds;

  set_period (fixture, "2025-10", "2025-10-14T06:20");
  window = kring_time_window_get (fixture->session);
  kring_time_window_set (fixture->session, window);
  assert_period (fixture, "2025-10-01", "2025-10-14T06:20");
  kring_time_window_set (fixture->session, KRING_PERIOD_EVER);
  assert_period (fixture, NULL, NULL);

  bounds = (KringPeriod){ window.first - 10 * KRING_DAY_MINUTES, window.last };
  window.first += 100;
  window = kring_time_window_snap (window, KRING_DAY_MINUTES, bounds);
  g_assert_cmpint (window.first % KRING_DAY_MINUTES, ==, 0);
  g_assert_cmpint (window.last, ==, G_MAXINT64);
  window = kring_time_window_snap ((KringPeriod){ bounds.first + 5000, bounds.first + 4000 },
                                   KRING_DAY_MINUTES, bounds);
  g_assert_cmpint (window.last - window.first, ==, KRING_DAY_MINUTES - 1);
}

/* Keys move an end by a day; the ends do not pass each other; what is passed over shows. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  GtkWidget *first = get_handle (strip, FALSE), *last = get_handle (strip, TRUE);

  g_signal_emit_by_name (first, "step", 3);
  assert_period (fixture, "2025-09-04", NULL);
  g_signal_emit_by_name (first, "step", -1);
  assert_period (fixture, "2025-09-03", NULL);
  g_signal_emit_by_name (last, "step", -7);
  assert_period (fixture, "2025-09-03", "2025-11-13");
  g_signal_emit_by_name (first, "step", 500);
  assert_period (fixture, "2025-11-13", "2025-11-13");
  g_signal_emit_by_name (first, "open");
  assert_period (fixture, NULL, "2025-11-13");
  g_signal_emit_by_name (last, "step", 500);
  assert_period (fixture, NULL, NULL);
}

/* A handle follows the pointer to the day under it. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  const KringTimeScale *scale = kring_time_chart_get_scale (kring_time_strip_get_chart (strip));
  GtkWidget *first = get_handle (strip, FALSE);
  KringPeriod window;
  double x;

  set_period (fixture, "2025-09-10", "2025-11-10");
  window = kring_time_window_get (fixture->session);
  x = kring_time_scale_to_x (scale, window.first);
  g_assert_cmpfloat (scale->width, >, 600);
  g_signal_emit_by_name (first, "drag-begin");
  g_signal_emit_by_name (first, "drag",
                         kring_time_scale_to_x (scale, window.first + 10 * KRING_DAY_MINUTES) - x);
  assert_period (fixture, "2025-09-20", "2025-11-10");
  g_signal_emit_by_name (first, "drag", -10000.0);
  assert_period (fixture, NULL, "2025-11-10");
}

/* A day, a week and everything. */
static void
test_spans (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  KringTimeChart *chart = kring_time_strip_get_chart (strip);
  const KringTimeScale *scale = kring_time_chart_get_scale (chart);
  KringPeriod extent = kring_time_chart_get_extent (chart);
  g_autofree char *later = NULL;

  g_assert_cmpfloat (kring_time_scale_get_span (scale), >, extent.last - extent.first);
  kring_time_chart_show_span (chart, KRING_WEEK_MINUTES);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (scale), KRING_WEEK_MINUTES, 1);
  kring_time_chart_reveal (chart, extent.first);
  g_assert_cmpfloat (scale->first, <=, extent.first);
  kring_time_chart_show_all (chart);
  later = add_event (fixture, "Much later", "2026-05-01");
  g_assert_cmpfloat (scale->last, >, kring_time_chart_get_extent (chart).last);
}

static gboolean
has_moved (KringTimePlayer *player, gint64 from)
{
  return kring_time_player_get_minute (player) > from;
}

/* Without movement time goes from moment to moment; a stop brings back what was looked at. */
static void
test_player (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  KringTimePlayer *player = kring_time_strip_get_player (strip);
  gint64 start;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  set_period (fixture, NULL, "2025-11-01");
  kring_time_player_play (player);
  start = kring_time_player_get_minute (player);
  g_assert_true (kring_time_player_get_playing (player));
  assert_period (fixture, NULL, "2025-09-01");
  while (!has_moved (player, start))
    g_main_context_iteration (NULL, TRUE);
  assert_period (fixture, NULL, "2025-10-11");
  kring_time_player_pause (player);
  g_assert_false (kring_time_player_get_playing (player));
  g_assert_true (kring_time_player_get_active (player));
  kring_time_player_stop (player);
  g_assert_false (kring_time_player_get_active (player));
  assert_period (fixture, NULL, "2025-11-01");

  /* It glides where that is wanted. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  kring_time_player_play (player);
  start = kring_time_player_get_minute (player);
  while (!has_moved (player, start))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (kring_time_player_get_minute (player) - start, <, 5 * KRING_DAY_MINUTES);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
  assert_period (fixture, NULL, "2025-11-01");
}

static void
test_finalised (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (kring_time_view_new (fixture->session));

  g_assert_finalize_object (view);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/views/time/narrow", test_narrow);
  FIXTURE_TEST ("/views/time/window", test_window);
  FIXTURE_TEST ("/views/time/keys", test_keys);
  FIXTURE_TEST ("/views/time/drag", test_drag);
  FIXTURE_TEST ("/views/time/spans", test_spans);
  FIXTURE_TEST ("/views/time/player", test_player);
  FIXTURE_TEST ("/views/time/finalised", test_finalised);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
