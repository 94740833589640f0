/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/storage/kring-json-schema.h"

#include "file/storage/kring-format.h"
#include "file/storage/kring-writer.h"

#define MOMENT "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?"

/* Names of definitions and what they say. */
static const struct
{
  const char *name;
  const char *json;
} definitions[] = {
  { "id", "{\"type\": \"string\", \"pattern\": \"^[a-z0-9_-]{1,64}$\"}" },
  { "ids", "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/id\"}, \"uniqueItems\": true}" },
  { "text", "{\"type\": \"string\", \"maxLength\": 2000}" },
  { "long_text", "{\"type\": \"string\", \"maxLength\": 100000}" },
  { "number", "{\"type\": \"number\", \"minimum\": -1000000, \"maximum\": 1000000}" },
  { "point", "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/number\"}, \"minItems\": 2, "
             "\"maxItems\": 2}" },
  { "date", "{\"type\": \"string\", \"pattern\": \"^(~?" MOMENT "(/" MOMENT ")?)?$\"}" },
  { "age", "{\"type\": \"string\", \"pattern\": \"^(~?[0-9]{1,3})?$\"}" },
  { "stamp", "{\"type\": \"string\", \"pattern\": \"^[a-z0-9_-]{1,64}:[1-9][0-9]*$\"}" },
  { "counter", "{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 9007199254740992}" },
};

static void
add_ref (KringWriter *writer, const char *name, const char *definition)
{
  g_autofree char *json = g_strdup_printf ("{\"$ref\": \"#/$defs/%s\"}", definition);

  kring_writer_add_text (writer, name, json);
}

static void
json_schema_add_choices (KringWriter *writer, const KringField *field)
{
  GString *json = g_string_new ("{\"enum\": [");

  for (int i = 0; field->choices[i].name != NULL; i++)
    g_string_append_printf (json, "%s\"%s\"", i > 0 ? ", " : "", field->choices[i].name);
  g_string_append (json, "]}");
  kring_writer_add_text (writer, field->name, json->str);
  g_string_free (json, TRUE);
}

static void
json_schema_add_field (KringWriter *writer, const KringField *field)
{
  static const char *const names[] = {
    [KRING_FIELD_TEXT] = "text",     [KRING_FIELD_LONG_TEXT] = "long_text",
    [KRING_FIELD_NUMBER] = "number", [KRING_FIELD_DATE] = "date",
    [KRING_FIELD_AGE] = "age",       [KRING_FIELD_REF] = "id",
    [KRING_FIELD_REFS] = "ids",      [KRING_FIELD_POINT] = "point",
  };

  if (field->type == KRING_FIELD_CHOICE)
    json_schema_add_choices (writer, field);
  else if (field->type == KRING_FIELD_BOOL)
    kring_writer_add_text (writer, field->name, "{\"type\": \"boolean\"}");
  else
    add_ref (writer, field->name, names[field->type]);
}

static void
add_required (KringWriter *writer, const KringKind *kind)
{
  GString *json = g_string_new ("[\"id\"");

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & KRING_FIELD_REQUIRED)
      g_string_append_printf (json, ", \"%s\"", kind->fields[i].name);
  g_string_append_c (json, ']');
  kring_writer_add_text (writer, "required", json->str);
  g_string_free (json, TRUE);
}

static void
add_kind (KringWriter *writer, const KringKind *kind)
{
  kring_writer_open (writer, kind->name, '{');
  kring_writer_add_string (writer, "type", "object");
  if (kind->id != KRING_KIND_CASE)
    add_required (writer, kind);
  kring_writer_add_text (writer, "additionalProperties", "false");
  kring_writer_open (writer, "properties", '{');
  if (kind->id != KRING_KIND_CASE)
    add_ref (writer, "id", "id");
  for (guint i = KRING_N_COMMON; i < kind->n_fields; i++)
    json_schema_add_field (writer, &kind->fields[i]);
  for (guint i = 0; i < KRING_N_COMMON; i++)
    json_schema_add_field (writer, &kind->fields[i]);
  add_ref (writer, "by", "stamp");
  kring_writer_add_text (
      writer, "stamps",
      "{\"type\": \"object\", \"additionalProperties\": {\"$ref\": \"#/$defs/stamp\"}}");
  kring_writer_close (writer, '}');
  kring_writer_close (writer, '}');
}

static void
add_table (KringWriter *writer, const char *name, const char *definition)
{
  kring_writer_open (writer, name, '{');
  kring_writer_add_string (writer, "type", "object");
  add_ref (writer, "propertyNames", "id");
  add_ref (writer, "additionalProperties", definition);
  kring_writer_close (writer, '}');
}

static void
add_top (KringWriter *writer)
{
  kring_writer_open (writer, "properties", '{');
  kring_writer_add_text (writer, "kring", "{\"const\": 1}");
  kring_writer_add_text (writer, "minor", "{\"type\": \"integer\", \"minimum\": 0}");
  add_ref (writer, kring_kind_get (KRING_KIND_CASE)->list, "case");
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      g_autofree char *json = g_strdup_printf (
          "{\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/%s\"}}", kind->name);

      if (i != KRING_KIND_CASE)
        kring_writer_add_text (writer, kind->list, json);
    }
  add_table (writer, "removed", "stamp");
  add_table (writer, "seen", "counter");
  kring_writer_close (writer, '}');
}

/**
 * kring_json_schema_new:
 *
 * Returns: (transfer full): the schema, in the dialect of 2020-12
 */
GBytes *
kring_json_schema_new (void)
{
  KringWriter writer;

  kring_writer_init (&writer);
  kring_writer_open (&writer, NULL, '{');
  kring_writer_add_string (&writer, "$schema", "https://json-schema.org/draft/2020-12/schema");
  kring_writer_add_string (&writer, "title", "Kring map, format 1");
  kring_writer_add_string (&writer, "type", "object");
  kring_writer_add_text (&writer, "required", "[\"kring\", \"case\"]");
  kring_writer_add_text (&writer, "additionalProperties", "false");
  add_top (&writer);
  kring_writer_open (&writer, "$defs", '{');
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    kring_writer_add_text (&writer, definitions[i].name, definitions[i].json);
  for (guint i = 0; i < KRING_N_KINDS; i++)
    add_kind (&writer, kring_kind_get (i));
  kring_writer_close (&writer, '}');
  kring_writer_close (&writer, '}');
  return kring_writer_finish (&writer);
}
