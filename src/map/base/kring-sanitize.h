/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Text that shows what it says: without control characters, without noncharacters (which no PDF
 * takes) and without the marks that turn the direction of what is around them. For everything that is shown, printed or read aloud; what
 * stands in a file stays as it is. Letters of every script remain. Pure functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kring_sanitize_is_needed (const char *text);
gboolean kring_sanitize_is_blank (const char *text);
char *kring_sanitize_dup (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
