/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-tie-list.h"

#include "gtk/widgets/kring-item-preview.h"
#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 28
#define LINE_WIDTH 56
#define LINE_HEIGHT 18

struct _KringTieList
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  char *id;              /* (owned) (nullable): whose ties are shown */
  char *shown;           /* (owned) (nullable): what is in the list, to compare */
  GtkWidget *caption;    /* (owned) */
  GtkWidget *card;       /* (owned), a button for each tie */
  guint size;
};

G_DEFINE_FINAL_TYPE (KringTieList, kring_tie_list, GTK_TYPE_WIDGET)

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
tie_list_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
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
tie_list_new_line (KringTieList *self, KringItem *tie)
{
  KringMap *map = kring_session_get_map (self->session);
  KringItem *other = get_other (self, tie);
  g_autofree char *title = kring_item_dup_title (other);
  g_autofree char *detail = tie_list_dup_detail (tie);
  g_autofree char *whole = kring_map_dup_title (map, tie);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = kring_item_preview_new (self->session, SIGN_SIZE, SIGN_SIZE);
  GtkWidget *line = kring_item_preview_new (self->session, LINE_WIDTH, LINE_HEIGHT);

  kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign), other);
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (line), tie);
  gtk_box_append (GTK_BOX (words), tie_list_new_label (title, NULL));
  gtk_box_append (GTK_BOX (words), tie_list_new_label (detail, "caption"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, whole,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "kring-id", g_strdup (kring_item_get_id (tie)),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (tie_list_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

/* Everything that a line depends on, as one text to compare. */
static char *
tie_list_dup_signature (KringTieList *self, GPtrArray *ties)
{
  GString *text = g_string_new (self->id);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);
      KringItem *other = get_other (self, tie);
      g_autofree char *title = kring_item_dup_title (other);
      g_autofree char *detail = tie_list_dup_detail (tie);

      g_string_append_printf (
          text, "\n%s %s %s %d %d %d %d %d %d %s", kring_item_get_id (tie), title, detail,
          kring_item_get_certainty (tie), kring_item_get_choice (tie, KRING_F_QUALITY),
          kring_item_get_choice (tie, KRING_F_INTENSITY),
          kring_item_get_choice (tie, KRING_F_DIRECTION),
          kring_item_get_choice (other, KRING_F_SEX), kring_item_get_certainty (other),
          kring_item_get_text (other, KRING_F_AGE) != NULL
              ? kring_item_get_text (other, KRING_F_AGE)
              : "");
    }
  return g_string_free (text, FALSE);
}

static void
tie_list_update (KringTieList *self)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autoptr (GPtrArray) ties = NULL;
  g_autofree char *signature = NULL;
  GtkWidget *child;

  if (self->id == NULL || kring_map_get_item (map, self->id) == NULL)
    return;
  ties = kring_map_dup_ties_of (map, self->id);
  signature = tie_list_dup_signature (self, ties);
  if (g_strcmp0 (signature, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signature);
  while ((child = gtk_widget_get_first_child (self->card)) != NULL)
    gtk_box_remove (GTK_BOX (self->card), child);
  for (guint i = 0; i < ties->len; i++)
    gtk_box_append (GTK_BOX (self->card), tie_list_new_line (self, g_ptr_array_index (ties, i)));
  self->size = ties->len;
  gtk_widget_set_visible (GTK_WIDGET (self), ties->len > 0);
}

static void
kring_tie_list_dispose (GObject *object)
{
  KringTieList *self = KRING_TIE_LIST (object);

  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_tie_list_parent_class)->dispose (object);
}

static void
kring_tie_list_finalize (GObject *object)
{
  KringTieList *self = KRING_TIE_LIST (object);

  g_free (self->id);
  g_free (self->shown);
  G_OBJECT_CLASS (kring_tie_list_parent_class)->finalize (object);
}

static void
kring_tie_list_class_init (KringTieListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_tie_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_tie_list_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_tie_list_init (KringTieList *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->caption = gtk_label_new (_ ("Ties"));
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_add_css_class (self->caption, "section-caption");
  gtk_widget_set_parent (self->caption, widget);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "lines");
  gtk_widget_set_parent (self->card, widget);
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
  g_signal_connect_object (kring_session_get_map (session), "changed", G_CALLBACK (tie_list_update),
                           self, G_CONNECT_SWAPPED);
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
  gtk_widget_set_visible (GTK_WIDGET (self), item != NULL && self->size > 0);
  tie_list_update (self);
}

/**
 * kring_tie_list_get_size:
 *
 * Returns: how many ties are listed
 */
guint
kring_tie_list_get_size (KringTieList *self)
{
  return self->size;
}

/**
 * kring_tie_list_get_button:
 *
 * Returns: (transfer none) (nullable): what selects the tie at @position
 */
GtkWidget *
kring_tie_list_get_button (KringTieList *self, guint position)
{
  GtkWidget *button = gtk_widget_get_first_child (self->card);

  while (button != NULL && position-- > 0)
    button = gtk_widget_get_next_sibling (button);
  return button;
}
