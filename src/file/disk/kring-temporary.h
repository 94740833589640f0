/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that is being written, beside the one whose place it will take. It is locked as long as
 * somebody writes it, and its name tells on which machine, so what a program left behind that was
 * killed can be told from what another is writing right now. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *path; /* (owned) (nullable) */
  int fd;     /* for reading and writing; -1: closed */
  int lock;   /* -1: none */
} KringTemporary;

#define KRING_TEMPORARY_INIT ((KringTemporary){ NULL, -1, -1 })

gboolean kring_temporary_open (KringTemporary *self, const char *folder);
gboolean kring_temporary_close (KringTemporary *self);
gboolean kring_temporary_rename (KringTemporary *self, const char *target);
void kring_temporary_clear (KringTemporary *self);

void kring_temporary_remove_stale (const char *folder);

G_END_DECLS
