/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-story-list.h"

#include "gtk/lists/kring-story-row.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

struct _KringStoryList
{
  KringListPage parent_instance;

  GHashTable *facts; /* (owned) (element-type KringItem KringItem), what stands under which */
};

enum
{
  INSPECT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringStoryList, kring_story_list, KRING_TYPE_LIST_PAGE)

static gboolean
kring_story_list_shows (KringItem *item)
{
  return kring_timeline_get_date (item) != NULL;
}

static int
kring_story_list_compare (KringListPage *page, KringItem *a, KringItem *b)
{
  return kring_timeline_compare_told (a, b, KRING_STORY_LIST (page)->facts);
}

/* What belongs to a fact that is not told stands on its own. Items are kept: a removed one may still
 * be compared. */
static void
read_facts (KringStoryList *self)
{
  KringListPage *page = KRING_LIST_PAGE (self);
  g_autoptr (GHashTable) facts =
      kring_map_dup_facts (kring_session_get_map (kring_list_page_get_session (page)));
  GHashTableIter iter;
  gpointer item, fact;

  g_hash_table_remove_all (self->facts);
  g_hash_table_iter_init (&iter, facts);
  while (g_hash_table_iter_next (&iter, &item, &fact))
    if (kring_list_page_shows (page, fact))
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
  GtkWidget *list = GTK_WIDGET (kring_list_page_get_list (KRING_LIST_PAGE (self)));

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
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
  KringListPage *page = KRING_LIST_PAGE (self);

  kring_list_page_select (page, kring_selection_get_single (kring_session_get_selection (
                                    kring_list_page_get_session (page))));
}

/* What was selected elsewhere, or only just added, is brought into sight. */
static void
selected_elsewhere_cb (KringStoryList *self)
{
  KringListPage *page = KRING_LIST_PAGE (self);
  guint before = gtk_single_selection_get_selected (kring_list_page_get_model (page)), place;

  story_list_show_selection (self);
  place = gtk_single_selection_get_selected (kring_list_page_get_model (page));
  if (place != before && place != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (kring_list_page_get_list (page)), "list.scroll-to-item",
                                "u", place);
}

static void
kring_story_list_refresh (KringListPage *page)
{
  KringStoryList *self = KRING_STORY_LIST (page);

  read_facts (self);
  KRING_LIST_PAGE_CLASS (kring_story_list_parent_class)->refresh (page);
  show_facts (self);
  story_list_show_selection (self);
}

static void
kring_story_list_activated (KringListPage *page, guint position)
{
  g_signal_emit (page, signals[INSPECT], 0);
}

static void
kring_story_list_finalize (GObject *object)
{
  g_hash_table_unref (KRING_STORY_LIST (object)->facts);
  G_OBJECT_CLASS (kring_story_list_parent_class)->finalize (object);
}

static const KringListWords story_list_words = {
  N_ ("The story in the order of time"),
  "kring-timeline-symbolic",
  N_ ("No story yet"),
  N_ ("Give an event, a signal, words or a tie a date, and it stands here."),
};

static void
kring_story_list_class_init (KringStoryListClass *klass)
{
  KringListPageClass *page_class = KRING_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kring_story_list_finalize;
  page_class->words = &story_list_words;
  page_class->width = 960;
  page_class->shows = kring_story_list_shows;
  page_class->compare = kring_story_list_compare;
  page_class->activated = kring_story_list_activated;
  page_class->refresh = kring_story_list_refresh;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "storylist");

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
  GtkListItemFactory *factory = kring_story_row_new_factory (session);

  g_signal_connect_object (factory, "bind", G_CALLBACK (story_list_bind_cb), self,
                           G_CONNECT_SWAPPED);
  kring_list_page_build (KRING_LIST_PAGE (self), session, NULL, factory);
  g_signal_connect_object (kring_session_get_selection (session), "changed",
                           G_CALLBACK (selected_elsewhere_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
