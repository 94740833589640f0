/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-date-picker.h"

#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n-lib.h>

/* A calendar, and the entry that it fills. */
typedef struct
{
  GtkWidget *entry; /* (not owned), lives beside the button */
  GtkCalendar *calendar;
  GtkPopover *popover;
  gboolean showing; /* the calendar is being set from the entry */
} Picker;

/**
 * kring_date_picker_dup_question:
 * @date: in its written form
 * @other: likewise
 *
 * Returns: (transfer full): asks which of both is meant
 */
char *
kring_date_picker_dup_question (const char *date, const char *other)
{
  g_autofree char *first = kring_date_format_string (date);
  g_autofree char *second = kring_date_format_string (other);

  /* Translators: two dates, in full, that may both be meant by what was typed. */
  return g_strdup_printf (_ ("Is this %s or %s? Type it in full."), first, second);
}

/**
 * kring_date_picker_read:
 * @typed: what somebody typed
 * @date: (out) (transfer full) (nullable): in its written form, if it can be noted
 * @message: (out) (transfer full) (nullable): the date in full; where two may be meant, both
 *
 * Returns: whether there is exactly one date that @typed means
 */
gboolean
kring_date_picker_read (
    KringSession *session, const char *typed, KringDateAim aim, char **date, char **message)
{
  g_autofree char *today = kring_editor_dup_today (kring_session_get_editor (session));
  g_autofree char *first = NULL, *second = NULL;
  KringDate found, other;

  *date = *message = NULL;
  if (!kring_date_parse_typed (typed, today, aim, &found, &other))
    return FALSE;
  first = kring_date_to_string (found);
  if (other.start.year > 0)
    {
      second = kring_date_to_string (other);
      *message = kring_date_picker_dup_question (first, second);
      return FALSE;
    }
  *message = kring_date_format (found);
  *date = g_steal_pointer (&first);
  return TRUE;
}

/**
 * kring_date_picker_split:
 * @typed: words with a date among them
 * @date: (out) (transfer full) (nullable): in its written form, if it can be noted
 * @question: (out) (transfer full) (nullable): where two may be meant, which of both
 *
 * Returns: (transfer full): what was typed without the date
 */
char *
kring_date_picker_split (KringSession *session,
                         const char *typed,
                         KringQuickDatePlace place,
                         char **date,
                         char **question)
{
  g_autofree char *today = kring_editor_dup_today (kring_session_get_editor (session));
  g_autofree char *other = NULL;
  char *words = kring_quick_date_split (typed, today, place, date, &other);

  *question = other != NULL ? kring_date_picker_dup_question (*date, other) : NULL;
  if (other != NULL)
    g_clear_pointer (date, g_free);
  return words;
}

static char *
date_picker_dup_day (Picker *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  KringDate date = { { 0, 0, 0, -1, -1 }, { 0, 0, 0, -1, -1 }, FALSE };

  date.start.year = g_date_time_get_year (day);
  date.start.month = g_date_time_get_month (day);
  date.start.day = g_date_time_get_day_of_month (day);
  date.end = date.start;
  return kring_date_format (date);
}

static void
day_selected_cb (Picker *self)
{
  g_autofree char *text = date_picker_dup_day (self);

  kring_spoken_name_calendar (self->calendar, text);
  if (!self->showing)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/* The calendar opens at the day that stands there. */
static void
date_picker_opened_cb (Picker *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local (), day = NULL;
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  KringDate date;

  if (kring_date_parse_typed (gtk_editable_get_text (GTK_EDITABLE (self->entry)), today,
                              KRING_DATE_AIM_NEAR, &date, NULL))
    day = g_date_time_new_local (date.start.year, MAX (date.start.month, 1),
                                 MAX (date.start.day, 1), 12, 0, 0);
  else
    day = g_date_time_ref (now);
  if (day == NULL)
    return;
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  day_selected_cb (self);
  self->showing = FALSE;
}

static void
choose_cb (Picker *self)
{
  day_selected_cb (self);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (self->entry);
}

/**
 * kring_date_picker_new: (constructor)
 * @entry: a GtkEditable that stands beside the button and lives as long
 * @picked: (nullable): called with @object once a day was chosen
 *
 * Returns: (transfer floating): a button that opens a calendar
 */
GtkWidget *
kring_date_picker_new (GtkWidget *entry, GCallback picked, gpointer object)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *calendar = gtk_calendar_new (), *choose = gtk_button_new_with_label (_ ("Choose"));
  Picker *self = g_new0 (Picker, 1);

  self->entry = entry;
  self->calendar = GTK_CALENDAR (calendar);
  self->popover = GTK_POPOVER (popover);
  g_object_set_data_full (G_OBJECT (button), "kring-picker", self, g_free);
  gtk_box_append (GTK_BOX (box), calendar);
  gtk_box_append (GTK_BOX (box), choose);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Pick a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pick a day"), -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  g_signal_connect_swapped (popover, "map", G_CALLBACK (date_picker_opened_cb), self);
  g_signal_connect_swapped (choose, "clicked", G_CALLBACK (choose_cb), self);
  if (picked != NULL)
    g_signal_connect_object (choose, "clicked", picked, object,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return button;
}
