/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The maps of data/examples: right, written exactly as Kring would write them, and complete. */
#include "file/storage/kring-codec.h"
#include "map/base/kring-date.h"
#include "map/facts/kring-timeline.h"
#include "map/model/kring-record-counts.h"

#include <gio/gio.h>
#include <string.h>

static GBytes *
load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "examples", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static KringMap *
read_map (const char *name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (GError) error = NULL;
  KringMap *map = kring_codec_read (bytes, &error);

  g_assert_no_error (error);
  return map;
}

static void
test_written_by_kring (gconstpointer name)
{
  g_autoptr (GBytes) bytes = load (name);
  g_autoptr (KringMap) map = read_map (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = kring_codec_write (map, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (written, NULL), g_bytes_get_size (written),
                   g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* One fact is told once, with what is known of it, and nothing is lost. */
static void
test_noor_told_once (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  g_autoptr (GHashTable) facts = kring_map_dup_facts (map);
  KringItem *hotel = kring_map_get_item (map, "e07");
  guint n_hotel = 0;

  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *fact = g_hash_table_lookup (facts, g_ptr_array_index (moments, i));

      g_assert_true (fact == NULL || g_ptr_array_find (moments, fact, NULL));
      g_assert_true (fact == NULL || g_hash_table_lookup (facts, fact) == NULL);
      n_hotel += fact == hotel;
    }
  g_assert_nonnull (hotel);
  g_assert_cmpuint (n_hotel, ==, 4);
  g_assert_cmpuint (g_hash_table_size (facts), >, moments->len / 4);
}

static guint
count (KringMap *map, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, kind);

  return items->len;
}

static void
test_noor_complete (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  static const struct
  {
    KringKindId kind;
    guint n;
  } expected[] = {
    { KRING_KIND_PERSON, 18 },   { KRING_KIND_PLACE, 3 },   { KRING_KIND_VEHICLE, 2 },
    { KRING_KIND_PHONE, 3 },     { KRING_KIND_ACCOUNT, 4 }, { KRING_KIND_MONEY, 1 },
    { KRING_KIND_EVENT, 15 },    { KRING_KIND_TIE, 33 },    { KRING_KIND_PARTICIPANT, 4 },
    { KRING_KIND_GROUP, 1 },     { KRING_KIND_NOTE, 1 },    { KRING_KIND_SIGNAL, 33 },
    { KRING_KIND_STATEMENT, 7 }, { KRING_KIND_TASK, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (count (map, expected[i].kind), ==, expected[i].n);
}

/* What may not be shared with everybody is marked. */
static void
test_noor_audience (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");

  g_assert_true (kring_item_get_bool (kring_map_get_item (map, "jo"), "secret"));
  g_assert_cmpint (kring_item_get_audience (kring_map_get_item (map, "advertentie")), ==,
                   KRING_AUDIENCE_POLICE);
  g_assert_cmpint (kring_item_get_audience (kring_map_get_item (map, "e07")), ==,
                   KRING_AUDIENCE_POLICE);
}

/* What is known only through something of the police is for the police as well. */
static void
test_noor_tied_audience (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);
  g_autoptr (GHashTable) joint = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_one_sided = 0;

  for (guint i = 0; i < ties->len; i++)
    if (kring_item_get_audience (ties->pdata[i]) == KRING_AUDIENCE_JOINT)
      {
        g_hash_table_add (joint, (gpointer) kring_item_get_text (ties->pdata[i], "from"));
        g_hash_table_add (joint, (gpointer) kring_item_get_text (ties->pdata[i], "to"));
      }
  for (guint i = 0; i < ties->len; i++)
    for (guint end = 0; end < 2; end++)
      {
        const char *id = kring_item_get_text (ties->pdata[i], end == 0 ? "from" : "to");
        KringAudience audience = kring_item_get_audience (kring_map_get_item (map, id));

        if (kring_item_get_audience (ties->pdata[i]) == KRING_AUDIENCE_JOINT)
          g_assert_cmpint (audience, ==, KRING_AUDIENCE_JOINT);
        else if (!g_hash_table_contains (joint, id))
          g_assert_cmpint (audience, ==, KRING_AUDIENCE_POLICE);
        n_one_sided += audience != KRING_AUDIENCE_JOINT;
      }
  g_assert_cmpuint (n_one_sided, >=, 4);
}

/* Every text of an item, in one. */
static char *
dup_texts (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = kring_item_get_value (item, &kind->fields[i]);

      if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_string_append_printf (texts, "%s\n", g_variant_get_string (value, NULL));
    }
  return g_string_free (texts, FALSE);
}

/* A day that is named is the day of the date. */
static void
assert_weekday (KringItem *item, const char *text)
{
  static const char *const days[] = { "maandag", "dinsdag",  "woensdag", "donderdag",
                                      "vrijdag", "zaterdag", "zondag" };
  const char *field = kring_item_is (item, KRING_KIND_SIGNAL) ? "observed" : "when";
  const char *when = kring_kind_find_field (kring_item_get_kind (item), field) != NULL
                         ? kring_item_get_text (item, field)
                         : NULL;
  KringDate date;
  GDate day;

  if (when == NULL || !kring_date_parse (when, &date) || date.start.day == 0)
    return;
  g_date_set_dmy (&day, date.start.day, date.start.month, date.start.year);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (strstr (text, days[i]) != NULL)
      g_assert_cmpuint (g_date_get_weekday (&day), ==, i + 1);
}

/* What Noor teaches whoever copies it: nobody's limits are guessed, somebody can be called, and a
 * man is drawn as a man. */
static void
test_noor_example (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  guint n_days = 0;

  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (map), "version"), ==, "2");
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      g_autofree char *text = dup_texts (item);

      g_assert_null (strstr (text, "LVB"));
      g_assert_null (strstr (text, "verstandelijk"));
      assert_weekday (item, text);
      n_days += strstr (text, "zondag") != NULL;
      if (kring_item_is (item, KRING_KIND_PERSON))
        g_assert_cmpint (kring_item_get_choice (item, "sex"), !=, 0);
      if (kring_item_is (item, KRING_KIND_PARTICIPANT))
        {
          g_assert_nonnull (kring_item_get_text (item, "phone"));
          g_assert_nonnull (kring_item_get_text (item, "deputy"));
        }
    }
  g_assert_cmpuint (n_days, >, 0);
  g_assert_nonnull (
      strstr (kring_item_get_text (kring_map_get_item (map, "noor"), "description"), "gezag"));
}

/* It begins with a request for a picture; what was given came later. */
static void
test_noor_first (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  KringItem *asked = kring_map_get_item (map, "e01b"), *given = kring_map_get_item (map, "e02");

  g_assert_nonnull (strstr (kring_item_get_text (asked, "name"), "naaktfoto"));
  g_assert_nonnull (strstr (kring_item_get_text (given, "name"), "gekregen"));
  g_assert_cmpstr (kring_item_get_text (asked, "when"), <, kring_item_get_text (given, "when"));
}

/* The numbers of the badges follow from what was placed. */
static void
test_noor_known (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");
  KringRecordCounts noor = kring_map_count_records (map, "noor");

  g_assert_cmpuint (noor.risks, ==, 10);
  g_assert_cmpuint (noor.vulnerabilities, ==, 1);
  g_assert_cmpuint (noor.protective, ==, 2);
  g_assert_cmpuint (noor.questions, ==, 0);
  g_assert_cmpuint (kring_map_count_records (map, "dex-noor").risks, ==, 4);
  g_assert_cmpuint (kring_map_count_records (map, "manu").questions, ==, 1);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (map, "u01"), "words"), ==,
                   "hij zegt dat ik hem nog geld moet geven");
}

/* A name is on the map for a reason, and everything says who brought it in. */
static void
test_noor_accounted_for (void)
{
  g_autoptr (KringMap) map = read_map ("noor.kring");

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (kring_item_is (item, KRING_KIND_PERSON))
        g_assert_cmpstr (kring_item_get_text (item, "why"), !=, "");
      if (!kring_item_is (item, KRING_KIND_CASE))
        g_assert_cmpint (kring_item_get_party (item), !=, KRING_PARTY_NONE);
    }
}

/* Nothing stands on top of something else. */
static void
test_no_overlap (gconstpointer name)
{
  g_autoptr (KringMap) map = read_map (name);
  KringPoint a, b;

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    for (guint j = 0; j < i; j++)
      if (kring_item_get_position (kring_map_get_nth (map, i), &a) &&
          kring_item_get_position (kring_map_get_nth (map, j), &b))
        g_assert_cmpfloat (kring_point_distance (a, b), >, 72);
}

/* The sheet of signs shows every choice that is drawn. */
static void
test_signs_complete (void)
{
  static const struct
  {
    KringKindId kind;
    const char *field;
    const char *left_out; /* (nullable): a choice that no paper shows */
  } drawn[] = {
    { KRING_KIND_PERSON, "sex", NULL },    { KRING_KIND_PERSON, "certainty", NULL },
    { KRING_KIND_PERSON, "party", NULL },  { KRING_KIND_PERSON, "audience", "none" },
    { KRING_KIND_TIE, "quality", NULL },   { KRING_KIND_TIE, "certainty", NULL },
    { KRING_KIND_TIE, "intensity", NULL }, { KRING_KIND_TIE, "direction", NULL },
    { KRING_KIND_SIGNAL, "family", NULL }, { KRING_KIND_GROUP, "shape", NULL },
    { KRING_KIND_ACCOUNT, "type", NULL },
  };
  g_autoptr (KringMap) map = read_map ("tekens.kring");

  for (guint i = 0; i < KRING_N_KINDS; i++)
    if (kring_kind_get (i)->group == KRING_GROUP_ENTITY)
      g_assert_cmpuint (count (map, i), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (drawn); i++)
    {
      const KringField *field =
          kring_kind_find_field (kring_kind_get (drawn[i].kind), drawn[i].field);
      g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, drawn[i].kind);

      for (int choice = 0; field->choices[choice].name != NULL; choice++)
        {
          gboolean found = g_strcmp0 (field->choices[choice].name, drawn[i].left_out) == 0;

          for (guint j = 0; j < items->len && !found; j++)
            found = kring_item_get_choice (items->pdata[j], field->name) == choice;
          g_test_message ("%s %s", field->name, field->choices[choice].name);
          g_assert_true (found);
        }
    }
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "noor.kring", "klein.kring", "groot.kring", "tekens.kring" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *written = g_strconcat ("/examples/written-by-kring/", names[i], NULL);
      g_autofree char *apart = g_strconcat ("/examples/no-overlap/", names[i], NULL);

      g_test_add_data_func (written, names[i], test_written_by_kring);
      g_test_add_data_func (apart, names[i], test_no_overlap);
    }
  g_test_add_func ("/examples/noor/complete", test_noor_complete);
  g_test_add_func ("/examples/noor/told-once", test_noor_told_once);
  g_test_add_func ("/examples/noor/audience", test_noor_audience);
  g_test_add_func ("/examples/noor/tied-audience", test_noor_tied_audience);
  g_test_add_func ("/examples/noor/example", test_noor_example);
  g_test_add_func ("/examples/noor/first", test_noor_first);
  g_test_add_func ("/examples/noor/known", test_noor_known);
  g_test_add_func ("/examples/noor/accounted-for", test_noor_accounted_for);
  g_test_add_func ("/examples/tekens/complete", test_signs_complete);
  return g_test_run ();
}
