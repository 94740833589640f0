/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which row of the actions a key stands for, in the place where the keyboard is: key symbols (X11
 * numbers) and modifiers.
 */
#pragma once

#include "hands/interact/kring-actions.h"

G_BEGIN_DECLS

#define KRING_KEY_BACKSPACE 0xff08
#define KRING_KEY_TAB 0xff09
#define KRING_KEY_RETURN 0xff0d
#define KRING_KEY_ESCAPE 0xff1b
#define KRING_KEY_HOME 0xff50
#define KRING_KEY_LEFT 0xff51
#define KRING_KEY_UP 0xff52
#define KRING_KEY_RIGHT 0xff53
#define KRING_KEY_DOWN 0xff54
#define KRING_KEY_INSERT 0xff63
#define KRING_KEY_MENU 0xff67
#define KRING_KEY_KP_ENTER 0xff8d
#define KRING_KEY_KP_INSERT 0xff9e
#define KRING_KEY_KP_DELETE 0xff9f
#define KRING_KEY_KP_ADD 0xffab
#define KRING_KEY_KP_SUBTRACT 0xffad
#define KRING_KEY_KP_0 0xffb0
#define KRING_KEY_F2 0xffbf
#define KRING_KEY_F10 0xffc7
#define KRING_KEY_DELETE 0xffff

guint kring_keys_parse (const char *accelerator, KringModifiers *modifiers);
const KringAction *kring_keys_find (KringActionUse place, guint key, KringModifiers modifiers);
gboolean kring_keys_is_single (guint key, KringModifiers modifiers);
gunichar kring_keys_get_character (guint key);

G_END_DECLS
