/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/base/kring-fold.h"
#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-free-spot.h"
#include "map/edit/kring-tie-doing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A word must have so many letters to name a sort of event. */
#define SORT_NAME_MIN 4

static const char *
add_add_label (KringKindId kind)
{
  const char *label = kring_kind_get (kind)->add;

  return label != NULL ? _ (label) : _ ("Add");
}

/**
 * kring_edit_add:
 * @kind: anything that may stand alone; not a tie, a signal, a statement or a case
 * @name: (nullable): a person's name in quotes is a nickname
 * @position: where it stands, in map units; kinds without a place pass over it
 *
 * Adds one item. Its ring is left open: that is for whoever knows where the rings are drawn.
 *
 * Returns: (transfer none): the new item
 */
KringItem *
kring_edit_add (KringEditor *editor, KringKindId kind, const char *name, KringPoint position)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item;

  g_return_val_if_fail (kind != KRING_KIND_TIE && kind != KRING_KIND_CASE, NULL);
  g_return_val_if_fail (kind != KRING_KIND_SIGNAL && kind != KRING_KIND_STATEMENT, NULL);

  item = kring_edit_new_item (editor, kind);
  kring_edit_fill_name (item, name);
  if (kring_kind_find_field (kring_kind_get (kind), KRING_F_POSITION) != NULL)
    kring_item_set_named (item, KRING_F_POSITION, kring_edit_point (position));
  kring_history_begin (history, add_add_label (kind));
  kring_edit_insert (editor, item);
  kring_history_commit (history);
  return item;
}

/**
 * kring_edit_add_centre:
 * @name: (nullable): the young person about whom the map is
 * @position: where the person is put, in map units
 *
 * Adds a person and puts it at the centre of the case, beside whoever stands there already.
 *
 * Returns: (transfer none): the new person
 */
KringItem *
kring_edit_add_centre (KringEditor *editor, const char *name, KringPoint position)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *the_case = kring_map_get_case (kring_editor_get_map (editor));
  KringItem *person;

  kring_history_begin (history, add_add_label (KRING_KIND_PERSON));
  person = kring_edit_add (editor, KRING_KIND_PERSON, name, position);
  kring_edit_put (editor, the_case, KRING_F_CENTRE,
                  kring_edit_refs_with (kring_item_get_named (the_case, KRING_F_CENTRE),
                                        kring_item_get_id (person)));
  kring_history_commit (history);
  return person;
}

/**
 * kring_edit_add_participant:
 * @name: (nullable): somebody who is at the meeting
 *
 * Returns: (transfer none): the new participant
 */
KringItem *
kring_edit_add_participant (KringEditor *editor, const char *name)
{
  return kring_edit_add (editor, KRING_KIND_PARTICIPANT, name, KRING_POINT_INIT (0, 0));
}

/* Gives an end of a tie a place on the map, if it has none: an event stands in the timeline alone
 * until then. */
static void
put_on_map (KringEditor *editor, const char *id)
{
  KringMap *map = kring_editor_get_map (editor);
  KringItem *item = kring_map_get_item (map, id);
  KringPoint at;

  if (!kring_item_get_position (item, &at))
    kring_edit_put (
        editor, item, KRING_F_POSITION,
        kring_edit_point (kring_free_spot_find_new (map, kring_item_get_kind (item)->id)));
}

/**
 * kring_edit_add_tie:
 * @from: id of a person or thing
 * @to: id of another person or thing
 * @kind: (nullable): what the tie is, in free words; one that has a doer makes @from the doer
 * @certainty: confirmed is how it is drawn if nobody says more, and is not noted
 * @error: return location for an error of %KRING_EDIT_ERROR: a tie to oneself, an end that is not
 *   there or cannot be tied, words too long
 *
 * Returns: (transfer none) (nullable): the new tie
 */
KringItem *
kring_edit_add_tie (KringEditor *editor,
                    const char *from,
                    const char *to,
                    const char *kind,
                    KringCertainty certainty,
                    GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (KringItem) tie = kring_edit_new_item (editor, KRING_KIND_TIE);
  KringTieDoing doing;

  if (!kring_edit_fill (editor, tie, KRING_F_FROM, from, error) ||
      !kring_edit_fill (editor, tie, KRING_F_TO, to, error) ||
      !kring_edit_fill (editor, tie, KRING_F_KIND, kind, error))
    return NULL;
  if (certainty != KRING_CERTAINTY_CONFIRMED)
    kring_item_set_choice (tie, KRING_F_CERTAINTY, certainty);
  doing = kring_tie_doing_find (kind);
  kring_item_set_choice (tie, KRING_F_DIRECTION, doing.direction);
  kring_item_set_choice (tie, KRING_F_QUALITY, doing.quality);
  kring_history_begin (history, add_add_label (KRING_KIND_TIE));
  put_on_map (editor, from);
  put_on_map (editor, to);
  kring_edit_insert (editor, g_object_ref (tie));
  kring_history_commit (history);
  return tie;
}

/* Whether @words are what @choice is called, or the beginning of that: "gevonden". */
static gboolean
add_is_called (const char *words, const char *choice)
{
  g_autofree char *label = kring_fold (choice);
  gsize length = strlen (words);

  return length >= SORT_NAME_MIN && g_str_has_prefix (label, words) &&
         (label[length] == '\0' || label[length] == ' ');
}

/**
 * kring_edit_find_event_sort:
 * @what: what happened
 * @involved: (out) (transfer none) (nullable): who was in it without saying so: the young person who
 *   is missing or found
 *
 * Returns: the sort of event that @what names: "missing"; else the other sort
 */
int
kring_edit_find_event_sort (KringMap *map, const char *what, GVariant **involved)
{
  const KringField *sort = kring_kind_find_field (kring_kind_get (KRING_KIND_EVENT), KRING_F_SORT);
  g_autofree char *trimmed = g_strstrip (g_strdup (what)), *words = kring_fold (trimmed);

  *involved = NULL;
  for (int i = 0; sort->choices[i].name != NULL; i++)
    if (i != KRING_EVENT_OTHER && add_is_called (words, kring_field_get_choice_label (sort, i)))
      {
        if (i == KRING_EVENT_MISSING || i == KRING_EVENT_FOUND)
          *involved = kring_item_get_named (kring_map_get_case (map), KRING_F_CENTRE);
        return i;
      }
  return KRING_EVENT_OTHER;
}

/**
 * kring_edit_add_event:
 * @what: what happened; the name of a sort makes it of that sort
 * @when: in its written form
 * @error: return location for an error of %KRING_EDIT_ERROR: nothing but spaces, too long, or no date
 *
 * Adds an event with its date. It stands in the timeline alone: a map of a year of events is no map of
 * people any more, and its sheet would print them small.
 *
 * Returns: (transfer none) (nullable): the new event
 */
KringItem *
kring_edit_add_event (KringEditor *editor, const char *what, const char *when, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (KringItem) event = kring_edit_new_item (editor, KRING_KIND_EVENT);
  GVariant *involved;
  int sort;

  if (!kring_edit_fill (editor, event, KRING_F_NAME, what, error) ||
      !kring_edit_fill (editor, event, KRING_F_WHEN, when, error))
    return NULL;
  if (kring_item_get_text (event, KRING_F_NAME) == NULL)
    {
      kring_edit_refuse (error, KRING_EDIT_ERROR_NO_EVENT, "");
      return NULL;
    }
  sort = kring_edit_find_event_sort (map, what, &involved);
  if (sort != KRING_EVENT_OTHER)
    kring_item_set_choice (event, KRING_F_SORT, sort);
  if (involved != NULL)
    kring_item_set_named (event, KRING_F_INVOLVED, involved);
  kring_history_begin (history, add_add_label (KRING_KIND_EVENT));
  kring_edit_insert (editor, g_object_ref (event));
  kring_history_commit (history);
  return event;
}
