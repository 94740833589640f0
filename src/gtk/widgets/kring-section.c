/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-section.h"

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
