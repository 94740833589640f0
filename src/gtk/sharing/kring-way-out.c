/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-way-out.h"

#include <glib/gi18n-lib.h>

struct _KringWayOut
{
  GtkBox parent_instance;

  GtkLabel *label;
  GtkBox *buttons;
  double scale; /* of the map on several sheets */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringWayOut, kring_way_out, GTK_TYPE_BOX)

static void
kring_way_out_class_init (KringWayOutClass *klass)
{
  /* KringWayOut::chosen: the scale of the map on several sheets; 0: on larger paper. */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
kring_way_out_init (KringWayOut *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "warning");
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), buttons);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->label = GTK_LABEL (label);
  self->buttons = GTK_BOX (buttons);
}

static void
divide_cb (GtkButton *button, KringWayOut *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->scale);
}

static void
enlarge_cb (GtkButton *button, KringWayOut *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, 0.0);
}

static void
way_out_add_way (KringWayOut *self, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_object (button, "clicked", clicked, self, 0);
  gtk_box_append (self->buttons, button);
}

static void
add_ways (KringWayOut *self, const KringWaysOut *ways)
{
  g_autofree char *larger = NULL, *parts = NULL;

  self->scale = ways->scale;
  if (ways->n_sheets > 0)
    {
      parts = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "_Divide Over %u Sheet",
                                            "_Divide Over %u Sheets", ways->n_sheets),
                               ways->n_sheets);
      way_out_add_way (self, parts, G_CALLBACK (divide_cb));
    }
  if (ways->on_larger > 0)
    {
      /* Translators: a button; the number is how large names are there */
      larger = g_strdup_printf (_ ("On A_3 (%.1f Points)"), ways->on_larger);
      way_out_add_way (self, larger, G_CALLBACK (enlarge_cb));
    }
}

/**
 * kring_way_out_show:
 * @export: as it is chosen now
 */
void
kring_way_out_show (KringWayOut *self, KringExport *export)
{
  GtkWidget *button;
  KringWaysOut ways;
  gboolean small;

  g_return_if_fail (KRING_IS_WAY_OUT (self));

  small = kring_export_find_ways_out (export, &ways);
  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
  gtk_widget_set_visible (GTK_WIDGET (self), small);
  if (small)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("The smallest name is %.1f points on this sheet; from %.1f on it can be read."),
          ways.points, ways.least);

      gtk_label_set_text (self->label, text);
      add_ways (self, &ways);
    }
}
