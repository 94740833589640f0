/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a map finds at once is what a walk over all its items finds, whatever came, went, was set,
 * undone or copied before.
 */
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#define SEED 20251103
#define N_ROUNDS 400
#define N_PEOPLE 12

typedef struct
{
  KringMap *map;
  GRand *rand;
  GPtrArray *done; /* (element-type GPtrArray of KringChange), what can be undone */
  guint n_made;
} Walk;

static void
keep_cb (KringMap *map, GPtrArray *changes, GPtrArray *done)
{
  g_ptr_array_add (done, g_ptr_array_ref (changes));
}

static void
assert_same (GPtrArray *found, GPtrArray *walked)
{
  g_assert_cmpuint (found->len, ==, walked->len);
  for (guint i = 0; i < found->len; i++)
    g_assert_true (found->pdata[i] == walked->pdata[i]);
}

static gboolean
is_kind (KringItem *item, gconstpointer kind)
{
  return kring_item_is (item, GPOINTER_TO_INT (kind));
}

static gboolean
refers_to (KringItem *item, gconstpointer id)
{
  return kring_item_refers_to (item, id);
}

static gboolean
is_tie_at (KringItem *item, gconstpointer id)
{
  return g_strcmp0 (kring_item_get_text (item, "from"), id) == 0 ||
         g_strcmp0 (kring_item_get_text (item, "to"), id) == 0;
}

/* Every item of the map for which fits holds, in order. */
static GPtrArray *
walk_all (KringMap *map, gboolean (*fits) (KringItem *item, gconstpointer what), gconstpointer what)
{
  GPtrArray *walked = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (fits (kring_map_get_nth (map, i), what))
      g_ptr_array_add (walked, kring_map_get_nth (map, i));
  return walked;
}

static void
compare_id (KringMap *map, const char *id)
{
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, id);
  g_autoptr (GPtrArray) walked_referrers = walk_all (map, refers_to, id);
  g_autoptr (GPtrArray) walked_ties = walk_all (map, is_tie_at, id);

  assert_same (referrers, walked_referrers);
  assert_same (ties, walked_ties);
}

static void
compare (KringMap *map, guint n_made)
{
  for (guint i = 0; i < n_made; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);

      compare_id (map, id);
    }
  for (int kind = 0; kind < KRING_N_KINDS; kind++)
    {
      g_autoptr (GPtrArray) found = kring_map_dup_items_of_kind (map, kind);
      g_autoptr (GPtrArray) walked = walk_all (map, is_kind, GINT_TO_POINTER (kind));

      assert_same (found, walked);
      g_assert_cmpuint (kring_map_get_n_of_kind (map, kind), ==, found->len);
    }
}

/* Something of one of the kinds that a reference may point at; NULL where there is nothing. */
static const char *
pick (Walk *walk, guint32 kinds)
{
  guint n = kring_map_get_n_items (walk->map);
  guint first = g_rand_int_range (walk->rand, 0, n);

  for (guint i = 0; i < n; i++)
    {
      KringItem *item = kring_map_get_nth (walk->map, (first + i) % n);

      if (kinds & (1u << kring_item_get_kind (item)->id))
        return kring_item_get_id (item);
    }
  return NULL;
}

static GVariant *
make_value (Walk *walk, const KringField *field)
{
  const char *one = pick (walk, field->refers_to), *two = pick (walk, field->refers_to);

  if (one == NULL)
    return NULL;
  if (field->type == KRING_FIELD_REF)
    return g_variant_new_string (one);
  if (g_strcmp0 (one, two) >= 0)
    return g_variant_new_strv (&two, 1);
  return g_variant_new_strv ((const char *[]){ one, two }, 2);
}

static void
insert_one (Walk *walk)
{
  static const KringKindId kinds[] = { KRING_KIND_PERSON, KRING_KIND_TIE,       KRING_KIND_TIE,
                                       KRING_KIND_GROUP,  KRING_KIND_STATEMENT, KRING_KIND_EVENT,
                                       KRING_KIND_TASK,   KRING_KIND_VIEW };
  gboolean is_early = walk->n_made < N_PEOPLE;
  KringKindId kind =
      is_early ? KRING_KIND_PERSON : kinds[g_rand_int_range (walk->rand, 0, G_N_ELEMENTS (kinds))];
  g_autofree char *id = g_strdup_printf ("i%u", walk->n_made++);
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  for (guint i = 0; i < kring_item_get_kind (item)->n_fields; i++)
    {
      const KringField *field = &kring_item_get_kind (item)->fields[i];

      if (field->refers_to != 0)
        kring_item_set_value (item, field, make_value (walk, field));
    }
  if (kind != KRING_KIND_TIE ||
      g_strcmp0 (kring_item_get_text (item, "from"), kring_item_get_text (item, "to")) != 0)
    kring_map_insert (walk->map, item);
}

/* One thing goes, if nothing points at it. */
static void
remove_one (Walk *walk)
{
  const char *id = pick (walk, ~(1u << KRING_KIND_CASE));
  g_autoptr (GPtrArray) referrers = walk_all (walk->map, refers_to, id);

  if (referrers->len == 0)
    kring_map_remove (walk->map, id);
}

static void
set_one (Walk *walk)
{
  KringItem *item = kring_map_get_item (walk->map, pick (walk, G_MAXUINT32));
  const KringKind *kind = kring_item_get_kind (item);
  const KringField *field = &kind->fields[g_rand_int_range (walk->rand, 0, kind->n_fields)];

  if (field->refers_to != 0 && kind->id != KRING_KIND_TIE)
    kring_map_set (walk->map, kring_item_get_id (item), field,
                   field->flags & KRING_FIELD_REQUIRED || g_rand_boolean (walk->rand)
                       ? make_value (walk, field)
                       : NULL);
}

static void
undo (Walk *walk)
{
  g_autoptr (GPtrArray) last = NULL;

  if (walk->done->len == 0)
    return;
  last = g_ptr_array_steal_index (walk->done, walk->done->len - 1);
  kring_map_begin (walk->map);
  for (guint i = last->len; i > 0; i--)
    kring_map_revert (walk->map, g_ptr_array_index (last, i - 1));
  g_signal_handlers_block_by_func (walk->map, keep_cb, walk->done);
  kring_map_end (walk->map);
  g_signal_handlers_unblock_by_func (walk->map, keep_cb, walk->done);
}

static void
change (Walk *walk)
{
  kring_map_begin (walk->map);
  for (int n = g_rand_int_range (walk->rand, 1, 6); n > 0; n--)
    {
      int what = g_rand_int_range (walk->rand, 0, 6);

      if (what < 3 || walk->n_made < N_PEOPLE)
        insert_one (walk);
      else if (what < 4)
        remove_one (walk);
      else
        set_one (walk);
    }
  kring_map_end (walk->map);
}

static void
test_as_a_walk (void)
{
  g_autoptr (KringMap) map = kring_map_new (), copy = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  Walk walk = { map, rand, done, 0 };

  g_signal_connect (map, "changed", G_CALLBACK (keep_cb), done);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      if (g_rand_int_range (rand, 0, 3) == 0)
        undo (&walk);
      else
        change (&walk);
      if (round % 20 == 0)
        compare (map, walk.n_made);
    }
  compare (map, walk.n_made);
  g_assert_cmpuint (kring_map_get_n_of_kind (map, KRING_KIND_TIE), >, 10);
  copy = kring_map_copy (map);
  compare (copy, walk.n_made);
}

/* A file may name what comes later in it, or never. */
static void
test_load (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringItem) the_case =
      kring_item_new (kring_kind_get (KRING_KIND_CASE), KRING_MAP_CASE_ID);
  g_autoptr (KringItem) person = kring_item_new (kring_kind_get (KRING_KIND_PERSON), "i0");

  kring_item_set_named (the_case, "centre", g_variant_new_strv ((const char *[]){ "i0", "i1" }, 2));
  kring_map_load (map, the_case);
  kring_map_load (map, person);
  compare (map, 2);
  g_object_unref (the_case);
  the_case = kring_item_new (kring_kind_get (KRING_KIND_CASE), KRING_MAP_CASE_ID);
  kring_map_load (map, the_case);
  compare (map, 2);
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 2);
}

/* What can have a position comes first. */
static void
test_placeable (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  guint n_placed = 0;

  for (int i = 0; i < KRING_KIND_CASE; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%d", i);
      g_autoptr (KringItem) item = kring_item_new (kring_kind_get (i), id);

      n_placed += kring_kind_find_field (kring_kind_get (i), "position") != NULL;
      kring_map_load (map, item);
    }
  g_assert_cmpuint (kring_map_get_n_placeable (map), ==, n_placed);
  for (guint i = 0; i < n_placed; i++)
    g_assert_nonnull (
        kring_kind_find_field (kring_item_get_kind (kring_map_get_nth (map, i)), "position"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index/as-a-walk", test_as_a_walk);
  g_test_add_func ("/index/load", test_load);
  g_test_add_func ("/index/placeable", test_placeable);
  return g_test_run ();
}
