/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the pages with one long list have in common: a list as wide as can be read, that scrolls; what
 * is said instead when there is nothing in it; and the model of items in an order. Every list of the
 * room is made of these, so that they look and behave alike. Whoever calls puts them into a widget
 * that owns them. Main thread only.
 */
#pragma once

#include "gtk/lists/kring-item-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KringListWords:
 * @name: what the list is called to who cannot see it, to be translated like the others
 * @icon: of what stands in its place while it is empty
 * @title: that there is nothing
 * @description: what brings something into the list
 */
typedef struct
{
  const char *name, *icon, *title, *description;
} KringListWords;

GtkWidget *kring_list_page_new (GtkListView *list,
                                const KringListWords *words,
                                int width) G_GNUC_WARN_UNUSED_RESULT;
GtkSingleSelection *kring_list_page_new_model (KringItemList *items,
                                               GtkFilter *filter,
                                               GtkSorter *sorter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
