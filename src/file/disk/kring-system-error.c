/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/disk/kring-system-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

static const char *
describe_place (int number, gboolean writing)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return writing ? _ ("the folder is not there") : _ ("the file is not there");
    case EACCES:
    case EPERM:
      return writing ? _ ("saving is not allowed in this folder; choose another place")
                     : _ ("reading this file is not allowed");
    case EROFS:
      return _ ("this disk can only be read; choose another place");
    case EISDIR:
      return _ ("this is a folder, not a file");
    case ELOOP:
      return _ ("this link leads around in a circle");
    case ENAMETOOLONG:
      return _ ("the name is too long");
    default:
      return NULL;
    }
}

/**
 * kring_system_error_describe:
 * @number: errno
 * @writing: whether something was to be written
 *
 * Returns: (transfer none): what is wrong, to be read after a name and a colon
 */
const char *
kring_system_error_describe (int number, gboolean writing)
{
  const char *place = describe_place (number, writing);

  if (place != NULL)
    return place;
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return _ ("the disk is full");
    case EFBIG:
      return _ ("the file is too large for this disk");
    case EIO:
      return _ ("the disk reports a fault");
    case ESTALE:
    case ETIMEDOUT:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
    case ENOTCONN:
    case ECONNRESET:
    case ENODEV:
      return _ ("this place in the network does not answer");
    case EMFILE:
    case ENFILE:
      return _ ("too many files are open");
    default:
      return g_strerror (number);
    }
}
