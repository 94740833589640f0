/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How far something is that takes a while: a function to tell, and what to hand to it. A plain
 * value; told on the thread that does the work.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef void (*KringProgressFunc) (double fraction, gpointer data);

typedef struct
{
  KringProgressFunc func; /* (nullable) */
  gpointer data;          /* (not owned) */
} KringProgress;

static inline void
kring_progress_tell (const KringProgress *self, double fraction)
{
  if (self != NULL && self->func != NULL)
    self->func (fraction, self->data);
}

G_END_DECLS
