/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks for numbered words in bytes, in whatever form they can be there: plain or folded, in UTF-16,
 * as hexadecimal or octal digits, base64 or a URL, and in what PDF and PNG keep compressed.
 */
#pragma once

#include <glib.h>

/* Of a number: eight letters and figures that no text, font or picture holds by itself. */
#define TRACES_WORD "Qk%04uxz"

typedef struct
{
  guint n;            /* words */
  const char **forms; /* (owned) (element-type utf8): how each is there; NULL: it is not */
  GHashTable *inside; /* (owned) (element-type utf8): the places that were opened */
} Traces;

Traces *traces_new (guint n) G_GNUC_WARN_UNUSED_RESULT;
void traces_free (Traces *self);
void traces_search (Traces *self, const void *bytes, gsize length);
void traces_search_text (Traces *self, const char *text);
void traces_search_file (Traces *self, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Traces, traces_free)
