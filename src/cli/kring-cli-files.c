/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memfd_create () */
#include "cli/kring-cli-files.h"

#include "file/disk/kring-system-error.h"
#include "file/storage/kring-codec.h"
#include "file/storage/kring-file.h"
#include "file/storage/kring-gate.h"
#include "map/base/kring-sanitize.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define CHUNK (1 << 16)

/**
 * kring_cli_is_stream:
 *
 * Returns: whether @typed means standard input or output
 */
gboolean
kring_cli_is_stream (const char *typed)
{
  return strcmp (typed, "-") == 0;
}

/**
 * kring_cli_dup_file:
 * @typed: a path, also one with a colon in it, or an address with a scheme and two slashes
 *
 * Returns: (transfer full): what is meant
 */
GFile *
kring_cli_dup_file (const char *typed)
{
  if (strstr (typed, "://") != NULL && !g_file_test (typed, G_FILE_TEST_EXISTS))
    return g_file_new_for_commandline_arg (typed);
  return g_file_new_for_path (typed);
}

/**
 * kring_cli_dup_name:
 *
 * Returns: (transfer full): @typed as it can be printed: one line of text
 */
char *
kring_cli_dup_name (const char *typed)
{
  g_autofree char *valid = g_utf8_make_valid (typed, -1);

  if (kring_cli_is_stream (typed))
    return g_strdup (_ ("standard input or output"));
  return g_strdelimit (kring_sanitize_dup (valid), "\n\t", '?');
}

/**
 * kring_cli_complain:
 * @typed: as it was typed
 *
 * Says what is wrong with the file.
 */
void
kring_cli_complain (const char *typed, const GError *error)
{
  g_autofree char *name = kring_cli_dup_name (typed);

  g_printerr ("%s: %s\n", name, error->message);
}

static gboolean
cli_files_is_same_inode (const char *a, const char *b)
{
  GStatBuf one, other;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0 && one.st_dev == other.st_dev &&
         one.st_ino == other.st_ino;
}

/**
 * kring_cli_is_same_file:
 * @a: a path as it was typed
 * @b: likewise
 *
 * Returns: whether both are the same file, also one that is not there yet
 */
gboolean
kring_cli_is_same_file (const char *a, const char *b)
{
  g_autofree char *folder = g_path_get_dirname (a), *other = g_path_get_dirname (b);
  g_autofree char *name = g_path_get_basename (a), *other_name = g_path_get_basename (b);

  return cli_files_is_same_inode (a, b) ||
         (strcmp (name, other_name) == 0 && cli_files_is_same_inode (folder, other));
}

/**
 * kring_cli_may_write:
 * @typed: where to
 * @input: (nullable): what was read; writing that again surprises nobody
 * @force: whether somebody said that a file may be replaced
 *
 * Returns: whether nothing that is there is lost; if not, that has been said
 */
gboolean
kring_cli_may_write (const char *typed, const char *input, gboolean force)
{
  g_autofree char *name = NULL;
  GStatBuf there;

  if (force || kring_cli_is_stream (typed) || g_lstat (typed, &there) != 0 ||
      !(S_ISREG (there.st_mode) || S_ISLNK (there.st_mode)))
    return TRUE;
  if (input != NULL && kring_cli_is_same_file (typed, input))
    return TRUE;
  name = kring_cli_dup_name (typed);
  g_printerr (_ ("%s: there is a file of that name already; --force replaces it\n"), name);
  return FALSE;
}

/**
 * kring_cli_may_write_sheets:
 * @export: what is to be written
 * @typed: where to
 * @force: whether somebody said that a file may be replaced
 *
 * Returns: as kring_cli_may_write (); where every sheet is a file of its own, each is asked for
 */
gboolean
kring_cli_may_write_sheets (KringExport *export, const char *typed, gboolean force)
{
  g_autofree char *folder = g_path_get_dirname (typed), *name = g_path_get_basename (typed);
  guint n = kring_export_get_n_files (export);
  gboolean may = TRUE;

  for (guint i = 0; i < n && may; i++)
    {
      g_autofree char *sheet_name = kring_export_dup_sheet_name (name, i);
      g_autofree char *sheet = g_build_filename (folder, sheet_name, NULL);

      may = kring_cli_may_write (i == 0 ? typed : sheet, NULL, force);
    }
  return may;
}

static gboolean
cli_files_refuse (GError **error, int code, const char *message)
{
  g_set_error_literal (error, KRING_STORAGE_ERROR, code, message);
  return FALSE;
}

static GBytes *
read_stream (GError **error)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = read (STDIN_FILENO, chunk, CHUNK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || all->len + n > KRING_GATE_SIZE_MAX)
        {
          cli_files_refuse (error, n < 0 ? KRING_STORAGE_ERROR_FAILED : KRING_STORAGE_ERROR_LIMIT,
                            n < 0 ? _ ("standard input cannot be read")
                                  : _ ("the file is too large"));
          return NULL;
        }
      g_byte_array_append (all, chunk, n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/**
 * kring_cli_read:
 * @typed: a path as it was typed, or `-`
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): all that a file or standard input holds
 */
GBytes *
kring_cli_read (const char *typed, GError **error)
{
  return kring_cli_is_stream (typed) ? read_stream (error) : kring_file_load (typed, error);
}

/* What first went wrong with standard output; 0: nothing. */
static int output_trouble;

/**
 * kring_cli_put:
 *
 * Writes to standard output. What goes wrong is told once, by kring_cli_close_output ().
 */
void
kring_cli_put (const void *data, gsize size)
{
  errno = 0;
  if (fwrite (data, 1, size, stdout) < size && output_trouble == 0)
    output_trouble = errno != 0 ? errno : EIO;
}

/**
 * kring_cli_close_output:
 *
 * To be called at the very end, also after help: what could not be written to standard output is
 * lost, and those who wait for it must know. Then it ends the program as failed.
 */
void
kring_cli_close_output (void)
{
  errno = 0;
  if (fflush (stdout) != 0 && output_trouble == 0)
    output_trouble = errno != 0 ? errno : EIO;
  /* Who reads only the beginning has what they want. */
  if (output_trouble == 0 || output_trouble == EPIPE)
    return;
  g_printerr ("kring-cli: %s\n", kring_system_error_describe (output_trouble, TRUE));
  _exit (1);
}

/**
 * kring_cli_write:
 * @typed: a path as it was typed, or `-`
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Returns: whether @bytes are in the file, whole, or on their way to standard output
 */
gboolean
kring_cli_write (const char *typed, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (!kring_cli_is_stream (typed))
    return kring_file_save (typed, bytes, NULL, NULL, error);
  kring_cli_put (data, size);
  return TRUE;
}

/* A file without a name that holds what came in; it is gone with the program. */
static GFile *
keep_stream (GError **error)
{
  g_autoptr (GBytes) bytes = read_stream (error);
  g_autofree char *path = NULL;
  const char *data;
  gsize size;
  int fd;

  if (bytes == NULL)
    return NULL;
  fd = memfd_create ("kring", MFD_CLOEXEC);
  data = g_bytes_get_data (bytes, &size);
  for (gssize n = 0; fd >= 0 && size > 0 && n >= 0; data += n, size -= n)
    n = write (fd, data, size);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  if (fd >= 0 && size == 0)
    return g_file_new_for_path (path);
  cli_files_refuse (error, KRING_STORAGE_ERROR_FAILED, _ ("standard input cannot be read"));
  return NULL;
}

/**
 * kring_cli_open:
 * @typed: as it was typed
 *
 * Returns: (transfer full) (nullable): the document; if %NULL, that has been said
 */
KringDocument *
kring_cli_open (const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file =
      kring_cli_is_stream (typed) ? keep_stream (&error) : kring_cli_dup_file (typed);
  KringDocument *document = file != NULL ? kring_document_open (file, NULL, &error) : NULL;

  if (document == NULL)
    kring_cli_complain (typed, error);
  return document;
}

/**
 * kring_cli_save:
 * @typed: as it was typed
 * @error: return location for an error of %KRING_STORAGE_ERROR or %KRING_DOCUMENT_ERROR
 *
 * Returns: whether the map of @document is in the file, or on its way to standard output
 */
gboolean
kring_cli_save (KringDocument *document, const char *typed, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;

  if (kring_cli_is_stream (typed))
    {
      bytes = kring_codec_write (kring_document_get_map (document), error);
      return bytes != NULL && kring_cli_write (typed, bytes, error);
    }
  file = kring_cli_dup_file (typed);
  return kring_document_save (document, file, KRING_SAVE_NORMAL, NULL, error);
}
