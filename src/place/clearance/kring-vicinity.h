/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one node of a drawing can meet while it is tried at several places in an area: for each of its
 * ties the other ties and the people that may come near, copied together. Holds as long as nobody else
 * moves. Owned by a clutter; one thread.
 */
#pragma once

#include "map/base/kring-graph.h"
#include "place/clearance/kring-cost-kernel.h"

G_BEGIN_DECLS

/* A drawing to copy from. */
typedef struct
{
  const KringGraph *graph; /* (not owned) */
  const guint *first;      /* the ties at every node */
  const guint *incident;
  KringSegments ties;
  KringPeople people;
} KringDrawnClutter;

/* What a tie can meet. */
typedef struct
{
  KringSegments ties;
  guint n_ties;
  KringPeople people; /* neither of its ends, where it is a part of the drawing */
  guint n_people;
  KringPeople around; /* who may be in the way of its words */
  guint n_around;
} KringMeets;

/* The node itself and its ties, in their order. */
typedef struct
{
  KringMeets own;   /* ties that may come near, boxes that may be under its own */
  KringMeets *ties; /* (owned) */

  gsize n_segments, n_people; /* how many there is room for */
  float *segments[4];         /* (owned) */
  float *people[7];           /* (owned) */
  gsize segments_used, people_used;
  guint8 *touch; /* (owned) */
} KringVicinity;

KringVicinity *kring_vicinity_new (const KringGraph *graph) G_GNUC_WARN_UNUSED_RESULT;
void kring_vicinity_free (KringVicinity *self);
void kring_vicinity_look (KringVicinity *self,
                          const KringDrawnClutter *drawn,
                          guint node,
                          KringRect area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringVicinity, kring_vicinity_free)

G_END_DECLS
