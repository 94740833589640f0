/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-change.h"

#include "map/base/kring-id.h"
#include "map/model/kring-item-private.h"

static KringChange *
new_change (KringChangeType type, KringItem *item)
{
  KringChange *self = g_new0 (KringChange, 1);

  self->type = type;
  self->kind = kring_item_get_kind (item);
  self->id = kring_id_intern (kring_item_get_id (item));
  return self;
}

/**
 * kring_change_new_inserted: (constructor)
 * @snapshot: the item as it came; copied
 *
 * Returns: (transfer full): that it came
 */
KringChange *
kring_change_new_inserted (KringItem *snapshot)
{
  KringChange *self = new_change (KRING_CHANGE_INSERTED, snapshot);

  self->item = kring_item_copy (snapshot);
  return self;
}

/**
 * kring_change_new_removed: (constructor)
 * @snapshot: the item as it went; copied
 *
 * Returns: (transfer full): that it went
 */
KringChange *
kring_change_new_removed (KringItem *snapshot)
{
  KringChange *self = new_change (KRING_CHANGE_REMOVED, snapshot);

  self->item = kring_item_copy (snapshot);
  return self;
}

/**
 * kring_change_new_set: (constructor)
 * @item: the item before the change
 * @new_value: (nullable): the value after it
 *
 * Returns: (transfer full): that the field has another value
 */
KringChange *
kring_change_new_set (KringItem *item, const KringField *field, GVariant *new_value)
{
  KringChange *self = new_change (KRING_CHANGE_SET, item);
  GVariant *old_value = kring_item_get_value (item, field);

  self->field = field;
  self->old_value = old_value != NULL ? g_variant_ref (old_value) : NULL;
  self->new_value = new_value != NULL ? g_variant_ref_sink (new_value) : NULL;
  return self;
}

void
kring_change_free (KringChange *self)
{
  kring_id_release (self->id);
  g_clear_pointer (&self->old_value, g_variant_unref);
  g_clear_pointer (&self->new_value, g_variant_unref);
  g_clear_object (&self->item);
  g_free (self);
}
