/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-names: lists of names of growing length, each pasted on an empty map. For each the number
 * of lines, milliseconds of the processor (the best of a number of runs), and how many times that of the shortest
 * list, beside how many times as long the list is.
 */
#include "map/quickadd/kring-name-list.h"

#include <stdio.h>
#include <time.h>

#define RUNS 3

static const guint lengths[] = { 250, 500, 1000, 5000, 20000 };

static const char *const forms[] = {
  "Naam%u, v %u, moeder",   "Naam%u, m %u, ronselt", "Naam%u, m %u, vriend > Naam7",
  "Naam%u, v %u #Havenkop", "Naam%u, x %u",
};

static char *
dup_lines (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, forms[i % G_N_ELEMENTS (forms)], i, 12 + i % 40);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static double
paste (guint n)
{
  g_autofree char *text = dup_lines (n);
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (1));
  g_autoptr (KringNameList) list = kring_name_list_new (editor);
  clock_t start = clock ();

  g_assert_cmpuint (kring_name_list_add_many (list, text, NULL, NULL), ==, n);
  return (clock () - start) * 1000.0 / CLOCKS_PER_SEC;
}

int
main (int argc, char **argv)
{
  double first = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      double best = G_MAXDOUBLE;

      for (guint run = 0; run < RUNS; run++)
        best = MIN (best, paste (lengths[i]));
      if (i == 0)
        first = best;
      printf ("%u lines %.1f ms, %.1f times for %.1f times as many\n", lengths[i], best,
              best / first, (double) lengths[i] / lengths[0]);
      fflush (stdout);
    }
  return 0;
}
