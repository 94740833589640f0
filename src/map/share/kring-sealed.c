/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-sealed.h"

#include "map/base/kring-id.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

/* Of the 64 digits of SHA-256 in an id: 128 bits. */
#define DIGITS 32

/* Ids in a secret, of fifty random bits each. */
#define SECRET_IDS 4

/**
 * kring_sealed_dup_secret:
 *
 * Returns: (transfer full): two hundred random bits, to be kept in the fuller map
 */
char *
kring_sealed_dup_secret (void)
{
  g_autoptr (KringIdSource) source = kring_id_source_new_random ();
  GString *secret = g_string_new (NULL);

  for (guint i = 0; i < SECRET_IDS; i++)
    {
      g_autofree char *id = kring_id_source_next (source);

      g_string_append (secret, id);
    }
  return g_string_free (secret, FALSE);
}

/**
 * kring_sealed_dup_secret_of:
 * @map: the fuller map
 *
 * Returns: (transfer full): its secret; until something that was shared is noted, a new one
 */
char *
kring_sealed_dup_secret_of (KringMap *map)
{
  const char *secret = kring_item_get_text (kring_map_get_case (map), KRING_F_SHARE_SECRET);

  return secret != NULL ? g_strdup (secret) : kring_sealed_dup_secret ();
}

/**
 * kring_sealed_dup_id:
 * @id: in the fuller map
 * @secret: of that map
 * @number: of the copy
 *
 * HMAC-SHA-256 (RFC 2104) of number and id, cut to 128 bits.
 *
 * Returns: (transfer full): the id in the copy
 */
char *
kring_sealed_dup_id (const char *id, const char *secret, const char *number)
{
  g_autofree char *text = g_strdup_printf ("%s %s", number, id);
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret,
                                                       strlen (secret), text, strlen (text));

  /* An id begins with a letter. */
  return g_strdup_printf ("s%.*s", DIGITS, digest);
}

static int
sealed_compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted, as lists of references are. */
static GVariant *
dup_sealed_refs (GVariant *value, const char *secret, const char *number)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) sealed = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (sealed, kring_sealed_dup_id (ids[i], secret, number));
  g_ptr_array_sort (sealed, sealed_compare_ids);
  return g_variant_ref_sink (
      g_variant_new_strv ((const char *const *) sealed->pdata, (gssize) sealed->len));
}

/* (transfer full): @value with the ids of the copy. */
static GVariant *
dup_sealed_value (const KringField *field, GVariant *value, const char *secret, const char *number)
{
  if (field->type == KRING_FIELD_REFS)
    return dup_sealed_refs (value, secret, number);
  if (field->type != KRING_FIELD_REF)
    return g_variant_ref (value);
  return g_variant_ref_sink (g_variant_new_take_string (
      kring_sealed_dup_id (g_variant_get_string (value, NULL), secret, number)));
}

static KringItem *
dup_sealed_item (KringItem *item, const char *secret, const char *number)
{
  const KringKind *kind = kring_item_get_kind (item);
  g_autofree char *id = kind->id == KRING_KIND_CASE
                            ? g_strdup (kring_item_get_id (item))
                            : kring_sealed_dup_id (kring_item_get_id (item), secret, number);
  KringItem *sealed = kring_item_new (kind, id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      GVariant *value = kring_item_get_value (item, &kind->fields[i]);
      g_autoptr (GVariant) own = NULL;

      if (value == NULL)
        continue;
      own = dup_sealed_value (&kind->fields[i], value, secret, number);
      kring_item_set_value (sealed, &kind->fields[i], own);
    }
  return sealed;
}

/**
 * kring_sealed_dup_map:
 * @part: what may go along
 * @secret: of the fuller map
 * @number: of this copy; never the same twice
 *
 * Returns: (transfer full): @part with ids of its own
 */
KringMap *
kring_sealed_dup_map (KringMap *part, const char *secret, const char *number)
{
  KringMap *map = kring_map_new ();

  for (guint i = 0; i < kring_map_get_n_items (part); i++)
    {
      g_autoptr (KringItem) sealed = dup_sealed_item (kring_map_get_nth (part, i), secret, number);

      kring_map_load (map, sealed);
    }
  return map;
}
