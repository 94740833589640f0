/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a fuzz target offers: one function that takes any bytes and must neither crash nor find one
 * of its own promises broken. libFuzzer calls it by this name, and so does fuzz-corpus.c.
 */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
