/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-story-list.h"

#include "gtk/lists/kring-list-page.h"
#include "gtk/lists/kring-story-row.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

/* Longer lines are hard to read, in pixels. */
#define WIDTH_MAX 960

struct _KringStoryList
{
  GtkWidget parent_instance;

  KringSession *session;     /* (owned) */
  KringItemList *items;      /* (owned) */
  GtkFilter *filter;         /* (not owned), the model's */
  GtkSorter *sorter;         /* (not owned), the model's */
  GtkSingleSelection *model; /* (not owned), the list's */
  GtkWidget *page;           /* (owned) */
  GtkWidget *list;
  GHashTable *facts; /* (owned) (element-type KringItem KringItem), what stands under which */
  gboolean syncing;  /* list and session are being made the same */
};

enum
{
  INSPECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringStoryList, kring_story_list, GTK_TYPE_WIDGET)

static gboolean
story_list_is_told (gpointer object, gpointer data)
{
  KringStoryList *self = data;
  KringItem *item = object;

  return kring_timeline_get_date (item) != NULL &&
         !g_hash_table_contains (kring_session_get_hidden (self->session),
                                 g_intern_string (kring_item_get_id (item)));
}

static int
story_list_compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return kring_timeline_compare_told ((KringItem *) a, (KringItem *) b,
                                      KRING_STORY_LIST (data)->facts);
}

/* What belongs to a fact that is not told stands on its own. Items are kept: a removed one may still
 * be compared. */
static void
read_facts (KringStoryList *self)
{
  g_autoptr (GHashTable) facts = kring_map_dup_facts (kring_session_get_map (self->session));
  GHashTableIter iter;
  gpointer item, fact;

  g_hash_table_remove_all (self->facts);
  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &item, &fact))
    if (story_list_is_told (fact, self))
      g_hash_table_insert (self->facts, g_object_ref (item), g_object_ref (fact));
}

static void
story_list_bind_cb (KringStoryList *self, GtkListItem *list_item)
{
  kring_story_row_set_fact (KRING_STORY_ROW (gtk_list_item_get_child (list_item)),
                            g_hash_table_lookup (self->facts, gtk_list_item_get_item (list_item)));
}

/* Rows that stay where they are may belong to something else now. */
static void
show_facts (KringStoryList *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *row = gtk_widget_get_first_child (child);
      KringItem *item =
          KRING_IS_STORY_ROW (row) ? kring_story_row_get_item (KRING_STORY_ROW (row)) : NULL;

      if (item != NULL)
        kring_story_row_set_fact (KRING_STORY_ROW (row), g_hash_table_lookup (self->facts, item));
    }
}

static void
story_list_show_selection (KringStoryList *self)
{
  KringSelection *selection = kring_session_get_selection (self->session);
  KringItem *single = kring_selection_get_single (selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  guint found = GTK_INVALID_LIST_POSITION;

  if (self->syncing)
    return;
  for (guint i = 0; single != NULL && i < n; i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), i);

      if (item == single)
        found = i;
    }
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->model, found);
  self->syncing = FALSE;
}

/* What was selected elsewhere, or only just added, is brought into sight. */
static void
selected_elsewhere_cb (KringStoryList *self)
{
  guint place;

  if (self->syncing)
    return;
  story_list_show_selection (self);
  place = gtk_single_selection_get_selected (self->model);
  if (place != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", place);
}

static void
story_list_selection_changed_cb (KringStoryList *self)
{
  KringItem *item = gtk_single_selection_get_selected_item (self->model);

  if (self->syncing || item == NULL)
    return;
  self->syncing = TRUE;
  kring_selection_select (kring_session_get_selection (self->session), kring_item_get_id (item));
  self->syncing = FALSE;
}

static void
story_list_refreshed_cb (KringStoryList *self)
{
  read_facts (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_facts (self);
  story_list_show_selection (self);
}

static void
story_list_activate_cb (KringStoryList *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

static void
kring_story_list_dispose (GObject *object)
{
  KringStoryList *self = KRING_STORY_LIST (object);

  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_story_list_parent_class)->dispose (object);
}

static void
kring_story_list_class_init (KringStoryListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_story_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "storylist");

  /**
   * KringStoryList::inspect:
   *
   * The details of the selection are wanted.
   */
  signals[INSPECT] = g_signal_new ("inspect", KRING_TYPE_STORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_story_list_init (KringStoryList *self)
{
  self->facts = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
}

static const KringListWords story_list_words = {
  N_ ("The story in the order of time"),
  "kring-timeline-symbolic",
  N_ ("No story yet"),
  N_ ("Give an event, a signal, words or a tie a date, and it stands here."),
};

static GtkWidget *
story_list_new_page (KringStoryList *self)
{
  GtkListItemFactory *factory;

  self->filter = GTK_FILTER (gtk_custom_filter_new (story_list_is_told, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (story_list_compare_cb, self, NULL));
  self->model = kring_list_page_new_model (self->items, self->filter, self->sorter);
  factory = kring_story_row_new_factory (self->session);
  g_signal_connect_object (factory, "bind", G_CALLBACK (story_list_bind_cb), self,
                           G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->model), factory);
  return kring_list_page_new (GTK_LIST_VIEW (self->list), &story_list_words, WIDTH_MAX);
}

/**
 * kring_story_list_new: (constructor)
 * @session: whose map is told
 *
 * Returns: (transfer floating): the story
 */
GtkWidget *
kring_story_list_new (KringSession *session)
{
  KringStoryList *self = g_object_new (KRING_TYPE_STORY_LIST, NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_list_new (kring_session_get_map (session));
  read_facts (self);
  self->page = story_list_new_page (self);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (story_list_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (story_list_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (story_list_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (story_list_refreshed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (session), "changed",
                           G_CALLBACK (selected_elsewhere_cb), self, G_CONNECT_SWAPPED);
  story_list_show_selection (self);
  return GTK_WIDGET (self);
}

/**
 * kring_story_list_get_items:
 *
 * Returns: (transfer none): what the story tells, in that order, a list of KringItem
 */
GListModel *
kring_story_list_get_items (KringStoryList *self)
{
  return G_LIST_MODEL (self->model);
}
