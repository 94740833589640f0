/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row that points at other items: one, or a list of them. Each stands with its sign; a click
 * shows it, a cross takes it out, and a search over the kinds that the field allows puts one in.
 * Main thread only.
 */
#pragma once

#include "gtk/inspector/kring-field-row.h"

G_BEGIN_DECLS

#define KRING_TYPE_FIELD_ROW_REFS (kring_field_row_refs_get_type ())
G_DECLARE_FINAL_TYPE (KringFieldRowRefs, kring_field_row_refs, KRING, FIELD_ROW_REFS, KringFieldRow)

void kring_field_row_refs_add (KringFieldRowRefs *self, const char *id);

G_END_DECLS
