/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed in fields, cells and lines, by real keys, when somebody goes elsewhere. */
#include "fixture.h"
#include "hands.h"
#include "seek.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/inspector/kring-participants.h"
#include "gtk/lists/kring-list-cell.h"
#include "gtk/widgets/kring-draft-line.h"
#include "gtk/widgets/kring-fold.h"
#include "map/edit/kring-commands.h"

#include <adwaita.h>

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static guint n_shown;

/* With a button below, to go to. */
static GtkWidget *
show (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label ("elders");
  g_autofree char *title = g_strdup_printf ("venster %u", ++n_shown);

  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (box), button);
  fixture_show (fixture, box);
  gtk_window_set_title (GTK_WINDOW (fixture->window), title);
  hands_do ("search --sync --onlyvisible --name '^%s$' windowfocus", title);
  calm_until (is_active (fixture->window));
  return button;
}

typedef struct
{
  GtkWidget *editable;
  const char *text;
} Expected;

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (expected->editable)), expected->text);
}

static void
type (GtkWidget *editable, const char *text)
{
  Expected expected = { editable, text };

  if (!(gtk_widget_get_state_flags (editable) & GTK_STATE_FLAG_FOCUS_WITHIN))
    gtk_widget_grab_focus (editable);
  hands_do ("type --delay 5 '%s'", text);
  calm_until (has_text (&expected));
}

static void
show_in (KringItemForm *form, const char *id, const char *other)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  if (other != NULL)
    g_ptr_array_add (ids, (gpointer) other);
  kring_item_form_set_ids (form, ids);
}

static KringItemForm *
new_form (Fixture *fixture, const char *id)
{
  KringItemForm *form = KRING_ITEM_FORM (kring_item_form_new (fixture->session));

  show_in (form, id, NULL);
  return form;
}

static void
open_folds (GtkWidget *widget)
{
  if (KRING_IS_FOLD (widget))
    kring_fold_set_open (KRING_FOLD (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_folds (child);
}

static GtkWidget *
get_entry (KringItemForm *form, const char *field)
{
  return kring_field_row_get_editor (kring_item_form_get_row (form, field));
}

static gboolean
has_draft (gpointer data)
{
  return kring_drafts_get_size (data) > 0;
}

static gboolean
can_take_back (gpointer data)
{
  return kring_drafts_can_take_back (data);
}

/* A date that is none yet is a draft of its item, in whatever form, until it is one. */
static void
test_field (Fixture *fixture, gconstpointer data)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  KringItemForm *form = new_form (fixture, fixture->dex), *other;
  GtkWidget *button = show (fixture, GTK_WIDGET (form));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  open_folds (GTK_WIDGET (form));
  fixture_settle ();
  type (get_entry (form, "birth_date"), "ergens in");
  gtk_widget_grab_focus (button);
  calm_until (has_draft (drafts));
  g_ptr_array_add (ids, fixture->noor);
  kring_item_form_set_ids (form, ids);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (form, "birth_date"))), ==, "");
  other = g_object_ref_sink (new_form (fixture, fixture->dex));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (other, "birth_date"))), ==,
                   "ergens in");
  gtk_editable_set_text (GTK_EDITABLE (get_entry (other, "birth_date")), "2003");
  kring_item_form_flush (other);
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "birth_date"), ==, "2003");
  g_assert_false (has_draft (drafts));
  g_assert_finalize_object (other);
}

static void
assert_thrown_and_back (Fixture *fixture, GtkWidget *entry, const char *words, const char *old)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  Expected was = { entry, old }, back = { entry, words };

  gtk_widget_grab_focus (entry);
  hands_do ("key ctrl+a");
  type (entry, words);
  hands_do ("key Escape");
  calm_until (has_text (&was));
  g_assert_false (has_draft (drafts));
  g_assert_true (kring_drafts_take_back (drafts));
  calm_until (has_text (&back));
  g_assert_true (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN);
  g_assert_true (has_draft (drafts));
  hands_do ("key Escape");
  calm_until (has_text (&was));
}

/* Escape shows the old value again, and undo the words: also those that would fit. */
static void
test_field_escape (Fixture *fixture, gconstpointer data)
{
  KringItemForm *form = new_form (fixture, fixture->dex);

  kring_edit_set_one (fixture->editor, fixture->dex, "birth_date", g_variant_new_string ("2003"),
                      NULL);
  show (fixture, GTK_WIDGET (form));
  open_folds (GTK_WIDGET (form));
  fixture_settle ();
  assert_thrown_and_back (fixture, get_entry (form, "birth_date"), "ergens in", "2003");
  assert_thrown_and_back (fixture, get_entry (form, "birth_date"), "2004", "2003");
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "birth_date"), ==, "2003");
  g_assert_null (kring_field_row_get_message (kring_item_form_get_row (form, "birth_date")));
}

/* Of several as of one, in whatever order they were selected. */
static void
test_field_of_several (Fixture *fixture, gconstpointer data)
{
  KringItemForm *form = new_form (fixture, fixture->dex);
  GtkWidget *button = show (fixture, GTK_WIDGET (form));

  show_in (form, fixture->dex, fixture->noor);
  open_folds (GTK_WIDGET (form));
  fixture_settle ();
  assert_thrown_and_back (fixture, get_entry (form, "birth_date"), "ergens in", "");
  assert_thrown_and_back (fixture, get_entry (form, "alias"), "de buren", "");
  type (get_entry (form, "birth_date"), "ergens in");
  gtk_widget_grab_focus (button);
  show_in (form, fixture->noor, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (form, "birth_date"))), ==, "");
  show_in (form, fixture->noor, fixture->dex);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (form, "birth_date"))), ==,
                   "ergens in");
}

static char *
dup_shown (GtkWidget *view)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text, NULL);
  return text;
}

/* A long text of several is a draft until the keyboard leaves it. */
static void
test_long_of_several (Fixture *fixture, gconstpointer data)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  KringItemForm *form = new_form (fixture, fixture->dex);
  g_autofree char *old = NULL, *back = NULL;
  GtkWidget *view;

  kring_edit_set_one (fixture->editor, fixture->dex, "notes", g_variant_new_string ("oud"), NULL);
  show (fixture, GTK_WIDGET (form));
  show_in (form, fixture->dex, fixture->noor);
  open_folds (GTK_WIDGET (form));
  fixture_settle ();
  view = get_entry (form, "notes");
  gtk_widget_grab_focus (view);
  hands_do ("type --delay 5 'op kamp'");
  calm_until (has_draft (drafts));
  hands_do ("key Escape");
  calm_until (can_take_back (drafts));
  old = dup_shown (view);
  g_assert_cmpstr (old, ==, "");
  g_assert_true (kring_drafts_take_back (drafts));
  back = dup_shown (view);
  g_assert_cmpstr (back, ==, "op kamp");
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "notes"), ==, "oud");
}

static gboolean
is_listed (gpointer data)
{
  return kring_participants_get_size (data) == 1;
}

/* Who leaves the line has added who stands there; Escape has not, and undo brings the name back. */
static void
test_participant (Fixture *fixture, gconstpointer data)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  GtkWidget *participants = kring_participants_new (fixture->session);
  GtkWidget *button = show (fixture, participants);
  GtkWidget *line = seek_type (participants, GTK_TYPE_ENTRY);
  Expected empty = { line, "" }, back = { line, "Sem" };

  type (line, "Marit");
  g_assert_cmpuint (kring_participants_get_size (KRING_PARTICIPANTS (participants)), ==, 0);
  gtk_widget_grab_focus (button);
  calm_until (is_listed (participants));
  g_assert_false (has_draft (drafts));
  type (line, "Sem");
  hands_do ("key Escape");
  calm_until (has_text (&empty));
  g_assert_true (kring_drafts_take_back (drafts));
  calm_until (has_text (&back));
  kring_participants_flush (KRING_PARTICIPANTS (participants));
  g_assert_cmpuint (kring_participants_get_size (KRING_PARTICIPANTS (participants)), ==, 1);
  kring_participants_finish (KRING_PARTICIPANTS (participants));
  g_assert_cmpuint (kring_participants_get_size (KRING_PARTICIPANTS (participants)), ==, 2);
  g_assert_false (has_draft (drafts));
}

/* Participants stand as they were typed, whatever their ids are. */
static void
test_participants_in_order (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Zoe", "Ali", "Mo", "Bea", "Yara", "Cas" };
  GtkWidget *participants = kring_participants_new (fixture->session);
  GtkWidget *row;

  show (fixture, participants);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    kring_edit_add_participant (fixture->editor, names[i]);
  row = seek_type (participants, ADW_TYPE_EXPANDER_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (ADW_IS_EXPANDER_ROW (row));
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, names[i]);
      row = gtk_widget_get_next_sibling (row);
    }
}

/* What was typed about one is not added to another. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  GtkWidget *line = gtk_entry_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  kring_draft_line_follow (line, fixture->session, KRING_DRAFT_TASK);
  kring_draft_line_set_about (line, fixture->dex);
  show (fixture, line);
  type (line, "Adres nagaan");
  kring_draft_line_set_about (line, fixture->noor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line)), ==, "");
  kring_draft_line_set_about (line, fixture->dex);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line)), ==, "Adres nagaan");
  g_ptr_array_add (ids, fixture->dex);
  kring_drafts_keep (drafts, KRING_DRAFT_TASK, ids, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (line)), ==, "");
}

static gboolean
is_renamed (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (fixture_get (fixture, fixture->dex, "name"), "Dexter") == 0;
}

static GtkWidget *
edit_cell (Fixture *fixture, KringItemList *list, const char *text)
{
  GtkWidget *cell = kring_list_cell_new (fixture->session, list, KRING_COLUMN_NAME);

  kring_list_cell_set_item (KRING_LIST_CELL (cell),
                            kring_map_get_item (fixture->map, fixture->dex));
  show (fixture, cell);
  kring_list_cell_edit (KRING_LIST_CELL (cell));
  gtk_editable_set_text (GTK_EDITABLE (seek_type (cell, GTK_TYPE_ENTRY)), "");
  type (seek_type (cell, GTK_TYPE_ENTRY), text);
  return cell;
}

/* A cell that is given another item writes first. */
static void
test_cell (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringItemList) list = kring_item_list_new (fixture->map);
  GtkWidget *cell = edit_cell (fixture, list, "Dexter");

  kring_list_cell_set_item (KRING_LIST_CELL (cell),
                            kring_map_get_item (fixture->map, fixture->noor));
  calm_until (is_renamed (fixture));
}

/* Escape does not write, and can be undone. */
static void
test_cell_escape (Fixture *fixture, gconstpointer data)
{
  KringDrafts *drafts = kring_session_get_drafts (fixture->session);
  g_autoptr (KringItemList) list = kring_item_list_new (fixture->map);

  edit_cell (fixture, list, "Dexter");
  hands_do ("key Escape");
  calm_until (can_take_back (drafts));
  g_assert_false (is_renamed (fixture));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/drafts/field", test_field);
  FIXTURE_TEST ("/drafts/field-escape", test_field_escape);
  FIXTURE_TEST ("/drafts/field-of-several", test_field_of_several);
  FIXTURE_TEST ("/drafts/long-of-several", test_long_of_several);
  FIXTURE_TEST ("/drafts/participant", test_participant);
  FIXTURE_TEST ("/drafts/participants-in-order", test_participants_in_order);
  FIXTURE_TEST ("/drafts/line", test_line);
  FIXTURE_TEST ("/drafts/cell", test_cell);
  FIXTURE_TEST ("/drafts/cell-escape", test_cell_escape);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
