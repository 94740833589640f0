/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/exchange/kring-graph-form.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD_LENGTH 4000

static gboolean
has_prefix (const char *text, gsize length, const char *prefix)
{
  return length >= strlen (prefix) && memcmp (text, prefix, strlen (prefix)) == 0;
}

static gboolean
graph_form_matches (const char *head, const char *pattern)
{
  return g_regex_match_simple (pattern, head, G_REGEX_CASELESS | G_REGEX_MULTILINE, 0);
}

static const char *
guess_bytes (const char *text, gsize length)
{
  if (has_prefix (text, length, "PK\003\004"))
    return _ ("this seems to be a spreadsheet (xlsx, ods) or another zip file, not a graph");
  if (has_prefix (text, length, "\xff\xfe") || has_prefix (text, length, "\xfe\xff"))
    return _ ("this is text in UTF-16; save it as UTF-8");
  if (has_prefix (text, length, "%PDF") || memchr (text, '\0', length) != NULL)
    return _ ("this is not a text file");
  return NULL;
}

/**
 * kring_graph_form_guess_other:
 * @text: all of a file
 * @length: in bytes
 *
 * Returns: (transfer none) (nullable): what the file seems to be, if that is something which is not
 *   read here
 */
const char *
kring_graph_form_guess_other (const char *text, gsize length)
{
  const char *bytes = guess_bytes (text, length);
  g_autofree char *start = NULL, *head = NULL;

  if (bytes != NULL)
    return bytes;
  start = g_strndup (text, MIN (length, HEAD_LENGTH));
  head = g_utf8_make_valid (start, -1);
  if (graph_form_matches (head, "\\A\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html|head|body)\\b"))
    return _ ("this seems to be a web page (HTML), not a graph");
  if (graph_form_matches (head, "\\A\\s*[{\\[]"))
    return _ ("this seems to be JSON, not a graph; a map of Kring is one already");
  if (graph_form_matches (head,
                          "\\A(\\s*#.*\\n|\\s*(creator|version|comment)\\b.*\\n)*\\s*graph\\s*\\["))
    return _ ("this seems to be GML; save it as GraphML");
  if (graph_form_matches (head, "\\A(\\s*%.*\\n)*\\s*\\*(vertices|network)\\b"))
    return _ ("this seems to be a file of Pajek; save it as GraphML");
  if (graph_form_matches (head,
                          "\\A(\\s*(//|#).*\\n)*\\s*(strict\\s+)?(di)?graph\\b[^\\t\\n]*\\s*\\{"))
    return _ ("this seems to be a file of Graphviz (DOT); save it as GraphML");
  return NULL;
}

static GPtrArray *
read_without_remarks (const char *text, char separator)
{
  GPtrArray *rows = kring_cells_read (text, separator, NULL);

  for (guint i = rows->len; i > 0; i--)
    if (*((const KringRow *) g_ptr_array_index (rows, i - 1))->cells[0] == '#')
      g_ptr_array_remove_index (rows, i - 1);
  return rows;
}

/**
 * kring_graph_form_read_rows:
 * @text: valid UTF-8
 *
 * Splits rows at tabs; if there are none and all rows have the same number of commas or semicolons,
 * as spreadsheets write them, at those.
 *
 * Returns: (transfer full) (element-type KringRow): the rows of a file, without remarks
 */
GPtrArray *
kring_graph_form_read_rows (const char *text)
{
  static const char separators[] = { ';', ',' };

  for (guint i = 0; i < G_N_ELEMENTS (separators) && strchr (text, '\t') == NULL; i++)
    {
      g_autoptr (GPtrArray) rows = read_without_remarks (text, separators[i]);

      if (kring_cells_are_alike (rows))
        return g_steal_pointer (&rows);
    }
  return read_without_remarks (text, '\t');
}

/**
 * kring_graph_form_is_heading:
 *
 * Returns: whether these are the names of the columns, and no two nodes
 */
gboolean
kring_graph_form_is_heading (const char *from, const char *to)
{
  static const char *const headings[][2] = { { "source", "target" },
                                             { "from", "to" },
                                             { "bron", "doel" } };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_ascii_strcasecmp (from, headings[i][0]) == 0 &&
        g_ascii_strcasecmp (to, headings[i][1]) == 0)
      return TRUE;
  return FALSE;
}
