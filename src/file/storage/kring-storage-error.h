/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that can go wrong between a map and the bytes on disk. Messages are in the language
 * of the interface, name the place where there is one, and never hold a path: the caller knows
 * which file it asked for. Constant; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KRING_STORAGE_ERROR (kring_storage_error_quark ())

typedef enum
{
  KRING_STORAGE_ERROR_SYNTAX,     /* not JSON as RFC 8259 has it */
  KRING_STORAGE_ERROR_LIMIT,      /* too large, too deep or too many values */
  KRING_STORAGE_ERROR_FORMAT,     /* JSON, but not a map: wrong type, unknown name, missing part */
  KRING_STORAGE_ERROR_VALUE,      /* a value that its field may not hold */
  KRING_STORAGE_ERROR_DUPLICATE,  /* an id that is used twice */
  KRING_STORAGE_ERROR_REFERENCE,  /* points at nothing, or at the wrong kind */
  KRING_STORAGE_ERROR_NEWER,      /* made by a newer Kring, cannot be read safely */
  KRING_STORAGE_ERROR_EMPTY,      /* nothing in it */
  KRING_STORAGE_ERROR_NOT_FOUND,  /* there is no such file or folder */
  KRING_STORAGE_ERROR_NOT_FILE,   /* a folder, a device, a place without a path */
  KRING_STORAGE_ERROR_PERMISSION, /* not allowed to read or write there */
  KRING_STORAGE_ERROR_FULL,       /* no room on the disk */
  KRING_STORAGE_ERROR_CHANGED,    /* not the file that was loaded */
  KRING_STORAGE_ERROR_VERIFY,     /* what was written does not read back the same */
  KRING_STORAGE_ERROR_FAILED,     /* anything else that the system reports */
} KringStorageError;

GQuark kring_storage_error_quark (void);

G_END_DECLS
