/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-format.h"

#include "map/model/kring-item-private.h"

#include <string.h>

#define NAME_LENGTH_MAX 64

static const char *const keys[KRING_N_KINDS] = {
  [KRING_KIND_PERSON] = "persons",   [KRING_KIND_ORGANISATION] = "organisations",
  [KRING_KIND_PLACE] = "places",     [KRING_KIND_VEHICLE] = "vehicles",
  [KRING_KIND_PHONE] = "phones",     [KRING_KIND_ACCOUNT] = "accounts",
  [KRING_KIND_MONEY] = "money",      [KRING_KIND_EVENT] = "events",
  [KRING_KIND_NOTE] = "notes",       [KRING_KIND_GROUP] = "groups",
  [KRING_KIND_TIE] = "ties",         [KRING_KIND_PARTICIPANT] = "participants",
  [KRING_KIND_SIGNAL] = "signals",   [KRING_KIND_STATEMENT] = "statements",
  [KRING_KIND_TASK] = "tasks",       [KRING_KIND_COPY] = "copies",
  [KRING_KIND_MEETING] = "meetings", [KRING_KIND_VIEW] = "views",
  [KRING_KIND_CASE] = "case",
};

/* Fields that came with minor version 1 to kinds that are older. */
static const char *const fields_of_minor_1[] = {
  KRING_F_CERTAINTY_BY_HAND,
  KRING_F_OWN_POSITION,
  KRING_F_OWN_RING,
  KRING_F_REMINDED_NOT_TO_QUESTION,
  KRING_F_ROUND_RINGS,
  KRING_F_SET_ASIDE,
  KRING_F_SORT,
  KRING_F_TIE_ICONS,
};

/* And with minor version 2. */
static const char *const fields_of_minor_2[] = { KRING_F_CONCERNS, KRING_F_FAR_SIZE,
                                                 KRING_F_MIDDLE_SIZE, KRING_F_NEAR_SIZE,
                                                 KRING_F_NOT_FOR_YOUTH };

/* The value that reading back gives; minus zero becomes zero. */
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
 * kring_format_get_key:
 *
 * Returns: (transfer none): the member in which items of @kind stand: a list, for the case an object
 */
const char *
kring_format_get_key (const KringKind *kind)
{
  g_return_val_if_fail (keys[kind->id] != NULL, kind->name);

  return keys[kind->id];
}

static gboolean
has_any (KringItem *item, const char *const *fields, guint n_fields)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < n_fields; i++)
    if (kring_kind_find_field (kind, fields[i]) != NULL &&
        kring_item_get_named (item, fields[i]) != NULL)
      return TRUE;
  return FALSE;
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

  if (has_any (item, fields_of_minor_2, G_N_ELEMENTS (fields_of_minor_2)))
    return 2;
  if (kind->group == KRING_GROUP_ABOUT || kind->group == KRING_GROUP_LOOKING ||
      kind->id == KRING_KIND_COPY || kind->id == KRING_KIND_MEETING)
    return 1;
  return has_any (item, fields_of_minor_1, G_N_ELEMENTS (fields_of_minor_1));
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
    if (strcmp (keys[i], key) == 0)
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
