/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text that tells a name, as an object for a list: whose text it is, the sentence with the name set
 * off in it, and what becomes of it. Main thread only.
 */
#pragma once

#include "map/share/kring-permitted.h"

G_BEGIN_DECLS

#define KRING_TYPE_TEXT_LINE (kring_text_line_get_type ())
G_DECLARE_FINAL_TYPE (KringTextLine, kring_text_line, KRING, TEXT_LINE, GObject)

KringTextLine *kring_text_line_new (KringMap *map,
                                    const KringMention *mention) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_text_line_is_same (KringTextLine *self, KringTextLine *other);
const char *kring_text_line_get_id (KringTextLine *self);
const char *kring_text_line_get_key (KringTextLine *self);
const char *kring_text_line_get_title (KringTextLine *self);
const char *kring_text_line_get_reason (KringTextLine *self);
const char *kring_text_line_get_sentence (KringTextLine *self);
const char *kring_text_line_get_markup (KringTextLine *self);
KringSettling kring_text_line_get_settling (KringTextLine *self);
void kring_text_line_set_settling (KringTextLine *self, KringSettling settling);

G_END_DECLS
