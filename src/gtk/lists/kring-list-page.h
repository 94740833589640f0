/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page with one long list, so that all of them look and behave alike: as wide as can be read, what
 * is said instead when there is nothing in it, and for a list of items which of them are shown and
 * in which order. What is selected in such a list is selected on the map. What else stands on the page
 * its class puts above or below the list. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_LIST_PAGE (kring_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (KringListPage, kring_list_page, KRING, LIST_PAGE, GtkBox)

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

/**
 * KringListPageClass:
 * @width: at most, in pixels: longer lines are hard to read
 * @activated: what happens with the row at a position
 * @shows: of a list of items, like the rest: whether an item is in it, unless the filter hides it
 * @compare: which of two comes first
 * @refresh: the map changed, or what is hidden of it
 */
struct _KringListPageClass
{
  GtkBoxClass parent_class;

  const KringListWords *words;
  int width;
  void (*activated) (KringListPage *self, guint position);
  gboolean (*shows) (KringItem *item);
  int (*compare) (KringListPage *self, KringItem *a, KringItem *b);
  void (*refresh) (KringListPage *self);
};

void kring_list_page_build (KringListPage *self,
                            KringSession *session,
                            GListModel *rows,
                            GtkListItemFactory *factory);
gboolean kring_list_page_shows (KringListPage *self, KringItem *item);
void kring_list_page_select (KringListPage *self, KringItem *item);
KringSession *kring_list_page_get_session (KringListPage *self);
GtkListView *kring_list_page_get_list (KringListPage *self);
GtkSingleSelection *kring_list_page_get_model (KringListPage *self);

G_END_DECLS
