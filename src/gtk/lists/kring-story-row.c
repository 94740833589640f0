/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-story-row.h"

#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 28
/* Of what belongs to the fact above. */
#define UNDER_INDENT 32
/* Room for a date, in characters; its time goes under it. */
#define WHEN_WIDTH 12

struct _KringStoryRow
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *when;
  GtkWidget *sign;
  GtkWidget *sentence;
  GtkWidget *source;
  KringItem *item; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KringStoryRow, kring_story_row, GTK_TYPE_BOX)

static void
story_row_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item, KringSession *session)
{
  gtk_list_item_set_child (list_item, kring_story_row_new (session));
}

static void
story_row_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item, KringSession *session)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  KringItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *spoken = kring_story_dup_spoken (kring_session_get_map (session), item);

  kring_story_row_set_item (KRING_STORY_ROW (row), item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
story_row_unbind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  kring_story_row_set_item (KRING_STORY_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
kring_story_row_dispose (GObject *object)
{
  KringStoryRow *self = KRING_STORY_ROW (object);

  G_OBJECT_CLASS (kring_story_row_parent_class)->dispose (object);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
}

static void
kring_story_row_class_init (KringStoryRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_story_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "storyrow");
}

static void
kring_story_row_init (KringStoryRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->when = kring_words_new ("story-when");
  gtk_label_set_width_chars (GTK_LABEL (self->when), WHEN_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (self->when), WHEN_WIDTH);
  gtk_widget_set_valign (self->when, GTK_ALIGN_START);
  self->sentence = kring_words_new (NULL);
  self->source = kring_words_new ("story-source");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->sentence);
  gtk_box_append (GTK_BOX (words), self->source);
  gtk_box_append (GTK_BOX (self), self->when);
  gtk_box_append (GTK_BOX (self), words);
}

/**
 * kring_story_row_new: (constructor)
 * @session: whose map the moments are of
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kring_story_row_new (KringSession *session)
{
  KringStoryRow *self = g_object_new (KRING_TYPE_STORY_ROW, NULL);

  self->session = g_object_ref (session);
  self->sign = kring_item_preview_new (session, SIGN_SIZE, SIGN_SIZE);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_box_insert_child_after (GTK_BOX (self), self->sign, self->when);
  return GTK_WIDGET (self);
}

/**
 * kring_story_row_set_item:
 * @item: (nullable): something with a date
 */
void
kring_story_row_set_item (KringStoryRow *self, KringItem *item)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autofree char *when = item != NULL ? kring_timeline_dup_when (item) : NULL;
  g_autofree char *sentence = item != NULL ? kring_timeline_dup_sentence (map, item) : NULL;
  g_autofree char *source = item != NULL ? kring_timeline_dup_source (item) : NULL;

  g_set_object (&self->item, item);
  gtk_label_set_label (GTK_LABEL (self->when), when);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (self->source), source);
  gtk_widget_set_visible (self->source, source != NULL && *source != '\0');
  kring_words_strike (GTK_LABEL (self->sentence),
                      item != NULL && kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED);
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (self->sign), item);
}

/**
 * kring_story_row_get_item:
 *
 * Returns: (transfer none) (nullable): what the row tells
 */
KringItem *
kring_story_row_get_item (KringStoryRow *self)
{
  return self->item;
}

/**
 * kring_story_row_set_fact:
 * @fact: (nullable): what the row belongs to, which stands above it
 *
 * Moves the row to the right under its fact, and says no date that stands there already.
 */
void
kring_story_row_set_fact (KringStoryRow *self, KringItem *fact)
{
  gboolean said =
      fact != NULL && self->item != NULL && kring_timeline_is_said_above (self->item, fact);

  gtk_widget_set_margin_start (self->sign, fact != NULL ? UNDER_INDENT : 0);
  gtk_widget_set_opacity (self->when, said ? 0 : 1);
}

/**
 * kring_story_row_new_factory: (constructor)
 *
 * Returns: (transfer full): makes rows for a list of KringItem
 */
GtkListItemFactory *
kring_story_row_new_factory (KringSession *session)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (story_row_setup_cb), session, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (story_row_bind_cb), session, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (story_row_unbind_cb), session, 0);
  return factory;
}

/**
 * kring_story_dup_spoken:
 *
 * Returns: (transfer full): all that a row says about @item, as it is read aloud
 */
char *
kring_story_dup_spoken (KringMap *map, KringItem *item)
{
  g_autofree char *when = kring_timeline_dup_when (item);
  g_autofree char *sentence = kring_timeline_dup_sentence (map, item);
  g_autofree char *source = kring_timeline_dup_source (item);

  if (*source == '\0')
    return g_strdup_printf ("%s: %s.", when != NULL ? when : _ ("no date"), sentence);
  return g_strdup_printf ("%s: %s. %s.", when != NULL ? when : _ ("no date"), sentence, source);
}
