/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Waiting for what happens, and never for a time: on a busy machine it takes longer, and is the
 * same. Only who waits in vain is told so after a while.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void calm_down (guint n_frames);
gboolean calm_go_on (gint64 begun);

/* Until it is so. */
#define calm_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 calm_begun = g_get_monotonic_time ();                                                   \
                                                                                                   \
    while (!(condition) && calm_go_on (calm_begun))                                                \
      ;                                                                                            \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
