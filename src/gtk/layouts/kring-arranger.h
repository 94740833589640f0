/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Arranges the map of a canvas: lays it out on another thread, shows how far it is, and takes the
 * result over as one step that can be undone. What is pinned stays. The last order counts; nothing
 * changes before the result is there, and nothing at all when it is cancelled. A layout can also be
 * tried: it is then only looked at.
 * Properties "busy" (boolean), "layout" (string, the last one chosen), and the choices
 * "only-selected", "keep" and "sectors" (boolean). Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"
#include "place/layout/kring-layout.h"

G_BEGIN_DECLS

#define KRING_TYPE_ARRANGER (kring_arranger_get_type ())
G_DECLARE_FINAL_TYPE (KringArranger, kring_arranger, KRING, ARRANGER, GObject)

KringArranger *kring_arranger_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;

void kring_arranger_run (KringArranger *self, KringLayoutType type);
void kring_arranger_try (KringArranger *self, KringLayoutType type);
void kring_arranger_end_trial (KringArranger *self);
gboolean kring_arranger_cancel (KringArranger *self);
gboolean kring_arranger_get_busy (KringArranger *self);
KringLayoutType kring_arranger_get_layout (KringArranger *self);

G_END_DECLS
