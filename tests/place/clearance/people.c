/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

KringGraphBuilder *
people_new (guint n)
{
  KringGraphBuilder *builder = kring_graph_builder_new ();

  for (guint v = 0; v < n; v++)
    {
      g_autofree char *id = g_strdup_printf ("n%u", v);

      kring_graph_builder_add_node (builder, id);
      kring_graph_builder_get_node (builder, v)->box = KRING_RECT_INIT (-30, -29, 60, 72);
      kring_graph_builder_get_node (builder, v)->group = -1;
    }
  return builder;
}
