/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-node.h"

#include "picture/marks/kring-icon.h"
#include "picture/scene/kring-note.h"

#include "map/base/kring-date.h"

#define RADIUS 24.0
#define RADIUS_CENTRE 36.0
#define RADIUS_TILE 21.0
#define CORNER_TILE 0.524 /* of the radius */
#define INNER_RIM 0.167   /* of the radius */
#define INNER_RIM_LEAST 3.2

/* Rims of small samples get thinner, but not thinner than this. */
#define THINNEST 0.62

/* Of the radius: half the side of a square, half the diagonal of a diamond, its rounding. */
#define SQUARE 0.93
#define SQUARE_CORNER 0.15
#define DIAMOND 1.16
#define DIAMOND_ROUND 0.25

#define BESIDE 17.0 /* between two marks of one seat */

/* Larger marks grow outwards: their seats move so far for every time that they are larger. */
#define GROW 9.0
/* How much larger what stands inside may become before it touches the rim and the marks. */
#define AGE_MOST 1.9
#define LONG_AGE_MOST 1.5
#define CENTRE_AGE_MOST 1.5
#define ICON_MOST 1.5
#define TILE_MOST 1.3

static KringForm
node_get_form (KringItem *item)
{
  if (kring_item_is (item, KRING_KIND_NOTE))
    return KRING_FORM_NOTE;
  if (!kring_item_is (item, KRING_KIND_PERSON))
    return KRING_FORM_TILE;
  switch (kring_item_get_choice (item, KRING_F_SEX))
    {
    case KRING_SEX_WOMAN:
      return KRING_FORM_CIRCLE;
    case KRING_SEX_MAN:
      return KRING_FORM_SQUARE;
    default:
      return KRING_FORM_DIAMOND;
    }
}

static const char *
node_get_icon (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  const char *const vehicle_icons[] = { "vehicle", "scooter" };
  const char *const account_icons[] = { "account", "advert" };
  int type;

  if (kind->id != KRING_KIND_VEHICLE && kind->id != KRING_KIND_ACCOUNT)
    return kind->icon;
  type = kring_item_get_choice (item, KRING_F_TYPE);
  if (kind->id == KRING_KIND_ACCOUNT)
    return account_icons[type == 1];
  return vehicle_icons[type == 1];
}

/* The age at the meeting; without a meeting or an exact birthday the year of birth. */
static char *
dup_age_of_birth (KringMap *map, const char *birth)
{
  const char *meeting = kring_item_get_text (kring_map_get_case (map), KRING_F_MEETING);
  KringDate born, now;
  int years;

  if (birth == NULL || !kring_date_parse (birth, &born))
    return NULL;
  if (meeting == NULL || !kring_date_parse (meeting, &now))
    return g_strdup_printf ("%d", born.start.year);
  years = now.start.year - born.start.year;
  if (born.start.day == 0 || now.start.day == 0)
    return g_strdup_printf ("~%d", MAX (years, 0));
  if (now.start.month < born.start.month ||
      (now.start.month == born.start.month && now.start.day < born.start.day))
    years--;
  return g_strdup_printf (born.about ? "~%d" : "%d", MAX (years, 0));
}

static char *
node_dup_age (KringMap *map, KringItem *item)
{
  const char *age = kring_item_get_text (item, KRING_F_AGE);

  return age != NULL ? g_strdup (age)
                     : dup_age_of_birth (map, kring_item_get_text (item, KRING_F_BIRTH_DATE));
}

static void
read_person (KringNode *self, KringMap *map)
{
  self->centre = kring_map_is_centre (map, self->item);
  self->radius = self->centre ? RADIUS_CENTRE : RADIUS;
  self->deceased = kring_item_get_bool (self->item, KRING_F_DECEASED);
  self->identity_unknown = kring_item_get_bool (self->item, KRING_F_IDENTITY_UNKNOWN);
  self->age = node_dup_age (map, self->item);
  self->icon = self->age == NULL ? "person" : NULL;
}

/**
 * kring_node_new: (constructor)
 * @item: a person, thing or note with a position
 * @known: what is known about it
 *
 * Returns: (transfer full): how @item looks, without shapes yet
 */
KringNode *
kring_node_new (KringMap *map,
                KringItem *item,
                KringRecordCounts known,
                const KringSceneOptions *options,
                const KringTextMeasurer *measurer)
{
  KringNode *self = g_new0 (KringNode, 1);

  self->id = kring_item_get_id (item);
  self->item = g_object_ref (item);
  kring_item_get_position (item, &self->at);
  self->form = node_get_form (item);
  if (self->form != KRING_FORM_NOTE)
    self->known = known;
  self->certainty = kring_item_get_certainty (item);
  self->party = kring_item_get_party (item);
  self->lock = kring_badge_get_lock (item);
  self->pinned = options->pins && kring_item_get_bool (item, KRING_F_PINNED);
  self->listed = options->listed;
  self->printed = options->complete_labels;
  self->fresh = TRUE;
  self->radius = RADIUS_TILE;
  if (kring_item_is (item, KRING_KIND_PERSON))
    read_person (self, map);
  else if (self->form == KRING_FORM_NOTE)
    self->paper = kring_note_measure (self, measurer);
  else
    self->icon = node_get_icon (item);
  if (self->form != KRING_FORM_NOTE)
    kring_node_label_read (self, options, measurer);
  self->body_shapes = kring_shapes_new ();
  self->badge_shapes = kring_shapes_new ();
  self->label_shapes = kring_shapes_new ();
  return self;
}

void
kring_node_free (KringNode *self)
{
  kring_node_label_clear (&self->label);
  g_ptr_array_unref (self->body_shapes);
  g_ptr_array_unref (self->badge_shapes);
  g_ptr_array_unref (self->label_shapes);
  g_free (self->age);
  g_object_unref (self->item);
  g_free (self);
}

/**
 * kring_node_contains:
 * @pad: how much larger the outline is taken, in map units
 *
 * Returns: whether @point lies within the outline; the label does not count
 */
gboolean
kring_node_contains (const KringNode *self, KringPoint point, double pad)
{
  double dx = fabs (point.x - self->at.x), dy = fabs (point.y - self->at.y);
  double r = self->radius;

  switch (self->form)
    {
    case KRING_FORM_CIRCLE:
      return hypot (dx, dy) < r + pad;
    case KRING_FORM_SQUARE:
      return MAX (dx, dy) < r * SQUARE + pad;
    case KRING_FORM_DIAMOND:
      return dx + dy < r * DIAMOND + pad * G_SQRT2;
    case KRING_FORM_NOTE:
      return kring_rect_contains (kring_rect_grow (self->paper, pad), point);
    default:
      return MAX (dx, dy) < r + pad;
    }
}

static KringPath *
node_new_diamond (KringPoint at, double r)
{
  const KringPoint tips[] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  double k = r * DIAMOND, q = r * DIAMOND_ROUND;
  KringPath *path = kring_path_new ();

  for (guint i = 0; i < 4; i++)
    {
      KringPoint tip = tips[i];
      KringPoint base = { at.x + tip.x * (k - q), at.y + tip.y * (k - q) };
      KringPoint control = { at.x + tip.x * (k + 1), at.y + tip.y * (k + 1) };
      KringPoint start = { base.x + tip.y * q, base.y - tip.x * q };
      KringPoint end = { base.x - tip.y * q, base.y + tip.x * q };

      if (i == 0)
        kring_path_move_to (path, start.x, start.y);
      else
        kring_path_line_to (path, start.x, start.y);
      kring_path_quad_to (path, control, end);
    }
  kring_path_close (path);
  return path;
}

static KringPath *
new_box (KringPoint at, double half, double corner)
{
  return kring_path_new_rect (KRING_RECT_INIT (at.x - half, at.y - half, 2 * half, 2 * half),
                              corner);
}

/**
 * kring_node_dup_outline:
 * @grow: how far outside the rim, in map units; below 0: inside
 *
 * Returns: (transfer full): the closed outline
 */
KringPath *
kring_node_dup_outline (const KringNode *self, double grow)
{
  double r = self->radius + grow;

  switch (self->form)
    {
    case KRING_FORM_CIRCLE:
      return kring_path_new_ellipse (self->at, r, r);
    case KRING_FORM_SQUARE:
      return new_box (self->at, r * SQUARE, r * SQUARE_CORNER);
    case KRING_FORM_DIAMOND:
      return node_new_diamond (self->at, r);
    case KRING_FORM_NOTE:
      return kring_path_new_rect (kring_rect_grow (self->paper, grow), 5 + grow);
    default:
      return new_box (self->at, r, self->radius * CORNER_TILE + MAX (grow, 0) / 2);
    }
}

/**
 * kring_node_get_box:
 *
 * Returns: the box of the outline, without marks and label
 */
KringRect
kring_node_get_box (const KringNode *self)
{
  double r = self->radius;

  if (self->form == KRING_FORM_NOTE)
    return self->paper;
  if (self->form == KRING_FORM_SQUARE)
    r *= SQUARE;
  else if (self->form == KRING_FORM_DIAMOND)
    r *= DIAMOND;
  return KRING_RECT_INIT (self->at.x - r, self->at.y - r, 2 * r, 2 * r);
}

/* How far the seats of marks lie from the middle, on both axes. */
static double
get_seat_distance (const KringNode *self)
{
  switch (self->form)
    {
    case KRING_FORM_SQUARE:
      return self->radius * SQUARE;
    case KRING_FORM_TILE:
      return self->radius * 0.94;
    default:
      return self->radius * 0.80 + 1.5;
    }
}

static KringPoint
get_mark_seat (const KringNode *self, double scale)
{
  double d = get_seat_distance (self) + GROW * (scale - 1);

  if (self->form == KRING_FORM_NOTE)
    return KRING_POINT_INIT (self->paper.x + 1, self->paper.y + 1);
  return KRING_POINT_INIT (self->at.x - d - (self->party == KRING_PARTY_TOGETHER ? 5 * scale : 0),
                           self->at.y - d);
}

static KringPoint
node_get_seat (const KringNode *self, KringComponent part, double scale)
{
  double grown = GROW * (scale - 1);
  double d = get_seat_distance (self) + grown, r = self->radius + grown;
  KringPoint at = self->at;

  switch (part)
    {
    case KRING_PART_ORIGIN:
      return get_mark_seat (self, scale);
    case KRING_PART_LOCK:
      return KRING_POINT_INIT (self->form == KRING_FORM_NOTE ? self->paper.x : at.x - r - 2, at.y);
    case KRING_PART_QUESTION:
      return KRING_POINT_INIT (at.x - d, at.y + d);
    case KRING_PART_RISK:
      return KRING_POINT_INIT (at.x + d + 2, at.y - d);
    case KRING_PART_VULNERABILITY:
      return KRING_POINT_INIT (at.x + r + 3.5, at.y);
    default:
      return KRING_POINT_INIT (at.x + d + 2, at.y + d);
    }
}

/* Where the mark of some signals stands: what others do beside what happens to the person. */
static KringPoint
get_count_seat (const KringNode *self, const KringBadgeCount *count, double scale)
{
  KringPoint at = node_get_seat (self, count->family, scale);

  if (count->family == KRING_PART_RISK && !count->undergone && self->known.undergone > 0)
    at.x += BESIDE * scale;
  return at;
}

/**
 * kring_node_get_seats:
 * @sign_scale: how much larger than on paper the marks are
 * @seats: (out): the middles of the marks that are there
 *
 * Returns: how many
 */
guint
kring_node_get_seats (const KringNode *self,
                      double sign_scale,
                      KringPoint seats[KRING_NODE_N_SEATS])
{
  const struct
  {
    gboolean taken;
    KringComponent part;
  } rows[] = {
    { self->party != KRING_PARTY_NONE, KRING_PART_ORIGIN },
    { self->lock != KRING_LOCK_NONE, KRING_PART_LOCK },
    { self->known.questions > 0, KRING_PART_QUESTION },
  };
  KringBadgeCount counts[KRING_BADGE_COUNTS];
  guint n = 0, n_counts = kring_badge_list_counts (self->known, FALSE, counts);

  if (self->certainty == KRING_CERTAINTY_REFUTED)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].taken)
      seats[n++] = node_get_seat (self, rows[i].part, sign_scale);
  for (guint i = 0; i < n_counts; i++)
    seats[n++] = get_count_seat (self, &counts[i], sign_scale);
  if (self->party == KRING_PARTY_TOGETHER)
    {
      seats[0].x += sign_scale * KRING_BADGE_MARK / 2;
      seats[n++] = KRING_POINT_INIT (seats[0].x - sign_scale * KRING_BADGE_MARK, seats[0].y);
    }
  return n;
}

/**
 * kring_node_get_aside:
 *
 * Returns: how much further out the marks reach, as large as they are seen, than as they are drawn
 */
double
kring_node_get_aside (const KringNode *self)
{
  return 2 * GROW * (MAX (self->sign_scale, 1) - 1);
}

static void
draw_badges (KringNode *self, KringSketch *sketch, double scale)
{
  KringBadgeCount counts[KRING_BADGE_COUNTS];
  guint n_counts = kring_badge_list_counts (self->known, self->printed, counts);

  if (self->certainty == KRING_CERTAINTY_REFUTED)
    return;
  kring_badge_draw_mark (sketch, self->party, node_get_seat (self, KRING_PART_ORIGIN, scale),
                         KRING_BADGE_MARK * scale);
  if (self->lock != KRING_LOCK_NONE)
    kring_badge_draw_lock (sketch, self->lock, node_get_seat (self, KRING_PART_LOCK, scale),
                           KRING_BADGE_LOCK * scale);
  if (self->known.questions > 0)
    kring_badge_draw_question (sketch, node_get_seat (self, KRING_PART_QUESTION, scale),
                               KRING_BADGE_QUESTION * scale);
  for (guint i = 0; i < n_counts; i++)
    kring_badge_draw_count (sketch, &counts[i], get_count_seat (self, &counts[i], scale),
                            KRING_BADGE_COUNT * scale);
}

/* On the top of the rim, where no mark has its seat. */
static KringPoint
get_pin_seat (const KringNode *self)
{
  KringRect box = kring_node_get_box (self);

  return KRING_POINT_INIT (kring_rect_centre (box).x, box.y);
}

static void
draw_diagonal (const KringNode *self, KringSketch *sketch, KringColour ink, int up)
{
  KringRect box = kring_node_get_box (self);
  KringPoint middle = kring_rect_centre (box);
  double dx = box.width / 2, dy = up * box.height / 2;

  kring_sketch_stroke (sketch,
                       kring_path_new_line (KRING_POINT_INIT (middle.x - dx, middle.y + dy),
                                            KRING_POINT_INIT (middle.x + dx, middle.y - dy)),
                       ink, 2);
}

static void
draw_rim (KringNode *self, KringSketch *sketch, KringColour ink)
{
  gboolean tile = self->form == KRING_FORM_TILE;
  gboolean dotted = self->identity_unknown || self->certainty == KRING_CERTAINTY_SUSPECTED ||
                    self->certainty == KRING_CERTAINTY_UNKNOWN;
  double normal = self->centre ? RADIUS_CENTRE : tile ? RADIUS_TILE : RADIUS;
  double scale = CLAMP (self->radius / normal, THINNEST, 1);
  double width = (self->centre ? 3.5 : tile ? 1.7 : 2) * scale;
  KringShape *rim;

  rim = kring_sketch_both (sketch, kring_node_dup_outline (self, 0),
                           tile ? KRING_COLOUR_TILE : KRING_COLOUR_NODE, ink,
                           width + (dotted ? 0.5 : 0));
  if (dotted)
    kring_shape_set_dash (rim, 0.1, 4.6);
  else if (self->certainty == KRING_CERTAINTY_PROBABLE)
    kring_shape_set_dash (rim, 7, 4.5);
  if (self->centre)
    kring_sketch_stroke (
        sketch, kring_node_dup_outline (self, -MAX (INNER_RIM * self->radius, INNER_RIM_LEAST)),
        ink, 1.6 * scale);
}

static void
draw_inside (KringNode *self, KringSketch *sketch, KringColour ink)
{
  gboolean refuted = self->certainty == KRING_CERTAINTY_REFUTED;
  gboolean tile = self->form == KRING_FORM_TILE;
  gboolean is_long = self->age != NULL && g_utf8_strlen (self->age, -1) > 2;
  double larger = MAX (self->age_scale, 1);
  double half = self->radius * (tile ? 0.524 : 0.375) * MIN (larger, tile ? TILE_MOST : ICON_MOST);
  KringRect box = { self->at.x - half, self->at.y - half, 2 * half, 2 * half };
  KringTextStyle style = { 14.5, KRING_WEIGHT_MEDIUM, KRING_ANCHOR_MIDDLE,
                           ink,  KRING_COLOUR_NONE,   FALSE };

  if (self->icon != NULL)
    {
      kring_sketch_fill (sketch, kring_icon_dup_path (self->icon, box),
                         tile || refuted ? ink : KRING_COLOUR_INK2);
      return;
    }
  if (self->age == NULL)
    return;
  if (self->centre)
    {
      style.size = 21;
      style.weight = KRING_WEIGHT_SEMIBOLD;
    }
  else if (is_long)
    style.size = 13;
  style.size *= MIN (larger, self->centre ? CENTRE_AGE_MOST : is_long ? LONG_AGE_MOST : AGE_MOST);
  kring_sketch_text (sketch, KRING_POINT_INIT (self->at.x, self->at.y + style.size * 0.36),
                     self->age, &style);
}

/* The marks as large as they are seen, and where they would be as they are drawn. */
static void
node_draw_marks (KringNode *self, const KringTextMeasurer *measurer)
{
  KringSketch badges = { self->badge_shapes, measurer, self->id, KRING_PART_NONE };
  double scale = MAX (self->sign_scale, 1);

  draw_badges (self, &badges, 1);
  if (self->pinned)
    kring_badge_draw_pin (&badges, get_pin_seat (self), KRING_BADGE_PIN);
  self->plain_marks = kring_shapes_get_bounds (self->badge_shapes);
  if (scale == 1)
    return;
  g_ptr_array_set_size (self->badge_shapes, 0);
  draw_badges (self, &badges, scale);
  if (self->pinned)
    kring_badge_draw_pin (&badges, get_pin_seat (self), KRING_BADGE_PIN * scale);
}

/**
 * kring_node_draw:
 *
 * Makes the shapes of the body and of its marks.
 */
void
kring_node_draw (KringNode *self, const KringTextMeasurer *measurer)
{
  gboolean refuted = self->certainty == KRING_CERTAINTY_REFUTED;
  KringColour ink = refuted ? KRING_COLOUR_GREY : KRING_COLOUR_INK;
  KringSketch body = { self->body_shapes, measurer, self->id, KRING_PART_BODY };

  g_ptr_array_set_size (self->body_shapes, 0);
  g_ptr_array_set_size (self->badge_shapes, 0);
  if (self->form == KRING_FORM_NOTE)
    kring_note_draw (self, &body);
  else
    {
      draw_rim (self, &body, ink);
      draw_inside (self, &body, ink);
    }
  if (self->deceased)
    draw_diagonal (self, &body, ink, -1);
  if (self->deceased || refuted)
    draw_diagonal (self, &body, ink, 1);
  node_draw_marks (self, measurer);
}
