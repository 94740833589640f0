/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-catalogue-page.h"

#include <glib/gi18n-lib.h>

struct _KringCataloguePage
{
  AdwPreferencesPage parent_instance;

  KringCatalogueStore *shelf; /* (owned) */
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* (owned) (element-type GtkWidget), not owned, in the group */
  GtkLabel *message;
};

enum
{
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringCataloguePage, kring_catalogue_page, ADW_TYPE_PREFERENCES_PAGE)

static void
catalogue_page_show_message (KringCataloguePage *self, const char *text)
{
  gtk_label_set_text (self->message, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), text != NULL);
}

static void
catalogue_page_remove_cb (KringCataloguePage *self, GtkButton *button)
{
  g_autofree char *name = g_strdup (g_object_get_data (G_OBJECT (button), "kring-name"));
  g_autoptr (GError) error = NULL;

  catalogue_page_show_message (self, NULL);
  if (!kring_catalogue_store_remove (self->shelf, name, &error))
    catalogue_page_show_message (self, error->message);
}

static GtkWidget *
new_remove_button (KringCataloguePage *self, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove this catalogue"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove this catalogue"), -1);
  g_object_set_data_full (G_OBJECT (button), "kring-name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (catalogue_page_remove_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static char *
catalogue_page_dup_subtitle (const KringCatalogueSource *source)
{
  if (source->message != NULL)
    /* Translators: a file of signals that cannot be used; a line of it and what is wrong. */
    return g_strdup_printf (_ ("Left out: %s"), source->message);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u signal", "%u signals", source->n_signals),
      source->n_signals);
}

static GtkWidget *
catalogue_page_new_row (KringCataloguePage *self,
                        const KringCatalogueSource *source,
                        gboolean is_builtin)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = catalogue_page_dup_subtitle (source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 is_builtin ? _ ("Comes with Kring") : source->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (source->message != NULL)
    gtk_widget_add_css_class (row, "error");
  if (!is_builtin)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_remove_button (self, source->name));
  return row;
}

static void
catalogue_page_update (KringCataloguePage *self)
{
  GPtrArray *sources =
      kring_catalogue_get_sources (kring_catalogue_store_get_catalogue (self->shelf));

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < sources->len; i++)
    {
      GtkWidget *row = catalogue_page_new_row (self, g_ptr_array_index (sources, i), i == 0);

      g_ptr_array_add (self->rows, row);
      adw_preferences_group_add (self->group, row);
    }
}

static void
catalogue_page_add_cb (KringCataloguePage *self)
{
  catalogue_page_show_message (self, NULL);
  g_signal_emit (self, signals[ADD], 0);
}

static void
kring_catalogue_page_finalize (GObject *object)
{
  KringCataloguePage *self = KRING_CATALOGUE_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_object_unref (self->shelf);
  G_OBJECT_CLASS (kring_catalogue_page_parent_class)->finalize (object);
}

static void
kring_catalogue_page_class_init (KringCataloguePageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_catalogue_page_finalize;

  /**
   * KringCataloguePage::add:
   *
   * A file should be asked for.
   */
  signals[ADD] = g_signal_new ("add", KRING_TYPE_CATALOGUE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
kring_catalogue_page_init (KringCataloguePage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add a File…"));
  AdwPreferencesGroup *below = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->message = GTK_LABEL (gtk_label_new (NULL));
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Signals"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "kring-signal-symbolic");
  adw_preferences_group_set_title (self->group, _ ("Lists of signals"));
  adw_preferences_group_set_description (
      self->group,
      _ ("What you can choose from when you note a signal. A list of your organisation "
         "adds signals or replaces them. Signals on maps keep their words."));
  gtk_label_set_wrap (self->message, TRUE);
  gtk_label_set_xalign (self->message, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "error");
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->message), 12);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (catalogue_page_add_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (below, GTK_WIDGET (self->message));
  adw_preferences_group_add (below, button);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), self->group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), below);
  catalogue_page_show_message (self, NULL);
}

/**
 * kring_catalogue_page_new: (constructor)
 *
 * Returns: (transfer floating): a page about @shelf
 */
GtkWidget *
kring_catalogue_page_new (KringCatalogueStore *shelf)
{
  KringCataloguePage *self = g_object_new (KRING_TYPE_CATALOGUE_PAGE, NULL);

  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (shelf, "changed", G_CALLBACK (catalogue_page_update), self,
                           G_CONNECT_SWAPPED);
  catalogue_page_update (self);
  return GTK_WIDGET (self);
}

/**
 * kring_catalogue_page_add_file:
 * @file: a catalogue that somebody chose
 *
 * Takes it into use, or says what is wrong with it and on which line.
 */
void
kring_catalogue_page_add_file (KringCataloguePage *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  catalogue_page_show_message (self, NULL);
  if (!kring_catalogue_store_add (self->shelf, file, &error))
    catalogue_page_show_message (self, error->message);
}

/**
 * kring_catalogue_page_get_n_rows:
 *
 * Returns: how many lists of signals are shown
 */
guint
kring_catalogue_page_get_n_rows (KringCataloguePage *self)
{
  return self->rows->len;
}

/**
 * kring_catalogue_page_get_message:
 *
 * Returns: (transfer none): what went wrong last; empty: nothing
 */
const char *
kring_catalogue_page_get_message (KringCataloguePage *self)
{
  return gtk_label_get_text (self->message);
}
