/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-participants.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/widgets/kring-draft-line.h"
#include "gtk/widgets/kring-item-rows.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _KringParticipants
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *caption;    /* (owned) */
  GtkWidget *list;       /* (owned): the participants, and the line to add one */
  GtkWidget *entry;      /* (not owned), last in the list */
  KringItemModel *items; /* (owned): the participants */
};

G_DEFINE_FINAL_TYPE (KringParticipants, kring_participants, GTK_TYPE_BOX)

/* "ambulant begeleider · De Brug · niet aanwezig" */
static char *
participants_dup_details (KringItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  const char *function = kring_item_get_text (item, KRING_F_FUNCTION);
  const char *organisation = kring_item_get_text (item, KRING_F_ORGANISATION);

  if (function != NULL)
    g_strv_builder_add (builder, function);
  if (organisation != NULL)
    g_strv_builder_add (builder, organisation);
  if (kring_item_get_bool (item, KRING_F_ABSENT))
    g_strv_builder_add (builder, _ ("not present"));
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
participants_tell (gpointer self, GtkWidget *row, KringItem *item)
{
  g_autofree char *title = kring_item_dup_title (item);
  g_autofree char *details = participants_dup_details (item);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), details);
}

static void
participants_remove_cb (KringParticipants *self, GtkButton *button)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, g_object_get_data (G_OBJECT (button), "kring-id"));
  gtk_widget_grab_focus (self->entry);
  kring_edit_delete (kring_session_get_editor (self->session), ids);
}

/* The fields are made when a row is first opened. */
static void
expanded_cb (KringParticipants *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "kring-id");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *form;

  if (!adw_expander_row_get_expanded (row) || g_object_get_data (G_OBJECT (row), "kring-form"))
    return;
  form = kring_item_form_new (self->session);
  g_ptr_array_add (ids, (gpointer) id);
  kring_item_form_set_ids (KRING_ITEM_FORM (form), ids);
  adw_expander_row_add_row (row, form);
  g_object_set_data (G_OBJECT (row), "kring-form", form);
}

static GtkWidget *
participants_make (gpointer self, KringItem *item)
{
  gpointer id = (gpointer) kring_item_get_id (item);
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove participant"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove participant"), -1);
  g_object_set_data (G_OBJECT (button), "kring-id", id);
  g_object_set_data (G_OBJECT (row), "kring-id", id);
  g_signal_connect_object (button, "clicked", G_CALLBACK (participants_remove_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), button);
  return row;
}

static const KringItemRows participants_rows = { participants_make, participants_tell };

static GPtrArray *
participants_query (KringMap *map, gpointer self)
{
  GPtrArray *items = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);

  kring_item_sort_by_coming (items);
  return items;
}

static void
participants_entered_cb (KringParticipants *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0')
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  kring_participants_add (self, name);
}

/* Who leaves the line meant what stands there; another program in front is not leaving it. */
static void
participants_left_cb (KringParticipants *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->session != NULL && (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root))))
    participants_entered_cb (self);
}

static void
kring_participants_dispose (GObject *object)
{
  KringParticipants *self = KRING_PARTICIPANTS (object);

  G_OBJECT_CLASS (kring_participants_parent_class)->dispose (object);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
}

static void
kring_participants_class_init (KringParticipantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_participants_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Not an AdwEntryRow: of libadwaita 1.2 it does not tell that it has the keyboard. */
static GtkWidget *
participants_new_entry (KringParticipants *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "list-add-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add participant: name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add participant: name"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (participants_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (participants_left_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), self->entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add participant: name"), -1);
  gtk_widget_add_css_class (row, "participant-entry");
  return row;
}

static void
kring_participants_init (KringParticipants *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->caption = gtk_label_new (_ ("Participants"));
  gtk_label_set_xalign (GTK_LABEL (self->caption), 0);
  gtk_widget_add_css_class (self->caption, "section-caption");
  gtk_box_append (GTK_BOX (self), self->caption);
  self->list = gtk_list_box_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Participants"), -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self), self->list);
}

/**
 * kring_participants_new: (constructor)
 *
 * Returns: (transfer floating): the participants of the session's map
 */
GtkWidget *
kring_participants_new (KringSession *session)
{
  KringParticipants *self = g_object_new (KRING_TYPE_PARTICIPANTS, NULL);

  self->session = g_object_ref (session);
  self->items = kring_item_model_new (kring_session_get_map (session), participants_query, self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), participants_new_entry (self));
  kring_item_rows_bind (self->list, self->items, &participants_rows, self);
  kring_draft_line_follow (self->entry, session, KRING_DRAFT_PARTICIPANT);
  return GTK_WIDGET (self);
}

/**
 * kring_participants_get_size:
 *
 * Returns: how many participants are listed
 */
guint
kring_participants_get_size (KringParticipants *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/**
 * kring_participants_flush:
 *
 * Writes what was typed about those who are there; the name that is being typed stays where it is.
 */
void
kring_participants_flush (KringParticipants *self)
{
  for (guint i = 0; i < kring_participants_get_size (self); i++)
    {
      GtkWidget *row = kring_item_rows_get_nth (self->list, i);
      KringItemForm *form = g_object_get_data (G_OBJECT (row), "kring-form");

      if (form != NULL)
        kring_item_form_flush (form);
    }
}

/**
 * kring_participants_finish:
 *
 * Adds who was typed; for whoever is about to save or close.
 */
void
kring_participants_finish (KringParticipants *self)
{
  participants_entered_cb (self);
}

/**
 * kring_participants_add:
 * @name: not empty
 */
void
kring_participants_add (KringParticipants *self, const char *name)
{
  kring_edit_add_participant (kring_session_get_editor (self->session), name);
}
