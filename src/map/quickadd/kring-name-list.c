/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-list.h"

#include "map/cells/kring-cells.h"
#include "map/quickadd/kring-name-apply.h"
#include "map/quickadd/kring-name-columns.h"

#include <glib/gi18n-lib.h>

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
  /* Lines that changed nothing on the map make no step that undo could come back to. */
  if (n > 0 && g_array_index (self->states, State, n - 1).revision == state.revision)
    g_array_remove_index (self->states, n - 1);
  g_array_append_val (self->states, state);
}

static void
name_list_history_changed_cb (KringNameList *self, KringHistory *history)
{
  guint64 revision = kring_history_get_revision (history);

  for (guint i = self->states->len; i > 0 && self->index == NULL; i--)
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
                           G_CALLBACK (name_list_history_changed_cb), self, G_CONNECT_SWAPPED);
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
name_list_get_line (KringNameList *self, guint index)
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
  KringMadeLine *line = name_list_get_line (self, index);

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
  KringMadeLine *line = name_list_get_line (self, index);
  KringMap *map = kring_editor_get_map (self->editor);

  if (line == NULL || line->item_id == NULL || kring_map_get_item (map, line->item_id) == NULL)
    return NULL;
  return line->item_id;
}

/**
 * kring_name_list_get_tie_id:
 *
 * Returns: (transfer none) (nullable): the tie that the line made
 */
const char *
kring_name_list_get_tie_id (KringNameList *self, guint index)
{
  KringMadeLine *line = name_list_get_line (self, index);

  return line != NULL ? line->tie_id : NULL;
}

/**
 * kring_name_list_get_last_id:
 *
 * Returns: (transfer none) (nullable): what the last line made, of those whose thing is on the map
 */
const char *
kring_name_list_get_last_id (KringNameList *self)
{
  for (guint i = self->lines->len; i > 0; i--)
    if (kring_name_list_get_item_id (self, i - 1) != NULL)
      return kring_name_list_get_item_id (self, i - 1);
  return NULL;
}

/**
 * kring_name_list_recall:
 * @text: a line as it was entered in an earlier list
 * @item_id: what it made
 * @tie_id: (nullable): its tie
 *
 * Adds that line if it is not there, so that it can be changed. The map stays as it is.
 *
 * Returns: which line it is
 */
guint
kring_name_list_recall (KringNameList *self,
                        const char *text,
                        const char *item_id,
                        const char *tie_id)
{
  KringMadeLine *line;

  for (guint i = 0; i < self->lines->len; i++)
    if (g_strcmp0 (kring_name_list_get_item_id (self, i), item_id) == 0)
      return i;
  line = kring_made_line_new (text);
  line->item_id = g_strdup (item_id);
  line->tie_id = g_strdup (tie_id);
  g_ptr_array_add (self->lines, line);
  remember (self);
  g_signal_emit (self, signals[CHANGED], 0);
  return self->lines->len - 1;
}

/* Whether a person on that line is or would be the one whom the map is about. */
static gboolean
is_centre (KringNameList *self, guint index, const KringNameLine *line)
{
  KringMap *map = kring_editor_get_map (self->editor);
  const char *id = kring_name_list_get_item_id (self, index);

  if (line->kind != KRING_KIND_PERSON)
    return FALSE;
  return id != NULL ? kring_map_is_centre (map, kring_map_get_item (map, id))
                    : kring_map_get_centre (map) == NULL;
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
  KringMadeLine *line;

  if (icon != NULL)
    *icon = made->line->unknown ? "person-unknown" : kring_kind_get (made->line->kind)->icon;
  if (kring_made_line_is_blank (made))
    return g_strdup ("");
  line = index < self->lines->len ? g_ptr_array_index (self->lines, index) : made;
  return kring_made_line_dup_reading (strcmp (line->text, text) == 0 ? line : made, self->editor,
                                      is_centre (self, index, made->line));
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

  kring_made_line_apply (line, self->editor, self->index, name_list_get_line (self, index));
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
name_list_begin (KringNameList *self, const char *label)
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
  name_list_begin (self, blank ? _ ("Delete") : made ? _ ("Change Line") : _ ("Add Name"));
  enter_line (self, index, valid);
  commit (self);
}

/**
 * kring_name_list_settle:
 *
 * Adds those whom ties go to and who have no line of their own, as one undo step.
 */
void
kring_name_list_settle (KringNameList *self)
{
  if (!kring_made_lines_wait (self->lines, self->editor))
    return;
  name_list_begin (self, _ ("Add Name"));
  kring_made_lines_add_targets (self->lines, self->editor, self->index);
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

/* (transfer full) (nullable) (element-type utf8): the lines that text holds, if not too many. */
static GPtrArray *
read_lines (const char *text, char **said, GError **error)
{
  g_autoptr (GPtrArray) lines = kring_name_columns_read (text, said);

  if (lines->len <= KRING_EDIT_LINES_MAX)
    return g_steal_pointer (&lines);
  g_set_error (error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_TOO_MANY, "%u", lines->len);
  return NULL;
}

struct _KringNameBatch
{
  KringNameList *list; /* (owned) where it will go */
  char *text;          /* (owned) valid UTF-8 */
  guint64 revision;    /* of the map that was copied */
  gboolean amid;       /* it was copied during a change that may still be taken back */
  KringMap *map;       /* (owned) the copy, of the thread that prepares */
  KringParty pen;
  KringAudience audience;
  guint n_done; /* of the lines; atomic */
  guint n_all;  /* likewise; 0: not known yet */

  GPtrArray *changes; /* (owned) (nullable) (element-type KringChange) what the map is changed by */
  GPtrArray *lines;   /* (owned) (nullable) (element-type KringMadeLine) */
  char *said;         /* (owned) (nullable) how the columns were read */
};

/**
 * kring_name_batch_new: (constructor)
 * @self: where the lines go, after the last one
 * @text: several lines, or rows of a spreadsheet, as pasted
 *
 * Returns: (transfer full): a batch that is not prepared
 */
KringNameBatch *
kring_name_batch_new (KringNameList *self, const char *text)
{
  KringNameBatch *batch = g_new0 (KringNameBatch, 1);

  batch->list = g_object_ref (self);
  batch->text = g_utf8_make_valid (text, -1);
  batch->revision = kring_history_get_revision (kring_editor_get_history (self->editor));
  batch->amid = kring_history_is_open (kring_editor_get_history (self->editor));
  batch->map = kring_map_copy (kring_editor_get_map (self->editor));
  batch->pen = kring_editor_get_pen (self->editor);
  batch->audience = kring_editor_get_audience (self->editor);
  return batch;
}

void
kring_name_batch_free (KringNameBatch *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_object_unref (self->map);
  g_object_unref (self->list);
  g_free (self->text);
  g_free (self->said);
  g_free (self);
}

/**
 * kring_name_batch_get_fraction:
 *
 * Any thread.
 *
 * Returns: how much of it is prepared, from 0 to 1
 */
double
kring_name_batch_get_fraction (KringNameBatch *self)
{
  guint n_all = g_atomic_int_get (&self->n_all);

  return n_all > 0 ? (double) g_atomic_int_get (&self->n_done) / n_all : 0;
}

static void
keep_changes_cb (KringNameBatch *self, GPtrArray *changes)
{
  self->changes = g_ptr_array_ref (changes);
}

/* Enters the lines in another list over the copy of the map, where they make what they will make
 * here. */
static gboolean
try_out (KringNameBatch *self, GPtrArray *lines, GCancellable *cancellable, GError **error)
{
  g_autoptr (KringEditor) editor = kring_editor_new (self->map, kring_id_source_new_random ());
  g_autoptr (KringNameList) list = kring_name_list_new (editor);
  gboolean stopped = FALSE;

  kring_editor_set_pen (editor, self->pen);
  kring_editor_set_audience (editor, self->audience);
  g_signal_connect_swapped (self->map, "changed", G_CALLBACK (keep_changes_cb), self);
  name_list_begin (list, "");
  for (guint i = 0; i < lines->len && !stopped; i++)
    {
      enter_line (list, i, g_ptr_array_index (lines, i));
      g_atomic_int_set (&self->n_done, i + 1);
      stopped = g_cancellable_is_cancelled (cancellable);
    }
  commit (list);
  self->lines = copy_lines (list->lines);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * kring_name_batch_prepare:
 * @cancellable: (nullable)
 * @error: return location for an error of %KRING_EDIT_ERROR: too many lines; or that it was cancelled
 *
 * Any thread; the map is not touched.
 *
 * Returns: whether it can enter
 */
gboolean
kring_name_batch_prepare (KringNameBatch *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) lines = read_lines (self->text, &self->said, error);

  if (lines == NULL)
    return FALSE;
  g_atomic_int_set (&self->n_all, lines->len);
  return try_out (self, lines, cancellable, error);
}

/**
 * kring_name_batch_is_stale:
 *
 * Returns: whether something else happened to the map since the batch was made
 */
gboolean
kring_name_batch_is_stale (KringNameBatch *self)
{
  KringHistory *history = kring_editor_get_history (self->list->editor);

  return self->amid || kring_history_get_revision (history) != self->revision ||
         kring_history_is_open (history);
}

/**
 * kring_name_batch_enter:
 * @said: (out) (transfer full) (nullable) (optional): how the columns were read, for people
 *
 * Enters what was prepared, as one undo step. It must not be stale.
 *
 * Returns: how many lines were added, not counting empty ones
 */
guint
kring_name_batch_enter (KringNameBatch *self, char **said)
{
  KringHistory *history = kring_editor_get_history (self->list->editor);

  if (said != NULL)
    *said = g_strdup (self->said);
  if (self->changes == NULL)
    return 0;
  name_list_begin (self->list, _ ("Add Names"));
  kring_history_repeat (history, self->changes);
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_add (self->list->lines, kring_made_line_ref (g_ptr_array_index (self->lines, i)));
  commit (self->list);
  return self->lines->len;
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
  g_autoptr (GPtrArray) lines = read_lines (valid, &columns, error);

  if (said != NULL)
    *said = NULL;
  if (lines == NULL)
    return 0;
  name_list_begin (self, _ ("Add Names"));
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
