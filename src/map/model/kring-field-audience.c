/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-field-audience.h"

#include <string.h>

static const KringChoice *
get_choices (KringItem *item)
{
  return kring_kind_find_field (kring_item_get_kind (item), KRING_F_AUDIENCE)->choices;
}

/* What is not understood, as a newer version may have written it, is for nobody. */
static KringAudience
parse_audience (KringItem *item, const char *name)
{
  const KringChoice *choices = get_choices (item);

  for (guint i = 0; choices[i].name != NULL; i++)
    if (strcmp (choices[i].name, name) == 0)
      return (KringAudience) i;
  return KRING_AUDIENCE_NONE;
}

/**
 * kring_item_get_field_audience:
 * @field_name: a field of @item
 *
 * Returns: for whom that field is; joint: as all of @item is
 */
KringAudience
kring_item_get_field_audience (KringItem *item, const char *field_name)
{
  const char *text = kring_item_get_text (item, KRING_F_FIELD_AUDIENCES);
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);
  gsize length = strlen (field_name);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strncmp (parts[i], field_name, length) == 0 && parts[i][length] == ':')
      return parse_audience (item, parts[i] + length + 1);
  return KRING_AUDIENCE_JOINT;
}

/**
 * kring_item_dup_field_audiences:
 * @field_name: gets @audience
 *
 * Returns: (transfer full) (nullable): all fields of @item that are shared otherwise, as they are
 *   written down; %NULL: none is
 */
char *
kring_item_dup_field_audiences (KringItem *item, const char *field_name, KringAudience audience)
{
  const KringKind *kind = kring_item_get_kind (item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *name = kind->fields[i].name;
      KringAudience own =
          strcmp (name, field_name) == 0 ? audience : kring_item_get_field_audience (item, name);

      if (own != KRING_AUDIENCE_JOINT)
        g_string_append_printf (text, "%s%s:%s", text->len > 0 ? " " : "", name,
                                get_choices (item)[own].name);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/**
 * kring_item_holds_back:
 * @reader: the mark of what the reader may have besides what is for all
 *
 * Returns: whether @field does not go along to them, although @item does
 */
gboolean
kring_item_holds_back (KringItem *item, const KringField *field, KringAudience reader)
{
  KringAudience own = KRING_AUDIENCE_JOINT;

  if (field->flags & KRING_FIELD_OWN_AUDIENCE &&
      kring_item_get_text (item, KRING_F_FIELD_AUDIENCES) != NULL)
    own = kring_item_get_field_audience (item, field->name);
  return own != KRING_AUDIENCE_JOINT && (own == KRING_AUDIENCE_NONE || own != reader);
}
