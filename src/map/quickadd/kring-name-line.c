/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-line.h"

#include "map/base/kring-date.h"
#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-tie-doing.h"
#include "map/quickadd/kring-name-words.h"

#include <stdlib.h>
#include <string.h>

/* Longer texts are cut: nothing is ever rejected. */
#define TEXT_BYTES_MAX 2000

#define AGE_MAX 130

/* What a number, plate, street looks like. Case does not matter. */
typedef enum
{
  PLATE,
  PHONE,
  IBAN,
  POSTCODE,
  STREET,
  SEX_AGE,
  SUM,
  STARTS_WITH_SUM,
  HANDLE,
  BORN,
  ROLE,
  SCOOTER,
  N_PATTERNS,
} Pattern;

static const char *const patterns[N_PATTERNS] = {
  [PLATE] = "(?<![\\w-])(?=[\\w-]*\\d)(?=[\\w-]*[a-z])([a-z]{1,3}|\\d{1,3})"
            "(-([a-z]{1,3}|\\d{1,3})){2}(?![\\w-])",
  [PHONE] = "^(\\+\\d|00\\d|06(?=[-\\s\\d])|0\\d{1,3}[-\\s](?=\\d{5}))[-\\d\\s.()]*",
  [IBAN] = "^[a-z]{2}\\d{2}\\s?[a-z]{4}[\\d\\s]{8,}",
  [POSTCODE] = "(?<!\\w)[1-9]\\d{3}\\s?[a-z]{2}(?!\\w)",
  [STREET] =
      "(?<!\\w)\\w{3,}(straat|laan|weg|plein|kade|gracht|singel|dreef|steeg)(\\s+\\d+\\w*)?$",
  [SEX_AGE] = "^(?:(v|f|w|m|x|vrouw|man|meisje|jongen|woman|girl|boy|anders)(?=[\\s\\d~±.]|$)\\.?)?"
              "\\s*(~|±|ca\\.?|circa|ongeveer|about)?\\s*(\\d{1,3})?\\s*(jaar|jr\\.?|years?|y)?$",
  [SUM] = "^€\\s*\\d[\\d.,]*",
  [STARTS_WITH_SUM] = "^€\\s*\\d",
  [HANDLE] = "@[^\\s]*",
  [BORN] = "^(geboren|geb\\.?|born|\\*)\\s*(op |on )?\\s*(?=\\d)",
  [ROLE] = "^(rol|role)\\s*:\\s*",
  [SCOOTER] = "scooter|brommer",
};

/* Compiles a pattern and matches it once: the first match changes it, which two threads must not do
 * at once. */
static GRegex *
compile (const char *pattern)
{
  GRegex *regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

  g_regex_match (regex, "", 0, NULL);
  return regex;
}

/* Each is compiled once: that takes longer than to look. */
static GRegex *
get_regex (Pattern pattern)
{
  static GRegex *regexes[N_PATTERNS];

  if (g_once_init_enter (&regexes[pattern]))
    g_once_init_leave (&regexes[pattern], compile (patterns[pattern]));
  return regexes[pattern];
}

static char *
name_line_cut (const char *text, gssize length)
{
  g_autofree char *piece = g_strstrip (length < 0 ? g_strdup (text) : g_strndup (text, length));

  if (strlen (piece) > TEXT_BYTES_MAX)
    *g_utf8_find_prev_char (piece, piece + TEXT_BYTES_MAX + 1) = '\0';
  return *piece != '\0' ? g_steal_pointer (&piece) : NULL;
}

static void
name_line_append (char **text, const char *more, const char *between)
{
  g_autofree char *old = g_steal_pointer (text);
  g_autofree char *joined = old != NULL ? g_strconcat (old, between, more, NULL) : g_strdup (more);

  *text = name_line_cut (joined, -1);
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || c == 0x201c || c == 0x201d || c == 0x201e || c == 0x201f;
}

static gboolean
name_line_matches (Pattern pattern, const char *text)
{
  return g_regex_match (get_regex (pattern), text, 0, NULL);
}

/* Takes what matches out of text. Returns: (transfer full) (nullable): what it took. */
static char *
take_match (Pattern pattern, char **text)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *old = NULL;
  int start, end;

  if (*text == NULL || !g_regex_match (get_regex (pattern), *text, 0, &info) ||
      !g_match_info_fetch_pos (info, 0, &start, &end))
    return NULL;
  old = *text;
  *text = g_strdup_printf ("%.*s %s", start, old, old + end);
  g_strstrip (*text);
  return name_line_cut (old + start, end - start);
}

/* Whether a group or an end of a tie begins here. What stands between < and > is no end: an address
 * of mail, or a tag. */
static gboolean
is_mark (const char *p)
{
  return *p == '#' || *p == '>' || (*p == '<' && p[strcspn (p, ",#>")] != '>');
}

/* Finds where the brackets that are opened here are closed; returns the place itself if they are
 * not. */
static const char *
brackets_end (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0' && (depth > 0 || p == text); p++)
    {
      depth += (*p == '(') - (*p == ')');
      if (depth == 0)
        return p;
    }
  return text;
}

/* Finds the end of a part: the next comma, or a mark at the start of a word. */
static const char *
part_end (const char *text)
{
  gboolean quoted = FALSE, fresh = FALSE;

  for (const char *p = brackets_end (text); *p != '\0'; p = g_utf8_next_char (p))
    {
      if (is_quote (g_utf8_get_char (p)))
        quoted = !quoted && strpbrk (p, ",") != NULL;
      else if (!quoted && (*p == ',' || (fresh && is_mark (p))))
        return p;
      fresh = g_ascii_isspace (*p);
    }
  return text + strlen (text);
}

/* "> Dex": a tie with Dex, in which this line's person does it; "< Dex": Dex does it; "<": the one
 * at the centre does. */
static void
take_mark (KringNameLine *self, char mark, char *part)
{
  char **place = mark == '#' ? &self->group : &self->target;

  if (mark != '#')
    self->reversed = mark == '<';
  if (part == NULL)
    return;
  g_free (*place);
  *place = part;
}

/* Splits a line into parts; group and target go straight to where they belong. */
static GPtrArray *
split (KringNameLine *self, const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  while (*text != '\0')
    {
      char mark = is_mark (text) ? *text : '\0';
      const char *start = mark != '\0' ? text + 1 : text;
      const char *end = part_end (start);
      char *part = name_line_cut (start, end - start);

      if (mark == '\0')
        g_ptr_array_add (parts, part != NULL ? part : g_strdup (""));
      else
        take_mark (self, mark, part);
      text = *end == ',' ? end + 1 : end;
      while (g_ascii_isspace (*text))
        text++;
    }
  return parts;
}

/* Takes "?", "??", "+" and "!" off the end of a part. */
static void
take_marks (KringNameLine *self, char *part)
{
  gsize length = strlen (part);
  int questions = 0;

  while (length > 0 && strchr ("?+! ", part[length - 1]) != NULL)
    {
      char mark = part[--length];

      if (mark == '?')
        questions++;
      else if (mark == '+')
        self->quality = KRING_QUALITY_SUPPORT;
      else if (mark == '!')
        self->quality = KRING_QUALITY_TENSE;
      part[length] = '\0';
    }
  if (questions > 0)
    self->doubt = questions > 1 ? KRING_CERTAINTY_UNKNOWN : KRING_CERTAINTY_SUSPECTED;
}

static KringSex
read_sex (const char *word)
{
  if (strchr ("vfwVFW", *word) != NULL || g_ascii_strcasecmp (word, "meisje") == 0 ||
      g_ascii_strcasecmp (word, "girl") == 0)
    return KRING_SEX_WOMAN;
  return strchr ("xXaA", *word) != NULL ? KRING_SEX_OTHER : KRING_SEX_MAN;
}

/* Reads `v 16`, `m ~25`, `x`, `15`. */
static gboolean
take_sex_age (KringNameLine *self, const char *part)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autofree char *sex = NULL, *about = NULL, *years = NULL;

  if (*part == '\0' || !g_regex_match (get_regex (SEX_AGE), part, 0, &info))
    return FALSE;
  sex = g_match_info_fetch (info, 1);
  about = g_match_info_fetch (info, 2);
  years = g_match_info_fetch (info, 3);
  if ((*sex == '\0' && *years == '\0') || atoi (years) > AGE_MAX ||
      (*years == '\0' && *about != '\0'))
    return FALSE;
  if (*sex != '\0')
    self->sex = read_sex (sex);
  if (*years != '\0')
    {
      g_free (self->age);
      self->age = g_strdup_printf ("%s%d", *about != '\0' ? "~" : "", atoi (years));
    }
  return TRUE;
}

/* Reads `moeder v 41`: a known word, then sex and age. */
static gboolean
take_word_and_age (KringNameLine *self, char *part)
{
  for (char *space = strchr (part, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *word = g_strndup (part, space - part);

      if (kring_name_word_find (word) != NULL && take_sex_age (self, g_strchug (space + 1)))
        {
          *space = '\0';
          return TRUE;
        }
    }
  return FALSE;
}

static void
take_tie_kind (KringNameLine *self, const char *part)
{
  g_autofree char *inner = kring_edit_unquote (part);
  gboolean whose =
      inner == NULL && self->tie_kind == NULL && kring_name_line_read_whose (self, part);
  const KringNameWord *word = kring_name_word_find (inner != NULL ? inner
                                                    : whose       ? self->to_them
                                                                  : part);
  g_autofree char *quoted = inner != NULL ? g_strdup_printf ("“%s”", inner) : NULL;
  KringCertainty sure = KRING_CERTAINTY_SUSPECTED;

  if (inner == NULL && word != NULL)
    sure = KRING_CERTAINTY_CONFIRMED;
  if (word != NULL && self->sex == KRING_SEX_UNKNOWN)
    self->sex = word->sex;
  if (word != NULL && word->class <= KRING_WORD_FRIEND && !whose)
    self->ring = KRING_RING_NEAR;
  self->sure = self->tie_kind == NULL ? sure : MIN (self->sure, sure);
  name_line_append (&self->tie_kind, quoted != NULL ? quoted : part, ", ");
}

static gboolean
looks_like_address (const char *text)
{
  return name_line_matches (POSTCODE, text) || name_line_matches (STREET, text);
}

/* Reads `geb. 12-3-2009`. */
static gboolean
take_born (KringNameLine *self, const char *part)
{
  g_autofree char *rest = g_strdup (part);
  g_autofree char *word = take_match (BORN, &rest);
  KringDate date;

  if (word == NULL || !kring_date_parse_input (rest, &date) || date.start.day == 0 ||
      kring_date_is_period (date))
    return FALSE;
  g_free (self->born);
  self->born = kring_date_to_string (date);
  return TRUE;
}

/* Reads `rol: klant`. */
static gboolean
take_role (KringNameLine *self, const char *part)
{
  g_autofree char *rest = g_strdup (part);
  g_autofree char *word = take_match (ROLE, &rest);

  if (word == NULL || *rest == '\0')
    return FALSE;
  name_line_append (&self->role, rest, ", ");
  return TRUE;
}

/* Reads `(woont bij opa)`. */
static gboolean
take_remark (KringNameLine *self, const char *part)
{
  g_autofree char *inner = NULL;

  if (*part != '(' || brackets_end (part) != part + strlen (part) - 1)
    return FALSE;
  inner = name_line_cut (part + 1, strlen (part) - 2);
  if (inner != NULL)
    name_line_append (&self->details, inner, "\n");
  return TRUE;
}

/* Reads a part after the first one. */
static void
name_line_take_part (KringNameLine *self, char *part)
{
  gboolean person = self->kind == KRING_KIND_PERSON;

  take_marks (self, part);
  if (*part == '\0' || take_remark (self, part) ||
      (person && (take_sex_age (self, part) || take_born (self, part) || take_role (self, part))))
    return;
  if (person && (name_line_matches (PHONE, part) || *part == '@' ||
                 name_line_matches (POSTCODE, part) || name_line_matches (PLATE, part)))
    name_line_append (&self->details, part, "\n");
  else if (self->kind == KRING_KIND_PLACE && looks_like_address (part))
    name_line_append (&self->code, part, ", ");
  else
    {
      if (person)
        take_word_and_age (self, part);
      take_tie_kind (self, part);
    }
}

/* Reads numbers, plates and handles out of the name of a thing. */
static void
take_code (KringNameLine *self, Pattern pattern)
{
  self->code = take_match (pattern, &self->name);
  if (self->name != NULL && *self->name == '\0')
    g_clear_pointer (&self->name, g_free);
}

static void
take_money (KringNameLine *self, const char *first)
{
  gsize sign = strlen ("€");

  self->kind = KRING_KIND_MONEY;
  if (!g_str_has_prefix (first, "€"))
    {
      self->type = "account";
      self->name = g_strdup (first);
      return;
    }
  if (name_line_matches (STARTS_WITH_SUM, first))
    {
      g_autofree char *rest = g_strdup (first);

      self->code = take_match (SUM, &rest);
    }
  self->name = self->code != NULL ? g_strdup (first) : name_line_cut (first + sign, -1);
}

static void
take_account (KringNameLine *self, const char *first)
{
  self->kind = KRING_KIND_ACCOUNT;
  self->name = g_strdup (first);
  take_code (self, HANDLE);
  if (self->code != NULL && self->code[0] == '@')
    memmove (self->code, self->code + 1, strlen (self->code));
}

/* Reads a line that begins with "plek", "auto", "snap", …; the name follows. */
static void
take_thing (KringNameLine *self, const KringThingWord *word, const char *first)
{
  const char *space = strchr (first, ' ');
  const char *rest = word->keep || space == NULL ? first : space + 1;

  self->kind = word->kind;
  self->type = word->type;
  self->platform = word->platform;
  self->name = name_line_cut (rest, -1);
  if (word->kind == KRING_KIND_VEHICLE)
    take_code (self, PLATE);
  else if (word->kind == KRING_KIND_PHONE && name_line_matches (PHONE, rest))
    take_code (self, PHONE);
  else if (word->kind == KRING_KIND_ACCOUNT && word->type == NULL && space != NULL &&
           !strchr (rest, ' '))
    {
      self->code = g_steal_pointer (&self->name);
      if (self->code[0] == '@')
        memmove (self->code, self->code + 1, strlen (self->code));
    }
}

/* Reads from the first part what the line is about. */
static void
take_first (KringNameLine *self, const char *first, gboolean sure_person)
{
  g_auto (GStrv) words = g_strsplit (first, " ", 2);
  const KringThingWord *word = words[0] != NULL ? kring_thing_word_find (words[0]) : NULL;

  self->kind = KRING_KIND_PERSON;
  if (self->unknown)
    self->name = name_line_cut (first, -1);
  else if (name_line_matches (PHONE, first))
    {
      self->kind = KRING_KIND_PHONE;
      self->name = g_strdup (first);
      take_code (self, PHONE);
    }
  else if (g_str_has_prefix (first, "€") || name_line_matches (IBAN, first))
    take_money (self, first);
  else if (*first == '@' && first[1] != '\0')
    take_account (self, first);
  else if (word != NULL)
    take_thing (self, word, first);
  else if (name_line_matches (PLATE, first))
    {
      self->kind = KRING_KIND_VEHICLE;
      self->name = g_strdup (first);
      take_code (self, PLATE);
    }
  else if (!sure_person && looks_like_address (first))
    {
      self->kind = KRING_KIND_PLACE;
      self->code = name_line_cut (first, -1);
    }
  else
    self->name = name_line_cut (first, -1);
}

/* Whether a part after the first one can only be about a person. */
static gboolean
tells_person (GPtrArray *parts)
{
  for (guint i = 1; i < parts->len; i++)
    {
      KringNameLine ignored = { 0 };
      gboolean found = take_sex_age (&ignored, g_ptr_array_index (parts, i)) ||
                       kring_name_word_find (g_ptr_array_index (parts, i)) != NULL;

      g_free (ignored.age);
      if (found)
        return TRUE;
    }
  return FALSE;
}

/* "moeder" or "oma Jo" alone says whose mother she is as well. */
static void
read_name_as_tie (KringNameLine *self)
{
  g_auto (GStrv) words = self->name != NULL ? g_strsplit (self->name, " ", 2) : NULL;
  const KringNameWord *word =
      words != NULL && words[0] != NULL ? kring_name_word_find (words[0]) : NULL;

  if (word != NULL && word->class == KRING_WORD_FAMILY)
    {
      g_autofree char *kind = g_utf8_strdown (words[0], -1);

      take_tie_kind (self, kring_name_line_read_whose (self, self->name) ? self->name : kind);
    }
}

static void
take_doing (KringNameLine *self)
{
  KringTieDoing doing = kring_tie_doing_find (self->tie_kind);

  self->direction = doing.direction;
  /* That somebody is a friend may be a fact; what they are said to do stays suspected. */
  if (doing.quality > KRING_QUALITY_TENSE)
    self->sure = MAX (self->sure, KRING_CERTAINTY_SUSPECTED);
  if (self->quality == KRING_QUALITY_NEUTRAL)
    self->quality = doing.quality;
}

static void
name_line_conclude (KringNameLine *self)
{
  gboolean person = self->kind == KRING_KIND_PERSON;

  if (person && self->tie_kind == NULL && !self->unknown)
    read_name_as_tie (self);
  if (self->kind == KRING_KIND_VEHICLE && self->type == NULL && self->name != NULL &&
      name_line_matches (SCOOTER, self->name))
    self->type = "scooter";
  self->tied = self->tie_kind != NULL || self->target != NULL || self->reversed ||
               self->quality != KRING_QUALITY_NEUTRAL;
  take_doing (self);
  if (self->tied && self->tie_kind == NULL)
    self->sure = KRING_CERTAINTY_SUSPECTED;
  if (self->tied && self->doubt != KRING_CERTAINTY_CONFIRMED)
    {
      self->sure = self->doubt;
      self->doubt = KRING_CERTAINTY_CONFIRMED;
    }
  if (self->group != NULL && self->name == NULL && self->code == NULL && !self->unknown &&
      !self->tied && self->age == NULL && self->sex == KRING_SEX_UNKNOWN)
    {
      self->kind = KRING_KIND_GROUP;
      self->name = g_steal_pointer (&self->group);
    }
}

/**
 * kring_name_line_parse:
 * @text: one line, as typed
 *
 * Returns: (transfer full): what it says
 */
KringNameLine *
kring_name_line_parse (const char *text)
{
  KringNameLine *self = g_new0 (KringNameLine, 1);
  g_autofree char *tabs = g_strdelimit (g_strstrip (g_strdup (text)), "\t", ',');
  g_autofree char *clean = g_strstrip (kring_edit_clean_text (tabs, FALSE));
  const char *rest = clean;
  g_autoptr (GPtrArray) parts = NULL;
  gboolean sure_person;

  self->ring = KRING_RING_MIDDLE;
  if (*rest == '?')
    {
      self->unknown = TRUE;
      while (*rest == '?' || g_ascii_isspace (*rest))
        rest++;
    }
  parts = split (self, rest);
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (""));
  sure_person = tells_person (parts);
  if (parts->len == 1)
    take_marks (self, g_ptr_array_index (parts, 0));
  take_first (self, g_ptr_array_index (parts, 0), sure_person);
  for (guint i = 1; i < parts->len; i++)
    name_line_take_part (self, g_ptr_array_index (parts, i));
  name_line_conclude (self);
  return self;
}

void
kring_name_line_free (KringNameLine *self)
{
  g_free (self->name);
  g_free (self->code);
  g_free (self->details);
  g_free (self->age);
  g_free (self->born);
  g_free (self->role);
  g_free (self->tie_kind);
  g_free (self->target);
  g_free (self->whose);
  g_free (self->to_them);
  g_free (self->group);
  g_free (self);
}
