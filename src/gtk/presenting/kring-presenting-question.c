/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/presenting/kring-presenting-question.h"

#include "gtk/widgets/kring-form.h"

#include <glib/gi18n.h>

struct _KringPresentingQuestion
{
  AdwMessageDialog parent_instance;

  GSettings *settings;     /* (owned) of the program */
  AdwComboRow *reader_row; /* in the order of KringReader */
  AdwComboRow *names_row;  /* in the order of KringNameForm */
  AdwComboRow *screen_row; /* in the order of the display */
};

G_DEFINE_FINAL_TYPE (KringPresentingQuestion, kring_presenting_question, ADW_TYPE_MESSAGE_DIALOG)

/* Fuller names than the reader may have cannot be chosen. */
static void
presenting_names_chosen_cb (KringPresentingQuestion *self)
{
  KringReader reader = (KringReader) adw_combo_row_get_selected (self->reader_row);
  guint fullest = reader < KRING_N_READERS ? kring_reader_get_fullest_names (reader) : 0;

  if (adw_combo_row_get_selected (self->names_row) < fullest)
    adw_combo_row_set_selected (self->names_row, fullest);
}

static void
kring_presenting_question_dispose (GObject *object)
{
  g_clear_object (&KRING_PRESENTING_QUESTION (object)->settings);
  G_OBJECT_CLASS (kring_presenting_question_parent_class)->dispose (object);
}

static void
kring_presenting_question_class_init (KringPresentingQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_presenting_question_dispose;
  kring_form_use (widget_class, "kring-presenting-question");
  gtk_widget_class_bind_template_child (widget_class, KringPresentingQuestion, reader_row);
  gtk_widget_class_bind_template_child (widget_class, KringPresentingQuestion, names_row);
  gtk_widget_class_bind_template_child (widget_class, KringPresentingQuestion, screen_row);
  gtk_widget_class_bind_template_callback (widget_class, presenting_names_chosen_cb);
}

/* The names of all that can be chosen in a row. */
static void
fill (AdwComboRow *row, const char *(*get_label) (guint nth), guint n)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, get_label (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  g_object_unref (list);
}

static const char *
get_reader_label (guint nth)
{
  return kring_reader_get_label ((KringReader) nth);
}

static const char *
get_names_label (guint nth)
{
  return kring_name_form_get_label ((KringNameForm) nth);
}

static void
kring_presenting_question_init (KringPresentingQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self->reader_row, get_reader_label, KRING_N_READERS);
  fill (self->names_row, get_names_label, KRING_N_NAMES);
}

static GListModel *
get_screens (GtkWidget *widget)
{
  return gdk_display_get_monitors (gtk_widget_get_display (widget));
}

/* What a screen is called by those who plugged it in. */
static char *
dup_screen_name (GdkMonitor *screen, guint nth)
{
  const char *maker = gdk_monitor_get_manufacturer (screen);
  const char *model = gdk_monitor_get_model (screen);

  if (maker == NULL && model == NULL)
    /* Translators: its number */
    return g_strdup_printf (_ ("Screen %u"), nth + 1);
  if (maker == NULL || model == NULL)
    return g_strdup_printf ("%u: %s", nth + 1, maker != NULL ? maker : model);
  return g_strdup_printf ("%u: %s %s", nth + 1, maker, model);
}

/* The first that is not the own one: that is the beamer. */
static guint
find_beamer (GListModel *screens, GtkWindow *parent)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (parent));
  GdkMonitor *own =
      surface == NULL
          ? NULL
          : gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);

  for (guint i = 0; i < g_list_model_get_n_items (screens); i++)
    {
      g_autoptr (GdkMonitor) screen = g_list_model_get_item (screens, i);

      if (screen != own)
        return i;
    }
  return 0;
}

static void
fill_screens (KringPresentingQuestion *self, GtkWindow *parent)
{
  GListModel *screens = get_screens (GTK_WIDGET (parent));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = g_list_model_get_n_items (screens);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GdkMonitor) screen = g_list_model_get_item (screens, i);

      gtk_string_list_take (names, dup_screen_name (screen, i));
    }
  adw_combo_row_set_model (self->screen_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->screen_row, find_beamer (screens, parent));
  gtk_widget_set_visible (GTK_WIDGET (self->screen_row), n > 1);
}

/**
 * kring_presenting_question_new: (constructor)
 * @parent: the own window, which goes on showing all
 * @settings: the settings of the program, with the last answers
 *
 * Returns: (transfer none): the question; "response" tells the answer, "present" is yes
 */
GtkWindow *
kring_presenting_question_new (GtkWindow *parent, GSettings *settings)
{
  KringPresentingQuestion *self =
      g_object_new (KRING_TYPE_PRESENTING_QUESTION, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *reader_name = g_settings_get_string (settings, KRING_PRESENTED_FOR_KEY);
  g_autofree char *names_name = g_settings_get_string (settings, KRING_PRESENTED_NAMES_KEY);
  KringReader reader = KRING_READER_JOINT;
  KringNameForm names = KRING_NAMES_FULL;

  self->settings = g_object_ref (settings);
  kring_reader_find (reader_name, &reader);
  kring_name_form_find (names_name, &names);
  adw_combo_row_set_selected (self->reader_row, reader);
  adw_combo_row_set_selected (self->names_row, names);
  presenting_names_chosen_cb (self);
  fill_screens (self, parent);
  return GTK_WINDOW (self);
}

/**
 * kring_presenting_question_get_rule:
 * @rule: (out): what was answered
 */
void
kring_presenting_question_get_rule (KringPresentingQuestion *self, KringShareRule *rule)
{
  *rule = (KringShareRule){ .reader = (KringReader) adw_combo_row_get_selected (self->reader_row),
                            .names = (KringNameForm) adw_combo_row_get_selected (self->names_row) };
}

/**
 * kring_presenting_question_get_screen:
 *
 * Returns: (transfer full) (nullable): the screen that was chosen; %NULL: it is gone
 */
GdkMonitor *
kring_presenting_question_get_screen (KringPresentingQuestion *self)
{
  return g_list_model_get_item (get_screens (GTK_WIDGET (self)),
                                adw_combo_row_get_selected (self->screen_row));
}

/**
 * kring_presenting_question_remember:
 *
 * The next time, these answers are filled in; which screen is best is looked at each time.
 */
void
kring_presenting_question_remember (KringPresentingQuestion *self)
{
  KringShareRule rule;

  kring_presenting_question_get_rule (self, &rule);
  g_settings_set_string (self->settings, KRING_PRESENTED_FOR_KEY,
                         kring_reader_get_name (rule.reader));
  g_settings_set_string (self->settings, KRING_PRESENTED_NAMES_KEY,
                         kring_name_form_get_name (rule.names));
}
