/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rows of the schema: a new kind or field is a new row in kring-schema-tables.c, a new choice
 * one in kring-schema-choices.c, and nothing else. For kring-schema.c, which hands them out. Constant data.
 */
#pragma once

#include "map/model/kring-schema.h"

G_BEGIN_DECLS

typedef struct
{
  const KringChoice *choices;
  const char *context; /* of the marks made with NC_ () */
} KringChoiceContext;

extern const KringKind kring_schema_kinds[KRING_N_KINDS];
extern const KringChoiceContext kring_schema_contexts[]; /* ends with NULL choices */

G_END_DECLS
