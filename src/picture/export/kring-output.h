/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that appears whole or not at all: bytes go to a nameless neighbour, which takes the name
 * only when everything is on the disk. Freed before that, it leaves no trace. Once something went
 * wrong or was cancelled, it takes no more. One owner, any one thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _KringOutput KringOutput;

KringOutput *
kring_output_new (GFile *file, GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void kring_output_free (KringOutput *self);
gboolean kring_output_write (KringOutput *self, const guint8 *data, gsize length);
gboolean kring_output_finish (KringOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringOutput, kring_output_free)

G_END_DECLS
