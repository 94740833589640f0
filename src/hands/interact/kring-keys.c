/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-keys.h"

#include <string.h>

#define CTRL KRING_MODIFIER_CTRL
#define SHIFT KRING_MODIFIER_SHIFT
#define ALT KRING_MODIFIER_ALT

/* The keys of the rows that are not called by the one sign that they type. */
static const struct
{
  const char *name;
  guint key;
} names[] = {
  { "BackSpace", KRING_KEY_BACKSPACE },
  { "Return", KRING_KEY_RETURN },
  { "Escape", KRING_KEY_ESCAPE },
  { "Home", KRING_KEY_HOME },
  { "Left", KRING_KEY_LEFT },
  { "Up", KRING_KEY_UP },
  { "Right", KRING_KEY_RIGHT },
  { "Down", KRING_KEY_DOWN },
  { "Insert", KRING_KEY_INSERT },
  { "Menu", KRING_KEY_MENU },
  { "KP_Add", '+' },
  { "KP_Subtract", '-' },
  { "KP_0", '0' },
  { "F2", KRING_KEY_F2 },
  { "F10", KRING_KEY_F10 },
  { "Delete", KRING_KEY_DELETE },
  { "space", ' ' },
  { "plus", '+' },
  { "minus", '-' },
  { "equal", '=' },
  { "comma", ',' },
  { "period", '.' },
  { "question", '?' },
  { "bracketleft", '[' },
  { "bracketright", ']' },
};

static const struct
{
  const char *name;
  KringModifiers modifier;
} modifier_names[] = {
  { "<Control>", CTRL },
  { "<Shift>", SHIFT },
  { "<Alt>", ALT },
};

/* One way to write keys that come in several forms: those of the keypad as the others. */
static guint
keys_normalise (guint key, KringModifiers *modifiers)
{
  static const guint keypad[][2] = {
    { KRING_KEY_KP_ENTER, KRING_KEY_RETURN },
    { KRING_KEY_KP_INSERT, KRING_KEY_INSERT },
    { KRING_KEY_KP_DELETE, KRING_KEY_DELETE },
    { KRING_KEY_KP_ADD, '+' },
    { KRING_KEY_KP_SUBTRACT, '-' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keypad); i++)
    if (key == keypad[i][0])
      key = keypad[i][1];
  if (key >= KRING_KEY_KP_0 && key <= KRING_KEY_KP_0 + 9)
    key = '0' + (key - KRING_KEY_KP_0);
  if (key > ' ' && key < 0x7f && !g_ascii_isalpha (key))
    *modifiers &= ~KRING_MODIFIER_SHIFT;
  return key < 0x7f ? (guint) g_ascii_tolower (key) : key;
}

/**
 * kring_keys_parse:
 * @accelerator: one of a row, as in "<Control>d"
 * @modifiers: (out): what is held down with it
 *
 * Returns: the key symbol, of the keypad's keys that of the others; 0: none of the map
 */
guint
kring_keys_parse (const char *accelerator, KringModifiers *modifiers)
{
  *modifiers = 0;
  for (guint i = 0; i < G_N_ELEMENTS (modifier_names); i++)
    if (g_str_has_prefix (accelerator, modifier_names[i].name))
      {
        *modifiers |= modifier_names[i].modifier;
        accelerator += strlen (modifier_names[i].name);
      }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (accelerator, names[i].name))
      return names[i].key;
  return accelerator[1] == '\0' ? (guint) accelerator[0] : 0;
}

static gboolean
keys_has (const KringAction *action, guint key, KringModifiers modifiers)
{
  g_auto (GStrv) accelerators = g_strsplit (action->keys, " ", -1);

  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      KringModifiers with;

      if (kring_keys_parse (accelerators[i], &with) == key && with == modifiers)
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_keys_find:
 * @place: where the keyboard is, of #KringActionUse
 * @key: as GDK numbers it, without what is held with it
 *
 * Returns: (transfer none) (nullable): what the key does there
 */
const KringAction *
kring_keys_find (KringActionUse place, guint key, KringModifiers modifiers)
{
  const KringAction *action;

  modifiers &= CTRL | SHIFT | ALT;
  key = keys_normalise (key, &modifiers);
  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    if (action->keys != NULL && (action->use & place) != 0 && keys_has (action, key, modifiers))
      return action;
  return NULL;
}

/**
 * kring_keys_is_single:
 *
 * Returns: whether it is a plain letter, digit or sign, which people may switch off
 */
gboolean
kring_keys_is_single (guint key, KringModifiers modifiers)
{
  key = keys_normalise (key, &modifiers);
  return (modifiers & (CTRL | SHIFT | ALT)) == 0 && key > ' ' && key < 0x7f;
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
