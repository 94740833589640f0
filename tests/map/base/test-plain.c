/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is shown says what it says, whatever somebody put between the letters. */
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

/* Every character that turns, hides or steers, between two letters. */
#define TURNED                                                                                     \
  "Dex\xe2\x80\xae"                                                                                \
  "fdp.exe\xe2\x80\xac"
#define ESCAPED "Dex\x1b[31m\x07"

static void
test_table (void)
{
  static const struct
  {
    const char *text, *plain;
  } cases[] = {
    { "", "" },
    { "Élodie – “Dex”", "Élodie – “Dex”" },
    { "two\nlines\tand a tab", "two\nlines\tand a tab" },
    { TURNED, "Dexfdp.exe" },
    { ESCAPED, "Dex[31m" },
    { "a\xe2\x81\xa6"
      "b\xe2\x81\xa9"
      "c",
      "abc" },
    { "a\xe2\x80\x8e\xe2\x80\x8f\xd8\x9c"
      "b",
      "ab" },
    { "a\xe2\x80\xa8"
      "b\xe2\x80\xa9"
      "c",
      "a\nb\nc" },
    { "\xef\xbb\xbf"
      "a\xc2\x85"
      "b",
      "ab" },
    { "\xd7\xa0\xd7\x95\xd7\xa2\xd7\x94", "\xd7\xa0\xd7\x95\xd7\xa2\xd7\x94" },
    { "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = kring_sanitize_dup (cases[i].text);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpint (kring_sanitize_is_needed (cases[i].text), ==,
                       strcmp (cases[i].text, cases[i].plain) != 0);
    }
}

static KringItem *
load (KringMap *map, KringKindId kind, const char *id, const char *field, const char *text)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, field, text);
  kring_map_load (map, item);
  return kring_map_get_item (map, id);
}

/* In titles, descriptions and plain text nothing of it is left; the map itself keeps it. */
static void
test_words (void)
{
  KringMap *map = kring_map_new ();
  KringItem *dex = load (map, KRING_KIND_PERSON, "dex", "name", TURNED);
  KringItem *nick = load (map, KRING_KIND_PERSON, "nick", "alias", ESCAPED);
  g_autofree char *title = kring_item_dup_title (dex), *alias = kring_item_dup_title (nick);
  g_autofree char *description = NULL, *text = NULL;

  kring_item_set_text (dex, "role", ESCAPED);
  kring_item_set_text (dex, "notes", "one\n" TURNED);
  description = kring_map_dup_description (map, dex);
  text = kring_map_to_text (map);
  g_assert_cmpstr (title, ==, "Dexfdp.exe");
  g_assert_cmpstr (alias, ==, "“Dex[31m”");
  g_assert_false (kring_sanitize_is_needed (description));
  g_assert_false (kring_sanitize_is_needed (text));
  g_assert_nonnull (strstr (text, "Dexfdp.exe"));
  g_assert_cmpstr (kring_item_get_text (dex, "name"), ==, TURNED);
  g_assert_finalize_object (map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plain/table", test_table);
  g_test_add_func ("/core/plain/words", test_words);
  return g_test_run ();
}
