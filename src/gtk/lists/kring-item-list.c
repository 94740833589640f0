/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-item-list.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/* From so many changed items on, the whole list is news. */
#define CHANGED_MAX 20

struct _KringItemList
{
  GObject parent_instance;

  KringMap *map;     /* (owned) */
  GPtrArray *items;  /* (owned) (element-type KringItem), by kind, and then as typed */
  GHashTable *ties;  /* (owned) (nullable): id to number of ties; made when asked for */
  GHashTable *known; /* (owned) (nullable): how much is known about each, once it was asked */
};

enum
{
  REFRESHED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
kring_item_list_get_item_type (GListModel *model)
{
  return KRING_TYPE_ITEM;
}

static guint
kring_item_list_get_n_items (GListModel *model)
{
  return KRING_ITEM_LIST (model)->items->len;
}

static gpointer
kring_item_list_get_item (GListModel *model, guint position)
{
  KringItemList *self = KRING_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position))
                                     : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = kring_item_list_get_item_type;
  iface->get_n_items = kring_item_list_get_n_items;
  iface->get_item = kring_item_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (KringItemList,
                               kring_item_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GPtrArray *
item_list_dup_items (KringItemList *self)
{
  guint n = kring_map_get_n_items (self->map);
  GPtrArray *items = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (!kring_item_is (item, KRING_KIND_CASE))
        g_ptr_array_add (items, g_object_ref (item));
    }
  kring_item_sort_by_coming (items);
  return items;
}

/* News of what differs between the list as it was and as it is, from both ends inwards. */
static void
replace_items (KringItemList *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->items);
  guint start = 0, end = 0, shorter;

  self->items = item_list_dup_items (self);
  shorter = MIN (before->len, self->items->len);
  while (start < shorter && before->pdata[start] == self->items->pdata[start])
    start++;
  while (end < shorter - start &&
         before->pdata[before->len - 1 - end] == self->items->pdata[self->items->len - 1 - end])
    end++;
  if (start + end < before->len || start + end < self->items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end,
                                self->items->len - start - end);
}

static void
add_changed (GHashTable *changed, KringItem *item)
{
  if (item != NULL && !kring_item_is (item, KRING_KIND_CASE))
    g_hash_table_add (changed, item);
}

static void
add_ends (KringItemList *self, GHashTable *changed, KringItem *tie)
{
  const char *from, *to;

  if (!kring_item_is (tie, KRING_KIND_TIE))
    return;
  from = kring_item_get_text (tie, KRING_F_FROM);
  to = kring_item_get_text (tie, KRING_F_TO);
  add_changed (changed, from != NULL ? kring_map_get_item (self->map, from) : NULL);
  add_changed (changed, to != NULL ? kring_map_get_item (self->map, to) : NULL);
}

/* (transfer full): the items about which the list says something else now; drawing is no news. */
static GHashTable *
find_changed (KringItemList *self, GPtrArray *changes)
{
  GHashTable *changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);
      KringItem *item = kring_map_get_item (self->map, change->id);

      if (change->type != KRING_CHANGE_SET)
        add_ends (self, changed, item != NULL ? item : change->item);
      else if (item != NULL && !(change->field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT)))
        {
          g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (self->map, change->id);

          add_changed (changed, item);
          for (guint j = 0; j < ties->len && kring_field_is_text (change->field); j++)
            add_changed (changed, g_ptr_array_index (ties, j));
        }
    }
  return changed;
}

static void
announce (KringItemList *self, GHashTable *changed)
{
  if (g_hash_table_size (changed) > CHANGED_MAX)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), 0, self->items->len, self->items->len);
      return;
    }
  for (guint i = 0; i < self->items->len; i++)
    if (g_hash_table_contains (changed, g_ptr_array_index (self->items, i)))
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
}

static void
item_list_map_changed_cb (KringItemList *self, GPtrArray *changes)
{
  g_autoptr (GHashTable) changed = find_changed (self, changes);

  g_clear_pointer (&self->ties, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  replace_items (self);
  if (g_hash_table_size (changed) > 0)
    announce (self, changed);
  g_signal_emit (self, signals[REFRESHED], 0);
}

static void
kring_item_list_finalize (GObject *object)
{
  KringItemList *self = KRING_ITEM_LIST (object);

  g_clear_pointer (&self->ties, g_hash_table_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_ptr_array_unref (self->items);
  g_object_unref (self->map);
  G_OBJECT_CLASS (kring_item_list_parent_class)->finalize (object);
}

static void
kring_item_list_class_init (KringItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_item_list_finalize;

  /**
   * KringItemList::refreshed:
   *
   * The map changed; what is shown of any item may be different now.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", KRING_TYPE_ITEM_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_item_list_init (KringItemList *self)
{
}

/**
 * kring_item_list_new: (constructor)
 *
 * Returns: (transfer full): everything on @map but the case
 */
KringItemList *
kring_item_list_new (KringMap *map)
{
  KringItemList *self = g_object_new (KRING_TYPE_ITEM_LIST, NULL);

  self->map = g_object_ref (map);
  self->items = item_list_dup_items (self);
  g_signal_connect_object (map, "changed", G_CALLBACK (item_list_map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_item_list_get_map:
 *
 * Returns: (transfer none): the map
 */
KringMap *
kring_item_list_get_map (KringItemList *self)
{
  return self->map;
}

static void
count_end (GHashTable *counts, const char *id)
{
  gpointer key = (gpointer) g_intern_string (id);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

  g_hash_table_insert (counts, key, GUINT_TO_POINTER (count + 1));
}

/**
 * kring_item_list_count_ties:
 *
 * Returns: how many ties @item has
 */
guint
kring_item_list_count_ties (KringItemList *self, KringItem *item)
{
  const char *id = g_intern_string (kring_item_get_id (item));

  if (self->ties == NULL)
    {
      self->ties = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->items->len; i++)
        {
          KringItem *tie = g_ptr_array_index (self->items, i);

          if (!kring_item_is (tie, KRING_KIND_TIE))
            continue;
          count_end (self->ties, kring_item_get_text (tie, KRING_F_FROM));
          count_end (self->ties, kring_item_get_text (tie, KRING_F_TO));
        }
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ties, id));
}

/**
 * kring_item_list_get_known:
 *
 * Returns: how many signals there are on @item
 */
KringRecordCounts
kring_item_list_get_known (KringItemList *self, KringItem *item)
{
  if (self->known == NULL)
    self->known = kring_map_dup_record_counts (self->map);
  return kring_record_counts_get (self->known, kring_item_get_id (item));
}

typedef struct
{
  const char *title;
  int width;          /* in pixels; 0: what the text needs */
  const char *fields; /* (nullable): names of fields, the first that a kind has counts */
} Column;

static const Column columns[] = {
  [KRING_COLUMN_SIGN] = { N_ ("Sign"), 64, NULL },
  [KRING_COLUMN_NAME] = { N_ ("Name"), 220, "name kind" },
  [KRING_COLUMN_KIND] = { N_ ("Kind"), 110, NULL },
  [KRING_COLUMN_DETAILS] = { N_ ("Role or details"), 220,
                             "role function address plate number handle when since text "
                             "description type" },
  [KRING_COLUMN_CERTAINTY] = { N_ ("Certainty"), 120, "certainty" },
  [KRING_COLUMN_PARTY] = { N_ ("Brought in by"), 120, "party" },
  [KRING_COLUMN_SIGNALS] = { N_ ("Signals"), 210, NULL },
  [KRING_COLUMN_TIES] = { N_ ("Ties"), 70, NULL },
  [KRING_COLUMN_RING] = { N_ ("Ring"), 250, "ring" },
  [KRING_COLUMN_AUDIENCE] = { N_ ("Sharing"), 150, "audience" },
  [KRING_COLUMN_RECORDED] = { N_ ("Recorded"), 120, "recorded" },
};

/**
 * kring_column_get_title:
 *
 * Returns: (transfer none): what stands above the column
 */
const char *
kring_column_get_title (KringColumnId column)
{
  return _ (columns[column].title);
}

/**
 * kring_column_get_width:
 *
 * Returns: how wide the column is at first, in pixels
 */
int
kring_column_get_width (KringColumnId column)
{
  return columns[column].width;
}

/**
 * kring_column_get_field:
 *
 * Returns: (transfer none) (nullable): the field of @item that the column shows and edits
 */
const KringField *
kring_column_get_field (KringColumnId column, KringItem *item)
{
  g_auto (GStrv) names = NULL;

  if (columns[column].fields == NULL)
    return NULL;
  names = g_strsplit (columns[column].fields, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), names[i]);

      if (field != NULL)
        return field;
    }
  return NULL;
}

static char *
dup_field_text (KringItem *item, const KringField *field)
{
  const char *text;
  int choice;

  if (field == NULL)
    return g_strdup ("");
  if (field->type == KRING_FIELD_CHOICE)
    {
      choice = kring_item_get_choice (item, field->name);
      return g_strdup (choice >= 0 ? kring_field_get_choice_label (field, choice) : "");
    }
  text = kring_item_get_text (item, field->name);
  if (text == NULL)
    return g_strdup ("");
  return field->type == KRING_FIELD_DATE ? kring_date_format_string (text)
                                         : g_strdelimit (g_strdup (text), "\n", ' ');
}

/* Beside that of the professionals stands that of the young person, once there is one. */
static char *
dup_ring_text (KringMap *map, KringItem *item)
{
  const KringField *field = kring_column_get_field (KRING_COLUMN_RING, item);
  char *both = kring_map_dup_both_rings (map, item);

  if (both != NULL)
    return both;
  if (field == NULL || kring_item_get_choice (item, KRING_F_RING) == KRING_RING_NONE)
    return g_strdup ("");
  return g_strdup (
      kring_map_get_ring_name (map, (KringRing) kring_item_get_choice (item, KRING_F_RING)));
}

/**
 * kring_column_dup_text:
 *
 * Returns: (transfer full): what the column says about @item, in one line
 */
char *
kring_column_dup_text (KringColumnId column, KringItemList *list, KringItem *item)
{
  switch (column)
    {
    case KRING_COLUMN_NAME:
      return kring_map_dup_title (kring_item_list_get_map (list), item);
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      return g_strdup (kring_kind_get_label (kring_item_get_kind (item)));
    case KRING_COLUMN_SIGNALS:
      return kring_record_counts_dup_words (kring_item_list_get_known (list, item), TRUE);
    case KRING_COLUMN_TIES:
      return kring_item_get_kind (item)->group == KRING_GROUP_ENTITY
                 ? g_strdup_printf ("%u", kring_item_list_count_ties (list, item))
                 : g_strdup ("");
    case KRING_COLUMN_RING:
      return dup_ring_text (kring_item_list_get_map (list), item);
    default:
      if (column == KRING_COLUMN_CERTAINTY && !kring_item_says_certainty (item))
        return g_strdup ("");
      return dup_field_text (item, kring_column_get_field (column, item));
    }
}

/* Choices go by their place in the table, dates by time, numbers by size, the rest by alphabet. */
static gboolean
item_list_get_rank (KringColumnId column, KringItemList *list, KringItem *item, gint64 *rank)
{
  KringDate date;
  const char *text;

  switch (column)
    {
    case KRING_COLUMN_CERTAINTY:
    case KRING_COLUMN_PARTY:
    case KRING_COLUMN_AUDIENCE:
      *rank = kring_item_get_choice (item, columns[column].fields);
      return TRUE;
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      *rank = kring_item_get_kind (item)->id;
      return TRUE;
    case KRING_COLUMN_TIES:
      *rank = kring_item_list_count_ties (list, item);
      return TRUE;
    case KRING_COLUMN_RING:
      *rank = kring_item_is (item, KRING_KIND_PERSON) ? kring_item_get_choice (item, KRING_F_RING)
                                                      : KRING_RING_FAR + 1;
      return TRUE;
    case KRING_COLUMN_RECORDED:
      text = kring_item_get_text (item, KRING_F_RECORDED);
      *rank = text != NULL && kring_date_parse (text, &date)
                  ? kring_moment_first_minute (date.start)
                  : G_MININT64;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * kring_column_compare:
 *
 * Returns: which of both comes first when the list is sorted by @column: negative, 0 or positive
 */
int
kring_column_compare (KringColumnId column, KringItemList *list, KringItem *a, KringItem *b)
{
  g_autofree char *first = NULL, *second = NULL;
  gint64 rank_a, rank_b;

  if (item_list_get_rank (column, list, a, &rank_a) &&
      item_list_get_rank (column, list, b, &rank_b))
    return rank_a < rank_b ? -1 : rank_a > rank_b;
  first = kring_column_dup_text (column, list, a);
  second = kring_column_dup_text (column, list, b);
  return g_utf8_collate (first, second);
}
