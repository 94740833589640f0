/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every meaning is told by a shape: on grey paper, at seven tenths of its size and as a printer sees
 * it, no two signs are the same. And the sheet that shows them all uses every one.
 */
#include "map/model/kring-choices.h"
#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-theme.h"
#include "picture/notation/kring-sample.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"

#include <cairo.h>
#include <string.h>

/* 300 dots an inch, at 70 %. */
#define SCALE (300.0 / 96 * 0.7)
#define WIDTH 130
#define HEIGHT 60
/* A grey that differs by less is the same to the eye; fewer dots than these are a speck. */
#define GREY_STEP 80
#define DOTS_MIN 12

typedef void (*DrawFunc) (KringSketch *sketch, int choice);

typedef struct
{
  const char *name;
  DrawFunc draw;
  int choice;
} Sign;

static KringFonts *fonts; /* (owned) as long as the tests run */

static cairo_surface_t *
paint (const Sign *sign, KringThemeId theme)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH * SCALE, HEIGHT * SCALE);
  cairo_t *cr = cairo_create (surface);
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autoptr (GPtrArray) shapes = kring_shapes_new ();
  KringSketch sketch = { .shapes = shapes, .measurer = &measurer };
  KringPaint with = { .theme = kring_theme_get (theme), .fonts = fonts };

  sign->draw (&sketch, sign->choice);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, SCALE, SCALE);
  cairo_translate (cr, WIDTH / 2.0, HEIGHT / 2.0);
  kring_painter_paint (cr, shapes, &with);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint8
grey_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row =
      cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);
  const guint8 *dot = row + 4 * x;

  return (dot[0] * 11 + dot[1] * 59 + dot[2] * 30) / 100;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (a); y++)
    for (int x = 0; x < cairo_image_surface_get_width (a); x++)
      n += ABS (grey_at (a, x, y) - grey_at (b, x, y)) > GREY_STEP;
  return n;
}

static void
assert_all_different (const Sign *signs, guint n)
{
  g_autoptr (GPtrArray) pictures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (pictures, paint (&signs[i], KRING_THEME_GREY));
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        guint dots = count_differences (pictures->pdata[i], pictures->pdata[j]);

        if (dots >= DOTS_MIN)
          continue;
        g_test_message ("%s %d and %s %d differ in %u dots", signs[i].name, signs[i].choice,
                        signs[j].name, signs[j].choice, dots);
        g_test_fail ();
      }
}

/* choice: quality * 5 + certainty */
static void
draw_tie (KringSketch *sketch, int choice)
{
  KringQuality quality = choice / 5;
  const KringTieSample sample = { quality, choice % 5, KRING_INTENSITY_NORMAL,
                                  quality >= KRING_QUALITY_CONTROL ? KRING_DIRECTION_FORWARD
                                                                   : KRING_DIRECTION_NONE };

  kring_sample_draw_tie (sketch, KRING_POINT_INIT (-55, 0), 110, &sample);
}

/* choice: intensity * 4 + direction */
static void
draw_strength (KringSketch *sketch, int choice)
{
  const KringTieSample sample = { KRING_QUALITY_NEUTRAL, KRING_CERTAINTY_CONFIRMED, choice / 4,
                                  choice % 4 };

  kring_sample_draw_tie (sketch, KRING_POINT_INIT (-55, 0), 110, &sample);
}

/* Nine qualities in four certainties; what was refuted shows no quality any more. */
static void
test_ties (void)
{
  Sign signs[9 * 4 + 1];
  guint n = 0;

  for (int quality = 0; quality < 9; quality++)
    for (int certainty = 0; certainty < KRING_CERTAINTY_REFUTED; certainty++)
      signs[n++] = (Sign){ "tie", draw_tie, quality * 5 + certainty };
  signs[n++] = (Sign){ "tie", draw_tie, KRING_CERTAINTY_REFUTED };
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (signs));
  assert_all_different (signs, n);
}

static void
test_strength (void)
{
  Sign signs[3 * 4];

  for (int i = 0; i < 12; i++)
    signs[i] = (Sign){ "strength", draw_strength, i };
  assert_all_different (signs, G_N_ELEMENTS (signs));
}

/* choice: sex * 5 + certainty */
static void
draw_person (KringSketch *sketch, int choice)
{
  const KringNodeSample sample = { .sex = choice / 5, .certainty = choice % 5 };

  kring_sample_draw_node (sketch, KRING_POINT_INIT (0, 0), 24, &sample);
}

static void
draw_special (KringSketch *sketch, int choice)
{
  const KringNodeSample sample = { .sex = KRING_SEX_WOMAN,
                                   .centre = choice == 0,
                                   .deceased = choice == 1 };

  kring_sample_draw_node (sketch, KRING_POINT_INIT (0, 0), 24, &sample);
}

static void
draw_thing (KringSketch *sketch, int choice)
{
  static const char *const icons[] = { "place",  "vehicle", "scooter",      "phone", "account",
                                       "advert", "money",   "organisation", "event" };
  const KringNodeSample sample = { .icon = icons[choice] };

  kring_sample_draw_node (sketch, KRING_POINT_INIT (0, 0), 21, &sample);
}

/* A rim of dots is a suspicion and not knowing; the name tells those apart, as its own test says. */
static void
test_nodes (void)
{
  Sign signs[3 * 4 + 2 + 9];
  guint n = 0;

  for (int sex = KRING_SEX_UNKNOWN; sex <= KRING_SEX_MAN; sex++)
    for (int certainty = 0; certainty < 5; certainty++)
      if (certainty != KRING_CERTAINTY_UNKNOWN)
        signs[n++] = (Sign){ "person", draw_person, sex * 5 + certainty };
  for (int i = 0; i < 2; i++)
    signs[n++] = (Sign){ "special", draw_special, i };
  for (int i = 0; i < 9; i++)
    signs[n++] = (Sign){ "thing", draw_thing, i };
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (signs));
  assert_all_different (signs, n);
}

/* What others do, what happens to a person, what makes vulnerable and what protects. */
#define N_FAMILIES 4
/* The sign alone; one and two as numbers; one, two and more as dots. */
#define N_AMOUNTS 6

static void
draw_count (KringSketch *sketch, int choice)
{
  static const KringComponent parts[N_FAMILIES] = { KRING_PART_RISK, KRING_PART_RISK,
                                                    KRING_PART_VULNERABILITY,
                                                    KRING_PART_PROTECTIVE };
  static const guint counts[N_AMOUNTS] = { 0, 1, 2, 1, 2, 3 };
  int family = choice / N_AMOUNTS, amount = choice % N_AMOUNTS;
  const KringBadgeCount count = { parts[family], counts[amount], family == 1, amount >= 3 };

  kring_badge_draw_count (sketch, &count, KRING_POINT_INIT (0, 0), KRING_BADGE_COUNT);
}

static void
draw_mark (KringSketch *sketch, int choice)
{
  kring_badge_draw_mark (sketch, choice, KRING_POINT_INIT (0, 0), KRING_BADGE_MARK);
}

static void
draw_other (KringSketch *sketch, int choice)
{
  if (choice >= 2)
    kring_badge_draw_lock (sketch, KRING_LOCK_SECRET + choice - 2, KRING_POINT_INIT (0, 0),
                           KRING_BADGE_LOCK);
  else if (choice == 1)
    kring_badge_draw_question (sketch, KRING_POINT_INIT (0, 0), KRING_BADGE_QUESTION);
  else
    kring_badge_draw_pin (sketch, KRING_POINT_INIT (0, 0), KRING_BADGE_PIN);
}

static void
test_marks (void)
{
  Sign signs[N_FAMILIES * N_AMOUNTS + 6 + 6];
  guint n = 0;

  for (int i = 0; i < N_FAMILIES * N_AMOUNTS; i++)
    signs[n++] = (Sign){ "count", draw_count, i };
  for (int i = 0; i < 6; i++)
    signs[n++] = (Sign){ "mark", draw_mark, i };
  for (int i = 0; i < 6; i++)
    signs[n++] = (Sign){ "other", draw_other, i };
  assert_all_different (signs, n);
}

/* What others do and what protects are full and differ in outline; what happens to a person and what
 * makes vulnerable are open. */
static void
test_fill (void)
{
  const int x = WIDTH / 2.0 * SCALE, y = (HEIGHT / 2.0 + 4) * SCALE;
  guint8 greys[N_FAMILIES];

  for (int i = 0; i < N_FAMILIES; i++)
    {
      const Sign sign = { "count", draw_count, i * N_AMOUNTS };
      cairo_surface_t *picture = paint (&sign, KRING_THEME_GREY);

      greys[i] = grey_at (picture, x, y);
      cairo_surface_destroy (picture);
    }
  g_assert_cmpuint (greys[0], <, 0x80);
  g_assert_cmpuint (greys[1], >, 0xe0);
  g_assert_cmpuint (greys[2], >, 0xe0);
  g_assert_cmpuint (greys[3], <, 0x80);
}

/* However many signals there are, nothing on paper reads as a figure, and from three up nothing on a
 * screen does either. */
static void
test_no_score (void)
{
  static const KringComponent parts[] = { KRING_PART_RISK, KRING_PART_VULNERABILITY,
                                          KRING_PART_PROTECTIVE };
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);

  for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
    for (guint count = 1; count < 120; count++)
      for (int paper = 0; paper < 2; paper++)
        {
          const KringBadgeCount badge = { parts[p], count, FALSE, paper };
          g_autoptr (GPtrArray) shapes = kring_shapes_new ();
          KringSketch sketch = { .shapes = shapes, .measurer = &measurer };
          guint n_digits = 0;

          kring_badge_draw_count (&sketch, &badge, KRING_POINT_INIT (0, 0), KRING_BADGE_COUNT);
          for (guint i = 0; i < shapes->len; i++)
            n_digits += ((KringShape *) shapes->pdata[i])->type == KRING_SHAPE_TEXT;
          g_assert_cmpuint (n_digits, ==, !paper && count < 3);
        }
}

/* Words are dark enough on grey paper; only what was refuted may be paler, and it carries a stroke. */
static void
test_words (void)
{
  static const KringColour roles[] = { KRING_COLOUR_INK,      KRING_COLOUR_INK2, KRING_COLOUR_TIE,
                                       KRING_COLOUR_RISK,     KRING_COLOUR_PROT, KRING_COLOUR_VULN,
                                       KRING_COLOUR_RING_TEXT };
  const KringTheme *grey = kring_theme_get (KRING_THEME_GREY);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    g_assert_cmpfloat (grey->colours[roles[i]].red, <=, 0x71 / 255.0 + 0.001);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fonts = kring_fonts_new ();
  g_test_add_func ("/render/notation/ties", test_ties);
  g_test_add_func ("/render/notation/strength", test_strength);
  g_test_add_func ("/render/notation/nodes", test_nodes);
  g_test_add_func ("/render/notation/marks", test_marks);
  g_test_add_func ("/render/notation/fill", test_fill);
  g_test_add_func ("/render/notation/no-score", test_no_score);
  g_test_add_func ("/render/notation/words", test_words);
  status = g_test_run ();
  kring_fonts_unref (fonts);
  return status;
}
