/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which fields a form has, in which order, and where each of them stands: in sight, behind who
 * brought it in, or behind "More fields". Decided by the schema and by what is filled.
 * Pure functions of items. Main thread only.
 */
#pragma once

#include "map/model/kring-item.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_FORM_ALL,
  KRING_FORM_KNOWING, /* of what statements can be about: how sure, and how it is known */
  KRING_FORM_REST,    /* everything else */
} KringFormPart;

typedef enum
{
  KRING_FORM_IN_SIGHT,
  KRING_FORM_ORIGIN,
  KRING_FORM_MORE,
  KRING_FORM_N_PLACES,
} KringFormPlace;

GPtrArray *kring_form_dup_fields (GPtrArray *items,
                                  KringFormPart part,
                                  gboolean grades) G_GNUC_WARN_UNUSED_RESULT;
KringFormPlace kring_form_find_place (GPtrArray *items, const KringField *field);
char *kring_form_dup_origin (GPtrArray *items) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
