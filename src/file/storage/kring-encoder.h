/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a map to the text of format 1, without a look back: kring-codec.h is the door for others.
 * Main thread only, as the map.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

GBytes *kring_encode_map (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
GBytes *kring_encode_fragment (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
