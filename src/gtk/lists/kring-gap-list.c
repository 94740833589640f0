/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-gap-list.h"

#include "gtk/lists/kring-gap-row.h"
#include "gtk/widgets/kring-fold.h"

#include <glib/gi18n-lib.h>

/* A prompt as an object, for lists hold objects. */
#define KRING_TYPE_GAP_OBJECT (kring_gap_object_get_type ())
G_DECLARE_FINAL_TYPE (KringGapObject, kring_gap_object, KRING, GAP_OBJECT, GObject)

struct _KringGapObject
{
  GObject parent_instance;

  KringGap gap;
};

G_DEFINE_FINAL_TYPE (KringGapObject, kring_gap_object, G_TYPE_OBJECT)

struct _KringGapList
{
  KringListPage parent_instance;

  GListStore *store; /* (owned) (element-type KringGapObject), what is shown */
  GtkWidget *all;    /* also what was set aside */
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (KringGapList, kring_gap_list, KRING_TYPE_LIST_PAGE)

static void
kring_gap_object_class_init (KringGapObjectClass *klass)
{
}

static void
kring_gap_object_init (KringGapObject *self)
{
}

static KringGapObject *
gap_object_new (const KringGap *gap)
{
  KringGapObject *self = g_object_new (KRING_TYPE_GAP_OBJECT, NULL);

  self->gap = *gap;
  return self;
}

static KringSession *
gap_list_get_session (KringGapList *self)
{
  return kring_list_page_get_session (KRING_LIST_PAGE (self));
}

/* The prompt at @position; %NULL: there is none. */
static const KringGap *
get_gap (KringGapList *self, guint position)
{
  g_autoptr (KringGapObject) object = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return object != NULL ? &object->gap : NULL;
}

static gboolean
gap_list_is_same (const KringGap *a, const KringGap *b)
{
  return a->sort == b->sort && a->id == b->id && a->aside == b->aside;
}

static void
show_counts (KringGapList *self, guint n_aside)
{
  g_autofree char *text = g_strdup_printf (_ ("Also what was set aside (%u)"), n_aside);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->all), text);
  gtk_widget_set_visible (self->all, n_aside > 0);
}

/* Leaves what stays the same at both ends alone, so that the place in the list is kept. */
static void
gap_list_replace (KringGapList *self, GArray *gaps)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->store)), first = 0, last = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (first < n_old && first < gaps->len &&
         gap_list_is_same (get_gap (self, first), &g_array_index (gaps, KringGap, first)))
    first++;
  while (last < n_old - first && last < gaps->len - first &&
         gap_list_is_same (get_gap (self, n_old - 1 - last),
                           &g_array_index (gaps, KringGap, gaps->len - 1 - last)))
    last++;
  for (guint i = first; i < gaps->len - last; i++)
    g_ptr_array_add (added, gap_object_new (&g_array_index (gaps, KringGap, i)));
  g_list_store_splice (self->store, first, n_old - first - last, added->pdata, added->len);
}

static void
gap_list_update (KringGapList *self)
{
  g_autoptr (GArray) gaps =
      kring_map_dup_gaps (kring_session_get_map (gap_list_get_session (self)));
  gboolean all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
  guint n_aside = 0;

  for (guint i = gaps->len; i > 0; i--)
    {
      if (!g_array_index (gaps, KringGap, i - 1).aside)
        continue;
      n_aside++;
      if (!all)
        g_array_remove_index (gaps, i - 1);
    }
  gap_list_replace (self, gaps);
  show_counts (self, n_aside);
}

static void
kring_gap_list_activated (KringListPage *page, guint position)
{
  const KringGap *gap = get_gap (KRING_GAP_LIST (page), position);
  const char *field = gap != NULL ? kring_gap_get_field (gap->sort) : NULL;

  if (gap != NULL)
    g_signal_emit_by_name (page, "show-item", gap->id);
  if (field != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "win.fill-in", "s", field);
}

static gboolean
gap_list_key_cb (KringGapList *self, guint key)
{
  guint position =
      gtk_single_selection_get_selected (kring_list_page_get_model (KRING_LIST_PAGE (self)));

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_question:
      kring_gap_list_make_question (self, position);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      kring_gap_list_set_aside (self, position);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
gap_list_setup_cb (KringGapList *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item,
                           kring_gap_row_new (gap_list_get_session (self), self->narrow));
}

static void
gap_list_bind_cb (KringGapList *self, GtkListItem *list_item)
{
  KringGapObject *object = gtk_list_item_get_item (list_item);
  KringMap *map = kring_session_get_map (gap_list_get_session (self));
  GtkWidget *row = gtk_list_item_get_child (list_item);
  g_autofree char *title = kring_gap_dup_title (map, &object->gap);
  g_autofree char *prompt = kring_gap_dup_prompt (map, &object->gap);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", title, prompt);

  kring_gap_row_set_gap (KRING_GAP_ROW (row), &object->gap);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
gap_list_unbind_cb (KringGapList *self, GtkListItem *list_item)
{
  kring_gap_row_set_gap (KRING_GAP_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
kring_gap_list_finalize (GObject *object)
{
  g_object_unref (KRING_GAP_LIST (object)->store);
  G_OBJECT_CLASS (kring_gap_list_parent_class)->finalize (object);
}

static const KringListWords gap_list_words = {
  N_ ("What do we not know?"),
  "kring-question-symbolic",
  N_ ("Nothing to ask about"),
  N_ ("What is suspected, has no source or no reason, or is not connected, stands here."),
};

static void
kring_gap_list_class_init (KringGapListClass *klass)
{
  KringListPageClass *page_class = KRING_LIST_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kring_gap_list_finalize;
  page_class->words = &gap_list_words;
  page_class->width = 860;
  page_class->activated = kring_gap_list_activated;
  GTK_WIDGET_CLASS (klass)->focus = kring_focus_enter;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gaplist");
}

static void
kring_gap_list_init (KringGapList *self)
{
  self->store = g_list_store_new (KRING_TYPE_GAP_OBJECT);
  self->all = gtk_check_button_new ();
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkListItemFactory *
new_factory (KringGapList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (gap_list_setup_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (gap_list_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (gap_list_unbind_cb), self,
                           G_CONNECT_SWAPPED);
  return factory;
}

/* As long as there is a row, one is selected. */
static void
gap_list_build (KringGapList *self, KringSession *session)
{
  KringListPage *page = KRING_LIST_PAGE (self);
  GtkEventController *keys = gtk_event_controller_key_new ();

  kring_list_page_build (page, session, G_LIST_MODEL (g_object_ref (self->store)),
                         new_factory (self));
  g_object_set (kring_list_page_get_model (page), "autoselect", TRUE, "can-unselect", FALSE, NULL);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (gap_list_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (kring_list_page_get_list (page)), keys);
}

static GtkWidget *
new_intro (void)
{
  GtkWidget *intro = g_object_new (
      GTK_TYPE_LABEL, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER, "margin-start", 12, "margin-end",
      12, "label",
      _ ("To go through together. Make a question of it, or set it aside. None of this has to be "
         "done."),
      NULL);

  gtk_widget_add_css_class (intro, "dim-label");
  return intro;
}

/**
 * kring_gap_list_new: (constructor)
 *
 * Returns: (transfer floating): what is not known on the session's map
 */
GtkWidget *
kring_gap_list_new (KringSession *session)
{
  KringGapList *self = g_object_new (KRING_TYPE_GAP_LIST, NULL);

  gtk_widget_set_halign (self->all, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (self->all, 12);
  gtk_box_append (GTK_BOX (self), new_intro ());
  gap_list_build (self, session);
  gtk_box_append (GTK_BOX (self), self->all);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (gap_list_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_map (session), "changed", G_CALLBACK (gap_list_update),
                           self, G_CONNECT_SWAPPED);
  gap_list_update (self);
  return GTK_WIDGET (self);
}

/**
 * kring_gap_list_get_n_shown:
 *
 * Returns: how many prompts are seen
 */
guint
kring_gap_list_get_n_shown (KringGapList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/**
 * kring_gap_list_set_all:
 * @all: whether what was set aside is seen, too
 */
void
kring_gap_list_set_all (KringGapList *self, gboolean all)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all), all);
}

/**
 * kring_gap_list_make_question:
 * @position: of a prompt, from 0
 */
void
kring_gap_list_make_question (KringGapList *self, guint position)
{
  const KringGap *gap = get_gap (self, position);

  if (gap != NULL)
    kring_gap_make_question (gap_list_get_session (self), GTK_WIDGET (self), gap);
}

/**
 * kring_gap_list_set_aside:
 * @position: of a prompt, from 0; one that was set aside is asked again
 */
void
kring_gap_list_set_aside (KringGapList *self, guint position)
{
  const KringGap *gap = get_gap (self, position);

  if (gap != NULL)
    kring_gap_toggle_aside (gap_list_get_session (self), gap);
}

/**
 * kring_gap_list_set_narrow:
 * @narrow: whether there is little room for words
 */
void
kring_gap_list_set_narrow (KringGapList *self, gboolean narrow)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  factory = new_factory (self);
  gtk_list_view_set_factory (kring_list_page_get_list (KRING_LIST_PAGE (self)), factory);
}
