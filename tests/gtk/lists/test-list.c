/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"
#include "fixture.h"
#include "gtk/lists/kring-list-view.h"
#include "seek.h"

#include "gtk/find/kring-search-popover.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-item-list.h"
#include "gtk/lists/kring-list-cell.h"
#include "known.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"

#include <string.h>

#define MANY 2000

static KringListView *
new_list (Fixture *fixture)
{
  KringListView *list = g_object_ref_sink (KRING_LIST_VIEW (kring_list_view_new ()));

  kring_list_view_set_session (list, fixture->session);
  return list;
}

/* The titles of what the table shows, in order. */
static char *
dup_titles (KringListView *list, KringMap *map)
{
  GListModel *model = kring_list_view_get_items (list);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (model, i);
      g_autofree char *title = kring_map_dup_title (map, item);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free (text, FALSE);
}

static void
assert_titles (Fixture *fixture, KringListView *list, const char *expected)
{
  g_autofree char *titles = dup_titles (list, fixture->map);

  g_assert_cmpstr (titles, ==, expected);
}

static void
sort_by (KringListView *list, KringColumnId id, GtkSortType order)
{
  GtkColumnView *table = kring_list_view_get_table (list);
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (table), id);

  gtk_column_view_sort_by_column (table, column, order);
}

/* Every field with a heading in the schema stands under it, and under no heading stand two. */
static void
test_columns (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  GListModel *columns = gtk_column_view_get_columns (kring_list_view_get_table (list));
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < kring_column_get_n (); i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", kring_column_get_title (i));
  g_assert_cmpuint (g_list_model_get_n_items (columns), ==, kring_column_get_n ());
  g_assert_cmpstr (titles->str, ==,
                   "Sign; Name; Kind; Role or details; Certainty; Brought in by; Signals; Ties; "
                   "Ring; Sharing; Recorded");
  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      g_autoptr (KringItem) item = kring_item_new (kring_kind_get (k), "x");
      const KringKind *kind = kring_kind_get (k);
      guint n_shown = 0, n_headed = 0;

      for (guint i = 0; i < kring_column_get_n (); i++)
        n_shown += kring_column_get_field (i, item) != NULL;
      for (guint i = 0; i < kind->n_fields; i++)
        n_headed += kind->fields[i].column != NULL;
      g_test_message ("%s", kind->name);
      g_assert_cmpuint (n_shown, ==, n_headed);
    }
  g_assert_finalize_object (list);
}

static void
test_sorting (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  g_autofree char *anna = fixture_add (fixture, KRING_KIND_PERSON, "Anna");
  g_autofree char *flat = fixture_add (fixture, KRING_KIND_PLACE, "Flat");

  sort_by (list, KRING_COLUMN_NAME, GTK_SORT_ASCENDING);
  assert_titles (fixture, list, "Anna; Dex; Dex – Noor: friend; Flat; Noor");
  sort_by (list, KRING_COLUMN_NAME, GTK_SORT_DESCENDING);
  assert_titles (fixture, list, "Noor; Flat; Dex – Noor: friend; Dex; Anna");

  /* A new name finds its place by itself, with the tie that is called after it. */
  sort_by (list, KRING_COLUMN_NAME, GTK_SORT_ASCENDING);
  kring_edit_rename (fixture->editor, fixture->dex, "Zed", NULL);
  assert_titles (fixture, list, "Anna; Flat; Noor; Zed; Zed – Noor: friend");
  sort_by (list, KRING_COLUMN_TIES, GTK_SORT_DESCENDING);
  kring_edit_add_tie (fixture->editor, anna, flat, "lives at", KRING_CERTAINTY_CONFIRMED, NULL);
  kring_edit_add_tie (fixture->editor, anna, fixture->noor, "knows", KRING_CERTAINTY_CONFIRMED,
                      NULL);
  {
    g_autoptr (KringItem) first = g_list_model_get_item (kring_list_view_get_items (list), 0);

    g_assert_cmpstr (kring_item_get_id (first), !=, fixture->dex);
  }
  g_assert_finalize_object (list);
}

/* As long as nobody sorts it, everything stands as it was typed, people before things. */
static void
test_order_of_typing (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "Zoe", "Ali", "Mo", "Bea", "Yara", "Cas", "Wim", "Dia" };
  KringItemList *list = kring_item_list_new (fixture->map);
  g_autoptr (GPtrArray) before = kring_map_dup_items_of_kind (fixture->map, KRING_KIND_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    kring_edit_add (fixture->editor, KRING_KIND_PERSON, names[i],
                    KRING_POINT_INIT (150.0 * i, 900));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (G_LIST_MODEL (list), before->len + i);

      g_assert_cmpstr (kring_item_get_text (item, "name"), ==, names[i]);
    }
  g_assert_finalize_object (list);
}

/* Signals in words; no order by their number. */
static void
test_signals (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  KringItemList *items = kring_item_list_new (fixture->map);
  KringItem *noor = kring_map_get_item (fixture->map, fixture->noor);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (
      gtk_column_view_get_columns (kring_list_view_get_table (list)), KRING_COLUMN_SIGNALS);
  g_autofree char *none = kring_column_dup_text (KRING_COLUMN_SIGNALS, items, noor);
  g_autofree char *some = NULL;

  g_assert_null (gtk_column_view_column_get_sorter (column));
  g_assert_cmpstr (none, ==, "");
  known_add_signal (fixture->editor, fixture->noor, NULL, "Jas", KRING_FAMILY_RISK, NULL);
  known_add_signal (fixture->editor, fixture->noor, NULL, "Oma", KRING_FAMILY_PROTECTIVE, NULL);
  some = kring_column_dup_text (KRING_COLUMN_SIGNALS, items, noor);
  g_assert_cmpstr (some, ==, "1 risk, 1 protection");
  g_assert_finalize_object (items);
  g_assert_finalize_object (list);
}

/* The ring of the professionals, and beside it that of the young person once there is one. */
static void
test_rings (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  KringItemList *items = kring_item_list_new (fixture->map);
  KringItem *dex = kring_map_get_item (fixture->map, fixture->dex);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *none = kring_column_dup_text (KRING_COLUMN_RING, items, dex);
  g_autofree char *ours = NULL, *both = NULL;

  g_ptr_array_add (ids, (gpointer) fixture->dex);
  g_assert_cmpstr (none, ==, "");
  kring_edit_set_ring (fixture->editor, ids, KRING_RING_FAR);
  ours = kring_column_dup_text (KRING_COLUMN_RING, items, dex);
  g_assert_cmpstr (ours, ==, "far");
  kring_edit_set_own_place (fixture->editor, fixture->dex, KRING_RING_NEAR, NULL);
  both = kring_column_dup_text (KRING_COLUMN_RING, items, dex);
  g_assert_cmpstr (both, ==, "young person: near · we: far");
  sort_by (list, KRING_COLUMN_RING, GTK_SORT_DESCENDING);
  g_assert_finalize_object (items);
  g_assert_finalize_object (list);
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  g_autofree char *flat = fixture_add (fixture, KRING_KIND_PLACE, "Flat");

  kring_edit_set_one (fixture->editor, flat, "description",
                      g_variant_new_string ("Where the zebra lives"), NULL);
  kring_list_view_search (list, "zebra");
  assert_titles (fixture, list, "Flat");
  kring_edit_set_one (fixture->editor, fixture->dex, "notes", g_variant_new_string ("a zebra too"),
                      NULL);
  assert_titles (fixture, list, "Dex; Flat");
  kring_list_view_set_kinds (list, 1u << KRING_KIND_PERSON);
  assert_titles (fixture, list, "Dex");
  kring_list_view_search (list, "");
  kring_list_view_set_kinds (list, KRING_SEARCH_ALL_KINDS);
  g_assert_cmpuint (g_list_model_get_n_items (kring_list_view_get_items (list)), ==, 4);
  g_assert_finalize_object (list);
}

static guint
find (KringListView *list, const char *id)
{
  GListModel *model = kring_list_view_get_items (list);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (kring_item_get_id (item), id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  KringSelection *selection = kring_session_get_selection (fixture->session);
  GtkSelectionModel *model = gtk_column_view_get_model (kring_list_view_get_table (list));

  kring_selection_select (selection, fixture->tie);
  kring_selection_toggle (selection, fixture->noor);
  g_assert_true (gtk_selection_model_is_selected (model, find (list, fixture->tie)));
  g_assert_true (gtk_selection_model_is_selected (model, find (list, fixture->noor)));
  g_assert_false (gtk_selection_model_is_selected (model, find (list, fixture->dex)));

  gtk_selection_model_select_item (model, find (list, fixture->dex), TRUE);
  g_assert_cmpuint (kring_selection_get_size (selection), ==, 1);
  g_assert_true (kring_selection_contains (selection, fixture->dex));

  /* It survives news about what is selected. */
  kring_edit_rename (fixture->editor, fixture->dex, "Zed", NULL);
  g_assert_true (kring_selection_contains (selection, fixture->dex));
  g_assert_true (gtk_selection_model_is_selected (model, find (list, fixture->dex)));
  g_assert_finalize_object (list);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  KringListView *list = new_list (fixture);
  GtkWidget *widget = GTK_WIDGET (list);
  KringSelection *selection = kring_session_get_selection (fixture->session);
  KringHistory *history = kring_session_get_history (fixture->session);
  guint before = kring_map_get_n_items (fixture->map);

  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);

      if (kind->group != KRING_GROUP_ENTITY && kind->group != KRING_GROUP_MEETING)
        continue;
      g_assert_true (gtk_widget_activate_action (widget, "list.add", "s", kind->name));
      g_assert_true (kring_item_is (kring_selection_get_single (selection), i));
      g_assert_true (kring_history_undo (history));
      g_assert_cmpuint (kring_map_get_n_items (fixture->map), ==, before);
    }
  kring_selection_select (selection, fixture->tie);
  gtk_widget_activate_action (widget, "list.certainty", "s", "refuted");
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, fixture->tie)), ==,
                   KRING_CERTAINTY_REFUTED);
  kring_edit_set_one (fixture->editor, fixture->tie, "direction", g_variant_new_string ("forward"),
                      NULL);
  gtk_widget_activate_action (widget, "list.reverse", NULL);
  g_assert_cmpstr (fixture_get (fixture, fixture->tie, "direction"), ==, "backward");
  kring_selection_select (selection, fixture->dex);
  gtk_widget_activate_action (widget, "list.set-centre", NULL);
  g_assert_true (
      kring_map_is_centre (fixture->map, kring_map_get_item (fixture->map, fixture->dex)));
  gtk_widget_activate_action (widget, "list.delete", NULL);
  g_assert_cmpuint (kring_map_get_n_items (fixture->map), ==, before - 2);
  g_assert_finalize_object (list);
}

/* What is typed right after adding is its name, or whatever comes first. */
static void
test_typed_at_once (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *list = kring_list_view_new (), *inspector = kring_inspector_new ();
  KringSelection *selection = kring_session_get_selection (fixture->session);

  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), inspector);
  g_signal_connect_object (list, "inspect", G_CALLBACK (kring_inspector_enter), inspector,
                           G_CONNECT_SWAPPED);
  fixture_show (fixture, box);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      KringItem *item;
      GtkWidget *focus;

      if (kind->group != KRING_GROUP_ENTITY && kind->group != KRING_GROUP_MEETING)
        continue;
      g_assert_true (gtk_widget_activate_action (list, "list.add", "s", kind->name));
      fixture_settle ();
      item = kring_selection_get_single (selection);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_test_message ("%s", kind->name);
      g_assert_true (GTK_IS_EDITABLE (focus));
      gtk_editable_set_text (GTK_EDITABLE (focus), "Jaap");
      gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
      fixture_settle ();
      g_assert_cmpstr (kring_item_get_text (item, "name"), ==, "Jaap");
    }
}

static void
find_cell (GtkWidget *widget, KringColumnId column, const char *id, KringListCell **cell)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      KringItem *item =
          KRING_IS_LIST_CELL (child) ? kring_list_cell_get_item (KRING_LIST_CELL (child)) : NULL;

      if (item != NULL && kring_list_cell_get_column (KRING_LIST_CELL (child)) == column &&
          g_str_equal (kring_item_get_id (item), id))
        *cell = KRING_LIST_CELL (child);
      find_cell (child, column, id, cell);
    }
}

static void
test_in_place (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = kring_list_view_new ();
  KringListCell *cell = NULL;
  GtkWidget *focus;

  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  fixture_show (fixture, list);
  kring_selection_select (kring_session_get_selection (fixture->session), fixture->dex);
  gtk_widget_activate_action (list, "list.rename", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_EDITABLE (focus));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Dexter");
  g_signal_emit_by_name (focus, "activate");
  fixture_settle ();
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "name"), ==, "Dexter");
  g_assert_false (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  find_cell (list, KRING_COLUMN_DETAILS, fixture->dex, &cell);
  g_assert_nonnull (cell);
  kring_list_cell_edit (cell);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_editable_set_text (GTK_EDITABLE (focus), "brother");
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "role"), ==, "brother");
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  KringHistory *history = kring_session_get_history (fixture->session);
  GtkWidget *list = kring_list_view_new ();
  g_autoptr (GTimer) timer = NULL;

  kring_history_begin (history, "Many");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", (i * 7919) % MANY);

      g_free (fixture_add (fixture, KRING_KIND_PERSON, name));
    }
  kring_history_commit (history);
  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  fixture_show (fixture, list);
  timer = g_timer_new ();
  sort_by (KRING_LIST_VIEW (list), KRING_COLUMN_NAME, GTK_SORT_ASCENDING);
  kring_edit_rename (fixture->editor, fixture->dex, "Zed", NULL);
  kring_list_view_search (KRING_LIST_VIEW (list), "Person 12");
  fixture_settle ();
  g_test_message ("sort, rename and search in %d: %.0f ms", MANY,
                  g_timer_elapsed (timer, NULL) * 1000);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
  g_assert_cmpuint (g_list_model_get_n_items (kring_list_view_get_items (KRING_LIST_VIEW (list))),
                    <, MANY);
}

/* On a telephone all tools fit in the width, and say what they do. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = kring_list_view_new ();
  GtkWidget *bar;
  int wide, narrow;

  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  fixture_show (fixture, list);
  bar = gtk_widget_get_first_child (gtk_widget_get_first_child (list));
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (bar),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search in everything");
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
  kring_list_view_set_narrow (KRING_LIST_VIEW (list), TRUE);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <, wide);
  g_assert_cmpint (narrow, <=, 340);
  bar = gtk_widget_get_last_child (gtk_widget_get_last_child (bar));
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (bar)), ==, "user-trash-symbolic");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (bar), ==, "Delete");
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Delete");
  kring_list_view_set_narrow (KRING_LIST_VIEW (list), FALSE);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (bar)), ==, "Delete");
}

static void
assert_ties (Fixture *fixture, KringItemList *list, const char *expected)
{
  KringItem *noor = kring_map_get_item (fixture->map, fixture->noor);
  g_autofree char *text = kring_column_dup_text (KRING_COLUMN_TIES, list, noor);

  g_assert_cmpstr (text, ==, expected);
}

/* The list as news tells it is the list as it is. */
static void
test_model (Fixture *fixture, gconstpointer data)
{
  KringItemList *list = kring_item_list_new (fixture->map);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autofree char *flat = NULL;
  g_autoptr (GtSignalLogger) logger = emitted_listen (list, "items-changed", NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  flat = fixture_add (fixture, KRING_KIND_PLACE, "Flat");
  assert_emitted (logger, "items-changed 2, 0, 1");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 4);
  g_ptr_array_add (moved, flat);
  kring_edit_move (fixture->editor, moved, 5, 5);
  gt_signal_logger_assert_no_emissions (logger);
  assert_ties (fixture, list, "1");
  kring_edit_add_tie (fixture->editor, fixture->noor, flat, NULL, KRING_CERTAINTY_CONFIRMED, NULL);
  assert_ties (fixture, list, "2");
  /* The tie, and both ends, which have one more. */
  assert_emitted (logger, "items-changed 4, 0, 1; items-changed 0, 1, 1; items-changed 2, 1, 1");
  g_assert_finalize_object (list);
}

static GtkWidget *
show_popover (Fixture *fixture, GtkWidget *popover)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture_show (fixture, box);
  gtk_widget_set_parent (popover, box);
  gtk_popover_popup (GTK_POPOVER (popover));
  fixture_settle ();
  return popover;
}

/* GTK 4.8 moves the keyboard out of a popover that closed when the window is next drawn, and never
 * lets go of one that was taken away before. */
static void
wait_until_closed (Fixture *fixture, GtkWidget *popover)
{
  GtkWidget *focus;

  do
    {
      fixture_settle ();
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
    }
  while (gtk_widget_get_mapped (popover) ||
         (focus != NULL && gtk_widget_is_ancestor (focus, popover)));
}

/* Enter in the entry, as the entry's own signal says it. */
static void
press_enter (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_signal_emit_by_name (gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY), "activate");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = kring_search_popover_new ();
  KringSearchPopover *popover = KRING_SEARCH_POPOVER (widget);
  g_autoptr (GtSignalLogger) logger =
      emitted_listen (popover, "show-item", "chosen", "closed", NULL);

  kring_search_popover_set_session (popover, fixture->session);
  show_popover (fixture, widget);
  g_assert_null (kring_search_popover_get_hits (popover));
  kring_search_popover_set_text (popover, "noor");
  g_assert_true (g_hash_table_contains (kring_search_popover_get_hits (popover), fixture->noor));
  g_assert_false (g_hash_table_contains (kring_search_popover_get_hits (popover), fixture->dex));
  press_enter (fixture);
  assert_emitted (logger, "closed; show-item %s", fixture->noor);
  g_assert_true (
      kring_selection_contains (kring_session_get_selection (fixture->session), fixture->noor));
  wait_until_closed (fixture, widget);
  gt_signal_logger_assert_no_emissions (logger);
  g_assert_null (kring_search_popover_get_hits (popover));
  gtk_widget_unparent (widget);
}

static void
test_chooser (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = kring_search_popover_new_chooser (fixture->session, 1u << KRING_KIND_PERSON);
  g_autoptr (GtSignalLogger) logger =
      emitted_listen (widget, "show-item", "chosen", "closed", NULL);

  show_popover (fixture, widget);
  kring_search_popover_set_text (KRING_SEARCH_POPOVER (widget), "friend");
  press_enter (fixture);
  gt_signal_logger_assert_no_emissions (logger);
  kring_search_popover_set_text (KRING_SEARCH_POPOVER (widget), "dex");
  press_enter (fixture);
  assert_emitted (logger, "closed; chosen %s", fixture->dex);
  g_assert_cmpuint (kring_selection_get_size (kring_session_get_selection (fixture->session)), ==,
                    0);
  wait_until_closed (fixture, widget);
  gtk_widget_unparent (widget);
}

static gboolean
is_struck (GtkWidget *widget, gconstpointer data)
{
  PangoAttrList *attributes =
      GTK_IS_LABEL (widget) ? gtk_label_get_attributes (GTK_LABEL (widget)) : NULL;
  g_autofree char *text = attributes != NULL ? pango_attr_list_to_string (attributes) : NULL;

  return text != NULL && strstr (text, "strikethrough true") != NULL;
}

/* What was refuted stays in the list, struck through, until it is not refuted any more. */
static void
test_refuted (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = kring_list_view_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  KringListCell *cell = NULL;

  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  fixture_show (fixture, list);
  find_cell (list, KRING_COLUMN_NAME, fixture->dex, &cell);
  g_assert_nonnull (cell);
  g_assert_null (seek (GTK_WIDGET (cell), is_struck, NULL));
  g_ptr_array_add (ids, fixture->dex);
  kring_edit_set_certainty (fixture->editor, ids, KRING_CERTAINTY_REFUTED);
  fixture_settle ();
  find_cell (list, KRING_COLUMN_NAME, fixture->dex, &cell);
  g_assert_nonnull (seek (GTK_WIDGET (cell), is_struck, NULL));
  kring_history_undo (kring_editor_get_history (fixture->editor));
  fixture_settle ();
  find_cell (list, KRING_COLUMN_NAME, fixture->dex, &cell);
  g_assert_null (seek (GTK_WIDGET (cell), is_struck, NULL));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/list/model", test_model);
  FIXTURE_TEST ("/list/columns", test_columns);
  FIXTURE_TEST ("/list/sorting", test_sorting);
  FIXTURE_TEST ("/list/refuted", test_refuted);
  FIXTURE_TEST ("/list/signals", test_signals);
  FIXTURE_TEST ("/list/order-of-typing", test_order_of_typing);
  FIXTURE_TEST ("/list/rings", test_rings);
  FIXTURE_TEST ("/list/filters", test_filters);
  FIXTURE_TEST ("/list/selection", test_selection);
  FIXTURE_TEST ("/list/actions", test_actions);
  FIXTURE_TEST ("/list/typed-at-once", test_typed_at_once);
  FIXTURE_TEST ("/list/in-place", test_in_place);
  FIXTURE_TEST ("/list/many", test_many);
  FIXTURE_TEST ("/list/narrow", test_narrow);
  FIXTURE_TEST ("/search/search", test_search);
  FIXTURE_TEST ("/search/chooser", test_chooser);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
