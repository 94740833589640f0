/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What pointer and keys do to the line of time: real ones, where it matters which of two takes them. */
#include "fixture.h"
#include "gtk/timeline/kring-time-view.h"

#include "calm.h"
#include "gtk/timeline/kring-time-window.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

typedef struct
{
  Fixture *fixture;
  KringTimeStrip *strip;
  KringTimeChart *chart;
  const KringTimeScale *scale;
  char *events[3]; /* (owned): ids, earliest first */
  guint n_asked;   /* how often details were asked for */
  guint n_closed;
} Rig;

static void
count_cb (guint *count)
{
  ++*count;
}

static Rig *
rig_new (Fixture *fixture)
{
  static const char *const days[] = { "2025-09-01", "2025-10-11", "2025-11-20" };
  Rig *rig = g_new0 (Rig, 1);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      rig->events[i] = fixture_add (fixture, KRING_KIND_EVENT, "Something");
      kring_edit_set_one (fixture->editor, rig->events[i], "when", g_variant_new_string (days[i]),
                          NULL);
    }
  rig->fixture = fixture;
  rig->strip = KRING_TIME_STRIP (kring_time_strip_new (fixture->session, FALSE));
  rig->chart = kring_time_strip_get_chart (rig->strip);
  rig->scale = kring_time_chart_get_scale (rig->chart);
  g_signal_connect_swapped (rig->strip, "inspect", G_CALLBACK (count_cb), &rig->n_asked);
  g_signal_connect_swapped (rig->strip, "closed", G_CALLBACK (count_cb), &rig->n_closed);
  fixture_show (fixture, GTK_WIDGET (rig->strip));
  return rig;
}

static void
rig_free (Rig *rig)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&rig->fixture->window)));
  for (guint i = 0; i < G_N_ELEMENTS (rig->events); i++)
    g_free (rig->events[i]);
  g_free (rig);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rig, rig_free)

static gint64
get_minute (int month, int day, int hour)
{
  KringMoment moment = { 2025, month, day, hour, 0 };

  return kring_moment_first_minute (moment);
}

/* Where that moment stands on the display, on the line or where nothing else is. */
static KringPoint
find_moment (Rig *rig, gint64 minute, gboolean on_line)
{
  double axis = kring_chart_get_axis (kring_time_chart_get_chart (rig->chart));
  double x = kring_time_scale_to_x (rig->scale, minute);

  return hands_find (GTK_WIDGET (rig->chart), KRING_POINT_INIT (x, on_line ? axis : 3));
}

static KringPoint
find_mark (Rig *rig, guint n)
{
  GPtrArray *marks = kring_chart_get_marks (kring_time_chart_get_chart (rig->chart));

  for (guint i = 0; i < marks->len; i++)
    {
      const KringMark *mark = g_ptr_array_index (marks, i);

      if (g_str_equal (mark->id, rig->events[n]))
        return hands_find (GTK_WIDGET (rig->chart), KRING_POINT_INIT (mark->at, mark->y));
    }
  g_assert_not_reached ();
}

static void
click (KringPoint at, guint n_press)
{
  hands_do ("mousemove %.0f %.0f click --repeat %u --delay 40 1", at.x, at.y, n_press);
}

static gboolean
is_selected (Rig *rig, guint n)
{
  KringSelection *selection = kring_session_get_selection (rig->fixture->session);

  return kring_selection_get_size (selection) == 1 &&
         kring_selection_contains (selection, rig->events[n]);
}

static void
assert_period (Rig *rig, const char *from, const char *to)
{
  KringFilter *filter = kring_session_get_filter (rig->fixture->session);

  g_assert_cmpstr (kring_filter_get_from (filter), ==, from);
  g_assert_cmpstr (kring_filter_get_to (filter), ==, to);
}

static gint64
get_length (Rig *rig)
{
  KringPeriod window = kring_time_window_get (rig->fixture->session);

  return window.last - window.first;
}

static gboolean
press (Rig *rig, guint key, GdkModifierType state)
{
  return seek_press (GTK_WIDGET (rig->chart), key, state);
}

/* A click selects, a second one asks for the details; beside everything it changes nothing. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  click (find_mark (rig, 1), 1);
  g_assert_true (is_selected (rig, 1));
  g_assert_cmpuint (rig->n_asked, ==, 0);
  click (find_moment (rig, get_minute (10, 30, 12), FALSE), 1);
  g_assert_true (is_selected (rig, 1));
  click (find_mark (rig, 2), 1);
  g_assert_true (is_selected (rig, 2));
  click (find_mark (rig, 1), 2);
  g_assert_true (is_selected (rig, 1));
  g_assert_cmpuint (rig->n_asked, ==, 1);
  assert_period (rig, NULL, NULL);
}

/* A drag draws a period, in either direction; one that begins in it moves it, and it stays as long. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  gint64 length;

  hands_drag (find_moment (rig, get_minute (10, 20, 20), FALSE),
              find_moment (rig, get_minute (9, 20, 4), FALSE));
  assert_period (rig, "2025-09-20", "2025-10-20");
  length = get_length (rig);
  hands_drag (find_moment (rig, get_minute (10, 5, 12), FALSE),
              find_moment (rig, get_minute (10, 15, 12), FALSE));
  assert_period (rig, "2025-09-30", "2025-10-30");
  g_assert_cmpint (get_length (rig), ==, length);
  hands_drag (find_moment (rig, get_minute (10, 15, 12), FALSE),
              find_moment (rig, get_minute (9, 3, 12), FALSE));
  assert_period (rig, NULL, "2025-10-01");
  hands_drag (find_moment (rig, get_minute (11, 1, 4), FALSE),
              find_moment (rig, get_minute (11, 10, 20), FALSE));
  assert_period (rig, "2025-11-01", "2025-11-10");
}

/* A handle takes the pointer for itself: what lies under it neither moves nor draws. */
static void
test_handles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (rig->chart));
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (rig->chart));

  kring_filter_set_period (kring_session_get_filter (fixture->session), "2025-09-20", "2025-11-05");
  fixture_settle ();
  hands_drag (find_moment (rig, get_minute (9, 20, 0), TRUE),
              find_moment (rig, get_minute (9, 25, 0), TRUE));
  assert_period (rig, "2025-09-25", "2025-11-05");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == first);
  g_assert_true (seek_press (first, GDK_KEY_Right, 0));
  assert_period (rig, "2025-09-26", "2025-11-05");
  seek_press (first, GDK_KEY_Page_Up, 0);
  assert_period (rig, "2025-10-03", "2025-11-05");
  seek_press (first, GDK_KEY_Page_Down, 0);
  seek_press (first, GDK_KEY_Left, 0);
  assert_period (rig, "2025-09-25", "2025-11-05");
  g_assert_false (seek_press (first, GDK_KEY_End, 0));
  g_assert_true (seek_press (first, GDK_KEY_Home, 0));
  assert_period (rig, NULL, "2025-11-05");
  g_assert_true (seek_press (last, GDK_KEY_Delete, 0));
  assert_period (rig, NULL, NULL);
  g_assert_false (seek_press (last, GDK_KEY_x, 0));
}

/* A handle that is pressed and not moved stands for what lies under it. */
static void
test_under_handle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  kring_filter_set_period (kring_session_get_filter (fixture->session), "2025-10-11", NULL);
  fixture_settle ();
  g_assert_true (seek_press (GTK_WIDGET (rig->chart), GDK_KEY_Right, 0));
  click (find_mark (rig, 1), 1);
  g_assert_true (is_selected (rig, 1));
  assert_period (rig, "2025-10-11", NULL);
}

/* The wheel goes along the line; with Ctrl it looks closer, at what is under the pointer. */
static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  KringPoint at = find_moment (rig, get_minute (10, 1, 12), FALSE);
  double span = kring_time_scale_get_span (rig->scale), first;

  hands_do ("mousemove %.0f %.0f keydown ctrl click 4 click 4 click 4 keyup ctrl", at.x, at.y);
  g_assert_cmpfloat (kring_time_scale_get_span (rig->scale), <, span * 0.6);
  g_assert_cmpfloat (ABS (find_moment (rig, get_minute (10, 1, 12), FALSE).x - at.x), <, 2);
  span = kring_time_scale_get_span (rig->scale);
  first = rig->scale->first;
  hands_do ("click 5");
  g_assert_cmpfloat (rig->scale->first, >, first);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (rig->scale), span, 1);
  hands_do ("click 4");
  g_assert_cmpfloat_with_epsilon (rig->scale->first, first, 1);
  hands_do ("keydown ctrl click 5 click 5 click 5 click 5 keyup ctrl");
  g_assert_cmpfloat (kring_time_scale_get_span (rig->scale), >, span);
}

/* Keys look closer and further, along the line, and at everything. */
static void
test_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  double all = kring_time_scale_get_span (rig->scale), closer, first;

  g_assert_true (press (rig, GDK_KEY_plus, 0));
  closer = kring_time_scale_get_span (rig->scale);
  g_assert_cmpfloat (closer, <, all);
  g_assert_true (press (rig, GDK_KEY_equal, 0));
  g_assert_true (press (rig, GDK_KEY_minus, 0));
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (rig->scale), closer, 1);
  for (guint i = 0; i < 4; i++)
    press (rig, GDK_KEY_KP_Add, 0);
  first = rig->scale->first;
  g_assert_true (press (rig, GDK_KEY_Left, GDK_CONTROL_MASK));
  g_assert_cmpfloat (rig->scale->first, <, first);
  g_assert_true (press (rig, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_cmpfloat_with_epsilon (rig->scale->first, first, 1);
  g_assert_true (press (rig, GDK_KEY_0, 0));
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (rig->scale), all, 1);
  /* These are the window's. */
  g_assert_false (press (rig, GDK_KEY_plus, GDK_CONTROL_MASK));
  g_assert_false (press (rig, GDK_KEY_x, 0));
}

static gboolean
is_in_sight (Rig *rig, gint64 minute)
{
  return rig->scale->first <= minute && rig->scale->last >= minute;
}

/* Arrows go from one thing to the next in time and stay at the ends; Enter takes the one they are at. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  g_assert_false (press (rig, GDK_KEY_Return, 0));
  press (rig, GDK_KEY_Right, 0);
  press (rig, GDK_KEY_Return, 0);
  g_assert_true (is_selected (rig, 0));
  g_assert_cmpuint (rig->n_asked, ==, 1);
  for (guint i = 0; i < 4; i++)
    press (rig, GDK_KEY_Right, 0);
  press (rig, GDK_KEY_KP_Enter, 0);
  g_assert_true (is_selected (rig, 2));
  press (rig, GDK_KEY_Left, 0);
  press (rig, GDK_KEY_Return, 0);
  g_assert_true (is_selected (rig, 1));

  /* What is out of sight is brought into it, and a new event begins where the arrows are. */
  kring_time_chart_show_span (rig->chart, KRING_DAY_MINUTES);
  press (rig, GDK_KEY_Left, 0);
  g_assert_true (is_in_sight (rig, get_minute (9, 1, 12)));
  press (rig, GDK_KEY_Left, 0);
  g_assert_true (is_in_sight (rig, get_minute (9, 1, 12)));
  press (rig, GDK_KEY_Right, 0);
  g_assert_true (is_in_sight (rig, get_minute (10, 11, 12)));
  press (rig, GDK_KEY_Right, 0);
  g_assert_true (is_in_sight (rig, get_minute (11, 20, 12)));
  press (rig, GDK_KEY_Insert, 0);
  calm_until (gtk_widget_get_mapped (kring_time_strip_get_popover (rig->strip)));
  g_assert_true (g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (seek_type (
                                       kring_time_strip_get_popover (rig->strip), GTK_TYPE_ENTRY))),
                                   "20-11-2025 "));
  gtk_popover_popdown (GTK_POPOVER (kring_time_strip_get_popover (rig->strip)));
  calm_until (!gtk_widget_get_mapped (kring_time_strip_get_popover (rig->strip)));
  gtk_widget_grab_focus (GTK_WIDGET (rig->chart));
}

static gboolean
is_tipped (GtkWidget *widget, gconstpointer tip)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0;
}

static gboolean
is_toggle (GtkWidget *widget, gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static GtkWidget *
find_button (Rig *rig, const char *tip)
{
  return seek (GTK_WIDGET (rig->strip), is_tipped, tip);
}

static GtkToggleButton *
find_span (Rig *rig, const char *label)
{
  return GTK_TOGGLE_BUTTON (seek (GTK_WIDGET (rig->strip), is_toggle, label));
}

/* The buttons show how much is seen, and change it; one lifts the period, one closes. */
static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  GtkWidget *everything = find_button (rig, "Show all of time again");

  g_assert_true (gtk_toggle_button_get_active (find_span (rig, "All")));
  gtk_toggle_button_set_active (find_span (rig, "Week"), TRUE);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (rig->scale), KRING_WEEK_MINUTES, 1);
  g_assert_true (gtk_toggle_button_get_active (find_span (rig, "Week")));
  g_assert_false (gtk_toggle_button_get_active (find_span (rig, "All")));
  gtk_toggle_button_set_active (find_span (rig, "Day"), TRUE);
  g_assert_cmpfloat_with_epsilon (kring_time_scale_get_span (rig->scale), KRING_DAY_MINUTES, 1);
  press (rig, GDK_KEY_minus, 0);
  g_assert_false (gtk_toggle_button_get_active (find_span (rig, "Day")));
  gtk_toggle_button_set_active (find_span (rig, "All"), TRUE);
  g_assert_cmpfloat (kring_time_scale_get_span (rig->scale), >, 70 * KRING_DAY_MINUTES);

  g_assert_false (gtk_widget_get_visible (everything));
  kring_filter_set_period (kring_session_get_filter (fixture->session), "2025-10", NULL);
  g_assert_true (gtk_widget_get_visible (everything));
  g_signal_emit_by_name (everything, "clicked");
  assert_period (rig, NULL, NULL);
  g_assert_cmpuint (rig->n_closed, ==, 0);
  g_signal_emit_by_name (find_button (rig, "Close the timeline (Ctrl+T)"), "clicked");
  g_assert_cmpuint (rig->n_closed, ==, 1);
}

/* While time passes, Space holds it and Escape ends it, wherever the keyboard is; not before. */
static void
test_playing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  KringTimePlayer *player = kring_time_strip_get_player (rig->strip);

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_assert_false (seek_press (fixture->window, GDK_KEY_space, 0));
  g_signal_emit_by_name (find_button (rig, "Let time pass"), "clicked");
  g_assert_true (kring_time_player_get_playing (player));
  g_assert_nonnull (find_button (rig, "Pause (Space)"));
  g_assert_true (seek_press (fixture->window, GDK_KEY_space, 0));
  g_assert_false (kring_time_player_get_playing (player));
  g_assert_true (kring_time_player_get_active (player));
  g_assert_true (seek_press (fixture->window, GDK_KEY_space, 0));
  g_assert_true (kring_time_player_get_playing (player));
  g_assert_true (seek_press (fixture->window, GDK_KEY_Escape, 0));
  g_assert_false (kring_time_player_get_active (player));
  g_assert_false (seek_press (fixture->window, GDK_KEY_Escape, 0));
  assert_period (rig, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/time-chart/click", test_click);
  FIXTURE_TEST ("/time-chart/drag", test_drag);
  FIXTURE_TEST ("/time-chart/handles", test_handles);
  FIXTURE_TEST ("/time-chart/under-handle", test_under_handle);
  FIXTURE_TEST ("/time-chart/wheel", test_wheel);
  FIXTURE_TEST ("/time-chart/look", test_look);
  FIXTURE_TEST ("/time-chart/arrows", test_arrows);
  FIXTURE_TEST ("/time-chart/buttons", test_buttons);
  FIXTURE_TEST ("/time-chart/playing", test_playing);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
