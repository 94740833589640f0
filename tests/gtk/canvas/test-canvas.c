/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The canvas in a window, on a display of its own: real pointer and key events, and the map behind looked at.
 */
#include "calm.h"
#include "gtk/overlay/kring-legend-card.h"
#include "gtk/overlay/kring-minimap.h"
#include "gtk/overlay/kring-zoom-bar.h"
#include "hands.h"
#include "stage.h"

static void
test_actions (void)
{
  Stage stage;
  GActionGroup *actions;
  double scale;

  stage_open (&stage);
  scale = kring_canvas_get_scale (stage.canvas);
  actions = kring_canvas_get_actions (stage.canvas);
  g_assert_false (g_action_group_get_action_enabled (actions, "delete"));
  g_action_group_activate_action (actions, "tool", g_variant_new_string ("tie"));
  g_assert_cmpint (kring_session_get_tool (stage.session), ==, KRING_TOOL_TIE);
  g_action_group_activate_action (actions, "tool", g_variant_new_string ("select"));
  kring_canvas_show_item (stage.canvas, kring_item_get_id (stage_find (&stage, "Dex")));
  g_assert_true (g_action_group_get_action_enabled (actions, "delete"));
  g_action_group_activate_action (actions, "certainty", g_variant_new_string ("suspected"));
  g_assert_cmpint (kring_item_get_certainty (stage_find (&stage, "Dex")), ==,
                   KRING_CERTAINTY_SUSPECTED);
  g_action_group_activate_action (actions, "zoom-in", NULL);
  calm_until (stage_has_scale (&stage, scale * 1.25));
  g_action_group_activate_action (actions, "copy", NULL);
  g_action_group_activate_action (actions, "paste", NULL);
  calm_until (kring_map_get_n_items (stage.map) == 5);
  kring_canvas_set_session (stage.canvas, NULL);
  g_assert_null (kring_canvas_get_interaction (stage.canvas));
  kring_canvas_set_session (stage.canvas, stage.session);
  stage_close (&stage);
}

static void
test_pointer (void)
{
  Stage stage;
  KringPoint at;
  g_autoptr (GPtrArray) ties = NULL;

  stage_open (&stage);
  hands_drag (stage_on_screen (&stage, 200, 0), stage_on_screen (&stage, 260, 90));
  at = stage_place_of (&stage, "Dex");
  g_assert_cmpfloat_with_epsilon (at.x, 260, 2);
  g_assert_cmpfloat_with_epsilon (at.y, 90, 2);
  hands_drag (stage_on_screen (&stage, 260 + 24, 90), stage_on_screen (&stage, 0, 180));
  g_assert_true (kring_interaction_is_asking (kring_canvas_get_interaction (stage.canvas)));
  calm_until (stage_is_typing (&stage));
  hands_do ("type verblijft");
  hands_do ("key Return");
  calm_until (!stage_is_typing (&stage));
  ties = kring_map_dup_items_of_kind (stage.map, KRING_KIND_TIE);
  g_assert_cmpuint (ties->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (g_ptr_array_index (ties, 0), "kind"), ==, "verblijft");
  kring_history_undo (kring_session_get_history (stage.session));
  kring_history_undo (kring_session_get_history (stage.session));
  g_assert_cmpfloat (stage_place_of (&stage, "Dex").x, ==, 200);
  stage_close (&stage);
}

static void
test_keys (void)
{
  Stage stage;
  KringPoint at;

  stage_open (&stage);
  at = stage_on_screen (&stage, 200, 0);
  hands_do ("mousemove %.0f %.0f click 1", at.x, at.y);
  hands_do ("key F2");
  calm_until (stage_is_typing (&stage));
  hands_do ("type Kay");
  hands_do ("key Return");
  calm_until (stage_try_find (&stage, "Kay") != NULL && !stage_is_typing (&stage));
  hands_do ("key ctrl+Right ctrl+Right");
  calm_until (stage_place_of (&stage, "Kay").x == 220);
  hands_do ("key Delete");
  calm_until (kring_map_get_n_items (stage.map) == 3);
  at = stage_on_screen (&stage, -200, -150);
  hands_do ("mousemove %.0f %.0f click --repeat 2 --delay 60 1", at.x, at.y);
  calm_until (kring_map_get_n_items (stage.map) == 4 && stage_is_typing (&stage));
  hands_do ("key Escape");
  calm_until (kring_map_get_n_items (stage.map) == 3);
  stage_close (&stage);
}

static int
get_copied_width (Stage *stage)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (stage->canvas));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_action_group_activate_action (kring_canvas_get_actions (stage->canvas), "copy-picture", NULL);
  g_value_init (&value, GDK_TYPE_TEXTURE);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error));
  g_assert_no_error (error);
  return gdk_texture_get_width (g_value_get_object (&value));
}

static char *
dup_copied_text (Stage *stage)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (stage->canvas));
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_action_group_activate_action (kring_canvas_get_actions (stage->canvas), "copy", NULL);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (
      gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error));
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

/* Any program reads the text: only who is for all is in it. */
static void
test_copied_text (void)
{
  static const char *const audiences[] = { "none", "care", "police" };
  Stage stage;

  stage_open (&stage);
  stage_add (&stage, KRING_KIND_PERSON, "Oma", 400, 0);
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autofree char *with = NULL, *without = NULL;

      g_assert_true (kring_edit_set_one (
          stage.editor, kring_item_get_id (stage_find (&stage, "Oma")), "audience", NULL, NULL));
      g_action_group_activate_action (kring_canvas_get_actions (stage.canvas), "select-all", NULL);
      with = dup_copied_text (&stage);
      g_assert_nonnull (strstr (with, "Oma"));
      g_assert_true (kring_edit_set_one (stage.editor,
                                         kring_item_get_id (stage_find (&stage, "Oma")), "audience",
                                         g_variant_new_string (audiences[i]), NULL));
      without = dup_copied_text (&stage);
      g_assert_null (strstr (without, "Oma"));
      g_assert_nonnull (strstr (without, "Dex"));
    }
  stage_close (&stage);
}

/* Who stands far away and is not for exports does not make the picture wider. */
static void
test_copied_picture (void)
{
  Stage stage;
  g_autoptr (GError) error = NULL;
  int without, with, secret;

  stage_open (&stage);
  without = get_copied_width (&stage);
  stage_add (&stage, KRING_KIND_PERSON, "Oma", 900, 0);
  with = get_copied_width (&stage);
  kring_edit_set_one (stage.editor, kring_item_get_id (stage_find (&stage, "Oma")), "audience",
                      g_variant_new_string ("none"), &error);
  g_assert_no_error (error);
  secret = get_copied_width (&stage);
  g_assert_cmpint (with, >, without + 500);
  g_assert_cmpint (secret, ==, without);
  stage_close (&stage);
}

static double
get_distance (Stage *self, double x, double y)
{
  KringPoint middle = kring_rect_centre (kring_viewport_get_visible (stage_get_viewport (self)));

  return kring_point_distance (middle, KRING_POINT_INIT (x, y));
}

/* A view on its way somewhere gives way to the hand that moves it. */
static void
test_moved_under_way (void)
{
  Stage stage;

  stage_open (&stage);
  kring_canvas_centre_on (stage.canvas, KRING_POINT_INIT (4000, 4000));
  kring_canvas_zoom_to_fit (stage.canvas);
  g_assert_true (kring_canvas_shows_whole (stage.canvas));
  kring_canvas_centre_on (stage.canvas, KRING_POINT_INIT (9000, 9000));
  g_assert_false (kring_canvas_shows_whole (stage.canvas));
  stage_stand_still (&stage);
  g_assert_cmpfloat (get_distance (&stage, 9000, 9000), <, 2);
  kring_canvas_zoom_to_fit (stage.canvas);
  kring_interaction_scroll (kring_canvas_get_interaction (stage.canvas), KRING_POINT_INIT (9, 9), 0,
                            40, 0);
  stage_stand_still (&stage);
  g_assert_false (kring_canvas_shows_whole (stage.canvas));
  /* In a window that is small for the map everybody comes into view, at less than the usual zoom. */
  stage_add (&stage, KRING_KIND_PERSON, "Oma", 4 * stage_get_viewport (&stage)->width, 0);
  kring_canvas_zoom_to_fit (stage.canvas);
  stage_stand_still (&stage);
  g_assert_true (kring_rect_contains (kring_viewport_get_visible (stage_get_viewport (&stage)),
                                      stage_place_of (&stage, "Oma")));
  stage_close (&stage);
}

static KringRect
seen_at (Stage *self, const char *name)
{
  KringPoint at = kring_viewport_to_screen (stage_get_viewport (self), stage_place_of (self, name));

  return KRING_RECT_INIT (at.x - 20, at.y - 20, 40, 40);
}

static gboolean
is_trying (Stage *self)
{
  return kring_canvas_get_scene (self->canvas) !=
         kring_interaction_get_scene (kring_canvas_get_interaction (self->canvas));
}

/* What the map might become is seen in its place, all of it, and the view comes back afterwards. */
static void
test_trial (void)
{
  g_autoptr (KringMap) copy = NULL;
  g_autoptr (KringEditor) editor = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GtkWidget *minimap;
  double scale;
  Stage stage;

  stage_open (&stage);
  minimap = g_object_ref_sink (kring_minimap_new (stage.canvas));
  scale = kring_canvas_get_scale (stage.canvas);
  copy = kring_map_copy (stage.map);
  editor = kring_editor_new (copy, kring_id_source_new_seeded (4));
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (stage_find (&stage, "Dex")));
  kring_edit_move (editor, ids, 1500, 0);
  kring_canvas_show_trial (stage.canvas, copy, TRUE);
  calm_until (kring_canvas_get_scale (stage.canvas) < scale * 0.8);
  stage_stand_still (&stage);
  g_assert_true (is_trying (&stage));
  g_assert_false (gtk_widget_get_visible (minimap));
  kring_canvas_show_trial (stage.canvas, NULL, FALSE);
  calm_until (stage_has_scale (&stage, scale));
  stage_stand_still (&stage);
  g_assert_false (is_trying (&stage));

  kring_canvas_set_left_inset (stage.canvas, 300);
  kring_canvas_show_trial (stage.canvas, copy, TRUE);
  calm_until (seen_at (&stage, "Noor").x > 290 && kring_canvas_shows_whole (stage.canvas));
  kring_canvas_set_left_inset (stage.canvas, 0);
  g_assert_false (kring_canvas_shows_whole (stage.canvas));
  g_assert_true (is_trying (&stage));
  kring_edit_move (stage.editor, ids, 10, 0);
  g_assert_false (is_trying (&stage));
  kring_canvas_centre_on (stage.canvas, KRING_POINT_INIT (9000, 9000));
  g_assert_true (gtk_widget_get_visible (minimap));
  g_object_unref (minimap);
  stage_close (&stage);
}

/* What is asked about comes out from under what lies over the map, and goes back afterwards, unless
 * somebody moved the map meanwhile. */
static void
test_reveal (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  KringRect before, covered;
  Stage stage;

  stage_open (&stage);
  g_hash_table_add (ids, (gpointer) kring_item_get_id (stage_find (&stage, "Noor")));
  before = seen_at (&stage, "Noor");
  kring_canvas_reveal (stage.canvas, ids, KRING_RECT_INIT (0, 0, 10, 10));
  stage_stand_still (&stage);
  g_assert_cmpfloat (seen_at (&stage, "Noor").x, ==, before.x);
  covered = KRING_RECT_INIT (0, 0, before.x + 100, before.y + 100);
  kring_canvas_reveal (stage.canvas, ids, covered);
  calm_until (!kring_rect_intersects (seen_at (&stage, "Noor"), covered));
  stage_stand_still (&stage);
  kring_canvas_end_reveal (stage.canvas);
  calm_until (fabs (seen_at (&stage, "Noor").x - before.x) < 0.5 &&
              fabs (seen_at (&stage, "Noor").y - before.y) < 0.5);
  stage_stand_still (&stage);

  kring_canvas_reveal (stage.canvas, ids, covered);
  calm_until (!kring_rect_intersects (seen_at (&stage, "Noor"), covered));
  stage_stand_still (&stage);
  kring_canvas_centre_on (stage.canvas, KRING_POINT_INIT (500, 500));
  before = seen_at (&stage, "Noor");
  kring_canvas_end_reveal (stage.canvas);
  stage_stand_still (&stage);
  g_assert_cmpfloat (seen_at (&stage, "Noor").x, ==, before.x);
  stage_close (&stage);
}

static void
told_cb (GSimpleAction *action, GVariant *text, gpointer data)
{
  g_free (*(char **) data);
  *(char **) data = g_variant_dup_string (text, NULL);
}

/* What the window is told when this was pasted. */
static char *
paste (Stage *stage, GdkContentProvider *content)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) tell = g_simple_action_new ("tell", G_VARIANT_TYPE_STRING);
  char *told = NULL;

  g_signal_connect (tell, "activate", G_CALLBACK (told_cb), &told);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (tell));
  gtk_widget_insert_action_group (GTK_WIDGET (stage->window), "win", G_ACTION_GROUP (group));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (stage->canvas)), content);
  g_object_unref (content);
  g_action_group_activate_action (kring_canvas_get_actions (stage->canvas), "paste", NULL);
  calm_until (told != NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (stage->window), "win", NULL);
  return told;
}

/* A long list is on its way until Escape is pressed. */
static void
test_paste_cancelled (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  KringPaste *paste;
  Stage stage;

  stage_open (&stage);
  paste = kring_session_get_paste (stage.session);
  for (guint i = 0; i < 15000; i++)
    g_string_append_printf (text, "Naam%u\n", i);
  gtk_widget_grab_focus (GTK_WIDGET (stage.canvas));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (stage.canvas)), text->str);
  g_action_group_activate_action (kring_canvas_get_actions (stage.canvas), "paste", NULL);
  calm_until (kring_paste_is_running (paste));
  hands_do ("key Escape");
  calm_until (!kring_paste_is_running (paste));
  g_assert_cmpuint (kring_map_get_n_items (stage.map), ==, 4);
  calm_until (G_OBJECT (paste)->ref_count == 1);
  stage_close (&stage);
}

/* A file or a picture that was copied elsewhere is nobody on the map, and that is said. */
static void
test_paste_of_others (void)
{
  static const guchar pixel[4] = { 0 };
  Stage stage;
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixel, sizeof pixel);
  g_autoptr (GdkTexture) texture =
      gdk_memory_texture_new (1, 1, GDK_MEMORY_DEFAULT, bytes, sizeof pixel);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/scan.pdf");
  g_autofree char *of_file = NULL, *of_text = NULL, *of_picture = NULL;
  guint n;

  stage_open (&stage);
  n = kring_map_get_n_items (stage.map);
  of_file = paste (&stage, gdk_content_provider_new_typed (G_TYPE_FILE, file));
  of_text = paste (&stage, gdk_content_provider_new_typed (G_TYPE_STRING, "file:///a/scan.pdf"));
  of_picture = paste (&stage, gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture));
  g_assert_nonnull (of_file);
  g_assert_cmpstr (of_text, ==, of_file);
  g_assert_nonnull (of_picture);
  g_assert_cmpstr (of_picture, !=, of_file);
  g_assert_cmpuint (kring_map_get_n_items (stage.map), ==, n);
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/reveal", test_reveal);
  g_test_add_func ("/canvas/moved-under-way", test_moved_under_way);
  g_test_add_func ("/canvas/trial", test_trial);
  g_test_add_func ("/canvas/actions", test_actions);
  g_test_add_func ("/canvas/pointer", test_pointer);
  g_test_add_func ("/canvas/keys", test_keys);
  g_test_add_func ("/canvas/copied-picture", test_copied_picture);
  g_test_add_func ("/canvas/copied-text", test_copied_text);
  g_test_add_func ("/canvas/paste-of-others", test_paste_of_others);
  g_test_add_func ("/canvas/paste-cancelled", test_paste_cancelled);
  return g_test_run ();
}
