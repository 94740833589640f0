/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The copy of a map that the young person may look at, and what may be in it: the names of people
 * they know themselves, and the rings they put them on. All else is not in it, so that nothing
 * that draws, lists or finds can bring it up. Fields are taken over by name, one by one: what is
 * added to the schema later stays out until somebody decides otherwise. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

KringMap *kring_share_dup_for_youth (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;
KringShareReport *kring_share_report_for_youth (KringMap *map) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
