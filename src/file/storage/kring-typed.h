/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed and is not noted yet, as it stands beside a recovery copy: never in a map, nor in
 * anything that leaves the house. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of each the name of its box, the ids of what it is about, and the words by part of the box. */
#define KRING_TYPED_TYPE G_VARIANT_TYPE ("a(sasa{ss})")

GBytes *kring_typed_write (GVariant *typed) G_GNUC_WARN_UNUSED_RESULT;
GVariant *kring_typed_read (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
