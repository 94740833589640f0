/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-codec.h"
#include "picture/notation/kring-legend.h"
#include "picture/scene/kring-scene.h"

#include <string.h>

/* Between the map and the scene in a golden file. */
#define RULE "----\n"

/*
 * A golden file holds a map, a rule, and the scene of that map as text. The test writes the file
 * anew and expects no difference; with KRING_UPDATE_GOLDEN set it puts the new one in place.
 */
static void
test_golden (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s.txt", (const char *) data);
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "picture", "scene", "golden", name, NULL);
  g_autofree char *old = NULL, *scene_text = NULL, *new = NULL;
  g_autoptr (GBytes) bytes = NULL, written = NULL;
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (KringMap) map = NULL;
  g_autoptr (GError) error = NULL;
  const char *rule;

  g_file_get_contents (path, &old, NULL, &error);
  g_assert_no_error (error);
  rule = strstr (old, RULE);
  g_assert_nonnull (rule);
  bytes = g_bytes_new (old, rule - old);
  map = kring_codec_read (bytes, &error);
  g_assert_no_error (error);
  scene = kring_scene_new (map, &KRING_SCENE_OPTIONS_SCREEN, &kring_text_measurer_fixed);
  scene_text = kring_scene_to_text (scene);
  written = kring_codec_write (map, &error);
  g_assert_no_error (error);
  new = g_strdup_printf ("%.*s" RULE "%s", (int) g_bytes_get_size (written),
                         (const char *) g_bytes_get_data (written, NULL), scene_text);
  if (g_getenv ("KRING_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, new, -1, &error);
  else if (strcmp (old, new) != 0)
    {
      g_autofree char *out = g_build_filename (g_get_tmp_dir (), name, NULL);

      g_file_set_contents (out, new, -1, NULL);
      g_test_message ("what came out is in %s", out);
      g_test_fail ();
    }
  g_assert_no_error (error);
}

static guint
count_words (GPtrArray *shapes, const char *words)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    n += g_strcmp0 (((KringShape *) g_ptr_array_index (shapes, i))->text, words) == 0;
  return n;
}

/* The legend names what is on the map, and nothing else. */
static void
test_legend (void)
{
  static const char text[] =
      "{\"kring\":1,\"minor\":0,\"case\":{},\"persons\":["
      "{\"id\":\"a\",\"name\":\"A\",\"sex\":\"woman\",\"position\":[0,0],\"party\":\"care\"},"
      "{\"id\":\"b\",\"name\":\"B\",\"sex\":\"man\"}],"
      "\"places\":[{\"id\":\"c\",\"name\":\"C\",\"position\":[200,0]}],"
      "\"ties\":[{\"id\":\"t\",\"from\":\"a\",\"to\":\"c\",\"quality\":\"tense\"},"
      "{\"id\":\"u\",\"from\":\"a\",\"to\":\"b\",\"quality\":\"conflict\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = kring_codec_read (bytes, &error);
  g_autoptr (GPtrArray) card = NULL, wide = NULL;
  double card_height = 0, wide_height = 0;

  g_assert_no_error (error);
  card = kring_legend_dup_shapes (
      map, &(KringLegendSetup){ &kring_text_measurer_fixed, KRING_LEGEND_COLUMN, 276, FALSE },
      &card_height);
  wide = kring_legend_dup_shapes (
      map, &(KringLegendSetup){ &kring_text_measurer_fixed, KRING_LEGEND_BELOW, 1400, FALSE },
      &wide_height);
  g_assert_cmpuint (count_words (card, "woman, girl"), ==, 1);
  g_assert_cmpuint (count_words (card, "man, boy"), ==, 0);
  g_assert_cmpuint (count_words (card, "place"), ==, 1);
  g_assert_cmpuint (count_words (card, "tense"), ==, 1);
  g_assert_cmpuint (count_words (card, "conflict"), ==, 0);
  g_assert_cmpuint (count_words (card, "confirmed"), ==, 0);
  g_assert_cmpuint (count_words (card, "confirmed, or not said"), ==, 1);
  g_assert_cmpuint (count_words (card, "probable"), ==, 0);
  g_assert_cmpuint (count_words (card, "care"), ==, 1);
  g_assert_cmpuint (count_words (card, "police"), ==, 0);
  g_assert_cmpuint (count_words (card, "A signal is no proof."), ==, 1);
  g_assert_cmpfloat (wide_height, <, card_height);
  for (guint i = 0; i < wide->len; i++)
    {
      KringShape *shape = g_ptr_array_index (wide, i);

      g_assert_cmpfloat (shape->bounds.x + shape->bounds.width, <=, 1400);
      g_assert_cmpfloat (shape->bounds.y + shape->bounds.height, <=, wide_height + 4);
    }
}

/* What nobody said looks like what is confirmed, and is never called so. */
static void
test_legend_certainty (void)
{
  static const char text[] =
      "{\"kring\":1,\"minor\":0,\"case\":{},\"persons\":["
      "{\"id\":\"a\",\"name\":\"A\",\"position\":[0,0],\"certainty\":\"confirmed\"},"
      "{\"id\":\"b\",\"name\":\"B\",\"position\":[99,0]%s}]}";
  static const char *const certainties[] = { "", ",\"certainty\":\"confirmed\"" };
  static const char *const labels[] = { "confirmed, or not said", "confirmed" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *whole = g_strdup_printf (text, certainties[i]);
      g_autoptr (GBytes) bytes = g_bytes_new_static (whole, strlen (whole));
      g_autoptr (KringMap) map = kring_codec_read (bytes, NULL);
      g_autoptr (GPtrArray) card = NULL;
      double height;

      g_assert_nonnull (map);
      card = kring_legend_dup_shapes (
          map, &(KringLegendSetup){ &kring_text_measurer_fixed, KRING_LEGEND_COLUMN, 276, FALSE },
          &height);
      g_assert_cmpuint (count_words (card, labels[i]), ==, 1);
      g_assert_cmpuint (count_words (card, labels[1 - i]), ==, 0);
    }
}

/* The young woman is of unknown identity and has an age; the man has neither. */
static const char rims[] =
    "{\"kring\":1,\"minor\":1,\"case\":{\"centre\":[\"a\"]},\"persons\":["
    "{\"id\":\"a\",\"name\":\"A\",\"position\":[0,0],\"age\":\"15\"},"
    "{\"id\":\"b\",\"name\":\"B\",\"position\":[300,0],\"identity_unknown\":true,"
    "\"audience\":\"police\"},"
    "{\"id\":\"c\",\"name\":\"C\",\"position\":[0,300],\"audience\":\"care\"},"
    "{\"id\":\"d\",\"name\":\"D\",\"position\":[0,-300],\"audience\":\"none\"}],"
    "\"places\":[{\"id\":\"e\",\"name\":\"E\",\"position\":[-300,0],\"secret\":true}],"
    "\"signals\":[{\"id\":\"s1\",\"about\":\"a\"},{\"id\":\"s2\",\"about\":\"a\"},"
    "{\"id\":\"s3\",\"about\":\"a\"}]}";

static const char plain[] =
    "{\"kring\":1,\"minor\":1,\"case\":{\"background\":\"plain\"},\"persons\":["
    "{\"id\":\"a\",\"name\":\"A\",\"position\":[0,0]}]}";

/* On a sheet without colours no colour is named: what is drawn in it goes by its shape. */
static void
test_legend_colourless (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (rims, strlen (rims));
  g_autoptr (KringMap) map = kring_codec_read (bytes, NULL);
  const KringLegendSetup setup = { &kring_text_measurer_fixed, KRING_LEGEND_COLUMN, 2000, TRUE };
  double height;
  g_autoptr (GPtrArray) card = kring_legend_dup_shapes (map, &setup, &height);

  g_assert_cmpuint (count_words (card, "Diamond, or arrow with a bar or zigzag: coercion, threat "
                                       "or a signal; no judgment of a person."),
                    ==, 1);
  for (guint i = 0; i < card->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (card, i);

      g_assert_true (shape->text == NULL || strstr (shape->text, "range") == NULL);
    }
}

/* What nobody can guess is explained where it is on the map, and only there. */
static void
test_legend_explains (void)
{
  static const char *const words[] = {
    "identity unknown",
    "age",
    "three or more",
    "care only",
    "police only",
    "not in exports",
    "address secret",
    "Orange: coercion, threat or a signal; no judgment of a person.",
    "Rings: how close somebody is to the young person.",
  };
  const char *const texts[] = { rims, plain };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[t], strlen (texts[t]));
      g_autoptr (KringMap) map = kring_codec_read (bytes, NULL);
      double height;
      /* As wide as a line of any length, so that nothing wraps. */
      g_autoptr (GPtrArray) card = kring_legend_dup_shapes (
          map, &(KringLegendSetup){ &kring_text_measurer_fixed, KRING_LEGEND_COLUMN, 2000, FALSE },
          &height);

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_cmpuint (count_words (card, words[i]), ==, t == 0);
      g_assert_cmpuint (count_words (card, "suspected"), ==, 0);
    }
}

static guint
count_parts (GPtrArray *shapes, const char *id, KringComponent part, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < shapes->len; i++)
    {
      KringShape *shape = g_ptr_array_index (shapes, i);

      n += g_strcmp0 (shape->id, id) == 0 && shape->part == part &&
           g_strcmp0 (shape->text, text) == 0;
    }
  return n;
}

/* Counts by family; what was refuted does not count, a return counts as risk. */
static void
test_known (void)
{
  static const char text[] =
      "{\"kring\":1,\"minor\":1,\"case\":{},\"persons\":["
      "{\"id\":\"a\",\"name\":\"A\",\"position\":[0,0]},"
      "{\"id\":\"b\",\"name\":\"B\",\"position\":[300,0]}],"
      "\"ties\":[{\"id\":\"t\",\"from\":\"a\",\"to\":\"b\",\"kind\":\"kent\"}],"
      "\"signals\":[{\"id\":\"s1\",\"about\":\"a\"},"
      "{\"id\":\"s2\",\"about\":\"a\",\"family\":\"return\"},"
      "{\"id\":\"s3\",\"about\":\"a\",\"family\":\"vulnerability\"},"
      "{\"id\":\"s4\",\"about\":\"a\",\"certainty\":\"refuted\"},"
      "{\"id\":\"s5\",\"about\":\"t\"},"
      "{\"id\":\"s6\",\"about\":\"b\",\"certainty\":\"refuted\"}],"
      "\"tasks\":[{\"id\":\"q1\",\"about\":[\"b\"],\"sort\":\"question\"},"
      "{\"id\":\"q2\",\"about\":[\"a\"],\"sort\":\"question\",\"state\":\"done\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = kring_codec_read (bytes, &error);
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (GPtrArray) card = NULL;
  GPtrArray *shapes;
  double height;

  g_assert_no_error (error);
  scene = kring_scene_new (map, &KRING_SCENE_OPTIONS_SCREEN, &kring_text_measurer_fixed);
  shapes = kring_scene_get_shapes (scene);
  g_assert_cmpuint (count_parts (shapes, "a", KRING_PART_RISK, "2"), ==, 1);
  g_assert_cmpuint (count_parts (shapes, "a", KRING_PART_VULNERABILITY, "1"), ==, 1);
  g_assert_cmpuint (count_parts (shapes, "a", KRING_PART_QUESTION, "?"), ==, 0);
  g_assert_cmpuint (count_parts (shapes, "b", KRING_PART_RISK, "1"), ==, 0);
  g_assert_cmpuint (count_parts (shapes, "b", KRING_PART_QUESTION, "?"), ==, 1);
  g_assert_cmpuint (count_parts (shapes, "t", KRING_PART_RISK, "1"), ==, 1);
  card = kring_legend_dup_shapes (
      map, &(KringLegendSetup){ &kring_text_measurer_fixed, KRING_LEGEND_COLUMN, 276, FALSE },
      &height);
  g_assert_cmpuint (count_words (card, "happens to this person"), ==, 1);
  g_assert_cmpuint (count_words (card, "what others do"), ==, 1);
  g_assert_cmpuint (count_words (card, "three or more"), ==, 0);
  g_assert_cmpuint (count_words (card, "vulnerability"), ==, 1);
  g_assert_cmpuint (count_words (card, "open question"), ==, 1);
  g_assert_cmpuint (count_words (card, "what protects"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/scene/golden/persons", "persons", test_golden);
  g_test_add_data_func ("/scene/golden/things", "things", test_golden);
  g_test_add_data_func ("/scene/golden/marks", "marks", test_golden);
  g_test_add_data_func ("/scene/golden/states", "states", test_golden);
  g_test_add_data_func ("/scene/golden/ties", "ties", test_golden);
  g_test_add_data_func ("/scene/golden/rings", "rings", test_golden);
  g_test_add_func ("/scene/legend/uses", test_legend);
  g_test_add_func ("/scene/legend/certainty", test_legend_certainty);
  g_test_add_func ("/scene/legend/explains", test_legend_explains);
  g_test_add_func ("/scene/legend/colourless", test_legend_colourless);
  g_test_add_func ("/scene/known", test_known);
  return g_test_run ();
}
