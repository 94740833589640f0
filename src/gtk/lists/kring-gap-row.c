/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-gap-row.h"

#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 32

struct _KringGapRow
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  KringGap gap;
  gboolean has_gap;
  GtkWidget *box; /* (owned) */
  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *prompt;
  GtkWidget *question_button;
  GtkWidget *aside_button;
};

G_DEFINE_FINAL_TYPE (KringGapRow, kring_gap_row, GTK_TYPE_WIDGET)

static void
question_cb (KringGapRow *self)
{
  if (self->has_gap)
    kring_gap_make_question (self->session, GTK_WIDGET (self), &self->gap);
}

static void
aside_cb (KringGapRow *self)
{
  if (self->has_gap)
    kring_gap_toggle_aside (self->session, &self->gap);
}

static void
kring_gap_row_dispose (GObject *object)
{
  KringGapRow *self = KRING_GAP_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_gap_row_parent_class)->dispose (object);
}

static void
kring_gap_row_class_init (KringGapRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_gap_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "gaprow");
}

static GtkWidget *
gap_row_new_words (KringGapRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = kring_words_new ("task-title");
  self->prompt = kring_words_new ("task-line");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->prompt);
  return words;
}

static GtkWidget *
gap_row_new_button (KringGapRow *self, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
gap_row_name_button (GtkWidget *button, const char *icon, const char *label, const char *tooltip)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
fill_question_button (GtkWidget *button, gboolean narrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("kring-question-symbolic"));
  if (!narrow)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Make it a question")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ ("Make it a question (?)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Make it a question"), -1);
}

static void
kring_gap_row_init (KringGapRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * kring_gap_row_new: (constructor)
 * @narrow: whether there is little room for words
 *
 * Returns: (transfer floating): a row that asks nothing yet
 */
GtkWidget *
kring_gap_row_new (KringSession *session, gboolean narrow)
{
  KringGapRow *self = g_object_new (KRING_TYPE_GAP_ROW, NULL);

  self->session = g_object_ref (session);
  self->sign = kring_item_preview_new (session, SIGN_SIZE, SIGN_SIZE);
  self->question_button = gap_row_new_button (self, G_CALLBACK (question_cb));
  self->aside_button = gap_row_new_button (self, G_CALLBACK (aside_cb));
  fill_question_button (self->question_button, narrow);
  gtk_box_append (GTK_BOX (self->box), self->sign);
  gtk_box_append (GTK_BOX (self->box), gap_row_new_words (self));
  gtk_box_append (GTK_BOX (self->box), self->question_button);
  gtk_box_append (GTK_BOX (self->box), self->aside_button);
  return GTK_WIDGET (self);
}

/**
 * kring_gap_row_set_gap:
 * @gap: (nullable): what it asks; copied
 */
void
kring_gap_row_set_gap (KringGapRow *self, const KringGap *gap)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autofree char *title = NULL, *prompt = NULL;

  self->has_gap = gap != NULL;
  if (gap == NULL)
    return;
  self->gap = *gap;
  title = kring_gap_dup_title (map, gap);
  prompt = kring_gap_dup_prompt (map, gap);
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (self->sign), kring_map_get_item (map, gap->id));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->prompt), prompt);
  gtk_widget_set_visible (self->question_button, !gap->aside);
  if (gap->aside)
    gtk_widget_add_css_class (self->title, "dim-label");
  else
    gtk_widget_remove_css_class (self->title, "dim-label");
  if (gap->aside)
    gap_row_name_button (self->aside_button, "edit-undo-symbolic", _ ("Ask again"),
                         _ ("Ask again (Delete)"));
  else
    gap_row_name_button (self->aside_button, "window-close-symbolic", _ ("Set aside"),
                         _ ("Set aside: do not ask this any more (Delete)"));
}

/**
 * kring_gap_make_question:
 * @widget: in the window that tells about it
 *
 * Makes the prompt an open question.
 */
void
kring_gap_make_question (KringSession *session, GtkWidget *widget, const KringGap *gap)
{
  g_autofree char *question = kring_gap_dup_question (kring_session_get_map (session), gap);
  /* Translators: %s is a question that somebody is going to find an answer to */
  g_autofree char *text = g_strdup_printf (_ ("Question added: %s"), question);
  const KringGap kept = *gap;

  if (kept.aside ||
      kring_edit_make_question (kring_session_get_editor (session), kept.id,
                                kring_gap_get_name (kept.sort), question, NULL) == NULL)
    return;
  gtk_widget_activate_action (widget, "win.tell-undo", "s", text);
}

/**
 * kring_gap_toggle_aside:
 *
 * Sets the prompt aside, or asks it again.
 */
void
kring_gap_toggle_aside (KringSession *session, const KringGap *gap)
{
  kring_edit_set_aside (kring_session_get_editor (session), gap->id, kring_gap_get_name (gap->sort),
                        !gap->aside);
}
