/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the system reports about files, in our words where people can do something about it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *kring_system_error_describe (int number, gboolean writing);

G_END_DECLS
