/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/kring-fuzz.h"

#include "file/storage/kring-codec.h"
#include "file/storage/kring-gate.h"

#include <json-glib/json-glib.h>

/* What the gate lets through, the parser behind it must be able to read. */
static void
check_gate (GBytes *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!kring_gate_check (bytes, NULL))
    return;
  g_assert_true (json_parser_load_from_data (parser, data, size, NULL));
  g_assert_nonnull (json_parser_get_root (parser));
}

/* What was read must be writable, and read back the same. */
static void
check_map (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = kring_codec_read (bytes, &error), back = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_cmpint (map == NULL, ==, error != NULL);
  if (map == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  written = kring_codec_write (map, &error);
  g_assert_no_error (error);
  back = kring_codec_read (written, &error);
  g_assert_no_error (error);
}

static void
check_fragment (GBytes *bytes)
{
  g_autoptr (GPtrArray) items = kring_codec_read_fragment (bytes, NULL), back = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  if (items == NULL)
    return;
  written = kring_codec_write_fragment (items);
  back = kring_codec_read_fragment (written, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, back->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check_gate (bytes);
  check_map (bytes);
  check_fragment (bytes);
  return 0;
}
