/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-tie-doing.h"

#include "map/base/kring-fold.h"
#include "map/edit/kring-edit-private.h"

#include <string.h>

/* Words for what one does to the other, folded, in Dutch and English. More words may follow:
 * "ronselt via snap". */
typedef struct
{
  const char *words;
  KringQuality quality;
  gboolean alone; /* with more words it may be something else: "controleert huiswerk" */
} Doing;

#define N KRING_QUALITY_NEUTRAL
#define C KRING_QUALITY_CONTROL
#define V KRING_QUALITY_VIOLENCE
#define S KRING_QUALITY_SUPPORT

static const Doing doings[] = {
  { "ronselt", C },
  { "ronselde", C },
  { "werft", C },
  { "wierf", C },
  { "lokt", C, TRUE },
  { "lokte", C, TRUE },
  { "heeft controle over", C },
  { "had controle over", C },
  { "heeft macht over", C },
  { "controleert", C, TRUE },
  { "controleerde", C, TRUE },
  { "dwingt", C },
  { "dwong", C },
  { "zet onder druk", C },
  { "chanteert", C },
  { "chanteerde", C },
  { "manipuleert", C },
  { "isoleert", C },
  { "stalkt", C },
  { "buit uit", C },
  { "houdt vast", C },
  { "neemt geld af", C },
  { "neemt telefoon af", C },
  { "biedt aan", C },
  { "biedt te koop aan", C },
  { "bedreigt", V },
  { "bedreigde", V },
  { "slaat", V },
  { "sloeg", V },
  { "mishandelt", V },
  { "mishandelde", V },
  { "misbruikt", V },
  { "misbruikte", V },
  { "stelde voor aan", N },
  { "stelt voor aan", N },
  { "introduceert", N },
  { "introduceerde", N },
  { "brengt in contact met", N },
  { "vervoert", N },
  { "vervoerde", N },
  { "rijdt", N },
  { "reed", N },
  { "haalt op", N },
  { "haalde op", N },
  { "brengt weg", N },
  { "bracht weg", N },
  { "brengt naar", N },
  { "bracht naar", N },
  { "brengt pakketjes", N },
  { "verhuurt", N },
  { "verhuurde", N },
  { "huurt", N },
  { "huurde", N },
  { "boekt", N },
  { "boekte", N },
  { "geeft onderdak", N },
  { "gaf onderdak", N },
  { "vangt op", S },
  { "ving op", S },
  { "helpt", S },
  { "hielp", S },
  { "steunt", S },
  { "steunde", S },
  { "beschermt", S },
  { "geeft", N },
  { "gaf", N },
  { "geeft les", N },
  { "betaalt", N },
  { "betaalde", N },
  { "leent geld aan", N },
  { "heeft schuld bij", N },
  { "had schuld bij", N },
  { "levert", N },
  { "leverde", N },
  { "verkoopt", N },
  { "verkocht", N },
  { "koopt", N },
  { "kocht", N },
  { "stuurt", N },
  { "stuurde", N },
  { "werkt voor", N },
  { "werkte voor", N },
  { "belt", N },
  { "belde", N },
  { "bezoekt", N },
  { "bezocht", N },
  { "gebruikt", N },
  { "gebruikte", N },
  { "beheert", N },
  { "beheerde", N },
  { "verzorgt", N },
  { "zorgt voor", N },
  { "begeleidt", N },

  { "recruits", C },
  { "recruited", C },
  { "grooms", C },
  { "has control over", C },
  { "controls", C, TRUE },
  { "controlled", C, TRUE },
  { "coerces", C },
  { "forces", C },
  { "blackmails", C },
  { "manipulates", C },
  { "stalks", C },
  { "exploits", C },
  { "threatens", V },
  { "threatened", V },
  { "hits", V },
  { "beats", V },
  { "abuses", V },
  { "abused", V },
  { "introduced", N },
  { "introduces", N },
  { "transports", N },
  { "transported", N },
  { "drives", N },
  { "drove", N },
  { "picks up", N },
  { "takes away", N },
  { "delivers parcels", N },
  { "rents out", N },
  { "rents", N },
  { "shelters", N },
  { "gives shelter", N },
  { "helps", S },
  { "supports", S },
  { "protects", S },
  { "gives", N },
  { "gave", N },
  { "pays", N },
  { "paid", N },
  { "owes money", N },
  { "lends money to", N },
  { "sells", N },
  { "buys", N },
  { "sends", N },
  { "works for", N },
  { "calls", N },
  { "visits", N },
  { "visited", N },
  { "uses", N },
  { "manages", N },
  { "looks after", N },
};

static const char *const denials[] = { " niet", " geen", " nooit", " not", " no", " never" };

/* Words after which stands whom it is done for, not whom it is done to. */
static const char *const fors[] = { "voor", "for", "namens" };

static gboolean
begins_with_word (const char *text, const char *word)
{
  gsize n = strlen (word);

  return strncmp (text, word, n) == 0 && (text[n] == '\0' || text[n] == ' ');
}

static gboolean
is_denied (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (denials); i++)
    for (const char *at = strstr (text, denials[i]); at != NULL; at = strstr (at + 1, denials[i]))
      if (begins_with_word (at, denials[i]))
        return TRUE;
  return FALSE;
}

static KringQuality
get_quality (const Doing *doing, const char *rest)
{
  while (*rest == ' ')
    rest++;
  for (guint i = 0; i < G_N_ELEMENTS (fors); i++)
    if (begins_with_word (rest, fors[i]))
      return KRING_QUALITY_NEUTRAL;
  return doing->quality;
}

static KringTieDoing
find_doing (const char *part)
{
  const Doing *found = NULL;

  if (is_denied (part))
    return (KringTieDoing){ 0 };
  for (guint i = 0; i < G_N_ELEMENTS (doings); i++)
    if (begins_with_word (part, doings[i].words) &&
        (!doings[i].alone || strlen (part) == strlen (doings[i].words)) &&
        (found == NULL || strlen (doings[i].words) > strlen (found->words)))
      found = &doings[i];
  if (found == NULL)
    return (KringTieDoing){ 0 };
  return (KringTieDoing){ KRING_DIRECTION_FORWARD,
                          get_quality (found, part + strlen (found->words)) };
}

/* Takes off quotes: they put a word in doubt, but it still says what the tie is. */
static char *
tie_doing_dup_bare (const char *part)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (part));
  char *inner = kring_edit_unquote (trimmed);

  return inner != NULL ? inner : g_steal_pointer (&trimmed);
}

/**
 * kring_tie_doing_find:
 * @kind: (nullable): what a tie is, in words; several with commas between
 *
 * Returns: what it brings; all zero if nobody in it is a doer
 */
KringTieDoing
kring_tie_doing_find (const char *kind)
{
  g_autofree char *folded = kind != NULL ? kring_fold (kind) : NULL;
  g_auto (GStrv) parts = folded != NULL ? g_strsplit (folded, ",", -1) : NULL;
  KringTieDoing all = { 0 };

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      g_autofree char *part = tie_doing_dup_bare (parts[i]);
      KringTieDoing one = find_doing (part);

      all.direction = MAX (all.direction, one.direction);
      all.quality = MAX (all.quality, one.quality);
    }
  return all;
}

static gboolean
is_one_way (KringDirection direction)
{
  return direction == KRING_DIRECTION_FORWARD || direction == KRING_DIRECTION_BACKWARD;
}

/**
 * kring_tie_doing_follow:
 * @tie: has its new kind
 * @before: (nullable): what kind it had
 *
 * Gives the tie the direction and the quality that its kind brings, and takes off what its old kind
 * brought. What somebody said otherwise stays: an arrow that was turned, another quality. Expects
 * an open transaction.
 */
void
kring_tie_doing_follow (KringEditor *editor, KringItem *tie, const char *before)
{
  KringTieDoing old = kring_tie_doing_find (before);
  KringTieDoing new = kring_tie_doing_find (kring_item_get_text (tie, KRING_F_KIND));
  KringDirection direction = (KringDirection) kring_item_get_choice (tie, KRING_F_DIRECTION);

  if (new.direction != KRING_DIRECTION_NONE && direction == KRING_DIRECTION_NONE)
    kring_edit_put_choice (editor, tie, KRING_F_DIRECTION, new.direction);
  else if (new.direction == KRING_DIRECTION_NONE &&
           old.direction != KRING_DIRECTION_NONE &&is_one_way (direction))
    kring_edit_put_choice (editor, tie, KRING_F_DIRECTION, KRING_DIRECTION_NONE);
  if (old.quality != new.quality &&
      (KringQuality) kring_item_get_choice (tie, KRING_F_QUALITY) == old.quality)
    kring_edit_put_choice (editor, tie, KRING_F_QUALITY, new.quality);
}
