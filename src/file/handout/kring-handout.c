/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/handout/kring-handout.h"

#include "file/storage/kring-codec.h"
#include "map/share/kring-sealed.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (kring - handout - error - quark, kring_handout_error)

static gboolean
handout_has_content (KringMap *part)
{
  for (guint i = 0; i < kring_map_get_n_items (part); i++)
    if (kring_item_get_kind (kring_map_get_nth (part, i))->group == KRING_GROUP_ENTITY)
      return TRUE;
  return FALSE;
}

static gboolean
handout_is_clean (KringMap *map, const KringShareRule *rule, KringMap *copy, GError **error)
{
  g_autofree char *place = kring_share_find_trace (map, rule, copy);

  if (place == NULL)
    return TRUE;
  g_set_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_TRACE,
               _ ("%s tells what has to stay behind; nothing was written"), place);
  return FALSE;
}

/**
 * kring_handout_check:
 * @map: the whole map
 * @rule: for whom @part is
 * @part: what goes along
 * @error: return location for an error of %KRING_HANDOUT_ERROR
 *
 * Returns: whether there is anybody or anything in @part, and nothing that has to stay behind
 */
gboolean
kring_handout_check (KringMap *map, const KringShareRule *rule, KringMap *part, GError **error)
{
  if (handout_has_content (part))
    return handout_is_clean (map, rule, part, error);
  g_set_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_EMPTY,
               _ ("nothing is left for this reader: %s"), kring_reader_get_heading (rule->reader));
  return FALSE;
}

/**
 * kring_handout_check_name:
 * @map: the whole map
 * @rule: for whom the copy is
 * @name: of its file
 * @error: return location for an error of %KRING_HANDOUT_ERROR
 *
 * Returns: whether @name tells nothing that has to stay behind
 */
gboolean
kring_handout_check_name (KringMap *map,
                          const KringShareRule *rule,
                          const char *name,
                          GError **error)
{
  if (!kring_share_names_left (map, rule, name))
    return TRUE;
  g_set_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_NAME,
               _ ("the name “%s” tells what has to stay behind"), name);
  return FALSE;
}

/**
 * kring_handout_dup_bytes:
 * @map: the whole map
 * @rule: for whom @part is
 * @part: what goes along, checked
 * @secret: of @map
 * @number: of this copy; never the same twice
 * @error: return location for an error of %KRING_HANDOUT_ERROR or %KRING_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): @part as a file with ids of its own, read back and searched
 */
GBytes *
kring_handout_dup_bytes (KringMap *map,
                         const KringShareRule *rule,
                         KringMap *part,
                         const char *secret,
                         const char *number,
                         GError **error)
{
  g_autoptr (KringMap) sealed = NULL, back = NULL;
  g_autoptr (GBytes) bytes = NULL;

  sealed = kring_sealed_dup_map (part, secret, number);
  bytes = kring_codec_write (sealed, error);
  back = bytes != NULL ? kring_codec_read (bytes, error) : NULL;
  return back != NULL && handout_is_clean (map, rule, back, error) ? g_steal_pointer (&bytes)
                                                                   : NULL;
}
