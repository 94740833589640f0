/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-strip.h"

#include "gtk/timeline/kring-event-popover.h"
#include "gtk/timeline/kring-time-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _KringTimeStrip
{
  GtkBox parent_instance;

  KringSession *session;   /* (owned) */
  KringTimePlayer *player; /* (owned) */
  GtkWidget *period;       /* says what is looked at */
  GtkWidget *everything;   /* lifts the limits of the period */
  GtkWidget *add;          /* asks for an event */
  GtkWidget *popover;      /* (owned) asks what happened */
  GtkWidget *play;
  GtkWidget *spans[3]; /* a day, a week, everything */
  GtkWidget *chart;
  GtkEventController *keys; /* (not owned), the root's while time passes */
  GtkWidget *root;          /* (not owned) (nullable), which has the keys */
  gboolean choosing;        /* the spans are being shown, not chosen */
};

static const struct
{
  const char *label;
  gint64 minutes; /* 0: everything */
} spans[] = {
  { N_ ("Day"), KRING_DAY_MINUTES },
  { N_ ("Week"), KRING_WEEK_MINUTES },
  { NC_ ("timeline", "All"), 0 },
};

enum
{
  INSPECT,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTimeStrip, kring_time_strip, GTK_TYPE_BOX)

/* The period that is looked at; without one, the time there is something to see of. */
static void
show_period (KringTimeStrip *self)
{
  KringPeriod window = kring_time_window_get (self->session);
  gboolean limited = window.first != G_MININT64 || window.last != G_MAXINT64;
  g_autofree char *text = kring_period_dup_text (
      limited ? window : kring_time_chart_get_extent (KRING_TIME_CHART (self->chart)));

  gtk_label_set_label (GTK_LABEL (self->period), text);
  gtk_widget_set_visible (self->everything, limited);
}

static void
show_span (KringTimeStrip *self)
{
  double span =
      kring_time_scale_get_span (kring_time_chart_get_scale (KRING_TIME_CHART (self->chart)));
  KringPeriod extent = kring_time_chart_get_extent (KRING_TIME_CHART (self->chart));

  self->choosing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      gboolean all = spans[i].minutes == 0 && span >= extent.last - extent.first;

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->spans[i]),
                                    all || ABS (span - spans[i].minutes) < 1);
    }
  self->choosing = FALSE;
}

static void
span_toggled_cb (KringTimeStrip *self, GtkToggleButton *button)
{
  if (self->choosing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (GTK_WIDGET (button) == self->spans[i] && spans[i].minutes > 0)
      kring_time_chart_show_span (KRING_TIME_CHART (self->chart), spans[i].minutes);
    else if (GTK_WIDGET (button) == self->spans[i])
      kring_time_chart_show_all (KRING_TIME_CHART (self->chart));
}

static void
everything_cb (KringTimeStrip *self)
{
  kring_time_window_set (self->session, KRING_PERIOD_EVER);
}

static void
play_cb (KringTimeStrip *self)
{
  if (kring_time_player_get_playing (self->player))
    kring_time_player_pause (self->player);
  else
    kring_time_player_play (self->player);
}

/* Where @widget stands in the strip. */
static gboolean
time_strip_get_place (KringTimeStrip *self, GtkWidget *widget, GdkRectangle *at)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return FALSE;
  *at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return TRUE;
}

static void
ask_event (KringTimeStrip *self, const GdkRectangle *at, const char *when)
{
  kring_event_popover_ask (KRING_EVENT_POPOVER (self->popover), GTK_WIDGET (self), at, when);
}

/**
 * kring_time_strip_add:
 *
 * Asks what happened, and when.
 */
void
kring_time_strip_add (KringTimeStrip *self)
{
  GdkRectangle at;

  if (time_strip_get_place (self, self->add, &at))
    ask_event (self, &at, NULL);
}

/* What was thrown away is seen again, with the words in it. */
static void
time_strip_taken_back_cb (KringTimeStrip *self, const KringUnnoted *draft)
{
  if (draft->box == KRING_DRAFT_EVENT && gtk_widget_get_mapped (GTK_WIDGET (self)))
    kring_time_strip_add (self);
}

static void
add_at_cb (KringTimeStrip *self, gint64 minute)
{
  KringTimeChart *chart = KRING_TIME_CHART (self->chart);
  g_autofree char *when = kring_time_scale_dup_typed (kring_time_chart_get_scale (chart), minute);
  GdkRectangle at;

  if (!time_strip_get_place (self, self->chart, &at))
    return;
  at.x += CLAMP (kring_time_scale_to_x (kring_time_chart_get_scale (chart), minute), 0, at.width);
  at.y += kring_chart_get_axis (kring_time_chart_get_chart (chart)) - 8;
  at.width = 1;
  at.height = 16;
  ask_event (self, &at, when);
}

/* What was added is seen, also when another part of time was looked at. */
static void
added_cb (KringTimeStrip *self, const char *id)
{
  KringPeriod window = kring_time_window_get (self->session), period;
  KringItem *event = kring_map_get_item (kring_session_get_map (self->session), id);

  if (event == NULL || !kring_timeline_get_period (event, &period))
    return;
  if (period.first < window.first || period.last > window.last)
    {
      if (window.first != G_MININT64)
        window.first = MIN (window.first, period.first);
      if (window.last != G_MAXINT64)
        window.last = MAX (window.last, period.last);
      kring_time_window_set (self->session, window);
    }
  kring_time_chart_reveal (KRING_TIME_CHART (self->chart), period.first);
}

static gboolean
is_typing (GtkWidget *root)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (root));

  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
time_strip_key_pressed_cb (KringTimeStrip *self, guint key)
{
  if (is_typing (self->root) || (key != GDK_KEY_Escape && key != GDK_KEY_space))
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Escape)
    kring_time_player_stop (self->player);
  else
    play_cb (self);
  return GDK_EVENT_STOP;
}

static void
drop_keys (KringTimeStrip *self)
{
  if (self->root != NULL)
    {
      gtk_widget_remove_controller (self->root, self->keys);
      g_object_remove_weak_pointer (G_OBJECT (self->root), (gpointer *) &self->root);
    }
  self->root = NULL;
  self->keys = NULL;
}

/* While time passes, Space and Esc are about that, wherever the keyboard is. */
static void
take_keys (KringTimeStrip *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->root != NULL || root == NULL)
    return;
  self->root = GTK_WIDGET (root);
  g_object_add_weak_pointer (G_OBJECT (root), (gpointer *) &self->root);
  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->keys, "key-pressed", G_CALLBACK (time_strip_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->root, self->keys);
}

static void
player_changed_cb (KringTimeStrip *self)
{
  gboolean playing = kring_time_player_get_playing (self->player);
  const char *label = playing ? _ ("Pause (Space)") : _ ("Let time pass");

  gtk_button_set_icon_name (GTK_BUTTON (self->play), playing ? "media-playback-pause-symbolic"
                                                             : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->play), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  if (kring_time_player_get_active (self->player))
    take_keys (self);
  else
    drop_keys (self);
}

static void
time_strip_close_cb (KringTimeStrip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
time_strip_inspect_cb (KringTimeStrip *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

/* Nobody sees time pass in a strip that is not there. */
static void
kring_time_strip_unmap (GtkWidget *widget)
{
  kring_time_player_stop (KRING_TIME_STRIP (widget)->player);
  GTK_WIDGET_CLASS (kring_time_strip_parent_class)->unmap (widget);
}

static void
kring_time_strip_dispose (GObject *object)
{
  KringTimeStrip *self = KRING_TIME_STRIP (object);

  drop_keys (self);
  g_clear_object (&self->player);
  if (self->popover != NULL && gtk_widget_get_parent (self->popover) != NULL)
    gtk_widget_unparent (self->popover);
  g_clear_object (&self->popover);
  G_OBJECT_CLASS (kring_time_strip_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
kring_time_strip_class_init (KringTimeStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_time_strip_dispose;
  widget_class->unmap = kring_time_strip_unmap;
  gtk_widget_class_set_css_name (widget_class, "timestrip");

  /**
   * KringTimeStrip::inspect:
   *
   * The details of the selection are wanted.
   */
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_TIME_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KringTimeStrip::closed:
   *
   * The strip should go.
   */
  signals[CLOSED] = g_signal_new ("closed", KRING_TYPE_TIME_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
kring_time_strip_init (KringTimeStrip *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
time_strip_new_button (KringTimeStrip *self,
                       const char *icon,
                       const char *tooltip,
                       GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

/* With a word where there is room for it, and with its sign alone where there is less. */
static GtkWidget *
new_add (KringTimeStrip *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();
  GtkWidget *content = adw_button_content_new ();

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *button = time_strip_new_button (self, "list-add-symbolic", _ ("Add an event"),
                                                 G_CALLBACK (kring_time_strip_add));

      if (i == 0)
        gtk_button_set_child (GTK_BUTTON (button), content);
      adw_squeezer_add (ADW_SQUEEZER (squeezer), button);
    }
  g_object_set (content, "icon-name", "list-add-symbolic", "label",
                kring_kind_get_label (kring_kind_get (KRING_KIND_EVENT)), NULL);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_allow_none (ADW_SQUEEZER (squeezer), TRUE);
  self->popover = g_object_ref_sink (kring_event_popover_new (self->session));
  g_signal_connect_object (self->popover, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (self->session), "taken-back",
                           G_CALLBACK (time_strip_taken_back_cb), self, G_CONNECT_SWAPPED);
  return squeezer;
}

static GtkWidget *
new_spans (KringTimeStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      const char *label = spans[i].minutes == 0 ? C_ ("timeline", "All") : _ (spans[i].label);

      self->spans[i] = gtk_toggle_button_new_with_label (label);
      g_signal_connect_object (self->spans[i], "toggled", G_CALLBACK (span_toggled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->spans[i]);
    }
  return box;
}

static GtkWidget *
time_strip_new_words (KringTimeStrip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (_ ("Timeline"));

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  self->period = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->period), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->period, "time-period");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->period);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
time_strip_new_head (KringTimeStrip *self, gboolean roomy)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "time-head");
  self->everything = time_strip_new_button (
      self, "edit-clear-symbolic", _ ("Show all of time again"), G_CALLBACK (everything_cb));
  self->play =
      time_strip_new_button (self, "media-playback-start-symbolic", NULL, G_CALLBACK (play_cb));
  gtk_box_append (GTK_BOX (box), time_strip_new_words (self));
  self->add = new_add (self);
  gtk_box_append (GTK_BOX (box), self->everything);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_box_append (GTK_BOX (box), self->play);
  gtk_box_append (GTK_BOX (box), new_spans (self));
  if (!roomy)
    gtk_box_append (GTK_BOX (box), time_strip_new_button (self, "pan-down-symbolic",
                                                          _ ("Close the timeline (Ctrl+T)"),
                                                          G_CALLBACK (time_strip_close_cb)));
  return box;
}

/**
 * kring_time_strip_new: (constructor)
 * @session: whose map is shown
 * @roomy: whether it stands on a page of its own
 *
 * Returns: (transfer floating): the strip
 */
GtkWidget *
kring_time_strip_new (KringSession *session, gboolean roomy)
{
  KringTimeStrip *self = g_object_new (KRING_TYPE_TIME_STRIP, NULL);

  self->session = g_object_ref (session);
  self->chart = kring_time_chart_new (session, roomy);
  self->player = kring_time_player_new (session, self->chart);
  gtk_box_append (GTK_BOX (self), time_strip_new_head (self, roomy));
  gtk_box_append (GTK_BOX (self), self->chart);
  g_signal_connect_object (self->chart, "inspect", G_CALLBACK (time_strip_inspect_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "add", G_CALLBACK (add_at_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chart, "view-changed", G_CALLBACK (show_span), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_filter (session), "changed", G_CALLBACK (show_period),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_map (session), "changed", G_CALLBACK (show_period),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->player, "notify::playing", G_CALLBACK (player_changed_cb), self,
                           G_CONNECT_SWAPPED);
  player_changed_cb (self);
  show_period (self);
  show_span (self);
  return GTK_WIDGET (self);
}

/**
 * kring_time_strip_get_chart:
 *
 * Returns: (transfer none): the line of time
 */
KringTimeChart *
kring_time_strip_get_chart (KringTimeStrip *self)
{
  return KRING_TIME_CHART (self->chart);
}

/**
 * kring_time_strip_get_popover:
 *
 * Returns: (transfer none): what asks for an event
 */
GtkWidget *
kring_time_strip_get_popover (KringTimeStrip *self)
{
  return self->popover;
}

/**
 * kring_time_strip_get_player:
 *
 * Returns: (transfer none): what lets time pass
 */
KringTimePlayer *
kring_time_strip_get_player (KringTimeStrip *self)
{
  return self->player;
}
