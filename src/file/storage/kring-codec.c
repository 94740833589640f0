/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-codec.h"

#include "file/storage/kring-decoder.h"
#include "file/storage/kring-encoder.h"
#include "file/storage/kring-format.h"

#include <glib/gi18n-lib.h>

struct _KringDraft
{
  GBytes *bytes;    /* (owned) */
  GPtrArray *items; /* (owned) (element-type KringItem), what bytes must hold */
};

static gboolean
holds_same (KringDraft *draft, KringMap *back)
{
  if (draft->items->len != kring_map_get_n_items (back))
    return FALSE;
  for (guint i = 0; i < draft->items->len; i++)
    if (!kring_item_equal (g_ptr_array_index (draft->items, i), kring_map_get_nth (back, i)))
      return FALSE;
  return TRUE;
}

/**
 * kring_draft_new:
 * @map: a map outside a transaction
 *
 * Returns: (transfer full): @map as it is now; it may change from here on
 */
KringDraft *
kring_draft_new (KringMap *map)
{
  KringDraft *self = g_new0 (KringDraft, 1);

  self->bytes = kring_encode_map (map);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    g_ptr_array_add (self->items, kring_format_dup_rounded (kring_map_get_nth (map, i)));
  return self;
}

void
kring_draft_free (KringDraft *self)
{
  g_bytes_unref (self->bytes);
  g_ptr_array_unref (self->items);
  g_free (self);
}

/**
 * kring_draft_finish:
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Returns: (transfer full) (nullable): the map as bytes that were read back and found to hold the
 *   same
 */
GBytes *
kring_draft_finish (KringDraft *self, GError **error)
{
  g_autoptr (KringMap) back = kring_decode_map (self->bytes, NULL, error);
  g_autoptr (GBytes) again = NULL;

  if (back == NULL)
    {
      g_prefix_error (error, "%s ", _ ("The map cannot be written down:"));
      return NULL;
    }
  again = kring_encode_map (back);
  if (holds_same (self, back) && g_bytes_equal (self->bytes, again))
    return g_bytes_ref (self->bytes);
  g_set_error_literal (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_VERIFY,
                       _ ("The map written down does not read back the same."));
  return NULL;
}

/**
 * kring_codec_write:
 * @map: a map outside a transaction
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Does at once what kring_draft_new () and kring_draft_finish () do.
 *
 * Returns: (transfer full) (nullable): @map as bytes that were read back and found to hold the same
 */
GBytes *
kring_codec_write (KringMap *map, GError **error)
{
  g_autoptr (KringDraft) draft = kring_draft_new (map);

  return kring_draft_finish (draft, error);
}

/**
 * kring_codec_read:
 * @error: return location for an error of %KRING_STORAGE_ERROR that names the place
 *
 * Returns: (transfer full) (nullable): the map that @bytes hold
 */
KringMap *
kring_codec_read (GBytes *bytes, GError **error)
{
  return kring_decode_map (bytes, NULL, error);
}

/**
 * kring_codec_read_mended:
 * @n_mended: (out): how many items were about something that was removed by a program that did not
 *   know them; they hang on the case now
 * @error: return location for an error of %KRING_STORAGE_ERROR that names the place
 *
 * Returns: (transfer full) (nullable): the map that @bytes hold
 */
KringMap *
kring_codec_read_mended (GBytes *bytes, guint *n_mended, GError **error)
{
  return kring_decode_map (bytes, n_mended, error);
}

/**
 * kring_codec_write_fragment:
 * @items: (element-type KringItem): items of one map, no case among them
 *
 * Returns: (transfer full): their values, for the clipboard; references may point outside
 */
GBytes *
kring_codec_write_fragment (GPtrArray *items)
{
  return kring_encode_fragment (items);
}

/**
 * kring_codec_read_fragment:
 * @error: return location for an error of %KRING_STORAGE_ERROR that names the place
 *
 * Returns: (transfer full) (nullable) (element-type KringItem): loose items, no case among them;
 *   each is allowed by itself, but what its references point at may be missing
 */
GPtrArray *
kring_codec_read_fragment (GBytes *bytes, GError **error)
{
  return kring_decode_fragment (bytes, error);
}
