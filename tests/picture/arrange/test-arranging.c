/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pipeline for window and program. That both go through it is tested where both are: in the window. */
#include "map/edit/kring-commands.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/arrange/kring-arranging.h"

#define N_PERSONS 12

/* Up to so many, labels are seated. */
#define MAX_SEATED 2000

typedef struct
{
  KringMap *map;       /* (owned) */
  KringEditor *editor; /* (owned) */
} Table;

static void
table_set (Table *self, guint n_persons)
{
  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (1));
  for (guint i = 0; i < n_persons; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%04u", i);
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autoptr (KringItem) person = kring_item_new (kring_kind_get (KRING_KIND_PERSON), id);

      kring_item_set_text (person, KRING_F_NAME, name);
      kring_item_set_named (person, KRING_F_POSITION,
                            g_variant_new ("(dd)", 90.0 * (i % 64), 70.0 * (i / 64)));
      kring_map_load (self->map, person);
    }
  kring_edit_set_centre (self->editor, "p0000");
}

static void
table_clear (Table *self)
{
  g_clear_object (&self->editor);
  g_clear_object (&self->map);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static void
add_ties (Table *self)
{
  for (guint i = 1; i < N_PERSONS; i++)
    {
      g_autofree char *from = g_strdup_printf ("p%04u", i);
      g_autofree char *to = g_strdup_printf ("p%04u", i / 3);

      kring_edit_add_tie (self->editor, from, to, "knows", KRING_CERTAINTY_CONFIRMED, NULL);
    }
}

static KringArranging *
new_arranging (Table *table, KringLayoutType type)
{
  const KringLayoutOptions options = { .type = type };

  return kring_arranging_new (table->map, &options, &kring_text_measurer_fixed);
}

/* As a front does that waits for it. */
static void
arrange (Table *table, const KringLayoutOptions *options)
{
  g_autoptr (KringArranging) arranging =
      kring_arranging_new (table->map, options, &kring_text_measurer_fixed);
  g_autoptr (KringLayoutResult) result =
      kring_layout_run (arranging->graph, &arranging->options, NULL);

  kring_arranging_apply (arranging, result, &kring_text_measurer_fixed, table->editor);
}

/* All that arranging may write, in words. */
static char *
dup_picture (KringMap *map)
{
  static const char *const fields[] = { KRING_F_POSITION,   KRING_F_LABEL_SEAT, KRING_F_LABEL_AT,
                                        KRING_F_BACKGROUND, KRING_F_RING_SCALE, KRING_F_FAR_SIZE };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
      {
        KringItem *item = kring_map_get_nth (map, i);
        GVariant *value = kring_kind_find_field (kring_item_get_kind (item), fields[f]) != NULL
                              ? kring_item_get_named (item, fields[f])
                              : NULL;
        g_autofree char *words = value != NULL ? g_variant_print (value, FALSE) : NULL;

        if (words != NULL)
          g_string_append_printf (text, "%s %s %s\n", kring_item_get_id (item), fields[f], words);
      }
  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text, const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return g_strv_length (parts) - 1;
}

static void
test_one_step (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_auto (Table) table = { 0 };
      const KringLayoutOptions options = { .type = type };
      g_autofree char *before = NULL, *after = NULL, *undone = NULL;
      KringHistory *history;

      table_set (&table, N_PERSONS);
      add_ties (&table);
      history = kring_editor_get_history (table.editor);
      before = dup_picture (table.map);
      arrange (&table, &options);
      after = dup_picture (table.map);
      g_assert_cmpstr (before, !=, after);
      g_assert_cmpstr (kring_history_get_undo_label (history), ==, "Arrange");
      g_assert_cmpuint (count_words (after, "background"), ==,
                        type != KRING_LAYOUT_RINGS && type != KRING_LAYOUT_TIDY);
      kring_history_undo (history);
      undone = dup_picture (table.map);
      g_assert_cmpstr (before, ==, undone);
    }
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(KringLayoutResult **) data = kring_layout_run_finish (result, NULL);
}

/* As a front does that goes on meanwhile and shows the result on a copy first. */
static KringMap *
dup_tried (Table *table, const KringLayoutOptions *options)
{
  g_autoptr (KringMap) copy = kring_map_copy (table->map);
  g_autoptr (KringEditor) editor = kring_editor_new (copy, kring_id_source_new_seeded (2));
  g_autoptr (KringArranging) arranging =
      kring_arranging_new (table->map, options, &kring_text_measurer_fixed);
  g_autoptr (KringLayoutResult) result = NULL;

  kring_layout_run_async (arranging->graph, &arranging->options, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  kring_arranging_apply (arranging, result, &kring_text_measurer_fixed, editor);
  return g_steal_pointer (&copy);
}

/* The same places and seats, whether one waits for them or tries them on a copy. */
static void
test_both_ways (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_auto (Table) table = { 0 };
      const KringLayoutOptions options = { .type = type, .seed = 3, .sectors = TRUE };
      g_autoptr (KringMap) tried = NULL;
      g_autofree char *there = NULL, *here = NULL;

      table_set (&table, N_PERSONS);
      add_ties (&table);
      tried = dup_tried (&table, &options);
      arrange (&table, &options);
      there = dup_picture (tried);
      here = dup_picture (table.map);
      g_assert_cmpstr (here, ==, there);
      g_assert_cmpuint (count_words (here, "position"), ==, N_PERSONS);
    }
}

static KringRect
box_of (const char *name)
{
  g_auto (Table) table = { 0 };
  g_autoptr (KringArranging) arranging = NULL;

  table_set (&table, 1);
  kring_edit_add (table.editor, KRING_KIND_PERSON, name, KRING_POINT_INIT (300, 0));
  arranging = new_arranging (&table, KRING_LAYOUT_TIDY);
  for (guint v = 0; v < arranging->graph->n_nodes; v++)
    if ((int) v != arranging->graph->root)
      return arranging->graph->nodes[v].box;
  g_return_val_if_reached (KRING_RECT_INIT (0, 0, 0, 0));
}

/* Room is made for all of a name, as on paper, not for the two lines of a screen. */
static void
test_long_name (void)
{
  const char *const two_lines = "Onbekende man met de blauwe bestelbus";
  g_autofree char *four_lines = g_strjoin (" ", two_lines, two_lines, NULL);

  g_assert_cmpfloat (box_of ("Dex").height, <, box_of (two_lines).height);
  g_assert_cmpfloat (box_of (two_lines).height, <, box_of (four_lines).height);
}

/* Everybody stands almost on the next one, so that labels have reason to give way. */
static guint
count_seated (guint n_persons)
{
  g_auto (Table) table = { 0 };
  g_autoptr (KringArranging) arranging = NULL;
  KringLayoutResult result = { 0 };
  g_autofree KringPoint *places = NULL;
  g_autofree char *after = NULL;

  table_set (&table, n_persons);
  arranging = new_arranging (&table, KRING_LAYOUT_TIDY);
  result.places = places = g_new (KringPoint, n_persons);
  for (guint v = 0; v < n_persons; v++)
    places[v] = KRING_POINT_INIT (60.0 * (v % 50), 62.0 * (v / 50));
  kring_arranging_apply (arranging, &result, &kring_text_measurer_fixed, table.editor);
  after = dup_picture (table.map);
  return count_words (after, "label_seat");
}

/* In very large maps the labels are left to themselves. */
static void
test_many (void)
{
  g_assert_cmpuint (count_seated (100), >, 0);
  g_assert_cmpuint (count_seated (MAX_SEATED), >, 0);
  g_assert_cmpuint (count_seated (MAX_SEATED + 1), ==, 0);
}

/* A part of the map: the rest, what lies under it and all labels stay. */
static void
test_selection (void)
{
  g_auto (Table) table = { 0 };
  g_autoptr (GHashTable) selection = g_hash_table_new (g_str_hash, g_str_equal);
  const KringLayoutOptions options = { .type = KRING_LAYOUT_READABLE, .selection = selection };
  g_autoptr (KringArranging) all = NULL;
  g_auto (GStrv) before = NULL, after = NULL;
  g_autofree char *text = NULL;
  guint moved = 0;

  table_set (&table, N_PERSONS);
  add_ties (&table);
  all = new_arranging (&table, KRING_LAYOUT_TIDY);
  for (guint v = 6; v < 9; v++)
    g_hash_table_add (selection, (gpointer) all->graph->ids[v]);
  text = dup_picture (table.map);
  before = g_strsplit (text, "\n", -1);
  g_free (text);
  arrange (&table, &options);
  text = dup_picture (table.map);
  after = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (before), ==, g_strv_length (after));
  for (guint i = 0; before[i] != NULL; i++)
    moved += !g_str_equal (before[i], after[i]);
  g_assert_cmpuint (moved, >, 0);
  g_assert_cmpuint (moved, <=, 3);
}

/* Tidying up keeps what it can by itself. */
static void
test_keep (void)
{
  for (guint type = 0; type < KRING_N_LAYOUTS; type++)
    {
      g_auto (Table) table = { 0 };
      const KringLayoutOptions options = { .type = type, .keep = TRUE };
      g_autoptr (KringArranging) arranging = NULL;

      table_set (&table, 1);
      arranging = kring_arranging_new (table.map, &options, &kring_text_measurer_fixed);
      g_assert_cmpint (arranging->options.keep, ==, type != KRING_LAYOUT_TIDY);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrange/arranging/one-step", test_one_step);
  g_test_add_func ("/arrange/arranging/both-ways", test_both_ways);
  g_test_add_func ("/arrange/arranging/long-name", test_long_name);
  g_test_add_func ("/arrange/arranging/many", test_many);
  g_test_add_func ("/arrange/arranging/selection", test_selection);
  g_test_add_func ("/arrange/arranging/keep", test_keep);
  return g_test_run ();
}
