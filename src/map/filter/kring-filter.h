/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which part of a map is looked at: conditions that must all be met, each by any of its choices.
 * A way of looking: it changes neither map nor file. Emits "changed" after each change.
 * An item is looked at for what it is and for what is told about it: a person brought in by care
 * stays when police added a signal. Owned by the session of its window. Main thread only.
 */
#pragma once

#include "map/catalogue/kring-catalogue-store.h"
#include "map/model/kring-map.h"

G_BEGIN_DECLS

typedef enum
{
  KRING_FILTER_KIND,      /* choices: KringKindId, of what stands on the map */
  KRING_FILTER_PARTY,     /* choices: KringParty */
  KRING_FILTER_CERTAINTY, /* choices: KringCertainty */
  KRING_FILTER_FAMILY,    /* choices: KringFamily, of signals */
  KRING_FILTER_AUDIENCE,  /* choices: KringAudience */
  KRING_FILTER_CATEGORY,  /* names: categories of the catalogue */
  KRING_FILTER_GROUP,     /* names: ids of groups */
  KRING_FILTER_TEXT,
  KRING_FILTER_PERIOD,
  KRING_FILTER_QUESTIONS, /* only what an open question is about */
  KRING_FILTER_SIDE,      /* only what one of the two sides may know */
  KRING_N_FILTERS,
} KringFilterCondition;

/* A choice as a bit; KRING_PARTY_NONE has one too. */
#define KRING_FILTER_BIT(choice) ((choice) < 0 ? 1u << 31 : 1u << (choice))

#define KRING_TYPE_FILTER (kring_filter_get_type ())
G_DECLARE_FINAL_TYPE (KringFilter, kring_filter, KRING, FILTER, GObject)

KringFilter *kring_filter_new (void) G_GNUC_WARN_UNUSED_RESULT;
void kring_filter_set_shelf (KringFilter *self, KringCatalogueStore *shelf);
KringCatalogue *kring_filter_get_catalogue (KringFilter *self);

/* All conditions. */
gboolean kring_filter_is_active (KringFilter *self);
gboolean kring_filter_has (KringFilter *self, KringFilterCondition condition);
guint kring_filter_get_n_conditions (KringFilter *self);
void kring_filter_clear (KringFilter *self);
void kring_filter_clear_condition (KringFilter *self, KringFilterCondition condition);
void kring_filter_copy_from (KringFilter *self, KringFilter *other);
gboolean kring_filter_equal (KringFilter *self, KringFilter *other);

/* Those with choices; 0: no condition. */
guint32 kring_filter_get_choices (KringFilter *self, KringFilterCondition condition);
void kring_filter_set_choices (KringFilter *self, KringFilterCondition condition, guint32 bits);
void kring_filter_set_choice (KringFilter *self,
                              KringFilterCondition condition,
                              int choice,
                              gboolean on);

/* Those with names; empty: no condition. */
const char *const *kring_filter_get_names (KringFilter *self, KringFilterCondition condition);
void kring_filter_set_names (KringFilter *self,
                             KringFilterCondition condition,
                             const char *const *names);
void kring_filter_set_name (KringFilter *self,
                            KringFilterCondition condition,
                            const char *name,
                            gboolean on);

const char *kring_filter_get_text (KringFilter *self);
void kring_filter_set_text (KringFilter *self, const char *text);
gboolean kring_filter_get_questions (KringFilter *self);
void kring_filter_set_questions (KringFilter *self, gboolean only_questions);
/* Everything but what care, or police, alone brought in: a condition on the party. */
KringParty kring_filter_get_hidden_side (KringFilter *self);
void kring_filter_set_hidden_side (KringFilter *self, KringParty side);

KringParty kring_filter_get_side (KringFilter *self);
void kring_filter_set_side (KringFilter *self, KringParty side);

/* From the first minute that one vague date may mean to the last that the other may mean. */
const char *kring_filter_get_from (KringFilter *self);
const char *kring_filter_get_to (KringFilter *self);
void kring_filter_set_period (KringFilter *self, const char *from, const char *to);
gboolean kring_filter_get_only_dated (KringFilter *self);
void kring_filter_set_only_dated (KringFilter *self, gboolean only_dated);

G_END_DECLS
