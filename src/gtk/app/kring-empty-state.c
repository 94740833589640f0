/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-empty-state.h"

#include "gtk/saving/kring-recent.h"

struct _KringEmptyState
{
  AdwBin parent_instance;

  GSettings *settings; /* (owned) */
  GtkWidget *new_button;
  GtkWidget *recent;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (KringEmptyState, kring_empty_state, ADW_TYPE_BIN)

static char *
dup_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
}

static GtkWidget *
create_row (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = dup_folder (file);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (folder, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  return row;
}

static void
fill_recent (KringEmptyState *self)
{
  g_auto (GStrv) uris = kring_recent_dup_uris (self->settings);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (guint i = 0; uris[i] != NULL; i++)
    gtk_list_box_append (self->recent_list, create_row (uris[i]));
  gtk_widget_set_visible (self->recent, uris[0] != NULL);
}

static void
kring_empty_state_dispose (GObject *object)
{
  g_clear_object (&KRING_EMPTY_STATE (object)->settings);
  G_OBJECT_CLASS (kring_empty_state_parent_class)->dispose (object);
}

/* Enter begins a map at once. */
static void
kring_empty_state_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kring_empty_state_parent_class)->map (widget);
  gtk_widget_grab_focus (KRING_EMPTY_STATE (widget)->new_button);
}

static void
kring_empty_state_class_init (KringEmptyStateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_empty_state_dispose;
  widget_class->map = kring_empty_state_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, KringEmptyState, new_button);
  gtk_widget_class_bind_template_child (widget_class, KringEmptyState, recent);
  gtk_widget_class_bind_template_child (widget_class, KringEmptyState, recent_list);
}

static void
kring_empty_state_init (KringEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (KRING_APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (fill_recent), self,
                           G_CONNECT_SWAPPED);
  fill_recent (self);
}

/**
 * kring_empty_state_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
kring_empty_state_new (void)
{
  return g_object_new (KRING_TYPE_EMPTY_STATE, NULL);
}
