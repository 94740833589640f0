/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static GtkWidget *
list_page_new_scrolled (GtkWidget *list, const char *name, int width)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), width);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
list_page_new_nothing (const KringListWords *words)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), words->icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (words->title));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ (words->description));
  return page;
}

static void
list_page_items_changed_cb (
    GtkStack *page, guint position, guint removed, guint added, GListModel *model)
{
  gtk_stack_set_visible_child_name (page,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "nothing");
}

/**
 * kring_list_page_new: (constructor)
 * @list: has its model
 * @words: (not owned): what it is called, and what stands in its place while it is empty
 * @width: at most, in pixels: longer lines are hard to read
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kring_list_page_new (GtkListView *list, const KringListWords *words, int width)
{
  GtkWidget *page = gtk_stack_new ();
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  gtk_stack_add_named (GTK_STACK (page),
                       list_page_new_scrolled (GTK_WIDGET (list), _ (words->name), width), "list");
  gtk_stack_add_named (GTK_STACK (page), list_page_new_nothing (words), "nothing");
  g_signal_connect_object (model, "items-changed", G_CALLBACK (list_page_items_changed_cb), page,
                           G_CONNECT_SWAPPED);
  list_page_items_changed_cb (GTK_STACK (page), 0, 0, 0, G_LIST_MODEL (model));
  return page;
}

/**
 * kring_list_page_new_model: (constructor)
 * @filter: (transfer full): which of @items are shown
 * @sorter: (transfer full): in which order
 *
 * Returns: (transfer full): the model, in which nothing is selected by itself
 */
GtkSingleSelection *
kring_list_page_new_model (KringItemList *items, GtkFilter *filter, GtkSorter *sorter)
{
  GtkFilterListModel *filtered =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (items)), filter);
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), sorter);
  GtkSingleSelection *model = gtk_single_selection_new (NULL);

  gtk_single_selection_set_autoselect (model, FALSE);
  gtk_single_selection_set_can_unselect (model, TRUE);
  gtk_single_selection_set_model (model, G_LIST_MODEL (sorted));
  return model;
}
