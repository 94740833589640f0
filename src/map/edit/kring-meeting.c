/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/base/kring-fold.h"
#include "map/edit/kring-edit-private.h"
#include "map/facts/kring-copies.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Keeps the date of an earlier meeting, so that people can ask what is new since then. */
static void
keep_meeting (KringEditor *editor, const char *date)
{
  KringItem *meeting = kring_edit_new_item (editor, KRING_KIND_MEETING);

  kring_item_set_named (meeting, KRING_F_ON, g_variant_new_string (date));
  kring_edit_insert (editor, meeting);
}

/**
 * kring_edit_begin_meeting:
 *
 * Says that a meeting is held today; the one before goes to the earlier meetings.
 *
 * Returns: whether anything changed: not when the meeting of the case is today's already
 */
gboolean
kring_edit_begin_meeting (KringEditor *editor)
{
  KringItem *the_case = kring_map_get_case (kring_editor_get_map (editor));
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *before = g_strdup (kring_item_get_text (the_case, KRING_F_MEETING));
  g_autofree char *today = kring_editor_dup_today (editor);

  if (g_strcmp0 (before, today) == 0)
    return FALSE;
  kring_history_begin (history, _ ("Begin a Meeting"));
  if (before != NULL)
    keep_meeting (editor, before);
  kring_edit_put (editor, the_case, KRING_F_MEETING, g_variant_new_string (today));
  kring_history_commit (history);
  return TRUE;
}

/* The pen says who brings something in, not who somebody is: the side of a participant is guessed
 * from words. These are how such words begin, folded; those of the police also end compounds. */
static const struct
{
  const char *start;
  KringParty party;
} side_words[] = {
  { "politie", KRING_PARTY_POLICE },     { "police", KRING_PARTY_POLICE },
  { "rechercheur", KRING_PARTY_POLICE }, { "recherche", KRING_PARTY_POLICE },
  { "detective", KRING_PARTY_POLICE },   { "wijkagent", KRING_PARTY_POLICE },
  { "agent", KRING_PARTY_POLICE },       { "avim", KRING_PARTY_POLICE },
  { "mentor", KRING_PARTY_CARE },        { "begeleid", KRING_PARTY_CARE },
  { "jeugdzorg", KRING_PARTY_CARE },     { "jeugdbescherm", KRING_PARTY_CARE },
  { "zorg", KRING_PARTY_CARE },          { "school", KRING_PARTY_CARE },
  { "veilig thuis", KRING_PARTY_CARE },  { "gemeente", KRING_PARTY_CARE },
};

/* Whether a word begins with @start, or with @inside also ends with it: "agent" is in
 * "schoolagent", "zorg" is not in "bezorger". */
static gboolean
has_word (const char *folded, const char *start, gboolean inside)
{
  for (const char *at = strstr (folded, start); at != NULL; at = strstr (at + 1, start))
    if (inside || at == folded || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/* Returns the side that the words tell; %KRING_PARTY_NONE if they tell none, or both. */
static KringParty
guess_side (const char *text)
{
  g_autofree char *folded = text != NULL ? kring_fold (text) : NULL;
  KringParty found = KRING_PARTY_NONE;

  for (guint i = 0; folded != NULL && i < G_N_ELEMENTS (side_words); i++)
    {
      if (!has_word (folded, side_words[i].start, side_words[i].party == KRING_PARTY_POLICE))
        continue;
      if (found != KRING_PARTY_NONE && found != side_words[i].party)
        return KRING_PARTY_NONE;
      found = side_words[i].party;
    }
  return found;
}

/* Gives a participant a side: by their function, else by where they work, else by their name. */
static void
settle_side (KringMap *map, KringItem *participant)
{
  static const char *const names[] = { KRING_F_FUNCTION, KRING_F_ORGANISATION, KRING_F_NAME };
  const KringField *field = &kring_item_get_kind (participant)->fields[KRING_COMMON_PARTY];
  KringParty party = KRING_PARTY_NONE;

  if (kring_item_get_value (participant, field) != NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names) && party == KRING_PARTY_NONE; i++)
    party = guess_side (kring_item_get_text (participant, names[i]));
  if (party != KRING_PARTY_NONE)
    kring_map_set (map, kring_item_get_id (participant), field,
                   g_variant_new_string (field->choices[party].name));
}

static gboolean
says_who (const KringChange *change)
{
  return change->type == KRING_CHANGE_INSERTED ||
         (change->type == KRING_CHANGE_SET && change->new_value != NULL &&
          (strcmp (change->field->name, KRING_F_NAME) == 0 ||
           strcmp (change->field->name, KRING_F_FUNCTION) == 0 ||
           strcmp (change->field->name, KRING_F_ORGANISATION) == 0));
}

/**
 * kring_side_settle:
 * @changes: (element-type KringChange): of the transaction that is open
 *
 * Gives participants the side that their words tell, if they have none.
 */
void
kring_side_settle (KringMap *map, GPtrArray *changes)
{
  guint n_changes = changes->len;

  for (guint i = 0; i < n_changes; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);
      KringItem *item = change->kind->id == KRING_KIND_PARTICIPANT && says_who (change)
                            ? kring_map_get_item (map, change->id)
                            : NULL;

      if (item != NULL)
        settle_side (map, item);
    }
}

/* What is typed is cleaned; what the program knows is taken as it is. */
static void
fill_typed (KringItem *copy, const char *field_name, const char *text)
{
  g_autofree char *clean = kring_edit_clean_text (text, FALSE);

  kring_item_set_text (copy, field_name, *clean != '\0' ? clean : NULL);
}

static void
fill_copy (KringItem *copy, const KringNewCopy *wanted)
{
  fill_typed (copy, KRING_F_NAME, wanted->name);
  fill_typed (copy, KRING_F_ORGANISATION, wanted->organisation);
  fill_typed (copy, KRING_F_LAYERS, wanted->layers);
  kring_item_set_choice (copy, KRING_F_READER, wanted->reader);
  kring_item_set_choice (copy, KRING_F_NAMES, wanted->names);
  kring_item_set_text (copy, KRING_F_HASH, wanted->hash);
}

/* The first share gives the map its secret. One that was made with another is not known again. */
static void
keep_number (KringEditor *editor, KringItem *copy, const KringNewCopy *wanted)
{
  KringItem *the_case = kring_map_get_case (kring_editor_get_map (editor));
  const char *secret = kring_item_get_text (the_case, KRING_F_SHARE_SECRET);

  if (wanted->secret == NULL || wanted->number == NULL ||
      (secret != NULL && !g_str_equal (secret, wanted->secret)))
    return;
  kring_item_set_text (copy, KRING_F_SHARE_NUMBER, wanted->number);
  if (secret == NULL)
    kring_edit_put (editor, the_case, KRING_F_SHARE_SECRET, g_variant_new_string (wanted->secret));
}

/**
 * kring_edit_note_copy:
 * @wanted: what was given to whom
 *
 * Notes that somebody was given a copy, today, of the map as it is.
 *
 * Returns: (transfer none): the copy, now on the map
 */
KringItem *
kring_edit_note_copy (KringEditor *editor, const KringNewCopy *wanted)
{
  KringMap *map = kring_editor_get_map (editor);
  KringHistory *history = kring_editor_get_history (editor);
  g_autofree char *today = kring_editor_dup_today (editor), *state = kring_copies_dup_state (map);
  KringItem *copy;

  copy = kring_edit_new_item (editor, KRING_KIND_COPY);
  fill_copy (copy, wanted);
  kring_item_set_text (copy, KRING_F_ON, today);
  kring_item_set_text (copy, KRING_F_VERSION,
                       kring_item_get_text (kring_map_get_case (map), KRING_F_VERSION));
  kring_item_set_text (copy, KRING_F_MAP_STATE, state);
  kring_history_begin (history, _ ("Note a Copy"));
  keep_number (editor, copy, wanted);
  kring_edit_insert (editor, copy);
  kring_history_commit (history);
  return copy;
}
