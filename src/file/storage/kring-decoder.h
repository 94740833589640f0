/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From bytes to a map or to loose items: gate, parser, upgrade steps, and the check of every name
 * and value against the schema. kring-codec.h is the door for others.
 * A map made here belongs to whoever receives it, and may be made on any thread.
 */
#pragma once

#include "map/model/kring-map.h"

G_BEGIN_DECLS

KringMap *
kring_decode_map (GBytes *bytes, guint *n_mended, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_decode_fragment (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
