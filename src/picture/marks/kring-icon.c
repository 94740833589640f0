/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-icon.h"

#include "picture/marks/kring-icon-private.h"

#include <string.h>

/* The grid that symbols are drawn on. */
#define GRID 16.0

static const KringIconRow *
icon_find (const char *name)
{
  for (const KringIconRow *row = kring_icon_rows; row->name != NULL; row++)
    if (strcmp (row->name, name) == 0)
      return row;
  return NULL;
}

/**
 * kring_icon_dup_path:
 * @name: name of a symbol, without "kring-" and "-symbolic"
 * @box: the square that the grid of the symbol is stretched over
 *
 * Returns: (transfer full): the symbol, to be filled by the even-odd rule
 */
KringPath *
kring_icon_dup_path (const char *name, KringRect box)
{
  static const guint8 counts[] = { 1, 1, 3, 0 };
  KringPath *path = kring_path_new ();
  const KringIconRow *icon = icon_find (name);
  guint n_points = 0;

  g_return_val_if_fail (icon != NULL, path);

  g_array_append_vals (path->verbs, icon->verbs, icon->n_verbs);
  for (guint i = 0; i < icon->n_verbs; i++)
    n_points += counts[icon->verbs[i]];
  for (guint i = 0; i < n_points; i++)
    {
      KringPoint point = { box.x + icon->points[i].x * box.width / GRID,
                           box.y + icon->points[i].y * box.height / GRID };

      g_array_append_val (path->points, point);
    }
  return path;
}
