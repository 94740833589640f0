/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the keyboard walks over the map: from one thing to the next in a direction, and along the
 * ties of somebody. Only where the keyboard is changes; what is out of focus is passed over. Main
 * thread only.
 */
#pragma once

#include "hands/interact/kring-interaction.h"
#include "hands/session/kring-focus.h"

G_BEGIN_DECLS

gboolean kring_walk (KringInteraction *interaction, KringArrow arrow);
gboolean kring_walk_along_tie (KringInteraction *interaction, int step);
gboolean kring_walk_to_centre (KringInteraction *interaction);

G_END_DECLS
