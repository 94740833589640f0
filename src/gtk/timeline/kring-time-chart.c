/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-chart-private.h"

#include "gtk/timeline/kring-time-handle.h"
#include "gtk/timeline/kring-time-window.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define HEIGHT 152
#define HEIGHT_ROOMY 320
#define WIDTH_MIN 200
/* What the filter hides is still to be read here. */
#define FADE 0.38

enum
{
  INSPECT,
  ADD,
  VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTimeChart, kring_time_chart, GTK_TYPE_WIDGET)

/* How much larger than usual letters are. */
static double
get_text (KringTimeChart *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? MAX (1, dpi / (96.0 * 1024)) : 1;
}

static void
tell_handles (KringTimeChart *self)
{
  KringPeriod window = kring_time_window_get (self->session);
  double span = self->extent.last - self->extent.first;

  for (guint i = 0; i < 2; i++)
    {
      gint64 minute = i == 0 ? window.first : window.last;
      gboolean open = minute == G_MININT64 || minute == G_MAXINT64;
      KringPeriod moment = { i == 0 ? minute : G_MININT64, i == 0 ? G_MAXINT64 : minute };
      g_autofree char *text = open ? g_strdup (_ ("no limit")) : kring_period_dup_text (moment);

      kring_time_handle_tell (
          KRING_TIME_HANDLE (self->handles[i]),
          open ? (double) i : CLAMP ((minute - self->extent.first) / span, 0, 1), text);
    }
}

static void
time_chart_filter_changed_cb (KringTimeChart *self)
{
  tell_handles (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/*
 * kring_time_chart_forget:
 *
 * Has the chart made again when it is next asked for.
 */
void
kring_time_chart_forget (KringTimeChart *self)
{
  self->hovered = NULL;
  g_clear_pointer (&self->chart, kring_chart_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/*
 * kring_time_chart_shown:
 *
 * Another stretch of time is shown.
 */
void
kring_time_chart_shown (KringTimeChart *self)
{
  kring_time_scale_keep_within (&self->scale, self->extent);
  kring_time_chart_forget (self);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

/*
 * kring_time_chart_inspect:
 *
 * Asks for the details of the selection.
 */
void
kring_time_chart_inspect (KringTimeChart *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

/*
 * kring_time_chart_add:
 *
 * Asks for something new at the moment that stands at @x.
 */
void
kring_time_chart_add (KringTimeChart *self, double x)
{
  g_signal_emit (self, signals[ADD], 0, (gint64) kring_time_scale_to_minute (&self->scale, x));
}

static void
time_chart_map_changed_cb (KringTimeChart *self)
{
  self->extent = kring_chart_get_extent (kring_session_get_map (self->session));
  if (self->shows_all)
    kring_time_scale_show (&self->scale, self->extent);
  kring_time_chart_forget (self);
}

static void
time_chart_paint (KringTimeChart *self, cairo_t *cr)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  KringTheme theme = *kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                              adw_style_manager_get_high_contrast (manager));
  KringChart *chart = kring_time_chart_get_chart (self);
  gboolean keyboard = gtk_widget_has_visible_focus (GTK_WIDGET (self));
  const KringChartState state = {
    kring_time_window_get (self->session),
    kring_selection_get_set (kring_session_get_selection (self->session)), self->hovered,
    keyboard && self->focused != NULL ? kring_chart_step (chart, self->focused, 0) : NULL
  };
  g_autoptr (GPtrArray) shapes = kring_chart_dup_shapes (chart, &state);
  KringPaint painting = { 0 };

  theme.fade = MAX (theme.fade, FADE);
  painting.theme = &theme;
  painting.fonts = self->fonts;
  painting.faded = kring_session_get_hidden (self->session);
  painting.outlines = TRUE;
  kring_painter_paint (cr, shapes, &painting);
}

static void
kring_time_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  graphene_rect_t area;
  cairo_t *cr;

  graphene_rect_init (&area, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  gtk_snapshot_push_clip (snapshot, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  time_chart_paint (KRING_TIME_CHART (widget), cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  GTK_WIDGET_CLASS (kring_time_chart_parent_class)->snapshot (widget, snapshot);
}

static void
kring_time_chart_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  KringTimeChart *self = KRING_TIME_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH_MIN;
  else
    *minimum = *natural = (self->roomy ? HEIGHT_ROOMY : HEIGHT) * get_text (self);
}

static void
allocate_handle (KringTimeChart *self, guint i, gint64 minute)
{
  KringChart *chart = kring_time_chart_get_chart (self);
  const int size = KRING_TIME_HANDLE_SIZE;
  graphene_point_t corner;

  corner.x = round (kring_chart_get_handle (chart, minute) - size / 2);
  corner.x = CLAMP (corner.x, 0, MAX (0, self->scale.width - size));
  corner.y = round (kring_chart_get_axis (chart) - size / 2);
  gtk_widget_allocate (self->handles[i], size, size, -1, gsk_transform_translate (NULL, &corner));
}

static void
kring_time_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringTimeChart *self = KRING_TIME_CHART (widget);
  KringPeriod window = kring_time_window_get (self->session);

  if (self->scale.width != width || self->height != height)
    {
      self->scale.width = width;
      self->height = height;
      g_clear_pointer (&self->chart, kring_chart_free);
      self->hovered = NULL;
    }
  allocate_handle (self, 0, window.first);
  allocate_handle (self, 1, window.last);
}

static gboolean
kring_time_chart_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  KringTimeChart *self = KRING_TIME_CHART (widget);
  KringChart *chart = kring_time_chart_get_chart (self);
  const KringMark *mark =
      keyboard ? kring_chart_step (chart, self->focused, 0) : kring_chart_hit (chart, x, y);
  g_autofree char *text = NULL;

  if (mark == NULL)
    return FALSE;
  text = kring_mark_dup_text (kring_session_get_map (self->session), mark);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
kring_time_chart_dispose (GObject *object)
{
  KringTimeChart *self = KRING_TIME_CHART (object);

  g_clear_pointer (&self->handles[0], gtk_widget_unparent);
  g_clear_pointer (&self->handles[1], gtk_widget_unparent);
  g_clear_pointer (&self->chart, kring_chart_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_time_chart_parent_class)->dispose (object);
}

static void
kring_time_chart_finalize (GObject *object)
{
  kring_fonts_unref (KRING_TIME_CHART (object)->fonts);
  G_OBJECT_CLASS (kring_time_chart_parent_class)->finalize (object);
}

static void
kring_time_chart_class_init (KringTimeChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_time_chart_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_time_chart_finalize;
  widget_class->snapshot = kring_time_chart_snapshot;
  widget_class->measure = kring_time_chart_measure;
  widget_class->size_allocate = kring_time_chart_size_allocate;
  widget_class->query_tooltip = kring_time_chart_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "timechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KringTimeChart::inspect:
   *
   * The details of the selection are wanted.
   */
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_TIME_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KringTimeChart::add:
   * @minute: when, as kring_moment_first_minute () counts
   *
   * Something is to be added there.
   */
  signals[ADD] = g_signal_new ("add", KRING_TYPE_TIME_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  /**
   * KringTimeChart::view-changed:
   *
   * Another stretch of time is shown.
   */
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", KRING_TYPE_TIME_CHART, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_time_chart_init (KringTimeChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->shows_all = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      self->handles[i] = kring_time_handle_new (i == 1);
      gtk_widget_set_parent (self->handles[i], widget);
    }
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (kring_time_chart_forget), self, G_CONNECT_SWAPPED);
}

/**
 * kring_time_chart_new: (constructor)
 * @session: whose map is shown
 * @roomy: whether ties have their names with them
 *
 * Returns: (transfer floating): the line of time
 */
GtkWidget *
kring_time_chart_new (KringSession *session, gboolean roomy)
{
  KringTimeChart *self = g_object_new (KRING_TYPE_TIME_CHART, NULL);

  self->session = g_object_ref (session);
  self->fonts = kring_fonts_ref_for (G_OBJECT (session));
  self->measurer = kring_measurer_for_fonts (self->fonts);
  self->roomy = roomy;
  self->scale.width = WIDTH_MIN;
  kring_time_chart_install_input (self);
  g_signal_connect_object (kring_session_get_map (session), "changed",
                           G_CALLBACK (time_chart_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_filter (session), "changed",
                           G_CALLBACK (time_chart_filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (kring_time_chart_forget), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (session), "changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  time_chart_map_changed_cb (self);
  tell_handles (self);
  return GTK_WIDGET (self);
}

/**
 * kring_time_chart_get_scale:
 *
 * Returns: (transfer none): which stretch of time is shown
 */
const KringTimeScale *
kring_time_chart_get_scale (KringTimeChart *self)
{
  return &self->scale;
}

/**
 * kring_time_chart_get_chart:
 *
 * Returns: (transfer none): what stands where, as it is shown now
 */
KringChart *
kring_time_chart_get_chart (KringTimeChart *self)
{
  KringChartLook look = {
    self->scale,     self->height > 0 ? self->height : HEIGHT, get_text (self), self->roomy,
    &self->measurer, kring_session_get_hidden (self->session),
  };

  if (self->chart == NULL)
    self->chart = kring_chart_new (kring_session_get_map (self->session), &look);
  return self->chart;
}

/**
 * kring_time_chart_get_extent:
 *
 * Returns: all the time there is something to see of
 */
KringPeriod
kring_time_chart_get_extent (KringTimeChart *self)
{
  return self->extent;
}

/**
 * kring_time_chart_show_all:
 *
 * Shows everything, also what is added later.
 */
void
kring_time_chart_show_all (KringTimeChart *self)
{
  self->shows_all = TRUE;
  kring_time_scale_show (&self->scale, self->extent);
  kring_time_chart_shown (self);
}

/* What somebody who wants to see less wants to see: the selection, else the period, else the end. */
static double
get_middle (KringTimeChart *self)
{
  KringItem *item = kring_selection_get_single (kring_session_get_selection (self->session));
  KringPeriod period = kring_time_window_get (self->session);

  if (item != NULL && !kring_item_is (item, KRING_KIND_TIE) &&
      kring_timeline_get_period (item, &period))
    return period.first / 2.0 + period.last / 2.0;
  if (!self->shows_all)
    return (self->scale.first + self->scale.last) / 2;
  if (period.last == G_MAXINT64)
    period.last = self->extent.last;
  return period.last;
}

/**
 * kring_time_chart_show_span:
 * @minutes: how long a time is shown
 *
 * Shows a shorter or longer time around what matters now.
 */
void
kring_time_chart_show_span (KringTimeChart *self, gint64 minutes)
{
  double middle = get_middle (self);

  self->shows_all = FALSE;
  kring_time_scale_show_span (&self->scale, middle, minutes);
  kring_time_chart_shown (self);
}

/**
 * kring_time_chart_reveal:
 *
 * Sees to it that @minute is in sight.
 */
void
kring_time_chart_reveal (KringTimeChart *self, gint64 minute)
{
  if (minute >= self->scale.first && minute <= self->scale.last)
    return;
  kring_time_scale_show_span (&self->scale, minute, kring_time_scale_get_span (&self->scale));
  kring_time_chart_shown (self);
}
