/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How two are linked: the shortest ways, and what both are tied to. */
#include "map/facts/kring-answer-private.h"

#include "map/facts/kring-analysis.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define N_WAYS 3

static const char *const way_names[N_WAYS] = {
  N_ ("Shortest way"),
  N_ ("Second way"),
  N_ ("Third way"),
};

/* What the ties between two neighbours are called; the empty text if none has words. */
static char *
dup_kinds (const KringAsking *self, guint a, guint b)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (self->map, self->graph->ids[a]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);
      const char *kind = kring_item_get_text (tie, KRING_F_KIND);

      if (kind != NULL && kring_item_refers_to (tie, self->graph->ids[b]) &&
          kring_item_get_certainty (tie) != KRING_CERTAINTY_REFUTED)
        g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", kind);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_way_detail (const KringAsking *self, const KringWay *way, guint number)
{
  GString *text = g_string_new (way->length == 2 ? _ ("Directly") : _ (way_names[number]));

  for (guint i = 0; i + 1 < way->length; i++)
    {
      g_autofree char *kinds = dup_kinds (self, way->nodes[i], way->nodes[i + 1]);

      g_string_append (text, i == 0 ? ": " : " – ");
      g_string_append (text, *kinds != '\0' ? kinds : "…");
    }
  return g_string_free (text, FALSE);
}

static void
answer_ways_add_way (const KringAsking *self, const KringWay *way, guint number)
{
  GString *text = g_string_new (NULL);
  KringAnswerLine *line;

  for (guint i = 0; i < way->length; i++)
    {
      g_autofree char *name = kring_asking_dup_name (self, way->nodes[i]);

      g_string_append_printf (text, i > 0 ? " – %s" : "%s", name);
    }
  line =
      kring_asking_add_line (self, g_string_free (text, FALSE), dup_way_detail (self, way, number));
  for (guint i = 0; i < way->length; i++)
    {
      kring_asking_show (self, line, way->nodes[i]);
      if (i > 0)
        kring_asking_show_tie (self, line, way->nodes[i - 1], way->nodes[i]);
    }
}

static const char *
get_shared_format (KringItem *item)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_PHONE:
      return _ ("Same phone: %s");
    case KRING_KIND_VEHICLE:
      return _ ("Same vehicle: %s");
    case KRING_KIND_PLACE:
      return _ ("Same place: %s");
    case KRING_KIND_ACCOUNT:
      return _ ("Same account: %s");
    case KRING_KIND_EVENT:
      return _ ("Same event: %s");
    case KRING_KIND_ORGANISATION:
      return _ ("Same organisation: %s");
    case KRING_KIND_PERSON:
      return _ ("Both know %s");
    default:
      return _ ("Both tied to %s");
    }
}

static void
add_shared (const KringAsking *self, guint a, guint b, guint shared)
{
  g_autofree char *name = kring_asking_dup_name (self, shared);
  g_autofree char *to_a = dup_kinds (self, a, shared), *to_b = dup_kinds (self, b, shared);
  const guint nodes[] = { a, b, shared };
  char *detail = *to_a != '\0' && *to_b != '\0' ? g_strdup_printf ("%s – %s", to_a, to_b) : NULL;
  KringAnswerLine *line = kring_asking_add_line (
      self, g_strdup_printf (get_shared_format (kring_asking_get_item (self, shared)), name),
      detail);

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    kring_asking_show (self, line, nodes[i]);
  kring_asking_show_tie (self, line, a, shared);
  kring_asking_show_tie (self, line, b, shared);
}

/**
 * kring_asking_answer_linked:
 *
 * Up to three ways from @a to @b, shortest first, and everything both are tied to.
 */
void
kring_asking_answer_linked (const KringAsking *self, guint a, guint b)
{
  g_autoptr (GPtrArray) ways = kring_analysis_dup_ways (self->graph, a, b, N_WAYS);
  g_autoptr (GArray) shared = kring_analysis_dup_shared (self->graph, a, b);

  if (ways->len == 0)
    self->answer->summary = g_strdup (_ ("No tie leads from one to the other."));
  for (guint i = 0; i < ways->len; i++)
    answer_ways_add_way (self, g_ptr_array_index (ways, i), i);
  for (guint i = 0; i < shared->len; i++)
    add_shared (self, a, b, g_array_index (shared, guint, i));
}
