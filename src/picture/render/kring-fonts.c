/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/render/kring-fonts.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#define FAMILIES "Inter, Cantarell, DejaVu Sans, sans-serif"

/* Lines kept set in type; when full, all are dropped and set again as they are asked for. */
#define N_LINES_MAX 8192

/* How far above the program the fonts are looked for: as deep as it lies in a build folder. */
#define N_FOLDERS_UP 4

/* The size at which widths are kept: without hinting, width grows with size exactly. */
#define WIDTH_SIZE 64.0

typedef struct
{
  char *text; /* (owned), or borrowed in a key that only looks up */
  double size;
  KringFontWeight weight;
} LineKey;

struct _KringFonts
{
  PangoFontMap *font_map;         /* (owned) */
  PangoContext *context;          /* (owned) */
  PangoFontDescription *faces[4]; /* (owned), by KringFontWeight */
  PangoAttrList *attributes;      /* (owned) */
  GHashTable *lines;              /* (owned) (element-type LineKey PangoLayout) */
  GHashTable *widths;             /* (owned) (element-type LineKey double) */
  gboolean bundled;
  guint n_refs;
};

static const char *const font_files[] = {
  "Inter-Regular.otf",
  "Inter-Medium.otf",
  "Inter-SemiBold.otf",
  "Inter-Bold.otf",
};

static const PangoWeight pango_weights[] = {
  [KRING_WEIGHT_REGULAR] = PANGO_WEIGHT_NORMAL,
  [KRING_WEIGHT_MEDIUM] = PANGO_WEIGHT_MEDIUM,
  [KRING_WEIGHT_SEMIBOLD] = PANGO_WEIGHT_SEMIBOLD,
  [KRING_WEIGHT_BOLD] = PANGO_WEIGHT_BOLD,
};

/* Another version of Inter on the system must not win from the bundled one. */
static const char hide_other_inter[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">"
    "<fontconfig><selectfont><rejectfont><pattern><patelt name=\"family\">"
    "<string>Inter</string></patelt></pattern></rejectfont></selectfont></fontconfig>";

static guint
line_key_hash (gconstpointer data)
{
  const LineKey *key = data;

  return g_str_hash (key->text) ^ g_double_hash (&key->size) ^ (guint) key->weight;
}

static gboolean
line_key_equal (gconstpointer a, gconstpointer b)
{
  const LineKey *one = a, *other = b;

  return one->size == other->size && one->weight == other->weight &&
         strcmp (one->text, other->text) == 0;
}

static void
line_key_free (gpointer data)
{
  LineKey *key = data;

  g_free (key->text);
  g_free (key);
}

static LineKey *
line_key_copy (const LineKey *key)
{
  LineKey *copy = g_new (LineKey, 1);

  *copy = *key;
  copy->text = g_strdup (key->text);
  return copy;
}

static gboolean
add_files (FcConfig *config, const char *data)
{
  for (guint i = 0; i < G_N_ELEMENTS (font_files); i++)
    {
      g_autofree char *path = g_build_filename (data, "fonts", font_files[i], NULL);

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
          !FcConfigAppFontAddFile (config, (const FcChar8 *) path))
        return FALSE;
    }
  return TRUE;
}

/* Beside the program, wherever it was moved to or built. */
static gboolean
add_files_beside_program (FcConfig *config)
{
  g_autofree char *folder = g_file_read_link ("/proc/self/exe", NULL);

  for (guint i = 0; folder != NULL && i < N_FOLDERS_UP; i++)
    {
      g_autofree char *above = g_path_get_dirname (folder);
      g_autofree char *installed = g_build_filename (above, "share", "kring", NULL);
      g_autofree char *source = g_build_filename (above, "data", NULL);

      if (add_files (config, installed) || add_files (config, source))
        return TRUE;
      g_free (folder);
      folder = g_steal_pointer (&above);
    }
  return FALSE;
}

static gboolean
add_bundled_files (FcConfig *config)
{
  const char *override = g_getenv ("KRING_DATADIR");

  if (override != NULL)
    return add_files (config, override);
  return add_files (config, KRING_PKGDATADIR) || add_files_beside_program (config);
}

static void
set_up_config (KringFonts *self)
{
  FcConfig *config = FcInitLoadConfig ();

  FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) hide_other_inter, FcFalse);
  FcConfigBuildFonts (config);
  self->bundled = add_bundled_files (config);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->font_map), config);
  FcConfigDestroy (config);
}

static void
set_up_context (KringFonts *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_font_map_create_context (self->font_map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 96);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);
}

static PangoLayout *
set_line (KringFonts *self, const LineKey *key)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_font_description_set_absolute_size (self->faces[key->weight], key->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, self->faces[key->weight]);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, key->text, -1);
  return layout;
}

/**
 * kring_fonts_new: (constructor)
 *
 * Looks for the bundled files in `$KRING_DATADIR/fonts`, else where they were installed, else
 * beside the program. Without them text is set in the system's fonts.
 *
 * Returns: (transfer full): fonts with nothing kept yet
 */
KringFonts *
kring_fonts_new (void)
{
  KringFonts *self = g_new0 (KringFonts, 1);

  self->n_refs = 1;
  self->font_map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  set_up_config (self);
  set_up_context (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    {
      self->faces[i] = pango_font_description_from_string (FAMILIES);
      pango_font_description_set_weight (self->faces[i], pango_weights[i]);
    }
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("tnum"));
  self->lines =
      g_hash_table_new_full (line_key_hash, line_key_equal, line_key_free, g_object_unref);
  self->widths = g_hash_table_new_full (line_key_hash, line_key_equal, line_key_free, g_free);
  return self;
}

/**
 * kring_fonts_ref_for:
 * @owner: what lives as long as anything is drawn for it, such as a session
 *
 * Returns: (transfer full): the fonts that everything drawn for @owner shares
 */
KringFonts *
kring_fonts_ref_for (GObject *owner)
{
  KringFonts *fonts = g_object_get_data (owner, "kring-fonts");

  if (fonts == NULL)
    {
      fonts = kring_fonts_new ();
      g_object_set_data_full (owner, "kring-fonts", fonts, (GDestroyNotify) kring_fonts_unref);
    }
  return kring_fonts_ref (fonts);
}

/**
 * kring_fonts_ref:
 *
 * Returns: (transfer full): @self, kept until as many kring_fonts_unref() follow
 */
KringFonts *
kring_fonts_ref (KringFonts *self)
{
  self->n_refs++;
  return self;
}

/**
 * kring_fonts_unref:
 *
 * Lets go of @self; who was the last frees it.
 */
void
kring_fonts_unref (KringFonts *self)
{
  if (--self->n_refs > 0)
    return;

  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->widths);
  pango_attr_list_unref (self->attributes);
  for (guint i = 0; i < G_N_ELEMENTS (self->faces); i++)
    pango_font_description_free (self->faces[i]);
  g_object_unref (self->context);
  g_object_unref (self->font_map);
  g_free (self);
}

/**
 * kring_fonts_is_bundled:
 *
 * Returns: whether all bundled files were found
 */
gboolean
kring_fonts_is_bundled (KringFonts *self)
{
  return self->bundled;
}

/**
 * kring_fonts_get_line:
 * @text: one line
 * @size: the em, in units of the surface it will be drawn on
 *
 * Returns: (transfer none): @text set in type; good until the next call
 */
PangoLayoutLine *
kring_fonts_get_line (KringFonts *self, const char *text, double size, KringFontWeight weight)
{
  LineKey key = { (char *) text, size, weight };
  PangoLayout *layout = g_hash_table_lookup (self->lines, &key);

  if (layout == NULL)
    {
      if (g_hash_table_size (self->lines) >= N_LINES_MAX)
        g_hash_table_remove_all (self->lines);
      layout = set_line (self, &key);
      g_hash_table_insert (self->lines, line_key_copy (&key), layout);
    }
  return pango_layout_get_line_readonly (layout, 0);
}

/**
 * kring_fonts_get_width:
 * @size: the em, in any unit
 *
 * Returns: how far the pen moves over @text, in the unit of @size
 */
double
kring_fonts_get_width (KringFonts *self, const char *text, double size, KringFontWeight weight)
{
  LineKey key = { (char *) text, WIDTH_SIZE, weight };
  double *width = g_hash_table_lookup (self->widths, &key);

  if (width == NULL)
    {
      g_autoptr (PangoLayout) layout = set_line (self, &key);
      PangoRectangle logical;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
      if (g_hash_table_size (self->widths) >= N_LINES_MAX)
        g_hash_table_remove_all (self->widths);
      width = g_new (double, 1);
      *width = (double) logical.width / PANGO_SCALE / WIDTH_SIZE;
      g_hash_table_insert (self->widths, line_key_copy (&key), width);
    }
  return *width * size;
}
