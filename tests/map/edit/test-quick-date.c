/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date among the words: what counts as one, and what stays a word. */
#include "map/edit/kring-quick-date.h"

#define TODAY "2025-11-20"

typedef struct
{
  const char *typed, *words, *date;
} Case;

static void
check (const Case *cases, guint n, KringQuickDatePlace place)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = NULL, *other = NULL;
      g_autofree char *words = kring_quick_date_split (cases[i].typed, TODAY, place, &date, &other);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (date, ==, cases[i].date);
      g_assert_null (other);
    }
}

static void
test_last (void)
{
  static const Case cases[] = {
    { "cadeau", "cadeau", NULL },
    { "cadeau sep", "cadeau", "2025-09" },
    { "cadeau  12 sep ", "cadeau", "2025-09-12" },
    { "cadeau 12 sep 2024", "cadeau", "2024-09-12" },
    { "cadeau sep 2024", "cadeau", "2024-09" },
    { "cadeau dec", "cadeau", "2024-12" },
    { "cadeau 12-9", "cadeau", "2025-09-12" },
    { "cadeau op 12-9", "cadeau", "2025-09-12" },
    { "cadeau 12.9", "cadeau", "2025-09-12" },
    { "cadeau 12/12", "cadeau", "2024-12-12" },
    { "cadeau 1-2-25", "cadeau", "2025-02-01" },
    { "cadeau 9-2025", "cadeau", "2025-09" },
    { "cadeau 2024", "cadeau", "2024" },
    { "cadeau 12 Nov 23:30", "cadeau", "2025-11-12T23:30" },
    { "nieuwe telefoon gisteren", "nieuwe telefoon", "2025-11-19" },
    { "nieuwe telefoon vorige week vrijdag", "nieuwe telefoon", "2025-11-14" },
    { "geld vandaag", "geld", "2025-11-20" },
    { "geld een maand geleden", "geld", "2025-10" },
    { "gift yesterday", "gift", "2025-11-19" },
    { "contact met Jan", "contact met Jan", NULL },
    { "contact met ma", "contact met ma", NULL },
    { "praat met de ma", "praat met de ma", NULL },
    { "kwam zat", "kwam zat", NULL },
    { "weg op vrijdag", "weg op vrijdag", NULL },
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

  check (cases, G_N_ELEMENTS (cases), KRING_QUICK_DATE_LAST);
}

static void
test_first (void)
{
  static const Case cases[] = {
    { "12-11 vermist", "vermist", "2025-11-12" },
    { "12/11 vermist", "vermist", "2025-11-12" },
    { "12-11: vermist", "vermist", "2025-11-12" },
    { "12-11, vermist", "vermist", "2025-11-12" },
    { "12-11 - vermist", "vermist", "2025-11-12" },
    { "12 november vermist", "vermist", "2025-11-12" },
    { "12 t/m 14 nov vermist", "vermist", "2025-11-12/2025-11-14" },
    { "19 nov 23:30 gezien bij de flat", "gezien bij de flat", "2025-11-19T23:30" },
    { "18-11 06.20 uur gevonden", "gevonden", "2025-11-18T06:20" },
    { "18-11 om 6 uur gevonden", "gevonden", "2025-11-18T06:00" },
    { "12-11 23.30 u vermist", "vermist", "2025-11-12T23:30" },
    { "12-11 23:30 u. vermist", "vermist", "2025-11-12T23:30" },
    { "12-11 om 6 u vermist", "vermist", "2025-11-12T06:00" },
    { "12-11 u werd gebeld", "u werd gebeld", "2025-11-12" },
    { "vandaag aangifte", "aangifte", "2025-11-20" },
    { "Gisteren vermist", "vermist", "2025-11-19" },
    { "vorige week vrijdag weggelopen", "weggelopen", "2025-11-14" },
    { "vrijdag weggelopen", "weggelopen", "2025-11-14" },
    { "september ruzie thuis", "ruzie thuis", "2025-09" },
    { "begin november nieuwe telefoon", "nieuwe telefoon", "~2025-11-01/2025-11-10" },
    { "2024 verhuisd", "verhuisd", "2024" },
    { "12-11 de politie belt", "de politie belt", "2025-11-12" },
    { "12-11 op school gezien", "op school gezien", "2025-11-12" },
    { "12-11 3 meisjes weg", "3 meisjes weg", "2025-11-12" },
    { "12-11 2000 euro gekregen", "2000 euro gekregen", "2025-11-12" },
    { "3-12-2025 zitting", "zitting", "2025-12-03" },
    { "vermist 12-11", "vermist", "2025-11-12" },
    { "vermist gisteren", "vermist", "2025-11-19" },
    { "12-11", "", "2025-11-12" },
    { "vermist", "vermist", NULL },
    { "ma belt op", "ma belt op", NULL },
    { "Jan belt op", "Jan belt op", NULL },
    { "31 feb 2025 vermist", "31 feb 2025 vermist", NULL },
    { "3 meisjes weg", "3 meisjes weg", NULL },
    { "1200 euro", "1200 euro", NULL },
    { "", "", NULL },
  };

  check (cases, G_N_ELEMENTS (cases), KRING_QUICK_DATE_FIRST);
}

/* Two dates may be meant: both are given, and whoever asks for them asks back. */
static void
test_either (void)
{
  g_autofree char *date = NULL, *other = NULL;
  g_autofree char *words = kring_quick_date_split ("vorige maandag vermist", TODAY,
                                                   KRING_QUICK_DATE_FIRST, &date, &other);

  g_assert_cmpstr (words, ==, "vermist");
  g_assert_cmpstr (date, ==, "2025-11-17");
  g_assert_cmpstr (other, ==, "2025-11-10");
  g_free (words);
  g_free (date);
  g_free (other);
  words = kring_quick_date_split ("3-12 zitting", TODAY, KRING_QUICK_DATE_FIRST, &date, &other);
  g_assert_cmpstr (date, ==, "2024-12-03");
  g_assert_cmpstr (other, ==, "2025-12-03");
}

static void
test_harmless (void)
{
  g_autofree char *many = g_strnfill (100000, '9'), *date = NULL, *other = NULL;
  g_autofree char *long_words = g_strconcat ("cadeau ", many, NULL);
  g_autofree char *second = NULL, *third = NULL;
  g_autofree char *words =
      kring_quick_date_split (long_words, TODAY, KRING_QUICK_DATE_LAST, &date, &second);
  g_autofree char *broken =
      kring_quick_date_split ("\xff sep", "nothing", KRING_QUICK_DATE_FIRST, &other, &third);

  g_assert_cmpstr (words, ==, long_words);
  g_assert_null (date);
  g_assert_true (g_utf8_validate (broken, -1, NULL));
  g_assert_null (other);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/quick-date/last", test_last);
  g_test_add_func ("/edit/quick-date/first", test_first);
  g_test_add_func ("/edit/quick-date/either", test_either);
  g_test_add_func ("/edit/quick-date/harmless", test_harmless);
  return g_test_run ();
}
