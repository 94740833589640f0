/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"

#include <string.h>

/* Out of "KringSession::notify::tool from 0x5 (...)": "tool". */
static void
add_property (GString *words, const GtSignalLoggerEmission *emission)
{
  GParamSpec *property = NULL; /* (owned) */

  gt_signal_logger_emission_get_params ((GtSignalLoggerEmission *) emission, &property);
  g_string_append (words, property->name);
  g_param_spec_unref (property);
}

/* Out of "KringInteraction::rename from 0x5 (dex)": "rename dex"; of what has no words, the type. */
static void
add_signal (GString *words, const char *name, const char *formatted)
{
  g_autoptr (GString) parameters = g_string_new (strchr (formatted, '(') + 1);

  g_string_truncate (parameters, parameters->len - 1);
  g_string_append (words, name);
  if (strcmp (parameters->str, "no arguments") == 0)
    return;
  g_string_replace (parameters, "GValue of type ", "", 0);
  g_string_append_printf (words, " %s", parameters->str);
}

char *
emitted_take (GtSignalLogger *logger)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gpointer object;
  char *type, *name;
  GtSignalLoggerEmission *emission;

  while (gt_signal_logger_pop_emission (logger, &object, &type, &name, &emission))
    {
      g_autofree char *formatted = gt_signal_logger_format_emission (object, type, name, emission);

      if (words->len > 0)
        g_string_append (words, "; ");
      if (g_str_has_prefix (name, "notify"))
        add_property (words, emission);
      else
        add_signal (words, name, formatted);
      gt_signal_logger_emission_free (emission);
      g_free (name);
      g_free (type);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
