/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the examples on a screen, measured at ten zooms: none is smaller than can be read. */
#include "file/storage/kring-codec.h"
#include "picture/scene/kring-scene.h"

#include <string.h>

#define NAME_LEAST 10.0
#define WORD_LEAST 9.0
/* Below these zooms an age cannot be larger within its sign. */
#define AGE_ZOOM 0.36
#define LONG_AGE_ZOOM 0.47
#define SLACK 1e-6

static KringMap *
open_example (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("KRING_DATADIR"), "examples", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  KringMap *map;

  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  bytes = g_bytes_new (text, size);
  map = kring_codec_read (bytes, &error);
  g_assert_no_error (error);
  return map;
}

static gboolean
is_of_person (KringMap *map, const KringShape *shape)
{
  KringItem *item = shape->id != NULL ? kring_map_get_item (map, shape->id) : NULL;

  return item != NULL && kring_item_is (item, KRING_KIND_PERSON);
}

/* The least that may be seen of @shape in pixels; 0: as small as it comes. */
static double
get_least (KringMap *map, const KringShape *shape, double zoom)
{
  if (shape->part == KRING_PART_BODY && is_of_person (map, shape))
    return zoom < (strlen (shape->text) > 2 ? LONG_AGE_ZOOM : AGE_ZOOM) ? 0 : WORD_LEAST;
  if (shape->part == KRING_PART_LABEL && is_of_person (map, shape) &&
      shape->weight == KRING_WEIGHT_SEMIBOLD)
    return NAME_LEAST;
  return shape->part == KRING_PART_LABEL || shape->part == KRING_PART_NONE ? WORD_LEAST : 0;
}

static void
check (KringMap *map, KringScene *scene, double zoom)
{
  guint n_names = 0;

  kring_scene_set_word_scale (scene, kring_scene_get_word_scale (scene, zoom, 1));
  for (guint i = 0; i < kring_scene_get_shapes (scene)->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (kring_scene_get_shapes (scene), i);
      double least;

      if (shape->type != KRING_SHAPE_TEXT)
        continue;
      least = get_least (map, shape, zoom);
      n_names += least == NAME_LEAST;
      if (shape->size * zoom < least - SLACK)
        g_error ("“%s” is %.1f pixels at %.2f", shape->text, shape->size * zoom, zoom);
    }
  g_test_message ("%u names at %.2f", n_names, zoom);
  g_assert_cmpuint (n_names, >, 0);
}

static void
test_sizes (void)
{
  static const char *const names[] = { "noor.kring", "groot.kring", "klein.kring" };
  static const double zooms[] = { 0.25, 0.33, 0.4, 0.5, 0.59, 0.69, 0.8, 1, 1.5, 3 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
      g_autoptr (KringMap) map = open_example (names[i]);
      g_autoptr (KringScene) scene = kring_scene_new (map, &options, &kring_text_measurer_fixed);

      g_test_message ("%s", names[i]);
      for (guint z = 0; z < G_N_ELEMENTS (zooms); z++)
        check (map, scene, zooms[z]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/sizes/examples", test_sizes);
  return g_test_run ();
}
