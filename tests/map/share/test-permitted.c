/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-permitted.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
    kring_item_set_text (item, "name", name);
  kring_map_load (map, item);
  return item;
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_named (tie, "from", g_variant_new_string (from));
  kring_item_set_named (tie, "to", g_variant_new_string (to));
  kring_map_load (map, tie);
}

static void
set_refs (KringItem *item, const char *field_name, const char *const *ids)
{
  kring_item_set_named (item, field_name, g_variant_new_strv (ids, -1));
}

static KringMap *
make_map (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  KringItem *account;

  set_refs (kring_map_get_case (map), "centre", (const char *const[]){ "noor", "dex", NULL });
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "dex", "Dex"), "audience",
                         KRING_AUDIENCE_NONE);
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "oma", "Oma Jo"), "audience",
                         KRING_AUDIENCE_CARE);
  account = add (map, KRING_KIND_ACCOUNT, "snap", "snap");
  kring_item_set_named (account, "controlled_by", g_variant_new_string ("dex"));
  kring_item_set_extra (account, g_variant_new_parsed ("{'later': '\"Dex\"'}"));
  set_refs (add (map, KRING_KIND_GROUP, "both", "Family"), "members",
            (const char *const[]){ "dex", "noor", NULL });
  set_refs (add (map, KRING_KIND_GROUP, "only", "Only Dex"), "members",
            (const char *const[]){ "dex", NULL });
  add_tie (map, "kept", "noor", "oma");
  add_tie (map, "lost", "noor", "dex");
  return kring_map_copy (map); /* finds what was filled in after it came */
}

static void
test_leaves_out (void)
{
  g_autoptr (KringMap) map = make_map ();
  guint n_left_out = 0;
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, &n_left_out);
  g_autoptr (GError) error = NULL;

  /* Dex for nobody and grandmother for one side, their ties, and the group of Dex alone. */
  g_assert_cmpuint (n_left_out, ==, 5);
  g_assert_null (kring_map_get_item (copy, "dex"));
  g_assert_null (kring_map_get_item (copy, "lost"));
  g_assert_null (kring_map_get_item (copy, "oma"));
  g_assert_null (kring_map_get_item (copy, "kept"));
  g_assert_null (kring_map_get_item (copy, "only"));
  g_assert_cmpuint (kring_map_get_n_items (copy), ==, kring_map_get_n_items (map) - 5);
  kring_map_check (copy, NULL, &error);
  g_assert_no_error (error);
}

/* No field of what goes along still tells of what stays. */
static void
test_no_mention (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, NULL);
  g_auto (GStrv) members = kring_item_dup_refs (kring_map_get_item (copy, "both"), "members");

  for (guint i = 0; i < kring_map_get_n_items (copy); i++)
    g_assert_false (kring_item_refers_to (kring_map_get_nth (copy, i), "dex"));
  g_assert_cmpuint (g_strv_length (members), ==, 1);
  g_assert_null (kring_item_get_extra (kring_map_get_item (copy, "snap")));
}

static void
test_original_untouched (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (KringMap) same = make_map ();
  g_autoptr (KringMap) copy = kring_share_dup_permitted (map, NULL);

  g_assert_true (kring_map_equal (map, same));
  g_assert_false (kring_map_equal (map, copy));
  g_assert_finalize_object (g_steal_pointer (&copy));
  g_assert_finalize_object (g_steal_pointer (&map));
}

/* A case marked by mistake still says what the map is for. */
static void
test_case_stays (void)
{
  g_autoptr (KringMap) map = kring_map_new ();
  g_autoptr (KringMap) copy = NULL;
  guint n_left_out = 9;

  kring_item_set_text (kring_map_get_case (map), "purpose", "safety");
  kring_item_set_choice (kring_map_get_case (map), "audience", KRING_AUDIENCE_NONE);
  copy = kring_share_dup_permitted (map, &n_left_out);
  g_assert_cmpuint (n_left_out, ==, 0);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (copy), "purpose"), ==, "safety");
}

/* What is hidden stays behind with what hangs on it; what is not on the map is nothing to count. */
static void
test_part (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringMap) copy = NULL;
  g_autoptr (KringShareReport) report = NULL;
  const KringShareRule rule = { KRING_READER_CARE, hidden, FALSE };

  g_hash_table_add (hidden, (gpointer) "oma");
  g_hash_table_add (hidden, (gpointer) "nowhere");
  g_hash_table_add (hidden, (gpointer) KRING_MAP_CASE_ID);
  copy = kring_share_dup_part (map, &rule, &report);
  g_assert_null (kring_map_get_item (copy, "oma"));
  g_assert_null (kring_map_get_item (copy, "kept"));
  g_assert_nonnull (kring_map_get_item (copy, "noor"));
  g_assert_nonnull (kring_map_get_case (copy));
  g_assert_cmpuint (report->left->len, ==, 5);
}

static void
test_sides (void)
{
  g_autoptr (KringMap) map = make_map ();
  g_autoptr (GHashTable) unknown = kring_share_dup_unknown_to (map, KRING_PARTY_POLICE);

  /* Dex is for nobody, grandmother for care; and with them their ties. */
  g_assert_cmpuint (g_hash_table_size (unknown), ==, 5);
  g_assert_true (g_hash_table_contains (unknown, "kept"));
  g_clear_pointer (&unknown, g_hash_table_unref);
  unknown = kring_share_dup_unknown_to (map, KRING_PARTY_CARE);
  g_assert_cmpuint (g_hash_table_size (unknown), ==, 3);
  g_assert_false (g_hash_table_contains (unknown, "oma"));
}

/* Who gets what: each side its own, all at the table neither, nobody what is not for exports. */
static void
test_audiences (void)
{
  static const struct
  {
    KringReader reader;
    gboolean care, police;
  } cases[] = {
    { KRING_READER_JOINT, FALSE, FALSE },
    { KRING_READER_CARE, TRUE, FALSE },
    { KRING_READER_POLICE, FALSE, TRUE },
  };
  g_autoptr (KringMap) map = make_map ();

  kring_item_set_choice (add (map, KRING_KIND_PERSON, "agent", "Agent"), "audience",
                         KRING_AUDIENCE_POLICE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const KringShareRule rule = { cases[i].reader, NULL, FALSE };
      g_autoptr (KringMap) copy = kring_share_dup_part (map, &rule, NULL);

      g_assert_cmpint (kring_map_get_item (copy, "oma") != NULL, ==, cases[i].care);
      g_assert_cmpint (kring_map_get_item (copy, "kept") != NULL, ==, cases[i].care);
      g_assert_cmpint (kring_map_get_item (copy, "agent") != NULL, ==, cases[i].police);
      g_assert_null (kring_map_get_item (copy, "dex"));
      g_assert_nonnull (kring_map_get_item (copy, "noor"));
    }
}

static KringItem *
add_about (KringMap *map, KringKindId kind, const char *id, const char *about, const char *words)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (kind == KRING_KIND_TASK)
    set_refs (item, "about", (const char *const[]){ about, NULL });
  else
    kring_item_set_named (item, "about", g_variant_new_string (about));
  kring_item_set_text (item, kind == KRING_KIND_STATEMENT ? "words" : "name", words);
  kring_map_load (map, item);
  return item;
}

static gboolean
goes_along (KringMap *copy, const char *id)
{
  return kring_map_get_item (copy, id) != NULL;
}

/* What hangs on what stays behind stays behind, and each says why. */
static void
test_hangs (void)
{
  g_autoptr (KringMap) map = make_map ();
  const KringShareRule rule = { KRING_READER_JOINT, NULL, FALSE };
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = NULL;
  g_autofree char *first = NULL;

  add_about (map, KRING_KIND_SIGNAL, "signal", "oma", "Is er altijd");
  add_about (map, KRING_KIND_STATEMENT, "statement", "oma", "Zij haalt op");
  add_about (map, KRING_KIND_TASK, "task", "oma", "Bellen");
  add_about (map, KRING_KIND_TASK, "other", "noor", "Ophalen");
  copy = kring_share_dup_part (map, &rule, &report);
  g_assert_false (goes_along (copy, "signal"));
  g_assert_false (goes_along (copy, "statement"));
  g_assert_false (goes_along (copy, "task"));
  g_assert_true (goes_along (copy, "other"));
  g_assert_cmpuint (report->left->len, ==, 8);
  for (guint i = 0; i < report->left->len; i++)
    {
      const KringLeftBehind *left = &g_array_index (report->left, KringLeftBehind, i);
      KringLeftReason reason = g_str_equal (left->id, "dex")   ? KRING_LEFT_NOT_IN_EXPORTS
                               : g_str_equal (left->id, "oma") ? KRING_LEFT_CARE_ONLY
                                                               : KRING_LEFT_HANGS_ON;

      g_assert_cmpint (left->reason, ==, reason);
    }
  first = kring_share_describe_left (map, &g_array_index (report->left, KringLeftBehind, 1));
  g_assert_cmpstr (first, ==, "Oma Jo (care only)");
}

static const struct
{
  const char *text;
  gboolean found;
} sentences[] = {
  { "Zij zag Ylse gisteren.", TRUE },
  { "zij zag YLSE B. gisteren", TRUE },
  { "Ylses fiets stond er. Verder niets.", TRUE },
  { "De fiets van ylse", TRUE },
  { "Ylsebeth was er ook.", FALSE },
  { "De witte auto 00-KR-02 stond er", TRUE },
  { "De witte auto 00KR02 stond er", TRUE },
  { "Een auto stond er", FALSE }, /* what an ordinary word calls is not looked for */
  { "Bel 06-0000 0007", TRUE },
  { "Mijn Noor was er", FALSE }, /* goes along itself */
  { "Ze heet ook Spin", TRUE },
  { "Bel 0600000007", TRUE },
  { "Bel 06 00 00 00 07.", TRUE },
  { "Bel 06 00 00 00 08", FALSE },
  { "Bel 06 00 00 00 071", FALSE },
  { "Volgens mevrouw De Groot was het laat.", TRUE },
  { "Het was een groot huis.", FALSE },
  { "Femke belde.", TRUE },
  { "Klaas Visser stond er", TRUE },
  { "De familie Visser", FALSE }, /* somebody of that name goes along */
  { "Zij sprak met Rik Zand", TRUE },
  { "Agent Zand weet het", TRUE },
  { "Het pand Kade 12a staat leeg", TRUE },
  { "Zij woont in Oudermeer", FALSE },
  { "Op 12 mei", FALSE },
  { "", FALSE },
};

static KringItem *
add_secret (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  KringItem *item = add (map, kind, id, name);

  kring_item_set_choice (item, "audience", KRING_AUDIENCE_POLICE);
  return item;
}

/* Texts that name what stays behind: found in their sentence, and left out unless they are kept. */
static void
test_mentions (void)
{
  g_autoptr (KringMap) map = make_map ();
  KringItem *ylse = add (map, KRING_KIND_PERSON, "ylse", "Ylse B."), *car;

  add_secret (map, KRING_KIND_PERSON, "femke", "Femke de Groot");
  add_secret (map, KRING_KIND_PERSON, "klaas", "Klaas Visser");
  add (map, KRING_KIND_PERSON, "piet", "Piet Visser");
  add_secret (map, KRING_KIND_PARTICIPANT, "rik", "Rik Zand");
  kring_item_set_text (add_secret (map, KRING_KIND_PLACE, "kade", NULL), "address",
                       "Kade 12a, 12, Oudermeer");

  kring_item_set_text (ylse, "alias", "Spin");
  kring_item_set_choice (ylse, "audience", KRING_AUDIENCE_POLICE);
  car = add (map, KRING_KIND_VEHICLE, "car", "auto");
  kring_item_set_text (car, "plate", "00-KR-02");
  kring_item_set_choice (car, "audience", KRING_AUDIENCE_POLICE);
  car = add (map, KRING_KIND_PHONE, "phone", NULL);
  kring_item_set_text (car, "number", "06-0000 0007");
  kring_item_set_choice (car, "audience", KRING_AUDIENCE_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    for (guint keep = 0; keep < 2; keep++)
      {
        const KringShareRule rule = { KRING_READER_JOINT, NULL, keep };
        g_autoptr (KringShareReport) report = NULL;
        g_autoptr (KringMap) copy = NULL;
        const char *text;

        kring_item_set_text (kring_map_get_item (map, "noor"), "notes", sentences[i].text);
        copy = kring_share_dup_part (map, &rule, &report);
        text = kring_item_get_text (kring_map_get_item (copy, "noor"), "notes");
        if ((report->mentions->len > 0) != sentences[i].found)
          g_test_fail_printf ("“%s”: %u", sentences[i].text, report->mentions->len);
        else if ((text == NULL) != ((sentences[i].found && !keep) || *sentences[i].text == '\0'))
          g_test_fail_printf ("“%s”: “%s” goes along", sentences[i].text, text);
      }
}

/* A statement that consists of what may not be said stays behind whole; so does what hangs on it. */
static void
test_substance (void)
{
  g_autoptr (KringMap) map = make_map ();
  const KringShareRule rule = { KRING_READER_POLICE, NULL, FALSE };
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = NULL;
  g_autofree char *described = NULL;

  add_about (map, KRING_KIND_STATEMENT, "tells", "noor", "Het was koud. Oma Jo haalde haar op.");
  add_about (map, KRING_KIND_STATEMENT, "quiet", "noor", "Het was koud.");
  copy = kring_share_dup_part (map, &rule, &report);
  g_assert_false (goes_along (copy, "tells"));
  g_assert_true (goes_along (copy, "quiet"));
  g_assert_cmpuint (report->mentions->len, ==, 1);
  described = kring_share_describe_mention (map, report->mentions->pdata[0]);
  g_assert_nonnull (strstr (described, "“Oma Jo haalde haar op.”"));
}

/* A field that is for one side only stays behind with nobody but the other, and so does what it says in
 * other texts; the item itself goes along. */
static void
test_held_fields (void)
{
  static const struct
  {
    KringReader reader;
    gboolean address, remark;
  } rows[] = {
    { KRING_READER_JOINT, FALSE, FALSE },
    { KRING_READER_CARE, TRUE, FALSE },
    { KRING_READER_POLICE, FALSE, FALSE },
    { KRING_READER_PARENTS, FALSE, FALSE },
  };
  g_autoptr (KringMap) map = kring_map_new ();
  KringItem *flat = add (map, KRING_KIND_PLACE, "flat", "Flat");
  KringItem *noor = add (map, KRING_KIND_PERSON, "noor", "Noor");

  set_refs (kring_map_get_case (map), "centre", (const char *const[]){ "noor", NULL });
  add_tie (map, "tie", "noor", "flat");
  kring_item_set_text (flat, "address", "Havenstraat 4, Oudermeer");
  kring_item_set_text (flat, "remark", "met lift");
  kring_item_set_text (flat, "field_audiences", "address:care remark:later");
  kring_item_set_text (noor, "description", "Gezien bij Havenstraat 4.");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KringShareRule rule = { .reader = rows[i].reader };
      g_autoptr (KringShareReport) report = NULL;
      g_autoptr (KringMap) copy = kring_share_dup_part (map, &rule, &report);
      g_autofree char *trace = kring_share_find_trace (map, &rule, copy);
      KringItem *there = kring_map_get_item (copy, "flat");

      g_assert_cmpuint (report->fields->len, ==, rows[i].address ? 1 : 2);
      g_assert_cmpstr (g_array_index (report->fields, KringLeftBehind, 0).field, ==, "remark");
      g_assert_cmpint (g_array_index (report->fields, KringLeftBehind, 0).reason, ==,
                       KRING_LEFT_NOT_IN_EXPORTS);
      if (!rows[i].address)
        g_assert_cmpint (g_array_index (report->fields, KringLeftBehind, 1).reason, ==,
                         KRING_LEFT_CARE_ONLY);
      g_assert_null (trace);
      g_assert_nonnull (there);
      g_assert_cmpint (kring_item_get_text (there, "address") != NULL, ==, rows[i].address);
      g_assert_cmpint (kring_item_get_text (there, "remark") != NULL, ==, rows[i].remark);
      g_assert_null (kring_item_get_text (there, "field_audiences"));
      g_assert_cmpint (kring_item_get_text (kring_map_get_item (copy, "noor"), "description") !=
                           NULL,
                       ==, rows[i].address);
    }
  g_assert_cmpstr (kring_item_get_text (flat, "address"), ==, "Havenstraat 4, Oudermeer");
}

/* What is called after its own secret is called after its kind, and words about it go the same way; the
 * address of a place that leads to somebody whose address is secret is one too. */
static void
test_telling_names (void)
{
  const KringShareRule rule = { .reader = KRING_READER_POLICE };
  g_autoptr (KringMap) map = kring_map_new (), copy = NULL;
  KringItem *noor = add (map, KRING_KIND_PERSON, "noor", "Noor");
  KringItem *home = add (map, KRING_KIND_PLACE, "home", "Kerklaan 8");
  KringItem *flat = add (map, KRING_KIND_PLACE, "flat", "Huis");
  KringItem *phone = add (map, KRING_KIND_PHONE, "phone", "06-12345678");
  g_autofree char *trace = NULL;

  set_refs (kring_map_get_case (map), "centre", (const char *const[]){ "noor", NULL });
  kring_item_set_text (noor, "description", "Slaapt op Kerklaan 8. Belt met 0612345678.");
  kring_item_set_text (home, "address", "Kerklaan 8, Waterhoven");
  kring_item_set_named (home, "secret", g_variant_new_boolean (TRUE));
  kring_item_set_text (flat, "address", "Dorpsstraat 12, Waterhoven");
  kring_item_set_named (add (map, KRING_KIND_PERSON, "femke", "Femke"), "secret",
                        g_variant_new_boolean (TRUE));
  add_tie (map, "lives", "femke", "flat");
  kring_item_set_text (phone, "number", "06-12345678");
  kring_item_set_text (phone, "field_audiences", "number:care");
  copy = kring_share_dup_part (map, &rule, NULL);
  trace = kring_share_find_trace (map, &rule, copy);
  g_assert_null (trace);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (copy, "home"), "name"), ==, "Place");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (copy, "phone"), "name"), ==, "Phone");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_item (copy, "flat"), "name"), ==, "Huis");
  g_assert_null (kring_item_get_text (kring_map_get_item (copy, "flat"), "address"));
  g_assert_true (kring_item_get_bool (kring_map_get_item (copy, "flat"), "secret"));
  g_assert_null (kring_item_get_text (kring_map_get_item (copy, "noor"), "description"));
  g_assert_cmpstr (kring_item_get_text (home, "name"), ==, "Kerklaan 8");
}

/* A birth date that is not for the reader is in no text either, however it is written. */
static void
test_held_date (void)
{
  static const char *const told[] = { "Geboren op 12-03-2009.", "Geboren 12/3/2009 in Oudermeer.",
                                      "Geboren: 2009-03-12", "Sinds 12 maart 2009 op de wereld." };
  const KringShareRule rule = { .reader = KRING_READER_POLICE };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (KringMap) map = kring_map_new (), copy = NULL;
      KringItem *noor = add (map, KRING_KIND_PERSON, "noor", "Noor");

      kring_item_set_named (noor, "birth_date", g_variant_new_string ("2009-03-12"));
      kring_item_set_text (noor, "field_audiences", "birth_date:care");
      kring_item_set_text (noor, "description", told[i]);
      kring_item_set_text (noor, "why", "Vermist sinds 12 oktober 2025.");
      copy = kring_share_dup_part (map, &rule, NULL);
      noor = kring_map_get_item (copy, "noor");
      g_assert_null (kring_item_get_text (noor, "birth_date"));
      g_assert_null (kring_item_get_text (noor, "description"));
      g_assert_nonnull (kring_item_get_text (noor, "why"));
    }
}

static void
fill_texts (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_field_is_text (&kind->fields[i]) && strcmp (kind->fields[i].name, "name") != 0)
      kring_item_set_value (item, &kind->fields[i], g_variant_new_string ("Geheim"));
}

static void
assert_nothing_else (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint k = 0; k < kind->n_fields; k++)
    if (strcmp (kind->fields[k].name, "name") != 0 &&
        strcmp (kind->fields[k].name, "position") != 0)
      g_assert_null (kring_item_get_value (item, &kind->fields[k]));
}

/* Of what may be asked for, the other side and all at the table get the kind and whom to ask; nobody
 * else gets that, and the own side gets all. */
static void
test_ask_us (void)
{
  static const struct
  {
    KringReader reader;
    const char *name;
  } rows[] = {
    { KRING_READER_JOINT, "Known to police, ask" },
    { KRING_READER_CARE, "Known to police, ask" },
    { KRING_READER_POLICE, "Dex Smit" },
    { KRING_READER_YOUTH, NULL },
    { KRING_READER_PARENTS, NULL },
    { KRING_READER_MUNICIPALITY, NULL },
  };
  g_autoptr (KringMap) map = kring_map_new ();
  KringItem *noor = add (map, KRING_KIND_PERSON, "noor", "Noor");
  KringItem *dex = add (map, KRING_KIND_PERSON, "dex", "Dex Smit");
  KringItem *kay = add (map, KRING_KIND_PERSON, "kay", "Police");

  set_refs (kring_map_get_case (map), "centre", (const char *const[]){ "noor", NULL });
  kring_item_set_position (noor, KRING_POINT_INIT (0, 0));
  kring_item_set_position (dex, KRING_POINT_INIT (-300, -300));
  fill_texts (dex);
  kring_item_set_choice (dex, "audience", KRING_AUDIENCE_POLICE);
  kring_item_set_named (dex, "ask_us", g_variant_new_boolean (TRUE));
  kring_item_set_choice (kay, "audience", KRING_AUDIENCE_POLICE);
  add_tie (map, "tie", "noor", "dex");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KringShareRule rule = { .reader = rows[i].reader };
      g_autoptr (KringShareReport) report = NULL;
      g_autoptr (KringMap) copy = kring_share_dup_part (map, &rule, &report);
      KringItem *there = kring_map_get_item (copy, "dex");
      g_autofree char *trace = NULL;
      KringPoint at;

      trace = kring_share_find_trace (map, &rule, copy);
      g_assert_null (trace);
      if (rows[i].reader == KRING_READER_POLICE)
        {
          g_assert_cmpstr (kring_item_get_text (there, "name"), ==, rows[i].name);
          g_assert_cmpstr (kring_item_get_text (there, "description"), ==, "Geheim");
          g_assert_nonnull (kring_map_get_item (copy, "tie"));
          continue;
        }
      g_assert_null (kring_map_get_item (copy, "tie"));
      g_assert_null (kring_map_get_item (copy, "kay"));
      g_assert_cmpuint (report->left->len, >=, 3);
      g_assert_cmpint (there != NULL, ==, rows[i].name != NULL);
      if (there == NULL)
        continue;
      g_assert_cmpstr (kring_item_get_text (there, "name"), ==, rows[i].name);
      g_assert_true (kring_item_get_position (there, &at));
      g_assert_cmpfloat (at.x, ==, 0);
      g_assert_cmpfloat (at.y, >, 0);
      assert_nothing_else (there);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/permitted/leaves-out", test_leaves_out);
  g_test_add_func ("/share/permitted/held-fields", test_held_fields);
  g_test_add_func ("/share/permitted/telling-names", test_telling_names);
  g_test_add_func ("/share/permitted/held-date", test_held_date);
  g_test_add_func ("/share/permitted/ask-us", test_ask_us);
  g_test_add_func ("/share/permitted/no-mention", test_no_mention);
  g_test_add_func ("/share/permitted/audiences", test_audiences);
  g_test_add_func ("/share/permitted/hangs", test_hangs);
  g_test_add_func ("/share/permitted/mentions", test_mentions);
  g_test_add_func ("/share/permitted/substance", test_substance);
  g_test_add_func ("/share/permitted/original-untouched", test_original_untouched);
  g_test_add_func ("/share/permitted/case-stays", test_case_stays);
  g_test_add_func ("/share/permitted/part", test_part);
  g_test_add_func ("/share/permitted/sides", test_sides);
  return g_test_run ();
}
