/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date behind the words: what counts as one, and what stays a word. */
#include "edit/kring-quick-date.h"

#define TODAY "2025-11-20"

static void
test_table (void)
{
  static const struct
  {
    const char *typed, *words, *date;
  } cases[] = {
    { "cadeau", "cadeau", NULL },
    { "cadeau sep", "cadeau", "2025-09" },
    { "cadeau  12 sep ", "cadeau", "2025-09-12" },
    { "cadeau 12 sep 2024", "cadeau", "2024-09-12" },
    { "cadeau sep 2024", "cadeau", "2024-09" },
    { "cadeau dec", "cadeau", "2024-12" },
    { "cadeau 12-9", "cadeau", "2025-09-12" },
    { "cadeau 12/12", "cadeau", "2024-12-12" },
    { "cadeau 1-2-25", "cadeau", "2025-02-01" },
    { "cadeau 9-2025", "cadeau", "2025-09" },
    { "cadeau 2024", "cadeau", "2024" },
    { "nieuwe telefoon gisteren", "nieuwe telefoon", "2025-11-19" },
    { "geld vandaag", "geld", "2025-11-20" },
    { "gift yesterday", "gift", "2025-11-19" },
    { "contact met Jan", "contact met Jan", NULL },
    { "meisje", "meisje", NULL },
    { "geld meisje", "geld meisje", NULL },
    { "sep", "sep", NULL },
    { "12 sep", "12 sep", NULL },
    { "cadeau 31-2", "cadeau 31-2", NULL },
    { "cadeau 31 feb 2025", "cadeau 31 feb 2025", NULL },
    { "cadeau 12-13", "cadeau 12-13", NULL },
    { "cadeau 0-9", "cadeau 0-9", NULL },
    { "cadeau 21-11-2025", "cadeau 21-11-2025", NULL },
    { "cadeau 2031", "cadeau 2031", NULL },
    { "cadeau 1200", "cadeau 1200", NULL },
    { "flat 12", "flat 12", NULL },
    { "", "", NULL },
    { "  ", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = NULL;
      g_autofree char *words = kring_quick_date_split (cases[i].typed, TODAY, &date);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

static void
test_harmless (void)
{
  g_autofree char *many = g_strnfill (100000, '9'), *date = NULL, *other = NULL;
  g_autofree char *long_words = g_strconcat ("cadeau ", many, NULL);
  g_autofree char *words = kring_quick_date_split (long_words, TODAY, &date);
  g_autofree char *broken = kring_quick_date_split ("\xff sep", "nothing", &other);

  g_assert_cmpstr (words, ==, long_words);
  g_assert_null (date);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_null (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/quick-date/table", test_table);
  g_test_add_func ("/edit/quick-date/harmless", test_harmless);
  return g_test_run ();
}
