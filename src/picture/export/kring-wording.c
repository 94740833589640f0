/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-wording.h"

#include "map/base/kring-date.h"
#include "map/facts/kring-describe.h"
#include "map/share/kring-permitted.h"

#include <glib/gi18n-lib.h>

#define SEPARATOR " · "

static void
wording_row_free (gpointer data)
{
  KringWordingRow *row = data;

  g_free (row->label);
  g_free (row->value);
  g_free (row);
}

/* Frees @value; an empty one makes no row. */
static void
wording_take_row (KringWording *self, const char *label, char *value)
{
  KringWordingRow *row;

  if (value == NULL || *value == '\0')
    {
      g_free (value);
      return;
    }
  row = g_new0 (KringWordingRow, 1);
  row->label = g_strdup (label);
  row->value = value;
  g_ptr_array_add (self->rows, row);
}

/* Joins texts that are not missing or empty; %NULL if none is left. */
static char *
join (const char *separator, const char *const *texts, guint n_texts)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n_texts; i++)
    {
      if (texts[i] == NULL || *texts[i] == '\0')
        continue;
      if (all->len > 0)
        g_string_append (all, separator);
      g_string_append (all, texts[i]);
    }
  return g_string_free (all, all->len == 0);
}

static char *
wording_dup_date (KringItem *item, const char *field_name)
{
  const char *text = kring_item_get_text (item, field_name);

  return text != NULL ? kring_date_format_string (text) : NULL;
}

static char *
dup_centre_names (KringMap *map)
{
  g_auto (GStrv) ids = kring_item_dup_refs (kring_map_get_case (map), KRING_F_CENTRE);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      KringItem *person = kring_map_get_item (map, ids[i]);

      if (person != NULL)
        g_ptr_array_add (names, kring_item_dup_title (person));
    }
  /* Translators: between two names, as in "Noor and Tijn" */
  return join (_ (" and "), (const char *const *) names->pdata, names->len);
}

static char *
wording_dup_title (KringMap *map)
{
  g_autofree char *centre = dup_centre_names (map);
  const char *title = kring_item_get_text (kring_map_get_case (map), KRING_F_TITLE);

  if (centre != NULL)
    /* Translators: title of a printed map; %s is the name of the young person */
    return g_strdup_printf (_ ("Network around %s"), centre);
  return g_strdup (title != NULL ? title : _ ("Network map"));
}

/* @name: of a field of the case that is printed whether it is filled or not, or only if it is */
static void
wording_add_line (
    GPtrArray *lines, KringItem *item, const char *name, const char *format, const char *none)
{
  const char *text = kring_item_get_text (item, name);

  if (text != NULL)
    g_ptr_array_add (lines, g_strdup_printf (format, text));
  else if (none != NULL)
    g_ptr_array_add (lines, g_strdup (none));
}

/* What it is for and what the exchange rests on: each by itself, for none replaces another. */
static void
wording_add_lines (KringWording *self, KringItem *item)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  wording_add_line (self->lines, item, "purpose", _ ("Purpose: %s"), _ ("Purpose: not filled in"));
  wording_add_line (self->lines, item, "ground", _ ("Ground: %s"), _ ("Ground: not filled in"));
  wording_add_line (self->lines, item, "covenant", _ ("Covenant: %s"), NULL);
  wording_add_line (self->lines, item, "consent", _ ("Consent: %s"), NULL);
  /* Translators: on a printed map; %s is who knows that there is one */
  wording_add_line (self->lines, item, "informed", _ ("Informed: %s"), NULL);
}

/* The side of one whose organisation and function nobody filled in. */
static char *
dup_side (KringItem *item)
{
  const KringField *field = &kring_item_get_kind (item)->fields[KRING_COMMON_PARTY];
  KringParty party = kring_item_get_party (item);

  return party != KRING_PARTY_NONE
             ? g_utf8_strdown (kring_field_get_choice_label (field, (int) party), -1)
             : NULL;
}

/* "Marit de Boer (mentor, De Wilg)" */
static char *
dup_participant (KringItem *item)
{
  g_autofree char *name = kring_item_dup_title (item);
  const char *const known[] = {
    kring_item_get_text (item, KRING_F_FUNCTION),
    kring_item_get_text (item, KRING_F_ORGANISATION),
  };
  g_autofree char *place = join (", ", known, G_N_ELEMENTS (known));
  g_autofree char *behalf = place != NULL ? g_steal_pointer (&place) : dup_side (item);

  return behalf != NULL ? g_strdup_printf ("%s (%s)", name, behalf) : g_steal_pointer (&name);
}

/* The same, with how to reach them or who stands in. */
static char *
dup_contact (KringItem *item)
{
  g_autofree char *participant = dup_participant (item), *instead = NULL;
  const char *deputy = kring_item_get_text (item, KRING_F_DEPUTY);

  if (deputy != NULL)
    /* Translators: of a participant; %s is who stands in, with a number */
    instead = g_strdup_printf (_ ("deputy %s"), deputy);
  return join (
      SEPARATOR,
      (const char *const[]){ participant, kring_item_get_text (item, KRING_F_PHONE), instead }, 3);
}

/* Who is there, in the room of a line or two: how to reach them stands with the lists, if any. */
static char *
dup_participants (KringMap *map, gboolean alone)
{
  g_autoptr (GPtrArray) participants = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  kring_item_sort_by_coming (participants);
  for (guint i = 0; i < participants->len; i++)
    {
      KringItem *item = g_ptr_array_index (participants, i);

      if (!kring_item_get_bool (item, KRING_F_ABSENT))
        g_ptr_array_add (names, alone ? dup_contact (item) : dup_participant (item));
    }
  return join ("; ", (const char *const *) names->pdata, names->len);
}

static void
wording_add_rows (KringWording *self, KringMap *map, KringItem *item, gboolean alone)
{
  self->rows = g_ptr_array_new_with_free_func (wording_row_free);
  wording_take_row (self, _ ("Meeting"), wording_dup_date (item, KRING_F_MEETING));
  wording_take_row (self, _ ("Version"), g_strdup (kring_item_get_text (item, KRING_F_VERSION)));
  wording_take_row (self, _ ("Participants"), dup_participants (map, alone));
}

static char **
dup_terms (KringItem *item)
{
  g_autofree char *review = wording_dup_date (item, KRING_F_REVIEW);
  g_autofree char *destroy = wording_dup_date (item, KRING_F_DESTROY);
  GPtrArray *terms = g_ptr_array_new ();

  if (review != NULL)
    /* Translators: %s is a date */
    g_ptr_array_add (terms, g_strdup_printf (_ ("Review on %s"), review));
  if (destroy != NULL)
    /* Translators: %s is a date */
    g_ptr_array_add (terms, g_strdup_printf (_ ("Destroy on %s"), destroy));
  g_ptr_array_add (terms, NULL);
  return (char **) g_ptr_array_free (terms, FALSE);
}

/* Whom to reach: those of whom a number or a deputy is known, and nobody else; %NULL if none. */
static char *
dup_contacts (KringMap *map)
{
  g_autoptr (GPtrArray) participants = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);
  g_autoptr (GPtrArray) contacts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  kring_item_sort_by_coming (participants);
  for (guint i = 0; i < participants->len; i++)
    {
      KringItem *item = g_ptr_array_index (participants, i);

      if (!kring_item_get_bool (item, KRING_F_ABSENT) &&
          (kring_item_get_text (item, KRING_F_PHONE) != NULL ||
           kring_item_get_text (item, KRING_F_DEPUTY) != NULL))
        g_ptr_array_add (contacts, dup_contact (item));
    }
  all = join ("; ", (const char *const *) contacts->pdata, contacts->len);
  /* Translators: at the head of printed lists; %s is names, each with a number and a deputy */
  return all != NULL ? g_strdup_printf (_ ("Contacts: %s"), all) : NULL;
}

/* For sheets that may come apart from the first. */
static char *
dup_brief (KringWording *self, KringMap *map, KringItem *item)
{
  g_autofree char *meeting = wording_dup_date (item, KRING_F_MEETING);
  g_autofree char *terms = g_strjoinv (SEPARATOR, self->terms);
  const char *consent = kring_item_get_text (item, KRING_F_CONSENT);
  g_autofree char *when =
      meeting != NULL ? g_strdup_printf ("%s %s", _ ("Meeting"), meeting) : NULL;
  g_autofree char *first =
      join (SEPARATOR, (const char *const[]){ when, terms, self->instruction }, 3);
  g_autofree char *limits = consent != NULL ? g_strdup_printf (_ ("Consent: %s"), consent) : NULL;
  g_autofree char *contacts = dup_contacts (map);

  return join ("\n", (const char *const[]){ first, limits, contacts }, 3);
}

/* For the sheets after the one that has it all. */
static char *
dup_again (KringWording *self, KringItem *item)
{
  g_autofree char *meeting = wording_dup_date (item, KRING_F_MEETING);
  g_autofree char *destroy = wording_dup_date (item, KRING_F_DESTROY);
  g_autofree char *when =
      meeting != NULL ? g_strdup_printf ("%s %s", _ ("Meeting"), meeting) : NULL;
  g_autofree char *last = destroy != NULL ? g_strdup_printf (_ ("Destroy on %s"), destroy) : NULL;
  gboolean more = strchr (self->brief, '\n') != NULL;
  /* Translators: one short line; the rest stands on the first of the sheets with lists */
  const char *rest = more ? _ ("consent and contacts: first sheet with lists") : NULL;

  return join (SEPARATOR,
               (const char *const[]){ when, last, _ ("do not copy, do not pass on"), rest }, 4);
}

/* Whether @item is drawn as a place or a thing; events only are if they were given a place. */
static gboolean
is_place_or_thing (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  KringPoint position;

  return kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_PERSON &&
         kind->id != KRING_KIND_NOTE && kind->id != KRING_KIND_GROUP &&
         (kind->id != KRING_KIND_EVENT || kring_item_get_position (item, &position));
}

/* "3 items not on this sheet · 1 text left out" */
static char *
dup_left (const KringWordingReader *reader)
{
  g_autofree char *items = NULL, *texts = NULL;

  if (reader->n_items == 0 && reader->n_texts == 0)
    return g_strdup (_ ("nothing left out"));
  if (reader->n_items > 0)
    items = g_strdup_printf (
        ngettext ("%u item not on this sheet", "%u items not on this sheet", reader->n_items),
        reader->n_items);
  if (reader->n_texts > 0)
    /* Translators: a text of an item, such as a remark, which names what is not on the sheet */
    texts = g_strdup_printf (ngettext ("%u text left out", "%u texts left out", reader->n_texts),
                             reader->n_texts);
  return join (SEPARATOR, (const char *const[]){ items, texts }, 2);
}

static char *
wording_dup_counts (KringMap *map, const KringWordingReader *reader)
{
  guint n_persons = kring_map_get_n_of_kind (map, KRING_KIND_PERSON), n_things = 0;
  guint n_ties = kring_map_get_n_of_kind (map, KRING_KIND_TIE);
  g_autofree char *persons = NULL, *things = NULL, *ties = NULL, *left = dup_left (reader);

  for (guint i = n_persons; i < kring_map_get_n_placeable (map); i++)
    n_things += is_place_or_thing (kring_map_get_nth (map, i));
  persons = g_strdup_printf (ngettext ("%u person", "%u persons", n_persons), n_persons);
  things =
      g_strdup_printf (ngettext ("%u place or thing", "%u places and things", n_things), n_things);
  ties = g_strdup_printf (ngettext ("%u tie", "%u ties", n_ties), n_ties);
  return join (SEPARATOR, (const char *const[]){ persons, things, ties, left }, 4);
}

static char *
dup_mark (const KringWordingReader *reader)
{
  g_autofree char *left = dup_left (reader);

  return join (SEPARATOR, (const char *const[]){ kring_reader_get_heading (reader->reader), left },
               2);
}

static char *
dup_made (GDateTime *now)
{
  KringMoment moment = {
    g_date_time_get_year (now), g_date_time_get_month (now),  g_date_time_get_day_of_month (now),
    g_date_time_get_hour (now), g_date_time_get_minute (now),
  };
  g_autofree char *when = kring_date_format ((KringDate){ moment, moment, FALSE });

  return join (SEPARATOR, (const char *const[]){ "Kring", when }, 2);
}

/**
 * kring_wording_new: (constructor)
 * @map: what is drawn
 * @reader: for whom @map was made, and what that left out
 * @now: local time
 *
 * Returns: (transfer full): the words
 */
KringWording *
kring_wording_new (KringMap *map, const KringWordingReader *reader, GDateTime *now)
{
  KringWording *self = g_new0 (KringWording, 1);
  KringItem *item = kring_map_get_case (map);
  const char *const names[] = {
    kring_item_get_text (item, KRING_F_TITLE),
    kring_item_get_text (item, KRING_F_REFERENCE),
  };

  self->title = wording_dup_title (map);
  wording_add_lines (self, item);
  wording_add_rows (self, map, item, reader->alone);
  self->reader = g_strdup (kring_reader_get_heading (reader->reader));
  self->warning =
      g_strdup (kring_reader_is_of_case (reader->reader) ? _ ("To read – confidential")
                                                         : _ ("Working document – confidential"));
  self->instruction =
      g_strdup (kring_reader_is_of_case (reader->reader)
                    ? _ ("Only what concerns the young person. Each organisation keeps a file of "
                         "its own; ask "
                         "there for the rest.")
                    : _ ("What is known so far, no finding. Do not copy, do not pass on."));
  self->terms = dup_terms (item);
  self->brief = dup_brief (self, map, item);
  self->again = dup_again (self, item);
  self->case_name = join (SEPARATOR, names, G_N_ELEMENTS (names));
  self->counts = wording_dup_counts (map, reader);
  self->mark = dup_mark (reader);
  self->made = dup_made (now);
  return self;
}

void
kring_wording_free (KringWording *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->rows);
  g_free (self->reader);
  g_free (self->warning);
  g_free (self->instruction);
  g_strfreev (self->terms);
  g_free (self->brief);
  g_free (self->again);
  g_free (self->case_name);
  g_free (self->counts);
  g_free (self->mark);
  g_free (self->made);
  g_free (self);
}

/**
 * kring_wording_dup_sheet:
 * @sheet: from 1
 *
 * Returns: (transfer full): which sheet it is
 */
char *
kring_wording_dup_sheet (guint sheet, guint n_sheets)
{
  return g_strdup_printf (_ ("sheet %u of %u"), sheet, n_sheets);
}

/**
 * kring_wording_dup_document_title:
 *
 * Returns: (transfer full): what a file says that it is: never whom it is about
 */
char *
kring_wording_dup_document_title (void)
{
  /* Translators: the title in the properties of an exported file, and the start of its name */
  return g_strdup (_ ("Working document"));
}
