/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-text-row.h"

#include "gtk/widgets/kring-form.h"
#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n-lib.h>

struct _KringTextRow
{
  GtkBox parent_instance;

  KringTextLine *line; /* (owned) (nullable) */
  GtkLabel *title;
  GtkLabel *reason;
  GtkLabel *sentence;
  GtkDropDown *menu; /* in the order of KringSettling, from the second on */
};

enum
{
  PROP_LINE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringTextRow, kring_text_row, GTK_TYPE_BOX)

static void
text_row_chosen_cb (KringTextRow *self)
{
  if (self->line != NULL)
    kring_text_line_set_settling (self->line,
                                  gtk_drop_down_get_selected (self->menu) + KRING_SETTLE_KEEP);
}

static void
show_settling (KringTextRow *self)
{
  gtk_drop_down_set_selected (self->menu,
                              kring_text_line_get_settling (self->line) - KRING_SETTLE_KEEP);
}

/* The row of the list is read aloud. */
static void
text_row_speak (KringTextRow *self)
{
  const char *title = kring_text_line_get_title (self->line);
  g_autofree char *spoken =
      g_strdup_printf ("%s. %s: %s", title, kring_text_line_get_reason (self->line),
                       kring_text_line_get_sentence (self->line));

  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
text_row_set_line (KringTextRow *self, KringTextLine *line)
{
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);
  g_clear_object (&self->line);
  if (line == NULL)
    return;
  gtk_label_set_text (self->title, kring_text_line_get_title (line));
  gtk_label_set_text (self->reason, kring_text_line_get_reason (line));
  gtk_label_set_markup (self->sentence, kring_text_line_get_markup (line));
  self->line = g_object_ref (line);
  g_signal_connect_object (line, "notify::settling", G_CALLBACK (show_settling), self,
                           G_CONNECT_SWAPPED);
  show_settling (self);
  text_row_speak (self);
}

static void
kring_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_object (value, KRING_TEXT_ROW (object)->line);
}

static void
kring_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  text_row_set_line (KRING_TEXT_ROW (object), g_value_get_object (value));
}

static void
kring_text_row_dispose (GObject *object)
{
  text_row_set_line (KRING_TEXT_ROW (object), NULL);
  G_OBJECT_CLASS (kring_text_row_parent_class)->dispose (object);
}

static void
kring_text_row_class_init (KringTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_text_row_get_property;
  object_class->set_property = kring_text_row_set_property;
  object_class->dispose = kring_text_row_dispose;
  properties[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, KRING_TYPE_TEXT_LINE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  kring_form_use (widget_class, "kring-text-row");
  gtk_widget_class_bind_template_child (widget_class, KringTextRow, title);
  gtk_widget_class_bind_template_child (widget_class, KringTextRow, reason);
  gtk_widget_class_bind_template_child (widget_class, KringTextRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, KringTextRow, menu);
  gtk_widget_class_bind_template_callback (widget_class, text_row_chosen_cb);
}

static void
kring_text_row_init (KringTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kring_spoken_name_menu (self->menu, _ ("What becomes of this text"));
}
