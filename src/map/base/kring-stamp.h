/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who set a field last: a device and its Lamport counter (Lamport, "Time, clocks, and the ordering
 * of events in a distributed system", CACM 21(7), 1978). Together with what a map has seen of every
 * device this tells "later" from "at the same time".
 * A plain value that borrows the name of the device from the item or the map that keeps the stamp.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *device; /* (nullable) NULL: never set */
  guint64 counter;
} KringStamp;

/* Counters stay below 2^53, so that every JSON reader keeps them whole. */
#define KRING_STAMP_COUNTER_MAX (G_GUINT64_CONSTANT (1) << 53)

char *kring_stamp_to_string (KringStamp stamp) G_GNUC_WARN_UNUSED_RESULT;
void kring_stamp_set (KringStamp *self, KringStamp stamp);
gboolean kring_stamp_parse (const char *text, KringStamp *stamp);

G_END_DECLS
