/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is called what in a copy, and what each reader gets. */
#include "map/base/kring-id.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-called.h"
#include "map/share/kring-left.h"
#include "map/share/kring-permitted.h"
#include "map/share/kring-reader.h"
#include "map/share/kring-sealed.h"

#include <string.h>

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (name != NULL)
    kring_item_set_text (item, KRING_F_NAME, name);
  kring_map_load (map, item);
  return kring_map_get_item (map, id);
}

static KringItem *
add_about (KringMap *map, KringKindId kind, const char *id, const char *about)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, KRING_F_ABOUT, about);
  kring_map_load (map, item);
  return kring_map_get_item (map, id);
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, KRING_F_FROM, from);
  kring_item_set_text (tie, KRING_F_TO, to);
  kring_map_load (map, tie);
}

static void
set_refs (KringItem *item, const char *field, const char *id)
{
  const char *const ids[] = { id, NULL };

  kring_item_set_named (item, field, g_variant_new_strv (ids, -1));
}

static const char *
get (KringMap *map, const char *id, const char *field)
{
  KringItem *item = kring_map_get_item (map, id);

  return item != NULL ? kring_item_get_text (item, field) : "(not there)";
}

/* A row of the schema for which nobody decided would stay behind without a word. */
static void
test_every_field_is_decided (void)
{
  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);

      for (guint i = 0; i < kind->n_fields; i++)
        {
          guint goes = kind->fields[i].flags & KRING_FIELD_GOES;

          if (goes == 0 || (goes & (goes - 1)) != 0)
            g_test_fail_printf ("%s.%s: does it leave the table or not?", kind->name,
                                kind->fields[i].name);
        }
    }
}

static void
test_forms_of_names (void)
{
  static const struct
  {
    const char *name, *first, *initials;
  } cases[] = {
    { "Noor van Vliet", "Noor", "N.V." },
    { "oma Jansen", "oma Jansen", "oma J." },
    { "oma Truus Jansen", "oma Truus", "oma T.J." },
    { "mw. Prins", "mw P.", "mw P." },
    { "Ben Smit", "Ben", "B.S." },
    { "Élodie de l'Ourthe", "Élodie", "É.L.O." },
    { "moeder", "moeder", "moeder" },
    { "نور الهدى", "نور", "ن.ا." },
    { "Dex", "Dex", "D." },
    { "Vliet, Noor van", "Noor", "V.N." },
    { "broer van Dex Smit", "broer van Dex", "broer D.S." },
    { "🦊", "🦊", "…" },
    { "Dex 🦊", "Dex", "D." },
    { "🦊 Dex Smit", "Dex", "D.S." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = kring_called_dup_first (cases[i].name);
      g_autofree char *initials = kring_called_dup_initials (cases[i].name, FALSE);

      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

/* Noor in the middle, two of one name, a phone, and words about them. */
static KringMap *
new_network (void)
{
  KringMap *map = kring_map_new ();
  KringItem *noor = add (map, KRING_KIND_PERSON, "noor", "Noor van Vliet");
  KringItem *said, *phone, *meeting;

  set_refs (kring_map_get_case (map), KRING_F_CENTRE, "noor");
  kring_item_set_text (kring_map_get_case (map), KRING_F_TITLE, "Overleg Noor");
  kring_item_set_text (noor, KRING_F_ALIAS, "Noortje");
  kring_item_set_text (noor, "birth_date", "2010-04-01");
  kring_item_set_text (noor, KRING_F_REMARK, "slaapt slecht");
  add (map, KRING_KIND_PERSON, "nina", "Nina Verhoeven");
  add_tie (map, "noor-nina", "noor", "nina");
  phone = add (map, KRING_KIND_PHONE, "phone", "tel. 06-00000012");
  kring_item_set_text (phone, "number", "06-00000012");
  add_tie (map, "noor-phone", "noor", "phone");
  said = add_about (map, KRING_KIND_STATEMENT, "said", "noor");
  kring_item_set_text (said, KRING_F_WORDS,
                       "Noors zus belde Nina op 06 0000 0012. Het regende. Verhoeven nam op.");
  kring_item_set_text (said, "said_by", "Nina");
  kring_item_set_choice (said, "how_known", KRING_HOW_KNOWN_SEEN);
  kring_item_set_text (add_about (map, KRING_KIND_SIGNAL, "signal", "noor"), KRING_F_NAME,
                       "Nieuwe telefoon van Nina");
  meeting = add (map, KRING_KIND_PARTICIPANT, "mentor", "Marit de Boer");
  kring_item_set_text (meeting, KRING_F_PHONE, "030-0000000");
  return map;
}

static KringMap *
share (KringMap *map, KringReader reader, KringNameForm names, KringShareReport **report)
{
  const KringShareRule rule = { .reader = reader, .names = names };

  return kring_share_dup_part (map, &rule, report);
}

static void
test_first_names (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringMap) copy = share (map, KRING_READER_JOINT, KRING_NAMES_FIRST, NULL);

  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "Noor");
  g_assert_cmpstr (get (copy, "noor", KRING_F_ALIAS), ==, NULL);
  g_assert_cmpstr (get (copy, "noor", "birth_date"), ==, "2010-04-01");
  g_assert_cmpstr (get (copy, "phone", "number"), ==, "06-00000012");
  g_assert_cmpstr (get (copy, "said", KRING_F_WORDS), ==,
                   "Noors zus belde Nina op 06 0000 0012. Het regende. Nina nam op.");
}

static void
test_initials (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringMap) copy = share (map, KRING_READER_JOINT, KRING_NAMES_INITIALS, NULL);

  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "N.V.");
  g_assert_cmpstr (get (copy, "nina", KRING_F_NAME), ==, "N.V. 2");
  g_assert_cmpstr (get (copy, "noor", "birth_date"), ==, NULL);
  g_assert_cmpstr (get (copy, "phone", "number"), ==, NULL);
  g_assert_cmpstr (get (copy, "phone", KRING_F_NAME), ==, "tel. Phone 1");
  g_assert_cmpstr (get (copy, "said", KRING_F_WORDS), ==,
                   "N.V. zus belde N.V. 2 op Phone 1. Het regende. N.V. 2 nam op.");
  g_assert_cmpstr (get (copy, "said", "said_by"), ==, "N.V. 2");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (copy), KRING_F_TITLE), ==,
                   "Overleg N.V.");
  g_assert_cmpstr (get (copy, "mentor", KRING_F_NAME), ==, "Marit de Boer");
  g_assert_cmpstr (get (copy, "mentor", KRING_F_PHONE), ==, "030-0000000");
}

/* Initials that stand in for a name of which the last is one already do not give it away. */
static void
test_name_with_initial (void)
{
  g_autoptr (KringMap) map = new_network ();
  const KringShareRule rule = { .reader = KRING_READER_JOINT, .names = KRING_NAMES_INITIALS };
  g_autoptr (KringMap) copy = NULL;
  g_autofree char *trace = NULL;

  kring_item_set_text (kring_map_get_item (map, "noor"), KRING_F_NAME, "Noor V.");
  kring_item_set_text (kring_map_get_item (map, "nina"), "description", "Zag Noor V. lopen.");
  copy = kring_share_dup_part (map, &rule, NULL);
  g_assert_cmpstr (get (copy, "nina", "description"), ==, "Zag N.V. lopen.");
  trace = kring_share_find_trace (map, &rule, copy);
  g_assert_cmpstr (trace, ==, NULL);
}

/* Whoever is not known is called by a nickname, or after somebody who is. */
static void
test_unknown (void)
{
  static const struct
  {
    const char *name, *first, *initials;
  } cases[] = {
    { "Rico", "Rico", "R." },
    { "vriend van Nina Verhoeven", "vriend van N.V.", "vriend van N.V." },
    { "onbekende man met witte Golf", "onbekende man met witte G.", "onbekende man met witte G." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KringMap) map = new_network ();
      g_autoptr (KringMap) first = NULL, initials = NULL;
      KringItem *unknown = add (map, KRING_KIND_PERSON, "unknown", cases[i].name);

      kring_item_set_text (unknown, KRING_F_ALIAS, "Lange Lars");
      kring_item_set_named (unknown, "identity_unknown", g_variant_new_boolean (TRUE));
      first = share (map, KRING_READER_JOINT, KRING_NAMES_FIRST, NULL);
      initials = share (map, KRING_READER_MUNICIPALITY, KRING_NAMES_FULL, NULL);
      g_assert_cmpstr (get (first, "unknown", KRING_F_NAME), ==, cases[i].first);
      g_assert_cmpstr (get (initials, "unknown", KRING_F_NAME), ==, cases[i].initials);
      g_assert_cmpstr (get (initials, "unknown", KRING_F_ALIAS), ==, NULL);
    }
}

/* Who is not shown in this view may be named, but not by a fuller name than the others. */
static void
test_hidden_by_name (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (GHashTable) hidden = g_hash_table_new (g_str_hash, g_str_equal);
  const KringShareRule rule = { .names = KRING_NAMES_INITIALS, .hidden = hidden };
  g_autoptr (KringMap) copy = NULL;

  g_hash_table_add (hidden, (gpointer) "nina");
  copy = kring_share_dup_part (map, &rule, NULL);
  g_assert_null (kring_map_get_item (copy, "nina"));
  g_assert_cmpstr (get (copy, "signal", KRING_F_NAME), ==, "Nieuwe telefoon van …");
}

/* Numbers, plates, account names and addresses are often all that a thing is called by. */
static void
test_reach_in_name (void)
{
  static const struct
  {
    KringKindId kind;
    const char *name, *shown;
  } cases[] = {
    { KRING_KIND_PHONE, "prepaid 06-1234 5678", "prepaid Phone 1" },
    { KRING_KIND_VEHICLE, "Golf AB-12-CD", "Golf Vehicle 1" },
    { KRING_KIND_VEHICLE, "ab12cd", "Vehicle 1" },
    { KRING_KIND_VEHICLE, "witte Golf 7", "witte Golf 7" },
    { KRING_KIND_ACCOUNT, "@zon.kind", "@Account 1" },
    { KRING_KIND_ACCOUNT, "Instagram", "Instagram" },
    { KRING_KIND_PLACE, "Dorpsstraat 12, Waterhoven", "Place 1, Waterhoven" },
    { KRING_KIND_PLACE, "Hotel De Zwaan", "Hotel De Zwaan" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KringMap) map = kring_map_new ();
      g_autoptr (KringMap) first = NULL, initials = NULL;

      add (map, cases[i].kind, "thing", cases[i].name);
      first = share (map, KRING_READER_JOINT, KRING_NAMES_FIRST, NULL);
      initials = share (map, KRING_READER_JOINT, KRING_NAMES_INITIALS, NULL);
      g_assert_cmpstr (get (first, "thing", KRING_F_NAME), ==, cases[i].name);
      g_assert_cmpstr (get (initials, "thing", KRING_F_NAME), ==, cases[i].shown);
    }
}

/* Initials in the copy are no trace of somebody who stays behind and has the same. */
static void
test_same_initials (void)
{
  g_autoptr (KringMap) map = new_network ();
  const KringShareRule rule = { .reader = KRING_READER_CARE, .names = KRING_NAMES_INITIALS };
  g_autoptr (KringMap) copy = NULL;
  g_autofree char *none = NULL, *trace = NULL;

  kring_item_set_choice (kring_map_get_item (map, "nina"), "audience", KRING_AUDIENCE_POLICE);
  copy = kring_share_dup_part (map, &rule, NULL);
  none = kring_share_find_trace (map, &rule, copy);
  g_assert_cmpstr (none, ==, NULL);
  kring_item_set_text (kring_map_get_item (copy, "mentor"), KRING_F_NAME, "moeder van Noor");
  trace = kring_share_find_trace (map, &rule, copy);
  g_assert_cmpstr (trace, ==, "mentor.name");
}

/* The name of a file goes along with it. */
static void
test_name_of_file (void)
{
  g_autoptr (KringMap) map = new_network ();
  KringShareRule rule = { .reader = KRING_READER_JOINT };

  g_assert_false (kring_share_names_left (map, &rule, "noor-van-vliet.kring"));
  rule.names = KRING_NAMES_CODE;
  g_assert_true (kring_share_names_left (map, &rule, "noor-van-vliet.kring"));
  g_assert_false (kring_share_names_left (map, &rule, "overleg.kring"));
}

/* What is handed on is looked at once more: a name that got in all the same is found. */
static void
test_trace (void)
{
  g_autoptr (KringMap) map = new_network ();
  const KringShareRule rule = { .reader = KRING_READER_CARE };
  g_autoptr (KringMap) copy = NULL;
  g_autofree char *none = NULL, *trace = NULL;

  kring_item_set_choice (kring_map_get_item (map, "nina"), "audience", KRING_AUDIENCE_POLICE);
  copy = kring_share_dup_part (map, &rule, NULL);
  none = kring_share_find_trace (map, &rule, copy);
  g_assert_cmpstr (none, ==, NULL);
  kring_item_set_text (kring_map_get_item (copy, "phone"), "description", "van Nina's moeder");
  trace = kring_share_find_trace (map, &rule, copy);
  g_assert_cmpstr (trace, ==, "phone.description");
}

/* A thing that is called after somebody who goes along does not take their name away. */
static void
test_thing_called_after (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringMap) copy = NULL;

  kring_item_set_text (kring_map_get_item (map, "noor"), KRING_F_NAME, "Noor");
  kring_item_set_choice (add (map, KRING_KIND_MONEY, "account", "rekening Noor"), "audience",
                         KRING_AUDIENCE_POLICE);
  copy = share (map, KRING_READER_JOINT, KRING_NAMES_FULL, NULL);
  g_assert_null (kring_map_get_item (copy, "account"));
  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "Noor");
}

/* Two copies have no id in common with each other or with the map, and say the same. */
static void
test_sealed (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringMap) one = kring_sealed_dup_map (map, "secret", "1");
  g_autoptr (KringMap) again = kring_sealed_dup_map (map, "secret", "1");
  g_autoptr (KringMap) two = kring_sealed_dup_map (map, "secret", "2");
  g_autofree char *id = kring_sealed_dup_id ("noor", "secret", "1");
  g_autofree char *other = kring_sealed_dup_id ("noor", "other secret", "1");

  g_assert_true (kring_id_is_valid (id));
  g_assert_cmpstr (id, !=, other);
  g_assert_cmpstr (get (one, id, KRING_F_NAME), ==, "Noor van Vliet");
  g_assert_cmpuint (kring_map_get_n_items (one), ==, kring_map_get_n_items (map));
  for (guint i = 0; i < kring_map_get_n_items (one); i++)
    {
      KringItem *item = kring_map_get_nth (one, i);
      const char *own = kring_item_get_id (item);

      g_assert_true (kring_item_equal (item, kring_map_get_item (again, own)));
      if (kring_item_is (item, KRING_KIND_CASE))
        continue;
      g_assert_null (kring_map_get_item (map, own));
      g_assert_null (kring_map_get_item (two, own));
    }
  g_assert_cmpstr (kring_item_get_id (kring_map_get_centre (one)), ==, id);
}

static void
test_codes (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = share (map, KRING_READER_JOINT, KRING_NAMES_CODE, &report);

  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "P1");
  g_assert_cmpstr (get (copy, "signal", KRING_F_NAME), ==, "Nieuwe telefoon van P2");
  g_assert_cmpstr (report->key, ==, "P1\tNoor van Vliet\nP2\tNina Verhoeven\n");
  g_assert_cmpuint (report->shown->len, ==, 5);
}

/* Each text is settled as was said of it, and all others as is usual. */
static void
test_settled (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
  KringShareRule rule = { .reader = KRING_READER_JOINT, .names = KRING_NAMES_CODE };
  static const struct
  {
    KringSettling settling;
    const char *words;
  } cases[] = {
    { KRING_SETTLE_REPLACE, "P1 zus belde P2 op Phone 1. Het regende. P2 nam op." },
    { KRING_SETTLE_KEEP, "Noors zus belde Nina op 06 0000 0012. Het regende. Verhoeven nam op." },
    { KRING_SETTLE_DROP, "Het regende." },
    { KRING_SETTLE_LEAVE, "(not there)" },
  };

  rule.settled = settled;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KringMap) copy = NULL;

      g_hash_table_insert (settled, "=words said", GINT_TO_POINTER (cases[i].settling));
      copy = kring_share_dup_part (map, &rule, NULL);
      g_assert_cmpstr (get (copy, "said", KRING_F_WORDS), ==, cases[i].words);
      g_assert_cmpstr (get (copy, "signal", KRING_F_NAME), ==, "Nieuwe telefoon van P2");
    }
}

/* The words about who stays behind can be settled likewise. */
static void
test_settled_left (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (GHashTable) settled = g_hash_table_new (g_str_hash, g_str_equal);
  const KringShareRule rule = { .reader = KRING_READER_CARE, .settled = settled };
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) replaced = NULL, dropped = NULL;

  kring_item_set_choice (kring_map_get_item (map, "nina"), "audience", KRING_AUDIENCE_POLICE);
  g_hash_table_insert (settled, "words said", GINT_TO_POINTER (KRING_SETTLE_REPLACE));
  g_hash_table_insert (settled, "said_by said", GINT_TO_POINTER (KRING_SETTLE_REPLACE));
  replaced = kring_share_dup_part (map, &rule, &report);
  g_assert_cmpuint (report->mentions->len, >, 1);
  /* Those that go along in other words are not left out; that of the signal stays with it. */
  g_assert_cmpuint (kring_left_count_texts (report), ==, 0);
  g_assert_cmpstr (get (replaced, "said", KRING_F_WORDS), ==,
                   "Noors zus belde … op 06 0000 0012. Het regende. … nam op.");
  g_hash_table_insert (settled, "words said", GINT_TO_POINTER (KRING_SETTLE_DROP));
  dropped = kring_share_dup_part (map, &rule, NULL);
  g_assert_cmpstr (get (dropped, "said", KRING_F_WORDS), ==, "Het regende.");
}

static void
test_parts (void)
{
  g_autoptr (KringMap) map = new_network ();
  KringShareRule rule = { .reader = KRING_READER_JOINT };
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) copy = NULL;

  rule.without = KRING_PART_SIGNALS | KRING_PART_REMARKS;
  copy = kring_share_dup_part (map, &rule, &report);
  g_assert_null (kring_map_get_item (copy, "signal"));
  g_assert_nonnull (kring_map_get_item (copy, "said"));
  g_assert_cmpstr (get (copy, "noor", KRING_F_REMARK), ==, NULL);
  g_assert_cmpuint (report->left->len, ==, 1);
  g_assert_cmpint (g_array_index (report->left, KringLeftBehind, 0).reason, ==,
                   KRING_LEFT_NOT_ASKED);
}

/* Not fuller than they may have it, whatever was asked for. */
static void
test_municipality (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringMap) copy = share (map, KRING_READER_MUNICIPALITY, KRING_NAMES_FULL, NULL);

  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "N.V.");
  g_assert_null (kring_map_get_item (copy, "said"));
  g_assert_nonnull (kring_map_get_item (copy, "signal"));
  g_assert_cmpstr (get (copy, "noor", KRING_F_REMARK), ==, NULL);
}

static KringLeftReason
get_reason (const KringShareReport *report, const char *id)
{
  for (guint i = 0; i < report->left->len; i++)
    {
      const KringLeftBehind *left = &g_array_index (report->left, KringLeftBehind, i);

      if (strcmp (left->id, id) == 0)
        return left->reason;
    }
  g_test_fail_printf ("%s goes along", id);
  return 0;
}

/* What concerns themselves; of others the name, and nothing that the police brought in. */
static void
test_reading_copies (void)
{
  g_autoptr (KringMap) map = new_network ();
  g_autoptr (KringShareReport) report = NULL, parents_report = NULL;
  g_autoptr (KringMap) copy = NULL, for_parents = NULL;
  KringItem *nina = kring_map_get_item (map, "nina");

  kring_item_set_text (nina, "role", "vriendin van Dex");
  kring_item_set_text (kring_map_get_item (map, "said"), "said_by", "de mentor");
  kring_item_set_text (add_about (map, KRING_KIND_SIGNAL, "of-nina", "nina"), KRING_F_NAME,
                       "Nieuwe kleren");
  kring_item_set_choice (add (map, KRING_KIND_PERSON, "dex", "Dex"), "party", KRING_PARTY_POLICE);
  add_tie (map, "noor-dex", "noor", "dex");
  kring_item_set_text (add_about (map, KRING_KIND_STATEMENT, "told", "noor"), KRING_F_WORDS,
                       "Ik wil weg");
  kring_item_set_choice (kring_map_get_item (map, "told"), "party", KRING_PARTY_YOUTH);
  kring_item_set_text (add_about (map, KRING_KIND_STATEMENT, "gossip", "noor"), KRING_F_WORDS,
                       "Zij liegt");
  kring_item_set_choice (kring_map_get_item (map, "gossip"), "how_known",
                         KRING_HOW_KNOWN_TOLD_BY_OTHER);
  copy = share (map, KRING_READER_YOUTH, KRING_NAMES_FULL, &report);
  g_assert_cmpstr (get (copy, "noor", KRING_F_NAME), ==, "Noor van Vliet");
  g_assert_cmpstr (get (copy, "noor", KRING_F_REMARK), ==, NULL);
  g_assert_cmpstr (get (copy, "nina", KRING_F_NAME), ==, "Nina Verhoeven");
  g_assert_cmpstr (get (copy, "nina", "role"), ==, NULL);
  g_assert_cmpstr (get (copy, "phone", "number"), ==, NULL);
  g_assert_nonnull (kring_map_get_item (copy, "signal"));
  g_assert_nonnull (kring_map_get_item (copy, "told"));
  g_assert_cmpint (get_reason (report, "dex"), ==, KRING_LEFT_OF_POLICE);
  g_assert_cmpint (get_reason (report, "noor-dex"), ==, KRING_LEFT_HANGS_ON);
  g_assert_cmpint (get_reason (report, "of-nina"), ==, KRING_LEFT_OF_OTHERS);
  g_assert_cmpint (get_reason (report, "gossip"), ==, KRING_LEFT_CONFIDED);
  for_parents = share (map, KRING_READER_PARENTS, KRING_NAMES_FULL, &parents_report);
  g_assert_cmpint (get_reason (parents_report, "told"), ==, KRING_LEFT_CONFIDED);
  g_assert_nonnull (kring_map_get_item (for_parents, "said"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/share/shown/every-field-is-decided", test_every_field_is_decided);
  g_test_add_func ("/share/shown/forms-of-names", test_forms_of_names);
  g_test_add_func ("/share/shown/first-names", test_first_names);
  g_test_add_func ("/share/shown/initials", test_initials);
  g_test_add_func ("/share/shown/codes", test_codes);
  g_test_add_func ("/share/shown/name-with-initial", test_name_with_initial);
  g_test_add_func ("/share/shown/unknown", test_unknown);
  g_test_add_func ("/share/shown/hidden-by-name", test_hidden_by_name);
  g_test_add_func ("/share/shown/reach-in-name", test_reach_in_name);
  g_test_add_func ("/share/shown/same-initials", test_same_initials);
  g_test_add_func ("/share/shown/name-of-file", test_name_of_file);
  g_test_add_func ("/share/shown/trace", test_trace);
  g_test_add_func ("/share/shown/thing-called-after", test_thing_called_after);
  g_test_add_func ("/share/shown/sealed", test_sealed);
  g_test_add_func ("/share/shown/settled", test_settled);
  g_test_add_func ("/share/shown/settled-left", test_settled_left);
  g_test_add_func ("/share/shown/parts", test_parts);
  g_test_add_func ("/share/shown/municipality", test_municipality);
  g_test_add_func ("/share/shown/reading-copies", test_reading_copies);
  return g_test_run ();
}
