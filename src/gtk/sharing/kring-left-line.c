/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-left-line.h"

#include "map/share/kring-left.h"

struct _KringLeftLine
{
  GObject parent_instance;

  KringLeftReason reason;
  const char *id;    /* (nullable), of the map: the item; %NULL: it is the reason of several */
  char *title;       /* (owned) */
  GListStore *items; /* (owned) (nullable) (element-type KringLeftLine): of a reason */
};

G_DEFINE_FINAL_TYPE (KringLeftLine, kring_left_line, G_TYPE_OBJECT)

static void
kring_left_line_finalize (GObject *object)
{
  KringLeftLine *self = KRING_LEFT_LINE (object);

  g_free (self->title);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (kring_left_line_parent_class)->finalize (object);
}

static void
kring_left_line_class_init (KringLeftLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_left_line_finalize;
}

static void
kring_left_line_init (KringLeftLine *self)
{
}

static KringLeftLine *
new_reason (KringLeftReason reason)
{
  KringLeftLine *self = g_object_new (KRING_TYPE_LEFT_LINE, NULL);

  self->reason = reason;
  self->title = g_strdup (kring_left_get_heading (reason));
  self->items = g_list_store_new (KRING_TYPE_LEFT_LINE);
  return self;
}

static void
left_line_add_item (KringLeftLine *self, KringMap *map, const KringLeftBehind *left)
{
  g_autoptr (KringLeftLine) line = g_object_new (KRING_TYPE_LEFT_LINE, NULL);

  line->reason = self->reason;
  line->id = kring_map_get_id (map, left->id);
  line->title = kring_left_dup_title (map, left);
  g_list_store_append (self->items, line);
}

/**
 * kring_left_line_new_all: (constructor)
 * @map: the whole map
 *
 * Returns: (transfer full) (element-type KringLeftLine): one line for every reason of @report
 */
GListStore *
kring_left_line_new_all (KringMap *map, const KringShareReport *report)
{
  GListStore *all = g_list_store_new (KRING_TYPE_LEFT_LINE);
  KringLeftLine *lines[KRING_N_LEFT_REASONS] = { NULL };
  GArray *const both[] = { report->left, report->fields };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < both[k]->len; i++)
      {
        const KringLeftBehind *left = &g_array_index (both[k], KringLeftBehind, i);

        if (lines[left->reason] == NULL)
          lines[left->reason] = new_reason (left->reason);
        left_line_add_item (lines[left->reason], map, left);
      }
  for (guint i = 0; i < KRING_N_LEFT_REASONS; i++)
    if (lines[i] != NULL)
      {
        g_list_store_append (all, lines[i]);
        g_object_unref (lines[i]);
      }
  return all;
}

static gboolean
has_same_items (KringLeftLine *self, KringLeftLine *other)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (other->items)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (KringLeftLine) a = g_list_model_get_item (G_LIST_MODEL (self->items), i);
      g_autoptr (KringLeftLine) b = g_list_model_get_item (G_LIST_MODEL (other->items), i);

      if (!kring_left_line_is_same (a, b))
        return FALSE;
    }
  return TRUE;
}

/**
 * kring_left_line_is_same:
 *
 * Returns: whether @other says the same, also of all that is under it
 */
gboolean
kring_left_line_is_same (KringLeftLine *self, KringLeftLine *other)
{
  return self->reason == other->reason && self->id == other->id &&
         g_strcmp0 (self->title, other->title) == 0 &&
         (self->items == NULL || has_same_items (self, other));
}

KringLeftReason
kring_left_line_get_reason (KringLeftLine *self)
{
  return self->reason;
}

/**
 * kring_left_line_get_id:
 *
 * Returns: (nullable): the item; %NULL: it is the reason of several
 */
const char *
kring_left_line_get_id (KringLeftLine *self)
{
  return self->id;
}

const char *
kring_left_line_get_title (KringLeftLine *self)
{
  return self->title;
}

/**
 * kring_left_line_get_items:
 *
 * Returns: (transfer none) (nullable) (element-type KringLeftLine): what stays behind for this reason
 */
GListModel *
kring_left_line_get_items (KringLeftLine *self)
{
  return self->items != NULL ? G_LIST_MODEL (self->items) : NULL;
}
