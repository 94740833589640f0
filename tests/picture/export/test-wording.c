/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-export.h"
#include "picture/export/kring-wording.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
    kring_item_set_text (item, "name", name);
  kring_map_load (map, item);
  return item;
}

static KringWording *
word (KringMap *map, guint n_left_out)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2025, 11, 20, 10, 42, 0);

  const KringWordingReader reader = { KRING_READER_JOINT, n_left_out, 0 };

  return kring_wording_new (map, &reader, now);
}

static const char *
get_row (KringWording *wording, const char *label)
{
  for (guint i = 0; i < wording->rows->len; i++)
    {
      const KringWordingRow *row = g_ptr_array_index (wording->rows, i);

      if (g_str_equal (row->label, label))
        return row->value;
    }
  return NULL;
}

/* A map about which nothing is known says nothing that is not so. */
static void
test_empty (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = word (map, 0);

  g_assert_cmpstr (wording->title, ==, "Network map");
  g_assert_cmpuint (wording->lines->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 0), ==, "Purpose: not filled in");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 1), ==, "Ground: not filled in");
  g_assert_cmpuint (wording->rows->len, ==, 0);
  g_assert_null (wording->terms[0]);
  g_assert_null (wording->case_name);
  g_assert_cmpstr (wording->counts, ==,
                   "0 persons · 0 places and things · 0 ties · nothing left out");
  g_assert_cmpstr (wording->made, ==, "Kring · 20 Nov 2025, 10:42");
}

static void
fill_case (KringItem *item)
{
  const char *const centre[] = { "noor", NULL };

  kring_item_set_named (item, "centre", g_variant_new_strv (centre, -1));
  kring_item_set_text (item, "title", "Example");
  kring_item_set_text (item, "reference", "2025-1");
  kring_item_set_text (item, "purpose", "safety");
  kring_item_set_text (item, "ground", "Youth Act");
  kring_item_set_text (item, "consent", "mother");
  kring_item_set_text (item, "informed", "Noor");
  kring_item_set_text (item, "version", "3");
  kring_item_set_text (item, "meeting", "2025-11-20");
  kring_item_set_text (item, "review", "2025-12-20");
  kring_item_set_text (item, "destroy", "2026-02");
}

static KringMap *
make_full_map (void)
{
  KringMap *map = kring_map_new ();
  KringItem *present;

  fill_case (kring_map_get_case (map));
  add (map, KRING_KIND_PERSON, "noor", "Noor V.");
  add (map, KRING_KIND_NOTE, "note", "Note");
  add (map, KRING_KIND_GROUP, "group", "Family");
  add (map, KRING_KIND_PLACE, "flat", "Flat");
  present = add (map, KRING_KIND_PARTICIPANT, "one", "Marit de Boer");
  kring_item_set_choice (present, "party", KRING_PARTY_CARE);
  present = add (map, KRING_KIND_PARTICIPANT, "four", "Sem Hakim");
  kring_item_set_choice (present, "party", KRING_PARTY_CARE);
  kring_item_set_text (present, "function", "detective");
  kring_item_set_text (present, "organisation", "Police");
  kring_item_set_text (present, "phone", "06-0000 0012");
  kring_item_set_text (present, "deputy", "Fatma Kok");
  present = add (map, KRING_KIND_PARTICIPANT, "three", "Zoë");
  kring_item_set_text (present, "organisation", "De Wilg");
  present = add (map, KRING_KIND_PARTICIPANT, "two", "Emre");
  kring_item_set_named (present, "absent", g_variant_new_boolean (TRUE));
  return map;
}

static void
test_full (void)
{
  g_autoptr (KringMap) map = make_full_map ();
  g_autoptr (KringWording) wording = word (map, 2);

  g_assert_cmpstr (wording->title, ==, "Network around Noor V.");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 0), ==, "Purpose: safety");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 1), ==, "Ground: Youth Act");
  g_assert_cmpstr (get_row (wording, "Meeting"), ==, "20 Nov 2025");
  g_assert_cmpstr (get_row (wording, "Version"), ==, "3");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 2), ==, "Consent: mother");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 3), ==, "Informed: Noor");
  g_assert_nonnull (g_strrstr (wording->brief, "\nConsent: mother"));
  g_assert_cmpstr (get_row (wording, "Participants"), ==,
                   "Sem Hakim (detective, Police); Marit de Boer (care); Zoë (De Wilg)");
  g_assert_nonnull (
      g_strrstr (wording->brief,
                 "\nContacts: Sem Hakim (detective, Police) · 06-0000 0012 · deputy Fatma Kok"));
  g_assert_null (g_strrstr (wording->brief, "Zoë"));
  g_assert_cmpstr (wording->again, ==,
                   "Meeting 20 Nov 2025 · Destroy on Feb 2026 · do not copy, do not pass on · "
                   "consent and contacts: first sheet with lists");
  g_assert_cmpstr (wording->terms[0], ==, "Review on 20 Dec 2025");
  g_assert_cmpstr (wording->terms[1], ==, "Destroy on Feb 2026");
  g_assert_cmpstr (wording->case_name, ==, "Example · 2025-1");
  g_assert_cmpstr (wording->counts, ==,
                   "1 person · 1 place or thing · 0 ties · 2 items not on this sheet");
}

/* Where no lists follow, the map itself says how to reach people. */
static void
test_alone (void)
{
  g_autoptr (KringMap) map = make_full_map ();
  const KringWordingReader reader = { KRING_READER_JOINT, 0, 0, TRUE };
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  g_autoptr (KringWording) wording = kring_wording_new (map, &reader, now);

  g_assert_cmpstr (get_row (wording, "Participants"), ==,
                   "Sem Hakim (detective, Police) · 06-0000 0012 · deputy Fatma Kok; Marit de Boer "
                   "(care); Zoë (De Wilg)");
}

static void
test_two_centres (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = NULL;
  const char *const centre[] = { "noor", "tijn", NULL };

  add (map, KRING_KIND_PERSON, "noor", "Noor");
  add (map, KRING_KIND_PERSON, "tijn", "Tijn");
  kring_item_set_named (kring_map_get_case (map), "centre", g_variant_new_strv (centre, -1));
  wording = word (map, 0);
  g_assert_cmpstr (wording->title, ==, "Network around Noor and Tijn");
}

/* What is filled in does not take the place of anything else. */
static void
test_grounds (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = NULL;
  KringItem *item = kring_map_get_case (map);

  kring_item_set_text (item, "ground", "Youth Act");
  kring_item_set_text (item, "covenant", "Table");
  kring_item_set_text (item, "consent", "help, but no report");
  wording = word (map, 0);
  g_assert_cmpuint (wording->lines->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 1), ==, "Ground: Youth Act");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 2), ==, "Covenant: Table");
  g_assert_cmpstr (g_ptr_array_index (wording->lines, 3), ==, "Consent: help, but no report");
}

/* With many at the table the map keeps its room: names and functions in one paragraph. */
static void
test_large_meeting (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      kring_item_set_text (add (map, KRING_KIND_PARTICIPANT, id, "Zoë"), "phone", "06-0000 0001");
    }
  wording = word (map, 0);
  g_assert_null (strchr (get_row (wording, "Participants"), '\n'));
  g_assert_null (strstr (get_row (wording, "Participants"), "06-0000"));
  g_assert_nonnull (strstr (wording->brief, "06-0000 0001"));
}

/* An event stands on the timeline, and on the map only where it was put there. */
static void
test_events (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = NULL;

  add (map, KRING_KIND_EVENT, "one", "Missing");
  kring_item_set_position (add (map, KRING_KIND_EVENT, "two", "Found"), KRING_POINT_INIT (1, 1));
  wording = word (map, 0);
  g_assert_nonnull (g_strrstr (wording->counts, "1 place or thing ·"));
}

/* A case with only its title, and no young person yet. */
static void
test_title_only (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringWording) wording = NULL;

  kring_item_set_text (kring_map_get_case (map), "title", "Case 12");
  wording = word (map, 1);
  g_assert_cmpstr (wording->title, ==, "Case 12");
  g_assert_nonnull (g_strrstr (wording->counts, "1 item not on this sheet"));
}

/* Each sheet says for whom it is, and what is not on it. */
static void
test_reader (void)
{
  static const struct
  {
    KringWordingReader reader;
    const char *words, *mark;
  } cases[] = {
    { { KRING_READER_JOINT, 0, 0 }, "Joint sheet", "Joint sheet · nothing left out" },
    { { KRING_READER_CARE, 1, 2 },
      "For care",
      "For care · 1 item not on this sheet · 2 texts left out" },
    { { KRING_READER_YOUTH, 78, 2 },
      "For the young person",
      "For the young person · 78 items not on this sheet · 2 texts left out" },
    { { KRING_READER_POLICE, 3, 0 }, "For police", "For police · 3 items not on this sheet" },
  };
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (GDateTime) now = g_date_time_new_local (2025, 11, 20, 10, 42, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KringWording) wording = kring_wording_new (map, &cases[i].reader, now);

      g_assert_cmpstr (wording->reader, ==, cases[i].words);
      g_assert_true (g_str_has_prefix (wording->warning, "To read") ==
                     (cases[i].reader.reader == KRING_READER_YOUTH));
      g_assert_true ((strstr (wording->instruction, "a file of its own") != NULL) ==
                     (cases[i].reader.reader == KRING_READER_YOUTH));
      g_assert_cmpstr (wording->mark, ==, cases[i].mark);
      g_assert_true (g_str_has_suffix (wording->counts, strchr (cases[i].mark, '\302')));
    }
}

static void
assert_beside (const char *map_name, const KringExportOptions *options, const char *expected)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2025, 11, 20, 10, 42, 0);
  g_autofree char *name = kring_export_dup_name_beside (map_name, options, now);

  g_assert_cmpstr (name, ==, expected);
}

/* A sheet for one side does not take the name of another; the young person's has none of the map. */
static void
test_names_beside (void)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  assert_beside ("casus 12.kring", &options, "casus 12-2025-11-20.pdf");
  assert_beside (NULL, &options, "working-document-2025-11-20.pdf");
  options.rule.reader = KRING_READER_POLICE;
  options.format = KRING_EXPORT_PNG;
  assert_beside ("casus.v2", &options, "casus.v2-for-police-2025-11-20.png");
  assert_beside (NULL, &options, "working-document-for-police-2025-11-20.png");
  options.unmarked = TRUE;
  assert_beside ("casus.kring", &options, "the-young-person-s-view-2025-11-20.png");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/wording/empty", test_empty);
  g_test_add_func ("/export/wording/reader", test_reader);
  g_test_add_func ("/export/wording/names-beside", test_names_beside);
  g_test_add_func ("/export/wording/full", test_full);
  g_test_add_func ("/export/wording/alone", test_alone);
  g_test_add_func ("/export/wording/grounds", test_grounds);
  g_test_add_func ("/export/wording/events", test_events);
  g_test_add_func ("/export/wording/two-centres", test_two_centres);
  g_test_add_func ("/export/wording/large-meeting", test_large_meeting);
  g_test_add_func ("/export/wording/title-only", test_title_only);
  return g_test_run ();
}
