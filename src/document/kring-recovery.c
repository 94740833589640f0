/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/kring-recovery.h"

#include "storage/kring-codec.h"

struct _KringRecovery
{
  GObject parent_instance;

  KringDocument *document; /* (owned) */
  char *folder;            /* (owned) */
  KringRecoveryCopy *copy; /* (owned) (nullable) made when it is needed */
  gboolean writing;        /* a worker is at it */
  gboolean unwanted;       /* what the worker writes is of no use any more */
  guint timer;             /* 0: none */
  gint64 first, last;      /* monotonic time of changes that are in no copy yet; 0: none */
};

typedef struct
{
  char *path;        /* (owned) */
  KringDraft *draft; /* (owned) */
} WriteJob;

static void schedule (KringRecovery *self);

G_DEFINE_FINAL_TYPE (KringRecovery, kring_recovery, G_TYPE_OBJECT)

static void
write_job_free (WriteJob *job)
{
  g_free (job->path);
  kring_draft_free (job->draft);
  g_free (job);
}

static gboolean
write_job_run (WriteJob *job, GError **error)
{
  g_autoptr (GBytes) bytes = kring_draft_finish (job->draft, error);

  return bytes != NULL && kring_file_save (job->path, bytes, NULL, NULL, error);
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
  /* A worker that is writing would bring a copy back; it is removed when that is done. */
  self->unwanted = self->writing;
  if (!self->writing)
    g_clear_pointer (&self->copy, kring_recovery_copy_remove);
}

/* What goes where; NULL when there is no place for it. */
static WriteJob *
prepare (KringRecovery *self, GError **error)
{
  WriteJob *job;

  if (self->copy == NULL)
    self->copy = kring_recovery_copy_new (self->folder, error);
  if (self->copy == NULL || !kring_recovery_copy_note (self->copy, self->document, error))
    return NULL;
  job = g_new0 (WriteJob, 1);
  job->path = kring_recovery_copy_dup_next_path (self->copy);
  job->draft = kring_draft_new (kring_document_get_map (self->document));
  return job;
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, write_job_run (data, NULL));
}

static void
try_again (KringRecovery *self)
{
  if (self->last == 0)
    self->first = self->last = g_get_monotonic_time ();
  schedule (self);
}

static void
written_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  KringRecovery *self = KRING_RECOVERY (object);
  gboolean written = g_task_propagate_boolean (G_TASK (result), NULL);

  self->writing = FALSE;
  if (self->unwanted && self->last == 0)
    remove_copies (self);
  else if (!written)
    try_again (self);
  self->unwanted = FALSE;
}

static gboolean
timer_cb (gpointer data)
{
  KringRecovery *self = data;
  g_autoptr (GTask) task = NULL;
  WriteJob *job;

  self->timer = 0;
  /* Half of a drag is no state to come back to; its end comes with a change of its own. */
  if (self->writing || kring_history_is_open (kring_document_get_history (self->document)))
    {
      self->first = self->last = 0;
      try_again (self);
      return G_SOURCE_REMOVE;
    }
  forget_changes (self);
  job = prepare (self, NULL);
  if (job == NULL)
    {
      try_again (self);
      return G_SOURCE_REMOVE;
    }
  self->writing = TRUE;
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) write_job_free);
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

static void
changed_cb (KringRecovery *self)
{
  if (!kring_document_get_modified (self->document))
    {
      remove_copies (self);
      return;
    }
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
  g_object_unref (self->document);
  g_free (self->folder);
  G_OBJECT_CLASS (kring_recovery_parent_class)->finalize (object);
}

static void
kring_recovery_class_init (KringRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_recovery_finalize;
}

static void
kring_recovery_init (KringRecovery *self)
{
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
  g_signal_connect_object (kring_document_get_history (document), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
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
  gboolean written;

  if (self->last == 0)
    return TRUE;
  job = prepare (self, error);
  if (job == NULL)
    return FALSE;
  written = write_job_run (job, error);
  write_job_free (job);
  if (written)
    forget_changes (self);
  return written;
}

/**
 * kring_recovery_discard:
 *
 * Removes the copies: somebody chose to close without saving.
 */
void
kring_recovery_discard (KringRecovery *self)
{
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
