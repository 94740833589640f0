/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-value-cache.h"

#include <string.h>

/* An entry of the table; it is its own key. */
typedef struct
{
  const KringField *field; /* (not owned), of the schema */
  const char *text;        /* of the value */
  GVariant *value;         /* (owned) */
} Known;

static guint
known_hash (gconstpointer data)
{
  const Known *known = data;

  return g_str_hash (known->text) ^ g_direct_hash (known->field);
}

static gboolean
known_equal (gconstpointer a, gconstpointer b)
{
  const Known *known_a = a, *known_b = b;

  return known_a->field == known_b->field && strcmp (known_a->text, known_b->text) == 0;
}

static void
known_free (gpointer data)
{
  Known *known = data;

  g_variant_unref (known->value);
  g_free (known);
}

static gboolean
comes_back (const KringField *field)
{
  return kring_field_holds_string (field) && field->type != KRING_FIELD_LONG_TEXT;
}

/**
 * kring_value_cache_new:
 *
 * Returns: (transfer full): a table for the two functions below, in which nothing is known
 */
GHashTable *
kring_value_cache_new (void)
{
  return g_hash_table_new_full (known_hash, known_equal, known_free, NULL);
}

/**
 * kring_value_cache_find:
 * @known: from kring_value_cache_new ()
 * @text: what stands in the file for @field
 *
 * Returns: (transfer none) (nullable): the value in its normal form, if it was found to be good before
 */
GVariant *
kring_value_cache_find (GHashTable *known, const KringField *field, const char *text)
{
  const Known key = { field, text, NULL };
  const Known *found = comes_back (field) ? g_hash_table_lookup (known, &key) : NULL;

  return found != NULL ? found->value : NULL;
}

/**
 * kring_value_cache_add:
 * @known: from kring_value_cache_new ()
 * @value: (nullable): a good value of @field in its normal form, not floating
 *
 * Keeps @value, if it is of a sort that comes back.
 */
void
kring_value_cache_add (GHashTable *known, const KringField *field, GVariant *value)
{
  Known *fresh;

  if (value == NULL || !comes_back (field))
    return;
  fresh = g_new (Known, 1);
  fresh->field = field;
  fresh->value = g_variant_ref (value);
  fresh->text = g_variant_get_string (value, NULL);
  g_hash_table_add (known, fresh);
}
