/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-date.h"
#include "map/catalogue/kring-catalogue.h"
#include "map/model/kring-schema.h"

#include <glib/gstdio.h>
#include <string.h>

static KringCatalogue *
new_builtin (void)
{
  KringCatalogue *self = kring_catalogue_new ();

  g_assert_true (kring_catalogue_add_builtin (self));
  g_assert_cmpuint (kring_catalogue_get_messages (self)->len, ==, 0);
  return self;
}

static void
finish (KringCatalogue *self)
{
  g_assert_finalize_object (self);
}

/* Every signal says where it comes from, or that somebody still has to look at it. */
static void
test_builtin (void)
{
  KringCatalogue *self = new_builtin ();
  GPtrArray *signals = kring_catalogue_get_signals (self);
  guint families[4] = { 0 };

  g_assert_cmpuint (signals->len, ==, 174);
  for (guint i = 0; i < signals->len; i++)
    {
      const KringCatalogueSignal *signal = g_ptr_array_index (signals, i);
      KringDate date;

      families[signal->family]++;
      g_assert_true (signal == kring_catalogue_find (self, signal->id));
      g_assert_cmpint (signal->to_review, ==, signal->sources[0] == NULL);
      /* What nobody has looked at does not carry the date of a look. */
      g_assert_cmpint (signal->to_review, ==, signal->last_reviewed == NULL);
      g_assert_true (signal->to_review || kring_date_parse (signal->last_reviewed, &date));
      g_assert_cmpint (g_utf8_strlen (signal->nl, -1), <=, 61);
      g_assert_cmpint (g_utf8_strlen (signal->en, -1), <=, 60);
      g_assert_nonnull (signal->synonyms[0]);
      g_assert_nonnull (signal->about);
    }
  g_assert_cmpuint (families[KRING_FAMILY_VULNERABILITY], ==, 7);
  g_assert_cmpuint (families[KRING_FAMILY_PROTECTIVE], ==, 12);
  g_assert_cmpuint (families[KRING_FAMILY_RETURN], ==, 14);
  g_assert_cmpuint (families[KRING_FAMILY_RISK], ==, 141);
  finish (self);
}

/* Data about health are for care, what only the police can know is for the police; the rest is joint. */
static void
test_audience (void)
{
  static const struct
  {
    const char *id;
    KringAudience audience;
  } cases[] = {
    { "repeat-sti", KRING_AUDIENCE_CARE },
    { "pregnancy-or-emergency-pill", KRING_AUDIENCE_CARE },
    { "unplanned-pregnancy", KRING_AUDIENCE_CARE },
    { "self-harm", KRING_AUDIENCE_CARE },
    { "suicidal-expressions", KRING_AUDIENCE_CARE },
    { "vuln-mild-intellectual-disability", KRING_AUDIENCE_CARE },
    { "substance-use-increase", KRING_AUDIENCE_CARE },
    { "vuln-addiction", KRING_AUDIENCE_CARE },
    { "returns-intoxicated", KRING_AUDIENCE_CARE },
    { "known-to-police", KRING_AUDIENCE_POLICE },
  };
  KringCatalogue *self = new_builtin ();
  GPtrArray *signals = kring_catalogue_get_signals (self);
  guint n_one_sided = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (kring_catalogue_find (self, cases[i].id)->audience, ==, cases[i].audience);
  for (guint i = 0; i < signals->len; i++)
    n_one_sided += ((KringCatalogueSignal *) signals->pdata[i])->audience != KRING_AUDIENCE_JOINT;
  g_assert_cmpuint (n_one_sided, ==, G_N_ELEMENTS (cases));
  finish (self);
}

/* Every code is explained; who has not looked is said. */
static void
test_origin (void)
{
  KringCatalogue *self = new_builtin ();
  GPtrArray *signals = kring_catalogue_get_signals (self);
  g_autofree char *sourced =
      kring_catalogue_dup_origin (self, kring_catalogue_find (self, "asks-nude-at-once"));
  g_autofree char *unsourced =
      kring_catalogue_dup_origin (self, kring_catalogue_find (self, "checks-phone"));

  for (guint i = 0; i < signals->len; i++)
    {
      KringCatalogueSignal *signal = g_ptr_array_index (signals, i);
      g_autoptr (GPtrArray) names = kring_catalogue_dup_source_names (self, signal);

      for (guint k = 0; k < names->len; k++)
        g_assert_cmpstr (names->pdata[k], !=, signal->sources[k]);
    }
  g_assert_cmpstr (sourced, ==, "ditisookmensenhandel.nl – Criminele uitbuiting op scholen");
  g_assert_cmpstr (unsourced, ==,
                   "No source: general knowledge\nStill to be looked at by a practitioner");
  finish (self);
}

/* What happens to a young person is said as it is seen, not judged. */
static void
test_wording (void)
{
  static const char *const judging[] = {
    "uitdagend",      "smoes",      "geheimzinnig",    "vage ",
    "praat het goed", "ronselende", "zonder verleden", "mannen"
  };
  KringCatalogue *self = new_builtin ();
  GPtrArray *signals = kring_catalogue_get_signals (self);

  for (guint i = 0; i < signals->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (judging); k++)
      {
        const KringCatalogueSignal *signal = g_ptr_array_index (signals, i);
        g_autofree char *nl = g_utf8_strdown (signal->nl, -1);

        if (strcmp (signal->id, "many-short-male-visits") != 0 && strstr (nl, judging[k]) != NULL)
          g_test_fail_printf ("“%s” says “%s”", signal->nl, judging[k]);
      }
  finish (self);
}

static const char *
first (KringCatalogue *self, const char *words, int kind, int family)
{
  g_autoptr (GPtrArray) found = kring_catalogue_search (self, words, kind, family);

  return found->len > 0 ? ((KringCatalogueSignal *) found->pdata[0])->id : NULL;
}

static guint
count (KringCatalogue *self, const char *words, int kind, int family)
{
  g_autoptr (GPtrArray) found = kring_catalogue_search (self, words, kind, family);

  return found->len;
}

static void
test_search (void)
{
  KringCatalogue *self = new_builtin ();
  const int any = KRING_CATALOGUE_ANY;

  g_assert_cmpstr (first (self, "CADEAU", any, any), ==, "gifts-or-drugs-given");
  g_assert_cmpstr (first (self, "suicide", any, any), ==, "suicidal-expressions");
  g_assert_cmpstr (first (self, "kenteken ander", any, any), ==, "vehicle-other-name");
  g_assert_cmpstr (first (self, "runs away", any, any), ==, "runs-away");
  g_assert_cmpstr (first (self, "manege", KRING_KIND_PERSON, KRING_FAMILY_PROTECTIVE), ==,
                   "prot-meaningful-leisure");
  g_assert_null (first (self, "manege", KRING_KIND_VEHICLE, any));
  g_assert_null (first (self, "zzz", any, any));
  g_assert_null (first (self, "cadeau zzz", any, any));
  g_assert_cmpuint (count (self, "", any, any), ==, 174);
  g_assert_cmpuint (count (self, "", any, KRING_FAMILY_VULNERABILITY), ==, 7);
  g_assert_cmpuint (count (self, "voertuig", KRING_KIND_VEHICLE, any), >=, 5);
  g_assert_cmpuint (count (self, "\xff", any, any), ==, 0);
  finish (self);
}

#define CATEGORIES "\"categories\": [{\"id\": \"own\", \"nl\": \"Eigen\"}],\n"
#define ENTRY(MORE)                                                                                \
  "{\"id\": \"mine\", \"nl\": \"Eigen signaal\", \"family\": \"risk\", \"category\": \"own\","     \
  " \"applies_to\": [\"person\"]" MORE "}"
#define FILE_OF(ENTRIES) "{\n\"catalogue\": 1,\n" CATEGORIES "\"signals\": [\n" ENTRIES "\n]}"

/* What is wrong is named with its line; the signals that were there stay. */
static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "line 1: not a JSON file" },
    { "[]", "line 1: this is not a catalogue of signals" },
    { "{\"catalogue\": 2}", "line 1: this catalogue was made for a newer Kring" },
    { "{\"catalogue\": 1,\n/* a */\"signals\": []}", "line 2: a character that does not belong" },
    { "{\"catalogue\": 1,\n\"signals\": [", "line 2: the file ends too early" },
    { "{\"catalogue\": 1,\n\"nl\" 5,\n\n\"signals\": []}", "line 2: not a JSON file" },
    { "{\"catalogue\": 1, \"x\": [[[[[[[[[[", "line 1: too deep" },
    { "{\"catalogue\": 1,\n\"nl\": \"\xff\"}", "line 2: not UTF-8 text" },
    { "{\"catalogue\": 1, \"extra\": 1}", "line 1: “extra” is not known here" },
    { "{\"catalogue\": 1, \"signals\": 3}", "line 1: “signals” is not a list" },
    { FILE_OF ("7"), "signals[0] is not an object" },
    { FILE_OF (ENTRY ("") ",\n" ENTRY ("")), "line 6, “mine”: this id stands in the file twice" },
    { FILE_OF (ENTRY (", \"to_review\": 1")), "line 5, “mine”: “to_review” is neither" },
    { FILE_OF (ENTRY (", \"score\": 9")), "line 5, “mine”: “score” is not known here" },
    { FILE_OF (ENTRY (", \"synonyms\": [1]")), "line 5, “mine”: “synonyms” is not a list" },
    { FILE_OF (ENTRY (", \"last_reviewed\": \"soon\"")), "line 5, “mine”: “soon” is not a date" },
    { FILE_OF (ENTRY (", \"audience\": \"all\"")), "line 5, “mine”: “all” is not an audience" },
    { "{\"catalogue\": 1, \"sources\": [1]}", "line 1: “sources” is not an object" },
    { "{\"catalogue\": 1, \"sources\": {\"A\": 1}}", "line 1: “A” is not a text" },
    { FILE_OF ("{\"id\": \"A b\"}"), "line 5: an id consists of" },
    { FILE_OF ("{\"id\": \"a\"}"), "line 5, “a”: “nl” is missing" },
    { FILE_OF ("{\"id\": \"a\", \"nl\": \"n\", \"family\": \"score\"}"), "is not a family" },
    { FILE_OF ("{\"id\": \"a\", \"nl\": \"n\", \"family\": \"risk\", \"category\": \"own\", "
               "\"applies_to\": [\"case\"]}"),
      "“case” is not a kind that can have signals" },
    { FILE_OF ("{\"id\": \"a\", \"nl\": \"n\", \"family\": \"risk\", \"category\": \"none\", "
               "\"applies_to\": [\"person\"]}"),
      "there is no category “none”" },
  };
  KringCatalogue *self = new_builtin ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      const char *message;

      g_assert_false (kring_catalogue_add_bytes (self, "own.json", bytes));
      g_assert_cmpuint (kring_catalogue_get_messages (self)->len, ==, i + 1);
      message = g_ptr_array_index (kring_catalogue_get_messages (self), i);
      g_assert_true (g_str_has_prefix (message, "own.json was left out: "));
      if (strstr (message, cases[i].message) == NULL)
        g_test_fail_printf ("“%s” instead of “%s”", message, cases[i].message);
    }
  g_assert_cmpuint (kring_catalogue_get_signals (self)->len, ==, 174);
  finish (self);
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Own files add and replace; a bad one among them harms nothing. */
static void
test_folder (void)
{
  KringCatalogue *self = new_builtin ();
  g_autofree char *folder = g_dir_make_tmp ("kring-catalogue-XXXXXX", NULL);
  static const char replaced[] =
      FILE_OF ("{\"id\": \"runs-away\", \"nl\": \"Is weg\", \"family\": \"risk\","
               " \"category\": \"missing\", \"applies_to\": [\"person\"]}");
  const char *names[] = { "1-own.json", "2-bad.json", "3-replaced.json", "note.txt" };

  write_file (folder, names[0], FILE_OF (ENTRY ("")));
  write_file (folder, names[1], "{\"catalogue\": 1,\n\n\"signals\": [{}]}");
  write_file (folder, names[2], replaced);
  write_file (folder, names[3], "not a catalogue");
  kring_catalogue_add_folder (self, folder);
  kring_catalogue_add_folder (self, "/nowhere/at/all");
  g_assert_cmpuint (kring_catalogue_get_signals (self)->len, ==, 175);
  g_assert_cmpuint (kring_catalogue_get_messages (self)->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (kring_catalogue_get_messages (self), 0), ==,
                   "2-bad.json was left out: line 3: “id” is missing");
  g_assert_cmpstr (kring_catalogue_find (self, "mine")->en, ==, "Eigen signaal");
  g_assert_cmpstr (kring_catalogue_find (self, "runs-away")->nl, ==, "Is weg");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  finish (self);
}

static void
test_missing (void)
{
  KringCatalogue *self = kring_catalogue_new ();

  g_assert_false (kring_catalogue_add_file (self, "/nowhere/signals.json"));
  g_assert_false (kring_catalogue_add_file (self, g_get_tmp_dir ()));
  g_assert_cmpuint (kring_catalogue_get_messages (self)->len, ==, 2);
  /* The name, and no path. */
  g_assert_cmpstr (g_ptr_array_index (kring_catalogue_get_messages (self), 0), ==,
                   "signals.json was left out: the file is not there");
  g_assert_null (kring_catalogue_find (self, "runs-away"));
  finish (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/builtin", test_builtin);
  g_test_add_func ("/catalogue/audience", test_audience);
  g_test_add_func ("/catalogue/origin", test_origin);
  g_test_add_func ("/catalogue/wording", test_wording);
  g_test_add_func ("/catalogue/search", test_search);
  g_test_add_func ("/catalogue/mistakes", test_mistakes);
  g_test_add_func ("/catalogue/folder", test_folder);
  g_test_add_func ("/catalogue/missing", test_missing);
  return g_test_run ();
}
