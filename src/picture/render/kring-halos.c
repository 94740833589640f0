/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/render/kring-halos.h"

#include <math.h>
#include <string.h>

#define N_MASKS_MAX 2048

/* Device pixels per unit: from the smallest to the largest that masks are made for. */
#define STEP_MIN 0.5
#define STEP_MAX 4.0

typedef struct
{
  char *text; /* (owned), or borrowed in a key that only looks up */
  double size;
  double width;
  double step;
  KringFontWeight weight;
} MaskKey;

struct _KringHalos
{
  KringFonts *fonts; /* (not owned) */
  GHashTable *masks; /* (owned) (element-type MaskKey cairo_pattern_t) */
};

static guint
mask_key_hash (gconstpointer data)
{
  const MaskKey *key = data;

  return g_str_hash (key->text) ^ g_double_hash (&key->size) ^ g_double_hash (&key->step) ^
         (guint) key->weight;
}

static gboolean
mask_key_equal (gconstpointer a, gconstpointer b)
{
  const MaskKey *one = a, *other = b;

  return one->size == other->size && one->width == other->width && one->step == other->step &&
         one->weight == other->weight && strcmp (one->text, other->text) == 0;
}

static void
mask_key_free (gpointer data)
{
  MaskKey *key = data;

  g_free (key->text);
  g_free (key);
}

/* The next half power of two at or above the zoom of @cr. */
static double
halos_find_step (cairo_t *cr)
{
  double dx = 1, dy = 0, scale_x, scale_y, zoom;

  cairo_user_to_device_distance (cr, &dx, &dy);
  cairo_surface_get_device_scale (cairo_get_target (cr), &scale_x, &scale_y);
  zoom = CLAMP (hypot (dx, dy) * scale_x, STEP_MIN, STEP_MAX);
  return exp2 (ceil (log2 (zoom) * 2 - 1e-6) / 2);
}

/* A mask whose origin is the start of the baseline. */
static cairo_pattern_t *
make_mask (KringHalos *self, const MaskKey *key)
{
  PangoLayoutLine *line = kring_fonts_get_line (self->fonts, key->text, key->size, key->weight);
  PangoRectangle ink;
  cairo_surface_t *surface;
  cairo_pattern_t *pattern;
  double edge = key->width / 2 + 1, left, top;
  cairo_t *cr;

  pango_layout_line_get_extents (line, &ink, NULL);
  left = edge - (double) ink.x / PANGO_SCALE;
  top = edge - (double) ink.y / PANGO_SCALE;
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_A8, (int) ceil (((double) ink.width / PANGO_SCALE + 2 * edge) * key->step),
      (int) ceil (((double) ink.height / PANGO_SCALE + 2 * edge) * key->step));
  cairo_surface_set_device_scale (surface, key->step, key->step);
  cairo_surface_set_device_offset (surface, left * key->step, top * key->step);
  cr = cairo_create (surface);
  pango_cairo_layout_line_path (cr, line);
  cairo_set_line_width (cr, key->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_tolerance (cr, 0.4);
  cairo_stroke (cr);
  cairo_destroy (cr);
  pattern = cairo_pattern_create_for_surface (surface);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  cairo_surface_destroy (surface);
  return pattern;
}

static cairo_pattern_t *
get_mask (KringHalos *self, const KringShape *shape, double step)
{
  MaskKey key = { shape->text, shape->size, shape->width, step, shape->weight };
  cairo_pattern_t *mask = g_hash_table_lookup (self->masks, &key);
  MaskKey *kept;

  if (mask != NULL)
    return mask;
  if (g_hash_table_size (self->masks) >= N_MASKS_MAX)
    g_hash_table_remove_all (self->masks);
  mask = make_mask (self, &key);
  kept = g_new (MaskKey, 1);
  *kept = key;
  kept->text = g_strdup (key.text);
  g_hash_table_insert (self->masks, kept, mask);
  return mask;
}

/**
 * kring_halos_new: (constructor)
 *
 * Returns: (transfer full): a store with no mask in it yet
 */
KringHalos *
kring_halos_new (KringFonts *fonts)
{
  KringHalos *self = g_new0 (KringHalos, 1);

  self->fonts = fonts;
  self->masks = g_hash_table_new_full (mask_key_hash, mask_key_equal, mask_key_free,
                                       (GDestroyNotify) cairo_pattern_destroy);
  return self;
}

void
kring_halos_free (KringHalos *self)
{
  g_hash_table_unref (self->masks);
  g_free (self);
}

/**
 * kring_halos_paint:
 * @cr: with the colour of the halo as its source and the start of the baseline as its origin
 * @shape: a text shape with a halo
 *
 * Puts down the halo of @shape, without its letters.
 */
void
kring_halos_paint (KringHalos *self, cairo_t *cr, const KringShape *shape)
{
  cairo_mask (cr, get_mask (self, shape, halos_find_step (cr)));
}
