/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-format.h"

#include "map/model/kring-item-private.h"

#include <string.h>

#define NAME_LENGTH_MAX 64

/* Returns the value that reading back gives; minus zero becomes zero. */
static double
format_round_to (double value, int decimals)
{
  double scale = pow (10, decimals), scaled = round (value * scale);

  return scaled == 0 ? 0 : scaled / scale;
}

static GVariant *
round_value (const KringField *field, GVariant *value)
{
  double x, y;

  if (field->type == KRING_FIELD_NUMBER)
    return g_variant_new_double (
        format_round_to (g_variant_get_double (value), KRING_FORMAT_NUMBER_DECIMALS));
  g_variant_get (value, "(dd)", &x, &y);
  return g_variant_new ("(dd)", format_round_to (x, KRING_FORMAT_POSITION_DECIMALS),
                        format_round_to (y, KRING_FORMAT_POSITION_DECIMALS));
}

/**
 * kring_format_get_newest_minor:
 *
 * Returns: the minor version that knows all of the schema
 */
gint64
kring_format_get_newest_minor (void)
{
  gint64 minor = 0;

  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);

      minor = MAX (minor, kind->since);
      for (guint i = 0; i < kind->n_fields; i++)
        minor = MAX (minor, kind->fields[i].since);
    }
  return minor;
}

/**
 * kring_format_get_minor:
 *
 * Returns: the first minor version that knows all that @item says
 */
gint64
kring_format_get_minor (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  gint64 minor = kind->since;

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].since > minor && kring_item_get_value (item, &kind->fields[i]) != NULL)
      minor = kind->fields[i].since;
  return minor;
}

/**
 * kring_format_find_kind:
 *
 * Returns: (transfer none) (nullable): the kind that stands in the member @key
 */
const KringKind *
kring_format_find_kind (const char *key)
{
  for (guint i = 0; i < KRING_N_KINDS; i++)
    if (strcmp (kring_kind_get (i)->list, key) == 0)
      return kring_kind_get (i);
  return NULL;
}

/**
 * kring_format_is_name:
 *
 * Returns: whether any version of Kring may call a member @name
 */
gboolean
kring_format_is_name (const char *name)
{
  gsize n = strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_");

  return n > 0 && n <= NAME_LENGTH_MAX && name[n] == '\0';
}

/**
 * kring_format_dup_rounded:
 *
 * Returns: (transfer full): a copy of @item with numbers as precise as they stand in a file
 */
KringItem *
kring_format_dup_rounded (KringItem *item)
{
  KringItem *copy = kring_item_copy (item);
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (item, field);

      if (value != NULL && (field->type == KRING_FIELD_NUMBER || field->type == KRING_FIELD_POINT))
        kring_item_set_value (copy, field, round_value (field, value));
    }
  return copy;
}
