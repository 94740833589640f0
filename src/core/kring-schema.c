/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/kring-schema.h"

#include "core/kring-schema-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What ties are called most, in the order in which they are offered; people may type anything else.
 * Ties run from the one who is or does it: "mother" from the mother to the child. */
static const char *const tie_kinds[] = {
  N_ ("mother"),
  N_ ("father"),
  N_ ("brother"),
  N_ ("sister"),
  N_ ("grandmother"),
  N_ ("grandfather"),
  N_ ("stepmother"),
  N_ ("stepfather"),
  N_ ("foster parent"),
  N_ ("aunt"),
  N_ ("uncle"),
  N_ ("cousin"),
  N_ ("family"),
  N_ ("partner"),
  N_ ("ex-partner"),
  /* Translators: a friend who is a boy or man. */
  N_ ("friend"),
  /* Translators: a friend who is a girl or woman. */
  N_ ("female friend"),
  N_ ("knows"),
  N_ ("relationship"),
  /* Translators: in quotes: what one of the two calls it, and others doubt. */
  N_ ("“relationship”"),
  N_ ("“friend”"),
  N_ ("ex-relationship"),
  N_ ("school friend"),
  N_ ("classmate"),
  N_ ("housemate"),
  N_ ("neighbour"),
  N_ ("mentor"),
  /* Translators: of a child under supervision; both words are in use. */
  N_ ("child protection worker (guardian)"),
  N_ ("youth worker"),
  N_ ("teacher"),
  N_ ("family doctor"),
  N_ ("community police officer"),
  /* Translators: verbs from here on, as in "Dex recruits Noor". */
  N_ ("introduced"),
  N_ ("recruits"),
  N_ ("transports"),
  N_ ("takes away"),
  N_ ("has control over"),
  N_ ("threatens"),
  N_ ("works for"),
  N_ ("delivers parcels for"),
  N_ ("gives money"),
  N_ ("owes money"),
  N_ ("gave"),
  N_ ("gives shelter"),
  N_ ("chats with"),
  N_ ("calls"),
  N_ ("lives at"),
  N_ ("stays with"),
  N_ ("stayed at"),
  N_ ("often stays at"),
  N_ ("rents"),
  N_ ("rents out"),
  N_ ("seen at"),
  N_ ("visited"),
  N_ ("works at"),
  N_ ("goes to school at"),
  N_ ("owner of"),
  N_ ("drives"),
  N_ ("uses"),
  N_ ("manages"),
  N_ ("mentioned in"),
  N_ ("contact for"),
  NULL,
};

G_DEFINE_QUARK (kring - schema - error - quark, kring_schema_error)

/**
 * kring_kind_get:
 *
 * Returns: (transfer none): the row of the kind @id
 */
const KringKind *
kring_kind_get (KringKindId id)
{
  g_return_val_if_fail ((guint) id < KRING_N_KINDS, NULL);

  return &kring_schema_kinds[id];
}

/**
 * kring_kind_find:
 * @name: a name as in the file
 *
 * Returns: (transfer none) (nullable): the kind of that name
 */
const KringKind *
kring_kind_find (const char *name)
{
  for (guint i = 0; i < KRING_N_KINDS; i++)
    if (strcmp (kring_schema_kinds[i].name, name) == 0)
      return &kring_schema_kinds[i];
  return NULL;
}

/**
 * kring_kind_get_label:
 *
 * Returns: (transfer none): the name of one item of @kind, in the language of the interface
 */
const char *
kring_kind_get_label (const KringKind *kind)
{
  return _ (kind->label);
}

/* Marks made with NC_ () carry their context in the source only; try it before the bare string. */
static const char *
translate (const char *context, const char *text)
{
  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, context, text);

  return translated != text ? translated : _ (text);
}

/**
 * kring_kind_get_plural:
 *
 * Returns: (transfer none): the name of many items of @kind, in the language of the interface
 */
const char *
kring_kind_get_plural (const KringKind *kind)
{
  return translate ("kinds", kind->plural);
}

/**
 * kring_kind_find_field:
 * @name: a name as in the file
 *
 * Returns: (transfer none) (nullable): the field of that name
 */
const KringField *
kring_kind_find_field (const KringKind *kind, const char *name)
{
  return kring_kind_find_field_from (kind, name, 0);
}

/**
 * kring_kind_find_field_from:
 * @name: a name as in the file
 * @from: the place of the field to look at first, at most the number of fields
 *
 * Returns: (transfer none) (nullable): the field of that name, wherever it stands
 */
const KringField *
kring_kind_find_field_from (const KringKind *kind, const char *name, guint from)
{
  for (guint i = from; i < kind->n_fields; i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return &kind->fields[i];
  for (guint i = 0; i < MIN (from, kind->n_fields); i++)
    if (strcmp (kind->fields[i].name, name) == 0)
      return &kind->fields[i];
  return NULL;
}

/**
 * kring_kind_get_field_index:
 * @field: a field of @kind
 *
 * Returns: the place of @field among the fields of @kind
 */
guint
kring_kind_get_field_index (const KringKind *kind, const KringField *field)
{
  g_return_val_if_fail (field >= kind->fields && field < kind->fields + kind->n_fields, 0);

  return field - kind->fields;
}

/**
 * kring_field_get_label:
 *
 * Returns: (transfer none): the name of @field in the language of the interface
 */
const char *
kring_field_get_label (const KringField *field)
{
  return _ (field->label);
}

/**
 * kring_field_is_text:
 *
 * Returns: whether people type free words into @field
 */
gboolean
kring_field_is_text (const KringField *field)
{
  return field->type == KRING_FIELD_TEXT || field->type == KRING_FIELD_LONG_TEXT;
}

/**
 * kring_field_holds_string:
 *
 * Returns: whether the values of @field are strings
 */
gboolean
kring_field_holds_string (const KringField *field)
{
  return field->type != KRING_FIELD_BOOL && field->type != KRING_FIELD_NUMBER &&
         field->type != KRING_FIELD_REFS && field->type != KRING_FIELD_POINT;
}

/**
 * kring_field_get_value_type:
 *
 * Returns: (transfer none): the type of the values of @field
 */
const GVariantType *
kring_field_get_value_type (const KringField *field)
{
  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      return G_VARIANT_TYPE_BOOLEAN;
    case KRING_FIELD_NUMBER:
      return G_VARIANT_TYPE_DOUBLE;
    case KRING_FIELD_REFS:
      return G_VARIANT_TYPE_STRING_ARRAY;
    case KRING_FIELD_POINT:
      return G_VARIANT_TYPE ("(dd)");
    default:
      return G_VARIANT_TYPE_STRING;
    }
}

/**
 * kring_field_find_choice:
 * @name: a name as in the file
 *
 * Returns: the place of the choice, or -1
 */
int
kring_field_find_choice (const KringField *field, const char *name)
{
  for (int i = 0; field->choices != NULL && field->choices[i].name != NULL; i++)
    if (strcmp (field->choices[i].name, name) == 0)
      return i;
  return -1;
}

/**
 * kring_field_get_choice_label:
 * @choice: a place among the choices of @field
 *
 * Returns: (transfer none): the label of the choice, in the language of the interface
 */
const char *
kring_field_get_choice_label (const KringField *field, int choice)
{
  g_return_val_if_fail (choice >= 0, "");

  for (const KringChoiceContext *c = kring_schema_contexts; c->choices != NULL; c++)
    if (c->choices == field->choices)
      return translate (c->context, field->choices[choice].label);
  return _ (field->choices[choice].label);
}

/**
 * kring_schema_get_tie_kinds:
 *
 * Returns: (transfer none): usual words for the kind of a tie, in English, for translation; ends
 *   with %NULL
 */
const char *const *
kring_schema_get_tie_kinds (void)
{
  return tie_kinds;
}
