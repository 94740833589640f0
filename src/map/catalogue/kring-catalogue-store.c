/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/catalogue/kring-catalogue-store.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringCatalogueStore
{
  GObject parent_instance;

  char *folder;              /* (owned): that of the organisation; may not be there */
  KringCatalogue *catalogue; /* (owned) (nullable) until it is asked for */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringCatalogueStore, kring_catalogue_store, G_TYPE_OBJECT)

static void
forget (KringCatalogueStore *self)
{
  g_clear_object (&self->catalogue);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kring_catalogue_store_finalize (GObject *object)
{
  KringCatalogueStore *self = KRING_CATALOGUE_STORE (object);

  g_clear_object (&self->catalogue);
  g_free (self->folder);
  G_OBJECT_CLASS (kring_catalogue_store_parent_class)->finalize (object);
}

static void
kring_catalogue_store_class_init (KringCatalogueStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_catalogue_store_finalize;

  /**
   * KringCatalogueStore::changed:
   *
   * Another catalogue stands on it; what kring_catalogue_store_get_catalogue () gave before is old.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_CATALOGUE_STORE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_catalogue_store_init (KringCatalogueStore *self)
{
}

/**
 * kring_catalogue_store_new: (constructor)
 * @folder: with the catalogues of an organisation; it is made when the first is added
 *
 * Returns: (transfer full): a shelf; nothing was read yet
 */
KringCatalogueStore *
kring_catalogue_store_new (const char *folder)
{
  KringCatalogueStore *self = g_object_new (KRING_TYPE_CATALOGUE_STORE, NULL);

  self->folder = g_strdup (folder);
  return self;
}

/**
 * kring_catalogue_store_dup_user_folder:
 *
 * Returns: (transfer full): where the catalogues of this user stand
 */
char *
kring_catalogue_store_dup_user_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "kring", "catalogue", NULL);
}

/**
 * kring_catalogue_store_get_catalogue:
 *
 * Returns: (transfer none): all catalogues as one; valid until "changed"
 */
KringCatalogue *
kring_catalogue_store_get_catalogue (KringCatalogueStore *self)
{
  if (self->catalogue == NULL)
    {
      self->catalogue = kring_catalogue_new ();
      kring_catalogue_add_builtin (self->catalogue);
      kring_catalogue_add_folder (self->catalogue, self->folder);
    }
  return self->catalogue;
}

/**
 * kring_catalogue_store_add:
 * @file: a catalogue, anywhere
 * @error: return location for an error of %KRING_CATALOGUE_ERROR, if there is a mistake in it, or
 *   of %G_IO_ERROR
 *
 * Copies @file into the folder; one of the same name makes place for it. A file with a mistake is
 * not copied.
 *
 * Returns: whether its signals are there now
 */
gboolean
kring_catalogue_store_add (KringCatalogueStore *self, GFile *file, GError **error)
{
  g_autoptr (KringCatalogue) trial = kring_catalogue_new ();
  g_autofree char *path = g_file_get_path (file), *name = g_file_get_basename (file);
  g_autofree char *stem = name != NULL ? g_strdup (name) : g_strdup ("catalogue");
  g_autofree char *kept = NULL;
  g_autoptr (GFile) target = NULL;
  GPtrArray *messages = kring_catalogue_get_messages (trial);

  kring_catalogue_add_builtin (trial);
  if (path == NULL || !kring_catalogue_add_file (trial, path))
    {
      g_set_error_literal (error, KRING_CATALOGUE_ERROR, KRING_CATALOGUE_ERROR_INVALID,
                           messages->len > 0 ? g_ptr_array_index (messages, messages->len - 1)
                                             : _ ("Only files on this computer can be added"));
      return FALSE;
    }
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (errno));
      return FALSE;
    }
  if (g_str_has_suffix (stem, ".json"))
    stem[strlen (stem) - strlen (".json")] = '\0';
  kept = g_strconcat (self->folder, G_DIR_SEPARATOR_S, stem, ".json", NULL);
  target = g_file_new_for_path (kept);
  if (!g_file_equal (file, target) &&
      !g_file_copy (file, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, error))
    return FALSE;
  forget (self);
  return TRUE;
}

/**
 * kring_catalogue_store_remove:
 * @name: as its source is called; only files in the folder can go
 *
 * Returns: whether it is gone; signals on maps keep their words
 */
gboolean
kring_catalogue_store_remove (KringCatalogueStore *self, const char *name, GError **error)
{
  g_autofree char *local = g_filename_from_utf8 (name, -1, NULL, NULL, NULL);
  g_autofree char *plain = g_path_get_basename (local != NULL ? local : name);
  g_autofree char *path = g_build_filename (self->folder, plain, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (!g_file_delete (file, NULL, error))
    return FALSE;
  forget (self);
  return TRUE;
}
