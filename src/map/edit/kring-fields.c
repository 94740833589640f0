/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-free-spot.h"
#include "map/edit/kring-quick-date.h"
#include "map/edit/kring-tie-doing.h"
#include "map/model/kring-field-audience.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far along a tie its label may slide, as a share of its length. */
#define LABEL_AT_MIN 0.05
#define LABEL_AT_MAX 0.95

/* How far the middle of a tie may be bent sideways, in map units. */
#define BEND_MAX 2000.0

/* Returns the value with references sorted, as the map wants them. */
static GVariant *
ordered (const KringField *field, GVariant *value)
{
  if (value == NULL)
    return NULL;
  if (field->type == KRING_FIELD_REFS && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_ref_sink (kring_edit_refs_without (value, NULL));
  return g_variant_ref (value);
}

/* Keeps of items those that have the field and checks the value for each. */
static gboolean
check_all (KringMap *map, GPtrArray *items, const char *field_name, GVariant *value, GError **error)
{
  if (items->len == 0)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_MISSING, "");
  for (guint i = items->len; i > 0; i--)
    {
      KringItem *item = g_ptr_array_index (items, i - 1);
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
      g_autoptr (GVariant) safe = NULL;

      if (field == NULL)
        {
          g_ptr_array_remove_index (items, i - 1);
          continue;
        }
      safe = ordered (field, value);
      if (!kring_edit_check (map, item, field, safe, error))
        return FALSE;
    }
  if (items->len == 0)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_NO_FIELD, "");
  return TRUE;
}

/* Notes that the certainty was set by hand, so that statements do not change it from now on. */
static void
mark_by_hand (KringEditor *editor, KringItem *item)
{
  if (kring_kind_find_field (kring_item_get_kind (item), KRING_F_CERTAINTY_BY_HAND) != NULL)
    kring_edit_put (editor, item, KRING_F_CERTAINTY_BY_HAND, g_variant_new_boolean (TRUE));
}

/* (nullable): id of a group that @item is in. */
static const char *
fields_find_group (KringMap *map, KringItem *item)
{
  g_autoptr (GPtrArray) groups =
      kring_map_dup_referrers_of_kind (map, kring_item_get_id (item), KRING_KIND_GROUP);

  return groups->len > 0 ? kring_item_get_id (g_ptr_array_index (groups, 0)) : NULL;
}

/* Moves a person whose ring was changed into that ring, as near as possible, if rings are drawn. */
static void
follow_ring (KringEditor *editor, KringItem *item)
{
  KringMap *map = kring_editor_get_map (editor);
  KringRing ring = (KringRing) kring_item_get_choice (item, KRING_F_RING);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (KringSlots) slots = NULL;
  KringPoint at, to;

  if (kring_map_get_centre (map) == NULL || kring_map_is_centre (map, item) ||
      kring_item_get_choice (kring_map_get_case (map), KRING_F_BACKGROUND) != 0 ||
      !kring_item_get_position (item, &at) || kring_free_spot_get_ring (map, at) == ring)
    return;
  slots = kring_slots_new (map);
  to = kring_slots_find_near (slots, KRING_KIND_PERSON, ring, at, fields_find_group (map, item));
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (item));
  kring_edit_move (editor, ids, to.x - at.x, to.y - at.y);
}

/* Sets a field as somebody asked, with what follows from it. */
static void
set_field (KringEditor *editor, KringItem *item, const char *field_name, GVariant *value)
{
  gboolean tells_doer =
      kring_item_is (item, KRING_KIND_TIE) && g_str_equal (field_name, KRING_F_KIND);
  g_autofree char *before = tells_doer ? g_strdup (kring_item_get_text (item, KRING_F_KIND)) : NULL;

  kring_edit_put (editor, item, field_name, value);
  if (g_str_equal (field_name, KRING_F_CERTAINTY))
    mark_by_hand (editor, item);
  if (g_str_equal (field_name, KRING_F_RING))
    follow_ring (editor, item);
  if (tells_doer)
    kring_tie_doing_follow (editor, item, before);
}

/**
 * kring_edit_set:
 * @ids: (element-type utf8): items; those without the field are passed over
 * @field_name: which field, by its name
 * @value: (nullable): the new value, consumed if floating; %NULL unsets
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Sets one field of many items, or of none if any of them may not hold @value. Whoever gets another
 * ring goes there.
 *
 * Returns: whether it was set
 */
gboolean
kring_edit_set (
    KringEditor *editor, GPtrArray *ids, const char *field_name, GVariant *value, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;
  g_autofree char *label = NULL;

  if (!check_all (kring_editor_get_map (editor), items, field_name, owned, error))
    return FALSE;
  label = kring_edit_dup_label (
      kring_kind_find_field (kring_item_get_kind (items->pdata[0]), field_name));
  kring_history_begin (history, label);
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      g_autoptr (GVariant) safe =
          ordered (kring_kind_find_field (kring_item_get_kind (item), field_name), owned);

      set_field (editor, item, field_name, safe);
    }
  kring_history_commit (history);
  return TRUE;
}

/**
 * kring_edit_set_one:
 *
 * Like kring_edit_set (), for one item.
 *
 * Returns: whether it was set
 */
gboolean
kring_edit_set_one (
    KringEditor *editor, const char *id, const char *field_name, GVariant *value, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  return kring_edit_set (editor, ids, field_name, value, error);
}

/**
 * kring_edit_type:
 * @id: of the item
 * @field_name: of a field of its kind
 * @text: what the field holds after a keystroke
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Sets a field whose values are words. Typing on in the same field of the same item is one step,
 * until the history is closed.
 *
 * Returns: whether it was set
 */
gboolean
kring_edit_type (
    KringEditor *editor, const char *id, const char *field_name, const char *text, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = kring_map_get_item (kring_editor_get_map (editor), id);
  const KringField *field;
  g_autofree char *clean = NULL, *label = NULL, *key = NULL;
  gboolean done;

  if (item == NULL)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_MISSING, "");
  field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  if (field == NULL ||
      !g_variant_type_equal (kring_field_get_value_type (field), G_VARIANT_TYPE_STRING))
    return kring_edit_refuse (error, KRING_EDIT_ERROR_NO_FIELD, "");
  clean = kring_edit_clean_text (text, field->type == KRING_FIELD_LONG_TEXT);
  label = kring_edit_dup_label (field);
  key = g_strdup_printf ("%s.%s", id, field_name);
  kring_history_begin_typing (history, label, key);
  done = kring_edit_set_one (editor, id, field_name,
                             *clean != '\0' ? g_variant_new_string (clean) : NULL, error);
  kring_history_commit (history);
  return done;
}

/* Renames what is shown of a person: the name, or the nickname if the person is known by that. */
static gboolean
rename_person (KringEditor *editor, KringItem *person, const char *name, GError **error)
{
  const char *id = kring_item_get_id (person);
  g_autofree char *alias = kring_edit_unquote (name);
  gboolean has_name = kring_item_get_text (person, KRING_F_NAME) != NULL;

  if (alias == NULL && has_name && kring_item_get_bool (person, KRING_F_ALIAS_FIRST))
    alias = g_strdup (name);
  if (alias == NULL)
    return kring_edit_set_one (editor, id, KRING_F_NAME, g_variant_new_string (name), error);
  return kring_edit_set_one (editor, id, KRING_F_ALIAS, g_variant_new_string (alias), error) &&
         kring_edit_set_one (editor, id, KRING_F_ALIAS_FIRST, g_variant_new_boolean (has_name),
                             error);
}

/* Names an event. Its first name may begin with its date: "12-11 missing". */
static gboolean
rename_event (KringEditor *editor, KringItem *event, const char *name, GError **error)
{
  const char *id = kring_item_get_id (event);
  g_autofree char *today = kring_editor_dup_today (editor), *date = NULL, *other = NULL;
  g_autofree char *what =
      kring_quick_date_split (name, today, KRING_QUICK_DATE_FIRST, &date, &other);
  GVariant *involved;
  int sort;

  if (kring_item_get_text (event, KRING_F_NAME) != NULL ||
      kring_item_get_text (event, KRING_F_WHEN) != NULL || date == NULL || other != NULL ||
      *what == '\0')
    return kring_edit_set_one (editor, id, KRING_F_NAME, g_variant_new_string (name), error);
  if (!kring_edit_set_one (editor, id, KRING_F_NAME, g_variant_new_string (what), error))
    return FALSE;
  kring_edit_put (editor, event, KRING_F_WHEN, g_variant_new_string (date));
  sort = kring_edit_find_event_sort (kring_editor_get_map (editor), what, &involved);
  if (sort != KRING_EVENT_OTHER)
    kring_edit_put_choice (editor, event, KRING_F_SORT, sort);
  if (involved != NULL && kring_item_get_named (event, KRING_F_INVOLVED) == NULL)
    kring_edit_put (editor, event, KRING_F_INVOLVED, involved);
  return TRUE;
}

/**
 * kring_edit_rename:
 * @id: of what has a name
 * @name: the new name; of a tie, what it is; a person's name in quotes is a nickname; the first one
 *   of an event may begin with its date
 * @error: return location for an error of %KRING_EDIT_ERROR: nothing but spaces, or too long
 *
 * Returns: whether it was renamed
 */
gboolean
kring_edit_rename (KringEditor *editor, const char *id, const char *name, GError **error)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = kring_map_get_item (kring_editor_get_map (editor), id);
  g_autofree char *clean = NULL;
  const char *field_name = "name";
  gboolean done;

  if (item == NULL)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_MISSING, "");
  clean = g_strstrip (kring_edit_clean_text (name, FALSE));
  if (*clean == '\0')
    return kring_edit_refuse (error, KRING_EDIT_ERROR_NO_NAME, "");
  if (kring_item_is (item, KRING_KIND_TIE))
    field_name = "kind";
  else if (kring_item_is (item, KRING_KIND_CASE))
    field_name = "title";
  kring_history_begin (history, _ ("Rename"));
  if (kring_item_is (item, KRING_KIND_PERSON))
    done = rename_person (editor, item, clean, error);
  else if (kring_item_is (item, KRING_KIND_EVENT))
    done = rename_event (editor, item, clean, error);
  else
    done = kring_edit_set_one (editor, id, field_name, g_variant_new_string (clean), error);
  kring_history_commit (history);
  return done;
}

/* Sets a choice of all items that have the field; values of the C enumerations are always allowed. */
static void
set_choices (
    KringEditor *editor, GPtrArray *ids, const char *label, const char *field_name, int choice)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, label);
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);

      if (kring_kind_find_field (kring_item_get_kind (item), field_name) != NULL)
        kring_edit_put_choice (editor, item, field_name, choice);
    }
  kring_history_commit (history);
}

/**
 * kring_edit_set_certainty:
 * @ids: (element-type utf8): items of any kind
 * @certainty: how sure people are of all of them; what is stated about them does not change it any
 *   more
 */
void
kring_edit_set_certainty (KringEditor *editor, GPtrArray *ids, KringCertainty certainty)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, _ ("Change Certainty"));
  set_choices (editor, ids, _ ("Change Certainty"), KRING_F_CERTAINTY, certainty);
  for (guint i = 0; i < items->len; i++)
    mark_by_hand (editor, g_ptr_array_index (items, i));
  kring_history_commit (history);
}

/**
 * kring_edit_set_quality:
 * @ids: (element-type utf8): items; only ties have a quality
 */
void
kring_edit_set_quality (KringEditor *editor, GPtrArray *ids, KringQuality quality)
{
  set_choices (editor, ids, _ ("Change Quality"), KRING_F_QUALITY, quality);
}

/**
 * kring_edit_change_intensity:
 * @ids: (element-type utf8): items; only ties have an intensity
 * @by: steps, negative for weaker; each tie stops at its end
 */
void
kring_edit_change_intensity (KringEditor *editor, GPtrArray *ids, int by)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, _ ("Change Strength"));
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      int now = kring_item_get_choice (item, KRING_F_INTENSITY);

      if (kring_item_is (item, KRING_KIND_TIE))
        kring_edit_put_choice (
            editor, item, KRING_F_INTENSITY,
            CLAMP ((gint64) now + by, KRING_INTENSITY_WEAK, KRING_INTENSITY_STRONG));
    }
  kring_history_commit (history);
}

static void
map_directions (KringEditor *editor, GPtrArray *ids, const char *label, const KringDirection *next)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, label);
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);

      if (kring_item_is (item, KRING_KIND_TIE))
        kring_edit_put_choice (editor, item, KRING_F_DIRECTION,
                               next[kring_item_get_choice (item, KRING_F_DIRECTION)]);
    }
  kring_history_commit (history);
}

/**
 * kring_edit_cycle_audience:
 * @ids: (element-type utf8): items, at least one
 *
 * All together becomes for care only, then for police only, then not in exports, then for all again;
 * all of @ids follow the first.
 *
 * Returns: for whom they are now
 */
KringAudience
kring_edit_cycle_audience (KringEditor *editor, GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  KringAudience audience;

  g_return_val_if_fail (items->len > 0, KRING_AUDIENCE_JOINT);

  audience =
      (kring_item_get_audience (g_ptr_array_index (items, 0)) + 1) % (KRING_AUDIENCE_NONE + 1);
  set_choices (editor, ids, _ ("Change Sharing"), KRING_F_AUDIENCE, (int) audience);
  return audience;
}

/**
 * kring_edit_set_field_audience:
 * @ids: (element-type utf8): items; those whose kind has no such field, or none that can be shared
 *   otherwise, stay as they are
 * @field_name: the field
 * @audience: for whom that one field is from now on; joint: as all of the item
 */
void
kring_edit_set_field_audience (KringEditor *editor,
                               GPtrArray *ids,
                               const char *field_name,
                               KringAudience audience)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, _ ("Change Sharing"));
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
      g_autofree char *text = NULL;

      if (field == NULL || (field->flags & KRING_FIELD_OWN_AUDIENCE) == 0)
        continue;
      text = kring_item_dup_field_audiences (item, field_name, audience);
      kring_edit_put (editor, item, KRING_F_FIELD_AUDIENCES,
                      text != NULL ? g_variant_new_string (text) : NULL);
    }
  kring_history_commit (history);
}

/**
 * kring_edit_cycle_direction:
 * @ids: (element-type utf8): items; only ties have a direction
 *
 * None becomes forward, then backward, then both, then none again.
 */
void
kring_edit_cycle_direction (KringEditor *editor, GPtrArray *ids)
{
  static const KringDirection next[] = { KRING_DIRECTION_FORWARD, KRING_DIRECTION_BACKWARD,
                                         KRING_DIRECTION_BOTH, KRING_DIRECTION_NONE };

  map_directions (editor, ids, _ ("Change Direction"), next);
}

/**
 * kring_edit_reverse_ties:
 * @ids: (element-type utf8): items; only ties have a direction
 *
 * Turns arrows around. Ties without an arrow, or with two, stay as they are.
 */
void
kring_edit_reverse_ties (KringEditor *editor, GPtrArray *ids)
{
  static const KringDirection next[] = { KRING_DIRECTION_NONE, KRING_DIRECTION_BACKWARD,
                                         KRING_DIRECTION_FORWARD, KRING_DIRECTION_BOTH };

  map_directions (editor, ids, _ ("Reverse Direction"), next);
}

/**
 * kring_edit_can_reverse:
 * @ids: (element-type utf8): items
 *
 * Returns: whether there is an arrow among them to turn around
 */
gboolean
kring_edit_can_reverse (KringEditor *editor, GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      int direction = kring_item_is (item, KRING_KIND_TIE)
                          ? kring_item_get_choice (item, KRING_F_DIRECTION)
                          : KRING_DIRECTION_NONE;

      if (direction == KRING_DIRECTION_FORWARD || direction == KRING_DIRECTION_BACKWARD)
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_edit_set_ring:
 * @ids: (element-type utf8): items; only persons stand in rings
 */
void
kring_edit_set_ring (KringEditor *editor, GPtrArray *ids, KringRing ring)
{
  set_choices (editor, ids, _ ("Change Ring"), KRING_F_RING, ring);
}

static void
shape_tie (
    KringEditor *editor, const char *id, const char *label, const char *field_name, GVariant *value)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *tie = kring_map_get_item (kring_editor_get_map (editor), id);
  g_autoptr (GVariant) owned = value != NULL ? g_variant_ref_sink (value) : NULL;

  if (tie == NULL || !kring_item_is (tie, KRING_KIND_TIE))
    return;
  kring_history_begin (history, label);
  kring_edit_put (editor, tie, field_name, owned);
  kring_history_commit (history);
}

/**
 * kring_edit_bend_tie:
 * @id: of a tie
 * @bend: sideways offset of the middle, in map units; 0 makes the tie straight again
 */
void
kring_edit_bend_tie (KringEditor *editor, const char *id, double bend)
{
  double safe = isnan (bend) ? 0 : round (CLAMP (bend, -BEND_MAX, BEND_MAX) * 10) / 10;

  shape_tie (editor, id, safe != 0 ? _ ("Bend Tie") : _ ("Straighten Tie"), KRING_F_BEND,
             safe != 0 ? g_variant_new_double (safe) : NULL);
}

/**
 * kring_edit_seat_label:
 * @id: of a person or thing
 * @seat: on which side its label stands; %KRING_SEAT_AUTO leaves it to the drawing
 */
void
kring_edit_seat_label (KringEditor *editor, const char *id, KringSeat seat)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = kring_map_get_item (kring_editor_get_map (editor), id);

  if (item == NULL ||
      kring_kind_find_field (kring_item_get_kind (item), KRING_F_LABEL_SEAT) == NULL)
    return;
  kring_history_begin (history, _ ("Move Label"));
  kring_edit_put_choice (editor, item, KRING_F_LABEL_SEAT, seat);
  kring_history_commit (history);
}

/**
 * kring_edit_slide_label:
 * @id: of a tie
 * @at: where the label stands along the tie, 0 at its first end, 1 at its second; not a number
 *   leaves it to the drawing
 */
void
kring_edit_slide_label (KringEditor *editor, const char *id, double at)
{
  double safe = round (CLAMP (at, LABEL_AT_MIN, LABEL_AT_MAX) * 100) / 100;

  shape_tie (editor, id, _ ("Move Label"), KRING_F_LABEL_AT,
             isnan (at) ? NULL : g_variant_new_double (safe));
}

/**
 * kring_edit_set_centre:
 * @id: (nullable): the young person about whom the map is; %NULL for nobody; anything that is not
 *   a person is passed over
 */
void
kring_edit_set_centre (KringEditor *editor, const char *id)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);
  KringItem *person = id != NULL ? kring_map_get_item (map, id) : NULL;

  if (id != NULL && (person == NULL || !kring_item_is (person, KRING_KIND_PERSON)))
    return;
  kring_history_begin (history, _ ("Change Centre"));
  kring_edit_put (editor, kring_map_get_case (map), KRING_F_CENTRE,
                  id != NULL ? kring_edit_refs_with (NULL, id) : NULL);
  kring_history_commit (history);
}
