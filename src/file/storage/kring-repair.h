/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Repairs what an older program left behind: it removed an item without knowing the newer kinds of
 * items about it. What was said is kept: it hangs on the case, out of exports, until somebody says
 * what it is about. Pure function of items that are not on a map yet; any thread.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

guint kring_repair_references (GPtrArray *items, GHashTable *ids, GHashTable *removed);

G_END_DECLS
