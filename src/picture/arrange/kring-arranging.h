/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arranging a map, the same for window and program: how large everything is drawn, a layout of that,
 * and the result taken over with seats for all labels. Made and applied on the main thread; the graph
 * and the options in it may be laid out on any thread.
 */
#pragma once

#include "map/edit/kring-editor.h"
#include "picture/marks/kring-text-measurer.h"
#include "place/layout/kring-layout.h"

G_BEGIN_DECLS

typedef struct
{
  KringGraph *graph;          /* (owned) */
  KringLayoutOptions options; /* the selection in it is owned */
} KringArranging;

KringArranging *kring_arranging_new (KringMap *map,
                                     const KringLayoutOptions *options,
                                     const KringTextMeasurer *measurer) G_GNUC_WARN_UNUSED_RESULT;
void kring_arranging_apply (const KringArranging *self,
                            const KringLayoutResult *result,
                            const KringTextMeasurer *measurer,
                            KringEditor *editor);
void kring_arranging_free (KringArranging *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringArranging, kring_arranging_free)

G_END_DECLS
