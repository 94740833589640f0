/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One signal or statement on one item, for tests that need what was written down: the commands
 * place the same on several.
 */
#pragma once

#include "map/edit/kring-commands.h"

G_BEGIN_DECLS

KringItem *known_add_signal (KringEditor *editor,
                             const char *about,
                             const char *catalogue,
                             const char *label,
                             KringFamily family,
                             GError **error);
KringItem *known_add_statement (KringEditor *editor,
                                const char *about,
                                KringStatementForm form,
                                const char *words,
                                GError **error);

G_END_DECLS
