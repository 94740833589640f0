/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-describe.h"

#include "map/base/kring-date.h"
#include "map/base/kring-sanitize.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

/* What names an item, the most telling field first. */
static const char *const title_fields[] = {
  KRING_F_NAME,   KRING_F_ALIAS,   KRING_F_TITLE, KRING_F_HANDLE, KRING_F_PLATE,
  KRING_F_NUMBER, KRING_F_ADDRESS, KRING_F_KIND,  KRING_F_TEXT,   KRING_F_WORDS,
};

static const char *
first_text (KringItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_fields); i++)
    {
      const char *text = kring_item_get_shown (item, title_fields[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

static char *
dup_quoted (const char *text)
{
  g_autofree char *plain = kring_sanitize_dup (text);

  return g_strdelimit (g_strdup_printf ("“%s”", plain), "\n", ' ');
}

/**
 * kring_item_dup_title:
 *
 * What people call @item: its name, a nickname or verbatim words in curly quotes, else a number or handle, else the
 * name of its kind. Never empty.
 *
 * Returns: (transfer full): one line
 */
char *
kring_item_dup_title (KringItem *item)
{
  const char *alias = kring_item_get_shown (item, KRING_F_ALIAS);
  const char *name = kring_item_get_shown (item, KRING_F_NAME);
  const char *text;

  if (alias != NULL && (name == NULL || kring_item_get_bool (item, KRING_F_ALIAS_FIRST)))
    return dup_quoted (alias);
  text = first_text (item);
  if (text != NULL && kring_item_is (item, KRING_KIND_STATEMENT) &&
      kring_item_get_choice (item, KRING_F_FORM) == KRING_STATEMENT_VERBATIM)
    return dup_quoted (text);
  if (text != NULL)
    return g_strdelimit (kring_sanitize_dup (text), "\n", ' ');
  if (kring_item_is (item, KRING_KIND_PERSON))
    return g_strdup (_ ("Unknown person"));
  return g_strdup (kring_kind_get_label (kring_item_get_kind (item)));
}

static char *
dup_title_of (KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);

  return item != NULL ? kring_item_dup_title (item) : g_strdup ("?");
}

/**
 * kring_map_dup_title:
 *
 * Like kring_item_dup_title (), but a tie is told with its ends: `Dex → Noor: “relationship”`.
 *
 * Returns: (transfer full): one line
 */
char *
kring_map_dup_title (KringMap *map, KringItem *item)
{
  static const char *const arrows[] = { "–", "→", "←", "↔" };
  g_autofree char *from = NULL, *to = NULL;
  g_autofree char *kind = NULL;

  if (!kring_item_is (item, KRING_KIND_TIE))
    return kring_item_dup_title (item);
  from = dup_title_of (map, kring_item_get_text (item, KRING_F_FROM));
  to = dup_title_of (map, kring_item_get_text (item, KRING_F_TO));
  if (kring_item_get_shown (item, KRING_F_KIND) != NULL)
    kind = kring_sanitize_dup (kring_item_get_shown (item, KRING_F_KIND));
  return g_strdup_printf (kind != NULL ? "%s %s %s: %s" : "%s %s %s", from,
                          arrows[kring_item_get_choice (item, KRING_F_DIRECTION)], to, kind);
}

/**
 * kring_map_dup_title_of_all:
 * @ids: (element-type utf8): one or several
 *
 * Returns: (transfer full): the title of the only one, else how many they are
 */
char *
kring_map_dup_title_of_all (KringMap *map, GPtrArray *ids)
{
  KringItem *only = ids->len == 1 ? kring_map_get_item (map, g_ptr_array_index (ids, 0)) : NULL;

  if (only != NULL)
    return kring_map_dup_title (map, only);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", ids->len), ids->len);
}

/* Words for a tie of each quality; %s is the other end. */
static const char *const quality_phrases[] = {
  [KRING_QUALITY_NEUTRAL] = N_ ("tie with %s"),
  [KRING_QUALITY_CLOSE] = N_ ("close tie with %s"),
  [KRING_QUALITY_SUPPORT] = N_ ("support for %s"),
  [KRING_QUALITY_DISTANT] = N_ ("distant tie with %s"),
  [KRING_QUALITY_BROKEN] = N_ ("broken tie with %s"),
  [KRING_QUALITY_TENSE] = N_ ("tense tie with %s"),
  [KRING_QUALITY_CONFLICT] = N_ ("conflict with %s"),
  [KRING_QUALITY_CONTROL] = N_ ("control over %s"),
  [KRING_QUALITY_VIOLENCE] = N_ ("violence or threat towards %s"),
};

static const char *const party_sentences[] = {
  [KRING_PARTY_CARE] = N_ ("Brought in by care."),
  [KRING_PARTY_POLICE] = N_ ("Brought in by the police."),
  [KRING_PARTY_TOGETHER] = N_ ("Brought in by care and police."),
  [KRING_PARTY_YOUTH] = N_ ("Brought in by the young person."),
  [KRING_PARTY_PARENT] = N_ ("Brought in by a parent."),
  [KRING_PARTY_OPEN] = N_ ("From open sources."),
};

static char *
small (const char *text)
{
  return g_utf8_strdown (text, -1);
}

/* Adds a piece after a comma. */
static void
describe_say (GString *text, const char *piece)
{
  if (piece == NULL || *piece == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, piece);
}

static void
say_take (GString *text, char *piece)
{
  describe_say (text, piece);
  g_free (piece);
}

static void
describe_say_choice (GString *text, KringItem *item, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  int choice = kring_item_get_choice (item, field_name);

  if (choice >= 0)
    say_take (text, small (kring_field_get_choice_label (field, choice)));
}

static char *
describe_dup_age (const char *age)
{
  /* Translators: an age that is not sure, as in "about 25". */
  return *age == '~' ? g_strdup_printf (_ ("about %s"), age + 1) : g_strdup (age);
}

static char *
dup_refs (KringMap *map, KringItem *item, const KringField *field)
{
  g_auto (GStrv) ids = kring_item_dup_refs (item, field->name);
  GString *text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KringItem *other = kring_map_get_item (map, ids[i]);

      if (other != NULL)
        say_take (text, kring_map_dup_title (map, other));
    }
  return g_string_free (text, FALSE);
}

/**
 * kring_map_dup_value_text:
 * @field: a field of @item's kind
 *
 * Returns: (transfer full) (nullable): the value in words, in the language of the interface;
 *   %NULL if unset
 */
char *
kring_map_dup_value_text (KringMap *map, KringItem *item, const KringField *field)
{
  GVariant *value = kring_item_get_value (item, field);

  if (value == NULL)
    return NULL;
  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      return g_strdup (_ ("Yes"));
    case KRING_FIELD_NUMBER:
      return g_strdup_printf ("%g", g_variant_get_double (value));
    case KRING_FIELD_CHOICE:
      return g_strdup (
          kring_field_get_choice_label (field, kring_item_get_choice (item, field->name)));
    case KRING_FIELD_DATE:
      return kring_date_format_string (g_variant_get_string (value, NULL));
    case KRING_FIELD_AGE:
      return describe_dup_age (g_variant_get_string (value, NULL));
    case KRING_FIELD_REF:
    case KRING_FIELD_REFS:
      return dup_refs (map, item, field);
    case KRING_FIELD_POINT:
      {
        KringPoint point;

        g_variant_get (value, "(dd)", &point.x, &point.y);
        return g_strdup_printf ("%.0f, %.0f", point.x, point.y);
      }
    default:
      return kring_sanitize_dup (g_variant_get_string (value, NULL));
    }
}

static void
say_person (GString *text, KringItem *person)
{
  const char *age = kring_item_get_text (person, KRING_F_AGE);
  const char *role = kring_item_get_shown (person, KRING_F_ROLE);

  if (kring_item_get_choice (person, KRING_F_SEX) != KRING_SEX_UNKNOWN)
    describe_say_choice (text, person, KRING_F_SEX);
  if (age != NULL)
    say_take (text, describe_dup_age (age));
  if (kring_item_get_bool (person, KRING_F_IDENTITY_UNKNOWN))
    describe_say (text, _ ("identity unknown"));
  if (kring_item_get_bool (person, KRING_F_DECEASED))
    describe_say (text, _ ("deceased"));
  if (role == NULL)
    return;
  describe_say (text, role);
  describe_say_choice (text, person, KRING_F_ROLE_CERTAINTY);
}

/* Adds the short fields of a thing, without its name and long texts. */
static void
say_thing (GString *text, KringMap *map, KringItem *thing, const char *title)
{
  const KringKind *kind = kring_item_get_kind (thing);

  say_take (text, small (kring_kind_get_label (kind)));
  for (guint i = KRING_N_COMMON; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT) ||
          field->type == KRING_FIELD_LONG_TEXT)
        continue;
      value = kring_map_dup_value_text (map, thing, field);
      if (value == NULL || g_str_equal (value, title))
        continue;
      if (field->type == KRING_FIELD_BOOL)
        say_take (text, small (kring_field_get_label (field)));
      else
        describe_say (text, value);
    }
}

static void
add_sentence (GString *text, const char *sentence)
{
  g_string_append_printf (text, " %s", sentence);
}

static void
describe_add_label (GString *text, const char *format, KringItem *item, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  g_autofree char *sentence = g_strdup_printf (
      format, kring_field_get_choice_label (field, kring_item_get_choice (item, field_name)));

  add_sentence (text, sentence);
}

/**
 * kring_map_get_ring_name:
 *
 * Returns: what @ring is called on this map
 */
const char *
kring_map_get_ring_name (KringMap *map, KringRing ring)
{
  static const char *const fields[] = { NULL, KRING_F_RING_NEAR, KRING_F_RING_MIDDLE,
                                        KRING_F_RING_FAR };
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), KRING_F_RING);
  const char *own =
      fields[ring] != NULL ? kring_item_get_text (kring_map_get_case (map), fields[ring]) : NULL;

  return own != NULL ? own : kring_field_get_choice_label (field, ring);
}

/* Limits between which rings stay visible. */
#define RING_SIZE_MIN 0.5
#define RING_SIZE_MAX 20

/**
 * kring_map_get_ring_size:
 * @ring: a ring; none: the largest
 *
 * Returns: times which @ring is drawn larger than usual on this map
 */
double
kring_map_get_ring_size (KringMap *map, KringRing ring)
{
  static const char *const fields[] = { KRING_F_FAR_SIZE, KRING_F_NEAR_SIZE, KRING_F_MIDDLE_SIZE,
                                        KRING_F_FAR_SIZE };
  KringItem *the_case = kring_map_get_case (map);
  double own = kring_item_get_number (the_case, fields[ring]);

  if (own > 0)
    return CLAMP (own, RING_SIZE_MIN, RING_SIZE_MAX);
  return CLAMP (kring_item_get_number (the_case, KRING_F_RING_SCALE), 1, RING_SIZE_MAX);
}

static const char *
get_ring_of (KringMap *map, KringItem *person, const char *field_name)
{
  int ring = kring_item_get_choice (person, field_name);

  return kring_map_get_ring_name (map, ring >= 0 ? (KringRing) ring : KRING_RING_NONE);
}

static void
add_ring (GString *text, const char *format, KringMap *map, KringItem *item, const char *field_name)
{
  g_autofree char *sentence = g_strdup_printf (format, get_ring_of (map, item, field_name));

  add_sentence (text, sentence);
}

static void
describe_add_ties (GString *text, KringMap *map, KringItem *item)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, kring_item_get_id (item));
  g_autofree char *sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tie.", "%u ties.", ties->len), ties->len);

  if (ties->len > 0)
    add_sentence (text, sentence);
}

static void
describe_add_known (GString *text, KringMap *map, KringItem *item)
{
  KringRecordCounts known = kring_map_count_records (map, kring_item_get_id (item));
  g_autofree char *words = kring_record_counts_dup_words (known, FALSE);

  if (*words != '\0')
    g_string_append_printf (text, " %s.", words);
}

/* Adds the sentences that follow the first, which every item can have. */
static void
add_common (GString *text, KringMap *map, KringItem *item)
{
  KringParty party = kring_item_get_party (item);

  if (party != KRING_PARTY_NONE)
    add_sentence (text, _ (party_sentences[party]));
  if (!kring_item_is (item, KRING_KIND_TIE) &&
      kring_item_get_certainty (item) != KRING_CERTAINTY_CONFIRMED)
    /* Translators: %s is "Probable", "Suspected", … */
    describe_add_label (text, _ ("How sure: %s."), item, KRING_F_CERTAINTY);
  if (kring_item_get_audience (item) != KRING_AUDIENCE_JOINT)
    /* Translators: %s is "Care only", "Police only", … */
    describe_add_label (text, _ ("Share with: %s."), item, KRING_F_AUDIENCE);
  describe_add_known (text, map, item);
  describe_add_ties (text, map, item);
  if (kring_item_is (item, KRING_KIND_PERSON) &&
      kring_item_get_choice (item, KRING_F_RING) != KRING_RING_NONE)
    /* Translators: %s is "near", "at a distance" or "far". */
    add_ring (text, _ ("Ring %s."), map, item, KRING_F_RING);
  if (kring_item_is (item, KRING_KIND_PERSON) &&
      kring_item_get_choice (item, KRING_F_OWN_RING) != KRING_RING_NONE)
    /* Translators: %s is "near", "at a distance" or "far". */
    add_ring (text, _ ("According to the young person: %s."), map, item, KRING_F_OWN_RING);
}

static char *
describe_dup_end (KringMap *map, KringItem *tie, const char *field_name)
{
  KringItem *end = kring_map_get_item (map, kring_item_get_text (tie, field_name));

  return end != NULL ? kring_item_dup_title (end) : g_strdup ("?");
}

static void
say_date (GString *text, KringItem *item, const char *field_name, const char *format)
{
  const char *date = kring_item_get_text (item, field_name);
  g_autofree char *formatted = date != NULL ? kring_date_format_string (date) : NULL;

  if (formatted != NULL)
    say_take (text, g_strdup_printf (format, formatted));
}

/* "Dex, “relationship”, control over Noor, probable, strong, since 1 September 2025" */
static void
say_tie (GString *text, KringMap *map, KringItem *tie)
{
  gboolean backward = kring_item_get_choice (tie, KRING_F_DIRECTION) == KRING_DIRECTION_BACKWARD;
  g_autofree char *who = describe_dup_end (map, tie, backward ? KRING_F_TO : KRING_F_FROM);
  g_autofree char *whom = describe_dup_end (map, tie, backward ? KRING_F_FROM : KRING_F_TO);

  describe_say (text, who);
  describe_say (text, kring_item_get_shown (tie, KRING_F_KIND));
  say_take (text, g_strdup_printf (
                      _ (quality_phrases[kring_item_get_choice (tie, KRING_F_QUALITY)]), whom));
  if (kring_item_says_certainty (tie))
    describe_say_choice (text, tie, KRING_F_CERTAINTY);
  if (kring_item_get_choice (tie, KRING_F_INTENSITY) != KRING_INTENSITY_NORMAL)
    describe_say_choice (text, tie, KRING_F_INTENSITY);
  say_date (text, tie, KRING_F_SINCE, _ ("since %s"));
  say_date (text, tie, KRING_F_UNTIL, _ ("until %s"));
}

/**
 * kring_map_dup_description:
 *
 * An item in a few sentences, as it is read aloud: "Dex, man, 22, possible exploiter,
 * probable. Brought in by care and police. 9 ties. Ring near."
 *
 * Returns: (transfer full): one line
 */
char *
kring_map_dup_description (KringMap *map, KringItem *item)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = kring_item_dup_title (item), *whole = NULL;

  if (kring_item_is (item, KRING_KIND_TIE))
    say_tie (text, map, item);
  else
    describe_say (text, title);
  if (kring_item_is (item, KRING_KIND_PERSON))
    say_person (text, item);
  else if (!kring_item_is (item, KRING_KIND_TIE))
    say_thing (text, map, item, title);
  if (!g_str_has_suffix (text->str, "."))
    g_string_append_c (text, '.');
  if (kring_map_is_centre (map, item))
    add_sentence (text, _ ("The young person at the centre."));
  add_common (text, map, item);
  whole = g_strdelimit (g_string_free (text, FALSE), "\n", ' ');
  return kring_sanitize_dup (whole);
}

/**
 * kring_map_dup_both_rings:
 *
 * Returns: (transfer full) (nullable): on which ring the young person puts @person, and on which
 *   the professionals do, side by side; %NULL for things, and as long as the young person did not
 */
char *
kring_map_dup_both_rings (KringMap *map, KringItem *person)
{
  if (!kring_item_is (person, KRING_KIND_PERSON) ||
      kring_item_get_choice (person, KRING_F_OWN_RING) == KRING_RING_NONE)
    return NULL;
  /* Translators: two rings, such as "near" and "far" */
  return g_strdup_printf (_ ("young person: %s · we: %s"),
                          get_ring_of (map, person, KRING_F_OWN_RING),
                          get_ring_of (map, person, KRING_F_RING));
}
