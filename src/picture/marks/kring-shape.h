/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a scene is made of: filled or stroked paths and single lines of text, in map units, with
 * colours by role. The scene decides everything; a painter only puts these on a surface, in order.
 * A shape never changes once it is in a scene; it is freed with it.
 */
#pragma once

#include "map/base/kring-geometry.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_COLOUR_NONE,
  KRING_COLOUR_CANVAS,
  KRING_COLOUR_RING3,
  KRING_COLOUR_RING2,
  KRING_COLOUR_RING1,
  KRING_COLOUR_RING_LINE,
  KRING_COLOUR_RING_TEXT,
  KRING_COLOUR_NODE,
  KRING_COLOUR_TILE,
  KRING_COLOUR_INK,
  KRING_COLOUR_INK2,
  KRING_COLOUR_TIE,
  KRING_COLOUR_GREY,
  KRING_COLOUR_CARE,
  KRING_COLOUR_POLICE,
  KRING_COLOUR_RISK,
  KRING_COLOUR_VULN,
  KRING_COLOUR_VULN_FILL,
  KRING_COLOUR_PROT,
  KRING_COLOUR_ON_MARK,
  KRING_COLOUR_SELECTION,
  KRING_COLOUR_HULL1,
  KRING_COLOUR_HULL2,
  KRING_COLOUR_NOTE,
  KRING_COLOUR_NOTE_LINE,
  KRING_COLOUR_LABEL_RIM, /* round what a label stands on; in high contrast only */
  KRING_N_COLOURS,
} KringColour;

typedef enum
{
  KRING_WEIGHT_REGULAR,
  KRING_WEIGHT_MEDIUM,
  KRING_WEIGHT_SEMIBOLD,
  KRING_WEIGHT_BOLD,
} KringFontWeight;

typedef enum
{
  KRING_ANCHOR_START,
  KRING_ANCHOR_MIDDLE,
  KRING_ANCHOR_END,
} KringAnchor;

/* What part of an item a shape is, for hit testing. */
typedef enum
{
  KRING_PART_NONE, /* cannot be hit */
  KRING_PART_BODY,
  KRING_PART_LABEL,
  KRING_PART_ORIGIN,
  KRING_PART_LOCK,
  KRING_PART_QUESTION,
  KRING_PART_RISK,
  KRING_PART_VULNERABILITY,
  KRING_PART_PROTECTIVE,
} KringComponent;

typedef enum
{
  KRING_PATH_MOVE,  /* one point */
  KRING_PATH_LINE,  /* one point */
  KRING_PATH_CURVE, /* three points, cubic */
  KRING_PATH_CLOSE, /* none */
} KringPathVerb;

typedef struct
{
  GArray *verbs;  /* (owned) (element-type guint8), KringPathVerb */
  GArray *points; /* (owned) (element-type KringPoint) */
} KringPath;

typedef enum
{
  KRING_SHAPE_PATH,
  KRING_SHAPE_TEXT,
} KringShapeType;

typedef struct
{
  KringShapeType type;
  const char *id; /* (nullable) interned id of the item it belongs to */
  KringComponent part;
  KringRect bounds; /* everything it inks, stroke and halo included */

  KringColour fill; /* of a path (even-odd rule), or of the letters; KRING_COLOUR_NONE: none */
  double fill_opacity;
  KringColour stroke; /* of a path, or the halo of text */
  double stroke_opacity;
  double width;    /* of the stroke or halo */
  double dash[2];  /* on and off; dash[1] = 0: solid */
  gboolean round;  /* caps and joins */
  KringPath *path; /* (owned) (nullable) */

  char *text;    /* (owned) (nullable) one line */
  KringPoint at; /* the baseline, at the anchor */
  double size;
  KringFontWeight weight;
  KringAnchor anchor;
  gboolean struck;   /* struck through */
  double text_width; /* as measured */
} KringShape;

KringPath *kring_path_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_path_free (KringPath *self);
void kring_path_move_to (KringPath *self, double x, double y);
void kring_path_line_to (KringPath *self, double x, double y);
void kring_path_curve_to (KringPath *self, KringPoint c1, KringPoint c2, KringPoint end);
void kring_path_close (KringPath *self);
KringRect kring_path_get_bounds (const KringPath *self);

void kring_shape_free (KringShape *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringPath, kring_path_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringShape, kring_shape_free)

G_END_DECLS
