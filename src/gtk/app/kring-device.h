/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The name under which this machine signs what it changes, so that maps from two machines can be
 * told apart when they are brought together. Random, made at first use and kept in the settings;
 * it says nothing of the machine or of who sits at it. Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *kring_device_dup_id (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
