/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-copy-bar.h"

#include "gtk/widgets/kring-form.h"
#include "map/facts/kring-copies.h"

#include <glib/gi18n-lib.h>

struct _KringCopyBar
{
  AdwBin parent_instance;

  KringSession *session; /* (weak), of the window that owns this */
  GtkWidget *bar;
  GtkWidget *question;
  GtkWidget *name;
  GtkWidget *organisation;
  KringNewCopy given; /* of what was made; its texts are owned */
};

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringCopyBar, kring_copy_bar, ADW_TYPE_BIN)

static void
copy_bar_forget (KringCopyBar *self)
{
  g_free ((char *) self->given.layers);
  g_free ((char *) self->given.hash);
  g_free ((char *) self->given.secret);
  g_free ((char *) self->given.number);
  self->given = (KringNewCopy){ .reader = -1, .names = -1 };
}

static void
kring_copy_bar_dispose (GObject *object)
{
  KringCopyBar *self = KRING_COPY_BAR (object);

  copy_bar_forget (self);
  g_clear_weak_pointer (&self->session);
  G_OBJECT_CLASS (kring_copy_bar_parent_class)->dispose (object);
}

static void
copy_bar_response_cb (KringCopyBar *self, int response)
{
  if (response == GTK_RESPONSE_ACCEPT)
    kring_copy_bar_note (self);
  else
    kring_copy_bar_skip (self);
}

static void
kring_copy_bar_class_init (KringCopyBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_copy_bar_dispose;
  kring_form_use (widget_class, "kring-copy-bar");
  gtk_widget_class_bind_template_child (widget_class, KringCopyBar, bar);
  gtk_widget_class_bind_template_child (widget_class, KringCopyBar, question);
  gtk_widget_class_bind_template_child (widget_class, KringCopyBar, name);
  gtk_widget_class_bind_template_child (widget_class, KringCopyBar, organisation);
  gtk_widget_class_bind_template_callback (widget_class, copy_bar_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, kring_copy_bar_note);

  /* KringCopyBar::leave: it had the keyboard, and is gone. */
  signals[LEAVE] = g_signal_new ("leave", KRING_TYPE_COPY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
kring_copy_bar_init (KringCopyBar *self)
{
  self->given = (KringNewCopy){ .reader = -1, .names = -1 };
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_copy_bar_new: (constructor)
 *
 * Returns: (transfer floating): a bar that is not seen until it asks
 */
GtkWidget *
kring_copy_bar_new (KringSession *session)
{
  KringCopyBar *self = g_object_new (KRING_TYPE_COPY_BAR, NULL);

  g_set_weak_pointer (&self->session, session);
  return GTK_WIDGET (self);
}

static void
show_question (KringCopyBar *self)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_COPY), KRING_F_READER);
  g_autofree char *text =
      /* Translators: for whom something was made, such as "Care" */
      g_strdup_printf (_ ("%s: who gets it?"),
                       kring_field_get_choice_label (field, self->given.reader));

  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

static void
copy_bar_fill (GtkWidget *entry, KringItem *last, const char *field_name)
{
  const char *text = last != NULL ? kring_item_get_text (last, field_name) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/**
 * kring_copy_bar_ask:
 * @given: what was made, and for whom; who gets it is asked
 *
 * Asks, with the last answers filled in. What was asked before and not answered is left.
 */
void
kring_copy_bar_ask (KringCopyBar *self, const KringNewCopy *given)
{
  KringItem *last = kring_copies_find_last (kring_session_get_map (self->session), given->reader);

  copy_bar_forget (self);
  self->given.reader = given->reader;
  self->given.names = given->names;
  self->given.layers = g_strdup (given->layers);
  self->given.hash = g_strdup (given->hash);
  self->given.secret = g_strdup (given->secret);
  self->given.number = g_strdup (given->number);
  show_question (self);
  copy_bar_fill (self->name, last, KRING_F_NAME);
  copy_bar_fill (self->organisation, last, KRING_F_ORGANISATION);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->name);
}

/**
 * kring_copy_bar_get_asking:
 *
 * Returns: whether it waits for an answer
 */
gboolean
kring_copy_bar_get_asking (KringCopyBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * kring_copy_bar_skip:
 *
 * Notes nothing.
 */
void
kring_copy_bar_skip (KringCopyBar *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  copy_bar_forget (self);
  if (focused)
    g_signal_emit (self, signals[LEAVE], 0);
}

/**
 * kring_copy_bar_note:
 *
 * Notes what stands there, also when nobody is named: that it was made is known.
 */
void
kring_copy_bar_note (KringCopyBar *self)
{
  if (!kring_copy_bar_get_asking (self))
    return;
  self->given.name = gtk_editable_get_text (GTK_EDITABLE (self->name));
  self->given.organisation = gtk_editable_get_text (GTK_EDITABLE (self->organisation));
  kring_edit_note_copy (kring_session_get_editor (self->session), &self->given);
  kring_copy_bar_skip (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Copy noted"));
}
