/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many random commands with undo, redo and cancel. The map checks its invariants after every
 * primitive by itself; here: undoing everything gives the empty map, redoing everything gives the
 * same map again. */
#include "known.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"

#define N_COMMANDS 20000
#define N_ITEMS_MAX 40
#define SEED 2011

typedef struct
{
  KringMap *map;
  KringHistory *history;
  KringEditor *editor;
  GRand *rand;
  GPtrArray *fragment; /* (nullable), what was copied last */
} Rig;

static GDateTime *
fixed_clock (gpointer data)
{
  return g_date_time_new_utc (2025, 11, 20, 10, 0, 0);
}

static int
pick (Rig *rig, int n)
{
  return g_rand_int_range (rig->rand, 0, n);
}

static const char *
any_id (Rig *rig)
{
  if (pick (rig, 30) == 0)
    return "nobody";
  return kring_item_get_id (
      kring_map_get_nth (rig->map, pick (rig, kring_map_get_n_items (rig->map))));
}

static GPtrArray *
some_ids (Rig *rig)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (int n = pick (rig, 4); n >= 0; n--)
    g_ptr_array_add (ids, g_strdup (any_id (rig)));
  return ids;
}

static void
add (Rig *rig)
{
  static const char *const names[] = { "Noor", "“Dex”", "", NULL, "a\nb", "\xff\xfe", "Élodie" };
  KringPoint at = { pick (rig, 2000) - 1000, pick (rig, 2000) - 1000 };
  int kind = pick (rig, KRING_KIND_TIE);

  if (kring_map_get_n_items (rig->map) > N_ITEMS_MAX)
    return;
  if (pick (rig, 20) == 0)
    kring_edit_add_centre (rig->editor, "Noor", at);
  else if (pick (rig, 20) == 0)
    kring_edit_add_participant (rig->editor, "Marit");
  else
    kring_edit_add (rig->editor, kind, names[pick (rig, G_N_ELEMENTS (names))], at);
}

static void
tie (Rig *rig)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_strdup (any_id (rig)), *to = g_strdup (any_id (rig));
  KringItem *made;

  made = kring_edit_add_tie (rig->editor, from, to, "friend", pick (rig, 5), &error);
  g_assert_true ((made != NULL) == (error == NULL));
}

/* Any value at all, allowed or not, for any field of any item. */
static void
set_anything (Rig *rig)
{
  static const char *const texts[] = { "",    "woman", "confirmed", "2025-09",   "~15", "far",
                                       "abc", "weak",  "forward",   "control\n", "care" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = some_ids (rig);
  KringItem *item = kring_map_get_item (rig->map, any_id (rig));
  const KringKind *kind = item != NULL ? kring_item_get_kind (item) : kring_kind_get (0);
  const KringField *field = &kind->fields[pick (rig, kind->n_fields)];
  GVariant *value = NULL;
  gboolean done;

  switch (pick (rig, 6))
    {
    case 0:
      value = g_variant_new_string (texts[pick (rig, G_N_ELEMENTS (texts))]);
      break;
    case 1:
      value = g_variant_new_string (any_id (rig));
      break;
    case 2:
      value = g_variant_new_boolean (pick (rig, 2));
      break;
    case 3:
      value = g_variant_new_double (pick (rig, 3) == 0 ? G_MAXDOUBLE : pick (rig, 100));
      break;
    case 4:
      value = g_variant_new_strv ((const char *[]){ any_id (rig), any_id (rig) }, 2);
      break;
    }
  done = kring_edit_set (rig->editor, ids, field->name, value, &error);
  g_assert_true (done == (error == NULL));
}

static void
type (Rig *rig)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = g_strdup (any_id (rig));

  kring_edit_type (rig->editor, id, pick (rig, 2) ? "name" : "remark", "N", &error);
  g_clear_error (&error);
  kring_edit_type (rig->editor, id, "name", "No\nor", &error);
  g_clear_error (&error);
  kring_edit_rename (rig->editor, id, pick (rig, 2) ? "“Dex”" : " ", &error);
}

/* What is known: statements above all, for the certainty of what they are about follows them. */
static void
know (Rig *rig, GPtrArray *ids)
{
  g_autoptr (GError) error = NULL;
  KringItem *statement;

  switch (pick (rig, 5))
    {
    case 0:
    case 1:
      statement = known_add_statement (rig->editor, any_id (rig), pick (rig, 2), "ja", &error);
      if (statement != NULL)
        kring_edit_set_one (rig->editor, kring_item_get_id (statement), "certainty",
                            g_variant_new_string ("probable"), NULL);
      break;
    case 2:
      known_add_signal (rig->editor, any_id (rig), NULL, "Moe", pick (rig, 4), &error);
      break;
    case 3:
      kring_edit_add_task (rig->editor, any_id (rig), pick (rig, 2), "Bellen", &error);
      break;
    default:
      kring_edit_follow_sources (rig->editor, ids);
    }
}

static void
change_ties (Rig *rig, GPtrArray *ids)
{
  switch (pick (rig, 6))
    {
    case 0:
      kring_edit_set_quality (rig->editor, ids, pick (rig, 9));
      break;
    case 1:
      kring_edit_change_intensity (rig->editor, ids, pick (rig, 3) - 1);
      break;
    case 2:
      kring_edit_cycle_direction (rig->editor, ids);
      break;
    case 3:
      kring_edit_reverse_ties (rig->editor, ids);
      break;
    case 4:
      kring_edit_bend_tie (rig->editor, any_id (rig), pick (rig, 80) - 40);
      break;
    default:
      kring_edit_slide_label (rig->editor, any_id (rig), pick (rig, 12) / 10.0 - 0.1);
    }
}

static void
change_items (Rig *rig, GPtrArray *ids)
{
  switch (pick (rig, 6))
    {
    case 0:
      kring_edit_set_certainty (rig->editor, ids, pick (rig, 5));
      break;
    case 1:
      kring_edit_set_ring (rig->editor, ids, pick (rig, 4));
      break;
    case 2:
      kring_edit_set_pinned (rig->editor, ids, pick (rig, 2));
      break;
    case 3:
      kring_edit_set_centre (rig->editor, pick (rig, 5) ? any_id (rig) : NULL);
      break;
    case 4:
      kring_edit_move (rig->editor, ids, pick (rig, 99) - 50, pick (rig, 99) - 50);
      break;
    default:
      kring_edit_move (rig->editor, ids, pick (rig, 300), -1e9);
    }
}

static void
change_whole (Rig *rig, GPtrArray *ids)
{
  g_autoptr (GPtrArray) copies = NULL;
  gboolean full = kring_map_get_n_items (rig->map) > N_ITEMS_MAX;

  switch (pick (rig, 6))
    {
    case 0:
    case 1:
      kring_edit_delete (rig->editor, ids);
      break;
    case 2:
      if (!full)
        copies = kring_edit_duplicate (rig->editor, ids);
      break;
    case 3:
      g_clear_pointer (&rig->fragment, g_ptr_array_unref);
      rig->fragment = kring_edit_dup_fragment (rig->map, ids);
      break;
    case 4:
      if (!full && rig->fragment != NULL)
        copies = kring_edit_paste (rig->editor, rig->fragment, KRING_POINT_INIT (0, 0));
      break;
    default:
      if (!full && pick (rig, 2))
        kring_edit_group (rig->editor, ids, "De Wilg");
      else
        kring_edit_ungroup (rig->editor, any_id (rig));
    }
}

static void
do_one (Rig *rig)
{
  g_autoptr (GPtrArray) ids = some_ids (rig);

  switch (pick (rig, 12))
    {
    case 10:
    case 11:
      know (rig, ids);
      break;
    case 0:
    case 1:
      add (rig);
      break;
    case 2:
    case 3:
      tie (rig);
      break;
    case 4:
      set_anything (rig);
      break;
    case 5:
      type (rig);
      break;
    case 6:
      change_ties (rig, ids);
      break;
    case 7:
    case 8:
      change_items (rig, ids);
      break;
    default:
      change_whole (rig, ids);
    }
}

/* A transaction of several commands, at the end kept or thrown away. */
static void
do_many (Rig *rig)
{
  gboolean cancel = pick (rig, 2);
  guint64 before = kring_history_get_revision (rig->history);
  guint n = kring_map_get_n_items (rig->map);

  kring_history_begin (rig->history, "Many");
  for (int i = pick (rig, 5); i >= 0; i--)
    do_one (rig);
  if (!cancel)
    {
      kring_history_commit (rig->history);
      return;
    }
  kring_history_cancel (rig->history);
  g_assert_cmpuint (kring_history_get_revision (rig->history), ==, before);
  g_assert_cmpuint (kring_map_get_n_items (rig->map), ==, n);
}

/* Whether something new was done, not one step back or forth. */
static gboolean
do_anything (Rig *rig)
{
  int what = pick (rig, 20);

  if (what < 2)
    kring_history_undo (rig->history);
  else if (what < 3)
    kring_history_redo (rig->history);
  else if (what < 4)
    do_many (rig);
  else if (what < 5)
    kring_history_close (rig->history);
  else
    do_one (rig);
  return what >= 3;
}

static guint
count_statements (KringMap *map, const char *about)
{
  g_autoptr (GPtrArray) statements = kring_map_dup_items_of_kind (map, KRING_KIND_STATEMENT);
  guint n = 0;

  for (guint i = 0; i < statements->len; i++)
    n += g_strcmp0 (kring_item_get_text (statements->pdata[i], "about"), about) == 0;
  return n;
}

/* Items that follow their statements and are as sure as those now, by id, with how many there are. */
static GHashTable *
dup_steps (KringMap *map)
{
  GHashTable *steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item);
      KringCertainty stated;

      if (kring_map_can_follow (map, item) &&
          (!kring_map_find_stated_certainty (map, id, &stated) ||
           stated == kring_item_get_certainty (item)))
        g_hash_table_insert (steps, g_strdup (id), GUINT_TO_POINTER (count_statements (map, id)));
    }
  return steps;
}

/* What was as sure as its statements still is, unless something was noted about it, which changes
 * nothing by itself; what was not is let be. */
static void
assert_in_step (KringMap *map, GHashTable *before)
{
  g_autoptr (GHashTable) after = dup_steps (map);
  GHashTableIter iter;
  gpointer id, n;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &id, &n))
    {
      KringItem *item = kring_map_get_item (map, id);

      if (item != NULL && kring_map_can_follow (map, item) &&
          count_statements (map, id) <= GPOINTER_TO_UINT (n))
        g_assert_true (g_hash_table_contains (after, id));
    }
}

static char *
dump (KringMap *map)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const KringKind *kind = kring_item_get_kind (item);

      g_string_append (text, kring_item_get_id (item));
      for (guint f = 0; f < kind->n_fields; f++)
        {
          GVariant *value = kring_item_get_value (item, &kind->fields[f]);
          g_autofree char *printed = value != NULL ? g_variant_print (value, FALSE) : NULL;

          if (printed != NULL)
            g_string_append_printf (text, " %s=%s", kind->fields[f].name, printed);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  Rig rig = { kring_map_new () };
  g_autoptr (KringMap) empty = kring_map_new ();
  g_autofree char *before = NULL, *after = NULL;

  rig.editor = kring_editor_new (rig.map, kring_id_source_new_seeded (SEED));
  rig.history = kring_editor_get_history (rig.editor);
  rig.rand = g_rand_new_with_seed (SEED);
  kring_editor_set_clock (rig.editor, fixed_clock, NULL);
  for (int i = 0; i < N_COMMANDS; i++)
    {
      g_autoptr (GHashTable) steps = dup_steps (rig.map);

      if (do_anything (&rig))
        assert_in_step (rig.map, steps);
    }
  while (kring_history_redo (rig.history))
    continue;
  before = dump (rig.map);
  g_assert_cmpuint (kring_map_get_n_items (rig.map), >, 5);
  while (kring_history_undo (rig.history))
    continue;
  g_assert_true (kring_map_equal (rig.map, empty));
  g_assert_true (kring_history_is_saved (rig.history));
  while (kring_history_redo (rig.history))
    continue;
  after = dump (rig.map);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (kring_map_check (rig.map, NULL, NULL));
  g_clear_pointer (&rig.fragment, g_ptr_array_unref);
  g_rand_free (rig.rand);
  g_assert_finalize_object (rig.editor);
  g_assert_finalize_object (rig.map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/random", test_random);
  return g_test_run ();
}
