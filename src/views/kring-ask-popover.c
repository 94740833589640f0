/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "views/kring-ask-popover.h"

#include "core/kring-describe.h"
#include "edit/kring-commands.h"

#include <glib/gi18n-lib.h>

#define WIDTH_CHARS 34

struct _KringAskPopover
{
  GtkPopover parent_instance;

  KringSession *session; /* (owned) */
  GPtrArray *ids;        /* (owned) (element-type utf8) interned: what it is about */
  GtkWidget *about;
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (KringAskPopover, kring_ask_popover, GTK_TYPE_POPOVER)

static void
activate_cb (KringAskPopover *self)
{
  g_autofree char *question = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  kring_ask_popover_answer (self, question);
}

static void
closed_cb (KringAskPopover *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

static void
kring_ask_popover_dispose (GObject *object)
{
  g_clear_object (&KRING_ASK_POPOVER (object)->session);
  G_OBJECT_CLASS (kring_ask_popover_parent_class)->dispose (object);
}

static void
kring_ask_popover_finalize (GObject *object)
{
  g_ptr_array_unref (KRING_ASK_POPOVER (object)->ids);
  G_OBJECT_CLASS (kring_ask_popover_parent_class)->finalize (object);
}

static void
kring_ask_popover_class_init (KringAskPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_ask_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_ask_popover_finalize;
}

static void
kring_ask_popover_init (KringAskPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *title = gtk_label_new (_ ("What do we want to know?"));

  self->ids = g_ptr_array_new ();
  self->about = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (self->about, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (self->about), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->about), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->about), WIDTH_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), WIDTH_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("A question to find an answer to"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What do we want to know?"), -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->about);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * kring_ask_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_ask_popover_new (KringSession *session)
{
  KringAskPopover *self = g_object_new (KRING_TYPE_ASK_POPOVER, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static char *
dup_titles (KringAskPopover *self)
{
  KringMap *map = kring_session_get_map (self->session);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (self->ids, i));
      g_autofree char *title = item != NULL ? kring_map_dup_title (map, item) : NULL;

      if (title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }
  return g_string_free (titles, FALSE);
}

static void
move_to (KringAskPopover *self, GtkWidget *parent)
{
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == parent)
    return;
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
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
  g_autofree char *titles = NULL;

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, (gpointer) g_intern_string (g_ptr_array_index (ids, i)));
  titles = dup_titles (self);
  gtk_label_set_text (GTK_LABEL (self->about),
                      *titles != '\0' ? titles : _ ("About the whole map"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  move_to (self, parent);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
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
  KringItem *task =
      kring_edit_add_question (kring_session_get_editor (self->session), self->ids, question, NULL);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (task != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Question added"));
}
