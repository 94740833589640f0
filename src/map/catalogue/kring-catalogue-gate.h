/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is looked at before the JSON parser sees a catalogue: its size, its encoding, how deep it
 * nests, and that nothing stands in it that JSON does not know, such as comments. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean kring_catalogue_gate_check (const char *text, gsize length, GError **error);

G_END_DECLS
