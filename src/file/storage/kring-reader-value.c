/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-reader-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GVariant *
take_point (KringReader *self, JsonNode *node)
{
  JsonArray *array = kring_reader_take_array (self, node);
  double xy[2];

  if (array == NULL)
    return NULL;
  if (json_array_get_length (array) != 2)
    {
      kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT, _ ("two numbers are expected"));
      return NULL;
    }
  for (guint i = 0; i < 2; i++)
    {
      gsize mark = kring_reader_enter_nth (self, i);

      if (!kring_reader_take_double (self, json_array_get_element (array, i), &xy[i]))
        return NULL;
      kring_reader_leave (self, mark);
    }
  return g_variant_new ("(dd)", xy[0], xy[1]);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Reads a list of strings and sorts it: its order in a file has no meaning. */
static GVariant *
take_strings (KringReader *self, JsonNode *node)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  JsonArray *array = kring_reader_take_array (self, node);

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gsize mark = kring_reader_enter_nth (self, i);
      const char *string = kring_reader_take_string (self, json_array_get_element (array, i));

      if (string == NULL)
        return NULL;
      g_ptr_array_add (strings, (gpointer) string);
      kring_reader_leave (self, mark);
    }
  g_ptr_array_sort (strings, compare_strings);
  return g_variant_new_strv ((const char *const *) strings->pdata, strings->len);
}

/**
 * kring_reader_take_value:
 * @field: what the value is of; not one that holds a string
 *
 * Returns: (transfer full) (nullable): a floating value of the type of @field; %NULL if there is
 *   none, and the reader has its message
 */
GVariant *
kring_reader_take_value (KringReader *self, const KringField *field, JsonNode *node)
{
  double number;

  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      if (kring_reader_holds (node, G_TYPE_BOOLEAN))
        return g_variant_new_boolean (json_node_get_boolean (node));
      kring_reader_refuse (self, KRING_STORAGE_ERROR_FORMAT, _ ("true or false is expected"));
      return NULL;
    case KRING_FIELD_NUMBER:
      return kring_reader_take_double (self, node, &number) ? g_variant_new_double (number) : NULL;
    case KRING_FIELD_POINT:
      return take_point (self, node);
    case KRING_FIELD_REFS:
      return take_strings (self, node);
    default:
      g_return_val_if_reached (NULL);
    }
}
