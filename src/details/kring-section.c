/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details/kring-section.h"

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
