/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-badge.h"

#include "picture/marks/kring-icon.h"

#include <glib/gi18n-lib.h>

#define RIM 1.5

/* The grid that lock and bubble are drawn on. */
#define GRID 16.0

static void
draw_letter (
    KringSketch *sketch, KringPoint at, double size, const char *letter, KringColour colour)
{
  const KringTextStyle style = { size * 0.72, KRING_WEIGHT_BOLD, KRING_ANCHOR_MIDDLE,
                                 colour,      KRING_COLOUR_NONE, FALSE };

  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + size * 0.262), letter, &style);
}

static void
draw_care (KringSketch *sketch, KringPoint at, double size)
{
  kring_sketch_both (sketch, kring_path_new_ellipse (at, size / 2, size / 2), KRING_COLOUR_CARE,
                     KRING_COLOUR_NODE, RIM);
  /* Translators: the letter on the round mark of what care brought in */
  draw_letter (sketch, at, size, C_ ("initial of care", "C"), KRING_COLOUR_ON_MARK);
}

static void
draw_police (KringSketch *sketch, KringPoint at, double size)
{
  KringRect box = { at.x - size / 2, at.y - size / 2, size, size };

  kring_sketch_both (sketch, kring_path_new_rect (box, size * 0.2), KRING_COLOUR_POLICE,
                     KRING_COLOUR_NODE, RIM);
  /* Translators: the letter on the square mark of what police brought in */
  draw_letter (sketch, at, size, C_ ("initial of police", "P"), KRING_COLOUR_ON_MARK);
}

/* Sources that hold no pen of their own: an open mark with a letter. */
static void
draw_other (KringSketch *sketch, KringParty party, KringPoint at, double size)
{
  const char *letter;

  if (party == KRING_PARTY_YOUTH)
    letter = C_ ("initial of the young person", "Y");
  else if (party == KRING_PARTY_PARENT)
    letter = C_ ("initial of a parent", "F");
  else
    letter = C_ ("initial of an open source", "O");
  kring_sketch_fill (sketch, kring_path_new_ellipse (at, size / 2 + RIM / 2, size / 2 + RIM / 2),
                     KRING_COLOUR_NODE);
  kring_sketch_stroke (sketch, kring_path_new_ellipse (at, size / 2 - 0.6, size / 2 - 0.6),
                       KRING_COLOUR_INK2, 1.2);
  draw_letter (sketch, at, size * 0.9, letter, KRING_COLOUR_INK2);
}

/**
 * kring_badge_draw_mark:
 * @at: the middle
 * @size: height of the mark, in map units
 *
 * Draws who brought something in: a round letter for care, a square one for police, both for
 * together, and an open mark for everyone else. Nothing for KRING_PARTY_NONE.
 */
void
kring_badge_draw_mark (KringSketch *sketch, KringParty party, KringPoint at, double size)
{
  sketch->part = KRING_PART_ORIGIN;
  switch (party)
    {
    case KRING_PARTY_NONE:
      break;
    case KRING_PARTY_CARE:
      draw_care (sketch, at, size);
      break;
    case KRING_PARTY_POLICE:
      draw_police (sketch, at, size);
      break;
    case KRING_PARTY_TOGETHER:
      draw_police (sketch, KRING_POINT_INIT (at.x + size * 0.52, at.y), size);
      draw_care (sketch, KRING_POINT_INIT (at.x - size * 0.48, at.y), size);
      break;
    default:
      draw_other (sketch, party, at, size);
    }
}

/* A diamond of half-diagonal r with rounded corners. */
static KringPath *
badge_new_diamond (KringPoint at, double r)
{
  const double k = 2.6 * 0.7, out = 2.6 * 0.15;
  const KringPoint tips[] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  KringPath *path = kring_path_new ();

  for (guint i = 0; i < 4; i++)
    {
      KringPoint tip = tips[i];
      KringPoint base = { at.x + tip.x * (r - k), at.y + tip.y * (r - k) };
      KringPoint side = { -tip.y * k, tip.x * k };
      KringPoint control = { at.x + tip.x * (r + out), at.y + tip.y * (r + out) };

      if (i == 0)
        kring_path_move_to (path, base.x - side.x, base.y - side.y);
      else
        kring_path_line_to (path, base.x - side.x, base.y - side.y);
      kring_path_quad_to (path, control, KRING_POINT_INIT (base.x + side.x, base.y + side.y));
    }
  kring_path_close (path);
  return path;
}

static KringPath *
new_hexagon (KringPoint at, double r)
{
  KringPoint points[6];
  KringPath *path;

  for (guint i = 0; i < 6; i++)
    points[i] = KRING_POINT_INIT (at.x + r * sin (i * G_PI / 3), at.y - r * cos (i * G_PI / 3));
  path = kring_path_new_polyline (points, 6);
  kring_path_close (path);
  return path;
}

/* The right half of a shield, from the top to the tip, on a grid where it is 14.5 high. */
static const KringPoint shield_half[] = {
  { 1.9, -5.7 }, { 4.0, -5.1 }, { 6.2, -5.0 }, { 6.2, -5.0 }, { 6.2, -0.7 },
  { 6.2, -0.7 }, { 6.2, 3.2 },  { 3.8, 5.9 },  { 0, 7.5 },
};

static KringPath *
new_shield (KringPoint at, double r)
{
  const KringPoint *h = shield_half;
  const int last = G_N_ELEMENTS (shield_half) - 1;
  KringPath *path = kring_path_new ();

  kring_path_move_to (path, 0, -7);
  for (int i = 0; i < last; i += 3)
    kring_path_curve_to (path, h[i], h[i + 1], h[i + 2]);
  for (int i = last - 1; i > 0; i -= 3)
    {
      KringPoint end = i >= 3 ? h[i - 2] : KRING_POINT_INIT (0, -7);

      kring_path_curve_to (path, KRING_POINT_INIT (-h[i].x, h[i].y),
                           KRING_POINT_INIT (-h[i - 1].x, h[i - 1].y),
                           KRING_POINT_INIT (-end.x, end.y));
    }
  kring_path_close (path);
  kring_path_transform (path, r / 7, at.x, at.y);
  return path;
}

/**
 * kring_badge_list_counts:
 * @known: what is counted
 * @dots: never with a number
 * @counts: (out): the marks that tell it, in the order of their seats
 *
 * Returns: how many there are
 */
guint
kring_badge_list_counts (KringRecordCounts known,
                         gboolean dots,
                         KringBadgeCount counts[KRING_BADGE_COUNTS])
{
  const KringBadgeCount all[KRING_BADGE_COUNTS] = {
    { KRING_PART_RISK, known.undergone, TRUE, dots },
    { KRING_PART_RISK, known.risks - known.undergone, FALSE, dots },
    { KRING_PART_VULNERABILITY, known.vulnerabilities, FALSE, dots },
    { KRING_PART_PROTECTIVE, known.protective, FALSE, dots },
  };
  guint n = 0;

  for (guint i = 0; i < KRING_BADGE_COUNTS; i++)
    if (all[i].count > 0)
      counts[n++] = all[i];
  return n;
}

static void
draw_digit (KringSketch *sketch, KringPoint at, guint count, double radius, KringColour colour)
{
  g_autofree char *digit = g_strdup_printf ("%u", count);
  double part = radius / KRING_BADGE_COUNT;
  const KringTextStyle style = { 11 * (part < 1 ? MIN (part + 0.08, 1) : part),
                                 KRING_WEIGHT_BOLD,
                                 KRING_ANCHOR_MIDDLE,
                                 colour,
                                 KRING_COLOUR_NONE,
                                 FALSE };

  kring_sketch_text (sketch, KRING_POINT_INIT (at.x, at.y + style.size * 0.36), digit, &style);
}

/* One, two beside each other, or three in a triangle: that, and more. */
static void
draw_dots (KringSketch *sketch, KringPoint at, guint count, double radius, KringColour colour)
{
  static const KringPoint places[KRING_BADGE_DOTS][KRING_BADGE_DOTS] = {
    { { 0, 0 } },
    { { -0.26, 0 }, { 0.26, 0 } },
    { { 0, -0.27 }, { -0.27, 0.18 }, { 0.27, 0.18 } },
  };
  guint n = MIN (count, KRING_BADGE_DOTS);

  for (guint i = 0; i < n; i++)
    {
      KringPoint place = places[n - 1][i];
      KringPoint middle = { at.x + place.x * radius, at.y + place.y * radius };

      kring_sketch_fill (sketch, kring_path_new_ellipse (middle, radius * 0.18, radius * 0.18),
                         colour);
    }
}

/* The ground of a mark; returns the colour of what stands on it. */
static KringColour
draw_form (KringSketch *sketch, const KringBadgeCount *count, KringPoint at, double radius)
{
  if (count->family == KRING_PART_PROTECTIVE)
    {
      kring_sketch_both (sketch, new_shield (at, radius + 0.4), KRING_COLOUR_PROT,
                         KRING_COLOUR_NODE, RIM);
      return KRING_COLOUR_ON_MARK;
    }
  if (count->family == KRING_PART_VULNERABILITY)
    {
      kring_sketch_fill (sketch, new_hexagon (at, radius + 1.2), KRING_COLOUR_NODE);
      kring_sketch_both (sketch, new_hexagon (at, radius - 0.6), KRING_COLOUR_VULN_FILL,
                         KRING_COLOUR_VULN, 1.7)
          ->round = TRUE;
      return KRING_COLOUR_VULN;
    }
  if (!count->undergone)
    {
      kring_sketch_both (sketch, badge_new_diamond (at, radius + 1.2), KRING_COLOUR_RISK,
                         KRING_COLOUR_NODE, RIM);
      return KRING_COLOUR_ON_MARK;
    }
  kring_sketch_fill (sketch, badge_new_diamond (at, radius + 2), KRING_COLOUR_NODE);
  kring_sketch_both (sketch, badge_new_diamond (at, radius + 0.2), KRING_COLOUR_NODE,
                     KRING_COLOUR_RISK, 1.7)
      ->round = TRUE;
  return KRING_COLOUR_RISK;
}

/**
 * kring_badge_draw_count:
 * @at: the middle
 * @radius: KRING_BADGE_COUNT on a node, smaller on a tie
 *
 * Risk is a diamond, open for what happens to somebody and filled for what others do; vulnerability
 * is an open hexagon, what protects a filled shield.
 */
void
kring_badge_draw_count (KringSketch *sketch,
                        const KringBadgeCount *count,
                        KringPoint at,
                        double radius)
{
  KringColour colour;

  sketch->part = count->family;
  colour = draw_form (sketch, count, at, radius);
  if (count->dots || count->count >= KRING_BADGE_DOTS)
    draw_dots (sketch, at, count->count, radius, colour);
  else if (count->count > 0)
    draw_digit (sketch, at, count->count, radius, colour);
}

/**
 * kring_badge_get_lock:
 *
 * Returns: why @item is not for everybody; for whom it is comes before an address that is secret
 */
KringLock
kring_badge_get_lock (KringItem *item)
{
  switch (kring_item_get_audience (item))
    {
    case KRING_AUDIENCE_CARE:
      return KRING_LOCK_CARE;
    case KRING_AUDIENCE_POLICE:
      return KRING_LOCK_POLICE;
    case KRING_AUDIENCE_NONE:
      return KRING_LOCK_EXPORTS;
    default:
      return kring_kind_find_field (kring_item_get_kind (item), KRING_F_SECRET) != NULL &&
                     kring_item_get_bool (item, KRING_F_SECRET)
                 ? KRING_LOCK_SECRET
                 : KRING_LOCK_NONE;
    }
}

static void
draw_padlock (KringSketch *sketch, KringPoint at, double size)
{
  double k = size / GRID;
  KringRect box = { at.x - size / 2, at.y - size / 2, size, size };
  KringRect body = { box.x + 2.8 * k, box.y + 7 * k, 10.4 * k, 7.6 * k };
  KringRect shackle = { box.x + 5.1 * k, box.y + 1.8 * k, 5.8 * k, 8 * k };
  KringPath *under = kring_path_new_rect (body, 1.6 * k);
  g_autoptr (KringPath) top = kring_path_new_rect (shackle, 2.9 * k);

  kring_path_add (under, top);
  kring_sketch_stroke (sketch, under, KRING_COLOUR_NODE, 4.5 * k)->round = TRUE;
  kring_sketch_fill (sketch, kring_icon_dup_path ("lock", box), KRING_COLOUR_INK);
}

/* The shackle of a lock over what comes in the place of its body. */
static void
draw_shackle (KringSketch *sketch, KringPoint at, double size)
{
  double k = size / GRID;
  KringRect bow = { at.x - 3.6 * k, at.y - 7.4 * k, 7.2 * k, 10 * k };

  kring_sketch_stroke (sketch, kring_path_new_rect (bow, 3.6 * k), KRING_COLOUR_NODE, 5 * k);
  kring_sketch_stroke (sketch, kring_path_new_rect (bow, 3.6 * k), KRING_COLOUR_INK, 2 * k);
}

/* A lock with a body like the mark of one side, dark as locks are. */
static void
draw_sided_lock (KringSketch *sketch, KringLock lock, KringPoint at, double size)
{
  double body = size * 0.76;
  KringPoint middle = { at.x, at.y + size * 0.16 };
  KringRect box = { middle.x - body / 2, middle.y - body / 2, body, body };
  gboolean care = lock == KRING_LOCK_CARE;
  KringPath *path = care ? kring_path_new_ellipse (middle, body / 2, body / 2)
                         : kring_path_new_rect (box, body * 0.16);

  draw_shackle (sketch, at, size);
  kring_sketch_both (sketch, path, KRING_COLOUR_INK, KRING_COLOUR_NODE, RIM * 0.7);
  draw_letter (sketch, middle, body * 1.05,
               care ? C_ ("initial of care", "C") : C_ ("initial of police", "P"),
               KRING_COLOUR_ON_MARK);
}

static void
draw_closed_eye (KringSketch *sketch, KringPoint at, double size)
{
  KringRect box = { at.x - size / 2, at.y - size / 2, size, size };

  kring_sketch_fill (sketch, kring_path_new_ellipse (at, size * 0.56, size * 0.56),
                     KRING_COLOUR_NODE);
  kring_sketch_fill (sketch, kring_icon_dup_path ("eye-off", box), KRING_COLOUR_INK);
}

/**
 * kring_badge_draw_lock:
 *
 * Draws for whom something is: a lock with the round body of care or the square one of police, a
 * closed eye for what is in no export, and a plain lock for what is secret.
 */
void
kring_badge_draw_lock (KringSketch *sketch, KringLock lock, KringPoint at, double size)
{
  sketch->part = KRING_PART_LOCK;
  if (lock == KRING_LOCK_EXPORTS)
    draw_closed_eye (sketch, at, size);
  else if (lock == KRING_LOCK_SECRET)
    draw_padlock (sketch, at, size);
  else if (lock != KRING_LOCK_NONE)
    draw_sided_lock (sketch, lock, at, size);
}

static KringPath *
new_bubble (void)
{
  KringPath *path = kring_path_new_rect (KRING_RECT_INIT (1.7, 1.8, 12.6, 10), 1.8);
  const KringPoint tail[] = { { 8.6, 11.8 }, { 5.4, 14.8 }, { 5.4, 11.8 } };

  /* The tail interrupts the lower side, which the rectangle draws from right to left. */
  for (guint i = 0; i < path->points->len; i++)
    {
      KringPoint point = g_array_index (path->points, KringPoint, i);

      if (fabs (point.x - 3.5) < 1e-9 && fabs (point.y - 11.8) < 1e-9)
        {
          const guint8 lines[] = { KRING_PATH_LINE, KRING_PATH_LINE, KRING_PATH_LINE };

          g_array_insert_vals (path->points, i, tail, 3);
          g_array_insert_vals (path->verbs, 5, lines, 3);
          break;
        }
    }
  return path;
}

/**
 * kring_badge_draw_question:
 *
 * Draws that a question is open: a bubble with a question mark.
 */
void
kring_badge_draw_question (KringSketch *sketch, KringPoint at, double size)
{
  double k = size / GRID;
  KringPoint corner = { at.x - size / 2, at.y - size / 2 };
  const KringTextStyle style = { 10.5 * k,         KRING_WEIGHT_BOLD, KRING_ANCHOR_MIDDLE,
                                 KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE };
  KringPath *bubble = new_bubble (), *under = new_bubble ();

  sketch->part = KRING_PART_QUESTION;
  kring_path_transform (bubble, k, corner.x, corner.y);
  kring_path_transform (under, k, corner.x, corner.y);
  kring_sketch_both (sketch, under, KRING_COLOUR_NODE, KRING_COLOUR_NODE, 3 * k)->round = TRUE;
  kring_sketch_both (sketch, bubble, KRING_COLOUR_NODE, KRING_COLOUR_INK, 1.4 * k)->round = TRUE;
  kring_sketch_text (sketch, KRING_POINT_INIT (corner.x + 8 * k, corner.y + 10.6 * k), "?", &style);
}

/**
 * kring_badge_draw_pin:
 *
 * Draws that something is pinned to its place.
 */
void
kring_badge_draw_pin (KringSketch *sketch, KringPoint at, double size)
{
  KringRect box = { at.x - size / 2, at.y - size / 2, size, size };

  sketch->part = KRING_PART_NONE;
  kring_sketch_fill (sketch, kring_path_new_ellipse (at, size * 0.62, size * 0.62),
                     KRING_COLOUR_NODE);
  kring_sketch_fill (sketch, kring_icon_dup_path ("pin", box), KRING_COLOUR_INK2);
}
