/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-date.h"

static const struct
{
  const char *written;
  const char *readable;
} written_forms[] = {
  { "2025", "2025" },
  { "~2019", "about 2019" },
  { "2025-09", "Sep 2025" },
  { "2025-10-16", "16 Oct 2025" },
  { "2025-10-11T17:40", "11 Oct 2025, 17:40" },
  { "2025-10-11/2025-10-14", "11–14 Oct 2025" },
  { "2025-09/2025-10", "Sep–Oct 2025" },
  { "2024-12-30/2025-01-02", "30 Dec 2024–2 Jan 2025" },
};

static const char *const refused[] = {
  "",
  "25",
  "2025-13",
  "2025-02-30",
  "2025-00",
  "2025-1-1",
  "2025T10:00",
  "2025-10-11T24:00",
  "2025-10-11T10:60",
  "2025-10-11/2025-10-10",
  "2025-10-11 ",
  "~",
  "0000",
  "2025-10-11/",
  "-2025",
};

static const struct
{
  const char *typed;
  const char *written;
} typed_forms[] = {
  { "16-10-2025", "2025-10-16" },
  { "16/10/25", "2025-10-16" },
  { "16 okt 2025", "2025-10-16" },
  { "16 oktober 2025 17:40", "2025-10-16T17:40" },
  { "16 okt 2025 om 17.40 uur", "2025-10-16T17:40" },
  { "16-10-2025 06.20 uur", "2025-10-16T06:20" },
  { "06.20 uur 16-10-2025", "2025-10-16T06:20" },
  { "16-10-2025 6 uur", "2025-10-16T06:00" },
  { "16-10-2025 14.30 u", "2025-10-16T14:30" },
  { "16-10-2025 14h", "2025-10-16T14:00" },
  { "16e oktober 2025", "2025-10-16" },
  { "16 oktober 2025 jl.", "2025-10-16" },
  { "september 2025", "2025-09" },
  { "Mrt 2024", "2024-03" },
  { "maart 2024", "2024-03" },
  { "10-2025", "2025-10" },
  { "rond 2019", "~2019" },
  { "~2019", "~2019" },
  { "~sep 2025", "~2025-09" },
  { "2025-10-16", "2025-10-16" },
  { "11-10-2025 t/m 14-10-2025", "2025-10-11/2025-10-14" },
  { "30 Dec 2024–2 Jan 2025", "2024-12-30/2025-01-02" },
  { "12 t/m 14 nov 2025", "2025-11-12/2025-11-14" },
  { "begin november 2025", "~2025-11-01/2025-11-10" },
  { "23:30 21 nov 2025", "2025-11-21T23:30" },
  { "gisteren", NULL },
  { "12-11", NULL },
  { "vrijdag", NULL },
  { "november", NULL },
  { "32-10-2025", NULL },
  { "16-10--25", NULL },
  { "16 oktober 0620", NULL },
  { "", NULL },
};

/* What is typed on Monday 30 November 2026, and what else it may be. */
static const struct
{
  const char *typed, *past, *future, *other;
} today_forms[] = {
  { "12-11", "2026-11-12", "2027-11-12", NULL },
  { "12/11", "2026-11-12", "2027-11-12", NULL },
  { "12.11", "2026-11-12", "2027-11-12", NULL },
  { "12 november", "2026-11-12", "2027-11-12", NULL },
  { "12 nov.", "2026-11-12", "2027-11-12", NULL },
  { "Nov 12", "2026-11-12", "2027-11-12", NULL },
  { "21 nov 23:30", "2026-11-21T23:30", "2027-11-21T23:30", NULL },
  { "21 nov om 23.30 uur", "2026-11-21T23:30", "2027-11-21T23:30", NULL },
  { "21-11 23u30", "2026-11-21T23:30", "2027-11-21T23:30", NULL },
  { "21/11, 9:05", "2026-11-21T09:05", "2027-11-21T09:05", NULL },
  { "12-5", "2026-05-12", "2027-05-12", NULL },
  { "november", "2026-11", "2026-11", NULL },
  { "mei", "2026-05", "2027-05", NULL },
  { "begin november", "~2026-11-01/2026-11-10", NULL, NULL },
  { "half oktober", "~2026-10-11/2026-10-20", "~2027-10-11/2027-10-20", NULL },
  { "eind februari", "~2026-02-21/2026-02-28", "~2027-02-21/2027-02-28", NULL },
  { "29-2", "2024-02-29", "2028-02-29", NULL },
  { "12 t/m 14 nov", "2026-11-12/2026-11-14", "2027-11-12/2027-11-14", NULL },
  { "28 sep – 3 okt", "2026-09-28/2026-10-03", "2027-09-28/2027-10-03", NULL },
  { "12-11-24", "2024-11-12", "2024-11-12", NULL },
  { "3-4-87", "1987-04-03", "1987-04-03", NULL },
  { "vandaag", "2026-11-30", "2026-11-30", NULL },
  { "Vandaag 8.15 uur", "2026-11-30T08:15", "2026-11-30T08:15", NULL },
  { "gisteren", "2026-11-29", "2026-11-29", NULL },
  { "gisteravond 22:10", "2026-11-29T22:10", "2026-11-29T22:10", NULL },
  { "eergisteren", "2026-11-28", "2026-11-28", NULL },
  { "morgen", "2026-12-01", "2026-12-01", NULL },
  { "overmorgen", "2026-12-02", "2026-12-02", NULL },
  { "vorige week vrijdag", "2026-11-27", "2026-11-27", NULL },
  { "vrijdag vorige week", "2026-11-27", "2026-11-27", NULL },
  { "vorige week", "2026-11-23/2026-11-29", "2026-11-23/2026-11-29", NULL },
  { "volgende week di", "2026-12-08", "2026-12-08", NULL },
  { "afgelopen maandag", "2026-11-23", "2026-11-23", NULL },
  { "afgelopen vrijdag", "2026-11-27", "2026-11-27", NULL },
  { "vorige vrijdag", "2026-11-27", "2026-11-27", NULL },
  { "komende dinsdag", "2026-12-01", "2026-12-01", NULL },
  { "deze vrijdag", "2026-12-04", "2026-12-04", NULL },
  { "vrijdag", "2026-11-27", "2026-12-04", NULL },
  { "vrijdag 27 november", "2026-11-27", NULL, NULL },
  { "vorige maand", "2026-10", "2026-10", NULL },
  { "vorig jaar", "2025", "2025", NULL },
  { "3 dagen geleden", "2026-11-27", "2026-11-27", NULL },
  { "twee weken geleden", "2026-11-16", "2026-11-16", NULL },
  { "2 weken terug", "2026-11-16", "2026-11-16", NULL },
  { "over een week", "2026-12-07", "2026-12-07", NULL },
  { "2 maanden geleden", "2026-09", "2026-09", NULL },
  { "rond 12 november", "~2026-11-12", "~2027-11-12", NULL },
  { "last friday", "2026-11-27", "2026-11-27", NULL },
  { "yesterday at 9:00", "2026-11-29T09:00", "2026-11-29T09:00", NULL },
  /* Either may be meant. */
  { "15-12", "2025-12-15", NULL, "2026-12-15" },
  { "15-12", NULL, "2026-12-15", NULL },
  { "12-11", NULL, "2027-11-12", "2026-11-12" },
  { "maandag", "2026-11-30", NULL, "2026-11-23" },
  { "maandag", NULL, "2026-11-30", "2026-12-07" },
  { "volgende vrijdag", "2026-12-04", "2026-12-04", "2026-12-11" },
  /* No dates. */
  { "dinsdag 27 november", NULL, NULL, NULL },
  { "31-11", NULL, NULL, NULL },
  { "12-13", NULL, NULL, NULL },
  { "12-11 0620", NULL, NULL, NULL },
  { "0-9", NULL, NULL, NULL },
  { "meisje", NULL, NULL, NULL },
  { "12 november 25:00", NULL, NULL, NULL },
  { "november 23:30", NULL, NULL, NULL },
  { "begin 12 november", NULL, NULL, NULL },
  { "vrijdag vandaag", NULL, NULL, NULL },
  { "vroeger", NULL, NULL, NULL },
  { "12", NULL, NULL, NULL },
  { "\xff", NULL, NULL, NULL },
};

static char *
dup_typed (const char *typed, KringDateAim aim, char **other)
{
  KringDate date = { { 1, 2, 3, 4, 5 }, { 1, 2, 3, 4, 5 }, FALSE }, beside;

  *other = NULL;
  if (!kring_date_parse_typed (typed, "2026-11-30", aim, &date, &beside))
    {
      g_assert_cmpint (date.start.year, ==, 1);
      g_assert_cmpint (beside.start.year, ==, 0);
      return NULL;
    }
  if (beside.start.year > 0)
    *other = kring_date_to_string (beside);
  return kring_date_to_string (date);
}

/* What is no text is told in a form that is. */
static void
message_form (const char *typed, int ahead)
{
  g_autofree char *told = g_utf8_make_valid (typed, -1);

  g_test_message ("%s %d", told, ahead);
}

/* Without a year, what happened is not ahead, and what is to be done is. */
static void
test_today (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (today_forms); i++)
    for (int ahead = 0; ahead < 2; ahead++)
      {
        KringDateAim aim = ahead ? KRING_DATE_AIM_FUTURE : KRING_DATE_AIM_PAST;
        const char *expected = ahead ? today_forms[i].future : today_forms[i].past;
        g_autofree char *other = NULL;
        g_autofree char *read = dup_typed (today_forms[i].typed, aim, &other);
        gboolean none = today_forms[i].past == NULL && today_forms[i].future == NULL;

        message_form (today_forms[i].typed, ahead);
        if (expected == NULL && !none)
          continue;
        g_assert_cmpstr (read, ==, expected);
        if (today_forms[i].other != NULL || !ahead)
          g_assert_cmpstr (other, ==, today_forms[i].other);
      }
}

/* Every day of years, in words of every kind, is a day that there is, on the right side. */
static void
test_sides (void)
{
  static const char *const typed[] = { "29-2",     "1-1",  "31 dec",       "vrijdag",
                                       "zo 23:59", "juni", "eind februari" };

  for (gint64 minute = 0; minute < 1500 * 1440; minute += 1440)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      {
        KringMoment day = kring_moment_at_minute (G_GINT64_CONSTANT (1064000000) + minute);
        g_autofree char *today = g_strdup_printf ("%04d-%02d-%02d", day.year, day.month, day.day);
        g_autofree char *written = NULL;
        KringDate date, again;

        g_assert_true (kring_date_parse_typed (typed[i], today, KRING_DATE_AIM_PAST, &date, NULL));
        g_assert_cmpint (kring_moment_first_minute (date.start), <=,
                         kring_moment_first_minute (day) + 1440);
        written = kring_date_to_string (date);
        g_assert_true (kring_date_parse (written, &again));
        g_assert_true (
            kring_date_parse_typed (typed[i], today, KRING_DATE_AIM_FUTURE, &date, NULL));
        g_assert_cmpint (kring_moment_last_minute (date.end), >=, kring_moment_first_minute (day));
      }
}

static void
test_written (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (written_forms); i++)
    {
      KringDate date;
      g_autofree char *again = NULL, *readable = NULL;

      g_test_message ("%s", written_forms[i].written);
      g_assert_true (kring_date_parse (written_forms[i].written, &date));
      again = kring_date_to_string (date);
      g_assert_cmpstr (again, ==, written_forms[i].written);
      readable = kring_date_format (date);
      g_assert_cmpstr (readable, ==, written_forms[i].readable);
    }
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      KringDate date = { { 1, 2, 3, 4, 5 }, { 1, 2, 3, 4, 5 }, FALSE };

      g_test_message ("%s", refused[i]);
      g_assert_false (kring_date_parse (refused[i], &date));
      g_assert_cmpint (date.start.year, ==, 1);
    }
}

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_forms); i++)
    {
      KringDate date;
      gboolean understood = kring_date_parse_input (typed_forms[i].typed, &date);

      g_test_message ("%s", typed_forms[i].typed);
      g_assert_cmpint (understood, ==, typed_forms[i].written != NULL);
      if (understood)
        {
          g_autofree char *written = kring_date_to_string (date);

          g_assert_cmpstr (written, ==, typed_forms[i].written);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/today", test_today);
  g_test_add_func ("/core/date/sides", test_sides);
  g_test_add_func ("/core/date/written", test_written);
  g_test_add_func ("/core/date/refused", test_refused);
  g_test_add_func ("/core/date/typed", test_typed);
  return g_test_run ();
}
