/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How something is known, as a sign, a word and the beginning of a sentence that keeps facts and
 * opinions apart. Constant; any thread.
 */
#pragma once

#include "map/model/kring-choices.h"

G_BEGIN_DECLS

const char *kring_how_known_get_icon (int how_known, KringStatementForm form);
const char *kring_how_known_get_word (int how_known);
char *kring_how_known_dup_opening (int how_known,
                                   const char *who,
                                   const char *today) G_GNUC_WARN_UNUSED_RESULT;
KringHowKnown kring_how_known_recognise (const char *text, char **speaker);

G_END_DECLS
