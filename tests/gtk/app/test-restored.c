/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program ends while somebody types: the words are in the recovery copy and in nothing else, and
 * come back in the card that they were typed in. */
#include "desk.h"
#include "dialogs.h"

#include "gtk/app/kring-application.h"
#include "gtk/app/kring-recovery-offer.h"
#include "hands.h"
#include "hands/session/kring-drafts.h"
#include "map/edit/kring-commands.h"

#include <glib/gstdio.h>
#include <string.h>

static void
remove_all (void)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GPtrArray) copies = kring_recovery_copy_find (folder);

  while (copies->len > 0)
    kring_recovery_copy_remove (g_ptr_array_steal_index (copies, 0));
}

/* Moves what is in one folder to another, which is made. */
static void
move_all (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *old = g_build_filename (from, name, NULL);
      g_autofree char *new = g_build_filename (to, name, NULL);

      g_assert_cmpint (g_rename (old, new), ==, 0);
    }
}

static gboolean
is_let_go (gpointer folder)
{
  g_autoptr (GPtrArray) copies = kring_recovery_copy_find (folder);

  return copies->len == 1;
}

/* As a kill leaves the disk: whatever the window still does on its way out does not get there. */
static void
end (Desk *desk)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autofree char *aside = g_strconcat (folder, "-aside", NULL);

  move_all (folder, aside);
  fixture_assert_finalised (GTK_WIDGET (desk->window));
  remove_all ();
  move_all (aside, folder);
  fixture_wait (is_let_go, folder);
}

static void
restore (Desk *desk)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (KringDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  KringRecoveryCopy *copy;
  KringWindow *window;

  copies = kring_recovery_copy_find (folder);
  g_assert_cmpuint (copies->len, ==, 1);
  copy = g_ptr_array_steal_index (copies, 0);
  document = kring_recovery_copy_open (copy, &error);
  g_assert_no_error (error);
  window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  kring_window_set_document (window, document, copy);
  desk_look_at (desk, window);
  kring_window_show_restored (window);
}

static void
end_and_restore (Desk *desk)
{
  end (desk);
  restore (desk);
}

static gint64
get_time (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0
             ? info.st_mtim.tv_sec * G_USEC_PER_SEC + info.st_mtim.tv_nsec / 1000
             : 0;
}

/* The words come first, and the map that they are about after them. */
static gboolean
has_map (const char *typed)
{
  g_autofree char *stem = g_strndup (typed, strlen (typed) - strlen (".typed"));
  g_autofree char *map = g_strconcat (stem, ".kring", NULL);

  return get_time (map) >= get_time (typed);
}

/* Whether a copy that is on the disk by now has just these words in it. */
static gboolean
is_in_copy (gpointer text)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (!found && dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *content = NULL;

      found = g_str_has_suffix (name, ".typed") &&
              g_file_get_contents (path, &content, NULL, NULL) && strstr (content, text) != NULL &&
              has_map (path);
    }
  return found;
}

/* Without anything else being done: a copy that somebody asks for would enter what is typed. */
static void
wait_for_copy (const char *text)
{
  fixture_wait (is_in_copy, (gpointer) text);
}

/* Typed by real keys. */
static void
type (Desk *desk, const char *text)
{
  hands_do ("type --delay 5 '%s'", text);
  desk_wait_for_text (desk, text);
  wait_for_copy (text);
}

static void
discard (Desk *desk)
{
  end (desk);
  desk_clear (desk);
  remove_all ();
}

static void
test_cards (void)
{
  static const char *const records[] = { "statement", "signal", "protective", "question" };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      Desk desk;

      g_test_message ("%s", records[i]);
      desk_set_up (&desk);
      desk_ask (&desk, records[i]);
      type (&desk, "half een zin");
      end_and_restore (&desk);
      fixture_wait (desk_is_card_open, &desk);
      desk_wait_for_text (&desk, "half een zin");
      g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
      discard (&desk);
    }
}

/* What is asked on the map: a tie that was drawn is there again, also when nothing was typed yet. */
static void
test_tie (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_tie (desk.interaction, desk.noor, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  wait_for_copy ("'tie'");
  end_and_restore (&desk);
  fixture_wait (desk_is_card_open, &desk);
  desk_wait_for_text (&desk, "");
  type (&desk, "buren");
  end_and_restore (&desk);
  fixture_wait (desk_is_card_open, &desk);
  desk_wait_for_text (&desk, "buren");
  hands_do ("key Return");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_nonnull (desk_find (&desk, KRING_KIND_TIE, "kind", "buren"));
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
  discard (&desk);
}

static void
test_name (void)
{
  Desk desk;

  desk_set_up (&desk);
  kring_interaction_ask_name (desk.interaction, desk.dex);
  fixture_wait (desk_is_card_open, &desk);
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
  type (&desk, "Dexter V");
  end_and_restore (&desk);
  fixture_wait (desk_is_card_open, &desk);
  desk_wait_for_text (&desk, "Dexter V");
  hands_do ("key Return");
  fixture_wait (desk_is_card_closed, &desk);
  g_assert_nonnull (desk_find (&desk, KRING_KIND_PERSON, "name", "Dexter V"));
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
  discard (&desk);
}

typedef struct
{
  Desk *desk;
  const char *name;
} Person;

static gboolean
has_person (gpointer data)
{
  Person *person = data;

  return desk_find (person->desk, KRING_KIND_PERSON, "name", person->name) != NULL;
}

static void
wait_for_person (Desk *desk, const char *name)
{
  Person person = { desk, name };

  fixture_wait (has_person, &person);
}

static guint
count (Desk *desk, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (desk->map, kind);

  return items->len;
}

/* A new line in the list of names, before it is entered: in its row again, to the last space, and Enter
 * enters it and leaves nothing in the row after it. */
static void
test_line (void)
{
  Desk desk;

  desk_set_up_names (&desk);
  desk_wait_for_text (&desk, "");
  type (&desk, "Noor, v 15 ");
  end_and_restore (&desk);
  desk_wait_for_text (&desk, "Noor, v 15 ");
  g_assert_cmpuint (count (&desk, KRING_KIND_PERSON), ==, 0);
  hands_do ("key Return");
  wait_for_person (&desk, "Noor");
  desk_wait_for_text (&desk, "");
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
  discard (&desk);
}

/* Another text for a line that was entered: it still changes what that line made, and its tie. */
static void
test_changed_line (void)
{
  Desk desk;
  KringItem *tie;

  desk_set_up_names (&desk);
  desk_wait_for_text (&desk, "");
  type (&desk, "Noor, v 15");
  hands_do ("key Return");
  wait_for_person (&desk, "Noor");
  desk_wait_for_text (&desk, "");
  type (&desk, "Ilse, v 41, moeder");
  hands_do ("key Return");
  wait_for_person (&desk, "Ilse");
  desk_wait_for_text (&desk, "");
  hands_do ("key Up");
  desk_wait_for_text (&desk, "Ilse, v 41, moeder");
  hands_do ("key BackSpace BackSpace BackSpace BackSpace BackSpace BackSpace");
  hands_do ("type --delay 5 'tante'");
  desk_wait_for_text (&desk, "Ilse, v 41, tante");
  wait_for_copy ("Ilse, v 41, tante");
  end_and_restore (&desk);
  desk_wait_for_text (&desk, "Ilse, v 41, tante");
  g_assert_nonnull (desk_find (&desk, KRING_KIND_TIE, "kind", "moeder"));
  hands_do ("key Return");
  desk_wait_for_text (&desk, "");
  tie = desk_find (&desk, KRING_KIND_TIE, "kind", "tante");
  g_assert_nonnull (tie);
  g_assert_cmpuint (count (&desk, KRING_KIND_TIE), ==, 1);
  g_assert_cmpuint (count (&desk, KRING_KIND_PERSON), ==, 2);
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 0);
  discard (&desk);
}

static gboolean
is_saved (gpointer data)
{
  return !kring_document_get_modified (data) && !kring_document_get_busy (data);
}

/* Saved while a card is open: the card stays, and its words are in no file. */
static void
test_saved (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "map.kring", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  KringDocument *document;
  Desk desk;

  desk_set_up (&desk);
  document = kring_window_get_document (desk.window);
  desk_ask (&desk, "statement");
  type (&desk, "half een zin");
  g_assert_true (kring_document_save (document, file, KRING_SAVE_OVERWRITE, NULL, NULL));
  fixture_wait (is_saved, document);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_null (strstr (content, "half een zin"));
  end_and_restore (&desk);
  desk_wait_for_text (&desk, "half een zin");
  discard (&desk);
  g_file_delete (file, NULL, NULL);
}

/* What stands on it is kept. */
static void
close_card (Desk *desk)
{
  gtk_popover_popdown (
      GTK_POPOVER (gtk_widget_get_ancestor (desk_get_focus (desk), GTK_TYPE_POPOVER)));
  fixture_wait (desk_is_card_closed, desk);
}

static void
damage (const char *content)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".typed"))
        g_assert_true (g_file_set_contents (path, content, -1, NULL));
    }
}

/* What cannot be read back is said, with where it is, and it is still there afterwards. */
static void
test_unread (void)
{
  g_autofree char *folder = kring_recovery_offer_dup_folder (), *content = NULL;
  const char *path;
  Desk desk;

  desk_set_up (&desk);
  desk_ask (&desk, "statement");
  type (&desk, "half een zin");
  end (&desk);
  damage ("[('statement', ['x");
  restore (&desk);
  fixture_wait (dialogs_is_asking, "Not all that was typed is back in its place");
  path = strstr (adw_message_dialog_get_body (dialogs_find ()), folder);
  g_assert_nonnull (path);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "[('statement', ['x");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_false (adw_message_dialog_has_response (dialogs_find (), "copy"));
  dialogs_answer ("close");
  discard (&desk);
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

/* Whom the words are about was taken off the map: they are shown, can be copied, and stay. */
static void
test_gone (void)
{
  g_autofree char *copied = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Desk desk;

  desk_set_up (&desk);
  desk_ask (&desk, "question");
  type (&desk, "waar was zij");
  close_card (&desk);
  g_ptr_array_add (ids, desk.dex);
  kring_edit_delete (kring_session_get_editor (desk.session), ids);
  kring_window_flush (desk.window);
  end_and_restore (&desk);
  fixture_wait (dialogs_is_asking, "Not all that was typed is back in its place");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialogs_find ()), "“waar was zij”"));
  dialogs_answer ("copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (desk.window)), NULL, read_cb,
                                 &copied);
  fixture_wait (is_read, &copied);
  g_assert_nonnull (strstr (copied, "\nwaar was zij\n"));
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 1);
  discard (&desk);
}

static void
keep (Desk *desk, KringDraftBox box, const char *first, const char *second)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *words = g_strdup_printf ("words %d of %s", box, first);

  g_ptr_array_add (ids, (gpointer) first);
  if (second != NULL)
    g_ptr_array_add (ids, (gpointer) second);
  kring_drafts_keep_text (desk->drafts, box, ids, words);
}

/* Selected and asked, it stands there. */
static void
assert_asked (Desk *desk, const char *id, const char *record, KringDraftBox box)
{
  g_autofree char *words = g_strdup_printf ("words %d of %s", box, id);

  kring_selection_select (kring_session_get_selection (desk->session), id);
  desk_ask (desk, record);
  desk_wait_for_text (desk, words);
  close_card (desk);
}

/* Words about several: two people, a tie, words and a signal; each with its own again. */
static void
test_several (void)
{
  g_autofree char *tie = NULL;
  Desk desk;

  desk_set_up (&desk);
  tie = g_strdup (
      kring_item_get_id (kring_edit_add_tie (kring_session_get_editor (desk.session), desk.noor,
                                             desk.dex, "buren", KRING_CERTAINTY_CONFIRMED, NULL)));
  keep (&desk, KRING_DRAFT_STATEMENT, desk.noor, NULL);
  keep (&desk, KRING_DRAFT_STATEMENT, desk.dex, NULL);
  keep (&desk, KRING_DRAFT_STATEMENT, tie, NULL);
  keep (&desk, KRING_DRAFT_SIGNAL, desk.dex, NULL);
  keep (&desk, KRING_DRAFT_FIELD, desk.noor, "birth_date");
  wait_for_copy ("birth_date");
  end_and_restore (&desk);
  fixture_wait (desk_is_card_open, &desk);
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 5);
  close_card (&desk);
  assert_asked (&desk, desk.noor, "statement", KRING_DRAFT_STATEMENT);
  assert_asked (&desk, desk.dex, "statement", KRING_DRAFT_STATEMENT);
  assert_asked (&desk, tie, "statement", KRING_DRAFT_STATEMENT);
  assert_asked (&desk, desk.dex, "signal", KRING_DRAFT_SIGNAL);
  g_assert_cmpuint (kring_drafts_get_size (desk.drafts), ==, 5);
  discard (&desk);
}

/* The window that asks shows the same map, and goes: what it asked with outlives it. */
static void
test_offer (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "Untitled map.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (KringDocument) document = NULL;
  KringDocument *first;
  KringWindow *asking;
  Desk desk;

  desk_set_up (&desk);
  first = kring_window_get_document (desk.window);
  desk_ask (&desk, "statement");
  g_assert_true (kring_document_save (first, file, KRING_SAVE_OVERWRITE, NULL, NULL));
  fixture_wait (is_saved, first);
  type (&desk, "half een zin");
  end (&desk);
  document = kring_document_open (file, NULL, NULL);
  asking = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  kring_window_set_document (asking, document, NULL);
  gtk_window_present (GTK_WINDOW (asking));
  g_object_add_weak_pointer (G_OBJECT (asking), (gpointer *) &asking);
  kring_recovery_offer (GTK_APPLICATION (fixture_get_application ()), GTK_WINDOW (asking));
  fixture_wait (dialogs_is_asking, "Go on where you were?");
  dialogs_answer ("restore");
  fixture_wait (dialogs_is_gone, &asking);
  desk_look_at (&desk, kring_application_find_window (fixture_get_application (), file));
  desk_wait_for_text (&desk, "half een zin");
  discard (&desk);
  g_file_delete (file, NULL, NULL);
}

/* A card that goes with its window leaves the keys of the X server with what is gone: those who have
 * no card of their own come first. */
static void
add_tests (void)
{
  g_test_add_func ("/ui/restored/line", test_line);
  g_test_add_func ("/ui/restored/changed-line", test_changed_line);
  g_test_add_func ("/ui/restored/unread", test_unread);
  g_test_add_func ("/ui/restored/gone", test_gone);
  g_test_add_func ("/ui/restored/several", test_several);
  g_test_add_func ("/ui/restored/offer", test_offer);
  g_test_add_func ("/ui/restored/cards", test_cards);
  g_test_add_func ("/ui/restored/tie", test_tie);
  g_test_add_func ("/ui/restored/name", test_name);
  g_test_add_func ("/ui/restored/saved", test_saved);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
