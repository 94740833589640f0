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

/* Whether a copy of that rule may hold it. */
typedef gboolean (*MayGo) (const Canary *canary, const KringShareRule *rule);

static gboolean
may_be_seen (const Canary *canary, const KringShareRule *rule)
{
  return canary_may_see (canary, rule->reader);
}

/* Nothing was found that must stay; returns how many words were. */
static guint
assert_only (
    Fixture *self, const char *way, const KringShareRule *rule, MayGo may_go, const Traces *traces)
{
  guint n = 0;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      g_autofree char *what = g_strconcat ("is in it, ", traces->forms[i], NULL);

      if (traces->forms[i] != NULL && !may_go (canary, rule))
        canary_fail (way, rule->reader, canary, what);
      n += traces->forms[i] != NULL;
    }
  return n;
}

static gboolean
has_any_of (Fixture *self, const Traces *traces, KringAudience owner)
{
  for (guint i = 0; i < self->canaries->len; i++)
    if (traces->forms[i] != NULL && ((Canary *) self->canaries->pdata[i])->owner == owner)
      return TRUE;
  return FALSE;
}

/* Nothing that must stay was found; and something that may go was, or nothing was looked at. */
static void
assert_traces (Fixture *self, const char *way, KringReader reader, const Traces *traces)
{
  const KringShareRule rule = { reader };

  assert_only (self, way, &rule, may_be_seen, traces);
  if (!has_any_of (self, traces, KRING_AUDIENCE_JOINT) ||
      !has_any_of (self, traces, kring_reader_get_audience (reader)))
    g_test_fail_printf ("%s for %s holds nothing of theirs", way, kring_reader_get_name (reader));
}

static void
assert_clean (Fixture *self, const char *way, KringReader reader, const char *text)
{
  g_autoptr (Traces) traces = canaries_look (self, text, NULL);

  assert_traces (self, way, reader, traces);
}

/* Everything that may be seen and that @text can hold is in it. */
static void
assert_whole (Fixture *self, KringReader reader, const char *text)
{
  const KringFieldFlags unsaid =
      KRING_FIELD_DRAWING | KRING_FIELD_KEPT | KRING_FIELD_REQUIRED | KRING_FIELD_GRADE;
  g_autoptr (Traces) traces = canaries_look (self, text, NULL);

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);

      if (canary_may_see (canary, reader) && canary->field != NULL &&
          !(canary->field->flags & unsaid) && strcmp (canary->field->name, "informed") != 0 &&
          traces->forms[i] == NULL)
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

/* (transfer full): what somebody reads in a PDF and of it, and what else is in the file. */
static Traces *
look_at_pdf (Fixture *self, const char *path)
{
  const char *const words[] = { "pdftotext", "-raw", path, "-", NULL };
  const char *const about[] = { "pdfinfo", path, NULL };
  g_autofree char *text = run (words), *info = run (about);
  g_autofree char *all = g_strconcat (text, info, NULL);
  Traces *traces = canaries_look (self, all, path);

  if (!g_hash_table_contains (traces->inside, "stream"))
    g_test_fail_printf ("no stream of the PDF was opened");
  return traces;
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

/* (transfer full): where the export of @map was written. */
static char *
write_export_of (Fixture *self, KringMap *map, const KringExportOptions *options, const char *name)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 12, 0, 0);
  g_autoptr (KringExport) export = kring_export_new (map, options, now);
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  kring_export_write (export, file, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static char *
write_export (Fixture *self, const KringExportOptions *options, const char *name)
{
  return write_export_of (self, self->map, options, name);
}

static void
test_pdf (Fixture *self, gconstpointer data)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  options.appendices = (1 << KRING_N_APPENDICES) - 1;
  options.rule.reader = GPOINTER_TO_UINT (data);
  for (guint bare = 0; bare < 2; bare++)
    {
      g_autofree char *path = NULL;
      g_autoptr (Traces) traces = NULL;

      options.bare = bare;
      path = write_export (self, &options, "a.pdf");
      traces = look_at_pdf (self, path);
      assert_traces (self, bare ? "bare PDF" : "PDF", options.rule.reader, traces);
      g_unlink (path);
    }
}

/* A picture holds no words at all, whoever it is for. */
static void
assert_wordless (Fixture *self, KringReader reader, const char *path)
{
  g_autoptr (Traces) traces = canaries_look (self, NULL, path);
  const KringShareRule rule = { reader };

  for (guint i = 0; i < self->canaries->len; i++)
    if (traces->forms[i] != NULL)
      canary_fail ("PNG", rule.reader, self->canaries->pdata[i], traces->forms[i]);
  if (!g_hash_table_contains (traces->inside, "IDAT"))
    g_test_fail_printf ("no picture was looked at");
}

/* The words that are painted are those of the scene. */
static void
test_png (Fixture *self, gconstpointer data)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *path = NULL, *text = NULL;
  g_autoptr (KringMap) part = NULL;

  options.format = KRING_EXPORT_PNG;
  options.dpi = 30;
  options.rule.reader = GPOINTER_TO_UINT (data);
  path = write_export (self, &options, "a.png");
  assert_wordless (self, options.rule.reader, path);
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
  g_autofree char *out = g_build_filename (self->folder, "b.pdf", NULL);
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
  g_autoptr (Traces) drawn = look_at_pdf (self, out);

  assert_clean (self, "show", reader, shown);
  assert_clean (self, "show --unknown", reader, gaps);
  assert_traces (self, "draw", reader, drawn);
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
may_youth_see (const Canary *canary, const KringShareRule *rule)
{
  if (canary->owner != KRING_AUDIENCE_JOINT || canary->field == NULL)
    return FALSE;
  return canary->kind->id == KRING_KIND_PERSON ? strcmp (canary->field->name, "name") == 0
         : canary->kind->id == KRING_KIND_CASE ? g_str_has_prefix (canary->field->name, "ring_")
                                               : FALSE;
}

/* @traces: (transfer full) */
static void
assert_for_youth (Fixture *self, const char *way, Traces *traces)
{
  const KringShareRule rule = { KRING_READER_JOINT };

  if (assert_only (self, way, &rule, may_youth_see, traces) == 0)
    g_test_fail_printf ("%s names nobody", way);
  traces_free (traces);
}

static void
test_youth (Fixture *self, gconstpointer data)
{
  g_autoptr (KringMap) view = kring_youth_dup_view (self->map);
  g_autofree char *text = kring_map_to_text (view), *picture = dup_scene_text (view);
  g_autofree char *out = g_build_filename (self->folder, "c.pdf", NULL);
  const char *const draw[] = {
    g_getenv ("KRING_CLI"), "draw", "--view=youth", "-o", out, self->path, NULL
  };
  g_autofree char *said = run (draw);

  assert_for_youth (self, "youth, text", canaries_look (self, text, NULL));
  assert_for_youth (self, "youth, picture", canaries_look (self, picture, NULL));
  assert_for_youth (self, "youth, drawn", look_at_pdf (self, out));
  g_assert_cmpstr (said, ==, "");
  g_unlink (out);
}

/* Whether it may stand in a copy in which persons are called as the rule says. */
static gboolean
may_go (const Canary *canary, const KringShareRule *rule)
{
  KringNameForm form = MAX (rule->names, kring_reader_get_fullest_names (rule->reader));
  KringKindId kind = canary->kind->id;

  if (!canary_may_see (canary, rule->reader) || canary->field == NULL ||
      canary->field->flags & KRING_FIELD_GOES_HERE)
    return FALSE;
  if (canary->field->flags & KRING_FIELD_GOES_NOTES)
    return (kring_reader_get_parts (rule->reader) & KRING_PART_REMARKS) != 0;
  if (canary->field->flags & KRING_FIELD_GOES_REACH)
    return form < KRING_NAMES_INITIALS || kind == KRING_KIND_PARTICIPANT;
  if (kind == KRING_KIND_PERSON && strcmp (canary->field->name, KRING_F_NAME) == 0)
    return form < KRING_NAMES_INITIALS;
  return form == KRING_NAMES_FULL || kind != KRING_KIND_PERSON ||
         strcmp (canary->field->name, KRING_F_ALIAS) != 0;
}

/* @traces: (transfer full) */
static void
assert_shared (Fixture *self, const char *way, const KringShareRule *rule, Traces *traces)
{
  if (assert_only (self, way, rule, may_go, traces) == 0)
    g_test_fail_printf ("%s for %s holds nothing", way, kring_reader_get_name (rule->reader));
  traces_free (traces);
}

/* Every reader, with every way to call people: as text and painted. */
static void
test_names (Fixture *self, gconstpointer data)
{
  for (KringReader reader = 0; reader < KRING_N_READERS; reader++)
    {
      const KringShareRule rule = { .reader = reader, .names = GPOINTER_TO_UINT (data) };
      g_autoptr (KringMap) part = kring_share_dup_part (self->map, &rule, NULL);
      g_autofree char *text = kring_map_to_text (part), *scene = dup_scene_text (part);

      assert_shared (self, "text", &rule, canaries_look (self, text, NULL));
      assert_shared (self, "picture", &rule, canaries_look (self, scene, NULL));
    }
}

/* What may be asked for stands there as its kind: nothing of it is told, in words or in the picture. */
static void
test_asked (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (kring_kind_find_field (kring_item_get_kind (item), "ask_us") != NULL)
        kring_item_set_named (item, "ask_us", g_variant_new_boolean (TRUE));
    }
  for (KringReader reader = 0; reader < KRING_N_READERS; reader++)
    {
      const KringShareRule rule = { .reader = reader };
      g_autoptr (KringMap) part = kring_share_dup_part (self->map, &rule, NULL);
      g_autofree char *text = kring_map_to_text (part), *scene = dup_scene_text (part);
      gboolean asks = reader == KRING_READER_JOINT || reader == KRING_READER_CARE;

      assert_shared (self, "asked text", &rule, canaries_look (self, text, NULL));
      assert_shared (self, "asked picture", &rule, canaries_look (self, scene, NULL));
      g_assert_cmpint (strstr (text, "Known to police, ask") != NULL, ==, asks);
    }
}

/* (transfer full): where the program wrote the share, in the form that the name ends in. */
static char *
share (Fixture *self, const KringShareRule *rule, const char *name)
{
  char *out = g_build_filename (self->folder, name, NULL);
  const char *names = kring_name_form_get_name (rule->names);
  gboolean coded = rule->names == KRING_NAMES_CODE;
  g_autofree char *key = g_build_filename (self->folder, "key.txt", NULL);
  const char *const arguments[] = { g_getenv ("KRING_CLI"),
                                    "share",
                                    "--for",
                                    kring_reader_get_name (rule->reader),
                                    "--names",
                                    names,
                                    "-o",
                                    out,
                                    self->path,
                                    coded ? "--key" : NULL,
                                    key,
                                    NULL };
  g_autofree char *said = run (arguments);

  g_assert_cmpstr (said, ==, "");
  g_unlink (key);
  return out;
}

/* The pictures of all sheets: what has no room on the first stands on others. */
static void
remove_pictures (const char *first)
{
  guint n = 0;
  g_autofree char *name = g_strdup (first);

  while (g_unlink (name) == 0)
    {
      g_free (name);
      name = kring_export_dup_sheet_name (first, ++n);
    }
}

/* Every reader, with every way to call people, in every form; a picture is the same whoever is in it. */
static void
test_share (Fixture *self, gconstpointer data)
{
  for (KringReader reader = 0; reader < KRING_N_READERS; reader++)
    {
      const KringShareRule rule = { .reader = reader, .names = GPOINTER_TO_UINT (data) };
      g_autofree char *map = share (self, &rule, "share.kring");
      g_autofree char *pdf = share (self, &rule, "share.pdf");

      assert_shared (self, "map", &rule, canaries_look (self, NULL, map));
      assert_shared (self, "sheets", &rule, look_at_pdf (self, pdf));
      if (rule.names == KRING_NAMES_FULL)
        {
          g_autofree char *png = share (self, &rule, "share.png");

          assert_wordless (self, reader, png);
          remove_pictures (png);
        }
      g_unlink (map);
      g_unlink (pdf);
    }
}

/* What a file is called tells as much as what is in it. */
static void
test_file_names (Fixture *self, gconstpointer data)
{
  const KringShareRule rule = { GPOINTER_TO_UINT (data) };

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      g_autofree char *name = g_strdup_printf ("overleg %s 2025-11.pdf", canary->text);
      gboolean told = kring_share_names_left (self->map, &rule, name);

      if (canary->field != NULL && canary->kind->id == KRING_KIND_PERSON &&
          strcmp (canary->field->name, KRING_F_NAME) == 0 &&
          told == canary_may_see (canary, rule.reader))
        canary_fail ("file name", rule.reader, canary, told ? "is refused" : "is taken");
    }
}

/* The control: the whole map holds all, and all of it is found. */
static void
test_all (Fixture *self, gconstpointer data)
{
  g_autoptr (Traces) traces = canaries_look (self, NULL, self->path);

  for (guint i = 0; i < self->canaries->len; i++)
    if (traces->forms[i] == NULL)
      canary_fail ("map", KRING_READER_JOINT, self->canaries->pdata[i], "is not found");
}

/* Whatever can be recognised in a picture: it is the picture of a map that never held the rest. */
static void
test_same_picture (Fixture *self, gconstpointer data)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *path = NULL, *path_of_part = NULL, *one = NULL, *other = NULL;
  g_autoptr (KringMap) part = NULL;
  gsize length, length_of_part;

  options.format = KRING_EXPORT_PNG;
  /* Without the words that count what stays behind. */
  options.bare = options.unmarked = TRUE;
  options.dpi = 30;
  options.rule.reader = GPOINTER_TO_UINT (data);
  part = kring_share_dup_part (self->map, &options.rule, NULL);
  path = write_export (self, &options, "whole.png");
  path_of_part = write_export_of (self, part, &options, "part.png");
  g_assert_true (g_file_get_contents (path, &one, &length, NULL));
  g_assert_true (g_file_get_contents (path_of_part, &other, &length_of_part, NULL));
  g_assert_cmpmem (one, length, other, length_of_part);
  g_unlink (path);
  g_unlink (path_of_part);
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

static void
add_for_names (const char *name, KringNameForm form, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path =
      g_strdup_printf ("/export/canary/%s/%s", name, kring_name_form_get_name (form));

  g_test_add (path, Fixture, GUINT_TO_POINTER (form), canaries_set_up, test, canaries_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_for_all ("pdf", test_pdf);
  add_for_all ("png", test_png);
  add_for_all ("same-picture", test_same_picture);
  add_for_all ("text", test_text);
  add_for_all ("commands", test_commands);
  add_for_all ("file-names", test_file_names);
  g_test_add ("/export/canary/clipboard", Fixture, NULL, canaries_set_up, test_clipboard,
              canaries_tear_down);
  for (KringNameForm form = 0; form < KRING_N_NAMES; form++)
    {
      add_for_names ("names", form, test_names);
      add_for_names ("share", form, test_share);
    }
  g_test_add ("/export/canary/asked", Fixture, NULL, canaries_set_up, test_asked,
              canaries_tear_down);
  g_test_add ("/export/canary/all", Fixture, NULL, canaries_set_up, test_all, canaries_tear_down);
  g_test_add ("/export/canary/youth", Fixture, NULL, canaries_set_up, test_youth,
              canaries_tear_down);
  return g_test_run ();
}
