/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom something leaves the table, how people are called in it, and what goes along: as it is
 * typed, as it is said, and what each reader may have. Any thread.
 */
#pragma once

#include "map/model/kring-choices.h"

G_BEGIN_DECLS

/* The first three in the order of KringAudience, whose names are theirs too. */
typedef enum
{
  KRING_READER_JOINT,
  KRING_READER_CARE,
  KRING_READER_POLICE,
  KRING_READER_YOUTH,        /* the young person, of what concerns themselves */
  KRING_READER_PARENTS,      /* the parents, of what concerns their child */
  KRING_READER_MUNICIPALITY, /* what the partnership shares, without what leads to anybody */
  KRING_N_READERS,
} KringReader;

/* How persons on the map are called. Participants keep their names: they are to be called back. */
typedef enum
{
  KRING_NAMES_FULL,
  KRING_NAMES_FIRST,
  KRING_NAMES_INITIALS,
  KRING_NAMES_CODE, /* P1, P2, …; a key tells who that is */
  KRING_N_NAMES,
} KringNameForm;

typedef enum
{
  KRING_PART_SIGNALS = 1 << 0,
  KRING_PART_STATEMENTS = 1 << 1,
  KRING_PART_TASKS = 1 << 2,
  KRING_PART_TIMELINE = 1 << 3, /* events and earlier meetings */
  KRING_PART_REMARKS = 1 << 4,  /* remarks and notes of items */
  KRING_PART_ALL = (1 << 5) - 1,
} KringShareParts;

const char *kring_reader_get_name (KringReader reader);
const char *kring_reader_get_label (KringReader reader);
const char *kring_reader_get_heading (KringReader reader);
gboolean kring_reader_find (const char *name, KringReader *reader);
KringAudience kring_reader_get_audience (KringReader reader);
gboolean kring_reader_is_of_case (KringReader reader);
KringNameForm kring_reader_get_fullest_names (KringReader reader);
KringShareParts kring_reader_get_parts (KringReader reader);

const char *kring_name_form_get_name (KringNameForm form);
const char *kring_name_form_get_label (KringNameForm form);
gboolean kring_name_form_find (const char *name, KringNameForm *form);

const char *kring_share_part_get_label (guint nth);
gboolean kring_share_parts_parse (const char *names, KringShareParts *parts, char **unknown);

G_END_DECLS
