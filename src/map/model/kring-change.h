/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * News about a map, as plain data: an item came, an item went, a field was set. History, scene,
 * lists and recovery read nothing else. A change never changes; it holds ids and snapshots, no
 * pointers into the map.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_CHANGE_INSERTED,
  KRING_CHANGE_REMOVED,
  KRING_CHANGE_SET,
} KringChangeType;

typedef struct
{
  KringChangeType type;
  const KringKind *kind;
  char *id;                /* (owned), interned */
  const KringField *field; /* set only: a field of kind */
  GVariant *old_value;     /* (owned) (nullable), set only */
  GVariant *new_value;     /* (owned) (nullable), set only */
  KringItem *item;         /* (owned) (nullable) inserted and removed: the item as it was then */
} KringChange;

KringChange *kring_change_new_inserted (KringItem *snapshot) G_GNUC_WARN_UNUSED_RESULT;
KringChange *kring_change_new_removed (KringItem *snapshot) G_GNUC_WARN_UNUSED_RESULT;
KringChange *kring_change_new_set (KringItem *item,
                                   const KringField *field,
                                   GVariant *new_value) G_GNUC_WARN_UNUSED_RESULT;
void kring_change_free (KringChange *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringChange, kring_change_free)

G_END_DECLS
