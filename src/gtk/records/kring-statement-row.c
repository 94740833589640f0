/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-statement-row.h"

#include "gtk/records/kring-how-known.h"
#include "gtk/widgets/kring-action-keys.h"
#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/base/kring-date.h"
#include "map/base/kring-sanitize.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define MARK_SIZE 22

/* Longer words are told in full where the row unfolds. */
#define LINES_MAX 6

/* More is never seen in so many lines, and takes time to lay out. */
#define CHARS_MAX 600

struct _KringStatementRow
{
  GtkToggleButton parent_instance;

  KringSession *session; /* (owned) */
  const char *id;        /* interned */
  GtkImage *icon;
  GtkLabel *words;
  GtkLabel *details;
  GtkWidget *side; /* holds the icon */
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (KringStatementRow, kring_statement_row, GTK_TYPE_TOGGLE_BUTTON)

static void
statement_row_add_part (GStrvBuilder *parts, const char *format, const char *text)
{
  g_autofree char *part = text != NULL ? g_strdup_printf (format, text) : NULL;

  if (part != NULL)
    g_strv_builder_add (parts, part);
}

/* "16 Oct 2025 · words of Noor · Marit heard this · suspected" */
static char *
statement_row_dup_details (KringItem *statement)
{
  const KringField *certainty = &kring_item_get_kind (statement)->fields[KRING_COMMON_CERTAINTY];
  const char *when = kring_item_get_text (statement, KRING_F_WHEN);
  const char *said_by = kring_item_get_text (statement, KRING_F_SAID_BY);
  const char *heard_by = kring_item_get_text (statement, KRING_F_HEARD_BY);
  const char *brought_in_by = kring_item_get_text (statement, KRING_F_BROUGHT_IN_BY);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *date = when != NULL ? kring_date_format_string (when) : NULL;
  g_autofree char *sure = NULL;
  g_autofree char *whole = NULL;
  g_auto (GStrv) parts = NULL;

  statement_row_add_part (builder, "%s", date);
  if (said_by != NULL)
    statement_row_add_part (builder,
                            kring_item_get_choice (statement, KRING_F_FORM) ==
                                    KRING_STATEMENT_VERBATIM
                                /* Translators: %s is who said something, literally. */
                                ? _ ("words of %s")
                                /* Translators: %s is from whom something is known. */
                                : _ ("from %s"),
                            said_by);
  else
    statement_row_add_part (
        builder, "%s",
        kring_how_known_get_word (kring_item_get_choice (statement, KRING_F_HOW_KNOWN)));
  /* Translators: %s is who heard what was said. */
  statement_row_add_part (builder, _ ("%s heard this"), heard_by);
  if (heard_by == NULL && g_strcmp0 (brought_in_by, said_by) != 0)
    statement_row_add_part (builder, "%s", brought_in_by);
  if (kring_item_says_certainty (statement))
    sure = g_utf8_strdown (
        kring_field_get_choice_label (certainty, kring_item_get_certainty (statement)), -1);
  statement_row_add_part (builder, "%s", sure);
  parts = g_strv_builder_end (builder);
  whole = g_strjoinv (" · ", parts);
  return kring_sanitize_dup (whole);
}

/* The title, with verbatim words in quotes. */
static char *
statement_row_dup_words (KringItem *statement)
{
  g_autofree char *title = kring_item_dup_title (statement);
  g_autofree char *part = NULL;

  if (g_utf8_strlen (title, -1) <= CHARS_MAX)
    return g_steal_pointer (&title);
  part = g_utf8_substring (title, 0, CHARS_MAX);
  return g_strconcat (part, g_str_has_suffix (title, "”") ? "…”" : "…", NULL);
}

static void
show_mark (KringStatementRow *self, KringItem *statement)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_PERSON);
  const KringField *party = &kind->fields[KRING_COMMON_PARTY];
  KringParty who = kring_item_get_party (statement);

  gtk_widget_set_visible (self->mark, who != KRING_PARTY_NONE);
  if (who == KRING_PARTY_NONE)
    return;
  kring_item_preview_show_sample (KRING_ITEM_PREVIEW (self->mark), kind, party, who);
  gtk_widget_set_tooltip_text (self->mark, kring_field_get_choice_label (party, who));
}

/* Says what the judgement of a statement did to what it is about. */
static void
tell_followed (KringStatementRow *self, KringItem *about, KringCertainty before)
{
  const KringField *field = &kring_item_get_kind (about)->fields[KRING_COMMON_CERTAINTY];
  KringCertainty now = kring_item_get_certainty (about);
  g_autofree char *title = kring_map_dup_title (kring_session_get_map (self->session), about);
  g_autofree char *sure = g_utf8_strdown (kring_field_get_choice_label (field, now), -1);
  /* Translators: what a statement is about, then how sure that is now, in small letters. */
  g_autofree char *text = g_strdup_printf (_ ("%s is now: %s"), title, sure);

  if (now != before)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
}

static void
statement_row_set_certainty (KringStatementRow *self, KringCertainty certainty)
{
  KringMap *map = kring_session_get_map (self->session);
  KringItem *statement = kring_map_get_item (map, self->id);
  KringItem *about = kring_map_get_item (map, kring_item_get_text (statement, KRING_F_ABOUT));
  KringCertainty before = kring_item_get_certainty (about);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  kring_edit_set_certainty (kring_session_get_editor (self->session), ids, certainty);
  tell_followed (self, about, before);
}

static void
delete_it (KringStatementRow *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Statement deleted"));
  kring_edit_delete (kring_session_get_editor (self->session), ids);
}

static gboolean
statement_row_key_cb (gpointer data, const KringAction *action)
{
  if (action->parameter == NULL)
    delete_it (data);
  else
    statement_row_set_certainty (data, kring_action_get_certainty (action));
  return GDK_EVENT_STOP;
}

static void
kring_statement_row_dispose (GObject *object)
{
  g_clear_object (&KRING_STATEMENT_ROW (object)->session);
  G_OBJECT_CLASS (kring_statement_row_parent_class)->dispose (object);
}

static void
kring_statement_row_class_init (KringStatementRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_statement_row_dispose;
}

static GtkLabel *
statement_row_new_label (GtkWidget *box)
{
  GtkWidget *label = kring_words_new (NULL);

  gtk_label_set_lines (GTK_LABEL (label), LINES_MAX);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
kring_statement_row_init (KringStatementRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "statement");
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  kring_action_keys_add (GTK_WIDGET (self), KRING_USE_STATEMENT, statement_row_key_cb, self);
}

static void
statement_row_build (KringStatementRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->icon = GTK_IMAGE (gtk_image_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_margin_top (GTK_WIDGET (self->icon), 2);
  self->words = statement_row_new_label (column);
  self->details = statement_row_new_label (column);
  gtk_widget_add_css_class (GTK_WIDGET (self->details), "statement-details");
  gtk_widget_set_hexpand (column, TRUE);
  self->mark = kring_item_preview_new (self->session, MARK_SIZE, MARK_SIZE);
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->side), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), self->side);
  gtk_box_append (GTK_BOX (box), column);
  gtk_box_append (GTK_BOX (box), self->mark);
  gtk_button_set_child (GTK_BUTTON (self), box);
}

/**
 * kring_statement_row_new: (constructor)
 * @id: of a statement
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kring_statement_row_new (KringSession *session, const char *id)
{
  KringStatementRow *self = g_object_new (KRING_TYPE_STATEMENT_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = kring_map_get_id (kring_session_get_map (session), id);
  statement_row_build (self);
  return GTK_WIDGET (self);
}

/**
 * kring_statement_row_get_id:
 *
 * Returns: (transfer none): the id of the statement, interned
 */
const char *
kring_statement_row_get_id (KringStatementRow *self)
{
  return self->id;
}

/**
 * kring_statement_row_show:
 * @statement: as it is now
 */
void
kring_statement_row_show (KringStatementRow *self, KringItem *statement)
{
  int how_known = kring_item_get_choice (statement, KRING_F_HOW_KNOWN);
  KringStatementForm form = kring_item_get_choice (statement, KRING_F_FORM);
  gboolean refuted = kring_item_get_certainty (statement) == KRING_CERTAINTY_REFUTED;
  g_autofree char *words = statement_row_dup_words (statement);
  g_autofree char *details = statement_row_dup_details (statement);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", words, details);

  gtk_image_set_from_icon_name (self->icon, kring_how_known_get_icon (how_known, form));
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->details, details);
  kring_words_strike (self->words, refuted);
  if (refuted)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refuted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refuted");
  show_mark (self, statement);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * kring_statement_row_set_narrow:
 * @narrow: whether the row shares its line
 *
 * Puts who brought it in under the sign then, instead of behind the words.
 */
void
kring_statement_row_set_narrow (KringStatementRow *self, gboolean narrow)
{
  GtkWidget *place = narrow ? self->side : gtk_button_get_child (GTK_BUTTON (self));

  if (gtk_widget_get_parent (self->mark) == place)
    return;
  g_object_ref (self->mark);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->mark)), self->mark);
  gtk_box_append (GTK_BOX (place), self->mark);
  g_object_unref (self->mark);
}

/**
 * kring_statement_row_get_words:
 *
 * Returns: (transfer none): what is shown of the words
 */
const char *
kring_statement_row_get_words (KringStatementRow *self)
{
  return gtk_label_get_text (self->words);
}

/**
 * kring_statement_row_get_details:
 *
 * Returns: (transfer none): what stands under the words
 */
const char *
kring_statement_row_get_details (KringStatementRow *self)
{
  return gtk_label_get_text (self->details);
}
