/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-signal-section.h"

#include "gtk/widgets/kring-item-rows.h"
#include "map/base/kring-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are not read under each other; the list of all signals shows every one. */
#define SHOWN_MAX 100
/* As many are in sight; one more is no reason to hide two. */
#define IN_SIGHT 3
/* Above what is scrolled to, in pixels. */
#define AIR 8

struct _KringSignalSection
{
  GtkBox parent_instance;

  KringSession *session;      /* (owned) */
  KringCatalogueStore *shelf; /* (owned) */
  const char *id;             /* (nullable) interned: whose signals are shown */
  GtkWidget *add_button;
  GtkWidget *empty;      /* beside the caption, says that there are none */
  KringItemModel *items; /* (owned): those that are listed */
  guint n_found;         /* of the item that is looked at, with those that are too many */
  GtkWidget *card;
  GtkWidget *rest;   /* shows those that are out of sight */
  gboolean all;      /* none of what is looked at is out of sight */
  guint n_shown;     /* of the item that is looked at */
  GtkWidget *more;   /* to the list of all when there are too many for a column */
  guint reveal_id;   /* (nullable) tick callback until it has its place */
  GtkWidget *opened; /* (weak) (nullable): the row that should be seen, or all of it */
  guint n_ticks;     /* since it should be seen */
};

static void signal_section_init_iface (KringSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringSignalSection,
                               kring_signal_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION,
                                                      signal_section_init_iface))

static KringMap *
signal_section_get_map (KringSignalSection *self)
{
  return kring_session_get_map (self->session);
}

static gint64
signal_section_get_time (KringItem *signal)
{
  const char *observed = kring_item_get_text (signal, KRING_F_OBSERVED);
  KringDate date;

  if (observed == NULL || !kring_date_parse (observed, &date))
    return G_MININT64;
  return kring_moment_first_minute (date.start);
}

/* The latest first; on the same day, what was written down last. */
static int
signal_section_compare_cb (gconstpointer a, gconstpointer b)
{
  KringItem *first = *(KringItem *const *) a, *second = *(KringItem *const *) b;
  gint64 one = signal_section_get_time (first), other = signal_section_get_time (second);

  return one != other ? (one < other ? 1 : -1) : 0;
}

/* The signals on the item, as they stand in the list. */
static GPtrArray *
signal_section_query (KringMap *map, gpointer data)
{
  KringSignalSection *self = data;
  g_autoptr (GPtrArray) signals =
      self->id != NULL ? kring_map_dup_referrers_of_kind (map, self->id, KRING_KIND_SIGNAL) : NULL;
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = signals != NULL ? signals->len : 0; i > 0; i--)
    g_ptr_array_add (found, g_ptr_array_index (signals, i - 1));
  g_ptr_array_sort (found, signal_section_compare_cb);
  self->n_found = found->len;
  g_ptr_array_set_size (found, MIN (found->len, SHOWN_MAX));
  return found;
}

/* The top of @widget, and of the rest as much as there is room for. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *content = viewport != NULL ? gtk_viewport_get_child (GTK_VIEWPORT (viewport)) : NULL;
  graphene_rect_t bounds;

  if (content != NULL && gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                              bounds.origin.y - AIR);
}

static void
focus_first (KringSignalSection *self)
{
  KringSignalRow *row = kring_signal_section_get_row (self, 0);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->add_button);
}

/* The second frame is the first in which everything has its place. */
static gboolean
signal_section_reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringSignalSection *self = KRING_SIGNAL_SECTION (widget);
  GtkWidget *open = self->opened;

  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;
  self->reveal_id = 0;
  if (open == NULL)
    focus_first (self);
  scroll_to (open != NULL ? open : widget);
  return G_SOURCE_REMOVE;
}

static void
signal_section_reveal (KringSignalSection *self, GtkWidget *opened)
{
  g_set_weak_pointer (&self->opened, opened);
  self->n_ticks = 0;
  if (self->reveal_id == 0)
    self->reveal_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), signal_section_reveal_cb, NULL, NULL);
}

/* One at a time, so that the list stays a list. */
static void
unfolded_cb (KringSignalSection *self, KringSignalRow *opened)
{
  KringSignalRow *row;

  for (guint i = 0; (row = kring_signal_section_get_row (self, i)) != NULL; i++)
    if (row != opened)
      kring_signal_row_set_open (row, FALSE);
  signal_section_reveal (self, GTK_WIDGET (opened));
}

static GtkWidget *
signal_section_make (gpointer data, KringItem *signal)
{
  KringSignalSection *self = data;
  GtkWidget *row = kring_signal_row_new (self->session, self->shelf, kring_item_get_id (signal));

  g_signal_connect_object (row, "unfolded", G_CALLBACK (unfolded_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
signal_section_tell (gpointer self, GtkWidget *row, KringItem *signal)
{
  kring_signal_row_refresh (KRING_SIGNAL_ROW (row));
}

static const KringItemRows signal_section_rows = { signal_section_make, signal_section_tell };

/* The latest are in sight; the keyboard is never left on one that is not. */
static void
show_rest (KringSignalSection *self, guint n)
{
  g_autofree char *text = NULL;
  gboolean folds = !self->all && n > IN_SIGHT + 1;

  for (guint i = 0; i < n; i++)
    gtk_widget_set_visible (GTK_WIDGET (kring_signal_section_get_row (self, i)),
                            !folds || i < IN_SIGHT);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u more signal", "%u more signals", folds ? n - IN_SIGHT : 0),
      folds ? n - IN_SIGHT : 0);
  gtk_button_set_label (GTK_BUTTON (self->rest), text);
  gtk_widget_set_visible (self->rest, folds);
}

static void
signal_section_updated_cb (KringSignalSection *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (self->id == NULL || kring_map_get_item (signal_section_get_map (self), self->id) == NULL)
    return;
  gtk_widget_set_visible (self->more, self->n_found > n);
  /* Whoever adds one wants to see it. */
  self->all |= self->n_shown > 0 && n > self->n_shown;
  self->n_shown = n;
  show_rest (self, n);
  gtk_widget_set_visible (self->card, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
  /* On the whole map there are only signals of which the subject is gone. */
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0 || strcmp (self->id, KRING_MAP_CASE_ID) != 0);
  kring_section_measure_anew (KRING_SECTION (self));
}

static gboolean
can_have_signals (KringItem *item)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_ABOUT);

  return item != NULL && field->refers_to & (1u << kring_item_get_kind (item)->id);
}

static void
signal_section_show_item (KringSection *section, KringItem *item)
{
  KringSignalSection *self = KRING_SIGNAL_SECTION (section);
  const char *id = can_have_signals (item) ? kring_item_get_id (item) : NULL;

  self->all &= id == self->id;
  self->id = id;
  self->n_shown = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  kring_item_model_update (self->items);
}

static void
flush (KringSection *section)
{
  KringSignalSection *self = KRING_SIGNAL_SECTION (section);
  KringSignalRow *row;

  for (guint i = 0; (row = kring_signal_section_get_row (self, i)) != NULL; i++)
    kring_signal_row_flush (row);
}

static void
signal_section_init_iface (KringSectionInterface *iface)
{
  iface->show_item = signal_section_show_item;
  iface->flush = flush;
}

static void
kring_signal_section_dispose (GObject *object)
{
  KringSignalSection *self = KRING_SIGNAL_SECTION (object);

  G_OBJECT_CLASS (kring_signal_section_parent_class)->dispose (object);
  g_clear_weak_pointer (&self->opened);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);
}

static void
kring_signal_section_class_init (KringSignalSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_signal_section_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rest_cb (KringSignalSection *self)
{
  KringSignalRow *next = kring_signal_section_get_row (self, IN_SIGHT);

  self->all = TRUE;
  if (next != NULL)
    gtk_widget_set_visible (GTK_WIDGET (next), TRUE);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->add_button);
  signal_section_updated_cb (self);
}

static void
kring_signal_section_init (KringSignalSection *self)
{
  static const KringSectionHead head = {
    N_ ("Signals"),
    /* Translators: beside "Signals": there are none. */
    N_ ("none yet"),
    N_ ("No signals yet. Press S and type one word."),
    N_ ("Add a signal (S)"),
    N_ ("Add a signal"),
  };

  kring_section_build (GTK_BOX (self), &head, &self->empty, &self->add_button, &self->card);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add_button), "map.add-signal");
  gtk_widget_add_css_class (self->card, "records");
  self->rest = gtk_button_new ();
  gtk_widget_add_css_class (self->rest, "flat");
  gtk_widget_add_css_class (self->rest, "rest");
  g_signal_connect_object (self->rest, "clicked", G_CALLBACK (rest_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->rest);
  self->more = gtk_button_new_with_label (_ ("All signals"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->more), "win.view::signals");
  gtk_widget_add_css_class (self->more, "flat");
  gtk_box_append (GTK_BOX (self), self->more);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Signals"), -1);
}

/**
 * kring_signal_section_new: (constructor)
 *
 * Returns: (transfer floating): a list of nobody's signals
 */
GtkWidget *
kring_signal_section_new (KringSession *session, KringCatalogueStore *shelf)
{
  KringSignalSection *self = g_object_new (KRING_TYPE_SIGNAL_SECTION, NULL);

  self->session = g_object_ref (session);
  self->shelf = g_object_ref (shelf);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->items = kring_item_model_new (signal_section_get_map (self), signal_section_query, self);
  kring_item_rows_bind (self->card, self->items, &signal_section_rows, self);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (signal_section_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "changed", G_CALLBACK (kring_item_model_update), self->items,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_signal_section_reveal:
 *
 * Brings the list into view with the keyboard on its first row, once it has its place.
 */
void
kring_signal_section_reveal (KringSignalSection *self)
{
  signal_section_reveal (self, NULL);
}

/**
 * kring_signal_section_get_row:
 *
 * Returns: (transfer none) (nullable): the row at @position
 */
KringSignalRow *
kring_signal_section_get_row (KringSignalSection *self, guint position)
{
  GtkWidget *row = kring_item_rows_get_nth (self->card, position);

  return row != NULL ? KRING_SIGNAL_ROW (row) : NULL;
}
