/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Once per map, when words of the young person are noted, the file is marked: those who work on it
 * were reminded not to question further. The mark is part of the same step. */
#include "map/edit/kring-edit-private.h"

#include "map/model/kring-record-counts.h"

static gboolean
is_about_words (const KringChange *change)
{
  return change->kind->id == KRING_KIND_STATEMENT && change->type != KRING_CHANGE_REMOVED;
}

/**
 * kring_question_reminder_settle:
 * @changes: (element-type KringChange): of the transaction that is open
 *
 * Marks the case if words of the young person were noted and it has no mark yet.
 */
void
kring_question_reminder_settle (KringMap *map, GPtrArray *changes)
{
  KringItem *the_case = kring_map_get_case (map);

  if (kring_item_get_bool (the_case, KRING_F_REMINDED_NOT_TO_QUESTION))
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);
      KringItem *statement = is_about_words (change) ? kring_map_get_item (map, change->id) : NULL;

      if (statement == NULL || !kring_map_has_words_of_youth (map, statement))
        continue;
      kring_map_set (
          map, KRING_MAP_CASE_ID,
          kring_kind_find_field (kring_item_get_kind (the_case), KRING_F_REMINDED_NOT_TO_QUESTION),
          g_variant_new_boolean (TRUE));
      return;
    }
}
