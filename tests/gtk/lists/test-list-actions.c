/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done in the list with what is selected, by its menu and by the keys of the map. */
#include "fixture.h"
#include "gtk/lists/kring-list-view.h"

#include "calm.h"
#include "gtk/find/kring-search-popover.h"
#include "gtk/lists/kring-list-cell.h"
#include "gtk/widgets/kring-choice-picker.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

typedef struct
{
  Fixture *fixture;
  GtkWidget *list;
  guint n_inspected;
  char *shown; /* (owned) (nullable) */
} Rig;

static void
count_cb (guint *count)
{
  ++*count;
}

static void
show_cb (Rig *rig, const char *id)
{
  g_free (rig->shown);
  rig->shown = g_strdup (id);
}

static Rig *
rig_new (Fixture *fixture)
{
  Rig *rig = g_new0 (Rig, 1);

  rig->fixture = fixture;
  rig->list = kring_list_view_new ();
  kring_list_view_set_session (KRING_LIST_VIEW (rig->list), fixture->session);
  g_signal_connect_swapped (rig->list, "inspect", G_CALLBACK (count_cb), &rig->n_inspected);
  g_signal_connect_swapped (rig->list, "show-item", G_CALLBACK (show_cb), rig);
  fixture_show (fixture, rig->list);
  return rig;
}

static void
rig_free (Rig *rig)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&rig->fixture->window)));
  g_free (rig->shown);
  g_free (rig);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rig, rig_free)

static void
run (Rig *rig, const char *action, const char *parameter)
{
  g_assert_true (
      gtk_widget_activate_action (rig->list, action, parameter != NULL ? "s" : NULL, parameter));
  fixture_settle ();
}

static void
select_both (Fixture *fixture)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, fixture->noor);
  g_ptr_array_add (ids, fixture->dex);
  kring_selection_set_all (kring_session_get_selection (fixture->session), ids);
}

static KringItem *
get_selected (Fixture *fixture)
{
  return kring_selection_get_single (kring_session_get_selection (fixture->session));
}

static void
undo (Fixture *fixture)
{
  g_assert_true (kring_history_undo (kring_session_get_history (fixture->session)));
}

/* What is added is selected and its details are open; a participant stands on no map. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  run (rig, "list.add", "place");
  g_assert_true (kring_item_is (get_selected (fixture), KRING_KIND_PLACE));
  g_assert_true (kring_item_get_position (get_selected (fixture), &(KringPoint){ 0, 0 }));
  g_assert_cmpuint (rig->n_inspected, ==, 1);
  run (rig, "list.add", "participant");
  g_assert_true (kring_item_is (get_selected (fixture), KRING_KIND_PARTICIPANT));
}

/* Copies are selected in the place of what they are of; a group holds it; what is gone can come back. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  KringSelection *selection = kring_session_get_selection (fixture->session);
  guint before = kring_map_get_n_items (fixture->map);

  select_both (fixture);
  run (rig, "list.duplicate", NULL);
  g_assert_cmpuint (kring_map_get_n_items (fixture->map), >, before + 1);
  g_assert_false (kring_selection_contains (selection, fixture->noor));
  undo (fixture);
  select_both (fixture);
  run (rig, "list.group", NULL);
  g_assert_true (kring_item_is (get_selected (fixture), KRING_KIND_GROUP));
  g_assert_true (kring_item_refers_to (get_selected (fixture), fixture->dex));
  g_assert_cmpuint (rig->n_inspected, ==, 1);
  undo (fixture);
  kring_selection_clear (selection);
  run (rig, "list.delete", NULL);
  g_assert_null (fixture->told);
  select_both (fixture);
  run (rig, "list.delete", NULL);
  g_assert_null (kring_map_get_item (fixture->map, fixture->noor));
  g_assert_true (g_str_has_suffix (fixture->told, " deleted"));
}

static gboolean
is_pinned (Fixture *fixture, const char *id)
{
  GVariant *pinned = kring_item_get_named (kring_map_get_item (fixture->map, id), "pinned");

  return pinned != NULL && g_variant_get_boolean (pinned);
}

/* All of them are pinned, or none. */
static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  fixture_select (fixture, fixture->dex);
  run (rig, "list.pin", NULL);
  g_assert_true (is_pinned (fixture, fixture->dex));
  select_both (fixture);
  run (rig, "list.pin", NULL);
  g_assert_true (is_pinned (fixture, fixture->noor));
  g_assert_true (is_pinned (fixture, fixture->dex));
  run (rig, "list.pin", NULL);
  g_assert_false (is_pinned (fixture, fixture->noor));
  g_assert_false (is_pinned (fixture, fixture->dex));
}

/* All of them are for the same. */
static void
test_audience (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  run (rig, "list.audience", NULL);
  fixture_select (fixture, fixture->dex);
  run (rig, "list.audience", NULL);
  g_assert_cmpint (kring_item_get_audience (kring_map_get_item (fixture->map, fixture->dex)), ==,
                   KRING_AUDIENCE_CARE);
  select_both (fixture);
  run (rig, "list.audience", NULL);
  g_assert_cmpint (kring_item_get_audience (kring_map_get_item (fixture->map, fixture->dex)), ==,
                   kring_item_get_audience (kring_map_get_item (fixture->map, fixture->noor)));
}

/* Only one person can be in the middle. */
static void
test_centre (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  select_both (fixture);
  run (rig, "list.set-centre", NULL);
  g_assert_null (kring_map_get_centre (fixture->map));
  fixture_select (fixture, fixture->tie);
  run (rig, "list.set-centre", NULL);
  g_assert_null (kring_map_get_centre (fixture->map));
  fixture_select (fixture, fixture->noor);
  run (rig, "list.set-centre", NULL);
  g_assert_true (
      kring_map_is_centre (fixture->map, kring_map_get_item (fixture->map, fixture->noor)));
}

static void
test_tie (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);

  fixture_select (fixture, fixture->tie);
  run (rig, "list.certainty", "refuted");
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, fixture->tie)), ==,
                   KRING_CERTAINTY_REFUTED);
  run (rig, "list.certainty", "perhaps");
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, fixture->tie)), ==,
                   KRING_CERTAINTY_REFUTED);
  run (rig, "list.edit", NULL);
  g_assert_cmpuint (rig->n_inspected, ==, 1);
  run (rig, "list.show", NULL);
  g_assert_cmpstr (rig->shown, ==, fixture->tie);
}

/* From one person to whom is chosen; from a tie none goes out, and that is said. */
static void
test_tie_from (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  g_autofree char *anna = fixture_add (fixture, KRING_KIND_PERSON, "Anna");
  GtkWidget *chooser;

  fixture_select (fixture, fixture->tie);
  run (rig, "list.tie-from", NULL);
  g_assert_cmpstr (fixture->told, ==, "Select one person or thing first: where the tie begins");
  g_assert_null (seek_type (rig->list, KRING_TYPE_SEARCH_POPOVER));
  fixture_select (fixture, anna);
  run (rig, "list.tie-from", NULL);
  chooser = seek_type (rig->list, KRING_TYPE_SEARCH_POPOVER);
  g_assert_true (gtk_widget_get_mapped (chooser));
  g_signal_emit_by_name (chooser, "chosen", fixture->noor);
  g_assert_true (kring_item_is (get_selected (fixture), KRING_KIND_TIE));
  g_assert_cmpstr (kring_item_get_text (get_selected (fixture), "from"), ==, anna);
  g_assert_cmpstr (kring_item_get_text (get_selected (fixture), "to"), ==, fixture->noor);
  g_assert_cmpint (kring_item_get_certainty (get_selected (fixture)), ==,
                   KRING_CERTAINTY_SUSPECTED);
  fixture_select (fixture, anna);
  g_clear_pointer (&fixture->told, g_free);
  g_signal_emit_by_name (chooser, "chosen", anna);
  g_assert_nonnull (fixture->told);
  g_assert_true (kring_item_is (get_selected (fixture), KRING_KIND_PERSON));
  gtk_popover_popdown (GTK_POPOVER (chooser));
  fixture_settle ();
}

static gboolean
is_name_of (GtkWidget *widget, gconstpointer id)
{
  KringItem *item =
      KRING_IS_LIST_CELL (widget) ? kring_list_cell_get_item (KRING_LIST_CELL (widget)) : NULL;

  return item != NULL && g_str_equal (kring_item_get_id (item), id) &&
         kring_list_cell_get_column (KRING_LIST_CELL (widget)) == KRING_COLUMN_NAME;
}

/* The name is typed in its cell. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  GtkWidget *cell = seek (rig->list, is_name_of, fixture->dex), *focus;

  fixture_select (fixture, fixture->dex);
  run (rig, "list.rename", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, cell));
  gtk_editable_set_text (GTK_EDITABLE (focus), "Dexter");
  kring_list_view_flush (KRING_LIST_VIEW (rig->list));
  g_assert_cmpstr (fixture_get (fixture, fixture->dex, "name"), ==, "Dexter");
}

static gboolean
is_certainty_of (GtkWidget *widget, gconstpointer id)
{
  KringItem *item =
      KRING_IS_LIST_CELL (widget) ? kring_list_cell_get_item (KRING_LIST_CELL (widget)) : NULL;

  return item != NULL && g_str_equal (kring_item_get_id (item), id) &&
         kring_list_cell_get_column (KRING_LIST_CELL (widget)) == KRING_COLUMN_CERTAINTY;
}

/* In a cell with choices they are offered, each with a sample; the one that is taken is noted. */
static void
test_choice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  GtkWidget *cell = seek (rig->list, is_certainty_of, fixture->tie), *picker;

  kring_list_cell_edit (KRING_LIST_CELL (cell));
  picker = seek_type (cell, KRING_TYPE_CHOICE_PICKER);
  calm_until (gtk_widget_get_mapped (picker));
  g_assert_cmpint (kring_choice_picker_get_choice (KRING_CHOICE_PICKER (picker)), ==,
                   KRING_CERTAINTY_PROBABLE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (kring_choice_picker_get_button (
                                    KRING_CHOICE_PICKER (picker), KRING_CERTAINTY_SUSPECTED)),
                                TRUE);
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (fixture->map, fixture->tie)), ==,
                   KRING_CERTAINTY_SUSPECTED);
  calm_until (!gtk_widget_get_mapped (picker));
  fixture_settle ();
}

static GtkGesture *
find_right_button (GtkWidget *table)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (table);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

      if (GTK_IS_GESTURE_CLICK (controller) &&
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) == GDK_BUTTON_SECONDARY)
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

static gboolean
is_open_menu (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_POPOVER_MENU (widget) && gtk_widget_get_mapped (widget);
}

/* The right button selects what is under it, unless it is among what is selected already. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Rig) rig = rig_new (fixture);
  GtkWidget *table = GTK_WIDGET (kring_list_view_get_table (KRING_LIST_VIEW (rig->list)));
  GtkWidget *cell = seek (rig->list, is_name_of, fixture->dex), *menu;
  KringSelection *selection = kring_session_get_selection (fixture->session);
  graphene_point_t at;

  g_assert_true (gtk_widget_compute_point (cell, table, &GRAPHENE_POINT_INIT (4, 4), &at));
  fixture_select (fixture, fixture->noor);
  g_signal_emit_by_name (find_right_button (table), "pressed", 1, (double) at.x, (double) at.y);
  g_assert_cmpstr (kring_item_get_id (get_selected (fixture)), ==, fixture->dex);
  calm_until (seek (rig->list, is_open_menu, NULL) != NULL);
  menu = seek (rig->list, is_open_menu, NULL);
  gtk_popover_popdown (GTK_POPOVER (menu));
  calm_until (!gtk_widget_get_mapped (menu));
  select_both (fixture);
  g_signal_emit_by_name (find_right_button (table), "pressed", 1, (double) at.x, (double) at.y);
  g_assert_cmpuint (kring_selection_get_size (selection), ==, 2);
  calm_until (gtk_widget_get_mapped (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_settle ();
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/list-actions/add", test_add);
  FIXTURE_TEST ("/list-actions/several", test_several);
  FIXTURE_TEST ("/list-actions/pin", test_pin);
  FIXTURE_TEST ("/list-actions/audience", test_audience);
  FIXTURE_TEST ("/list-actions/centre", test_centre);
  FIXTURE_TEST ("/list-actions/tie", test_tie);
  FIXTURE_TEST ("/list-actions/tie-from", test_tie_from);
  FIXTURE_TEST ("/list-actions/rename", test_rename);
  FIXTURE_TEST ("/list-actions/choice", test_choice);
  FIXTURE_TEST ("/list-actions/menu", test_menu);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
