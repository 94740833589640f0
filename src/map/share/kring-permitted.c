/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-permitted.h"

#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-called.h"
#include "map/share/kring-mentions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The items found so far that stay behind. */
typedef struct
{
  KringMap *map;       /* (not owned) */
  GHashTable *reasons; /* (owned) (element-type utf8 KringLeftReason), by ids of items */
} Leaving;

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

static void
permitted_leave (Leaving *self, KringItem *item, KringLeftReason reason)
{
  if (!g_hash_table_contains (self->reasons, kring_item_get_id (item)))
    g_hash_table_insert (self->reasons, (gpointer) kring_item_get_id (item),
                         GUINT_TO_POINTER (reason));
}

static gboolean
is_left (Leaving *self, const char *id)
{
  return g_hash_table_contains (self->reasons, id);
}

/* Whether a list of references names only what stays behind. */
static gboolean
names_only_left (Leaving *self, GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    if (!is_left (self, ids[i]))
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
depends_on_left (Leaving *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (item, field);

      if (value == NULL)
        continue;
      if (field->type == KRING_FIELD_REF && field->flags & KRING_FIELD_REQUIRED &&
          is_left (self, g_variant_get_string (value, NULL)))
        return TRUE;
      if (is_made_of (item, field) && names_only_left (self, value))
        return TRUE;
    }
  return FALSE;
}

static void
leave_dependent (Leaving *self)
{
  GList *left = g_hash_table_get_keys (self->reasons);

  while (left != NULL)
    {
      g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (self->map, left->data);

      left = g_list_delete_link (left, left);
      for (guint i = 0; i < referrers->len; i++)
        {
          KringItem *item = g_ptr_array_index (referrers, i);

          if (is_left (self, kring_item_get_id (item)) || !depends_on_left (self, item))
            continue;
          permitted_leave (self, item, KRING_LEFT_HANGS_ON);
          left = g_list_prepend (left, (gpointer) kring_item_get_id (item));
        }
    }
}

static void
leave_barred (Leaving *self, KringAudience audience)
{
  KringLeftReason reason;

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    if (is_barred (kring_map_get_nth (self->map, i), audience, &reason))
      permitted_leave (self, kring_map_get_nth (self->map, i), reason);
}

static void
leave_hidden (Leaving *self, GHashTable *hidden)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, hidden);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      KringItem *item = kring_map_get_item (self->map, id);

      if (item != NULL && !kring_item_is (item, KRING_KIND_CASE))
        permitted_leave (self, item, KRING_LEFT_NOT_SHOWN);
    }
}

static gboolean
is_text (const KringField *field)
{
  return field->type == KRING_FIELD_TEXT || field->type == KRING_FIELD_LONG_TEXT;
}

/* Whether @field is the substance of @item: its main words, or whose they are. */
static gboolean
is_substance (KringItem *item, const KringField *field)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (kind->id == KRING_KIND_STATEMENT && strcmp (field->name, KRING_F_SAID_BY) == 0)
    return TRUE;
  return (kind->group == KRING_GROUP_ABOUT || kind->id == KRING_KIND_EVENT ||
          kind->id == KRING_KIND_NOTE || kind->id == KRING_KIND_MEETING) &&
         (strcmp (field->name, KRING_F_NAME) == 0 || strcmp (field->name, KRING_F_WORDS) == 0);
}

static void
mention_free (gpointer data)
{
  g_free (((KringMention *) data)->sentence);
  g_free (data);
}

/**
 * kring_share_dup_mention_key:
 *
 * Returns: (transfer full): what tells the text from all others of the map
 */
char *
kring_share_dup_mention_key (const KringMention *mention)
{
  return g_strdup_printf ("%s %s", mention->field, mention->id);
}

static gboolean
is_kept (const KringShareRule *rule, const KringMention *mention)
{
  g_autofree char *key = kring_share_dup_mention_key (mention);

  return rule->keep_mentions || (rule->kept != NULL && g_hash_table_contains (rule->kept, key));
}

/* Returns: whether it goes along all the same */
static gboolean
note_mention (GPtrArray *mentions,
              const KringShareRule *rule,
              KringItem *item,
              const KringField *field,
              char *sentence)
{
  KringMention *mention = g_new (KringMention, 1);

  *mention = (KringMention){ kring_item_get_id (item), field->name, sentence, FALSE };
  mention->kept = is_kept (rule, mention);
  g_ptr_array_add (mentions, mention);
  return mention->kept;
}

/* Notes every text that names something that stays behind. An item of which such a text is the
 * substance stays behind too. */
static void
find_mentions (Leaving *self, KringNames *names, const KringShareRule *rule, GPtrArray *mentions)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);
      const KringKind *kind = kring_item_get_kind (item);

      if (is_left (self, kring_item_get_id (item)) || kind->group == KRING_GROUP_LOOKING)
        continue;
      for (guint k = 0; k < kind->n_fields; k++)
        {
          const KringField *field = &kind->fields[k];
          GVariant *value = is_text (field) && !kring_called_is_secret (item, field->name)
                                ? kring_item_get_value (item, field)
                                : NULL;
          char *sentence = value != NULL
                               ? kring_names_dup_mention (names, g_variant_get_string (value, NULL))
                               : NULL;

          if (sentence == NULL)
            continue;
          if (!note_mention (mentions, rule, item, field, sentence) && is_substance (item, field))
            permitted_leave (self, item, KRING_LEFT_MENTIONS);
        }
    }
}

/* Returns: (transfer full) (nullable): the references of @value that go along; %NULL: none. */
static GVariant *
dup_permitted_refs (Leaving *self, GVariant *value)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (!is_left (self, ids[i]))
      g_ptr_array_add (kept, (gpointer) ids[i]);
  if (kept->len == 0)
    return NULL;
  return g_variant_ref_sink (
      g_variant_new_strv ((const char *const *) kept->pdata, (gssize) kept->len));
}

static KringItem *
copy_permitted (Leaving *self, KringItem *item)
{
  KringItem *copy = kring_item_copy (item);
  const KringKind *kind = kring_item_get_kind (item);

  kring_item_set_extra (copy, NULL);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (copy, field);

      if (value == NULL)
        continue;
      if (kring_called_is_secret (item, field->name) ||
          (field->type == KRING_FIELD_REF && is_left (self, g_variant_get_string (value, NULL))))
        kring_item_set_value (copy, field, NULL);
      else if (field->type == KRING_FIELD_REFS)
        {
          g_autoptr (GVariant) kept = dup_permitted_refs (self, value);

          kring_item_set_value (copy, field, kept);
        }
    }
  return copy;
}

/* Removes from the copy the texts that name something that stays behind. */
static void
clear_mentions (KringMap *copy, GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const KringMention *mention = g_ptr_array_index (mentions, i);
      KringItem *item = kring_map_get_item (copy, mention->id);

      if (item != NULL && !mention->kept)
        kring_item_set_named (item, mention->field, NULL);
    }
}

static KringShareReport *
new_report (Leaving *self, GPtrArray *mentions)
{
  KringShareReport *report = g_new (KringShareReport, 1);

  report->left = g_array_new (FALSE, FALSE, sizeof (KringLeftBehind));
  report->mentions = g_ptr_array_ref (mentions);
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      const char *id = kring_item_get_id (kring_map_get_nth (self->map, i));
      gpointer reason;
      KringLeftBehind left;

      if (!g_hash_table_lookup_extended (self->reasons, id, NULL, &reason))
        continue;
      left = (KringLeftBehind){ id, GPOINTER_TO_UINT (reason) };
      g_array_append_val (report->left, left);
    }
  return report;
}

static KringMap *
copy_rest (Leaving *self)
{
  KringMap *copy = kring_map_new ();

  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (!is_left (self, kring_item_get_id (item)) &&
          kring_item_get_kind (item)->group != KRING_GROUP_LOOKING)
        {
          g_autoptr (KringItem) permitted = copy_permitted (self, item);

          kring_map_load (copy, permitted);
        }
    }
  return copy;
}

/**
 * kring_share_dup_part:
 * @rule: for whom the copy is
 * @report: (out) (optional) (transfer full): what stays behind and why, and which texts name it
 *
 * Leaves out every item that is not for the audience, what cannot do without it (a tie without an
 * end, a signal or question without what it is about, a group without members, an event without
 * anybody who was there), every reference to it, addresses that are secret, fields that this version does not know, and, unless the rule keeps them, texts that name it.
 * How we look at it, saved views, stays here too.
 *
 * Returns: (transfer full): a new map of what may go along
 */
KringMap *
kring_share_dup_part (KringMap *map, const KringShareRule *rule, KringShareReport **report)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func (mention_free);
  g_autoptr (KringNames) names = NULL;
  Leaving self = { map, reasons };
  KringMap *copy;

  leave_barred (&self, rule->audience);
  leave_dependent (&self);
  /* The names of those are secret; items that are only not shown now may be named. */
  names = kring_names_new (map, reasons);
  if (rule->hidden != NULL)
    leave_hidden (&self, rule->hidden);
  leave_dependent (&self);
  find_mentions (&self, names, rule, mentions);
  leave_dependent (&self);
  copy = copy_rest (&self);
  clear_mentions (copy, mentions);
  if (report != NULL)
    *report = new_report (&self, mentions);
  return copy;
}

/**
 * kring_share_names_left:
 * @text: words that the copy will be seen with, such as the name of a file
 *
 * Returns: whether @text names what stays behind in a copy for @audience
 */
gboolean
kring_share_names_left (KringMap *map, KringAudience audience, const char *text)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KringNames) names = NULL;
  g_autofree char *mention = NULL;
  Leaving self = { map, reasons };

  leave_barred (&self, audience);
  leave_dependent (&self);
  names = kring_names_new (map, reasons);
  mention = kring_names_dup_mention (names, text);
  return mention != NULL;
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
  const KringShareRule joint = { KRING_AUDIENCE_JOINT, NULL, FALSE };
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
  const KringShareRule joint = { KRING_AUDIENCE_JOINT, NULL, FALSE };
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
  g_autoptr (GHashTable) reasons = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *unknown = g_hash_table_new (g_str_hash, g_str_equal);
  Leaving self = { map, reasons };
  GHashTableIter iter;
  gpointer id;

  leave_barred (&self, side == KRING_PARTY_POLICE ? KRING_AUDIENCE_POLICE : KRING_AUDIENCE_CARE);
  leave_dependent (&self);
  g_hash_table_iter_init (&iter, reasons);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (unknown, (gpointer) id);
  return unknown;
}

/**
 * kring_share_report_free:
 * @report: (transfer full)
 */
void
kring_share_report_free (KringShareReport *report)
{
  g_array_unref (report->left);
  g_ptr_array_unref (report->mentions);
  g_free (report);
}

/**
 * kring_share_describe_left:
 * @map: the whole map
 * @left: how much stays behind, by reason
 *
 * Returns: (transfer full): what stays behind and why, in one line
 */
char *
kring_share_describe_left (KringMap *map, const KringLeftBehind *left)
{
  static const char *const reasons[] = {
    [KRING_LEFT_NOT_IN_EXPORTS] = N_ ("not in exports"),
    [KRING_LEFT_CARE_ONLY] = N_ ("care only"),
    [KRING_LEFT_POLICE_ONLY] = N_ ("police only"),
    [KRING_LEFT_NOT_SHOWN] = N_ ("not shown now"),
    [KRING_LEFT_HANGS_ON] = N_ ("belongs to something that stays behind"),
    [KRING_LEFT_MENTIONS] = N_ ("names something that stays behind"),
    [KRING_LEFT_NOT_YOUTH] = N_ ("not in the young person's view"),
  };
  KringItem *item = kring_map_get_item (map, left->id);
  g_autofree char *title = kring_map_dup_title (map, item);

  /* Translators: an item that is not in an export, and why */
  return g_strdup_printf (_ ("%s (%s)"), title, _ (reasons[left->reason]));
}

/**
 * kring_share_describe_mention:
 * @map: the whole map
 *
 * Returns: (transfer full): whose text it is, and the sentence, in one line
 */
char *
kring_share_describe_mention (KringMap *map, const KringMention *mention)
{
  KringItem *item = kring_map_get_item (map, mention->id);
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), mention->field);
  g_autofree char *title = kring_map_dup_title (map, item);
  g_autofree char *sentence = g_strdelimit (kring_sanitize_dup (mention->sentence), "\n", ' ');

  /* Translators: an item, one of its fields, and a sentence that stands in it */
  return g_strdup_printf (_ ("%s, %s: “%s”"), title, kring_field_get_label (field), sentence);
}

/* Names by which somebody can say for whom a copy is. */
static const struct
{
  const char *name;
  const char *heading;
} readers[] = {
  [KRING_AUDIENCE_JOINT] = { "joint", N_ ("Joint sheet") },
  [KRING_AUDIENCE_CARE] = { "care", N_ ("For care") },
  [KRING_AUDIENCE_POLICE] = { "police", N_ ("For police") },
};

/**
 * kring_share_get_audience_name:
 * @audience: joint, care or police
 *
 * Returns: its name, as typed
 */
const char *
kring_share_get_audience_name (KringAudience audience)
{
  g_return_val_if_fail (audience < G_N_ELEMENTS (readers), NULL);

  return readers[audience].name;
}

/**
 * kring_share_get_heading:
 * @audience: joint, care or police
 *
 * Returns: what a sheet says of whom it is for
 */
const char *
kring_share_get_heading (KringAudience audience)
{
  g_return_val_if_fail (audience < G_N_ELEMENTS (readers), NULL);

  return _ (readers[audience].heading);
}

/**
 * kring_share_find_audience:
 * @name: joint, care or police
 *
 * Returns: whether @name is somebody a copy can be for
 */
gboolean
kring_share_find_audience (const char *name, KringAudience *audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].name, name) == 0)
      {
        *audience = (KringAudience) i;
        return TRUE;
      }
  return FALSE;
}
