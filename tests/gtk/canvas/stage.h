/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A canvas in a window, with Noor, Dex and a flat on the map. */
#pragma once

#include "gtk/canvas/kring-canvas.h"
#include "map/edit/kring-commands.h"

G_BEGIN_DECLS

typedef struct
{
  KringMap *map;         /* (owned) */
  KringSession *session; /* (owned) */
  KringEditor *editor;   /* (owned) */
  GtkWindow *window;     /* (owned by GTK) */
  KringCanvas *canvas;   /* (not owned), in the window */
} Stage;

void stage_add (Stage *self, KringKindId kind, const char *name, double x, double y);
const KringViewport *stage_get_viewport (Stage *self);
void stage_stand_still (Stage *self);
gboolean stage_has_scale (Stage *self, double scale);
gboolean stage_is_typing (Stage *self);
void stage_open (Stage *self);
void stage_close (Stage *self);
KringItem *stage_try_find (Stage *self, const char *name);
KringItem *stage_find (Stage *self, const char *name);
KringPoint stage_place_of (Stage *self, const char *name);
KringPoint stage_on_screen (Stage *self, double x, double y);

G_END_DECLS
