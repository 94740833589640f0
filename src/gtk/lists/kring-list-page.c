/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-page.h"

#include <adwaita.h>

/**
 * kring_list_page_new: (constructor)
 * @list: a scrollable widget
 * @name: what it is called to who cannot see it
 * @width: at most, in pixels: longer lines are hard to read
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kring_list_page_new (GtkWidget *list, const char *name, int width)
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

/**
 * kring_list_page_new_nothing: (constructor)
 * @description: what brings something into the list
 *
 * Returns: (transfer floating): what stands in the place of a list that is empty
 */
GtkWidget *
kring_list_page_new_nothing (const char *icon, const char *title, const char *description)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), description);
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
