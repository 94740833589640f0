/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-search-popover.h"

#include "gtk/widgets/kring-item-preview.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 380
#define HEIGHT_MAX 420
#define SIGN_SIZE 28
/* More lines than anybody reads; whoever wants another item types another letter. */
#define SHOWN_MAX 60

struct _KringSearchPopover
{
  GtkPopover parent_instance;

  KringSession *session; /* (owned) (nullable) */
  guint32 kinds;         /* bits 1 << KringKindId that may be found */
  gboolean chooses;      /* for a field: the selection stays as it is */
  char *sought;          /* (owned) (nullable): what the list was last made for */
  GHashTable *hits;      /* (owned) (nullable) (element-type utf8): interned ids found so far */
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *nothing; /* says that nothing was found */
  GtkWidget *hidden;  /* says how much more the filter hides */
};

enum
{
  PROP_0,
  PROP_HITS,
  N_PROPS,
};

enum
{
  SHOW_ITEM,
  CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSearchPopover, kring_search_popover, GTK_TYPE_POPOVER)

static const char *
get_row_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "kring-id");
}

static GtkWidget *
search_popover_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
search_popover_new_row (KringSearchPopover *self, const KringFound *found)
{
  KringItem *item = found->item;
  g_autofree char *title = kring_map_dup_title (kring_session_get_map (self->session), item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = kring_item_preview_new (self->session, SIGN_SIZE, SIGN_SIZE);

  kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign), item);
  gtk_box_append (GTK_BOX (words), search_popover_new_label (title, NULL));
  if (found->snippet != NULL && strstr (title, found->snippet) == NULL)
    gtk_box_append (GTK_BOX (words), search_popover_new_label (found->snippet, "field-caption"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "kring-id", (gpointer) kring_item_get_id (item));
  g_object_set_data (G_OBJECT (row), "kring-kind", (gpointer) kring_item_get_kind (item));
  return row;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const KringKind *kind = g_object_get_data (G_OBJECT (row), "kring-kind");

  if (before != NULL && g_object_get_data (G_OBJECT (before), "kring-kind") == kind)
    gtk_list_box_row_set_header (row, NULL);
  else if (gtk_list_box_row_get_header (row) == NULL)
    gtk_list_box_row_set_header (
        row, search_popover_new_label (kring_kind_get_plural (kind), "group-title"));
}

static void
clear (KringSearchPopover *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
set_hits (KringSearchPopover *self, GHashTable *hits)
{
  if (self->hits == NULL && hits == NULL)
    return;
  g_clear_pointer (&self->hits, g_hash_table_unref);
  self->hits = hits;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HITS]);
}

static gboolean
search_popover_is_allowed (KringSearchPopover *self, KringItem *item)
{
  return self->kinds & (1u << kring_item_get_kind (item)->id) &&
         !kring_item_is (item, KRING_KIND_CASE);
}

static gboolean
search_popover_is_hidden (KringSearchPopover *self, KringItem *item)
{
  return !self->chooses &&
         g_hash_table_contains (kring_session_get_hidden (self->session), kring_item_get_id (item));
}

/* Says how many were found that the filter hides, so that nobody thinks they are not there. */
static void
show_hidden (KringSearchPopover *self, guint n)
{
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u more is hidden by the filter", "%u more are hidden by the filter", n), n);

  gtk_label_set_text (GTK_LABEL (self->hidden), text);
  gtk_widget_set_visible (self->hidden, n > 0);
}

/* A chooser offers everything before the first letter; a search says nothing yet. */
static GPtrArray *
dup_found (KringSearchPopover *self, const char *text)
{
  KringMap *map = kring_session_get_map (self->session);
  GPtrArray *all;

  if (*text != '\0')
    return kring_map_search (map, text);
  all = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_found_free);
  for (guint i = 0; self->chooses && i < kring_map_get_n_items (map); i++)
    {
      KringFound *found = g_new0 (KringFound, 1);

      found->item = g_object_ref (kring_map_get_nth (map, i));
      g_ptr_array_add (all, found);
    }
  return all;
}

static void
search_popover_search (KringSearchPopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) hits = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0, n_hidden = 0;

  if (self->session == NULL)
    return;
  found = dup_found (self, text);
  g_free (self->sought);
  self->sought = g_strdup (text);
  clear (self);
  for (guint i = 0; i < found->len; i++)
    {
      const KringFound *one = g_ptr_array_index (found, i);

      if (!search_popover_is_allowed (self, one->item))
        continue;
      if (search_popover_is_hidden (self, one->item))
        {
          n_hidden++;
          continue;
        }
      g_hash_table_add (hits, (gpointer) kring_item_get_id (one->item));
      if (n++ < SHOWN_MAX)
        gtk_list_box_append (GTK_LIST_BOX (self->list), search_popover_new_row (self, one));
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0));
  gtk_widget_set_visible (self->nothing, n + n_hidden == 0 && *text != '\0');
  show_hidden (self, n_hidden);
  set_hits (self, *text != '\0' ? g_steal_pointer (&hits) : NULL);
}

static void
search_popover_pick (KringSearchPopover *self, GtkListBoxRow *row)
{
  const char *id = get_row_id (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->chooses)
    {
      g_signal_emit (self, signals[CHOSEN], 0, id);
      return;
    }
  kring_selection_select (kring_session_get_selection (self->session), id);
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static void
search_popover_activate_cb (KringSearchPopover *self)
{
  GtkListBoxRow *row;

  /* The entry waits a moment after each letter; Enter does not, but takes what the arrows reached. */
  if (g_strcmp0 (self->sought, gtk_editable_get_text (GTK_EDITABLE (self->entry))) != 0)
    search_popover_search (self);
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row != NULL)
    search_popover_pick (self, row);
}

/* The entry tells of the last letter a moment later, when Enter may have closed what it stands in. */
static void
search_popover_changed_cb (KringSearchPopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    search_popover_search (self);
}

static void
move_selection (KringSearchPopover *self, int by)
{
  GtkListBox *list = GTK_LIST_BOX (self->list);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (list, MAX (place, 0));

  if (next != NULL)
    gtk_list_box_select_row (list, next);
}

static gboolean
search_popover_key_pressed_cb (KringSearchPopover *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Down:
      move_selection (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (self, -1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Scrolls no further than needed to show what the arrow keys reached. */
static void
search_popover_selected_cb (KringSearchPopover *self, GtkListBoxRow *row)
{
  GtkWidget *viewport = gtk_widget_get_parent (self->list);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    return;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
kring_search_popover_map (GtkWidget *widget)
{
  KringSearchPopover *self = KRING_SEARCH_POPOVER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search_popover_search (self);
  GTK_WIDGET_CLASS (kring_search_popover_parent_class)->map (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
kring_search_popover_unmap (GtkWidget *widget)
{
  KringSearchPopover *self = KRING_SEARCH_POPOVER (widget);

  GTK_WIDGET_CLASS (kring_search_popover_parent_class)->unmap (widget);
  set_hits (self, NULL);
}

static void
kring_search_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_HITS)
    g_value_set_boxed (value, KRING_SEARCH_POPOVER (object)->hits);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_search_popover_dispose (GObject *object)
{
  KringSearchPopover *self = KRING_SEARCH_POPOVER (object);

  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_search_popover_parent_class)->dispose (object);
}

static void
kring_search_popover_finalize (GObject *object)
{
  g_free (KRING_SEARCH_POPOVER (object)->sought);
  G_OBJECT_CLASS (kring_search_popover_parent_class)->finalize (object);
}

static void
kring_search_popover_class_init (KringSearchPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kring_search_popover_dispose;
  object_class->finalize = kring_search_popover_finalize;
  object_class->get_property = kring_search_popover_get_property;
  widget_class->map = kring_search_popover_map;
  widget_class->unmap = kring_search_popover_unmap;

  /**
   * KringSearchPopover:hits:
   *
   * The interned ids that the words so far find, or %NULL when nothing is looked for.
   */
  properties[PROP_HITS] = g_param_spec_boxed ("hits", NULL, NULL, G_TYPE_HASH_TABLE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * KringSearchPopover::show-item:
   * @id: an item that was picked in a search, and is selected by now
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * KringSearchPopover::chosen:
   * @id: an item that was chosen for a field
   */
  signals[CHOSEN] = g_signal_new ("chosen", KRING_TYPE_SEARCH_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
search_popover_new_list (KringSearchPopover *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Found"), -1);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), header_cb, NULL, NULL);
  gtk_widget_add_css_class (self->list, "search-results");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (search_popover_pick), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (search_popover_selected_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  return scrolled;
}

static void
kring_search_popover_init (KringSearchPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->kinds = KRING_SEARCH_ALL_KINDS;
  self->entry = gtk_search_entry_new ();
  self->nothing = search_popover_new_label (_ ("Nothing found"), "dim-label");
  gtk_widget_set_visible (self->nothing, FALSE);
  self->hidden = search_popover_new_label ("", "dim-label");
  gtk_widget_set_visible (self->hidden, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search in everything"), -1);
  /* The entry keeps Escape for itself. */
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_popover_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (search_popover_activate_cb), self,
                           G_CONNECT_SWAPPED);
  /* After the input method, which may be composing a letter. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_popover_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), search_popover_new_list (self));
  gtk_box_append (GTK_BOX (box), self->hidden);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

/**
 * kring_search_popover_new: (constructor)
 *
 * Returns: (transfer floating): a search of everything, for a session that is still to be set
 */
GtkWidget *
kring_search_popover_new (void)
{
  return g_object_new (KRING_TYPE_SEARCH_POPOVER, NULL);
}

/**
 * kring_search_popover_new_chooser: (constructor)
 * @kinds: bits 1 << KringKindId that may be chosen
 *
 * Returns: (transfer floating): a search that offers everything of @kinds at once and only says
 *   what was chosen
 */
GtkWidget *
kring_search_popover_new_chooser (KringSession *session, guint32 kinds)
{
  KringSearchPopover *self = g_object_new (KRING_TYPE_SEARCH_POPOVER, NULL);

  self->chooses = TRUE;
  self->kinds = kinds;
  kring_search_popover_set_session (self, session);
  return GTK_WIDGET (self);
}

/**
 * kring_search_popover_set_session:
 * @session: (nullable): whose map is searched
 */
void
kring_search_popover_set_session (KringSearchPopover *self, KringSession *session)
{
  g_set_object (&self->session, session);
}

/**
 * kring_search_popover_get_hits:
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the interned ids that the words so far
 *   find
 */
GHashTable *
kring_search_popover_get_hits (KringSearchPopover *self)
{
  return self->hits;
}

/**
 * kring_search_popover_set_text:
 * @text: what to look for
 */
void
kring_search_popover_set_text (KringSearchPopover *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  search_popover_search (self);
}
