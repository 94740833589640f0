/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/timeline/kring-event-popover.h"

#include "gtk/widgets/kring-date-picker.h"
#include "gtk/widgets/kring-error-words.h"
#include "map/base/kring-date.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>

#define WIDTH 380

struct _KringEventPopover
{
  KringItemPopover parent_instance;

  GtkWidget *entry;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringEventPopover, kring_event_popover, KRING_TYPE_ITEM_POPOVER)

static KringEditor *
event_popover_get_editor (KringEventPopover *self)
{
  return kring_session_get_editor (kring_item_popover_get_session (KRING_ITEM_POPOVER (self)));
}

static void
event_popover_show_message (KringEventPopover *self, const char *text, gboolean is_error)
{
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), text, is_error);
}

/* (transfer full): what happened, without its date. */
static char *
event_popover_read_typed (KringEventPopover *self, const char *typed, char **date, char **question)
{
  return kring_date_picker_split (kring_item_popover_get_session (KRING_ITEM_POPOVER (self)), typed,
                                  KRING_QUICK_DATE_FIRST, date, question);
}

/* How what stands there is understood so far. */
static void
event_popover_changed_cb (KringEventPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *date = NULL, *when = NULL, *message = NULL;
  g_autofree char *what = event_popover_read_typed (self, typed, &date, &message);

  /* The day alone was pointed at. */
  kring_item_popover_keep_text (KRING_ITEM_POPOVER (self), *what != '\0' ? typed : "");
  if (date != NULL)
    {
      when = kring_date_format_string (date);
      message = *what != '\0' ? g_strdup_printf ("%s · %s", when, what) : g_steal_pointer (&when);
    }
  event_popover_show_message (self, message, FALSE);
}

static void
event_popover_tell (KringEventPopover *self, KringItem *event, gboolean stay)
{
  g_autofree char *when = kring_date_format_string (kring_item_get_text (event, KRING_F_WHEN));
  /* Translators: a date, then what happened. */
  g_autofree char *text =
      g_strdup_printf (_ ("Added on %s: %s"), when, kring_item_get_text (event, KRING_F_NAME));
  KringSession *session = kring_item_popover_get_session (KRING_ITEM_POPOVER (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  kring_selection_select (kring_session_get_selection (session), kring_item_get_id (event));
  g_signal_emit (self, signals[ADDED], 0, kring_item_get_id (event));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
  if (stay)
    event_popover_show_message (self, text, FALSE);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

/* Nothing is thrown away: what cannot be noted stays where it is, with what is missing. */
static void
event_popover_add (KringEventPopover *self, gboolean stay)
{
  g_autofree char *date = NULL, *question = NULL, *refused = NULL;
  g_autofree char *what = event_popover_read_typed (
      self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date, &question);
  g_autoptr (GError) error = NULL;
  KringItem *event = NULL;

  if (question != NULL)
    event_popover_show_message (self, question, TRUE);
  else if (date == NULL)
    event_popover_show_message (
        self, _ ("When was that? Begin with a date, such as 12-9, yesterday or Sep 2025."), TRUE);
  else
    event = kring_edit_add_event (event_popover_get_editor (self), what, date, &error);
  refused = error != NULL ? kring_error_words_dup_edit (error) : NULL;
  if (refused != NULL)
    event_popover_show_message (self, refused, TRUE);
  if (event != NULL)
    event_popover_tell (self, event, stay);
}

static void
event_popover_activate_cb (KringEventPopover *self)
{
  event_popover_add (self, FALSE);
}

static gboolean
event_popover_key_pressed_cb (KringEventPopover *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;
  event_popover_add (self, TRUE);
  return GDK_EVENT_STOP;
}

static void
kring_event_popover_note (KringItemPopover *popover, GdkModifierType state)
{
  event_popover_add (KRING_EVENT_POPOVER (popover), (state & GDK_SHIFT_MASK) != 0);
}

static void
kring_event_popover_class_init (KringEventPopoverClass *klass)
{
  KRING_ITEM_POPOVER_CLASS (klass)->note = kring_event_popover_note;

  /**
   * KringEventPopover::added:
   * @id: of the new event
   */
  signals[ADDED] = g_signal_new ("added", KRING_TYPE_EVENT_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kring_event_popover_init (KringEventPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *title = _ ("What happened, and when?");

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("12-9 missing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  kring_item_popover_set_box (KRING_ITEM_POPOVER (self), KRING_DRAFT_EVENT);
  kring_item_popover_build (KRING_ITEM_POPOVER (self), self->entry, WIDTH, _ ("_Add"),
                            _ ("First the date, then what happened · Shift+Enter: one more"));
  kring_item_popover_set_title (KRING_ITEM_POPOVER (self), title);
  /* After the input method, which may be composing a letter. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (event_popover_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (event_popover_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (event_popover_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_event_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_event_popover_new (KringSession *session)
{
  return kring_item_popover_new (KRING_TYPE_EVENT_POPOVER, session);
}

/* What was typed before and not noted, on the day that was pointed at. */
static char *
event_popover_dup_text (KringEventPopover *self, const char *when)
{
  const char *draft = kring_item_popover_get_text (KRING_ITEM_POPOVER (self));
  g_autofree char *date = NULL, *question = NULL;
  g_autofree char *what = event_popover_read_typed (self, draft, &date, &question);

  return when != NULL ? g_strdup_printf ("%s %s", when, what) : g_strdup (draft);
}

/**
 * kring_event_popover_ask:
 * @parent: what it opens over
 * @at: where, in pixels of @parent
 * @when: (nullable): a date as people type it, when they pointed at one
 */
void
kring_event_popover_ask (KringEventPopover *self,
                         GtkWidget *parent,
                         const GdkRectangle *at,
                         const char *when)
{
  g_autofree char *text = event_popover_dup_text (self, when);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  event_popover_changed_cb (self);
  kring_item_popover_open (KRING_ITEM_POPOVER (self), parent, at, self->entry);
}
