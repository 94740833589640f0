/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"
#include "map/quickadd/kring-name-list.h"

#include <string.h>

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  KringHistory *history;
  KringNameList *list;
} Rig;

static Rig
rig_new (void)
{
  Rig rig = { kring_map_new () };

  rig.editor = kring_editor_new (rig.map, kring_id_source_new_seeded (5));
  rig.history = kring_editor_get_history (rig.editor);
  rig.list = kring_name_list_new (rig.editor);
  return rig;
}

static void
rig_clear (Rig *rig)
{
  g_assert_finalize_object (rig->list);
  g_assert_finalize_object (rig->editor);
  g_assert_finalize_object (rig->map);
}

static KringItem *
item_of (Rig *rig, guint index)
{
  const char *id = kring_name_list_get_item_id (rig->list, index);

  return id != NULL ? kring_map_get_item (rig->map, id) : NULL;
}

static KringItem *
tie_of (Rig *rig, guint index)
{
  g_autoptr (GPtrArray) ties =
      kring_map_dup_ties_of (rig->map, kring_name_list_get_item_id (rig->list, index));

  return ties->len == 1 ? ties->pdata[0] : NULL;
}

/* (nullable): whom @tie goes to. */
static KringItem *
end_of (Rig *rig, KringItem *tie)
{
  return tie != NULL ? kring_map_get_item (rig->map, kring_item_get_text (tie, "to")) : NULL;
}

static guint
count (Rig *rig, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (rig->map, kind);

  return items->len;
}

static void
enter (Rig *rig, const char *text)
{
  kring_name_list_apply_line (rig->list, kring_name_list_get_n_lines (rig->list), text);
}

/* Whose friend she is: of who is on the map, of who comes later, of nobody who is there. */
static void
test_whose (void)
{
  static const struct
  {
    const char *line;
    const char *to; /* name of the other end; NULL: there is no tie */
    const char *kind;
    const char *role;
    const char *reading; /* end of it */
  } rows[] = {
    { "Kim, v 16, vriendin van Femke", "Femke", "vriendin", NULL, "vriendin → Femke" },
    { "Kim, zus van femke", "Femke", "zus", NULL, "zus → femke" },
    { "Kim, mother of Femke", "Femke", "mother", NULL, "mother → Femke" },
    { "Kim, buurvrouw van Femke, stil", "Femke", "buurvrouw, stil", NULL, "→ Femke" },
    { "Kim, beste vriendin van Femke", "Femke", "beste vriendin", NULL, "→ Femke" },
    { "Kim, mentor van Femke", "Femke", "mentor", NULL, "→ Femke" },
    { "Kim, vriendin van Noor", "Noor", "vriendin", NULL, "→ Noor" },
    { "moeder van Femke", "Femke", "moeder", NULL, "→ Femke" },
    { "Kim, vriendin van Yara", NULL, NULL, "vriendin van Yara",
      "→ Yara (Yara is not on the map)" },
    { "moeder van Yara", NULL, NULL, NULL, "(Yara is not on the map)" },
    { "Kim, mentor van De Brug", "Noor", "mentor van De Brug", NULL,
      "(De Brug is not on the map)" },
    { "Kim, vriend van Insta", "Noor", "vriend van Insta", NULL, "vriend van Insta" },
    { "Kim, zus of nicht", "Noor", "zus of nicht", NULL, "zus of nicht" },
    { "Kim, vriend van school", "Noor", "vriend van school", NULL, "vriend van school" },
    { "Kim, vriend van yara", "Noor", "vriend van yara", NULL, "(yara is not on the map)" },
    { "Kim, kent de zus van Femke", "Noor", "kent de zus van Femke", NULL,
      "van Femke · suspected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Rig rig = rig_new ();
      g_autofree char *reading = NULL;
      KringItem *tie, *to;

      enter (&rig, "Noor, v 15");
      enter (&rig, "Femke, v 16, vriendin");
      enter (&rig, rows[i].line);
      tie = tie_of (&rig, 2);
      to = end_of (&rig, tie);
      reading = kring_name_list_dup_reading (rig.list, 2, rows[i].line, NULL);
      if (g_strcmp0 (to != NULL ? kring_item_get_text (to, "name") : NULL, rows[i].to) != 0 ||
          g_strcmp0 (tie != NULL ? kring_item_get_text (tie, "kind") : NULL, rows[i].kind) != 0 ||
          g_strcmp0 (kring_item_get_text (item_of (&rig, 2), "role"), rows[i].role) != 0 ||
          !g_str_has_suffix (reading, rows[i].reading))
        g_test_fail_printf ("“%s”: to %s, %s; role %s; “%s”", rows[i].line,
                            to != NULL ? kring_item_get_text (to, "name") : "nobody",
                            tie != NULL ? kring_item_get_text (tie, "kind") : "",
                            kring_item_get_text (item_of (&rig, 2), "role"), reading);
      rig_clear (&rig);
    }
}

/* She comes later, in the same text or by herself; the line is changed, and the tie stays. */
static void
test_whose_later (void)
{
  Rig rig = rig_new ();
  g_autofree char *id = NULL;

  enter (&rig, "Noor, v 15");
  enter (&rig, "Kim, vriendin van Yara");
  g_assert_null (tie_of (&rig, 1));
  enter (&rig, "Yara, v 16");
  g_assert_true (end_of (&rig, tie_of (&rig, 1)) == item_of (&rig, 2));
  id = g_strdup (kring_item_get_id (tie_of (&rig, 1)));
  kring_name_list_apply_line (rig.list, 1, "Kim, zus van Yara");
  g_assert_cmpstr (kring_item_get_id (tie_of (&rig, 1)), ==, id);
  g_assert_cmpstr (kring_item_get_text (tie_of (&rig, 1), "kind"), ==, "zus");
  kring_name_list_apply_line (rig.list, 1, "Kim, zus");
  g_assert_true (end_of (&rig, tie_of (&rig, 1)) == item_of (&rig, 0));
  g_assert_cmpuint (kring_name_list_add_many (rig.list, "Bo, ex van jip\nJip, m 17", NULL, NULL),
                    ==, 2);
  g_assert_true (end_of (&rig, tie_of (&rig, 3)) == item_of (&rig, 4));
  rig_clear (&rig);
}

static const char *const groslist[] = {
  "Noor, v 15",
  "Ilse, v 41, moeder",
  "Tijn, m 12, broer",
  "oma Jo, v 69, oma +",
  "Femke, v 16, vriendin",
  "Dex, m 22, “vriend” ?",
  "? man met witte auto, m ~25",
  "plek flat Havenstraat",
  "00-KR-01 witte Polo",
  "06-0000 0002",
  "@d3x.016",
  "Sanne, v 15",
};

static void
test_first_names (void)
{
  Rig rig = rig_new ();
  KringPoint before[G_N_ELEMENTS (groslist)], now;

  for (guint i = 0; i < G_N_ELEMENTS (groslist); i++)
    {
      enter (&rig, groslist[i]);
      g_assert_true (kring_item_get_position (item_of (&rig, i), &before[i]));
      for (guint j = 0; j < i; j++)
        {
          g_assert_true (kring_item_get_position (item_of (&rig, j), &now));
          g_assert_cmpfloat (kring_point_distance (now, before[j]), ==, 0);
        }
    }
  g_assert_true (kring_map_get_centre (rig.map) == item_of (&rig, 0));
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 5);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 8);
  g_assert_cmpstr (kring_item_get_text (tie_of (&rig, 1), "kind"), ==, "moeder");
  g_assert_cmpint (kring_item_get_choice (item_of (&rig, 1), "ring"), ==, KRING_RING_NEAR);
  g_assert_cmpint (kring_item_get_choice (item_of (&rig, 11), "ring"), ==, KRING_RING_MIDDLE);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 3), "quality"), ==, KRING_QUALITY_SUPPORT);
  g_assert_cmpint (kring_item_get_certainty (tie_of (&rig, 5)), ==, KRING_CERTAINTY_SUSPECTED);
  g_assert_cmpint (kring_item_get_certainty (item_of (&rig, 5)), ==, KRING_CERTAINTY_CONFIRMED);
  g_assert_true (kring_item_get_bool (item_of (&rig, 6), "identity_unknown"));
  g_assert_cmpstr (kring_item_get_text (item_of (&rig, 8), "plate"), ==, "00-KR-01");
  rig_clear (&rig);
}

static void
assert_runs (Rig *rig, guint line, guint from, guint to)
{
  KringItem *tie = tie_of (rig, line);

  g_assert_nonnull (tie);
  g_assert_cmpstr (kring_item_get_text (tie, "from"), ==,
                   kring_name_list_get_item_id (rig->list, from));
  g_assert_cmpstr (kring_item_get_text (tie, "to"), ==,
                   kring_name_list_get_item_id (rig->list, to));
}

/* A kind that has a doer has an arrow from the doer and a quality, in the same step. */
static void
test_doer (void)
{
  Rig rig = rig_new ();
  g_autofree char *reading = NULL;

  enter (&rig, "Noor, v 15");
  enter (&rig, "Dex, m 22, ronselt");
  assert_runs (&rig, 1, 1, 0);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "direction"), ==,
                   KRING_DIRECTION_FORWARD);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "quality"), ==, KRING_QUALITY_CONTROL);
  enter (&rig, "Femke, v 16, bedreigt < Manu");
  enter (&rig, "Manu, m 20");
  assert_runs (&rig, 2, 3, 2);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 2), "quality"), ==, KRING_QUALITY_VIOLENCE);
  enter (&rig, "Ilse, moeder");
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 4), "direction"), ==, KRING_DIRECTION_NONE);
  reading = kring_name_list_dup_reading (rig.list, 5, "Kay, ronselt < Manu", NULL);
  g_assert_nonnull (strstr (reading, "← Manu"));
  kring_name_list_apply_line (rig.list, 1, "Dex, m 22, ronselt <");
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "direction"), ==,
                   KRING_DIRECTION_BACKWARD);
  kring_name_list_apply_line (rig.list, 1, "Dex, m 22, vriend");
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "direction"), ==, KRING_DIRECTION_NONE);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "quality"), ==, KRING_QUALITY_NEUTRAL);
  for (guint i = 0; i < 5; i++)
    g_assert_true (kring_history_undo (rig.history));
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 1);
  g_assert_cmpint (kring_item_get_choice (tie_of (&rig, 1), "quality"), ==, KRING_QUALITY_CONTROL);
  rig_clear (&rig);
}

/* A soft end of a line is one. */
static void
test_soft_breaks (void)
{
  Rig rig = rig_new ();

  g_assert_cmpuint (kring_name_list_add_many (
                        rig.list,
                        "Ali, m 20\vBea, v 19\fCas\302\205Dia\342\200\250Eef\342\200\251Fen", NULL,
                        NULL),
                    ==, 6);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 6);
  g_assert_cmpstr (kring_item_get_text (item_of (&rig, 1), "name"), ==, "Bea");
  g_assert_true (kring_history_undo (rig.history));
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 0);
  g_assert_cmpuint (kring_name_list_add_many (rig.list, "\342\200\213\n", NULL, NULL), ==, 0);
  enter (&rig, "\342\200\213");
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 0);
  rig_clear (&rig);
}

static void
test_take_back (void)
{
  Rig rig = rig_new ();

  enter (&rig, "Noor");
  enter (&rig, "Ilse, moeder");
  g_assert_true (kring_name_list_take_back (rig.list));
  g_assert_cmpuint (kring_name_list_get_n_lines (rig.list), ==, 1);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 1);
  g_assert_true (kring_history_redo (rig.history));
  g_assert_cmpstr (kring_name_list_get_text (rig.list, 1), ==, "Ilse, moeder");
  g_assert_nonnull (tie_of (&rig, 1));
  kring_edit_add (rig.editor, KRING_KIND_NOTE, "elsewhere", KRING_POINT_INIT (0, 0));
  g_assert_false (kring_name_list_take_back (rig.list));
  kring_history_undo (rig.history);
  g_assert_true (kring_name_list_take_back (rig.list));
  g_assert_true (kring_name_list_take_back (rig.list));
  g_assert_false (kring_name_list_take_back (rig.list));
  g_assert_cmpuint (kring_name_list_get_n_lines (rig.list), ==, 0);
  g_assert_true (kring_history_is_saved (rig.history));
  rig_clear (&rig);
}

static void
test_change (void)
{
  Rig rig = rig_new ();
  KringItem *dex, *tie;

  enter (&rig, "Noor");
  enter (&rig, "Dex, m 22, vriend");
  dex = item_of (&rig, 1);
  tie = tie_of (&rig, 1);
  kring_edit_set_one (rig.editor, kring_item_get_id (dex), "role", g_variant_new_string ("x"),
                      NULL);
  kring_edit_set_one (rig.editor, kring_item_get_id (dex), "sex", g_variant_new_string ("other"),
                      NULL);
  kring_name_list_apply_line (rig.list, 1, "Dexter, m 23, “vriend” ?");
  g_assert_true (item_of (&rig, 1) == dex);
  g_assert_true (tie_of (&rig, 1) == tie);
  g_assert_cmpstr (kring_item_get_text (dex, "name"), ==, "Dexter");
  g_assert_cmpstr (kring_item_get_text (dex, "age"), ==, "23");
  g_assert_cmpstr (kring_item_get_text (dex, "role"), ==, "x");
  g_assert_cmpstr (kring_item_get_text (dex, "sex"), ==, "other");
  g_assert_cmpstr (kring_item_get_text (tie, "kind"), ==, "“vriend”");
  g_assert_cmpint (kring_item_get_certainty (tie), ==, KRING_CERTAINTY_SUSPECTED);
  kring_name_list_apply_line (rig.list, 1, "Dexter");
  g_assert_null (tie_of (&rig, 1));
  kring_name_list_apply_line (rig.list, 1, "06-0000 0003");
  g_assert_true (kring_item_is (item_of (&rig, 1), KRING_KIND_PHONE));
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 1);
  kring_name_list_apply_line (rig.list, 1, "  ");
  g_assert_null (item_of (&rig, 1));
  g_assert_cmpuint (kring_name_list_get_n_lines (rig.list), ==, 1);
  kring_history_undo (rig.history);
  g_assert_true (kring_item_is (item_of (&rig, 1), KRING_KIND_PHONE));
  kring_name_list_apply_line (rig.list, 1, ",");
  g_assert_null (item_of (&rig, 1));
  g_assert_cmpstr (kring_history_get_undo_label (rig.history), ==, "Delete");
  rig_clear (&rig);
}

static void
test_targets (void)
{
  Rig rig = rig_new ();

  enter (&rig, "Noor");
  enter (&rig, "Manu, vriend > dex");
  g_assert_null (tie_of (&rig, 1));
  enter (&rig, "Yara, ex > DÉX A.");
  enter (&rig, "“Dex”, m 22");
  g_assert_cmpstr (kring_item_get_text (tie_of (&rig, 1), "to"), ==,
                   kring_name_list_get_item_id (rig.list, 3));
  g_assert_null (tie_of (&rig, 2));
  kring_history_undo (rig.history);
  g_assert_null (tie_of (&rig, 1));
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 0);
  rig_clear (&rig);
}

/* Whom a tie goes to is not lost when the list is closed, and undo takes it back for good. */
static void
test_settled (void)
{
  Rig rig = rig_new ();
  KringPoint bo = { 0, 0 }, sanne = { 0, 0 };

  enter (&rig, "Noor");
  enter (&rig, "Bo, vriend > Sanne");
  enter (&rig, "Manu > Kay");
  enter (&rig, "Kay");
  kring_name_list_settle (rig.list);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 5);
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 2);
  g_assert_nonnull (tie_of (&rig, 1));
  kring_item_get_position (item_of (&rig, 1), &bo);
  kring_item_get_position (
      kring_map_get_item (rig.map, kring_item_get_text (tie_of (&rig, 1), "to")), &sanne);
  g_assert_cmpfloat (kring_point_distance (bo, sanne), <, 250);
  kring_name_list_settle (rig.list);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 5);
  kring_history_undo (rig.history);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 4);
  kring_name_list_settle (rig.list);
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 4);
  kring_history_redo (rig.history);
  g_assert_nonnull (tie_of (&rig, 1));
  rig_clear (&rig);
}

/* On the map there is no line that keeps the words. */
static void
test_named_on_map (void)
{
  Rig rig = rig_new ();
  KringItem *bo;

  enter (&rig, "Noor");
  bo = kring_edit_add (rig.editor, KRING_KIND_PERSON, NULL, KRING_POINT_INIT (300, 0));
  kring_edit_name_new (rig.editor, kring_item_get_id (bo), "Bo, vriend > Sanne");
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 3);
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 1);
  rig_clear (&rig);
}

static double
get_gap (Rig *rig, guint a, guint b)
{
  KringPoint p = { 0, 0 }, q = { 0, 0 };

  kring_item_get_position (item_of (rig, a), &p);
  kring_item_get_position (item_of (rig, b), &q);
  return kring_point_distance (p, q);
}

/* Who belongs to somebody else stands on that side, and not behind the one in the middle. */
static void
test_company (void)
{
  Rig rig = rig_new ();

  enter (&rig, "Noor, v 15");
  enter (&rig, "Dex, m 22, vriend");
  enter (&rig, "Kay, m 14, vriend > Dex");
  enter (&rig, "Femke # De Wilg");
  enter (&rig, "Ilse, moeder");
  enter (&rig, "Sanne # De Wilg");
  g_assert_cmpfloat (get_gap (&rig, 1, 2), <, 200);
  g_assert_cmpfloat (get_gap (&rig, 3, 5), <, 200);
  rig_clear (&rig);
}

/* Nobody is put between the one in the middle and somebody further out. */
static void
test_clear_view (void)
{
  Rig rig = rig_new ();
  KringPoint far = { 0, 0 }, near = { 0, 0 };

  enter (&rig, "Noor, v 15");
  enter (&rig, "Joris, mentor");
  enter (&rig, "Dex, m 22, vriend");
  kring_item_get_position (item_of (&rig, 1), &far);
  kring_item_get_position (item_of (&rig, 2), &near);
  g_assert_cmpfloat (fabs (remainder (atan2 (far.y, far.x) - atan2 (near.y, near.x), 2 * G_PI)), >,
                     0.4);
  rig_clear (&rig);
}

static void
test_groups (void)
{
  Rig rig = rig_new ();
  g_autoptr (GPtrArray) groups = NULL;

  enter (&rig, "Noor # De Wilg");
  enter (&rig, "Femke # de wilg");
  groups = kring_map_dup_items_of_kind (rig.map, KRING_KIND_GROUP);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_true (
      kring_item_refers_to (groups->pdata[0], kring_name_list_get_item_id (rig.list, 1)));
  kring_name_list_apply_line (rig.list, 1, "Femke");
  g_assert_false (
      kring_item_refers_to (groups->pdata[0], kring_name_list_get_item_id (rig.list, 1)));
  kring_name_list_apply_line (rig.list, 0, "");
  g_assert_cmpuint (count (&rig, KRING_KIND_GROUP), ==, 0);
  rig_clear (&rig);
}

static void
test_many (void)
{
  Rig rig = rig_new ();
  g_autofree char *all = g_strjoinv (
      "\r\n", (char **) (const char *[]){ "Noor", "", "Ilse, moeder", "  ", "Dex > Ilse", NULL });

  g_assert_cmpuint (kring_name_list_add_many (rig.list, all, NULL, NULL), ==, 3);
  g_assert_cmpuint (kring_name_list_get_n_lines (rig.list), ==, 3);
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 2);
  kring_history_undo (rig.history);
  g_assert_false (kring_history_can_undo (rig.history));
  g_assert_cmpuint (kring_map_get_n_items (rig.map), ==, 1);
  g_assert_cmpuint (kring_name_list_add_many (rig.list, "\n\n", NULL, NULL), ==, 0);
  g_assert_false (kring_history_can_undo (rig.history));
  rig_clear (&rig);
}

/* Whatever is typed, in whatever order, undoing it all gives the empty map. */
static void
test_random (void)
{
  Rig rig = rig_new ();
  g_autoptr (KringMap) empty = kring_map_new ();
  GRand *rand = g_rand_new_with_seed (7);
  static const char *const texts[] = {
    "",           "Noor, v 15",    "Dex > Noor", "Ilse, moeder # A",    "plek A",
    "? x > Ilse", "@a, van > Dex", "# A",        "Dex, m 22, vriend !", "“Dex” > Ilse # B"
  };

  for (int i = 0; i < 1500; i++)
    {
      int what = g_rand_int_range (rand, 0, 10);
      const char *text = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];

      if (what == 0)
        kring_history_undo (rig.history);
      else if (what == 1)
        kring_history_redo (rig.history);
      else if (what == 2)
        kring_name_list_take_back (rig.list);
      else
        kring_name_list_apply_line (rig.list, g_rand_int_range (rand, 0, 12), text);
    }
  while (kring_history_undo (rig.history))
    continue;
  g_assert_true (kring_map_equal (rig.map, empty));
  g_assert_cmpuint (kring_name_list_get_n_lines (rig.list), ==, 0);
  g_rand_free (rand);
  rig_clear (&rig);
}

/* A list that is made later goes on with a line: what that made, and its tie, are changed. */
static void
test_recalled (void)
{
  Rig rig = rig_new ();
  g_autoptr (KringNameList) later = NULL;
  g_autofree char *ilse = NULL, *tie = NULL;
  guint index;

  enter (&rig, "Noor, v 15");
  enter (&rig, "Ilse, v 41, moeder");
  ilse = g_strdup (kring_name_list_get_item_id (rig.list, 1));
  tie = g_strdup (kring_name_list_get_tie_id (rig.list, 1));
  g_assert_nonnull (tie);
  g_assert_cmpstr (kring_name_list_get_last_id (rig.list), ==, ilse);
  later = kring_name_list_new (rig.editor);
  g_assert_null (kring_name_list_get_last_id (later));
  index = kring_name_list_recall (later, "Ilse, v 41, moeder", ilse, tie);
  g_assert_cmpuint (kring_name_list_recall (later, "", ilse, NULL), ==, index);
  g_assert_cmpuint (kring_name_list_get_n_lines (later), ==, 1);
  kring_name_list_apply_line (later, index, "Ilse, v 42, tante");
  g_assert_cmpuint (count (&rig, KRING_KIND_PERSON), ==, 2);
  g_assert_cmpuint (count (&rig, KRING_KIND_TIE), ==, 1);
  g_assert_cmpstr (kring_item_get_text (tie_of (&rig, 1), "kind"), ==, "tante");
  g_assert_cmpstr (kring_item_get_text (item_of (&rig, 1), "age"), ==, "42");
  g_assert_finalize_object (g_steal_pointer (&later));
  rig_clear (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/name-list/whose", test_whose);
  g_test_add_func ("/edit/name-list/whose-later", test_whose_later);
  g_test_add_func ("/edit/name-list/clear-view", test_clear_view);
  g_test_add_func ("/edit/name-list/company", test_company);
  g_test_add_func ("/edit/name-list/first-names", test_first_names);
  g_test_add_func ("/edit/name-list/doer", test_doer);
  g_test_add_func ("/edit/name-list/soft-breaks", test_soft_breaks);
  if (g_test_slow ())
    g_test_add_func ("/edit/name-list/take-back", test_take_back);
  g_test_add_func ("/edit/name-list/change", test_change);
  g_test_add_func ("/edit/name-list/recalled", test_recalled);
  g_test_add_func ("/edit/name-list/targets", test_targets);
  g_test_add_func ("/edit/name-list/settled", test_settled);
  g_test_add_func ("/edit/name-list/named-on-map", test_named_on_map);
  g_test_add_func ("/edit/name-list/groups", test_groups);
  g_test_add_func ("/edit/name-list/many", test_many);
  g_test_add_func ("/edit/name-list/random", test_random);
  return g_test_run ();
}
