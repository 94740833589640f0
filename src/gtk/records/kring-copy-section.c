/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-copy-section.h"

#include "gtk/widgets/kring-item-rows.h"
#include "map/facts/kring-copies.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _KringCopySection
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  gboolean shown;        /* the case is looked at */
  GtkWidget *list;
  KringItemModel *items; /* (owned): the copies that are listed */
  GPtrArray *older;      /* (owned) (element-type KringItem): of them, those behind the map */
};

static void copy_section_init_iface (KringSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringCopySection,
                               kring_copy_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION, copy_section_init_iface))

/* Nothing is asked of the map while something else is looked at. */
static GPtrArray *
copy_section_query (KringMap *map, gpointer data)
{
  KringCopySection *self = data;

  g_clear_pointer (&self->older, g_ptr_array_unref);
  if (!self->shown || kring_map_get_n_of_kind (map, KRING_KIND_COPY) == 0)
    return g_ptr_array_new ();
  self->older = kring_copies_dup_older (map);
  return kring_copies_dup_all (map);
}

static void
copy_section_chosen_cb (KringCopySection *self, AdwActionRow *row)
{
  kring_selection_select (kring_session_get_selection (self->session),
                          g_object_get_data (G_OBJECT (row), "kring-id"));
}

static GtkWidget *
copy_section_make (gpointer data, KringItem *item)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "kring-id", (gpointer) kring_item_get_id (item));
  g_signal_connect_object (row, "activated", G_CALLBACK (copy_section_chosen_cb), data,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
copy_section_tell (gpointer data, GtkWidget *row, KringItem *item)
{
  KringCopySection *self = data;
  gboolean is_older = self->older != NULL && g_ptr_array_find (self->older, item, NULL);
  g_autofree char *holder = kring_copy_dup_holder (item);
  g_autofree char *details = kring_copy_dup_details (item);
  /* Translators: of a copy: the map says something else now; %s is when it was given, and which */
  g_autofree char *text =
      is_older ? g_strdup_printf (_ ("Older version: %s"), details) : g_strdup (details);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), holder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, holder, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static const KringItemRows copy_section_rows = { copy_section_make, copy_section_tell };

static void
copy_section_show (KringCopySection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), kring_copy_section_get_size (self) > 0);
}

static void
kring_copy_section_show_item (KringSection *section, KringItem *item)
{
  KringCopySection *self = KRING_COPY_SECTION (section);

  self->shown = item != NULL && kring_item_is (item, KRING_KIND_CASE);
  kring_item_model_update (self->items);
}

static void
copy_section_init_iface (KringSectionInterface *iface)
{
  iface->show_item = kring_copy_section_show_item;
}

static void
kring_copy_section_dispose (GObject *object)
{
  KringCopySection *self = KRING_COPY_SECTION (object);

  G_OBJECT_CLASS (kring_copy_section_parent_class)->dispose (object);
  g_clear_object (&self->items);
  g_clear_pointer (&self->older, g_ptr_array_unref);
  g_clear_object (&self->session);
}

static void
kring_copy_section_class_init (KringCopySectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_copy_section_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_copy_section_init (KringCopySection *self)
{
  GtkWidget *caption = gtk_label_new (_ ("Copies"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "section-caption");
  gtk_box_append (GTK_BOX (self), caption);
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Copies"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * kring_copy_section_new: (constructor)
 *
 * Returns: (transfer floating): a section that is not seen until the case is looked at and somebody
 *   has a copy
 */
GtkWidget *
kring_copy_section_new (KringSession *session)
{
  KringCopySection *self = g_object_new (KRING_TYPE_COPY_SECTION, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_model_new (kring_session_get_map (session), copy_section_query, self);
  kring_item_rows_bind (self->list, self->items, &copy_section_rows, self);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (copy_section_show), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_copy_section_get_size:
 *
 * Returns: how many copies are listed
 */
guint
kring_copy_section_get_size (KringCopySection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/**
 * kring_copy_section_get_subtitle:
 *
 * Returns: (transfer none): what is said of the copy at @nth
 */
const char *
kring_copy_section_get_subtitle (KringCopySection *self, guint nth)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (kring_item_rows_get_nth (self->list, nth)));
}
