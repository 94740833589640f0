/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of a list box that follow the items of a model. A row stays the same row wherever its item
 * moves to: what is open in it stays open, and who types in it goes on typing.
 */
#include "gtk/widgets/kring-item-rows.h"

#include "gtk/widgets/kring-fold.h"

/* A row that leaves the keyboard, and how it looks, to what is in it. */
#define KRING_TYPE_PLAIN_ROW (kring_plain_row_get_type ())
G_DECLARE_FINAL_TYPE (KringPlainRow, kring_plain_row, KRING, PLAIN_ROW, GtkListBoxRow)

struct _KringPlainRow
{
  GtkListBoxRow parent_instance;
};

G_DEFINE_FINAL_TYPE (KringPlainRow, kring_plain_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
kring_plain_row_focus (GtkWidget *widget, GtkDirectionType way)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), way);
}

static gboolean
kring_plain_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)));
}

static void
kring_plain_row_class_init (KringPlainRowClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = kring_plain_row_focus;
  GTK_WIDGET_CLASS (klass)->grab_focus = kring_plain_row_grab_focus;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plainrow");
  /* No item of a list to a screen reader, which would want a name: what is in it has its own. */
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_plain_row_init (KringPlainRow *self)
{
}

typedef struct
{
  KringItemModel *items; /* (owned) */
  const KringItemRows *rows;
  gpointer self;    /* (not owned) of the rows, and longer there than the box */
  GHashTable *made; /* (owned) (element-type KringItem GtkWidget): what stands for each */
  GtkWidget *focus; /* (owned) (nullable): what had the keyboard when rows came and went */
  int place;        /* of the row that it is in */
} Bound;

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_hash_table_unref (bound->made);
  g_object_unref (bound->items);
  g_clear_object (&bound->focus);
  g_free (bound);
}

static Bound *
item_rows_get_bound (gpointer box)
{
  return g_object_get_data (G_OBJECT (box), "kring-rows");
}

static GtkWidget *
item_rows_find_row (GtkWidget *made)
{
  return gtk_widget_get_ancestor (made, GTK_TYPE_LIST_BOX_ROW);
}

static GtkWidget *
item_rows_wrap (GtkWidget *made)
{
  GtkWidget *row = g_object_new (KRING_TYPE_PLAIN_ROW, "child", made, "activatable", FALSE,
                                 "focusable", FALSE, NULL);

  g_object_bind_property (made, "visible", row, "visible",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
item_rows_create_cb (gpointer object, gpointer box)
{
  Bound *bound = item_rows_get_bound (box);
  GtkWidget *made = GTK_IS_WIDGET (object) ? object : g_hash_table_lookup (bound->made, object);
  GtkWidget *row;

  if (made == NULL)
    {
      made = g_object_ref_sink (bound->rows->make (bound->self, object));
      g_hash_table_insert (bound->made, g_object_ref (object), made);
      bound->rows->tell (bound->self, made, object);
    }
  row = item_rows_find_row (made);
  return row != NULL ? g_object_ref (row) : item_rows_wrap (made);
}

/* Before the rows come and go. */
static void
item_rows_changing_cb (GtkWidget *box)
{
  Bound *bound = item_rows_get_bound (box);
  GtkWidget *focus = kring_focus_find_in (box);

  if (focus == NULL || focus == box || !g_set_object (&bound->focus, focus))
    return;
  bound->place = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (item_rows_find_row (focus)));
}

static gboolean
item_rows_took_focus (GtkWidget *box, GtkWidget *focus)
{
  GtkRoot *root = gtk_widget_get_root (box);
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;

  return now != NULL && now != focus && gtk_widget_is_ancestor (now, GTK_WIDGET (root));
}

/* To what had the keyboard; if that is gone, to the row below it, or else above it. */
static void
item_rows_give_back_focus (GtkListBox *box)
{
  Bound *bound = item_rows_get_bound (box);
  g_autoptr (GtkWidget) focus = g_steal_pointer (&bound->focus);
  GtkListBoxRow *heir = gtk_list_box_get_row_at_index (box, bound->place);

  if (focus == NULL || item_rows_took_focus (GTK_WIDGET (box), focus))
    return;
  if (heir == NULL && bound->place > 0)
    heir = gtk_list_box_get_row_at_index (box, bound->place - 1);
  if (gtk_widget_is_ancestor (focus, GTK_WIDGET (box)))
    {
      if (GTK_IS_TEXT (focus))
        gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
      else
        gtk_widget_grab_focus (focus);
    }
  else if (heir != NULL)
    gtk_widget_child_focus (GTK_WIDGET (heir), GTK_DIR_TAB_FORWARD);
}

/* After they came and went. */
static void
item_rows_updated_cb (GtkListBox *box)
{
  Bound *bound = item_rows_get_bound (box);
  GHashTableIter iter;
  gpointer item, made;

  g_hash_table_iter_init (&iter, bound->made);
  while (g_hash_table_iter_next (&iter, NULL, &made))
    if (!gtk_widget_is_ancestor (made, GTK_WIDGET (box)))
      g_hash_table_iter_remove (&iter);
  item_rows_give_back_focus (box);
  for (guint i = 0; (item = g_list_model_get_item (G_LIST_MODEL (bound->items), i)) != NULL; i++)
    {
      bound->rows->tell (bound->self, kring_item_rows_get (box, item), item);
      g_object_unref (item);
    }
}

static GListModel *
item_rows_add_last (KringItemModel *items, GtkWidget *last)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GListStore) end = g_list_store_new (GTK_TYPE_WIDGET);

  g_list_store_append (end, g_object_ref_sink (last));
  g_object_unref (last);
  g_list_store_append (parts, items);
  g_list_store_append (parts, end);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

/**
 * kring_item_rows_bind:
 * @rows: (not owned): static
 * @self: (not owned): what @rows are asked with; holds @box
 * @last: (transfer floating) (nullable): a row of its own under those of the items
 *
 * Lets the rows of @box follow @items.
 */
void
kring_item_rows_bind (GtkListBox *box,
                      KringItemModel *items,
                      const KringItemRows *rows,
                      gpointer self,
                      GtkWidget *last)
{
  Bound *bound = g_new0 (Bound, 1);
  g_autoptr (GListModel) all = NULL;

  bound->items = g_object_ref (items);
  bound->rows = rows;
  bound->self = self;
  bound->made = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  g_object_set_data_full (G_OBJECT (box), "kring-rows", bound, bound_free);
  /* First of all, for what was focused is gone with the rows. */
  g_signal_connect_object (items, "items-changed", G_CALLBACK (item_rows_changing_cb), box,
                           G_CONNECT_SWAPPED);
  all = last != NULL ? item_rows_add_last (items, last) : G_LIST_MODEL (g_object_ref (items));
  gtk_list_box_bind_model (box, all, item_rows_create_cb, box, NULL);
  g_signal_connect_object (items, "updated", G_CALLBACK (item_rows_updated_cb), box,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_item_rows_get:
 *
 * Returns: (transfer none) (nullable): what was made for @item
 */
GtkWidget *
kring_item_rows_get (GtkListBox *box, KringItem *item)
{
  Bound *bound = item_rows_get_bound (box);

  return bound != NULL ? g_hash_table_lookup (bound->made, item) : NULL;
}

/**
 * kring_item_rows_get_nth:
 *
 * Returns: (transfer none) (nullable): what was made for the item at @position
 */
GtkWidget *
kring_item_rows_get_nth (GtkListBox *box, guint position)
{
  Bound *bound = item_rows_get_bound (box);
  g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (bound->items), position);

  return item != NULL ? kring_item_rows_get (box, item) : NULL;
}
