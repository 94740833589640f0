/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inside of a clutter, shared by the files that keep it up and that weigh it.
 */
#pragma once

#include "place/clearance/kring-clutter.h"
#include "place/clearance/kring-cost-kernel.h"
#include "place/clearance/kring-hull-intruders.h"
#include "place/clearance/kring-vicinity.h"

G_BEGIN_DECLS

/* Half of what a person's sign takes, and half of the height of words on a tie. */
#define KRING_CLUTTER_SIGN 28.0
#define KRING_CLUTTER_WORDS 10.0

/* Nobody is too near to a tie that is as far as this from their middle. */
#define KRING_CLUTTER_BESIDE 39.0

typedef struct
{
  guint other;
  double distance;
  double weight;
} KringWanted;

struct _KringClutter
{
  const KringGraph *graph; /* (not owned) */
  double firmness;         /* of boxes on each other */
  double clearance;        /* of ties behind people */

  float *x, *y, *wider; /* (owned) middles of the nodes, and by how much more they need */
  float *left, *top, *right, *bottom; /* (owned) boxes */
  float *ax, *ay, *bx, *by;           /* (owned) ties */
  guint *first, *incident;            /* (owned) the ties at every node */
  float *ux, *uy;                     /* (owned) their directions, away from the node */
  guint *from, *to;                   /* (owned) where each tie stands among those of its ends */
  float *try_x, *try_y;               /* (owned) directions of the ties of one node */
  GArray **wanted;             /* (owned) (element-type KringWanted) of every node, or NULL */
  KringHullIntruders *foreign; /* (owned) (nullable) */
  KringVicinity *near;         /* (owned) (nullable) */
};

/* kring-clutter.c */
KringDrawnClutter kring_clutter_get_drawn (const KringClutter *self);

/* kring-clutter-weigh.c */
double kring_clutter_weigh (
    KringClutter *self, guint node, KringPoint at, const KringVicinity *near, double limit);
gboolean kring_clutter_has_words_room (KringClutter *self, guint e);

G_END_DECLS
