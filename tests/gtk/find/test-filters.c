/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/find/kring-filter-actions.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/find/kring-search-popover.h"
#include "gtk/find/kring-view-list.h"
#include "gtk/lists/kring-list-view.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-search.h"
#include "map/filter/kring-filter-view.h"
#include "seek.h"

#include <string.h>

/* The texts of all visible labels below @widget, each in brackets. */
static void
read_labels (GtkWidget *widget, GString *text)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_POPOVER (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "[%s]", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_labels (child, text);
}

static void
assert_labels (GtkWidget *widget, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  read_labels (widget, text);
  g_assert_cmpstr (text->str, ==, expected);
}

typedef struct
{
  GType type;
  const char *label;
} Wanted;

static gboolean
is_wanted (GtkWidget *widget, gconstpointer data)
{
  const Wanted *wanted = data;
  g_autofree char *label = NULL;

  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, wanted->type))
    return FALSE;
  if (wanted->label == NULL)
    return TRUE;
  g_object_get (widget, wanted->type == GTK_TYPE_ENTRY ? "placeholder-text" : "label", &label,
                NULL);
  return g_strcmp0 (label, wanted->label) == 0;
}

/* The first below @widget of @type whose label is @label; any if that is NULL. */
static GtkWidget *
find (GtkWidget *widget, GType type, const char *label)
{
  return seek (widget, is_wanted, &(Wanted){ type, label });
}

static GtkWidget *
show_bar (Fixture *fixture)
{
  GtkWidget *bar = kring_filter_bar_new (fixture->session);

  fixture_show (fixture, bar);
  return bar;
}

static gboolean
is_picture (GtkWidget *widget, gconstpointer name)
{
  return GTK_IS_IMAGE (widget) &&
         g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), name) == 0;
}

static void
test_chips (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *bar = show_bar (fixture), *remove;

  assert_labels (bar, "");
  kring_filter_set_choice (filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  kring_filter_set_period (filter, "2025-10-01", NULL);
  assert_labels (bar, "[Brought in by police][From 1 Oct 2025][Clear Filters][0 of 2 shown]");
  g_assert_nonnull (seek (bar, is_picture, "kring-politie-symbolic"));
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (bar), TRUE);
  assert_labels (bar, "[Filter (2)][0 of 2 shown]");
  kring_filter_bar_set_narrow (KRING_FILTER_BAR (bar), FALSE);

  remove = find (bar, GTK_TYPE_BOX, NULL);
  remove = gtk_widget_get_next_sibling (gtk_widget_get_first_child (remove));
  remove = gtk_widget_get_last_child (gtk_widget_get_first_child (remove));
  g_assert_true (GTK_IS_BUTTON (remove));
  g_signal_emit_by_name (remove, "clicked");
  fixture_settle ();
  g_assert_false (kring_filter_has (filter, KRING_FILTER_PARTY));
  assert_labels (bar, "[From 1 Oct 2025][Clear Filters][2 of 2 shown]");
}

/* More conditions than fit are counted on the button. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *bar = show_bar (fixture);

  kring_filter_set_choice (filter, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_UNKNOWN, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_FAMILY, KRING_FAMILY_RISK, TRUE);
  kring_filter_set_choice (filter, KRING_FILTER_AUDIENCE, KRING_AUDIENCE_CARE, TRUE);
  kring_filter_set_text (filter, "dex");
  kring_filter_set_questions (filter, TRUE);
  assert_labels (bar, "[Filter (5)][Clear Filters][0 of 2 shown]");
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *bar = show_bar (fixture), *check, *entry;

  kring_filter_bar_open (KRING_FILTER_BAR (bar));
  fixture_settle ();
  check = find (bar, GTK_TYPE_CHECK_BUTTON, "Probable");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (kring_filter_get_choices (filter, KRING_FILTER_CERTAINTY), ==,
                    KRING_FILTER_BIT (KRING_CERTAINTY_PROBABLE));
  /* What else changes the filter shows in the menu. */
  kring_filter_clear (filter);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  check = find (bar, GTK_TYPE_CHECK_BUTTON, "As police see it");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (kring_filter_get_side (filter), ==, KRING_PARTY_POLICE);

  entry = find (bar, GTK_TYPE_ENTRY, "From");
  gtk_editable_set_text (GTK_EDITABLE (entry), "oktopus");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (kring_filter_get_from (filter));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2025-10");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (kring_filter_get_from (filter), ==, "2025-10");
  gtk_editable_set_text (GTK_EDITABLE (entry), "3/10/25");
  g_assert_cmpstr (kring_filter_get_from (filter), ==, "2025-10-03");
  gtk_popover_popdown (GTK_POPOVER (find (bar, GTK_TYPE_POPOVER, NULL)));
  fixture_settle ();
}

/* The ticks below @widget, as they stand. */
static void
collect_ticks (GtkWidget *widget, GPtrArray *ticks)
{
  if (GTK_IS_CHECK_BUTTON (widget))
    g_ptr_array_add (ticks, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_ticks (child, ticks);
}

/* Each is a condition of its own, which goes with it and comes with it. */
static void
test_every_tick (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  g_autoptr (GPtrArray) ticks = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *group = fixture_add (fixture, KRING_KIND_GROUP, "Family");
  GtkWidget *bar = show_bar (fixture);
  KringItem *view;

  kring_filter_bar_open (KRING_FILTER_BAR (bar));
  fixture_settle ();
  collect_ticks (bar, ticks);
  g_assert_cmpuint (ticks->len, >, 30);
  for (guint i = 0; i < ticks->len; i++)
    {
      GtkCheckButton *tick = g_ptr_array_index (ticks, i);
      g_autoptr (GVariant) conditions = NULL;

      kring_filter_clear (filter);
      if (gtk_check_button_get_active (tick))
        continue;
      gtk_check_button_set_active (tick, TRUE);
      g_test_message ("%s", gtk_check_button_get_label (tick));
      g_assert_true (kring_filter_is_active (filter));
      conditions = kring_filter_dup_conditions (filter);
      g_assert_true (g_hash_table_add (seen, g_variant_print (conditions, FALSE)));
      view = kring_edit_keep_view (fixture->editor, "As it is", conditions, NULL);
      kring_filter_clear (filter);
      g_assert_false (gtk_check_button_get_active (tick));
      kring_filter_apply_view (filter, view);
      g_assert_true (gtk_check_button_get_active (tick));
    }
  gtk_popover_popdown (GTK_POPOVER (find (bar, GTK_TYPE_POPOVER, NULL)));
  fixture_settle ();
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  kring_filter_actions_add (G_ACTION_MAP (actions), fixture->session);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "hide-side",
                                  g_variant_new_string ("police"));
  g_assert_cmpint (kring_filter_get_hidden_side (filter), ==, KRING_PARTY_POLICE);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "hide-side",
                                  g_variant_new_string ("police"));
  g_assert_false (kring_filter_is_active (filter));
  /* Care holds the pen. */
  g_action_group_activate_action (G_ACTION_GROUP (actions), "see-as-other", NULL);
  g_assert_cmpint (kring_filter_get_side (filter), ==, KRING_PARTY_POLICE);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "see-as-other", NULL);
  g_assert_cmpint (kring_filter_get_side (filter), ==, KRING_PARTY_NONE);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "see-as",
                                  g_variant_new_string ("care"));
  g_assert_cmpint (kring_filter_get_side (filter), ==, KRING_PARTY_CARE);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "clear-filters", NULL);
  g_assert_false (kring_filter_is_active (filter));
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *list = kring_list_view_new ();
  GtkSelectionModel *rows;
  guint n;

  kring_list_view_set_session (KRING_LIST_VIEW (list), fixture->session);
  fixture_show (fixture, list);
  rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (find (list, GTK_TYPE_COLUMN_VIEW, NULL)));
  n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  kring_filter_set_text (filter, "dex");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 1);
  kring_filter_clear (filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, n);
}

/* What the filter hides is not offered, and not kept quiet either. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *popover = g_object_ref_sink (kring_search_popover_new ());
  GHashTable *hits;

  kring_search_popover_set_session (KRING_SEARCH_POPOVER (popover), fixture->session);
  kring_filter_set_text (filter, "noor");
  kring_search_popover_set_text (KRING_SEARCH_POPOVER (popover), "dex");
  hits = kring_search_popover_get_hits (KRING_SEARCH_POPOVER (popover));
  g_assert_false (g_hash_table_contains (hits, fixture->dex));
  assert_labels (gtk_popover_get_child (GTK_POPOVER (popover)), "[1 more is hidden by the filter]");
  kring_filter_clear (filter);
  kring_search_popover_set_text (KRING_SEARCH_POPOVER (popover), "de");
  hits = kring_search_popover_get_hits (KRING_SEARCH_POPOVER (popover));
  g_assert_true (g_hash_table_contains (hits, fixture->dex));
  g_object_unref (popover);
}

/* Kept under a name, looked at again, renamed and taken away: all of it can be undone. */
static void
test_views (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *list = kring_view_list_new (fixture->session);
  GtkWidget *entry, *label;
  KringItem *view;

  fixture_show (fixture, list);
  kring_filter_set_text (filter, "dex");
  entry = find (list, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Only Dex");
  g_signal_emit_by_name (entry, "activate");
  view = kring_map_find_named (fixture->map, KRING_KIND_VIEW, "only dex");
  g_assert_nonnull (view);
  kring_filter_clear (filter);
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (find (list, GTK_TYPE_EDITABLE_LABEL, NULL)),
                         "clicked");
  g_assert_cmpstr (kring_filter_get_text (filter), ==, "dex");

  label = find (list, GTK_TYPE_EDITABLE_LABEL, NULL);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (label));
  gtk_editable_set_text (GTK_EDITABLE (label), "Dex alone");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (label), TRUE);
  g_assert_cmpstr (kring_item_get_text (view, "name"), ==, "Dex alone");
  label = find (list, GTK_TYPE_EDITABLE_LABEL, NULL);
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_parent (label)), "clicked");
  g_assert_null (kring_map_find_named (fixture->map, KRING_KIND_VIEW, "Dex alone"));
  kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_nonnull (kring_map_find_named (fixture->map, KRING_KIND_VIEW, "Dex alone"));
  g_assert_nonnull (find (list, GTK_TYPE_EDITABLE_LABEL, NULL));
}

static gboolean
is_tipped (GtkWidget *widget, gconstpointer tip)
{
  return GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tip) == 0;
}

static void
click (GtkWidget *widget, const char *tip)
{
  GtkWidget *button = seek (widget, is_tipped, tip);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* Each button says which view it is for, and the eye whether that is what is looked at. */
static void
test_view_buttons (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *list = kring_view_list_new (fixture->session), *entry, *label, *eye;

  fixture_show (fixture, list);
  kring_filter_set_text (filter, "dex");
  entry = find (list, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Only Dex");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (entry), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  eye = seek (list, is_tipped, "Look at “Only Dex”");
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (eye)), ==, "object-select-symbolic");
  kring_filter_set_text (filter, "noor");
  g_assert_cmpstr (gtk_button_get_icon_name (GTK_BUTTON (eye)), ==, "kring-eye-symbolic");

  click (list, "Give “Only Dex” another name");
  label = find (list, GTK_TYPE_EDITABLE_LABEL, NULL);
  g_assert_true (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)));
  gtk_editable_set_text (GTK_EDITABLE (label), "");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (label), TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (label)), ==, "Only Dex");
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (label));
  gtk_editable_set_text (GTK_EDITABLE (label), "Dexter");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (label), TRUE);
  click (list, "Look at “Dexter”");
  g_assert_cmpstr (kring_filter_get_text (filter), ==, "dex");
  click (list, "Delete “Dexter”");
  g_assert_cmpstr (fixture->told, ==, "View “Dexter” deleted");
  g_assert_null (find (list, GTK_TYPE_EDITABLE_LABEL, NULL));
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* What is typed in the menu filters, its button takes all of that away, and closing it leaves it. */
static void
test_menu_words (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *bar = show_bar (fixture), *entry, *clear;
  guint n_left = 0;

  g_signal_connect_swapped (bar, "leave", G_CALLBACK (count_cb), &n_left);
  kring_filter_bar_open (KRING_FILTER_BAR (bar));
  fixture_settle ();
  entry = find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  clear = find (find (bar, GTK_TYPE_POPOVER, NULL), GTK_TYPE_BUTTON, "_Clear Filters");
  g_assert_false (gtk_widget_get_sensitive (clear));
  gtk_editable_set_text (GTK_EDITABLE (entry), "dex");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (kring_filter_get_text (filter), ==, "dex");
  g_assert_true (gtk_widget_get_sensitive (clear));
  kring_filter_set_questions (filter, TRUE);
  g_signal_emit_by_name (clear, "clicked");
  g_assert_false (kring_filter_is_active (filter));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  kring_filter_set_period (filter, "2025-10", "2025-11");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (bar, GTK_TYPE_ENTRY, "Up to"))), ==,
                   "Nov 2025");
  g_assert_cmpuint (n_left, ==, 0);
  g_signal_emit_by_name (entry, "stop-search");
  fixture_settle ();
  g_assert_cmpuint (n_left, ==, 1);
}

/* Whoever wants to keep everything hears why that is no view. */
static void
test_nothing_to_keep (Fixture *fixture, gconstpointer data)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  GtkWidget *list = kring_view_list_new (fixture->session);
  GtkWidget *entry, *keep;

  fixture_show (fixture, list);
  kring_filter_clear (filter);
  entry = find (list, GTK_TYPE_ENTRY, NULL);
  keep = gtk_widget_get_next_sibling (entry);
  g_assert_nonnull (gtk_widget_get_tooltip_text (keep));
  gtk_editable_set_text (GTK_EDITABLE (entry), "All");
  g_assert_false (gtk_widget_get_sensitive (keep));
  assert_labels (list, "[Name for what is shown now][Keep View][Everything is shown now: choose "
                       "first what to look at, then keep "
                       "that view]");
  kring_filter_set_text (filter, "dex");
  g_assert_true (gtk_widget_get_sensitive (keep));
  g_assert_null (gtk_widget_get_tooltip_text (keep));
  assert_labels (gtk_widget_get_last_child (list), "");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_assert_false (gtk_widget_get_sensitive (keep));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (keep), ==, "Give the view a name first");
}

/* A list of one view, whose name has the keyboard; returns the name. */
static GtkWidget *
begin_to_rename (Fixture *fixture, GtkWidget *list)
{
  KringFilter *filter = kring_session_get_filter (fixture->session);
  g_autoptr (GVariant) conditions = NULL;
  GtkWidget *label;

  kring_filter_set_text (filter, "dex");
  conditions = kring_filter_dup_conditions (filter);
  kring_edit_keep_view (fixture->editor, "Only Dex", conditions, NULL);
  fixture_show (fixture, list);
  label = find (list, GTK_TYPE_EDITABLE_LABEL, NULL);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (label));
  return label;
}

/* A name that has just been typed may go with its view: nothing comes back to it later. */
static void
test_renamed_and_gone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = kring_view_list_new (fixture->session);
  GtkWidget *label = begin_to_rename (fixture, list);

  fixture_settle ();
  g_assert_true (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (label)));
  gtk_editable_set_text (GTK_EDITABLE (label), "Dex alone");
  gtk_widget_grab_focus (find (list, GTK_TYPE_ENTRY, NULL));
  fixture_settle ();
  while (kring_history_can_undo (kring_session_get_history (fixture->session)))
    kring_history_undo (kring_session_get_history (fixture->session));
  g_assert_null (find (list, GTK_TYPE_EDITABLE_LABEL, NULL));
  for (guint i = 0; i < 4; i++)
    fixture_settle ();
}

/* Typing in another field takes over what was typed as a name. */
static void
test_renamed_by_leaving (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = kring_view_list_new (fixture->session);
  GtkWidget *label = begin_to_rename (fixture, list);

  gtk_editable_set_text (GTK_EDITABLE (label), "Dex alone");
  gtk_widget_grab_focus (find (list, GTK_TYPE_ENTRY, NULL));
  for (guint i = 0; i < 4; i++)
    fixture_settle ();
  g_assert_nonnull (kring_map_find_named (fixture->map, KRING_KIND_VIEW, "Dex alone"));
}

/* Its window may go while the menu is open; nothing is kept by it. */
static void
test_closed_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = kring_filter_bar_new (fixture->session);

  fixture_show (fixture, bar);
  kring_filter_bar_open (KRING_FILTER_BAR (bar));
  fixture_settle ();
  g_assert_nonnull (find (bar, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/views/filters/chips", test_chips);
  FIXTURE_TEST ("/views/filters/many", test_many);
  FIXTURE_TEST ("/views/filters/menu", test_menu);
  FIXTURE_TEST ("/views/filters/every-tick", test_every_tick);
  FIXTURE_TEST ("/views/filters/closed-open", test_closed_open);
  FIXTURE_TEST ("/views/filters/actions", test_actions);
  FIXTURE_TEST ("/views/filters/list", test_list);
  FIXTURE_TEST ("/views/filters/search", test_search);
  FIXTURE_TEST ("/views/filters/views", test_views);
  FIXTURE_TEST ("/views/filters/view-buttons", test_view_buttons);
  FIXTURE_TEST ("/views/filters/menu-words", test_menu_words);
  FIXTURE_TEST ("/views/filters/nothing-to-keep", test_nothing_to_keep);
  FIXTURE_TEST ("/views/filters/renamed-and-gone", test_renamed_and_gone);
  FIXTURE_TEST ("/views/filters/renamed-by-leaving", test_renamed_by_leaving);
}

int
main (int argc, char *argv[])
{
  return fixture_main (argc, argv, add_tests);
}
