/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a canvas listens to lives longer than it: the map, the session, and its actions, which the window holds too.
 */
#include "gtk/canvas/kring-canvas.h"
#include "map/edit/kring-commands.h"

#include <adwaita.h>

static gboolean
speaks_to (gpointer object, gpointer listener)
{
  return g_signal_handler_find (object, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, listener) != 0;
}

static void
assert_speak_to_nobody (GActionGroup *actions, gpointer listener)
{
  g_auto (GStrv) names = g_action_group_list_actions (actions);

  g_assert_cmpuint (g_strv_length (names), >, 20);
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_false (
        speaks_to (g_action_map_lookup_action (G_ACTION_MAP (actions), names[i]), listener));
}

/* They speak on when the canvas is gone: to nobody. */
static void
test_outlived (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringEditor) editor = kring_editor_new (map, kring_id_source_new_seeded (3));
  g_autoptr (KringSession) session = kring_session_new (editor);
  GtkWidget *canvas = g_object_ref_sink (kring_canvas_new ());
  g_autoptr (GObject) actions =
      g_object_ref (G_OBJECT (kring_canvas_get_actions (KRING_CANVAS (canvas))));
  g_autoptr (KringInteraction) interaction = NULL;
  gpointer gone = canvas;

  kring_canvas_set_session (KRING_CANVAS (canvas), session);
  interaction = g_object_ref (kring_canvas_get_interaction (KRING_CANVAS (canvas)));
  g_assert_finalize_object (canvas);
  assert_speak_to_nobody (G_ACTION_GROUP (actions), gone);
  g_action_group_activate_action (G_ACTION_GROUP (actions), "zoom-in", NULL);
  g_action_group_change_action_state (G_ACTION_GROUP (actions), "tool",
                                      g_variant_new_string ("tie"));
  g_signal_emit_by_name (interaction, "redraw");
  kring_edit_add (editor, KRING_KIND_PERSON, "Noor", KRING_POINT_INIT (0, 0));
  kring_session_set_tool (session, KRING_TOOL_TIE);
  g_assert_cmpuint (kring_map_get_n_items (map), ==, 2);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/canvas/outlived", test_outlived);
  return g_test_run ();
}
