/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The JSON Schema of format 1, made of the table of kinds and fields, so that it never lags behind.
 * It is for editors and other programs; Kring itself checks more than a JSON Schema can say.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *kring_json_schema_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
