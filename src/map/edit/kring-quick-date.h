/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A date among what somebody types in one go, as in "gift 12-9" or "12-11 missing". What counts as a
 * date is for kring_date_parse_typed (); only what cannot be anything else counts here: months alone
 * are in small letters, so that a Jan stays a Jan, and "ma" stays a mother. Pure function. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_QUICK_DATE_LAST,  /* at the end, behind words, and not in the future */
  KRING_QUICK_DATE_FIRST, /* at the beginning, and else at the end */
} KringQuickDatePlace;

char *kring_quick_date_split (const char *typed,
                              const char *today,
                              KringQuickDatePlace place,
                              char **date,
                              char **other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
