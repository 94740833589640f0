/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-map-private.h"

#include "map/base/kring-id.h"
#include "map/model/kring-item-index.h"
#include "map/model/kring-item-private.h"

#include <string.h>

struct _KringMap
{
  GObject parent_instance;

  KringItemIndex index;
  GHashTable *tombstones; /* (owned) (element-type utf8 KringStamp), ids that were removed */
  GHashTable *seen;       /* (owned) (element-type utf8 KringStamp), last counter of every device */

  char *device;       /* (owned), interned */
  guint64 counter;    /* the greatest counter seen from any device */
  int open;           /* depth of transactions */
  GPtrArray *changes; /* (owned) (element-type KringChange), of the open transaction */

  KringMapObserver observer;
  gpointer observer_data;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringMap, kring_map, G_TYPE_OBJECT)
G_DEFINE_QUARK (kring - map - error - quark, kring_map_error)

static void
put_stamp (GHashTable *table, const char *key, KringStamp stamp)
{
  KringStamp *kept = g_new0 (KringStamp, 1);

  kring_stamp_set (kept, stamp);
  g_hash_table_replace (table, kring_id_intern (key), kept);
}

static void
free_stamp (gpointer stamp)
{
  kring_stamp_set (stamp, (KringStamp){ 0 });
  g_free (stamp);
}

static GHashTable *
new_stamps (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) kring_id_release,
                                free_stamp);
}

static KringStamp
next_stamp (KringMap *self)
{
  KringStamp stamp = { self->device, ++self->counter };

  put_stamp (self->seen, self->device, stamp);
  return stamp;
}

static void
publish (KringMap *self, KringChange *change)
{
  if (self->observer != NULL)
    self->observer (change, self->observer_data);
  g_ptr_array_add (self->changes, change);
}

static void
kring_map_finalize (GObject *object)
{
  KringMap *self = KRING_MAP (object);

  kring_item_index_clear (&self->index);
  g_hash_table_unref (self->tombstones);
  g_hash_table_unref (self->seen);
  kring_id_release (self->device);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (kring_map_parent_class)->finalize (object);
}

static void
kring_map_class_init (KringMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_map_finalize;

  /**
   * KringMap::changed:
   * @changes: (element-type KringChange): what happened, in order
   *
   * Emitted once at the end of every transaction that changed something.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
kring_map_init (KringMap *self)
{
  g_autoptr (KringItem) the_case = NULL;

  kring_item_index_init (&self->index);
  self->tombstones = new_stamps ();
  self->seen = new_stamps ();
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_change_free);
  self->device = kring_id_intern ("local");

  the_case = kring_item_new (kring_kind_get (KRING_KIND_CASE), KRING_MAP_CASE_ID);
  kring_item_index_add (&self->index, the_case);
}

/**
 * kring_map_new: (constructor)
 *
 * Returns: (transfer full): a map that knows nothing: one case with every field unset
 */
KringMap *
kring_map_new (void)
{
  return g_object_new (KRING_TYPE_MAP, NULL);
}

/**
 * kring_map_get_n_items:
 *
 * Returns: how many items there are, the case among them
 */
guint
kring_map_get_n_items (KringMap *self)
{
  return self->index.items->len;
}

/**
 * kring_map_get_nth:
 *
 * Returns: (transfer none): the item at @position
 */
KringItem *
kring_map_get_nth (KringMap *self, guint position)
{
  return g_ptr_array_index (self->index.items, position);
}

/**
 * kring_map_get_item:
 *
 * Returns: (transfer none) (nullable): the item with that id
 */
KringItem *
kring_map_get_item (KringMap *self, const char *id)
{
  return g_hash_table_lookup (self->index.by_id, id);
}

/**
 * kring_map_get_case:
 *
 * Returns: (transfer none): the one case
 */
KringItem *
kring_map_get_case (KringMap *self)
{
  return kring_map_get_item (self, KRING_MAP_CASE_ID);
}

/**
 * kring_map_get_centre:
 *
 * Returns: (transfer none) (nullable): the young person about whom the map is; of several the first
 */
KringItem *
kring_map_get_centre (KringMap *self)
{
  g_auto (GStrv) ids = kring_item_dup_refs (kring_map_get_case (self), KRING_F_CENTRE);

  return ids[0] != NULL ? kring_map_get_item (self, ids[0]) : NULL;
}

/**
 * kring_map_is_centre:
 *
 * Returns: whether @item is the young person that the map is about, or one of them
 */
gboolean
kring_map_is_centre (KringMap *self, KringItem *item)
{
  return kring_item_refers_to (kring_map_get_case (self), kring_item_get_id (item));
}

/**
 * kring_map_get_n_of_kind:
 *
 * Returns: how many items of that kind there are
 */
guint
kring_map_get_n_of_kind (KringMap *self, KringKindId kind)
{
  return self->index.starts[kind + 1] - self->index.starts[kind];
}

/**
 * kring_map_get_n_placeable:
 *
 * Returns: how many items can have a position: the first of all
 */
guint
kring_map_get_n_placeable (KringMap *self)
{
  return self->index.starts[KRING_KIND_GROUP];
}

/**
 * kring_map_get_n_drawn:
 *
 * Returns: how many items are drawn, if where they stand is known: the first of all, with groups
 *   and ties after what can have a position
 */
guint
kring_map_get_n_drawn (KringMap *self)
{
  return self->index.starts[KRING_KIND_TIE + 1];
}

/**
 * kring_map_dup_items_of_kind:
 *
 * Returns: (transfer container) (element-type KringItem): all items of that kind
 */
GPtrArray *
kring_map_dup_items_of_kind (KringMap *self, KringKindId kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = self->index.starts[kind]; i < self->index.starts[kind + 1]; i++)
    g_ptr_array_add (found, g_ptr_array_index (self->index.items, i));
  return found;
}

/**
 * kring_map_dup_referrers:
 *
 * Returns: (transfer container) (element-type KringItem): the items with a field that points at @id
 */
GPtrArray *
kring_map_dup_referrers (KringMap *self, const char *id)
{
  GPtrArray *referrers = g_hash_table_lookup (self->index.referrers, id);

  return referrers != NULL ? g_ptr_array_copy (referrers, NULL, NULL) : g_ptr_array_new ();
}

/**
 * kring_map_dup_referrers_of_kind:
 *
 * Returns: (transfer container) (element-type KringItem): those of kring_map_dup_referrers () that
 *   are of that kind
 */
GPtrArray *
kring_map_dup_referrers_of_kind (KringMap *self, const char *id, KringKindId kind)
{
  GPtrArray *referrers = g_hash_table_lookup (self->index.referrers, id);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (kring_item_is (g_ptr_array_index (referrers, i), kind))
      g_ptr_array_add (found, g_ptr_array_index (referrers, i));
  return found;
}

/**
 * kring_map_dup_ties_of:
 *
 * Returns: (transfer container) (element-type KringItem): the ties with @id at one end
 */
GPtrArray *
kring_map_dup_ties_of (KringMap *self, const char *id)
{
  return kring_map_dup_referrers_of_kind (self, id, KRING_KIND_TIE);
}

/**
 * kring_map_equal:
 *
 * Returns: whether both maps hold the same items with the same values; stamps and tombstones do
 *   not count
 */
gboolean
kring_map_equal (KringMap *self, KringMap *other)
{
  if (self->index.items->len != other->index.items->len)
    return FALSE;
  for (guint i = 0; i < self->index.items->len; i++)
    if (!kring_item_equal (g_ptr_array_index (self->index.items, i),
                           g_ptr_array_index (other->index.items, i)))
      return FALSE;
  return TRUE;
}

/**
 * kring_map_get_device:
 *
 * Returns: (transfer none): the id of the device whose stamps new changes carry
 */
const char *
kring_map_get_device (KringMap *self)
{
  return self->device;
}

/**
 * kring_map_get_seen:
 *
 * Returns: (transfer none) (element-type utf8 KringStamp): the last stamp seen of every device
 */
GHashTable *
kring_map_get_seen (KringMap *self)
{
  return self->seen;
}

/**
 * kring_map_get_tombstones:
 *
 * Returns: (transfer none) (element-type utf8 KringStamp): when which id was removed
 */
GHashTable *
kring_map_get_tombstones (KringMap *self)
{
  return self->tombstones;
}

/* Checks one item after each change, and the whole map once at the end of a transaction, so that
 * the time grows with the number of changes and no faster. */
static void
assert_invariants (KringMap *self, KringItem *item)
{
#ifdef KRING_CHECK_INVARIANTS
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  if (item != NULL ? !kring_map_check_item (self, item, &place, &error)
                   : !kring_map_check (self, &place, &error))
    g_error ("map invariant broken at %s: %s", place, error->message);
  if (item == NULL && !kring_item_index_is_exact (&self->index))
    g_error ("the index of the map is not what its items make");
#endif
}

/**
 * kring_map_begin:
 *
 * Lets the three primitives change the map until as many kring_map_end() follow.
 */
void
kring_map_begin (KringMap *self)
{
  self->open++;
}

/**
 * kring_map_end:
 *
 * Closes the innermost bracket; the outermost one publishes what happened.
 */
void
kring_map_end (KringMap *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_if_fail (self->open > 0);

  if (--self->open > 0 || self->changes->len == 0)
    return;
  assert_invariants (self, NULL);
  changes = g_steal_pointer (&self->changes);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_change_free);
  g_signal_emit (self, signals[CHANGED], 0, changes);
}

/**
 * kring_map_insert:
 * @item: an item whose references exist already; the map takes a reference of its own
 */
void
kring_map_insert (KringMap *self, KringItem *item)
{
  g_return_if_fail (self->open > 0);
  g_return_if_fail (kring_map_get_item (self, kring_item_get_id (item)) == NULL);

  g_hash_table_remove (self->tombstones, kring_item_get_id (item));
  kring_item_set_inserted_stamp (item, next_stamp (self));
  kring_item_index_add (&self->index, item);
  assert_invariants (self, item);
  publish (self, kring_change_new_inserted (item));
}

/**
 * kring_map_remove:
 * @id: an item to which nothing refers any more; leaves a tombstone
 */
void
kring_map_remove (KringMap *self, const char *id)
{
  KringItem *item = kring_map_get_item (self, id);
  KringChange *change;

  g_return_if_fail (self->open > 0);
  g_return_if_fail (item != NULL && !kring_item_is (item, KRING_KIND_CASE));

  change = kring_change_new_removed (item);
  put_stamp (self->tombstones, id, next_stamp (self));
  kring_item_index_remove (&self->index, item);
  publish (self, change);
}

/**
 * kring_map_set:
 * @id: an item on the map
 * @field: a field of its kind
 * @value: (nullable): an allowed value, consumed if floating; setting what is there already is no
 *   change
 */
void
kring_map_set (KringMap *self, const char *id, const KringField *field, GVariant *value)
{
  g_autoptr (GVariant) normal = NULL;
  KringItem *item = kring_map_get_item (self, id);
  GVariant *old;
  KringChange *change;

  g_return_if_fail (self->open > 0);
  g_return_if_fail (item != NULL);

  normal = kring_field_normalise_value (field, value != NULL ? g_variant_ref_sink (value) : NULL);
  old = kring_item_get_value (item, field);
  if (normal == old || (normal != NULL && old != NULL && g_variant_equal (normal, old)))
    return;
  change = kring_change_new_set (item, field, normal);
  if (field->refers_to != 0)
    kring_item_index_remove_references (&self->index, item);
  kring_item_set_value (item, field, normal);
  if (field->refers_to != 0)
    kring_item_index_add_references (&self->index, item);
  kring_item_set_stamp (item, field, next_stamp (self));
  assert_invariants (self, item);
  publish (self, change);
}

/**
 * kring_map_apply:
 * @change: a change made to this map before, and undone since; it is made anew, with new stamps
 */
void
kring_map_apply (KringMap *self, const KringChange *change)
{
  switch (change->type)
    {
    case KRING_CHANGE_INSERTED:
      {
        g_autoptr (KringItem) item = kring_item_copy (change->item);

        kring_map_insert (self, item);
        break;
      }
    case KRING_CHANGE_REMOVED:
      kring_map_remove (self, change->id);
      break;
    case KRING_CHANGE_SET:
      kring_map_set (self, change->id, change->field, change->new_value);
      break;
    }
}

/**
 * kring_map_revert:
 * @change: the last change made to this map that is not undone; what it did is undone
 */
void
kring_map_revert (KringMap *self, const KringChange *change)
{
  switch (change->type)
    {
    case KRING_CHANGE_INSERTED:
      kring_map_remove (self, change->id);
      break;
    case KRING_CHANGE_REMOVED:
      {
        g_autoptr (KringItem) item = kring_item_copy (change->item);

        kring_map_insert (self, item);
        break;
      }
    case KRING_CHANGE_SET:
      kring_map_set (self, change->id, change->field, change->old_value);
      break;
    }
}

/**
 * kring_map_set_observer:
 * @observer: (nullable): called with every primitive; there is room for one, the history
 */
void
kring_map_set_observer (KringMap *self, KringMapObserver observer, gpointer data)
{
  g_return_if_fail (observer == NULL || self->observer == NULL);

  self->observer = observer;
  self->observer_data = data;
}

/**
 * kring_map_set_device:
 * @device: the id under which this machine sets fields from now on
 */
void
kring_map_set_device (KringMap *self, const char *device)
{
  char *old = self->device;

  g_return_if_fail (kring_id_is_valid (device));

  self->device = kring_id_intern (device);
  kring_id_release (old);
}

/**
 * kring_map_add_seen:
 * @stamp: a stamp found in a file; later ones will be greater
 */
void
kring_map_add_seen (KringMap *self, KringStamp stamp)
{
  KringStamp *known = g_hash_table_lookup (self->seen, stamp.device);

  if (known == NULL || known->counter < stamp.counter)
    put_stamp (self->seen, stamp.device, stamp);
  self->counter = MAX (self->counter, stamp.counter);
}

/**
 * kring_map_add_tombstone:
 * @id: of an item that was removed
 * @stamp: when, as a file says
 */
void
kring_map_add_tombstone (KringMap *self, const char *id, KringStamp stamp)
{
  put_stamp (self->tombstones, id, stamp);
}

/**
 * kring_map_load:
 * @item: an item with an id that is not there yet, or the case, which replaces the empty one;
 *   run kring_map_check () when all are loaded
 */
void
kring_map_load (KringMap *self, KringItem *item)
{
  KringItem *old = kring_map_get_item (self, kring_item_get_id (item));

  g_return_if_fail (old == NULL || kring_item_is (item, KRING_KIND_CASE));

  if (old != NULL)
    kring_item_index_remove (&self->index, old);
  kring_item_index_add (&self->index, item);
}

/**
 * kring_map_copy:
 *
 * Returns: (transfer full): the same items in the same order, to try something out on
 */
KringMap *
kring_map_copy (KringMap *self)
{
  KringMap *copy = kring_map_new ();

  for (guint i = 0; i < self->index.items->len; i++)
    {
      g_autoptr (KringItem) item = kring_item_copy (g_ptr_array_index (self->index.items, i));

      kring_map_load (copy, item);
    }
  copy->counter = self->counter; /* what is new there comes after what is there */
  return copy;
}
