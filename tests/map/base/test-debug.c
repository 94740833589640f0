/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-debug.h"

/* In a process of its own: what is wanted is read once. */
static void
say_all (void)
{
  kring_debug (KRING_DEBUG_LAYOUT, "%u nodes", 3u);
  kring_debug (KRING_DEBUG_RECOVERY, "copy");
  kring_debug (KRING_DEBUG_FILTER, "hidden");
  kring_debug (KRING_DEBUG_STORAGE, "read");
}

static void
check (const char *wanted, const char *expected)
{
  if (g_test_subprocess ())
    {
      say_all ();
      return;
    }
  if (wanted != NULL)
    g_setenv ("KRING_DEBUG", wanted, TRUE);
  else
    g_unsetenv ("KRING_DEBUG");
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr (expected);
}

static void
test_nothing (void)
{
  check (NULL, "");
}

static void
test_unknown (void)
{
  check ("names", "");
}

static void
test_one (void)
{
  check ("layout", "kring-layout: 3 nodes\n");
}

static void
test_two (void)
{
  check ("filter,recovery", "kring-recovery: copy\nkring-filter: hidden\n");
}

static void
test_all (void)
{
  check ("all", "kring-layout: 3 nodes\nkring-recovery: copy\nkring-filter: hidden\n"
                "kring-storage: read\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/debug/nothing", test_nothing);
  g_test_add_func ("/debug/unknown", test_unknown);
  g_test_add_func ("/debug/one", test_one);
  g_test_add_func ("/debug/two", test_two);
  g_test_add_func ("/debug/all", test_all);
  return g_test_run ();
}
