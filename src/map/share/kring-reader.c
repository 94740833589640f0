/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/share/kring-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *name;    /* as typed */
  const char *label;   /* as it is chosen */
  const char *heading; /* as a sheet says it */
  KringAudience audience;
  KringNameForm fullest; /* names are never shown fuller than this */
  KringShareParts parts; /* that may go along */
} readers[KRING_N_READERS] = {
  [KRING_READER_JOINT] = { "joint", N_ ("All at the table"), N_ ("Joint sheet"),
                           KRING_AUDIENCE_JOINT, KRING_NAMES_FULL, KRING_PART_ALL },
  [KRING_READER_CARE] = { "care", N_ ("Care"), N_ ("For care"), KRING_AUDIENCE_CARE,
                          KRING_NAMES_FULL, KRING_PART_ALL },
  [KRING_READER_POLICE] = { "police", N_ ("Police"), N_ ("For police"), KRING_AUDIENCE_POLICE,
                            KRING_NAMES_FULL, KRING_PART_ALL },
  [KRING_READER_YOUTH] = { "youth", N_ ("The young person, to read"), N_ ("For the young person"),
                           KRING_AUDIENCE_JOINT, KRING_NAMES_FULL,
                           KRING_PART_ALL & ~KRING_PART_REMARKS },
  [KRING_READER_PARENTS] = { "parents", N_ ("The parents, to read"), N_ ("For the parents"),
                             KRING_AUDIENCE_JOINT, KRING_NAMES_FULL,
                             KRING_PART_ALL & ~KRING_PART_REMARKS },
  [KRING_READER_MUNICIPALITY] = { "municipality", N_ ("The municipality"),
                                  N_ ("For the municipality"), KRING_AUDIENCE_JOINT,
                                  KRING_NAMES_INITIALS, KRING_PART_SIGNALS | KRING_PART_TASKS },
};

static const struct
{
  const char *name;
  const char *label;
} name_forms[KRING_N_NAMES] = {
  [KRING_NAMES_FULL] = { "full", N_ ("Full Names") },
  [KRING_NAMES_FIRST] = { "first", N_ ("First Names") },
  [KRING_NAMES_INITIALS] = { "initials", N_ ("Initials") },
  [KRING_NAMES_CODE] = { "code", N_ ("Codes") },
};

/* In the order of the bits of KringShareParts. */
static const struct
{
  const char *name;
  const char *label;
} parts[] = {
  { "signals", N_ ("Signals") },   { "statements", N_ ("Statements") }, { "tasks", N_ ("Tasks") },
  { "timeline", N_ ("Timeline") }, { "remarks", N_ ("Remarks") },
};

/**
 * kring_reader_get_name:
 *
 * Returns: its name, as typed
 */
const char *
kring_reader_get_name (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, NULL);

  return readers[reader].name;
}

/**
 * kring_reader_get_label:
 *
 * Returns: what the reader is called where one is chosen
 */
const char *
kring_reader_get_label (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, NULL);

  return _ (readers[reader].label);
}

/**
 * kring_reader_get_heading:
 *
 * Returns: what a sheet says of whom it is for
 */
const char *
kring_reader_get_heading (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, NULL);

  return _ (readers[reader].heading);
}

/**
 * kring_reader_find:
 * @name: as typed
 * @reader: (out): who that is; untouched on failure
 *
 * Returns: whether @name is somebody a copy can be for
 */
gboolean
kring_reader_find (const char *name, KringReader *reader)
{
  for (guint i = 0; i < KRING_N_READERS; i++)
    if (strcmp (readers[i].name, name) == 0)
      {
        *reader = (KringReader) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kring_reader_get_audience:
 *
 * Returns: the mark of items that this reader may have besides those for all
 */
KringAudience
kring_reader_get_audience (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, KRING_AUDIENCE_JOINT);

  return readers[reader].audience;
}

/**
 * kring_reader_is_of_case:
 *
 * Returns: whether it is somebody whom the map is about: they get what concerns the young person
 *   and nothing of anybody else
 */
gboolean
kring_reader_is_of_case (KringReader reader)
{
  return reader == KRING_READER_YOUTH || reader == KRING_READER_PARENTS;
}

/**
 * kring_reader_get_fullest_names:
 *
 * Returns: how names are called at most
 */
KringNameForm
kring_reader_get_fullest_names (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, KRING_NAMES_CODE);

  return readers[reader].fullest;
}

/**
 * kring_reader_get_parts:
 *
 * Returns: what may go along
 */
KringShareParts
kring_reader_get_parts (KringReader reader)
{
  g_return_val_if_fail (reader < KRING_N_READERS, 0);

  return readers[reader].parts;
}

/**
 * kring_name_form_get_name:
 *
 * Returns: its name, as typed
 */
const char *
kring_name_form_get_name (KringNameForm form)
{
  g_return_val_if_fail (form < KRING_N_NAMES, NULL);

  return name_forms[form].name;
}

/**
 * kring_name_form_get_label:
 *
 * Returns: what it is called
 */
const char *
kring_name_form_get_label (KringNameForm form)
{
  g_return_val_if_fail (form < KRING_N_NAMES, NULL);

  return _ (name_forms[form].label);
}

/**
 * kring_name_form_find:
 * @name: as typed
 * @form: (out): what that is; untouched on failure
 *
 * Returns: whether there is such a form
 */
gboolean
kring_name_form_find (const char *name, KringNameForm *form)
{
  for (guint i = 0; i < KRING_N_NAMES; i++)
    if (strcmp (name_forms[i].name, name) == 0)
      {
        *form = (KringNameForm) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kring_share_part_get_label:
 * @nth: from 0, in the order of the bits of KringShareParts
 *
 * Returns: (nullable): what the part is called; %NULL: there are no more
 */
const char *
kring_share_part_get_label (guint nth)
{
  return nth < G_N_ELEMENTS (parts) ? _ (parts[nth].label) : NULL;
}

static gboolean
find_part (const char *name, KringShareParts *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      {
        *found |= 1 << i;
        return TRUE;
      }
  return FALSE;
}

/**
 * kring_share_parts_parse:
 * @names: as typed, with commas between them
 * @found: (out): which those are; untouched on failure
 * @unknown: (out) (transfer full): the first that is none
 *
 * Returns: whether all are parts
 */
gboolean
kring_share_parts_parse (const char *names, KringShareParts *found, char **unknown)
{
  g_auto (GStrv) typed = g_strsplit (names, ",", -1);
  KringShareParts all = 0;

  for (guint i = 0; typed[i] != NULL; i++)
    if (!find_part (g_strstrip (typed[i]), &all))
      {
        *unknown = g_strdup (typed[i]);
        return FALSE;
      }
  *found = all;
  return TRUE;
}
