/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each click, turn of the wheel, key and entry of a menu does to the map on the canvas. */
#include "calm.h"
#include "hands.h"
#include "seek.h"
#include "stage.h"

#include <adwaita.h>

/* Half of what is looked at around a place, in pixels. */
#define AROUND 12

/* What is seen around a place of the map: its pixels, one after another. */
static GBytes *
look_at (Stage *self, double x, double y)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (self->window));
  KringPoint at = kring_viewport_to_screen (stage_get_viewport (self), KRING_POINT_INIT (x, y));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const gsize stride = 2 * AROUND * 4, size = stride * 2 * AROUND;
  guchar *pixels = g_malloc (size);
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (self->canvas)->snapshot (GTK_WIDGET (self->canvas), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (
      renderer, node,
      &GRAPHENE_RECT_INIT (floor (at.x) - AROUND, floor (at.y) - AROUND, 2 * AROUND, 2 * AROUND));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, pixels, stride);
  return g_bytes_new_take (pixels, size);
}

static gboolean
looks_like (Stage *self, double x, double y, GBytes *seen)
{
  g_autoptr (GBytes) now = look_at (self, x, y);

  return g_bytes_equal (now, seen);
}

/* What comes, moves and goes is seen to do so. */
static void
test_redrawn (void)
{
  Stage stage;
  g_autoptr (GBytes) empty = NULL, there = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  stage_open (&stage);
  empty = look_at (&stage, 100, 90);
  stage_add (&stage, KRING_KIND_PERSON, "Kay", 100, 90);
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (stage_find (&stage, "Kay")));
  g_assert_false (looks_like (&stage, 100, 90, empty));
  there = look_at (&stage, 100, 90);
  kring_edit_move (stage.editor, ids, 150, 0);
  g_assert_true (looks_like (&stage, 100, 90, empty));
  g_assert_false (looks_like (&stage, 250, 90, empty));
  kring_history_undo (kring_session_get_history (stage.session));
  g_assert_true (looks_like (&stage, 100, 90, there));
  kring_history_undo (kring_session_get_history (stage.session));
  g_assert_true (looks_like (&stage, 100, 90, empty));
  stage_close (&stage);
}

static KringPoint
get_origin (Stage *self)
{
  return stage_get_viewport (self)->origin;
}

/* The wheel goes up and down; with Shift sideways; with Ctrl nearer, at the pointer. */
static void
test_wheel (void)
{
  Stage stage;
  KringPoint at, before, on_map;
  double scale;

  stage_open (&stage);
  at = stage_on_screen (&stage, 100, 90);
  hands_do ("mousemove %.0f %.0f", at.x, at.y);
  before = get_origin (&stage);
  hands_do ("click 5");
  calm_until (get_origin (&stage).y > before.y);
  g_assert_cmpfloat (get_origin (&stage).x, ==, before.x);
  hands_do ("click 4");
  calm_until (get_origin (&stage).y == before.y);
  hands_do ("keydown shift click 5 keyup shift");
  calm_until (get_origin (&stage).x > before.x);
  g_assert_cmpfloat (get_origin (&stage).y, ==, before.y);
  hands_do ("keydown shift click 4 keyup shift");
  calm_until (fabs (get_origin (&stage).x - before.x) < 0.001);
  g_assert_cmpfloat (get_origin (&stage).y, ==, before.y);
  scale = kring_canvas_get_scale (stage.canvas);
  on_map = stage_on_screen (&stage, 100, 90);
  hands_do ("keydown ctrl click 4 keyup ctrl");
  calm_until (kring_canvas_get_scale (stage.canvas) > scale * 1.01);
  g_assert_cmpfloat (kring_point_distance (stage_on_screen (&stage, 100, 90), on_map), <, 2);
  stage_close (&stage);
}

static void
click (Stage *self, const char *name, guint button)
{
  KringPoint place = stage_place_of (self, name), at = stage_on_screen (self, place.x, place.y);

  hands_do ("mousemove %.0f %.0f click %u", at.x, at.y, button);
}

static gboolean
is_selected (Stage *self, const char *name)
{
  return kring_selection_contains (kring_session_get_selection (self->session),
                                   kring_item_get_id (stage_find (self, name)));
}

/* A tap on Space selects what has the keyboard, and lets go; held down it pans, and nothing moves. */
static void
test_space (void)
{
  Stage stage;
  KringPoint from, before;

  stage_open (&stage);
  click (&stage, "Dex", 1);
  calm_until (is_selected (&stage, "Dex"));
  hands_do ("key space");
  calm_until (!is_selected (&stage, "Dex"));
  hands_do ("key space");
  calm_until (is_selected (&stage, "Dex"));
  before = get_origin (&stage);
  from = stage_on_screen (&stage, 200, 0);
  hands_do ("keydown space");
  hands_drag (from, KRING_POINT_INIT (from.x - 80, from.y - 60));
  hands_do ("keyup space");
  calm_until (get_origin (&stage).x > before.x + 10 && get_origin (&stage).y > before.y + 10);
  g_assert_cmpfloat (stage_place_of (&stage, "Dex").x, ==, 200);
  g_assert_true (is_selected (&stage, "Dex"));
  stage_close (&stage);
}

static gboolean
has_certainty (Stage *self, const char *name, KringCertainty certainty)
{
  return kring_item_get_certainty (stage_find (self, name)) == certainty;
}

/* Letters and digits do things with what is selected, unless somebody wants none of that. */
static void
test_single_keys (void)
{
  static const guint tools[] = { KRING_TOOL_PERSON, KRING_TOOL_THING, KRING_TOOL_NOTE,
                                 KRING_TOOL_SELECT };
  static const char *const keys[] = { "p", "l", "m", "v" };
  Stage stage;

  stage_open (&stage);
  click (&stage, "Dex", 1);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      hands_do ("key %s", keys[i]);
      calm_until (kring_session_get_tool (stage.session) == tools[i]);
    }
  click (&stage, "Dex", 1);
  hands_do ("key 5");
  calm_until (has_certainty (&stage, "Dex", KRING_CERTAINTY_REFUTED));
  hands_do ("key 2");
  calm_until (has_certainty (&stage, "Dex", KRING_CERTAINTY_PROBABLE));
  hands_do ("key k");
  calm_until (kring_item_get_bool (stage_find (&stage, "Dex"), KRING_F_PINNED));
  hands_do ("key k");
  calm_until (!kring_item_get_bool (stage_find (&stage, "Dex"), KRING_F_PINNED));
  kring_canvas_set_single_keys (stage.canvas, FALSE);
  hands_do ("key 3 ctrl+Right");
  calm_until (stage_place_of (&stage, "Dex").x == 210);
  g_assert_true (has_certainty (&stage, "Dex", KRING_CERTAINTY_PROBABLE));
  stage_close (&stage);
}

static GtkPopover *
get_menu (Stage *self)
{
  return GTK_POPOVER (seek_type (GTK_WIDGET (self->canvas), GTK_TYPE_POPOVER_MENU));
}

static gboolean
is_menu_open (Stage *self)
{
  return get_menu (self) != NULL && gtk_widget_get_mapped (GTK_WIDGET (get_menu (self)));
}

/* All that a menu does, one after another, " |" where a submenu begins. */
static void
add_actions (GMenuModel *menu, GString *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL, *target = NULL;

      if (section != NULL)
        add_actions (section, text);
      if (below != NULL)
        {
          g_string_append (text, " |");
          add_actions (below, text);
        }
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;
      g_string_append_printf (text, " %s", action);
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target))
        g_string_append_printf (text, "=%s", target);
    }
}

static char *
dup_actions (Stage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  calm_until (is_menu_open (self));
  add_actions (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (get_menu (self))), text);
  return g_strdup (text->str);
}

static gboolean
is_entry (GtkWidget *widget, gconstpointer label)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (G_OBJECT_TYPE_NAME (widget), "GtkModelButton") != 0 ||
      !gtk_widget_get_mapped (widget))
    return FALSE;
  g_object_get (widget, "text", &text, NULL);
  return g_strcmp0 (text, label) == 0;
}

/* Clicks on the entry of the menu that is open. */
static void
choose (Stage *self, const char *label)
{
  GtkWidget *entry;

  calm_until (is_menu_open (self));
  entry = seek (GTK_WIDGET (get_menu (self)), is_entry, label);
  g_assert_nonnull (entry);
  g_assert_true (gtk_widget_activate (entry));
  calm_until (!is_menu_open (self));
}

/* What is under the pointer is selected, and the menu is about it. */
static void
test_menu_of_person (void)
{
  Stage stage;
  g_autofree char *actions = NULL;

  stage_open (&stage);
  click (&stage, "Dex", 3);
  actions = dup_actions (&stage);
  g_assert_true (is_selected (&stage, "Dex"));
  g_assert_cmpstr (actions, ==,
                   " map.rename map.tie-from map.focus-circle map.pin map.group map.duplicate"
                   " map.copy map.delete map.add-signal map.add-protective map.add-question"
                   " map.add-statement map.ask=near | map.certainty=confirmed"
                   " map.certainty=probable map.certainty=suspected map.certainty=unknown"
                   " map.certainty=refuted map.set-centre");
  choose (&stage, "Pin");
  g_assert_true (kring_item_get_bool (stage_find (&stage, "Dex"), KRING_F_PINNED));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (stage.canvas)));
  click (&stage, "Dex", 3);
  choose (&stage, "Unpin");
  g_assert_false (kring_item_get_bool (stage_find (&stage, "Dex"), KRING_F_PINNED));
  click (&stage, "Dex", 3);
  choose (&stage, "This Map Is About This Person");
  g_assert_true (kring_map_is_centre (stage.map, stage_find (&stage, "Dex")));
  click (&stage, "Dex", 3);
  choose (&stage, "Delete");
  g_assert_null (stage_try_find (&stage, "Dex"));
  stage_close (&stage);
}

static void
test_menu_of_tie (void)
{
  Stage stage;
  KringItem *tie;
  KringPoint at;
  g_autofree char *actions = NULL;

  stage_open (&stage);
  tie = kring_edit_add_tie (stage.editor, kring_item_get_id (stage_find (&stage, "Dex")),
                            kring_item_get_id (stage_find (&stage, "Noor")), NULL,
                            KRING_CERTAINTY_CONFIRMED, NULL);
  at = stage_on_screen (&stage, 100, 0);
  hands_do ("mousemove %.0f %.0f click 3", at.x, at.y);
  actions = dup_actions (&stage);
  g_assert_true (g_str_has_prefix (actions, " map.rename map.reverse map.direction map.stronger"
                                            " map.weaker | map.certainty=confirmed"));
  g_assert_true (g_str_has_suffix (actions, " map.certainty=refuted map.delete"));
  choose (&stage, "Next Direction");
  g_assert_cmpint (kring_item_get_choice (tie, KRING_F_DIRECTION), ==, KRING_DIRECTION_FORWARD);
  hands_do ("mousemove %.0f %.0f click 3", at.x, at.y);
  choose (&stage, "Reverse the Direction");
  g_assert_cmpint (kring_item_get_choice (tie, KRING_F_DIRECTION), ==, KRING_DIRECTION_BACKWARD);
  hands_do ("mousemove %.0f %.0f click 3", at.x, at.y);
  choose (&stage, "Refute");
  g_assert_cmpint (kring_item_get_certainty (tie), ==, KRING_CERTAINTY_REFUTED);
  stage_close (&stage);
}

/* Where nothing is, something is made there. */
static void
test_menu_of_nothing (void)
{
  Stage stage;
  KringPoint at;
  g_autofree char *actions = NULL;

  stage_open (&stage);
  at = stage_on_screen (&stage, 100, 90);
  hands_do ("mousemove %.0f %.0f click 3", at.x, at.y);
  actions = dup_actions (&stage);
  g_assert_cmpstr (actions, ==,
                   " map.add-here=person map.add-here=place map.add-here=note map.paste"
                   " map.select-all map.zoom-fit | map.layout=rings map.layout=calm"
                   " map.layout=groups map.layout=family map.layout=tidy");
  choose (&stage, "Select All");
  g_assert_true (is_selected (&stage, "Noor") && is_selected (&stage, "Flat"));
  hands_do ("mousemove %.0f %.0f click 3", at.x, at.y);
  choose (&stage, "Person Here");
  calm_until (stage_is_typing (&stage));
  hands_do ("type Kay");
  hands_do ("key Return");
  calm_until (stage_try_find (&stage, "Kay") != NULL && !stage_is_typing (&stage));
  g_assert_cmpfloat (
      kring_point_distance (stage_place_of (&stage, "Kay"), KRING_POINT_INIT (100, 90)), <, 12);
  stage_close (&stage);
}

/* The view of the map that an action asks for. */
static void
test_zoom (void)
{
  Stage stage;
  GActionGroup *actions;

  stage_open (&stage);
  actions = kring_canvas_get_actions (stage.canvas);
  kring_canvas_zoom_to (stage.canvas, 0.5);
  calm_until (stage_has_scale (&stage, 0.5));
  g_action_group_activate_action (actions, "zoom-out", NULL);
  calm_until (stage_has_scale (&stage, 0.4));
  g_action_group_activate_action (actions, "zoom-100", NULL);
  calm_until (stage_has_scale (&stage, 1));
  kring_canvas_centre_on (stage.canvas, KRING_POINT_INIT (4000, 4000));
  g_action_group_activate_action (actions, "zoom-fit", NULL);
  stage_stand_still (&stage);
  g_assert_true (kring_canvas_shows_whole (stage.canvas));
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/by-hand/redrawn", test_redrawn);
  g_test_add_func ("/by-hand/wheel", test_wheel);
  g_test_add_func ("/by-hand/space", test_space);
  g_test_add_func ("/by-hand/single-keys", test_single_keys);
  g_test_add_func ("/by-hand/menu-of-person", test_menu_of_person);
  g_test_add_func ("/by-hand/menu-of-tie", test_menu_of_tie);
  g_test_add_func ("/by-hand/menu-of-nothing", test_menu_of_nothing);
  g_test_add_func ("/by-hand/zoom", test_zoom);
  return g_test_run ();
}
