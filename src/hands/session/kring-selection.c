/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-selection.h"

struct _KringSelection
{
  GObject parent_instance;

  KringMap *map;     /* (owned) */
  GHashTable *ids;   /* (owned) (element-type utf8), a set of ids of the map */
  const char *focus; /* (nullable) of the map */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSelection, kring_selection, G_TYPE_OBJECT)

static void
selection_emit_changed (KringSelection *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
selection_map_changed_cb (KringSelection *self, GPtrArray *changes)
{
  gboolean dropped = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);

      if (change->type != KRING_CHANGE_REMOVED || kring_map_get_item (self->map, change->id))
        continue;
      dropped |= g_hash_table_remove (self->ids, change->id);
      if (g_strcmp0 (self->focus, change->id) == 0)
        {
          self->focus = NULL;
          dropped = TRUE;
        }
    }
  if (dropped)
    selection_emit_changed (self);
}

static void
kring_selection_finalize (GObject *object)
{
  KringSelection *self = KRING_SELECTION (object);

  g_hash_table_unref (self->ids);
  g_object_unref (self->map);
  G_OBJECT_CLASS (kring_selection_parent_class)->finalize (object);
}

static void
kring_selection_class_init (KringSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_selection_finalize;

  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_selection_init (KringSelection *self)
{
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * kring_selection_new: (constructor)
 *
 * Returns: (transfer full): an empty selection of items of @map
 */
KringSelection *
kring_selection_new (KringMap *map)
{
  KringSelection *self = g_object_new (KRING_TYPE_SELECTION, NULL);

  self->map = g_object_ref (map);
  g_signal_connect_object (map, "changed", G_CALLBACK (selection_map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_selection_get_size:
 *
 * Returns: how many items are selected
 */
guint
kring_selection_get_size (KringSelection *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * kring_selection_contains:
 *
 * Returns: whether the item with that id is selected
 */
gboolean
kring_selection_contains (KringSelection *self, const char *id)
{
  return id != NULL && g_hash_table_contains (self->ids, id);
}

/**
 * kring_selection_get_single:
 *
 * Returns: (transfer none) (nullable): the item, if exactly one is selected
 */
KringItem *
kring_selection_get_single (KringSelection *self)
{
  GHashTableIter iter;
  gpointer id;

  if (g_hash_table_size (self->ids) != 1)
    return NULL;
  g_hash_table_iter_init (&iter, self->ids);
  g_hash_table_iter_next (&iter, &id, NULL);
  return kring_map_get_item (self->map, id);
}

static int
selection_compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * kring_selection_dup_ids:
 *
 * Returns: (transfer container) (element-type utf8): the selected ids, sorted
 */
GPtrArray *
kring_selection_dup_ids (KringSelection *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, selection_compare_ids);
  return ids;
}

/**
 * kring_selection_get_set:
 *
 * Returns: (transfer none) (element-type utf8): the set of the selected ids
 */
GHashTable *
kring_selection_get_set (KringSelection *self)
{
  return self->ids;
}

void
kring_selection_clear (KringSelection *self)
{
  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  selection_emit_changed (self);
}

static void
selection_add (KringSelection *self, const char *id)
{
  const char *kept = kring_map_get_id (self->map, id);

  if (kept != NULL)
    g_hash_table_add (self->ids, (gpointer) kept);
}

/**
 * kring_selection_select:
 * @id: an item on the map; it alone is selected afterwards, and has the focus
 */
void
kring_selection_select (KringSelection *self, const char *id)
{
  g_hash_table_remove_all (self->ids);
  selection_add (self, id);
  self->focus = kring_map_get_id (self->map, id);
  selection_emit_changed (self);
}

/**
 * kring_selection_toggle:
 * @id: what is selected as well, or no longer if it was
 */
void
kring_selection_toggle (KringSelection *self, const char *id)
{
  if (!g_hash_table_remove (self->ids, id))
    selection_add (self, id);
  selection_emit_changed (self);
}

/**
 * kring_selection_set_all:
 * @ids: (element-type utf8): what is selected from now on
 */
void
kring_selection_set_all (KringSelection *self, GPtrArray *ids)
{
  g_hash_table_remove_all (self->ids);
  for (guint i = 0; i < ids->len; i++)
    selection_add (self, g_ptr_array_index (ids, i));
  selection_emit_changed (self);
}

/**
 * kring_selection_get_focus:
 *
 * Returns: (transfer none) (nullable): the interned id of the item that has the keyboard
 */
const char *
kring_selection_get_focus (KringSelection *self)
{
  return self->focus;
}

/**
 * kring_selection_set_focus:
 * @id: (nullable): where the keyboard is; need not be selected
 */
void
kring_selection_set_focus (KringSelection *self, const char *id)
{
  const char *focus = kring_map_get_id (self->map, id);

  if (self->focus == focus)
    return;
  self->focus = focus;
  selection_emit_changed (self);
}
