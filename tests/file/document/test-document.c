/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/document/kring-document.h"

#include "emitted.h"
#include "file/storage/kring-storage-error.h"
#include "map/edit/kring-free-spot.h"
#include "map/model/kring-map-private.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder; /* (owned) */
  GFile *file;  /* (owned) not there yet */
  KringPoint place;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-document-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "map.kring", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_false (g_str_has_prefix (name, ".kring-save-"));
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
}

static void
set_title (KringDocument *document, const char *title)
{
  KringHistory *history = kring_document_get_history (document);
  KringMap *map = kring_document_get_map (document);

  kring_history_begin (history, "Set Title");
  kring_map_set (map, KRING_MAP_CASE_ID,
                 kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "title"),
                 g_variant_new_string (title));
  kring_history_commit (history);
}

static void
write_elsewhere (Fixture *fixture, const char *text)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), text, -1, NULL));
}

static void
keep_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
test_save_and_open (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (KringDocument) back = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *untitled = kring_document_dup_title (document), *title = NULL;
  g_autoptr (GtSignalLogger) logger = emitted_listen (document, "notify", NULL);

  g_assert_cmpstr (untitled, ==, "Untitled map");
  g_assert_false (kring_document_get_modified (document));
  set_title (document, "Noor");
  g_assert_true (kring_document_get_modified (document));
  assert_emitted (logger, "notify title; notify modified");
  g_assert_true (kring_document_save (document, fixture->file, KRING_SAVE_NORMAL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (kring_document_get_modified (document));
  assert_emitted (logger, "notify file; notify modified");
  g_assert_true (g_file_equal (kring_document_get_file (document), fixture->file));
  back = kring_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (kring_document_get_modified (back));
  g_assert_true (
      kring_map_equal (kring_document_get_map (document), kring_document_get_map (back)));
  title = kring_document_dup_title (back);
  g_assert_cmpstr (title, ==, "Noor");
  kring_history_undo (kring_document_get_history (document));
  g_assert_true (kring_document_get_modified (document));
  assert_emitted (logger, "notify title; notify modified");
  g_assert_finalize_object (g_steal_pointer (&document));
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (KringDocument) back = NULL;
  g_autoptr (GAsyncResult) saved = NULL, refused = NULL, opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtSignalLogger) logger = NULL;

  set_title (document, "Noor");
  logger = emitted_listen (document, "notify", NULL);
  kring_document_save_async (document, fixture->file, 0, NULL, keep_cb, &saved);
  g_assert_true (kring_document_get_busy (document));
  kring_document_save_async (document, fixture->file, 0, NULL, keep_cb, &refused);
  /* A change while it is being saved is not in the file. */
  set_title (document, "Noor V.");
  g_assert_true (kring_document_save_finish (document, wait_for (&saved), &error));
  g_assert_false (kring_document_save_finish (document, wait_for (&refused), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (kring_document_get_busy (document));
  g_assert_true (kring_document_get_modified (document));
  assert_emitted (logger, "notify busy; notify title; notify modified; "
                          "notify file; notify modified; notify busy");
  kring_history_undo (kring_document_get_history (document));
  g_assert_false (kring_document_get_modified (document));
  kring_document_open_async (fixture->file, NULL, keep_cb, &opened);
  back = kring_document_open_finish (wait_for (&opened), &error);
  g_assert_no_error (error);
  g_assert_true (
      kring_map_equal (kring_document_get_map (document), kring_document_get_map (back)));
}

static void
test_changed_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  const char *other = "{\"kring\": 1, \"case\": {\"title\": \"other\"}}";

  set_title (document, "Noor");
  g_assert_true (kring_document_save (document, fixture->file, 0, NULL, NULL));
  write_elsewhere (fixture, other);
  set_title (document, "Noor V.");
  g_assert_false (kring_document_save (document, NULL, KRING_SAVE_NORMAL, NULL, &error));
  g_assert_error (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE);
  g_assert_true (kring_document_get_modified (document));
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), &text, NULL, NULL));
  g_assert_cmpstr (text, ==, other);
  g_assert_true (kring_document_save (document, NULL, KRING_SAVE_OVERWRITE, NULL, NULL));
  g_assert_false (kring_document_get_modified (document));
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_clear_error (&error);
  g_assert_false (kring_document_save (document, NULL, KRING_SAVE_NORMAL, NULL, &error));
  g_assert_error (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE);
}

static gboolean
is_changed (KringDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  kring_document_check_disk_async (document, keep_cb, &result);
  g_assert_true (kring_document_check_disk_finish (document, wait_for (&result), &changed, &error));
  g_assert_no_error (error);
  return changed;
}

static KringPoint
get_place (KringDocument *document, const char *id)
{
  KringPoint at = { G_MAXDOUBLE, G_MAXDOUBLE };

  kring_item_get_position (kring_map_get_item (kring_document_get_map (document), id), &at);
  return at;
}

/* What is counted is drawn: what a file gives no place gets a free one, and that is no change. */
static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "noor", "dex", "oma", "flat", "note" };

  write_elsewhere (fixture, "{\"kring\": 1, \"minor\": 1, \"case\": {\"centre\": [\"noor\"]}, "
                            "\"persons\": [{\"id\": \"dex\", \"name\": \"Dex\"}, "
                            "{\"id\": \"kay\", \"position\": [0, 0]}, "
                            "{\"id\": \"noor\", \"name\": \"Noor\"}, "
                            "{\"id\": \"oma\", \"name\": \"Oma\", \"ring\": \"near\"}], "
                            "\"places\": [{\"id\": \"flat\", \"name\": \"Flat\"}], "
                            "\"events\": [{\"id\": \"gone\", \"name\": \"Gone\"}], "
                            "\"notes\": [{\"id\": \"note\", \"text\": \"Note\"}]}");
  for (guint turn = 0; turn < 2; turn++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KringDocument) document = kring_document_open (fixture->file, NULL, &error);
      KringMap *map;
      KringPoint at;

      g_assert_no_error (error);
      map = kring_document_get_map (document);
      g_assert_false (kring_document_get_modified (document));
      g_assert_false (kring_history_can_undo (kring_document_get_history (document)));
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpfloat (
              kring_point_distance (get_place (document, ids[i]), get_place (document, ids[j])), >,
              60);
      g_assert_cmpint (kring_free_spot_get_ring (map, get_place (document, "oma")), ==,
                       KRING_RING_NEAR);
      g_assert_cmpint (kring_free_spot_get_ring (map, get_place (document, "dex")), ==,
                       KRING_RING_NONE);
      g_assert_cmpfloat (get_place (document, "kay").x, ==, 0);
      /* An event without a place stands in the timeline alone. */
      g_assert_false (kring_item_get_position (kring_map_get_item (map, "gone"), &at));
      if (turn == 1)
        g_assert_cmpfloat (get_place (document, "flat").x, ==, fixture->place.x);
      fixture->place = get_place (document, "flat");
    }
}

static void
test_check_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();

  g_assert_false (is_changed (document));
  g_assert_true (kring_document_save (document, fixture->file, 0, NULL, NULL));
  g_assert_false (is_changed (document));
  write_elsewhere (fixture, "{}");
  g_assert_true (is_changed (document));
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_assert_true (is_changed (document));
}

/* Text of the file, error. */
static const struct
{
  const char *name;
  const char *text;
  GQuark (*domain) (void);
  int code;
} refused[] = {
  { "empty", "", kring_storage_error_quark, KRING_STORAGE_ERROR_EMPTY },
  { "no-json", "Noor", kring_storage_error_quark, KRING_STORAGE_ERROR_SYNTAX },
  { "newer", "{\"kring\": 2}", kring_document_error_quark, KRING_DOCUMENT_ERROR_NEWER },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.invalid/map.kring");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      write_elsewhere (fixture, refused[i].text);
      g_assert_null (kring_document_open (fixture->file, NULL, &error));
      g_assert_error (error, refused[i].domain (), refused[i].code);
      g_clear_error (&error);
    }
  g_assert_null (kring_document_open (folder, NULL, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FILE);
  g_clear_error (&error);
  g_assert_null (kring_document_open (remote, NULL, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FILE);
}

/* Nothing is called saved that is not. */
static void
test_failed_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "gone", "map", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_title (document, "Noor");
  g_assert_false (kring_document_save (document, nowhere, 0, NULL, &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  kring_document_save_async (document, nowhere, 0, NULL, keep_cb, &result);
  g_assert_false (kring_document_save_finish (document, wait_for (&result), &error));
  g_assert_error (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FOUND);
  g_assert_true (kring_document_get_modified (document));
  g_assert_false (kring_document_get_busy (document));
  g_assert_null (kring_document_get_file (document));
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autofree char *name = NULL, *untitled = NULL;

  g_assert_true (kring_document_save (document, fixture->file, 0, NULL, NULL));
  name = kring_document_dup_title (document);
  g_assert_cmpstr (name, ==, "map");
  kring_document_forget_file (document);
  g_assert_null (kring_document_get_file (document));
  untitled = kring_document_dup_title (document);
  g_assert_cmpstr (untitled, ==, "Untitled map");
}

/* Half of a drag must not get into a file: cancelling it would leave "saved" untrue. */
static void
test_open_transaction (Fixture *fixture, gconstpointer data)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (GError) error = NULL;

  kring_history_begin (kring_document_get_history (document), "Drag");
  g_assert_false (kring_document_save (document, fixture->file, 0, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  kring_history_commit (kring_document_get_history (document));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

#define ADD(NAME, FUNCTION)                                                                        \
  g_test_add ("/document/document/" NAME, Fixture, NULL, set_up, FUNCTION, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("save-and-open", test_save_and_open);
  ADD ("async", test_async);
  ADD ("changed-elsewhere", test_changed_elsewhere);
  ADD ("no-place", test_no_place);
  ADD ("check-disk", test_check_disk);
  ADD ("refused", test_refused);
  ADD ("failed-save", test_failed_save);
  ADD ("forget", test_forget);
  ADD ("open-transaction", test_open_transaction);
  return g_test_run ();
}
