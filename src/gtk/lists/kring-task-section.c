/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-task-section.h"

#include "gtk/lists/kring-task-list.h"
#include "gtk/widgets/kring-draft-line.h"
#include "map/edit/kring-commands.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _KringTaskSection
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  const char *id;        /* (nullable) interned id of the item */
  GtkWidget *list;
  GtkWidget *entry;
  guint reveal_id; /* tick callback until it has its place */
  guint n_ticks;   /* since it should be seen */
};

static void section_iface_init (KringSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringTaskSection,
                               kring_task_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION, section_iface_init))

/* Whether there can be questions about @item. */
static gboolean
can_ask (KringItem *item)
{
  const KringField *about = kring_kind_find_field (kring_kind_get (KRING_KIND_TASK), KRING_F_ABOUT);

  return item != NULL && (about->refers_to >> kring_item_get_kind (item)->id) & 1;
}

static void
show_list (KringTaskSection *self)
{
  gtk_widget_set_visible (self->list,
                          kring_task_list_get_n_shown (KRING_TASK_LIST (self->list)) > 0);
}

static void
kring_task_section_show_item (KringSection *section, KringItem *item)
{
  KringTaskSection *self = KRING_TASK_SECTION (section);
  KringTaskFilter filter = { .about = "" };

  self->id = can_ask (item) ? kring_item_get_id (item) : NULL;
  if (self->id != NULL)
    {
      filter.about = self->id;
      kring_draft_line_set_about (self->entry, self->id);
    }
  kring_task_list_set_filter (KRING_TASK_LIST (self->list), &filter);
  gtk_widget_set_visible (GTK_WIDGET (self), self->id != NULL);
}

static void
kring_task_section_flush (KringSection *section)
{
  kring_task_list_flush (KRING_TASK_LIST (KRING_TASK_SECTION (section)->list));
}

static void
section_iface_init (KringSectionInterface *iface)
{
  iface->show_item = kring_task_section_show_item;
  iface->flush = kring_task_section_flush;
}

static void
task_section_entered_cb (KringTaskSection *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (kring_task_section_add (self, text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
kring_task_section_dispose (GObject *object)
{
  KringTaskSection *self = KRING_TASK_SECTION (object);

  G_OBJECT_CLASS (kring_task_section_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
kring_task_section_class_init (KringTaskSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_task_section_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_task_section_init (KringTaskSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static GtkWidget *
new_caption (void)
{
  GtkWidget *caption = gtk_label_new (_ ("Questions and actions"));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "section-caption");
  return caption;
}

/* Not an AdwEntryRow: of libadwaita 1.2 it does not tell that it has the keyboard. */
static GtkWidget *
new_adder (KringTaskSection *self)
{
  const char *words = _ ("New action, or a question that ends with ?");

  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "list-add-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (task_section_entered_cb), self,
                           G_CONNECT_SWAPPED);
  kring_draft_line_follow (self->entry, self->session, KRING_DRAFT_TASK);
  return self->entry;
}

/**
 * kring_task_section_new: (constructor)
 *
 * Returns: (transfer floating): a section that looks at nothing yet
 */
GtkWidget *
kring_task_section_new (KringSession *session)
{
  KringTaskSection *self = g_object_new (KRING_TYPE_TASK_SECTION, "visible", FALSE, NULL);

  self->session = g_object_ref (session);
  self->list = kring_task_list_new (session, FALSE);
  gtk_box_append (GTK_BOX (self), new_caption ());
  gtk_box_append (GTK_BOX (self), self->list);
  gtk_box_append (GTK_BOX (self), new_adder (self));
  g_signal_connect_object (self->list, "changed", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_task_section_add:
 * @text: an action, or a question if it ends with a question mark
 *
 * Returns: whether it was added to what is looked at
 */
gboolean
kring_task_section_add (KringTaskSection *self, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  KringTaskSort sort = g_str_has_suffix (words, "?") ? KRING_TASK_QUESTION : KRING_TASK_ACTION;

  return self->id != NULL && kring_edit_add_task (kring_session_get_editor (self->session),
                                                  self->id, sort, words, NULL) != NULL;
}

/**
 * kring_task_section_get_n_shown:
 *
 * Returns: how many questions and actions are about what is looked at
 */
guint
kring_task_section_get_n_shown (KringTaskSection *self)
{
  return kring_task_list_get_n_shown (KRING_TASK_LIST (self->list));
}

/* The inspector needs a moment to show another item and to give every part its place. */
static gboolean
task_section_reveal_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringTaskSection *self = KRING_TASK_SECTION (widget);

  if (++self->n_ticks < 2)
    return G_SOURCE_CONTINUE;
  self->reveal_id = 0;
  if (!gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->entry);
  return G_SOURCE_REMOVE;
}

/**
 * kring_task_section_reveal:
 *
 * Brings the questions and actions into view with the keyboard on the first.
 */
void
kring_task_section_reveal (KringTaskSection *self)
{
  self->n_ticks = 0;
  if (self->reveal_id == 0)
    self->reveal_id =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), task_section_reveal_cb, NULL, NULL);
}
