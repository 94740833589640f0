/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and not noted stays with what it is about. */
#include "interact/kring-drafts.h"

static void
test_kept (void)
{
  KringDrafts *drafts = kring_drafts_new ();
  g_autoptr (GPtrArray) dex = g_ptr_array_new (), both = g_ptr_array_new ();

  g_ptr_array_add (dex, (gpointer) "dex");
  g_ptr_array_add (both, (gpointer) "dex");
  g_ptr_array_add (both, (gpointer) "ilse");
  kring_drafts_keep (drafts, "statement", dex, " Hij zei dat");
  kring_drafts_keep (drafts, "statement", both, "Zij");
  g_assert_cmpstr (kring_drafts_get (drafts, "statement", dex), ==, " Hij zei dat");
  g_assert_cmpstr (kring_drafts_get (drafts, "statement", both), ==, "Zij");
  g_assert_cmpstr (kring_drafts_get (drafts, "signal", dex), ==, "");
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 2);
  kring_drafts_keep (drafts, "statement", dex, " \n");
  g_assert_cmpuint (kring_drafts_get_size (drafts), ==, 1);
  kring_drafts_clear (drafts);
  g_assert_cmpstr (kring_drafts_get (drafts, "statement", both), ==, "");
  kring_drafts_free (drafts);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/drafts/kept", test_kept);
  return g_test_run ();
}
