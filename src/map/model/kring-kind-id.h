/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The kinds of items, in the order in which they stand in a file, and what sorts of kinds there are.
 * What is known of each kind is its row in kring-schema-tables.c.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KRING_GROUP_ENTITY,
  KRING_GROUP_BETWEEN,
  KRING_GROUP_ABOUT,
  KRING_GROUP_MEETING,
  KRING_GROUP_LOOKING, /* ways to look at the map: nothing that is known */
  KRING_GROUP_CASE,
} KringKindGroup;

typedef enum
{
  KRING_KIND_PERSON,
  KRING_KIND_ORGANISATION,
  KRING_KIND_PLACE,
  KRING_KIND_VEHICLE,
  KRING_KIND_PHONE,
  KRING_KIND_ACCOUNT,
  KRING_KIND_MONEY,
  KRING_KIND_EVENT,
  KRING_KIND_NOTE,
  KRING_KIND_GROUP,
  KRING_KIND_TIE,
  KRING_KIND_PARTICIPANT,
  KRING_KIND_SIGNAL,
  KRING_KIND_STATEMENT,
  KRING_KIND_TASK,
  KRING_KIND_COPY,
  KRING_KIND_MEETING,
  KRING_KIND_VIEW,
  KRING_KIND_CASE,
  KRING_N_KINDS,
} KringKindId;

G_END_DECLS
