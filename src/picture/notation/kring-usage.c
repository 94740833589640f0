/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/notation/kring-usage.h"

#include "map/model/kring-record-counts.h"

static void
use_known (KringUsage *usage, KringMap *map, KringItem *item)
{
  KringRecordCounts counts = kring_map_count_records (map, kring_item_get_id (item));

  if (kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED ||
      kring_item_is (item, KRING_KIND_NOTE))
    return;
  usage->undergone |= counts.undergone > 0;
  usage->done |= counts.risks > counts.undergone;
  usage->vulnerability |= counts.vulnerabilities > 0;
  usage->protective |= counts.protective > 0;
  usage->question |= counts.questions > 0;
  usage->many |=
      counts.undergone >= KRING_BADGE_DOTS || counts.risks - counts.undergone >= KRING_BADGE_DOTS ||
      counts.vulnerabilities >= KRING_BADGE_DOTS || counts.protective >= KRING_BADGE_DOTS;
}

static void
use_common (KringUsage *usage, KringItem *item)
{
  KringParty party = kring_item_get_party (item);

  if (kring_item_says_certainty (item))
    usage->certainties[kring_item_get_certainty (item)] = TRUE;
  else
    usage->unsaid = TRUE;
  if (party != KRING_PARTY_NONE)
    usage->parties[party] = TRUE;
}

static void
use_person (KringUsage *usage, KringMap *map, KringItem *item)
{
  usage->sexes[kring_item_get_choice (item, KRING_F_SEX)] = TRUE;
  usage->centre |= kring_map_is_centre (map, item);
  usage->deceased |= kring_item_get_bool (item, KRING_F_DECEASED);
  usage->identity_unknown |= kring_item_get_bool (item, KRING_F_IDENTITY_UNKNOWN);
  usage->age |= kring_item_get_text (item, KRING_F_AGE) != NULL ||
                kring_item_get_text (item, KRING_F_BIRTH_DATE) != NULL;
}

static void
use_node (KringUsage *usage, KringMap *map, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  int type = kind->id == KRING_KIND_VEHICLE || kind->id == KRING_KIND_ACCOUNT
                 ? kring_item_get_choice (item, KRING_F_TYPE)
                 : 0;

  use_common (usage, item);
  usage->locks[kring_badge_get_lock (item)] = TRUE;
  if (kind->id == KRING_KIND_VEHICLE && type == 1)
    usage->scooter = TRUE;
  else if (kind->id == KRING_KIND_ACCOUNT && type == 1)
    usage->advert = TRUE;
  else
    usage->kinds[kind->id] = TRUE;
  if (kind->id == KRING_KIND_PERSON)
    use_person (usage, map, item);
}

static gboolean
usage_is_placed (KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);
  KringPoint position;

  return item != NULL && kring_item_get_position (item, &position);
}

static void
use_tie (KringUsage *usage, KringItem *item)
{
  KringDirection direction = kring_item_get_choice (item, KRING_F_DIRECTION);
  KringIntensity intensity = kring_item_get_choice (item, KRING_F_INTENSITY);

  use_common (usage, item);
  if (kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED)
    return;
  usage->qualities[kring_item_get_choice (item, KRING_F_QUALITY)] = TRUE;
  usage->arrow |= direction == KRING_DIRECTION_FORWARD || direction == KRING_DIRECTION_BACKWARD;
  usage->both_ways |= direction == KRING_DIRECTION_BOTH;
  usage->strong |= intensity == KRING_INTENSITY_STRONG;
  usage->weak |= intensity == KRING_INTENSITY_WEAK;
}

static void
use_item (KringUsage *usage, KringMap *map, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (kind->id == KRING_KIND_TIE)
    {
      if (!usage_is_placed (map, kring_item_get_text (item, KRING_F_FROM)) ||
          !usage_is_placed (map, kring_item_get_text (item, KRING_F_TO)))
        return;
      use_tie (usage, item);
    }
  else
    {
      if (kind->id == KRING_KIND_GROUP || !usage_is_placed (map, kring_item_get_id (item)))
        return;
      use_node (usage, map, item);
    }
  use_known (usage, map, item);
}

/**
 * kring_usage_read:
 *
 * Returns: which signs the drawing of @map uses
 */
KringUsage
kring_usage_read (KringMap *map)
{
  KringUsage usage = { { 0 } };

  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    use_item (&usage, map, kring_map_get_nth (map, i));
  usage.rings = kring_ground_read (map).rings;
  usage.orange = usage.undergone || usage.done || usage.qualities[KRING_QUALITY_CONTROL] ||
                 usage.qualities[KRING_QUALITY_VIOLENCE];
  return usage;
}
