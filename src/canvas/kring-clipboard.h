/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a clipboard holds that is no list of names, and what can be done with it instead. Main
 * thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *kring_clipboard_get_refusal (GdkClipboard *clipboard);
const char *kring_clipboard_get_text_refusal (const char *text);

G_END_DECLS
