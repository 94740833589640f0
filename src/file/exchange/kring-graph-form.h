/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file that should hold a bare graph seems to be, by its first bytes, so that nothing is
 * drawn from what was not understood. Any thread.
 */
#pragma once

#include "map/cells/kring-cells.h"

G_BEGIN_DECLS

const char *kring_graph_form_guess_other (const char *text, gsize length);
GPtrArray *kring_graph_form_read_rows (const char *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_graph_form_is_heading (const char *from, const char *to);

G_END_DECLS
