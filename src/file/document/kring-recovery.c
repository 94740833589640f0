/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/document/kring-recovery.h"

#include "file/storage/kring-codec.h"

#define RETRY (2 * G_TIME_SPAN_SECOND)

/* What the writers of one set of copies share, so that a writer that comes too late writes
 * nothing. */
typedef struct
{
  gatomicrefcount n_refs;
  GMutex mutex;    /* held while a copy is written */
  guint64 written; /* the newest state of the map that is in a copy */
} Order;

struct _KringRecovery
{
  GObject parent_instance;

  KringDocument *document; /* (owned) */
  char *folder;            /* (owned) */
  KringRecoveryCopy *copy; /* (owned) (nullable) made when it is needed */
  Order *order;            /* (owned) */
  GVariant *typed;         /* (owned) (nullable) what is typed and not noted */
  char *unread;            /* (owned) (nullable) file with what was typed and cannot be read */
  guint64 n_drafts;        /* made until now; they are numbered from 1 */
  gboolean writing;        /* a worker is at it */
  gboolean unwanted;       /* what the worker writes is of no use any more */
  guint timer;             /* 0: none */
  gint64 first, last;      /* monotonic time of changes that are in no copy yet; 0: none */
  GError *trouble;         /* (owned) (nullable) why the last copy could not be made */
};

enum
{
  SIGNAL_TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  KringRecoveryCopy *copy; /* (not owned) outlives the writing */
  KringDraft *draft;       /* (owned) */
  GVariant *typed;         /* (owned) (nullable) */
  guint64 number;          /* of the draft */
  Order *order;            /* (owned) */
} WriteJob;

static void schedule (KringRecovery *self);

G_DEFINE_FINAL_TYPE (KringRecovery, kring_recovery, G_TYPE_OBJECT)

static void
order_unref (Order *order)
{
  if (!g_atomic_ref_count_dec (&order->n_refs))
    return;
  g_mutex_clear (&order->mutex);
  g_free (order);
}

static void
recovery_write_job_free (WriteJob *job)
{
  order_unref (job->order);
  kring_draft_free (job->draft);
  g_clear_pointer (&job->typed, g_variant_unref);
  g_free (job);
}

/* Writes one copy at a time, and never an older state over a newer one. */
static gboolean
write_job_run (WriteJob *job, GError **error)
{
  g_autoptr (GBytes) bytes = kring_draft_finish (job->draft, error);
  gboolean done = TRUE;

  if (bytes == NULL)
    return FALSE;
  g_mutex_lock (&job->order->mutex);
  if (job->number > job->order->written)
    {
      done = kring_recovery_copy_write (job->copy, bytes, job->typed, error);
      if (done)
        job->order->written = job->number;
    }
  g_mutex_unlock (&job->order->mutex);
  return done;
}

/* Emits "trouble" when the trouble begins, changes and ends. */
static void
take_trouble (KringRecovery *self, GError *trouble)
{
  gboolean same = (trouble == NULL) == (self->trouble == NULL) &&
                  (trouble == NULL || g_str_equal (trouble->message, self->trouble->message));

  g_clear_error (&self->trouble);
  self->trouble = trouble;
  if (!same)
    g_signal_emit (self, signals[SIGNAL_TROUBLE], 0);
}

static void
forget_changes (KringRecovery *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->first = self->last = 0;
}

static void
remove_copies (KringRecovery *self)
{
  forget_changes (self);
  take_trouble (self, NULL);
  /* A worker that is writing would bring a copy back: the copies are removed when it is done. */
  self->unwanted = self->writing;
  if (!self->writing)
    g_clear_pointer (&self->copy, kring_recovery_copy_remove);
}

/* Returns: (transfer full) (nullable): what the worker writes; NULL if there is no place for
 * copies. */
static WriteJob *
prepare (KringRecovery *self, GError **error)
{
  WriteJob *job;

  if (self->copy == NULL)
    self->copy = kring_recovery_copy_new (self->folder, error);
  if (self->copy == NULL || !kring_recovery_copy_note (self->copy, self->document, error))
    return NULL;
  job = g_new0 (WriteJob, 1);
  job->copy = self->copy;
  job->draft = kring_draft_new (kring_document_get_map (self->document));
  job->typed = self->typed != NULL ? g_variant_ref (self->typed) : NULL;
  job->number = ++self->n_drafts;
  job->order = self->order;
  g_atomic_ref_count_inc (&job->order->n_refs);
  return job;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Tries again soon, for the cause may be gone by then: a full disk, a network that did not
 * answer. */
static void
try_again (KringRecovery *self, GError *trouble)
{
  take_trouble (self, trouble);
  self->first = self->last = g_get_monotonic_time () + RETRY - KRING_RECOVERY_QUIET;
  schedule (self);
}

static void
recovery_written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  KringRecovery *self = KRING_RECOVERY (object);
  GError *trouble = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &trouble);

  self->writing = FALSE;
  if (self->unwanted && self->last == 0)
    {
      g_clear_error (&trouble);
      remove_copies (self);
    }
  else if (!written)
    try_again (self, trouble);
  else
    {
      take_trouble (self, NULL);
      /* Changes that came while the worker was writing still need a copy. */
      schedule (self);
    }
  self->unwanted = FALSE;
}

/* Makes a copy even in the middle of a drag: half a drag is better than no copy. */
static gboolean
timer_cb (gpointer data)
{
  KringRecovery *self = data;
  g_autoptr (GTask) task = NULL;
  GError *trouble = NULL;
  WriteJob *job;

  self->timer = 0;
  if (self->writing)
    return G_SOURCE_REMOVE;
  job = prepare (self, &trouble);
  if (job == NULL)
    {
      try_again (self, trouble);
      return G_SOURCE_REMOVE;
    }
  forget_changes (self);
  self->writing = TRUE;
  task = g_task_new (self, NULL, recovery_written_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) recovery_write_job_free);
  g_task_run_in_thread (task, write_thread);
  return G_SOURCE_REMOVE;
}

static void
schedule (KringRecovery *self)
{
  gint64 delay;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->last == 0)
    return;
  delay = kring_recovery_get_delay (self->first, self->last, g_get_monotonic_time ());
  self->timer = g_timeout_add (delay / 1000, timer_cb, self);
}

/* Whether there is anything that would be lost. */
static gboolean
recovery_is_wanted (KringRecovery *self)
{
  return self->typed != NULL || kring_document_get_modified (self->document);
}

static void
recovery_changed_cb (KringRecovery *self)
{
  if (!recovery_is_wanted (self))
    {
      remove_copies (self);
      return;
    }
  self->unwanted = FALSE;
  self->last = g_get_monotonic_time ();
  if (self->first == 0)
    self->first = self->last;
  schedule (self);
}

static void
kring_recovery_finalize (GObject *object)
{
  KringRecovery *self = KRING_RECOVERY (object);

  forget_changes (self);
  g_clear_pointer (&self->copy, kring_recovery_copy_free);
  g_clear_pointer (&self->typed, g_variant_unref);
  order_unref (self->order);
  g_clear_error (&self->trouble);
  g_object_unref (self->document);
  g_free (self->unread);
  g_free (self->folder);
  G_OBJECT_CLASS (kring_recovery_parent_class)->finalize (object);
}

static void
kring_recovery_class_init (KringRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_recovery_finalize;

  /**
   * KringRecovery::trouble:
   *
   * No copy could be made, or it is over: see kring_recovery_get_trouble ().
   */
  signals[SIGNAL_TROUBLE] = g_signal_new ("trouble", KRING_TYPE_RECOVERY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_recovery_init (KringRecovery *self)
{
  self->order = g_new0 (Order, 1);
  g_atomic_ref_count_init (&self->order->n_refs);
  g_mutex_init (&self->order->mutex);
}

/**
 * kring_recovery_new: (constructor)
 * @folder: a folder of the app itself, where copies are kept
 * @copy: (nullable) (transfer full): the copies that @document was opened from; they are kept on
 *
 * Returns: (transfer full): something that keeps copies of @document as long as it lives
 */
KringRecovery *
kring_recovery_new (KringDocument *document, const char *folder, KringRecoveryCopy *copy)
{
  KringRecovery *self = g_object_new (KRING_TYPE_RECOVERY, NULL);

  self->document = g_object_ref (document);
  self->folder = g_strdup (folder);
  self->copy = copy;
  self->typed = copy != NULL ? kring_recovery_copy_dup_typed (copy) : NULL;
  self->unread = copy != NULL ? kring_recovery_copy_spare_unread (copy) : NULL;
  g_signal_connect_object (kring_document_get_history (document), "changed",
                           G_CALLBACK (recovery_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_recovery_set_typed:
 * @typed: (nullable): of %KRING_TYPED_TYPE; %NULL: nothing
 *
 * What is typed in the window and not noted yet. It is part of the copies, also of a map that is
 * saved, and of nothing else.
 */
void
kring_recovery_set_typed (KringRecovery *self, GVariant *typed)
{
  if (typed == self->typed ||
      (typed != NULL && self->typed != NULL && g_variant_equal (typed, self->typed)))
    return;
  g_clear_pointer (&self->typed, g_variant_unref);
  self->typed = typed != NULL ? g_variant_ref_sink (typed) : NULL;
  recovery_changed_cb (self);
}

/**
 * kring_recovery_get_typed:
 *
 * Returns: (transfer none) (nullable): what was typed and not noted, also that of the copies that
 *   the document was opened from
 */
GVariant *
kring_recovery_get_typed (KringRecovery *self)
{
  return self->typed;
}

/**
 * kring_recovery_get_unread:
 *
 * Returns: (transfer none) (nullable): the file with what was typed, of the copies that the document
 *   was opened from, if it cannot be read; it stays there
 */
const char *
kring_recovery_get_unread (KringRecovery *self)
{
  return self->unread;
}

/**
 * kring_recovery_flush:
 * @error: return location for an error of %KRING_STORAGE_ERROR
 *
 * Makes a copy now if there are changes in no copy yet: when the window loses the focus or the
 * program is told to end. Blocks meanwhile.
 *
 * Returns: whether all changes are in a copy
 */
gboolean
kring_recovery_flush (KringRecovery *self, GError **error)
{
  WriteJob *job;
  GError *trouble = NULL;
  gboolean written = FALSE;

  if (self->last == 0 && !self->writing && self->trouble == NULL)
    return TRUE;
  if (!recovery_is_wanted (self))
    return TRUE;
  job = prepare (self, &trouble);
  if (job != NULL)
    {
      written = write_job_run (job, &trouble);
      recovery_write_job_free (job);
    }
  if (written)
    {
      forget_changes (self);
      take_trouble (self, NULL);
      return TRUE;
    }
  if (error != NULL)
    *error = g_error_copy (trouble);
  try_again (self, trouble);
  return FALSE;
}

/**
 * kring_recovery_get_trouble:
 *
 * Returns: (transfer none) (nullable): why there is no copy of what was changed last; %NULL: there
 *   is one, or it is about to be made
 */
const GError *
kring_recovery_get_trouble (KringRecovery *self)
{
  return self->trouble;
}

/**
 * kring_recovery_discard:
 *
 * Removes the copies: somebody chose to close without saving.
 */
void
kring_recovery_discard (KringRecovery *self)
{
  g_clear_pointer (&self->typed, g_variant_unref);
  remove_copies (self);
}

/**
 * kring_recovery_get_delay:
 * @first: when the first change came that is in no copy, in microseconds
 * @last: when the last one came
 * @now: the same clock
 *
 * Returns: how long to wait with the next copy, in microseconds
 */
gint64
kring_recovery_get_delay (gint64 first, gint64 last, gint64 now)
{
  gint64 due = MIN (last + KRING_RECOVERY_QUIET, first + KRING_RECOVERY_LONGEST);

  return MAX (due - now, 0);
}
