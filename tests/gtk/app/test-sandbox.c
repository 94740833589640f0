/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a sandbox only the desktop knows the files and how everything looks; see portal.h. */
#include "dialogs.h"
#include "emitted.h"
#include "portal.h"
#include "seek.h"

#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/records/kring-catalogue-page.h"
#include "gtk/sharing/kring-export-dialog.h"
#include "map/edit/kring-commands.h"

#include <glib/gstdio.h>

#define MAP "'application/x-kring'"
#define PDF "'application/pdf'"
#define LIST "'application/json'"

typedef struct
{
  char *folder; /* (owned) where the desktop hands a file over: of that file alone */
  KringWindow *window;
} Room;

static void
set_up (Room *room, gconstpointer data)
{
  room->folder = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c4d", NULL);
  g_assert_cmpint (g_mkdir_with_parents (room->folder, 0700), ==, 0);
  room->window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));
  gtk_window_present (GTK_WINDOW (room->window));
  kring_window_begin (room->window);
  kring_edit_add_centre (kring_document_get_editor (room->window->document), "Noor",
                         KRING_POINT_INIT (0, 0));
  fixture_settle ();
}

static void
tear_down (Room *room, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (room->folder, 0, NULL);
  const char *name;

  portal_assert_not_asked ();
  if (room->window != NULL)
    fixture_assert_finalised (GTK_WIDGET (room->window));
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (room->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (room->folder);
  g_free (room->folder);
}

static char *
dup_uri (Room *room, const char *name)
{
  g_autofree char *path = g_build_filename (room->folder, name, NULL);

  return g_filename_to_uri (path, NULL, NULL);
}

/* Somebody is asked for a file of that type, above the window, with such a name proposed or none, and
 * chooses; a name of NULL chooses nothing. */
static void
choose (Room *room, const char *type, const char *proposed, const char *name)
{
  g_autoptr (GVariant) question =
      portal_take (proposed != NULL ? "FileChooser.SaveFile" : "FileChooser.OpenFile"),
                       options = NULL, filters = NULL;
  g_autofree char *uri = name != NULL ? dup_uri (room, name) : NULL, *printed = NULL;
  const char *parent, *asked, *current = NULL;
  gboolean modal = FALSE;

  g_variant_get (question, "(&s&s@a{sv})", &parent, &asked, &options);
  g_assert_true (g_str_has_prefix (parent, "x11:"));
  g_assert_cmpstr (asked, ==,
                   proposed != NULL          ? "Save As"
                   : g_str_equal (type, MAP) ? "Open a Map"
                                             : "Add a List of Signals");
  g_assert_true (g_variant_lookup (options, "modal", "b", &modal) && modal);
  filters = g_variant_lookup_value (options, "filters", NULL);
  printed = g_variant_print (filters, FALSE);
  g_assert_nonnull (strstr (printed, type));
  g_variant_lookup (options, "current_name", "&s", &current);
  g_assert_true (proposed == NULL || g_pattern_match_simple (proposed, current));
  /* A folder in which nothing else can be is no place to begin. */
  g_assert_false (g_variant_lookup (options, "current_folder", "@ay", NULL));
  portal_choose (uri);
}

static gboolean
is_saved (gpointer window)
{
  KringDocument *document = KRING_WINDOW (window)->document;

  return kring_document_get_file (document) != NULL && !kring_document_get_busy (document) &&
         !kring_document_get_modified (document);
}

static void
act (Room *room, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (room->window), action, NULL));
}

/* The first time it is asked where, then no more; and the system does not remember the file. */
static void
test_save (Room *room, gconstpointer data)
{
  g_autofree char *uri = dup_uri (room, "noor.kring");
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (KringDocument) again = NULL;

  act (room, "win.save");
  choose (room, MAP, "map.kring", "noor.kring");
  fixture_wait (is_saved, room->window);
  g_assert_true (g_file_equal (kring_document_get_file (room->window->document), file));
  kring_edit_add (kring_document_get_editor (room->window->document), KRING_KIND_PERSON, "Dex",
                  KRING_POINT_INIT (200, 0));
  act (room, "win.save");
  fixture_wait (is_saved, room->window);
  portal_assert_not_asked ();
  again = kring_document_open (file, NULL, NULL);
  g_assert_true (kring_map_equal (kring_document_get_map (again),
                                  kring_document_get_map (room->window->document)));
  g_assert_null (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()));
  act (room, "win.save-as");
  choose (room, MAP, "noor.kring", NULL);
}

/* A name without its ending is asked about once more, with it. */
static void
test_ending (Room *room, gconstpointer data)
{
  g_autofree char *name = NULL;

  act (room, "win.save");
  choose (room, MAP, "map.kring", "noor");
  choose (room, MAP, "noor.kring", "noor.kring");
  fixture_wait (is_saved, room->window);
  name = g_file_get_basename (kring_document_get_file (room->window->document));
  g_assert_cmpstr (name, ==, "noor.kring");
}

/* Who closes, wants to save, and then chooses nothing, still has the window with the map. */
static void
test_close (Room *room, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (room->window));
  fixture_wait (dialogs_is_asking, NULL);
  dialogs_answer ("save");
  choose (room, MAP, "map.kring", NULL);
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (room->window)));
  g_assert_true (kring_document_get_modified (room->window->document));
}

static gboolean
has_told (gpointer window)
{
  return kring_toasts_get_text (KRING_WINDOW (window)->teller) != NULL;
}

/* (transfer none): in whatever window. */
static GtkWidget *
find_shown (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; found == NULL && i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      found = seek_type (window, type);
    }
  g_assert_nonnull (found);
  return found;
}

/* A sheet goes where somebody chooses, and of a folder that nobody knows nothing is said. */
static void
test_export (Room *room, gconstpointer data)
{
  g_autofree char *path = g_build_filename (room->folder, "sheet.pdf", NULL);

  act (room, "win.export");
  fixture_settle ();
  g_signal_emit_by_name (find_shown (KRING_TYPE_EXPORT_DIALOG), "activate-default");
  choose (room, PDF, "*.pdf", "sheet.pdf");
  fixture_wait (has_told, room->window);
  g_assert_cmpstr (kring_toasts_get_text (room->window->teller), ==, "PDF made");
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static KringWindow *
find_window (const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  return kring_application_find_window (fixture_get_application (), file);
}

static gboolean
is_open (gpointer uri)
{
  return find_window (uri) != NULL;
}

static void
test_open (Room *room, gconstpointer data)
{
  g_autofree char *uri = dup_uri (room, "dex.kring");
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autoptr (KringDocument) document = kring_document_new ();
  GActionGroup *actions = G_ACTION_GROUP (fixture_get_application ());

  g_assert_true (kring_document_save (document, file, KRING_SAVE_NORMAL, NULL, NULL));
  g_action_group_activate_action (actions, "open", NULL);
  choose (room, MAP, NULL, NULL);
  fixture_settle ();
  g_assert_false (is_open (uri));
  g_assert_null (dialogs_find ());
  g_action_group_activate_action (actions, "open", NULL);
  choose (room, MAP, NULL, "dex.kring");
  fixture_wait (is_open, uri);
  fixture_settle ();
  fixture_assert_finalised (GTK_WIDGET (find_window (uri)));
}

/* A list of signals comes in by the same way. */
static void
test_catalogue (Room *room, gconstpointer data)
{
  static const char list[] =
      "{\"catalogue\": 1, \"categories\": [{\"id\": \"own\", \"nl\": \"Eigen\"}],"
      "\"signals\": [{\"id\": \"mine\", \"nl\": \"Zwembad\", \"family\": \"risk\","
      " \"category\": \"own\", \"applies_to\": [\"person\"]}]}";
  g_autofree char *path = g_build_filename (room->folder, "own.json", NULL);
  KringCatalogueStore *store = kring_application_get_shelf (fixture_get_application ());
  g_autoptr (GtSignalLogger) logger = emitted_listen (store, "changed", NULL);

  g_assert_true (g_file_set_contents (path, list, -1, NULL));
  g_action_group_activate_action (G_ACTION_GROUP (fixture_get_application ()), "preferences", NULL);
  fixture_settle ();
  g_signal_emit_by_name (find_shown (KRING_TYPE_CATALOGUE_PAGE), "add");
  choose (room, LIST, NULL, "own.json");
  calm_until (gt_signal_logger_get_n_emissions (logger) > 0);
  assert_emitted (logger, "changed");
  g_assert_nonnull (kring_catalogue_find (kring_catalogue_store_get_catalogue (store), "mine"));
  g_assert_true (kring_catalogue_store_remove (store, "own.json", NULL));
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (find_shown (KRING_TYPE_CATALOGUE_PAGE))));
}

/* Nobody waits for an answer any more: what comes then is for nobody. */
static void
test_gone (Room *room, gconstpointer data)
{
  g_autofree char *uri = dup_uri (room, "noor.kring"),
                  *path = g_filename_from_uri (uri, NULL, NULL);

  act (room, "win.save");
  g_variant_unref (portal_take ("FileChooser.SaveFile"));
  g_object_add_weak_pointer (G_OBJECT (room->window), (gpointer *) &room->window);
  gtk_window_destroy (GTK_WINDOW (room->window));
  portal_choose (uri);
  fixture_wait (dialogs_is_gone, &room->window);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

#define UNKNOWN 128

/* How light the map is where nothing stands, from 0 to 255; as long as it is not drawn, unknown. */
static guint
measure_ground (Room *room)
{
  GtkWidget *canvas = seek_type (GTK_WIDGET (room->window), KRING_TYPE_CANVAS);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (canvas);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  guchar pixel[4];

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (canvas),
                          gtk_widget_get_height (canvas));
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return UNKNOWN;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (room->window)), node,
                                         &GRAPHENE_RECT_INIT (4, 4, 1, 1));
  gdk_texture_download (texture, pixel, sizeof pixel);
  return (pixel[0] + pixel[1] + pixel[2]) / 3;
}

static gboolean
is_dark (gpointer room)
{
  return measure_ground (room) < 80;
}

static gboolean
is_light (gpointer room)
{
  return measure_ground (room) > 200;
}

static void
set_dark (gboolean dark)
{
  portal_set ("org.freedesktop.appearance", "color-scheme", g_variant_new_uint32 (dark ? 1 : 0));
}

/* The desktop goes dark and light again, with the map in sight. */
static void
test_dark (Room *room, gconstpointer data)
{
  fixture_wait (is_light, room);
  set_dark (TRUE);
  fixture_wait (is_dark, room);
  set_dark (FALSE);
  fixture_wait (is_light, room);
}

static void
add_tests (void)
{
#define ADD(NAME, FUNCTION) g_test_add ("/sandbox/" NAME, Room, NULL, set_up, FUNCTION, tear_down)
  ADD ("save", test_save);
  ADD ("ending", test_ending);
  ADD ("close", test_close);
  ADD ("open", test_open);
  ADD ("export", test_export);
  ADD ("catalogue", test_catalogue);
  ADD ("gone", test_gone);
  ADD ("dark", test_dark);
}

int
main (int argc, char **argv)
{
  g_autofree char *runtime = g_dir_make_tmp ("kring-run-XXXXXX", NULL);
  g_autofree char *documents = g_build_filename (runtime, "doc", NULL);
  int status;

  portal_start ();
  /* What is not set as the program begins, Adwaita never asks for again. */
  set_dark (FALSE);
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  status = fixture_main (argc, argv, add_tests);
  g_rmdir (documents);
  g_rmdir (runtime);
  return status;
}
