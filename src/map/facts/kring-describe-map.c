/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/facts/kring-describe.h"

#include "map/base/kring-fold.h"
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-timeline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Kinds that count as places and things; events and notes are about them. */
static gboolean
is_thing (const KringKind *kind)
{
  return kind->group == KRING_GROUP_ENTITY && kind->id != KRING_KIND_PERSON &&
         kind->id != KRING_KIND_EVENT && kind->id != KRING_KIND_NOTE &&
         kind->id != KRING_KIND_GROUP;
}

/**
 * kring_map_dup_summary:
 *
 * Returns: (transfer full): the map in one line: "Map, 18 persons, 13 places and things"
 */
char *
kring_map_dup_summary (KringMap *map)
{
  guint n_persons = kring_map_get_n_of_kind (map, KRING_KIND_PERSON), n_things = 0;
  g_autofree char *persons = NULL, *things = NULL;

  for (KringKindId kind = 0; kind < KRING_N_KINDS; kind++)
    if (is_thing (kring_kind_get (kind)))
      n_things += kring_map_get_n_of_kind (map, kind);
  persons = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u persons", n_persons),
                             n_persons);
  things = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u place or thing", "%u places and things", n_things),
      n_things);
  /* Translators: then how many persons, and how many places and things. */
  return g_strdup_printf (_ ("Map, %s, %s"), persons, things);
}

/* Appends a value; its later lines are indented under the first. */
static void
describe_map_append_value (GString *text, const char *label, const char *value, int indent)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);

  /* A label that ends in a question mark gets no colon. */
  g_string_append_printf (text, g_str_has_suffix (label, "?") ? "%*s%s %s\n" : "%*s%s: %s\n",
                          indent, "", label, lines[0] != NULL ? lines[0] : "");
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (text, "%*s%s\n", indent + 2, "", lines[i]);
}

static void
append_fields (GString *text, KringMap *map, KringItem *item, const char *title, int indent)
{
  const KringKind *kind = kring_item_get_kind (item);

  /* First the fields of the kind, then the common ones, which tell where the item comes from. */
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[(i + KRING_N_COMMON) % kind->n_fields];
      g_autofree char *value = NULL;

      if (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT | KRING_FIELD_REQUIRED))
        continue;
      value = kring_map_dup_value_text (map, item, field);
      if (value != NULL && !kring_sanitize_is_blank (value) && strcmp (value, title) != 0)
        describe_map_append_value (text, kring_field_get_label (field), value, indent);
    }
}

static void
append_heading (GString *text, const char *heading, char line)
{
  g_string_append_printf (text, "%s\n", heading);
  for (glong n = g_utf8_strlen (heading, -1); n > 0; n--)
    g_string_append_c (text, line);
  g_string_append_c (text, '\n');
}

/* Orders items by title, without regard to quotes, capitals and accents. */
static char *
dup_sort_key (KringMap *map, KringItem *item)
{
  g_autofree char *title = kring_map_dup_title (map, item);
  const char *start = title;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return kring_fold (start);
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer map)
{
  g_autofree char *key_a = dup_sort_key (map, *(KringItem *const *) a);
  g_autofree char *key_b = dup_sort_key (map, *(KringItem *const *) b);

  return strcmp (key_a, key_b);
}

static char *
describe_map_dup_about (KringMap *map, KringItem *item)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), KRING_F_ABOUT);

  return field != NULL ? kring_map_dup_value_text (map, item, field) : NULL;
}

/* Appends a required reference, which is not among the listed fields. */
static void
append_about (GString *text, KringMap *map, KringItem *item)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), KRING_F_ABOUT);
  g_autofree char *about = describe_map_dup_about (map, item);

  if (about != NULL && field->flags & KRING_FIELD_REQUIRED)
    describe_map_append_value (text, kring_field_get_label (field), about, 4);
}

static void
append_kind (GString *text, KringMap *map, const KringKind *kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, kind->id);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", kring_kind_get_plural (kind), items->len);

  if (items->len == 0)
    return;
  g_string_append_c (text, '\n');
  append_heading (text, heading, '-');
  g_ptr_array_sort_with_data (items, compare_titles, map);
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      g_autofree char *title = kring_map_dup_title (map, item);

      g_string_append_printf (text, "- %s%s\n", title, kring_map_is_centre (map, item) ? " *" : "");
      append_about (text, map, item);
      append_fields (text, map, item, title, 4);
    }
}

static int
describe_map_compare_told (gconstpointer a, gconstpointer b, gpointer facts)
{
  return kring_timeline_compare_told (*(KringItem *const *) a, *(KringItem *const *) b, facts);
}

/* Appends what happened or was seen, day by day. What is known of a fact stands under it. */
static void
append_timeline (GString *text, KringMap *map)
{
  g_autoptr (GPtrArray) moments = kring_map_dup_timeline (map);
  g_autoptr (GHashTable) facts = kring_map_dup_facts (map);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", _ ("Timeline"), moments->len);

  if (moments->len == 0)
    return;
  g_string_append_c (text, '\n');
  append_heading (text, heading, '-');
  g_ptr_array_sort_with_data (moments, describe_map_compare_told, facts);
  for (guint i = 0; i < moments->len; i++)
    {
      KringItem *item = g_ptr_array_index (moments, i);
      const char *indent = g_hash_table_contains (facts, item) ? "    " : "";
      g_autofree char *when = kring_timeline_dup_when (item);
      g_autofree char *sentence = kring_timeline_dup_sentence (map, item);
      g_autofree char *source = kring_timeline_dup_source (item);

      g_string_append_printf (text, "%s- %s: %s\n", indent, when, sentence);
      if (*source != '\0')
        g_string_append_printf (text, "%s    %s\n", indent, source);
    }
}

/**
 * kring_map_to_text:
 *
 * Returns: (transfer full): everything on the map as plain text: the case, then kind by kind, by
 *   name, and what has a date in the order of time; the young person at the centre carries a star
 */
char *
kring_map_to_text (KringMap *map)
{
  GString *text = g_string_new (NULL);
  KringItem *the_case = kring_map_get_case (map);
  g_autofree char *title = kring_item_dup_title (the_case);
  g_autofree char *summary = kring_map_dup_summary (map);

  append_heading (text, title, '=');
  g_string_append_printf (text, "%s\n", summary);
  append_fields (text, map, the_case, title, 0);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    if (i != KRING_KIND_CASE)
      append_kind (text, map, kring_kind_get (i));
  append_timeline (text, map);
  return g_string_free (text, FALSE);
}
