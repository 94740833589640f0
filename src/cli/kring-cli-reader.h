/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom a command prints or draws: its options, the same for every command, and what is said of
 * what stays behind. It is said on the error output, so that it never lands in what is handed on.
 */
#pragma once

#include "cli/kring-cli.h"
#include "share/kring-permitted.h"

G_BEGIN_DECLS

#define KRING_CLI_FOR_ENTRIES(READER, KEEP)                                                        \
  { "for",      0,                                                                                 \
    0,          G_OPTION_ARG_STRING,                                                               \
    READER,     N_ ("For whom it is: joint (as it is), care or police"),                           \
    N_ ("WHOM") },                                                                                 \
  {                                                                                                \
    "keep-mentions", 0, 0, G_OPTION_ARG_NONE, KEEP, N_ ("Keep texts that name what stays behind"), \
        NULL                                                                                       \
  }

KringExit kring_cli_choose_reader (const char *command,
                                   const char *reader,
                                   gboolean keep_mentions,
                                   KringShareRule *rule);
void kring_cli_tell_left (KringMap *map, const KringShareReport *report, gboolean kept);

G_END_DECLS
