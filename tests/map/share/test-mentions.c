/* SPDX-License-Identifier: GPL-3.0-or-later */
/* However people write it, a text that names what stays behind is found. */
#include "map/share/kring-permitted.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

/* Who stays behind: one of a kind that is for the police only. */
static const struct
{
  KringKindId kind;
  const char *field;
  const char *text;
} secrets[] = {
  { KRING_KIND_PERSON, "name", "Hassan el Bouzidi" },
  { KRING_KIND_PERSON, "name", "Manuel \"Manny\" D." },
  { KRING_KIND_PERSON, "name", "Bo K." },
  { KRING_KIND_PERSON, "name", "Informant Kees de Lange" },
  { KRING_KIND_PERSON, "alias", "Spin, Grote Ko / @zwart_wit" },
  { KRING_KIND_PERSON, "name", "Ömer Şahin" },
  { KRING_KIND_ACCOUNT, "handle", "mooie.meid" },
  { KRING_KIND_ACCOUNT, "name", "telegram lente_s" },
  { KRING_KIND_PHONE, "number", "06-1234 5678" },
  { KRING_KIND_PHONE, "name", "Prepaid +31 6 8765 4321" },
  { KRING_KIND_PHONE, "number", "+32 475 12 34 56" },
  { KRING_KIND_PHONE, "number", "0032 9 876 54 32" },
  { KRING_KIND_MONEY, "number", "NL00 KRIN 0417 1643 00" },
  { KRING_KIND_VEHICLE, "plate", "XK-123-Z" },
  { KRING_KIND_ORGANISATION, "name", "Hotel De Zwaan" },
  { KRING_KIND_GROUP, "name", "Bende van Zuid" },
  { KRING_KIND_PARTICIPANT, "deputy", "Rik Zand, 06-2222 3333" },
  { KRING_KIND_PERSON, "name", "Dex" },
  { KRING_KIND_PERSON, "name", "Daan Wak" },
  { KRING_KIND_PERSON, "name", "Bram" },
  { KRING_KIND_PERSON, "name", "Noa" },
  { KRING_KIND_PERSON, "name", "Ton de Jong" },
  { KRING_KIND_PERSON, "name", "Roos" },
  { KRING_KIND_PERSON, "name", "Dan" },
  { KRING_KIND_PERSON, "name", "Ben Ram" },
  { KRING_KIND_PERSON, "name", "Meis" },
  { KRING_KIND_PERSON, "name", "🦊" },
  { KRING_KIND_PERSON, "alias", "Zon 🔥" },
  { KRING_KIND_PERSON, "name", "חסן כהן" },
  { KRING_KIND_PERSON, "name", "ليلى الحداد" },
  { KRING_KIND_PERSON, "name", "Nadia Storm" },
};

static const struct
{
  const char *text;
  gboolean found;
} sentences[] = {
  { "Bouzidi belde", TRUE },
  { "hassan belde", TRUE },
  { "volgens bouzidi", TRUE },
  { "volgens h. bouzidi", TRUE },
  { "Hassans telefoon, hassan's telefoon", TRUE },
  { "H. el Bouzidi stond er", TRUE },
  { "H. Bouzidi stond er", TRUE },
  { "H.B. stond er", TRUE },
  { "h.e.b. stond er", FALSE },
  { "HB of HEB", FALSE }, /* without anything in between it is another word */
  { "El was er", FALSE },
  { "Has\302\255san en Has\342\200\213san", TRUE },
  { "\342\200\216Hassan", TRUE },
  { "HASSAN", TRUE },
  { "manny zei het", TRUE },
  { "Manny zei het", TRUE },
  { "M.D. zei het", TRUE },
  { "Bo zei het", TRUE },
  { "bo zei het", TRUE },
  { "Kees zei het", TRUE },
  { "Informant zei het", FALSE },
  { "Volgens de informant was het laat. De lange weg.", FALSE },
  { "Volgens De Lange was het laat", TRUE },
  { "Grote Ko kwam langs", TRUE },
  { "ze noemen hem spin", TRUE },
  { "een bericht van @zwart_wit", TRUE },
  { "Omer kwam, en sahin niet", TRUE },
  { "mevrouw SAHIN", TRUE },
  { "via mooie.meid", TRUE },
  { "een mooie meid", TRUE }, /* what an account is called is always looked for */
  { "een bericht van lente_s op telegram. telegram lente_s", TRUE },
  { "bel 0612345678", TRUE },
  { "bel +31 6 12345678", TRUE },
  { "bel 0031612345678", TRUE },
  { "bel +31 (0)6 1234 5678", TRUE },
  { "bel 06 12 34 56 78 na 12 uur", TRUE },
  { "bel 06 12 34 56 79", FALSE },
  { "bel 06-87654321", TRUE },
  { "bel 0032475123456", TRUE },
  { "bel +32 9 876 5432", TRUE },
  { "op 0417164300 gestort", TRUE },
  { "op NL00KRIN0417164300 gestort", TRUE },
  { "de auto XK123Z", TRUE },
  { "de auto xk 123 z", TRUE },
  { "bij De Zwaan", TRUE },
  { "bij een hotel, er was een zwaan", FALSE },
  { "de bende van zuid", TRUE },
  { "Zand weet het", TRUE },
  { "dex zei het, dex's broer, dexs broer", TRUE },
  { "in de dexter, een index", FALSE },
  { "dex2010 heeft iets gezet", TRUE }, /* as an account has it */
  { "hij reed met 🦊 mee", TRUE },
  { "van🔥kwam niets", TRUE },
  { "een ❤️ voor haar", FALSE },
  { "met dexje", TRUE },
  { "Dexje was er", TRUE },
  { "de Dexjes", TRUE },
  { "DAANTJE", TRUE },
  { "daantjes fiets", TRUE },
  { "gedaan, daarentegen", FALSE },
  { "daantjevol", FALSE },
  { "brammetje", TRUE },
  { "brampje", TRUE },
  { "noaatje", TRUE },
  { "met Bootje", TRUE },
  { "met de boot en een bootje", FALSE },
  { "met wak gesproken", TRUE }, /* a last name of three letters */
  { "hij ging met de ton, het is niet ver", FALSE },
  { "Ton was er", TRUE },
  { "tonnetje", FALSE },
  { "een jong meisje, jong van jaren", FALSE },
  { "Jong was er", TRUE },
  { "roos kwam", TRUE }, /* of four letters a first name is found however it is written */
  { "en dan kwam er niemand", FALSE },
  { "en Dan kwam", TRUE },
  { "ik ben er", FALSE },
  { "Ben was er", TRUE },
  { "B. Ram was er", TRUE },
  { "het meisje", FALSE },
  { "Roosje was er", FALSE }, /* somebody else, who goes along */
  { "bel 0622223333", TRUE },
  { "כהן היה שם", TRUE }, /* a script without capitals: the last name alone */
  { "toen kwam \342\200\217חסן\342\200\217 binnen", TRUE },
  { "met كانت ليلى هنا", TRUE },
  { "الحداد كان هناك", TRUE },
  { "شخص آخر كان هناك", FALSE },
  { "Has-san was er", TRUE },
  { "BOU-ZIDI", TRUE },
  { "bou-\nzidi", TRUE },
  { "Hassan-Ali", TRUE },
  { "na-dia's fiets", TRUE },
  { "hij rende-x weg, dex-achtig", TRUE },
  { "een e-mail, de x-as en de-x", FALSE }, /* too short to be sure of */
  { "het was storm", FALSE },
  { "de storm ging liggen", FALSE },
  { "Storm was er", TRUE },
  { "bij storm en regen kwam nadia", TRUE },
  { "de sto-rm", FALSE },
  { "Sto-rm was er", TRUE },
  { "stormachtig, nadiatje niet", TRUE },
  { "In 2025 op 12-11 om 23:30 met 3 meisjes van 16", FALSE },
  { "Noor was er met haar moeder en een agent", FALSE },
};

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, KringAudience audience)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_choice (item, "audience", (int) audience);
  kring_map_load (map, item);
  return item;
}

static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);

      kring_item_set_text (add (map, secrets[i].kind, id, KRING_AUDIENCE_POLICE), secrets[i].field,
                           secrets[i].text);
    }
  kring_item_set_text (add (map, KRING_KIND_PERSON, "noor", KRING_AUDIENCE_JOINT), "name", "Noor");
  kring_item_set_text (add (map, KRING_KIND_PERSON, "roosje", KRING_AUDIENCE_JOINT), "name",
                       "Roosje");
  return map;
}

static void
test_written (void)
{
  g_autoptr (KringMap) map = make_map ();
  const KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (KringShareReport) report = NULL;
      g_autoptr (KringMap) copy = NULL;

      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", sentences[i].text);
      copy = kring_share_dup_part (map, &rule, &report);
      if ((report->mentions->len > 0) != sentences[i].found)
        g_test_fail_printf ("“%s”: %u", sentences[i].text, report->mentions->len);
      if ((kring_item_get_text (kring_map_get_item (copy, "noor"), "notes") == NULL) !=
          sentences[i].found)
        g_test_fail_printf ("“%s” goes along", sentences[i].text);
    }
}

static void
set_refs (KringItem *item, const char *field_name, const char *id)
{
  const char *const ids[] = { id, NULL };

  kring_item_set_named (item, field_name, g_variant_new_strv (ids, -1));
}

/* A copy finds what was filled in after it came. */
static KringMap *
dup_permitted (KringMap *map)
{
  g_autoptr (KringMap) filled = kring_map_copy (map);

  return kring_share_dup_permitted (filled, NULL);
}

/* All that names them is there to be judged, and nothing else. */
static void
test_sentences (void)
{
  static const char *const texts[][2] = {
    { "Het was koud. Hassan kwam. Verder niets. Toen ging hassan weg!",
      "Hassan kwam. Toen ging hassan weg!" },
    { "Volgens H. Bouzidi is het waar. Verder niets.", "Volgens H. Bouzidi is het waar." },
    { "Koud\nHassan\nNat", "Hassan" },
    { "Hij is 16. Hassan is 3.5 jaar ouder dan h. bouzidi. Ja.",
      "Hassan is 3.5 jaar ouder dan h. bouzidi." },
    { "Hassan", "Hassan" },
    { "Ja. H. B. was er. Nee.", "H. B. was er." },
    { ". . Hassan .", "Hassan ." },
  };
  g_autoptr (KringMap) map = make_map ();
  const KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KringShareReport) report = NULL;
      g_autoptr (KringMap) copy = NULL;

      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", texts[i][0]);
      copy = kring_share_dup_part (map, &rule, &report);
      g_assert_cmpuint (report->mentions->len, ==, 1);
      g_assert_cmpstr (((KringMention *) report->mentions->pdata[0])->sentence, ==, texts[i][1]);
    }
}

/* The sentence with every name in brackets. */
static char *
dup_set_off (const KringMention *mention)
{
  GString *text = g_string_new (mention->sentence);

  for (guint i = mention->places->len; i > 0; i--)
    {
      const KringNamePlace *place = &g_array_index (mention->places, KringNamePlace, i - 1);

      g_string_insert_c (text, place->start + place->length, ']');
      g_string_insert_c (text, place->start, '[');
    }
  return g_string_free (text, FALSE);
}

/* Where the names stand, as long as they are. */
static void
test_places (void)
{
  static const char *const texts[][2] = {
    { "Koud. Hassan kwam. Nat. Toen ging hassan weg!", "[Hassan] kwam. Toen ging [hassan] weg!" },
    { "Volgens H. Bouzidi is het waar.", "Volgens [H. Bouzidi] is het waar." },
    { "bel 06 12 34 56 78 of Ömer", "bel [06 12 34 56 78] of [Ömer]" },
    { "Één Dexje, één 🦊", "Één [Dexje], één [🦊]" },
  };
  g_autoptr (KringMap) map = make_map ();
  const KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KringShareReport) report = NULL;
      g_autoptr (KringMap) copy = NULL;
      g_autofree char *set_off = NULL;

      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", texts[i][0]);
      copy = kring_share_dup_part (map, &rule, &report);
      g_assert_cmpuint (report->mentions->len, ==, 1);
      set_off = dup_set_off (report->mentions->pdata[0]);
      g_assert_cmpstr (set_off, ==, texts[i][1]);
    }
}

/* A thing that is called after them takes their name from nobody; neither does a group of none but
 * them, which stays as well, and is named no more than they are. */
static void
test_called_after_them (void)
{
  static const char *const texts[] = { "Daar kwam Spin", "Bij de Vaste Ploeg geweest" };
  g_autoptr (KringMap) map = make_map ();
  KringItem *group = add (map, KRING_KIND_GROUP, "group", KRING_AUDIENCE_JOINT);
  KringItem *phone = add (map, KRING_KIND_PHONE, "phone", KRING_AUDIENCE_JOINT);

  kring_item_set_text (group, "name", "Vaste Ploeg");
  set_refs (group, "members", "s0");
  kring_item_set_text (phone, "name", "Spin");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (KringMap) copy = NULL;

      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", texts[i]);
      copy = dup_permitted (map);
      g_assert_null (kring_map_get_item (copy, "group"));
      g_assert_null (kring_item_get_text (kring_map_get_item (copy, "phone"), "name"));
      g_assert_null (kring_item_get_text (kring_map_get_item (copy, "noor"), "notes"));
    }
}

/* Who has the name of somebody who goes along is found by what is theirs alone. */
static void
test_brothers (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } brothers[] = {
    { "De broers Bouzidi", FALSE }, { "K. el Bouzidi", FALSE }, { "H. el Bouzidi", TRUE },
    { "H. Bouzidi", TRUE },         { "H.B.", TRUE },           { "Hassan", TRUE },
  };
  g_autoptr (KringMap) map = make_map ();

  kring_item_set_text (add (map, KRING_KIND_PERSON, "karim", KRING_AUDIENCE_JOINT), "name",
                       "Karim el Bouzidi");
  for (guint i = 0; i < G_N_ELEMENTS (brothers); i++)
    {
      g_autoptr (KringMap) copy = NULL;

      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", brothers[i].text);
      copy = kring_share_dup_permitted (map, NULL);
      if ((kring_item_get_text (kring_map_get_item (copy, "noor"), "notes") == NULL) !=
          brothers[i].found)
        g_test_fail_printf ("“%s”", brothers[i].text);
    }
}

/* A sister who goes along is called after who stays behind: that makes the name no less theirs. */
static void
test_sister (void)
{
  static const char *const names[] = { "Zus van Hassan", "Anna (vriendin van Hassan)" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (KringMap) map = make_map ();
      g_autoptr (KringMap) copy = NULL;

      kring_item_set_text (add (map, KRING_KIND_PERSON, "sister", KRING_AUDIENCE_JOINT), "name",
                           names[i]);
      kring_item_set_text (kring_map_get_item (map, "noor"), "notes", "Hassan belde");
      copy = kring_share_dup_permitted (map, NULL);
      g_assert_null (kring_item_get_text (kring_map_get_item (copy, "noor"), "notes"));
      g_assert_null (kring_item_get_text (kring_map_get_item (copy, "sister"), "name"));
    }
}

/* What stays behind for its words, or because nobody else was there, takes along what is about it;
 * and how we look at the map stays here. */
static void
test_about_what_stays (void)
{
  static const char *const staying[] = { "told", "alone", "on-told", "on-alone", "view" };
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringMap) copy = NULL;

  kring_item_set_text (add (map, KRING_KIND_EVENT, "told", KRING_AUDIENCE_JOINT), "name",
                       "Hassan kwam langs");
  set_refs (add (map, KRING_KIND_EVENT, "alone", KRING_AUDIENCE_JOINT), "involved", "s0");
  add (map, KRING_KIND_VIEW, "view", KRING_AUDIENCE_JOINT);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strconcat ("on-", staying[i], NULL);

      kring_item_set_named (add (map, KRING_KIND_SIGNAL, id, KRING_AUDIENCE_JOINT), "about",
                            g_variant_new_string (staying[i]));
    }
  copy = dup_permitted (map);
  for (guint i = 0; i < G_N_ELEMENTS (staying); i++)
    if (kring_map_get_item (copy, staying[i]) != NULL)
      g_test_fail_printf ("%s goes along", staying[i]);
}

/* What somebody said who stays behind stays behind with them, though it does not name them. */
static void
test_said_by (void)
{
  g_autoptr (KringMap) map = make_map ();
  KringItem *said = add (map, KRING_KIND_STATEMENT, "said", KRING_AUDIENCE_JOINT);
  KringItem *heard = add (map, KRING_KIND_STATEMENT, "heard", KRING_AUDIENCE_JOINT);
  g_autoptr (KringMap) copy = NULL;

  kring_item_set_named (said, "about", g_variant_new_string ("noor"));
  kring_item_set_text (said, "words", "Vrijdag komt er een nieuw meisje");
  kring_item_set_text (said, "said_by", "Hassan");
  kring_item_set_named (heard, "about", g_variant_new_string ("noor"));
  kring_item_set_text (heard, "words", "Het is koud");
  kring_item_set_text (heard, "heard_by", "Hassan");
  copy = kring_share_dup_permitted (map, NULL);
  g_assert_null (kring_map_get_item (copy, "said"));
  g_assert_nonnull (kring_map_get_item (copy, "heard"));
  g_assert_null (kring_item_get_text (kring_map_get_item (copy, "heard"), "heard_by"));
}

/* Of a secret address a sheet says that it is, whoever the sheet is for. */
static void
test_secret_address (void)
{
  const KringShareRule rule = { KRING_READER_CARE, NULL, TRUE };
  g_autoptr (KringMap) map = make_map ();
  KringItem *home = add (map, KRING_KIND_PLACE, "home", KRING_AUDIENCE_JOINT);
  KringItem *note = add (map, KRING_KIND_NOTE, "note", KRING_AUDIENCE_JOINT);
  g_autoptr (KringMap) copy = NULL, kept = NULL;
  KringItem *copied;

  kring_item_set_text (home, "address", "Dorpsstraat 12, Waterhoven");
  kring_item_set_named (home, "secret", g_variant_new_boolean (TRUE));
  kring_item_set_text (note, "text", "Zij slaapt op Dorpsstraat 12.");
  copy = kring_share_dup_permitted (map, NULL);
  copied = kring_map_get_item (copy, "home");
  g_assert_true (kring_item_get_bool (copied, "secret"));
  g_assert_null (kring_item_get_text (copied, "address"));
  g_assert_null (kring_item_get_text (kring_map_get_item (copy, "note"), "text"));
  g_assert_true (kring_share_names_left (map, &rule, "dorpsstraat 12.kring"));
  kept = kring_share_dup_part (map, &rule, NULL);
  g_assert_null (kring_item_get_text (kring_map_get_item (kept, "home"), "address"));
}

/* Every text of every kind, also those that are added to the schema later. */
static void
test_every_field (void)
{
  static const char *const own[] = { "name", "alias", "phone", NULL };

  for (guint id = 0; id < KRING_N_KINDS; id++)
    for (guint i = 0; i < kring_kind_get (id)->n_fields; i++)
      {
        const KringField *field = &kring_kind_get (id)->fields[i];
        g_autoptr (KringMap) map = NULL, copy = NULL;
        KringItem *item, *copied;

        /* One more of that name is no trace of the first. */
        if ((id == KRING_KIND_PERSON || id == KRING_KIND_PARTICIPANT) &&
            g_strv_contains (own, field->name))
          continue;
        if (!kring_field_is_text (field) || kring_kind_get (id)->group == KRING_GROUP_LOOKING)
          continue;
        map = make_map ();
        item = id == KRING_KIND_CASE ? kring_map_get_case (map)
                                     : add (map, id, "x", KRING_AUDIENCE_JOINT);
        kring_item_set_named (item, field->name, g_variant_new_string ("hassan el bouzidi"));
        copy = kring_share_dup_permitted (map, NULL);
        copied = kring_map_get_item (copy, kring_item_get_id (item));
        if (copied != NULL && kring_item_get_text (copied, field->name) != NULL)
          g_test_fail_printf ("%s of a %s names who stays behind", field->name,
                              kring_kind_get (id)->name);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/share/mentions/written", test_written);
  g_test_add_func ("/share/mentions/called-after-them", test_called_after_them);
  g_test_add_func ("/share/mentions/sentences", test_sentences);
  g_test_add_func ("/share/mentions/places", test_places);
  g_test_add_func ("/share/mentions/brothers", test_brothers);
  g_test_add_func ("/share/mentions/sister", test_sister);
  g_test_add_func ("/share/mentions/about-what-stays", test_about_what_stays);
  g_test_add_func ("/share/mentions/said-by", test_said_by);
  g_test_add_func ("/share/mentions/secret-address", test_secret_address);
  g_test_add_func ("/share/mentions/every-field", test_every_field);
  return g_test_run ();
}
