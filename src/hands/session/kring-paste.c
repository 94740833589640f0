/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-paste.h"

#include <string.h>

/* So much is on the map before anybody could see how far it is. */
#define BYTES_AT_ONCE 8000

#define LOOK_MS 100

/* Somebody who goes on typing is not waited for: then it enters all the same. */
#define TRIES_MAX 5

struct _KringPaste
{
  GObject parent_instance;

  GCancellable *cancellable; /* (owned) (nullable) while it runs */
  KringNameBatch *batch;     /* (owned) (nullable) likewise */
  KringNameList *names;      /* (owned) (nullable) likewise */
  char *text;                /* (owned) (nullable) likewise */
  KringPasted pasted;
  gpointer data;
  guint n_tries;
  guint look_id; /* of the source that tells how far it is; 0: none */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringPaste, kring_paste, G_TYPE_OBJECT)

static void paste_begin (KringPaste *self);

static void
kring_paste_dispose (GObject *object)
{
  KringPaste *self = KRING_PASTE (object);

  g_clear_handle_id (&self->look_id, g_source_remove);
  G_OBJECT_CLASS (kring_paste_parent_class)->dispose (object);
}

static void
kring_paste_class_init (KringPasteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_paste_dispose;

  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_PASTE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
kring_paste_init (KringPaste *self)
{
}

/**
 * kring_paste_new: (constructor)
 *
 * Returns: (transfer full): one that has nothing to do
 */
KringPaste *
kring_paste_new (void)
{
  return g_object_new (KRING_TYPE_PASTE, NULL);
}

/**
 * kring_paste_is_running:
 *
 * Returns: whether a list is on its way
 */
gboolean
kring_paste_is_running (KringPaste *self)
{
  return self->cancellable != NULL;
}

/**
 * kring_paste_get_fraction:
 *
 * Returns: how far the list is that is on its way, from 0 to 1
 */
double
kring_paste_get_fraction (KringPaste *self)
{
  return self->batch != NULL ? kring_name_batch_get_fraction (self->batch) : 0;
}

/**
 * kring_paste_cancel:
 *
 * Nothing of the list that is on its way will be on the map.
 */
void
kring_paste_cancel (KringPaste *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
look_cb (gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);
  return G_SOURCE_CONTINUE;
}

static void
paste_tell (KringPaste *self, guint n, const char *columns, const GError *error)
{
  g_autofree char *said = n > 0 ? kring_name_list_dup_added (n, columns) : NULL;
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  self->pasted (n, said, n > 0 || cancelled ? NULL : error, self->data);
}

/* It is free again before anybody is told. */
static void
end (KringPaste *self, guint n, const char *columns, const GError *error)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_pointer (&self->batch, kring_name_batch_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->names);
  g_clear_pointer (&self->text, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
  paste_tell (self, n, columns, error);
}

static void
prepare_thread (GTask *task, gpointer source, gpointer batch, GCancellable *cancellable)
{
  GError *error = NULL;

  if (kring_name_batch_prepare (batch, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
prepared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  KringPaste *self = KRING_PASTE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *columns = NULL;
  guint n = 0;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (kring_name_batch_is_stale (self->batch) && self->n_tries < TRIES_MAX)
        {
          g_clear_pointer (&self->batch, kring_name_batch_free);
          paste_begin (self);
          return;
        }
      n = kring_name_batch_is_stale (self->batch)
              ? kring_name_list_add_many (self->names, self->text, &columns, &error)
              : kring_name_batch_enter (self->batch, &columns);
    }
  end (self, n, columns, error);
}

static void
paste_begin (KringPaste *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, prepared_cb, NULL);

  self->n_tries++;
  self->batch = kring_name_batch_new (self->names, self->text);
  g_task_set_task_data (task, self->batch, NULL);
  g_task_run_in_thread (task, prepare_thread);
}

/**
 * kring_paste_add:
 * @names: where the lines go, after the last one
 * @text: several lines, or rows of a spreadsheet, as pasted
 * @pasted: called once, when they are on the map or will not be
 */
void
kring_paste_add (
    KringPaste *self, KringNameList *names, const char *text, KringPasted pasted, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *columns = NULL;
  guint n;

  if (kring_paste_is_running (self))
    {
      g_set_error_literal (&error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_BUSY, "");
      pasted (0, NULL, error, data);
      return;
    }
  self->pasted = pasted;
  self->data = data;
  if (strlen (text) <= BYTES_AT_ONCE)
    {
      n = kring_name_list_add_many (names, text, &columns, &error);
      paste_tell (self, n, columns, error);
      return;
    }
  self->cancellable = g_cancellable_new ();
  self->names = g_object_ref (names);
  self->text = g_strdup (text);
  self->n_tries = 0;
  self->look_id = g_timeout_add (LOOK_MS, look_cb, self);
  paste_begin (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
