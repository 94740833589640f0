/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-tie-list.h"

#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-item-rows.h"
#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 28
#define LINE_WIDTH 56
#define LINE_HEIGHT 18

struct _KringTieList
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  char *id;              /* (owned) (nullable): whose ties are shown */
  GtkWidget *caption;    /* (owned) */
  GtkWidget *card;       /* (owned), a button for each tie */
  KringItemModel *items; /* (owned): the ties */
};

G_DEFINE_FINAL_TYPE (KringTieList, kring_tie_list, GTK_TYPE_BOX)

static KringItem *
get_other (KringTieList *self, KringItem *tie)
{
  const char *from = kring_item_get_text (tie, KRING_F_FROM);
  const char *other =
      g_strcmp0 (from, self->id) == 0 ? kring_item_get_text (tie, KRING_F_TO) : from;

  return kring_map_get_item (kring_session_get_map (self->session), other);
}

static void
tie_list_clicked_cb (KringTieList *self, GtkButton *button)
{
  kring_selection_select (kring_session_get_selection (self->session),
                          g_object_get_data (G_OBJECT (button), "kring-id"));
}

static GtkWidget *
tie_list_new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
tie_list_set_label (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

/* "verbleef · 11–14 okt" */
static char *
tie_list_dup_detail (KringItem *tie)
{
  const char *kind = kring_item_get_text (tie, KRING_F_KIND);
  const char *since = kring_item_get_text (tie, KRING_F_SINCE);
  g_autofree char *when = since != NULL ? kring_date_format_string (since) : NULL;

  if (kind != NULL && when != NULL)
    return g_strdup_printf ("%s · %s", kind, when);
  return g_strdup (kind != NULL ? kind : when != NULL ? when : _ ("tie"));
}

static GtkWidget *
tie_list_make (gpointer self, KringItem *tie)
{
  KringSession *session = KRING_TIE_LIST (self)->session;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (words), tie_list_new_label (NULL));
  gtk_box_append (GTK_BOX (words), tie_list_new_label ("caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), kring_item_preview_new (session, SIGN_SIZE, SIGN_SIZE));
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), kring_item_preview_new (session, LINE_WIDTH, LINE_HEIGHT));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "kring-id", g_strdup (kring_item_get_id (tie)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tie_list_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
tie_list_tell (gpointer self, GtkWidget *button, KringItem *tie)
{
  KringItem *other = get_other (self, tie);
  g_autofree char *title = kring_item_dup_title (other);
  g_autofree char *detail = tie_list_dup_detail (tie);
  g_autofree char *whole =
      kring_map_dup_title (kring_session_get_map (KRING_TIE_LIST (self)->session), tie);
  GtkWidget *sign = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  GtkWidget *words = gtk_widget_get_next_sibling (sign);

  tie_list_set_label (gtk_widget_get_first_child (words), title);
  tie_list_set_label (gtk_widget_get_last_child (words), detail);
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign), other);
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (gtk_widget_get_next_sibling (words)), tie);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
}

static const KringItemRows tie_list_rows = { tie_list_make, tie_list_tell };

static GPtrArray *
tie_list_query (KringMap *map, gpointer self)
{
  const char *id = KRING_TIE_LIST (self)->id;

  return id != NULL ? kring_map_dup_ties_of (map, id) : g_ptr_array_new ();
}

static void
tie_list_updated_cb (KringTieList *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), kring_tie_list_get_size (self) > 0);
}

static void
kring_tie_list_dispose (GObject *object)
{
  KringTieList *self = KRING_TIE_LIST (object);

  G_OBJECT_CLASS (kring_tie_list_parent_class)->dispose (object);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
}

static void
kring_tie_list_finalize (GObject *object)
{
  g_free (KRING_TIE_LIST (object)->id);
  G_OBJECT_CLASS (kring_tie_list_parent_class)->finalize (object);
}

static void
kring_tie_list_class_init (KringTieListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_tie_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_tie_list_finalize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_tie_list_init (KringTieList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->caption = gtk_label_new (_ ("Ties"));
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_add_css_class (self->caption, "section-caption");
  gtk_box_append (GTK_BOX (self), self->caption);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "lines");
  gtk_box_append (GTK_BOX (self), self->card);
}

/**
 * kring_tie_list_new: (constructor)
 *
 * Returns: (transfer floating): a list of nobody's ties
 */
GtkWidget *
kring_tie_list_new (KringSession *session)
{
  KringTieList *self = g_object_new (KRING_TYPE_TIE_LIST, NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_model_new (kring_session_get_map (session), tie_list_query, self);
  kring_item_rows_bind (self->card, self->items, &tie_list_rows, self);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (tie_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_tie_list_set_item:
 * @item: (nullable): whose ties are shown
 */
void
kring_tie_list_set_item (KringTieList *self, KringItem *item)
{
  g_free (self->id);
  self->id = item != NULL ? g_strdup (kring_item_get_id (item)) : NULL;
  kring_item_model_update (self->items);
}

/**
 * kring_tie_list_get_size:
 *
 * Returns: how many ties are listed
 */
guint
kring_tie_list_get_size (KringTieList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/**
 * kring_tie_list_get_button:
 *
 * Returns: (transfer none) (nullable): what selects the tie at @position
 */
GtkWidget *
kring_tie_list_get_button (KringTieList *self, guint position)
{
  return kring_item_rows_get_nth (self->card, position);
}
