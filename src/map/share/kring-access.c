/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-access.h"

#include "map/model/kring-map-graph.h"

#include <string.h>

/* All that is told of anybody and anything else than the young person. */
static const char *const other_fields[] = {
  KRING_F_NAME,  KRING_F_ALIAS,    KRING_F_SEX,          KRING_F_ALIAS_FIRST,
  KRING_F_RING,  KRING_F_POSITION, KRING_F_PINNED,       KRING_F_LABEL_SEAT,
  KRING_F_FROM,  KRING_F_TO,       KRING_F_KIND,         KRING_F_SINCE,
  KRING_F_UNTIL, KRING_F_BEND,     KRING_F_TYPE,         KRING_F_FUNCTION,
  KRING_F_WHEN,  KRING_F_SORT,     KRING_F_ORGANISATION, KRING_F_LABEL_AT,
  NULL,
};

static gboolean
is_young_person (KringMap *map, KringItem *item)
{
  return item == kring_map_get_centre (map);
}

/* Whether one of the ids in that field is the young person's. */
static gboolean
names_centre (KringMap *map, KringItem *item, const char *field_name)
{
  KringItem *centre = kring_map_get_centre (map);
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  GVariant *value = field != NULL ? kring_item_get_value (item, field) : NULL;
  g_autofree const char **ids = NULL;

  if (centre == NULL || value == NULL)
    return FALSE;
  if (field->type == KRING_FIELD_REF)
    return strcmp (g_variant_get_string (value, NULL), kring_item_get_id (centre)) == 0;
  ids = g_variant_get_strv (value, NULL);
  return g_strv_contains (ids, kring_item_get_id (centre));
}

/**
 * kring_access_is_of_police:
 * @item: any item
 *
 * Returns: whether the police brought it in, or open sources that they read
 */
gboolean
kring_access_is_of_police (KringItem *item)
{
  KringParty party = kring_item_get_party (item);

  return party == KRING_PARTY_POLICE || party == KRING_PARTY_OPEN;
}

static gboolean
is_tied_to_centre (KringMap *map, KringItem *item)
{
  KringItem *centre = kring_map_get_centre (map);
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, kring_item_get_id (item));

  for (guint i = 0; centre != NULL && i < referrers->len; i++)
    {
      KringItem *tie = g_ptr_array_index (referrers, i);

      if (kring_item_is (tie, KRING_KIND_TIE) &&
          kring_item_refers_to (tie, kring_item_get_id (centre)) &&
          kring_item_get_audience (tie) == KRING_AUDIENCE_JOINT && !kring_access_is_of_police (tie))
        return TRUE;
    }
  return FALSE;
}

/* What somebody told about the young person is theirs; what the young person told is not the
 * parents'. */
static gboolean
is_own_statement (KringItem *statement, KringReader reader)
{
  KringParty party = kring_item_get_party (statement);
  int way = kring_item_get_choice (statement, KRING_F_HOW_KNOWN);
  gboolean by_youth = party == KRING_PARTY_YOUTH || way == KRING_HOW_KNOWN_TOLD_BY_PERSON;

  if (reader == KRING_READER_PARENTS)
    return !by_youth && way == KRING_HOW_KNOWN_SEEN;
  return by_youth || way == KRING_HOW_KNOWN_SEEN;
}

static gboolean
concerns_centre (KringMap *map, KringItem *item, KringReader reader)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_CASE:
    case KRING_KIND_PARTICIPANT:
      return TRUE;
    case KRING_KIND_TIE:
      return names_centre (map, item, KRING_F_FROM) || names_centre (map, item, KRING_F_TO);
    case KRING_KIND_SIGNAL:
    case KRING_KIND_TASK:
      return names_centre (map, item, KRING_F_ABOUT);
    case KRING_KIND_STATEMENT:
      return names_centre (map, item, KRING_F_ABOUT) && is_own_statement (item, reader);
    case KRING_KIND_EVENT:
      return names_centre (map, item, KRING_F_INVOLVED);
    case KRING_KIND_PERSON:
      return is_young_person (map, item) ||
             (!kring_item_get_bool (item, KRING_F_NOT_FOR_YOUTH) &&
              !kring_item_get_bool (item, KRING_F_IDENTITY_UNKNOWN) &&
              is_tied_to_centre (map, item));
    case KRING_KIND_ORGANISATION:
    case KRING_KIND_PLACE:
    case KRING_KIND_PHONE:
    case KRING_KIND_ACCOUNT:
      return is_tied_to_centre (map, item);
    default:
      return FALSE;
    }
}

/**
 * kring_access_may_read:
 * @map: the whole map
 * @reader: the young person or the parents
 * @reason: (out): if not, why
 *
 * Returns: whether @item goes along, as far as it tells itself
 */
gboolean
kring_access_may_read (KringMap *map, KringItem *item, KringReader reader, KringLeftReason *reason)
{
  KringParty party = kring_item_get_party (item);

  if (is_young_person (map, item) || kring_item_is (item, KRING_KIND_CASE))
    return TRUE;
  if (kring_access_is_of_police (item) && !kring_item_is (item, KRING_KIND_PARTICIPANT))
    *reason = KRING_LEFT_OF_POLICE;
  else if (reader == KRING_READER_PARENTS && party == KRING_PARTY_YOUTH)
    *reason = KRING_LEFT_CONFIDED;
  else if (!concerns_centre (map, item, reader))
    *reason = kring_item_is (item, KRING_KIND_STATEMENT) && names_centre (map, item, KRING_F_ABOUT)
                  ? KRING_LEFT_CONFIDED
                  : KRING_LEFT_OF_OTHERS;
  else
    return TRUE;
  return FALSE;
}

/**
 * kring_access_may_read_field:
 * @map: the whole map
 * @item: the item, which the reader may read
 * @field_name: the name of one of its fields
 *
 * Returns: whether the field goes along with @item: of what is somebody else's only its name and
 *   where it stands
 */
gboolean
kring_access_may_read_field (KringMap *map, KringItem *item, const char *field_name)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (is_young_person (map, item) || kind->group == KRING_GROUP_ABOUT ||
      kind->id == KRING_KIND_CASE)
    return TRUE;
  return g_strv_contains (other_fields, field_name) ||
         (kind->id == KRING_KIND_EVENT &&
          (strcmp (field_name, KRING_F_INVOLVED) == 0 || strcmp (field_name, KRING_F_PLACE) == 0));
}
