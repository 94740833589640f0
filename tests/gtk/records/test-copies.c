/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who gets what was made, asked once; and who has what, on the card of the case. */
#include "fixture.h"
#include "seek.h"

#include "gtk/records/kring-copy-bar.h"
#include "gtk/records/kring-copy-section.h"
#include "map/facts/kring-copies.h"
#include "map/share/kring-reader.h"

#include <string.h>

static const KringNewCopy given = {
  .reader = KRING_READER_CARE, .names = KRING_NAMES_INITIALS, .layers = "PDF", .hash = "ab12"
};

static gboolean
is_entry_for (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_ENTRY (widget) &&
         g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (widget)), data) == 0;
}

static GtkEditable *
find_entry (GtkWidget *bar, const char *words)
{
  GtkWidget *entry = seek (bar, is_entry_for, words);

  g_assert_nonnull (entry);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
add_bar (Fixture *fixture)
{
  GtkWidget *bar = kring_copy_bar_new (fixture->session);

  fixture_show (fixture, bar);
  g_assert_false (kring_copy_bar_get_asking (KRING_COPY_BAR (bar)));
  return bar;
}

static guint
count (Fixture *fixture)
{
  return kring_map_get_n_of_kind (fixture->map, KRING_KIND_COPY);
}

static void
test_noted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = add_bar (fixture);
  KringItem *copy;

  kring_copy_bar_ask (KRING_COPY_BAR (bar), &given);
  g_assert_true (kring_copy_bar_get_asking (KRING_COPY_BAR (bar)));
  g_assert_cmpstr (gtk_editable_get_text (find_entry (bar, "Name")), ==, "");
  gtk_editable_set_text (find_entry (bar, "Name"), "Sanne");
  gtk_editable_set_text (find_entry (bar, "Organisation"), "De Brug");
  g_signal_emit_by_name (find_entry (bar, "Organisation"), "activate");
  g_assert_false (kring_copy_bar_get_asking (KRING_COPY_BAR (bar)));
  g_assert_cmpuint (count (fixture), ==, 1);
  copy = kring_copies_find_last (fixture->map, KRING_READER_CARE);
  g_assert_cmpstr (kring_item_get_text (copy, KRING_F_NAME), ==, "Sanne");
  g_assert_cmpstr (kring_item_get_text (copy, KRING_F_ORGANISATION), ==, "De Brug");
  g_assert_cmpstr (kring_item_get_text (copy, KRING_F_HASH), ==, "ab12");
  g_assert_cmpint (kring_item_get_choice (copy, KRING_F_NAMES), ==, KRING_NAMES_INITIALS);

  /* The next time the answers stand there, for the same reader. */
  kring_copy_bar_ask (KRING_COPY_BAR (bar), &given);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (bar, "Name")), ==, "Sanne");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (bar, "Organisation")), ==, "De Brug");
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_skipped (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = add_bar (fixture);

  kring_copy_bar_ask (KRING_COPY_BAR (bar), &given);
  gtk_editable_set_text (find_entry (bar, "Name"), "Sanne");
  g_signal_emit_by_name (seek_type (bar, GTK_TYPE_INFO_BAR), "close");
  g_assert_false (kring_copy_bar_get_asking (KRING_COPY_BAR (bar)));
  kring_copy_bar_note (KRING_COPY_BAR (bar));
  g_assert_cmpuint (count (fixture), ==, 0);
}

static void
test_listed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = kring_copy_section_new (fixture->session);
  KringCopySection *section = KRING_COPY_SECTION (widget);
  KringEditor *editor = fixture->editor;
  KringNewCopy wanted = given;
  KringItem *the_case = kring_map_get_case (fixture->map), *person;

  fixture_show (fixture, widget);
  kring_section_show_item (KRING_SECTION (section), the_case);
  g_assert_false (gtk_widget_get_visible (widget));
  wanted.name = "Sanne";
  kring_edit_note_copy (editor, &wanted);
  g_assert_true (gtk_widget_get_visible (widget));
  g_assert_cmpuint (kring_copy_section_get_size (section), ==, 1);
  g_assert_nonnull (strstr (kring_copy_section_get_subtitle (section, 0), "Initials"));
  g_assert_false (g_str_has_prefix (kring_copy_section_get_subtitle (section, 0), "Older version"));
  person = kring_edit_add (editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (0, 90));
  g_assert_true (g_str_has_prefix (kring_copy_section_get_subtitle (section, 0), "Older version"));
  kring_section_show_item (KRING_SECTION (section), person);
  g_assert_false (gtk_widget_get_visible (widget));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/records/copies/noted", test_noted);
  FIXTURE_TEST ("/records/copies/skipped", test_skipped);
  FIXTURE_TEST ("/records/copies/listed", test_listed);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
