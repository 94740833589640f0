/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calm.h"

#define PATIENCE (30 * G_TIME_SPAN_SECOND)
#define LOOK_MS 10

static void
painted_cb (guint *n)
{
  ++*n;
}

/* A window that is seen paints as often as it is asked to. */
static void
wait_for_frames (GtkWidget *window, guint n_frames)
{
  g_autoptr (GtkWidget) kept = g_object_ref (window);
  g_autoptr (GdkFrameClock) clock = g_object_ref (gtk_widget_get_frame_clock (window));
  gint64 begun = g_get_monotonic_time ();
  guint n = 0;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &n);

  while (n < n_frames && gtk_widget_get_mapped (kept) && g_get_monotonic_time () - begun < PATIENCE)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}

static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        found = window;
    }
  return found;
}

static void
run_out (void)
{
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until the display has handed over all that it knows, so many frames were painted after that, and
 * nothing is left to be done at once. */
void
calm_down (guint n_frames)
{
  GtkWidget *window;

  run_out ();
  window = find_window ();
  if (window != NULL)
    wait_for_frames (window, n_frames);
  run_out ();
}

static gboolean
look_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* Waits for something to happen; FALSE: one has waited for too long. */
gboolean
calm_go_on (gint64 begun)
{
  guint id = g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_MS, look_cb, NULL, NULL);

  g_main_context_iteration (NULL, TRUE);
  if (g_main_context_find_source_by_id (NULL, id) != NULL)
    g_source_remove (id);
  return g_get_monotonic_time () - begun < PATIENCE;
}
