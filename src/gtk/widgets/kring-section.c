/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-section.h"

#include <glib/gi18n-lib.h>

G_DEFINE_INTERFACE (KringSection, kring_section, GTK_TYPE_WIDGET)

static void
kring_section_default_init (KringSectionInterface *iface)
{
}

/**
 * kring_section_show_item:
 * @item: (nullable): the one item that is looked at; %NULL when several are
 *
 * Shows what hangs on @item from now on. The case is an item too: it stands for the whole map.
 */
void
kring_section_show_item (KringSection *self, KringItem *item)
{
  g_return_if_fail (KRING_IS_SECTION (self));

  KRING_SECTION_GET_IFACE (self)->show_item (self, item);
  kring_section_measure_anew (self);
}

/**
 * kring_section_flush:
 *
 * Writes what was typed in it and not yet written.
 */
void
kring_section_flush (KringSection *self)
{
  g_return_if_fail (KRING_IS_SECTION (self));

  if (KRING_SECTION_GET_IFACE (self)->flush != NULL)
    KRING_SECTION_GET_IFACE (self)->flush (self);
}

/* From the leaves up, so that nobody hears from a child how it was before. A widget of which GTK
 * believes that it will be measured keeps what it said last; so it is measured first. */
static void
forget_sizes (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      forget_sizes (child);
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_queue_resize (widget);
}

/**
 * kring_section_measure_anew:
 *
 * For a section that was filled while it, or a part of it, could not be seen. GTK 4.8 keeps asking
 * such a widget whether its height depends on its width by what was in it before, and words that
 * wrap then get the height of one line.
 */
void
kring_section_measure_anew (KringSection *self)
{
  forget_sizes (GTK_WIDGET (self));
}

static GtkWidget *
section_new_none (const KringSectionHead *words)
{
  GtkWidget *none = gtk_label_new (_ (words->none));

  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_label_set_ellipsize (GTK_LABEL (none), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (none, "section-hint");
  gtk_widget_set_tooltip_text (none, _ (words->none_hint));
  return none;
}

static GtkWidget *
section_new_add_button (const KringSectionHead *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ (words->add_hint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (words->add), -1);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  return button;
}

/**
 * kring_section_build:
 * @section: the box that it is built in
 * @words: (not owned): static
 * @none: (out) (transfer none): says that there is nothing
 * @add_button: (out) (transfer none): adds something
 * @card: (out) (transfer none): has no rows yet
 *
 * Begins a section that is one list: a caption with a button, and a card of rows.
 */
void
kring_section_build (GtkBox *section,
                     const KringSectionHead *words,
                     GtkWidget **none,
                     GtkWidget **add_button,
                     GtkWidget **card)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (_ (words->caption));

  gtk_widget_add_css_class (head, "section-head");
  gtk_widget_add_css_class (caption, "section-caption");
  *none = section_new_none (words);
  *add_button = section_new_add_button (words);
  *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (*card, "card");
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (head), *none);
  gtk_box_append (GTK_BOX (head), *add_button);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (section), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (section, 6);
  gtk_box_append (section, head);
  gtk_box_append (section, *card);
}
