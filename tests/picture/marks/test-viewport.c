/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-viewport.h"

static KringViewport
new_viewport (void)
{
  return (KringViewport){ { -400, -300 }, 1, 800, 600 };
}

static void
assert_point (KringPoint point, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (point.y, y, 1e-9);
}

static void
test_there_and_back (void)
{
  KringViewport view = { { 12, -7 }, 1.7, 640, 480 };

  assert_point (kring_viewport_to_screen (&view, KRING_POINT_INIT (12, -7)), 0, 0);
  for (int i = -5; i <= 5; i++)
    {
      KringPoint map = { i * 31.7, i * i * 11 };

      assert_point (kring_viewport_to_map (&view, kring_viewport_to_screen (&view, map)), map.x,
                    map.y);
    }
}

static void
test_zoom_keeps_the_place (void)
{
  KringViewport view = new_viewport ();
  KringPoint pointer = { 123, 456 };
  KringPoint before = kring_viewport_to_map (&view, pointer);

  kring_viewport_zoom_at (&view, pointer, 1.25);
  g_assert_cmpfloat_with_epsilon (view.scale, 1.25, 1e-9);
  assert_point (kring_viewport_to_map (&view, pointer), before.x, before.y);
  kring_viewport_zoom_at (&view, pointer, 1000);
  g_assert_cmpfloat (view.scale, ==, KRING_VIEWPORT_SCALE_MAX);
  kring_viewport_zoom_at (&view, pointer, 1e-6);
  g_assert_cmpfloat (view.scale, ==, KRING_VIEWPORT_SCALE_MIN);
  assert_point (kring_viewport_to_map (&view, pointer), before.x, before.y);
}

static void
test_pan_and_resize (void)
{
  KringViewport view = new_viewport ();

  kring_viewport_zoom_at (&view, KRING_POINT_INIT (400, 300), 2);
  kring_viewport_pan (&view, 10, -20);
  assert_point (kring_viewport_to_screen (&view, KRING_POINT_INIT (0, 0)), 410, 280);
  kring_viewport_resize (&view, 1000, 400);
  assert_point (kring_viewport_to_screen (&view, KRING_POINT_INIT (0, 0)), 510, 180);
}

static void
test_fit (void)
{
  KringViewport view = new_viewport ();
  KringRect visible;

  kring_viewport_fit (&view, KRING_RECT_INIT (1000, 1000, 2000, 500), 50);
  g_assert_cmpfloat_with_epsilon (view.scale, 700.0 / 2000, 1e-9);
  assert_point (kring_viewport_to_screen (&view, KRING_POINT_INIT (2000, 1250)), 400, 300);
  kring_viewport_fit (&view, KRING_RECT_INIT (0, 0, 3500, 500), 50);
  g_assert_cmpfloat_with_epsilon (view.scale, 0.2, 1e-9);
  kring_viewport_zoom_at (&view, KRING_POINT_INIT (400, 300), 0.5);
  g_assert_cmpfloat_with_epsilon (view.scale, 0.2, 1e-9);
  kring_viewport_zoom_at (&view, KRING_POINT_INIT (400, 300), 2);
  g_assert_cmpfloat_with_epsilon (view.scale, 0.4, 1e-9);
  kring_viewport_fit (&view, KRING_RECT_INIT (0, 0, 90000, 500), 50);
  g_assert_cmpfloat (view.scale, ==, KRING_VIEWPORT_SCALE_FIT);
  kring_viewport_fit (&view, KRING_RECT_INIT (0, 0, 10, 10), 50);
  g_assert_cmpfloat (view.scale, ==, 1);
  kring_viewport_fit (&view, KRING_RECT_INIT (0, 0, 0, 0), 50);
  visible = kring_viewport_get_visible (&view);
  assert_point (kring_rect_centre (visible), 0, 0);
}

/* Nobody stands under a card in the corner: the map goes aside first, and is made smaller after that. */
static void
test_place_clear (void)
{
  KringViewport view = new_viewport ();
  KringRect content = { 0, 0, 400, 500 };
  const KringRect head = { 0, 0, 100, 100 };
  const KringRect corner = { 0, 0, 300, 60 }, whole = { 0, 0, 800, 600 };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (KringRect));
  g_autoptr (GArray) covers = g_array_new (FALSE, FALSE, sizeof (KringRect));
  KringPoint at;

  g_array_append_val (boxes, head);
  kring_viewport_fit (&view, content, 10);
  g_assert_true (kring_viewport_place_clear (&view, content, boxes, covers, 10));
  assert_point (kring_viewport_to_screen (&view, kring_rect_centre (content)), 400, 300);

  g_array_append_val (covers, corner);
  g_assert_true (kring_viewport_place_clear (&view, content, boxes, covers, 10));
  at = kring_viewport_to_screen (&view, KRING_POINT_INIT (0, 0));
  g_assert_true (at.x >= 300 || at.y >= 60);
  g_assert_cmpfloat (at.x, >=, 10);
  g_assert_cmpfloat (at.y, >=, 10);
  at = kring_viewport_to_screen (&view, KRING_POINT_INIT (400, 500));
  g_assert_cmpfloat (at.x, <=, 790);
  g_assert_cmpfloat (at.y, <=, 590);

  g_array_append_val (covers, whole);
  g_assert_false (kring_viewport_place_clear (&view, content, boxes, covers, 10));
  assert_point (kring_viewport_to_screen (&view, kring_rect_centre (content)), 400, 300);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/viewport/there-and-back", test_there_and_back);
  g_test_add_func ("/scene/viewport/zoom-keeps-the-place", test_zoom_keeps_the_place);
  g_test_add_func ("/scene/viewport/pan-and-resize", test_pan_and_resize);
  g_test_add_func ("/scene/viewport/fit", test_fit);
  g_test_add_func ("/scene/viewport/place-clear", test_place_clear);
  return g_test_run ();
}
