/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a window can do with the filter of its session, as actions:
 *
 *   clear-filters          shows everything
 *   hide-side (side)       hides what only "care" or "police" brought in; again: shows it
 *   see-as (side)          shows what "care" or "police" may know; again, or "": shows all
 *   see-as-other           the same for the side that does not hold the pen
 *
 * Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

G_BEGIN_DECLS

void kring_filter_actions_add (GActionMap *actions, KringSession *session);

G_END_DECLS
