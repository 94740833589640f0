/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands.h"

#include "calm.h"

/* Until what the events bring about has happened. */
#define FRAMES 4
#define DRAG_FRAMES 10

#define DRAG_STEPS 6

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_assert_true (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) data = TRUE;
}

/* What xdotool is to do, in its own words. */
void
hands_do (const char *format, ...)
{
  g_autofree char *arguments = NULL, *line = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  va_list args;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);
  line = g_strconcat ("xdotool ", arguments, NULL);
  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  /* What was closed is gone for the X server too, and takes no click any more. */
  gdk_display_sync (gdk_display_get_default ());
  process =
      g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (process, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  calm_down (FRAMES);
}

/* From one place on the display to another, with places in between. */
void
hands_drag (KringPoint from, KringPoint to)
{
  hands_do ("mousemove %.0f %.0f mousedown 1", from.x, from.y);
  for (int i = 1; i <= DRAG_STEPS; i++)
    hands_do ("mousemove %.0f %.0f", from.x + (to.x - from.x) * i / DRAG_STEPS,
              from.y + (to.y - from.y) * i / DRAG_STEPS);
  hands_do ("mouseup 1");
  calm_down (DRAG_FRAMES);
}

/* Where a point of a widget is on the display; its window stands in the top left corner, and popovers
 * over it where they say. */
KringPoint
hands_find (GtkWidget *widget, KringPoint point)
{
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = gtk_native_get_surface (native);
  double left, top, dx, dy;

  gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), point.x, point.y, &left, &top);
  gtk_native_get_surface_transform (native, &dx, &dy);
  for (; GDK_IS_POPUP (surface); surface = gdk_popup_get_parent (GDK_POPUP (surface)))
    {
      dx += gdk_popup_get_position_x (GDK_POPUP (surface));
      dy += gdk_popup_get_position_y (GDK_POPUP (surface));
    }
  return KRING_POINT_INIT (left + dx, top + dy);
}
