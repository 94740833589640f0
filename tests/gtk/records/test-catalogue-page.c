/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogues in the preferences: added, refused with the line, taken away. */
#include "fixture.h"
#include "seek.h"

#include "gtk/records/kring-catalogue-page.h"

#include <glib/gstdio.h>
#include <string.h>

static GFile *
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static gboolean
is_remove_button (GtkWidget *widget, gconstpointer data)
{
  return g_object_get_data (G_OBJECT (widget), "kring-name") != NULL;
}

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-page-XXXXXX", NULL);
  g_autofree char *kept = g_build_filename (folder, "kept", NULL);
  g_autoptr (GFile) bad = write_file (folder, "bad.json", "{\"catalogue\": 1,\n\"extra\": 1}");
  g_autoptr (GFile) good =
      write_file (folder, "good.json",
                  "{\"catalogue\": 1, \"signals\": [{\"id\": \"own\", \"nl\": \"Eigen\","
                  "\"family\": \"risk\", \"category\": \"phone\","
                  "\"applies_to\": [\"person\"]}]}");
  KringCatalogueStore *shelf = kring_catalogue_store_new (kept);
  KringCataloguePage *page = KRING_CATALOGUE_PAGE (kring_catalogue_page_new (shelf));

  fixture_show (fixture, GTK_WIDGET (page));
  g_assert_cmpuint (kring_catalogue_page_get_n_rows (page), ==, 1);
  kring_catalogue_page_add_file (page, bad);
  g_assert_cmpuint (kring_catalogue_page_get_n_rows (page), ==, 1);
  g_assert_nonnull (strstr (kring_catalogue_page_get_message (page),
                            "bad.json was left out: line 1: “extra” is not known here"));
  kring_catalogue_page_add_file (page, good);
  g_assert_cmpstr (kring_catalogue_page_get_message (page), ==, "");
  g_assert_cmpuint (kring_catalogue_page_get_n_rows (page), ==, 2);
  g_assert_nonnull (kring_catalogue_find (kring_catalogue_store_get_catalogue (shelf), "own"));
  g_signal_emit_by_name (seek (GTK_WIDGET (page), is_remove_button, NULL), "clicked");
  g_assert_cmpuint (kring_catalogue_page_get_n_rows (page), ==, 1);
  g_assert_null (kring_catalogue_find (kring_catalogue_store_get_catalogue (shelf), "own"));
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  fixture_settle ();
  g_assert_finalize_object (shelf);
  g_file_delete (bad, NULL, NULL);
  g_file_delete (good, NULL, NULL);
  g_rmdir (kept);
  g_rmdir (folder);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/record/catalogue-page", test_page);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
