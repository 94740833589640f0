/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-toasts.h"

#include "gtk/canvas/kring-canvas.h"
#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n.h>

#define SECONDS_WITH_ACTION 10
/* A message moves into view for 0.3 or 0.5 s; after so long, in microseconds, it stands still. */
#define COMING 600000

/* What a message has a button for. */
typedef enum
{
  OFFER_NOTHING,
  OFFER_UNDO,
  OFFER_OPEN,
  OFFER_LIST,
} Offer;

struct _KringToasts
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* (not owned), the window's */
  GtkWidget *spoken;        /* (weak) (nullable) likewise: a notification to a screen reader */
  GtkWidget *heard;         /* (weak) (nullable): what has the keyboard, and told the message */
  AdwToast *toast;          /* (owned) (nullable), that is seen now */
  char *text;               /* (owned) (nullable), of the last message */
  guint timer;              /* when it goes */
  guint coming;             /* tick callback of the overlay, while it moves into view */
  gint64 came;              /* when that began, in the frame time of the overlay */
  gboolean leaving;         /* it was sent away while it was coming */
  guint next_seconds;       /* how long the text stays that comes after it, 0: nothing comes */
  Offer offer;
  char *uri;      /* (owned) (nullable): what it offers to open */
  GVariant *left; /* (owned) (nullable): what it offers to list */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringToasts, kring_toasts, G_TYPE_OBJECT)

static GtkWidget *
find_hearer (KringToasts *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->overlay));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* The map adds the message to what it says of itself; a card describes its own fields. */
  if (focus == NULL || KRING_IS_CANVAS (focus) ||
      gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return NULL;
  return GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* GTK 4.8 cannot announce: a screen reader follows what has the keyboard, and notifications. */
static void
speak (KringToasts *self, const char *text)
{
  if (self->spoken == NULL)
    return;
  if (self->heard != NULL)
    kring_spoken_tell (self->heard, NULL);
  g_set_weak_pointer (&self->heard, text != NULL ? find_hearer (self) : NULL);
  if (self->heard != NULL)
    kring_spoken_tell (self->heard, text);
  gtk_widget_set_visible (self->spoken, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spoken), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What is sent away while it still comes waits until it stands: libadwaita 1.2 moves it in and out at
 * once then, and frees it under the movement that ends last. */
static void
dismissed_cb (KringToasts *self, AdwToast *toast)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->coming != 0)
    {
      self->leaving = TRUE;
      g_signal_stop_emission_by_name (toast, "dismissed");
      return;
    }
  self->leaving = FALSE;
  g_clear_object (&self->toast);
  speak (self, NULL);
}

static void add_toast (KringToasts *self, guint seconds);

/* It was dismissed already, so that has no effect: what follows from it is asked for by itself. */
static void
send_away (KringToasts *self)
{
  g_autoptr (AdwToast) toast = g_object_ref (self->toast);
  guint seconds = self->next_seconds;

  self->next_seconds = 0;
  g_signal_emit_by_name (toast, "dismissed");
  if (seconds > 0)
    add_toast (self, seconds);
}

static gboolean
coming_cb (GtkWidget *overlay, GdkFrameClock *clock, gpointer data)
{
  KringToasts *self = data;

  if (gdk_frame_clock_get_frame_time (clock) - self->came < COMING)
    return G_SOURCE_CONTINUE;
  self->coming = 0;
  if (self->leaving)
    send_away (self);
  return G_SOURCE_REMOVE;
}

static void
watch_coming (KringToasts *self)
{
  GtkWidget *overlay = GTK_WIDGET (self->overlay);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (overlay);

  if (clock == NULL || !gtk_widget_get_mapped (overlay))
    return;
  self->came = gdk_frame_clock_get_frame_time (clock);
  self->coming = gtk_widget_add_tick_callback (overlay, coming_cb, self, NULL);
}

static gboolean
time_over_cb (gpointer data)
{
  KringToasts *self = data;
  g_autoptr (AdwToast) toast = g_object_ref (self->toast);

  self->timer = 0;
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Not the time of the toast itself: in libadwaita 1.2 that may run out a second time while the toast
 * is on its way out, which then is freed twice. */
static void
set_timer (KringToasts *self, guint seconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (seconds, time_over_cb, self);
}

static void
show_offer (KringToasts *self)
{
  static const struct
  {
    const char *label;
    const char *action;
  } offers[] = {
    [OFFER_UNDO] = { N_ ("_Undo"), "win.undo" },
    [OFFER_OPEN] = { N_ ("_Open"), "win.open-made" },
    [OFFER_LIST] = { N_ ("_List"), "win.show-left" },
  };
  const char *label = offers[self->offer].label;

  adw_toast_set_button_label (self->toast, label != NULL ? _ (label) : NULL);
  adw_toast_set_action_name (self->toast, offers[self->offer].action);
}

static void
add_toast (KringToasts *self, guint seconds)
{
  g_autofree char *markup = g_markup_escape_text (self->text, -1);

  self->toast = g_object_ref (adw_toast_new (markup));
  adw_toast_set_timeout (self->toast, 0);
  show_offer (self);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
  watch_coming (self);
  set_timer (self, seconds);
  speak (self, self->text);
}

static void
toasts_tell (KringToasts *self, const char *text, guint seconds, Offer offer)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_free (self->text);
  self->text = g_strdup (text);
  self->offer = offer;
  if (self->toast == NULL)
    {
      add_toast (self, seconds);
      return;
    }
  if (self->leaving)
    {
      self->next_seconds = seconds;
      return;
    }
  adw_toast_set_title (self->toast, markup);
  show_offer (self);
  set_timer (self, seconds);
  speak (self, text);
}

static void
kring_toasts_finalize (GObject *object)
{
  KringToasts *self = KRING_TOASTS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->coming != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->overlay), self->coming);
  g_clear_object (&self->toast);
  g_clear_weak_pointer (&self->heard);
  g_clear_weak_pointer (&self->spoken);
  g_free (self->text);
  g_free (self->uri);
  g_clear_pointer (&self->left, g_variant_unref);
  G_OBJECT_CLASS (kring_toasts_parent_class)->finalize (object);
}

static void
kring_toasts_class_init (KringToastsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_toasts_finalize;

  /**
   * KringToasts::changed:
   *
   * Something else is told, or nothing any more.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_TOASTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
kring_toasts_init (KringToasts *self)
{
}

static gboolean
toasts_is_telling (KringToasts *self)
{
  return self->toast != NULL && (!self->leaving || self->next_seconds > 0);
}

/**
 * kring_toasts_new: (constructor)
 * @overlay: where messages are seen; outlives the teller
 * @spoken: what a screen reader hears them from, which is not seen; outlives it too
 *
 * Returns: (transfer full): a teller that has told nothing yet
 */
KringToasts *
kring_toasts_new (AdwToastOverlay *overlay, GtkWidget *spoken)
{
  KringToasts *self = g_object_new (KRING_TYPE_TOASTS, NULL);

  self->overlay = overlay;
  g_set_weak_pointer (&self->spoken, spoken);
  gtk_widget_set_visible (spoken, FALSE);
  return self;
}

/**
 * kring_toasts_tell:
 * @text: what happened
 * @seconds: how long it stays, unless something else is told
 */
void
kring_toasts_tell (KringToasts *self, const char *text, guint seconds)
{
  toasts_tell (self, text, seconds, OFFER_NOTHING);
}

/**
 * kring_toasts_offer_undo:
 * @text: what happened in the last step
 */
void
kring_toasts_offer_undo (KringToasts *self, const char *text)
{
  toasts_tell (self, text, SECONDS_WITH_ACTION, OFFER_UNDO);
}

/**
 * kring_toasts_offer_open:
 * @text: what was made, and where
 * @uri: of it
 */
void
kring_toasts_offer_open (KringToasts *self, const char *text, const char *uri)
{
  g_free (self->uri);
  self->uri = g_strdup (uri);
  toasts_tell (self, text, SECONDS_WITH_ACTION, OFFER_OPEN);
}

/**
 * kring_toasts_offer_list:
 * @text: what left, and how much stayed behind
 * @left: (sasas): the same, which items and which texts
 */
void
kring_toasts_offer_list (KringToasts *self, const char *text, GVariant *left)
{
  g_clear_pointer (&self->left, g_variant_unref);
  self->left = g_variant_ref_sink (left);
  toasts_tell (self, text, SECONDS_WITH_ACTION, OFFER_LIST);
}

/**
 * kring_toasts_end_offer:
 *
 * Another step was made: undo would be about that one.
 */
void
kring_toasts_end_offer (KringToasts *self)
{
  if (self->offer == OFFER_UNDO)
    self->offer = OFFER_NOTHING;
  if (self->toast != NULL && !self->leaving)
    show_offer (self);
}

/**
 * kring_toasts_take_back:
 *
 * The step that is told about was undone: that is what is told now, if anything is. The message is
 * not taken off by hand: libadwaita 1.2 frees one that goes while it still moves.
 */
void
kring_toasts_take_back (KringToasts *self)
{
  if (toasts_is_telling (self))
    toasts_tell (self, _ ("Undone"), 2, OFFER_NOTHING);
}

/**
 * kring_toasts_get_text:
 *
 * Returns: (transfer none) (nullable): what is seen now
 */
const char *
kring_toasts_get_text (KringToasts *self)
{
  return toasts_is_telling (self) ? self->text : NULL;
}

/**
 * kring_toasts_is_offering:
 *
 * Returns: whether undo is offered now
 */
gboolean
kring_toasts_is_offering (KringToasts *self)
{
  return toasts_is_telling (self) && self->offer == OFFER_UNDO;
}

/**
 * kring_toasts_get_uri:
 *
 * Returns: (transfer none) (nullable): what is offered to be opened now
 */
const char *
kring_toasts_get_uri (KringToasts *self)
{
  return toasts_is_telling (self) && self->offer == OFFER_OPEN ? self->uri : NULL;
}

/**
 * kring_toasts_get_left:
 *
 * Returns: (transfer none) (nullable): (sasas): what is offered to be listed now
 */
GVariant *
kring_toasts_get_left (KringToasts *self)
{
  return toasts_is_telling (self) && self->offer == OFFER_LIST ? self->left : NULL;
}
