/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-page.h"

#include "gtk/lists/kring-item-list.h"
#include "gtk/widgets/kring-fold.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  KringSession *session; /* (owned) */
  GtkListView *list;
  GtkWidget *stack;          /* the list, or that there is nothing */
  GtkSingleSelection *model; /* (not owned), the list's */

  GtkFilter *filter; /* (not owned) (nullable) of a list of items, like the rest; the model's */
  GtkSorter *sorter; /* (not owned), the model's */
  gboolean stale;    /* the map changed while nobody looked */
  gboolean syncing;  /* list and session are being made the same */
} KringListPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KringListPage, kring_list_page, GTK_TYPE_BOX)

#define PRIVATE(page)                                                                              \
  ((KringListPagePrivate *) kring_list_page_get_instance_private ((KringListPage *) (page)))

static gboolean
list_page_shows_cb (gpointer item, gpointer self)
{
  return kring_list_page_shows (self, item);
}

static int
list_page_compare_cb (gconstpointer a, gconstpointer b, gpointer self)
{
  return KRING_LIST_PAGE_GET_CLASS (self)->compare (self, (KringItem *) a, (KringItem *) b);
}

static void
kring_list_page_refresh (KringListPage *self)
{
  KringListPagePrivate *private = PRIVATE (self);

  private->syncing = TRUE;
  gtk_filter_changed (private->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (private->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  private->syncing = FALSE;
}

static void
list_page_updated_cb (KringListPage *self)
{
  PRIVATE (self)->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (!PRIVATE (self)->stale)
    KRING_LIST_PAGE_GET_CLASS (self)->refresh (self);
}

static void
list_page_selection_changed_cb (KringListPage *self)
{
  KringListPagePrivate *private = PRIVATE (self);
  KringItem *item = gtk_single_selection_get_selected_item (private->model);

  if (private->syncing || item == NULL)
    return;
  private->syncing = TRUE;
  kring_selection_select (kring_session_get_selection (private->session), kring_item_get_id (item));
  private->syncing = FALSE;
}

static void
list_page_activate_cb (KringListPage *self, guint position)
{
  KRING_LIST_PAGE_GET_CLASS (self)->activated (self, position);
}

static void
list_page_items_changed_cb (
    KringListPage *self, guint position, guint removed, guint added, GListModel *model)
{
  gtk_stack_set_visible_child_name (GTK_STACK (PRIVATE (self)->stack),
                                    g_list_model_get_n_items (model) > 0 ? "list" : "nothing");
}

static void
kring_list_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kring_list_page_parent_class)->map (widget);
  if (PRIVATE (widget)->stale)
    list_page_updated_cb (KRING_LIST_PAGE (widget));
}

static gboolean
kring_list_page_grab_focus (GtkWidget *widget)
{
  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (PRIVATE (widget)->list));
}

static void
kring_list_page_dispose (GObject *object)
{
  G_OBJECT_CLASS (kring_list_page_parent_class)->dispose (object);
  g_clear_object (&PRIVATE (object)->session);
}

static void
kring_list_page_class_init (KringListPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_list_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = kring_list_page_map;
  GTK_WIDGET_CLASS (klass)->grab_focus = kring_list_page_grab_focus;
  klass->refresh = kring_list_page_refresh;

  /**
   * KringListPage::show-item:
   * @id: of an item
   *
   * That item is wanted on the map.
   */
  g_signal_new ("show-item", KRING_TYPE_LIST_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kring_list_page_init (KringListPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static void
list_page_build_stack (KringListPage *self)
{
  KringListPagePrivate *private = PRIVATE (self);
  const KringListPageClass *klass = KRING_LIST_PAGE_GET_CLASS (self);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP_SCROLLABLE, "maximum-size", klass->width, "child",
                                   private->list, NULL);
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "vexpand", TRUE, "child", clamp, NULL);
  GtkWidget *nothing =
      g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", klass->words->icon, "title",
                    _ (klass->words->title), "description", _ (klass->words->description), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (private->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (klass->words->name), -1);
  private->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (private->stack), scrolled, "list");
  gtk_stack_add_named (GTK_STACK (private->stack), nothing, "nothing");
  gtk_box_append (GTK_BOX (self), private->stack);
}

/* Those of the items that the class shows, in its order. */
static GListModel *
list_page_new_rows (KringListPage *self)
{
  KringListPagePrivate *private = PRIVATE (self);
  KringItemList *items = kring_item_list_new (kring_session_get_map (private->session));
  GtkFilterListModel *filtered;

  private->filter = GTK_FILTER (gtk_custom_filter_new (list_page_shows_cb, self, NULL));
  private->sorter = GTK_SORTER (gtk_custom_sorter_new (list_page_compare_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (items), private->filter);
  g_signal_connect_object (items, "updated", G_CALLBACK (list_page_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->session, "hidden-changed", G_CALLBACK (list_page_updated_cb),
                           self, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), private->sorter));
}

/**
 * kring_list_page_build:
 * @session: whose map is looked at
 * @rows: (transfer full) (nullable): what is listed; %NULL: those items that the class shows
 * @factory: (transfer full): makes the rows
 *
 * Puts the list on the page, under what stands there already.
 */
void
kring_list_page_build (KringListPage *self,
                       KringSession *session,
                       GListModel *rows,
                       GtkListItemFactory *factory)
{
  KringListPagePrivate *private = PRIVATE (self);
  g_autoptr (GListModel) model = NULL;

  private->session = g_object_ref (session);
  model = rows != NULL ? rows : list_page_new_rows (self);
  /* Nothing is selected by itself. */
  private->model = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                 TRUE, "model", model, NULL);
  private->list = GTK_LIST_VIEW (gtk_list_view_new (GTK_SELECTION_MODEL (private->model), factory));
  list_page_build_stack (self);
  g_signal_connect_object (private->list, "activate", G_CALLBACK (list_page_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (private->model, "items-changed", G_CALLBACK (list_page_items_changed_cb),
                           self, G_CONNECT_SWAPPED);
  list_page_items_changed_cb (self, 0, 0, 0, model);
  if (rows != NULL)
    return;
  g_signal_connect_object (private->model, "selection-changed",
                           G_CALLBACK (list_page_selection_changed_cb), self, G_CONNECT_SWAPPED);
  KRING_LIST_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * kring_list_page_shows:
 *
 * Returns: whether @item is in the list
 */
gboolean
kring_list_page_shows (KringListPage *self, KringItem *item)
{
  GHashTable *hidden = kring_session_get_hidden (PRIVATE (self)->session);

  return KRING_LIST_PAGE_GET_CLASS (self)->shows (item) &&
         (hidden == NULL || !g_hash_table_contains (hidden, kring_item_get_id (item)));
}

/**
 * kring_list_page_select:
 * @item: (nullable): what is selected on the map, whether it is in the list or not
 */
void
kring_list_page_select (KringListPage *self, KringItem *item)
{
  KringListPagePrivate *private = PRIVATE (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (private->model));
  guint found = GTK_INVALID_LIST_POSITION;

  if (private->syncing)
    return;
  for (guint i = 0; item != NULL && i < n; i++)
    {
      g_autoptr (KringItem) one = g_list_model_get_item (G_LIST_MODEL (private->model), i);

      if (one == item)
        found = i;
    }
  private->syncing = TRUE;
  gtk_single_selection_set_selected (private->model, found);
  private->syncing = FALSE;
}

/**
 * kring_list_page_get_session:
 *
 * Returns: (transfer none): whose items are listed
 */
KringSession *
kring_list_page_get_session (KringListPage *self)
{
  return PRIVATE (self)->session;
}

/**
 * kring_list_page_get_list:
 *
 * Returns: (transfer none): the list
 */
GtkListView *
kring_list_page_get_list (KringListPage *self)
{
  return PRIVATE (self)->list;
}

/**
 * kring_list_page_get_model:
 *
 * Returns: (transfer none): what is listed, in that order
 */
GtkSingleSelection *
kring_list_page_get_model (KringListPage *self)
{
  return PRIVATE (self)->model;
}
