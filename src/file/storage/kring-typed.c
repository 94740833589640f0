/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-typed.h"

/**
 * kring_typed_write:
 * @typed: of %KRING_TYPED_TYPE
 *
 * Returns: (transfer full): what kring_typed_read () reads
 */
GBytes *
kring_typed_write (GVariant *typed)
{
  GString *text = g_variant_print_string (typed, NULL, TRUE);

  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}

/**
 * kring_typed_read:
 *
 * Returns: (transfer full) (nullable): of %KRING_TYPED_TYPE; %NULL if it is not that
 */
GVariant *
kring_typed_read (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (text == NULL || !g_utf8_validate_len (text, size, NULL))
    return NULL;
  return g_variant_parse (KRING_TYPED_TYPE, text, text + size, NULL, NULL);
}
