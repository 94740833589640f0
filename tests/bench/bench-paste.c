/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-paste: lists of names of growing length, each pasted into the list of names of a window, then
 * undone, redone, all of it chosen, and moved. For each the number of lines, milliseconds until all of
 * it stands on the map, how many times that of the shortest list, and for how long the window answered
 * nobody: at a time, at most. Needs a display. With numbers: lists so long instead.
 */
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window.h"
#include "map/edit/kring-commands.h"

#include <stdio.h>

#define PATIENCE_SECONDS 300

static const guint lengths[] = { 250, 500, 1000, 1200, 5000, 20000 };

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

static void
paste (KringWindow *window, guint n)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_USEC_PER_SEC;

  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "paste-clipboard");
  while (count_persons (window) < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_persons (window), ==, n);
}

static void
undo (KringWindow *window, guint n)
{
  g_assert_true (
      kring_history_undo (kring_session_get_history (kring_window_get_session (window))));
}

static void
redo (KringWindow *window, guint n)
{
  g_assert_true (
      kring_history_redo (kring_session_get_history (kring_window_get_session (window))));
}

static GPtrArray *
dup_persons (KringWindow *window)
{
  KringMap *map = kring_document_get_map (kring_window_get_document (window));
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < persons->len; i++)
    g_ptr_array_add (ids, (gpointer) kring_item_get_id (g_ptr_array_index (persons, i)));
  return ids;
}

static void
choose (KringWindow *window, guint n)
{
  g_autoptr (GPtrArray) ids = dup_persons (window);

  kring_selection_set_all (kring_session_get_selection (kring_window_get_session (window)), ids);
}

static void
move (KringWindow *window, guint n)
{
  g_autoptr (GPtrArray) ids = dup_persons (window);

  kring_edit_move (kring_session_get_editor (kring_window_get_session (window)), ids, 30, 20);
}

typedef void (*Step) (KringWindow *window, guint n);

static const struct
{
  const char *name;
  Step step;
} steps[] = {
  { "paste", paste },       { "undo", undo },     { "redo", redo },
  { "choose all", choose }, { "move all", move },
};

/* Milliseconds, drawing too. */
static double
measure (KringWindow *window, Step step, guint n)
{
  gint64 start;

  settle ();
  longest = 0;
  start = answered = g_get_monotonic_time ();
  step (window, n);
  settle ();
  return (g_get_monotonic_time () - start) / 1000.0;
}

static void
run (GtkApplication *application, guint n, double first[G_N_ELEMENTS (steps)])
{
  g_autofree char *text = dup_lines (n);
  KringWindow *window = kring_window_new (application);

  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double took = measure (window, steps[i].step, n);

      if (first[i] == 0)
        first[i] = took;
      printf ("%5u lines, %-10s %6.0f ms, %5.1f times the shortest list; no answer for %.0f ms\n",
              n, steps[i].name, took, took / first[i], longest / 1000.0);
      fflush (stdout);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (KringApplication) application = NULL;
  double first[G_N_ELEMENTS (steps)] = { 0 };

  gtk_init ();
  application = kring_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  for (int i = 1; i < argc; i++)
    run (GTK_APPLICATION (application), atoi (argv[i]), first);
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (lengths); i++)
    run (GTK_APPLICATION (application), lengths[i], first);
  return 0;
}
