/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-words.h"

#include "map/base/kring-fold.h"
#include "map/quickadd/kring-name-line.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In longer phrases a known word says too little. */
#define WORDS_MAX 4

#define F KRING_WORD_FAMILY
#define V KRING_WORD_FRIEND
#define A KRING_WORD_ACQUAINTANCE
#define P KRING_WORD_PROFESSIONAL
#define WOMAN KRING_SEX_WOMAN
#define MAN KRING_SEX_MAN
#define ANY KRING_SEX_UNKNOWN

static const KringNameWord name_words[] = {
  { "moeder", F, WOMAN },
  { "mama", F, WOMAN },
  { "mam", F, WOMAN },
  { "stiefmoeder", F, WOMAN },
  { "bonusmoeder", F, WOMAN },
  { "pleegmoeder", F, WOMAN },
  { "adoptiemoeder", F, WOMAN },
  { "schoonmoeder", F, WOMAN },
  { "oma", F, WOMAN },
  { "grootmoeder", F, WOMAN },
  { "overgrootmoeder", F, WOMAN },
  { "zus", F, WOMAN },
  { "zusje", F, WOMAN },
  { "zuster", F, WOMAN },
  { "halfzus", F, WOMAN },
  { "halfzusje", F, WOMAN },
  { "stiefzus", F, WOMAN },
  { "stiefzusje", F, WOMAN },
  { "pleegzus", F, WOMAN },
  { "pleegzusje", F, WOMAN },
  { "tweelingzus", F, WOMAN },
  { "schoonzus", F, WOMAN },
  { "tante", F, WOMAN },
  { "nicht", F, WOMAN },
  { "nichtje", F, WOMAN },
  { "dochter", F, WOMAN },
  { "stiefdochter", F, WOMAN },
  { "pleegdochter", F, WOMAN },
  { "kleindochter", F, WOMAN },
  { "vader", F, MAN },
  { "papa", F, MAN },
  { "pap", F, MAN },
  { "stiefvader", F, MAN },
  { "bonusvader", F, MAN },
  { "pleegvader", F, MAN },
  { "adoptievader", F, MAN },
  { "schoonvader", F, MAN },
  { "opa", F, MAN },
  { "grootvader", F, MAN },
  { "overgrootvader", F, MAN },
  { "broer", F, MAN },
  { "broertje", F, MAN },
  { "halfbroer", F, MAN },
  { "halfbroertje", F, MAN },
  { "stiefbroer", F, MAN },
  { "stiefbroertje", F, MAN },
  { "pleegbroer", F, MAN },
  { "pleegbroertje", F, MAN },
  { "tweelingbroer", F, MAN },
  { "schoonbroer", F, MAN },
  { "zwager", F, MAN },
  { "oom", F, MAN },
  { "neef", F, MAN },
  { "neefje", F, MAN },
  { "zoon", F, MAN },
  { "stiefzoon", F, MAN },
  { "pleegzoon", F, MAN },
  { "kleinzoon", F, MAN },
  { "familie", F, ANY },
  { "familielid", F, ANY },
  { "gezin", F, ANY },
  { "ouder", F, ANY },
  { "ouders", F, ANY },
  { "stiefouder", F, ANY },
  { "pleegouder", F, ANY },
  { "pleegouders", F, ANY },
  { "verzorger", F, ANY },
  { "kind", F, ANY },
  { "pleegkind", F, ANY },
  { "stiefkind", F, ANY },
  { "tweeling", F, ANY },

  { "huisgenoot", V, ANY },
  { "huisgenote", V, WOMAN },
  { "kamergenoot", V, ANY },
  { "kamergenote", V, WOMAN },
  { "groepsgenoot", V, ANY },
  { "groepsgenote", V, WOMAN },
  { "medebewoner", V, ANY },
  { "medebewoonster", V, WOMAN },
  { "vriend", V, MAN },
  { "vriendin", V, WOMAN },
  { "vrienden", V, ANY },
  { "vriendinnen", V, WOMAN },
  { "vriendje", V, MAN },
  { "vriendinnetje", V, WOMAN },
  { "schoolvriend", V, MAN },
  { "schoolvriendin", V, WOMAN },
  { "jeugdvriend", V, MAN },
  { "jeugdvriendin", V, WOMAN },
  { "bff", V, ANY },
  { "maatje", V, ANY },
  { "partner", V, ANY },
  { "echtgenoot", V, MAN },
  { "echtgenote", V, WOMAN },
  { "verloofde", V, ANY },
  { "verkering", V, ANY },
  { "ex", V, ANY },
  { "ex-partner", V, ANY },
  { "ex-partners", V, ANY },
  { "ex-vriend", V, MAN },
  { "ex-vriendin", V, WOMAN },
  { "ex-man", V, MAN },
  { "ex-vrouw", V, WOMAN },

  { "klasgenoot", A, ANY },
  { "klasgenote", A, WOMAN },
  { "schoolgenoot", A, ANY },
  { "schoolgenote", A, WOMAN },
  { "teamgenoot", A, ANY },
  { "teamgenote", A, WOMAN },
  { "buurman", A, MAN },
  { "buurjongen", A, MAN },
  { "buurvrouw", A, WOMAN },
  { "buurmeisje", A, WOMAN },
  { "buren", A, ANY },
  { "kennis", A, ANY },
  { "collega", A, ANY },
  { "oppas", A, ANY },
  { "peetoom", A, MAN },
  { "peettante", A, WOMAN },

  { "mentor", P, ANY },
  { "mentrix", P, WOMAN },
  { "gezinsvoogd", P, ANY },
  { "voogd", P, ANY },
  { "voogdes", P, WOMAN },
  { "jeugdbeschermer", P, ANY },
  { "jeugdreclasseerder", P, ANY },
  { "reclassering", P, ANY },
  { "jeugdwerker", P, ANY },
  { "jongerenwerker", P, ANY },
  { "jeugdprofessional", P, ANY },
  { "begeleider", P, ANY },
  { "begeleidster", P, WOMAN },
  { "groepsleider", P, ANY },
  { "groepsleidster", P, WOMAN },
  { "hulpverlener", P, ANY },
  { "hulpverleenster", P, WOMAN },
  { "gezinscoach", P, ANY },
  { "coach", P, ANY },
  { "maatschappelijk werker", P, ANY },
  { "gedragswetenschapper", P, ANY },
  { "gedragsdeskundige", P, ANY },
  { "orthopedagoog", P, ANY },
  { "psycholoog", P, ANY },
  { "psychiater", P, ANY },
  { "therapeut", P, ANY },
  { "therapeute", P, WOMAN },
  { "huisarts", P, ANY },
  { "jeugdarts", P, ANY },
  { "arts", P, ANY },
  { "verpleegkundige", P, ANY },
  { "leraar", P, MAN },
  { "lerares", P, WOMAN },
  { "docent", P, ANY },
  { "docente", P, WOMAN },
  { "meester", P, MAN },
  { "juf", P, WOMAN },
  { "leerkracht", P, ANY },
  { "leerplicht", P, ANY },
  { "leerplichtambtenaar", P, ANY },
  { "intern begeleider", P, ANY },
  { "stagebegeleider", P, ANY },
  { "trainer", P, ANY },
  { "imam", P, MAN },
  { "dominee", P, ANY },
  { "wijkagent", P, ANY },
  { "jeugdagent", P, ANY },
  { "agent", P, ANY },
  { "agente", P, WOMAN },
  { "rechercheur", P, ANY },
  { "officier", P, ANY },
  { "advocaat", P, ANY },
  { "advocate", P, WOMAN },
  { "kinderrechter", P, ANY },
  { "bewindvoerder", P, ANY },
  { "tolk", P, ANY },
  { "zorgcoordinator", P, ANY },
  { "aandachtsfunctionaris", P, ANY },
  { "casusregisseur", P, ANY },
  { "procesregisseur", P, ANY },

  { "mother", F, WOMAN },
  { "mum", F, WOMAN },
  { "mom", F, WOMAN },
  { "stepmother", F, WOMAN },
  { "foster mother", F, WOMAN },
  { "grandmother", F, WOMAN },
  { "grandma", F, WOMAN },
  { "sister", F, WOMAN },
  { "half-sister", F, WOMAN },
  { "stepsister", F, WOMAN },
  { "aunt", F, WOMAN },
  { "niece", F, WOMAN },
  { "daughter", F, WOMAN },
  { "father", F, MAN },
  { "dad", F, MAN },
  { "stepfather", F, MAN },
  { "foster father", F, MAN },
  { "grandfather", F, MAN },
  { "grandpa", F, MAN },
  { "brother", F, MAN },
  { "half-brother", F, MAN },
  { "stepbrother", F, MAN },
  { "uncle", F, MAN },
  { "nephew", F, MAN },
  { "son", F, MAN },
  { "cousin", F, ANY },
  { "family", F, ANY },
  { "parent", F, ANY },
  { "parents", F, ANY },
  { "carer", F, ANY },
  { "twin", F, ANY },
  { "child", F, ANY },
  { "housemate", V, ANY },
  { "roommate", V, ANY },
  { "friend", V, ANY },
  { "boyfriend", V, MAN },
  { "girlfriend", V, WOMAN },
  { "husband", V, MAN },
  { "wife", V, WOMAN },
  { "ex-boyfriend", V, MAN },
  { "ex-girlfriend", V, WOMAN },
  { "classmate", A, ANY },
  { "schoolmate", A, ANY },
  { "neighbour", A, ANY },
  { "colleague", A, ANY },
  { "acquaintance", A, ANY },
  { "guardian", P, ANY },
  { "teacher", P, ANY },
  { "doctor", P, ANY },
  { "psychologist", P, ANY },
  { "therapist", P, ANY },
  { "social worker", P, ANY },
  { "youth worker", P, ANY },
  { "detective", P, ANY },
  { "police officer", P, ANY },
  { "lawyer", P, ANY },
};

static const KringThingWord thing_words[] = {
  { "plek", KRING_KIND_PLACE },
  { "plaats", KRING_KIND_PLACE },
  { "adres", KRING_KIND_PLACE },
  { "place", KRING_KIND_PLACE },
  { "address", KRING_KIND_PLACE },
  { "hotel", KRING_KIND_PLACE, .keep = TRUE },
  { "flat", KRING_KIND_PLACE, .keep = TRUE },
  { "school", KRING_KIND_PLACE, .keep = TRUE },
  { "station", KRING_KIND_PLACE, .keep = TRUE },
  { "bushalte", KRING_KIND_PLACE, .keep = TRUE },
  { "vakantiepark", KRING_KIND_PLACE, .keep = TRUE },
  { "auto", KRING_KIND_VEHICLE },
  { "car", KRING_KIND_VEHICLE },
  { "voertuig", KRING_KIND_VEHICLE },
  { "vehicle", KRING_KIND_VEHICLE },
  { "kenteken", KRING_KIND_VEHICLE },
  { "scooter", KRING_KIND_VEHICLE, "scooter", .keep = TRUE },
  { "brommer", KRING_KIND_VEHICLE, "scooter", .keep = TRUE },
  { "busje", KRING_KIND_VEHICLE, "van", .keep = TRUE },
  { "bestelbus", KRING_KIND_VEHICLE, "van", .keep = TRUE },
  { "taxi", KRING_KIND_VEHICLE, "taxi", .keep = TRUE },
  { "fiets", KRING_KIND_VEHICLE, "bicycle", .keep = TRUE },
  { "fatbike", KRING_KIND_VEHICLE, "bicycle", .keep = TRUE },
  { "org", KRING_KIND_ORGANISATION },
  { "organisatie", KRING_KIND_ORGANISATION },
  { "organisation", KRING_KIND_ORGANISATION },
  { "instelling", KRING_KIND_ORGANISATION },
  { "tel", KRING_KIND_PHONE },
  { "telefoon", KRING_KIND_PHONE },
  { "phone", KRING_KIND_PHONE },
  { "mobiel", KRING_KIND_PHONE },
  { "prepaid", KRING_KIND_PHONE, "prepaid" },
  { "account", KRING_KIND_ACCOUNT },
  { "advertentie", KRING_KIND_ACCOUNT, "advert" },
  { "advert", KRING_KIND_ACCOUNT, "advert" },
  { "snap", KRING_KIND_ACCOUNT, NULL, "Snapchat" },
  { "snapchat", KRING_KIND_ACCOUNT, NULL, "Snapchat" },
  { "insta", KRING_KIND_ACCOUNT, NULL, "Instagram" },
  { "instagram", KRING_KIND_ACCOUNT, NULL, "Instagram" },
  { "telegram", KRING_KIND_ACCOUNT, NULL, "Telegram" },
  { "tiktok", KRING_KIND_ACCOUNT, NULL, "TikTok" },
  { "whatsapp", KRING_KIND_ACCOUNT, NULL, "WhatsApp" },
  { "facebook", KRING_KIND_ACCOUNT, NULL, "Facebook" },
  { "discord", KRING_KIND_ACCOUNT, NULL, "Discord" },
  { "geld", KRING_KIND_MONEY },
  { "money", KRING_KIND_MONEY },
  { "rekening", KRING_KIND_MONEY, "account", .keep = TRUE },
  { "bankrekening", KRING_KIND_MONEY, "account", .keep = TRUE },
  { "schuld", KRING_KIND_MONEY, "debt", .keep = TRUE },
  { "gebeurtenis", KRING_KIND_EVENT },
  { "event", KRING_KIND_EVENT },
  { "notitie", KRING_KIND_NOTE },
  { "note", KRING_KIND_NOTE },
};

static const KringNameWord *
find_folded (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (name_words); i++)
    if (strcmp (name_words[i].word, folded) == 0)
      return &name_words[i];
  return NULL;
}

/**
 * kring_name_word_find:
 * @text: what somebody is to somebody, as typed; may have more words, as in "beste vriendin"
 *
 * Returns: (transfer none) (nullable): what is known of it
 */
const KringNameWord *
kring_name_word_find (const char *text)
{
  g_autofree char *folded = kring_fold (text);
  const KringNameWord *found = find_folded (folded);
  g_auto (GStrv) words = NULL;
  guint n;

  if (found != NULL)
    return found;
  words = g_strsplit (folded, " ", -1);
  n = g_strv_length (words);
  if (n < 2 || n > WORDS_MAX)
    return NULL;
  found = find_folded (words[n - 1]);
  return found != NULL ? found : find_folded (words[0]);
}

/**
 * kring_thing_word_find:
 * @word: the first word of a line
 *
 * Returns: (transfer none) (nullable): what kind of thing the line is about
 */
const KringThingWord *
kring_thing_word_find (const char *word)
{
  g_autofree char *folded = kring_fold (word);

  for (guint i = 0; i < G_N_ELEMENTS (thing_words); i++)
    if (strcmp (thing_words[i].word, folded) == 0)
      return &thing_words[i];
  return NULL;
}

/* Where "van" or "of" stands in @part, which in Dutch means "or" as well. */
static const char *
find_of (const char *part, gsize *length)
{
  const char *of = strstr (part, " van ");

  *length = strlen (" van ");
  if (of != NULL)
    return of;
  *length = strlen (" of ");
  of = strstr (part, " of ");
  return of != NULL && g_unichar_isupper (g_utf8_get_char (of + *length)) ? of : NULL;
}

/* "vriendin" or "beste vriendin", but not "kent zus", who is somebody else. */
static gboolean
is_relation (const char *text)
{
  const char *space = strchr (text, ' ');
  const char *word = space != NULL && (g_ascii_strncasecmp (text, "beste ", 6) == 0 ||
                                       g_ascii_strncasecmp (text, "best ", 5) == 0)
                         ? space + 1
                         : text;

  return strchr (word, ' ') == NULL && kring_name_word_find (word) != NULL;
}

/**
 * kring_name_line_read_whose:
 * @part: of the line
 *
 * Reads "vriendin van Femke" as a tie to Femke, if it turns out that somebody is called so; an app,
 * as in "vriend van Insta", is nobody.
 *
 * Returns: whether it says so
 */
gboolean
kring_name_line_read_whose (KringNameLine *self, const char *part)
{
  gsize length;
  const char *of = find_of (part, &length);
  g_autofree char *word = of != NULL ? g_strndup (part, of - part) : NULL;
  g_auto (GStrv) names = of != NULL ? g_strsplit (of + length, " ", 2) : NULL;

  if (of == NULL || names[0] == NULL || !is_relation (word) ||
      kring_thing_word_find (names[0]) != NULL)
    return FALSE;
  g_free (self->whose);
  g_free (self->to_them);
  self->whose = g_strdup (of + length);
  self->to_them = g_utf8_strdown (word, -1);
  return TRUE;
}

/**
 * kring_name_line_names_close:
 *
 * Returns: whether the line is about family or friends of somebody else, who is called by a name;
 *   a mentor of De Wilg works there
 */
gboolean
kring_name_line_names_close (const KringNameLine *self)
{
  const KringNameWord *word = self->whose != NULL ? kring_name_word_find (self->to_them) : NULL;
  gunichar first = self->whose != NULL ? g_utf8_get_char (self->whose) : 0;

  return word != NULL && word->class <= KRING_WORD_FRIEND &&
         (g_unichar_isupper (first) || !g_unichar_isalpha (first));
}

static void
name_words_say (GString *reading, const char *between, const char *text)
{
  g_string_append_printf (reading, "%s%s", between, text);
}

static void
name_words_say_choice (GString *reading, const char *field_name, int choice)
{
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), field_name);
  g_autofree char *small = g_utf8_strdown (kring_field_get_choice_label (field, choice), -1);

  name_words_say (reading, " · ", small);
}

/**
 * kring_name_line_dup_reading:
 * @centre: whether this is the young person about whom the map is
 *
 * How the line was understood, for beside it: "person · grandma · support".
 *
 * Returns: (transfer full): a few words, translated
 */
char *
kring_name_line_dup_reading (const KringNameLine *self, gboolean centre)
{
  GString *reading = g_string_new (NULL);
  KringCertainty sure = self->tied ? self->sure : self->doubt;
  g_autofree char *kind = g_utf8_strdown (kring_kind_get_label (kring_kind_get (self->kind)), -1);

  if (centre)
    {
      /* Translators: beside the name of the young person in the list of names. */
      name_words_say (reading, "", _ ("who this is about"));
      return g_string_free (reading, FALSE);
    }
  name_words_say (reading, "", self->unknown ? _ ("unknown person") : kind);
  if (self->tie_kind != NULL)
    name_words_say (reading, " · ", self->tie_kind);
  if (self->quality != KRING_QUALITY_NEUTRAL)
    name_words_say_choice (reading, KRING_F_QUALITY, self->quality);
  if (sure != KRING_CERTAINTY_CONFIRMED)
    name_words_say_choice (reading, KRING_F_CERTAINTY, sure);
  if (self->target != NULL || self->reversed || self->direction != KRING_DIRECTION_NONE)
    name_words_say (reading, self->reversed ? " ←" : " →", "");
  if (self->target != NULL)
    name_words_say (reading, " ", self->target);
  if (self->group != NULL)
    name_words_say (reading, " · ", self->group);
  return g_string_free (reading, FALSE);
}
