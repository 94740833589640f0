/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hands of one window on one map: takes presses, motions and keys in screen pixels, hands them
 * to the tool of the session, keeps viewport and emphasis, and says what must be drawn again. It
 * applies the changes of the map to the scene. No widget.
 * Emits "redraw", "fades" when something else is faded and before it is drawn so, "base-changed"
 * (KringRect *, in map units), "viewport-changed",
 * "shows-all" when what was faded for kring_interaction_show_only () is not any more,
 * "ask-tie" (from, to, x, y), "ask-record" (what, x, y), "rename" (id), "edit" (id), "menu" (nullable id, x, y) and
 * "toast" (text, can be undone); x and y are in pixels. Main thread only.
 */
#pragma once

#include "hands/interact/kring-tool.h"
#include "hands/session/kring-session.h"
#include "picture/scene/kring-scene.h"

G_BEGIN_DECLS

#define KRING_TYPE_INTERACTION (kring_interaction_get_type ())
G_DECLARE_FINAL_TYPE (KringInteraction, kring_interaction, KRING, INTERACTION, GObject)

KringInteraction *kring_interaction_new (KringSession *session,
                                         KringScene *scene) G_GNUC_WARN_UNUSED_RESULT;
KringSession *kring_interaction_get_session (KringInteraction *self);
KringMap *kring_interaction_get_map (KringInteraction *self);
KringScene *kring_interaction_get_scene (KringInteraction *self);

/* What is shown. */
const KringViewport *kring_interaction_get_viewport (KringInteraction *self);
void kring_interaction_set_viewport (KringInteraction *self, const KringViewport *viewport);
void kring_interaction_resize (KringInteraction *self, double width, double height);
GPtrArray *kring_interaction_dup_overlay (KringInteraction *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_interaction_dup_moving (KringInteraction *self) G_GNUC_WARN_UNUSED_RESULT;
const KringEmphasis *kring_interaction_get_emphasis (KringInteraction *self);
void kring_interaction_set_hits (KringInteraction *self, GHashTable *hits);
GPtrArray *kring_interaction_dup_marked (KringInteraction *self) G_GNUC_WARN_UNUSED_RESULT;
const char *kring_interaction_get_cursor (KringInteraction *self);
const char *kring_interaction_get_prompt (KringInteraction *self);

/* What comes in. */
void kring_interaction_press (KringInteraction *self,
                              KringPoint screen,
                              guint button,
                              KringModifiers modifiers,
                              guint n_press);
void kring_interaction_motion (KringInteraction *self, KringPoint screen, KringModifiers modifiers);
void
kring_interaction_release (KringInteraction *self, KringPoint screen, KringModifiers modifiers);
gboolean kring_interaction_creep (KringInteraction *self, double seconds);
void kring_interaction_leave (KringInteraction *self);
void kring_interaction_scroll (
    KringInteraction *self, KringPoint screen, double dx, double dy, KringModifiers modifiers);
gboolean kring_interaction_key (KringInteraction *self, guint key, KringModifiers modifiers);
gboolean kring_interaction_cancel (KringInteraction *self);
void kring_interaction_abort (KringInteraction *self);
gboolean kring_interaction_has_mode (KringInteraction *self);
void kring_interaction_set_focus_visible (KringInteraction *self, gboolean visible);
void kring_interaction_set_single_keys (KringInteraction *self, gboolean enabled);

/* Answers to "ask-tie" and "rename". */
void kring_interaction_finish_tie (KringInteraction *self, const char *kind);
void kring_interaction_leave_tie (KringInteraction *self, const char *words);
void kring_interaction_drop_tie (KringInteraction *self, const char *words);
void kring_interaction_finish_rename (KringInteraction *self, const char *id, const char *name);
void kring_interaction_drop_name (KringInteraction *self, const char *id, const char *words);

/* For tools and commands. */
gboolean kring_interaction_hit (KringInteraction *self, KringPoint point, KringHit *hit);
char *kring_interaction_dup_tip (KringInteraction *self,
                                 KringPoint point) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_interaction_dup_targets (KringInteraction *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_interaction_focus (KringInteraction *self, const char *id);
void kring_interaction_set_tie_node (KringInteraction *self, const char *id);
const char *kring_interaction_get_tie_node (KringInteraction *self);
KringPoint kring_interaction_get_menu_point (KringInteraction *self);
void kring_interaction_set_mode (KringInteraction *self, KringTool *mode);
void kring_interaction_set_prompt (KringInteraction *self, const char *prompt);
void kring_interaction_set_cursor (KringInteraction *self, const char *cursor);
void kring_interaction_set_hovered (KringInteraction *self, const KringHit *hit, KringPoint at);
void kring_interaction_set_drop_target (KringInteraction *self, const char *id);
void kring_interaction_begin_moving (KringInteraction *self, GPtrArray *ids);
void kring_interaction_set_moving (KringInteraction *self, double dx, double dy);
void kring_interaction_end_moving (KringInteraction *self);
void kring_interaction_show_only (KringInteraction *self, GHashTable *shown);
void kring_interaction_cycle_circle (KringInteraction *self, const char *id);
void kring_interaction_ask_tie (KringInteraction *self, const char *from, const char *to);
void kring_interaction_ask_name (KringInteraction *self, const char *id);
void kring_interaction_ask_first_name (KringInteraction *self, const char *id);
gboolean kring_interaction_is_asking (KringInteraction *self);
void kring_interaction_ask_edit (KringInteraction *self, const char *id);
void kring_interaction_ask_menu (KringInteraction *self, const char *id, KringPoint screen);
gboolean kring_interaction_ask_record (KringInteraction *self, const char *what);
void kring_interaction_toast (KringInteraction *self, const char *text, gboolean can_undo);
void kring_interaction_redraw (KringInteraction *self);

G_END_DECLS
