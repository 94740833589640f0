/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies.h"

#include "map/model/kring-map-private.h"

#include <glib/gstdio.h>

#define PATIENCE (20 * G_TIME_SPAN_SECOND)

void
copies_set_up (Copies *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("kring-recovery-XXXXXX", NULL);
  fixture->copies = g_build_filename (fixture->folder, "copies", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "map.kring", NULL);
  fixture->document = kring_document_new ();
}

guint
copies_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_unlink (path) == 0)
        n++;
    }
  g_rmdir (folder);
  return n;
}

void
copies_tear_down (Copies *fixture, gconstpointer data)
{
  copies_empty (fixture->copies);
  copies_empty (fixture->folder);
  g_clear_object (&fixture->document);
  g_object_unref (fixture->file);
  g_free (fixture->copies);
  g_free (fixture->folder);
}

void
copies_set_title (KringDocument *document, const char *title)
{
  kring_history_begin (kring_document_get_history (document), "Set Title");
  kring_map_set (kring_document_get_map (document), KRING_MAP_CASE_ID,
                 kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "title"),
                 g_variant_new_string (title));
  kring_history_commit (kring_document_get_history (document));
}

void
copies_assert_title (KringDocument *document, const char *expected)
{
  g_autofree char *title = kring_document_dup_title (document);

  g_assert_cmpstr (title, ==, expected);
}

guint
copies_count (Copies *fixture)
{
  g_autoptr (GPtrArray) found = kring_recovery_copy_find (fixture->copies);

  return found->len;
}

/* FALSE: one has waited for too long. */
gboolean
copies_go_on (gint64 begun)
{
  g_main_context_iteration (NULL, FALSE);
  g_usleep (1000);
  return g_get_monotonic_time () - begun < PATIENCE;
}

static gboolean
copies_find (Copies *fixture, GPtrArray **found)
{
  g_clear_pointer (found, g_ptr_array_unref);
  *found = kring_recovery_copy_find (fixture->copies);
  return (*found)->len > 0;
}

/* A copy being written keeps its lock until the word that it is done has come round. */
KringRecoveryCopy *
copies_take (Copies *fixture)
{
  g_autoptr (GPtrArray) found = NULL;

  copies_until (copies_find (fixture, &found));
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static gboolean
stop_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* To meet somebody else at work: not to wait for them. */
void
copies_run_for (guint milliseconds)
{
  gboolean stop = FALSE;

  g_timeout_add (milliseconds, stop_cb, &stop);
  while (!stop)
    g_main_context_iteration (NULL, TRUE);
}

gboolean
copies_has_one (Copies *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->copies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".1.kring") || g_str_has_suffix (name, ".2.kring"))
      return TRUE;
  return FALSE;
}
