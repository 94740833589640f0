/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-time-player.h"

#include "gtk/timeline/kring-time-window.h"
#include "picture/time/kring-chart.h"

/* From the first moment to the last, in microseconds. */
#define WHOLE (20 * G_USEC_PER_SEC)
/* No closer together than this, in microseconds: the map is drawn again each time. */
#define FRAME (80 * 1000)
/* Without movement: how long each moment stays, in milliseconds. */
#define MOMENT 1200

struct _KringTimePlayer
{
  GObject parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *clock;      /* (not owned), outlives it: whose frames count */
  guint tick;            /* of the widget, while gliding */
  guint timeout;         /* while going from moment to moment */
  gboolean active;
  KringPeriod before; /* what was looked at when it began */
  KringPeriod whole;  /* from the first to the last moment */
  double minute;      /* how far it is */
  gint64 shown;       /* when that was last shown, in microseconds */
};

enum
{
  PROP_0,
  PROP_PLAYING,
  PROP_ACTIVE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringTimePlayer, kring_time_player, G_TYPE_OBJECT)

static void
notify (KringTimePlayer *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLAYING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
halt (KringTimePlayer *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (self->clock, self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->timeout, g_source_remove);
}

/* Whole days, unless there are but a few: hours that run on cannot be read. */
static void
time_player_show (KringTimePlayer *self)
{
  KringPeriod window = { self->before.first, (gint64) self->minute };

  if (self->whole.last - self->whole.first > KRING_WEEK_MINUTES)
    window.last = (window.last / KRING_DAY_MINUTES + 1) * KRING_DAY_MINUTES - 1;
  kring_time_window_set (self->session, window);
}

/* Nothing is left to come: what was looked at before is looked at again. */
static void
finish (KringTimePlayer *self)
{
  halt (self);
  self->active = FALSE;
  kring_time_window_set (self->session, self->before);
  notify (self);
}

static gboolean
tick_cb (GtkWidget *clock, GdkFrameClock *frames, gpointer data)
{
  KringTimePlayer *self = data;
  gint64 now = gdk_frame_clock_get_frame_time (frames);

  if (self->shown == 0)
    self->shown = now;
  if (now - self->shown < FRAME)
    return G_SOURCE_CONTINUE;
  self->minute += (double) (self->whole.last - self->whole.first) * (now - self->shown) / WHOLE;
  self->shown = now;
  if (self->minute < self->whole.last)
    time_player_show (self);
  else
    finish (self);
  return G_SOURCE_CONTINUE;
}

/* The first moment after this one; the end when there is none. */
static gint64
time_player_find_next (KringTimePlayer *self)
{
  g_autoptr (GPtrArray) items = kring_map_dup_timeline (kring_session_get_map (self->session));
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < items->len; i++)
    {
      KringPeriod period;

      if (kring_timeline_get_period (g_ptr_array_index (items, i), &period) &&
          period.first > self->minute && period.first < next)
        next = period.first;
    }
  return next;
}

static gboolean
moment_cb (gpointer data)
{
  KringTimePlayer *self = data;
  gint64 next = time_player_find_next (self);

  if (next > self->whole.last)
    {
      self->timeout = 0;
      finish (self);
      return G_SOURCE_REMOVE;
    }
  self->minute = next;
  time_player_show (self);
  return G_SOURCE_CONTINUE;
}

static void
kring_time_player_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringTimePlayer *self = KRING_TIME_PLAYER (object);

  switch (prop_id)
    {
    case PROP_PLAYING:
      g_value_set_boolean (value, kring_time_player_get_playing (self));
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
kring_time_player_dispose (GObject *object)
{
  KringTimePlayer *self = KRING_TIME_PLAYER (object);

  halt (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_time_player_parent_class)->dispose (object);
}

static void
kring_time_player_class_init (KringTimePlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kring_time_player_get_property;
  object_class->dispose = kring_time_player_dispose;
  properties[PROP_PLAYING] = g_param_spec_boolean ("playing", NULL, NULL, FALSE, flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kring_time_player_init (KringTimePlayer *self)
{
}

/**
 * kring_time_player_new: (constructor)
 * @session: whose period is moved
 * @clock: a widget that outlives the player, and whose frames it follows
 *
 * Returns: (transfer full): a player that stands still
 */
KringTimePlayer *
kring_time_player_new (KringSession *session, GtkWidget *clock)
{
  KringTimePlayer *self = g_object_new (KRING_TYPE_TIME_PLAYER, NULL);

  self->session = g_object_ref (session);
  self->clock = clock;
  return self;
}

static gboolean
may_move (KringTimePlayer *self)
{
  gboolean animated;

  g_object_get (gtk_widget_get_settings (self->clock), "gtk-enable-animations", &animated, NULL);
  return animated;
}

/* From the beginning of the period, or of everything. */
static void
time_player_begin (KringTimePlayer *self)
{
  self->before = kring_time_window_get (self->session);
  self->whole = kring_chart_get_extent (kring_session_get_map (self->session));
  if (self->before.first != G_MININT64)
    self->whole.first = self->before.first;
  if (self->before.last != G_MAXINT64)
    self->whole.last = self->before.last;
  self->minute = self->whole.first;
  self->active = TRUE;
  time_player_show (self);
}

/**
 * kring_time_player_play:
 *
 * Begins, or goes on after a pause.
 */
void
kring_time_player_play (KringTimePlayer *self)
{
  if (kring_time_player_get_playing (self))
    return;
  if (!self->active)
    time_player_begin (self);
  self->shown = 0;
  if (may_move (self))
    self->tick = gtk_widget_add_tick_callback (self->clock, tick_cb, self, NULL);
  else
    self->timeout = g_timeout_add (MOMENT, moment_cb, self);
  notify (self);
}

/**
 * kring_time_player_pause:
 *
 * Stands still where it is.
 */
void
kring_time_player_pause (KringTimePlayer *self)
{
  halt (self);
  notify (self);
}

/**
 * kring_time_player_stop:
 *
 * Ends, and brings back the period that was looked at before.
 */
void
kring_time_player_stop (KringTimePlayer *self)
{
  if (self->active)
    finish (self);
}

/**
 * kring_time_player_get_playing:
 *
 * Returns: whether time is passing now
 */
gboolean
kring_time_player_get_playing (KringTimePlayer *self)
{
  return self->tick != 0 || self->timeout != 0;
}

/**
 * kring_time_player_get_active:
 *
 * Returns: whether it has begun and not ended, paused or not
 */
gboolean
kring_time_player_get_active (KringTimePlayer *self)
{
  return self->active;
}

/**
 * kring_time_player_get_minute:
 *
 * Returns: how far it is
 */
gint64
kring_time_player_get_minute (KringTimePlayer *self)
{
  return self->minute;
}
