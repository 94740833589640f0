/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Maps for the tests of storage and document: a small one by hand, and random ones in which every
 * field of every kind gets a value. The caller owns what is returned. Main thread only.
 */
#pragma once

#include "map/model/kring-map.h"

KringMap *kring_test_map_new (void);
KringMap *kring_test_map_new_random (GRand *rand, guint n_items);
