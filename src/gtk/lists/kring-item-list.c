/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-item-list.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/* From so many changed items on, the whole list is news. */
#define CHANGED_MAX 20

struct _KringItemList
{
  KringItemModel parent_instance;
};

G_DEFINE_FINAL_TYPE (KringItemList, kring_item_list, KRING_TYPE_ITEM_MODEL)

static GPtrArray *
item_list_query (KringMap *map, gpointer data)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (!kring_item_is (kring_map_get_nth (map, i), KRING_KIND_CASE))
      g_ptr_array_add (items, kring_map_get_nth (map, i));
  kring_item_sort_by_coming (items);
  return items;
}

static void
add_changed (GHashTable *changed, KringItem *item)
{
  if (item != NULL && !kring_item_is (item, KRING_KIND_CASE))
    g_hash_table_add (changed, item);
}

static void
add_ends (KringMap *map, GHashTable *changed, KringItem *tie)
{
  const char *from, *to;

  if (!kring_item_is (tie, KRING_KIND_TIE))
    return;
  from = kring_item_get_text (tie, KRING_F_FROM);
  to = kring_item_get_text (tie, KRING_F_TO);
  add_changed (changed, from != NULL ? kring_map_get_item (map, from) : NULL);
  add_changed (changed, to != NULL ? kring_map_get_item (map, to) : NULL);
}

/* (transfer full): the items about which the list says something else now; drawing is no news. */
static GHashTable *
find_changed (KringMap *map, GPtrArray *changes)
{
  GHashTable *changed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);
      KringItem *item = kring_map_get_item (map, change->id);

      if (change->type != KRING_CHANGE_SET)
        add_ends (map, changed, item != NULL ? item : change->item);
      else if (item != NULL && !(change->field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT)))
        {
          g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, change->id);

          add_changed (changed, item);
          for (guint j = 0; j < ties->len && kring_field_is_text (change->field); j++)
            add_changed (changed, g_ptr_array_index (ties, j));
        }
    }
  return changed;
}

static void
kring_item_list_updated (KringItemModel *model, GPtrArray *changes)
{
  g_autoptr (GHashTable) changed = NULL;
  GListModel *list = G_LIST_MODEL (model);
  guint n = g_list_model_get_n_items (list);

  if (changes == NULL)
    return;
  changed = find_changed (kring_item_model_get_map (model), changes);
  if (g_hash_table_size (changed) > CHANGED_MAX)
    g_list_model_items_changed (list, 0, n, n);
  for (guint i = 0; i < n && g_hash_table_size (changed) <= CHANGED_MAX; i++)
    {
      g_autoptr (KringItem) item = g_list_model_get_item (list, i);

      if (g_hash_table_contains (changed, item))
        g_list_model_items_changed (list, i, 1, 1);
    }
}

static void
kring_item_list_class_init (KringItemListClass *klass)
{
  KRING_ITEM_MODEL_CLASS (klass)->updated = kring_item_list_updated;
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

  kring_item_model_start (KRING_ITEM_MODEL (self), map, item_list_query, self);
  return self;
}

/* What needs a heading of its own, and the width of all at first, in pixels. The other headings stand
 * in the schema, at the first field that is shown under each. */
static const struct
{
  const char *title;
  const char *field;
  int width;
} columns[] = {
  [KRING_COLUMN_SIGN] = { N_ ("Sign"), NULL, 64 },
  [KRING_COLUMN_NAME] = { NULL, KRING_F_NAME, 220 },
  [KRING_COLUMN_KIND] = { N_ ("Kind"), NULL, 110 },
  [KRING_COLUMN_DETAILS] = { NULL, KRING_F_ROLE, 220 },
  [KRING_COLUMN_CERTAINTY] = { NULL, KRING_F_CERTAINTY, 120 },
  [KRING_COLUMN_PARTY] = { NULL, KRING_F_PARTY, 120 },
  [KRING_COLUMN_SIGNALS] = { N_ ("Signals"), NULL, 210 },
  [KRING_COLUMN_TIES] = { N_ ("Ties"), NULL, 70 },
  [KRING_COLUMN_RING] = { NULL, KRING_F_RING, 250 },
  [KRING_COLUMN_AUDIENCE] = { NULL, KRING_F_AUDIENCE, 150 },
  [KRING_COLUMN_RECORDED] = { NULL, KRING_F_RECORDED, 120 },
};

#define OTHER_WIDTH 120

static gboolean
has_heading (GPtrArray *headings, const char *heading)
{
  return g_ptr_array_find_with_equal_func (headings, heading, g_str_equal, NULL);
}

/* Those of the table, then what else the schema has a heading for. */
static GPtrArray *
get_headings (void)
{
  static GPtrArray *headings;
  const KringKind *person = kring_kind_get (KRING_KIND_PERSON);

  if (headings != NULL)
    return headings;
  headings = g_ptr_array_new ();
  for (guint i = 0; i < KRING_N_COLUMNS; i++)
    g_ptr_array_add (headings,
                     (char *) (columns[i].field != NULL
                                   ? kring_kind_find_field (person, columns[i].field)->column
                                   : columns[i].title));
  for (guint k = 0; k < KRING_N_KINDS; k++)
    {
      const KringKind *kind = kring_kind_get (k);

      for (guint i = 0; i < kind->n_fields; i++)
        if (kind->fields[i].column != NULL && !has_heading (headings, kind->fields[i].column))
          g_ptr_array_add (headings, (char *) kind->fields[i].column);
    }
  return headings;
}

/**
 * kring_column_get_n:
 *
 * Returns: how many columns there are: those with an id, and behind them those that only the schema
 *   names
 */
guint
kring_column_get_n (void)
{
  return get_headings ()->len;
}

/**
 * kring_column_get_title:
 *
 * Returns: (transfer none): what stands above the column
 */
const char *
kring_column_get_title (KringColumnId column)
{
  return _ (g_ptr_array_index (get_headings (), column));
}

/**
 * kring_column_get_width:
 *
 * Returns: how wide the column is at first, in pixels
 */
int
kring_column_get_width (KringColumnId column)
{
  return column < KRING_N_COLUMNS ? columns[column].width : OTHER_WIDTH;
}

/**
 * kring_column_get_field:
 *
 * Returns: (transfer none) (nullable): the field of @item that the column shows and edits
 */
const KringField *
kring_column_get_field (KringColumnId column, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  const char *heading = g_ptr_array_index (get_headings (), column);

  for (guint i = 0; i < kind->n_fields; i++)
    if (g_strcmp0 (kind->fields[i].column, heading) == 0)
      return &kind->fields[i];
  return NULL;
}

static char *
dup_field_text (KringMap *map, KringItem *item, const KringField *field)
{
  const char *text;
  char *value;
  int choice;

  if (field == NULL)
    return g_strdup ("");
  if (field->type == KRING_FIELD_CHOICE)
    {
      choice = kring_item_get_choice (item, field->name);
      return g_strdup (choice >= 0 ? kring_field_get_choice_label (field, choice) : "");
    }
  if (kring_field_is_text (field))
    {
      text = kring_item_get_text (item, field->name);
      return g_strdelimit (g_strdup (text != NULL ? text : ""), "\n", ' ');
    }
  value = kring_map_dup_value_text (map, item, field);
  return value != NULL ? value : g_strdup ("");
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

static guint
count_ties (KringMap *map, KringItem *item)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, kring_item_get_id (item));

  return ties->len;
}

/**
 * kring_column_dup_text:
 *
 * Returns: (transfer full): what the column says about @item, in one line
 */
char *
kring_column_dup_text (KringColumnId column, KringItemList *list, KringItem *item)
{
  KringMap *map = kring_item_model_get_map (KRING_ITEM_MODEL (list));

  switch (column)
    {
    case KRING_COLUMN_NAME:
      return kring_map_dup_title (map, item);
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      return g_strdup (kring_kind_get_label (kring_item_get_kind (item)));
    case KRING_COLUMN_SIGNALS:
      return kring_record_counts_dup_words (kring_map_count_records (map, kring_item_get_id (item)),
                                            TRUE);
    case KRING_COLUMN_TIES:
      return kring_item_get_kind (item)->group == KRING_GROUP_ENTITY
                 ? g_strdup_printf ("%u", count_ties (map, item))
                 : g_strdup ("");
    case KRING_COLUMN_RING:
      return dup_ring_text (map, item);
    default:
      if (column == KRING_COLUMN_CERTAINTY && !kring_item_says_certainty (item))
        return g_strdup ("");
      return dup_field_text (map, item, kring_column_get_field (column, item));
    }
}

/* Choices go by their place in the table, dates by time, the rest by alphabet. */
static gboolean
item_list_get_value_rank (KringItem *item, const KringField *field, gint64 *rank)
{
  KringDate date;
  const char *text;

  if (field == NULL || (field->type != KRING_FIELD_CHOICE && field->type != KRING_FIELD_DATE))
    return FALSE;
  if (field->type == KRING_FIELD_CHOICE)
    {
      *rank = kring_item_get_choice (item, field->name);
      return TRUE;
    }
  text = kring_item_get_text (item, field->name);
  *rank = text != NULL && kring_date_parse (text, &date) ? kring_moment_first_minute (date.start)
                                                         : G_MININT64;
  return TRUE;
}

static gboolean
item_list_get_rank (KringColumnId column, KringItemList *list, KringItem *item, gint64 *rank)
{
  switch (column)
    {
    case KRING_COLUMN_NAME:
    case KRING_COLUMN_DETAILS:
      return FALSE;
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      *rank = kring_item_get_kind (item)->id;
      return TRUE;
    case KRING_COLUMN_TIES:
      *rank = count_ties (kring_item_model_get_map (KRING_ITEM_MODEL (list)), item);
      return TRUE;
    case KRING_COLUMN_RING:
      *rank = kring_item_is (item, KRING_KIND_PERSON) ? kring_item_get_choice (item, KRING_F_RING)
                                                      : KRING_RING_FAR + 1;
      return TRUE;
    default:
      return item_list_get_value_rank (item, kring_column_get_field (column, item), rank);
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
