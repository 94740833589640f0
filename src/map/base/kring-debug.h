/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the program does, on standard error, for whoever asks for it with KRING_DEBUG: names of parts
 * with commas between them ("layout,recovery"), or "all". Lines hold ids and counts and nothing that
 * somebody entered. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_DEBUG_LAYOUT = 1 << 0,
  KRING_DEBUG_RECOVERY = 1 << 1,
  KRING_DEBUG_FILTER = 1 << 2,
  KRING_DEBUG_STORAGE = 1 << 3,
} KringDebugPart;

void kring_debug (KringDebugPart part, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
