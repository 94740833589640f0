/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-answer-private.h"

#include "map/facts/kring-copies.h"

#include <glib/gi18n-lib.h>

/**
 * kring_asking_answer_copies:
 *
 * Who has a copy of the map as it was before, and no later one.
 */
void
kring_asking_answer_copies (const KringAsking *self)
{
  g_autoptr (GPtrArray) older = kring_copies_dup_older (self->map);

  for (guint i = 0; i < older->len; i++)
    {
      KringItem *copy = g_ptr_array_index (older, i);

      kring_asking_add_line (self, kring_copy_dup_holder (copy), kring_copy_dup_details (copy));
    }
  if (kring_map_get_n_of_kind (self->map, KRING_KIND_COPY) == 0)
    self->answer->summary = g_strdup (_ ("No copy is noted in this file."));
  else if (older->len == 0)
    self->answer->summary = g_strdup (_ ("Everybody has the map as it is now."));
}
