/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The symbols of the icon set as paths, from a table made at build time out of
 * data/icons/scalable/actions. Constant data; usable on any thread.
 */
#pragma once

#include "picture/marks/kring-shape.h"

G_BEGIN_DECLS

KringPath *kring_icon_dup_path (const char *name, KringRect box) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
