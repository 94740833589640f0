/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-tie-kinds.h"

#include "map/base/kring-fold.h"
#include "map/quickadd/kring-name-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char *kind; /* (owned) */
  guint n;    /* how often this map has it */
} Count;

/* The words of the schema's list that suit an end of a kind; persons take the others. */
static const struct
{
  KringKindId kind;
  const char *words[6];
} usual[] = {
  { KRING_KIND_PLACE,
    { N_ ("lives at"), N_ ("stays with"), N_ ("seen at"), N_ ("works at"), N_ ("owner of") } },
  { KRING_KIND_ORGANISATION,
    { N_ ("works at"), N_ ("mentor"), N_ ("child protection worker (guardian)"), N_ ("seen at") } },
  { KRING_KIND_VEHICLE, { N_ ("drives"), N_ ("owner of"), N_ ("uses"), N_ ("transports") } },
  { KRING_KIND_PHONE, { N_ ("uses"), N_ ("owner of"), N_ ("gave"), N_ ("chats with") } },
  { KRING_KIND_ACCOUNT, { N_ ("uses"), N_ ("has control over"), N_ ("chats with") } },
  { KRING_KIND_MONEY, { N_ ("money"), N_ ("owner of"), N_ ("has control over"), N_ ("gave") } },
};

static const char *const between_persons[] = {
  N_ ("friend"),       N_ ("mother"),     N_ ("father"),     N_ ("brother"),          N_ ("sister"),
  N_ ("relationship"), N_ ("transports"), N_ ("chats with"), N_ ("has control over"), NULL,
};

static const KringKind *
tie_kinds_get_kind (KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);

  return item != NULL ? kring_item_get_kind (item) : kring_kind_get (KRING_KIND_PERSON);
}

static gboolean
is_between (KringMap *map, KringItem *tie, const KringKind *a, const KringKind *b)
{
  const KringKind *from = tie_kinds_get_kind (map, kring_item_get_text (tie, KRING_F_FROM));
  const KringKind *to = tie_kinds_get_kind (map, kring_item_get_text (tie, KRING_F_TO));

  return (from == a && to == b) || (from == b && to == a);
}

static void
clear_count (gpointer data)
{
  g_free (((Count *) data)->kind);
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return g_utf8_collate (first->kind, second->kind);
}

/* What the map has between such ends, the most used first. */
static GArray *
count_kinds (KringMap *map, const KringKind *a, const KringKind *b)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (map, KRING_KIND_TIE);
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));

  g_array_set_clear_func (counts, clear_count);
  for (guint i = 0; i < ties->len; i++)
    {
      const char *kind = kring_item_get_text (g_ptr_array_index (ties, i), KRING_F_KIND);
      guint at = 0;

      if (kind == NULL || !is_between (map, g_ptr_array_index (ties, i), a, b))
        continue;
      while (at < counts->len && !g_str_equal (g_array_index (counts, Count, at).kind, kind))
        at++;
      if (at == counts->len)
        g_array_append_val (counts, ((Count){ g_strdup (kind), 0 }));
      g_array_index (counts, Count, at).n++;
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

static void
offer (GStrvBuilder *builder, GHashTable *seen, const char *kind, guint n)
{
  if (g_hash_table_size (seen) < n && g_hash_table_add (seen, g_strdup (kind)))
    g_strv_builder_add (builder, kind);
}

static void
offer_usual (GStrvBuilder *builder, GHashTable *seen, const KringKind *kind, guint n)
{
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    for (guint j = 0; usual[i].kind == kind->id && usual[i].words[j] != NULL; j++)
      offer (builder, seen, _ (usual[i].words[j]), n);
}

/**
 * kring_tie_kinds_dup_usual:
 * @from: id of one end
 * @to: id of the other
 * @n: at most so many
 *
 * Returns: (transfer full): kinds in words, best first
 */
char **
kring_tie_kinds_dup_usual (KringMap *map, const char *from, const char *to, guint n)
{
  const KringKind *a = tie_kinds_get_kind (map, from), *b = tie_kinds_get_kind (map, to);
  g_autoptr (GArray) counts = count_kinds (map, a, b);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < counts->len && i < n / 2; i++)
    offer (builder, seen, g_array_index (counts, Count, i).kind, n);
  offer_usual (builder, seen, b, n);
  offer_usual (builder, seen, a, n);
  for (guint i = 0; between_persons[i] != NULL && a->id == b->id; i++)
    offer (builder, seen, _ (between_persons[i]), n);
  for (guint i = 0; i < counts->len; i++)
    offer (builder, seen, g_array_index (counts, Count, i).kind, n);
  offer (builder, seen, _ ("knows"), n);
  return g_strv_builder_end (builder);
}

/* Whether a word of @kind begins with what was typed. */
static gboolean
tie_kinds_matches (const char *kind, const char *folded)
{
  g_autofree char *text = kring_fold (kind);

  if (g_str_has_prefix (text, folded))
    return TRUE;
  for (const char *space = strchr (text, ' '); space != NULL; space = strchr (space + 1, ' '))
    if (g_str_has_prefix (space + (space[1] == '(' ? 2 : 1), folded))
      return TRUE;
  return FALSE;
}

static void
offer_matching (
    GStrvBuilder *builder, GHashTable *seen, const char *kind, const char *folded, guint n)
{
  if (tie_kinds_matches (kind, folded))
    offer (builder, seen, kind, n);
}

/**
 * kring_tie_kinds_dup_matching:
 * @from: id of one end
 * @to: id of the other
 * @typed: the beginning of a word; capitals and accents do not matter
 * @n: at most so many
 *
 * Returns: (transfer full): the kinds in words that @typed may become, those that suit the ends
 *   first; with nothing typed those of kring_tie_kinds_dup_usual()
 */
char **
kring_tie_kinds_dup_matching (
    KringMap *map, const char *from, const char *to, const char *typed, guint n)
{
  g_auto (GStrv) suiting = kring_tie_kinds_dup_usual (map, from, to, G_MAXUINT);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = g_strstrip (kring_fold (typed));
  const char *const *all = kring_schema_get_tie_kinds ();

  if (*folded == '\0')
    return kring_tie_kinds_dup_usual (map, from, to, n);
  for (guint i = 0; suiting[i] != NULL; i++)
    offer_matching (builder, seen, suiting[i], folded, n);
  for (guint i = 0; all[i] != NULL; i++)
    offer_matching (builder, seen, _ (all[i]), folded, n);
  return g_strv_builder_end (builder);
}

/**
 * kring_tie_kinds_get_certainty:
 * @kind: what a tie is, in words
 *
 * Returns: how sure such a tie is as long as nobody says otherwise: family, friends and
 *   professionals are facts, everything else is suspected
 */
KringCertainty
kring_tie_kinds_get_certainty (const char *kind)
{
  return kring_name_word_find (kind) != NULL ? KRING_CERTAINTY_CONFIRMED
                                             : KRING_CERTAINTY_SUSPECTED;
}
