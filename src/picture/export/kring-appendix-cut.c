/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-appendix-private.h"

#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/* What is drawn in part or not at all, for want of room: long notes, and words that gave way. */

static const KringListColumn columns[] = {
  { N_ ("On the sheet"), 0.24 },
  { N_ ("In full"), 0.58 },
  { N_ ("Brought in by"), 0.18 },
};

/* A note without a title would be called by its own words. */
static char *
appendix_cut_dup_name (KringItem *item)
{
  const char *name = kring_item_get_shown (item, KRING_F_NAME);

  return kring_item_is (item, KRING_KIND_NOTE)
             ? g_strdup (name != NULL ? name : kring_kind_get_label (kring_item_get_kind (item)))
             : kring_item_dup_title (item);
}

/* A tie is told with its ends, so it needs no name. */
static void
fill_row (KringListRow *row, KringMap *map, const KringCutWords *words)
{
  gboolean is_tie = kring_item_is (words->item, KRING_KIND_TIE);

  row->cells[0].text = is_tie ? g_strdup (kring_kind_get_label (kring_kind_get (KRING_KIND_TIE)))
                              : appendix_cut_dup_name (words->item);
  row->cells[0].sign = kring_appendix_get_sign (map, words->item);
  kring_appendix_take_text (&row->cells[1], is_tie ? kring_map_dup_title (map, words->item)
                                                   : g_strdup (words->text));
  kring_appendix_fill_party (&row->cells[2], map, words->item);
}

/**
 * kring_appendix_new_cut:
 * @scene: as it will be printed
 * @header: (element-type utf8): what is too long for the header of the sheet
 *
 * Returns: (transfer full): all that the sheet says in part or not at all; without rows if it says
 *   everything
 */
KringList *
kring_appendix_new_cut (KringScene *scene, GPtrArray *header)
{
  KringList *list = kring_list_new (_ ("Notes and words in full"), columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) cut = kring_scene_dup_cut_words (scene);

  for (guint i = 0; i < header->len; i++)
    {
      KringListRow *row = kring_list_add_row (list);

      row->cells[0].text = g_strdup (_ ("Head of the sheet"));
      row->cells[1].text = g_strdup (g_ptr_array_index (header, i));
    }
  for (guint i = 0; i < cut->len; i++)
    fill_row (kring_list_add_row (list), kring_scene_get_map (scene), g_ptr_array_index (cut, i));
  return list;
}
