/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the text of a statement says of itself: who said it, and how it is known. */
#include "card.h"
#include "fixture.h"
#include "seek.h"

#include "gtk/records/kring-statement-popover.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"

#include <string.h>

static void
ask_about (GtkWidget *popover, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_ptr_array_add (ids, (gpointer) id);
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (popover), gtk_widget_get_parent (popover),
                               &(GdkRectangle){ 100, 100, 1, 1 }, ids);
  fixture_settle ();
}

static const struct
{
  const char *text;
  KringHowKnown way;
  const char *speaker;
  gboolean reminds;
} sayings[] = {
  { "Dex zegt dat hij weg wil", KRING_HOW_KNOWN_TOLD_BY_PERSON, "Dex", TRUE },
  { "dex zei: ik wil weg", KRING_HOW_KNOWN_TOLD_BY_PERSON, "dex", TRUE },
  { "Dex geeft aan dat hij weg wil", KRING_HOW_KNOWN_TOLD_BY_PERSON, "Dex", TRUE },
  { "Dex heeft verteld over het huis", KRING_HOW_KNOWN_TOLD_BY_PERSON, "Dex", TRUE },
  { "Volgens Dex is er niets", KRING_HOW_KNOWN_TOLD_BY_PERSON, "Dex", TRUE },
  { "mama vertelde dat hij belt", KRING_HOW_KNOWN_TOLD_BY_OTHER, "mama", TRUE },
  { "De moeder van Dex zegt: hij is weg", KRING_HOW_KNOWN_TOLD_BY_OTHER, "De moeder van Dex",
    TRUE },
  { "Ilse V. vertelde ons", KRING_HOW_KNOWN_TOLD_BY_OTHER, "Ilse V.", TRUE },
  { "Gehoord van een buurvrouw", KRING_HOW_KNOWN_TOLD_BY_OTHER, NULL, TRUE },
  { "Ze zegt dat het goed gaat", KRING_HOW_KNOWN_NOT_SAID, NULL, TRUE },
  { "We zagen hem", KRING_HOW_KNOWN_SEEN, NULL, FALSE },
  { "Er staat in het verslag", KRING_HOW_KNOWN_FROM_SYSTEM, NULL, FALSE },
  { "Volgens het dossier is het zo", KRING_HOW_KNOWN_FROM_SYSTEM, NULL, FALSE },
  { "Wij denken dat hij liegt", KRING_HOW_KNOWN_CONCLUDED, NULL, FALSE },
  { "Hij was laat, zei niets", KRING_HOW_KNOWN_NOT_SAID, NULL, FALSE },
  { "Zegt niets", KRING_HOW_KNOWN_NOT_SAID, NULL, FALSE },
  { "Volgens afspraak thuis", KRING_HOW_KNOWN_NOT_SAID, NULL, FALSE },
  { "Hij is vaak weg", KRING_HOW_KNOWN_NOT_SAID, NULL, FALSE },
  { " zegt  zei zegt", KRING_HOW_KNOWN_NOT_SAID, NULL, TRUE },
  { "", KRING_HOW_KNOWN_NOT_SAID, NULL, FALSE },
};

/* Somebody said it: the one it is about, or somebody else, whose words are hearsay. Any saying
 * reminds not to question. */
static void
test_sayings (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    {
      GtkWidget *popover = card_open (fixture, fixture->dex);
      gboolean reminds;

      g_test_message ("%s", sayings[i].text);
      kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), sayings[i].text);
      reminds = seek (popover, card_says, "Do not question further.") != NULL;
      g_assert_cmpint (reminds, ==, sayings[i].reminds);
      card_press (seek (popover, card_is_view, NULL), GDK_KEY_Return, 0);
      if (*sayings[i].text != '\0')
        {
          KringItem *noted = card_get_newest (fixture, fixture->dex);

          g_assert_cmpint (kring_item_get_choice (noted, "how_known"), ==, sayings[i].way);
          g_assert_cmpstr (kring_item_get_text (noted, "said_by"), ==, sayings[i].speaker);
          kring_history_undo (kring_editor_get_history (fixture->editor));
        }
      card_finish (popover);
    }
}

/* What was read from the text goes when the text no longer says it; what was chosen stays. */
static void
test_saying_withdrawn (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = card_open (fixture, fixture->dex);
  GtkWidget *view = seek (popover, card_is_view, NULL);
  KringItem *noted;

  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Dex zegt het");
  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Mama zegt het");
  card_press (view, GDK_KEY_Return, 0);
  noted = card_get_newest (fixture, fixture->dex);
  g_assert_cmpint (kring_item_get_choice (noted, "how_known"), ==, KRING_HOW_KNOWN_TOLD_BY_OTHER);
  g_assert_cmpstr (kring_item_get_text (noted, "said_by"), ==, "Mama");
  kring_history_undo (kring_editor_get_history (fixture->editor));
  ask_about (popover, fixture->dex);
  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Dex zegt het");
  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Het is zo");
  card_press (view, GDK_KEY_Return, 0);
  noted = card_get_newest (fixture, fixture->dex);
  g_assert_cmpint (kring_item_get_choice (noted, "how_known"), ==, KRING_HOW_KNOWN_NOT_SAID);
  g_assert_null (kring_item_get_text (noted, "said_by"));
  kring_history_undo (kring_editor_get_history (fixture->editor));
  ask_about (popover, fixture->dex);
  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Dex stond daar");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (seek (popover, card_is_button_for, "Seen or heard ourselves")), TRUE);
  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Dex zegt het");
  card_press (view, GDK_KEY_Return, 0);
  g_assert_cmpint (kring_item_get_choice (card_get_newest (fixture, fixture->dex), "how_known"), ==,
                   KRING_HOW_KNOWN_SEEN);
  card_finish (popover);
}

/* Either of the two whom a tie is between is one that it is about. */
static void
test_saying_of_tie (Fixture *fixture, gconstpointer data)
{
  GtkWidget *popover = card_open (fixture, fixture->tie);

  kring_statement_popover_set_text (KRING_STATEMENT_POPOVER (popover), "Dex zegt van niet");
  card_press (seek (popover, card_is_view, NULL), GDK_KEY_Return, 0);
  g_assert_cmpint (kring_item_get_choice (card_get_newest (fixture, fixture->tie), "how_known"), ==,
                   KRING_HOW_KNOWN_TOLD_BY_PERSON);
  card_finish (popover);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/record/sayings/all", test_sayings);
  FIXTURE_TEST ("/record/sayings/withdrawn", test_saying_withdrawn);
  FIXTURE_TEST ("/record/sayings/of-tie", test_saying_of_tie);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
