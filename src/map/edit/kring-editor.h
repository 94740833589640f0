/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every command needs: the map, its history, the pen that stamps new items, a source of ids
 * and a clock. Ids and clock are handed in, so tests repeat. Owned by the document.
 * Main thread only.
 */
#pragma once

#include "map/base/kring-id.h"
#include "map/edit/kring-history.h"

G_BEGIN_DECLS

#define KRING_EDIT_ERROR (kring_edit_error_quark ())

/* How many names can be added at once: more are no list of names but something copied by mistake. */
#define KRING_EDIT_LINES_MAX 20000

/* Why a command did nothing. The code decides; the words are gtk/widgets/kring-error-words.c, and the
 * message holds no more than what stands in them, if anything. */
typedef enum
{
  KRING_EDIT_ERROR_SELF_TIE, /* a tie to oneself */
  KRING_EDIT_ERROR_EMPTY,    /* a field that is required is empty; the message is its label */
  KRING_EDIT_ERROR_VALUE,    /* not an allowed value; the message is what the schema says of it */
  KRING_EDIT_ERROR_NO_WORDS, /* nothing to write down */
  KRING_EDIT_ERROR_NO_NAME,  /* a name of nothing but spaces */
  KRING_EDIT_ERROR_NO_VIEW_NAME,  /* the same, of a view */
  KRING_EDIT_ERROR_NO_EVENT,      /* only when it happened, not what */
  KRING_EDIT_ERROR_ITSELF,        /* refers to itself; the message is the label of the field */
  KRING_EDIT_ERROR_KIND,          /* refers to another kind of item than it may; likewise */
  KRING_EDIT_ERROR_NO_FIELD,      /* there is no such field on this kind of item */
  KRING_EDIT_ERROR_NO_SIGNALS,    /* signals cannot be about this */
  KRING_EDIT_ERROR_NO_STATEMENTS, /* statements cannot be about this */
  KRING_EDIT_ERROR_MISSING,       /* the item is not there (any more) */
  KRING_EDIT_ERROR_TOO_MANY,      /* more at once than can be taken; the message is how many */
  KRING_EDIT_ERROR_BUSY,          /* another list is being added still */
  KRING_N_EDIT_ERRORS,
} KringEditError;

GQuark kring_edit_error_quark (void);

/* Returns the local time now. */
typedef GDateTime *(*KringClock) (gpointer data);

#define KRING_TYPE_EDITOR (kring_editor_get_type ())
G_DECLARE_FINAL_TYPE (KringEditor, kring_editor, KRING, EDITOR, GObject)

KringEditor *kring_editor_new (KringMap *map, KringIdSource *ids) G_GNUC_WARN_UNUSED_RESULT;
void kring_editor_set_clock (KringEditor *self, KringClock clock, gpointer data);

KringMap *kring_editor_get_map (KringEditor *self);
KringHistory *kring_editor_get_history (KringEditor *self);
KringParty kring_editor_get_pen (KringEditor *self);
void kring_editor_set_pen (KringEditor *self, KringParty pen);
KringAudience kring_editor_get_audience (KringEditor *self);
void kring_editor_set_audience (KringEditor *self, KringAudience audience);
char *kring_editor_next_id (KringEditor *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_editor_dup_today (KringEditor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
