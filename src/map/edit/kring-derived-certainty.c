/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certainty of an item follows its surest statement, in the transaction that changes the
 * statement:
 *
 *   set by hand                          stays
 *   the young person at the centre       stays
 *   came in the same transaction         stays as it came
 *   a statement of which nobody said it  counts for nothing
 *   a statement that is new about it     stays: noting something changes nothing by itself
 *   was as sure as its surest statement  follows
 *   was not                              stays: somebody set it where by hand is not written down
 *   let go by hand                       follows
 *   no statement left                    stays */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A statement as it was before the changes. */
typedef struct
{
  const char *about; /* (not owned) (nullable) NULL where there was none */
  KringCertainty certainty;
  gboolean said; /* whether somebody said how sure it is; if not, it does not count */
} Past;

typedef struct
{
  KringMap *map;                       /* (not owned) */
  const KringField *about, *certainty; /* fields of a statement */
  GHashTable *past;                    /* (owned) (element-type utf8 Past) changed ones, by id */
  GHashTable *asked;                   /* (owned) (element-type utf8) items that were let go */
  GHashTable *fresh;                   /* (owned) (element-type utf8) items that just came */
} Follow;

static KringCertainty
get_certainty (const KringField *field, GVariant *value)
{
  return value != NULL
             ? (KringCertainty) kring_field_find_choice (field, g_variant_get_string (value, NULL))
             : (KringCertainty) field->fallback;
}

static Past
derived_certainty_describe (KringItem *statement)
{
  return (Past){ kring_item_get_text (statement, KRING_F_ABOUT),
                 kring_item_get_certainty (statement), kring_item_says_certainty (statement) };
}

static Past *
ensure_past (Follow *self, const KringChange *change)
{
  Past *past = g_hash_table_lookup (self->past, change->id);
  KringItem *item = kring_map_get_item (self->map, change->id);

  if (past != NULL)
    return past;
  past = g_new0 (Past, 1);
  if (item != NULL)
    *past = derived_certainty_describe (item);
  g_hash_table_insert (self->past, change->id, past);
  return past;
}

/* Takes a change back in @self->past; called from the last change to the first. */
static void
go_back (Follow *self, const KringChange *change)
{
  if (change->type == KRING_CHANGE_INSERTED)
    ensure_past (self, change)->about = NULL;
  else if (change->type == KRING_CHANGE_REMOVED)
    *ensure_past (self, change) = derived_certainty_describe (change->item);
  else if (change->field == self->about)
    ensure_past (self, change)->about =
        change->old_value != NULL ? g_variant_get_string (change->old_value, NULL) : NULL;
  else if (change->field == self->certainty)
    {
      ensure_past (self, change)->certainty = get_certainty (change->field, change->old_value);
      ensure_past (self, change)->said = change->old_value != NULL;
    }
}

static void
read_changes (Follow *self, GPtrArray *changes)
{
  for (guint i = changes->len; i > 0; i--)
    {
      const KringChange *change = g_ptr_array_index (changes, i - 1);

      if (change->kind->id == KRING_KIND_STATEMENT)
        go_back (self, change);
      else if (change->type == KRING_CHANGE_INSERTED)
        g_hash_table_add (self->fresh, change->id);
      else if (change->type == KRING_CHANGE_SET && change->new_value == NULL &&
               strcmp (change->field->name, KRING_F_CERTAINTY_BY_HAND) == 0)
        g_hash_table_add (self->asked, change->id);
    }
}

static gboolean
add_surest (KringCertainty *surest, const Past *stated)
{
  if (stated->said)
    *surest = kring_certainty_get_surest (*surest, stated->certainty);
  return stated->said;
}

/* As kring_map_find_stated_certainty () before the changes. */
static gboolean
find_stated_before (Follow *self, const char *id, KringCertainty *surest)
{
  g_autoptr (GPtrArray) statements = kring_map_dup_statements_of (self->map, id);
  gboolean said = FALSE;
  GHashTableIter iter;
  gpointer past;

  *surest = KRING_CERTAINTY_REFUTED;
  for (guint i = 0; i < statements->len; i++)
    {
      Past is = derived_certainty_describe (g_ptr_array_index (statements, i));

      if (!g_hash_table_contains (self->past, kring_item_get_id (statements->pdata[i])))
        said |= add_surest (surest, &is);
    }
  g_hash_table_iter_init (&iter, self->past);
  while (g_hash_table_iter_next (&iter, NULL, &past))
    if (g_strcmp0 (((Past *) past)->about, id) == 0)
      said |= add_surest (surest, past);
  return said;
}

static gboolean
was_in_step (Follow *self, KringItem *item)
{
  const char *id = kring_item_get_id (item);
  KringCertainty before;

  if (g_hash_table_contains (self->asked, id))
    return TRUE;
  if (g_hash_table_contains (self->fresh, id))
    return FALSE;
  return !find_stated_before (self, id, &before) || before == kring_item_get_certainty (item);
}

/* Whether a statement that was about the item before was changed or removed, or the item was told
 * to follow its sources. */
static gboolean
is_judged (Follow *self, const char *id)
{
  GHashTableIter iter;
  gpointer past;

  g_hash_table_iter_init (&iter, self->past);
  while (g_hash_table_iter_next (&iter, NULL, &past))
    if (g_strcmp0 (((Past *) past)->about, id) == 0)
      return TRUE;
  return g_hash_table_contains (self->asked, id);
}

static void
follow (Follow *self, const char *id)
{
  KringItem *item = kring_map_get_item (self->map, id);
  const KringField *field;
  KringCertainty now;

  if (item == NULL || !kring_map_can_follow (self->map, item) || !is_judged (self, id) ||
      !was_in_step (self, item) || !kring_map_find_stated_certainty (self->map, id, &now))
    return;
  field = &kring_item_get_kind (item)->fields[KRING_COMMON_CERTAINTY];
  if (now == kring_item_get_certainty (item))
    return;
  kring_map_set (self->map, id, field, g_variant_new_string (field->choices[now].name));
}

/* Returns: (transfer full) (element-type utf8): the items that changed statements were or are
 * about, and those told to follow their sources. */
static GHashTable *
dup_affected (Follow *self)
{
  GHashTable *affected = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, past;

  g_hash_table_iter_init (&iter, self->past);
  while (g_hash_table_iter_next (&iter, &id, &past))
    {
      KringItem *statement = kring_map_get_item (self->map, id);

      if (((Past *) past)->about != NULL)
        g_hash_table_add (affected, (gpointer) ((Past *) past)->about);
      if (statement != NULL)
        g_hash_table_add (affected, (gpointer) kring_item_get_text (statement, KRING_F_ABOUT));
    }
  g_hash_table_iter_init (&iter, self->asked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (affected, id);
  return affected;
}

static void
follow_all (Follow *self)
{
  g_autoptr (GHashTable) affected = dup_affected (self);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, affected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    follow (self, id);
}

/**
 * kring_derived_certainty_settle:
 * @changes: (element-type KringChange): of the transaction that is open
 *
 * Lets the certainty of items follow what is stated about them.
 */
void
kring_derived_certainty_settle (KringMap *map, GPtrArray *changes)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_STATEMENT);
  Follow self = {
    .map = map,
    .about = kring_kind_find_field (kind, KRING_F_ABOUT),
    .certainty = kring_kind_find_field (kind, KRING_F_CERTAINTY),
    .past = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free),
    .asked = g_hash_table_new (g_str_hash, g_str_equal),
    .fresh = g_hash_table_new (g_str_hash, g_str_equal),
  };

  read_changes (&self, changes);
  if (g_hash_table_size (self.past) + g_hash_table_size (self.asked) > 0)
    follow_all (&self);
  g_hash_table_unref (self.past);
  g_hash_table_unref (self.asked);
  g_hash_table_unref (self.fresh);
}

/**
 * kring_edit_follow_sources:
 * @ids: (element-type utf8): items whose certainty was set by hand
 *
 * Lets their certainty follow what is stated about them again.
 */
void
kring_edit_follow_sources (KringEditor *editor, GPtrArray *ids)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);

  kring_history_begin (history, _ ("Follow Sources"));
  for (guint i = 0; i < items->len; i++)
    if (kring_item_get_bool (g_ptr_array_index (items, i), KRING_F_CERTAINTY_BY_HAND))
      kring_edit_put (editor, g_ptr_array_index (items, i), KRING_F_CERTAINTY_BY_HAND, NULL);
  kring_history_commit (history);
}
