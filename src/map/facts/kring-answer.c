/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-answer-private.h"

#include "map/facts/kring-analysis.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-map-graph.h"

#include <glib/gi18n-lib.h>

#define NEAR_STEPS 2

static const char *const names[KRING_N_QUESTIONS] = {
  [KRING_QUESTION_LINKED] = "linked", [KRING_QUESTION_NEAR] = "near",
  [KRING_QUESTION_GROUPS] = "groups", [KRING_QUESTION_ONLY_LINK] = "only-link",
  [KRING_QUESTION_ALONE] = "alone",   [KRING_QUESTION_NEW] = "new",
  [KRING_QUESTION_COPIES] = "copies",
};

/* How many things each question is about; none: about the whole map. */
static const guint n_subjects[KRING_N_QUESTIONS] = {
  [KRING_QUESTION_LINKED] = 2,
  [KRING_QUESTION_NEAR] = 1,
};

static void
answer_line_free (KringAnswerLine *line)
{
  g_free (line->text);
  g_free (line->detail);
  g_hash_table_unref (line->shown);
  g_free (line);
}

/**
 * kring_asking_get_item:
 *
 * Returns: (transfer none): what node number @node stands for
 */
KringItem *
kring_asking_get_item (const KringAsking *self, guint node)
{
  return kring_map_get_item (self->map, self->graph->ids[node]);
}

/**
 * kring_asking_dup_name:
 *
 * Returns: (transfer full): what the item at @node of the graph is called
 */
char *
kring_asking_dup_name (const KringAsking *self, guint node)
{
  return kring_item_dup_title (kring_asking_get_item (self, node));
}

/**
 * kring_asking_dup_names:
 * @nodes: (element-type guint)
 *
 * Returns: (transfer full): their names with commas between them
 */
char *
kring_asking_dup_names (const KringAsking *self, const GArray *nodes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = kring_asking_dup_name (self, g_array_index (nodes, guint, i));

      g_string_append_printf (text, i > 0 ? ", %s" : "%s", name);
    }
  return g_string_free (text, FALSE);
}

/**
 * kring_asking_add_line:
 * @text: (transfer full): what it says
 * @detail: (transfer full) (nullable): what else there is to say
 *
 * Returns: (transfer none): a new line of the answer, about nothing yet
 */
KringAnswerLine *
kring_asking_add_line (const KringAsking *self, char *text, char *detail)
{
  KringAnswerLine *line = g_new0 (KringAnswerLine, 1);

  line->text = text;
  line->detail = detail;
  line->shown = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->answer->lines, line);
  return line;
}

/**
 * kring_asking_show_item:
 *
 * Adds @item to what @line is about.
 */
void
kring_asking_show_item (const KringAsking *self, KringAnswerLine *line, KringItem *item)
{
  gpointer id = (gpointer) kring_item_get_id (item);

  g_hash_table_add (line->shown, id);
  g_hash_table_add (self->answer->shown, id);
}

/**
 * kring_asking_show:
 * @line: the answer's sentence that is being made
 * @node: index in the graph
 *
 * Makes the item at @node stand out on the map while @line is looked at.
 */
void
kring_asking_show (const KringAsking *self, KringAnswerLine *line, guint node)
{
  kring_asking_show_item (self, line, kring_asking_get_item (self, node));
}

static gboolean
answer_is_shown (const KringAnswerLine *line, const char *id)
{
  return id != NULL && g_hash_table_contains (line->shown, id);
}

/**
 * kring_asking_show_ties:
 *
 * Adds to @line the ties between what it is about already; refuted ones are none.
 */
void
kring_asking_show_ties (const KringAsking *self, KringAnswerLine *line)
{
  guint n;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (line->shown, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (self->map, ids[i]);

      for (guint k = 0; k < ties->len; k++)
        if (kring_item_get_certainty (ties->pdata[k]) != KRING_CERTAINTY_REFUTED &&
            answer_is_shown (line, kring_item_get_text (ties->pdata[k], KRING_F_FROM)) &&
            answer_is_shown (line, kring_item_get_text (ties->pdata[k], KRING_F_TO)))
          kring_asking_show_item (self, line, ties->pdata[k]);
    }
}

/**
 * kring_asking_show_tie:
 *
 * Adds to @line the ties between @a and @b, whichever way they go.
 */
void
kring_asking_show_tie (const KringAsking *self, KringAnswerLine *line, guint a, guint b)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (self->map, self->graph->ids[a]);

  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);

      if (kring_item_refers_to (tie, self->graph->ids[b]) &&
          kring_item_get_certainty (tie) != KRING_CERTAINTY_REFUTED)
        kring_asking_show_item (self, line, tie);
    }
}

static gboolean
find_node (const KringGraph *graph, const char *id, guint *node)
{
  for (guint v = 0; v < graph->n_nodes; v++)
    if (g_str_equal (graph->ids[v], id))
      {
        *node = v;
        return TRUE;
      }
  return FALSE;
}

static void
answer_add_near (const KringAsking *self, guint node, guint steps)
{
  g_autoptr (GArray) found = kring_analysis_dup_within (self->graph, node, steps);
  guint n = found->len - 1;
  KringAnswerLine *line;
  char *text, *list;

  /* The one that is asked about comes first. */
  g_array_remove_index (found, 0);
  list = kring_asking_dup_names (self, found);
  /* Translators: how many persons and things */
  text = g_strdup_printf (steps == 1 ? _ ("Within one step: %u") : _ ("Within two steps: %u"), n);
  line = kring_asking_add_line (self, text, list);
  kring_asking_show (self, line, node);
  for (guint i = 0; i < found->len; i++)
    kring_asking_show (self, line, g_array_index (found, guint, i));
  kring_asking_show_ties (self, line);
}

static void
answer_near (const KringAsking *self, guint node)
{
  if (kring_graph_get_degree (self->graph, node) == 0)
    {
      self->answer->summary = g_strdup (_ ("No tie leads anywhere."));
      return;
    }
  for (guint steps = 1; steps <= NEAR_STEPS; steps++)
    answer_add_near (self, node, steps);
}

static void
answer_alone (const KringAsking *self)
{
  g_autoptr (GArray) alone = kring_analysis_dup_alone (self->graph);

  for (guint i = 0; i < alone->len; i++)
    {
      guint node = g_array_index (alone, guint, i);
      const KringKind *kind = kring_item_get_kind (kring_asking_get_item (self, node));
      KringAnswerLine *line = kring_asking_add_line (self, kring_asking_dup_name (self, node),
                                                     g_strdup (kring_kind_get_label (kind)));

      kring_asking_show (self, line, node);
    }
  if (alone->len == 0)
    self->answer->summary = g_strdup (_ ("Everyone and everything has a tie."));
}

static void
answer_question (const KringAsking *self, KringQuestion question, const guint *nodes)
{
  switch (question)
    {
    case KRING_QUESTION_LINKED:
      kring_asking_answer_linked (self, nodes[0], nodes[1]);
      break;
    case KRING_QUESTION_NEAR:
      answer_near (self, nodes[0]);
      break;
    case KRING_QUESTION_GROUPS:
      kring_asking_answer_groups (self);
      break;
    case KRING_QUESTION_ONLY_LINK:
      kring_asking_answer_only_link (self);
      break;
    case KRING_QUESTION_NEW:
      kring_asking_answer_new (self);
      break;
    case KRING_QUESTION_COPIES:
      kring_asking_answer_copies (self);
      break;
    default:
      answer_alone (self);
    }
}

/**
 * kring_question_find:
 * @question: (out): the question that "map.ask" calls @name
 *
 * Returns: whether there is one
 */
gboolean
kring_question_find (const char *name, KringQuestion *question)
{
  for (guint i = 0; i < KRING_N_QUESTIONS; i++)
    if (g_strcmp0 (names[i], name) == 0)
      {
        *question = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
answer_is_node (KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);
  KringPoint at;

  return item != NULL && !kring_item_is (item, KRING_KIND_NOTE) &&
         kring_item_get_position (item, &at);
}

/**
 * kring_question_can_ask:
 * @ids: (element-type utf8): what is selected
 *
 * Returns: whether there is just what the question is about: two, one, or at least two groups
 */
gboolean
kring_question_can_ask (KringMap *map, KringQuestion question, GPtrArray *ids)
{
  if (question == KRING_QUESTION_GROUPS)
    {
      return kring_map_get_n_of_kind (map, KRING_KIND_GROUP) >= 2;
    }
  if (n_subjects[question] == 0)
    return TRUE;
  if (ids->len != n_subjects[question])
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!answer_is_node (map, g_ptr_array_index (ids, i)))
      return FALSE;
  return TRUE;
}

static char *
answer_dup_title (KringMap *map, GPtrArray *ids, guint number)
{
  return kring_item_dup_title (kring_map_get_item (map, g_ptr_array_index (ids, number)));
}

/**
 * kring_question_dup_title:
 * @ids: (element-type utf8): what it is about
 *
 * Returns: (transfer full): the question in words
 */
char *
kring_question_dup_title (KringMap *map, KringQuestion question, GPtrArray *ids)
{
  g_autofree char *first = n_subjects[question] > 0 ? answer_dup_title (map, ids, 0) : NULL;
  g_autofree char *second = n_subjects[question] > 1 ? answer_dup_title (map, ids, 1) : NULL;

  switch (question)
    {
    case KRING_QUESTION_LINKED:
      /* Translators: two names */
      return g_strdup_printf (_ ("How are %s and %s linked?"), first, second);
    case KRING_QUESTION_NEAR:
      /* Translators: a name */
      return g_strdup_printf (_ ("Who is near %s?"), first);
    case KRING_QUESTION_GROUPS:
      return g_strdup (_ ("Who links two groups?"));
    case KRING_QUESTION_ONLY_LINK:
      return g_strdup (_ ("Who connects the rest?"));
    case KRING_QUESTION_NEW:
      return g_strdup (_ ("What is new since the last meeting?"));
    case KRING_QUESTION_COPIES:
      return g_strdup (_ ("Who has an older version?"));
    default:
      return g_strdup (_ ("Who has no tie with anyone?"));
    }
}

/**
 * kring_answer_new: (constructor)
 * @ids: (element-type utf8): what it is about; kring_question_can_ask () must say so
 *
 * Returns: (transfer full): the answer as the map is now
 */
KringAnswer *
kring_answer_new (KringMap *map, KringQuestion question, GPtrArray *ids)
{
  g_autoptr (KringGraph) graph = kring_map_dup_graph (map, KRING_MAP_GRAPH_NO_REFUTED);
  KringAnswer *self = g_new0 (KringAnswer, 1);
  const KringAsking asking = { map, graph, self };
  guint nodes[2] = { 0, 0 };
  gboolean known = TRUE;

  g_return_val_if_fail (kring_question_can_ask (map, question, ids), NULL);
  self->title = kring_question_dup_title (map, question, ids);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_line_free);
  self->shown = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_subjects[question]; i++)
    {
      known = known && find_node (graph, g_ptr_array_index (ids, i), &nodes[i]);
      g_hash_table_add (self->shown, (gpointer) kring_map_get_id (map, g_ptr_array_index (ids, i)));
    }
  if (known)
    answer_question (&asking, question, nodes);
  return self;
}

void
kring_answer_free (KringAnswer *self)
{
  g_free (self->title);
  g_free (self->summary);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->shown);
  g_free (self);
}
