/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything gliding from old places to new ones: what is drawn meanwhile, without any command. */
#include "canvas/kring-canvas-private.h"

#define MOVES_MS 320
/* With more than this on the map, a picture takes too long to be moved smoothly. */
#define MAX_GLIDING 400
/* Less than this is no move, in map units. */
#define STANDS_STILL 0.5

static KringScene *
get_scene (KringCanvas *self)
{
  return kring_interaction_get_scene (self->interaction);
}

static GHashTable *
new_points (void)
{
  return g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
}

static void
put_point (GHashTable *points, const char *id, double x, double y)
{
  KringPoint *point = g_new (KringPoint, 1);

  *point = KRING_POINT_INIT (x, y);
  g_hash_table_insert (points, (gpointer) g_intern_string (id), point);
}

static void
redraw_ground (KringCanvas *self)
{
  kring_tiles_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_offsets (KringCanvas *self, GHashTable *offsets, double part)
{
  if (self->offsets == NULL)
    {
      kring_scene_begin_gliding (get_scene (self));
      redraw_ground (self);
    }
  if (offsets != self->offsets)
    g_clear_pointer (&self->offsets, g_hash_table_unref);
  self->offsets = offsets;
  self->offset_part = part;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
glide_cb (double value, KringCanvas *self)
{
  if (self->offsets != NULL)
    show_offsets (self, self->offsets, 1 - value);
}

static void
done_cb (KringCanvas *self)
{
  kring_canvas_end_gliding (self);
}

/* What still has to go, when everything starts from the places held. */
static GHashTable *
dup_offsets (KringCanvas *self, GHashTable *places)
{
  KringMap *map = kring_session_get_map (self->session);
  GHashTable *offsets = new_points ();
  GHashTableIter iter;
  gpointer id, place;

  g_hash_table_iter_init (&iter, places);
  while (g_hash_table_iter_next (&iter, &id, &place))
    {
      KringItem *item = kring_map_get_item (map, id);
      const KringPoint *from = place;
      KringPoint to;

      if (item != NULL && kring_item_get_position (item, &to) &&
          kring_point_distance (*from, to) > STANDS_STILL)
        put_point (offsets, id, from->x - to.x, from->y - to.y);
    }
  return offsets;
}

/**
 * kring_canvas_end_gliding:
 *
 * Everything is where the map says it is, at once.
 */
void
kring_canvas_end_gliding (KringCanvas *self)
{
  g_autoptr (AdwAnimation) moves = g_steal_pointer (&self->moves);

  if (moves != NULL)
    adw_animation_pause (moves);
  if (self->offsets == NULL)
    return;
  g_clear_pointer (&self->offsets, g_hash_table_unref);
  if (self->interaction == NULL)
    return;
  kring_scene_end_moving (get_scene (self));
  redraw_ground (self);
}

/**
 * kring_canvas_hold_places:
 *
 * Remembers where everything is seen now, for kring_canvas_glide ().
 */
void
kring_canvas_hold_places (KringCanvas *self)
{
  KringMap *map;

  g_clear_pointer (&self->held, g_hash_table_unref);
  if (self->interaction == NULL)
    return;
  map = kring_session_get_map (self->session);
  self->held = new_points ();
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = g_intern_string (kring_item_get_id (item));
      const KringPoint *offset =
          self->offsets != NULL ? g_hash_table_lookup (self->offsets, id) : NULL;
      double part = offset != NULL ? self->offset_part : 0;
      KringPoint at;

      if (kring_item_get_position (item, &at))
        put_point (self->held, id, at.x + (offset != NULL ? offset->x * part : 0),
                   at.y + (offset != NULL ? offset->y * part : 0));
    }
}

/**
 * kring_canvas_glide:
 *
 * Lets everything go from where it was when kring_canvas_hold_places () was called to where it
 * stands now. At once where animations are switched off.
 */
void
kring_canvas_glide (KringCanvas *self)
{
  g_autoptr (GHashTable) places = g_steal_pointer (&self->held);
  g_autoptr (GHashTable) offsets = NULL;
  AdwAnimationTarget *target;

  kring_canvas_end_gliding (self);
  if (places == NULL || self->interaction == NULL)
    return;
  offsets = dup_offsets (self, places);
  if (g_hash_table_size (offsets) == 0 || g_hash_table_size (places) > MAX_GLIDING ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)))
    return;
  show_offsets (self, g_steal_pointer (&offsets), 1);
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) glide_cb, self, NULL);
  self->moves = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, MOVES_MS, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->moves), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_object (self->moves, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  adw_animation_play (self->moves);
}

/**
 * kring_canvas_preview_places:
 * @places: (nullable) (element-type utf8 KringPoint): where things would come to stand; %NULL: as
 *   they do
 *
 * Shows the map as it might be. Nothing on it changes.
 */
void
kring_canvas_preview_places (KringCanvas *self, GHashTable *places)
{
  if (places == NULL || self->interaction == NULL)
    {
      kring_canvas_end_gliding (self);
      return;
    }
  if (self->moves != NULL)
    adw_animation_pause (self->moves);
  g_clear_object (&self->moves);
  show_offsets (self, dup_offsets (self, places), 1);
}

/**
 * kring_canvas_is_gliding:
 *
 * Returns: whether things are seen elsewhere than where they stand
 */
gboolean
kring_canvas_is_gliding (KringCanvas *self)
{
  return self->offsets != NULL;
}

/**
 * kring_canvas_dup_gliding:
 *
 * Returns: (transfer full) (element-type KringShape): what is on its way, where it is at this moment
 */
GPtrArray *
kring_canvas_dup_gliding (KringCanvas *self)
{
  return kring_scene_dup_gliding (get_scene (self), self->offsets, self->offset_part);
}
