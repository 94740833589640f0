/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever a file may hold can be drawn, listed, described, searched and printed: every text of
 * every kind is filled with what no keyboard gives.
 */
#include "file/storage/kring-codec.h"
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-gaps.h"
#include "map/facts/kring-search.h"
#include "map/facts/kring-timeline.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-permitted.h"
#include "picture/export/kring-export.h"
#include "picture/render/kring-measurer.h"
#include "picture/scene/kring-scene.h"
#include "picture/youth/kring-youth-beside.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gstdio.h>
#include <string.h>

static const struct
{
  const char *name;
  const char *text;
} samples[] = {
  { "left to right mark", "\342\200\216" },
  { "byte order mark", "\357\273\277" },
  { "next line", "\302\205" },
  { "override", "\342\200\256" },
  { "zero width space", "\342\200\213" },
  { "blanks", "   " },
  { "no-break space", "\302\240\342\200\257" },
  { "ends of lines", "\n\n\r\n\t" },
  { "line separator", "\342\200\250" },
  { "control", "\001\033[31m\177" },
  { "filler", "\343\205\244\341\205\237" },
  { "soft hyphen", "\302\255" },
  { "variation selector", "\357\270\217" },
  { "tags", "\363\240\201\201\363\240\201\277" },
  { "noncharacter FFFE", "No\357\277\276or" },
  { "noncharacters only", "\357\267\220\357\277\277" },
  { "noncharacter 1FFFE", "\360\237\277\276 x" },
  { "combining mark", "\314\201" },
  { "combining marks", "\314\201\314\202\314\203\314\204\314\205\314\206\314\207 \315\206" },
  { "private use", "\356\200\200\364\217\277\275" },
  { "unassigned", "\360\257\277\275" },
  { "right to left", "\331\206\331\210\330\261 abc \327\220" },
  { "unclosed isolate", "a\342\201\250b\342\200\253c" },
  { "joiners", "\360\237\221\251\342\200\215\360\237\221\247\342\200\215" },
  { "percent", "%s %n %1$s & <b> \"'" },
};

static void
set_ref (KringItem *item, const KringField *field, const char *id)
{
  kring_item_set_value (item, field,
                        field->type == KRING_FIELD_REF ? g_variant_new_string (id)
                                                       : g_variant_new_strv (&id, 1));
}

/* Who a field of some item may point at; the first of its kind is called after its kind. */
static const char *
find_target (const KringField *field, const char *except)
{
  for (guint id = 0; id < KRING_N_KINDS; id++)
    if ((field->refers_to & (1u << id)) && strcmp (kring_kind_get (id)->name, except) != 0)
      return id == KRING_KIND_CASE ? KRING_MAP_CASE_ID : kring_kind_get (id)->name;
  return NULL;
}

static void
fill_refs (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  const char *first = kring_item_get_id (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      const char *target;

      if (field->type != KRING_FIELD_REF && field->type != KRING_FIELD_REFS)
        continue;
      target = find_target (field, first);
      if (target == NULL)
        continue;
      set_ref (item, field, target);
      if (strcmp (field->name, "from") == 0)
        first = target;
    }
}

static void
fill_rest (KringItem *item, guint nth)
{
  const KringKind *kind = kring_item_get_kind (item);
  const KringField *position = kring_kind_find_field (kind, "position");

  if (position != NULL)
    kring_item_set_value (item, position, g_variant_new ("(dd)", nth * 150.0, nth * 40.0));
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_DATE)
      kring_item_set_value (item, &kind->fields[i], g_variant_new_string ("2025-11-03"));
    else if (kind->fields[i].type == KRING_FIELD_CHOICE &&
             (kind->fields[i].flags & KRING_FIELD_REQUIRED))
      kring_item_set_value (item, &kind->fields[i],
                            g_variant_new_string (kind->fields[i].choices[0].name));
}

/* As much of @text as the field takes. */
static void
set_text (KringItem *item, const KringField *field, const char *text)
{
  g_autofree char *part = g_strndup (text, field->type == KRING_FIELD_TEXT ? 2000 : 20000);

  kring_item_set_value (item, field, g_variant_new_string (part));
}

/* One item of every kind; what they have of text is @text: all fields, or only the @only. */
static KringMap *
make_map (const char *text, const KringField *only)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  KringMap *read;

  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      const KringKind *kind = kring_kind_get (id);
      g_autoptr (KringItem) item = id == KRING_KIND_CASE ? g_object_ref (kring_map_get_case (map))
                                                         : kring_item_new (kind, kind->name);

      for (guint i = 0; i < kind->n_fields; i++)
        if (kring_field_is_text (&kind->fields[i]) &&
            (only == NULL || only == &kind->fields[i] ||
             (kind->fields[i].flags & KRING_FIELD_REQUIRED)))
          set_text (item, &kind->fields[i], text);
      fill_refs (item);
      fill_rest (item, id);
      if (id != KRING_KIND_CASE)
        kring_map_load (map, item);
    }
  bytes = kring_codec_write (map, &error);
  g_assert_no_error (error);
  read = kring_codec_read (bytes, &error);
  g_assert_no_error (error);
  return read;
}

static void
assert_said (char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_false (kring_sanitize_is_needed (text));
  g_free (text);
}

static void
assert_title (char *title)
{
  g_assert_false (kring_sanitize_is_blank (title));
  g_assert_null (strchr (title, '\n'));
  assert_said (title);
}

static void
describe (KringMap *map)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const KringKind *kind = kring_item_get_kind (item);

      assert_title (kring_item_dup_title (item));
      assert_title (kring_map_dup_title (map, item));
      assert_title (kring_map_dup_description (map, item));
      assert_said (kring_timeline_dup_sentence (map, item));
      for (guint f = 0; f < kind->n_fields; f++)
        if (kring_item_get_value (item, &kind->fields[f]) != NULL)
          assert_said (kring_map_dup_value_text (map, item, &kind->fields[f]));
    }
  assert_said (kring_map_to_text (map));
  assert_said (kring_map_dup_summary (map));
  assert_said (kring_gaps_to_text (map));
}

static void
search (KringMap *map, const char *text)
{
  const char *const words[] = { text, "or", "x", "abc" };

  for (guint w = 0; w < G_N_ELEMENTS (words); w++)
    {
      g_autoptr (GPtrArray) found = kring_map_search (map, words[w]);

      for (guint i = 0; i < found->len; i++)
        assert_said (g_strdup (((KringFound *) g_ptr_array_index (found, i))->snippet));
    }
}

static void
show (KringMap *map, KringFonts *fonts)
{
  const KringSceneOptions both[] = { KRING_SCENE_OPTIONS_SCREEN, KRING_SCENE_OPTIONS_EXPORT };
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      g_autoptr (KringScene) scene = kring_scene_new (map, &both[i], &measurer);
      GPtrArray *shapes = kring_scene_get_shapes (scene);
      g_autoptr (KringLabelSet) labels = kring_scene_dup_labels (scene);

      for (guint s = 0; s < shapes->len; s++)
        {
          const KringShape *shape = g_ptr_array_index (shapes, s);

          if (shape->text != NULL)
            assert_said (g_strdup (shape->text));
        }
      g_free (kring_scene_to_text (scene));
    }
}

static void
show_young_person (KringMap *map, KringFonts *fonts)
{
  KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autoptr (KringMap) view = kring_youth_dup_view (map);
  g_autoptr (GPtrArray) beside = kring_youth_dup_beside (map, &measurer);

  describe (view);
  show (view, fonts);
}

/* What is copied as text, and what an export says of what it leaves behind: somebody with @text in
 * the name, and a sentence that names them and goes on with it. */
static void
share (KringMap *map, const char *text)
{
  const KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };
  g_autoptr (KringItem) secret = kring_item_new (kring_kind_get (KRING_KIND_PERSON), "secret");
  g_autoptr (KringItem) teller = kring_item_new (kring_kind_get (KRING_KIND_PERSON), "teller");
  g_autofree char *name = g_strconcat ("Hassan ", text, NULL);
  g_autofree char *notes = g_strconcat (text, " Hassan ", text, " belde ", text, NULL);
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *copied = NULL;

  kring_item_set_text (secret, "name", name);
  kring_item_set_choice (secret, "audience", KRING_AUDIENCE_POLICE);
  kring_item_set_text (teller, "notes", notes);
  kring_map_load (map, secret);
  kring_map_load (map, teller);
  copy = kring_share_dup_part (map, &rule, &report);
  g_assert_cmpuint (report->left->len, >, 0);
  g_assert_cmpuint (report->mentions->len, >, 0);
  for (guint i = 0; i < report->left->len; i++)
    assert_title (
        kring_share_describe_left (map, &g_array_index (report->left, KringLeftBehind, i)));
  for (guint i = 0; i < report->mentions->len; i++)
    assert_title (kring_share_describe_mention (map, g_ptr_array_index (report->mentions, i)));
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    g_ptr_array_add (items, kring_map_get_nth (map, i));
  copied = kring_share_dup_lines (map, items, NULL);
  lines = g_strsplit (copied, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    assert_said (g_strdup (lines[i]));
}

static void
print (KringMap *map, KringExportFormat format, gboolean bare)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  g_autofree char *path =
      g_build_filename (folder, format == KRING_EXPORT_PDF ? "a.pdf" : "a.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 12, 0, 0);
  g_autoptr (KringExport) export = NULL;
  g_autoptr (GError) error = NULL;

  options.format = format;
  options.bare = bare;
  options.dpi = 40;
  options.appendices = bare || format == KRING_EXPORT_PNG ? 0 : (1 << KRING_N_APPENDICES) - 1;
  export = kring_export_new (map, &options, now);
  kring_export_write (export, file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_rmdir (folder);
}

static void
test_all_fields (gconstpointer data)
{
  const char *text = data;
  g_autoptr (KringMap) map = make_map (text, NULL);
  g_autoptr (KringMap) permitted = kring_share_dup_permitted (map, NULL);
  g_autoptr (KringFonts) fonts = kring_fonts_new ();

  describe (map);
  describe (permitted);
  search (map, text);
  show (map, fonts);
  show_young_person (map, fonts);
  print (map, KRING_EXPORT_PDF, FALSE);
  print (map, KRING_EXPORT_PDF, TRUE);
  print (map, KRING_EXPORT_PNG, FALSE);
  share (map, text);
}

/* Where one text is there, another steps back for it. */
static void
test_each_field (gconstpointer data)
{
  const char *text = data;
  g_autoptr (KringFonts) fonts = kring_fonts_new ();

  for (guint id = 0; id < KRING_N_KINDS; id++)
    for (guint i = 0; i < kring_kind_get (id)->n_fields; i++)
      if (kring_field_is_text (&kring_kind_get (id)->fields[i]))
        {
          g_autoptr (KringMap) map = make_map (text, &kring_kind_get (id)->fields[i]);

          describe (map);
          search (map, text);
          show (map, fonts);
        }
}

/* A whole report pasted into every field; all together it still is a map. */
static void
test_long (void)
{
  g_autofree char *blank = g_strnfill (20000, ' '), *word = g_strnfill (20000, 'x');
  g_auto (GStrv) parts = g_strsplit (blank, "        ", -1);
  g_autofree char *words = g_strjoinv ("een twee ", parts);
  const char *const texts[] = { words, word };
  g_autoptr (KringFonts) fonts = kring_fonts_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KringMap) map = make_map (texts[i], NULL);

      describe (map);
      search (map, texts[i]);
      show (map, fonts);
      show_young_person (map, fonts);
      print (map, KRING_EXPORT_PDF, FALSE);
    }
}

static void
test_blank (void)
{
  g_assert_true (kring_sanitize_is_blank (""));
  for (guint i = 0; i <= 13; i++)
    if (strcmp (samples[i].name, "control") != 0)
      g_assert_true (kring_sanitize_is_blank (samples[i].text));
  g_assert_false (kring_sanitize_is_blank ("x"));
  g_assert_false (kring_sanitize_is_blank ("\342\200\216\331\206"));
  g_assert_false (kring_sanitize_is_blank ("\360\237\221\251\342\200\215\360\237\221\247"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/hostile/blank", test_blank);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *all = g_strdup_printf ("/export/hostile/all/%s", samples[i].name);
      g_autofree char *each = g_strdup_printf ("/export/hostile/each/%s", samples[i].name);

      g_test_add_data_func (all, samples[i].text, test_all_fields);
      g_test_add_data_func (each, samples[i].text, test_each_field);
    }
  g_test_add_func ("/export/hostile/long", test_long);
  return g_test_run ();
}
