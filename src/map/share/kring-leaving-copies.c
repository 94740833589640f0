/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-leaving-private.h"

/* Who has what is told at the table; each side reads of its own and of what was joint. */
static gboolean
may_read_copy (KringItem *copy, KringReader reader)
{
  int own = kring_item_get_choice (copy, KRING_F_READER);

  if (reader == KRING_READER_JOINT)
    return TRUE;
  return kring_reader_get_audience (reader) != KRING_AUDIENCE_JOINT &&
         (own < 0 || own == KRING_READER_JOINT || own == (int) reader);
}

void
kring_leaving_leave_copies (KringLeaving *self)
{
  g_autoptr (GPtrArray) copies = kring_map_dup_items_of_kind (self->map, KRING_KIND_COPY);

  for (guint i = 0; i < copies->len; i++)
    if (!may_read_copy (g_ptr_array_index (copies, i), self->rule->reader))
      kring_leaving_add (self, g_ptr_array_index (copies, i), KRING_LEFT_OF_OTHERS);
}
