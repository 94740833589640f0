/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-view.h"

#include "gtk/find/kring-search-popover.h"
#include "gtk/lists/kring-list-cell.h"
#include "gtk/lists/kring-list-view-private.h"
#include "gtk/widgets/kring-action-keys.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/facts/kring-search.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (KringListView, kring_list_view, GTK_TYPE_WIDGET)

enum
{
  INSPECT,
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
list_view_is_wanted (gpointer object, gpointer data)
{
  KringListView *self = data;
  KringItem *item = object;

  if (!(self->kinds & (1u << kring_item_get_kind (item)->id)) ||
      kring_item_is (item, KRING_KIND_VIEW) ||
      g_hash_table_contains (kring_session_get_hidden (self->session), kring_item_get_id (item)))
    return FALSE;
  return self->hits == NULL || g_hash_table_contains (self->hits, kring_item_get_id (item));
}

static void
find_hits (KringListView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = NULL;

  g_clear_pointer (&self->hits, g_hash_table_unref);
  if (*text == '\0')
    return;
  found = kring_map_search (kring_session_get_map (self->session), text);
  self->hits = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < found->len; i++)
    {
      KringFound *one = g_ptr_array_index (found, i);

      g_hash_table_add (self->hits, (gpointer) kring_item_get_id (one->item));
    }
}

static void
filter_again (KringListView *self)
{
  find_hits (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
kind_chosen_cb (KringListView *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind_menu));

  self->kinds = selected == 0 ? KRING_SEARCH_ALL_KINDS : 1u << self->menu_kinds[selected - 1];
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* The session's selection, shown in the table. */
static void
list_view_show_selection (KringListView *self)
{
  KringSelection *selection = kring_session_get_selection (self->session);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);

  if (self->syncing)
    return;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (kring_selection_contains (selection, kring_item_get_id (item)))
        gtk_bitset_add (selected, i);
    }
  self->syncing = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->model), selected, all);
  self->syncing = FALSE;
}

/* What somebody selected in the table, for the session. What is filtered away stays as it was. */
static void
list_view_selection_changed_cb (KringListView *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint position;

  if (self->syncing)
    return;
  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->model));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

      g_ptr_array_add (ids, (gpointer) kring_item_get_id (item));
    }
  self->syncing = TRUE;
  kring_selection_set_all (kring_session_get_selection (self->session), ids);
  self->syncing = FALSE;
}

static void
list_view_refreshed_cb (KringListView *self)
{
  if (self->hits != NULL)
    filter_again (self);
  list_view_show_selection (self);
}

static void
list_view_hidden_changed_cb (KringListView *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  list_view_show_selection (self);
}

static void
list_view_activate_cb (KringListView *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

/*
 * kring_list_view_inspect:
 *
 * Asks for the details of the selection.
 */
void
kring_list_view_inspect (KringListView *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

/*
 * kring_list_view_show_item:
 *
 * Asks for the item to be shown on the map.
 */
void
kring_list_view_show_item (KringListView *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static gboolean
is_editing (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GTK_IS_EDITABLE (focus);
}

/* A question may be about nothing; what else is written down is about what is selected. */
static gboolean
list_view_key_cb (gpointer data, const KringAction *action)
{
  KringListView *self = data;
  gboolean about_some = g_str_has_prefix (action->name, "map.add-") &&
                        !g_str_equal (action->name, "map.add-question");

  if (is_editing (GTK_WIDGET (self)) ||
      (about_some && kring_selection_get_size (kring_session_get_selection (self->session)) == 0))
    return GDK_EVENT_PROPAGATE;
  return kring_list_view_run (self, action);
}

static void
kring_list_view_dispose (GObject *object)
{
  KringListView *self = KRING_LIST_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_list_view_parent_class)->dispose (object);
}

static void
kring_list_view_finalize (GObject *object)
{
  KringListView *self = KRING_LIST_VIEW (object);

  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (kring_list_view_parent_class)->finalize (object);
}

static void
kring_list_view_class_init (KringListViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_list_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_list_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "itemlist");
  kring_list_view_install_actions (widget_class);

  /**
   * KringListView::inspect:
   *
   * The details of the selection are wanted.
   */
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /**
   * KringListView::show-item:
   * @id: an item on the map
   *
   * The item should be shown on the map.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_LIST_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_kind_menu (KringListView *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint n = 0;

  gtk_string_list_append (labels, _ ("Everything"));
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      if (i == KRING_KIND_CASE || i == KRING_KIND_VIEW)
        continue;
      gtk_string_list_append (labels, kring_kind_get_plural (kring_kind_get (i)));
      self->menu_kinds[n++] = i;
    }
  self->kind_menu = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind_menu), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Kind"), -1);
  kring_spoken_name_menu (GTK_DROP_DOWN (self->kind_menu), _ ("Kind"));
  g_signal_connect_object (self->kind_menu, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return self->kind_menu;
}

static GtkWidget *
new_add_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      g_autofree char *action = g_strdup_printf ("list.add::%s", kind->name);

      if (kind->group == KRING_GROUP_ENTITY || kind->group == KRING_GROUP_MEETING)
        g_menu_append (menu, kring_kind_get_label (kind), action);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Add"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add"),
                                  -1);
  return button;
}

/* Its words and its picture take turns. */
static GtkWidget *
new_tool (const char *label, const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "kring-label", (gpointer) label);
  g_object_set_data (G_OBJECT (button), "kring-icon", (gpointer) icon);
  return button;
}

static void
set_tool_narrow (GtkWidget *button, gboolean narrow)
{
  const char *label = g_object_get_data (G_OBJECT (button), "kring-label");

  if (label == NULL)
    return;
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (button),
                              g_object_get_data (G_OBJECT (button), "kring-icon"));
  else
    gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, narrow ? label : NULL);
}

static GtkWidget *
list_view_new_bar (KringListView *self)
{
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->bar, "list-bar");
  self->entry = gtk_search_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_object_set (self->entry, "placeholder-text", _ ("Search in everything"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in everything"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (filter_again), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), self->entry);
  gtk_box_append (GTK_BOX (self->tools), new_kind_menu (self));
  gtk_box_append (GTK_BOX (self->tools), new_add_button ());
  gtk_box_append (GTK_BOX (self->tools),
                  new_tool (_ ("Tie to…"), "kring-tie-symbolic", "list.tie-from"));
  gtk_box_append (GTK_BOX (self->tools),
                  new_tool (_ ("Delete"), "user-trash-symbolic", "list.delete"));
  gtk_box_append (GTK_BOX (self->bar), self->tools);
  return self->bar;
}

static void
kring_list_view_init (KringListView *self)
{
  self->kinds = KRING_SEARCH_ALL_KINDS;
  self->cells = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

typedef struct
{
  KringListView *view; /* (not owned): outlives its columns */
  KringColumnId column;
} ListColumn;

static void
list_view_setup_cb (ListColumn *data, GtkListItem *list_item)
{
  GtkWidget *cell = kring_list_cell_new (data->view->session, data->view->items, data->column);

  g_ptr_array_add (data->view->cells, cell);
  gtk_list_item_set_child (list_item, cell);
}

static void
teardown_cb (ListColumn *data, GtkListItem *list_item)
{
  g_ptr_array_remove_fast (data->view->cells, gtk_list_item_get_child (list_item));
}

static void
list_view_bind_cb (ListColumn *data, GtkListItem *list_item)
{
  kring_list_cell_set_item (KRING_LIST_CELL (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item));
}

static void
list_view_unbind_cb (ListColumn *data, GtkListItem *list_item)
{
  kring_list_cell_set_item (KRING_LIST_CELL (gtk_list_item_get_child (list_item)), NULL);
}

static int
list_view_compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  ListColumn *data = user_data;

  return kring_column_compare (data->column, data->view->items, (KringItem *) a, (KringItem *) b);
}

static ListColumn *
new_data (KringListView *self, KringColumnId column)
{
  ListColumn *data = g_new0 (ListColumn, 1);

  data->view = self;
  data->column = column;
  return data;
}

/* Columns grow with the size of text. */
static int
list_view_get_width (KringListView *self, KringColumnId id)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return kring_column_get_width (id) * MAX (1, dpi / (96.0 * 1024));
}

static void
add_column (KringListView *self, KringColumnId id)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  ListColumn *data = new_data (self, id);
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data_full (G_OBJECT (factory), "kring-column", data, g_free);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (list_view_setup_cb), data);
  g_signal_connect_swapped (factory, "teardown", G_CALLBACK (teardown_cb), data);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (list_view_bind_cb), data);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (list_view_unbind_cb), data);
  column = gtk_column_view_column_new (kring_column_get_title (id), factory);
  /* Numbers of signals are no order: nobody stands above somebody else for them. */
  if (id != KRING_COLUMN_SIGNALS)
    sorter = GTK_SORTER (gtk_custom_sorter_new (list_view_compare_cb, new_data (self, id), g_free));
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, list_view_get_width (self, id));
  gtk_column_view_column_set_expand (column, id == KRING_COLUMN_NAME || id == KRING_COLUMN_DETAILS);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->table), column);
}

static GtkWidget *
new_table (KringListView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->table = gtk_column_view_new (NULL);
  self->filter = GTK_FILTER (gtk_custom_filter_new (list_view_is_wanted, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), self->filter);
  sorted = gtk_sort_list_model_new (
      G_LIST_MODEL (filtered),
      g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->table))));
  self->model = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  for (guint i = 0; i < kring_column_get_n (); i++)
    add_column (self, i);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->table), GTK_SELECTION_MODEL (self->model));
  g_object_unref (self->model);
  gtk_column_view_set_enable_rubberband (GTK_COLUMN_VIEW (self->table), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Everything on the map"), -1);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->table);
  return scrolled;
}

static void
connect_table (KringListView *self)
{
  GtkEventController *keys =
      kring_action_keys_add (self->table, KRING_USE_LIST, list_view_key_cb, self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (list_view_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (list_view_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "hidden-changed",
                           G_CALLBACK (list_view_hidden_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (list_view_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (self->session), "changed",
                           G_CALLBACK (list_view_show_selection), self, G_CONNECT_SWAPPED);
}

/**
 * kring_list_view_new: (constructor)
 *
 * Returns: (transfer floating): a list that is empty until it has a session
 */
GtkWidget *
kring_list_view_new (void)
{
  return g_object_new (KRING_TYPE_LIST_VIEW, NULL);
}

/**
 * kring_list_view_set_session:
 * @session: whose map is shown from now on; once
 */
void
kring_list_view_set_session (KringListView *self, KringSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_list_new (kring_session_get_map (session));
  gtk_box_append (GTK_BOX (self->box), list_view_new_bar (self));
  gtk_box_append (GTK_BOX (self->box), new_table (self));
  connect_table (self);
  kring_list_view_add_menu (self);
  list_view_show_selection (self);
}

/**
 * kring_list_view_add_tool:
 * @tool: stands in a line of its own, between what is searched for and the table
 */
void
kring_list_view_add_tool (KringListView *self, GtkWidget *tool)
{
  gtk_widget_add_css_class (tool, "list-tool");
  gtk_box_insert_child_after (GTK_BOX (self->box), tool, gtk_widget_get_first_child (self->box));
}

/**
 * kring_list_view_set_narrow:
 * @narrow: whether there is little width: the search gets a line of its own
 */
void
kring_list_view_set_narrow (KringListView *self, gboolean narrow)
{
  g_return_if_fail (self->bar != NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *tool = gtk_widget_get_first_child (self->tools); tool != NULL;
       tool = gtk_widget_get_next_sibling (tool))
    set_tool_narrow (tool, narrow);
}

/**
 * kring_list_view_search:
 * @text: words that are looked for in all fields; empty: everything is shown
 */
void
kring_list_view_search (KringListView *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  filter_again (self);
}

/**
 * kring_list_view_set_kinds:
 * @kinds: bits 1 << KringKindId of what is shown
 */
void
kring_list_view_set_kinds (KringListView *self, guint32 kinds)
{
  self->kinds = kinds;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * kring_list_view_get_table:
 *
 * Returns: (transfer none): the table
 */
GtkColumnView *
kring_list_view_get_table (KringListView *self)
{
  return GTK_COLUMN_VIEW (self->table);
}

/**
 * kring_list_view_get_items:
 *
 * Returns: (transfer none) (nullable): what the table shows, in that order, a list of KringItem
 */
GListModel *
kring_list_view_get_items (KringListView *self)
{
  return G_LIST_MODEL (self->model);
}
