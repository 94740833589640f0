/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-left-row.h"

#include "gtk/widgets/kring-form.h"
#include "map/share/kring-left.h"

#include <glib/gi18n.h>

struct _KringLeftRow
{
  GtkBox parent_instance;

  KringLeftLine *line; /* (owned) (nullable) */
  gboolean expanded;
  GtkLabel *title;
  GtkLabel *count;
  GtkWidget *arrow;
};

enum
{
  PROP_LINE = 1,
  PROP_EXPANDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringLeftRow, kring_left_row, GTK_TYPE_BOX)

/* What is read aloud: the row of the list, around the expander around this. */
static GtkWidget *
get_spoken_row (KringLeftRow *self)
{
  GtkWidget *expander = gtk_widget_get_parent (GTK_WIDGET (self));

  return expander != NULL ? gtk_widget_get_parent (expander) : NULL;
}

static char *
left_row_dup_spoken (KringLeftRow *self)
{
  const char *title = kring_left_line_get_title (self->line);
  GListModel *items = kring_left_line_get_items (self->line);
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  if (items == NULL)
    return g_strdup_printf ("%s. %s", title,
                            kring_left_get_heading (kring_left_line_get_reason (self->line)));
  /* Translators: why items stay behind, and how many */
  return g_strdup_printf (ngettext ("%s: %u item", "%s: %u items", n), title, n);
}

static void
left_row_speak (KringLeftRow *self)
{
  GtkWidget *row = get_spoken_row (self);
  g_autofree char *spoken = NULL;

  if (row == NULL || self->line == NULL)
    return;
  spoken = left_row_dup_spoken (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* It has the keyboard at times. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (kring_left_line_get_items (self->line) != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 self->expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
left_row_set_line (KringLeftRow *self, KringLeftLine *line)
{
  GListModel *items = line != NULL ? kring_left_line_get_items (line) : NULL;
  g_autofree char *count = NULL;

  if (!g_set_object (&self->line, line) || line == NULL)
    return;
  count = items != NULL ? g_strdup_printf ("%u", g_list_model_get_n_items (items)) : NULL;
  gtk_label_set_text (self->title, kring_left_line_get_title (line));
  gtk_label_set_text (self->count, count != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), items != NULL);
  gtk_widget_set_visible (self->arrow, items == NULL);
  left_row_speak (self);
}

static void
kring_left_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  if (id == PROP_LINE)
    g_value_set_object (value, KRING_LEFT_ROW (object)->line);
  else
    g_value_set_boolean (value, KRING_LEFT_ROW (object)->expanded);
}

static void
kring_left_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  KringLeftRow *self = KRING_LEFT_ROW (object);

  if (id == PROP_LINE)
    left_row_set_line (self, g_value_get_object (value));
  else
    {
      self->expanded = g_value_get_boolean (value);
      left_row_speak (self);
    }
}

static void
kring_left_row_finalize (GObject *object)
{
  g_clear_object (&KRING_LEFT_ROW (object)->line);
  G_OBJECT_CLASS (kring_left_row_parent_class)->finalize (object);
}

static void
kring_left_row_class_init (KringLeftRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_left_row_get_property;
  object_class->set_property = kring_left_row_set_property;
  object_class->finalize = kring_left_row_finalize;
  properties[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, KRING_TYPE_LEFT_LINE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] = g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  kring_form_use (widget_class, "kring-left-row");
  gtk_widget_class_bind_template_child (widget_class, KringLeftRow, title);
  gtk_widget_class_bind_template_child (widget_class, KringLeftRow, count);
  gtk_widget_class_bind_template_child (widget_class, KringLeftRow, arrow);
}

static void
kring_left_row_init (KringLeftRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
