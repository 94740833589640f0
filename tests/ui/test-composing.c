/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Enter that ends a letter of the input method is not the Enter that notes: by real keys, with
 * the way to compose that GTK always has. */
#include "desk.h"

#include "details/kring-inspector.h"
#include "edit/kring-commands.h"
#include "hands.h"
#include "seek.h"

/* "Zo", and then the last letter by its number: where Enter is taken too early it never comes. */
static void
compose (Desk *desk)
{
  guint n = kring_map_get_n_items (desk->map);

  hands_do ("type --delay 5 'Zo'");
  desk_wait_for_text (desk, "Zo");
  hands_do ("key ctrl+shift+u");
  hands_do ("key e b Return");
  desk_wait_for_text (desk, "Zoë");
  fixture_settle ();
  desk_wait_for_text (desk, "Zoë");
  g_assert_cmpuint (kring_map_get_n_items (desk->map), ==, n);
}

static gboolean
has_zoe (gpointer data)
{
  return desk_find (data, KRING_KIND_PERSON, "name", "Zoë") != NULL;
}

static void
test_names (void)
{
  Desk desk;

  desk_set_up_names (&desk);
  compose (&desk);
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_finish (&desk);
}

static void
test_cards (void)
{
  static const struct
  {
    const char *record, *field;
    KringKindId kind;
  } cards[] = {
    { "statement", "words", KRING_KIND_STATEMENT },
    { "signal", "about", KRING_KIND_SIGNAL } /* the list has words like it */,
    { "question", "name", KRING_KIND_TASK },
  };
  Desk desk;

  desk_set_up (&desk);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_test_message ("%s", cards[i].record);
      desk_ask (&desk, cards[i].record);
      compose (&desk);
      g_assert_true (desk_is_card_open (&desk));
      hands_do ("key Return");
      fixture_wait (desk_is_card_closed, &desk);
      g_assert_nonnull (desk_find (&desk, cards[i].kind, cards[i].field,
                                   g_str_equal (cards[i].field, "about") ? desk.dex : "Zoë"));
    }
  desk_finish (&desk);
}

static void
test_map (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_nonnull (desk_find (&desk, KRING_KIND_TIE, "kind", "Zoë"));
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_finish (&desk);
}

static gboolean
is_found (gpointer data)
{
  Desk *desk = data;

  return kring_selection_contains (kring_session_get_selection (desk->session), desk->noor);
}

static void
test_search (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_edit_rename (kring_session_get_editor (desk.session), desk.noor, "Zoë", NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.search", NULL);
  fixture_wait (desk_is_card_open, &desk);
  compose (&desk);
  g_assert_true (desk_is_card_open (&desk));
  g_assert_false (is_found (&desk));
  hands_do ("key Return");
  fixture_wait (is_found, &desk);
  desk_finish (&desk);
}

/* The fields of the case are long ones, of which Enter is no part. */
static void
test_fields (void)
{
  static const char *const fields[] = { "title", "purpose" };
  KringInspector *inspector;
  Desk desk;

  desk_set_up (&desk);
  kring_selection_clear (kring_session_get_selection (desk.session));
  fixture_settle ();
  inspector = KRING_INSPECTOR (seek_type (GTK_WIDGET (desk.window), KRING_TYPE_INSPECTOR));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      KringFieldRow *row =
          kring_item_form_get_row (kring_inspector_get_form (inspector), fields[i]);

      gtk_widget_grab_focus (kring_field_row_get_editor (row));
      compose (&desk);
      hands_do ("key Return");
      g_assert_cmpstr (kring_item_get_text (kring_map_get_case (desk.map), fields[i]), ==, "Zoë");
    }
  desk_finish (&desk);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/composing/names", test_names);
  g_test_add_func ("/ui/composing/cards", test_cards);
  g_test_add_func ("/ui/composing/map", test_map);
  g_test_add_func ("/ui/composing/search", test_search);
  g_test_add_func ("/ui/composing/fields", test_fields);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
