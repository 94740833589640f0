/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every text of every kind holds a word of its own, in items for all, for care, for the police and
 * for no export, in what hangs on those and in texts that name them; and every way out is searched
 * for words that must stay. The schema is walked, so a new field or kind is in it by itself.
 */
#include "file/storage/kring-codec.h"
#include "file/storage/kring-format.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-gaps.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-permitted.h"
#include "picture/export/kring-export.h"
#include "picture/render/kring-measurer.h"
#include "picture/scene/kring-scene.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_AUDIENCES (KRING_AUDIENCE_NONE + 1)
#define NEVER KRING_AUDIENCE_NONE

static const char *const suffixes[N_AUDIENCES] = { "joint", "care", "police", "none" };

typedef struct
{
  char *word;          /* (owned) */
  KringAudience owner; /* who may see it */
  const KringKind *kind;
  const KringField *field; /* (nullable): of what this version does not know */
} Canary;

typedef struct
{
  KringMap *map;
  GPtrArray *canaries; /* (owned) (element-type Canary) */
  char *folder;
  char *path; /* of the map as a file */
} Fixture;

/* What somebody is known by: texts that hold it tell of them. */
static const struct
{
  KringKindId kind;
  const char *field;
} names[] = {
  { KRING_KIND_PERSON, "name" },       { KRING_KIND_PERSON, "alias" },
  { KRING_KIND_ORGANISATION, "name" }, { KRING_KIND_ORGANISATION, "phone" },
  { KRING_KIND_PLACE, "name" },        { KRING_KIND_PLACE, "address" },
  { KRING_KIND_VEHICLE, "name" },      { KRING_KIND_VEHICLE, "plate" },
  { KRING_KIND_PHONE, "name" },        { KRING_KIND_PHONE, "number" },
  { KRING_KIND_ACCOUNT, "name" },      { KRING_KIND_ACCOUNT, "handle" },
  { KRING_KIND_MONEY, "name" },        { KRING_KIND_MONEY, "number" },
  { KRING_KIND_GROUP, "name" },        { KRING_KIND_PARTICIPANT, "name" },
  { KRING_KIND_PARTICIPANT, "phone" }, { KRING_KIND_PARTICIPANT, "deputy" },
};

/* What cannot do without what it refers to. */
static const KringKindId dependents[] = { KRING_KIND_TIE,  KRING_KIND_SIGNAL, KRING_KIND_STATEMENT,
                                          KRING_KIND_TASK, KRING_KIND_GROUP,  KRING_KIND_EVENT };

static void
canary_free (gpointer data)
{
  g_free (((Canary *) data)->word);
  g_free (data);
}

/* (transfer none): a word that no other text holds. */
static const char *
new_word (Fixture *self, KringAudience owner, const KringKind *kind, const KringField *field)
{
  Canary *canary = g_new (Canary, 1);

  *canary = (Canary){ g_strdup_printf ("Q%04uz", self->canaries->len), owner, kind, field };
  g_ptr_array_add (self->canaries, canary);
  return canary->word;
}

/* Whether @field refers to the other items of its kind, or to what it is not made of. */
static gboolean
is_reference (const KringField *field)
{
  return field->type == KRING_FIELD_REF || field->type == KRING_FIELD_REFS;
}

/* (transfer full) (nullable): an item that @field of @kind may refer to, not the @other. */
static char *
dup_target (const KringField *field, KringAudience audience, const char *other)
{
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      g_autofree char *target =
          g_strdup_printf ("%s-%s", kring_kind_get (id)->name, suffixes[audience]);

      if ((field->refers_to & (1u << id)) && id != KRING_KIND_CASE &&
          g_strcmp0 (target, other) != 0)
        return g_steal_pointer (&target);
    }
  return NULL;
}

/* All references of @item to what is marked for @audience. */
static void
refer (KringItem *item, KringAudience audience)
{
  const KringKind *kind = kring_item_get_kind (item);
  g_autofree char *first = g_strdup (kring_item_get_id (item));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      g_autofree char *target = is_reference (field) ? dup_target (field, audience, first) : NULL;
      const char *ids[] = { target, NULL };

      if (target == NULL)
        continue;
      kring_item_set_value (item, field,
                            field->type == KRING_FIELD_REF ? g_variant_new_string (target)
                                                           : g_variant_new_strv (ids, -1));
      if (strcmp (field->name, "from") == 0)
        {
          g_free (first);
          first = g_steal_pointer (&target);
        }
    }
}

/* Where it stands, and when: every item is in every list that it can be in. */
static void
place (Fixture *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  guint n = kring_map_get_n_items (self->map);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_DATE)
      kring_item_set_value (item, &kind->fields[i], g_variant_new_string ("2025-11-03"));
  if (kring_kind_find_field (kind, "position") != NULL)
    kring_item_set_position (item, KRING_POINT_INIT ((n % 24) * 160.0, floor (n / 24) * 160.0));
}

static void
fill (Fixture *self, KringItem *item, KringAudience owner)
{
  const KringKind *kind = kring_item_get_kind (item);
  g_autofree char *later = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_field_is_text (&kind->fields[i]))
      kring_item_set_value (item, &kind->fields[i],
                            g_variant_new_string (new_word (self, owner, kind, &kind->fields[i])));
  later = g_strdup_printf ("\"%s\"", new_word (self, NEVER, kind, NULL));
  kring_item_set_extra (item, g_variant_new_parsed ("{'later': %s}", later));
}

static KringItem *
new_item (Fixture *self, KringKindId kind, const char *id)
{
  KringItem *item = kring_item_new (kring_kind_get (kind), id);

  place (self, item);
  return item;
}

/* One of each kind that is marked for @audience. */
static void
add_marked (Fixture *self, KringAudience audience)
{
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      const KringKind *kind = kring_kind_get (id);
      g_autofree char *name = g_strdup_printf ("%s-%s", kind->name, suffixes[audience]);
      g_autoptr (KringItem) item = NULL;

      if (id == KRING_KIND_CASE)
        continue;
      item = new_item (self, id, name);
      fill (self, item, kind->group == KRING_GROUP_LOOKING ? NEVER : audience);
      kring_item_set_choice (item, "audience", (int) audience);
      refer (item, audience);
      kring_map_load (self->map, item);
    }
}

/* What is marked for all, and cannot do without what is not. */
static void
add_dependents (Fixture *self, KringAudience audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (dependents); i++)
    {
      g_autofree char *name = g_strdup_printf ("on-%s-%u", suffixes[audience], dependents[i]);
      g_autoptr (KringItem) item = new_item (self, dependents[i], name);

      fill (self, item, audience);
      refer (item, audience);
      kring_map_load (self->map, item);
    }
}

/* What is for all and does without: only the reference must not tell. */
static void
add_loose (Fixture *self, KringAudience audience)
{
  g_autofree char *name = g_strdup_printf ("loose-%s", suffixes[audience]);
  g_autoptr (KringItem) account = new_item (self, KRING_KIND_ACCOUNT, name);

  fill (self, account, KRING_AUDIENCE_JOINT);
  refer (account, audience);
  kring_map_load (self->map, account);
}

/* (transfer none): what the item that is marked for @audience is known by. */
static const char *
get_name (Fixture *self, guint nth, KringAudience audience)
{
  const KringKind *kind = kring_kind_get (names[nth].kind);
  g_autofree char *id = g_strdup_printf ("%s-%s", kind->name, suffixes[audience]);

  return kring_item_get_text (kring_map_get_item (self->map, id), names[nth].field);
}

/* Of @kind, for all, with nothing in it but a sentence that names somebody. */
static void
add_mention (Fixture *self, KringKindId kind, const KringField *field, const char *name)
{
  g_autofree char *id = g_strdup_printf ("mention-%u", kring_map_get_n_items (self->map));
  g_autofree char *text = g_strdup_printf ("Het was koud. Toen kwam %s langs.", name);
  g_autoptr (KringItem) item = new_item (self, kind, id);

  kring_item_set_value (item, field, g_variant_new_string (text));
  refer (item, KRING_AUDIENCE_JOINT);
  kring_map_load (self->map, item);
}

/* Every field names somebody, and every name stands in some field. */
static void
add_mentions (Fixture *self, KringAudience audience)
{
  const KringKind *person = kring_kind_get (KRING_KIND_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_mention (self, KRING_KIND_PERSON, kring_kind_find_field (person, "notes"),
                 get_name (self, i, audience));
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      const KringKind *kind = kring_kind_get (id);

      for (guint i = 0; i < kind->n_fields && id != KRING_KIND_CASE; i++)
        if (kring_field_is_text (&kind->fields[i]))
          add_mention (self, id, &kind->fields[i], get_name (self, 0, audience));
    }
}

/* The case is for all; what it says may still name somebody. */
static void
fill_case (Fixture *self)
{
  KringItem *the_case = kring_map_get_case (self->map);
  const char *const centre[] = { "person-joint", NULL };
  g_autofree char *text = g_strdup_printf ("Ook %s weet het.", get_name (self, 0, NEVER));

  fill (self, the_case, KRING_AUDIENCE_JOINT);
  kring_item_set_extra (the_case, g_variant_new_parsed ("{%s: '99'}", KRING_FORMAT_EXTRA_MINOR));
  kring_item_set_choice (the_case, "audience", KRING_AUDIENCE_POLICE);
  kring_item_set_named (the_case, "centre", g_variant_new_strv (centre, -1));
  kring_item_set_text (the_case, "informed", text);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  self->map = kring_map_new ();
  self->canaries = g_ptr_array_new_with_free_func (canary_free);
  for (KringAudience audience = KRING_AUDIENCE_JOINT; audience < N_AUDIENCES; audience++)
    add_marked (self, audience);
  for (KringAudience audience = KRING_AUDIENCE_CARE; audience < N_AUDIENCES; audience++)
    {
      add_dependents (self, audience);
      add_loose (self, audience);
      add_mentions (self, audience);
    }
  fill_case (self);
  self->folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "map.kring", NULL);
  bytes = kring_codec_write (self->map, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->canaries);
  g_assert_finalize_object (self->map);
}

static gboolean
may_see (const Canary *canary, KringReader reader)
{
  return canary->owner == KRING_AUDIENCE_JOINT ||
         canary->owner == kring_reader_get_audience (reader);
}

static void
fail (const char *way, KringReader reader, const Canary *canary, const char *what)
{
  g_test_fail_printf ("%s for %s: %s of a %s, for %s, %s", way, kring_reader_get_name (reader),
                      canary->field != NULL ? canary->field->name : "an unknown member",
                      canary->kind->name, suffixes[canary->owner], what);
}

/* Nothing that must stay is in @text; and something that may go is, or nothing was looked at. */
static void
assert_clean (Fixture *self, const char *way, KringReader reader, const char *text)
{
  guint n_joint = 0, n_own = 0;

  for (guint i = 0; i < self->canaries->len; i++)
    {
      const Canary *canary = g_ptr_array_index (self->canaries, i);
      gboolean there = strstr (text, canary->word) != NULL;

      if (there && !may_see (canary, reader))
        fail (way, reader, canary, "is in it");
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

      if (may_see (canary, reader) && canary->field != NULL && !(canary->field->flags & unsaid) &&
          strcmp (canary->field->name, "informed") != 0 && strstr (text, canary->word) == NULL)
        fail ("text", reader, canary, "is not in it");
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
        fail ("PNG", options.rule.reader, canary, "is in it");
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
  const char *const unknown[] = { program,          "show",     "--unknown", "--for",
                                  suffixes[reader], self->path, NULL };
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
        fail (way, KRING_READER_JOINT, canary, "is in it");
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

static void
add_for_all (const char *name, void (*test) (Fixture *self, gconstpointer data))
{
  for (KringReader reader = KRING_READER_JOINT; reader <= KRING_READER_POLICE; reader++)
    {
      g_autofree char *path =
          g_strdup_printf ("/export/canary/%s/%s", name, kring_reader_get_name (reader));

      g_test_add (path, Fixture, GUINT_TO_POINTER (reader), set_up, test, tear_down);
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
  g_test_add ("/export/canary/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);
  g_test_add ("/export/canary/youth", Fixture, NULL, set_up, test_youth, tear_down);
  return g_test_run ();
}
