/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader is told of the map. */
#pragma once

#include "hands/interact/kring-interaction.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_canvas_spoken_name (GtkAccessible *shown, KringMap *map);
void kring_canvas_spoken_describe (GtkAccessible *shown,
                                   KringInteraction *interaction,
                                   const char *message);

G_END_DECLS
