/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom a command prints or draws: its options, the same for every command, and what is said of
 * what stays behind. It is said on the error output, so that it never lands in what is handed on.
 */
#pragma once

#include "cli/kring-cli.h"
#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

/* What was typed of it. */
typedef struct
{
  char *whom; /* (owned) (nullable) */
  gboolean keep_mentions;
  gboolean list;
  const char *list_option; /* (nullable): what asks for that; as it is --left */
} KringCliReader;

#define KRING_CLI_FOR_ENTRIES(READER)                                                              \
  { "for",                                                                                         \
    0,                                                                                             \
    0,                                                                                             \
    G_OPTION_ARG_STRING,                                                                           \
    &(READER)->whom,                                                                               \
    N_ ("For whom it is: joint (as it is), care, police, youth, parents or municipality"),         \
    N_ ("WHOM") },                                                                                 \
      { "keep-mentions",                                                                           \
        0,                                                                                         \
        0,                                                                                         \
        G_OPTION_ARG_NONE,                                                                         \
        &(READER)->keep_mentions,                                                                  \
        N_ ("Keep texts that name what stays behind"),                                             \
        NULL },                                                                                    \
  {                                                                                                \
    "left", 0, 0, G_OPTION_ARG_NONE, &(READER)->list, N_ ("List what stays behind, and why"), NULL \
  }

KringExit
kring_cli_choose_reader (const char *command, const KringCliReader *reader, KringShareRule *rule);
void
kring_cli_tell_left (KringMap *map, const KringShareReport *report, const KringCliReader *reader);

void kring_cli_reader_clear (KringCliReader *reader);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KringCliReader, kring_cli_reader_clear)

G_END_DECLS
