/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/base/kring-grid.h"

#include <string.h>

/* A rectangle over more cells than this is looked at in every search, which is less work than
 * listing it in each cell. */
#define MANY_CELLS 64

/* A search over more cells than this looks at all cells in use. */
#define MANY_TO_SEARCH 1024

/* A rectangle stands beside its index, so that a search reads nothing else of rectangles that it
 * passes over. */
typedef struct
{
  KringRect rect;
  guint index;
} Entry;

typedef struct
{
  gint64 key;
  GArray *entries; /* (owned) (element-type Entry) */
} Cell;

struct _KringGrid
{
  double cell;       /* the side of a cell, in map units */
  GHashTable *cells; /* (owned) (element-type Cell) */
  GArray *large;     /* (owned) (element-type Entry) */
  GArray *found;     /* (owned) (element-type guint), answer of the last search */
  GArray *seen;      /* (owned) (element-type guint), search in which each was last found */
  GArray *rects;     /* (owned) (element-type KringRect), by index */
  guint search;
};

typedef struct
{
  int left, top, right, bottom;
} Span;

static Span
get_span (const KringGrid *self, KringRect rect)
{
  return (Span){ (int) floor (rect.x / self->cell), (int) floor (rect.y / self->cell),
                 (int) floor ((rect.x + rect.width) / self->cell),
                 (int) floor ((rect.y + rect.height) / self->cell) };
}

static double
count_cells (Span span)
{
  return (double) (span.right - span.left + 1) * (span.bottom - span.top + 1);
}

/* g_int64_hash () only combines the halves of the key by XOR, which gives most cells one of a few
 * hashes. */
static guint
hash_key (gconstpointer key)
{
  guint64 bits = *(const gint64 *) key;

  return (guint) (bits >> 32) * 73856093u ^ (guint) bits * 19349663u;
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_array_unref (cell->entries);
  g_free (cell);
}

static gint64
get_key (int column, int row)
{
  return (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
}

/**
 * kring_grid_new: (constructor)
 * @cell: the side of a cell, in map units: about as large as what is looked for
 *
 * Returns: (transfer full): an empty index
 */
KringGrid *
kring_grid_new (double cell)
{
  KringGrid *self = g_new0 (KringGrid, 1);

  self->cell = cell;
  self->cells = g_hash_table_new_full (hash_key, g_int64_equal, cell_free, NULL);
  self->large = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  self->seen = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rects = g_array_new (FALSE, FALSE, sizeof (KringRect));
  return self;
}

void
kring_grid_free (KringGrid *self)
{
  g_hash_table_unref (self->cells);
  g_array_unref (self->large);
  g_array_unref (self->found);
  g_array_unref (self->seen);
  g_array_unref (self->rects);
  g_free (self);
}

static Cell *
ensure_cell (KringGrid *self, int column, int row)
{
  gint64 key = get_key (column, row);
  Cell *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_new (Cell, 1);
      cell->key = key;
      cell->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
      g_hash_table_add (self->cells, cell);
    }
  return cell;
}

static void
grid_add_entry (GArray *entries, Entry entry)
{
  g_array_append_val (entries, entry);
}

static void
remove_entry (GArray *entries, Entry entry)
{
  for (guint i = entries->len; i > 0; i--)
    if (g_array_index (entries, Entry, i - 1).index == entry.index)
      {
        g_array_remove_index_fast (entries, i - 1);
        return;
      }
}

/* Acts on the entries of every cell that the rectangle covers, or on those that cover many. */
static void
for_each_cell (KringGrid *self, Entry entry, void (*act) (GArray *entries, Entry entry))
{
  Span span = get_span (self, entry.rect);

  if (count_cells (span) > MANY_CELLS)
    {
      act (self->large, entry);
      return;
    }
  for (int row = span.top; row <= span.bottom; row++)
    for (int column = span.left; column <= span.right; column++)
      act (ensure_cell (self, column, row)->entries, entry);
}

/**
 * kring_grid_add:
 *
 * Returns: the index of @rect: how many came before
 */
guint
kring_grid_add (KringGrid *self, KringRect rect)
{
  Entry entry = { rect, self->seen->len };
  guint never = 0;

  g_array_append_val (self->seen, never);
  g_array_append_val (self->rects, rect);
  for_each_cell (self, entry, grid_add_entry);
  return entry.index;
}

/**
 * kring_grid_put:
 * @index: of the rectangle that @rect takes the place of, or of the next one
 *
 * Returns: whether there was another one, or none
 */
gboolean
kring_grid_put (KringGrid *self, guint index, KringRect rect)
{
  KringRect *known;

  if (index == self->rects->len)
    {
      kring_grid_add (self, rect);
      return TRUE;
    }
  known = &g_array_index (self->rects, KringRect, index);
  if (memcmp (known, &rect, sizeof rect) == 0)
    return FALSE;
  for_each_cell (self, (Entry){ *known, index }, remove_entry);
  for_each_cell (self, (Entry){ rect, index }, grid_add_entry);
  *known = rect;
  return TRUE;
}

static void
grid_look_at (KringGrid *self, GArray *entries, KringRect area)
{
  double right = area.x + area.width, bottom = area.y + area.height;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      KringRect rect = entry->rect;
      guint *seen;

      if (rect.x > right || rect.x + rect.width < area.x || rect.y > bottom ||
          rect.y + rect.height < area.y)
        continue;
      seen = &g_array_index (self->seen, guint, entry->index);
      if (*seen == self->search)
        continue;
      *seen = self->search;
      g_array_append_val (self->found, entry->index);
    }
}

static int
grid_compare_indices (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

static void
look_at_cell (gpointer key, gpointer value, gpointer data)
{
  gpointer *args = data;

  grid_look_at (args[0], ((Cell *) value)->entries, *(KringRect *) args[1]);
}

/**
 * kring_grid_find:
 *
 * Returns: (transfer none) (element-type guint): indices of the rectangles that touch @area, in
 *   order; valid until the next call
 */
GArray *
kring_grid_find (KringGrid *self, KringRect area)
{
  Span span = get_span (self, area);
  gpointer args[] = { self, &area };

  g_array_set_size (self->found, 0);
  self->search++;
  grid_look_at (self, self->large, area);
  if (count_cells (span) > MANY_TO_SEARCH)
    g_hash_table_foreach (self->cells, look_at_cell, args);
  else
    for (int row = span.top; row <= span.bottom; row++)
      for (int column = span.left; column <= span.right; column++)
        {
          gint64 key = get_key (column, row);
          const Cell *cell = g_hash_table_lookup (self->cells, &key);

          if (cell != NULL)
            grid_look_at (self, cell->entries, area);
        }
  if (self->found->len > 1)
    g_array_sort (self->found, grid_compare_indices);
  return self->found;
}
