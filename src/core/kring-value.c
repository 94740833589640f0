/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-date.h"
#include "core/kring-geometry.h"
#include "core/kring-id.h"
#include "core/kring-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_LENGTH_MAX 2000
#define LONG_TEXT_LENGTH_MAX 100000
#define REFS_MAX 10000
#define AGE_MAX 130

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (KRING_SCHEMA_ERROR, KRING_SCHEMA_ERROR_VALUE, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_length (const char *text, gsize max, GError **error)
{
  gsize length = strlen (text);

  if (length > max)
    return refuse (error, _ ("text of %zu bytes is too long (at most %zu)"), length, max);
  return TRUE;
}

static gboolean
check_age (const char *text, GError **error)
{
  const char *digits = *text == '~' ? text + 1 : text;
  gsize n = strspn (digits, "0123456789");

  if (n < 1 || n > 3 || digits[n] != '\0' || atoi (digits) > AGE_MAX)
    return refuse (error, _ ("“%s” is not an age (such as 15 or ~25)"), text);
  return TRUE;
}

static gboolean
check_refs (GVariant *value, GError **error)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  gsize n = g_variant_n_children (value);

  if (n > REFS_MAX)
    return refuse (error, _ ("too many references"));
  for (gsize i = 0; i < n; i++)
    {
      if (!kring_id_is_valid (ids[i]))
        return refuse (error, _ ("“%s” is not an id"), ids[i]);
      if (i > 0 && strcmp (ids[i - 1], ids[i]) >= 0)
        return refuse (error, _ ("references must be sorted and without repeats"));
    }
  return TRUE;
}

static gboolean
check_point (GVariant *value, GError **error)
{
  double x, y;

  g_variant_get (value, "(dd)", &x, &y);
  /* The comparison is written so that NaN fails it. */
  if (!(fabs (x) <= KRING_COORDINATE_MAX && fabs (y) <= KRING_COORDINATE_MAX))
    return refuse (error, _ ("position outside the map"));
  return TRUE;
}

static gboolean
check_string (const KringField *field, const char *text, GError **error)
{
  KringDate date;

  if (*text == '\0')
    return TRUE;
  switch (field->type)
    {
    case KRING_FIELD_TEXT:
      return check_length (text, TEXT_LENGTH_MAX, error);
    case KRING_FIELD_LONG_TEXT:
      return check_length (text, LONG_TEXT_LENGTH_MAX, error);
    case KRING_FIELD_CHOICE:
      if (kring_field_find_choice (field, text) < 0)
        return refuse (error, _ ("“%s” is not one of the choices"), text);
      return TRUE;
    case KRING_FIELD_DATE:
      if (!kring_date_parse (text, &date))
        return refuse (error, _ ("“%s” is not a date (such as 2025-09-12, 2025-09 or ~2019)"),
                       text);
      return TRUE;
    case KRING_FIELD_AGE:
      return check_age (text, error);
    case KRING_FIELD_REF:
      if (!kring_id_is_valid (text))
        return refuse (error, _ ("“%s” is not an id"), text);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * kring_field_check_value:
 * @value: (nullable): a value; %NULL means unset
 * @error: return location for an error of %KRING_SCHEMA_ERROR, in the language of the interface
 *
 * Looks at the value alone; whether references point at something is a matter of the map.
 *
 * Returns: whether @field may hold @value
 */
gboolean
kring_field_check_value (const KringField *field, GVariant *value, GError **error)
{
  if (value == NULL)
    {
      if (field->flags & KRING_FIELD_REQUIRED)
        return refuse (error, _ ("“%s” must not be empty"), kring_field_get_label (field));
      return TRUE;
    }
  if (!g_variant_is_of_type (value, kring_field_get_value_type (field)))
    {
      g_set_error (error, KRING_SCHEMA_ERROR, KRING_SCHEMA_ERROR_TYPE, _ ("wrong type of value"));
      return FALSE;
    }
  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      return TRUE;
    case KRING_FIELD_NUMBER:
      if (!(fabs (g_variant_get_double (value)) <= KRING_COORDINATE_MAX))
        return refuse (error, _ ("number out of range"));
      return TRUE;
    case KRING_FIELD_REFS:
      return check_refs (value, error);
    case KRING_FIELD_POINT:
      return check_point (value, error);
    default:
      return check_string (field, g_variant_get_string (value, NULL), error);
    }
}

/**
 * kring_field_normalise_value:
 * @value: (nullable) (transfer full): an allowed value of @field
 *
 * One meaning has one value: empty text, "no", an empty list and the choice that an unset field
 * means anyway all become unset.
 *
 * Returns: (transfer full) (nullable): the value to keep
 */
GVariant *
kring_field_normalise_value (const KringField *field, GVariant *value)
{
  gboolean empty = FALSE;

  if (value == NULL)
    return NULL;
  if (field->type == KRING_FIELD_BOOL)
    empty = !g_variant_get_boolean (value);
  else if (field->type == KRING_FIELD_REFS)
    empty = g_variant_n_children (value) == 0;
  else if (kring_field_holds_string (field))
    {
      const char *text = g_variant_get_string (value, NULL);

      empty = *text == '\0' ||
              (field->fallback >= 0 && strcmp (text, field->choices[field->fallback].name) == 0);
    }
  if (!empty)
    return value;
  g_variant_unref (value);
  return NULL;
}
