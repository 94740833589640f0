/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is noted of a copy, and how the map that gave it knows it again. */
#include "map/edit/kring-commands.h"
#include "map/facts/kring-answer.h"
#include "map/facts/kring-copies.h"
#include "map/share/kring-permitted.h"
#include "map/share/kring-reader.h"
#include "map/share/kring-returned.h"
#include "map/share/kring-sealed.h"

#include <string.h>

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  const char *noor, *dex; /* interned */
} Fixture;

static void
returned_set_up (Fixture *self, gconstpointer data)
{
  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (5));
  self->noor =
      kring_item_get_id (kring_edit_add_centre (self->editor, "Noor", KRING_POINT_INIT (0, 0)));
  self->dex = kring_item_get_id (
      kring_edit_add (self->editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (90, 0)));
  kring_edit_add_tie (self->editor, self->noor, self->dex, "friend", KRING_CERTAINTY_CONFIRMED,
                      NULL);
}

static void
returned_tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->editor);
  g_object_unref (self->map);
}

static KringMap *
dup_part (Fixture *self)
{
  const KringShareRule rule = { KRING_READER_CARE };

  return kring_share_dup_part (self->map, &rule, NULL);
}

/* (transfer full): what @name is given, and noted. */
static KringMap *
hand_out (Fixture *self, const char *name, KringItem **copy)
{
  g_autofree char *secret = kring_sealed_dup_secret_of (self->map);
  g_autofree char *number = kring_sealed_dup_secret ();
  g_autoptr (KringMap) part = dup_part (self);
  const KringNewCopy wanted = { .name = name,
                                .organisation = "De Brug",
                                .reader = KRING_READER_CARE,
                                .names = KRING_NAMES_FULL,
                                .layers = "Map",
                                .hash = "abc123",
                                .secret = secret,
                                .number = number };

  *copy = kring_edit_note_copy (self->editor, &wanted);
  return kring_sealed_dup_map (part, secret, number);
}

static void
returned_test_known (Fixture *self, gconstpointer data)
{
  KringItem *one, *two;
  g_autoptr (KringMap) first = hand_out (self, "Sanne", &one);
  g_autoptr (KringMap) second = hand_out (self, "Youssef", &two);
  g_autoptr (GHashTable) originals = NULL;
  g_autofree char *secret = kring_sealed_dup_secret_of (self->map), *id = NULL;

  g_assert_true (kring_share_find_copy (self->map, first, NULL) == one);
  g_assert_true (kring_share_find_copy (self->map, second, &originals) == two);
  /* The copy that was noted before went along. */
  g_assert_cmpuint (g_hash_table_size (originals), ==, 4);
  id = kring_sealed_dup_id (self->dex, secret, kring_item_get_text (two, KRING_F_SHARE_NUMBER));
  g_assert_cmpstr (g_hash_table_lookup (originals, id), ==, self->dex);
}

/* What was added there has no original; what was taken off here is not found; the rest is. */
static void
returned_test_changed (Fixture *self, gconstpointer data)
{
  KringItem *copy;
  g_autoptr (KringMap) back = hand_out (self, "Sanne", &copy);
  g_autoptr (KringEditor) there = kring_editor_new (back, kring_id_source_new_seeded (6));
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (GHashTable) originals = NULL;

  kring_edit_add (there, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (0, 90));
  g_ptr_array_add (gone, (gpointer) self->dex);
  kring_edit_delete (self->editor, gone);
  g_assert_true (kring_share_find_copy (self->map, back, &originals) == copy);
  g_assert_cmpuint (g_hash_table_size (originals), ==, 1);
}

static void
returned_test_unknown (Fixture *self, gconstpointer data)
{
  KringItem *copy;
  g_autoptr (KringMap) noted = hand_out (self, "Sanne", &copy);
  g_autoptr (KringMap) part = dup_part (self);
  g_autoptr (KringMap) forgotten = kring_sealed_dup_map (part, "another secret", "1");
  g_autoptr (KringMap) empty = kring_map_new ();
  GHashTable *originals = NULL;

  g_assert_null (kring_share_find_copy (self->map, forgotten, &originals));
  g_assert_null (kring_share_find_copy (self->map, empty, &originals));
  /* Not even another copy tells: only the map with the secret does. */
  g_assert_null (kring_share_find_copy (noted, noted, &originals));
  g_assert_null (originals);
}

/* Two copies laid beside each other have no id in common, and none of the map. */
static void
returned_test_apart (Fixture *self, gconstpointer data)
{
  KringItem *copy;
  g_autoptr (KringMap) first = hand_out (self, "Sanne", &copy);
  g_autoptr (KringMap) second = hand_out (self, "Sanne", &copy);
  guint n = 0;

  for (guint i = 0; i < kring_map_get_n_items (first); i++)
    {
      KringItem *item = kring_map_get_nth (first, i);

      if (kring_item_is (item, KRING_KIND_CASE))
        continue;
      n++;
      g_assert_null (kring_map_get_item (second, kring_item_get_id (item)));
      g_assert_null (kring_map_get_item (self->map, kring_item_get_id (item)));
    }
  g_assert_cmpuint (n, ==, 3);
}

static void
returned_test_noted (Fixture *self, gconstpointer data)
{
  KringHistory *history = kring_editor_get_history (self->editor);
  KringItem *the_case = kring_map_get_case (self->map), *copy;
  g_autoptr (KringMap) given = hand_out (self, "Sanne", &copy);
  g_autofree char *secret = g_strdup (kring_item_get_text (the_case, KRING_F_SHARE_SECRET));
  g_autofree char *details = kring_copy_dup_details (copy), *holder = kring_copy_dup_holder (copy);

  g_assert_cmpstr (holder, ==, "Sanne, De Brug");
  g_assert_nonnull (strstr (details, "Care · Full Names · Map"));
  g_assert_cmpstr (kring_item_get_text (copy, KRING_F_HASH), ==, "abc123");
  g_assert_nonnull (kring_item_get_text (copy, KRING_F_ON));
  g_assert_true (kring_copies_find_last (self->map, KRING_READER_CARE) == copy);
  g_assert_null (kring_copies_find_last (self->map, KRING_READER_POLICE));

  /* One step: the first share and the secret go together. */
  kring_history_undo (history);
  g_assert_cmpuint (kring_map_get_n_of_kind (self->map, KRING_KIND_COPY), ==, 0);
  g_assert_null (kring_item_get_text (the_case, KRING_F_SHARE_SECRET));
  kring_history_redo (history);
  g_assert_cmpstr (kring_item_get_text (the_case, KRING_F_SHARE_SECRET), ==, secret);
}

/* The secret and the numbers go to nobody. */
static void
returned_test_stays (Fixture *self, gconstpointer data)
{
  KringItem *copy, *own;
  g_autoptr (KringMap) given = hand_out (self, "Sanne", &copy), part = NULL;

  g_object_unref (hand_out (self, "Youssef", &copy));
  part = dup_part (self);
  own = kring_map_get_item (part, kring_item_get_id (copy));
  g_assert_nonnull (own);
  g_assert_cmpstr (kring_item_get_text (own, KRING_F_NAME), ==, "Youssef");
  g_assert_null (kring_item_get_text (own, KRING_F_SHARE_NUMBER));
  g_assert_null (kring_item_get_text (own, KRING_F_HASH));
  g_assert_null (kring_item_get_text (own, KRING_F_MAP_STATE));
  g_assert_null (kring_item_get_text (kring_map_get_case (part), KRING_F_SHARE_SECRET));
}

/* A reading copy, and what the municipality gets, do not say who else has one. */
static void
returned_test_not_listed (Fixture *self, gconstpointer data)
{
  const KringReader all[] = { KRING_READER_YOUTH, KRING_READER_PARENTS, KRING_READER_MUNICIPALITY };
  const KringShareRule police = { KRING_READER_POLICE }, joint = { KRING_READER_JOINT };
  KringItem *copy;
  g_autoptr (KringMap) for_police = NULL, for_joint = NULL;

  g_object_unref (hand_out (self, "Sanne", &copy));
  for_police = kring_share_dup_part (self->map, &police, NULL);
  g_assert_cmpuint (kring_map_get_n_of_kind (for_police, KRING_KIND_COPY), ==, 0);
  for_joint = kring_share_dup_part (self->map, &joint, NULL);
  g_assert_cmpuint (kring_map_get_n_of_kind (for_joint, KRING_KIND_COPY), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      const KringShareRule rule = { all[i] };
      g_autoptr (KringMap) part = kring_share_dup_part (self->map, &rule, NULL);

      g_assert_cmpuint (kring_map_get_n_of_kind (part, KRING_KIND_COPY), ==, 0);
    }
}

/* A map made with another secret is noted, but cannot be known again. */
static void
returned_test_other_secret (Fixture *self, gconstpointer data)
{
  KringItem *copy;
  g_autoptr (KringMap) given = hand_out (self, "Sanne", &copy);
  const KringNewCopy wanted = {
    .name = "Kim", .reader = -1, .names = -1, .secret = "other", .number = "1"
  };

  copy = kring_edit_note_copy (self->editor, &wanted);
  g_assert_null (kring_item_get_text (copy, KRING_F_SHARE_NUMBER));
  g_assert_null (kring_item_get_text (copy, KRING_F_READER));
  g_assert_nonnull (kring_share_find_copy (self->map, given, NULL));
}

static void
assert_older (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  g_autoptr (KringAnswer) answer = kring_answer_new (self->map, KRING_QUESTION_COPIES, nothing);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < answer->lines->len; i++)
    g_string_append_printf (names, "%s;",
                            ((KringAnswerLine *) g_ptr_array_index (answer->lines, i))->text);
  g_assert_cmpstr (names->str, ==, expected);
  g_assert_true ((answer->summary != NULL) == (answer->lines->len == 0));
  g_string_free (names, TRUE);
}

static void
returned_test_older (Fixture *self, gconstpointer data)
{
  KringItem *copy;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  assert_older (self, "");
  g_object_unref (hand_out (self, "Sanne", &copy));
  assert_older (self, "");
  g_ptr_array_add (ids, (gpointer) self->dex);
  kring_edit_move (self->editor, ids, 5, 5);
  assert_older (self, "");
  kring_edit_rename (self->editor, self->dex, "Dexter", NULL);
  assert_older (self, "Sanne, De Brug;");
  g_object_unref (hand_out (self, "Youssef", &copy));
  assert_older (self, "Sanne, De Brug;");
  /* Who got a newer one is not behind. */
  g_object_unref (hand_out (self, "sanne", &copy));
  assert_older (self, "");
  kring_history_undo (kring_editor_get_history (self->editor));
  kring_history_undo (kring_editor_get_history (self->editor));
  kring_history_undo (kring_editor_get_history (self->editor));
  assert_older (self, "");
}

/* A copy that was noted by hand tells by its version or its day. */
static void
returned_test_older_by_hand (Fixture *self, gconstpointer data)
{
  KringItem *copy =
      kring_edit_add (self->editor, KRING_KIND_COPY, "Sanne", KRING_POINT_INIT (0, 0));
  const char *id = kring_item_get_id (copy);

  kring_edit_type (self->editor, id, KRING_F_ON, "2001-01-01", NULL);
  assert_older (self, "Sanne;");
  kring_edit_type (self->editor, id, KRING_F_VERSION, "2", NULL);
  kring_edit_type (self->editor, KRING_MAP_CASE_ID, KRING_F_VERSION, "2", NULL);
  assert_older (self, "");
  kring_edit_type (self->editor, KRING_MAP_CASE_ID, KRING_F_VERSION, "3", NULL);
  assert_older (self, "Sanne;");
}

/* The schema lists the readers and the forms of names in the order that the program has them. */
static void
returned_test_choices (Fixture *self, gconstpointer data)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_COPY);
  const KringField *reader = kring_kind_find_field (kind, KRING_F_READER);
  const KringField *names = kring_kind_find_field (kind, KRING_F_NAMES);

  for (KringReader i = 0; i < KRING_N_READERS; i++)
    {
      g_assert_cmpint (kring_field_find_choice (reader, kring_reader_get_name (i)), ==, (int) i);
      g_assert_cmpstr (kring_field_get_choice_label (reader, (int) i), ==,
                       kring_reader_get_label (i));
    }
  for (KringNameForm i = 0; i < KRING_N_NAMES; i++)
    {
      g_assert_cmpint (kring_field_find_choice (names, kring_name_form_get_name (i)), ==, (int) i);
      g_assert_cmpstr (kring_field_get_choice_label (names, (int) i), ==,
                       kring_name_form_get_label (i));
    }
  g_assert_null (reader->choices[KRING_N_READERS].name);
  g_assert_null (names->choices[KRING_N_NAMES].name);
}

#define RETURNED_TEST(PATH, FUNCTION)                                                              \
  g_test_add ("/share/returned/" PATH, Fixture, NULL, returned_set_up, FUNCTION, returned_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  RETURNED_TEST ("known", returned_test_known);
  RETURNED_TEST ("changed", returned_test_changed);
  RETURNED_TEST ("unknown", returned_test_unknown);
  RETURNED_TEST ("apart", returned_test_apart);
  RETURNED_TEST ("noted", returned_test_noted);
  RETURNED_TEST ("stays", returned_test_stays);
  RETURNED_TEST ("not-listed", returned_test_not_listed);
  RETURNED_TEST ("other-secret", returned_test_other_secret);
  RETURNED_TEST ("older", returned_test_older);
  RETURNED_TEST ("older-by-hand", returned_test_older_by_hand);
  RETURNED_TEST ("choices", returned_test_choices);
  return g_test_run ();
}
