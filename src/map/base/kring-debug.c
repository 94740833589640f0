/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-debug.h"

static const GDebugKey parts[] = {
  { "layout", KRING_DEBUG_LAYOUT },
  { "recovery", KRING_DEBUG_RECOVERY },
  { "filter", KRING_DEBUG_FILTER },
  { "storage", KRING_DEBUG_STORAGE },
};

static guint
get_wanted (void)
{
  static gsize
      wanted; /* has one bit more than the parts wanted, so that it is not 0 when none is */

  if (g_once_init_enter (&wanted))
    g_once_init_leave (&wanted, 1 + 2 * (gsize) g_parse_debug_string (g_getenv ("KRING_DEBUG"),
                                                                      parts, G_N_ELEMENTS (parts)));
  return wanted / 2;
}

static const char *
get_part_name (KringDebugPart part)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].value == (guint) part)
      return parts[i].key;
  g_return_val_if_reached ("");
}

/**
 * kring_debug:
 * @part: one part of the program
 * @format: of one line, without its end
 *
 * Prints the line if the part was asked for when the program first came here.
 */
void
kring_debug (KringDebugPart part, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  if ((get_wanted () & part) == 0)
    return;
  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("kring-%s: %s\n", get_part_name (part), line);
}
