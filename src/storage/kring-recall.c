/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/kring-recall.h"

#include "storage/kring-reader.h"

#include <string.h>

/* Its own key in the table. */
typedef struct
{
  const KringField *field;
  const char *text; /* of the value */
  GVariant *value;  /* (owned) */
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
  return field->type == KRING_FIELD_CHOICE || field->type == KRING_FIELD_DATE;
}

/**
 * kring_recall_new:
 *
 * Returns: (transfer full): a table for the two functions below, in which nothing is known
 */
GHashTable *
kring_recall_new (void)
{
  return g_hash_table_new_full (known_hash, known_equal, known_free, NULL);
}

/**
 * kring_recall:
 * @known: from kring_recall_new ()
 * @node: the value of @field in the file
 *
 * Returns: (transfer none) (nullable): the value, if it was found to be good before
 */
GVariant *
kring_recall (GHashTable *known, const KringField *field, JsonNode *node)
{
  Known key = { field, NULL, NULL };
  const Known *found;

  if (!comes_back (field) || !kring_reader_holds (node, G_TYPE_STRING))
    return NULL;
  key.text = json_node_get_string (node);
  found = g_hash_table_lookup (known, &key);
  return found != NULL ? found->value : NULL;
}

/**
 * kring_remember:
 * @known: from kring_recall_new ()
 * @value: a good value of @field, not floating
 *
 * Keeps @value, if it is of a sort that comes back.
 */
void
kring_remember (GHashTable *known, const KringField *field, GVariant *value)
{
  Known *fresh;

  if (!comes_back (field))
    return;
  fresh = g_new (Known, 1);
  fresh->field = field;
  fresh->value = g_variant_ref (value);
  fresh->text = g_variant_get_string (value, NULL);
  g_hash_table_add (known, fresh);
}
