/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed on a statement card, as a draft keeps it (a{ss}): "text", "form" and "way" as
 * numbers of their enumerations, "said_by", "heard_by", "when". How it is read, and noted without
 * the card. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

G_BEGIN_DECLS

const char *kring_statement_words_get (GVariant *words, const char *part);
int kring_statement_words_get_number (GVariant *words, const char *part, int otherwise);
gboolean kring_statement_words_read_date (KringSession *session,
                                          const char *typed,
                                          char **when,
                                          char **message);
gboolean kring_statement_words_is_own (KringSession *session, GPtrArray *ids, const char *said_by);
KringHowKnown kring_statement_words_find_way (KringSession *session,
                                              GPtrArray *ids,
                                              KringHowKnown said,
                                              const char *speaker);
const char *kring_statement_words_find_writer (KringSession *session);
gboolean
kring_statement_words_note (KringSession *session, GPtrArray *ids, GVariant *words, GError **error);

G_END_DECLS
