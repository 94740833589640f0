/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edit/kring-name-list.h"

#include "cells/kring-cells.h"
#include "edit/kring-name-apply.h"
#include "edit/kring-name-columns.h"

#include <glib/gi18n-lib.h>

/* More at once is no list of names but something that was copied by mistake. */
#define LINES_MAX 20000

/* The lines as they were at a revision of the map. */
typedef struct
{
  guint64 revision;
  GPtrArray *lines; /* (owned) (element-type KringMadeLine) */
} State;

struct _KringNameList
{
  GObject parent_instance;

  KringEditor *editor;   /* (owned) */
  GPtrArray *lines;      /* (owned) (element-type KringMadeLine) */
  GArray *states;        /* (owned) (element-type State), every one that undo may bring back */
  KringNameIndex *index; /* (owned) (nullable) while we are changing the map ourselves */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringNameList, kring_name_list, G_TYPE_OBJECT)

static GPtrArray *
copy_lines (GPtrArray *lines)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_made_line_unref);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (copy, kring_made_line_ref (g_ptr_array_index (lines, i)));
  return copy;
}

static void
clear_state (State *state)
{
  g_ptr_array_unref (state->lines);
}

static void
remember (KringNameList *self)
{
  KringHistory *history = kring_editor_get_history (self->editor);
  State state = { kring_history_get_revision (history), copy_lines (self->lines) };
  guint n = self->states->len;

  /* Lines that changed nothing on the map are no step to come back to. */
  if (n > 0 && g_array_index (self->states, State, n - 1).revision == state.revision)
    g_array_remove_index (self->states, n - 1);
  g_array_append_val (self->states, state);
}

static void
history_changed_cb (KringNameList *self, KringHistory *history)
{
  guint64 revision = kring_history_get_revision (history);

  if (self->index != NULL)
    return;
  for (guint i = self->states->len; i > 0; i--)
    {
      State *state = &g_array_index (self->states, State, i - 1);

      if (state->revision != revision)
        continue;
      g_ptr_array_unref (self->lines);
      self->lines = copy_lines (state->lines);
      g_signal_emit (self, signals[CHANGED], 0);
      return;
    }
}

static void
kring_name_list_finalize (GObject *object)
{
  KringNameList *self = KRING_NAME_LIST (object);

  g_ptr_array_unref (self->lines);
  g_array_unref (self->states);
  g_object_unref (self->editor);
  G_OBJECT_CLASS (kring_name_list_parent_class)->finalize (object);
}

static void
kring_name_list_class_init (KringNameListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_name_list_finalize;

  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_NAME_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
kring_name_list_init (KringNameList *self)
{
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_made_line_unref);
  self->states = g_array_new (FALSE, FALSE, sizeof (State));
  g_array_set_clear_func (self->states, (GDestroyNotify) clear_state);
}

/**
 * kring_name_list_new: (constructor)
 *
 * Returns: (transfer full): an empty list over a map that may hold things already
 */
KringNameList *
kring_name_list_new (KringEditor *editor)
{
  KringNameList *self = g_object_new (KRING_TYPE_NAME_LIST, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (kring_editor_get_history (editor), "changed",
                           G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  remember (self);
  return self;
}

/**
 * kring_name_list_get_n_lines:
 *
 * Returns: how many lines there are, blank ones among them
 */
guint
kring_name_list_get_n_lines (KringNameList *self)
{
  return self->lines->len;
}

static KringMadeLine *
get_line (KringNameList *self, guint index)
{
  return index < self->lines->len ? g_ptr_array_index (self->lines, index) : NULL;
}

/**
 * kring_name_list_get_text:
 *
 * Returns: (transfer none): the line as it was entered; empty beyond the last one
 */
const char *
kring_name_list_get_text (KringNameList *self, guint index)
{
  KringMadeLine *line = get_line (self, index);

  return line != NULL ? line->text : "";
}

/**
 * kring_name_list_get_item_id:
 *
 * Returns: (transfer none) (nullable): what the line made, if it is on the map still
 */
const char *
kring_name_list_get_item_id (KringNameList *self, guint index)
{
  KringMadeLine *line = get_line (self, index);
  KringMap *map = kring_editor_get_map (self->editor);

  if (line == NULL || line->item_id == NULL || kring_map_get_item (map, line->item_id) == NULL)
    return NULL;
  return line->item_id;
}

/* Whether a person on that line is or would be the one whom the map is about. */
static gboolean
is_centre (KringNameList *self, guint index, const KringNameLine *line)
{
  KringMap *map = kring_editor_get_map (self->editor);
  const char *id = kring_name_list_get_item_id (self, index);

  if (line->kind != KRING_KIND_PERSON)
    return FALSE;
  if (id != NULL)
    return kring_map_is_centre (map, kring_map_get_item (map, id));
  return kring_map_get_centre (map) == NULL;
}

/**
 * kring_name_list_dup_reading:
 * @index: the line that is being typed
 * @text: what it holds now, entered or not
 * @icon: (out) (transfer none) (optional): name of the symbol of what the line is about, as in the
 *   schema
 *
 * Reads nothing but the line: the map is not searched while somebody types.
 *
 * Returns: (transfer full): how it is understood, in a few words; empty for an empty line
 */
char *
kring_name_list_dup_reading (KringNameList *self, guint index, const char *text, const char **icon)
{
  g_autoptr (KringMadeLine) made = kring_made_line_new (text);

  if (icon != NULL)
    *icon = made->line->unknown ? "person-unknown" : kring_kind_get (made->line->kind)->icon;
  if (kring_made_line_is_blank (made))
    return g_strdup ("");
  return kring_name_line_dup_reading (made->line, is_centre (self, index, made->line));
}

static void
replace_line (KringNameList *self, guint index, KringMadeLine *line)
{
  while (self->lines->len <= index)
    g_ptr_array_add (self->lines, kring_made_line_new (""));
  kring_made_line_unref (g_ptr_array_index (self->lines, index));
  g_ptr_array_index (self->lines, index) = line;
}

static void
enter_line (KringNameList *self, guint index, const char *text)
{
  KringMadeLine *line = kring_made_line_new (text);

  kring_made_line_apply (line, self->editor, self->index, get_line (self, index));
  replace_line (self, index, line);
}

/* Ties of earlier lines may have waited for what was entered now. */
static void
tie_lines (KringNameList *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    replace_line (
        self, i,
        kring_made_line_tie (g_ptr_array_index (self->lines, i), self->editor, self->index));
}

static void
begin (KringNameList *self, const char *label)
{
  self->index = kring_name_index_new (self->editor);
  kring_history_close (kring_editor_get_history (self->editor));
  kring_history_begin (kring_editor_get_history (self->editor), label);
}

static void
commit (KringNameList *self)
{
  tie_lines (self);
  kring_name_index_flush (self->index);
  kring_history_commit (kring_editor_get_history (self->editor));
  while (self->lines->len > 0 &&
         kring_made_line_is_blank (g_ptr_array_index (self->lines, self->lines->len - 1)))
    g_ptr_array_remove_index (self->lines, self->lines->len - 1);
  remember (self);
  g_clear_pointer (&self->index, kring_name_index_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * kring_name_list_apply_line:
 * @index: which line; beyond the last one adds lines
 * @text: what it holds; nothing but spaces takes off the map what the line made
 *
 * Enters one line, as one undo step. Entering a line that has not changed does nothing.
 */
void
kring_name_list_apply_line (KringNameList *self, guint index, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gboolean made = kring_name_list_get_item_id (self, index) != NULL;
  g_autoptr (KringMadeLine) line = kring_made_line_new (g_strstrip (valid));
  gboolean blank = kring_made_line_is_blank (line);

  if ((blank && !made) || (made && g_str_equal (valid, kring_name_list_get_text (self, index))))
    return;
  begin (self, blank ? _ ("Delete") : made ? _ ("Change Line") : _ ("Add Name"));
  enter_line (self, index, valid);
  commit (self);
}

/**
 * kring_name_list_has_lines:
 * @text: valid UTF-8, as pasted
 *
 * Returns: whether it is more than one line, or a row with more than one cell
 */
gboolean
kring_name_list_has_lines (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\t' || kring_cells_end_line (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/**
 * kring_name_list_add_many:
 * @text: several lines, or rows of a spreadsheet, as pasted
 * @said: (out) (transfer full) (nullable) (optional): how the columns were read, for people
 * @error: return location for an error of %KRING_EDIT_ERROR: too many lines; none is added then
 *
 * Enters them after the last line, as one undo step.
 *
 * Returns: how many lines were added, not counting empty ones
 */
guint
kring_name_list_add_many (KringNameList *self, const char *text, char **said, GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1), *columns = NULL;
  g_autoptr (GPtrArray) lines = kring_name_columns_read (valid, &columns);

  if (said != NULL)
    *said = NULL;
  if (lines->len > LINES_MAX)
    {
      g_set_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_TOO_MANY,
                   _ ("These are %u lines; no more than %u can be added at once. "
                      "Nothing was added."),
                   lines->len, LINES_MAX);
      return 0;
    }
  begin (self, _ ("Add Names"));
  for (guint i = 0; i < lines->len; i++)
    enter_line (self, self->lines->len, g_ptr_array_index (lines, i));
  commit (self);
  if (said != NULL)
    *said = g_steal_pointer (&columns);
  return lines->len;
}

/**
 * kring_name_list_dup_added:
 * @n: how many lines were added
 * @said: (nullable): how their columns were read
 *
 * Returns: (transfer full): what is said of it, translated
 */
char *
kring_name_list_dup_added (guint n, const char *said)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u line added", "%u lines added", n), n);

  return said != NULL ? g_strdup_printf ("%s. %s", added, said) : g_steal_pointer (&added);
}

/**
 * kring_name_list_take_back:
 *
 * Takes back the last line that was entered, from text and map alike.
 *
 * Returns: %FALSE if the last thing that happened to the map was something else; nothing was done
 */
gboolean
kring_name_list_take_back (KringNameList *self)
{
  KringHistory *history = kring_editor_get_history (self->editor);
  guint64 revision = kring_history_get_revision (history);

  for (guint i = 1; i < self->states->len; i++)
    if (g_array_index (self->states, State, i).revision == revision)
      return kring_history_undo (history);
  return FALSE;
}
