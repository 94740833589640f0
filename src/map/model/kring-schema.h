/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema as data: every kind of item and every field it may have. Codec, validator, forms,
 * search, lists and exporters walk this table; a new field is a new row in kring-schema-tables.c.
 * Everything here is constant and may be read on any thread. A KringField pointer identifies one
 * field of one kind; the common fields stand first in every kind, at the same index.
 */
#pragma once

#include "map/base/kring-date.h"
#include "map/model/kring-choices.h"
#include "map/model/kring-field-names.h"
#include "map/model/kring-kind-id.h"

G_BEGIN_DECLS

#define KRING_SCHEMA_ERROR (kring_schema_error_quark ())
typedef enum
{
  KRING_SCHEMA_ERROR_TYPE,  /* not the type of the field */
  KRING_SCHEMA_ERROR_VALUE, /* the right type, but not an allowed value */
} KringSchemaError;

typedef enum
{
  KRING_FIELD_TEXT,      /* one line, "s" */
  KRING_FIELD_LONG_TEXT, /* several lines, "s" */
  KRING_FIELD_BOOL,      /* "b" */
  KRING_FIELD_NUMBER,    /* "d", finite */
  KRING_FIELD_CHOICE,    /* one of the field's choices, "s" */
  KRING_FIELD_DATE,      /* a vague date, "s", see kring-date.h */
  KRING_FIELD_AGE,       /* years, `15` or `~25`, "s" */
  KRING_FIELD_REF,       /* the id of another item, "s" */
  KRING_FIELD_REFS,      /* ids of other items, sorted, without repeats, "as" */
  KRING_FIELD_POINT,     /* map units, "(dd)" */
} KringFieldType;

typedef enum
{
  KRING_FIELD_IDENTIFIES = 1 << 0, /* tells who or where somebody is */
  KRING_FIELD_COMMON = 1 << 1,     /* the same in every kind */
  KRING_FIELD_DRAWING = 1 << 2,    /* how it is drawn; not in forms, search or lists */
  KRING_FIELD_REQUIRED = 1 << 3,   /* never unset */
  KRING_FIELD_MORE = 1 << 4,       /* in forms: out of the way, also when it is filled */
  KRING_FIELD_KEPT = 1 << 5,       /* kept by commands; not in forms, search or lists */
  KRING_FIELD_GRADE = 1 << 6,      /* in forms only for those who asked for it */
  KRING_FIELD_AT_HAND = 1 << 7,    /* in forms: not out of the way, even while it is empty */
  KRING_FIELD_AHEAD = 1 << 8,      /* of a date: it lies in the future */
  KRING_FIELD_AROUND = 1 << 9,     /* of a date: it lies on either side of today */
  KRING_FIELD_WHOLE = 1 << 10,     /* of a date: its year is never guessed */

  /* Whether it leaves the table with its item: one of these, or it never does. All texts that do are
   * searched for what stays behind. */
  KRING_FIELD_GOES_PLAIN = 1 << 11, /* with its item */
  KRING_FIELD_GOES_NAMES = 1 << 12, /* with its item: what somebody is called, as names are shown */
  KRING_FIELD_GOES_WORDS = 1 << 13, /* with its item, in words of our own */
  KRING_FIELD_GOES_NOTES = 1 << 14, /* unless remarks stay behind */
  KRING_FIELD_GOES_REACH = 1 << 15, /* leads to a door or phone: with whole or first names only */
  KRING_FIELD_GOES_HERE = 1 << 16,  /* never: of how we look at the map */
  KRING_FIELD_GOES = 0x3f << 11,

  KRING_FIELD_OWN_AUDIENCE = 1 << 17, /* may be for one side only while its item is for all */
} KringFieldFlags;

/* Index of the common fields in every kind. */
enum
{
  KRING_COMMON_PARTY,
  KRING_COMMON_BROUGHT_IN_BY,
  KRING_COMMON_RECORDED,
  KRING_COMMON_HOW_KNOWN,
  KRING_COMMON_CERTAINTY,
  KRING_COMMON_AUDIENCE,
  KRING_COMMON_REMARK,
  KRING_COMMON_SET_ASIDE,
  KRING_N_COMMON,
};

typedef struct
{
  const char *name;  /* as in the file */
  const char *label; /* English, translated by kring_field_get_choice_label () */
} KringChoice;

typedef struct
{
  const char *name;  /* as in the file */
  const char *label; /* English, translated by kring_field_get_label () */
  KringFieldType type;
  KringFieldFlags flags;
  const KringChoice *choices; /* (nullable), ends with a NULL name */
  gint8 fallback;             /* the choice that an unset field means; -1: none */
  guint32 refers_to;          /* bits 1 << KringKindId that a reference may point at */
  guint8 since;               /* the first minor version of the format that knows the field */
  const char *column;         /* (nullable): English heading of its column in the list of items */
} KringField;

typedef struct
{
  KringKindId id;
  const char *name;   /* as in the file */
  const char *list;   /* the member of a file in which its items stand; of the case: its own */
  const char *label;  /* English, translated by kring_kind_get_label () */
  const char *plural; /* English, translated by kring_kind_get_plural () */
  const char *icon;   /* name of the symbol, without "kring-" and "-symbolic" */
  KringKindGroup group;
  guint8 since;             /* the first minor version of the format that knows the kind */
  guint8 thing;             /* its place, from 1, among the things of pens and legend; 0: none */
  const char *add;          /* (nullable): English, what adding one is called */
  const char *code;         /* (nullable): field for the code in a line of the list of names */
  const KringField *fields; /* the common fields first */
  guint n_fields;
} KringKind;

GQuark kring_schema_error_quark (void);
const KringKind *kring_kind_get (KringKindId id);
const KringKind *kring_kind_get_thing (guint nth);
const KringKind *kring_kind_find (const char *name);
const char *kring_kind_get_label (const KringKind *kind);
const char *kring_kind_get_plural (const KringKind *kind);
const KringField *kring_kind_find_field (const KringKind *kind, const char *name);
const KringField *kring_kind_find_field_from (const KringKind *kind, const char *name, guint from);
guint kring_kind_get_field_index (const KringKind *kind, const KringField *field);

const char *kring_field_get_label (const KringField *field);
gboolean kring_field_is_text (const KringField *field);
gboolean kring_field_holds_string (const KringField *field);
const GVariantType *kring_field_get_value_type (const KringField *field);
gboolean kring_field_check_value (const KringField *field, GVariant *value, GError **error);
GVariant *kring_field_normalise_value (const KringField *field,
                                       GVariant *value) G_GNUC_WARN_UNUSED_RESULT;
int kring_field_find_choice (const KringField *field, const char *name);
const char *kring_field_get_choice_label (const KringField *field, int choice);
KringDateAim kring_field_get_date_aim (const KringField *field);
const char *const *kring_schema_get_tie_kinds (void);
char **kring_value_dup_refs (GVariant *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
