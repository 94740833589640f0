/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-drafts.h"

#include "map/base/kring-id.h"

struct _KringDrafts
{
  GObject parent_instance;

  KringHistory *history; /* (owned) */
  KringMap *map;         /* (owned) */
  GPtrArray *kept;       /* (owned) (element-type KringUnnoted), the oldest first */
  GPtrArray *thrown;     /* (owned) (element-type KringUnnoted), the last one thrown away last */
  GPtrArray *gone; /* (owned) (element-type KringUnnoted), removed while others hear of them */
  guint n_telling; /* how many emissions of "taken-back" are going on */
};

enum
{
  CHANGED,
  TYPED,
  TAKEN_BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringDrafts, kring_drafts, G_TYPE_OBJECT)

static KringUnnoted *
draft_new (KringDraftBox box, GPtrArray *ids)
{
  KringUnnoted *draft = g_new0 (KringUnnoted, 1);

  draft->box = box;
  draft->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_id_release);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (draft->ids, kring_id_intern (ids->pdata[i]));
  return draft;
}

static void
draft_free (KringUnnoted *draft)
{
  g_ptr_array_unref (draft->ids);
  g_clear_pointer (&draft->words, g_variant_unref);
  g_free (draft);
}

static gboolean
is_for (const KringUnnoted *draft, KringDraftBox box, GPtrArray *ids)
{
  if (draft->box != box || draft->ids->len != ids->len)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!g_str_equal (draft->ids->pdata[i], ids->pdata[i]))
      return FALSE;
  return TRUE;
}

static KringUnnoted *
find_kept (KringDrafts *self, KringDraftBox box, GPtrArray *ids)
{
  for (guint i = 0; i < self->kept->len; i++)
    if (is_for (self->kept->pdata[i], box, ids))
      return self->kept->pdata[i];
  return NULL;
}

static void
kring_drafts_finalize (GObject *object)
{
  KringDrafts *self = KRING_DRAFTS (object);

  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->thrown);
  g_ptr_array_unref (self->gone);
  g_object_unref (self->history);
  g_object_unref (self->map);
  G_OBJECT_CLASS (kring_drafts_parent_class)->finalize (object);
}

static void
kring_drafts_class_init (KringDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_drafts_finalize;

  /**
   * KringDrafts::changed:
   *
   * What can be taken back is something else now.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * KringDrafts::typed:
   *
   * Other words are kept now: with each letter of them.
   */
  signals[TYPED] = g_signal_new ("typed", KRING_TYPE_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /**
   * KringDrafts::taken-back:
   * @draft: a KringUnnoted, as long as the signal lasts; also if a handler removes it
   *
   * What was thrown away is kept again, and should be seen.
   */
  signals[TAKEN_BACK] = g_signal_new ("taken-back", KRING_TYPE_DRAFTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
kring_drafts_init (KringDrafts *self)
{
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  self->thrown = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
}

/**
 * kring_drafts_new: (constructor)
 * @history: of the map
 * @map: that they are about
 *
 * Returns: (transfer full): no drafts yet
 */
KringDrafts *
kring_drafts_new (KringHistory *history, KringMap *map)
{
  KringDrafts *self = g_object_new (KRING_TYPE_DRAFTS, NULL);

  self->history = g_object_ref (history);
  self->map = g_object_ref (map);
  return self;
}

/* Which of them there are is something else now. */
static void
tell_changed (KringDrafts *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  g_signal_emit (self, signals[TYPED], 0);
}

/**
 * kring_drafts_keep:
 * @ids: (element-type utf8): what the box is about
 * @words: (nullable): a{ss}, what stands in it now; %NULL: there is no draft any more. A floating
 *   value is taken
 */
void
kring_drafts_keep (KringDrafts *self, KringDraftBox box, GPtrArray *ids, GVariant *words)
{
  KringUnnoted *draft = find_kept (self, box, ids);

  if (words == NULL)
    {
      if (draft != NULL)
        kring_drafts_remove (self, draft);
      return;
    }
  g_variant_ref_sink (words);
  if (draft != NULL)
    {
      g_variant_unref (draft->words);
      draft->words = words;
      g_signal_emit (self, signals[TYPED], 0);
      return;
    }
  draft = draft_new (box, ids);
  draft->words = words;
  g_ptr_array_add (self->kept, draft);
  tell_changed (self);
}

/**
 * kring_drafts_keep_text:
 * @ids: (element-type utf8): what it is about
 * @text: what stands in a box of one part; nothing but spaces: there is no draft any more
 */
void
kring_drafts_keep_text (KringDrafts *self, KringDraftBox box, GPtrArray *ids, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  g_variant_builder_add (&builder, "{ss}", "text", text);
  kring_drafts_keep (self, box, ids, *words != '\0' ? g_variant_builder_end (&builder) : NULL);
}

/**
 * kring_drafts_get:
 *
 * Returns: (transfer none) (nullable): what was typed in such a box about just these
 */
GVariant *
kring_drafts_get (KringDrafts *self, KringDraftBox box, GPtrArray *ids)
{
  const KringUnnoted *draft = find_kept (self, box, ids);

  return draft != NULL ? draft->words : NULL;
}

/**
 * kring_drafts_get_text:
 *
 * Returns: (transfer none): the main part of it; empty if nothing was typed
 */
const char *
kring_drafts_get_text (KringDrafts *self, KringDraftBox box, GPtrArray *ids)
{
  const KringUnnoted *draft = find_kept (self, box, ids);

  return draft != NULL ? kring_unnoted_get_text (draft) : "";
}

/**
 * kring_drafts_throw_away:
 *
 * Returns: whether there was anything; it can be taken back
 */
gboolean
kring_drafts_throw_away (KringDrafts *self, KringDraftBox box, GPtrArray *ids)
{
  guint index;
  KringUnnoted *draft;

  if (!g_ptr_array_find (self->kept, find_kept (self, box, ids), &index))
    return FALSE;
  draft = g_ptr_array_steal_index (self->kept, index);
  draft->revision = kring_history_get_revision (self->history);
  draft->returns = kring_unnoted_is_reachable (draft, self->map)
                       ? 0
                       : kring_history_get_redo_revision (self->history);
  g_ptr_array_add (self->thrown, draft);
  tell_changed (self);
  return TRUE;
}

static KringUnnoted *
get_last_thrown (KringDrafts *self)
{
  return self->thrown->len > 0 ? self->thrown->pdata[self->thrown->len - 1] : NULL;
}

/* Another step was made where it was thrown away, so what it is about cannot be done again. */
static gboolean
drafts_is_over (KringDrafts *self, const KringUnnoted *draft)
{
  return draft != NULL && draft->returns != 0 &&
         draft->revision == kring_history_get_revision (self->history) &&
         draft->returns != kring_history_get_redo_revision (self->history);
}

/**
 * kring_drafts_can_take_back:
 *
 * Returns: whether throwing words away was the last thing that was done, and their box is free
 */
gboolean
kring_drafts_can_take_back (KringDrafts *self)
{
  const KringUnnoted *last;

  while (drafts_is_over (self, get_last_thrown (self)))
    g_ptr_array_set_size (self->thrown, self->thrown->len - 1);
  last = get_last_thrown (self);
  return last != NULL && last->revision == kring_history_get_revision (self->history) &&
         find_kept (self, last->box, last->ids) == NULL;
}

/* A box that opens may take the draft at once; those after it still read what they are told. */
static void
tell_taken_back (KringDrafts *self, KringUnnoted *draft)
{
  g_object_ref (self);
  self->n_telling++;
  tell_changed (self);
  g_signal_emit (self, signals[TAKEN_BACK], 0, draft);
  if (--self->n_telling == 0)
    g_ptr_array_set_size (self->gone, 0);
  g_object_unref (self);
}

/**
 * kring_drafts_take_back:
 *
 * Keeps again what was thrown away last. Emits "taken-back".
 *
 * Returns: whether it was the last thing that was done
 */
gboolean
kring_drafts_take_back (KringDrafts *self)
{
  KringUnnoted *draft;

  if (!kring_drafts_can_take_back (self))
    return FALSE;
  draft = g_ptr_array_steal_index (self->thrown, self->thrown->len - 1);
  g_ptr_array_add (self->kept, draft);
  tell_taken_back (self, draft);
  return TRUE;
}

/**
 * kring_drafts_get_size:
 *
 * Returns: how many are kept
 */
guint
kring_drafts_get_size (KringDrafts *self)
{
  return self->kept->len;
}

/**
 * kring_drafts_get_draft:
 *
 * Returns: (transfer none): one of those that are kept, the oldest first
 */
const KringUnnoted *
kring_drafts_get_draft (KringDrafts *self, guint index)
{
  return g_ptr_array_index (self->kept, index);
}

/**
 * kring_drafts_remove:
 * @draft: was noted
 */
void
kring_drafts_remove (KringDrafts *self, const KringUnnoted *draft)
{
  guint index;

  if (!g_ptr_array_find (self->kept, draft, &index))
    return;
  g_ptr_array_add (self->gone, g_ptr_array_steal_index (self->kept, index));
  if (self->n_telling == 0)
    g_ptr_array_set_size (self->gone, 0);
  tell_changed (self);
}

/* The boxes by name, for copies that another version may read. */
static const char *const box_names[] = {
  [KRING_DRAFT_STATEMENT] = "statement",
  [KRING_DRAFT_SIGNAL] = "signal",
  [KRING_DRAFT_PROTECTIVE] = "protective",
  [KRING_DRAFT_QUESTION] = "question",
  [KRING_DRAFT_EVENT] = "event",
  [KRING_DRAFT_TASK] = "task",
  [KRING_DRAFT_PARTICIPANT] = "participant",
  [KRING_DRAFT_LINE] = "line",
  [KRING_DRAFT_NAME] = "name",
  [KRING_DRAFT_VIEW] = "view",
  [KRING_DRAFT_TIE] = "tie",
  [KRING_DRAFT_FIELD] = "field",
  [KRING_DRAFT_STRANGE] = "strange",
};

/**
 * kring_drafts_dup_all:
 *
 * Returns: (transfer full) (nullable): all that are kept, as %KRING_DRAFTS_TYPE; %NULL: there are none
 */
GVariant *
kring_drafts_dup_all (KringDrafts *self)
{
  GVariantBuilder builder;

  if (self->kept->len == 0)
    return NULL;
  g_variant_builder_init (&builder, KRING_DRAFTS_TYPE);
  for (guint i = 0; i < self->kept->len; i++)
    {
      const KringUnnoted *draft = self->kept->pdata[i];

      g_variant_builder_add (
          &builder, "(s@as@a{ss})", box_names[draft->box],
          g_variant_new_strv ((const char *const *) draft->ids->pdata, draft->ids->len),
          draft->words);
    }
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static gboolean
has_known_field (const KringUnnoted *draft, KringMap *map)
{
  guint n = draft->ids->len;

  if (n < 2)
    return FALSE;
  for (guint i = 0; i < n - 1; i++)
    {
      KringItem *item = kring_map_get_item (map, draft->ids->pdata[i]);

      if (item != NULL &&
          kring_kind_find_field (kring_item_get_kind (item), draft->ids->pdata[n - 1]) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* What is about a field that this version does not know has no place to be shown in. A line is new, or
 * of one thing. */
static gboolean
is_sound (const KringUnnoted *draft, KringMap *map)
{
  if (draft->box == KRING_DRAFT_NAME)
    return draft->ids->len == 1;
  if (draft->box == KRING_DRAFT_LINE)
    return draft->ids->len <= 1;
  if (draft->box == KRING_DRAFT_TIE)
    return draft->ids->len == 2;
  return draft->box != KRING_DRAFT_FIELD || has_known_field (draft, map);
}

/* The box of that name; that of what has no place where there is none. */
static KringDraftBox
find_box (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (box_names); i++)
    if (g_str_equal (name, box_names[i]))
      return i;
  return KRING_DRAFT_STRANGE;
}

/* What has no place is kept all the same: somebody may want the words. */
static void
drafts_restore (KringDrafts *self, const char *name, GPtrArray *ids, GVariant *words)
{
  KringUnnoted *draft = draft_new (find_box (name), ids);

  draft->words = g_variant_ref (words);
  if (!is_sound (draft, self->map) || find_kept (self, draft->box, ids) != NULL)
    draft->box = KRING_DRAFT_STRANGE;
  g_ptr_array_add (self->kept, draft);
}

/**
 * kring_drafts_restore:
 * @all: from kring_drafts_dup_all (), also of another version
 *
 * Keeps them again.
 */
void
kring_drafts_restore (KringDrafts *self, GVariant *all)
{
  GVariantIter iter;
  const char *name;
  GVariant *words;
  char **ids;

  g_variant_iter_init (&iter, all);
  while (g_variant_iter_loop (&iter, "(&s^as@a{ss})", &name, &ids, &words))
    {
      g_autoptr (GPtrArray) array = g_ptr_array_new ();

      for (guint i = 0; ids[i] != NULL; i++)
        g_ptr_array_add (array, ids[i]);
      drafts_restore (self, name, array, words);
    }
  tell_changed (self);
}
