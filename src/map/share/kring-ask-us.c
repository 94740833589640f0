/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-ask-us.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <glib/gi18n-lib.h>

/* In map units: under the rest, so that where they stand tells nothing. */
#define BELOW 160.0
#define APART 180.0
#define PER_ROW 8

/* Whoever works on the case: the young person, the parents and the municipality are not told. */
static gboolean
may_ask (KringReader reader)
{
  return reader == KRING_READER_JOINT || reader == KRING_READER_CARE ||
         reader == KRING_READER_POLICE;
}

/* (nullable): whom to ask about what stays behind for @reason. */
static const char *
get_ask_words (KringLeftReason reason)
{
  if (reason == KRING_LEFT_CARE_ONLY)
    return _ ("Known to care, ask");
  return reason == KRING_LEFT_POLICE_ONLY ? _ ("Known to police, ask") : NULL;
}

/* Where the first of them stands. */
static KringPoint
find_start (KringMap *copy)
{
  KringPoint at, start = { 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < kring_map_get_n_items (copy); i++)
    if (kring_item_get_position (kring_map_get_nth (copy, i), &at))
      {
        start.x = any ? MIN (start.x, at.x) : at.x;
        start.y = any ? MAX (start.y, at.y) : at.y;
        any = TRUE;
      }
  return KRING_POINT_INIT (start.x, start.y + BELOW);
}

static void
add_one (KringMap *copy, KringItem *item, const char *words, KringPoint at)
{
  g_autoptr (KringItem) shown =
      kring_item_new (kring_item_get_kind (item), kring_item_get_id (item));

  kring_item_set_text (shown, KRING_F_NAME, words);
  kring_item_set_position (shown, at);
  kring_map_load (copy, shown);
}

/**
 * kring_ask_us_add:
 * @map: the whole map
 * @rule: for whom @copy is
 * @reasons: (element-type utf8 KringLeftReason): why what stays behind does, by ids
 * @copy: gets what may be asked for, each with a place that depends on nothing but how many came before
 */
void
kring_ask_us_add (KringMap *map, const KringShareRule *rule, GHashTable *reasons, KringMap *copy)
{
  KringPoint start = find_start (copy);
  guint n = 0;

  for (guint i = 0; may_ask (rule->reader) && i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item), *words;
      gpointer reason;

      if (!kring_item_get_bool (item, KRING_F_ASK_US) ||
          (rule->hidden != NULL && g_hash_table_contains (rule->hidden, id)) ||
          !g_hash_table_lookup_extended (reasons, id, NULL, &reason))
        continue;
      words = get_ask_words (GPOINTER_TO_UINT (reason));
      if (words == NULL)
        continue;
      add_one (copy, item, words,
               KRING_POINT_INIT (start.x + n % PER_ROW * APART, start.y + n / PER_ROW * BELOW));
      n++;
    }
}

/**
 * kring_ask_us_is_said:
 *
 * Returns: whether @text is what stands in for what may be asked for, which tells of nothing, even
 *   where somebody who stays behind is called so
 */
gboolean
kring_ask_us_is_said (const char *text)
{
  return g_str_equal (text, get_ask_words (KRING_LEFT_CARE_ONLY)) ||
         g_str_equal (text, get_ask_words (KRING_LEFT_POLICE_ONLY));
}
