/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word of a text. */
typedef struct
{
  char *folded; /* (owned) */
  const char *start;
  const char *end;
  gboolean is_name; /* begins with a capital, holds a digit, or is an emoji */
} KringWord;

GArray *kring_words_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
