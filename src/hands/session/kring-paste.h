/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of names on its way onto the map. A short one is there at once; a long one is prepared in a
 * thread of its own, can be cancelled until it is there, and enters as a whole, as one undo step.
 * What else happens to the map meanwhile comes before it. One at a time, for a session. Emits
 * "changed" when it begins, comes further and ends. Main thread only.
 */
#pragma once

#include "map/quickadd/kring-name-list.h"

G_BEGIN_DECLS

#define KRING_TYPE_PASTE (kring_paste_get_type ())
G_DECLARE_FINAL_TYPE (KringPaste, kring_paste, KRING, PASTE, GObject)

/* @said: (nullable): what there is to tell people. @error: (nullable): why nothing came. Neither when
 * it was cancelled: n is 0 then. */
typedef void (*KringPasted) (guint n, const char *said, const GError *error, gpointer data);

KringPaste *kring_paste_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_paste_add (
    KringPaste *self, KringNameList *names, const char *text, KringPasted pasted, gpointer data);
void kring_paste_cancel (KringPaste *self);
gboolean kring_paste_is_running (KringPaste *self);
double kring_paste_get_fraction (KringPaste *self);

G_END_DECLS
