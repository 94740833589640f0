/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-unnoted.h"

#include "map/base/kring-id.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define TITLE_CHARS_MAX 80

/**
 * kring_unnoted_get_text:
 *
 * Returns: (transfer none): its main part; empty if only others were typed
 */
const char *
kring_unnoted_get_text (const KringUnnoted *draft)
{
  const char *text = "";

  g_variant_lookup (draft->words, "text", "&s", &text);
  return text;
}

/**
 * kring_unnoted_dup_items:
 *
 * Returns: (transfer container) (element-type utf8): what it is about, without the name of a field
 */
GPtrArray *
kring_unnoted_dup_items (const KringUnnoted *draft)
{
  GPtrArray *ids = g_ptr_array_copy (draft->ids, (GCopyFunc) (void *) kring_id_intern, NULL);

  if (draft->box == KRING_DRAFT_FIELD)
    g_ptr_array_set_size (ids, ids->len - 1);
  return ids;
}

/**
 * kring_unnoted_is_reachable:
 *
 * Returns: whether all that it is about is on @map, and there is a box for it
 */
gboolean
kring_unnoted_is_reachable (const KringUnnoted *draft, KringMap *map)
{
  g_autoptr (GPtrArray) ids = kring_unnoted_dup_items (draft);

  if (draft->box == KRING_DRAFT_STRANGE)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (kring_map_get_item (map, ids->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * kring_unnoted_recall:
 * @draft: a line
 * @names: gets the line that it would change, if it would change one and that is not there
 *
 * Returns: which line of @names it is; the one after the last, if it is a new one
 */
guint
kring_unnoted_recall (const KringUnnoted *draft, KringNameList *names)
{
  const char *entered = "", *tie = "";

  if (draft->ids->len == 0)
    return kring_name_list_get_n_lines (names);
  g_variant_lookup (draft->words, "entered", "&s", &entered);
  g_variant_lookup (draft->words, "tie", "&s", &tie);
  return kring_name_list_recall (names, entered, draft->ids->pdata[0], *tie != '\0' ? tie : NULL);
}

static char *
unnoted_dup_about (const KringUnnoted *draft, KringMap *map)
{
  g_autoptr (GPtrArray) items = kring_unnoted_dup_items (draft);
  const KringField *field;
  g_autofree char *title = NULL;

  if (draft->ids->len == 0)
    return g_strdup (_ ("the whole map"));
  if (!kring_unnoted_is_reachable (draft, map))
    return g_strdup (_ ("what is not on the map any more"));
  title = kring_map_dup_title_of_all (map, items);
  if (draft->box != KRING_DRAFT_FIELD)
    return g_steal_pointer (&title);
  field = kring_kind_find_field (kring_item_get_kind (kring_map_get_item (map, items->pdata[0])),
                                 draft->ids->pdata[items->len]);
  return g_strdup_printf ("%s, %s", title, kring_field_get_label (field));
}

static char *
dup_title_of_tie (const KringUnnoted *draft, KringMap *map)
{
  g_autofree char *from = NULL, *to = NULL, *about = NULL;

  if (!kring_unnoted_is_reachable (draft, map))
    {
      about = unnoted_dup_about (draft, map);
      return g_strdup_printf (_ ("Tie with %s"), about);
    }
  from = kring_map_dup_title (map, kring_map_get_item (map, draft->ids->pdata[0]));
  to = kring_map_dup_title (map, kring_map_get_item (map, draft->ids->pdata[1]));
  return g_strdup_printf (_ ("Tie between %s and %s"), from, to);
}

static char *
unnoted_dup_title (const KringUnnoted *draft, KringMap *map)
{
  static const char *const titles[] = {
    [KRING_DRAFT_STATEMENT] = N_ ("Observation or statement about %s"),
    [KRING_DRAFT_SIGNAL] = N_ ("Signal on %s"),
    [KRING_DRAFT_PROTECTIVE] = N_ ("What protects %s"),
    [KRING_DRAFT_QUESTION] = N_ ("Question about %s"),
    [KRING_DRAFT_EVENT] = N_ ("Event"),
    [KRING_DRAFT_TASK] = N_ ("Question or action about %s"),
    [KRING_DRAFT_PARTICIPANT] = N_ ("Participant"),
    [KRING_DRAFT_VIEW] = N_ ("Name for a view"),
    [KRING_DRAFT_LINE] = N_ ("Line in the list of names"),
    [KRING_DRAFT_NAME] = N_ ("Name of %s"),
    [KRING_DRAFT_FIELD] = "%s",
    [KRING_DRAFT_STRANGE] = N_ ("Words of another version of Kring"),
  };
  g_autofree char *about = NULL;
  g_auto (GStrv) parts = NULL;

  if (draft->box == KRING_DRAFT_TIE)
    return dup_title_of_tie (draft, map);
  about = unnoted_dup_about (draft, map);
  parts = g_strsplit (_ (titles[draft->box]), "%s", 2);
  return g_strconcat (parts[0], parts[1] != NULL ? about : NULL, parts[1], NULL);
}

/* What was typed, in one line that is not too long. */
static char *
unnoted_dup_line (const KringUnnoted *draft)
{
  g_autofree char *line = g_strdup (kring_unnoted_get_text (draft)), *start = NULL;
  GVariantIter iter;
  const char *part, *text;

  g_variant_iter_init (&iter, draft->words);
  while (*line == '\0' && g_variant_iter_next (&iter, "{&s&s}", &part, &text))
    {
      g_free (line);
      line = g_strdup (text);
    }
  g_strstrip (g_strdelimit (line, "\n\r\t", ' '));
  if (g_utf8_strlen (line, -1) <= TITLE_CHARS_MAX)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, TITLE_CHARS_MAX);
  return g_strconcat (start, "…", NULL);
}

/**
 * kring_unnoted_dup_title:
 *
 * Returns: (transfer full): what it is about and what was typed, in one line
 */
char *
kring_unnoted_dup_title (const KringUnnoted *draft, KringMap *map)
{
  g_autofree char *title = unnoted_dup_title (draft, map), *line = unnoted_dup_line (draft);

  return g_strdup_printf ("%s: “%s”", title, line);
}

/* Whether a part was typed as words of its own, not chosen. */
static gboolean
unnoted_is_told (const KringUnnoted *draft, const char *part)
{
  static const char *const typed[] = { "said_by", "heard_by", "when", NULL };

  return draft->box == KRING_DRAFT_STRANGE ? !g_str_equal (part, "text")
                                           : g_strv_contains (typed, part);
}

/**
 * kring_unnoted_dup_whole:
 *
 * Returns: (transfer full): what it is about, and all that was typed as it was typed
 */
char *
kring_unnoted_dup_whole (const KringUnnoted *draft, KringMap *map)
{
  g_autofree char *title = unnoted_dup_title (draft, map);
  GString *whole = g_string_new (NULL);
  GVariantIter iter;
  const char *part, *text;

  g_string_append_printf (whole, "%s:\n%s", title, kring_unnoted_get_text (draft));
  g_variant_iter_init (&iter, draft->words);
  while (g_variant_iter_next (&iter, "{&s&s}", &part, &text))
    if (unnoted_is_told (draft, part) && *text != '\0')
      g_string_append_printf (whole, "\n%s", text);
  return g_string_free (whole, FALSE);
}
