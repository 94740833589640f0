/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-appendix-private.h"

#include "map/facts/kring-copies.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Who and what is on the map, so that nobody has to type it over: persons with the reason why they
 * are on it, what can be looked up (a plate, a number, an address) as it was written down, and who
 * brought all this together.
 */

static const KringListColumn person_columns[] = {
  { N_ ("Name"), 0.20 },      { N_ ("Why on the map"), 0.30 }, { N_ ("Ties"), 0.24 },
  { N_ ("How sure?"), 0.12 }, { N_ ("Brought in by"), 0.14 },
};

static const KringListColumn thing_columns[] = {
  { N_ ("Name"), 0.22 },          { N_ ("Number, plate or address"), 0.24 },
  { N_ ("Who uses it"), 0.28 },   { N_ ("How sure?"), 0.12 },
  { N_ ("Brought in by"), 0.14 },
};

static const KringListColumn participant_columns[] = {
  { N_ ("Name"), 0.28 },
  { N_ ("Organisation"), 0.24 },
  { N_ ("Phone"), 0.20 },
  { N_ ("Deputy"), 0.28 },
};

/* What can be looked up, in the order of the list; what has no such field stands there all the same. */
static const struct
{
  KringKindId kind;
  const char *code;
} things[] = {
  { KRING_KIND_VEHICLE, KRING_F_PLATE },  { KRING_KIND_PHONE, KRING_F_NUMBER },
  { KRING_KIND_ACCOUNT, KRING_F_HANDLE }, { KRING_KIND_MONEY, KRING_F_NUMBER },
  { KRING_KIND_PLACE, KRING_F_ADDRESS },  { KRING_KIND_ORGANISATION, KRING_F_PHONE },
};

/* (nullable): the name that the title does not say. */
static const char *
get_other_name (KringItem *person)
{
  const char *name = kring_item_get_text (person, KRING_F_NAME);
  const char *alias = kring_item_get_text (person, KRING_F_ALIAS);

  return alias != NULL && kring_item_get_bool (person, KRING_F_ALIAS_FIRST) ? name : alias;
}

/* "15 · also known as Lente" */
static char *
dup_person_note (KringMap *map, KringItem *person)
{
  const char *other = get_other_name (person);
  char *note = kring_appendix_dup_value (map, person, KRING_F_AGE);

  note = kring_appendix_take_joined (
      /* Translators: of a person, in a list on paper; %s is another name */
      " · ", note, other != NULL ? g_strdup_printf (_ ("also known as %s"), other) : NULL);
  if (kring_item_get_bool (person, KRING_F_IDENTITY_UNKNOWN))
    note = kring_appendix_take_joined (" · ", note, g_strdup (_ ("identity unknown")));
  if (kring_item_get_bool (person, KRING_F_DECEASED))
    note = kring_appendix_take_joined (" · ", note, g_strdup (_ ("deceased")));
  return note;
}

/* The role as somebody called it, which may be less sure than the person. */
static char *
dup_role (KringMap *map, KringItem *person)
{
  char *role = kring_appendix_dup_value (map, person, KRING_F_ROLE);

  if (role == NULL)
    return NULL;
  return kring_appendix_take_joined (
      " · ", role, kring_appendix_dup_value (map, person, KRING_F_ROLE_CERTAINTY));
}

/* One tie as seen from @item: "Dex: friend · suspected · since Sep 2025". */
static char *
dup_tie_line (KringMap *map, KringItem *item, KringItem *tie)
{
  const char *from = kring_item_get_text (tie, KRING_F_FROM);
  gboolean forth = g_strcmp0 (from, kring_item_get_id (item)) == 0;
  KringItem *other = kring_map_get_item (map, forth ? kring_item_get_text (tie, KRING_F_TO) : from);
  g_autofree char *name = other != NULL ? kring_map_dup_title (map, other) : NULL;
  char *kind = kring_appendix_dup_value (map, tie, KRING_F_KIND);
  g_autofree char *since = kring_appendix_dup_value (map, tie, KRING_F_SINCE);
  char *line;

  if (name == NULL)
    {
      g_free (kind);
      return NULL;
    }
  if (kring_item_get_certainty (tie) != KRING_CERTAINTY_CONFIRMED)
    kind = kring_appendix_take_joined (" · ", kind,
                                       kring_appendix_dup_value (map, tie, KRING_F_CERTAINTY));
  /* Translators: of a tie, in a list on paper; %s is a date */
  kind = kring_appendix_take_joined (
      " · ", kind, since != NULL ? g_strdup_printf (_ ("since %s"), since) : NULL);
  line = kind != NULL ? g_strdup_printf ("%s: %s", name, kind) : g_strdup (name);
  g_free (kind);
  return line;
}

/* (transfer full) (nullable): a line a tie. */
static char *
dup_ties (KringMap *map, KringItem *item)
{
  g_autoptr (GPtrArray) ties =
      kring_map_dup_referrers_of_kind (map, kring_item_get_id (item), KRING_KIND_TIE);
  char *lines = NULL;

  for (guint i = 0; i < ties->len; i++)
    lines = kring_appendix_take_joined ("\n", lines,
                                        dup_tie_line (map, item, g_ptr_array_index (ties, i)));
  return lines;
}

/* How sure it is and how that is known, and who brought it in. */
static void
fill_source (KringListRow *row, guint column, KringMap *map, KringItem *item)
{
  char *sure = kring_appendix_dup_value (map, item, KRING_F_CERTAINTY);
  char *known = kring_appendix_dup_value (map, item, KRING_F_HOW_KNOWN);

  row->cells[0].struck = kring_item_get_certainty (item) == KRING_CERTAINTY_REFUTED;
  kring_appendix_take_text (&row->cells[column], sure != NULL ? sure : g_steal_pointer (&known));
  row->cells[column].note = known;
  kring_appendix_fill_party (&row->cells[column + 1], map, item);
}

static void
fill_person (KringListRow *row, KringMap *map, KringItem *person)
{
  char *why = kring_appendix_dup_value (map, person, KRING_F_WHY);
  char *role = dup_role (map, person);

  row->cells[0].text = kring_map_dup_title (map, person);
  row->cells[0].note = kring_appendix_take_joined ("\n", dup_person_note (map, person),
                                                   kring_appendix_dup_audience (map, person));
  kring_appendix_take_text (&row->cells[1], why != NULL ? why : g_steal_pointer (&role));
  row->cells[1].note = kring_appendix_take_joined (
      "\n", role, kring_appendix_dup_value (map, person, KRING_F_DESCRIPTION));
  kring_appendix_take_text (&row->cells[2], dup_ties (map, person));
  fill_source (row, 3, map, person);
}

static void
add_persons (KringList *list, KringMap *map, KringRing ring)
{
  g_autoptr (GPtrArray) persons = kring_map_dup_items_of_kind (map, KRING_KIND_PERSON);
  gboolean any = FALSE;

  for (guint i = 0; i < persons->len; i++)
    {
      KringItem *person = g_ptr_array_index (persons, i);

      if (kring_map_is_centre (map, person) ||
          (KringRing) kring_item_get_choice (person, KRING_F_RING) != ring)
        continue;
      if (!any)
        kring_list_take_heading (list,
                                 g_strdup (ring != KRING_RING_NONE
                                               ? kring_map_get_ring_name (map, ring)
                                               : _ ("Not on a ring")),
                                 NULL);
      any = TRUE;
      fill_person (kring_list_add_row (list), map, person);
    }
}

/**
 * kring_appendix_new_persons:
 *
 * Returns: (transfer full): who is on the map and why: the young person first, then by ring
 */
KringList *
kring_appendix_new_persons (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, person_columns, G_N_ELEMENTS (person_columns));
  KringItem *centre = kring_map_get_centre (map);

  if (centre != NULL && kring_item_is (centre, KRING_KIND_PERSON))
    fill_person (kring_list_add_row (list), map, centre);
  for (int ring = KRING_RING_NEAR; ring <= KRING_RING_FAR; ring++)
    add_persons (list, map, ring);
  add_persons (list, map, KRING_RING_NONE);
  return list;
}

/* Whose it is, as far as the map says, and what ties it has. */
static char *
dup_users (KringMap *map, KringItem *thing)
{
  g_autofree char *owner = kring_appendix_dup_value (map, thing, KRING_F_CONTROLLED_BY);

  return kring_appendix_take_joined (
      /* Translators: of an account; %s is a person or an organisation */
      "\n", owner != NULL ? g_strdup_printf (_ ("Controlled by %s"), owner) : NULL,
      dup_ties (map, thing));
}

static char *
dup_sort (KringMap *map, KringItem *thing)
{
  static const char *const fields[] = { KRING_F_TYPE, KRING_F_PLATFORM, KRING_F_MAKE,
                                        KRING_F_COLOUR, KRING_F_AMOUNT };
  char *sort = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sort =
        kring_appendix_take_joined (" · ", sort, kring_appendix_dup_value (map, thing, fields[i]));
  return sort;
}

static void
fill_thing (KringListRow *row, KringMap *map, KringItem *thing, const char *code)
{
  row->cells[0].text = kring_map_dup_title (map, thing);
  row->cells[0].note = kring_appendix_take_joined ("\n", dup_sort (map, thing),
                                                   kring_appendix_dup_audience (map, thing));
  kring_appendix_fill_value (&row->cells[1], map, thing, code);
  row->cells[1].note = kring_appendix_dup_value (map, thing, KRING_F_DESCRIPTION);
  kring_appendix_take_text (&row->cells[2], dup_users (map, thing));
  fill_source (row, 3, map, thing);
}

/**
 * kring_appendix_new_things:
 *
 * Returns: (transfer full): what can be looked up, by kind, each as it was written down
 */
KringList *
kring_appendix_new_things (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, thing_columns, G_N_ELEMENTS (thing_columns));

  for (guint k = 0; k < G_N_ELEMENTS (things); k++)
    {
      g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, things[k].kind);

      if (items->len > 0)
        kring_list_take_heading (
            list, g_strdup (kring_kind_get_plural (kring_kind_get (things[k].kind))), NULL);
      for (guint i = 0; i < items->len; i++)
        fill_thing (kring_list_add_row (list), map, g_ptr_array_index (items, i), things[k].code);
    }
  return list;
}

/* Who has a copy, as far as the reader of the sheet is told. */
static void
appendix_add_copies (KringList *list, KringMap *map)
{
  g_autoptr (GPtrArray) copies = kring_copies_dup_all (map);

  if (copies->len > 0)
    kring_list_take_heading (
        list, g_strdup (kring_kind_get_plural (kring_kind_get (KRING_KIND_COPY))), NULL);
  for (guint i = 0; i < copies->len; i++)
    {
      KringItem *copy = g_ptr_array_index (copies, i);
      KringListRow *row = kring_list_add_row (list);

      row->cells[0].text = kring_item_dup_title (copy);
      row->cells[0].note = kring_copy_dup_details (copy);
      kring_appendix_fill_value (&row->cells[1], map, copy, KRING_F_ORGANISATION);
    }
}

/**
 * kring_appendix_new_participants:
 *
 * Returns: (transfer full): who brought all this together, how to reach them, and who has a copy
 */
KringList *
kring_appendix_new_participants (const char *title, KringMap *map, const char *today)
{
  KringList *list = kring_list_new (title, participant_columns, G_N_ELEMENTS (participant_columns));
  g_autoptr (GPtrArray) participants = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);

  for (guint i = 0; i < participants->len; i++)
    {
      KringItem *item = g_ptr_array_index (participants, i);
      KringListRow *row = kring_list_add_row (list);

      row->cells[0].text = kring_map_dup_title (map, item);
      row->cells[0].note = kring_appendix_dup_value (map, item, KRING_F_FUNCTION);
      if (kring_item_get_bool (item, KRING_F_ABSENT))
        row->cells[0].note =
            kring_appendix_take_joined (" · ", row->cells[0].note, g_strdup (_ ("not present")));
      row->cells[0].party = kring_item_get_party (item);
      kring_appendix_fill_value (&row->cells[1], map, item, KRING_F_ORGANISATION);
      kring_appendix_fill_value (&row->cells[2], map, item, KRING_F_PHONE);
      kring_appendix_fill_value (&row->cells[3], map, item, KRING_F_DEPUTY);
    }
  appendix_add_copies (list, map);
  return list;
}
