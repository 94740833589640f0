/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where things could stand: a frozen graph in, places out. No global state; the same graph, options
 * and seed give the same bytes. A call may run on any thread and ends soon after its cancellable is
 * cancelled; what it got is then left alone.
 */
#pragma once

#include "map/base/kring-graph.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_LAYOUT_RINGS,    /* the root in the middle, ring by closeness */
  KRING_LAYOUT_STRESS,   /* drawn distance follows distance in ties */
  KRING_LAYOUT_READABLE, /* the same, then made legible */
  KRING_LAYOUT_GROUPS,   /* members of a group together */
  KRING_LAYOUT_FAMILY,   /* generations in rows */
  KRING_LAYOUT_TIDY,     /* only overlaps away, and straight */
  KRING_N_LAYOUTS,
} KringLayoutType;

/* Bands between the rings; the fourth is for those whom no tie joins to the root. */
#define KRING_LAYOUT_BANDS 4

typedef struct
{
  KringLayoutType type;
  guint32 seed;
  double step;       /* map units that one step takes; 0: every tie as long as it needs */
  double gap;        /* free space between boxes, in map units */
  gboolean keep;     /* what stands somewhere stays near; only the rest finds a place */
  gboolean sectors;  /* rings: each group its own sector */
  gboolean exact;    /* rings: everybody exactly at distance x step, round, overlaps allowed */
  gboolean overlaps; /* leave overlaps in: to compare with other programs */
  guint iterations;  /* of gradient descent, to compare times at the same stress; 0: as usual */
  gboolean plain;    /* no vector unit: to compare with machines that have none */
  /* (nullable) (element-type utf8): ids of all that may move; what else stands somewhere stays */
  GHashTable *selection;
  KringPoint ring_axes[KRING_LAYOUT_BANDS]; /* outer half axes of the bands; 0: as usual */
  double ring_sizes[KRING_LAYOUT_BANDS];    /* times which they are larger now; 0: as usual */
  GCancellable *cancellable;                /* (nullable) */
  /* (nullable) called on the layout's thread with the picture so far */
  void (*progress) (const KringPoint *places, double fraction, gpointer data);
  gpointer progress_data;
} KringLayoutOptions;

typedef struct
{
  KringPoint *places;                    /* (owned) (array length=n_nodes) */
  double ring_sizes[KRING_LAYOUT_BANDS]; /* rings: times which each must be drawn larger; else 1 */
} KringLayoutResult;

KringLayoutResult *kring_layout_run (const KringGraph *graph,
                                     const KringLayoutOptions *options,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_layout_result_free (KringLayoutResult *self);
void kring_layout_run_async (KringGraph *graph,
                             const KringLayoutOptions *options,
                             GAsyncReadyCallback callback,
                             gpointer data);
KringLayoutResult *kring_layout_run_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *kring_layout_type_get_name (KringLayoutType type);
gboolean kring_layout_type_find (const char *name, KringLayoutType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringLayoutResult, kring_layout_result_free)

G_END_DECLS
