/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Programs that are killed while somebody goes on typing: how much of it is in no recovery copy.
 */
#include "file/document/kring-recovery.h"
#include "map/model/kring-map-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_PROGRAMS 12
#define LETTERS_MAX 4096
#define LETTERS_LEAST 20
#define SECOND G_TIME_SPAN_SECOND
#define BEHIND_MAX (2 * SECOND)

/* Shared with the program that is killed. */
typedef struct
{
  int n_letters;
  gint64 typed[LETTERS_MAX]; /* when, by the clock of the machine */
  gint64 late;               /* by how much it was kept waiting at most: not its fault */
} Log;

typedef struct
{
  KringDocument *document; /* (owned) */
  GRand *rand;             /* (owned) */
  Log *log;                /* (not owned) */
  gint64 due;
} Typist;

static void
set_title (KringDocument *document, int number)
{
  g_autofree char *title = g_strdup_printf ("%d", number);

  kring_history_begin (kring_document_get_history (document), "Set Title");
  kring_map_set (kring_document_get_map (document), KRING_MAP_CASE_ID,
                 kring_kind_find_field (kring_kind_get (KRING_KIND_CASE), "title"),
                 g_variant_new_string (title));
  kring_history_commit (kring_document_get_history (document));
}

/* Mostly fast, sometimes a pause to think. */
static gboolean
type_cb (gpointer data)
{
  Typist *self = data;
  guint wait = g_rand_int_range (self->rand, 0, 20) == 0 ? g_rand_int_range (self->rand, 300, 1200)
                                                         : g_rand_int_range (self->rand, 20, 200);
  gint64 now = g_get_monotonic_time ();

  self->log->late = MAX (self->log->late, now - self->due);
  if (self->log->n_letters < LETTERS_MAX)
    {
      self->log->typed[self->log->n_letters++] = now;
      set_title (self->document, self->log->n_letters);
    }
  self->due = g_get_monotonic_time () + wait * 1000;
  g_timeout_add (wait, type_cb, self);
  return G_SOURCE_REMOVE;
}

static void
type_for_ever (const char *folder, Log *log, guint32 seed)
{
  Typist self = { kring_document_new (), g_rand_new_with_seed (seed), log,
                  g_get_monotonic_time () };
  g_autoptr (KringRecovery) recovery = kring_recovery_new (self.document, folder, NULL);

  type_cb (&self);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

/* How long ago the first letter was typed that is in no copy. */
static gint64
get_loss (const char *folder, const Log *log, gint64 killed)
{
  g_autoptr (GPtrArray) found = kring_recovery_copy_find (folder);
  g_autoptr (KringDocument) document = NULL;
  g_autofree char *title = NULL;
  int n_kept = 0;

  if (found->len > 0)
    {
      document = kring_recovery_copy_open (g_ptr_array_index (found, 0), NULL);
      g_assert_nonnull (document);
      title = kring_document_dup_title (document);
      n_kept = atoi (title);
      kring_recovery_copy_remove (g_ptr_array_steal_index (found, 0));
    }
  g_rmdir (folder);
  return n_kept < log->n_letters ? killed - log->typed[n_kept] : 0;
}

/* Until there is something to lose. */
static void
wait_for_letters (const Log *log)
{
  gint64 latest = g_get_monotonic_time () + 60 * SECOND;

  while (*(volatile const int *) &log->n_letters < LETTERS_LEAST &&
         g_get_monotonic_time () < latest)
    g_usleep (1000);
  g_assert_cmpint (log->n_letters, >=, LETTERS_LEAST);
}

static void
test_kill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-kill-XXXXXX", NULL);
  Log *logs = mmap (NULL, N_PROGRAMS * sizeof (Log), PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pid_t programs[N_PROGRAMS];
  gint64 sum = 0, most = 0;

  for (int i = 0; i < N_PROGRAMS; i++)
    {
      g_autofree char *own = g_strdup_printf ("%s/%d", folder, i);
      guint32 seed = g_test_rand_int ();

      programs[i] = fork ();
      if (programs[i] == 0)
        type_for_ever (own, &logs[i], seed);
    }
  for (int i = 0; i < N_PROGRAMS; i++)
    wait_for_letters (&logs[i]);
  for (int i = 0; i < N_PROGRAMS; i++)
    {
      g_autofree char *own = g_strdup_printf ("%s/%d", folder, i);
      gint64 killed, loss;
      int status;

      g_usleep (g_test_rand_int_range (50, 600) * 1000);
      kill (programs[i], SIGKILL);
      killed = g_get_monotonic_time ();
      g_assert_cmpint (waitpid (programs[i], &status, 0), ==, programs[i]);
      loss = get_loss (own, &logs[i], killed);
      g_test_message ("%d letters, %" G_GINT64_FORMAT " ms lost", logs[i].n_letters, loss / 1000);
      g_assert_cmpint (loss, <=, BEHIND_MAX + logs[i].late);
      sum += loss;
      most = MAX (most, loss);
    }
  g_test_message ("lost: %" G_GINT64_FORMAT " ms mean, %" G_GINT64_FORMAT " ms at most",
                  sum / N_PROGRAMS / 1000, most / 1000);
  munmap (logs, N_PROGRAMS * sizeof (Log));
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/kill", test_kill);
  return g_test_run ();
}
