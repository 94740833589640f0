/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done to a map by name: the actions "map.…" that need no widget. Keys, menus, buttons
 * and tests all come through here, so that each does the same. Names carry no prefix.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  gboolean takes_parameter;
} KringAction;

const KringAction *kring_action_get_nth (guint position);
gboolean kring_action_run (KringInteraction *interaction, const char *name, const char *parameter);
const char *kring_action_get_tool_name (KringToolId tool);

G_END_DECLS
