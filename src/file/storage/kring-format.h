/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What format 1 calls things: the names of members that are no fields, the minor version that follows
 * from the schema, and how many decimals a number keeps. Described for people in doc/format.md.
 * Constant; any thread.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

#define KRING_FORMAT_MAJOR 1

#define KRING_FORMAT_POSITION_DECIMALS 1
#define KRING_FORMAT_NUMBER_DECIMALS 3

/* Members of a newer minor version that are no fields travel in the extra of an item under its
 * name behind one of these; no name may hold these characters. */
#define KRING_FORMAT_EXTRA_TOP "/"
#define KRING_FORMAT_EXTRA_STAMP "stamps:"
#define KRING_FORMAT_EXTRA_MINOR KRING_FORMAT_EXTRA_TOP "minor"

gint64 kring_format_get_newest_minor (void);
gint64 kring_format_get_minor (KringItem *item);
const KringKind *kring_format_find_kind (const char *key);
gboolean kring_format_is_name (const char *name);
KringItem *kring_format_dup_rounded (KringItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
