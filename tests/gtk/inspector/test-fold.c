/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-fold.h"
#include "inspect.h"

#include "gtk/widgets/kring-choice-picker.h"
#include "map/edit/kring-commands.h"

#include <string.h>

static KringFold *
get_fold (KringFieldRow *row)
{
  GtkWidget *fold = gtk_widget_get_ancestor (GTK_WIDGET (row), KRING_TYPE_FOLD);

  return fold != NULL ? KRING_FOLD (fold) : NULL;
}

static gboolean
is_folded (KringInspector *inspector, const char *field)
{
  KringFold *fold = get_fold (inspect_get_row (inspector, field));

  return fold != NULL && !kring_fold_get_open (fold);
}

/* What is empty is out of the way until it is known, and never moves under the hands of who types
 * it. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  KringFieldRow *row;

  fixture_select (fixture, fixture->tie);
  g_assert_true (is_folded (inspector, "since"));
  g_assert_true (is_folded (inspector, "text"));
  g_assert_false (is_folded (inspector, "kind"));
  row = inspect_get_row (inspector, "since");
  inspect_type (row, "12-9-2025");
  kring_field_row_flush (row);
  g_assert_true (inspect_get_row (inspector, "since") == row);
  fixture_select (fixture, fixture->dex);
  fixture_select (fixture, fixture->tie);
  g_assert_false (is_folded (inspector, "since"));
  g_assert_true (is_folded (inspector, "text"));
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "since"), ==, "2025-09-12");
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_true (is_folded (inspector, "since"));
  g_assert_finalize_object (inspector);
}

/* Of every kind, what is filled is in sight; of the empty fields only those that are asked first. */
static void
test_filled (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "alias", "birth_date", "why", "remark", "notes" };
  KringInspector *inspector = inspect_new (fixture);
  const char *summary;

  fixture_select (fixture, fixture->dex);
  summary = kring_fold_get_summary (get_fold (inspect_get_row (inspector, "alias")));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KringFieldRow *row = inspect_get_row (inspector, fields[i]);
      const char *label = kring_field_get_label (kring_field_row_get_field (row));

      g_assert_true (is_folded (inspector, fields[i]));
      g_assert_nonnull (strstr (summary, label));
      kring_edit_set_one (fixture->editor, fixture->dex, fields[i],
                          g_variant_new_string (i == 1 ? "2010-05-01" : "quokka"), NULL);
      g_assert_false (is_folded (inspector, fields[i]));
      summary = kring_fold_get_summary (get_fold (inspect_get_row (inspector, "deceased")));
      g_assert_null (strstr (summary, label));
    }
  g_assert_false (is_folded (inspector, "name"));
  g_assert_false (is_folded (inspector, "sex"));
  g_assert_false (is_folded (inspector, "certainty"));
  g_assert_finalize_object (inspector);
}

/* What is behind a row is reached with the keyboard, which is never left behind it; what was
 * unfolded stays so for the next item. */
static void
test_fold_focus (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = KRING_INSPECTOR (kring_inspector_new ());
  KringItemForm *form;
  GtkWidget *button;
  KringFold *fold;

  kring_inspector_set_session (inspector, fixture->session);
  form = kring_inspector_get_form (inspector);
  fixture_select (fixture, fixture->dex);
  fixture_show (fixture, GTK_WIDGET (inspector));
  fold = get_fold (inspect_get_row (inspector, "notes"));
  button = kring_fold_get_button (fold);
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fold)));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (kring_fold_get_open (fold));
  g_assert_true (gtk_widget_has_focus (button));
  calm_down (2);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fold), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_has_focus (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_has_focus (button));

  g_assert_true (kring_item_form_reveal (form, "notes"));
  calm_down (2);
  g_assert_true (kring_fold_get_open (fold));
  g_assert_true (
      gtk_widget_has_focus (kring_field_row_get_editor (inspect_get_row (inspector, "notes"))));
  inspect_type (inspect_get_row (inspector, "notes"), "quokka");
  g_assert_true (
      gtk_widget_has_focus (kring_field_row_get_editor (inspect_get_row (inspector, "notes"))));
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  fixture_select (fixture, fixture->noor);
  g_assert_true (kring_fold_get_open (fold));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

/* A picker is one stop on the way with Tab; the arrows go from choice to choice. */
static void
test_picker_focus (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = KRING_INSPECTOR (kring_inspector_new ());
  KringChoicePicker *picker;

  kring_inspector_set_session (inspector, fixture->session);
  kring_edit_set_one (fixture->editor, fixture->dex, "sex", g_variant_new_string ("man"), NULL);
  fixture_select (fixture, fixture->dex);
  fixture_show (fixture, GTK_WIDGET (inspector));
  picker = KRING_CHOICE_PICKER (kring_field_row_get_editor (inspect_get_row (inspector, "sex")));
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (inspect_get_row (inspector, "name"))));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (inspector), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (kring_choice_picker_get_button (picker, KRING_SEX_MAN)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (inspector), GTK_DIR_LEFT));
  g_assert_true (gtk_widget_has_focus (kring_choice_picker_get_button (picker, KRING_SEX_WOMAN)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (inspector), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         GTK_WIDGET (inspect_get_row (inspector, "age"))));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (inspector), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_has_focus (kring_choice_picker_get_button (picker, KRING_SEX_MAN)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

static GPtrArray *
dup_way (Fixture *fixture, GtkDirectionType direction)
{
  GtkWidget *inspector = gtk_window_get_child (GTK_WINDOW (fixture->window));
  GPtrArray *way = g_ptr_array_new ();

  while (gtk_widget_child_focus (inspector, direction))
    {
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

      g_assert_false (g_ptr_array_find (way, focus, NULL));
      g_ptr_array_add (way, focus);
    }
  return way;
}

/* Shift+Tab goes the way of Tab back, and ends. */
static void
test_way_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *inspector = kring_inspector_new ();
  g_autoptr (GPtrArray) there = NULL, back = NULL;

  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  fixture_select (fixture, fixture->dex);
  fixture_show (fixture, inspector);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  there = dup_way (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_cmpuint (there->len, >, 8);
  back = dup_way (fixture, GTK_DIR_TAB_BACKWARD);
  g_assert_cmpuint (back->len, ==, there->len - 1);
  for (guint i = 0; i < back->len; i++)
    g_assert_true (back->pdata[i] == there->pdata[there->len - 2 - i]);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
}

/* Who brought it in, from which side and when, is one row; what cannot be written opens it. */
static void
test_origin (Fixture *fixture, gconstpointer data)
{
  static const char *const fields[] = { "party", "brought_in_by", "recorded" };
  KringInspector *inspector = inspect_new (fixture);
  KringFold *fold;

  fixture_select (fixture, fixture->dex);
  fold = get_fold (inspect_get_row (inspector, "party"));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (get_fold (inspect_get_row (inspector, fields[i])) == fold);
  kring_edit_set_one (fixture->editor, fixture->dex, "party", g_variant_new_string ("police"),
                      NULL);
  kring_edit_set_one (fixture->editor, fixture->dex, "brought_in_by",
                      g_variant_new_string ("Sem Hakim"), NULL);
  kring_edit_set_one (fixture->editor, fixture->dex, "recorded",
                      g_variant_new_string ("2025-11-20"), NULL);
  g_assert_cmpstr (kring_fold_get_summary (fold), ==, "Police · Sem Hakim · 20 Nov 2025");
  g_assert_false (kring_fold_get_open (fold));
  inspect_type (inspect_get_row (inspector, "recorded"), "when it was warm");
  fixture_select (fixture, fixture->noor);
  fixture_select (fixture, fixture->dex);
  g_assert_true (kring_fold_get_open (fold));
  g_assert_cmpstr (inspect_get_shown (inspect_get_row (inspector, "recorded")), ==,
                   "when it was warm");
  g_assert_finalize_object (inspector);
}

static void
test_bad_date (Fixture *fixture, gconstpointer data)
{
  KringInspector *inspector = inspect_new (fixture);
  KringFieldRow *row;
  guint64 revision = kring_history_get_revision (kring_session_get_history (fixture->session));

  fixture_select (fixture, fixture->tie);
  row = inspect_get_row (inspector, "since");
  inspect_type (row, "when it was warm");
  kring_field_row_flush (row);
  g_assert_nonnull (kring_field_row_get_message (row));
  g_assert_cmpstr (inspect_get_shown (row), ==, "when it was warm");
  g_assert_null (fixture_get (fixture, fixture->tie, "since"));
  g_assert_cmpuint (kring_history_get_revision (kring_session_get_history (fixture->session)), ==,
                    revision);

  /* Somewhere else and back: it is still there. */
  fixture_select (fixture, fixture->dex);
  fixture_select (fixture, fixture->tie);
  g_assert_false (is_folded (inspector, "since"));
  row = inspect_get_row (inspector, "since");
  g_assert_cmpstr (inspect_get_shown (row), ==, "when it was warm");
  inspect_type (row, "12-9-2025");
  kring_field_row_flush (row);
  g_assert_null (kring_field_row_get_message (row));
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "since"), ==, "2025-09-12");
  g_assert_finalize_object (inspector);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/fold/folded", test_folded);
  FIXTURE_TEST ("/fold/filled", test_filled);
  FIXTURE_TEST ("/fold/focus", test_fold_focus);
  FIXTURE_TEST ("/fold/picker-focus", test_picker_focus);
  FIXTURE_TEST ("/fold/way-back", test_way_back);
  FIXTURE_TEST ("/fold/origin", test_origin);
  FIXTURE_TEST ("/fold/bad-date", test_bad_date);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
