/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-tiles.h"

/* Side of a tile, in pixels of the widget. */
#define TILE 512
/* Tiles that may be kept beside those that are seen. */
#define MAX_SPARE 48
/* Shapes that are painted in one frame; what is left comes in the next ones, so that the window
 * answers meanwhile. Maps of some hundreds of people are painted at once. */
#define SHAPES_AT_ONCE 6000

struct _KringTiles
{
  KringTilePaint paint;
  gpointer data;     /* (not owned) of paint */
  GHashTable *nodes; /* (owned) (element-type Key GskRenderNode) */
  GHashTable *held;  /* (owned) (nullable) what was seen before, and fades away */
  GHashTable *old;   /* (owned) (nullable) what is seen where nothing newer was painted yet */
  double old_scale;  /* at which these were */
  guint n_painted;   /* shapes, in this frame */
  gboolean behind;   /* not all that is seen was painted yet */
  double fade;       /* how much of what is seen now has come: 0 to 1 */
  double scale;      /* at which all of them were painted */
  int scale_factor;
};

typedef struct
{
  int x;
  int y;
} Key;

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return (guint) key->x * 73856093u ^ (guint) key->y * 19349663u;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Key)) == 0;
}

static GHashTable *
new_nodes (void)
{
  return g_hash_table_new_full (key_hash, key_equal, g_free,
                                (GDestroyNotify) gsk_render_node_unref);
}

/**
 * kring_tiles_new: (constructor)
 *
 * Returns: (transfer full): no tiles yet
 */
KringTiles *
kring_tiles_new (KringTilePaint paint, gpointer data)
{
  KringTiles *self = g_new0 (KringTiles, 1);

  self->paint = paint;
  self->data = data;
  self->nodes = new_nodes ();
  return self;
}

void
kring_tiles_free (KringTiles *self)
{
  kring_tiles_release (self);
  g_clear_pointer (&self->old, g_hash_table_unref);
  g_hash_table_unref (self->nodes);
  g_free (self);
}

void
kring_tiles_clear (KringTiles *self)
{
  g_hash_table_remove_all (self->nodes);
  g_clear_pointer (&self->old, g_hash_table_unref);
  kring_tiles_release (self);
}

/**
 * kring_tiles_renew:
 *
 * Everything looks different; how it was stays in sight until it is painted anew.
 */
void
kring_tiles_renew (KringTiles *self)
{
  kring_tiles_release (self);
  if (g_hash_table_size (self->nodes) == 0)
    return;
  g_clear_pointer (&self->old, g_hash_table_unref);
  self->old = g_steal_pointer (&self->nodes);
  self->old_scale = self->scale;
  self->nodes = new_nodes ();
}

/* Takes it out of what is up to date. */
static void
put_by (KringTiles *self, const Key *key)
{
  GskRenderNode *node = gsk_render_node_ref (g_hash_table_lookup (self->nodes, key));

  if (self->old == NULL || self->old_scale != self->scale)
    {
      g_clear_pointer (&self->old, g_hash_table_unref);
      self->old = new_nodes ();
      self->old_scale = self->scale;
    }
  g_hash_table_insert (self->old, g_memdup2 (key, sizeof *key), node);
}

/**
 * kring_tiles_hold:
 *
 * Keeps what is seen; from now on everything is painted anew and fades in over it, see
 * kring_tiles_set_fade ().
 */
void
kring_tiles_hold (KringTiles *self)
{
  kring_tiles_release (self);
  self->held = g_steal_pointer (&self->nodes);
  self->nodes = new_nodes ();
  self->fade = 0;
}

/**
 * kring_tiles_release:
 *
 * Lets go of what was held; only what is seen now is left.
 */
void
kring_tiles_release (KringTiles *self)
{
  g_clear_pointer (&self->held, g_hash_table_unref);
}

/**
 * kring_tiles_set_fade:
 * @part: 0: what is held; 1: what is seen now
 */
void
kring_tiles_set_fade (KringTiles *self, double part)
{
  self->fade = part;
}

static KringRect
canvas_tiles_get_area (KringTiles *self, Key key)
{
  double side = TILE / self->scale;

  return KRING_RECT_INIT (key.x * side, key.y * side, side, side);
}

/**
 * kring_tiles_invalidate:
 * @area: what changed, in map units
 */
void
kring_tiles_invalidate (KringTiles *self, KringRect area)
{
  GHashTableIter iter;
  gpointer key;

  if (kring_rect_is_empty (area))
    return;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (kring_rect_intersects (canvas_tiles_get_area (self, *(const Key *) key), area))
      {
        put_by (self, key);
        g_hash_table_iter_remove (&iter);
      }
}

static cairo_surface_t *
canvas_tiles_paint_surface (KringTiles *self, Key key)
{
  int side = TILE * self->scale_factor;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale_factor, self->scale_factor);
  cr = cairo_create (surface);
  cairo_translate (cr, -key.x * (double) TILE, -key.y * (double) TILE);
  cairo_scale (cr, self->scale, self->scale);
  self->n_painted += self->paint (cr, canvas_tiles_get_area (self, key), self->data);
  cairo_destroy (cr);
  return surface;
}

static GskRenderNode *
canvas_tiles_paint_tile (KringTiles *self, Key key)
{
  cairo_surface_t *surface = canvas_tiles_paint_surface (self, key);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, TILE, TILE));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_rectangle (cr, 0, 0, TILE, TILE);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return node;
}

static void
ensure_tile (KringTiles *self, Key key)
{
  if (g_hash_table_contains (self->nodes, &key))
    return;
  if (self->n_painted >= SHAPES_AT_ONCE)
    self->behind = TRUE;
  else
    g_hash_table_insert (self->nodes, g_memdup2 (&key, sizeof key),
                         canvas_tiles_paint_tile (self, key));
}

static void
append_tile (GtkSnapshot *snapshot, GskRenderNode *node, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* What there is, stretched to the zoom of the moment. */
static void
append_stretched (GHashTable *nodes,
                  double scale,
                  GtkSnapshot *snapshot,
                  const KringViewport *viewport)
{
  double stretch = viewport->scale / scale;
  GHashTableIter iter;
  gpointer data, node;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-viewport->origin.x * viewport->scale,
                                                          -viewport->origin.y * viewport->scale));
  gtk_snapshot_scale (snapshot, stretch, stretch);
  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, &data, &node))
    {
      const Key *key = data;

      append_tile (snapshot, node, key->x * (double) TILE, key->y * (double) TILE);
    }
  gtk_snapshot_restore (snapshot);
}

static void
drop_spare (KringTiles *self, Key low, Key high)
{
  GHashTableIter iter;
  gpointer data;
  guint seen = (high.x - low.x + 1) * (high.y - low.y + 1);

  if (g_hash_table_size (self->nodes) <= seen + MAX_SPARE)
    return;
  g_hash_table_iter_init (&iter, self->nodes);
  while (g_hash_table_iter_next (&iter, &data, NULL))
    {
      const Key *key = data;

      if (key->x < low.x || key->x > high.x || key->y < low.y || key->y > high.y)
        g_hash_table_iter_remove (&iter);
    }
}

/* Paints what is missing of what is seen, as far as it goes in one frame. */
static void
ensure_tiles (KringTiles *self, Key low, Key high)
{
  self->n_painted = 0;
  self->behind = FALSE;
  for (int y = low.y; y <= high.y; y++)
    for (int x = low.x; x <= high.x; x++)
      ensure_tile (self, (Key){ x, y });
  if (!self->behind)
    g_clear_pointer (&self->old, g_hash_table_unref);
}

/* The tile as it is now, or on its way from how it was. */
static void
append_fading (KringTiles *self, GtkSnapshot *snapshot, Key key, double x, double y)
{
  GskRenderNode *now = g_hash_table_lookup (self->nodes, &key);
  GskRenderNode *before = self->held != NULL ? g_hash_table_lookup (self->held, &key) : NULL;

  if (before == NULL || now == NULL)
    {
      if (now != NULL || before != NULL)
        append_tile (snapshot, now != NULL ? now : before, x, y);
      return;
    }
  gtk_snapshot_push_cross_fade (snapshot, self->fade);
  append_tile (snapshot, before, x, y);
  gtk_snapshot_pop (snapshot);
  append_tile (snapshot, now, x, y);
  gtk_snapshot_pop (snapshot);
}

static void
append_sharp (KringTiles *self, GtkSnapshot *snapshot, const KringViewport *viewport)
{
  double left = round (viewport->origin.x * viewport->scale);
  double top = round (viewport->origin.y * viewport->scale);
  Key low = { floor (left / TILE), floor (top / TILE) };
  Key high = { floor ((left + viewport->width) / TILE), floor ((top + viewport->height) / TILE) };

  drop_spare (self, low, high);
  ensure_tiles (self, low, high);
  if (self->old != NULL)
    append_stretched (self->old, self->old_scale, snapshot, viewport);
  for (int y = low.y; y <= high.y; y++)
    for (int x = low.x; x <= high.x; x++)
      append_fading (self, snapshot, (Key){ x, y }, x * (double) TILE - left,
                     y * (double) TILE - top);
}

/**
 * kring_tiles_is_behind:
 *
 * Returns: whether more is to be painted than went in the last frame
 */
gboolean
kring_tiles_is_behind (KringTiles *self)
{
  return self->behind;
}

/**
 * kring_tiles_snapshot:
 * @scale_factor: device pixels per pixel
 * @sharp: whether tiles of another zoom must be painted anew now; else they may be stretched
 */
void
kring_tiles_snapshot (KringTiles *self,
                      GtkSnapshot *snapshot,
                      const KringViewport *viewport,
                      int scale_factor,
                      gboolean sharp)
{
  gboolean fits = self->scale == viewport->scale && self->scale_factor == scale_factor;

  if (!fits && !sharp && g_hash_table_size (self->nodes) > 0)
    {
      append_stretched (self->nodes, self->scale, snapshot, viewport);
      return;
    }
  if (!fits)
    kring_tiles_renew (self);
  self->scale = viewport->scale;
  self->scale_factor = scale_factor;
  append_sharp (self, snapshot, viewport);
}
