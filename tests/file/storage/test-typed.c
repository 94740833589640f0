/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and not noted comes back as it was; what is no such thing is refused. */
#include "file/storage/kring-typed.h"

#include <string.h>

static void
test_back (void)
{
  g_autoptr (GVariant) typed = g_variant_ref_sink (g_variant_new_parsed (
      "[('statement', ['noor', 'dex'], {'text': 'zei \"kom\"\\nen ’t regende', 'way': 'told'}),"
      " ('event', @as [], {'text': \"12-9 'weg'\"})]"));
  g_autoptr (GBytes) bytes = kring_typed_write (typed);
  g_autoptr (GVariant) back = kring_typed_read (bytes);

  g_assert_nonnull (back);
  g_assert_cmpvariant (back, typed);
}

static void
test_refused (void)
{
  const char *const texts[] = { "",    "torn",
                                "[",   "[('statement', ['a'], {'text': 1})]",
                                "[1]", "[('event', @as [], {'text': '\xff'})]",
                                "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_null (kring_typed_read (bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/storage/typed/back", test_back);
  g_test_add_func ("/storage/typed/refused", test_refused);
  return g_test_run ();
}
