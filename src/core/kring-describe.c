/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-describe.h"

#include "core/kring-plain.h"

#include <glib/gi18n-lib.h>

/* What names an item, the most telling field first. */
static const char *const title_fields[] = {
  "name", "alias", "title", "handle", "plate", "number", "address", "kind", "text", "words",
};

static const char *
first_text (KringItem *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (title_fields); i++)
    {
      const char *text = kring_item_get_text (item, title_fields[i]);

      if (text != NULL)
        return text;
    }
  return NULL;
}

static char *
dup_quoted (const char *text)
{
  g_autofree char *plain = kring_plain_dup (text);

  return g_strdelimit (g_strdup_printf ("“%s”", plain), "\n", ' ');
}

/**
 * kring_item_dup_title:
 *
 * What people call @item: its name, a nickname or verbatim words in curly quotes, else a number or handle, else the
 * name of its kind. Never empty.
 *
 * Returns: (transfer full): one line
 */
char *
kring_item_dup_title (KringItem *item)
{
  const char *alias = kring_item_get_text (item, "alias");
  const char *name = kring_item_get_text (item, "name");
  const char *text;

  if (alias != NULL && (name == NULL || kring_item_get_bool (item, "alias_first")))
    return dup_quoted (alias);
  text = first_text (item);
  if (text != NULL && kring_item_is (item, KRING_KIND_STATEMENT) &&
      kring_item_get_choice (item, "form") == KRING_STATEMENT_VERBATIM)
    return dup_quoted (text);
  if (text != NULL)
    return g_strdelimit (kring_plain_dup (text), "\n", ' ');
  if (kring_item_is (item, KRING_KIND_PERSON))
    return g_strdup (_ ("Unknown person"));
  return g_strdup (kring_kind_get_label (kring_item_get_kind (item)));
}

static char *
dup_title_of (KringMap *map, const char *id)
{
  KringItem *item = kring_map_get_item (map, id);

  return item != NULL ? kring_item_dup_title (item) : g_strdup ("?");
}

/**
 * kring_map_dup_title:
 *
 * Like kring_item_dup_title (), but a tie is told with its ends: `Dex → Noor: “relationship”`.
 *
 * Returns: (transfer full): one line
 */
char *
kring_map_dup_title (KringMap *map, KringItem *item)
{
  static const char *const arrows[] = { "–", "→", "←", "↔" };
  g_autofree char *from = NULL, *to = NULL;
  g_autofree char *kind = NULL;

  if (!kring_item_is (item, KRING_KIND_TIE))
    return kring_item_dup_title (item);
  from = dup_title_of (map, kring_item_get_text (item, "from"));
  to = dup_title_of (map, kring_item_get_text (item, "to"));
  if (kring_item_get_text (item, "kind") != NULL)
    kind = kring_plain_dup (kring_item_get_text (item, "kind"));
  return g_strdup_printf (kind != NULL ? "%s %s %s: %s" : "%s %s %s", from,
                          arrows[kring_item_get_choice (item, "direction")], to, kind);
}
