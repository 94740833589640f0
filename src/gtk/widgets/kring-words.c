/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-words.h"

/**
 * kring_words_new: (constructor)
 * @css_class: (nullable): how they look
 *
 * Returns: (transfer floating): a label that says nothing yet
 */
GtkWidget *
kring_words_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * kring_words_strike:
 * @struck: whether a line runs through the words of @label
 */
void
kring_words_strike (GtkLabel *label, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (label, attributes);
}
