/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A tie as it runs on the drawing: the line from outline to outline in the shape of its quality,
 * and the label on it. Which of several parallel ties it is and where its label stands is decided
 * by kring-placement. Owned by the scene; borrows its two nodes. Main thread only.
 */
#pragma once

#include "picture/marks/kring-curve.h"
#include "picture/marks/kring-ground.h"
#include "picture/scene/kring-node.h"
#include "place/clearance/kring-clearance.h"

G_BEGIN_DECLS

/* Where somebody stood or stands. */
typedef struct
{
  KringPoint at;
  double radius;
} KringStander;

typedef struct
{
  KringPoint at;   /* the middle of the label */
  double middle;   /* its distance along the body */
  double half;     /* how much of the body it covers on both sides; 0 when it stands beside */
  gboolean beside; /* off the line, without a ground of its own */
  KringRect box;   /* empty: no label */
  KringColour ground;
} KringTiePlace;

typedef struct
{
  const char *id;  /* interned */
  KringItem *item; /* (owned) */
  KringNode *from; /* (not owned) */
  KringNode *to;   /* (not owned) */
  KringQuality quality;
  KringCertainty certainty;
  KringParty party;
  KringRecordCounts known;
  double width;
  gboolean arrow_from;
  gboolean arrow_to;
  gboolean plain;  /* to a note: a thin line and nothing else */
  double bend;     /* NAN: not bent by hand */
  double label_at; /* 0 to 1; NAN: not placed by hand */

  double curve;      /* the bend it is drawn with */
  double lean;       /* and by how much that lies nearer to an end; 0: an arc */
  gboolean hidden;   /* one of too many parallel ties */
  KringBend further; /* than by itself it bends, with those parallel to it */
  guint n_parallel;  /* of so many; 0: not known yet */
  double widest;     /* as the widest was when it was found */
  guint more;        /* it stands for itself and so many hidden ones: a pill; 0: a tie */
  KringCurve *arc;   /* (owned) (nullable) from middle to middle */
  KringCurve *line;  /* (owned) (nullable) from outline to outline */
  KringCurve *body;  /* (owned) (nullable) without arrowheads */

  char **words;     /* (owned) lines of the label */
  const char *icon; /* (nullable) symbol before the words */
  double text_width;
  gboolean cut;       /* the words go on beyond these lines */
  double label_width; /* 0: no label */
  double label_height;
  KringTiePlace place;
  KringRect reach;        /* what was looked at when the place was chosen */
  gboolean routed;        /* the arc is up to date */
  gboolean line_changed;  /* must be drawn again */
  gboolean label_changed; /* must be drawn again */
  double glyph;           /* distance of the glyph along the body */

  GPtrArray *line_shapes;  /* (owned) (element-type KringShape) */
  GPtrArray *label_shapes; /* (owned) (element-type KringShape) */
} KringTie;

KringTie *kring_tie_new (KringItem *item,
                         KringRecordCounts known,
                         KringNode *from,
                         KringNode *to,
                         const KringSceneOptions *options,
                         const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
void kring_tie_free (KringTie *self);

guint kring_ties_spread (GPtrArray *ties, GPtrArray *nodes, const GArray *moved);
void kring_tie_route (KringTie *self);
void kring_tie_trim (KringTie *self);
gboolean kring_tie_has_glyph (const KringTie *self);
void kring_tie_add_line (const KringTie *self,
                         const KringGround *ground,
                         const KringTextMeasurer *measurer);

/* kring-tie-label.c */
void kring_tie_label_read (KringTie *self,
                           const KringSceneOptions *options,
                           const KringTextMeasurer *measurer);
KringTiePlace kring_tie_label_get_place (const KringTie *self, double t, int side);
char *kring_tie_label_dup_text (const KringTie *self);
gboolean kring_tie_label_is_short (const KringTie *self);
double kring_tie_label_get_gap (const KringTie *self, const KringTiePlace *place, double *middle);
void kring_tie_label_draw (KringTie *self,
                           const KringSceneOptions *options,
                           const KringTextMeasurer *measurer);

G_END_DECLS
