/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes the keys for a moment: naming the other end of a tie, and the digit after Q. */
#include "hands/interact/kring-modes.h"

#include "hands/interact/kring-ghost.h"
#include "hands/interact/kring-keys.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  KringTool parent;
  const char *from;   /* interned */
  GString *query;     /* (owned) what was typed so far */
  GPtrArray *matches; /* (owned) (element-type utf8) interned ids, best first */
  guint chosen;       /* of matches */
} TieFrom;

typedef struct
{
  KringTool parent;
  GPtrArray *ids; /* (owned) (element-type utf8) interned */
} AskQuality;

static gboolean
modes_contains (const char *text, const char *query)
{
  g_autofree char *where = NULL, *what = NULL;

  if (text == NULL)
    return FALSE;
  if (g_str_match_string (query, text, TRUE))
    return TRUE;
  where = g_utf8_casefold (text, -1);
  what = g_utf8_casefold (query, -1);
  return strstr (where, what) != NULL;
}

static gboolean
modes_matches (KringItem *item, const char *query)
{
  static const char *const fields[] = { KRING_F_NAME,   KRING_F_ALIAS,  KRING_F_PLATE,
                                        KRING_F_NUMBER, KRING_F_HANDLE, KRING_F_ADDRESS };
  g_autofree char *title = kring_item_dup_title (item);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (modes_contains (kring_item_get_text (item, fields[i]), query))
      return TRUE;
  return modes_contains (title, query);
}

static const char *
get_match (TieFrom *self)
{
  return self->matches->len > 0 ? g_ptr_array_index (self->matches, self->chosen) : NULL;
}

static void
update_prompt (TieFrom *self)
{
  KringMap *map = kring_interaction_get_map (self->parent.interaction);
  const char *match = get_match (self);
  g_autofree char *from = kring_item_dup_title (kring_map_get_item (map, self->from));
  g_autofree char *to =
      match == NULL ? NULL : kring_item_dup_title (kring_map_get_item (map, match));
  g_autofree char *prompt = NULL;

  if (to != NULL)
    /* Translators: who is tied, what was typed, the name that fits */
    prompt = g_strdup_printf (_ ("Tie %s to: %s → %s"), from, self->query->str, to);
  else if (self->query->len > 0)
    /* Translators: who is tied, what was typed */
    prompt = g_strdup_printf (_ ("Tie %s to: %s (nobody by that name)"), from, self->query->str);
  else
    prompt = g_strdup_printf (_ ("Tie %s to: type part of a name"), from);
  kring_interaction_set_drop_target (self->parent.interaction, match);
  kring_interaction_set_prompt (self->parent.interaction, prompt);
}

static void
modes_search (TieFrom *self)
{
  KringMap *map = kring_interaction_get_map (self->parent.interaction);
  GHashTable *faded = kring_interaction_get_emphasis (self->parent.interaction)->faded;

  g_ptr_array_set_size (self->matches, 0);
  self->chosen = 0;
  for (guint i = 0; i < kring_map_get_n_placeable (map) && self->query->len > 0; i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item);

      if (id != self->from && (faded == NULL || !g_hash_table_contains (faded, id)) &&
          modes_matches (item, self->query->str))
        g_ptr_array_add (self->matches, (gpointer) id);
    }
  update_prompt (self);
}

static void
modes_choose (TieFrom *self, int step)
{
  int n = self->matches->len;

  if (n > 0)
    self->chosen = ((int) self->chosen + step + n) % n;
  update_prompt (self);
}

static void
rub_out (TieFrom *self)
{
  const char *end = self->query->str + self->query->len;
  const char *last = g_utf8_find_prev_char (self->query->str, end);

  if (last != NULL)
    g_string_truncate (self->query, last - self->query->str);
  modes_search (self);
}

static gboolean
accept (TieFrom *self)
{
  KringInteraction *interaction = self->parent.interaction;
  const char *from = self->from, *to = get_match (self);

  if (to == NULL)
    return TRUE;
  kring_interaction_set_mode (interaction, NULL);
  kring_interaction_ask_tie (interaction, from, to);
  return TRUE;
}

static gboolean
tie_from_key (KringTool *tool, guint key, KringModifiers modifiers)
{
  TieFrom *self = (TieFrom *) tool;
  gunichar character = kring_keys_get_character (key);

  if (key == KRING_KEY_RETURN || key == KRING_KEY_KP_ENTER)
    return accept (self);
  if (key == KRING_KEY_DOWN || key == KRING_KEY_UP || key == KRING_KEY_TAB)
    modes_choose (self, key == KRING_KEY_UP ? -1 : 1);
  else if (key == KRING_KEY_BACKSPACE)
    rub_out (self);
  else if (character == 0 || (modifiers & (KRING_MODIFIER_CTRL | KRING_MODIFIER_ALT)) != 0)
    return FALSE;
  else
    {
      g_string_append_unichar (self->query, character);
      modes_search (self);
    }
  return TRUE;
}

static void
tie_from_draw (KringTool *tool, GPtrArray *shapes)
{
  TieFrom *self = (TieFrom *) tool;
  KringGhost ghost = { .from = self->from, .target = get_match (self) };

  if (ghost.target != NULL)
    kring_ghost_draw (&ghost, tool->interaction, shapes);
}

static void
tie_from_free (KringTool *tool)
{
  TieFrom *self = (TieFrom *) tool;

  g_string_free (self->query, TRUE);
  g_ptr_array_unref (self->matches);
  g_free (self);
}

static const KringToolClass tie_from_class = {
  .key = tie_from_key,
  .draw = tie_from_draw,
  .free = tie_from_free,
};

/**
 * kring_tie_from_new: (constructor)
 * @from: something that a tie may start at
 *
 * Returns: (transfer full): the mode in which part of a name is typed to tie to
 */
KringTool *
kring_tie_from_new (KringInteraction *interaction, const char *from)
{
  TieFrom *self = g_new0 (TieFrom, 1);

  self->parent.klass = &tie_from_class;
  self->parent.interaction = interaction;
  self->from = kring_map_get_id (kring_interaction_get_map (interaction), from);
  self->query = g_string_new (NULL);
  self->matches = g_ptr_array_new ();
  update_prompt (self);
  return &self->parent;
}

static gboolean
ask_quality_key (KringTool *tool, guint key, KringModifiers modifiers)
{
  AskQuality *self = (AskQuality *) tool;
  KringInteraction *interaction = tool->interaction;
  KringEditor *editor = kring_session_get_editor (kring_interaction_get_session (interaction));
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (self->ids);

  kring_interaction_set_mode (interaction, NULL);
  if (key < '1' || key > '9')
    return FALSE;
  kring_edit_set_quality (editor, ids, KRING_QUALITY_NEUTRAL + (key - '1'));
  return TRUE;
}

static void
ask_quality_free (KringTool *tool)
{
  g_ptr_array_unref (((AskQuality *) tool)->ids);
  g_free (tool);
}

static const KringToolClass ask_quality_class = {
  .key = ask_quality_key,
  .free = ask_quality_free,
};

/**
 * kring_ask_quality_new: (constructor)
 * @ids: (element-type utf8): interned ids of ties
 *
 * Returns: (transfer full): the mode in which a digit sets the quality of @ids
 */
KringTool *
kring_ask_quality_new (KringInteraction *interaction, GPtrArray *ids)
{
  AskQuality *self = g_new0 (AskQuality, 1);

  self->parent.klass = &ask_quality_class;
  self->parent.interaction = interaction;
  self->ids = g_ptr_array_ref (ids);
  kring_interaction_set_prompt (interaction, _ ("Quality of the tie: 1 to 9"));
  return &self->parent;
}
