/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small map in the corner: there when something is out of sight, and the way to it. */
#include "calm.h"
#include "gtk/overlay/kring-minimap.h"
#include "hands.h"
#include "seek.h"
#include "stage.h"

#include <adwaita.h>

static KringPoint
get_middle (Stage *stage)
{
  return kring_rect_centre (kring_viewport_get_visible (stage_get_viewport (stage)));
}

/* Somewhere beside all people. */
static void
leave (Stage *stage)
{
  kring_canvas_centre_on (stage->canvas, KRING_POINT_INIT (900, 100));
  stage_stand_still (stage);
}

/* It comes when the map is larger than the window, and goes when all of it is seen. */
static void
test_shown (void)
{
  GtkWidget *minimap;
  Stage stage;

  stage_open (&stage);
  minimap = seek_type (GTK_WIDGET (stage.window), KRING_TYPE_MINIMAP);
  g_assert_false (gtk_widget_get_visible (minimap));
  leave (&stage);
  g_assert_true (gtk_widget_get_mapped (minimap));
  kring_canvas_zoom_to_fit (stage.canvas);
  stage_stand_still (&stage);
  g_assert_false (gtk_widget_get_visible (minimap));
  stage_close (&stage);
}

/* A press goes to what lies there, and a drag goes on from it, at the same scale. */
static void
test_pressed (void)
{
  GtkWidget *minimap;
  KringPoint left;
  double scale, pressed;
  Stage stage;

  stage_open (&stage);
  minimap = seek_type (GTK_WIDGET (stage.window), KRING_TYPE_MINIMAP);
  leave (&stage);
  scale = kring_canvas_get_scale (stage.canvas);
  left = hands_find (minimap, KRING_POINT_INIT (gtk_widget_get_width (minimap) * 0.4,
                                                gtk_widget_get_height (minimap) / 2.0));
  hands_do ("mousemove %.0f %.0f mousedown 1", left.x, left.y);
  pressed = get_middle (&stage).x;
  g_assert_cmpfloat (pressed, <, 850);
  hands_do ("mousemove_relative -- -12 0");
  g_assert_cmpfloat (get_middle (&stage).x, <, pressed);
  hands_do ("mouseup 1");
  stage_stand_still (&stage);
  g_assert_true (stage_has_scale (&stage, scale));
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/minimap/shown", test_shown);
  g_test_add_func ("/minimap/pressed", test_pressed);
  return g_test_run ();
}
