/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-apply.h"

#include "map/base/kring-sanitize.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-tie-doing.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * kring_made_line_new:
 * @text: one line, as typed
 *
 * Returns: (transfer full): the line, read, that has made nothing yet
 */
KringMadeLine *
kring_made_line_new (const char *text)
{
  KringMadeLine *self = g_new0 (KringMadeLine, 1);

  g_ref_count_init (&self->count);
  self->text = g_utf8_make_valid (text, -1);
  self->line = kring_name_line_parse (self->text);
  return self;
}

KringMadeLine *
kring_made_line_ref (KringMadeLine *self)
{
  g_ref_count_inc (&self->count);
  return self;
}

void
kring_made_line_unref (KringMadeLine *self)
{
  if (!g_ref_count_dec (&self->count))
    return;
  g_free (self->text);
  kring_name_line_free (self->line);
  g_free (self->item_id);
  g_free (self->tie_id);
  g_free (self);
}

static gboolean
says_nothing (const char *text)
{
  return strspn (text, " \t\r\n,") == strlen (text) || kring_sanitize_is_blank (text);
}

/**
 * kring_made_line_is_blank:
 *
 * Returns: whether nothing was typed but spaces and commas
 */
gboolean
kring_made_line_is_blank (const KringMadeLine *self)
{
  return says_nothing (self->text);
}

static KringItem *
name_apply_find_item (KringEditor *editor, const char *id)
{
  return id != NULL ? kring_map_get_item (kring_editor_get_map (editor), id) : NULL;
}

static void
delete_item (KringEditor *editor, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (id == NULL)
    return;
  g_ptr_array_add (ids, (gpointer) id);
  kring_edit_delete (editor, ids);
}

/* Sets a field if the line now says something else about it. What was set elsewhere stays. */
static void
put_text (
    KringEditor *editor, KringItem *item, const char *field_name, const char *text, const char *old)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  g_autoptr (GVariant) value =
      text != NULL && *text != '\0' ? g_variant_ref_sink (g_variant_new_string (text)) : NULL;

  if (g_strcmp0 (text, old) != 0 && field != NULL && kring_field_check_value (field, value, NULL))
    kring_edit_put (editor, item, field_name, value);
}

static void
put_choice (KringEditor *editor, KringItem *item, const char *field_name, int choice, int old)
{
  if (choice != old && kring_kind_find_field (kring_item_get_kind (item), field_name) != NULL)
    kring_edit_put_choice (editor, item, field_name, choice);
}

/* Sets the certainty if the line now has another doubt than before. A line without a question mark
 * does not say that anything was confirmed. */
static void
put_doubt (KringEditor *editor, KringItem *item, KringCertainty doubt, KringCertainty old)
{
  if (doubt == old)
    return;
  if (doubt == KRING_CERTAINTY_CONFIRMED)
    kring_edit_put (editor, item, KRING_F_CERTAINTY, NULL);
  else
    kring_edit_put_choice (editor, item, KRING_F_CERTAINTY, doubt);
}

static void
put_bool (KringEditor *editor, KringItem *item, const char *field_name, gboolean yes, gboolean old)
{
  if (yes != old)
    kring_edit_put (editor, item, field_name, g_variant_new_boolean (yes));
}

static void
put_name (KringEditor *editor, KringItem *item, const char *name, const char *old)
{
  g_autofree char *alias = name != NULL ? kring_edit_unquote (name) : NULL;
  g_autofree char *old_alias = old != NULL ? kring_edit_unquote (old) : NULL;

  if (kring_item_is (item, KRING_KIND_PERSON))
    put_text (editor, item, KRING_F_ALIAS, alias, old_alias);
  else
    g_clear_pointer (&alias, g_free);
  put_text (editor, item, KRING_F_NAME, alias == NULL ? name : NULL,
            old_alias == NULL ? old : NULL);
}

/* Fills what the line says about its item; old is what it said before. */
static void
put_line (KringEditor *editor, KringItem *item, const KringNameLine *line, const KringNameLine *old)
{
  const char *code_field = kring_kind_get (line->kind)->code;

  put_name (editor, item, line->name, old->name);
  if (code_field != NULL)
    put_text (editor, item, code_field, line->code, old->code);
  put_text (editor, item, KRING_F_TYPE, line->type, old->type);
  put_text (editor, item, KRING_F_PLATFORM, line->platform, old->platform);
  put_text (editor, item, KRING_F_DESCRIPTION, line->details, old->details);
  put_doubt (editor, item, line->doubt, old->doubt);
  if (line->kind != KRING_KIND_PERSON)
    return;
  put_text (editor, item, KRING_F_AGE, line->age, old->age);
  put_text (editor, item, KRING_F_BIRTH_DATE, line->born, old->born);
  put_text (editor, item, KRING_F_ROLE, line->role, old->role);
  put_choice (editor, item, KRING_F_SEX, line->sex, old->sex);
  put_choice (editor, item, KRING_F_RING, line->ring, old->ring);
  put_bool (editor, item, KRING_F_IDENTITY_UNKNOWN, line->unknown, old->unknown);
}

/* Finds where those stand to whom the line belongs: the other end of its tie, else the rest of its
 * group. */
static gboolean
find_company (KringMap *map, KringNameIndex *index, const KringNameLine *line, KringPoint *at)
{
  KringItem *other =
      line->target != NULL ? kring_name_index_find (index, line->target, NULL) : NULL;

  if (other != NULL && kring_item_get_position (other, at))
    return !kring_map_is_centre (map, other);
  return line->group != NULL && kring_name_index_find_group (index, line->group, at);
}

static KringPoint
name_apply_find_place (KringMap *map, KringNameIndex *index, const KringNameLine *line)
{
  KringSlots *slots = kring_name_index_get_slots (index);
  const char *group =
      line->group != NULL ? kring_name_index_get_group_id (index, line->group) : NULL;
  KringPoint company;

  return find_company (map, index, line, &company)
             ? kring_slots_find_near (slots, line->kind, line->ring, company, group)
             : kring_slots_find (slots, line->kind, line->ring);
}

/* The first person of a map without a centre is the one whom it is about. */
static KringItem *
name_apply_add_item (KringEditor *editor,
                     KringNameIndex *index,
                     const KringNameLine *line,
                     const KringPoint *place)
{
  KringMap *map = kring_editor_get_map (editor);
  KringNameLine nothing = { .kind = line->kind };
  KringPoint position = { 0, 0 };
  KringItem *item;

  if (line->kind == KRING_KIND_PERSON && kring_map_get_centre (map) == NULL)
    {
      position = kring_free_spot_find_free (map, line->kind, place != NULL ? *place : position);
      item = kring_edit_add_centre (editor, NULL, position);
      nothing.ring = line->ring;
    }
  else
    {
      position = place != NULL ? *place : name_apply_find_place (map, index, line);
      item = kring_edit_add (editor, line->kind, NULL, position);
    }
  put_line (editor, item, line, &nothing);
  kring_name_index_add (index, item);
  return item;
}

static void
change_group (KringNameIndex *index, KringItem *item, const char *name, const char *old)
{
  if (g_strcmp0 (name, old) == 0 || kring_item_is (item, KRING_KIND_GROUP))
    return;
  if (old != NULL)
    kring_name_index_leave (index, item, old);
  if (name != NULL)
    kring_name_index_join (index, item, name);
}

static void
turn_around (KringEditor *editor, KringItem *tie)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) kring_item_get_id (tie));
  kring_edit_reverse_ties (editor, ids);
}

/* Keeps the tie that the old line made, if it still goes to the same end. */
static void
change_tie (KringMadeLine *self, KringEditor *editor, const KringMadeLine *old)
{
  KringItem *tie = name_apply_find_item (editor, old->tie_id);

  if (tie == NULL)
    return;
  if (!self->line->tied || g_strcmp0 (self->line->target, old->line->target) != 0)
    {
      delete_item (editor, old->tie_id);
      return;
    }
  self->tie_id = g_strdup (old->tie_id);
  put_text (editor, tie, KRING_F_KIND, self->line->tie_kind, old->line->tie_kind);
  kring_tie_doing_follow (editor, tie, old->line->tie_kind);
  if (self->line->reversed != old->line->reversed)
    turn_around (editor, tie);
  put_doubt (editor, tie, self->line->sure, old->line->sure);
  put_choice (editor, tie, KRING_F_QUALITY, self->line->quality, old->line->quality);
}

static void
change_item (KringMadeLine *self,
             KringEditor *editor,
             KringNameIndex *index,
             KringItem *item,
             const KringMadeLine *old)
{
  put_line (editor, item, self->line, old->line);
  kring_name_index_forget (index);
  change_group (index, item, self->line->group, old->line->group);
  change_tie (self, editor, old);
}

static void
name_apply_remove_item (KringEditor *editor,
                        KringNameIndex *index,
                        KringItem *item,
                        const KringMadeLine *old)
{
  if (old->line->group != NULL)
    change_group (index, item, NULL, old->line->group);
  delete_item (editor, old->item_id);
  kring_name_index_forget (index);
}

/* What "vriendin van Femke" comes to. Somebody of that name is on the map: a tie to her. Nobody is:
 * no tie, for it is none to the young person; what was noted is kept as who this is. Of what is no
 * name, as in "vriend van school", it is the tie to the young person that it was. */
static void
name_apply_settle (KringNameLine *line, KringNameIndex *index, const char *but)
{
  KringItem *item = line->whose != NULL ? kring_name_index_find (index, line->whose, but) : NULL;
  gboolean found = item != NULL && kring_item_is (item, KRING_KIND_PERSON);
  g_autofree char *said = NULL;
  const char *rest;

  if (line->target != NULL || line->tie_kind == NULL)
    return;
  if (!found && (item != NULL || !kring_name_line_names_close (line)))
    return;
  if (!found && line->name != NULL && strstr (line->name, line->whose) == NULL)
    line->role = line->role != NULL ? g_strconcat (line->role, ", ", line->tie_kind, NULL)
                                    : g_strdup (line->tie_kind);
  said = g_steal_pointer (&line->tie_kind);
  rest = strstr (said + strlen (line->to_them), line->whose);
  line->tie_kind =
      g_strconcat (line->to_them, rest != NULL ? rest + strlen (line->whose) : "", NULL);
  line->target = g_steal_pointer (&line->whose);
}

/**
 * kring_made_line_apply:
 * @index: of the map of @editor
 * @old: (nullable): what the line was before
 *
 * Makes on the map what the line says, or changes what @old made. Expects an open transaction.
 */
void
kring_made_line_apply (KringMadeLine *self,
                       KringEditor *editor,
                       KringNameIndex *index,
                       const KringMadeLine *old)
{
  KringItem *item = old != NULL ? name_apply_find_item (editor, old->item_id) : NULL;
  KringPoint place;
  gboolean placed = item != NULL && kring_item_get_position (item, &place);
  gboolean blank = kring_made_line_is_blank (self);

  name_apply_settle (self->line, index, old != NULL ? old->item_id : NULL);
  if (item != NULL && (blank || !kring_item_is (item, self->line->kind)))
    {
      name_apply_remove_item (editor, index, item, old);
      item = NULL;
    }
  if (blank)
    return;
  if (item == NULL)
    {
      item = name_apply_add_item (editor, index, self->line, placed ? &place : NULL);
      change_group (index, item, self->line->group, NULL);
    }
  else
    change_item (self, editor, index, item, old);
  self->item_id = g_strdup (kring_item_get_id (item));
}

/* Returns the item at the other end of the tie. */
static KringItem *
find_other (KringMadeLine *self, KringMap *map, KringNameIndex *index)
{
  return self->line->target != NULL
             ? kring_name_index_find (index, self->line->target, self->item_id)
             : kring_map_get_centre (map);
}

/* Ties run from the one who is or does it. */
static KringItem *
name_apply_add_tie (KringMadeLine *self, KringEditor *editor, const char *other)
{
  gboolean reversed = self->line->reversed;

  return kring_edit_add_tie (editor, reversed ? other : self->item_id,
                             reversed ? self->item_id : other, self->line->tie_kind,
                             self->line->sure, NULL);
}

/* Adds the other end of the tie, which is on no line, beside the item of the line. */
static KringItem *
add_target (KringMadeLine *self, KringEditor *editor, KringNameIndex *index)
{
  g_autoptr (KringMadeLine) target = kring_made_line_new (self->line->target);
  const KringNameLine *line = target->line;
  KringPoint at = { 0, 0 };

  kring_item_get_position (name_apply_find_item (editor, self->item_id), &at);
  at = kring_slots_find_near (kring_name_index_get_slots (index), line->kind, line->ring, at, NULL);
  return name_apply_add_item (editor, index, line, &at);
}

/* Returns: (transfer full): the line with its tie to @other, if it has one. */
static KringMadeLine *
tie_to (KringMadeLine *self, KringEditor *editor, KringNameIndex *index, KringItem *other)
{
  KringItem *tie = NULL;
  KringMadeLine *tied;

  if (self->line->tied && other != NULL && !g_str_equal (kring_item_get_id (other), self->item_id))
    tie = name_apply_add_tie (self, editor, kring_item_get_id (other));
  if (tie == NULL)
    return kring_made_line_ref (self);
  put_choice (editor, tie, KRING_F_QUALITY, self->line->quality, KRING_QUALITY_NEUTRAL);
  tied = kring_made_line_new (self->text);
  name_apply_settle (tied->line, index, self->item_id);
  tied->item_id = g_strdup (self->item_id);
  tied->tie_id = g_strdup (kring_item_get_id (tie));
  return tied;
}

/**
 * kring_made_line_tie:
 * @index: of the map of @editor
 *
 * Makes the tie of a line, if it has one, it is not made yet and the other end is on the map by
 * now. Expects an open transaction.
 *
 * Returns: (transfer full): the line as it is now
 */
KringMadeLine *
kring_made_line_tie (KringMadeLine *self, KringEditor *editor, KringNameIndex *index)
{
  if (!self->line->tied || name_apply_find_item (editor, self->tie_id) != NULL ||
      name_apply_find_item (editor, self->item_id) == NULL)
    return kring_made_line_ref (self);
  name_apply_settle (self->line, index, self->item_id);
  return tie_to (self, editor, index, find_other (self, kring_editor_get_map (editor), index));
}

/* Whether the tie of a line waits for its other end. Only behind ">" stands somebody for sure;
 * behind "van" may stand anything. */
static gboolean
waits (KringMadeLine *self, KringEditor *editor)
{
  return self->line->tied && self->line->target != NULL && self->line->to_them == NULL &&
         self->tie_id == NULL && !self->settled &&
         name_apply_find_item (editor, self->item_id) != NULL;
}

/**
 * kring_made_lines_wait:
 * @lines: (element-type KringMadeLine): of one list
 *
 * Returns: whether a tie waits for somebody who is on no line
 */
gboolean
kring_made_lines_wait (GPtrArray *lines, KringEditor *editor)
{
  for (guint i = 0; i < lines->len; i++)
    if (waits (g_ptr_array_index (lines, i), editor))
      return TRUE;
  return FALSE;
}

/**
 * kring_made_lines_add_targets:
 * @lines: (element-type KringMadeLine): of one list
 *
 * Adds whom ties wait for; once, so that undo takes it back for good. Expects an open transaction.
 */
void
kring_made_lines_add_targets (GPtrArray *lines, KringEditor *editor, KringNameIndex *index)
{
  for (guint i = 0; i < lines->len; i++)
    {
      KringMadeLine *line = g_ptr_array_index (lines, i);

      if (!waits (line, editor))
        continue;
      line->settled = TRUE;
      if (find_other (line, kring_editor_get_map (editor), index) == NULL)
        add_target (line, editor, index);
    }
}

/* (transfer full) (nullable): whom the only tie of an item goes to: it was drawn with it. */
static char *
dup_drawn_to (KringMap *map, const char *id, char **tie_id)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, id);
  KringItem *tie = ties->len == 1 ? g_ptr_array_index (ties, 0) : NULL;
  const char *from = tie != NULL ? kring_item_get_text (tie, KRING_F_FROM) : NULL;

  if (tie == NULL)
    return NULL;
  *tie_id = g_strdup (kring_item_get_id (tie));
  return g_strdup (g_strcmp0 (from, id) == 0 ? kring_item_get_text (tie, KRING_F_TO) : from);
}

/* Makes an item that is on the map into what a line says. It stays where it is. */
static KringMadeLine *
make_of (KringEditor *editor, KringItem *item, const char *text)
{
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (KringNameIndex) index = kring_name_index_new (editor);
  g_autoptr (KringMadeLine) nothing = kring_made_line_new (""), made = kring_made_line_new (text);
  g_autofree char *tie_id = NULL;
  g_autofree char *to = dup_drawn_to (map, kring_item_get_id (item), &tie_id);
  KringMadeLine *tied;
  KringItem *other;

  nothing->item_id = g_strdup (kring_item_get_id (item));
  /* The item was put there by hand, so the line decides nothing about its ring. */
  made->line->ring = nothing->line->ring;
  kring_made_line_apply (made, editor, index, nothing);
  other = find_other (made, map, index);
  if (to != NULL && made->line->target == NULL)
    other = kring_map_get_item (map, to);
  if (other == NULL && waits (made, editor))
    other = add_target (made, editor, index);
  if (made->line->tied && to != NULL && other != NULL &&
      g_str_equal (kring_item_get_id (other), to))
    delete_item (editor, tie_id);
  tied = tie_to (made, editor, index, other);
  if (to != NULL && !made->line->tied && name_apply_find_item (editor, tie_id) == NULL)
    kring_edit_add_tie (editor, to, made->item_id, NULL, KRING_CERTAINTY_SUSPECTED, NULL);
  kring_name_index_flush (index);
  return tied;
}

/**
 * kring_edit_name_new:
 * @id: what was just added and has no name yet
 * @text: a name; of a person anything that a line of the name list says; nothing but spaces and
 *   commas: it stays without a name
 *
 * What stands for something else than a person, as in "auto witte Polo", becomes that. A tie that was
 * drawn with it is the tie of the line, if that says one.
 *
 * Returns: (transfer none) (nullable): the item, which may be another one now
 */
KringItem *
kring_edit_name_new (KringEditor *editor, const char *id, const char *text)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *item = name_apply_find_item (editor, id);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (KringMadeLine) made = NULL;

  if (item == NULL || says_nothing (valid))
    return item;
  if (!kring_item_is (item, KRING_KIND_PERSON))
    {
      kring_edit_rename (editor, id, text, NULL);
      return item;
    }
  kring_history_begin (history, _ ("Add Name"));
  made = make_of (editor, item, valid);
  kring_history_commit (history);
  return name_apply_find_item (editor, made->item_id);
}

/**
 * kring_made_line_dup_reading:
 * @centre: whether this is the young person about whom the map is
 *
 * Returns: (transfer full): how the line was understood, and whom it looked for in vain
 */
char *
kring_made_line_dup_reading (KringMadeLine *self, KringEditor *editor, gboolean centre)
{
  g_autofree char *reading = kring_name_line_dup_reading (self->line, centre);
  const char *wanted = self->line->target;

  if (centre || self->item_id == NULL || !self->line->tied ||
      name_apply_find_item (editor, self->tie_id) != NULL)
    wanted = NULL;
  if (wanted == NULL && self->item_id != NULL && self->line->whose != NULL &&
      self->line->target == NULL && self->line->tie_kind != NULL)
    wanted = self->line->whose;
  if (wanted == NULL)
    return g_steal_pointer (&reading);
  /* Translators: how a line was understood, and a name in it */
  return g_strdup_printf (_ ("%s (%s is not on the map)"), reading, wanted);
}
