/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-field-row-refs.h"

#include "gtk/find/kring-search-popover.h"
#include "gtk/widgets/kring-item-preview.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIGN_SIZE 24

struct _KringFieldRowRefs
{
  KringFieldRow parent_instance;

  GtkWidget *box;    /* one line an item, and the button last */
  GtkWidget *button; /* opens the search */
  char *shown;       /* (owned) (nullable): ids and titles in the box; made anew when it differs */
  GStrv ids;         /* (owned) what is shown; the first item's when they differ */
};

G_DEFINE_FINAL_TYPE (KringFieldRowRefs, kring_field_row_refs, KRING_TYPE_FIELD_ROW)

static KringSession *
field_row_refs_get_session (KringFieldRowRefs *self)
{
  return kring_field_row_get_session (KRING_FIELD_ROW (self));
}

static const KringField *
field_row_refs_get_field (KringFieldRowRefs *self)
{
  return kring_field_row_get_field (KRING_FIELD_ROW (self));
}

static gboolean
is_list (KringFieldRowRefs *self)
{
  return field_row_refs_get_field (self)->type == KRING_FIELD_REFS;
}

static void
show_clicked_cb (KringFieldRowRefs *self, GtkButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "kring-id");

  kring_selection_select (kring_session_get_selection (field_row_refs_get_session (self)), id);
}

static void
remove_ref (KringFieldRowRefs *self, const char *id)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; self->ids[i] != NULL; i++)
    if (strcmp (self->ids[i], id) != 0)
      g_strv_builder_add (builder, self->ids[i]);
  ids = g_strv_builder_end (builder);
  kring_field_row_commit (row, is_list (self) ? g_variant_new_strv ((const char *const *) ids, -1)
                                              : NULL);
}

static void
remove_clicked_cb (KringFieldRowRefs *self, GtkButton *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "kring-id"));

  gtk_widget_grab_focus (self->button);
  remove_ref (self, id);
}

static void
field_row_refs_chosen_cb (KringFieldRowRefs *self, const char *id)
{
  kring_field_row_refs_add (self, id);
}

/* The search is made when it is first wanted: most forms are only read. */
static void
create_popover_cb (GtkMenuButton *button, gpointer data)
{
  KringFieldRowRefs *self = data;
  GtkWidget *popover;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = kring_search_popover_new_chooser (field_row_refs_get_session (self),
                                              field_row_refs_get_field (self)->refers_to);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (field_row_refs_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
new_icon_button (KringFieldRowRefs *self, const char *icon, const char *label, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "kring-id", g_strdup (id), g_free);
  return button;
}

static GtkWidget *
field_row_refs_new_line (KringFieldRowRefs *self, KringItem *item)
{
  g_autofree char *title =
      kring_map_dup_title (kring_session_get_map (field_row_refs_get_session (self)), item);
  const char *id = kring_item_get_id (item);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *inside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *sign =
      kring_item_preview_new (field_row_refs_get_session (self), SIGN_SIZE, SIGN_SIZE);
  GtkWidget *label = gtk_label_new (title);

  kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign), item);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (inside), sign);
  gtk_box_append (GTK_BOX (inside), label);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "kring-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (line), button);
  if (!(field_row_refs_get_field (self)->flags & KRING_FIELD_REQUIRED))
    {
      GtkWidget *cross = new_icon_button (self, "window-close-symbolic", _ ("Take out"), id);

      g_signal_connect_object (cross, "clicked", G_CALLBACK (remove_clicked_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (line), cross);
    }
  return line;
}

static void
field_row_refs_fill (KringFieldRowRefs *self)
{
  KringMap *map = kring_session_get_map (field_row_refs_get_session (self));
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (self->box)) != self->button)
    gtk_box_remove (GTK_BOX (self->box), line);
  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      KringItem *item = kring_map_get_item (map, self->ids[i]);

      if (item == NULL)
        continue;
      line = field_row_refs_new_line (self, item);
      gtk_widget_insert_before (line, self->box, self->button);
    }
}

/* What the box would show, as one text to compare. */
static char *
field_row_refs_dup_signature (KringFieldRowRefs *self)
{
  KringMap *map = kring_session_get_map (field_row_refs_get_session (self));
  GString *text = g_string_new (NULL);

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      KringItem *item = kring_map_get_item (map, self->ids[i]);
      g_autofree char *title = item != NULL ? kring_map_dup_title (map, item) : NULL;

      g_string_append_printf (text, "%s\n%s\n", self->ids[i], title != NULL ? title : "");
    }
  return g_string_free (text, FALSE);
}

/* The button in a menu button has the keyboard, and no words of its own where it is a picture. */
static void
field_row_refs_name_button (KringFieldRowRefs *self)
{
  g_autofree char *name =
      g_strdup_printf ("%s: %s", kring_field_get_label (field_row_refs_get_field (self)),
                       is_list (self) ? _ ("Add…") : _ ("Choose…"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
field_row_refs_update_button (KringFieldRowRefs *self, gboolean mixed)
{
  const char *label = mixed ? "–" : is_list (self) ? _ ("Add…") : _ ("Choose…");

  field_row_refs_name_button (self);
  if (is_list (self) || self->ids[0] == NULL)
    gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);
  else
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "document-edit-symbolic");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), is_list (self)
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
}

static void
kring_field_row_refs_show_value (KringFieldRow *row, GVariant *value, gboolean mixed)
{
  KringFieldRowRefs *self = KRING_FIELD_ROW_REFS (row);
  g_autofree char *signature = NULL;

  g_strfreev (self->ids);
  if (value == NULL)
    self->ids = g_new0 (char *, 1);
  else if (is_list (self))
    self->ids = g_variant_dup_strv (value, NULL);
  else
    {
      self->ids = g_new0 (char *, 2);
      self->ids[0] = g_variant_dup_string (value, NULL);
    }
  field_row_refs_update_button (self, mixed);
  signature = field_row_refs_dup_signature (self);
  if (g_strcmp0 (signature, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&signature);
  field_row_refs_fill (self);
}

static void
kring_field_row_refs_finalize (GObject *object)
{
  KringFieldRowRefs *self = KRING_FIELD_ROW_REFS (object);

  g_strfreev (self->ids);
  g_free (self->shown);
  G_OBJECT_CLASS (kring_field_row_refs_parent_class)->finalize (object);
}

static void
kring_field_row_refs_class_init (KringFieldRowRefsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_field_row_refs_finalize;
  KRING_FIELD_ROW_CLASS (klass)->show_value = kring_field_row_refs_show_value;
}

static void
kring_field_row_refs_init (KringFieldRowRefs *self)
{
  self->ids = g_new0 (char *, 1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->button = gtk_menu_button_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self,
                                         NULL);
  gtk_box_append (GTK_BOX (self->box), self->button);
  kring_field_row_set_content (KRING_FIELD_ROW (self), self->box, self->button);
}

/**
 * kring_field_row_refs_add:
 * @id: an item that the field may point at: one more in a list, else instead of what was there
 */
void
kring_field_row_refs_add (KringFieldRowRefs *self, const char *id)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  if (!is_list (self))
    {
      kring_field_row_commit (row, g_variant_new_string (id));
      return;
    }
  if (g_strv_contains ((const char *const *) self->ids, id))
    return;
  g_strv_builder_addv (builder, (const char **) self->ids);
  g_strv_builder_add (builder, id);
  ids = g_strv_builder_end (builder);
  kring_field_row_commit (row, g_variant_new_strv ((const char *const *) ids, -1));
}
