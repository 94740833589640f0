/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-ask-popover.h"

#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define WIDTH 340

struct _KringAskPopover
{
  KringItemPopover parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (KringAskPopover, kring_ask_popover, KRING_TYPE_ITEM_POPOVER)

static void
ask_popover_activate_cb (KringAskPopover *self)
{
  g_autofree char *question = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  kring_ask_popover_answer (self, question);
}

static void
ask_popover_changed_cb (KringAskPopover *self)
{
  kring_item_popover_keep_text (KRING_ITEM_POPOVER (self),
                                gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
kring_ask_popover_note (KringItemPopover *popover, GdkModifierType state)
{
  ask_popover_activate_cb (KRING_ASK_POPOVER (popover));
}

static void
kring_ask_popover_class_init (KringAskPopoverClass *klass)
{
  KRING_ITEM_POPOVER_CLASS (klass)->note = kring_ask_popover_note;
}

static void
kring_ask_popover_init (KringAskPopover *self)
{
  KringItemPopover *popover = KRING_ITEM_POPOVER (self);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("A question to find an answer to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What do we want to know?"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (ask_popover_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (ask_popover_activate_cb), self);
  kring_item_popover_set_box (popover, KRING_DRAFT_QUESTION);
  kring_item_popover_build (popover, self->entry, WIDTH, _ ("_Note It"), NULL);
  kring_item_popover_set_title (popover, _ ("What do we want to know?"));
}

/**
 * kring_ask_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_ask_popover_new (KringSession *session)
{
  return kring_item_popover_new (KRING_TYPE_ASK_POPOVER, session);
}

static char *
dup_titles (KringMap *map, GPtrArray *ids)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));
      g_autofree char *title = item != NULL ? kring_map_dup_title (map, item) : NULL;

      if (title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }
  return g_string_free (titles, FALSE);
}

/**
 * kring_ask_popover_ask:
 * @parent: what it opens over
 * @at: where, in pixels of @parent
 * @ids: (element-type utf8): what the question will be about
 */
void
kring_ask_popover_ask (KringAskPopover *self,
                       GtkWidget *parent,
                       const GdkRectangle *at,
                       GPtrArray *ids)
{
  KringItemPopover *popover = KRING_ITEM_POPOVER (self);
  KringMap *map = kring_session_get_map (kring_item_popover_get_session (popover));
  g_autofree char *titles = dup_titles (map, ids), *draft = NULL;

  kring_item_popover_set_ids (popover, ids);
  kring_item_popover_show_message (popover, *titles != '\0' ? titles : _ ("About the whole map"),
                                   FALSE);
  draft = g_strdup (kring_item_popover_get_text (popover));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), draft);
  kring_item_popover_open (popover, parent, at, self->entry);
}

/**
 * kring_ask_popover_answer:
 * @question: in words; nothing happens if there are none
 *
 * Adds the question and closes.
 */
void
kring_ask_popover_answer (KringAskPopover *self, const char *question)
{
  KringItemPopover *popover = KRING_ITEM_POPOVER (self);
  KringEditor *editor = kring_session_get_editor (kring_item_popover_get_session (popover));
  KringItem *task =
      kring_edit_add_question (editor, kring_item_popover_get_ids (popover), question, NULL);

  if (task != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popdown (GTK_POPOVER (self));
  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Question added"));
}
