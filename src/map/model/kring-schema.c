/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-schema.h"

#include "map/base/kring-date.h"
#include "map/base/kring-geometry.h"
#include "map/base/kring-id.h"
#include "map/model/kring-schema-tables.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TEXT_LENGTH_MAX 2000
#define LONG_TEXT_LENGTH_MAX 100000
#define REFS_MAX 10000
#define AGE_MAX 130

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
 * kring_kind_get_thing:
 *
 * Returns: (transfer none) (nullable): the kind that is number @nth, from 0, of the things of the pens
 *   and of the legend
 */
const KringKind *
kring_kind_get_thing (guint nth)
{
  for (guint i = 0; i < KRING_N_KINDS; i++)
    if (kring_schema_kinds[i].thing == nth + 1)
      return &kring_schema_kinds[i];
  return NULL;
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

/**
 * kring_field_get_date_aim:
 *
 * Returns: where a date of this field lies if its year is not said
 */
KringDateAim
kring_field_get_date_aim (const KringField *field)
{
  if (field->flags & KRING_FIELD_WHOLE)
    return KRING_DATE_AIM_NONE;
  if (field->flags & KRING_FIELD_AHEAD)
    return KRING_DATE_AIM_FUTURE;
  return field->flags & KRING_FIELD_AROUND ? KRING_DATE_AIM_NEAR : KRING_DATE_AIM_PAST;
}

static gboolean schema_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
schema_refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (KRING_SCHEMA_ERROR, KRING_SCHEMA_ERROR_VALUE, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
check_length (const char *text, gsize max, GError **error)
{
  gsize length = strlen (text);

  if (length > max)
    return schema_refuse (error, _ ("text of %zu bytes is too long (at most %zu)"), length, max);
  return TRUE;
}

static gboolean
check_age (const char *text, GError **error)
{
  const char *digits = *text == '~' ? text + 1 : text;
  gsize n = strspn (digits, "0123456789");

  if (n < 1 || n > 3 || digits[n] != '\0' || atoi (digits) > AGE_MAX)
    return schema_refuse (error, _ ("“%s” is not an age (such as 15 or ~25)"), text);
  return TRUE;
}

static gboolean
schema_check_refs (GVariant *value, GError **error)
{
  g_autofree const char **ids = g_variant_get_strv (value, NULL);
  gsize n = g_variant_n_children (value);

  if (n > REFS_MAX)
    return schema_refuse (error, _ ("too many references"));
  for (gsize i = 0; i < n; i++)
    {
      if (!kring_id_is_valid (ids[i]))
        return schema_refuse (error, _ ("“%s” is not an id"), ids[i]);
      if (i > 0 && strcmp (ids[i - 1], ids[i]) >= 0)
        return schema_refuse (error, _ ("references must be sorted and without repeats"));
    }
  return TRUE;
}

static gboolean
check_point (GVariant *value, GError **error)
{
  double x, y;

  g_variant_get (value, "(dd)", &x, &y);
  /* The comparison is written so that NaN fails it. */
  if (!(fabs (x) <= KRING_COORDINATE_MAX && fabs (y) <= KRING_COORDINATE_MAX))
    return schema_refuse (error, _ ("position outside the map"));
  return TRUE;
}

static gboolean
check_string (const KringField *field, const char *text, GError **error)
{
  KringDate date;

  if (*text == '\0')
    return TRUE;
  switch (field->type)
    {
    case KRING_FIELD_TEXT:
      return check_length (text, TEXT_LENGTH_MAX, error);
    case KRING_FIELD_LONG_TEXT:
      return check_length (text, LONG_TEXT_LENGTH_MAX, error);
    case KRING_FIELD_CHOICE:
      if (kring_field_find_choice (field, text) < 0)
        return schema_refuse (error, _ ("“%s” is not one of the choices"), text);
      return TRUE;
    case KRING_FIELD_DATE:
      if (!kring_date_parse (text, &date))
        return schema_refuse (
            error, _ ("“%s” is not a date (such as 2025-09-12, 2025-09 or ~2019)"), text);
      return TRUE;
    case KRING_FIELD_AGE:
      return check_age (text, error);
    case KRING_FIELD_REF:
      if (!kring_id_is_valid (text))
        return schema_refuse (error, _ ("“%s” is not an id"), text);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * kring_field_check_value:
 * @value: (nullable): a value; %NULL means unset
 * @error: return location for an error of %KRING_SCHEMA_ERROR, in the language of the interface
 *
 * Looks at the value alone; whether references point at something is a matter of the map.
 *
 * Returns: whether @field may hold @value
 */
gboolean
kring_field_check_value (const KringField *field, GVariant *value, GError **error)
{
  if (value == NULL)
    {
      if (field->flags & KRING_FIELD_REQUIRED)
        return schema_refuse (error, _ ("“%s” must not be empty"), kring_field_get_label (field));
      return TRUE;
    }
  if (!g_variant_is_of_type (value, kring_field_get_value_type (field)))
    {
      g_set_error (error, KRING_SCHEMA_ERROR, KRING_SCHEMA_ERROR_TYPE, _ ("wrong type of value"));
      return FALSE;
    }
  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      return TRUE;
    case KRING_FIELD_NUMBER:
      if (!(fabs (g_variant_get_double (value)) <= KRING_COORDINATE_MAX))
        return schema_refuse (error, _ ("number out of range"));
      return TRUE;
    case KRING_FIELD_REFS:
      return schema_check_refs (value, error);
    case KRING_FIELD_POINT:
      return check_point (value, error);
    default:
      return check_string (field, g_variant_get_string (value, NULL), error);
    }
}

static gboolean
tells_how_sure (const KringField *field)
{
  return field->flags & KRING_FIELD_COMMON && strcmp (field->name, KRING_F_CERTAINTY) == 0;
}

/**
 * kring_field_normalise_value:
 * @value: (nullable) (transfer full): an allowed value of @field
 *
 * One meaning has one value: empty text, "no", an empty list and the choice that an unset field
 * means anyway all become unset. How sure something is stays: nobody said it is not the same as
 * confirmed, though both are drawn alike.
 *
 * Returns: (transfer full) (nullable): the value to keep
 */
GVariant *
kring_field_normalise_value (const KringField *field, GVariant *value)
{
  gboolean empty = FALSE;

  if (value == NULL)
    return NULL;
  if (field->type == KRING_FIELD_BOOL)
    empty = !g_variant_get_boolean (value);
  else if (field->type == KRING_FIELD_REFS)
    empty = g_variant_n_children (value) == 0;
  else if (kring_field_holds_string (field))
    {
      const char *text = g_variant_get_string (value, NULL);

      empty = *text == '\0' || (field->fallback >= 0 && !tells_how_sure (field) &&
                                strcmp (text, field->choices[field->fallback].name) == 0);
    }
  if (!empty)
    return value;
  g_variant_unref (value);
  return NULL;
}

/**
 * kring_value_dup_refs:
 * @value: (nullable): of a field that refers to one or several items
 *
 * Returns: (transfer full): the ids, ending with %NULL; never %NULL itself
 */
char **
kring_value_dup_refs (GVariant *value)
{
  if (value == NULL)
    return g_new0 (char *, 1);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return g_variant_dup_strv (value, NULL);
  return g_strdupv ((char *[]){ (char *) g_variant_get_string (value, NULL), NULL });
}
