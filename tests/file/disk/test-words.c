/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the system says of a file, in words that say what to do. */
#include "file/disk/kring-system-error.h"

#include <errno.h>

static void
test_words (void)
{
  static const struct
  {
    int number;
    const char *reading, *writing; /* NULL: as for reading */
  } words[] = {
    { ENOENT, "the file is not there", "the folder is not there" },
    { ENOTDIR, "the file is not there", "the folder is not there" },
    { EACCES, "reading this file is not allowed",
      "saving is not allowed in this folder; choose another place" },
    { EPERM, "reading this file is not allowed",
      "saving is not allowed in this folder; choose another place" },
    { EROFS, "this disk can only be read; choose another place", NULL },
    { EISDIR, "this is a folder, not a file", NULL },
    { ELOOP, "this link leads around in a circle", NULL },
    { ENAMETOOLONG, "the name is too long", NULL },
    { ENOSPC, "the disk is full", NULL },
    { EDQUOT, "the disk is full", NULL },
    { EFBIG, "the file is too large for this disk", NULL },
    { EIO, "the disk reports a fault", NULL },
    { ESTALE, "this place in the network does not answer", NULL },
    { ETIMEDOUT, "this place in the network does not answer", NULL },
    { ENOTCONN, "this place in the network does not answer", NULL },
    { EMFILE, "too many files are open", NULL },
    { ENFILE, "too many files are open", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *writing = words[i].writing != NULL ? words[i].writing : words[i].reading;

      g_assert_cmpstr (kring_system_error_describe (words[i].number, FALSE), ==, words[i].reading);
      g_assert_cmpstr (kring_system_error_describe (words[i].number, TRUE), ==, writing);
    }
}

/* What nobody thought of is told as the system tells it. */
static void
test_others (void)
{
  g_assert_cmpstr (kring_system_error_describe (EXDEV, TRUE), ==, g_strerror (EXDEV));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk/words", test_words);
  g_test_add_func ("/disk/words/others", test_others);
  return g_test_run ();
}
