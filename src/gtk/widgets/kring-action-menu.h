/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of actions become in GTK: entries of menus, tips of buttons, the shortcut window. */
#pragma once

#include "hands/interact/kring-actions.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kring_action_menu_add (GMenu *section, const char *const *names, guint n);
void kring_action_menu_append (GMenu *menu, const char *const *names, guint n);
char *kring_action_dup_tip (const KringAction *action);
char *kring_action_dup_shortcuts (void);
GtkShortcutsWindow *kring_action_new_shortcuts_window (void);

G_END_DECLS
