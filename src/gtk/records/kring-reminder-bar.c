/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-reminder-bar.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer lines are hard to read. */
#define LINE_CHARS 90
#define MARGIN 12

struct _KringReminderBar
{
  AdwBin parent_instance;

  GtkWidget *bar; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KringReminderBar, kring_reminder_bar, ADW_TYPE_BIN)

static void
set_shown (KringReminderBar *self, gboolean shown)
{
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->bar), shown);
}

/* The mark was set: somebody noted words of the young person. Taken back: nothing was noted. */
static void
reminder_bar_map_changed_cb (KringReminderBar *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);

      if (change->type == KRING_CHANGE_SET && change->kind->id == KRING_KIND_CASE &&
          strcmp (change->field->name, KRING_F_REMINDED_NOT_TO_QUESTION) == 0)
        set_shown (self, change->new_value != NULL);
    }
}

static void
kring_reminder_bar_class_init (KringReminderBarClass *klass)
{
}

static GtkWidget *
reminder_bar_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
kring_reminder_bar_init (KringReminderBar *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *heading = _ ("Do not question further before a report to the police");

  gtk_box_append (GTK_BOX (words), reminder_bar_new_label (heading, "heading"));
  gtk_box_append (
      GTK_BOX (words),
      reminder_bar_new_label (
          _ ("Talking about what happened can colour what somebody remembers. Then the "
             "statement to the police is worth less. Write down what is said by itself, "
             "literally, and agree with the police on who talks when."),
          "body"));
  /* A screen reader says the name of an alert when it comes. */
  self->bar = g_object_new (GTK_TYPE_INFO_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->bar), GTK_MESSAGE_OTHER);
  gtk_info_bar_set_show_close_button (GTK_INFO_BAR (self->bar), TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->bar), words);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_margin_start (words, MARGIN);
  gtk_widget_set_margin_top (words, MARGIN / 2);
  gtk_widget_set_margin_bottom (words, MARGIN / 2);
  adw_bin_set_child (ADW_BIN (self), self->bar);
  g_signal_connect_object (self->bar, "response", G_CALLBACK (kring_reminder_bar_dismiss), self,
                           G_CONNECT_SWAPPED);
  set_shown (self, FALSE);
}

/**
 * kring_reminder_bar_new: (constructor)
 *
 * Returns: (transfer floating): a bar that is not seen until words of the young person are noted
 */
GtkWidget *
kring_reminder_bar_new (KringSession *session)
{
  KringReminderBar *self = g_object_new (KRING_TYPE_REMINDER_BAR, NULL);

  g_signal_connect_object (kring_session_get_map (session), "changed",
                           G_CALLBACK (reminder_bar_map_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_reminder_bar_get_shown:
 *
 * Returns: whether it is there to be read
 */
gboolean
kring_reminder_bar_get_shown (KringReminderBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * kring_reminder_bar_dismiss:
 *
 * Puts it away; on this map it does not come back.
 */
void
kring_reminder_bar_dismiss (KringReminderBar *self)
{
  set_shown (self, FALSE);
}
