/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desktop as a program in a sandbox sees it: its portals, on a bus of the test's own. What they
 * are asked is kept until the test takes it, and somebody at the desktop chooses; so it is also
 * known what is not asked. Only settings are read without anybody looking.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void portal_start (void);
GVariant *portal_take (const char *method) G_GNUC_WARN_UNUSED_RESULT;
void portal_choose (const char *uri);
void portal_assert_not_asked (void);
void portal_set (const char *name, const char *key, GVariant *value);

G_END_DECLS
