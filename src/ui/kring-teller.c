/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/kring-teller.h"

#include <glib/gi18n.h>

#define SECONDS_WITH_ACTION 10

struct _KringTeller
{
  GObject parent_instance;

  AdwToastOverlay *overlay; /* (not owned), the window's */
  AdwToast *toast;          /* (owned) (nullable), that is seen now */
  char *text;               /* (owned) (nullable), of the last message */
  guint timer;              /* when it goes */
  gboolean offering;        /* to undo */
  char *uri;                /* (owned) (nullable): what it offers to open instead */
};

G_DEFINE_FINAL_TYPE (KringTeller, kring_teller, G_TYPE_OBJECT)

static void
dismissed_cb (KringTeller *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->toast);
}

static gboolean
time_over_cb (gpointer data)
{
  KringTeller *self = data;
  g_autoptr (AdwToast) toast = g_object_ref (self->toast);

  self->timer = 0;
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Not the time of the toast itself: in libadwaita 1.2 that may run out a second time while the toast
 * is on its way out, which then is freed twice. */
static void
set_timer (KringTeller *self, guint seconds)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (seconds, time_over_cb, self);
}

static void
show_offer (KringTeller *self)
{
  const char *label = NULL, *action = NULL;

  if (self->offering)
    {
      label = _ ("_Undo");
      action = "win.undo";
    }
  else if (self->uri != NULL)
    {
      label = _ ("_Open");
      action = "win.open-made";
    }
  adw_toast_set_button_label (self->toast, label);
  adw_toast_set_action_name (self->toast, action);
}

static void
add_toast (KringTeller *self, guint seconds)
{
  g_autofree char *markup = g_markup_escape_text (self->text, -1);

  self->toast = g_object_ref (adw_toast_new (markup));
  adw_toast_set_timeout (self->toast, 0);
  show_offer (self);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->overlay, self->toast);
  set_timer (self, seconds);
}

/* @uri: (nullable): what it offers to open */
static void
tell (KringTeller *self, const char *text, guint seconds, gboolean offering, const char *uri)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_free (self->text);
  self->text = g_strdup (text);
  self->offering = offering;
  g_free (self->uri);
  self->uri = g_strdup (uri);
  if (self->toast == NULL)
    {
      add_toast (self, seconds);
      return;
    }
  adw_toast_set_title (self->toast, markup);
  show_offer (self);
  set_timer (self, seconds);
}

static void
kring_teller_finalize (GObject *object)
{
  KringTeller *self = KRING_TELLER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->toast);
  g_free (self->text);
  g_free (self->uri);
  G_OBJECT_CLASS (kring_teller_parent_class)->finalize (object);
}

static void
kring_teller_class_init (KringTellerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_teller_finalize;
}

static void
kring_teller_init (KringTeller *self)
{
}

/**
 * kring_teller_new: (constructor)
 * @overlay: where messages are seen; outlives the teller
 *
 * Returns: (transfer full): a teller that has told nothing yet
 */
KringTeller *
kring_teller_new (AdwToastOverlay *overlay)
{
  KringTeller *self = g_object_new (KRING_TYPE_TELLER, NULL);

  self->overlay = overlay;
  return self;
}

/**
 * kring_teller_tell:
 * @text: what happened
 * @seconds: how long it stays, unless something else is told
 */
void
kring_teller_tell (KringTeller *self, const char *text, guint seconds)
{
  tell (self, text, seconds, FALSE, NULL);
}

/**
 * kring_teller_offer_undo:
 * @text: what happened in the last step
 */
void
kring_teller_offer_undo (KringTeller *self, const char *text)
{
  tell (self, text, SECONDS_WITH_ACTION, TRUE, NULL);
}

/**
 * kring_teller_offer_open:
 * @text: what was made, and where
 * @uri: of it
 */
void
kring_teller_offer_open (KringTeller *self, const char *text, const char *uri)
{
  tell (self, text, SECONDS_WITH_ACTION, FALSE, uri);
}

/**
 * kring_teller_end_offer:
 *
 * Another step was made: undo would be about that one.
 */
void
kring_teller_end_offer (KringTeller *self)
{
  self->offering = FALSE;
  if (self->toast != NULL)
    show_offer (self);
}

/**
 * kring_teller_take_back:
 *
 * The step that is told about was undone: that is what is told now, if anything is. The message is
 * not taken off by hand: libadwaita 1.2 frees one that goes while it still moves.
 */
void
kring_teller_take_back (KringTeller *self)
{
  if (self->toast != NULL)
    tell (self, _ ("Undone"), 2, FALSE, NULL);
}

/**
 * kring_teller_get_text:
 *
 * Returns: (transfer none) (nullable): what is seen now
 */
const char *
kring_teller_get_text (KringTeller *self)
{
  return self->toast != NULL ? self->text : NULL;
}

/**
 * kring_teller_is_offering:
 *
 * Returns: whether undo is offered now
 */
gboolean
kring_teller_is_offering (KringTeller *self)
{
  return self->toast != NULL && self->offering;
}

/**
 * kring_teller_get_uri:
 *
 * Returns: (transfer none) (nullable): what is offered to be opened now
 */
const char *
kring_teller_get_uri (KringTeller *self)
{
  return self->toast != NULL ? self->uri : NULL;
}
