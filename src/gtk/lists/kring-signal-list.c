/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-signal-list.h"

#include "gtk/lists/kring-list-page.h"
#include "gtk/lists/kring-story-row.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

/* Longer lines are hard to read, in pixels. */
#define WIDTH_MAX 960

struct _KringSignalList
{
  GtkWidget parent_instance;

  KringSession *session;     /* (owned) */
  KringItemList *items;      /* (owned) */
  GtkFilter *filter;         /* (not owned), the model's */
  GtkSorter *sorter;         /* (not owned), the model's */
  GtkSingleSelection *model; /* (not owned), the list's */
  GtkWidget *bar;            /* (owned) */
  GtkWidget *order;          /* by date, by item */
  GtkWidget *page;           /* (owned) */
  GtkWidget *list;
  gboolean by_item;
  gboolean stale;   /* the map changed while nobody looked */
  gboolean syncing; /* list and session are being made the same */
};

enum
{
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSignalList, kring_signal_list, GTK_TYPE_WIDGET)

static gboolean
signal_list_is_shown (gpointer item, gpointer data)
{
  KringSignalList *self = data;
  GHashTable *hidden = kring_session_get_hidden (self->session);

  return kring_item_is (item, KRING_KIND_SIGNAL) &&
         (hidden == NULL ||
          !g_hash_table_contains (hidden, g_intern_string (kring_item_get_id (item))));
}

static char *
dup_subject (KringSignalList *self, KringItem *signal)
{
  KringMap *map = kring_session_get_map (self->session);
  KringItem *subject = kring_map_get_item (map, kring_item_get_text (signal, KRING_F_ABOUT));

  return subject != NULL ? kring_map_dup_title (map, subject) : g_strdup ("");
}

/* By time; what has no date comes last. */
static int
signal_list_compare_dates (KringItem *a, KringItem *b)
{
  gboolean dated = kring_timeline_get_date (a) != NULL;

  if (dated != (kring_timeline_get_date (b) != NULL))
    return dated ? -1 : 1;
  return dated ? kring_timeline_compare (a, b) : 0;
}

static int
signal_list_compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  KringSignalList *self = data;
  KringItem *first = (KringItem *) a, *second = (KringItem *) b;
  int order = 0;

  if (self->by_item)
    {
      g_autofree char *one = dup_subject (self, first), *other = dup_subject (self, second);

      order = g_utf8_collate (one, other);
    }
  return order != 0 ? order : signal_list_compare_dates (first, second);
}

static void
signal_list_update (KringSignalList *self)
{
  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  if (self->stale)
    return;
  self->syncing = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  self->syncing = FALSE;
}

static void
signal_list_selection_changed_cb (KringSignalList *self)
{
  KringItem *item = gtk_single_selection_get_selected_item (self->model);

  if (self->syncing || item == NULL)
    return;
  kring_selection_select (kring_session_get_selection (self->session), kring_item_get_id (item));
}

static void
signal_list_activate_cb (KringSignalList *self, guint position)
{
  g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (self->model), position);

  if (item != NULL)
    g_signal_emit (self, signals[SHOW_ITEM], 0, kring_item_get_text (item, KRING_F_ABOUT));
}

static void
order_chosen_cb (KringSignalList *self)
{
  kring_signal_list_set_by_item (self,
                                 gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)) == 1);
}

static void
kring_signal_list_map (GtkWidget *widget)
{
  KringSignalList *self = KRING_SIGNAL_LIST (widget);

  GTK_WIDGET_CLASS (kring_signal_list_parent_class)->map (widget);
  if (self->stale)
    signal_list_update (self);
}

static gboolean
kring_signal_list_grab_focus (GtkWidget *widget)
{
  return kring_focus_find_in (widget) == NULL &&
         gtk_widget_grab_focus (KRING_SIGNAL_LIST (widget)->list);
}

static void
kring_signal_list_dispose (GObject *object)
{
  KringSignalList *self = KRING_SIGNAL_LIST (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->page, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_signal_list_parent_class)->dispose (object);
}

static void
kring_signal_list_class_init (KringSignalListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_signal_list_dispose;
  widget_class->map = kring_signal_list_map;
  widget_class->grab_focus = kring_signal_list_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "storylist");

  /**
   * KringSignalList::show-item:
   * @id: what the signal is about
   *
   * It should be brought into view.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_SIGNAL_LIST, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kring_signal_list_init (KringSignalList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->bar, "list-bar");
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
}

static const KringListWords signal_list_words = {
  N_ ("All signals on the map"),
  "kring-signal-symbolic",
  N_ ("No signals to show"),
  N_ ("Select something on the map, press S and type one word. A filter can hide signals too."),
};

static GtkWidget *
signal_list_new_page (KringSignalList *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (signal_list_is_shown, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (signal_list_compare_cb, self, NULL));
  self->model = kring_list_page_new_model (self->items, self->filter, self->sorter);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->model),
                                  kring_story_row_new_factory (self->session));
  return kring_list_page_new (GTK_LIST_VIEW (self->list), &signal_list_words, WIDTH_MAX);
}

static void
fill_bar (KringSignalList *self)
{
  const char *const orders[] = { _ ("By date"), _ ("By item"), NULL };
  GtkWidget *reminder = gtk_label_new (_ ("One signal proves nothing. Look at what comes together, "
                                          "and at what changes fast."));

  self->order = gtk_drop_down_new_from_strings (orders);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Order"), -1);
  kring_spoken_name_menu (GTK_DROP_DOWN (self->order), _ ("Order"));
  gtk_label_set_ellipsize (GTK_LABEL (reminder), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (reminder), 0);
  gtk_widget_set_hexpand (reminder, TRUE);
  gtk_widget_add_css_class (reminder, "dim-label");
  gtk_box_append (GTK_BOX (self->bar), self->order);
  gtk_box_append (GTK_BOX (self->bar), reminder);
  g_signal_connect_object (self->order, "notify::selected", G_CALLBACK (order_chosen_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_signal_list_new: (constructor)
 * @session: whose signals are shown
 *
 * Returns: (transfer floating): the list, by date
 */
GtkWidget *
kring_signal_list_new (KringSession *session)
{
  KringSignalList *self = g_object_new (KRING_TYPE_SIGNAL_LIST, NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_list_new (kring_session_get_map (session));
  fill_bar (self);
  self->page = signal_list_new_page (self);
  gtk_widget_set_parent (self->page, GTK_WIDGET (self));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (signal_list_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "selection-changed",
                           G_CALLBACK (signal_list_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (signal_list_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (signal_list_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_signal_list_add_tool:
 * @tool: what stands at the end of the bar
 */
void
kring_signal_list_add_tool (KringSignalList *self, GtkWidget *tool)
{
  gtk_box_append (GTK_BOX (self->bar), tool);
}

/**
 * kring_signal_list_set_by_item:
 * @by_item: whether those on the same thing stand together; else by date
 */
void
kring_signal_list_set_by_item (KringSignalList *self, gboolean by_item)
{
  if (self->by_item == by_item)
    return;
  self->by_item = by_item;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->order), by_item ? 1 : 0);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

/**
 * kring_signal_list_get_items:
 *
 * Returns: (transfer none): what is shown, in that order, a list of KringItem
 */
GListModel *
kring_signal_list_get_items (KringSignalList *self)
{
  return G_LIST_MODEL (self->model);
}
