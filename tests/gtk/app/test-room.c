/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over the map has room beside each other at every width, size of letters and contrast. */
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-pen-tray.h"
#include "gtk/overlay/kring-legend-card.h"
#include "gtk/overlay/kring-zoom-bar.h"
#include "gtk/find/kring-filter-bar.h"
#include "gtk/widgets/kring-adaptive-bin.h"
#include "map/base/kring-locale.h"

#define DPI (96 * 1024)
/* Between two of them, in pixels. */
#define APART 4
#define N_PARTS 4
/* What of the size of a window may go to its frame, in pixels. */
#define FRAME 12

typedef struct
{
  KringWindow *window;
  int width;
} Wanted;

static gboolean
has_width (gpointer data)
{
  Wanted *wanted = data;

  return ABS (gtk_widget_get_width (GTK_WIDGET (wanted->window)) - wanted->width) <= FRAME;
}

static KringWindow *
open_example (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("KRING_DATADIR"), "examples", "noor.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KringDocument) document = kring_document_open (file, NULL, &error);
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  kring_window_set_document (window, document, NULL);
  g_object_set (window, "show-details", FALSE, NULL);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
find_parts (KringWindow *window, GtkWidget *parts[N_PARTS])
{
  GtkWidget *root = GTK_WIDGET (window);

  parts[0] = seek_type (root, KRING_TYPE_PEN_TRAY);
  parts[1] = kring_zoom_bar_get_card (KRING_ZOOM_BAR (seek_type (root, KRING_TYPE_ZOOM_BAR)));
  parts[2] = seek_type (root, KRING_TYPE_LEGEND_CARD);
  parts[3] = gtk_widget_get_parent (seek_type (root, KRING_TYPE_FILTER_BAR));
}

/* Nothing lies over another, nor over the edge of the map; what is closed takes no room from it. */
static gboolean
have_room (gpointer data)
{
  GtkWidget *parts[N_PARTS], *map;
  graphene_rect_t bounds[N_PARTS], whole;

  find_parts (data, parts);
  map = gtk_widget_get_parent (parts[0]);
  g_assert_true (gtk_widget_compute_bounds (map, map, &whole));
  for (guint i = 0; i < N_PARTS; i++)
    {
      g_assert_true (gtk_widget_compute_bounds (parts[i], map, &bounds[i]));
      if (!graphene_rect_contains_rect (&whole, &bounds[i]))
        return FALSE;
      graphene_rect_inset (&bounds[i], -APART / 2.0, -APART / 2.0);
      for (guint j = 0; j < i; j++)
        if (graphene_rect_intersection (&bounds[i], &bounds[j], NULL))
          return FALSE;
    }
  return TRUE;
}

/* What a person sees at last: a frame or two may be of the size before. */
static void
check_parts (KringWindow *window)
{
  fixture_settle ();
  fixture_wait (have_room, window);
}

static void
check_widths (KringWindow *window)
{
  static const int widths[] = { 360, 420, 500, 600, 640,  700,  800,  820,
                                852, 900, 960, 990, 1024, 1180, 1230, 1366 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Wanted wanted = { window, widths[i] };

      g_test_message ("at %d", widths[i]);
      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 700);
      fixture_wait (has_width, &wanted);
      check_parts (window);
    }
}

static void
check_sizes (KringWindow *window)
{
  static const double sizes[] = { 1, 1.25, 1.5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_test_message ("letters times %.2f", sizes[i]);
      g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (DPI * sizes[i]), NULL);
      check_widths (window);
    }
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", DPI, NULL);
}

static void
test_room (void)
{
  KringWindow *window = open_example ();

  check_sizes (window);
  fixture_assert_finalised (GTK_WIDGET (window));
}

/* What high contrast adds in our own style takes no room. */
static void
test_high_contrast (void)
{
  KringWindow *window = open_example ();
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/nl/kringkaart/Kring/style-hc.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  check_sizes (window);
  gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
  fixture_assert_finalised (GTK_WIDGET (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/room/plain", test_room);
  g_test_add_func ("/ui/room/high-contrast", test_high_contrast);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "nl", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  kring_locale_init (LOCALE_DIR);
  return fixture_main (argc, argv, add_tests);
}
