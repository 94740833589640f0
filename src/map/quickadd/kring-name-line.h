/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of the quick name list, read: `Dex, m 22, vriend ?`. Reading never fails: what is not
 * understood stays as text. Pure functions of the line; usable on any thread.
 */
#pragma once

#include "map/model/kring-schema.h"

G_BEGIN_DECLS

typedef struct
{
  KringKindId kind;
  char *name;           /* (owned) (nullable) a person's name may stand in quotes: a nickname */
  const char *type;     /* (nullable) choice of the field "type" of a thing */
  const char *platform; /* (nullable) of an account */
  char *code;           /* (owned) (nullable) plate, number, handle, address or amount */
  char *details;        /* (owned) (nullable) what has no field of its own */
  char *age;            /* (owned) (nullable) years, as in the schema */
  char *born;           /* (owned) (nullable) a whole date, as in the schema */
  char *role;           /* (owned) (nullable) of a person */
  KringSex sex;         /* of a person */
  KringRing ring;       /* of a person; the band a thing stands in, too */
  gboolean unknown;     /* a person whose identity is not known */
  KringCertainty doubt; /* of the item itself, if there is no tie */
  gboolean tied;        /* whether there is a tie */
  char *tie_kind;       /* (owned) (nullable) what it is called, quotes and all */
  KringCertainty sure;  /* of the tie */
  KringQuality quality; /* of the tie */
  char *target;         /* (owned) (nullable) whom it goes to; else the centre person */
  char *whose;       /* (owned) (nullable) "Femke" of "vriendin van Femke", if that is somebody */
  char *to_them;     /* (owned) (nullable) what the tie is called if so: "vriendin" */
  gboolean reversed; /* whether the other end is the one who is or does it */
  KringDirection direction; /* of the tie, as its kind brings it: from the doer to the other */
  char *group;              /* (owned) (nullable) name of the group it is in */
} KringNameLine;

KringNameLine *kring_name_line_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void kring_name_line_free (KringNameLine *self);
gboolean kring_name_line_read_whose (KringNameLine *self, const char *part);
gboolean kring_name_line_names_close (const KringNameLine *self);
char *kring_name_line_dup_reading (const KringNameLine *self,
                                   gboolean centre) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringNameLine, kring_name_line_free)

G_END_DECLS
