/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A part of the inspector that another room brings: what hangs on the item that is looked at, such
 * as its signals or statements. A widget that implements this is shown under the fields, in the
 * order of adding; it hides itself when it has nothing to say about an item. It keeps the id, never
 * the item, and follows the map by itself. The inspector owns it as its child. Main thread only.
 */
#pragma once

#include "map/model/kring-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_SECTION (kring_section_get_type ())
G_DECLARE_INTERFACE (KringSection, kring_section, KRING, SECTION, GtkWidget)

struct _KringSectionInterface
{
  GTypeInterface parent_interface;

  void (*show_item) (KringSection *self, KringItem *item);
  void (*flush) (KringSection *self); /* (nullable): nothing is ever half typed */
};

void kring_section_show_item (KringSection *self, KringItem *item);
void kring_section_flush (KringSection *self);
void kring_section_measure_anew (KringSection *self);

/**
 * KringSectionHead:
 * @caption: what the list is called, to be translated like the others
 * @none: beside it, as long as there is nothing
 * @none_hint: what to do about that
 * @add_hint: on the button that adds to the list, with its key
 * @add: what it is called
 */
typedef struct
{
  const char *caption, *none, *none_hint, *add_hint, *add;
} KringSectionHead;

void kring_section_build (GtkBox *section,
                          const KringSectionHead *words,
                          GtkWidget **none,
                          GtkWidget **add_button,
                          GtkWidget **card);

G_END_DECLS
