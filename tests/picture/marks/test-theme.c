/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-theme.h"

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
get_luminance (KringRgb c)
{
  return 0.2126 * to_linear (c.red) + 0.7152 * to_linear (c.green) + 0.0722 * to_linear (c.blue);
}

/* WCAG 2.1, contrast ratio. */
static double
get_contrast (const KringTheme *theme, KringColour a, KringColour b)
{
  double la = get_luminance (theme->colours[a]), lb = get_luminance (theme->colours[b]);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/* Every text on every ground it may stand on; `least` is 4.5 for text and 3 for glyphs. */
static const struct
{
  KringColour over;
  KringColour under;
  double least;
} pairs[] = {
  { KRING_COLOUR_INK, KRING_COLOUR_CANVAS, 4.5 },
  { KRING_COLOUR_INK, KRING_COLOUR_RING1, 4.5 },
  { KRING_COLOUR_INK, KRING_COLOUR_NODE, 4.5 },
  { KRING_COLOUR_INK, KRING_COLOUR_TILE, 4.5 },
  { KRING_COLOUR_INK, KRING_COLOUR_NOTE, 4.5 },
  { KRING_COLOUR_INK2, KRING_COLOUR_CANVAS, 4.5 },
  { KRING_COLOUR_INK2, KRING_COLOUR_RING3, 4.5 },
  { KRING_COLOUR_INK2, KRING_COLOUR_RING1, 4.5 },
  { KRING_COLOUR_INK2, KRING_COLOUR_NODE, 4.5 },
  { KRING_COLOUR_RING_TEXT, KRING_COLOUR_CANVAS, 4.5 },
  { KRING_COLOUR_RING_TEXT, KRING_COLOUR_RING3, 4.5 },
  { KRING_COLOUR_RING_TEXT, KRING_COLOUR_RING2, 4.5 },
  { KRING_COLOUR_ON_MARK, KRING_COLOUR_CARE, 4.5 },
  { KRING_COLOUR_ON_MARK, KRING_COLOUR_POLICE, 4.5 },
  { KRING_COLOUR_ON_MARK, KRING_COLOUR_RISK, 4.5 },
  { KRING_COLOUR_ON_MARK, KRING_COLOUR_PROT, 4.5 },
  { KRING_COLOUR_VULN, KRING_COLOUR_VULN_FILL, 4.5 },
  { KRING_COLOUR_TIE, KRING_COLOUR_CANVAS, 3 },
  { KRING_COLOUR_TIE, KRING_COLOUR_RING1, 3 },
  { KRING_COLOUR_RISK, KRING_COLOUR_CANVAS, 3 },
  { KRING_COLOUR_PROT, KRING_COLOUR_CANVAS, 3 },
  { KRING_COLOUR_GREY, KRING_COLOUR_CANVAS, 4.5 },
  { KRING_COLOUR_GREY, KRING_COLOUR_RING1, 4.5 },
  { KRING_COLOUR_GREY, KRING_COLOUR_NODE, 4.5 },
  { KRING_COLOUR_GREY, KRING_COLOUR_TILE, 4.5 },
  { KRING_COLOUR_GREY, KRING_COLOUR_NOTE, 4.5 },
};

static void
test_contrast (void)
{
  for (guint t = 0; t < KRING_N_THEMES; t++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      {
        const KringTheme *theme = kring_theme_get (t);
        double contrast = get_contrast (theme, pairs[i].over, pairs[i].under);

        if (contrast < pairs[i].least)
          g_error ("%s: colour %d on %d has contrast %.2f", theme->name, pairs[i].over,
                   pairs[i].under, contrast);
      }
}

static void
test_selection_is_seen (void)
{
  for (guint t = 0; t <= KRING_THEME_DARK; t++)
    {
      const KringTheme *theme = kring_theme_get (t);

      g_assert_cmpfloat (get_contrast (theme, KRING_COLOUR_SELECTION, KRING_COLOUR_CANVAS), >=, 3);
      g_assert_cmpfloat (get_contrast (theme, KRING_COLOUR_SELECTION, KRING_COLOUR_RING1), >=, 3);
    }
}

/* The greys of the specification. */
static void
test_grey (void)
{
  const KringTheme *grey = kring_theme_get (KRING_THEME_GREY);
  const struct
  {
    KringColour role;
    int value;
  } rows[] = {
    { KRING_COLOUR_INK, 0x26 },  { KRING_COLOUR_INK2, 0x61 }, { KRING_COLOUR_CARE, 0x59 },
    { KRING_COLOUR_RISK, 0x69 }, { KRING_COLOUR_PROT, 0x62 }, { KRING_COLOUR_GREY, 0x6C },
    { KRING_COLOUR_NODE, 0xFF },
  };

  g_assert_nonnull (grey);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KringRgb colour = grey->colours[rows[i].role];

      g_assert_cmpint ((int) round (colour.red * 255), ==, rows[i].value);
      g_assert_cmpfloat (colour.red, ==, colour.green);
      g_assert_cmpfloat (colour.red, ==, colour.blue);
    }
}

/* Rims of labels belong to high contrast, and can be seen on every ground there. */
static void
test_label_rims (void)
{
  for (guint t = 0; t < KRING_N_THEMES; t++)
    {
      const KringTheme *theme = kring_theme_get (t);
      gboolean contrast = t == KRING_THEME_LIGHT_CONTRAST || t == KRING_THEME_DARK_CONTRAST;

      g_assert_cmpint (theme->label_rims, ==, contrast);
      for (KringColour ground = KRING_COLOUR_CANVAS; contrast && ground <= KRING_COLOUR_RING1;
           ground++)
        g_assert_cmpfloat (get_contrast (theme, KRING_COLOUR_LABEL_RIM, ground), >=, 4.5);
    }
}

static void
test_names (void)
{
  KringThemeId id = KRING_N_THEMES;

  for (guint i = 0; i < KRING_N_THEMES; i++)
    {
      g_assert_true (kring_theme_find (kring_theme_get (i)->name, &id));
      g_assert_cmpuint (id, ==, i);
    }
  g_assert_false (kring_theme_find ("pink", &id));
  g_assert_cmpfloat (kring_theme_get (KRING_THEME_LIGHT_CONTRAST)->width_scale, ==, 1.25);
  g_assert_cmpfloat (kring_theme_get (KRING_THEME_DARK)->fade, ==, 0.20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/theme/contrast", test_contrast);
  g_test_add_func ("/scene/theme/selection-is-seen", test_selection_is_seen);
  g_test_add_func ("/scene/theme/grey", test_grey);
  g_test_add_func ("/scene/theme/label-rims", test_label_rims);
  g_test_add_func ("/scene/theme/names", test_names);
  return g_test_run ();
}
