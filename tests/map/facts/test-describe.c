/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-fold.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-search.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

/* The map that all tests look at: kind, id, then fields as names and GVariant texts. */
static const struct
{
  KringKindId kind;
  const char *id;
  const char *fields;
} items[] = {
  { KRING_KIND_PERSON, "noor",
    "{'name': <'Noor V.'>, 'sex': <'woman'>, 'age': <'15'>, 'party': <'together'>}" },
  { KRING_KIND_PERSON, "dex",
    "{'name': <'Desmond A.'>, 'alias': <'Dex'>, 'alias_first': <true>, 'sex': <'man'>, "
    "'age': <'~22'>, 'role': <'possible exploiter'>, 'role_certainty': <'probable'>, "
    "'party': <'together'>, 'ring': <'near'>, 'notes': <'Bréngt haar\nmet de scooter'>}" },
  { KRING_KIND_PERSON, "man",
    "{'identity_unknown': <true>, 'certainty': <'suspected'>, 'audience': <'police'>, "
    "'description': <'tall, black coat'>}" },
  { KRING_KIND_PLACE, "flat",
    "{'name': <'Flat Havenstraat'>, 'type': <'rented flat'>, 'secret': <true>, "
    "'party': <'police'>}" },
  { KRING_KIND_VEHICLE, "polo", "{'name': <'witte Polo'>, 'plate': <'00-KR-01'>}" },
  { KRING_KIND_PHONE, "phone", "{'number': <'06-0000 0002'>, 'type': <'second'>}" },
  { KRING_KIND_NOTE, "note", "{'text': <'Who is the driver?'>}" },
  { KRING_KIND_TIE, "t1",
    "{'from': <'dex'>, 'to': <'noor'>, 'quality': <'control'>, 'certainty': <'probable'>, "
    "'intensity': <'strong'>, 'since': <'2025-09-01'>, 'direction': <'forward'>}" },
  { KRING_KIND_TIE, "t2",
    "{'from': <'noor'>, 'to': <'dex'>, 'kind': <'“friend”'>, 'direction': <'backward'>}" },
  { KRING_KIND_SIGNAL, "w1", "{'about': <'flat'>, 'name': <'Many visitors'>}" },
  { KRING_KIND_SIGNAL, "w2", "{'about': <'flat'>, 'name': <'Closed curtains'>}" },
  { KRING_KIND_SIGNAL, "w3",
    "{'about': <'flat'>, 'name': <'A neighbour looks out'>, 'family': <'protective'>}" },
  { KRING_KIND_SIGNAL, "w4", "{'about': <'flat'>, 'name': <'Not so'>, 'certainty': <'refuted'>}" },
};

static KringMap *
new_map (void)
{
  KringMap *map = kring_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (KringItem) item = kring_item_new (kring_kind_get (items[i].kind), items[i].id);
      g_autoptr (GVariant) fields = g_variant_parse (NULL, items[i].fields, NULL, NULL, NULL);
      GVariantIter iter;
      const char *name;
      GVariant *value;

      g_variant_iter_init (&iter, fields);
      while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
        kring_item_set_named (item, name, value);
      kring_map_load (map, item);
    }
  kring_item_set_named (kring_map_get_case (map), "centre",
                        g_variant_new_strv ((const char *[]){ "noor" }, 1));
  kring_item_set_text (kring_map_get_case (map), "title", "Safety of Noor");
  g_assert_true (kring_map_check (map, NULL, NULL));
  return map;
}

static const struct
{
  const char *id;
  const char *description;
} descriptions[] = {
  { "noor", "Noor V., woman, 15. The young person at the centre. Brought in by care and police. "
            "2 ties." },
  { "dex", "“Dex”, man, about 22, possible exploiter, probable. Brought in by care and "
           "police. 2 ties. Ring near." },
  { "man", "Unknown person, identity unknown. How sure: Suspected. Share with: Police only." },
  { "flat", "Flat Havenstraat, place, rented flat, secret address. Brought in by the police. 2 "
            "signals of risk, 1 protective factor." },
  { "polo", "witte Polo, vehicle, 00-KR-01." },
  { "phone", "06-0000 0002, phone, Second phone." },
  { "note", "Who is the driver?, note." },
  { "t1", "“Dex”, control over Noor V., probable, strong, since 1 Sep 2025." },
  { "t2", "“Dex”, “friend”, tie with Noor V." },
};

static void
test_descriptions (void)
{
  KringMap *map = new_map ();

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      KringItem *item = kring_map_get_item (map, descriptions[i].id);
      g_autofree char *description = kring_map_dup_description (map, item);

      g_assert_cmpstr (description, ==, descriptions[i].description);
    }
  g_assert_finalize_object (map);
}

/* Rings go by the names that people on this map gave them. */
static void
test_ring_names (void)
{
  KringMap *map = new_map ();
  KringItem *dex = kring_map_get_item (map, "dex");
  g_autofree char *description = NULL, *both = NULL;

  kring_item_set_text (kring_map_get_case (map), "ring_near", "At home");
  kring_item_set_choice (dex, "own_ring", KRING_RING_FAR);
  g_assert_cmpstr (kring_map_get_ring_name (map, KRING_RING_NEAR), ==, "At home");
  g_assert_cmpstr (kring_map_get_ring_name (map, KRING_RING_FAR), ==, "far");
  description = kring_map_dup_description (map, dex);
  g_assert_nonnull (strstr (description, "Ring At home."));
  both = kring_map_dup_both_rings (map, dex);
  g_assert_cmpstr (both, ==, "young person: far · we: At home");
  g_assert_finalize_object (map);
}

static void
test_summary (void)
{
  KringMap *map = new_map ();
  g_autoptr (KringMap) empty = kring_map_new ();
  g_autofree char *summary = kring_map_dup_summary (map);
  g_autofree char *nothing = kring_map_dup_summary (empty);

  g_assert_cmpstr (summary, ==, "Map, 3 persons, 3 places and things");
  g_assert_cmpstr (nothing, ==, "Map, 0 persons, 0 places and things");
  g_assert_finalize_object (map);
}

static void
test_text (void)
{
  KringMap *map = new_map ();
  g_autofree char *text = kring_map_to_text (map);

  g_assert_true (g_str_has_prefix (text, "Safety of Noor\n==============\nMap, 3 persons"));
  g_assert_nonnull (strstr (text, "\nPersons (3)\n-----------\n- “Dex”\n    Name: Desmond A.\n"));
  g_assert_nonnull (strstr (text, "    Notes: Bréngt haar\n      met de scooter\n"));
  g_assert_nonnull (strstr (text, "- Noor V. *\n"));
  g_assert_nonnull (strstr (text, "    Number plate: 00-KR-01\n"));
  g_assert_nonnull (
      strstr (text, "- “Dex” → Noor V.\n    Quality of the tie: Control, coercion\n"));
  g_assert_nonnull (strstr (text, "    How sure? Probable\n"));
  g_assert_null (strstr (text, "Events"));
  g_assert_null (strstr (text, "noor\n"));
  g_assert_finalize_object (map);
}

static void
add_item (KringMap *map, KringKindId kind, const char *id, const char *fields)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);
  g_autoptr (GVariant) parsed = g_variant_parse (NULL, fields, NULL, NULL, NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  g_variant_iter_init (&iter, parsed);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    kring_item_set_named (item, name, value);
  kring_map_load (map, item);
}

/* Verbatim words stand in quotes; what has a date is told in the order of time. */
static void
test_known (void)
{
  KringMap *map = new_map ();
  g_autofree char *text = NULL;

  add_item (map, KRING_KIND_SIGNAL, "sig1",
            "{'about': <'t1'>, 'name': <'Imposed debt'>, 'observed': <'2025-10-16'>}");
  add_item (map, KRING_KIND_STATEMENT, "u1",
            "{'about': <'noor'>, 'form': <'verbatim'>, 'words': <'he says\nI owe him'>, "
            "'said_by': <'Noor'>, 'heard_by': <'Marit'>, 'when': <'2025-10'>}");
  add_item (map, KRING_KIND_EVENT, "e1", "{'name': <'Missing'>, 'when': <'2025-10-11'>}");
  add_item (map, KRING_KIND_TASK, "q1",
            "{'about': <['dex', 'noor']>, 'name': <'Who?'>, 'sort': <'question'>}");
  g_assert_true (kring_map_check (map, NULL, NULL));
  text = kring_map_to_text (map);
  g_assert_nonnull (strstr (text, "- Imposed debt\n    About: “Dex” → Noor V.\n"));
  g_assert_nonnull (strstr (text, "- “he says I owe him”\n    About: Noor V.\n"));
  g_assert_nonnull (strstr (text, "    Said by: Noor\n    Heard by: Marit\n"));
  g_assert_nonnull (strstr (text, "- Who?\n    About: “Dex”, Noor V.\n    Sort: Question\n"));
  g_assert_nonnull (strstr (text, "\nTimeline (4)\n------------\n"
                                  "- since 1 Sep 2025: “Dex” → Noor V.\n"
                                  "    Probable\n"
                                  "- Oct 2025: Noor: “he says I owe him” — Noor V.\n"
                                  "    heard by Marit\n"
                                  "- 11 Oct 2025: Missing\n"
                                  "- 16 Oct 2025: Imposed debt — “Dex” → Noor V."));
  g_assert_finalize_object (map);
}

static const struct
{
  const char *words;
  const char *found; /* id.field of the results in order */
} searches[] = {
  { "noor", "noor.name case.title" },
  { "NOOR", "noor.name case.title" },
  { "dex", "dex.alias" },
  { "brengt", "dex.notes" },
  { "bréngt scooter desmond", "dex.notes" },
  { "brengt nobody", "" },
  { "driver", "note.text" },
  { "friend", "t2.kind" },
  { "00kr01", "polo.plate" },
  { "0600000002", "phone.number" },
  { "06-0000 0002", "phone.number" },
  { "havenstraat", "flat.name" },
  { "2025", "t1.since" },
  { "", "" },
  { "  , ", "" },
  { "\xff", "" },
  { "%s (.*", "" },
};

static void
test_search (void)
{
  KringMap *map = new_map ();

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) results = kring_map_search (map, searches[i].words);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < results->len; j++)
        {
          KringFound *result = g_ptr_array_index (results, j);

          g_string_append_printf (found, "%s%s.%s", j > 0 ? " " : "",
                                  kring_item_get_id (result->item), result->field->name);
          g_assert_null (strchr (result->snippet, '\n'));
          g_assert_cmpuint (strlen (result->snippet), >, 0);
        }
      g_test_message ("search %u", i);
      g_assert_cmpstr (found->str, ==, searches[i].found);
    }
  g_assert_finalize_object (map);
}

static void
test_snippet (void)
{
  KringMap *map = new_map ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) results = NULL;
  KringFound *result;

  for (int i = 0; i < 100; i++)
    g_string_append (text, "élève ");
  g_string_append (text, "Naald in de hooiberg ");
  for (int i = 0; i < 100; i++)
    g_string_append (text, "ﬁn ");
  kring_item_set_text (kring_map_get_item (map, "man"), "notes", text->str);
  results = kring_map_search (map, "naald");
  g_assert_cmpuint (results->len, ==, 1);
  result = results->pdata[0];
  g_assert_nonnull (strstr (result->snippet, "élève Naald in de hooiberg"));
  g_assert_true (g_str_has_prefix (result->snippet, "…") &&
                 g_str_has_suffix (result->snippet, "…"));
  g_assert_cmpint (g_utf8_strlen (result->snippet, -1), <=, 82);
  g_clear_pointer (&results, g_ptr_array_unref);
  g_assert_finalize_object (map);
}

static void
test_fold (void)
{
  g_assert_true (kring_fold_equal ("Élodie", "ELODIE"));
  g_assert_true (kring_fold_equal ("Çelik Øst ĳ", "celik ost ij"));
  g_assert_true (kring_fold_equal ("STRASSE", "straße"));
  g_assert_false (kring_fold_equal ("Noor", "Noord"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/describe/descriptions", test_descriptions);
  g_test_add_func ("/core/describe/ring-names", test_ring_names);
  g_test_add_func ("/core/describe/summary", test_summary);
  g_test_add_func ("/core/describe/text", test_text);
  g_test_add_func ("/core/describe/known", test_known);
  g_test_add_func ("/core/search/table", test_search);
  g_test_add_func ("/core/search/snippet", test_snippet);
  g_test_add_func ("/core/search/fold", test_fold);
  return g_test_run ();
}
