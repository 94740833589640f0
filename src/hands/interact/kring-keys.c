/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-keys.h"

#define CTRL KRING_MODIFIER_CTRL
#define SHIFT KRING_MODIFIER_SHIFT
#define ALT KRING_MODIFIER_ALT

static const KringKeyBinding bindings[] = {
  { 'v', 0, "tool", "select" },
  { 'p', 0, "tool", "person" },
  { 'l', 0, "tool", "thing" },
  { 'm', 0, "tool", "note" },
  { 'r', 0, "tie-from", NULL },
  { 's', 0, "add-signal", NULL },
  { 'w', 0, "add-statement", NULL },
  { 'b', 0, "add-protective", NULL },
  { '?', 0, "add-question", NULL },
  { 'g', 0, "group", NULL },
  { 'd', 0, "direction", NULL },
  { 'f', 0, "focus-circle", NULL },
  { 'k', 0, "pin", NULL },
  { 'q', 0, "ask-quality", NULL },
  { '1', 0, "certainty", "confirmed" },
  { '2', 0, "certainty", "probable" },
  { '3', 0, "certainty", "suspected" },
  { '4', 0, "certainty", "unknown" },
  { '5', 0, "certainty", "refuted" },
  { '[', 0, "weaker", NULL },
  { ']', 0, "stronger", NULL },
  { ',', 0, "previous-tie", NULL },
  { '.', 0, "next-tie", NULL },
  { ' ', 0, "toggle", NULL },
  { KRING_KEY_RETURN, 0, "edit", NULL },
  { KRING_KEY_F2, 0, "rename", NULL },
  { KRING_KEY_DELETE, 0, "delete", NULL },
  { KRING_KEY_BACKSPACE, 0, "delete", NULL },
  { KRING_KEY_HOME, 0, "go-centre", NULL },
  { KRING_KEY_LEFT, 0, "focus", "left" },
  { KRING_KEY_RIGHT, 0, "focus", "right" },
  { KRING_KEY_UP, 0, "focus", "up" },
  { KRING_KEY_DOWN, 0, "focus", "down" },
  { KRING_KEY_LEFT, CTRL, "nudge", "left" },
  { KRING_KEY_RIGHT, CTRL, "nudge", "right" },
  { KRING_KEY_UP, CTRL, "nudge", "up" },
  { KRING_KEY_DOWN, CTRL, "nudge", "down" },
  { KRING_KEY_LEFT, CTRL | SHIFT, "nudge-little", "left" },
  { KRING_KEY_RIGHT, CTRL | SHIFT, "nudge-little", "right" },
  { KRING_KEY_UP, CTRL | SHIFT, "nudge-little", "up" },
  { KRING_KEY_DOWN, CTRL | SHIFT, "nudge-little", "down" },
  { KRING_KEY_LEFT, SHIFT, "nudge-little", "left" },
  { KRING_KEY_RIGHT, SHIFT, "nudge-little", "right" },
  { KRING_KEY_UP, SHIFT, "nudge-little", "up" },
  { KRING_KEY_DOWN, SHIFT, "nudge-little", "down" },
  { KRING_KEY_MENU, 0, "context-menu", NULL },
  { KRING_KEY_F10, SHIFT, "context-menu", NULL },
  { KRING_KEY_ESCAPE, 0, "cancel", NULL },
  { 'a', CTRL, "select-all", NULL },
  { 'c', CTRL, "copy", NULL },
  { 'x', CTRL, "cut", NULL },
  { 'v', CTRL, "paste", NULL },
  { 'd', CTRL, "duplicate", NULL },
  { 'c', CTRL | SHIFT, "copy-picture", NULL },
  { '+', CTRL, "zoom-in", NULL },
  { '=', CTRL, "zoom-in", NULL },
  { KRING_KEY_KP_ADD, CTRL, "zoom-in", NULL },
  { '-', CTRL, "zoom-out", NULL },
  { KRING_KEY_KP_SUBTRACT, CTRL, "zoom-out", NULL },
  { '0', CTRL, "zoom-fit", NULL },
  { '9', CTRL, "zoom-100", NULL },
};

/* One way to write keys that come in several forms. */
static guint
keys_normalise (guint key, KringModifiers *modifiers)
{
  if (key == KRING_KEY_KP_ENTER)
    return KRING_KEY_RETURN;
  if (key > ' ' && key < 0x7f && !g_ascii_isalpha (key))
    *modifiers &= ~KRING_MODIFIER_SHIFT;
  return key < 0x7f ? (guint) g_ascii_tolower (key) : key;
}

/**
 * kring_keys_find:
 *
 * Returns: (transfer none) (nullable): what the key does
 */
const KringKeyBinding *
kring_keys_find (guint key, KringModifiers modifiers)
{
  modifiers &= CTRL | SHIFT | ALT;
  key = keys_normalise (key, &modifiers);
  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    if (bindings[i].key == key && bindings[i].modifiers == modifiers)
      return &bindings[i];
  return NULL;
}

/**
 * kring_keys_is_single:
 *
 * Returns: whether it is a plain letter, digit or sign, which people may switch off
 */
gboolean
kring_keys_is_single (const KringKeyBinding *binding)
{
  return binding->modifiers == 0 && binding->key > ' ' && binding->key < 0x7f;
}

/**
 * kring_keys_get_character:
 *
 * Returns: the character that the key symbol @key types; 0: none
 */
gunichar
kring_keys_get_character (guint key)
{
  if ((key >= 0x20 && key < 0x7f) || (key >= 0xa0 && key < 0x100))
    return key;
  if ((key & 0xff000000) == 0x01000000)
    return key & 0x00ffffff;
  return 0;
}
