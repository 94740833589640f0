/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is being asked over the map: what kind of tie it is, or what something is called. Its answers
 * change the map; of the interaction it needs no more than everybody sees.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

G_BEGIN_DECLS

typedef struct
{
  const char *tie_from; /* (nullable) the tie that is asked about */
  const char *tie_to;   /* (nullable) */
  gboolean naming;      /* a name is asked for */
  guint64 newborn;      /* revision in which what is named was added; 0: it was there already */
} KringAsked;

KringAsked *kring_interaction_get_asked (KringInteraction *self);

G_END_DECLS
