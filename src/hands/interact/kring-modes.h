/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tools that take the keyboard for a moment and put it back: the other end of a tie by typing part
 * of its name, and the quality of ties by a digit. The interaction owns the one in use.
 */
#pragma once

#include "hands/interact/kring-tool.h"

G_BEGIN_DECLS

KringTool *kring_tie_from_new (KringInteraction *interaction,
                               const char *from) G_GNUC_WARN_UNUSED_RESULT;
KringTool *kring_ask_quality_new (KringInteraction *interaction,
                                  GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
