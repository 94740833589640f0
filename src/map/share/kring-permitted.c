/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-permitted.h"

#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-access.h"
#include "map/share/kring-ask-us.h"
#include "map/share/kring-called.h"
#include "map/share/kring-held.h"
#include "map/share/kring-leaving-private.h"

#include <string.h>

/* Whether what @item is marked as keeps it from those the copy is for. The case itself always goes
 * along: it says what the map is for. */
static gboolean
is_barred (KringItem *item, KringAudience audience, KringLeftReason *reason)
{
  KringAudience own = kring_item_get_audience (item);

  if (kring_item_is (item, KRING_KIND_CASE) || own == KRING_AUDIENCE_JOINT || own == audience)
    return FALSE;
  *reason = own == KRING_AUDIENCE_CARE     ? KRING_LEFT_CARE_ONLY
            : own == KRING_AUDIENCE_POLICE ? KRING_LEFT_POLICE_ONLY
                                           : KRING_LEFT_NOT_IN_EXPORTS;
  return TRUE;
}

void
kring_leaving_add (KringLeaving *self, KringItem *item, KringLeftReason reason)
{
  if (!kring_leaving_has (self, kring_item_get_id (item)))
    g_hash_table_insert (self->reasons, (gpointer) kring_item_get_id (item),
                         GUINT_TO_POINTER (reason));
}

gboolean
kring_leaving_has (KringLeaving *self, const char *id)
{
  return g_hash_table_contains (self->reasons, id);
}

/* Whether a list of references names only what stays behind. */
static gboolean
names_only_left (KringLeaving *self, GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!kring_leaving_has (self, ids[i]))
      return FALSE;
  return ids[0] != NULL;
}

/* A question without what it is about, a group without any of its members, and an event without
 * anybody who was there, tell of them. */
static gboolean
is_made_of (KringItem *item, const KringField *field)
{
  static const char *const names[] = { KRING_F_ABOUT, KRING_F_MEMBERS, KRING_F_INVOLVED, NULL };

  return field->type == KRING_FIELD_REFS && g_strv_contains (names, field->name);
}

/* Whether @item cannot do without something that stays behind, as a tie cannot without an end. */
static gboolean
depends_on_left (KringLeaving *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (item, field);

      if (value == NULL)
        continue;
      if (field->type == KRING_FIELD_REF && field->flags & KRING_FIELD_REQUIRED &&
          kring_leaving_has (self, g_variant_get_string (value, NULL)))
        return TRUE;
      if (is_made_of (item, field) && names_only_left (self, value))
        return TRUE;
    }
  return FALSE;
}

static void
leave_dependent (KringLeaving *self)
{
  GList *left = g_hash_table_get_keys (self->reasons);

  while (left != NULL)
    {
      g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (self->map, left->data);

      left = g_list_delete_link (left, left);
      for (guint i = 0; i < referrers->len; i++)
        {
          KringItem *item = g_ptr_array_index (referrers, i);

          if (kring_leaving_has (self, kring_item_get_id (item)) || !depends_on_left (self, item))
            continue;
          kring_leaving_add (self, item, KRING_LEFT_HANGS_ON);
          left = g_list_prepend (left, (gpointer) kring_item_get_id (item));
        }
    }
}

static void
leave_barred (KringLeaving *self, KringAudience audience)
{
  KringLeftReason reason;

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    if (is_barred (kring_map_get_nth (self->map, i), audience, &reason))
      kring_leaving_add (self, kring_map_get_nth (self->map, i), reason);
}

static void
leave_unreadable (KringLeaving *self)
{
  KringLeftReason reason;

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (kring_item_get_kind (item)->group != KRING_GROUP_LOOKING &&
          !kring_access_may_read (self->map, item, self->rule->reader, &reason))
        kring_leaving_add (self, item, reason);
    }
}

/* The part of which @item is, or 0. */
static KringShareParts
get_part (KringItem *item)
{
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_SIGNAL:
      return KRING_PART_SIGNALS;
    case KRING_KIND_STATEMENT:
      return KRING_PART_STATEMENTS;
    case KRING_KIND_TASK:
      return KRING_PART_TASKS;
    case KRING_KIND_EVENT:
    case KRING_KIND_MEETING:
      return KRING_PART_TIMELINE;
    default:
      return 0;
    }
}

static void
leave_parts (KringLeaving *self, KringShareParts parts)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    if (get_part (kring_map_get_nth (self->map, i)) & parts)
      kring_leaving_add (self, kring_map_get_nth (self->map, i), KRING_LEFT_NOT_ASKED);
}

static KringNameForm
get_form (const KringShareRule *rule)
{
  return MAX (rule->names, kring_reader_get_fullest_names (rule->reader));
}

static void
leave_hidden (KringLeaving *self, GHashTable *hidden)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      KringItem *item = kring_map_get_item (self->map, id);

      if (item != NULL && !kring_item_is (item, KRING_KIND_CASE))
        kring_leaving_add (self, item, KRING_LEFT_NOT_SHOWN);
    }
}

/* Returns: (transfer full) (nullable): the references of @value that go along; %NULL: none. */
static GVariant *
dup_permitted_refs (KringLeaving *self, GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!kring_leaving_has (self, ids[i]))
      g_ptr_array_add (kept, (gpointer) ids[i]);
  if (kept->len == 0)
    return NULL;
  return g_variant_ref_sink (
      g_variant_new_strv ((const char *const *) kept->pdata, (gssize) kept->len));
}

/* What does not go along of the parts that can stay behind. */
static KringShareParts
get_parts_left (const KringShareRule *rule)
{
  return rule->without | (KRING_PART_ALL & ~kring_reader_get_parts (rule->reader));
}

/* Whether @field of @item goes along with it, as far as the schema and the reader say. */
gboolean
kring_leaving_may_go (KringLeaving *self, KringItem *item, const KringField *field)
{
  if (kring_called_is_secret (item, field->name) ||
      (kring_reader_is_of_case (self->rule->reader) &&
       !kring_access_may_read_field (self->map, item, field->name)))
    return FALSE;
  switch ((int) (field->flags & KRING_FIELD_GOES))
    {
    case KRING_FIELD_GOES_PLAIN:
    case KRING_FIELD_GOES_NAMES:
    case KRING_FIELD_GOES_WORDS:
      return TRUE;
    case KRING_FIELD_GOES_NOTES:
      return (get_parts_left (self->rule) & KRING_PART_REMARKS) == 0;
    case KRING_FIELD_GOES_REACH:
      return self->shown == NULL || kring_shown_names_shows_reach (self->shown) ||
             kring_item_is (item, KRING_KIND_PARTICIPANT);
    case KRING_FIELD_GOES_HERE:
    default:
      return FALSE;
    }
}

/* (transfer full) (nullable): what goes along of @value; %NULL: nothing. */
static GVariant *
dup_permitted_value (KringLeaving *self, const KringField *field, GVariant *value)
{
  if (field->type == KRING_FIELD_REFS)
    return dup_permitted_refs (self, value);
  if (field->type == KRING_FIELD_REF &&
      kring_leaving_has (self, g_variant_get_string (value, NULL)))
    return NULL;
  return g_variant_ref (value);
}

static void
show_name (KringLeaving *self, KringItem *item, KringItem *copy)
{
  const char *shown = kring_shown_names_get (self->shown, item);

  if (shown != NULL && kring_item_is (item, KRING_KIND_PERSON))
    {
      kring_item_set_text (copy, KRING_F_NAME, shown);
      kring_item_set_named (copy, KRING_F_ALIAS, NULL);
    }
}

/* Takes over what may go along, field by field; a field that nobody decided on stays behind. */
static KringItem *
copy_permitted (KringLeaving *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  KringItem *copy = kring_item_new (kind, kring_item_get_id (item));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (item, field);
      g_autoptr (GVariant) permitted = NULL;

      if (value == NULL || !kring_leaving_may_go (self, item, field))
        continue;
      permitted = dup_permitted_value (self, field, value);
      if (permitted != NULL)
        kring_item_set_value (copy, field, permitted);
    }
  show_name (self, item, copy);
  return copy;
}

static KringShareReport *
new_report (KringLeaving *self)
{
  KringShareReport *report = g_new0 (KringShareReport, 1);

  report->left = g_array_new (FALSE, FALSE, sizeof (KringLeftBehind));
  report->fields = kring_held_dup_fields (self->whole, self->rule, self->reasons);
  report->mentions = g_ptr_array_ref (self->mentions);
  report->shown = g_ptr_array_ref (self->shown_mentions);
  if (get_form (self->rule) == KRING_NAMES_CODE)
    report->key = g_strdup (kring_shown_names_get_key (self->shown));
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      const char *id = kring_item_get_id (kring_map_get_nth (self->map, i));
      gpointer reason;
      KringLeftBehind left;

      if (!g_hash_table_lookup_extended (self->reasons, id, NULL, &reason))
        continue;
      left = (KringLeftBehind){ id, GPOINTER_TO_UINT (reason), NULL };
      g_array_append_val (report->left, left);
    }
  return report;
}

static KringMap *
copy_rest (KringLeaving *self)
{
  KringMap *copy = kring_map_new ();

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (!kring_leaving_has (self, kring_item_get_id (item)) &&
          kring_item_get_kind (item)->group != KRING_GROUP_LOOKING)
        {
          g_autoptr (KringItem) permitted = copy_permitted (self, item);

          kring_map_load (copy, permitted);
        }
    }
  return copy;
}

static void
leaving_init (KringLeaving *self, KringMap *map, const KringShareRule *rule)
{
  *self = (KringLeaving){ map, NULL, rule };
  self->map = kring_held_dup_map (map, kring_reader_get_audience (rule->reader));
  self->reasons = g_hash_table_new (g_str_hash, g_str_equal);
  self->mentions = g_ptr_array_new_with_free_func (kring_share_mention_free);
  self->shown_mentions = g_ptr_array_new_with_free_func (kring_share_mention_free);
}

static void
leaving_clear (KringLeaving *self)
{
  g_object_unref (self->map);
  g_hash_table_unref (self->reasons);
  g_ptr_array_unref (self->mentions);
  g_ptr_array_unref (self->shown_mentions);
  g_clear_pointer (&self->names, kring_names_free);
  g_clear_pointer (&self->shown, kring_shown_names_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KringLeaving, leaving_clear)

/* Everything that the reader may not know, whatever else is asked for. */
static void
leave_secret (KringLeaving *self)
{
  leave_barred (self, kring_reader_get_audience (self->rule->reader));
  if (kring_reader_is_of_case (self->rule->reader))
    leave_unreadable (self);
  leave_dependent (self);
}

/* Finds all that stays behind, items and texts. */
static void
find_all (KringLeaving *self)
{
  const KringShareRule *rule = self->rule;
  GPtrArray *held = g_ptr_array_new ();

  leave_secret (self);
  /* That is secret; what is only not shown or asked for now may be named. */
  kring_held_add_secrets (self->whole, kring_reader_get_audience (rule->reader), held);
  self->names = kring_names_new (self->map, self->reasons, g_steal_pointer (&held));
  if (rule->hidden != NULL)
    leave_hidden (self, rule->hidden);
  kring_leaving_leave_copies (self);
  leave_parts (self, get_parts_left (rule));
  leave_dependent (self);
  self->shown = kring_shown_names_new (self->map, self->reasons, get_form (rule));
  kring_leaving_find_mentions (self);
  kring_leaving_find_shown_mentions (self);
  leave_dependent (self);
}

/**
 * kring_share_dup_part:
 * @rule: for whom the copy is, and how
 * @report: (out) (optional) (transfer full): what stays behind and why, and which texts name it
 *
 * Takes over what may go along and nothing else. Every item stays behind that is not for the reader,
 * of a part that was not asked for, or that cannot do without what stays behind (a tie without an
 * end, a signal or question without what it is about, a group without members, an event without
 * anybody who was there); and every reference to it, addresses that are secret, fields that this
 * version does not know or that nobody decided on, and, unless they are settled otherwise, texts that
 * name it. Persons are called as the rule says, in texts too.
 * How we look at it, saved views, stays here too.
 *
 * Returns: (transfer full): a new map of what may go along, with the ids of @map
 */
KringMap *
kring_share_dup_part (KringMap *map, const KringShareRule *rule, KringShareReport **report)
{
  g_auto (KringLeaving) self;
  KringMap *copy;

  leaving_init (&self, map, rule);
  find_all (&self);
  copy = copy_rest (&self);
  kring_leaving_settle (&self, copy);
  kring_ask_us_add (self.map, rule, self.reasons, copy);
  if (report != NULL)
    *report = new_report (&self);
  return copy;
}

/* (transfer full) (element-type utf8): the texts that go along as they are, settled so. */
static GHashTable *
dup_kept_texts (KringLeaving *self)
{
  GHashTable *kept = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *const both[] = { self->mentions, self->shown_mentions };

  for (guint k = 0; k < G_N_ELEMENTS (both); k++)
    for (guint i = 0; i < both[k]->len; i++)
      {
        const KringMention *mention = g_ptr_array_index (both[k], i);

        if (mention->settling == KRING_SETTLE_KEEP)
          g_hash_table_add (kept, (gpointer) kring_item_get_text (
                                      kring_map_get_item (self->map, mention->id), mention->field));
      }
  return kept;
}

/* Whether @text tells what it should not, and nobody said that it may. */
static gboolean
is_trace (KringLeaving *self, GHashTable *kept, KringItem *item, const KringField *field)
{
  const char *text = kring_field_is_text (field) ? kring_item_get_text (item, field->name) : NULL;
  g_autofree char *left = NULL, *shown = NULL, *rest = NULL;

  if (text == NULL || kring_ask_us_is_said (text) || g_hash_table_contains (kept, text))
    return FALSE;
  rest = kring_shown_names_dup_rest (self->shown, text);
  left = kring_names_dup_mention (self->names, rest);
  shown = kring_item_is (item, KRING_KIND_PERSON) && strcmp (field->name, KRING_F_NAME) == 0
              ? NULL
              : kring_shown_names_dup_mention (self->shown, rest);
  return left != NULL || shown != NULL;
}

/**
 * kring_share_find_trace:
 * @map: the whole map
 * @rule: for whom @copy is
 * @copy: what was written, read back; its ids may be others
 *
 * Looks once more whether what is to be handed on tells what has to stay behind.
 *
 * Returns: (transfer full) (nullable): the place in @copy that does; %NULL: none
 */
char *
kring_share_find_trace (KringMap *map, const KringShareRule *rule, KringMap *copy)
{
  g_auto (KringLeaving) self;
  g_autoptr (GHashTable) kept = NULL;

  leaving_init (&self, map, rule);
  find_all (&self);
  kept = dup_kept_texts (&self);
  for (guint i = 0; i < kring_map_get_n_items (copy); i++)
    {
      KringItem *item = kring_map_get_nth (copy, i);
      const KringKind *kind = kring_item_get_kind (item);

      for (guint k = 0; k < kind->n_fields; k++)
        if (is_trace (&self, kept, item, &kind->fields[k]))
          return g_strdup_printf ("%s.%s", kring_item_get_id (item), kind->fields[k].name);
    }
  return NULL;
}

/**
 * kring_share_names_left:
 * @rule: for whom the copy is
 * @text: words that the copy will be seen with, such as the name of a file
 *
 * Returns: whether @text names what stays behind, or tells a name that the copy does not
 */
gboolean
kring_share_names_left (KringMap *map, const KringShareRule *rule, const char *text)
{
  g_autofree char *left = NULL, *shown = NULL;
  g_auto (KringLeaving) self;

  leaving_init (&self, map, rule);
  find_all (&self);
  left = kring_names_dup_mention (self.names, text);
  shown = kring_shown_names_dup_mention (self.shown, text);
  return left != NULL || shown != NULL;
}

/**
 * kring_share_dup_permitted:
 * @n_left_out: (out) (optional): how many items stay behind
 *
 * Returns: (transfer full): as kring_share_dup_part (), for all at the table
 */
KringMap *
kring_share_dup_permitted (KringMap *map, guint *n_left_out)
{
  const KringShareRule joint = { KRING_READER_JOINT, NULL, FALSE };
  g_autoptr (KringShareReport) report = NULL;
  KringMap *copy = kring_share_dup_part (map, &joint, &report);

  if (n_left_out != NULL)
    *n_left_out = report->left->len;
  return copy;
}

static gboolean
is_name_field (const char *field_name)
{
  return strcmp (field_name, KRING_F_NAME) == 0 || strcmp (field_name, KRING_F_ALIAS) == 0;
}

/* Keeps in @report only what is about the names of @items, as nothing else of them is told. */
static void
keep_about (KringShareReport *report, GPtrArray *items)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (ids, (gpointer) kring_item_get_id (g_ptr_array_index (items, i)));
  for (guint i = report->left->len; i > 0; i--)
    if (!g_hash_table_contains (ids, g_array_index (report->left, KringLeftBehind, i - 1).id))
      g_array_remove_index (report->left, i - 1);
  for (guint i = report->mentions->len; i > 0; i--)
    {
      const KringMention *mention = g_ptr_array_index (report->mentions, i - 1);

      if (!g_hash_table_contains (ids, mention->id) || !is_name_field (mention->field))
        g_ptr_array_remove_index (report->mentions, i - 1);
    }
}

/**
 * kring_share_dup_lines:
 * @items: (element-type KringItem): of @map
 * @report: (out) (optional) (transfer full): what of @items stays behind
 *
 * What any program may read: of those items the names of whoever and whatever is for all.
 *
 * Returns: (transfer full): one a line
 */
char *
kring_share_dup_lines (KringMap *map, GPtrArray *items, KringShareReport **report)
{
  const KringShareRule joint = { KRING_READER_JOINT, NULL, FALSE };
  g_autoptr (KringMap) permitted = kring_share_dup_part (map, &joint, report);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item =
          kring_map_get_item (permitted, kring_item_get_id (g_ptr_array_index (items, i)));
      g_autofree char *title = NULL;

      if (item == NULL || kring_item_is (item, KRING_KIND_TIE))
        continue;
      title = kring_item_dup_title (item);
      g_string_append_printf (lines, "%s\n", title);
    }
  if (report != NULL)
    keep_about (*report, items);
  return g_string_free (lines, FALSE);
}

/**
 * kring_share_dup_unknown_to:
 * @side: %KRING_PARTY_CARE or %KRING_PARTY_POLICE
 *
 * Returns: (transfer full) (element-type utf8): a set of the interned ids of what @side may not
 *   know, and of what cannot do without that, as a tie cannot without an end
 */
GHashTable *
kring_share_dup_unknown_to (KringMap *map, KringParty side)
{
  const KringShareRule rule = { side == KRING_PARTY_POLICE ? KRING_READER_POLICE
                                                           : KRING_READER_CARE,
                                NULL, FALSE };
  GHashTable *unknown = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (KringLeaving) self;
  GHashTableIter iter;
  gpointer id;

  leaving_init (&self, map, &rule);
  leave_secret (&self);
  g_hash_table_iter_init (&iter, self.reasons);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (unknown, (gpointer) id);
  return unknown;
}
