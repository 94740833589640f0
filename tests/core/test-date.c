/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-date.h"

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
  { "september 2025", "2025-09" },
  { "Mrt 2024", "2024-03" },
  { "maart 2024", "2024-03" },
  { "10-2025", "2025-10" },
  { "rond 2019", "~2019" },
  { "~2019", "~2019" },
  { "~sep 2025", "~2025-09" },
  { "2025-10-16", "2025-10-16" },
  { "11-10-2025 t/m 14-10-2025", "2025-10-11/2025-10-14" },
  { "gisteren", NULL },
  { "32-10-2025", NULL },
  { "16-10--25", NULL },
  { "", NULL },
};

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
  g_test_add_func ("/core/date/written", test_written);
  g_test_add_func ("/core/date/refused", test_refused);
  g_test_add_func ("/core/date/typed", test_typed);
  return g_test_run ();
}
