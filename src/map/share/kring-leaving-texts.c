/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts of what goes along that tell a name which should not be read: finding and settling them. */
#include "map/model/kring-item-private.h"
#include "map/share/kring-called.h"
#include "map/share/kring-leaving-private.h"

#include <string.h>

/**
 * kring_share_mention_free:
 * @mention: (transfer full) (type KringMention)
 */
void
kring_share_mention_free (gpointer mention)
{
  g_free (((KringMention *) mention)->sentence);
  g_array_unref (((KringMention *) mention)->places);
  g_free (mention);
}

/**
 * kring_share_dup_mention_key:
 *
 * Returns: (transfer full): what tells the text from all others of the map, and for which names
 */
char *
kring_share_dup_mention_key (const KringMention *mention)
{
  return g_strdup_printf ("%s%s %s", mention->of_shown ? "=" : "", mention->field, mention->id);
}

/* Whether these are the words of which @item consists, or whose they are: it is nothing without them. */
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

/* Names that give way are replaced; what names what stays behind stays behind, unless all that is
 * kept. */
static KringSettling
get_settling (const KringShareRule *rule, const KringMention *mention)
{
  g_autofree char *key = kring_share_dup_mention_key (mention);
  gpointer settled = rule->settled != NULL ? g_hash_table_lookup (rule->settled, key) : NULL;

  if (settled != NULL)
    return GPOINTER_TO_INT (settled);
  if (mention->of_shown)
    return KRING_SETTLE_REPLACE;
  return rule->keep_mentions ? KRING_SETTLE_KEEP : KRING_SETTLE_LEAVE;
}

static void
note_mention (
    KringLeaving *self, KringItem *item, const KringField *field, char *sentence, gboolean of_shown)
{
  KringMention *mention = g_new0 (KringMention, 1);

  mention->id = kring_item_get_id (item);
  mention->field = field->name;
  mention->sentence = sentence;
  mention->places = of_shown ? kring_shown_names_find (self->shown, sentence)
                             : kring_names_find (self->names, sentence);
  mention->of_shown = of_shown;
  mention->settling = get_settling (self->rule, mention);
  g_ptr_array_add (of_shown ? self->shown_mentions : self->mentions, mention);
}

/* (transfer full) (nullable): what becomes of @text; %NULL: nothing is left of it. */
static char *
dup_settled (KringLeaving *self, const KringMention *mention, const char *text)
{
  g_autoptr (GHashTable) nobody = NULL;

  switch (mention->settling)
    {
    case KRING_SETTLE_KEEP:
      return g_strdup (text);
    case KRING_SETTLE_REPLACE:
      if (mention->of_shown)
        return kring_shown_names_dup_replaced (self->shown, text);
      nobody = g_hash_table_new (g_str_hash, g_str_equal);
      return kring_names_dup_replaced (self->names, text, nobody, "…");
    case KRING_SETTLE_DROP:
      return mention->of_shown ? kring_shown_names_dup_without (self->shown, text)
                               : kring_names_dup_without (self->names, text);
    default:
      return NULL;
    }
}

/* An item of which nothing is left stays behind. */
static void
leave_empty (KringLeaving *self, KringItem *item, const KringField *field, KringMention *mention)
{
  g_autofree char *rest = is_substance (item, field)
                              ? dup_settled (self, mention, kring_item_get_text (item, field->name))
                              : NULL;

  if (rest == NULL && is_substance (item, field))
    kring_leaving_add (self, item, KRING_LEFT_MENTIONS);
}

/* The names of persons are not searched for their own: they are shown otherwise. */
static gboolean
is_name_of_person (KringItem *item, const KringField *field)
{
  return kring_item_is (item, KRING_KIND_PERSON) &&
         (strcmp (field->name, KRING_F_NAME) == 0 || strcmp (field->name, KRING_F_ALIAS) == 0);
}

static void
find_in_item (KringLeaving *self, KringItem *item, gboolean of_shown)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      const char *text = kring_field_is_text (field) && kring_leaving_may_go (self, item, field) &&
                                 !(of_shown && is_name_of_person (item, field))
                             ? kring_item_get_text (item, field->name)
                             : NULL;
      char *sentence = text == NULL ? NULL
                       : of_shown   ? kring_shown_names_dup_mention (self->shown, text)
                                    : kring_names_dup_mention (self->names, text);
      GPtrArray *mentions = of_shown ? self->shown_mentions : self->mentions;

      if (sentence == NULL)
        continue;
      note_mention (self, item, field, sentence, of_shown);
      leave_empty (self, item, field, mentions->pdata[mentions->len - 1]);
    }
}

static void
find_in_all (KringLeaving *self, gboolean of_shown)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (!kring_leaving_has (self, kring_item_get_id (item)) &&
          kring_item_get_kind (item)->group != KRING_GROUP_LOOKING)
        find_in_item (self, item, of_shown);
    }
}

/*
 * kring_leaving_find_mentions:
 *
 * Notes every text that names what stays behind; an item of which nothing is left then stays too.
 */
void
kring_leaving_find_mentions (KringLeaving *self)
{
  find_in_all (self, FALSE);
}

/*
 * kring_leaving_find_shown_mentions:
 *
 * Notes every text that tells the name of somebody who is called otherwise in the copy.
 */
void
kring_leaving_find_shown_mentions (KringLeaving *self)
{
  find_in_all (self, TRUE);
}

static void
settle_all (KringLeaving *self, KringMap *copy, GPtrArray *mentions)
{
  for (guint i = 0; i < mentions->len; i++)
    {
      const KringMention *mention = g_ptr_array_index (mentions, i);
      KringItem *item = kring_map_get_item (copy, mention->id);
      const char *text = item != NULL ? kring_item_get_text (item, mention->field) : NULL;
      g_autofree char *settled = text != NULL ? dup_settled (self, mention, text) : NULL;

      if (settled != NULL && strcmp (settled, text) != 0)
        kring_item_set_text (item, mention->field, settled);
      else if (text != NULL && settled == NULL)
        kring_item_set_named (item, mention->field, NULL);
    }
}

/*
 * kring_leaving_settle:
 *
 * Does with the texts in @copy what is to become of them.
 */
void
kring_leaving_settle (KringLeaving *self, KringMap *copy)
{
  settle_all (self, copy, self->mentions);
  settle_all (self, copy, self->shown_mentions);
}
