/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-page-stack.h"

#include "gtk/app/kring-map-page.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/lists/kring-list-view.h"
#include "gtk/lists/kring-signal-list.h"
#include "gtk/lists/kring-task-page.h"
#include "gtk/timeline/kring-time-strip.h"
#include "gtk/timeline/kring-time-view.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *bin;    /* owned by the stack */
  GtkWidget *page;   /* (nullable), in the bin once it was looked at */
  GtkWidget *filter; /* (nullable), in the page, for whoever asks for filters there */
} Page;

/* What a page does when it is asked to; only the first has to be there. */
typedef struct
{
  GtkWidget *(*create) (Page *page, KringSession *session); /* (transfer floating) */
  void (*fold) (Page *page, KringRoom room);
  void (*finish) (GtkWidget *page);     /* takes what is typed where the keyboard is */
  void (*flush) (GtkWidget *page);      /* keeps what is typed, and goes on */
  GtkWidget *(*card) (GtkWidget *page); /* (nullable): the card that asks over it */
} PageWork;

static GtkWidget *
create_map (Page *page, KringSession *session)
{
  GtkWidget *map = kring_map_page_new (session);

  page->filter = kring_map_page_get_filter_bar (KRING_MAP_PAGE (map));
  return map;
}

static void
fold_map (Page *page, KringRoom room)
{
  kring_map_page_set_fold (KRING_MAP_PAGE (page->page), room < KRING_ROOM_NARROW,
                           room < KRING_ROOM_MIDDLE);
}

static GtkWidget *
create_list (Page *page, KringSession *session)
{
  GtkWidget *list = kring_list_view_new ();

  page->filter = kring_filter_bar_new (session);
  kring_list_view_set_session (KRING_LIST_VIEW (list), session);
  kring_list_view_add_tool (KRING_LIST_VIEW (list), page->filter);
  return list;
}

static void
fold_list (Page *page, KringRoom room)
{
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (page->filter), room < KRING_ROOM_MIDDLE);
  kring_list_view_set_narrow (KRING_LIST_VIEW (page->page), room < KRING_ROOM_NARROW);
}

static void
finish_list (GtkWidget *page)
{
  kring_list_view_flush (KRING_LIST_VIEW (page));
}

static GtkWidget *
create_time (Page *page, KringSession *session)
{
  return kring_time_view_new (session);
}

static GtkWidget *
get_time_card (GtkWidget *page)
{
  GtkWidget *strip = kring_time_view_get_strip (KRING_TIME_VIEW (page));

  return strip != NULL ? kring_time_strip_get_popover (KRING_TIME_STRIP (strip)) : NULL;
}

static GtkWidget *
create_tasks (Page *page, KringSession *session)
{
  return kring_task_page_new (session);
}

static void
fold_tasks (Page *page, KringRoom room)
{
  kring_task_page_set_narrow (KRING_TASK_PAGE (page->page), room < KRING_ROOM_MIDDLE);
}

static void
flush_tasks (GtkWidget *page)
{
  kring_task_page_flush (KRING_TASK_PAGE (page));
}

static GtkWidget *
create_signals (Page *page, KringSession *session)
{
  GtkWidget *list = kring_signal_list_new (session);
  GtkWidget *bar = kring_filter_bar_new (session);

  kring_filter_bar_set_narrow (KRING_FILTER_BAR (bar), TRUE);
  kring_signal_list_add_tool (KRING_SIGNAL_LIST (list), bar);
  return list;
}

/* The pages in the order of the switcher; the first is shown to begin with. */
static const struct
{
  KringPageRow row;
  PageWork work;
} rows[] = {
  { { "map", N_ ("Map"), "kring-map-symbolic" }, { create_map, fold_map } },
  { { "list", N_ ("List"), "kring-names-symbolic" },
    { create_list, fold_list, .finish = finish_list } },
  { { "time", N_ ("Timeline"), "kring-timeline-symbolic" },
    { create_time, .card = get_time_card } },
  { { "actions", N_ ("Actions"), "kring-action-symbolic" },
    { create_tasks, fold_tasks, .flush = flush_tasks } },
  { { "signals", N_ ("Signals"), "kring-signal-symbolic", TRUE }, { create_signals } },
};

struct _KringPageStack
{
  AdwBin parent_instance;

  AdwViewStack *stack;
  KringSession *session; /* (owned) (nullable) */
  KringRoom room;
  Page pages[G_N_ELEMENTS (rows)];
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_STACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  INSPECT,
  SHOW_ITEM,
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const signal_names[N_SIGNALS] = { "inspect", "show-item", "leave" };

G_DEFINE_FINAL_TYPE (KringPageStack, kring_page_stack, ADW_TYPE_BIN)

static guint
get_shown (KringPageStack *self)
{
  GtkWidget *shown = adw_view_stack_get_visible_child (self->stack);
  guint i = 0;

  while (i < G_N_ELEMENTS (rows) && self->pages[i].bin != shown)
    i++;
  return i % G_N_ELEMENTS (rows);
}

static void
fold_page (KringPageStack *self, guint index)
{
  if (self->pages[index].page != NULL && rows[index].work.fold != NULL)
    rows[index].work.fold (&self->pages[index], self->room);
}

static void
pages_inspect_cb (KringPageStack *self)
{
  g_signal_emit (self, signals[INSPECT], 0);
}

static void
pages_show_item_cb (KringPageStack *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static void
pages_leave_cb (KringPageStack *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

/* What is not the map is made when it is first looked at: the list takes as long as all the rest. */
static void
create_page (KringPageStack *self, guint index)
{
  const GCallback callbacks[N_SIGNALS] = { G_CALLBACK (pages_inspect_cb),
                                           G_CALLBACK (pages_show_item_cb),
                                           G_CALLBACK (pages_leave_cb) };
  Page *page = &self->pages[index];

  page->page = rows[index].work.create (page, self->session);
  for (guint i = 0; i < N_SIGNALS; i++)
    if (g_signal_lookup (signal_names[i], G_OBJECT_TYPE (page->page)) != 0)
      g_signal_connect_object (page->page, signal_names[i], callbacks[i], self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (page->bin), page->page);
  fold_page (self, index);
}

static void
pages_changed_cb (KringPageStack *self)
{
  guint shown = get_shown (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, self->pages[i].bin),
                                     !rows[i].row.seldom || i == shown);
  if (self->session != NULL && self->pages[shown].page == NULL)
    create_page (self, shown);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
kring_page_stack_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  KringPageStack *self = KRING_PAGE_STACK (object);

  if (prop_id == PROP_PAGE)
    g_value_set_string (value, kring_page_stack_get_shown (self));
  else if (prop_id == PROP_STACK)
    g_value_set_object (value, self->stack);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_page_stack_dispose (GObject *object)
{
  g_clear_object (&KRING_PAGE_STACK (object)->session);
  G_OBJECT_CLASS (kring_page_stack_parent_class)->dispose (object);
}

static void
kring_page_stack_class_init (KringPageStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kring_page_stack_get_property;
  object_class->dispose = kring_page_stack_dispose;
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, rows[0].row.name,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STACK] = g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = i == SHOW_ITEM
                     ? g_signal_new (signal_names[i], KRING_TYPE_PAGE_STACK, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING)
                     : g_signal_new (signal_names[i], KRING_TYPE_PAGE_STACK, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_page_stack_init (KringPageStack *self)
{
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      AdwViewStackPage *page;

      self->pages[i].bin = adw_bin_new ();
      page = adw_view_stack_add_titled (self->stack, self->pages[i].bin, rows[i].row.name,
                                        _ (rows[i].row.title));
      adw_view_stack_page_set_icon_name (page, rows[i].row.icon);
      adw_view_stack_page_set_visible (page, !rows[i].row.seldom);
    }
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (pages_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * kring_page_stack_get_row:
 *
 * Returns: (transfer none) (nullable): what is said of the page of that number, from 0
 */
const KringPageRow *
kring_page_stack_get_row (guint index)
{
  return index < G_N_ELEMENTS (rows) ? &rows[index].row : NULL;
}

/**
 * kring_page_stack_set_session:
 * @session: what the pages show from now on; once
 */
void
kring_page_stack_set_session (KringPageStack *self, KringSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  pages_changed_cb (self);
}

static guint
find_index (const char *name)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (rows) && g_strcmp0 (rows[i].row.name, name) != 0)
    i++;
  return i;
}

/**
 * kring_page_stack_get_page:
 *
 * Returns: (transfer none) (nullable): the page of that name, if it was looked at already
 */
GtkWidget *
kring_page_stack_get_page (KringPageStack *self, const char *name)
{
  guint index = find_index (name);

  return index < G_N_ELEMENTS (rows) ? self->pages[index].page : NULL;
}

const char *
kring_page_stack_get_shown (KringPageStack *self)
{
  return rows[get_shown (self)].row.name;
}

/**
 * kring_page_stack_show:
 * @name: of a page, also of one that has no place in the switcher
 */
void
kring_page_stack_show (KringPageStack *self, const char *name)
{
  guint index = find_index (name);
  GtkWidget *bin;

  if (index == G_N_ELEMENTS (rows))
    return;
  bin = self->pages[index].bin;
  adw_view_stack_page_set_visible (adw_view_stack_get_page (self->stack, bin), TRUE);
  adw_view_stack_set_visible_child (self->stack, bin);
}

void
kring_page_stack_set_room (KringPageStack *self, KringRoom room)
{
  self->room = room;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    fold_page (self, i);
}

/**
 * kring_page_stack_focus:
 *
 * Gives the keyboard to the page that is shown.
 */
void
kring_page_stack_focus (KringPageStack *self)
{
  Page *shown = &self->pages[get_shown (self)];

  if (shown->page != NULL && !gtk_widget_grab_focus (shown->page))
    gtk_widget_child_focus (shown->bin, GTK_DIR_TAB_FORWARD);
}

/**
 * kring_page_stack_open_filter:
 *
 * Opens the filters of the page that is shown, or of the first page, which is shown then.
 */
void
kring_page_stack_open_filter (KringPageStack *self)
{
  if (self->pages[get_shown (self)].filter == NULL)
    kring_page_stack_show (self, rows[0].row.name);
  kring_filter_bar_open (KRING_FILTER_BAR (self->pages[get_shown (self)].filter));
}

/**
 * kring_page_stack_finish_typing:
 * @focus: (nullable): what has the keyboard
 *
 * Takes what is typed there on a page, as if somebody had left it.
 */
void
kring_page_stack_finish_typing (KringPageStack *self, GtkWidget *focus)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].work.finish != NULL && focus != NULL && self->pages[i].page != NULL &&
        gtk_widget_is_ancestor (focus, self->pages[i].page))
      rows[i].work.finish (self->pages[i].page);
}

/**
 * kring_page_stack_flush:
 *
 * Brings what was typed on the pages, but not yet written, to the session.
 */
void
kring_page_stack_flush (KringPageStack *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].work.flush != NULL && self->pages[i].page != NULL)
      rows[i].work.flush (self->pages[i].page);
}

/**
 * kring_page_stack_close_cards:
 *
 * Closes what asks for something over a page: what stands on it is kept.
 */
void
kring_page_stack_close_cards (KringPageStack *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *card = rows[i].work.card != NULL && self->pages[i].page != NULL
                            ? rows[i].work.card (self->pages[i].page)
                            : NULL;

      if (card != NULL && gtk_widget_get_visible (card))
        gtk_popover_popdown (GTK_POPOVER (card));
    }
}
