/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-history.h"

#include "map/base/kring-id.h"
#include "map/model/kring-map-private.h"

#include <string.h>

typedef struct
{
  char *label; /* (owned) for the menu, translated */
  char *key;   /* (owned) (nullable) the field that is typed in: more typing there joins the step */
  GPtrArray *changes; /* (owned) (element-type KringChange), in order */
  guint64 before;     /* revision of the map before the step */
  guint64 after;      /* and after it */
  gboolean amends;    /* belongs to the step before it */
} Step;

struct _KringHistory
{
  GObject parent_instance;

  KringMap *map;      /* (owned) */
  GPtrArray *undo;    /* (owned) (element-type Step), the last one on top */
  GPtrArray *redo;    /* (owned) (element-type Step), the next one on top */
  Step *open;         /* (owned) (nullable) the transaction being made */
  int depth;          /* of nested begins */
  gboolean failed;    /* an inner transaction was cancelled */
  gboolean replaying; /* nothing is recorded */
  gboolean closed;    /* typing may not join the last step any more */

  KringSettle settle;   /* (nullable) what follows from what was changed */
  gpointer settle_data; /* (not owned) */

  guint64 revision; /* of the map as it is now */
  guint64 newest;   /* the greatest revision given out */
  guint64 saved;    /* the revision on disk */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringHistory, kring_history, G_TYPE_OBJECT)

static Step *
step_new (const char *label, const char *key, guint64 before)
{
  Step *step = g_new0 (Step, 1);

  step->label = g_strdup (label);
  step->key = g_strdup (key);
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_change_free);
  step->before = before;
  return step;
}

static void
step_free (Step *step)
{
  g_free (step->label);
  g_free (step->key);
  g_ptr_array_unref (step->changes);
  g_free (step);
}

static Step *
top (GPtrArray *steps)
{
  return steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;
}

static KringChange *
copy_change (const KringChange *change)
{
  KringChange *copy = g_memdup2 (change, sizeof *change);

  copy->id = kring_id_intern (change->id);
  if (copy->old_value != NULL)
    g_variant_ref (copy->old_value);
  if (copy->new_value != NULL)
    g_variant_ref (copy->new_value);
  if (copy->item != NULL)
    g_object_ref (copy->item);
  return copy;
}

static void
record_cb (const KringChange *change, gpointer data)
{
  KringHistory *self = data;

  if (self->replaying)
    return;
  g_assert (self->open != NULL);
  g_ptr_array_add (self->open->changes, copy_change (change));
}

static void
kring_history_finalize (GObject *object)
{
  KringHistory *self = KRING_HISTORY (object);

  kring_map_set_observer (self->map, NULL, NULL);
  g_clear_pointer (&self->open, step_free);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_object_unref (self->map);
  G_OBJECT_CLASS (kring_history_parent_class)->finalize (object);
}

static void
kring_history_class_init (KringHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_history_finalize;

  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
kring_history_init (KringHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

/**
 * kring_history_new: (constructor)
 * @map: a map without a history
 *
 * Returns: (transfer full): an empty history; the map counts as saved
 */
KringHistory *
kring_history_new (KringMap *map)
{
  KringHistory *self = g_object_new (KRING_TYPE_HISTORY, NULL);

  self->map = g_object_ref (map);
  kring_map_set_observer (map, record_cb, self);
  return self;
}

/**
 * kring_history_set_settle:
 * @settle: (nullable): called at the end of every transaction that was not cancelled, with what it
 *   changed; what it changes then is part of the same step
 */
void
kring_history_set_settle (KringHistory *self, KringSettle settle, gpointer data)
{
  self->settle = settle;
  self->settle_data = data;
}

/**
 * kring_history_begin:
 * @label: what the menu will call it, translated, e.g. "Add Tie"; of nested ones the outermost counts
 *
 * Opens a transaction. Transactions nest.
 */
void
kring_history_begin (KringHistory *self, const char *label)
{
  kring_history_begin_typing (self, label, NULL);
}

/**
 * kring_history_begin_typing:
 * @label: what stands after "Undo" in the menu
 * @key: (nullable): what is typed in; if the last step has the same key and was not closed, this
 *   transaction joins it
 */
void
kring_history_begin_typing (KringHistory *self, const char *label, const char *key)
{
  g_return_if_fail (!self->replaying);

  kring_map_begin (self->map);
  if (self->depth++ > 0)
    return;
  self->failed = FALSE;
  self->open = step_new (label, key, self->revision);
}

/**
 * kring_history_repeat:
 * @changes: (element-type KringChange): made to a copy of the map as it is now
 *
 * Makes them here too. Expects an open transaction.
 */
void
kring_history_repeat (KringHistory *self, GPtrArray *changes)
{
  g_return_if_fail (self->depth > 0);

  for (guint i = 0; i < changes->len; i++)
    kring_map_apply (self->map, g_ptr_array_index (changes, i));
}

/**
 * kring_history_amend:
 * @label: of a step of its own, if there is none to add to
 *
 * Begins a transaction that adds to the last step, unless that was saved or something was undone.
 */
void
kring_history_amend (KringHistory *self, const char *label)
{
  kring_history_begin (self, label);
  if (self->depth == 1)
    self->open->amends = TRUE;
}

static void
roll_back (KringHistory *self)
{
  GPtrArray *changes = self->open->changes;

  self->replaying = TRUE;
  for (guint i = changes->len; i > 0; i--)
    kring_map_revert (self->map, g_ptr_array_index (changes, i - 1));
  self->replaying = FALSE;
}

static gboolean
joins (KringHistory *self, Step *step)
{
  Step *last = top (self->undo);

  if (last == NULL || self->redo->len > 0 || last->after == self->saved)
    return FALSE;
  return step->amends ||
         (!self->closed && step->key != NULL && g_strcmp0 (last->key, step->key) == 0);
}

static void
history_keep (KringHistory *self, Step *step)
{
  self->revision = step->after = ++self->newest;
  if (joins (self, step))
    {
      Step *last = top (self->undo);

      last->after = step->after;
      g_ptr_array_extend_and_steal (last->changes, g_steal_pointer (&step->changes));
      step->changes = g_ptr_array_new ();
      step_free (step);
      return;
    }
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
  self->closed = FALSE;
}

static void
history_settle (KringHistory *self)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_copy (self->open->changes, NULL, NULL);

  g_ptr_array_set_free_func (changes, NULL);
  self->settle (changes, self->settle_data);
}

static void
history_leave (KringHistory *self)
{
  Step *step;
  gboolean empty;

  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    {
      kring_map_end (self->map);
      return;
    }
  if (self->failed)
    roll_back (self);
  else if (self->settle != NULL)
    history_settle (self);
  step = g_steal_pointer (&self->open);
  empty = self->failed || step->changes->len == 0;
  if (empty)
    step_free (step);
  else
    history_keep (self, step);
  kring_map_end (self->map);
  if (!empty)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kring_history_commit:
 *
 * Closes the innermost transaction. The outermost one becomes a step if it changed something.
 */
void
kring_history_commit (KringHistory *self)
{
  history_leave (self);
}

/**
 * kring_history_cancel:
 *
 * Closes the innermost transaction as failed: when the outermost one ends, all of it is taken back
 * and no step is made.
 */
void
kring_history_cancel (KringHistory *self)
{
  self->failed = TRUE;
  history_leave (self);
}

/**
 * kring_history_close:
 *
 * Ends typing: the next transaction starts a step of its own, whatever its key.
 */
void
kring_history_close (KringHistory *self)
{
  self->closed = TRUE;
}

/**
 * kring_history_is_open:
 *
 * Returns: whether a transaction is open
 */
gboolean
kring_history_is_open (KringHistory *self)
{
  return self->depth > 0;
}

/**
 * kring_history_can_undo:
 *
 * Returns: whether there is a step back; never while a transaction is open
 */
gboolean
kring_history_can_undo (KringHistory *self)
{
  return self->depth == 0 && self->undo->len > 0;
}

/**
 * kring_history_can_redo:
 *
 * Returns: whether there is a step forward; never while a transaction is open
 */
gboolean
kring_history_can_redo (KringHistory *self)
{
  return self->depth == 0 && self->redo->len > 0;
}

/**
 * kring_history_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back
 */
const char *
kring_history_get_undo_label (KringHistory *self)
{
  Step *step = top (self->undo);

  return step != NULL ? step->label : NULL;
}

/**
 * kring_history_get_redo_label:
 *
 * Returns: (transfer none) (nullable): what redo would do again
 */
const char *
kring_history_get_redo_label (KringHistory *self)
{
  Step *step = top (self->redo);

  return step != NULL ? step->label : NULL;
}

/**
 * kring_history_undo:
 *
 * Returns: whether there was something to take back
 */
gboolean
kring_history_undo (KringHistory *self)
{
  Step *step;

  if (!kring_history_can_undo (self))
    return FALSE;
  step = g_ptr_array_steal_index (self->undo, self->undo->len - 1);
  self->replaying = TRUE;
  kring_map_begin (self->map);
  for (guint i = step->changes->len; i > 0; i--)
    kring_map_revert (self->map, g_ptr_array_index (step->changes, i - 1));
  self->revision = step->before;
  g_ptr_array_add (self->redo, step);
  self->closed = TRUE;
  self->replaying = FALSE;
  kring_map_end (self->map);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * kring_history_redo:
 *
 * Returns: whether there was something to do again
 */
gboolean
kring_history_redo (KringHistory *self)
{
  Step *step;

  if (!kring_history_can_redo (self))
    return FALSE;
  step = g_ptr_array_steal_index (self->redo, self->redo->len - 1);
  self->replaying = TRUE;
  kring_map_begin (self->map);
  for (guint i = 0; i < step->changes->len; i++)
    kring_map_apply (self->map, g_ptr_array_index (step->changes, i));
  self->revision = step->after;
  g_ptr_array_add (self->undo, step);
  self->closed = TRUE;
  self->replaying = FALSE;
  kring_map_end (self->map);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * kring_history_withdraw:
 *
 * Takes the last step back as if it had never been made: there is nothing to do again.
 */
void
kring_history_withdraw (KringHistory *self)
{
  if (!kring_history_undo (self))
    return;
  g_ptr_array_set_size (self->redo, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kring_history_get_revision:
 *
 * Returns: a number for the map as it is now; undoing a step brings back the number before it
 */
guint64
kring_history_get_revision (KringHistory *self)
{
  return self->revision;
}

/**
 * kring_history_get_redo_revision:
 *
 * Returns: the revision that the step forward leads to; 0 if there is none
 */
guint64
kring_history_get_redo_revision (KringHistory *self)
{
  const Step *step;

  if (self->redo->len == 0)
    return 0;
  step = g_ptr_array_index (self->redo, self->redo->len - 1);
  return step->after;
}

/**
 * kring_history_mark_saved:
 * @revision: the revision that is safe on disk
 */
void
kring_history_mark_saved (KringHistory *self, guint64 revision)
{
  self->saved = revision;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kring_history_is_saved:
 *
 * Returns: whether the map as it is now is the one on disk; undoing back to it counts
 */
gboolean
kring_history_is_saved (KringHistory *self)
{
  return self->revision == self->saved;
}
