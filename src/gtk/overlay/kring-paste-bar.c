/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/overlay/kring-paste-bar.h"

#include <glib/gi18n.h>

#define BAR_WIDTH 220
#define MARGIN 14
#define BOTTOM 148 /* above the tray and what is told over it */

struct _KringPasteBar
{
  AdwBin parent_instance;

  KringPaste *paste; /* (owned) */
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (KringPasteBar, kring_paste_bar, ADW_TYPE_BIN)

static void
paste_bar_update (KringPasteBar *self)
{
  gboolean running = kring_paste_is_running (self->paste);

  gtk_widget_set_visible (GTK_WIDGET (self), running);
  gtk_progress_bar_set_fraction (self->progress, kring_paste_get_fraction (self->paste));
}

static void
cancel_cb (KringPasteBar *self)
{
  kring_paste_cancel (self->paste);
}

static void
kring_paste_bar_dispose (GObject *object)
{
  g_clear_object (&KRING_PASTE_BAR (object)->paste);
  G_OBJECT_CLASS (kring_paste_bar_parent_class)->dispose (object);
}

static void
kring_paste_bar_class_init (KringPasteBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_paste_bar_dispose;
}

static GtkWidget *
create_progress (void)
{
  GtkWidget *progress = gtk_progress_bar_new ();

  gtk_widget_set_size_request (progress, BAR_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Adding names…"), -1);
  return progress;
}

static void
kring_paste_bar_init (KringPasteBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, MARGIN);
  GtkWidget *progress = create_progress ();
  GtkWidget *label = gtk_label_new (_ ("Adding names…"));
  GtkWidget *told = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN / 2);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->progress = GTK_PROGRESS_BAR (progress);
  /* The keyboard stays in the list: what goes on there is no reason to type elsewhere. */
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (button, "clicked", G_CALLBACK (cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (told), label);
  gtk_box_append (GTK_BOX (told), progress);
  gtk_widget_set_valign (told, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), told);
  gtk_box_append (GTK_BOX (box), button);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "kring-tray");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), BOTTOM);
}

/**
 * kring_paste_bar_new:
 * @session: whose lists it is about
 *
 * Returns: (transfer floating): a card that shows itself when there is something to show
 */
GtkWidget *
kring_paste_bar_new (KringSession *session)
{
  KringPasteBar *self = g_object_new (KRING_TYPE_PASTE_BAR, NULL);

  self->paste = g_object_ref (kring_session_get_paste (session));
  g_signal_connect_object (self->paste, "changed", G_CALLBACK (paste_bar_update), self,
                           G_CONNECT_SWAPPED);
  paste_bar_update (self);
  return GTK_WIDGET (self);
}
