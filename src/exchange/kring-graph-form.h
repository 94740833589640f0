/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file that should hold a bare graph seems to be, by its first bytes, so that nothing is
 * drawn from what was not understood. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *kring_graph_form_guess_other (const char *text, gsize length);
char kring_graph_form_guess_separator (const char *const *rows);
gboolean kring_graph_form_is_heading (const char *from, const char *to);

G_END_DECLS
