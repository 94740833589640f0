/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-view-list.h"

#include "gtk/widgets/kring-draft-line.h"
#include "gtk/widgets/kring-item-rows.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "map/filter/kring-filter-view.h"

#include <glib/gi18n-lib.h>

struct _KringViewList
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  KringItemModel *items; /* (owned): the views */
  GtkWidget *rows;
  GtkWidget *entry;
  GtkWidget *keep;
  GtkWidget *why; /* why nothing can be kept now, while somebody gives it a name */
};

G_DEFINE_FINAL_TYPE (KringViewList, kring_view_list, GTK_TYPE_BOX)

static KringFilter *
view_list_get_filter (KringViewList *self)
{
  return kring_session_get_filter (self->session);
}

static const char *
get_id (gpointer widget)
{
  return g_object_get_data (G_OBJECT (widget), "kring-id");
}

static KringItem *
view_list_find (KringViewList *self, gpointer widget)
{
  return kring_map_get_item (kring_session_get_map (self->session), get_id (widget));
}

static void
apply_cb (KringViewList *self, GtkWidget *button)
{
  KringItem *view = view_list_find (self, button);

  if (view != NULL)
    kring_filter_apply_view (view_list_get_filter (self), view);
}

static void
view_list_delete_cb (KringViewList *self, GtkWidget *button)
{
  KringItem *view = view_list_find (self, button);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *title = NULL, *text = NULL;

  if (view == NULL)
    return;
  title = kring_item_dup_title (view);
  /* Translators: the name of a view */
  text = g_strdup_printf (_ ("View “%s” deleted"), title);
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (view));
  gtk_widget_grab_focus (self->entry);
  kring_edit_delete (kring_session_get_editor (self->session), ids);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
}

/* (transfer container) (element-type utf8): what the draft of a new name is about. */
static GPtrArray *
view_list_dup_draft_ids (gpointer label)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) get_id (label));
  g_ptr_array_add (ids, (gpointer) "name");
  return ids;
}

/* As long as it is typed, so that it is not lost with the program; the name it has is no draft. */
static void
view_list_typed_cb (KringViewList *self, GtkEditableLabel *label)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (label));
  KringItem *view = view_list_find (self, label);
  g_autoptr (GPtrArray) ids = view_list_dup_draft_ids (label);
  gboolean same = view == NULL || g_strcmp0 (typed, kring_item_get_text (view, KRING_F_NAME)) == 0;

  /* Escape has put the old name back by the time that nobody edits it any more. */
  if (gtk_editable_label_get_editing (label))
    kring_drafts_keep_text (kring_session_get_drafts (self->session), KRING_DRAFT_FIELD, ids,
                            same ? "" : typed);
}

static void
edited_cb (KringViewList *self, GParamSpec *pspec, GtkEditableLabel *label)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  const char *name = gtk_editable_get_text (GTK_EDITABLE (label));
  KringItem *view = view_list_find (self, label);
  g_autoptr (GPtrArray) ids = view_list_dup_draft_ids (label);

  if (gtk_editable_label_get_editing (label) || view == NULL)
    return;
  if (g_strcmp0 (name, kring_item_get_text (view, KRING_F_NAME)) == 0)
    {
      if (kring_drafts_throw_away (drafts, KRING_DRAFT_FIELD, ids))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Thrown away"));
      return;
    }
  kring_drafts_keep (drafts, KRING_DRAFT_FIELD, ids, NULL);
  if (*name != '\0')
    kring_edit_rename (kring_session_get_editor (self->session), get_id (label), name, NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (label), kring_item_get_text (view, KRING_F_NAME));
}

static gboolean
view_list_stop_cb (gpointer label)
{
  if (gtk_widget_get_root (label) != NULL &&
      !(gtk_widget_get_state_flags (label) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_editable_label_stop_editing (label, TRUE);
  return G_SOURCE_REMOVE;
}

static void
view_list_left_cb (GtkWidget *label)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, view_list_stop_cb, g_object_ref (label),
                   g_object_unref);
}

/* The label of GTK 4.8 waits a moment before it looks whether the keyboard is gone for good, and
 * looks even when it is gone itself. So we wait in its place. */
static void
watch_focus (GtkWidget *label)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (label);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  for (guint i = g_list_model_get_n_items (controllers); i-- > 0;)
    {
      g_autoptr (GtkEventController) its = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (its))
        gtk_widget_remove_controller (label, its);
    }
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (view_list_left_cb), label);
  gtk_widget_add_controller (label, focus);
}

static void
view_list_rename_cb (KringViewList *self, GtkWidget *button)
{
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (gtk_widget_get_prev_sibling (button)));
}

static GtkWidget *
view_list_new_button (KringViewList *self, const char *icon, KringItem *view, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "kring-id", (gpointer) kring_item_get_id (view));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
view_list_make (gpointer self, KringItem *view)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_editable_label_new ("");

  g_object_set_data (G_OBJECT (label), "kring-id", (gpointer) kring_item_get_id (view));
  g_signal_connect_object (label, "notify::editing", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (label, "changed", G_CALLBACK (view_list_typed_cb), self,
                           G_CONNECT_SWAPPED);
  watch_focus (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row),
                  view_list_new_button (self, "kring-eye-symbolic", view, G_CALLBACK (apply_cb)));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), view_list_new_button (self, "document-edit-symbolic", view,
                                                       G_CALLBACK (view_list_rename_cb)));
  gtk_box_append (GTK_BOX (row), view_list_new_button (self, "user-trash-symbolic", view,
                                                       G_CALLBACK (view_list_delete_cb)));
  return row;
}

static void
view_list_name_button (GtkWidget *button, const char *format, KringItem *view)
{
  g_autofree char *title = kring_item_dup_title (view);
  g_autofree char *label = g_strdup_printf (format, title);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* The eye of the view that is looked at becomes a tick. */
static void
view_list_tell (gpointer self, GtkWidget *row, KringItem *view)
{
  gboolean applied = kring_filter_is_view (view_list_get_filter (self), view);
  const char *name = kring_item_get_text (view, KRING_F_NAME);
  GtkWidget *eye = gtk_widget_get_first_child (row), *label = gtk_widget_get_next_sibling (eye);
  GtkWidget *bin = gtk_widget_get_last_child (row);

  gtk_button_set_icon_name (GTK_BUTTON (eye),
                            applied ? "object-select-symbolic" : "kring-eye-symbolic");
  if (!gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)))
    gtk_editable_set_text (GTK_EDITABLE (label), name != NULL ? name : "");
  /* Translators: the name of a view */
  view_list_name_button (eye, _ ("Look at “%s”"), view);
  /* Translators: the name of a view */
  view_list_name_button (gtk_widget_get_prev_sibling (bin), _ ("Give “%s” another name"), view);
  /* Translators: the name of a view */
  view_list_name_button (bin, _ ("Delete “%s”"), view);
}

static const KringItemRows view_list_rows = { view_list_make, view_list_tell };

static GPtrArray *
view_list_query (KringMap *map, gpointer self)
{
  return kring_map_dup_items_of_kind (map, KRING_KIND_VIEW);
}

static const char *
get_why (gboolean named, gboolean active)
{
  if (!active)
    return _ ("Everything is shown now: choose first what to look at, then keep that view");
  return named ? NULL : _ ("Give the view a name first");
}

static void
show_keep (KringViewList *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean active = kring_filter_is_active (view_list_get_filter (self));
  const char *why = get_why (*name != '\0', active);

  gtk_widget_set_sensitive (self->keep, why == NULL);
  gtk_widget_set_tooltip_text (self->keep, why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  why != NULL ? why : "", -1);
  gtk_label_set_text (GTK_LABEL (self->why), why != NULL ? why : "");
  gtk_widget_set_visible (self->why, why != NULL && *name != '\0');
}

static void
view_list_updated_cb (KringViewList *self)
{
  gtk_widget_set_visible (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0);
  show_keep (self);
}

static void
keep_cb (KringViewList *self)
{
  g_autoptr (GVariant) conditions = kring_filter_dup_conditions (view_list_get_filter (self));

  if (!gtk_widget_get_sensitive (self->keep))
    return;
  if (kring_edit_keep_view (kring_session_get_editor (self->session),
                            gtk_editable_get_text (GTK_EDITABLE (self->entry)), conditions,
                            NULL) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
kring_view_list_dispose (GObject *object)
{
  g_clear_object (&KRING_VIEW_LIST (object)->items);
  g_clear_object (&KRING_VIEW_LIST (object)->session);
  G_OBJECT_CLASS (kring_view_list_parent_class)->dispose (object);
}

static void
kring_view_list_class_init (KringViewListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_view_list_dispose;
}

static void
kring_view_list_init (KringViewList *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  self->keep = gtk_button_new_with_mnemonic (_ ("_Keep View"));
  g_object_set (self->entry, "placeholder-text", _ ("Name for what is shown now"), "hexpand", TRUE,
                "width-chars", 8, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name for what is shown now"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (show_keep), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), self->entry);
  gtk_box_append (GTK_BOX (row), self->keep);
  self->why = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->why), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->why), 30);
  gtk_label_set_xalign (GTK_LABEL (self->why), 0);
  gtk_box_append (GTK_BOX (self), self->rows);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), self->why);
}

/**
 * kring_view_list_new: (constructor)
 * @session: whose map has the views, and whose filter follows them
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
kring_view_list_new (KringSession *session)
{
  KringViewList *self = g_object_new (KRING_TYPE_VIEW_LIST, NULL);

  self->session = g_object_ref (session);
  kring_draft_line_follow (self->entry, session, KRING_DRAFT_VIEW);
  kring_draft_line_set_about (self->entry, NULL);
  self->items = kring_item_model_new (kring_session_get_map (session), view_list_query, self);
  kring_item_rows_bind (self->rows, self->items, &view_list_rows, self);
  g_signal_connect_object (self->items, "updated", G_CALLBACK (view_list_updated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_filter (session), "changed",
                           G_CALLBACK (kring_item_model_update), self->items, G_CONNECT_SWAPPED);
  view_list_updated_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kring_view_list_get_line:
 *
 * Returns: (transfer none): where the name of a new view is typed
 */
GtkWidget *
kring_view_list_get_line (KringViewList *self)
{
  return self->entry;
}
