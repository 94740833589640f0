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

typedef enum
{
  KRING_EDIT_ERROR_SELF_TIE, /* a tie to oneself */
  KRING_EDIT_ERROR_EMPTY,    /* a required text is empty */
  KRING_EDIT_ERROR_VALUE,    /* not an allowed value; the message says why */
  KRING_EDIT_ERROR_KIND,     /* this cannot be done with this kind of item */
  KRING_EDIT_ERROR_MISSING,  /* the item is not there (any more) */
  KRING_EDIT_ERROR_TOO_MANY, /* more at once than can be taken */
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
char *kring_editor_next_id (KringEditor *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_editor_dup_today (KringEditor *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
