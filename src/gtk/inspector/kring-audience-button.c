/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-audience-button.h"

#include "gtk/widgets/kring-form.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-field-audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of KringAudience. */
static const struct
{
  const char *name;
  const char *icon;
  const char *words; /* with the name of the field before it */
} audiences[] = {
  { "joint", "kring-share-symbolic", N_ ("%s: shared as the rest") },
  { "care", "kring-zorg-symbolic", N_ ("%s: care only") },
  { "police", "kring-politie-symbolic", N_ ("%s: police only") },
  { "none", "kring-eye-off-symbolic", N_ ("%s: not in exports") },
};

struct _KringAudienceButton
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) */
  const KringField *field;
  GPtrArray *ids;        /* (owned) (element-type utf8), interned */
  GSimpleAction *action; /* (owned) */
  GtkMenuButton *button;
};

G_DEFINE_FINAL_TYPE (KringAudienceButton, kring_audience_button, ADW_TYPE_BIN)

static void
audience_chosen_cb (KringAudienceButton *self, GVariant *chosen)
{
  const char *name = g_variant_get_string (chosen, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (strcmp (audiences[i].name, name) == 0)
      kring_edit_set_field_audience (kring_session_get_editor (self->session), self->ids,
                                     self->field->name, (KringAudience) i);
}

static void
kring_audience_button_dispose (GObject *object)
{
  KringAudienceButton *self = KRING_AUDIENCE_BUTTON (object);

  g_clear_object (&self->action);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_audience_button_parent_class)->dispose (object);
}

static void
kring_audience_button_finalize (GObject *object)
{
  g_ptr_array_unref (KRING_AUDIENCE_BUTTON (object)->ids);
  G_OBJECT_CLASS (kring_audience_button_parent_class)->finalize (object);
}

static void
kring_audience_button_class_init (KringAudienceButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_audience_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_audience_button_finalize;
  kring_form_use (widget_class, "kring-audience-button");
  gtk_widget_class_bind_template_child (widget_class, KringAudienceButton, button);
}

static void
kring_audience_button_init (KringAudienceButton *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->ids = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->action = g_simple_action_new_stateful ("audience", G_VARIANT_TYPE_STRING,
                                               g_variant_new_string (audiences[0].name));
  g_signal_connect_object (self->action, "activate", G_CALLBACK (audience_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (self->action));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "field", G_ACTION_GROUP (group));
}

/**
 * kring_audience_button_new: (constructor)
 * @field: one that may be shared otherwise than its item
 *
 * Returns: (transfer floating): what shows and changes for whom that field is
 */
GtkWidget *
kring_audience_button_new (KringSession *session, const KringField *field)
{
  KringAudienceButton *self = g_object_new (KRING_TYPE_AUDIENCE_BUTTON, NULL);

  self->session = g_object_ref (session);
  self->field = field;
  return GTK_WIDGET (self);
}

/**
 * kring_audience_get_icon:
 *
 * Returns: the name of the icon that stands for @audience
 */
const char *
kring_audience_get_icon (KringAudience audience)
{
  g_return_val_if_fail (audience < G_N_ELEMENTS (audiences), NULL);

  return audiences[audience].icon;
}

/* Of several items the strictest. */
static KringAudience
find_audience (KringAudienceButton *self)
{
  KringMap *map = kring_session_get_map (self->session);
  KringAudience audience = KRING_AUDIENCE_JOINT;

  for (guint i = 0; i < self->ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (self->ids, i));

      if (item != NULL)
        audience = MAX (audience, kring_item_get_field_audience (item, self->field->name));
    }
  return audience;
}

/**
 * kring_audience_button_set_ids:
 * @ids: (element-type utf8): interned, of the items that are shown
 *
 * Shows what the map says of them now.
 */
void
kring_audience_button_set_ids (KringAudienceButton *self, GPtrArray *ids)
{
  KringAudience audience;
  g_autofree char *words = NULL;

  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_extend (self->ids, ids, NULL, NULL);
  audience = find_audience (self);
  words = g_strdup_printf (_ (audiences[audience].words), kring_field_get_label (self->field));
  g_simple_action_set_state (self->action, g_variant_new_string (audiences[audience].name));
  gtk_menu_button_set_icon_name (self->button, kring_audience_get_icon (audience));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (audience == KRING_AUDIENCE_JOINT)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "as-the-rest");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "as-the-rest");
}
