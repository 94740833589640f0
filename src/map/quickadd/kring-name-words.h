/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that the quick name list knows, in Dutch and English: what people are to each other,
 * and what a line about a thing begins with. Constant data; usable on any thread.
 */
#pragma once

#include "map/model/kring-schema.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_WORD_FAMILY,       /* close by, and a fact */
  KRING_WORD_FRIEND,       /* friends, partners and who lives in the same house: likewise */
  KRING_WORD_ACQUAINTANCE, /* at a distance, and a fact */
  KRING_WORD_PROFESSIONAL, /* likewise */
} KringWordClass;

typedef struct
{
  const char *word; /* folded, see kring-fold.h */
  KringWordClass class;
  KringSex sex;
} KringNameWord;

typedef struct
{
  const char *word; /* folded */
  KringKindId kind;
  const char *type;     /* (nullable) choice of the field "type" of that kind */
  const char *platform; /* (nullable) of an account */
  gboolean keep;        /* whether the word is part of the name */
} KringThingWord;

const KringNameWord *kring_name_word_find (const char *text);
const KringThingWord *kring_thing_word_find (const char *word);

G_END_DECLS
