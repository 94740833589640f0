/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-theme.h"

#include <string.h>

#define C(ROLE) [KRING_COLOUR_##ROLE]

static const guint32 light[KRING_N_COLOURS] = {
  C (CANVAS) = 0xEEF0F0,  C (RING3) = 0xF4F5F5,     C (RING2) = 0xF9FAFA,
  C (RING1) = 0xFFFFFF,   C (RING_LINE) = 0xDCDFE0, C (RING_TEXT) = 0x646B72,
  C (NODE) = 0xFFFFFF,    C (TILE) = 0xF6F7F8,      C (INK) = 0x22262B,
  C (INK2) = 0x5A626B,    C (TIE) = 0x454C54,       C (GREY) = 0x666D74,
  C (CARE) = 0x9B2F6B,    C (POLICE) = 0x1B5AA8,    C (RISK) = 0xB8430A,
  C (VULN) = 0x6B4E00,    C (VULN_FILL) = 0xFFF3CF, C (PROT) = 0x00705A,
  C (ON_MARK) = 0xFFFFFF, C (SELECTION) = 0x3584E4, C (HULL1) = 0x5B7FA8,
  C (HULL2) = 0x8A7A4E,   C (NOTE) = 0xFFF9DC,      C (NOTE_LINE) = 0xE3D9A6,
};

static const guint32 dark[KRING_N_COLOURS] = {
  C (CANVAS) = 0x161719,  C (RING3) = 0x1A1B1E,     C (RING2) = 0x1F2023,
  C (RING1) = 0x25262A,   C (RING_LINE) = 0x35373C, C (RING_TEXT) = 0x8D949C,
  C (NODE) = 0x303237,    C (TILE) = 0x2B2D31,      C (INK) = 0xF2F2F0,
  C (INK2) = 0xB4BAC1,    C (TIE) = 0xC3C8CE,       C (GREY) = 0x9AA1A8,
  C (CARE) = 0xF0A3CC,    C (POLICE) = 0x8DBDF5,    C (RISK) = 0xFF9A5C,
  C (VULN) = 0xF2CF6B,    C (VULN_FILL) = 0x3A3320, C (PROT) = 0x5FD3B3,
  C (ON_MARK) = 0x17181A, C (SELECTION) = 0x3584E4, C (HULL1) = 0x8FB0D6,
  C (HULL2) = 0xC9B77F,   C (NOTE) = 0x3A3726,      C (NOTE_LINE) = 0x5A5437,
};

/* On paper every ground is white; the rest is as in the light. */
static const struct
{
  KringColour role;
  guint32 colour;
} paper[] = {
  { KRING_COLOUR_CANVAS, 0xFFFFFF },    { KRING_COLOUR_RING3, 0xFFFFFF },
  { KRING_COLOUR_RING2, 0xFFFFFF },     { KRING_COLOUR_TILE, 0xFFFFFF },
  { KRING_COLOUR_NOTE, 0xFFFFFF },      { KRING_COLOUR_VULN_FILL, 0xFFFFFF },
  { KRING_COLOUR_RING_LINE, 0xCBD0D3 }, { KRING_COLOUR_RING_TEXT, 0x6B7279 },
  { KRING_COLOUR_NOTE_LINE, 0xB9BEC2 },
};

static KringTheme themes[KRING_N_THEMES];

static KringRgb
unpack (guint32 colour)
{
  return (KringRgb){ (colour >> 16 & 0xFF) / 255.0, (colour >> 8 & 0xFF) / 255.0,
                     (colour & 0xFF) / 255.0 };
}

static KringTheme
theme_make (const char *name, const guint32 *colours, double fade)
{
  KringTheme theme = { name, { { 0 } }, fade, 1 };

  for (guint i = 0; i < KRING_N_COLOURS; i++)
    theme.colours[i] = unpack (colours[i]);
  return theme;
}

static KringTheme
make_contrast (const char *name, const guint32 *colours)
{
  KringTheme theme = theme_make (name, colours, 0.30);

  theme.colours[KRING_COLOUR_RING_LINE] = theme.colours[KRING_COLOUR_INK2];
  theme.colours[KRING_COLOUR_LABEL_RIM] = theme.colours[KRING_COLOUR_INK2];
  theme.colours[KRING_COLOUR_INK2] = theme.colours[KRING_COLOUR_INK];
  theme.colours[KRING_COLOUR_TIE] = theme.colours[KRING_COLOUR_INK];
  theme.colours[KRING_COLOUR_RING_TEXT] = theme.colours[KRING_COLOUR_INK];
  theme.colours[KRING_COLOUR_GREY] = theme.colours[KRING_COLOUR_INK];
  theme.width_scale = 1.25;
  theme.label_rims = TRUE;
  return theme;
}

static double
to_linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

/* The grey of the same luminance, rounded to one of 256 steps. */
static KringRgb
to_grey (KringRgb colour)
{
  double y = 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green) +
             0.0722 * to_linear (colour.blue);
  double grey = y <= 0.0031308 ? 12.92 * y : 1.055 * pow (y, 1 / 2.4) - 0.055;

  grey = round (grey * 255) / 255;
  return (KringRgb){ grey, grey, grey };
}

static KringTheme
make_print (void)
{
  KringTheme theme = theme_make ("print", light, 0.16);

  for (guint i = 0; i < G_N_ELEMENTS (paper); i++)
    theme.colours[paper[i].role] = unpack (paper[i].colour);
  return theme;
}

static gpointer
make_all (gpointer data)
{
  themes[KRING_THEME_LIGHT] = theme_make ("light", light, 0.16);
  themes[KRING_THEME_DARK] = theme_make ("dark", dark, 0.20);
  themes[KRING_THEME_LIGHT_CONTRAST] = make_contrast ("light-contrast", light);
  themes[KRING_THEME_DARK_CONTRAST] = make_contrast ("dark-contrast", dark);
  themes[KRING_THEME_PRINT] = make_print ();
  themes[KRING_THEME_GREY] = make_print ();
  themes[KRING_THEME_GREY].name = "grey";
  for (guint i = 0; i < KRING_N_COLOURS; i++)
    themes[KRING_THEME_GREY].colours[i] = to_grey (themes[KRING_THEME_GREY].colours[i]);
  return themes;
}

/**
 * kring_theme_get:
 *
 * Returns: (transfer none): the palette @id
 */
const KringTheme *
kring_theme_get (KringThemeId id)
{
  static GOnce once = G_ONCE_INIT;

  g_return_val_if_fail ((guint) id < KRING_N_THEMES, NULL);

  g_once (&once, make_all, NULL);
  return &themes[id];
}

/**
 * kring_theme_for_screen:
 *
 * Returns: (transfer none): the palette that goes with the style of the desktop
 */
const KringTheme *
kring_theme_for_screen (gboolean on_dark, gboolean high_contrast)
{
  if (high_contrast)
    return kring_theme_get (on_dark ? KRING_THEME_DARK_CONTRAST : KRING_THEME_LIGHT_CONTRAST);
  return kring_theme_get (on_dark ? KRING_THEME_DARK : KRING_THEME_LIGHT);
}

/**
 * kring_theme_find:
 * @name: as on the command line, e.g. "light"
 * @id: (out): the palette of that name
 *
 * Returns: whether there is one
 */
gboolean
kring_theme_find (const char *name, KringThemeId *id)
{
  for (guint i = 0; i < KRING_N_THEMES; i++)
    if (strcmp (kring_theme_get (i)->name, name) == 0)
      {
        *id = i;
        return TRUE;
      }
  return FALSE;
}
