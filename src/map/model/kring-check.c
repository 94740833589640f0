/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-id.h"
#include "map/model/kring-map-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_check_target (KringMap *map, const KringField *field, const char *id, GError **error)
{
  KringItem *target = kring_map_get_item (map, id);

  if (target == NULL)
    {
      g_set_error (error, KRING_MAP_ERROR, KRING_MAP_ERROR_REFERENCE,
                   _ ("“%s” refers to an item that is not there: “%s”"), field->name, id);
      return FALSE;
    }
  if ((field->refers_to & (1u << kring_item_get_kind (target)->id)) == 0)
    {
      g_set_error (error, KRING_MAP_ERROR, KRING_MAP_ERROR_REFERENCE,
                   _ ("“%s” may not refer to an item of this kind: “%s”"), field->name, id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_targets (KringMap *map, KringItem *item, const KringField *field, GError **error)
{
  g_auto (GStrv) ids = NULL;

  if (field->type == KRING_FIELD_REF)
    return check_check_target (
        map, field, g_variant_get_string (kring_item_get_value (item, field), NULL), error);
  ids = kring_item_dup_refs (item, field->name);
  for (int i = 0; ids[i] != NULL; i++)
    if (!check_check_target (map, field, ids[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check_field (
    KringMap *map, KringItem *item, const KringField *field, gboolean values, GError **error)
{
  GVariant *value = kring_item_get_value (item, field);

  if (value == NULL && (field->flags & KRING_FIELD_REQUIRED) == 0)
    return TRUE;
  if ((values || value == NULL) && !kring_field_check_value (field, value, error))
    {
      if (error != NULL && *error != NULL)
        {
          (*error)->domain = KRING_MAP_ERROR;
          (*error)->code = KRING_MAP_ERROR_VALUE;
        }
      return FALSE;
    }
  return field->refers_to == 0 || check_targets (map, item, field, error);
}

static gboolean
check_item (
    KringMap *map, KringItem *item, gboolean values, const char **field_name, GError **error)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      *field_name = kind->fields[i].name;
      if (!check_field (map, item, &kind->fields[i], values, error))
        return FALSE;
    }
  if (kind->id == KRING_KIND_TIE && strcmp (kring_item_get_text (item, KRING_F_FROM),
                                            kring_item_get_text (item, KRING_F_TO)) == 0)
    {
      *field_name = "to";
      g_set_error (error, KRING_MAP_ERROR, KRING_MAP_ERROR_SELF_TIE,
                   _ ("a tie must join two different items"));
      return FALSE;
    }
  if (kind->id == KRING_KIND_CASE && strcmp (kring_item_get_id (item), KRING_MAP_CASE_ID) != 0)
    {
      *field_name = "id";
      g_set_error (error, KRING_MAP_ERROR, KRING_MAP_ERROR_CASE,
                   _ ("there must be one case, with the id “%s”"), KRING_MAP_CASE_ID);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_one (KringMap *self, KringItem *item, gboolean values, char **place, GError **error)
{
  const char *field_name = NULL;

  if (check_item (self, item, values, &field_name, error))
    return TRUE;
  if (place != NULL)
    *place = g_strdup_printf ("%s.%s", kring_item_get_id (item), field_name);
  return FALSE;
}

static gboolean
check_check_map (KringMap *self, gboolean values, char **place, GError **error)
{
  for (guint i = 0; i < kring_map_get_n_items (self); i++)
    if (!check_one (self, kring_map_get_nth (self, i), values, place, error))
      return FALSE;
  return TRUE;
}

/* Checks one item as kring_map_check () does, without the items that refer to it. */
gboolean
kring_map_check_item (KringMap *self, KringItem *item, char **place, GError **error)
{
  return check_one (self, item, TRUE, place, error);
}

/**
 * kring_map_check:
 * @place: (out) (transfer full) (nullable) (optional): where it is wrong, as `id.field`
 * @error: return location for an error of %KRING_MAP_ERROR
 *
 * Checks every invariant of a map: values allowed, references resolve and point at allowed kinds,
 * ties join two items, one case.
 *
 * Returns: whether all hold
 */
gboolean
kring_map_check (KringMap *self, char **place, GError **error)
{
  return check_check_map (self, TRUE, place, error);
}

/**
 * kring_map_check_references:
 * @place: (out) (transfer full) (nullable) (optional): where it is wrong, as `id.field`
 * @error: return location for an error of %KRING_MAP_ERROR
 *
 * As kring_map_check (), for maps of which each value was looked at already.
 *
 * Returns: whether all hold
 */
gboolean
kring_map_check_references (KringMap *self, char **place, GError **error)
{
  return check_check_map (self, FALSE, place, error);
}
