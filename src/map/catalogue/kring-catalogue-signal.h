/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One signal as the field knows it: what it is called in Dutch and English, what it may be placed
 * on, and where it comes from. A signal is no proof and has no weight: nothing here can be added
 * up. Never changes after it was read; owned by its catalogue. Any thread.
 */
#pragma once

#include "map/model/kring-choices.h"

G_BEGIN_DECLS

typedef struct
{
  char *nl; /* (owned) */
  char *en; /* (owned) */
} KringCatalogueCategory;

typedef struct
{
  char *id; /* (owned) */
  char *nl; /* (owned) */
  char *en; /* (owned) */
  KringFamily family;
  char *category;         /* (owned) its id */
  char *category_nl;      /* (owned) */
  char *category_en;      /* (owned) */
  guint32 applies_to;     /* bits 1 << KringKindId */
  char *about;            /* (owned) (nullable) victim, suspect, relation, place, online */
  KringAudience audience; /* who it is for unless somebody says otherwise */
  char **synonyms;        /* (owned) */
  char **sources;         /* (owned) codes; kring_catalogue_dup_source_names () says which */
  gboolean to_review;     /* general knowledge, not checked against a source */
  char *last_reviewed;    /* (owned) (nullable) the date on which a practitioner looked */

  char *folded_label;    /* (owned) in both languages, for search */
  char *folded_synonyms; /* (owned) */
  char *folded_category; /* (owned) in both languages */
} KringCatalogueSignal;

const char *kring_catalogue_signal_get_label (const KringCatalogueSignal *self);
const char *kring_catalogue_signal_get_category (const KringCatalogueSignal *self);
gboolean kring_catalogue_signal_applies_to (const KringCatalogueSignal *self, guint kind);
int kring_catalogue_signal_match (const KringCatalogueSignal *self, char **folded_words);
void kring_catalogue_signal_free (KringCatalogueSignal *self);

KringCatalogueCategory *kring_catalogue_category_new (const char *nl,
                                                      const char *en) G_GNUC_WARN_UNUSED_RESULT;
void kring_catalogue_category_free (KringCatalogueCategory *self);

const char *kring_catalogue_choose_label (const char *nl, const char *en);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringCatalogueSignal, kring_catalogue_signal_free)

G_END_DECLS
