/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A date at the end of what somebody types in one go, as in "gift sep" or "gift 12-9". Only what
 * cannot be anything else counts: at least one word stands before it, it is not in the future, and
 * months are in small letters, so that a Jan stays a Jan. Pure function. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kring_quick_date_split (const char *typed,
                              const char *today,
                              char **date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
