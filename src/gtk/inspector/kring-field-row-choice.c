/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-field-row-choice.h"

#include "gtk/widgets/kring-choice-picker.h"
#include "gtk/widgets/kring-spoken.h"

struct _KringFieldRowChoice
{
  KringFieldRow parent_instance;

  GtkWidget *editor;  /* a switch, a picker or a drop-down */
  gboolean showing;   /* the choice is being set from the map */
  GtkWidget *differs; /* (nullable): beside a switch, "–" when the items differ */
};

G_DEFINE_FINAL_TYPE (KringFieldRowChoice, kring_field_row_choice, KRING_TYPE_FIELD_ROW)

static const KringField *
field_row_choice_get_field (KringFieldRowChoice *self)
{
  return kring_field_row_get_field (KRING_FIELD_ROW (self));
}

static void
field_row_choice_choose (KringFieldRowChoice *self, int choice)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  const KringField *field = field_row_choice_get_field (self);

  kring_field_row_commit (row,
                          choice >= 0 ? g_variant_new_string (field->choices[choice].name) : NULL);
  kring_field_row_refresh (row);
}

static void
field_row_choice_chosen_cb (KringFieldRowChoice *self, int choice)
{
  field_row_choice_choose (self, choice);
}

static void
field_row_choice_selected_cb (KringFieldRowChoice *self)
{
  if (!self->showing)
    field_row_choice_choose (self,
                             (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor)) - 1);
}

static void
switched_cb (KringFieldRowChoice *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);

  if (self->showing)
    return;
  kring_field_row_commit (
      row, g_variant_new_boolean (gtk_switch_get_active (GTK_SWITCH (self->editor))));
  kring_field_row_refresh (row);
}

static void
kring_field_row_choice_show_value (KringFieldRow *row, GVariant *value, gboolean mixed)
{
  KringFieldRowChoice *self = KRING_FIELD_ROW_CHOICE (row);
  const KringField *field = field_row_choice_get_field (self);
  int choice = mixed ? -1 : field->fallback;

  self->showing = TRUE;
  if (GTK_IS_SWITCH (self->editor))
    {
      gtk_switch_set_active (GTK_SWITCH (self->editor),
                             value != NULL && g_variant_get_boolean (value));
      gtk_widget_set_visible (self->differs, mixed);
    }
  else
    {
      if (value != NULL)
        choice = kring_field_find_choice (field, g_variant_get_string (value, NULL));
      if (KRING_IS_CHOICE_PICKER (self->editor))
        {
          kring_choice_picker_set_item (KRING_CHOICE_PICKER (self->editor),
                                        kring_field_row_get_item (row));
          kring_choice_picker_set_choice (KRING_CHOICE_PICKER (self->editor), choice);
        }
      else
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), choice + 1);
    }
  self->showing = FALSE;
}

static void
kring_field_row_choice_class_init (KringFieldRowChoiceClass *klass)
{
  KRING_FIELD_ROW_CLASS (klass)->show_value = kring_field_row_choice_show_value;
}

static void
kring_field_row_choice_init (KringFieldRowChoice *self)
{
}

static GtkWidget *
field_row_choice_new_menu (KringFieldRowChoice *self)
{
  const KringField *field = field_row_choice_get_field (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, "–");
  for (int i = 0; field->choices[i].name != NULL; i++)
    gtk_string_list_append (labels, kring_field_get_choice_label (field, i));
  self->editor = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&labels)), NULL);
  kring_spoken_name_menu (GTK_DROP_DOWN (self->editor), kring_field_get_label (field));
  gtk_widget_add_css_class (self->editor, "flat");
  g_signal_connect_object (self->editor, "notify::selected",
                           G_CALLBACK (field_row_choice_selected_cb), self, G_CONNECT_SWAPPED);
  return self->editor;
}

static GtkWidget *
new_switch (KringFieldRowChoice *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->editor = gtk_switch_new ();
  self->differs = gtk_label_new ("–");
  gtk_widget_set_visible (self->differs, FALSE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (self->editor, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->differs);
  gtk_box_append (GTK_BOX (box), self->editor);
  g_signal_connect_object (self->editor, "notify::active", G_CALLBACK (switched_cb), self,
                           G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
new_picker (KringFieldRowChoice *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);

  self->editor =
      kring_choice_picker_new (kring_field_row_get_session (row), kring_field_row_get_kind (row),
                               field_row_choice_get_field (self));
  g_signal_connect_object (self->editor, "chosen", G_CALLBACK (field_row_choice_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  return self->editor;
}

/**
 * kring_field_row_choice_build:
 *
 * Puts the widgets together, once the field is known.
 */
void
kring_field_row_choice_build (KringFieldRowChoice *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  const KringField *field = field_row_choice_get_field (self);
  GtkWidget *content;

  if (field->type == KRING_FIELD_BOOL)
    {
      content = new_switch (self);
      gtk_orientable_set_orientation (
          GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
          GTK_ORIENTATION_HORIZONTAL);
      gtk_widget_add_css_class (GTK_WIDGET (self), "switch");
    }
  else if (kring_choice_picker_is_for (field))
    {
      content = new_picker (self);
      gtk_widget_add_css_class (GTK_WIDGET (self), "picker");
    }
  else
    content = field_row_choice_new_menu (self);
  kring_field_row_set_content (row, content, self->editor);
}
