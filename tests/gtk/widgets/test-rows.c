/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows that follow the items of a model: what is made for an item stays itself, wherever it goes.
 */
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-item-rows.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-search.h"

#include <string.h>

typedef struct
{
  KringMap *map;         /* (owned) */
  KringEditor *editor;   /* (owned) */
  KringItemModel *items; /* (owned): the participants by name */
  GtkWidget *window;
  GtkWidget *box;
  guint n_made;
} Desk;

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (kring_item_get_text (*(KringItem *const *) a, "name"),
                 kring_item_get_text (*(KringItem *const *) b, "name"));
}

static GPtrArray *
query (KringMap *map, gpointer asker)
{
  GPtrArray *items = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);

  g_ptr_array_sort (items, compare_cb);
  return items;
}

/* An entry, or in a list a row with one. */
static GtkWidget *
make (gpointer self, KringItem *item)
{
  Desk *desk = self;
  GtkWidget *entry = gtk_entry_new ();

  desk->n_made++;
  return GTK_IS_LIST_BOX (desk->box)
             ? g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", entry, "focusable", FALSE, NULL)
             : entry;
}

static GtkWidget *
get_entry (GtkWidget *made)
{
  return GTK_IS_LIST_BOX_ROW (made) ? gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (made)) : made;
}

static void
tell (gpointer self, GtkWidget *made, KringItem *item)
{
  gtk_entry_set_placeholder_text (GTK_ENTRY (get_entry (made)), kring_item_get_text (item, "name"));
}

static const KringItemRows rows = { make, tell };

static void
desk_open (Desk *desk, GtkWidget *box)
{
  GtkWidget *last = gtk_button_new_with_label ("last");

  *desk = (Desk){ .map = kring_map_new () };
  desk->editor = kring_editor_new (desk->map, kring_id_source_new_seeded (3));
  desk->box = box;
  desk->items = kring_item_model_new (desk->map, query, box);
  if (GTK_IS_LIST_BOX (box))
    gtk_list_box_append (GTK_LIST_BOX (box), last);
  else
    gtk_box_append (GTK_BOX (box), last);
  kring_item_rows_bind (box, desk->items, &rows, desk);
  desk->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (desk->window), box);
  gtk_window_present (GTK_WINDOW (desk->window));
  kring_edit_add_participant (desk->editor, "Anouk");
  kring_edit_add_participant (desk->editor, "Cas");
  kring_edit_add_participant (desk->editor, "Bea");
}

static void
desk_close (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  g_assert_finalize_object (desk->items);
  g_assert_finalize_object (desk->editor);
  g_assert_finalize_object (desk->map);
}

static GtkWidget *
get_made (Desk *desk, const char *name)
{
  return get_entry (kring_item_rows_get (
      desk->box, kring_map_find_named (desk->map, KRING_KIND_PARTICIPANT, name)));
}

static void
assert_rows (Desk *desk, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *made;

  made = gtk_widget_get_first_child (desk->box);
  for (guint i = 0; kring_item_rows_get_nth (desk->box, i) != NULL; i++)
    {
      g_assert_true (made == kring_item_rows_get_nth (desk->box, i));
      g_string_append_printf (text, "%s ",
                              gtk_entry_get_placeholder_text (GTK_ENTRY (get_entry (made))));
      made = gtk_widget_get_next_sibling (made);
    }
  g_assert_null (gtk_widget_get_next_sibling (made));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
remove_named (Desk *desk, const char *name)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) kring_item_get_id (
                            kring_map_find_named (desk->map, KRING_KIND_PARTICIPANT, name)));
  kring_edit_delete (desk->editor, ids);
}

/* Who types in a row goes on typing when it moves; the others were not even made anew. */
static void
assert_moved (GtkWidget *box)
{
  Desk desk;
  GtkWidget *anouk;

  desk_open (&desk, box);
  assert_rows (&desk, "Anouk Bea Cas ");
  anouk = get_made (&desk, "Anouk");
  gtk_editable_set_text (GTK_EDITABLE (anouk), "half");
  gtk_widget_grab_focus (anouk);
  gtk_editable_set_position (GTK_EDITABLE (anouk), 2);
  kring_edit_rename (
      desk.editor,
      kring_item_get_id (kring_map_find_named (desk.map, KRING_KIND_PARTICIPANT, "Anouk")), "Zoe",
      NULL);
  assert_rows (&desk, "Bea Cas Zoe ");
  g_assert_true (get_made (&desk, "Zoe") == anouk);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (anouk)), ==, "half");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (anouk)), ==, 2);
  g_assert_nonnull (kring_focus_find_in (anouk));
  g_assert_cmpuint (desk.n_made, ==, 3);
  desk_close (&desk);
}

static void
test_moved (void)
{
  assert_moved (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  assert_moved (gtk_list_box_new ());
}

/* The keyboard goes to the row below the one that went, and so on to the end. */
static void
assert_gone (GtkWidget *box)
{
  Desk desk;

  desk_open (&desk, box);
  gtk_widget_grab_focus (get_made (&desk, "Bea"));
  remove_named (&desk, "Bea");
  assert_rows (&desk, "Anouk Cas ");
  g_assert_nonnull (kring_focus_find_in (get_made (&desk, "Cas")));
  remove_named (&desk, "Anouk");
  g_assert_nonnull (kring_focus_find_in (get_made (&desk, "Cas")));
  remove_named (&desk, "Cas");
  g_assert_nonnull (kring_focus_find_in (gtk_widget_get_last_child (desk.box)));
  desk_close (&desk);
}

static void
test_gone (void)
{
  assert_gone (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  assert_gone (gtk_list_box_new ());
}

/* A model that outlives who asks does not ask in its name any more. */
static void
test_asker_gone (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  GObject *asker = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (KringItemModel) items = kring_item_model_new (map, query, asker);

  kring_edit_add_participant (editor, "Anouk");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 1);
  g_assert_finalize_object (asker);
  kring_edit_add_participant (editor, "Bea");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 1);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows/moved", test_moved);
  g_test_add_func ("/rows/gone", test_gone);
  g_test_add_func ("/rows/asker-gone", test_asker_gone);
  return g_test_run ();
}
