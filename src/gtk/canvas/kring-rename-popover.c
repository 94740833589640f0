/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-rename-popover.h"

#include <glib/gi18n.h>

struct _KringRenamePopover
{
  GtkPopover parent_instance;

  KringInteraction *interaction; /* (owned) (nullable) while it asks */
  char *id;                      /* (owned) (nullable) what is named */
  GtkEntry *entry;
};

G_DEFINE_FINAL_TYPE (KringRenamePopover, kring_rename_popover, GTK_TYPE_POPOVER)

/* What people type as the name of @item; of a tie its kind. */
static const char *
rename_popover_get_name (KringItem *item)
{
  const char *name = kring_item_get_text (
      item, kring_item_is (item, KRING_KIND_TIE) ? KRING_F_KIND : KRING_F_NAME);

  return name != NULL ? name : "";
}

/* (nullable): what was typed, without spaces around it; NULL if that is its name already. */
static char *
rename_popover_dup_typed (KringRenamePopover *self)
{
  KringItem *item = kring_map_get_item (kring_interaction_get_map (self->interaction), self->id);
  g_autofree char *words =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (item != NULL && g_str_equal (words, rename_popover_get_name (item)))
    return NULL;
  return g_steal_pointer (&words);
}

/* As long as it is asked, so that it is not lost with the program.
 * @words: (nullable): %NULL: it was answered, or nothing else was typed */
static void
rename_popover_keep (KringRenamePopover *self, const char *words)
{
  KringSession *session = kring_interaction_get_session (self->interaction);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  kring_drafts_keep_text (kring_session_get_drafts (session), KRING_DRAFT_NAME, ids,
                          words != NULL ? words : "");
}

static void
rename_popover_changed_cb (KringRenamePopover *self)
{
  g_autofree char *words = self->interaction != NULL ? rename_popover_dup_typed (self) : NULL;

  if (self->interaction != NULL)
    rename_popover_keep (self, words);
}

/* Answers once; the popover that closes afterwards has nothing left to say. */
static void
rename_popover_answer (KringRenamePopover *self, gboolean drop)
{
  g_autofree char *words = self->interaction != NULL ? rename_popover_dup_typed (self) : NULL;
  g_autoptr (KringInteraction) interaction = NULL;
  g_autofree char *id = NULL;

  if (self->interaction == NULL)
    return;
  rename_popover_keep (self, NULL);
  interaction = g_steal_pointer (&self->interaction);
  id = g_steal_pointer (&self->id);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (drop)
    kring_interaction_drop_name (interaction, id, words);
  else
    kring_interaction_finish_rename (interaction, id, words != NULL ? words : "");
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
note_cb (KringRenamePopover *self)
{
  rename_popover_answer (self, FALSE);
}

/* After the input method, which may be composing a letter. */
static gboolean
rename_popover_key_pressed_cb (KringRenamePopover *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  rename_popover_answer (self, TRUE);
  return GDK_EVENT_STOP;
}

static void
kring_rename_popover_dispose (GObject *object)
{
  KringRenamePopover *self = KRING_RENAME_POPOVER (object);

  g_clear_object (&self->interaction);
  g_clear_pointer (&self->id, g_free);
  G_OBJECT_CLASS (kring_rename_popover_parent_class)->dispose (object);
}

static void
kring_rename_popover_class_init (KringRenamePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_rename_popover_dispose;
}

static void
kring_rename_popover_init (KringRenamePopover *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Done"));

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name"), -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (rename_popover_key_pressed_cb), self);
  gtk_widget_add_controller (box, key);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (rename_popover_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (note_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (note_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (note_cb), NULL);
}

/**
 * kring_rename_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_rename_popover_new (void)
{
  return g_object_new (KRING_TYPE_RENAME_POPOVER, NULL);
}

static GdkRectangle
rename_popover_get_place (KringInteraction *interaction, const char *id, gboolean at_top)
{
  const KringViewport *viewport = kring_interaction_get_viewport (interaction);
  KringPoint point = kring_rect_centre (kring_viewport_get_visible (viewport));
  KringRect bounds;

  if (kring_scene_get_item_bounds (kring_interaction_get_scene (interaction), id, &bounds))
    point = KRING_POINT_INIT (bounds.x + bounds.width / 2,
                              at_top ? bounds.y : bounds.y + bounds.height);
  point = kring_viewport_nearest (viewport, kring_viewport_to_screen (viewport, point));
  return (GdkRectangle){ point.x, point.y, 1, 1 };
}

/* What was typed before and taken back or restored, else its name. */
static char *
rename_popover_dup_text (KringInteraction *interaction, const char *id)
{
  KringDrafts *drafts = kring_session_get_drafts (kring_interaction_get_session (interaction));
  KringItem *item = kring_map_get_item (kring_interaction_get_map (interaction), id);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  const char *draft;

  g_ptr_array_add (ids, (gpointer) id);
  draft = kring_drafts_get_text (drafts, KRING_DRAFT_NAME, ids);
  return g_strdup (*draft != '\0' ? draft : rename_popover_get_name (item));
}

/**
 * kring_rename_popover_ask:
 * @interaction: gets the answer
 * @id: what is named, beside which the field opens
 */
void
kring_rename_popover_ask (KringRenamePopover *self, KringInteraction *interaction, const char *id)
{
  KringItem *item = kring_map_get_item (kring_interaction_get_map (interaction), id);
  /* The name of a group stands at its top, and who is in it stands below. */
  gboolean at_top = kring_item_is (item, KRING_KIND_GROUP);
  GdkRectangle place = rename_popover_get_place (interaction, id, at_top);
  g_autofree char *text = rename_popover_dup_text (interaction, id);

  rename_popover_answer (self, FALSE);
  self->id = g_strdup (id);
  g_set_object (&self->interaction, interaction);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  gtk_entry_set_placeholder_text (
      self->entry, kring_item_is (item, KRING_KIND_TIE) ? _ ("What is it?") : _ ("Name"));
  gtk_popover_set_position (GTK_POPOVER (self), at_top ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * kring_rename_popover_finish:
 *
 * Closes it, if it is open; what was typed is the name.
 */
void
kring_rename_popover_finish (KringRenamePopover *self)
{
  rename_popover_answer (self, FALSE);
}
