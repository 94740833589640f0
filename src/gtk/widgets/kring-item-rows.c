/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that follow the items of a model. gtk_list_box_bind_model () would drop a row that moves, with
 * who types in it; and a list box takes the arrow keys of all that is in its rows.
 */
#include "gtk/widgets/kring-item-rows.h"

#include "gtk/widgets/kring-fold.h"

typedef struct
{
  KringItemModel *items; /* (owned) */
  const KringItemRows *rows;
  gpointer self;    /* (not owned) of the rows, and longer there than the box */
  GHashTable *made; /* (owned) (element-type KringItem GtkWidget): what stands for each */
} Bound;

static void
bound_free (gpointer data)
{
  Bound *bound = data;

  g_hash_table_unref (bound->made);
  g_object_unref (bound->items);
  g_free (bound);
}

static Bound *
item_rows_get_bound (gpointer box)
{
  return g_object_get_data (G_OBJECT (box), "kring-rows");
}

/* A list box cannot move a row without letting go of it. */
static void
item_rows_place_in_list (GtkListBox *box, GtkWidget *made, int place)
{
  GtkWidget *focus = kring_focus_find_in (made);

  if (gtk_widget_get_parent (made) != NULL)
    gtk_list_box_remove (box, made);
  gtk_list_box_insert (box, made, place);
  kring_focus_give (focus);
}

static void
item_rows_place (GtkWidget *box, GtkWidget *made, GtkWidget *above, guint place)
{
  if (gtk_widget_get_parent (made) != NULL && gtk_widget_get_prev_sibling (made) == above)
    return;
  if (GTK_IS_LIST_BOX (box))
    item_rows_place_in_list (GTK_LIST_BOX (box), made, (int) place);
  else if (gtk_widget_get_parent (made) == NULL)
    gtk_box_insert_child_after (GTK_BOX (box), made, above);
  else
    gtk_box_reorder_child_after (GTK_BOX (box), made, above);
}

/* (transfer full) (element-type KringItem GtkWidget): rows of items that are no more in the model. */
static GHashTable *
item_rows_steal_gone (Bound *bound)
{
  GHashTable *gone = g_steal_pointer (&bound->made);
  gpointer item, made;

  bound->made = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  for (guint i = 0; (item = g_list_model_get_item (G_LIST_MODEL (bound->items), i)) != NULL; i++)
    {
      if ((made = g_hash_table_lookup (gone, item)) != NULL)
        g_hash_table_insert (bound->made, g_object_ref (item), g_object_ref (made));
      g_hash_table_remove (gone, item);
      g_object_unref (item);
    }
  return gone;
}

static gboolean
item_rows_is_row (gpointer item, gpointer made, gpointer widget)
{
  return made == widget;
}

static GtkWidget *
item_rows_find_kept (GHashTable *gone, GtkWidget *row, GtkWidget *(*step) (GtkWidget *row))
{
  do
    row = step (row);
  while (row != NULL && g_hash_table_find (gone, item_rows_is_row, row) != NULL);
  return row;
}

/* Where the keyboard goes from a row that goes: to the row below, or else above. */
static GtkWidget *
item_rows_find_heir (GHashTable *gone)
{
  GHashTableIter iter;
  gpointer row;
  GtkWidget *heir = NULL;

  g_hash_table_iter_init (&iter, gone);
  while (heir == NULL && g_hash_table_iter_next (&iter, NULL, &row))
    if (kring_focus_find_in (row) != NULL)
      {
        heir = item_rows_find_kept (gone, row, gtk_widget_get_next_sibling);
        heir = heir != NULL ? heir : item_rows_find_kept (gone, row, gtk_widget_get_prev_sibling);
      }
  return heir;
}

static void
item_rows_remove (GtkWidget *box, GtkWidget *made, GtkWidget *heir)
{
  if (heir != NULL && kring_focus_find_in (made) != NULL)
    gtk_widget_child_focus (heir, GTK_DIR_TAB_FORWARD);
  if (GTK_IS_LIST_BOX (box))
    gtk_list_box_remove (GTK_LIST_BOX (box), made);
  else
    gtk_box_remove (GTK_BOX (box), made);
}

static void
item_rows_make (GtkWidget *box, KringItem *item, guint place)
{
  Bound *bound = item_rows_get_bound (box);
  GtkWidget *made = kring_item_rows_get (box, item);

  if (made == NULL)
    {
      made = g_object_ref_sink (bound->rows->make (bound->self, item));
      g_hash_table_insert (bound->made, g_object_ref (item), made);
    }
  item_rows_place (box, made, place > 0 ? kring_item_rows_get_nth (box, place - 1) : NULL, place);
}

/* Whoever loses the keyboard may write what was typed, and then all this happens in between. */
static void
item_rows_updated_cb (GtkWidget *box)
{
  Bound *bound = item_rows_get_bound (box);
  GListModel *items = G_LIST_MODEL (bound->items);
  g_autoptr (GHashTable) gone = item_rows_steal_gone (bound);
  GtkWidget *heir = item_rows_find_heir (gone);
  GHashTableIter iter;
  gpointer item, made;

  for (guint i = 0; (item = g_list_model_get_item (items, i)) != NULL; i++, g_object_unref (item))
    item_rows_make (box, item, i);
  for (guint i = 0; (item = g_list_model_get_item (items, i)) != NULL; i++, g_object_unref (item))
    bound->rows->tell (bound->self, kring_item_rows_get (box, item), item);
  g_hash_table_iter_init (&iter, gone);
  while (g_hash_table_iter_next (&iter, NULL, &made))
    item_rows_remove (box, made, heir);
}

/**
 * kring_item_rows_bind:
 * @box: a GtkBox or GtkListBox; what is in it already stays under the rows
 * @rows: (not owned): static
 * @self: (not owned): what @rows are asked with; holds @box
 *
 * Lets the rows of @box follow @items.
 */
void
kring_item_rows_bind (GtkWidget *box,
                      KringItemModel *items,
                      const KringItemRows *rows,
                      gpointer self)
{
  Bound *bound = g_new0 (Bound, 1);

  bound->items = g_object_ref (items);
  bound->rows = rows;
  bound->self = self;
  bound->made = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  g_object_set_data_full (G_OBJECT (box), "kring-rows", bound, bound_free);
  g_signal_connect_object (items, "updated", G_CALLBACK (item_rows_updated_cb), box,
                           G_CONNECT_SWAPPED);
  item_rows_updated_cb (box);
}

/**
 * kring_item_rows_get:
 *
 * Returns: (transfer none) (nullable): what was made for @item
 */
GtkWidget *
kring_item_rows_get (GtkWidget *box, KringItem *item)
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
kring_item_rows_get_nth (GtkWidget *box, guint position)
{
  Bound *bound = item_rows_get_bound (box);
  g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (bound->items), position);

  return item != NULL ? kring_item_rows_get (box, item) : NULL;
}
