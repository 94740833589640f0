/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-left-list.h"

#include "gtk/sharing/kring-left-row.h"
#include "gtk/widgets/kring-form.h"
#include "map/share/kring-left.h"

/* So few are seen at once. */
#define FEW 6

struct _KringLeftList
{
  GtkBox parent_instance;

  GListStore *reasons;    /* (owned) (nullable) (element-type KringLeftLine) */
  GtkTreeListModel *tree; /* (owned) (nullable), of these */
  GtkLabel *heading;
  GtkNoSelection *selection;
};

enum
{
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringLeftList, kring_left_list, GTK_TYPE_BOX)

static void
left_list_activated_cb (KringLeftList *self, guint position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (KringLeftLine) line = gtk_tree_list_row_get_item (row);

  if (kring_left_line_get_id (line) != NULL)
    g_signal_emit (self, signals[SHOW_ITEM], 0, kring_left_line_get_id (line));
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
kring_left_list_dispose (GObject *object)
{
  KringLeftList *self = KRING_LEFT_LIST (object);

  g_clear_object (&self->tree);
  g_clear_object (&self->reasons);
  G_OBJECT_CLASS (kring_left_list_parent_class)->dispose (object);
}

static void
kring_left_list_class_init (KringLeftListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KRING_TYPE_LEFT_ROW);
  G_OBJECT_CLASS (klass)->dispose = kring_left_list_dispose;

  /* KringLeftList::show-item: its id. */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_LEFT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  kring_form_use (widget_class, "kring-left-list");
  gtk_widget_class_bind_template_child (widget_class, KringLeftList, heading);
  gtk_widget_class_bind_template_child (widget_class, KringLeftList, selection);
  gtk_widget_class_bind_template_callback (widget_class, left_list_activated_cb);
}

static void
kring_left_list_init (KringLeftList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GListModel *
create_items_cb (gpointer line, gpointer data)
{
  GListModel *items = kring_left_line_get_items (line);

  return items != NULL ? g_object_ref (items) : NULL;
}

/* Whether @reasons say what is shown already; then the keyboard may stay where it is. */
static gboolean
left_list_is_same (KringLeftList *self, GListModel *reasons)
{
  guint n = g_list_model_get_n_items (reasons);

  if (self->reasons == NULL || n != g_list_model_get_n_items (G_LIST_MODEL (self->reasons)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KringLeftLine) line = g_list_model_get_item (reasons, i);
      g_autoptr (KringLeftLine) own = g_list_model_get_item (G_LIST_MODEL (self->reasons), i);

      if (!kring_left_line_is_same (own, line))
        return FALSE;
    }
  return TRUE;
}

/* The reasons that are unfolded, as bits. */
static guint
get_unfolded (KringLeftList *self)
{
  guint unfolded = 0;

  for (guint i = 0;
       self->tree != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->reasons)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);
      g_autoptr (KringLeftLine) line = gtk_tree_list_row_get_item (row);

      if (gtk_tree_list_row_get_expanded (row))
        unfolded |= 1u << kring_left_line_get_reason (line);
    }
  return unfolded;
}

/* What was unfolded stays so when something else is chosen. */
static void
unfold (KringLeftList *self, guint unfolded, gboolean all)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->reasons)); i > 0; i--)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i - 1);
      g_autoptr (KringLeftLine) line = gtk_tree_list_row_get_item (row);

      if (all || unfolded & 1u << kring_left_line_get_reason (line))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * kring_left_list_show:
 * @map: the whole map
 * @report: what stays behind
 */
void
kring_left_list_show (KringLeftList *self, KringMap *map, const KringShareReport *report)
{
  g_autoptr (GListStore) reasons = kring_left_line_new_all (map, report);
  guint n = report->left->len + report->fields->len, unfolded = get_unfolded (self);
  g_autofree char *heading = kring_left_dup_heading (report);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_label_set_text (self->heading, heading);
  if (left_list_is_same (self, G_LIST_MODEL (reasons)))
    return;
  g_set_object (&self->reasons, reasons);
  g_clear_object (&self->tree);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (reasons)), FALSE, FALSE,
                                        create_items_cb, NULL, NULL);
  unfold (self, unfolded, n <= FEW);
  gtk_no_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
}
