/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The gate before the JSON parser: walks the bytes once, without recursion, and lets pass only
 * what RFC 8259 calls JSON and every reader understands alike: UTF-8, no repeated member, finite
 * numbers, whole numbers within ±2^53, no NUL and no lone surrogate, nothing after the end.
 * Pure functions of the bytes; any thread.
 */
#pragma once

#include "file/storage/kring-storage-error.h"

G_BEGIN_DECLS

#define KRING_GATE_SIZE_MAX (64 * 1024 * 1024) /* bytes */
#define KRING_GATE_DEPTH_MAX 64                /* objects and arrays within each other */
#define KRING_GATE_VALUES_MAX 2000000

GBytes *kring_gate_skip_mark (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_gate_check (GBytes *bytes, GError **error);
gboolean kring_gate_locate (GBytes *bytes, const char *path, guint *line, guint *column);

G_END_DECLS
