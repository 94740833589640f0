/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One small picture per kind of mark beside this file in golden/. With KRING_UPDATE_GOLDEN set the
 * pictures are written anew; look at them before keeping them. On failure what was painted, what
 * was expected and the amplified difference are left in the build folder.
 */
#include "picture/render/kring-painter.h"

#include <stdlib.h>
#include <string.h>

#define WIDTH 120
#define HEIGHT 60

/* Other versions of the rasterisers may differ by a shade at edges, never in what is seen. */
#define SHADES_MAX 48
#define DIFFERENT_PIXELS_MAX 12

typedef struct
{
  KringTheme theme;
  KringFonts *fonts;
  GPtrArray *shapes;
  cairo_surface_t *surface;
  cairo_t *cr;
} Sheet;

static void
sheet_set_up (Sheet *sheet, gconstpointer data)
{
  *sheet = (Sheet){ 0 };
  sheet->theme.colours[KRING_COLOUR_INK] = (KringRgb){ 0.1, 0.1, 0.1 };
  sheet->theme.colours[KRING_COLOUR_NODE] = (KringRgb){ 1, 1, 1 };
  sheet->theme.colours[KRING_COLOUR_RISK] = (KringRgb){ 0.72, 0.26, 0.04 };
  sheet->theme.colours[KRING_COLOUR_PROT] = (KringRgb){ 0, 0.44, 0.35 };
  sheet->theme.fade = 0.16;
  sheet->theme.width_scale = 1;
  sheet->fonts = kring_fonts_new ();
  sheet->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_shape_free);
  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  sheet->cr = cairo_create (sheet->surface);
  cairo_set_source_rgb (sheet->cr, 1, 1, 1);
  cairo_paint (sheet->cr);
}

static void
sheet_tear_down (Sheet *sheet, gconstpointer data)
{
  cairo_destroy (sheet->cr);
  cairo_surface_destroy (sheet->surface);
  g_ptr_array_unref (sheet->shapes);
  kring_fonts_unref (sheet->fonts);
}

static KringShape *
add_shape (Sheet *sheet, KringShapeType type, const char *id)
{
  KringShape *shape = g_new0 (KringShape, 1);

  shape->type = type;
  shape->id = id;
  shape->bounds = KRING_RECT_INIT (0, 0, WIDTH, HEIGHT);
  shape->fill_opacity = shape->stroke_opacity = 1;
  g_ptr_array_add (sheet->shapes, shape);
  return shape;
}

static KringShape *
add_line (Sheet *sheet, double y, double width)
{
  KringShape *shape = add_shape (sheet, KRING_SHAPE_PATH, "line");

  shape->path = kring_path_new ();
  kring_path_move_to (shape->path, 10, y);
  kring_path_line_to (shape->path, 110, y);
  shape->bounds = KRING_RECT_INIT (10, y - width, 100, 2 * width);
  shape->stroke = KRING_COLOUR_INK;
  shape->width = width;
  return shape;
}

static KringShape *
add_disc (Sheet *sheet, double x, const char *id)
{
  KringShape *shape = add_shape (sheet, KRING_SHAPE_PATH, id);
  const double r = 20, k = r * 0.5523;

  shape->path = kring_path_new ();
  kring_path_move_to (shape->path, x, 10);
  kring_path_curve_to (shape->path, KRING_POINT_INIT (x + k, 10), KRING_POINT_INIT (x + r, 30 - k),
                       KRING_POINT_INIT (x + r, 30));
  kring_path_curve_to (shape->path, KRING_POINT_INIT (x + r, 30 + k), KRING_POINT_INIT (x + k, 50),
                       KRING_POINT_INIT (x, 50));
  kring_path_line_to (shape->path, x - r, 30);
  kring_path_close (shape->path);
  shape->bounds = KRING_RECT_INIT (x - r - 2, 8, 2 * r + 4, 44);
  shape->fill = KRING_COLOUR_NODE;
  shape->stroke = KRING_COLOUR_INK;
  shape->width = 3;
  return shape;
}

static KringShape *
add_text (Sheet *sheet, const char *text, double x, double y, KringAnchor anchor)
{
  KringShape *shape = add_shape (sheet, KRING_SHAPE_TEXT, "text");

  shape->text = g_strdup (text);
  shape->at = KRING_POINT_INIT (x, y);
  shape->anchor = anchor;
  shape->size = 13;
  shape->weight = KRING_WEIGHT_SEMIBOLD;
  shape->fill = KRING_COLOUR_INK;
  return shape;
}

static void
paint (Sheet *sheet, KringPaint paint)
{
  paint.theme = &sheet->theme;
  paint.fonts = sheet->fonts;
  kring_painter_paint (sheet->cr, sheet->shapes, &paint);
  cairo_surface_flush (sheet->surface);
}

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *row =
      cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x] & 0xffffff;
}

static int
get_difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) ((a >> shift) & 0xff) - (int) ((b >> shift) & 0xff)));
  return most;
}

/* Paints the difference, made eight times as strong, over @surface. */
static guint
mark_differences (cairo_surface_t *surface, cairo_surface_t *wanted)
{
  guint n_different = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      {
        int difference = get_difference (get_pixel (surface, x, y), get_pixel (wanted, x, y));
        guchar *row =
            cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

        n_different += difference > SHADES_MAX;
        ((guint32 *) (void *) row)[x] = MIN (255, difference * 8) * 0x010101u;
      }
  cairo_surface_mark_dirty (surface);
  return n_different;
}

static void
leave (cairo_surface_t *surface, const char *name, const char *what)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", name, what);
  g_autofree char *path = g_build_filename (g_test_get_dir (G_TEST_BUILT), file, NULL);

  cairo_surface_write_to_png (surface, path);
  g_test_message ("left %s", path);
}

static void
assert_golden (Sheet *sheet, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "picture", "render", "golden", file, NULL);
  g_autoptr (GByteArray) painted = g_byte_array_new ();
  cairo_surface_t *wanted;

  if (g_getenv ("KRING_UPDATE_GOLDEN") != NULL)
    g_assert_cmpint (cairo_surface_write_to_png (sheet->surface, path), ==, CAIRO_STATUS_SUCCESS);
  wanted = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (wanted), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (wanted), ==, WIDTH);
  g_byte_array_append (painted, cairo_image_surface_get_data (sheet->surface),
                       (guint) cairo_image_surface_get_stride (sheet->surface) * HEIGHT);
  if (mark_differences (sheet->surface, wanted) > DIFFERENT_PIXELS_MAX)
    {
      leave (sheet->surface, name, "diff");
      leave (wanted, name, "ref");
      memcpy (cairo_image_surface_get_data (sheet->surface), painted->data, painted->len);
      cairo_surface_mark_dirty (sheet->surface);
      leave (sheet->surface, name, "out");
      g_test_fail_printf ("%s is not as it was", name);
    }
  cairo_surface_destroy (wanted);
}

static void
test_lines (Sheet *sheet, gconstpointer data)
{
  KringShape *dashed, *dotted;

  add_line (sheet, 10, 2.2);
  dashed = add_line (sheet, 25, 2.2);
  dashed->dash[0] = 9;
  dashed->dash[1] = 6;
  dotted = add_line (sheet, 40, 2.9);
  dotted->dash[0] = 0.1;
  dotted->dash[1] = 5.06;
  dotted->round = TRUE;
  add_line (sheet, 52, 3.6)->stroke = KRING_COLOUR_RISK;
  paint (sheet, (KringPaint){ 0 });
  assert_golden (sheet, "lines");
}

static void
test_filled (Sheet *sheet, gconstpointer data)
{
  add_line (sheet, 30, 6);
  add_disc (sheet, 32, "a");
  add_disc (sheet, 88, "b")->fill_opacity = 0.5;
  paint (sheet, (KringPaint){ 0 });
  assert_golden (sheet, "filled");
}

static void
test_text (Sheet *sheet, gconstpointer data)
{
  KringShape *struck;

  add_text (sheet, "Noor V.", 60, 15, KRING_ANCHOR_MIDDLE);
  add_text (sheet, "moeder", 4, 32, KRING_ANCHOR_START)->weight = KRING_WEIGHT_REGULAR;
  add_text (sheet, "18", 116, 32, KRING_ANCHOR_END)->weight = KRING_WEIGHT_BOLD;
  struck = add_text (sheet, "gezien bij", 60, 52, KRING_ANCHOR_MIDDLE);
  struck->weight = KRING_WEIGHT_MEDIUM;
  struck->struck = TRUE;
  paint (sheet, (KringPaint){ 0 });
  assert_golden (sheet, "text");
}

static void
add_text_with_halo (Sheet *sheet)
{
  KringShape *text;

  add_line (sheet, 26, 3);
  add_line (sheet, 34, 1);
  text = add_text (sheet, "“Manu”", 60, 34, KRING_ANCHOR_MIDDLE);
  text->stroke = KRING_COLOUR_NODE;
  text->width = 0.34 * text->size;
}

static void
test_halo (Sheet *sheet, gconstpointer data)
{
  add_text_with_halo (sheet);
  paint (sheet, (KringPaint){ 0 });
  assert_golden (sheet, "halo");
}

/* The kept masks look the same as the strokes that they stand for. */
static void
test_halo_from_mask (Sheet *sheet, gconstpointer data)
{
  g_autoptr (KringHalos) halos = kring_halos_new (sheet->fonts);

  add_text_with_halo (sheet);
  paint (sheet, (KringPaint){ .halos = halos });
  assert_golden (sheet, "halo");
}

static void
test_faded (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GHashTable) faded = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (faded, (gpointer) "line");
  g_hash_table_add (faded, (gpointer) "a");
  add_line (sheet, 30, 6);
  add_disc (sheet, 32, "a");
  add_disc (sheet, 88, "b");
  paint (sheet, (KringPaint){ .faded = faded });
  assert_golden (sheet, "faded");
}

static void
test_hidden (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_add (hidden, (gpointer) "a");
  add_disc (sheet, 32, "a")->fill = KRING_COLOUR_RISK;
  add_disc (sheet, 88, "b")->fill = KRING_COLOUR_PROT;
  paint (sheet, (KringPaint){ .hidden = hidden });
  g_assert_cmphex (get_pixel (sheet->surface, 32, 30), ==, 0xffffff);
  g_assert_cmphex (get_pixel (sheet->surface, 88, 30), ==, 0x007059);
}

static void
test_clip (Sheet *sheet, gconstpointer data)
{
  add_disc (sheet, 32, "a")->fill = KRING_COLOUR_RISK;
  add_disc (sheet, 88, "b")->fill = KRING_COLOUR_PROT;
  paint (sheet, (KringPaint){ .clip = KRING_RECT_INIT (0, 0, 60, 60) });
  g_assert_cmphex (get_pixel (sheet->surface, 32, 30), !=, 0xffffff);
  g_assert_cmphex (get_pixel (sheet->surface, 88, 30), ==, 0xffffff);
}

static void
test_cancel (Sheet *sheet, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  add_disc (sheet, 32, "a")->fill = KRING_COLOUR_RISK;
  g_cancellable_cancel (cancellable);
  paint (sheet, (KringPaint){ .cancellable = cancellable });
  g_assert_cmphex (get_pixel (sheet->surface, 32, 30), ==, 0xffffff);
}

static void
test_contrast (Sheet *sheet, gconstpointer data)
{
  add_line (sheet, 30, 2);
  sheet->theme.width_scale = 4;
  paint (sheet, (KringPaint){ 0 });
  g_assert_cmphex (get_pixel (sheet->surface, 60, 27), ==, 0x191919);
  g_assert_cmphex (get_pixel (sheet->surface, 60, 24), ==, 0xffffff);
}

/* What a label stands on has a rim in high contrast, and nowhere else. */
static void
test_label_rim (Sheet *sheet, gconstpointer data)
{
  KringShape *label = add_line (sheet, 30, 4);

  label->stroke = KRING_COLOUR_LABEL_RIM;
  sheet->theme.colours[KRING_COLOUR_LABEL_RIM] = (KringRgb){ 0.1, 0.1, 0.1 };
  paint (sheet, (KringPaint){ 0 });
  g_assert_cmphex (get_pixel (sheet->surface, 60, 30), ==, 0xffffff);
  sheet->theme.label_rims = TRUE;
  paint (sheet, (KringPaint){ 0 });
  g_assert_cmphex (get_pixel (sheet->surface, 60, 30), ==, 0x191919);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(NAME, FUNC)                                                                            \
  g_test_add ("/render/painter/" NAME, Sheet, NULL, sheet_set_up, FUNC, sheet_tear_down)
  ADD ("lines", test_lines);
  ADD ("filled", test_filled);
  ADD ("text", test_text);
  ADD ("halo", test_halo);
  ADD ("halo-from-mask", test_halo_from_mask);
  ADD ("faded", test_faded);
  ADD ("hidden", test_hidden);
  ADD ("clip", test_clip);
  ADD ("cancel", test_cancel);
  ADD ("contrast", test_contrast);
  ADD ("label-rim", test_label_rim);
  return g_test_run ();
}
