/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Enter that ends a letter of the input method is not the Enter that notes: by real keys, with
 * the way to compose that GTK always has. */
#include "fixture.h"

#include "canvas/kring-canvas.h"
#include "details/kring-inspector.h"
#include "edit/kring-commands.h"
#include "hands.h"
#include "seek.h"

#include <string.h>

typedef struct
{
  KringWindow *window;
  KringSession *session; /* of the window */
  KringMap *map;
  KringInteraction *interaction;
  char *noor, *dex; /* (owned): ids */
} Desk;

typedef struct
{
  Desk *desk;
  const char *text;
} Expected;

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static char *
add_person (Desk *desk, const char *name, double x)
{
  return g_strdup (kring_item_get_id (kring_edit_add (
      kring_session_get_editor (desk->session), KRING_KIND_PERSON, name, KRING_POINT_INIT (x, 0))));
}

/* In GTK 4.8 a hint that waits under the pointer outlives its window, and complains. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return strstr (message, "gdk_surface_get_device_position") == NULL &&
         strstr (message, "_gtk_widget_find_at_coords") == NULL;
}

static void
desk_set_up (Desk *desk, gboolean names)
{
  g_test_log_set_fatal_handler (is_fatal, NULL);
  desk->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  kring_window_begin (desk->window);
  g_object_set (desk->window, "show-names", names, NULL);
  desk->session = kring_window_get_session (desk->window);
  desk->map = kring_session_get_map (desk->session);
  desk->noor = names ? NULL : add_person (desk, "Noor", 0);
  desk->dex = names ? NULL : add_person (desk, "Dex", 300);
  gtk_window_present (GTK_WINDOW (desk->window));
  desk->interaction = kring_canvas_get_interaction (
      KRING_CANVAS (seek_type (GTK_WIDGET (desk->window), KRING_TYPE_CANVAS)));
  hands_do ("search --sync --onlyvisible --name 'Untitled map' windowfocus");
  fixture_wait (is_active, desk->window);
  if (!names)
    kring_selection_select (kring_session_get_selection (desk->session), desk->dex);
}

static void
desk_clear (Desk *desk)
{
  fixture_assert_finalised (GTK_WIDGET (desk->window));
  g_free (desk->noor);
  g_free (desk->dex);
}

static GtkWidget *
get_focus (Desk *desk)
{
  return gtk_root_get_focus (GTK_ROOT (desk->window));
}

static gboolean
is_card_open (gpointer data)
{
  GtkWidget *focus = get_focus (data);
  GtkWidget *card = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return card != NULL && gtk_widget_get_mapped (card);
}

static gboolean
is_card_closed (gpointer data)
{
  return !is_card_open (data);
}

static gboolean
has_text (gpointer data)
{
  Expected *expected = data;
  GtkWidget *focus = get_focus (expected->desk);
  g_autofree char *text = NULL;

  if (GTK_IS_TEXT_VIEW (focus))
    g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "text", &text, NULL);
  else if (GTK_IS_EDITABLE (focus))
    text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
  return g_strcmp0 (text, expected->text) == 0;
}

/* "Zo", and then the last letter by its number: where Enter is taken too early it never comes. */
static void
compose (Desk *desk)
{
  Expected begun = { desk, "Zo" }, done = { desk, "Zoë" };
  guint n = kring_map_get_n_items (desk->map);

  hands_do ("type --delay 5 'Zo'");
  fixture_wait (has_text, &begun);
  hands_do ("key ctrl+shift+u");
  hands_do ("key e b Return");
  fixture_wait (has_text, &done);
  fixture_settle ();
  g_assert_true (has_text (&done));
  g_assert_cmpuint (kring_map_get_n_items (desk->map), ==, n);
}

static KringItem *
find (Desk *desk, KringKindId kind, const char *field, const char *text)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (desk->map, kind);

  for (guint i = 0; i < items->len; i++)
    if (g_strcmp0 (kring_item_get_text (items->pdata[i], field), text) == 0)
      return items->pdata[i];
  return NULL;
}

static gboolean
has_zoe (gpointer data)
{
  return find (data, KRING_KIND_PERSON, "name", "Zoë") != NULL;
}

static void
test_names (void)
{
  Desk desk;

  desk_set_up (&desk, TRUE);
  compose (&desk);
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_clear (&desk);
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

  desk_set_up (&desk, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_test_message ("%s", cards[i].record);
      g_assert_true (kring_interaction_ask_record (desk.interaction, cards[i].record));
      fixture_wait (is_card_open, &desk);
      compose (&desk);
      g_assert_true (is_card_open (&desk));
      hands_do ("key Return");
      fixture_wait (is_card_closed, &desk);
      g_assert_nonnull (find (&desk, cards[i].kind, cards[i].field,
                              g_str_equal (cards[i].field, "about") ? desk.dex : "Zoë"));
    }
  desk_clear (&desk);
}

static void
test_map (void)
{
  Desk desk;

  desk_set_up (&desk, FALSE);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (is_card_open, &desk);
  compose (&desk);
  g_assert_true (is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (is_card_closed, &desk);
  g_assert_nonnull (find (&desk, KRING_KIND_TIE, "kind", "Zoë"));
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (is_card_open, &desk);
  compose (&desk);
  g_assert_true (is_card_open (&desk));
  hands_do ("key Return");
  fixture_wait (has_zoe, &desk);
  desk_clear (&desk);
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

  desk_set_up (&desk, FALSE);
  kring_edit_rename (kring_session_get_editor (desk.session), desk.noor, "Zoë", NULL);
  gtk_widget_activate_action (GTK_WIDGET (desk.window), "win.search", NULL);
  fixture_wait (is_card_open, &desk);
  compose (&desk);
  g_assert_true (is_card_open (&desk));
  g_assert_false (is_found (&desk));
  hands_do ("key Return");
  fixture_wait (is_found, &desk);
  desk_clear (&desk);
}

/* The fields of the case are long ones, of which Enter is no part. */
static void
test_fields (void)
{
  static const char *const fields[] = { "title", "purpose" };
  KringInspector *inspector;
  Desk desk;

  desk_set_up (&desk, FALSE);
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
  desk_clear (&desk);
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
