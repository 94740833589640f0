/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/render/kring-fonts.h"
#include "picture/render/kring-measurer.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

static char *
dup_family (KringFonts *fonts, const char *text)
{
  PangoLayoutLine *line = kring_fonts_get_line (fonts, text, 13, KRING_WEIGHT_SEMIBOLD);
  PangoGlyphItem *run = line->runs->data;
  g_autoptr (PangoFontDescription) description = pango_font_describe (run->item->analysis.font);

  return g_strdup (pango_font_description_get_family (description));
}

static void
test_bundled (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  g_autofree char *family = NULL;

  g_assert_true (kring_fonts_is_bundled (fonts));
  family = dup_family (fonts, "Noor");
  g_assert_cmpstr (family, ==, "Inter");
}

/* Without the files there is still text, only in another face. */
static void
test_missing (void)
{
  g_autofree char *data = g_strdup (g_getenv ("KRING_DATADIR")), *family = NULL;
  g_autoptr (KringFonts) fonts = NULL;

  g_setenv ("KRING_DATADIR", "/nowhere", TRUE);
  fonts = kring_fonts_new ();
  g_setenv ("KRING_DATADIR", data, TRUE);
  g_assert_false (kring_fonts_is_bundled (fonts));
  family = dup_family (fonts, "Noor");
  g_assert_cmpstr (family, !=, "Inter");
  g_assert_cmpfloat (kring_fonts_get_width (fonts, "Noor", 13, KRING_WEIGHT_REGULAR), >, 10);
}

static void
copy_program (const char *to)
{
  g_autoptr (GFile) program = g_file_new_for_path ("/proc/self/exe");
  g_autoptr (GFile) copy = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_file_copy (program, copy, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A program finds them beside itself wherever it was moved to: a copy of this one runs the first
 * test, in a folder where the data lie as they do when installed. */
static void
test_beside_program (void)
{
  g_autofree char *top = g_dir_make_tmp ("kring-fonts-XXXXXX", NULL);
  g_autofree char *bin = g_build_filename (top, "bin", NULL);
  g_autofree char *share = g_build_filename (top, "share", NULL);
  g_autofree char *data = g_build_filename (share, "kring", NULL);
  g_autofree char *program = g_build_filename (bin, "test", NULL);
  const char *const words[] = { program, "-p", "/render/fonts/bundled", NULL };
  g_auto (GStrv) environment = g_environ_unsetenv (g_get_environ (), "KRING_DATADIR");
  g_autoptr (GError) error = NULL;
  int status;

  g_mkdir (bin, 0700);
  g_mkdir (share, 0700);
  copy_program (program);
  g_assert_cmpint (symlink (g_getenv ("KRING_DATADIR"), data), ==, 0);
  g_spawn_sync (NULL, (char **) words, environment, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (data);
  g_unlink (program);
  g_rmdir (share);
  g_rmdir (bin);
  g_rmdir (top);
}

/* Widths from Inter's own tables: advance widths per em of the glyphs, without kerning pairs. */
static void
test_width (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  const KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  double regular = measurer.width ("Noor", 13, KRING_WEIGHT_REGULAR, measurer.data);
  double bold = measurer.width ("Noor", 13, KRING_WEIGHT_BOLD, measurer.data);

  g_assert_cmpfloat_with_epsilon (regular, 29.8, 0.5);
  g_assert_cmpfloat (bold, >, regular + 0.5);
  g_assert_cmpfloat (measurer.width ("", 13, KRING_WEIGHT_BOLD, measurer.data), ==, 0);
}

static void
test_width_grows_exactly (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  double one = kring_fonts_get_width (fonts, "Tijn V. “Dex”", 11, KRING_WEIGHT_MEDIUM);

  for (double scale = 0.25; scale < 4; scale *= 1.37)
    g_assert_cmpfloat_with_epsilon (
        kring_fonts_get_width (fonts, "Tijn V. “Dex”", 11 * scale, KRING_WEIGHT_MEDIUM),
        one * scale, 1e-9);
}

/* What is measured is what is drawn, at any size. */
static void
test_width_is_drawn (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  PangoRectangle logical;

  pango_layout_line_get_extents (
      kring_fonts_get_line (fonts, "Onbekende man 1", 13, KRING_WEIGHT_SEMIBOLD), NULL, &logical);
  g_assert_cmpfloat_with_epsilon (
      (double) logical.width / PANGO_SCALE,
      kring_fonts_get_width (fonts, "Onbekende man 1", 13, KRING_WEIGHT_SEMIBOLD), 0.05);
}

static void
test_figures_align (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();

  g_assert_cmpfloat_with_epsilon (kring_fonts_get_width (fonts, "111111", 13, KRING_WEIGHT_REGULAR),
                                  kring_fonts_get_width (fonts, "808080", 13, KRING_WEIGHT_REGULAR),
                                  1e-6);
}

/* More lines than are kept at once. */
static void
test_many_lines (void)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();

  for (guint i = 0; i < 9000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_nonnull (kring_fonts_get_line (fonts, text, 13, KRING_WEIGHT_REGULAR));
    }
}

static gpointer
measure_cb (gpointer data)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  double *width = data;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = g_strdup_printf ("Noor %u", i);

      *width += kring_fonts_get_width (fonts, text, 13, KRING_WEIGHT_REGULAR);
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];
  double widths[4] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("measure", measure_cb, &widths[i]);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpfloat (widths[i], ==, widths[0]);
}

static void
test_shared (void)
{
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (KringFonts) first = kring_fonts_ref_for (owner);
  g_autoptr (KringFonts) second = kring_fonts_ref_for (owner);
  g_autoptr (KringFonts) third = kring_fonts_ref_for (other);

  g_assert_true (first == second);
  g_assert_true (first != third);
  g_clear_object (&owner);
  g_clear_pointer (&second, kring_fonts_unref);
  g_assert_cmpfloat (kring_fonts_get_width (first, "Noor", 13, KRING_WEIGHT_REGULAR), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/fonts/bundled", test_bundled);
  g_test_add_func ("/render/fonts/missing", test_missing);
  g_test_add_func ("/render/fonts/beside-program", test_beside_program);
  g_test_add_func ("/render/fonts/width", test_width);
  g_test_add_func ("/render/fonts/width-grows-exactly", test_width_grows_exactly);
  g_test_add_func ("/render/fonts/width-is-drawn", test_width_is_drawn);
  g_test_add_func ("/render/fonts/figures-align", test_figures_align);
  g_test_add_func ("/render/fonts/many-lines", test_many_lines);
  g_test_add_func ("/render/fonts/shared", test_shared);
  g_test_add_func ("/render/fonts/threads", test_threads);
  return g_test_run ();
}
