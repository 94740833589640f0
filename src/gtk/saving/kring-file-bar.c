/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/saving/kring-file-bar.h"

#include <glib/gi18n.h>

enum
{
  RESPONSE_OPEN_OTHER = 1,
  RESPONSE_SAVE_BESIDE = 2,
};

struct _KringFileBar
{
  GtkBox parent_instance;

  GtkInfoBar *changed_bar;
  GtkOrientable *changed_box;
  GtkLabel *changed_label;
  GtkWidget *look_button;
  GtkInfoBar *unkept_bar;
  GtkLabel *unkept_label;
};

enum
{
  OPEN_OTHER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringFileBar, kring_file_bar, GTK_TYPE_BOX)

/* Hidden, too, for even a bar that is folded away keeps the window wide. */
static void
show_bar (KringFileBar *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->changed_bar), show);
  gtk_info_bar_set_revealed (self->changed_bar, show);
}

/* A bar is an alert: a screen reader says the name of it when it comes. */
static void
set_words (GtkWidget *bar, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * kring_file_bar_warn:
 * @gone: the file is not there any more; else somebody has changed it
 */
void
kring_file_bar_warn (KringFileBar *self, gboolean gone)
{
  const char *text =
      gone ? _ ("The file is not there any more: moved, renamed or deleted. Your map is still open "
                "here; save it.")
           : _ ("Someone else has changed this file. Your map here is as you left it.");

  set_words (GTK_WIDGET (self->changed_bar), self->changed_label, text);
  gtk_widget_set_visible (self->look_button, !gone);
  show_bar (self, TRUE);
}

static void
changed_bar_response_cb (KringFileBar *self, int response)
{
  show_bar (self, FALSE);
  if (response == RESPONSE_OPEN_OTHER)
    g_signal_emit (self, signals[OPEN_OTHER], 0);
  else if (response == RESPONSE_SAVE_BESIDE)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.save-as", NULL);
}

static void
look_clicked_cb (KringFileBar *self)
{
  gtk_info_bar_response (self->changed_bar, RESPONSE_OPEN_OTHER);
}

static void
beside_clicked_cb (KringFileBar *self)
{
  gtk_info_bar_response (self->changed_bar, RESPONSE_SAVE_BESIDE);
}

/* Said at once, and as long as it is so: what is not saved would be lost. */
static void
tell_recovery_trouble (KringFileBar *self, KringRecovery *recovery)
{
  const GError *trouble = kring_recovery_get_trouble (recovery);
  g_autofree char *text = NULL;

  if (trouble != NULL)
    {
      /* Translators: %s is what is wrong, such as "the disk is full" */
      text =
          g_strdup_printf (_ ("Kring cannot keep a copy of what is not saved (%s). Save now, and "
                              "often until this is over."),
                           trouble->message);
      set_words (GTK_WIDGET (self->unkept_bar), self->unkept_label, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->unkept_bar), trouble != NULL);
  gtk_info_bar_set_revealed (self->unkept_bar, trouble != NULL);
}

static void
kring_file_bar_class_init (KringFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[OPEN_OTHER] = g_signal_new ("open-other", KRING_TYPE_FILE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, changed_bar);
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, changed_box);
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, changed_label);
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, look_button);
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, unkept_bar);
  gtk_widget_class_bind_template_child (widget_class, KringFileBar, unkept_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_bar_response_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, beside_clicked_cb);
}

static void
kring_file_bar_init (KringFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_file_bar_watch:
 * @recovery: whose trouble is told
 */
void
kring_file_bar_watch (KringFileBar *self, KringRecovery *recovery)
{
  g_signal_connect_object (recovery, "trouble", G_CALLBACK (tell_recovery_trouble), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_file_bar_hide:
 *
 * The file is as it was left here.
 */
void
kring_file_bar_hide (KringFileBar *self)
{
  show_bar (self, FALSE);
}

void
kring_file_bar_set_narrow (KringFileBar *self, gboolean narrow)
{
  gtk_orientable_set_orientation (self->changed_box,
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
