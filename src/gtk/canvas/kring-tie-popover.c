/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-tie-popover.h"

#include "hands/session/kring-tie-kinds.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n.h>

#define N_KINDS 8
#define COLUMNS 2

struct _KringTiePopover
{
  GtkPopover parent_instance;

  KringInteraction *interaction; /* (owned) (nullable) while it asks */
  const char *from;              /* (not owned) interned id of one end, while it asks */
  const char *to;                /* (not owned) likewise */
  GtkLabel *ends;
  GtkEntry *entry;
  GtkGrid *kinds;
};

G_DEFINE_FINAL_TYPE (KringTiePopover, kring_tie_popover, GTK_TYPE_POPOVER)

/* As long as it is asked, so that the tie that was drawn is not lost with the program.
 * @words: (nullable): %NULL: it was answered */
static void
tie_popover_keep (KringTiePopover *self, const char *words)
{
  KringSession *session = kring_interaction_get_session (self->interaction);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  g_ptr_array_add (ids, (gpointer) self->from);
  g_ptr_array_add (ids, (gpointer) self->to);
  g_variant_builder_add (&builder, "{ss}", "text", words != NULL ? words : "");
  kring_drafts_keep (kring_session_get_drafts (session), KRING_DRAFT_TIE, ids,
                     words != NULL ? g_variant_builder_end (&builder) : NULL);
}

/* Answers once; the popover that closes afterwards has nothing left to say. */
static KringInteraction *
take_interaction (KringTiePopover *self)
{
  KringInteraction *interaction;

  if (self->interaction == NULL)
    return NULL;
  tie_popover_keep (self, NULL);
  interaction = g_steal_pointer (&self->interaction);
  gtk_popover_popdown (GTK_POPOVER (self));
  return interaction;
}

static char *
tie_popover_dup_typed (KringTiePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
tie_popover_answer (KringTiePopover *self, const char *kind)
{
  g_autoptr (KringInteraction) interaction = take_interaction (self);
  g_autofree char *words = g_strstrip (g_strdup (kind));

  if (interaction == NULL)
    return;
  kring_interaction_finish_tie (interaction, words);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* A click beside it is no answer; the tie was drawn all the same. */
static void
tie_popover_closed_cb (KringTiePopover *self)
{
  g_autofree char *words = tie_popover_dup_typed (self);
  g_autoptr (KringInteraction) interaction = take_interaction (self);

  if (interaction != NULL)
    kring_interaction_leave_tie (interaction, words);
}

static gboolean
tie_popover_escape_cb (KringTiePopover *self, guint key)
{
  g_autofree char *words = tie_popover_dup_typed (self);
  g_autoptr (KringInteraction) interaction = NULL;

  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  interaction = take_interaction (self);
  if (interaction == NULL)
    return GDK_EVENT_STOP;
  kring_interaction_drop_tie (interaction, words);
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  return GDK_EVENT_STOP;
}

static void
entry_activate_cb (KringTiePopover *self)
{
  tie_popover_answer (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
tie_popover_kind_clicked_cb (KringTiePopover *self, GtkButton *button)
{
  tie_popover_answer (self, gtk_button_get_label (button));
}

/* While somebody types, the kinds that it may become; nothing is chosen for them. */
static void
fill_kinds (KringTiePopover *self)
{
  g_auto (GStrv) kinds = NULL;
  GtkWidget *child;

  if (self->interaction == NULL)
    return;
  kinds = kring_tie_kinds_dup_matching (
      kring_interaction_get_map (self->interaction), self->from, self->to,
      gtk_editable_get_text (GTK_EDITABLE (self->entry)), N_KINDS);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds))) != NULL)
    gtk_grid_remove (self->kinds, child);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_label (kinds[i]);

      g_signal_connect_swapped (button, "clicked", G_CALLBACK (tie_popover_kind_clicked_cb), self);
      gtk_grid_attach (self->kinds, button, i % COLUMNS, i / COLUMNS, 1, 1);
    }
}

static void
tie_popover_changed_cb (KringTiePopover *self)
{
  if (self->interaction == NULL)
    return;
  fill_kinds (self);
  tie_popover_keep (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* Down leads from what is typed to the first of the kinds, where nothing is being composed. */
static gboolean
tie_popover_key_cb (KringTiePopover *self, guint key)
{
  GtkWidget *first = gtk_grid_get_child_at (self->kinds, 0, 0);

  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && first != NULL &&
         gtk_widget_grab_focus (first);
}

static void
kring_tie_popover_dispose (GObject *object)
{
  KringTiePopover *self = KRING_TIE_POPOVER (object);

  g_clear_object (&self->interaction);
  G_OBJECT_CLASS (kring_tie_popover_parent_class)->dispose (object);
}

static void
kring_tie_popover_class_init (KringTiePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_tie_popover_dispose;
}

static GtkWidget *
tie_popover_new_button (KringTiePopover *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Connect"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (entry_activate_cb), self);
  return button;
}

static void
kring_tie_popover_init (KringTiePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *escape = gtk_event_controller_key_new ();
  GtkWidget *title = gtk_label_new (_ ("What is it?"));

  self->ends = GTK_LABEL (gtk_label_new (NULL));
  self->entry = GTK_ENTRY (gtk_entry_new ());
  self->kinds = GTK_GRID (gtk_grid_new ());
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->ends), "dim-label");
  gtk_label_set_xalign (self->ends, 0);
  gtk_label_set_ellipsize (self->ends, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (self->ends, 30);
  gtk_entry_set_placeholder_text (self->entry, _ ("In your own words; Enter: knows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is it?"), -1);
  gtk_grid_set_row_spacing (self->kinds, 6);
  gtk_grid_set_column_spacing (self->kinds, 6);
  gtk_grid_set_column_homogeneous (self->kinds, TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->ends));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->kinds));
  gtk_box_append (GTK_BOX (box), tie_popover_new_button (self));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (escape, "key-pressed", G_CALLBACK (tie_popover_escape_cb), self);
  gtk_widget_add_controller (box, escape);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (tie_popover_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (tie_popover_changed_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (tie_popover_closed_cb), NULL);
}

/**
 * kring_tie_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_tie_popover_new (void)
{
  return g_object_new (KRING_TYPE_TIE_POPOVER, NULL);
}

/* What was typed before and taken back or restored, if anything. */
static char *
tie_popover_dup_text (KringInteraction *interaction, const char *from, const char *to)
{
  KringDrafts *drafts = kring_session_get_drafts (kring_interaction_get_session (interaction));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) from);
  g_ptr_array_add (ids, (gpointer) to);
  return g_strdup (kring_drafts_get_text (drafts, KRING_DRAFT_TIE, ids));
}

/**
 * kring_tie_popover_ask:
 * @interaction: gets the answer
 * @from: the id of one end
 * @to: the id of the other
 * @point: the middle of the tie, in pixels of the parent
 */
void
kring_tie_popover_ask (KringTiePopover *self,
                       KringInteraction *interaction,
                       const char *from,
                       const char *to,
                       KringPoint point)
{
  KringMap *map = kring_interaction_get_map (interaction);
  g_autofree char *from_title = kring_item_dup_title (kring_map_get_item (map, from));
  g_autofree char *to_title = kring_item_dup_title (kring_map_get_item (map, to));
  g_autofree char *ends = g_strdup_printf ("%s – %s", from_title, to_title);
  g_autofree char *text = tie_popover_dup_text (interaction, from, to);

  if (self->interaction != NULL)
    tie_popover_keep (self, NULL);
  g_set_object (&self->interaction, interaction);
  gtk_label_set_text (self->ends, ends);
  self->from = kring_map_get_id (map, from);
  self->to = kring_map_get_id (map, to);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), TRUE);
  tie_popover_changed_cb (self);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle){ point.x, point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/**
 * kring_tie_popover_finish:
 *
 * Closes it, if it is open: the tie is there, of the kind that was typed by then.
 */
void
kring_tie_popover_finish (KringTiePopover *self)
{
  tie_popover_closed_cb (self);
}
