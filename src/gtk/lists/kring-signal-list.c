/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-signal-list.h"

#include "gtk/lists/kring-story-row.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

struct _KringSignalList
{
  KringListPage parent_instance;

  GtkWidget *bar;
  GtkWidget *order; /* by date, by item */
  gboolean by_item;
};

G_DEFINE_FINAL_TYPE (KringSignalList, kring_signal_list, KRING_TYPE_LIST_PAGE)

static gboolean
kring_signal_list_shows (KringItem *item)
{
  return kring_item_is (item, KRING_KIND_SIGNAL);
}

static char *
dup_subject (KringListPage *page, KringItem *signal)
{
  KringMap *map = kring_session_get_map (kring_list_page_get_session (page));
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
kring_signal_list_compare (KringListPage *page, KringItem *a, KringItem *b)
{
  int order = 0;

  if (KRING_SIGNAL_LIST (page)->by_item)
    {
      g_autofree char *one = dup_subject (page, a), *other = dup_subject (page, b);

      order = g_utf8_collate (one, other);
    }
  return order != 0 ? order : signal_list_compare_dates (a, b);
}

static void
kring_signal_list_activated (KringListPage *page, guint position)
{
  g_autoptr (KringItem) item =
      g_list_model_get_item (G_LIST_MODEL (kring_list_page_get_model (page)), position);

  if (item != NULL)
    g_signal_emit_by_name (page, "show-item", kring_item_get_text (item, KRING_F_ABOUT));
}

static void
order_chosen_cb (KringSignalList *self)
{
  kring_signal_list_set_by_item (self,
                                 gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order)) == 1);
}

static const KringListWords signal_list_words = {
  N_ ("All signals on the map"),
  "kring-signal-symbolic",
  N_ ("No signals to show"),
  N_ ("Select something on the map, press S and type one word. A filter can hide signals too."),
};

static void
kring_signal_list_class_init (KringSignalListClass *klass)
{
  KringListPageClass *page_class = KRING_LIST_PAGE_CLASS (klass);

  page_class->words = &signal_list_words;
  page_class->width = 960;
  page_class->shows = kring_signal_list_shows;
  page_class->compare = kring_signal_list_compare;
  page_class->activated = kring_signal_list_activated;
  GTK_WIDGET_CLASS (klass)->focus = kring_focus_enter;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "storylist");
}

static void
kring_signal_list_init (KringSignalList *self)
{
  const char *const orders[] = { _ ("By date"), _ ("By item"), NULL };
  GtkWidget *reminder = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign",
                                      0.0f, "hexpand", TRUE, "label",
                                      _ ("One signal proves nothing. Look at what comes together, "
                                         "and at what changes fast."),
                                      NULL);

  gtk_widget_add_css_class (reminder, "dim-label");
  self->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->bar, "list-bar");
  gtk_box_append (GTK_BOX (self), self->bar);
  self->order = gtk_drop_down_new_from_strings (orders);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Order"), -1);
  kring_spoken_name_menu (GTK_DROP_DOWN (self->order), _ ("Order"));
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
  GtkWidget *self = g_object_new (KRING_TYPE_SIGNAL_LIST, NULL);

  kring_list_page_build (KRING_LIST_PAGE (self), session, NULL,
                         kring_story_row_new_factory (session));
  return self;
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
  KRING_LIST_PAGE_GET_CLASS (self)->refresh (KRING_LIST_PAGE (self));
}
