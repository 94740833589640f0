/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rig.h"

static GDateTime *
fixed_clock (gpointer data)
{
  return g_date_time_new_utc (2025, 11, 20, 14, 0, 0);
}

void
rig_set_up (Rig *rig, gconstpointer data)
{
  rig->map = kring_map_new ();
  rig->editor = kring_editor_new (rig->map, kring_id_source_new_seeded (4));
  rig->history = kring_editor_get_history (rig->editor);
  kring_editor_set_clock (rig->editor, fixed_clock, NULL);
  kring_editor_set_pen (rig->editor, KRING_PARTY_CARE);
  rig->noor = rig_dup_id (kring_edit_add_centre (rig->editor, "Noor", KRING_POINT_INIT (0, 0)));
  rig->dex = rig_dup_id (
      kring_edit_add (rig->editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (200, 0)));
  rig->tie = rig_dup_id (kring_edit_add_tie (rig->editor, rig->dex, rig->noor, "friend",
                                             KRING_CERTAINTY_PROBABLE, NULL));
}

void
rig_tear_down (Rig *rig, gconstpointer data)
{
  g_free (rig->noor);
  g_free (rig->dex);
  g_free (rig->tie);
  g_assert_finalize_object (rig->editor);
  g_assert_finalize_object (rig->map);
}

void
rig_undo (Rig *rig)
{
  g_assert_true (kring_history_undo (rig->history));
}

guint
rig_count (Rig *rig, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (rig->map, kind);

  return items->len;
}

char *
rig_dup_id (KringItem *item)
{
  return g_strdup (kring_item_get_id (item));
}

/* The id alone; it is not owned. */
GPtrArray *
rig_list (const char *id)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) id);
  return ids;
}
