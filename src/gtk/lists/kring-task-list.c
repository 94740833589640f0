/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-task-list.h"

#include "gtk/lists/kring-task-row.h"

#include <glib/gi18n-lib.h>

struct _KringTaskList
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  KringTaskFilter filter;
  char *who;        /* (owned) (nullable), of the filter */
  char *about;      /* (owned) (nullable), of the filter */
  char *today;      /* (owned): at the last change of the map */
  GHashTable *rows; /* (owned) (element-type utf8 KringTaskRow), by interned id, not owned */
  GtkWidget *box;   /* (owned) */
  gboolean with_about;
};

enum
{
  SHOW_ITEM,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTaskList, kring_task_list, GTK_TYPE_WIDGET)

static gboolean
task_list_is_shown (KringTaskList *self, KringTaskRow *row)
{
  KringItem *task = kring_task_row_get_item (row);

  if (task == NULL)
    return FALSE;
  return kring_task_row_get_open (row) || kring_task_matches (task, &self->filter, self->today);
}

static gboolean
task_list_filter_cb (GtkListBoxRow *row, gpointer data)
{
  return task_list_is_shown (data, KRING_TASK_ROW (row));
}

static int
sort_cb (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  KringItem *task_a = kring_task_row_get_item (KRING_TASK_ROW (a));
  KringItem *task_b = kring_task_row_get_item (KRING_TASK_ROW (b));

  return task_a != NULL && task_b != NULL ? kring_task_compare (task_a, task_b) : 0;
}

static void
task_list_show_item_cb (KringTaskList *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static void
task_list_add_row (KringTaskList *self, const char *id)
{
  GtkWidget *row = kring_task_row_new (self->session, id, self->with_about);

  g_signal_connect_object (row, "show-item", G_CALLBACK (task_list_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, (gpointer) g_intern_string (id), row);
  gtk_list_box_append (GTK_LIST_BOX (self->box), row);
}

static void
task_list_drop_gone (KringTaskList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      if (kring_task_row_get_item (row) != NULL)
        {
          kring_task_row_update (row);
          continue;
        }
      gtk_list_box_remove (GTK_LIST_BOX (self->box), row);
      g_hash_table_iter_remove (&iter);
    }
}

/* The row with the keyboard, or in which it is; %NULL: it is elsewhere. */
static GtkWidget *
task_list_find_focus (KringTaskList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, KRING_TYPE_TASK_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, self->box) ? row : NULL;
}

/* Who gets the keyboard when @row goes: the row below it, or else above it. */
static GtkWidget *
find_heir (KringTaskList *self, GtkWidget *row)
{
  GtkWidget *heir = row;

  while (heir != NULL && !task_list_is_shown (self, KRING_TASK_ROW (heir)))
    heir = gtk_widget_get_next_sibling (heir);
  for (GtkWidget *up = row; heir == NULL && up != NULL; up = gtk_widget_get_prev_sibling (up))
    if (task_list_is_shown (self, KRING_TASK_ROW (up)))
      heir = up;
  return heir;
}

static void
task_list_settle (KringTaskList *self)
{
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->box));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->box));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
task_list_update (KringTaskList *self)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autoptr (GPtrArray) tasks = kring_map_dup_items_of_kind (map, KRING_KIND_TASK);
  GtkWidget *focus = task_list_find_focus (self), *heir = NULL;

  g_free (self->today);
  self->today = kring_editor_dup_today (kring_session_get_editor (self->session));
  if (focus != NULL)
    heir = find_heir (self, focus);
  task_list_drop_gone (self);
  for (guint i = 0; i < tasks->len; i++)
    {
      const char *id = kring_item_get_id (g_ptr_array_index (tasks, i));

      if (!g_hash_table_contains (self->rows, id))
        task_list_add_row (self, id);
    }
  task_list_settle (self);
  if (heir != focus && heir != NULL)
    gtk_widget_grab_focus (heir);
}

/* A click; keys on a row are the row's. */
static void
activated_cb (GtkListBox *box, GtkListBoxRow *row)
{
  kring_task_row_set_open (KRING_TASK_ROW (row), !kring_task_row_get_open (KRING_TASK_ROW (row)));
}

static void
kring_task_list_dispose (GObject *object)
{
  KringTaskList *self = KRING_TASK_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_task_list_parent_class)->dispose (object);
}

static void
kring_task_list_finalize (GObject *object)
{
  KringTaskList *self = KRING_TASK_LIST (object);

  g_hash_table_unref (self->rows);
  g_free (self->who);
  g_free (self->about);
  g_free (self->today);
  G_OBJECT_CLASS (kring_task_list_parent_class)->finalize (object);
}

static void
kring_task_list_class_init (KringTaskListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_task_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_task_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tasklist");

  /**
   * KringTaskList::show-item:
   * @id: of an item that a task is about
   *
   * That item is wanted on the map.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * KringTaskList::changed:
   *
   * Other tasks are shown than before, or they say something else.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_TASK_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_task_list_init (KringTaskList *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->box), task_list_filter_cb, self, NULL);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->box), sort_cb, self, NULL);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Questions and actions"), -1);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * kring_task_list_new: (constructor)
 * @with_about: whether rows say about whom or what they are
 *
 * Returns: (transfer floating): all questions and actions of the session's map
 */
GtkWidget *
kring_task_list_new (KringSession *session, gboolean with_about)
{
  KringTaskList *self = g_object_new (KRING_TYPE_TASK_LIST, NULL);

  self->session = g_object_ref (session);
  self->with_about = with_about;
  g_signal_connect_object (kring_session_get_map (session), "changed",
                           G_CALLBACK (task_list_update), self, G_CONNECT_SWAPPED);
  task_list_update (self);
  return GTK_WIDGET (self);
}

/**
 * kring_task_list_set_filter:
 * @filter: which of them to show; copied
 */
void
kring_task_list_set_filter (KringTaskList *self, const KringTaskFilter *filter)
{
  char *who = g_strdup (filter->who), *about = g_strdup (filter->about);

  g_free (self->who);
  g_free (self->about);
  self->filter = *filter;
  self->filter.who = self->who = who;
  self->filter.about = self->about = about;
  task_list_settle (self);
}

/**
 * kring_task_list_get_n_shown:
 *
 * Returns: how many are seen now
 */
guint
kring_task_list_get_n_shown (KringTaskList *self)
{
  GHashTableIter iter;
  gpointer row;
  guint n_shown = 0;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    n_shown += task_list_is_shown (self, row);
  return n_shown;
}

/**
 * kring_task_list_get_box:
 *
 * Returns: (transfer none): what holds the rows
 */
GtkListBox *
kring_task_list_get_box (KringTaskList *self)
{
  return GTK_LIST_BOX (self->box);
}

/**
 * kring_task_list_flush:
 *
 * Writes what was typed in rows and not yet written.
 */
void
kring_task_list_flush (KringTaskList *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    kring_task_row_flush (row);
}
