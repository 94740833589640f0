/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-youth-copy.h"

#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-access.h"

/* The fields of the case that are copied: how the rings look and what they are called. */
static const char *const case_fields[] = { KRING_F_ROUND_RINGS, KRING_F_RING_NEAR,
                                           KRING_F_RING_MIDDLE, KRING_F_RING_FAR };

/* Whether @tie is one that everybody may see, and holds. */
static gboolean
is_open_tie (KringItem *tie)
{
  return kring_item_get_audience (tie) == KRING_AUDIENCE_JOINT &&
         !kring_access_is_of_police (tie) &&
         kring_item_get_certainty (tie) != KRING_CERTAINTY_REFUTED;
}

/* (transfer full) (element-type utf8): ids, owned by @map, of whom @centre has a tie with. */
static GHashTable *
youth_copy_dup_tied (KringMap *map, KringItem *centre)
{
  GHashTable *tied = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id = centre != NULL ? kring_item_get_id (centre) : "";
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, id);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);
      const char *from = kring_item_get_text (tie, KRING_F_FROM);
      const char *to = kring_item_get_text (tie, KRING_F_TO);

      if (is_open_tie (tie))
        g_hash_table_add (tied, (gpointer) (g_str_equal (from, id) ? to : from));
    }
  return tied;
}

/* Whether everybody may see @person, as far as the person itself tells. */
static gboolean
may_be_seen (KringItem *person)
{
  return !kring_item_get_bool (person, KRING_F_NOT_FOR_YOUTH) &&
         kring_item_get_audience (person) == KRING_AUDIENCE_JOINT &&
         !kring_access_is_of_police (person) &&
         kring_item_get_certainty (person) != KRING_CERTAINTY_REFUTED &&
         !kring_item_get_bool (person, KRING_F_IDENTITY_UNKNOWN) &&
         (kring_item_get_shown (person, KRING_F_NAME) != NULL ||
          kring_item_get_shown (person, KRING_F_ALIAS) != NULL);
}

static void
youth_copy_take (KringItem *copy, KringItem *item, const char *from, const char *to)
{
  GVariant *value = kring_item_get_named (item, from);

  if (value != NULL)
    kring_item_set_named (copy, to, value);
}

/* Whether the name may be shown. A young person marked "not in exports" is there without a name, as
 * the rings need a middle. */
static gboolean
may_be_named (KringItem *person)
{
  return kring_item_get_audience (person) != KRING_AUDIENCE_NONE;
}

/* Adds a person with the one name that the map shows, never with the other one under it. */
static void
youth_copy_add_person (KringMap *map, KringItem *person)
{
  g_autoptr (KringItem) copy =
      kring_item_new (kring_kind_get (KRING_KIND_PERSON), kring_item_get_id (person));
  g_autofree char *title = kring_item_dup_title (person);

  if (may_be_named (person))
    {
      kring_item_set_text (copy, KRING_F_NAME, title);
      youth_copy_take (copy, person, "sex", "sex");
      youth_copy_take (copy, person, "age", "age");
    }
  youth_copy_take (copy, person, "own_ring", "ring");
  youth_copy_take (copy, person, "own_position", "position");
  kring_map_load (map, copy);
}

/* Whether no name of @person names somebody who stays behind, as "Sister of Hassan" does. @seen:
 * (nullable): the same in what all at the table may see. */
static gboolean
names_nobody_else (KringItem *person, KringItem *seen)
{
  static const char *const fields[] = { KRING_F_NAME, KRING_F_ALIAS };

  for (guint i = 0; seen != NULL && i < G_N_ELEMENTS (fields); i++)
    if (kring_item_get_named (person, fields[i]) != NULL &&
        kring_item_get_named (seen, fields[i]) == NULL)
      return FALSE;
  return seen != NULL;
}

/**
 * kring_share_dup_for_youth:
 *
 * Takes over the young person at the centre, and every other person with a tie to them that is
 * shared with all, was not brought in by the police or from open sources, is not refuted, is no
 * unknown, is not marked as none for this view and is not called after somebody who stays behind.
 * The same goes for the tie. Of each the name as
 * the map shows it, sex, age, and as ring and position those that the young person chose. Whom they
 * did not place yet has no position.
 *
 * Returns: (transfer full): a new map, with the ids of the original
 */
KringMap *
kring_share_dup_for_youth (KringMap *map)
{
  KringMap *copy = kring_map_new ();
  g_autoptr (KringItem) the_case = kring_item_copy (kring_map_get_case (copy));
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);
  KringItem *centre = kring_map_get_centre (map);
  g_autoptr (GHashTable) tied = youth_copy_dup_tied (map, centre);
  g_autoptr (KringMap) permitted = kring_share_dup_permitted (map, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (case_fields); i++)
    youth_copy_take (the_case, kring_map_get_case (permitted), case_fields[i], case_fields[i]);
  for (guint i = 0; i < persons->len; i++)
    {
      KringItem *person = g_ptr_array_index (persons, i);
      KringItem *seen = kring_map_get_item (permitted, kring_item_get_id (person));

      if (person == centre)
        youth_copy_add_person (copy, seen != NULL ? seen : person);
      else if (may_be_seen (person) && names_nobody_else (person, seen) &&
               g_hash_table_contains (tied, kring_item_get_id (person)))
        youth_copy_add_person (copy, person);
    }
  if (centre != NULL)
    {
      const char *ids[] = { kring_item_get_id (centre), NULL };

      kring_item_set_named (the_case, KRING_F_CENTRE, g_variant_new_strv (ids, -1));
    }
  kring_map_load (copy, the_case);
  return copy;
}

/* Returns: (transfer full): by id, why items stay behind anyway. */
static GHashTable *
dup_reasons (const KringShareReport *report)
{
  GHashTable *reasons = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->left->len; i++)
    {
      const KringLeftBehind *left = &g_array_index (report->left, KringLeftBehind, i);

      g_hash_table_insert (reasons, (gpointer) left->id, GUINT_TO_POINTER (left->reason));
    }
  return reasons;
}

/**
 * kring_share_report_for_youth:
 *
 * Returns: (transfer full): what kring_share_dup_for_youth () leaves out, for who makes that view and
 *   not for who sees it; no texts, as none of them is in it
 */
KringShareReport *
kring_share_report_for_youth (KringMap *map)
{
  const KringShareRule joint = { KRING_READER_JOINT, NULL, FALSE };
  KringShareReport *report;
  g_autoptr (KringMap) copy = kring_share_dup_for_youth (map);
  g_autoptr (KringMap) permitted = kring_share_dup_part (map, &joint, &report);
  g_autoptr (GHashTable) reasons = dup_reasons (report);

  g_array_set_size (report->left, 0);
  g_ptr_array_set_size (report->mentions, 0);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item);
      KringLeftBehind left = { id, KRING_LEFT_NOT_YOUTH };
      gpointer reason;

      if (kring_map_get_item (copy, id) != NULL ||
          kring_item_get_kind (item)->group == KRING_GROUP_LOOKING)
        continue;
      if (g_hash_table_lookup_extended (reasons, id, NULL, &reason))
        left.reason = GPOINTER_TO_UINT (reason);
      g_array_append_val (report->left, left);
    }
  return report;
}
