/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program's own list of maps that were opened here: URIs of files, the newest first, and
 * nothing of what is in them. It is kept in the settings, so it can be switched off and cleared;
 * the system's list of recent files never hears of a map. Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define KRING_RECENT_KEY "recent-files"

char **kring_recent_dup_uris (GSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
void kring_recent_add (GSettings *settings, GFile *file);
void kring_recent_remove (GSettings *settings, GFile *file);
void kring_recent_clear (GSettings *settings);

G_END_DECLS
