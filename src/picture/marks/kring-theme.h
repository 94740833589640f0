/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The palettes: what colour a role has on screen, in the dark, in high contrast, on paper and on
 * grey paper. Constant data; usable on any thread.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

typedef struct
{
  double red;   /* 0 to 1, sRGB */
  double green; /* 0 to 1, sRGB */
  double blue;  /* 0 to 1, sRGB */
} KringRgb;

typedef enum
{
  KRING_THEME_LIGHT,
  KRING_THEME_DARK,
  KRING_THEME_LIGHT_CONTRAST,
  KRING_THEME_DARK_CONTRAST,
  KRING_THEME_PRINT,
  KRING_THEME_GREY,
  KRING_N_THEMES,
} KringThemeId;

typedef struct
{
  const char *name; /* as on the command line: "light", "dark", "print", "grey", ... */
  KringRgb colours[KRING_N_COLOURS];
  double fade;         /* opacity of what is out of focus, 0 to 1 */
  double width_scale;  /* of every stroke */
  gboolean label_rims; /* whether KRING_COLOUR_LABEL_RIM is drawn */
} KringTheme;

const KringTheme *kring_theme_get (KringThemeId id);
const KringTheme *kring_theme_for_screen (gboolean on_dark, gboolean high_contrast);
gboolean kring_theme_find (const char *name, KringThemeId *id);

G_END_DECLS
