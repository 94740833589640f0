/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/scene/kring-scene.h"
#include "picture/youth/kring-youth-beside.h"
#include "picture/youth/kring-youth-view.h"

static KringItem *
add (KringMap *map, KringKindId kind, const char *id)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_map_load (map, item);
  return kring_map_get_item (map, id);
}

static KringItem *
add_person (KringMap *map, const char *id, const char *name)
{
  KringItem *item = add (map, KRING_KIND_PERSON, id);

  kring_item_set_text (item, "name", name);
  kring_item_set_position (item, KRING_POINT_INIT (500, 20));
  return item;
}

static KringItem *
add_tie (KringMap *map, const char *from, const char *to)
{
  g_autofree char *id = g_strdup_printf ("tie-%s-%s", from, to);
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  kring_map_load (map, tie);
  return kring_map_get_item (map, id);
}

static void
set_centre (KringMap *map, const char *id)
{
  g_autoptr (KringItem) the_case = kring_item_copy (kring_map_get_case (map));
  const char *ids[] = { id, NULL };

  kring_item_set_named (the_case, "centre", g_variant_new_strv (ids, -1));
  kring_map_load (map, the_case);
}

/* A word that stands nowhere else, in every field that holds words. */
static void
fill_words (KringItem *item, GPtrArray *words)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_TEXT || kind->fields[i].type == KRING_FIELD_LONG_TEXT)
      {
        g_autofree char *word =
            g_strdup_printf ("w%u%s%s", words->len, kind->name, kind->fields[i].name);

        g_strdelimit (word, "_", 'x');
        kring_item_set_text (item, kind->fields[i].name, word);
        g_ptr_array_add (words, g_steal_pointer (&word));
      }
}

/* What the view may say: the names of the two, and how the rings are called. */
static gboolean
may_stand (KringMap *map, const char *word)
{
  KringItem *the_case = kring_map_get_case (map);

  return g_strcmp0 (word, kring_item_get_text (kring_map_get_item (map, "noor"), "name")) == 0 ||
         g_strcmp0 (word, kring_item_get_text (kring_map_get_item (map, "person"), "name")) == 0 ||
         g_strcmp0 (word, kring_item_get_text (the_case, "ring_near")) == 0 ||
         g_strcmp0 (word, kring_item_get_text (the_case, "ring_middle")) == 0 ||
         g_strcmp0 (word, kring_item_get_text (the_case, "ring_far")) == 0;
}

/* One item of every kind, and two ties, with words everywhere. */
static KringMap *
make_full (GPtrArray *words)
{
  g_autoptr (KringMap) map = kring_map_new ();
  KringItem *noor = add_person (map, "noor", "Noor");

  for (guint kind = 0; kind < KRING_N_KINDS; kind++)
    {
      KringItem *item = kind == KRING_KIND_CASE ? kring_map_get_case (map)
                                                : add (map, kind, kring_kind_get (kind)->name);

      fill_words (item, words);
      if (kring_kind_find_field (kring_item_get_kind (item), "position") != NULL)
        kring_item_set_position (item, KRING_POINT_INIT (100.0 * kind, 50));
      if (kring_kind_find_field (kring_item_get_kind (item), "about") != NULL)
        kring_item_set_named (item, "about",
                              kind == KRING_KIND_TASK
                                  ? g_variant_new_strv ((const char *const[]){ "noor" }, 1)
                                  : g_variant_new_string ("noor"));
    }
  kring_item_set_text (kring_map_get_item (map, "tie"), "from", "noor");
  kring_item_set_text (kring_map_get_item (map, "tie"), "to", "person");
  kring_item_set_text (kring_map_get_item (map, "account"), "controlled_by", "person");
  kring_item_set_text (kring_map_get_item (map, "event"), "place", "place");
  kring_item_set_extra (noor, g_variant_new_parsed ("{'later': '\"wextra\"'}"));
  g_ptr_array_add (words, g_strdup ("wextra"));
  set_centre (map, "noor");
  return kring_map_copy (map); /* finds what was filled in after it came */
}

/* Everything that can be drawn or told of @map. */
static char *
dup_all_words (KringMap *map)
{
  const KringSceneOptions options = { TRUE, TRUE, 1.0, TRUE };
  g_autoptr (KringScene) scene = kring_scene_new (map, &options, &kring_text_measurer_fixed);
  g_autofree char *drawn = kring_scene_to_text (scene), *told = kring_map_to_text (map);
  GString *all = g_string_new (drawn);

  g_string_append (all, told);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const KringKind *kind = kring_item_get_kind (item);
      g_autofree char *text = kring_map_dup_description (map, item);

      g_string_append (all, text);
      if (kring_item_get_extra (item) != NULL)
        g_string_append (all, "wextra");
      for (guint f = 0; f < kind->n_fields; f++)
        {
          GVariant *value = kring_item_get_value (item, &kind->fields[f]);
          g_autofree char *printed = value != NULL ? g_variant_print (value, FALSE) : NULL;

          g_string_append (all, printed != NULL ? printed : "");
        }
    }
  return g_string_free (all, FALSE);
}

/* No word of what is hidden is anywhere in the view; in the full map all are found. */
static void
test_canary (void)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KringMap) map = make_full (words);
  g_autoptr (KringMap) view = kring_youth_dup_view (map);
  g_autofree char *seen = dup_all_words (view), *everything = dup_all_words (map);

  g_assert_cmpuint (words->len, >, 60);
  for (guint i = 0; i < words->len; i++)
    g_assert_nonnull (strstr (everything, g_ptr_array_index (words, i)));
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (may_stand (map, word))
        g_assert_nonnull (strstr (seen, word));
      else if (strstr (seen, word) != NULL)
        {
          g_test_message ("“%s” can be seen", word);
          g_test_fail ();
        }
    }
  for (guint i = 0; i < kring_map_get_n_items (view); i++)
    g_assert_true (kring_item_is (kring_map_get_nth (view, i), KRING_KIND_PERSON) ||
                   kring_item_is (kring_map_get_nth (view, i), KRING_KIND_CASE));
}

/* Whom the young person does not see, for whatever reason. */
static void
test_who (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KringMap) view = NULL;

  kring_item_set_choice (add_person (map, "noor", "Noor"), "party", KRING_PARTY_POLICE);
  add_person (map, "oma", "Oma Jo");
  kring_item_set_choice (add_person (map, "police", "Manu"), "party", KRING_PARTY_POLICE);
  kring_item_set_choice (add_person (map, "open", "Found"), "party", KRING_PARTY_OPEN);
  kring_item_set_choice (add_person (map, "care-only", "A"), "audience", KRING_AUDIENCE_CARE);
  kring_item_set_choice (add_person (map, "police-only", "B"), "audience", KRING_AUDIENCE_POLICE);
  kring_item_set_choice (add_person (map, "nobody", "C"), "audience", KRING_AUDIENCE_NONE);
  kring_item_set_choice (add_person (map, "refuted", "D"), "certainty", KRING_CERTAINTY_REFUTED);
  kring_item_set_named (add_person (map, "unknown", "Man 1"), "identity_unknown",
                        g_variant_new_boolean (TRUE));
  add (map, KRING_KIND_PERSON, "nameless");
  kring_item_set_text (add (map, KRING_KIND_PERSON, "invisible"), "name", "\342\200\216");
  kring_item_set_choice (add_person (map, "both", "Dex"), "party", KRING_PARTY_TOGETHER);
  kring_item_set_choice (kring_map_get_item (map, "both"), "certainty", KRING_CERTAINTY_SUSPECTED);
  set_centre (map, "noor");
  for (guint i = 0, n = kring_map_get_n_items (map); i < n; i++)
    if (kring_item_is (kring_map_get_nth (map, i), KRING_KIND_PERSON) &&
        !g_str_equal (kring_item_get_id (kring_map_get_nth (map, i)), "noor"))
      g_ptr_array_add (ids, g_strdup (kring_item_get_id (kring_map_get_nth (map, i))));
  for (guint i = 0; i < ids->len; i++)
    add_tie (map, "noor", g_ptr_array_index (ids, i));
  view = kring_youth_dup_view (map);
  g_assert_cmpuint (kring_map_get_n_items (view), ==, 4);
  g_assert_nonnull (kring_map_get_item (view, "noor"));
  g_assert_nonnull (kring_map_get_item (view, "oma"));
  g_assert_cmpint (kring_item_get_certainty (kring_map_get_item (view, "both")), ==,
                   KRING_CERTAINTY_CONFIRMED);
  g_assert_cmpint (kring_item_get_party (kring_map_get_item (view, "both")), ==, KRING_PARTY_NONE);
}

/* Only those she has a tie with herself: one that everybody may see, and that holds. */
static void
test_tied (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringMap) view = NULL;
  const char *const names[] = { "oma", "kay", "girl", "taboo", "secret", "police", "past" };

  add_person (map, "noor", "Noor");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_person (map, names[i], names[i]);
  set_centre (map, "noor");
  add_tie (map, "noor", "oma");
  add_tie (map, "kay", "noor");
  add_tie (map, "kay", "girl");
  add_tie (map, "noor", "taboo");
  kring_item_set_named (kring_map_get_item (map, "taboo"), "not_for_youth",
                        g_variant_new_boolean (TRUE));
  kring_item_set_choice (add_tie (map, "noor", "secret"), "audience", KRING_AUDIENCE_CARE);
  kring_item_set_choice (add_tie (map, "noor", "police"), "party", KRING_PARTY_POLICE);
  kring_item_set_choice (add_tie (map, "noor", "past"), "certainty", KRING_CERTAINTY_REFUTED);
  view = kring_youth_dup_view (map);
  g_assert_nonnull (kring_map_get_item (view, "oma"));
  g_assert_nonnull (kring_map_get_item (view, "kay"));
  for (guint i = 2; i < G_N_ELEMENTS (names); i++)
    g_assert_null (kring_map_get_item (view, names[i]));
}

/* A middle that goes to no export stands there without a name. */
static void
test_centre_kept_back (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringMap) view = NULL;
  g_autofree char *seen = NULL;

  kring_item_set_choice (add_person (map, "noor", "Noor"), "audience", KRING_AUDIENCE_NONE);
  add_person (map, "oma", "Oma Jo");
  add_tie (map, "oma", "noor");
  set_centre (map, "noor");
  view = kring_youth_dup_view (map);
  seen = dup_all_words (view);
  g_assert_nonnull (kring_map_get_item (view, "noor"));
  g_assert_nonnull (strstr (seen, "Oma Jo"));
  g_assert_null (strstr (seen, "Noor"));
}

/* The nickname under which somebody stands on the map, without the other name. */
static void
test_one_name (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  KringItem *dex = add_person (map, "dex", "Desmond");
  g_autoptr (KringMap) view = NULL;
  g_autofree char *seen = NULL;

  kring_item_set_text (dex, "alias", "Dex");
  kring_item_set_named (dex, "alias_first", g_variant_new_boolean (TRUE));
  add_person (map, "noor", "Noor");
  set_centre (map, "noor");
  add_tie (map, "noor", "dex");
  view = kring_youth_dup_view (map);
  seen = dup_all_words (view);
  g_assert_nonnull (strstr (seen, "Dex"));
  g_assert_null (strstr (seen, "Desmond"));
}

static KringPoint
place_of (KringMap *view, const char *id)
{
  KringPoint at = { 0, 0 };

  g_assert_true (kring_item_get_position (kring_map_get_item (view, id), &at));
  return at;
}

/* Nothing shows where the professionals have somebody, until the young person chose. */
static void
test_places (void)
{
  KringMap *map = kring_map_new ();
  KringEditor *editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  const KringPoint chosen = { -120, 60 };
  KringPoint waiting;
  KringMap *view;

  kring_item_set_choice (add_person (map, "oma", "Oma Jo"), "ring", KRING_RING_NEAR);
  add_person (map, "kay", "Kay");
  add_person (map, "noor", "Noor");
  set_centre (map, "noor");
  add_tie (map, "noor", "oma");
  add_tie (map, "kay", "noor");
  view = kring_youth_dup_view (map);
  g_assert_cmpint (kring_youth_get_ring_at (view, place_of (view, "oma")), ==, KRING_RING_NONE);
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (view, "oma"), "ring"), ==,
                   KRING_RING_NONE);
  g_assert_cmpfloat (kring_point_distance (place_of (view, "oma"), place_of (view, "kay")), >, 100);
  g_assert_cmpfloat (kring_point_distance (place_of (view, "noor"), KRING_POINT_INIT (0, 0)), ==,
                     0);
  waiting = place_of (view, "oma");
  g_clear_object (&view);

  /* Who waits does not move when somebody else goes. */
  kring_edit_set_own_place (editor, "kay", KRING_RING_NEAR, &chosen);
  view = kring_youth_dup_view (map);
  g_assert_cmpfloat (kring_point_distance (place_of (view, "oma"), waiting), ==, 0);
  g_clear_object (&view);

  kring_edit_set_own_place (editor, "oma", KRING_RING_FAR, NULL);
  kring_edit_set_own_place (editor, "kay", KRING_RING_NEAR, &chosen);
  view = kring_youth_dup_view (map);
  g_assert_cmpint (kring_youth_get_ring_at (view, place_of (view, "oma")), ==, KRING_RING_FAR);
  g_assert_cmpfloat (place_of (view, "kay").x, ==, chosen.x);
  g_clear_object (&view);

  /* A ring that was changed elsewhere wins over a place that lies in another one. */
  kring_edit_set_own_place (editor, "kay", KRING_RING_MIDDLE, &chosen);
  view = kring_youth_dup_view (map);
  g_assert_cmpint (kring_youth_get_ring_at (view, place_of (view, "kay")), ==, KRING_RING_MIDDLE);
  g_assert_true (
      kring_edit_is_own_place (kring_history_get_undo_label (kring_editor_get_history (editor))));
  g_assert_finalize_object (view);
  g_object_unref (editor);
  g_assert_finalize_object (map);
}

static guint
count_text (GPtrArray *shapes, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, text) == 0;
  return n;
}

/* Beside the rings of the professionals: a ghost where they differ, a rim where they do not. */
static void
test_beside (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (GPtrArray) none = NULL, both = NULL;
  KringItem *oma, *kay;
  g_autofree char *words = NULL;

  add_person (map, "noor", "Noor");
  oma = add_person (map, "oma", "Oma Jo");
  kay = add_person (map, "kay", "Kay");
  set_centre (map, "noor");
  add_tie (map, "noor", "oma");
  add_tie (map, "kay", "noor");
  kring_item_set_choice (oma, "ring", KRING_RING_FAR);
  kring_item_set_choice (kay, "ring", KRING_RING_NEAR);
  none = kring_youth_dup_beside (map, &kring_text_measurer_fixed);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (kring_youth_has_rings (map));
  g_assert_null (kring_map_dup_both_rings (map, oma));
  kring_item_set_choice (oma, "own_ring", KRING_RING_NEAR);
  kring_item_set_choice (kay, "own_ring", KRING_RING_NEAR);
  g_assert_true (kring_youth_has_rings (map));
  both = kring_youth_dup_beside (map, &kring_text_measurer_fixed);
  g_assert_cmpuint (count_text (both, "Oma Jo"), ==, 1);
  g_assert_cmpuint (count_text (both, "Kay"), ==, 0);
  g_assert_cmpuint (both->len, ==, 4);
  words = kring_map_dup_both_rings (map, oma);
  g_assert_cmpstr (words, ==, "young person: near · we: far");
  g_assert_cmpfloat (kring_youth_add_legend (none, &kring_text_measurer_fixed, 100), >, 140);
  g_assert_cmpuint (count_text (none, "on the same ring for both"), ==, 1);
}

/* A name, of a person or of a ring, that names somebody who stays behind. */
static void
test_called_after (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringMap) view = NULL;

  add_person (map, "noor", "Noor (zus van Hassan)");
  add_person (map, "anna", "Anna");
  add_person (map, "sister", "Zus van Hassan");
  kring_item_set_text (add_person (map, "nick", "Bo"), "alias", "Hassans maat");
  kring_item_set_choice (add_person (map, "hassan", "Hassan B."), "audience",
                         KRING_AUDIENCE_POLICE);
  kring_item_set_text (kring_map_get_case (map), "ring_near", "Bij Hassan");
  kring_item_set_text (kring_map_get_case (map), "ring_far", "Ver");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const others[] = { "anna", "sister", "nick" };
      add_tie (map, "noor", others[i]);
    }
  set_centre (map, "noor");
  view = kring_youth_dup_view (map);
  g_assert_nonnull (kring_map_get_item (view, "anna"));
  g_assert_null (kring_map_get_item (view, "sister"));
  g_assert_null (kring_map_get_item (view, "nick"));
  g_assert_null (
      strstr (kring_item_get_text (kring_map_get_item (view, "noor"), "name"), "Hassan"));
  g_assert_null (kring_item_get_text (kring_map_get_case (view), "ring_near"));
  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (view), "ring_far"), ==, "Ver");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/youth/view/canary", test_canary);
  g_test_add_func ("/youth/view/who", test_who);
  g_test_add_func ("/youth/view/tied", test_tied);
  g_test_add_func ("/youth/view/centre-kept-back", test_centre_kept_back);
  g_test_add_func ("/youth/view/one-name", test_one_name);
  g_test_add_func ("/youth/view/places", test_places);
  g_test_add_func ("/youth/view/beside", test_beside);
  g_test_add_func ("/youth/view/called-after", test_called_after);
  return g_test_run ();
}
