/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "hands/session/kring-tie-kinds.h"
#include "map/edit/kring-commands.h"

static void
assert_matching (Bench *bench, const char *to, const char *typed, guint n, const char *expected)
{
  g_auto (GStrv) kinds = kring_tie_kinds_dup_matching (bench->map, "noor", to, typed, n);
  g_autofree char *joined = g_strjoinv (", ", kinds);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_matching (void)
{
  g_autoptr (Bench) bench = bench_new ();

  assert_matching (bench, "dex", "MOTH", 8, "mother");
  assert_matching (bench, "dex", "broth", 8, "brother");
  assert_matching (bench, "dex", "parent", 8, "foster parent");
  assert_matching (bench, "dex", "arent", 8, "");
  assert_matching (bench, "auto", "owne", 8, "owner of");
  assert_matching (bench, "dex", "zzz", 8, "");
  assert_matching (bench, "dex", "guard", 8, "child protection worker (guardian)");
  assert_matching (bench, "dex", "child pro", 8, "child protection worker (guardian)");
  /* A conclusion of law is not offered. */
  assert_matching (bench, "dex", "exploit", 8, "");
  assert_matching (bench, "dex", "s", 2, "sister, stepmother");
}

static void
test_own_words (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GError) error = NULL;

  kring_edit_add_tie (bench->editor, "dex", "ilse", "mo\xc3\xa9ite", KRING_CERTAINTY_SUSPECTED,
                      &error);
  g_assert_no_error (error);
  assert_matching (bench, "dex", "moe", 8, "mo\xc3\xa9ite");
}

static void
test_nothing_typed (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_auto (GStrv) usual = kring_tie_kinds_dup_usual (bench->map, "noor", "dex", 4);
  g_autofree char *joined = g_strjoinv (", ", usual);

  g_assert_cmpuint (g_strv_length (usual), ==, 4);
  assert_matching (bench, "dex", "  ", 4, joined);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/tie-kinds/matching", test_matching);
  g_test_add_func ("/interact/tie-kinds/own-words", test_own_words);
  g_test_add_func ("/interact/tie-kinds/nothing-typed", test_nothing_typed);
  return g_test_run ();
}
