/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/document/kring-recovery-copy.h"

#include "file/disk/kring-system-error.h"
#include "file/disk/kring-temporary.h"
#include "file/storage/kring-codec.h"
#include "file/storage/kring-typed.h"
#include "map/base/kring-debug.h"
#include "map/edit/kring-free-spot.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_SUFFIX ".lock"
#define NOTE_SUFFIX ".note"
#define NOTE_GROUP "copy"
/* For typed words that cannot be read: not a suffix of a copy, and one that any text editor
 * opens. */
#define UNREAD_SUFFIX ".typed.txt"
#define N_GENERATIONS 2

static const char *const generations[N_GENERATIONS] = { ".1.kring", ".2.kring" };
/* For what was typed and not noted when the copy was made; without such words there is no file. */
static const char *const typed_suffixes[N_GENERATIONS] = { ".1.typed", ".2.typed" };

struct _KringRecoveryCopy
{
  char *stem;                   /* (owned) path without suffix */
  int lock;                     /* held as long as this lives */
  GFile *file;                  /* (owned) (nullable) where the document belongs */
  KringFingerprint fingerprint; /* of what stood there */
  gboolean noted;               /* file and fingerprint are in the note */
};

static char *
recovery_copy_dup_path (KringRecoveryCopy *self, const char *suffix)
{
  return g_strconcat (self->stem, suffix, NULL);
}

/* Microseconds since 1970; 0: there is no such file. */
static gint64
recovery_copy_get_time (KringRecoveryCopy *self, int generation)
{
  g_autofree char *path = recovery_copy_dup_path (self, generations[generation]);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, "time::modified,time::modified-usec", 0, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;

  if (time == NULL)
    return 0;
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + g_date_time_get_microsecond (time);
}

static int
get_newest (KringRecoveryCopy *self)
{
  return recovery_copy_get_time (self, 1) > recovery_copy_get_time (self, 0) ? 1 : 0;
}

/* Returns: whether this program holds the lock now. Where locks are not supported it always does,
 * so that every copy counts as left over. */
static gboolean
recovery_copy_take_lock (KringRecoveryCopy *self)
{
  g_autofree char *path = recovery_copy_dup_path (self, LOCK_SUFFIX);

  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  return self->lock >= 0 && (flock (self->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK);
}

static void
read_note (KringRecoveryCopy *self)
{
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = recovery_copy_dup_path (self, NOTE_SUFFIX);
  g_autofree char *uri = NULL, *hash = NULL;

  if (!g_key_file_load_from_file (note, path, G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (note, NOTE_GROUP, "file", NULL);
  hash = g_key_file_get_string (note, NOTE_GROUP, "hash", NULL);
  if (uri == NULL || hash == NULL)
    return;
  self->file = g_file_new_for_uri (uri);
  self->fingerprint.size = g_key_file_get_uint64 (note, NOTE_GROUP, "size", NULL);
  g_strlcpy (self->fingerprint.hash, hash, sizeof self->fingerprint.hash);
}

static KringRecoveryCopy *
copy_new (const char *folder, const char *token)
{
  KringRecoveryCopy *self = g_new0 (KringRecoveryCopy, 1);

  self->stem = g_build_filename (folder, token, NULL);
  self->lock = -1;
  return self;
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  KringRecoveryCopy *first = *(KringRecoveryCopy *const *) a;
  KringRecoveryCopy *second = *(KringRecoveryCopy *const *) b;
  gint64 d = recovery_copy_get_time (second, get_newest (second)) -
             recovery_copy_get_time (first, get_newest (first));

  return d < 0 ? -1 : d > 0;
}

static KringMap *
read_generation (KringRecoveryCopy *self, int generation, GError **error)
{
  g_autofree char *path = recovery_copy_dup_path (self, generations[generation]);
  g_autoptr (GBytes) bytes = kring_file_load (path, error);

  return bytes != NULL ? kring_codec_read (bytes, error) : NULL;
}

/* Reads the newest copy that can be read. If none can, the error is that of the newest. */
static KringMap *
read_newest (KringRecoveryCopy *self, int *generation, GError **error)
{
  KringMap *map;

  *generation = get_newest (self);
  map = read_generation (self, *generation, error);
  if (map != NULL)
    return map;
  *generation = 1 - *generation;
  map = read_generation (self, *generation, NULL);
  if (map != NULL)
    g_clear_error (error);
  return map;
}

static int
count_missing (KringMap *map, KringMap *other, gboolean count_changed)
{
  int n = 0;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      KringItem *twin = kring_map_get_item (other, kring_item_get_id (item));

      if (twin == NULL || (count_changed && !kring_item_equal (item, twin)))
        n++;
    }
  return n;
}

/**
 * kring_recovery_copy_find:
 * @folder: where copies are kept; need not exist
 *
 * Returns: (transfer full) (element-type KringRecoveryCopy): the copies that are left over from a
 *   program that ended before its map was saved, the newest first
 */
GPtrArray *
kring_recovery_copy_find (const char *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_recovery_copy_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  kring_temporary_remove_stale (folder);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *token =
          g_strndup (name, MAX (strlen (name), strlen (LOCK_SUFFIX)) - strlen (LOCK_SUFFIX));
      KringRecoveryCopy *copy;

      if (!g_str_has_suffix (name, LOCK_SUFFIX))
        continue;
      copy = copy_new (folder, token);
      if (!recovery_copy_take_lock (copy))
        kring_recovery_copy_free (copy);
      else if (recovery_copy_get_time (copy, get_newest (copy)) == 0)
        kring_recovery_copy_remove (copy);
      else
        {
          read_note (copy);
          g_ptr_array_add (found, copy);
        }
    }
  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

/**
 * kring_recovery_copy_new:
 * @folder: where copies are kept; made if it does not exist
 *
 * Returns: (transfer full) (nullable): a place for copies, without any yet
 */
KringRecoveryCopy *
kring_recovery_copy_new (const char *folder, GError **error)
{
  g_autofree char *token = g_uuid_string_random ();
  g_autoptr (KringRecoveryCopy) self = copy_new (folder, token);

  if (g_mkdir_with_parents (folder, 0700) == 0 && recovery_copy_take_lock (self))
    return g_steal_pointer (&self);
  g_set_error_literal (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FAILED,
                       kring_system_error_describe (errno, TRUE));
  return NULL;
}

/**
 * kring_recovery_copy_free:
 *
 * Lets go of the copies; they stay where they are.
 */
void
kring_recovery_copy_free (KringRecoveryCopy *self)
{
  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->file);
  g_free (self->stem);
  g_free (self);
}

/**
 * kring_recovery_copy_remove:
 * @self: (transfer full): copies that are of no use any more: the map was saved, or somebody said so
 *
 * Deletes the copies.
 */
void
kring_recovery_copy_remove (KringRecoveryCopy *self)
{
  static const char *const suffixes[] = { ".1.typed", ".2.typed",  ".1.kring",
                                          ".2.kring", NOTE_SUFFIX, LOCK_SUFFIX };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = recovery_copy_dup_path (self, suffixes[i]);

      g_unlink (path);
    }
  kring_recovery_copy_free (self);
}

/**
 * kring_recovery_copy_get_file:
 *
 * Returns: (transfer none) (nullable): where the document belongs; %NULL: it was never saved
 */
GFile *
kring_recovery_copy_get_file (KringRecoveryCopy *self)
{
  return self->file;
}

/**
 * kring_recovery_copy_dup_time:
 *
 * Returns: (transfer full): when the last copy was made, in local time
 */
GDateTime *
kring_recovery_copy_dup_time (KringRecoveryCopy *self)
{
  return g_date_time_new_from_unix_local (recovery_copy_get_time (self, get_newest (self)) /
                                          G_USEC_PER_SEC);
}

/**
 * kring_recovery_copy_open:
 *
 * Opens the newest copy that can be read. The copies stay until the document is saved or they are
 * removed: hand @self to kring_recovery_new () with the document.
 *
 * Returns: (transfer full) (nullable): a document that counts as modified
 */
KringDocument *
kring_recovery_copy_open (KringRecoveryCopy *self, GError **error)
{
  int generation;
  g_autoptr (KringMap) map = read_newest (self, &generation, error);

  if (map == NULL)
    return NULL;
  return kring_document_new_restored (map, self->file, &self->fingerprint);
}

/* Returns: (transfer full) (nullable): the path of the typed words that belong to the map that
 * would be opened. */
static char *
dup_typed_path (KringRecoveryCopy *self)
{
  int generation;
  g_autoptr (KringMap) map = read_newest (self, &generation, NULL);

  return map != NULL ? recovery_copy_dup_path (self, typed_suffixes[generation]) : NULL;
}

static GVariant *
recovery_copy_read_typed (const char *path)
{
  g_autoptr (GBytes) bytes = path != NULL ? kring_file_load (path, NULL) : NULL;

  return bytes != NULL ? kring_typed_read (bytes) : NULL;
}

/**
 * kring_recovery_copy_dup_typed:
 *
 * Returns: (transfer full) (nullable): what was typed and not noted when the copy was made that
 *   kring_recovery_copy_open () opens, of %KRING_TYPED_TYPE; %NULL if nothing was
 */
GVariant *
kring_recovery_copy_dup_typed (KringRecoveryCopy *self)
{
  g_autofree char *path = dup_typed_path (self);

  return recovery_copy_read_typed (path);
}

/**
 * kring_recovery_copy_dup_unread:
 *
 * Returns: (transfer full) (nullable): the file with what was typed, if there is one that cannot be
 *   read
 */
char *
kring_recovery_copy_dup_unread (KringRecoveryCopy *self)
{
  g_autofree char *path = dup_typed_path (self);
  g_autoptr (GVariant) typed = recovery_copy_read_typed (path);
  GStatBuf info;

  if (path == NULL || typed != NULL || g_lstat (path, &info) != 0)
    return NULL;
  return g_steal_pointer (&path);
}

/**
 * kring_recovery_copy_spare_unread:
 *
 * Moves the typed words that cannot be read, unchanged, to where no copy is written or removed.
 *
 * Returns: (transfer full) (nullable): where they are from now on; %NULL: there are none
 */
char *
kring_recovery_copy_spare_unread (KringRecoveryCopy *self)
{
  g_autofree char *path = kring_recovery_copy_dup_unread (self);
  g_autofree char *token = g_uuid_string_random (), *suffix = NULL, *aside = NULL;

  if (path == NULL)
    return NULL;
  suffix = g_strdup_printf ("-%.8s" UNREAD_SUFFIX, token);
  aside = recovery_copy_dup_path (self, suffix);
  return g_rename (path, aside) == 0 ? g_steal_pointer (&aside) : g_steal_pointer (&path);
}

/**
 * kring_recovery_copy_count_changes:
 *
 * Returns: how many items came, went or changed since the file was saved; all of them if it never
 *   was or cannot be read
 */
int
kring_recovery_copy_count_changes (KringRecoveryCopy *self)
{
  int generation;
  g_autoptr (KringMap) map = read_newest (self, &generation, NULL), saved = NULL;
  g_autofree char *path = self->file != NULL ? g_file_get_path (self->file) : NULL;
  g_autoptr (GBytes) bytes = path != NULL ? kring_file_load (path, NULL) : NULL;

  if (map == NULL)
    return 0;
  saved = bytes != NULL ? kring_codec_read (bytes, NULL) : NULL;
  if (saved == NULL)
    saved = kring_map_new ();
  kring_free_spot_settle (saved);
  return count_missing (map, saved, TRUE) + count_missing (saved, map, FALSE);
}

static int
get_next (KringRecoveryCopy *self)
{
  return recovery_copy_get_time (self, 0) == 0 ? 0 : 1 - get_newest (self);
}

/**
 * kring_recovery_copy_dup_next_path:
 *
 * Returns: (transfer full): where the next copy goes: over the older of the two
 */
char *
kring_recovery_copy_dup_next_path (KringRecoveryCopy *self)
{
  return recovery_copy_dup_path (self, generations[get_next (self)]);
}

/* Writes the typed words before the map that they belong to. Until that is written the other copy
 * is the newest. */
static gboolean
recovery_copy_write_typed (KringRecoveryCopy *self, GVariant *typed, GError **error)
{
  g_autofree char *path = recovery_copy_dup_path (self, typed_suffixes[get_next (self)]);
  g_autoptr (GBytes) bytes = typed != NULL ? kring_typed_write (typed) : NULL;

  if (bytes != NULL)
    return kring_file_save (path, bytes, NULL, NULL, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error_literal (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_FAILED,
                       kring_system_error_describe (errno, TRUE));
  return FALSE;
}

/* Gives the file a later time than the other copy has: times of files are coarse, and the newest
 * copy is told by its time. */
static void
make_newest (KringRecoveryCopy *self, const char *path, gint64 other)
{
  gint64 time = other + 1;
  struct timespec times[] = {
    { time / G_USEC_PER_SEC, time % G_USEC_PER_SEC * 1000 },
    { time / G_USEC_PER_SEC, time % G_USEC_PER_SEC * 1000 },
  };

  if (MAX (recovery_copy_get_time (self, 0), recovery_copy_get_time (self, 1)) == other)
    utimensat (AT_FDCWD, path, times, 0);
}

/**
 * kring_recovery_copy_write:
 * @bytes: of the map
 * @typed: (nullable): what is typed and not noted, of %KRING_TYPED_TYPE; %NULL: nothing
 *
 * Writes the next copy, over the older of the two; afterwards it is the newest. Any thread, but one
 * at a time.
 *
 * Returns: whether it is safe on the disk
 */
gboolean
kring_recovery_copy_write (KringRecoveryCopy *self, GBytes *bytes, GVariant *typed, GError **error)
{
  g_autofree char *path = kring_recovery_copy_dup_next_path (self);
  gint64 newest = MAX (recovery_copy_get_time (self, 0), recovery_copy_get_time (self, 1));

  if (!recovery_copy_write_typed (self, typed, error) ||
      !kring_file_save (path, bytes, NULL, NULL, error))
    return FALSE;
  make_newest (self, path, newest);
  kring_debug (KRING_DEBUG_RECOVERY, "a copy of %" G_GSIZE_FORMAT " bytes, %s",
               g_bytes_get_size (bytes), typed != NULL ? "with words" : "without words");
  return TRUE;
}

/**
 * kring_recovery_copy_note:
 *
 * Notes where @document belongs and what it believes to stand there.
 *
 * Returns: whether the note is safe on the disk
 */
gboolean
kring_recovery_copy_note (KringRecoveryCopy *self, KringDocument *document, GError **error)
{
  const KringFingerprint *fingerprint = kring_document_get_fingerprint (document);
  g_autoptr (GKeyFile) note = g_key_file_new ();
  g_autofree char *path = recovery_copy_dup_path (self, NOTE_SUFFIX), *uri = NULL, *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GFile *file = kring_document_get_file (document);

  if (self->noted && self->file == file &&
      kring_fingerprint_equal (&self->fingerprint, fingerprint))
    return TRUE;
  g_set_object (&self->file, file);
  self->fingerprint = *fingerprint;
  if (self->file != NULL)
    {
      uri = g_file_get_uri (self->file);
      g_key_file_set_string (note, NOTE_GROUP, "file", uri);
      g_key_file_set_uint64 (note, NOTE_GROUP, "size", fingerprint->size);
      g_key_file_set_string (note, NOTE_GROUP, "hash", fingerprint->hash);
    }
  text = g_key_file_to_data (note, NULL, NULL);
  bytes = g_bytes_new (text, strlen (text));
  self->noted = kring_file_save (path, bytes, NULL, NULL, error);
  return self->noted;
}
