/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/timeline/kring-time-view.h"

#include "gtk/timeline/kring-event-popover.h"
#include "gtk/timeline/kring-time-window.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-quick-date.h"
#include "map/facts/kring-describe.h"
#include "seek.h"

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

/* A month or a year that was pointed at is read as one, in words that come behind it. */
static void
test_coarse (Fixture *fixture, gconstpointer data)
{
  static const double years[] = { 0.1, 1, 4, 30 };
  static const char *const dates[] = { "2024-05-01", "2024-05-01", "2024-05", "2024" };
  KringMoment moment = { 2024, 5, 1, 0, 0 };
  gint64 minute = kring_moment_first_minute (moment);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      double span = years[i] * 366 * KRING_DAY_MINUTES;
      KringTimeScale scale = { minute - span / 2, minute + span / 2, 1000 };
      g_autofree char *typed = kring_time_scale_dup_typed (&scale, minute);
      g_autofree char *line = g_strconcat (typed, " missing", NULL);
      g_autofree char *date = NULL, *other = NULL, *what = NULL;

      what = kring_quick_date_split (line, "2025-11-20", KRING_QUICK_DATE_FIRST, &date, &other);
      g_assert_cmpstr (date, ==, dates[i]);
      g_assert_cmpstr (what, ==, "missing");
    }
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
is_labelled (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), data) == 0;
}

static GtkWidget *
get_entry (KringTimeStrip *strip)
{
  return seek_type (kring_time_strip_get_popover (strip), GTK_TYPE_ENTRY);
}

static const char *
get_typed (KringTimeStrip *strip)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_entry (strip)));
}

static void
note (KringTimeStrip *strip, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (strip)), text);
  g_signal_emit_by_name (get_entry (strip), "activate");
  fixture_settle ();
}

static gboolean
is_open (KringTimeStrip *strip)
{
  return gtk_widget_get_visible (kring_time_strip_get_popover (strip));
}

static KringItem *
get_selected (Fixture *fixture)
{
  return kring_selection_get_single (kring_session_get_selection (fixture->session));
}

/* With its button: the date, then what happened. What cannot be noted stays. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  guint before = kring_map_get_n_items (fixture->map);
  GtkWidget *button = seek (GTK_WIDGET (strip), is_labelled, "Add an event");
  KringItem *event;

  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_true (is_open (strip));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         get_entry (strip)));
  note (strip, "vermist");
  note (strip, "12-11");
  note (strip, "vorige maandag vermist");
  g_assert_cmpuint (kring_map_get_n_items (fixture->map), ==, before);
  gtk_popover_popdown (GTK_POPOVER (kring_time_strip_get_popover (strip)));
  fixture_settle ();
  g_assert_false (is_open (strip));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (get_typed (strip), ==, "vorige maandag vermist");

  set_period (fixture, "2025-09-01", "2025-10-01");
  note (strip, "12-11 vermist");
  g_assert_false (is_open (strip));
  g_assert_cmpstr (get_typed (strip), ==, "");
  event = get_selected (fixture);
  g_assert_true (kring_item_is (event, KRING_KIND_EVENT));
  g_assert_cmpstr (kring_item_get_text (event, "name"), ==, "vermist");
  g_assert_cmpstr (kring_item_get_text (event, "when"), ==, "2025-11-12");
  assert_period (fixture, "2025-09-01", "2025-11-12");
  g_assert_true (kring_history_undo (kring_session_get_history (fixture->session)));
  g_assert_cmpuint (kring_map_get_n_items (fixture->map), ==, before);
}

static GtkEventController *
get_controller (GtkWidget *chart, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (chart);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

static void
click_twice (KringTimeStrip *strip, gint64 minute)
{
  KringTimeChart *chart = kring_time_strip_get_chart (strip);
  double x = kring_time_scale_to_x (kring_time_chart_get_scale (chart), minute);
  GtkEventController *clicks = get_controller (GTK_WIDGET (chart), GTK_TYPE_GESTURE_CLICK);
  GtkEventController *drags = get_controller (GTK_WIDGET (chart), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (clicks, "pressed", 2, x, 4.0);
  g_signal_emit_by_name (drags, "drag-begin", x, 4.0);
  g_signal_emit_by_name (clicks, "released", 2, x, 4.0);
  fixture_settle ();
}

/* A double click is about the day that was pointed at; what was typed before goes along. */
static void
test_add_here (Fixture *fixture, gconstpointer data)
{
  KringTimeStrip *strip = new_strip (fixture);
  KringMoment day = { 2025, 10, 2, 13, 0 }, later = { 2025, 10, 30, 13, 0 };

  click_twice (strip, kring_moment_first_minute (day));
  g_assert_true (is_open (strip));
  g_assert_cmpstr (get_typed (strip), ==, "2-10-2025 ");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (strip)), "2-10-2025 ran off");
  gtk_popover_popdown (GTK_POPOVER (kring_time_strip_get_popover (strip)));
  fixture_settle ();
  click_twice (strip, kring_moment_first_minute (later));
  g_assert_cmpstr (get_typed (strip), ==, "30-10-2025 ran off");
  g_signal_emit_by_name (get_entry (strip), "activate");
  g_assert_cmpstr (kring_item_get_text (get_selected (fixture), "when"), ==, "2025-10-30");
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
  calm_until (has_moved (player, start));
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
  calm_until (has_moved (player, start));
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
  FIXTURE_TEST ("/views/time/coarse", test_coarse);
  FIXTURE_TEST ("/views/time/add", test_add);
  FIXTURE_TEST ("/views/time/add-here", test_add_here);
  FIXTURE_TEST ("/views/time/player", test_player);
  FIXTURE_TEST ("/views/time/finalised", test_finalised);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
