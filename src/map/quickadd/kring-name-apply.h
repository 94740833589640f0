/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What one line of the name list made on the map, and how the line makes it. What a made line says
 * never changes: applying gives a new one. For the name list only. Main thread only.
 */
#pragma once

#include "map/edit/kring-editor.h"
#include "map/quickadd/kring-name-index.h"
#include "map/quickadd/kring-name-line.h"

G_BEGIN_DECLS

typedef struct
{
  grefcount count;
  char *text;          /* (owned) as typed */
  KringNameLine *line; /* (owned) as read */
  char *item_id;       /* (owned) (nullable) what it made */
  char *tie_id;        /* (owned) (nullable) its tie, once the other end is there */
  gboolean settled;    /* the other end was added for it, whether it is there still or not */
} KringMadeLine;

KringMadeLine *kring_made_line_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
KringMadeLine *kring_made_line_ref (KringMadeLine *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_made_line_dup_reading (KringMadeLine *self,
                                   KringEditor *editor,
                                   gboolean centre) G_GNUC_WARN_UNUSED_RESULT;
void kring_made_line_unref (KringMadeLine *self);

gboolean kring_made_line_is_blank (const KringMadeLine *self);
void kring_made_line_apply (KringMadeLine *self,
                            KringEditor *editor,
                            KringNameIndex *index,
                            const KringMadeLine *old);
KringMadeLine *kring_made_line_tie (KringMadeLine *self,
                                    KringEditor *editor,
                                    KringNameIndex *index) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_made_lines_wait (GPtrArray *lines, KringEditor *editor);
void kring_made_lines_add_targets (GPtrArray *lines, KringEditor *editor, KringNameIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringMadeLine, kring_made_line_unref)

G_END_DECLS
