/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every way out is searched for words that must stay. */
#include "canaries.h"

#include "map/facts/kring-describe.h"
#include "map/facts/kring-gaps.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "picture/export/kring-export.h"
#include "picture/render/kring-measurer.h"
#include "picture/scene/kring-scene.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gstdio.h>
#include <string.h>

/* Nothing that must stay is in @text; and something that may go is, or nothing was looked at. */
static void
assert_clean (Fixture *self, const char *way, KringReader reader, const char *text)
{
  guint n_joint = 0, n_own = 0;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      gboolean there = strstr (text, canary->word) != NULL;

      if (there && !canary_may_see (canary, reader))
        canary_fail (way, reader, canary, "is in it");
      n_joint += there && canary->owner == KRING_AUDIENCE_JOINT;
      n_own += there && canary->owner == kring_reader_get_audience (reader);
    }
  if (n_joint == 0 || n_own == 0)
    g_test_fail_printf ("%s for %s holds nothing of theirs", way, kring_reader_get_name (reader));
}

/* Everything that may be seen and that @text can hold is in it. */
static void
assert_whole (Fixture *self, KringReader reader, const char *text)
{
  const KringFieldFlags unsaid =
      KRING_FIELD_DRAWING | KRING_FIELD_KEPT | KRING_FIELD_REQUIRED | KRING_FIELD_GRADE;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);

      if (canary_may_see (canary, reader) && canary->field != NULL &&
          !(canary->field->flags & unsaid) && strcmp (canary->field->name, "informed") != 0 &&
          strstr (text, canary->word) == NULL)
        canary_fail ("text", reader, canary, "is not in it");
    }
}

/* (transfer full): what a program says. */
static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

static char *
read_pdf (const char *path)
{
  const char *const words[] = { "pdftotext", "-raw", path, "-", NULL };
  const char *const about[] = { "pdfinfo", path, NULL };
  g_autofree char *text = run (words), *info = run (about);

  return g_strconcat (text, info, NULL);
}

/* The words on the map, as an export or a copied picture shows it. */
static char *
dup_scene_text (KringMap *map)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  const KringSceneOptions options = KRING_SCENE_OPTIONS_EXPORT;
  g_autoptr (KringScene) scene = kring_scene_new (map, &options, &measurer);

  return kring_scene_to_text (scene);
}

/* (transfer full): where the export was written. */
static char *
write_export (Fixture *self, const KringExportOptions *options, const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 12, 0, 0);
  g_autoptr (KringExport) export = kring_export_new (self->map, options, now);
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  kring_export_write (export, file, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_pdf (Fixture *self, gconstpointer data)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  options.appendices = (1 << KRING_N_APPENDICES) - 1;
  options.rule.reader = GPOINTER_TO_UINT (data);
  for (guint bare = 0; bare < 2; bare++)
    {
      g_autofree char *path = NULL, *text = NULL;

      options.bare = bare;
      path = write_export (self, &options, "a.pdf");
      text = read_pdf (path);
      assert_clean (self, bare ? "bare PDF" : "PDF", options.rule.reader, text);
      g_unlink (path);
    }
}

/* A picture holds no words at all; those that are painted are those of the scene. */
static void
test_png (Fixture *self, gconstpointer data)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *path = NULL, *bytes = NULL, *text = NULL;
  g_autoptr (KringMap) part = NULL;
  gsize length;

  options.format = KRING_EXPORT_PNG;
  options.dpi = 30;
  options.rule.reader = GPOINTER_TO_UINT (data);
  path = write_export (self, &options, "a.png");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i++)
    bytes[i] = bytes[i] != '\0' ? bytes[i] : ' ';
  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);

      if (strstr (bytes, canary->word) != NULL)
        canary_fail ("PNG", options.rule.reader, canary, "is in it");
    }
  part = kring_share_dup_part (self->map, &options.rule, NULL);
  text = dup_scene_text (part);
  assert_clean (self, "scene", options.rule.reader, text);
  g_unlink (path);
}

static void
test_text (Fixture *self, gconstpointer data)
{
  const KringShareRule rule = { GPOINTER_TO_UINT (data), NULL, FALSE };
  g_autoptr (KringMap) part = kring_share_dup_part (self->map, &rule, NULL);
  g_autofree char *text = kring_map_to_text (part), *gaps = kring_gaps_to_text (part);

  assert_clean (self, "text", rule.reader, text);
  assert_clean (self, "what is not known", rule.reader, gaps);
  assert_whole (self, rule.reader, text);
}

/* The programs themselves, which choose what they hand on. */
static void
test_commands (Fixture *self, gconstpointer data)
{
  KringReader reader = GPOINTER_TO_UINT (data);
  g_autofree char *out = g_build_filename (self->folder, "b.pdf", NULL), *drawn = NULL;
  const char *program = g_getenv ("KRING_CLI");
  const char *const show[] = { program,    "show", "--for", kring_reader_get_name (reader),
                               self->path, NULL };
  const char *const unknown[] = { program,    "show", "--unknown", "--for", canary_marks[reader],
                                  self->path, NULL };
  const char *const draw[] = {
    program, "draw", "--pages=all", "--for", kring_reader_get_name (reader),
    "-o",    out,    self->path,    NULL
  };
  g_autofree char *shown = run (show), *gaps = run (unknown), *said = run (draw);

  drawn = read_pdf (out);
  assert_clean (self, "show", reader, shown);
  assert_clean (self, "show --unknown", reader, gaps);
  assert_clean (self, "draw", reader, drawn);
  assert_whole (self, reader, shown);
  g_assert_cmpstr (said, ==, "");
  g_unlink (out);
}

/* What is copied goes to any program: nothing but what is for all. */
static void
test_clipboard (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (KringMap) permitted = kring_share_dup_permitted (self->map, NULL);
  g_autofree char *lines = NULL, *picture = dup_scene_text (permitted);

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    g_ptr_array_add (items, kring_map_get_nth (self->map, i));
  lines = kring_share_dup_lines (self->map, items, NULL);
  assert_clean (self, "copied text", KRING_READER_JOINT, lines);
  assert_clean (self, "copied picture", KRING_READER_JOINT, picture);
}

/* The young person: names of people, and what the rings are called. */
static gboolean
may_youth_see (const Canary *canary)
{
  if (canary->owner != KRING_AUDIENCE_JOINT || canary->field == NULL)
    return FALSE;
  return canary->kind->id == KRING_KIND_PERSON ? strcmp (canary->field->name, "name") == 0
         : canary->kind->id == KRING_KIND_CASE ? g_str_has_prefix (canary->field->name, "ring_")
                                               : FALSE;
}

static void
assert_for_youth (Fixture *self, const char *way, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      gboolean there = strstr (text, canary->word) != NULL;

      if (there && !may_youth_see (canary))
        canary_fail (way, KRING_READER_JOINT, canary, "is in it");
      n += there && canary->kind->id == KRING_KIND_PERSON;
    }
  if (n == 0)
    g_test_fail_printf ("%s names nobody", way);
}

static void
test_youth (Fixture *self, gconstpointer data)
{
  g_autoptr (KringMap) view = kring_youth_dup_view (self->map);
  g_autofree char *text = kring_map_to_text (view), *picture = dup_scene_text (view);
  g_autofree char *out = g_build_filename (self->folder, "c.pdf", NULL), *drawn = NULL;
  const char *const draw[] = {
    g_getenv ("KRING_CLI"), "draw", "--view=youth", "-o", out, self->path, NULL
  };
  g_autofree char *said = run (draw);

  drawn = read_pdf (out);
  assert_for_youth (self, "youth, text", text);
  assert_for_youth (self, "youth, picture", picture);
  assert_for_youth (self, "youth, drawn", drawn);
  g_assert_cmpstr (said, ==, "");
  g_unlink (out);
}

/* Whether it may stand in a copy in which persons are called otherwise. */
static gboolean
may_go (const Canary *canary, const KringShareRule *rule)
{
  KringKindId kind = canary->kind->id;

  if (!canary_may_see (canary, rule->reader) || canary->field == NULL)
    return FALSE;
  if (canary->field->flags & KRING_FIELD_GOES_NOTES)
    return (kring_reader_get_parts (rule->reader) & KRING_PART_REMARKS) != 0;
  if (canary->field->flags & KRING_FIELD_GOES_REACH)
    return kind == KRING_KIND_PARTICIPANT;
  return kind != KRING_KIND_PERSON || (strcmp (canary->field->name, KRING_F_NAME) != 0 &&
                                       strcmp (canary->field->name, KRING_F_ALIAS) != 0);
}

static void
assert_nameless (Fixture *self, const char *way, const KringShareRule *rule, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      gboolean there = strstr (text, canary->word) != NULL;

      if (there && !may_go (canary, rule))
        canary_fail (way, rule->reader, canary, "is in it");
      n += there;
    }
  g_assert_cmpuint (n, >, 0);
}

/* Every reader, with names that nobody else can read: as text, as PDF and painted. */
static void
test_names (Fixture *self, gconstpointer data)
{
  KringNameForm form = GPOINTER_TO_UINT (data);

  for (KringReader reader = 0; reader < KRING_N_READERS; reader++)
    {
      KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
      g_autoptr (KringMap) part = NULL;
      g_autofree char *path = NULL, *pdf = NULL, *text = NULL, *scene = NULL;

      options.appendices = (1 << KRING_N_APPENDICES) - 1;
      options.rule.reader = reader;
      options.rule.names = form;
      part = kring_share_dup_part (self->map, &options.rule, NULL);
      text = kring_map_to_text (part);
      scene = dup_scene_text (part);
      path = write_export (self, &options, "d.pdf");
      pdf = read_pdf (path);
      assert_nameless (self, "nameless text", &options.rule, text);
      assert_nameless (self, "nameless picture", &options.rule, scene);
      assert_nameless (self, "nameless PDF", &options.rule, pdf);
      g_unlink (path);
    }
}

static void
add_for_all (const char *name, void (*test) (Fixture *self, gconstpointer data))
{
  for (KringReader reader = KRING_READER_JOINT; reader <= KRING_READER_POLICE; reader++)
    {
      g_autofree char *path =
          g_strdup_printf ("/export/canary/%s/%s", name, kring_reader_get_name (reader));

      g_test_add (path, Fixture, GUINT_TO_POINTER (reader), canaries_set_up, test,
                  canaries_tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_for_all ("pdf", test_pdf);
  add_for_all ("png", test_png);
  add_for_all ("text", test_text);
  add_for_all ("commands", test_commands);
  g_test_add ("/export/canary/clipboard", Fixture, NULL, canaries_set_up, test_clipboard,
              canaries_tear_down);
  g_test_add ("/export/canary/initials", Fixture, GUINT_TO_POINTER (KRING_NAMES_INITIALS),
              canaries_set_up, test_names, canaries_tear_down);
  g_test_add ("/export/canary/codes", Fixture, GUINT_TO_POINTER (KRING_NAMES_CODE), canaries_set_up,
              test_names, canaries_tear_down);
  g_test_add ("/export/canary/youth", Fixture, NULL, canaries_set_up, test_youth,
              canaries_tear_down);
  return g_test_run ();
}
