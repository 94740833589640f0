/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words around a map on paper, in the language of the interface: what it is about, what it is
 * for, who was there, how many there are, and when it must be gone. A pure function of the map
 * that is drawn; owned by the caller, and unchanging, so any thread may read it.
 */
#pragma once

#include "map/model/kring-map.h"
#include "map/share/kring-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *label; /* (owned) */
  char *value; /* (owned) */
} KringWordingRow;

/* For whom the sheets are, and how much that left out. */
typedef struct
{
  KringReader reader; /* for whom */
  guint n_items;      /* that are not in the map that is drawn */
  guint n_texts;      /* that are not in what is drawn of the rest */
  gboolean alone;     /* no lists follow, which say how to reach people */
} KringWordingReader;

typedef struct
{
  char *title;       /* (owned) */
  GPtrArray *lines;  /* (owned) (element-type utf8), under the title */
  GPtrArray *rows;   /* (owned) (element-type KringWordingRow), about the meeting */
  char *reader;      /* (owned): for whom it is */
  char *warning;     /* (owned) */
  char *instruction; /* (owned) */
  char **terms;      /* (owned): when it is looked at again, and until when it may be kept */
  char *brief;       /* (owned): the meeting, the instruction, the terms; the limits of consent */
  char *again;       /* (owned): one line of that, for the lists after the first sheet of them */
  char *case_name;   /* (owned) (nullable) */
  char *counts;      /* (owned) */
  char *mark;        /* (owned): for whom it is and what is left out, for a map without a sheet */
  char *made;        /* (owned): by what and when */
} KringWording;

KringWording *kring_wording_new (KringMap *map,
                                 const KringWordingReader *reader,
                                 GDateTime *now) G_GNUC_WARN_UNUSED_RESULT;
void kring_wording_free (KringWording *self);
char *kring_wording_dup_sheet (guint sheet, guint n_sheets) G_GNUC_WARN_UNUSED_RESULT;
char *kring_wording_dup_document_title (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringWording, kring_wording_free)

G_END_DECLS
