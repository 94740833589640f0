/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the map might become, looked at in its place, and everything gliding from old places to new
 * ones: what is drawn meanwhile, without any command. Owned by a canvas; main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"

G_BEGIN_DECLS

typedef struct _KringCanvasTrial KringCanvasTrial;

/* Of a canvas that it belongs to. */
KringCanvasTrial *kring_canvas_get_trial (KringCanvas *canvas);

KringCanvasTrial *kring_canvas_trial_new (KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_canvas_trial_free (KringCanvasTrial *self);
void kring_canvas_trial_forget (KringCanvasTrial *self);
void kring_canvas_trial_yield (KringCanvasTrial *self);
void kring_canvas_trial_end_gliding (KringCanvasTrial *self);
KringScene *kring_canvas_trial_get_scene (KringCanvasTrial *self);
GPtrArray *kring_canvas_trial_dup_gliding (KringCanvasTrial *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
