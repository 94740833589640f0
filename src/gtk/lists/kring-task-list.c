/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-task-list.h"

#include "gtk/lists/kring-task-row.h"
#include "gtk/widgets/kring-item-rows.h"

#include <glib/gi18n-lib.h>

struct _KringTaskList
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) */
  KringTaskFilter filter;
  char *who;             /* (owned) (nullable), of the filter */
  char *about;           /* (owned) (nullable), of the filter */
  KringItemModel *items; /* (owned): the tasks that are shown */
  GtkWidget *box;        /* (owned) */
  gboolean with_about;
};

enum
{
  SHOW_ITEM,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTaskList, kring_task_list, ADW_TYPE_BIN)

/* What is open stays in sight. */
static gboolean
task_list_is_open (KringTaskList *self, KringItem *task)
{
  GtkWidget *row = kring_item_rows_get (self->box, task);

  return row != NULL && kring_task_row_get_open (KRING_TASK_ROW (row));
}

static int
task_list_compare_cb (gconstpointer a, gconstpointer b)
{
  return kring_task_compare (*(KringItem *const *) a, *(KringItem *const *) b);
}

static GPtrArray *
task_list_query (KringMap *map, gpointer data)
{
  KringTaskList *self = data;
  GPtrArray *tasks = kring_map_dup_items_of_kind (map, KRING_KIND_TASK);
  g_autofree char *today = kring_editor_dup_today (kring_session_get_editor (self->session));

  for (guint i = tasks->len; i > 0; i--)
    {
      KringItem *task = g_ptr_array_index (tasks, i - 1);

      if (!task_list_is_open (self, task) && !kring_task_matches (task, &self->filter, today))
        g_ptr_array_remove_index (tasks, i - 1);
    }
  g_ptr_array_sort (tasks, task_list_compare_cb);
  return tasks;
}

static void
task_list_show_item_cb (KringTaskList *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static GtkWidget *
task_list_make (gpointer self, KringItem *task)
{
  GtkWidget *row = kring_task_row_new (KRING_TASK_LIST (self)->session, kring_item_get_id (task),
                                       KRING_TASK_LIST (self)->with_about);

  g_signal_connect_object (row, "show-item", G_CALLBACK (task_list_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
task_list_tell (gpointer self, GtkWidget *row, KringItem *task)
{
  kring_task_row_update (KRING_TASK_ROW (row));
}

static const KringItemRows task_list_rows = { task_list_make, task_list_tell };

static void
task_list_updated_cb (KringTaskList *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
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

  G_OBJECT_CLASS (kring_task_list_parent_class)->dispose (object);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
}

static void
kring_task_list_finalize (GObject *object)
{
  KringTaskList *self = KRING_TASK_LIST (object);

  g_free (self->who);
  g_free (self->about);
  G_OBJECT_CLASS (kring_task_list_parent_class)->finalize (object);
}

static void
kring_task_list_class_init (KringTaskListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_task_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_task_list_finalize;
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
  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  g_signal_connect (self->box, "row-activated", G_CALLBACK (activated_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Questions and actions"), -1);
  gtk_widget_add_css_class (self->box, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), self->box);
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
  self->items = kring_item_model_new (kring_session_get_map (session), task_list_query, self);
  kring_item_rows_bind (self->box, self->items, &task_list_rows, self);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (task_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
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
  kring_item_model_update (self->items);
}

/**
 * kring_task_list_get_n_shown:
 *
 * Returns: how many are seen now
 */
guint
kring_task_list_get_n_shown (KringTaskList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
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
  for (guint i = 0; i < kring_task_list_get_n_shown (self); i++)
    kring_task_row_flush (KRING_TASK_ROW (kring_item_rows_get_nth (self->box, i)));
}
