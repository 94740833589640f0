/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-form-fields.h"

#include "map/base/kring-date.h"

#include <string.h>

#define N_ROUNDS 4

static const KringKind *
form_fields_get_kind (GPtrArray *items)
{
  return kring_item_get_kind (g_ptr_array_index (items, 0));
}

/* What has no certainty, party or audience of its own: who sits at the table, and the case. */
static gboolean
is_about_the_meeting (const KringKind *kind)
{
  return kind->group == KRING_GROUP_MEETING || kind->group == KRING_GROUP_CASE;
}

static gboolean
form_fields_is_shown (const KringKind *kind, const KringField *field, gboolean grades)
{
  if (field->flags & KRING_FIELD_GRADE && !grades)
    return FALSE;
  if (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT) || field->type == KRING_FIELD_POINT)
    return FALSE;
  return !(field->flags & KRING_FIELD_COMMON) || !is_about_the_meeting (kind);
}

/* Whether all items have a field like it. What may not be the same for several is left out. */
static gboolean
is_shared (GPtrArray *items, const KringField *field, gboolean grades)
{
  if (items->len == 1)
    return TRUE;
  if (field->flags & KRING_FIELD_REQUIRED || strcmp (field->name, KRING_F_NAME) == 0)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      const KringKind *kind = kring_item_get_kind (g_ptr_array_index (items, i));
      const KringField *other = kring_kind_find_field (kind, field->name);

      if (other == NULL || other->type != field->type || other->choices != field->choices ||
          other->refers_to != field->refers_to || !form_fields_is_shown (kind, other, grades))
        return FALSE;
    }
  return TRUE;
}

/* Its certainty may follow from statements about it. */
static gboolean
has_statements (const KringKind *kind)
{
  return kring_kind_find_field (kind, KRING_F_CERTAINTY_BY_HAND) != NULL;
}

static gboolean
is_common (const KringKind *kind, const KringField *field, guint common)
{
  return field == &kind->fields[common];
}

static gboolean
is_certainty (const KringKind *kind, const KringField *field)
{
  return is_common (kind, field, KRING_COMMON_HOW_KNOWN) ||
         is_common (kind, field, KRING_COMMON_CERTAINTY);
}

/* How good a source is belongs to how it is known. */
static gboolean
is_source (const KringField *field)
{
  return field->flags & KRING_FIELD_GRADE || strcmp (field->name, KRING_F_SOURCE) == 0;
}

static gboolean
is_in_part (const KringKind *kind, const KringField *field, KringFormPart part)
{
  gboolean knowing = has_statements (kind) && is_certainty (kind, field);

  return part == KRING_FORM_ALL || knowing == (part == KRING_FORM_KNOWING);
}

/* In which of the rounds through the table a field comes: its own, how sure it is and how it is
 * known, the rest. */
static guint
get_round (const KringKind *kind, const KringField *field)
{
  if (is_common (kind, field, KRING_COMMON_CERTAINTY))
    return 1;
  if (is_certainty (kind, field) || is_source (field))
    return 2;
  return field->flags & KRING_FIELD_COMMON ? 3 : 0;
}

/**
 * kring_form_dup_fields:
 * @items: (element-type KringItem): what is shown, at least one
 * @grades: whether codes of sources and information are wanted
 *
 * Returns: (transfer container) (element-type KringField): the item's own fields, how sure it is
 *   and how it is known, then the other common ones, each in the order of the table
 */
GPtrArray *
kring_form_dup_fields (GPtrArray *items, KringFormPart part, gboolean grades)
{
  const KringKind *kind = form_fields_get_kind (items);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < kind->n_fields; i++)
      {
        const KringField *field = &kind->fields[i];

        if (get_round (kind, field) == round && is_in_part (kind, field, part) &&
            form_fields_is_shown (kind, field, grades) && is_shared (items, field, grades))
          g_ptr_array_add (fields, (gpointer) field);
      }
  return fields;
}

/* A switch that is off, and a choice that is the same as none, tell nothing. */
static gboolean
is_filled (GPtrArray *items, const KringField *field)
{
  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      GVariant *value = kring_item_get_named (item, field->name);

      if (value == NULL || (field->type == KRING_FIELD_BOOL && !g_variant_get_boolean (value)) ||
          (field->type == KRING_FIELD_CHOICE && field->fallback >= 0 &&
           kring_item_get_choice (item, field->name) == field->fallback))
        continue;
      return TRUE;
    }
  return FALSE;
}

/* Of a task or a note, how sure it is is seldom the matter. */
static gboolean
is_at_hand (const KringKind *kind, const KringField *field)
{
  if (is_certainty (kind, field) && !has_statements (kind))
    return kind->id == KRING_KIND_SIGNAL || kind->id == KRING_KIND_STATEMENT;
  return field->flags & (KRING_FIELD_AT_HAND | KRING_FIELD_GRADE);
}

/**
 * kring_form_find_place:
 * @items: (element-type KringItem): what is shown, at least one
 *
 * Returns: where @field stands, by what the items hold now
 */
KringFormPlace
kring_form_find_place (GPtrArray *items, const KringField *field)
{
  const KringKind *kind = form_fields_get_kind (items);

  if (is_common (kind, field, KRING_COMMON_PARTY) ||
      is_common (kind, field, KRING_COMMON_BROUGHT_IN_BY) ||
      is_common (kind, field, KRING_COMMON_RECORDED))
    return KRING_FORM_ORIGIN;
  /* What it hangs on stands above the form already. */
  if (field->flags & KRING_FIELD_MORE ||
      (field->flags & KRING_FIELD_REQUIRED && field->type == KRING_FIELD_REF))
    return KRING_FORM_MORE;
  return is_at_hand (kind, field) || is_filled (items, field) ? KRING_FORM_IN_SIGHT
                                                              : KRING_FORM_MORE;
}

/* (nullable): the same for all, or "–". */
static char *
dup_piece (GPtrArray *items, guint common)
{
  char *piece = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      const KringField *field = &kring_item_get_kind (item)->fields[common];
      const char *text = kring_item_get_text (item, field->name);
      g_autofree char *one = NULL;

      if (text != NULL && field->type == KRING_FIELD_CHOICE)
        one = g_strdup (
            kring_field_get_choice_label (field, kring_item_get_choice (item, field->name)));
      else if (text != NULL)
        one = field->type == KRING_FIELD_DATE ? kring_date_format_string (text) : g_strdup (text);
      if (i > 0 && g_strcmp0 (piece, one) != 0)
        {
          g_free (piece);
          return g_strdup ("–");
        }
      g_free (piece);
      piece = g_steal_pointer (&one);
    }
  return piece;
}

/**
 * kring_form_dup_origin:
 * @items: (element-type KringItem): at least one
 *
 * Returns: (transfer full): from which side, by whom and when they were brought in: "Zorg · Marit ·
 *   20 nov 2025"
 */
char *
kring_form_dup_origin (GPtrArray *items)
{
  static const guint commons[] = { KRING_COMMON_PARTY, KRING_COMMON_BROUGHT_IN_BY,
                                   KRING_COMMON_RECORDED };
  GString *origin = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commons); i++)
    {
      g_autofree char *piece = dup_piece (items, commons[i]);

      if (piece != NULL)
        g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", piece);
    }
  if (origin->len == 0)
    g_string_append (origin, "–");
  return g_string_free (origin, FALSE);
}
