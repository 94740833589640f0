/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-held.h"

#include "map/base/kring-date.h"
#include "map/model/kring-field-audience.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "map/share/kring-called.h"
#include "map/share/kring-mentions.h"

static gboolean
holds_any (KringItem *item, KringAudience reader)
{
  const KringKind *kind = kring_item_get_kind (item);

  if (kring_item_get_text (item, KRING_F_FIELD_AUDIENCES) == NULL)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_item_holds_back (item, &kind->fields[i], reader))
      return TRUE;
  return FALSE;
}

static gboolean
is_secret_person (KringMap *map, const char *id)
{
  KringItem *item = id != NULL ? kring_map_get_item (map, id) : NULL;

  return item != NULL && kring_item_is (item, KRING_KIND_PERSON) &&
         kring_item_get_bool (item, KRING_F_SECRET);
}

/* Whether the address of @place is that of somebody whose address is secret, as far as ties say. What
 * kind of tie it is does not matter: words for living somewhere are many. */
static gboolean
is_secret_home (KringMap *map, KringItem *place)
{
  g_autoptr (GPtrArray) ties = NULL;

  if (!kring_item_is (place, KRING_KIND_PLACE))
    return FALSE;
  ties = kring_map_dup_referrers_of_kind (map, kring_item_get_id (place), KRING_KIND_TIE);
  for (guint i = 0; i < ties->len; i++)
    {
      KringItem *tie = g_ptr_array_index (ties, i);

      if (is_secret_person (map, kring_item_get_text (tie, KRING_F_FROM)) ||
          is_secret_person (map, kring_item_get_text (tie, KRING_F_TO)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_secret (KringMap *map, KringItem *item, KringAudience reader)
{
  return holds_any (item, reader) || kring_called_is_secret (item, KRING_F_ADDRESS) ||
         is_secret_home (map, item);
}

static gboolean
map_has_secret (KringMap *map, KringAudience reader)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    if (has_secret (map, kring_map_get_nth (map, i), reader))
      return TRUE;
  return FALSE;
}

/* Takes @words, which stand for a date of @item; only digits count however they are grouped. */
static void
take_date (KringItem *item, char *words, gboolean number, GPtrArray *secret)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  KringCalled *called = g_new0 (KringCalled, 1);

  called->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (called->words, g_strdup (parts[i]));
  called->joined = g_strjoinv ("", parts);
  called->number = number;
  called->own = TRUE;
  called->owner = item;
  g_ptr_array_add (secret, called);
  g_free (words);
}

/* A day as people write it: "12-3-2009", "12/03/2009", "2009-03-12", "12 maart 2009". */
static void
add_date (KringItem *item, const char *text, GPtrArray *secret)
{
  static const char *const months[] = { "januari",   "februari", "maart",    "april",
                                        "mei",       "juni",     "juli",     "augustus",
                                        "september", "oktober",  "november", "december" };
  KringDate date;
  KringMoment day;

  if (!kring_date_parse (text, &date) || date.start.day == 0)
    return;
  day = date.start;
  take_date (item, g_strdup_printf ("%02d %02d %04d", day.day, day.month, day.year), TRUE, secret);
  take_date (item, g_strdup_printf ("%d %d %04d", day.day, day.month, day.year), TRUE, secret);
  take_date (item, g_strdup_printf ("%04d %02d %02d", day.year, day.month, day.day), TRUE, secret);
  take_date (item, g_strdup_printf ("%d %s %04d", day.day, months[day.month - 1], day.year), FALSE,
             secret);
}

static void
add_secrets_of (KringItem *item, KringAudience reader, GPtrArray *secret)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint k = 0; k < kind->n_fields; k++)
    {
      const KringField *field = &kind->fields[k];
      const char *text;

      if ((field->flags & KRING_FIELD_GOES) != KRING_FIELD_GOES_REACH ||
          (!kring_item_holds_back (item, field, reader) &&
           !kring_called_is_secret (item, field->name)))
        continue;
      text = kring_item_get_text (item, field->name);
      if (field->type == KRING_FIELD_DATE && text != NULL)
        add_date (item, text, secret);
      else if (kring_field_is_text (field))
        kring_called_add_value (item, field->name, secret);
    }
}

/* A thing that is called after its own number or address is called after its kind. */
static void
hide_telling_names (KringItem *item, KringAudience reader)
{
  static const char *const fields[] = { KRING_F_NAME, KRING_F_ALIAS };
  GPtrArray *secret = g_ptr_array_new ();
  KringNames *names;

  add_secrets_of (item, reader, secret);
  names = kring_names_new_for (secret);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), fields[i]);
      const char *text = field != NULL ? kring_item_get_text (item, fields[i]) : NULL;
      g_autofree char *told = text != NULL ? kring_names_dup_mention (names, text) : NULL;

      if (told != NULL)
        kring_item_set_text (item, fields[i],
                             i == 0 ? kring_kind_get_label (kring_item_get_kind (item)) : NULL);
    }
  kring_names_free (names);
}

static KringItem *
dup_without (KringMap *map, KringItem *item, KringAudience reader)
{
  KringItem *copy = kring_item_copy (item);
  const KringKind *kind = kring_item_get_kind (item);

  if (!has_secret (map, item, reader))
    return copy;
  if (is_secret_home (map, item))
    kring_item_set_named (copy, KRING_F_SECRET, g_variant_new_boolean (TRUE));
  hide_telling_names (copy, reader);
  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_item_holds_back (item, &kind->fields[i], reader))
      kring_item_set_value (copy, &kind->fields[i], NULL);
  return copy;
}

/**
 * kring_held_dup_map:
 * @reader: the mark of what the reader may have besides what is for all
 *
 * Returns: (transfer full): @map itself, or if something in it is a secret for the reader, a copy with
 *   the same ids: without fields that are not for them, with every address marked as secret that
 *   leads to somebody whose address is, and with nothing called after such an address or number
 */
KringMap *
kring_held_dup_map (KringMap *map, KringAudience reader)
{
  KringMap *copy;

  if (!map_has_secret (map, reader))
    return g_object_ref (map);
  copy = kring_map_new ();
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      g_autoptr (KringItem) item = dup_without (map, kring_map_get_nth (map, i), reader);

      kring_map_load (copy, item);
    }
  return copy;
}

/**
 * kring_held_add_secrets:
 * @reader: the mark of what the reader may have besides what is for all
 * @secret: (element-type KringCalled): gets what such fields of @map say, where that can be found
 *   again in other texts: addresses and numbers
 */
void
kring_held_add_secrets (KringMap *map, KringAudience reader, GPtrArray *secret)
{
  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    add_secrets_of (kring_map_get_nth (map, i), reader, secret);
}

static KringLeftReason
get_field_reason (KringAudience audience)
{
  return audience == KRING_AUDIENCE_CARE     ? KRING_LEFT_CARE_ONLY
         : audience == KRING_AUDIENCE_POLICE ? KRING_LEFT_POLICE_ONLY
                                             : KRING_LEFT_NOT_IN_EXPORTS;
}

static void
add_fields (KringItem *item, KringAudience reader, GArray *fields)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      KringLeftBehind left = { kring_item_get_id (item), KRING_LEFT_NOT_IN_EXPORTS, field->name };

      if (kring_item_get_value (item, field) == NULL ||
          !kring_item_holds_back (item, field, reader))
        continue;
      left.reason = get_field_reason (kring_item_get_field_audience (item, field->name));
      g_array_append_val (fields, left);
    }
}

/**
 * kring_held_dup_fields:
 * @map: the whole map
 * @reasons: (element-type utf8 KringLeftReason): why what stays behind as a whole does, by ids
 *
 * Returns: (transfer full) (element-type KringLeftBehind): the fields that are not for the reader, of
 *   what goes along
 */
GArray *
kring_held_dup_fields (KringMap *map, const KringShareRule *rule, GHashTable *reasons)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (KringLeftBehind));

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (!g_hash_table_contains (reasons, kring_item_get_id (item)))
        add_fields (item, kring_reader_get_audience (rule->reader), fields);
    }
  return fields;
}
