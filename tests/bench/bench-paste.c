/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-paste: lists of names of growing length, each pasted into the list of names of a window.
 * For each the number of lines, milliseconds until all stand on the map, how many times that of the
 * shortest list, and for how long the window answered nobody: at a time, at most. Needs a display.
 */
#include "ui/kring-application.h"
#include "ui/kring-window.h"

#include <stdio.h>

#define PATIENCE_SECONDS 300

static const guint lengths[] = { 250, 500, 1000, 5000, 20000 };

static const char *const forms[] = {
  "Naam%u, v %u, moeder",   "Naam%u, m %u, ronselt", "Naam%u, m %u, vriend > Naam7",
  "Naam%u, v %u #Havenkop", "Naam%u, x %u",
};

static gint64 answered; /* when the loop last looked for news */
static gint64 longest;  /* between that and the next time, in microseconds */

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  int ready;

  longest = MAX (longest, g_get_monotonic_time () - answered);
  ready = g_poll (fds, n_fds, timeout);
  answered = g_get_monotonic_time ();
  return ready;
}

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

static guint
count_persons (KringWindow *window)
{
  KringMap *map = kring_document_get_map (kring_window_get_document (window));
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);

  return persons->len;
}

static gboolean
rest_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until everything that was waiting is done, drawing too. */
static void
settle (void)
{
  gboolean rested = FALSE;

  g_idle_add_full (G_PRIORITY_LOW, rest_cb, &rested, NULL);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static double
paste (GtkApplication *application, guint n)
{
  g_autofree char *text = dup_lines (n);
  KringWindow *window = kring_window_new (application);
  gint64 start, end;

  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  settle ();
  start = answered = g_get_monotonic_time ();
  end = start + PATIENCE_SECONDS * G_USEC_PER_SEC;
  longest = 0;
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "paste-clipboard");
  while (count_persons (window) < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_persons (window), ==, n);
  settle ();
  end = g_get_monotonic_time ();
  gtk_window_destroy (GTK_WINDOW (window));
  return (end - start) / 1000.0;
}

int
main (int argc, char **argv)
{
  g_autoptr (KringApplication) application = NULL;
  double first = 0;

  gtk_init ();
  application = kring_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      double took = paste (GTK_APPLICATION (application), lengths[i]);

      if (i == 0)
        first = took;
      printf ("%u lines %.0f ms, %.1f times for %.1f times as many; no answer for %.0f ms\n",
              lengths[i], took, took / first, (double) lengths[i] / lengths[0], longest / 1000.0);
      fflush (stdout);
    }
  return 0;
}
