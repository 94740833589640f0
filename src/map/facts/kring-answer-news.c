/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-answer-private.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>

/* Shows what an item refers to as well, since the item may have no place of its own. */
static void
show_around (const KringAsking *self, KringAnswerLine *line, KringItem *item)
{
  const char *const fields[] = { "from", "to", "about", "involved", "place" };

  kring_asking_show_item (self, line, item);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), fields[i]);
      g_auto (GStrv) ids = field != NULL ? kring_item_dup_refs (item, fields[i]) : NULL;

      for (guint k = 0; ids != NULL && ids[k] != NULL; k++)
        {
          KringItem *other = kring_map_get_item (self->map, ids[k]);

          if (other == NULL)
            continue;
          kring_asking_show_item (self, line, other);
          if (kring_item_is (other, KRING_KIND_TIE))
            show_around (self, line, other);
        }
    }
}

static void
add_new (const KringAsking *self, KringItem *item)
{
  g_autofree char *source = kring_timeline_dup_source (item);
  const char *kind = kring_kind_get_label (kring_item_get_kind (item));
  KringAnswerLine *line = kring_asking_add_line (
      self, kring_timeline_dup_sentence (self->map, item),
      *source != '\0' ? g_strdup_printf ("%s · %s", kind, source) : g_strdup (kind));

  show_around (self, line, item);
}

static gboolean
is_news (KringItem *item)
{
  KringKindGroup group = kring_item_get_kind (item)->group;

  return group == KRING_GROUP_ENTITY || group == KRING_GROUP_BETWEEN || group == KRING_GROUP_ABOUT;
}

/**
 * kring_asking_answer_new:
 *
 * What was brought in after the last meeting, kind by kind.
 */
void
kring_asking_answer_new (const KringAsking *self)
{
  const char *since = kring_map_get_last_meeting (self->map);
  g_autofree char *date = since != NULL ? kring_date_format_string (since) : NULL;
  guint n;

  if (since == NULL)
    {
      self->answer->summary = g_strdup (_ ("No earlier meeting is noted in this file."));
      return;
    }
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (is_news (item) && kring_item_is_newer (item, since))
        add_new (self, item);
    }
  n = self->answer->lines->len;
  if (n == 0)
    /* Translators: a date */
    self->answer->summary = g_strdup_printf (_ ("Nothing new since %s."), date);
  else
    /* Translators: how many, and a date */
    self->answer->summary = g_strdup_printf (_ ("%u new since %s"), n, date);
}
