/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words as they are looked for: small letters, no accents, so that "Élodie" is found by "elodie".
 * Pure functions; usable on any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *kring_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_fold_equal (const char *a, const char *b);

G_END_DECLS
