/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How one window looks at one document: its editor, what is selected, which tool is in hand, and
 * what of the map is looked at. Widgets bind to the session, never to each other. Emits
 * "hidden-changed" when the filter hides something else than before. No widget, no file. Main
 * thread only.
 */
#pragma once

#include "hands/session/kring-drafts.h"
#include "hands/session/kring-paste.h"
#include "hands/session/kring-selection.h"
#include "map/edit/kring-editor.h"
#include "map/filter/kring-filter.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_TOOL_SELECT,
  KRING_TOOL_PERSON,
  KRING_TOOL_THING,
  KRING_TOOL_TIE,
  KRING_TOOL_NOTE,
  KRING_N_TOOLS,
} KringToolId;

#define KRING_TYPE_SESSION (kring_session_get_type ())
G_DECLARE_FINAL_TYPE (KringSession, kring_session, KRING, SESSION, GObject)

KringSession *kring_session_new (KringEditor *editor) G_GNUC_WARN_UNUSED_RESULT;
KringEditor *kring_session_get_editor (KringSession *self);
KringMap *kring_session_get_map (KringSession *self);
KringHistory *kring_session_get_history (KringSession *self);
gboolean kring_session_undo (KringSession *self);
KringSelection *kring_session_get_selection (KringSession *self);
KringPaste *kring_session_get_paste (KringSession *self);

/* Property "filter" (KringFilter), the same as long as the session lives; and what it hides. */
KringFilter *kring_session_get_filter (KringSession *self);
GHashTable *kring_session_get_hidden (KringSession *self);

/* Property "tool" (int): emits notify::tool. */
KringToolId kring_session_get_tool (KringSession *self);
void kring_session_set_tool (KringSession *self, KringToolId tool);
/* What the thing tool places: a place, vehicle, phone, ... Property "thing-kind" (int). */
KringKindId kring_session_get_thing_kind (KringSession *self);
void kring_session_set_thing_kind (KringSession *self, KringKindId kind);
/* Whether forms ask for the grades of statements. Property "grades" (boolean). */
KringDrafts *kring_session_get_drafts (KringSession *self);
gboolean kring_session_get_grades (KringSession *self);
void kring_session_set_grades (KringSession *self, gboolean grades);

G_END_DECLS
