/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a GtSignalLogger has heard, in words: which signals, in which order, with what, and nothing
 * else; "notify modified", "rename dex". Of objects and the like it says the type only.
 */
#pragma once

#include <libglib-testing/signal-logger.h>

G_BEGIN_DECLS

char *emitted_take (GtSignalLogger *logger) G_GNUC_WARN_UNUSED_RESULT;
GtSignalLogger *emitted_listen (gpointer object, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* All that was emitted since this was asked last, oldest first: "redraw; rename %s", id. */
#define assert_emitted(logger, ...)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *emitted_words = emitted_take (logger);                                        \
    g_autofree char *emitted_expected = g_strdup_printf (__VA_ARGS__);                             \
                                                                                                   \
    g_assert_cmpstr (emitted_words, ==, emitted_expected);                                         \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
