/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emitted.h"

#define MOST 4

typedef union
{
  gpointer pointer; /* (owned) (nullable) */
  double number;
  int integer;
} Parameter;

/* Text and whole numbers; frees what is owned. */
static void
add_parameter (GString *words, GType type, Parameter parameter)
{
  switch (G_TYPE_FUNDAMENTAL (type))
    {
    case G_TYPE_STRING:
      g_string_append (words, parameter.pointer != NULL ? parameter.pointer : "nothing");
      g_free (parameter.pointer);
      break;
    case G_TYPE_DOUBLE:
      g_string_append_printf (words, "%.0f", parameter.number);
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (words, parameter.integer ? "yes" : "no");
      break;
    case G_TYPE_INT:
    case G_TYPE_UINT:
      g_string_append_printf (words, "%d", parameter.integer);
      break;
    case G_TYPE_PARAM:
      g_string_append (words, ((GParamSpec *) parameter.pointer)->name);
      g_param_spec_unref (parameter.pointer);
      break;
    case G_TYPE_OBJECT:
      g_string_append (words, g_type_name (type));
      g_clear_object (&parameter.pointer);
      break;
    case G_TYPE_BOXED:
      g_string_append (words, g_type_name (type));
      g_boxed_free (type, parameter.pointer);
      break;
    default:
      g_string_append (words, g_type_name (type));
    }
}

static void
add_emission (GString *words, GType type, const char *name, GtSignalLoggerEmission *emission)
{
  guint id = g_signal_lookup (g_str_has_prefix (name, "notify") ? "notify" : name, type);
  Parameter parameters[MOST] = { { 0 } };
  GSignalQuery query;

  g_signal_query (id, &query);
  g_assert_cmpuint (query.n_params, <=, MOST);
  gt_signal_logger_emission_get_params (emission, &parameters[0], &parameters[1], &parameters[2],
                                        &parameters[3]);
  g_string_append (words, query.signal_name);
  for (guint i = 0; i < query.n_params; i++)
    {
      g_string_append (words, i == 0 ? " " : ", ");
      add_parameter (words, query.param_types[i] & ~G_SIGNAL_TYPE_STATIC_SCOPE, parameters[i]);
    }
}

char *
emitted_take (GtSignalLogger *logger)
{
  g_autoptr (GString) words = g_string_new (NULL);
  char *type, *name;
  GtSignalLoggerEmission *emission;

  while (gt_signal_logger_pop_emission (logger, NULL, &type, &name, &emission))
    {
      if (words->len > 0)
        g_string_append (words, "; ");
      add_emission (words, g_type_from_name (type), name, emission);
      gt_signal_logger_emission_free (emission);
      g_free (name);
      g_free (type);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* (transfer full): of those signals of one object; to a logger others can be added. */
GtSignalLogger *
emitted_listen (gpointer object, const char *first, ...)
{
  GtSignalLogger *logger = gt_signal_logger_new ();
  va_list names;

  va_start (names, first);
  for (const char *name = first; name != NULL; name = va_arg (names, const char *))
    gt_signal_logger_connect (logger, object, name);
  va_end (names);
  return logger;
}
