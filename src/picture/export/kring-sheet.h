/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One sheet: its header, legend and footer, and the room that these leave. For the files of this
 * room that make sheets. Any one thread.
 */
#pragma once

#include "picture/export/kring-frame.h"
#include "picture/export/kring-page.h"

G_BEGIN_DECLS

/* Shapes with their place on the sheet. */
typedef struct
{
  GPtrArray *shapes; /* (owned) (element-type KringShape) */
  KringFit fit;
  KringRect clip; /* on the sheet; empty: not clipped */
} KringLayer;

/* What stands on it, and under construction the room that is left. */
typedef struct
{
  GPtrArray *layers; /* (owned) (element-type KringLayer) */
  KringRect area;
  KringRect size;
  const char *title; /* (not owned) (nullable): of what begins on it */
} KringSheet;

/* What was ordered; nothing of it is owned. */
typedef struct
{
  KringScene *scene;
  const KringWording *wording;
  const KringPageSetup *setup;
  const KringTextMeasurer *measurer;
  gboolean landscape; /* of the sheets with the map */
  gboolean beside;    /* the legend stands beside the map, not below it */
  guint n_after;      /* sheets that follow those of the map */
} KringOrder;

void kring_sheet_layer_free (gpointer layer);
KringLayer *kring_sheet_add_layer (GPtrArray *layers, GPtrArray *shapes, KringFit fit);
KringFrame kring_sheet_get_frame (const KringOrder *order, KringRect sheet);
KringSheet kring_sheet_begin (
    const KringOrder *order, KringRect sheet, guint number, guint n_sheets, const char *part);

G_END_DECLS
