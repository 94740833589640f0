/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place/clearance/kring-clearance.h"

#include "map/base/kring-grid.h"

/* Straight pieces that an arc is measured by, and one that leans: as many as it is drawn with. */
#define ARC_PIECES 16
#define LEANING_PIECES 32

/* No piece is further than this from the course that it stands for, in map units. */
#define PIECES_OFF 2.0

/* A bend is no deeper than this part of the length, and no deeper than this, in map units. */
#define DEEPEST_PART 0.3
#define DEEPEST 250.0

/* How much further every next bend is tried. */
#define BEND_STEP 3.0
#define FIRST_BEND 6.0

/* How much deeper every next bend that leans is tried. */
#define LEANING_STEP 4.0

/* Where the course of one that leans lies furthest out and back, and how far, as part of its lean. */
#define LEANS_MOST 0.2113
#define MOST_OF_LEAN 0.3849

/* Cells of the index, in map units: about as far as people stand apart; and the pieces in which a way
 * is looked along. */
#define CELL 160.0
#define PIECE 128.0
#define MANY_PIECES 512.0

/* Where more people than this went or came, every way is looked for again. */
#define MANY_MOVED 64

/* Who is further from an arc than needed by this is not looked at closely. */
#define AMPLE 12.0

typedef struct
{
  KringPoint at;
  double wider;      /* than a person */
  double along, off; /* of the way from one end to the other, and beside it, to the right */
} Stander;

/* A way from one end to the other, and those who stand near it. */
typedef struct
{
  KringPoint a, b;
  double length;
  const GArray *bends; /* (not owned) (element-type double) of parallel ties by themselves */
  GArray *others;      /* (not owned) (element-type Stander), who is often in the way first */
} Way;

struct _KringClearance
{
  KringGrid *grid;  /* (owned) of the middles */
  GArray *standers; /* (owned) (element-type Stander), as in the grid */
  double widest;
  guint n_looks; /* at one of them from one way */
  guint n_ways;  /* looked for */
  GArray *moved; /* (owned) (element-type KringPoint), where somebody went or came */
};

/**
 * kring_clearance_new: (constructor)
 *
 * Returns: (transfer full): a drawing on which nobody stands
 */
KringClearance *
kring_clearance_new (void)
{
  KringClearance *self = g_new0 (KringClearance, 1);

  self->grid = kring_grid_new (CELL);
  self->standers = g_array_new (FALSE, FALSE, sizeof (Stander));
  self->moved = g_array_new (FALSE, FALSE, sizeof (KringPoint));
  return self;
}

void
kring_clearance_free (KringClearance *self)
{
  kring_grid_free (self->grid);
  g_array_unref (self->standers);
  g_array_unref (self->moved);
  g_free (self);
}

/**
 * kring_clearance_add:
 * @at: the middle of what stands there
 * @wider: how much more room is needed than by a person
 */
void
kring_clearance_add (KringClearance *self, KringPoint at, double wider)
{
  Stander stander = { at, wider, 0, 0 };

  kring_grid_add (self->grid, KRING_RECT_INIT (at.x, at.y, 0, 0));
  g_array_append_val (self->standers, stander);
  self->widest = MAX (self->widest, wider);
}

/**
 * kring_clearance_get_n_looks:
 *
 * Returns: how often it was asked how far somebody stands from a way
 */
guint
kring_clearance_get_n_looks (KringClearance *self)
{
  return self->n_looks;
}

/**
 * kring_bend_at:
 *
 * Returns: how far to the right of the straight way the tie lies at the part @t of it
 */
double
kring_bend_at (KringBend bend, double t)
{
  return 4 * t * (1 - t) * (bend.out + bend.lean * (2 * t - 1));
}

/**
 * kring_clearance_of_arc:
 * @bend: how far the middle lies to the right of the way from @a to @b, in map units; 0: straight
 *
 * Returns: how near a tie comes to @point
 */
double
kring_clearance_of_arc (KringPoint a, KringPoint b, double bend, KringPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = MAX (hypot (dx, dy), 1e-9);
  double least = G_MAXDOUBLE;
  KringPoint last = a;

  if (bend == 0)
    return kring_segment_distance (a, b, point);
  for (guint i = 1; i <= ARC_PIECES; i++)
    {
      double t = (double) i / ARC_PIECES, off = 4 * t * (1 - t) * bend;
      KringPoint next = { a.x + dx * t - dy / length * off, a.y + dy * t + dx / length * off };

      least = MIN (least, kring_segment_distance (last, next, point));
      last = next;
    }
  return least;
}

static double
clearance_get_reach (KringPoint a, KringPoint b)
{
  return MIN (DEEPEST, DEEPEST_PART * kring_point_distance (a, b));
}

/* The two ends, and who stands on one of them, are no strangers that a bend could pass. */
static gboolean
can_be_passed (KringPoint a, KringPoint b, const Stander *stander)
{
  double need = KRING_CLEARANCE_BENT + stander->wider;

  return kring_point_distance (a, stander->at) > need &&
         kring_point_distance (b, stander->at) > need;
}

/* Where somebody stands who is nearer than @off to one piece of the @n that the way is of. */
static KringRect
get_area_of_piece (KringPoint a, KringPoint b, double i, double n, double off)
{
  KringPoint from = { a.x + (b.x - a.x) * i / n, a.y + (b.y - a.y) * i / n };
  KringPoint to = { a.x + (b.x - a.x) * (i + 1) / n, a.y + (b.y - a.y) * (i + 1) / n };

  return kring_rect_grow (kring_rect_from_corners (from, to), off);
}

/* In how many pieces the way is looked along, so that not all of the map is near a long one. */
static double
count_pieces (KringPoint a, KringPoint b, double piece)
{
  return CLAMP (ceil (kring_point_distance (a, b) / piece), 1, MANY_PIECES);
}

static gboolean
is_near (KringClearance *self, guint index, KringPoint a, KringPoint b, double off)
{
  Stander *stander = &g_array_index (self->standers, Stander, index);

  self->n_looks++;
  return kring_segment_distance (a, b, stander->at) < off && can_be_passed (a, b, stander);
}

static int
clearance_compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Adds those that are nearer than @off to the straight way, in the order in which they came. */
static void
clearance_add_near (KringClearance *self, GArray *to, KringPoint a, KringPoint b, double off)
{
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint));
  double n = count_pieces (a, b, MAX (PIECE, off));

  for (double i = 0; i < n; i++)
    {
      GArray *found = kring_grid_find (self->grid, get_area_of_piece (a, b, i, n, off));

      for (guint f = 0; f < found->len; f++)
        if (is_near (self, g_array_index (found, guint, f), a, b, off))
          g_array_append_val (near, g_array_index (found, guint, f));
    }
  g_array_sort (near, clearance_compare_indices);
  for (guint i = 0; i < near->len; i++)
    if (i == 0 || g_array_index (near, guint, i) != g_array_index (near, guint, i - 1))
      g_array_append_val (to,
                          g_array_index (self->standers, Stander, g_array_index (near, guint, i)));
}

static gboolean
clearance_is_free (KringClearance *self, KringPoint a, KringPoint b, double off)
{
  double n = count_pieces (a, b, PIECE);

  for (double i = 0; i < n; i++)
    {
      GArray *found = kring_grid_find (self->grid, get_area_of_piece (a, b, i, n, off));

      for (guint f = 0; f < found->len; f++)
        if (is_near (self, g_array_index (found, guint, f), a, b, off))
          return FALSE;
    }
  return TRUE;
}

/* Widens a range by those of what is at both ends, and at a turn between them. */
static void
clearance_widen (double *low, double *high, double value)
{
  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

/* Between which offsets an arc lies on a part of the way; no narrower than that. */
static void
find_range (KringBend bend, double from, double to, double *low, double *high)
{
  const KringBend out = { bend.out, 0 }, lean = { 0, bend.lean };
  double first = 0, last = 0;

  *low = MIN (kring_bend_at (out, from), kring_bend_at (out, to));
  *high = MAX (kring_bend_at (out, from), kring_bend_at (out, to));
  if (from < 0.5 && to > 0.5)
    clearance_widen (low, high, bend.out);
  if (bend.lean == 0)
    return;
  clearance_widen (&first, &last, kring_bend_at (lean, from));
  clearance_widen (&first, &last, kring_bend_at (lean, to));
  if (from < LEANS_MOST && to > LEANS_MOST)
    clearance_widen (&first, &last, -MOST_OF_LEAN * bend.lean);
  if (from < 1 - LEANS_MOST && to > 1 - LEANS_MOST)
    clearance_widen (&first, &last, MOST_OF_LEAN * bend.lean);
  *low += first;
  *high += last;
}

/* The part of the way along which an arc can be within @room of somebody; FALSE: it is nowhere. */
static gboolean
clearance_find_window (
    const Way *way, KringBend bend, const Stander *stander, double room, double *from, double *to)
{
  double low, high;

  *from = CLAMP ((stander->along - room) / way->length, 0, 1);
  *to = CLAMP ((stander->along + room) / way->length, 0, 1);
  find_range (bend, *from, *to, &low, &high);
  return stander->off > low - room && stander->off < high + room;
}

/* By how much an arc is further from somebody than it must be, or AMPLE. */
static double
get_spare_of_one (const Way *way, KringBend bend, const Stander *stander, double need)
{
  double room = need + stander->wider + AMPLE, from, to, least = room;
  double dx = (way->b.x - way->a.x), dy = (way->b.y - way->a.y);
  int pieces = bend.lean != 0 ? LEANING_PIECES : ARC_PIECES;
  KringPoint last = way->a;

  if (!clearance_find_window (way, bend, stander, room, &from, &to))
    return AMPLE;
  for (int i = floor (from * pieces); i <= ceil (to * pieces); i++)
    {
      double t = (double) i / pieces, off = kring_bend_at (bend, t) / way->length;
      KringPoint next = { way->a.x + dx * t - dy * off, way->a.y + dy * t + dx * off };

      if (i > floor (from * pieces))
        least = MIN (least, kring_segment_distance (last, next, stander->at));
      last = next;
    }
  return least - need - stander->wider;
}

/* Who is in the way of one arc is likely to be in that of the next. */
static void
bring_forward (Way *way, guint index)
{
  Stander *one = &g_array_index (way->others, Stander, index);
  Stander *other = &g_array_index (way->others, Stander, index / 2);
  Stander kept = *one;

  *one = *other;
  *other = kept;
}

/* Whether one of the arcs runs over somebody, as far as is seen at right angles to the way. */
static gboolean
is_blocked (Way *way, KringBend more, double need)
{
  for (guint i = 0; i < way->others->len; i++)
    {
      const Stander *stander = &g_array_index (way->others, Stander, i);
      double t = stander->along / way->length, room = need + stander->wider - PIECES_OFF;

      for (guint n = 0; n < way->bends->len && t > 0 && t < 1; n++)
        {
          KringBend bend = { g_array_index (way->bends, double, n) + more.out, more.lean };

          if (fabs (stander->off - kring_bend_at (bend, t)) >= room)
            continue;
          bring_forward (way, i);
          return TRUE;
        }
    }
  return FALSE;
}

/* By how much the nearest of the arcs is further off than it must be; less than 0: too near. */
static double
get_spare (Way *way, KringBend more, double need)
{
  double least = AMPLE;

  if (is_blocked (way, more, need))
    return -1;
  for (guint i = 0; i < way->others->len && least >= 0; i++)
    {
      const Stander *stander = &g_array_index (way->others, Stander, i);

      for (guint n = 0; n < way->bends->len; n++)
        {
          KringBend bend = { g_array_index (way->bends, double, n) + more.out, more.lean };

          least = MIN (least, get_spare_of_one (way, bend, stander, need));
        }
      if (least < 0)
        bring_forward (way, i);
    }
  return least;
}

/* The least bend that keeps off by as much; 0: there is none. */
static double
find_bend_clear_by (Way *way, double need)
{
  double reach = clearance_get_reach (way->a, way->b);

  for (double bend = FIRST_BEND; bend <= reach; bend += BEND_STEP)
    {
      double right = get_spare (way, (KringBend){ bend, 0 }, need);
      double left = get_spare (way, (KringBend){ -bend, 0 }, need);

      if (right >= 0 || left >= 0)
        return right >= left ? bend : -bend;
    }
  return 0;
}

/* The shapes that lean, as deep as 1: first those that are nearly an arc, in the end two arcs. */
static const KringBend leanings[] = {
  { 0.9467, 0.4734 }, { 0.8437, 0.8437 }, { 0.6596, 1.3192 }, { 0.4444, 1.7778 }, { 0, 2.5981 },
};

static const int ways_round[][2] = { { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } };

/* The one so deep that keeps furthest off, if it keeps off by as much. */
static gboolean
find_leaning (Way *way, double depth, double need, KringBend *best)
{
  double most = -1;

  for (guint i = 0; i < G_N_ELEMENTS (leanings) * G_N_ELEMENTS (ways_round); i++)
    {
      const KringBend *shape = &leanings[i / G_N_ELEMENTS (ways_round)];
      const int *round = ways_round[i % G_N_ELEMENTS (ways_round)];
      const KringBend bend = { depth * shape->out * round[0], depth * shape->lean * round[1] };
      double spare = get_spare (way, bend, need);

      if (spare > most && spare >= 0)
        {
          most = spare;
          *best = bend;
        }
    }
  return most >= 0;
}

static KringBend
find_leaning_clear_by (Way *way, double need)
{
  double reach = clearance_get_reach (way->a, way->b);
  KringBend bend = { 0, 0 };

  for (double depth = LEANING_STEP; depth <= reach; depth += LEANING_STEP)
    if (find_leaning (way, depth, need, &bend))
      return bend;
  return bend;
}

static void
measure_off (const Way *way, GArray *standers)
{
  double ux = (way->b.x - way->a.x) / way->length, uy = (way->b.y - way->a.y) / way->length;

  for (guint i = 0; i < standers->len; i++)
    {
      Stander *stander = &g_array_index (standers, Stander, i);
      double dx = stander->at.x - way->a.x, dy = stander->at.y - way->a.y;

      stander->along = dx * ux + dy * uy;
      stander->off = dy * ux - dx * uy;
    }
}

/* Through a gap that is narrow rather than not at all, and in an arc rather than one that leans. */
static KringBend
clearance_find_bend (Way *way, gboolean leaning)
{
  KringBend bend = { 0, 0 };

  if (get_spare (way, bend, KRING_CLEARANCE) >= 0)
    return bend;
  bend.out = find_bend_clear_by (way, KRING_CLEARANCE_BENT);
  if (bend.out == 0)
    bend.out = find_bend_clear_by (way, KRING_CLEARANCE);
  if (bend.out == 0 && leaning)
    bend = find_leaning_clear_by (way, KRING_CLEARANCE_BENT);
  if (bend.out == 0 && bend.lean == 0 && leaning)
    bend = find_leaning_clear_by (way, KRING_CLEARANCE);
  return bend;
}

/* Who is further from the straight way is not near any of @bends. */
static double
get_off (KringClearance *self, const GArray *bends)
{
  double off = 0;

  for (guint i = 0; i < bends->len; i++)
    off = MAX (off, fabs (g_array_index (bends, double, i)));
  return KRING_CLEARANCE_BENT + self->widest + off;
}

/**
 * kring_clearance_get_widest:
 *
 * Returns: how much more room than a person the widest needs
 */
double
kring_clearance_get_widest (KringClearance *self)
{
  return self->widest;
}

/**
 * kring_clearance_get_n_ways:
 *
 * Returns: how often a way was looked for
 */
guint
kring_clearance_get_n_ways (KringClearance *self)
{
  return self->n_ways;
}

/**
 * kring_clearance_add_moved:
 * @at: where somebody went or came since ways were looked for the last time
 */
void
kring_clearance_add_moved (KringClearance *self, KringPoint at)
{
  g_array_append_val (self->moved, at);
}

/**
 * kring_clearance_is_disturbed:
 * @a: one end of the tie
 * @b: the other
 * @bends: (element-type double): the same as the last time, and the widest as wide
 *
 * Returns: whether kring_clearance_find_way () may answer something else than the last time: somebody
 *   went or came where it looks
 */
gboolean
kring_clearance_is_disturbed (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends)
{
  double sight = get_off (self, bends) + clearance_get_reach (a, b);

  for (guint i = 0; i < self->moved->len && self->moved->len <= MANY_MOVED; i++)
    if (kring_segment_distance (a, b, g_array_index (self->moved, KringPoint, i)) < sight)
      return TRUE;
  return self->moved->len > MANY_MOVED;
}

static KringBend
find_way (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends, gboolean leaning)
{
  g_autoptr (GArray) standers = NULL;
  double off = get_off (self, bends);
  Way way = { a, b, MAX (kring_point_distance (a, b), 1e-9), bends, NULL };

  self->n_ways++;
  if (clearance_is_free (self, a, b, off))
    return (KringBend){ 0, 0 };
  standers = g_array_new (FALSE, FALSE, sizeof (Stander));
  off += clearance_get_reach (a, b);
  clearance_add_near (self, standers, a, b, off);
  measure_off (&way, standers);
  way.others = standers;
  return clearance_find_bend (&way, leaning);
}

/**
 * kring_clearance_find_bend:
 * @bends: (element-type double): how parallel ties from @a to @b bend by themselves
 *
 * The least bend that passes everybody; of two that are as deep, the one that keeps further off.
 * Where no bend passes everybody there is none: one that still runs behind somebody would mislead
 * twice.
 *
 * Returns: by how much all of @bends must be bent further, in map units
 */
double
kring_clearance_find_bend (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends)
{
  return find_way (self, a, b, bends, FALSE).out;
}

/**
 * kring_clearance_find_way:
 * @bends: (element-type double): how parallel ties from @a to @b bend by themselves
 *
 * As kring_clearance_find_bend (), and where no arc passes everybody one that is deeper on one half of
 * the way, or bends to both sides.
 *
 * Returns: by how much all of @bends must be bent further
 */
KringBend
kring_clearance_find_way (KringClearance *self, KringPoint a, KringPoint b, const GArray *bends)
{
  return find_way (self, a, b, bends, TRUE);
}
