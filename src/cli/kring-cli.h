/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The headless front: one program, one function a command. Every command reads its own options,
 * says what is wrong on the error output, and returns the exit status: 0 done, 1 could not be
 * done, 2 asked in a way that is not understood. Nothing but files that were named is written.
 */
#pragma once

#include "cli/kring-cli-files.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_EXIT_DONE = 0,
  KRING_EXIT_FAILED = 1,
  KRING_EXIT_USAGE = 2,
} KringExit;

typedef struct
{
  const char *name;      /* as typed */
  const char *arguments; /* after the options, translatable */
  const char *summary;   /* one line, translatable */
  KringExit (*run) (char **arguments);
} KringCommand;

KringExit kring_cli_check (char **arguments);
KringExit kring_cli_draw (char **arguments);
KringExit kring_cli_share (char **arguments);
KringExit kring_cli_show (char **arguments);
KringExit kring_cli_new (char **arguments);
KringExit kring_cli_arrange (char **arguments);
KringExit kring_cli_catalogue (char **arguments);
KringExit kring_cli_graph_layout (char **arguments);

gboolean kring_cli_parse (const char *command, const GOptionEntry *entries, char ***arguments);
KringExit kring_cli_misused (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
