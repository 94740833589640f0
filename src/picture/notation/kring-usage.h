/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which signs the drawing of a map uses, so that a legend explains these and no others. A plain
 * value; a pure function of the map. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"
#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-ground.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean sexes[4], centre, deceased, age, identity_unknown;
  gboolean kinds[KRING_N_KINDS], scooter, advert;
  gboolean certainties[5], unsaid; /* what was said, and whether it is not said somewhere */
  gboolean qualities[9], arrow, both_ways, strong, weak;
  gboolean parties[6], locks[KRING_N_LOCKS];
  gboolean undergone, done; /* signals of risk: what happens to somebody, and what others do */
  gboolean vulnerability, protective, question;
  gboolean many; /* somewhere so many signals that no number is drawn */
  gboolean rings, orange;
} KringUsage;

KringUsage kring_usage_read (KringMap *map);

G_END_DECLS
