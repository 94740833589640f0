/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-json-schema.h"

#include <stdio.h>

/* Run by the build: prints the JSON Schema that is installed. */
int
main (void)
{
  g_autoptr (GBytes) schema = kring_json_schema_new ();
  gsize size = g_bytes_get_size (schema);

  return fwrite (g_bytes_get_data (schema, NULL), 1, size, stdout) == size ? 0 : 1;
}
