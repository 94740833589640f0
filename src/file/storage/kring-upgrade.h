/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Old formats, one step at a time: a step turns the JSON of one major version into that of the
 * next, so every file ever written opens for ever. A step changes the tree it is given and
 * nothing else; any thread.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef gboolean (*KringUpgradeStep) (JsonObject *root, GError **error);

/* The steps of Kring itself, from format 1 on; ends with NULL. */
extern const KringUpgradeStep kring_upgrade_steps[];

gboolean
kring_upgrade_run (const KringUpgradeStep *steps, JsonObject *root, gint64 from, GError **error);

G_END_DECLS
