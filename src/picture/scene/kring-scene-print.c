/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where names go on paper, where each must be there and large enough to read: every name has a list
 * of places, and all together choose those at which the least lies over another. A name that still
 * does is made a little smaller, and they choose again. Notes, groups and rings get words as large.
 */
#include "picture/scene/kring-scene-rooms.h"

#define SHIFTS 3         /* how far from its sign: as drawn, and a little further twice */
#define SHIFT_STEP 8.0   /* in map units */
#define COST_SHIFT 0.15  /* what is paid for each step */
#define COST_SEAT 0.02   /* for each seat that people like less */
#define COST_NARROW 0.2  /* for a name on more lines than it needs */
#define COST_COVER 330.0 /* for lying over signs of others altogether: it may be 3 % */
#define COST_CLASH 10.0  /* from here on a name is rather smaller */
#define COST_OVER 40.0   /* for each name that it lies over */
#define SMALLER 0.92
#define ROUNDS 12 /* more than enough: most names find their place in two */
/* So many pairs of places are tried; a hundred names that find room take a few thousand. */
#define WORK_MAX 2000000

#define NOTE_SIZES 3

/* The names of rings stand at the left above, if there is room; else as near to that as there is. */
static const double ring_angles[] = { 116, 122, 110, 128, 104, 136, 98,  144, 64,  70,  58,  76,
                                      52,  82,  44,  90,  244, 250, 238, 256, 232, 296, 290, 302 };

typedef struct
{
  KringSeat seat;
  gboolean narrow;
  double shift;
  KringRect box;
  double cost; /* whatever the others choose */
} Place;

typedef struct
{
  const KringNode *node;
  double scale;
  GArray *places; /* (owned) (element-type Place) */
  guint chosen;
  KringRect reach; /* around all its places */
  GArray *near;    /* (owned) (element-type guint): names that it might lie over */
} Name;

typedef struct
{
  GArray *all; /* (not owned) (element-type Name) */
  gsize work;  /* done up to now: pairs of places */
} Names;

static void
name_clear (gpointer data)
{
  Name *name = data;

  g_array_unref (name->places);
  g_array_unref (name->near);
}

/* @node with its name so large, on more lines if @narrow, and further from its sign. */
static KringNode
new_large (KringRoom *room, const Name *name, const Place *place)
{
  const KringTextMeasurer *measurer = &room->items->measurer;
  KringNode copy = *name->node;
  KringPoint to = kring_seat_get_direction (place->seat);

  copy.label = kring_node_label_enlarge (&name->node->label, name->scale, TRUE, measurer);
  if (place->narrow)
    kring_node_label_narrow (&copy.label, measurer);
  copy.at.x += to.x * place->shift;
  copy.at.y += to.y * place->shift;
  copy.label.seat = place->seat;
  return copy;
}

static void
scene_print_add_places (KringRoom *room, Name *name, gboolean narrow)
{
  KringSeat seats[1 + KRING_LABEL_SEATS];
  guint n_seats = kring_room_list_seats (name->node, seats);
  Place place = { .narrow = narrow };
  KringNode large = new_large (room, name, &place);

  for (guint i = 0; i < n_seats; i++)
    for (guint s = 0; s < SHIFTS; s++)
      {
        KringPoint to = kring_seat_get_direction (seats[i]);

        place.seat = seats[i];
        place.shift = s * SHIFT_STEP;
        place.box = kring_node_label_get_box (&large, seats[i]);
        place.box.x += to.x * place.shift;
        place.box.y += to.y * place.shift;
        place.cost = COST_SEAT * i + COST_SHIFT * s + (narrow ? COST_NARROW : 0) +
                     kring_room_get_covered (room, name->node->id, place.box) * COST_COVER;
        g_array_append_val (name->places, place);
      }
  kring_node_label_clear (&large.label);
}

static void
list_places (KringRoom *room, Name *name)
{
  g_array_set_size (name->places, 0);
  scene_print_add_places (room, name, FALSE);
  if (kring_node_label_can_narrow (&name->node->label))
    scene_print_add_places (room, name, TRUE);
  name->chosen = 0;
}

static const Place *
scene_print_get_place (const Name *name, guint place)
{
  return &g_array_index (name->places, Place, place);
}

/* How far two boxes lie over each other, across the side on which they do the least. */
static double
scene_print_get_depth (const KringRect *a, const KringRect *b)
{
  double x = MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x);
  double y = MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y);

  return MIN (x, y);
}

/* What two names cost each other where they would stand. */
static double
get_clash (const Place *a, const Place *b)
{
  double depth = scene_print_get_depth (&a->box, &b->box);

  return depth > KRING_TOUCH_PAPER ? COST_OVER : depth > KRING_TOUCH ? 1 : 0;
}

/* Or something above @limit. */
static double
scene_print_get_cost (Names *names, const Name *name, guint place, double limit)
{
  const Place *tried = scene_print_get_place (name, place);
  double cost = tried->cost;
  guint i;

  for (i = 0; i < name->near->len && cost <= limit; i++)
    {
      const Name *other = &g_array_index (names->all, Name, g_array_index (name->near, guint, i));

      cost += get_clash (tried, scene_print_get_place (other, other->chosen));
    }
  names->work += i;
  return cost;
}

static void
scene_print_choose (Names *names, Name *name)
{
  double least = scene_print_get_cost (names, name, name->chosen, G_MAXDOUBLE);

  for (guint p = 0; p < name->places->len; p++)
    {
      double cost = scene_print_get_cost (names, name, p, least);

      if (cost < least - 1e-9)
        {
          least = cost;
          name->chosen = p;
        }
    }
}

/* Takes a place that others stand at, if these have another: together better than before. */
static gboolean
scene_print_push (Names *names, Name *name, guint place)
{
  g_autofree guint *before = g_new (guint, name->near->len);
  guint own = name->chosen;
  double gain = scene_print_get_cost (names, name, own, G_MAXDOUBLE), cost = 0;

  for (guint i = 0; i < name->near->len; i++)
    {
      Name *other = &g_array_index (names->all, Name, g_array_index (name->near, guint, i));

      before[i] = other->chosen;
    }
  name->chosen = place;
  for (guint i = 0; i < name->near->len; i++)
    {
      Name *other = &g_array_index (names->all, Name, g_array_index (name->near, guint, i));
      double was;

      if (get_clash (scene_print_get_place (name, place),
                     scene_print_get_place (other, other->chosen)) < COST_CLASH)
        continue;
      was = scene_print_get_cost (names, other, other->chosen, G_MAXDOUBLE) - COST_OVER;
      scene_print_choose (names, other);
      cost += scene_print_get_cost (names, other, other->chosen, G_MAXDOUBLE) - was;
    }
  cost += scene_print_get_place (name, place)->cost;
  if (cost < gain - 1e-9)
    return TRUE;
  name->chosen = own;
  for (guint i = 0; i < name->near->len; i++)
    g_array_index (names->all, Name, g_array_index (name->near, guint, i)).chosen = before[i];
  return FALSE;
}

static gboolean
scene_print_is_over (Names *names, const Name *name)
{
  return scene_print_get_cost (names, name, name->chosen, COST_CLASH) >= COST_CLASH;
}

/* There are so many names in so little room that most will lie over another whatever is tried. */
static gboolean
is_hopeless (const Names *names)
{
  return names->work > WORK_MAX;
}

/* All choose, until nobody finds anything better. */
static void
choose_all (Names *names)
{
  gboolean moved = TRUE;

  for (guint round = 0; round < ROUNDS && moved; round++)
    {
      moved = FALSE;
      for (guint i = 0; i < names->all->len; i++)
        {
          Name *name = &g_array_index (names->all, Name, i);
          guint before = name->chosen;

          scene_print_choose (names, name);
          for (guint p = 0;
               p < name->places->len && !is_hopeless (names) && scene_print_is_over (names, name);
               p++)
            if (scene_print_get_place (name, p)->cost < COST_CLASH &&
                scene_print_push (names, name, p))
              break;
          moved |= name->chosen != before;
        }
    }
}

static KringRect
scene_print_get_reach (const Name *name)
{
  KringRect reach = scene_print_get_place (name, 0)->box;

  for (guint p = 1; p < name->places->len; p++)
    reach = kring_rect_union (reach, scene_print_get_place (name, p)->box);
  return reach;
}

static void
find_near (Names *names)
{
  for (guint i = 0; i < names->all->len; i++)
    for (guint j = 0; j < names->all->len; j++)
      {
        Name *name = &g_array_index (names->all, Name, i);
        const Name *other = &g_array_index (names->all, Name, j);

        if (i != j && kring_rect_intersects (name->reach, other->reach))
          g_array_append_val (name->near, j);
      }
}

/* Those that lie over another become smaller, the furthest from the middle first. */
static gboolean
shrink (KringRoom *room, Names *names)
{
  gboolean any = FALSE;

  for (guint i = names->all->len; i > 0; i--)
    {
      Name *name = &g_array_index (names->all, Name, i - 1);

      if (name->scale <= 1 || !scene_print_is_over (names, name))
        continue;
      name->scale = MAX (1, name->scale * SMALLER);
      list_places (room, name);
      scene_print_choose (names, name);
      any = TRUE;
    }
  return any;
}

static void
scene_print_draw (KringRoom *room, const Name *name)
{
  KringWords *words = g_hash_table_lookup (room->words, name->node->id);
  const Place *place = scene_print_get_place (name, name->chosen);
  KringNode large = new_large (room, name, place);

  large.label_shapes = words->seen;
  kring_node_label_draw (&large, &room->items->measurer);
  words->seat = place->seat;
  words->box = place->box;
  kring_room_take (room, name->node->id, place->box);
  kring_node_label_clear (&large.label);
}

/*
 * kring_room_print_names:
 * @nodes: (element-type KringNode): whose signs are taken already, from the middle outwards
 *
 * Draws every name, as large as wanted where there is any room for that.
 */
void
kring_room_print_names (KringRoom *self, GPtrArray *nodes)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Name));
  Names names = { all, 0 };

  g_array_set_clear_func (all, name_clear);
  for (guint i = 0; i < nodes->len; i++)
    {
      Name name = { g_ptr_array_index (nodes, i), .scale = self->scale };

      if (name.node->label.stacked.lines == NULL)
        continue;
      name.places = g_array_new (FALSE, TRUE, sizeof (Place));
      name.near = g_array_new (FALSE, FALSE, sizeof (guint));
      list_places (self, &name);
      name.reach = scene_print_get_reach (&name);
      g_array_append_val (all, name);
    }
  find_near (&names);
  do
    choose_all (&names);
  while (shrink (self, &names));
  for (guint i = 0; i < all->len; i++)
    scene_print_draw (self, &g_array_index (all, Name, i));
}

static KringWords *
ensure_words (KringRoom *room, const char *id)
{
  KringWords *words = g_hash_table_lookup (room->words, id);

  return words != NULL ? words : kring_room_add_words (room, id);
}

/* Whether a tie comes to lie under the note that passed it by. */
static gboolean
hides_tie (KringRoom *room, const KringNode *note, KringRect box)
{
  for (guint i = 0; i < room->items->tie_order->len; i++)
    {
      const KringTie *tie = g_ptr_array_index (room->items->tie_order, i);

      if (tie->from != note && tie->to != note && kring_tie_meets (tie, box) &&
          !kring_tie_meets (tie, note->paper))
        return TRUE;
    }
  return FALSE;
}

static KringRect
scale_rect (KringRect rect, double scale, KringPoint middle)
{
  return KRING_RECT_INIT (middle.x + (rect.x - middle.x) * scale,
                          middle.y + (rect.y - middle.y) * scale, rect.width * scale,
                          rect.height * scale);
}

/* Whether there is room for a note that grows from one of nine points of it. */
static gboolean
scene_print_find_anchor (KringRoom *room, const KringNode *note, double scale, KringPoint *anchor)
{
  static const double parts[] = { 0.5, 0, 1 };

  for (guint i = 0; i < 9; i++)
    {
      KringRect box;

      *anchor = KRING_POINT_INIT (note->paper.x + parts[i % 3] * note->paper.width,
                                  note->paper.y + parts[i / 3] * note->paper.height);
      box = scale_rect (note->paper, scale, *anchor);
      if (kring_room_is_free (room, note->id, box) && !hides_tie (room, note, box))
        return TRUE;
    }
  return FALSE;
}

static void
scene_print_draw_note (KringRoom *room, const KringNode *note, double scale, KringPoint anchor)
{
  KringWords *words = ensure_words (room, note->id);
  KringRect box = scale_rect (note->paper, scale, anchor);

  words->body = kring_shapes_new ();
  for (guint i = 0; i < note->body_shapes->len; i++)
    g_ptr_array_add (words->body, kring_shape_copy_scaled (g_ptr_array_index (note->body_shapes, i),
                                                           scale, anchor));
  for (guint i = 0; i < note->badge_shapes->len; i++)
    g_ptr_array_add (words->body, kring_shape_copy_scaled (
                                      g_ptr_array_index (note->badge_shapes, i), scale, anchor));
  kring_room_take (room, note->id, box);
}

/*
 * kring_room_print_notes:
 *
 * Every note grows with the words around it, if there is room for so large a sheet.
 */
void
kring_room_print_notes (KringRoom *self)
{
  for (guint i = 0; i < self->items->node_order->len; i++)
    {
      const KringNode *node = g_ptr_array_index (self->items->node_order, i);
      KringPoint anchor;

      for (guint s = 0; s < NOTE_SIZES && node->form == KRING_FORM_NOTE; s++)
        {
          double scale = self->scale - (self->scale - 1) * s / NOTE_SIZES;

          if (!scene_print_find_anchor (self, node, scale, &anchor))
            continue;
          scene_print_draw_note (self, node, scale, anchor);
          break;
        }
    }
}

/* On the rim, in any place; the usual one first. */
static gboolean
find_on_rim (KringRoom *room, const KringHull *hull, double scale, KringPoint *at)
{
  const KringShape *rim = g_ptr_array_index (hull->shapes, 1);
  double least = G_MAXDOUBLE;
  KringPoint best = hull->top;

  for (guint i = 0; i <= rim->path->points->len; i++)
    {
      KringPoint point = i == 0 ? hull->top : g_array_index (rim->path->points, KringPoint, i - 1);
      KringRect box = kring_hull_get_name_box (hull, point, scale, &room->items->measurer);
      double off = kring_point_distance (point, hull->top);

      if (off >= least || !kring_room_is_free (room, hull->id, box))
        continue;
      least = off;
      best = point;
    }
  *at = best;
  return least < G_MAXDOUBLE;
}

/*
 * kring_room_print_groups:
 *
 * The name of every group, as large as the others where its rim has room for that.
 */
void
kring_room_print_groups (KringRoom *self)
{
  for (guint i = 0; i < self->items->hull_order->len; i++)
    {
      const KringHull *hull = g_ptr_array_index (self->items->hull_order, i);
      double scale = self->scale;
      KringPoint at;
      KringWords *words;

      if (hull->shapes->len == 0)
        continue;
      if (!find_on_rim (self, hull, scale, &at))
        scale = (1 + scale) / 2;
      if (scale < self->scale && !find_on_rim (self, hull, scale, &at))
        continue;
      words = ensure_words (self, hull->id);
      words->body = kring_shapes_new ();
      kring_hull_draw_larger (hull, at, scale, words->body);
      kring_room_take (self, hull->id,
                       kring_hull_get_name_box (hull, at, scale, &self->items->measurer));
    }
}

static void
print_ring (KringRoom *room, guint ring, KringSketch *sketch)
{
  const KringGround *ground = &room->items->ground;
  KringMap *map = room->items->map;
  const double scales[] = { room->scale, (1 + room->scale) / 2 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint i = 0; i < G_N_ELEMENTS (ring_angles); i++)
      {
        double angle = ring_angles[i] * G_PI / 180;
        KringRect box =
            kring_ground_get_name_box (ground, map, ring, angle, scales[s], &room->items->measurer);

        if (!kring_room_is_free (room, KRING_WORDS_RINGS, box))
          continue;
        kring_ground_draw_name (ground, map, ring, angle, scales[s], sketch);
        kring_room_take (room, KRING_WORDS_RINGS, box);
        return;
      }
  kring_ground_draw_name (ground, map, ring, KRING_GROUND_NAME_ANGLE, 1, sketch);
}

/*
 * kring_room_print_rings:
 *
 * The rings, with their names as large as the others where there is room for that.
 */
void
kring_room_print_rings (KringRoom *self)
{
  KringWords *words;
  KringSketch sketch = { NULL, &self->items->measurer, NULL, KRING_PART_NONE };

  if (!self->items->ground.rings)
    return;
  words = ensure_words (self, KRING_WORDS_RINGS);
  words->body = sketch.shapes = kring_shapes_new ();
  kring_ground_draw_rings (&self->items->ground, &sketch);
  for (guint i = 0; i < KRING_GROUND_N_RINGS; i++)
    print_ring (self, i, &sketch);
}
