/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-header.h"

#include "gtk/widgets/kring-adaptive-bin.h"

#include <glib/gi18n.h>

struct _KringHeader
{
  AdwBin parent_instance;

  AdwViewStack *stack; /* (owned) (nullable) */
  AdwHeaderBar *header;
  GtkWidget *undo_button, *redo_button, *edit_buttons;
  GtkWidget *titles;
  GtkLabel *title_label, *subtitle_label;
  AdwViewSwitcher *switcher;
  GtkWidget *search_button, *present_button, *export_button;
  AdwButtonContent *export_content;
  GtkMenuButton *menu_button;
};

enum
{
  PROP_0,
  PROP_STACK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringHeader, kring_header, ADW_TYPE_BIN)

static void
kring_header_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_STACK)
    g_value_set_object (value, KRING_HEADER (object)->stack);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_header_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  KringHeader *self = KRING_HEADER (object);

  if (prop_id != PROP_STACK)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (g_set_object (&self->stack, g_value_get_object (value)))
    g_object_notify_by_pspec (object, pspec);
}

static void
kring_header_dispose (GObject *object)
{
  g_clear_object (&KRING_HEADER (object)->stack);
  G_OBJECT_CLASS (kring_header_parent_class)->dispose (object);
}

static void
kring_header_class_init (KringHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kring_header_get_property;
  object_class->set_property = kring_header_set_property;
  object_class->dispose = kring_header_dispose;
  properties[PROP_STACK] =
      g_param_spec_object ("stack", NULL, NULL, ADW_TYPE_VIEW_STACK,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_type_ensure (KRING_TYPE_ADAPTIVE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-header.ui");
  gtk_widget_class_bind_template_child (widget_class, KringHeader, header);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, edit_buttons);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, titles);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, title_label);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, switcher);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, search_button);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, present_button);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, export_button);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, export_content);
  gtk_widget_class_bind_template_child (widget_class, KringHeader, menu_button);
}

static void
kring_header_init (KringHeader *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/nl/kringkaart/Kring/kring-menu.ui");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu_button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
}

/**
 * kring_header_set_room:
 * @working: there is something to work on
 * @room: how much room the window has
 */
void
kring_header_set_room (KringHeader *self, gboolean working, KringRoom room)
{
  gtk_widget_set_visible (self->edit_buttons, working);
  /* Without much room, what the map is called comes before buttons that the desktop has too. */
  adw_header_bar_set_decoration_layout (self->header, room < KRING_ROOM_WIDE ? ":close" : NULL);
  adw_button_content_set_label (self->export_content, room < KRING_ROOM_WIDE ? "" : _ ("S_hare…"));
  gtk_widget_set_visible (self->titles, working && room >= KRING_ROOM_NARROW);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), working && room >= KRING_ROOM_MIDDLE);
  adw_view_switcher_set_policy (self->switcher, room >= KRING_ROOM_WIDE
                                                    ? ADW_VIEW_SWITCHER_POLICY_WIDE
                                                    : ADW_VIEW_SWITCHER_POLICY_NARROW);
  gtk_widget_set_visible (self->search_button, working && room >= KRING_ROOM_MIDDLE);
  gtk_widget_set_visible (self->present_button, working && room >= KRING_ROOM_MIDDLE);
  gtk_widget_set_visible (self->export_button, working && room >= KRING_ROOM_NARROW);
}

/**
 * kring_header_set_presenting:
 * @presenting: whether others look at the map on a screen; the button then ends it
 */
void
kring_header_set_presenting (KringHeader *self, gboolean presenting)
{
  const char *text = presenting ? _ ("Stop Presenting (F5)") : _ ("Present (F5)");

  if (presenting)
    gtk_widget_set_state_flags (self->present_button, GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (self->present_button, GTK_STATE_FLAG_CHECKED);
  gtk_widget_set_tooltip_text (self->present_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->present_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
kring_header_set_titles (KringHeader *self, const char *title, const char *subtitle)
{
  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->subtitle_label, subtitle);
}

static char *
describe_step (const char *format, const char *plain, const char *label)
{
  return label != NULL && *label != '\0' ? g_strdup_printf (format, label) : g_strdup (plain);
}

static void
update_step_button (GtkWidget *button, char *text, const char *key)
{
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", text, key);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_free (text);
}

/**
 * kring_header_set_steps:
 * @undo: (nullable): what would be undone
 * @redo: (nullable): what would be redone
 */
void
kring_header_set_steps (KringHeader *self, const char *undo, const char *redo)
{
  /* Translators: the label of a step follows, as in "Undo Add Tie" */
  update_step_button (self->undo_button, describe_step (_ ("Undo %s"), _ ("Undo"), undo),
                      _ ("Ctrl+Z"));
  /* Translators: the label of a step follows, as in "Redo Add Tie" */
  update_step_button (self->redo_button, describe_step (_ ("Redo %s"), _ ("Redo"), redo),
                      _ ("Ctrl+Shift+Z"));
}

/**
 * kring_header_get_search_place:
 *
 * Returns: (transfer none): the button that the search comes from, with the room that there is
 */
GtkWidget *
kring_header_get_search_place (KringHeader *self)
{
  return gtk_widget_get_visible (self->search_button) ? self->search_button
                                                      : GTK_WIDGET (self->menu_button);
}
