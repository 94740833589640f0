/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for something, and asking something about it: what each key and click brings about. */
#include "calm.h"
#include "fixture.h"
#include "gtk/find/kring-ask-popover.h"
#include "gtk/find/kring-search-popover.h"
#include "map/facts/kring-search.h"
#include "seek.h"

typedef struct
{
  Fixture *fixture;
  GtkWidget *popover; /* (owned) */
  GtkWidget *entry;   /* where is typed */
  GtkListBox *list;   /* what is found */
  char *shown;        /* (owned) (nullable): what was asked to be shown, or chosen */
} Rig;

static void
take_cb (Rig *rig, const char *id)
{
  g_assert_null (rig->shown);
  rig->shown = g_strdup (id);
}

static void
rig_show (Rig *rig)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture_show (rig->fixture, box);
  if (KRING_IS_SEARCH_POPOVER (rig->popover))
    {
      gtk_widget_set_parent (rig->popover, box);
      gtk_popover_popup (GTK_POPOVER (rig->popover));
      rig->list = GTK_LIST_BOX (seek_type (rig->popover, GTK_TYPE_LIST_BOX));
    }
  fixture_settle ();
}

static Rig
rig_new (Fixture *fixture, GtkWidget *popover)
{
  GType type = KRING_IS_SEARCH_POPOVER (popover) ? GTK_TYPE_SEARCH_ENTRY : GTK_TYPE_ENTRY;

  return (Rig){ fixture, g_object_ref_sink (popover), seek_type (popover, type), NULL, NULL };
}

/* GTK 4.8 takes the keyboard out of what has closed when it draws next, and keeps what it is in. */
static gboolean
is_closed (Rig *rig)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (rig->fixture->window));

  fixture_settle ();
  return !gtk_widget_get_mapped (rig->popover) &&
         (focus == NULL || !gtk_widget_is_ancestor (focus, rig->popover));
}

static void
rig_clear (Rig *rig)
{
  gtk_popover_popdown (GTK_POPOVER (rig->popover));
  calm_until (is_closed (rig));
  gtk_widget_unparent (rig->popover);
  g_assert_finalize_object (rig->popover);
  g_free (rig->shown);
}

static void
rig_type (Rig *rig, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (rig->entry), text);
  g_signal_emit_by_name (rig->entry, "search-changed");
}

static int
get_chosen (Rig *rig)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (rig->list);

  return row != NULL ? gtk_list_box_row_get_index (row) : -1;
}

static guint
count_rows (Rig *rig)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (rig->list, n) != NULL)
    n++;
  return n;
}

static Rig
rig_new_search (Fixture *fixture)
{
  Rig rig = rig_new (fixture, kring_search_popover_new ());

  kring_search_popover_set_session (KRING_SEARCH_POPOVER (rig.popover), fixture->session);
  return rig;
}

/* The first is chosen; up and down go to the others and no further; Enter takes where they stand. */
static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new_search (fixture);
  g_autofree char *nora = fixture_add (fixture, KRING_KIND_PERSON, "Noor’s aunt");

  g_signal_connect_swapped (rig.popover, "show-item", G_CALLBACK (take_cb), &rig);
  rig_show (&rig);
  g_assert_cmpuint (count_rows (&rig), ==, 0);
  rig_type (&rig, "noor");
  g_assert_cmpuint (count_rows (&rig), >=, 2);
  g_assert_cmpint (get_chosen (&rig), ==, 0);
  g_assert_true (seek_press (rig.entry, GDK_KEY_Up, 0));
  g_assert_cmpint (get_chosen (&rig), ==, 0);
  g_assert_true (seek_press (rig.entry, GDK_KEY_Down, 0));
  g_assert_cmpint (get_chosen (&rig), ==, 1);
  for (guint i = 0; i < count_rows (&rig); i++)
    seek_press (rig.entry, GDK_KEY_Down, 0);
  g_assert_cmpint (get_chosen (&rig), ==, count_rows (&rig) - 1);
  while (get_chosen (&rig) > 1)
    seek_press (rig.entry, GDK_KEY_Up, 0);
  g_assert_false (seek_press (rig.entry, GDK_KEY_a, 0));
  g_signal_emit_by_name (rig.entry, "activate");
  g_assert_cmpstr (rig.shown, ==, nora);
  g_assert_true (kring_selection_contains (kring_session_get_selection (fixture->session), nora));
  rig_clear (&rig);
}

/* A click takes what is clicked; letters typed and not looked for yet count for Enter. */
static void
test_taken (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new_search (fixture);

  g_signal_connect_swapped (rig.popover, "show-item", G_CALLBACK (take_cb), &rig);
  rig_show (&rig);
  rig_type (&rig, "dex");
  g_signal_emit_by_name (rig.list, "row-activated", gtk_list_box_get_row_at_index (rig.list, 0));
  g_assert_cmpstr (rig.shown, ==, fixture->dex);
  calm_until (is_closed (&rig));
  /* The entry tells of what was typed when it is closed already. */
  g_signal_emit_by_name (rig.entry, "search-changed");
  g_assert_null (kring_search_popover_get_hits (KRING_SEARCH_POPOVER (rig.popover)));

  g_clear_pointer (&rig.shown, g_free);
  gtk_popover_popup (GTK_POPOVER (rig.popover));
  fixture_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rig.entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (rig.entry), "noor");
  g_signal_emit_by_name (rig.entry, "activate");
  g_assert_cmpstr (rig.shown, ==, fixture->noor);
  rig_clear (&rig);
}

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

/* What is found stands under the name of its kind; where nothing is, that is said. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new_search (fixture);
  g_autofree char *shop = fixture_add (fixture, KRING_KIND_ORGANISATION, "Dex’s shop");

  rig_show (&rig);
  g_assert_null (seek (rig.popover, says, "Nothing found"));
  rig_type (&rig, "walrus");
  fixture_settle ();
  g_assert_nonnull (seek (rig.popover, says, "Nothing found"));
  g_signal_emit_by_name (rig.entry, "activate");
  g_assert_true (gtk_widget_get_visible (rig.popover));
  rig_type (&rig, "dex");
  fixture_settle ();
  g_assert_null (seek (rig.popover, says, "Nothing found"));
  g_assert_nonnull (seek (rig.popover, says, "Persons"));
  g_assert_nonnull (seek (rig.popover, says, "Organisations"));
  g_assert_null (seek (rig.popover, says, "Places"));
  g_signal_emit_by_name (rig.entry, "stop-search");
  calm_until (is_closed (&rig));
  rig_clear (&rig);
}

/* Who chooses for a field sees everything that may stand there, and keeps what is selected. */
static void
test_chosen (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new (fixture,
                     kring_search_popover_new_chooser (fixture->session, 1u << KRING_KIND_PERSON));

  fixture_select (fixture, fixture->noor);
  kring_filter_set_text (kring_session_get_filter (fixture->session), "noor");
  g_signal_connect_swapped (rig.popover, "chosen", G_CALLBACK (take_cb), &rig);
  rig_show (&rig);
  g_assert_cmpuint (count_rows (&rig), ==, 2);
  rig_type (&rig, "dex");
  g_assert_cmpuint (count_rows (&rig), ==, 1);
  g_signal_emit_by_name (rig.entry, "activate");
  g_assert_cmpstr (rig.shown, ==, fixture->dex);
  g_assert_true (
      kring_selection_contains (kring_session_get_selection (fixture->session), fixture->noor));
  rig_clear (&rig);
}

static void
ask (Rig *rig, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (id != NULL)
    g_ptr_array_add (ids, (gpointer) id);
  kring_ask_popover_ask (KRING_ASK_POPOVER (rig->popover),
                         gtk_window_get_child (GTK_WINDOW (rig->fixture->window)),
                         &(GdkRectangle){ 20, 20, 1, 1 }, ids);
  fixture_settle ();
}

static guint
count_tasks (Fixture *fixture)
{
  g_autoptr (GPtrArray) tasks = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_TASK);

  return tasks->len;
}

/* Who closes it finds the question there again, of each its own; Escape throws it away, and says so. */
static void
test_question (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new (fixture, kring_ask_popover_new (fixture->session));

  rig_show (&rig);
  ask (&rig, fixture->dex);
  g_assert_nonnull (seek (rig.popover, says, "Dex"));
  gtk_editable_set_text (GTK_EDITABLE (rig.entry), "Since when?");
  gtk_popover_popdown (GTK_POPOVER (rig.popover));
  ask (&rig, NULL);
  g_assert_nonnull (seek (rig.popover, says, "About the whole map"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rig.entry)), ==, "");
  ask (&rig, fixture->dex);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rig.entry)), ==, "Since when?");

  seek_press (gtk_widget_get_parent (rig.entry), GDK_KEY_Escape, 0);
  g_assert_cmpstr (fixture->told, ==, "Thrown away");
  g_assert_cmpuint (count_tasks (fixture), ==, 0);
  calm_until (is_closed (&rig));
  ask (&rig, fixture->dex);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rig.entry)), ==, "");
  rig_clear (&rig);
}

/* Enter and the button both note it, once. */
static void
test_noted (Fixture *fixture, gconstpointer data)
{
  Rig rig = rig_new (fixture, kring_ask_popover_new (fixture->session));

  rig_show (&rig);
  ask (&rig, fixture->dex);
  gtk_editable_set_text (GTK_EDITABLE (rig.entry), "Since when?");
  g_signal_emit_by_name (rig.entry, "activate");
  g_assert_cmpstr (fixture->told, ==, "Question added");
  g_assert_cmpuint (count_tasks (fixture), ==, 1);
  ask (&rig, fixture->dex);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rig.entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (rig.entry), "Where?");
  g_signal_emit_by_name (seek_type (rig.popover, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpuint (count_tasks (fixture), ==, 2);
  g_assert_nonnull (kring_map_find_named (fixture->map, KRING_KIND_TASK, "Where?"));
  rig_clear (&rig);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/find/search/arrows", test_arrows);
  FIXTURE_TEST ("/find/search/taken", test_taken);
  FIXTURE_TEST ("/find/search/said", test_said);
  FIXTURE_TEST ("/find/search/chosen", test_chosen);
  FIXTURE_TEST ("/find/ask/question", test_question);
  FIXTURE_TEST ("/find/ask/noted", test_noted);
}

int
main (int argc, char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
