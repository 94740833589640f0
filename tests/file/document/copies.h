/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document in a folder of its own, with a place for its recovery copies, and what tests of these do
 * with it.
 */
#pragma once

#include "file/document/kring-recovery.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder; /* (owned) */
  char *copies; /* (owned) folder in it */
  GFile *file;  /* (owned) not there yet */
  KringDocument *document;
} Copies;

void copies_set_up (Copies *fixture, gconstpointer data);
void copies_tear_down (Copies *fixture, gconstpointer data);
guint copies_empty (const char *folder);

void copies_set_title (KringDocument *document, const char *title);
void copies_assert_title (KringDocument *document, const char *expected);

guint copies_count (Copies *fixture);
KringRecoveryCopy *copies_take (Copies *fixture) G_GNUC_WARN_UNUSED_RESULT;
gboolean copies_has_one (Copies *fixture);
gboolean copies_go_on (gint64 begun);
void copies_run_for (guint milliseconds);

/* Until it is so, while the rest of the program goes on. */
#define copies_until(condition)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 copies_begun = g_get_monotonic_time ();                                                 \
                                                                                                   \
    while (!(condition) && copies_go_on (copies_begun))                                            \
      ;                                                                                            \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
