/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Notes drafts without the cards that they were typed in. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

G_BEGIN_DECLS

gboolean kring_noting_note (KringSession *session, const KringUnnoted *draft, GError **error);
GPtrArray *kring_noting_note_all (KringSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
