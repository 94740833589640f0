/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogues of one user: read late, added to, taken away; and what is offered of them. */
#include "emitted.h"
#include "map/catalogue/kring-catalogue-store.h"
#include "map/model/kring-schema.h"

#include <glib/gstdio.h>
#include <string.h>

#define PERSON (1u << KRING_KIND_PERSON)
#define VEHICLE (1u << KRING_KIND_VEHICLE)

static const char good[] =
    "{\"catalogue\": 1, \"categories\": [{\"id\": \"own\", \"nl\": \"Eigen\"}],\n"
    "\"signals\": [{\"id\": \"mine\", \"nl\": \"Zwembad\", \"family\": \"risk\","
    " \"category\": \"own\", \"applies_to\": [\"person\"]}]}";

typedef struct
{
  char *folder;
  KringCatalogueStore *shelf;
  GtSignalLogger *logger; /* (owned) */
} Rig;

static void
set_up (Rig *rig, gconstpointer data)
{
  g_autofree char *top = g_dir_make_tmp ("kring-shelf-XXXXXX", NULL);

  rig->folder = g_build_filename (top, "kring", "catalogue", NULL);
  rig->shelf = kring_catalogue_store_new (rig->folder);
  rig->logger = emitted_listen (rig->shelf, "changed", NULL);
}

static void
tear_down (Rig *rig, gconstpointer data)
{
  g_autofree char *kring = g_path_get_dirname (rig->folder), *top = g_path_get_dirname (kring);

  gt_signal_logger_assert_no_emissions (rig->logger);
  gt_signal_logger_free (rig->logger);
  g_assert_finalize_object (rig->shelf);
  g_rmdir (rig->folder);
  g_rmdir (kring);
  g_rmdir (top);
  g_free (rig->folder);
}

static GFile *
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_object_unref (file);
}

static void
test_add (Rig *rig, gconstpointer data)
{
  GFile *file = write_file ("kring-shelf-own.json", good);
  g_autoptr (GError) error = NULL;
  const KringCatalogueSource *source;

  g_assert_null (kring_catalogue_find (kring_catalogue_store_get_catalogue (rig->shelf), "mine"));
  g_assert_true (kring_catalogue_store_add (rig->shelf, file, &error));
  g_assert_no_error (error);
  assert_emitted (rig->logger, "changed");
  g_assert_nonnull (
      kring_catalogue_find (kring_catalogue_store_get_catalogue (rig->shelf), "mine"));
  source = kring_catalogue_get_sources (kring_catalogue_store_get_catalogue (rig->shelf))->pdata[1];
  g_assert_cmpstr (source->name, ==, "kring-shelf-own.json");
  g_assert_cmpuint (source->n_signals, ==, 1);
  g_assert_true (kring_catalogue_store_add (rig->shelf, file, &error));
  assert_emitted (rig->logger, "changed");
  g_assert_cmpuint (
      kring_catalogue_get_sources (kring_catalogue_store_get_catalogue (rig->shelf))->len, ==, 2);
  g_assert_true (kring_catalogue_store_remove (rig->shelf, "kring-shelf-own.json", &error));
  assert_emitted (rig->logger, "changed");
  g_assert_null (kring_catalogue_find (kring_catalogue_store_get_catalogue (rig->shelf), "mine"));
  g_assert_false (kring_catalogue_store_remove (rig->shelf, "../signals.json", &error));
  g_assert_nonnull (error);
  remove_file (file);
}

/* A file with a mistake is told about and not taken; one that is there already spoils nothing. */
static void
test_mistake (Rig *rig, gconstpointer data)
{
  GFile *file = write_file ("kring-shelf-bad.json", "{\"catalogue\": 1,\n\"signals\": 3}");
  g_autofree char *inside = g_build_filename (rig->folder, "bad.json", NULL);
  g_autoptr (GError) error = NULL;
  const KringCatalogueSource *source;

  g_assert_false (kring_catalogue_store_add (rig->shelf, file, &error));
  g_assert_error (error, KRING_CATALOGUE_ERROR, KRING_CATALOGUE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "line 1: “signals” is not a list"));
  g_mkdir_with_parents (rig->folder, 0700);
  g_assert_true (g_file_set_contents (inside, "{", -1, NULL));
  source = kring_catalogue_get_sources (kring_catalogue_store_get_catalogue (rig->shelf))->pdata[1];
  g_assert_cmpuint (source->n_signals, ==, 0);
  g_assert_nonnull (strstr (source->message, "line 1"));
  g_assert_nonnull (
      kring_catalogue_find (kring_catalogue_store_get_catalogue (rig->shelf), "runs-away"));
  g_unlink (inside);
  remove_file (file);
}

static const char *
first (Rig *rig, const char *words, guint32 kinds, gboolean protective)
{
  g_autoptr (GPtrArray) found = kring_catalogue_suggest (
      kring_catalogue_store_get_catalogue (rig->shelf), words, kinds, protective, 6);

  return found->len > 0 ? ((KringCatalogueSignal *) found->pdata[0])->id : NULL;
}

/* Before the first letter no category stands out; what protects comes only last, or first. */
static void
test_suggest (Rig *rig, gconstpointer data)
{
  KringCatalogue *catalogue = kring_catalogue_store_get_catalogue (rig->shelf);
  g_autoptr (GPtrArray) found = kring_catalogue_suggest (catalogue, "", PERSON, FALSE, 6);
  g_autoptr (GPtrArray) protective = kring_catalogue_suggest (catalogue, " ", PERSON, TRUE, 6);
  g_autoptr (GHashTable) categories = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (found->len, ==, 6);
  for (guint i = 0; i < found->len; i++)
    {
      const KringCatalogueSignal *signal = found->pdata[i];

      g_assert_true (g_hash_table_add (categories, signal->category));
      g_assert_cmpint (signal->family, !=, KRING_FAMILY_PROTECTIVE);
      signal = protective->pdata[i];
      g_assert_cmpint (signal->family, ==, KRING_FAMILY_PROTECTIVE);
    }
  g_assert_cmpstr (first (rig, "cadeau", PERSON, FALSE), ==, "gifts-or-drugs-given");
  g_assert_null (first (rig, "cadeau", PERSON | VEHICLE, FALSE));
  g_assert_cmpstr (first (rig, "manege", PERSON, FALSE), ==, "prot-meaningful-leisure");
  g_assert_cmpstr (kring_catalogue_signal_get_category (found->pdata[0]), ==,
                   "Appearance and health");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/catalogue/shelf/add", Rig, NULL, set_up, test_add, tear_down);
  g_test_add ("/catalogue/shelf/mistake", Rig, NULL, set_up, test_mistake, tear_down);
  g_test_add ("/catalogue/shelf/suggest", Rig, NULL, set_up, test_suggest, tear_down);
  return g_test_run ();
}
