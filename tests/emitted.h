/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a GtSignalLogger has heard, in words: which signals, in which order, with what, and nothing
 * else. "modified" is a notification of that property, "rename dex" a signal with a text. A text that
 * may be NULL is more than the logger can say.
 */
#pragma once

#include <libglib-testing/signal-logger.h>

G_BEGIN_DECLS

char *emitted_take (GtSignalLogger *logger) G_GNUC_WARN_UNUSED_RESULT;

/* All that was emitted since it was asked last, oldest first: "typed; rename dex". */
#define assert_emitted(logger, expected)                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *emitted_words = emitted_take (logger);                                        \
                                                                                                   \
    g_assert_cmpstr (emitted_words, ==, expected);                                                 \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
