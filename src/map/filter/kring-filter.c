/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter.h"

/* Bits of all parties, with KRING_PARTY_NONE. */
#define ALL_PARTIES                                                                                \
  (KRING_FILTER_BIT (KRING_PARTY_NONE) | ((KRING_FILTER_BIT (KRING_PARTY_OPEN) << 1) - 1))

struct _KringFilter
{
  GObject parent_instance;

  KringCatalogueStore *shelf; /* (owned) (nullable) whose catalogue the categories are of */
  guint32 choices[KRING_FILTER_CATEGORY];
  char **names[KRING_FILTER_TEXT]; /* (owned) only those with names; sorted */
  char *text;                      /* (owned), empty: no condition */
  char *from;                      /* (owned) (nullable) a vague date */
  char *to;                        /* (owned) (nullable) a vague date */
  gboolean only_dated;
  gboolean questions;
  KringParty side; /* care or police, or none */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringFilter, kring_filter, G_TYPE_OBJECT)

static gboolean
has_choices (KringFilterCondition condition)
{
  return condition < KRING_FILTER_CATEGORY;
}

static gboolean
has_names (KringFilterCondition condition)
{
  return condition == KRING_FILTER_CATEGORY || condition == KRING_FILTER_GROUP;
}

static void
filter_emit_changed (KringFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Sets a text and returns whether it changed. The new text may point into the old one. */
static gboolean
filter_replace (char **place, const char *text)
{
  char *old = *place;

  if (g_strcmp0 (old, text) == 0)
    return FALSE;
  *place = g_strdup (text);
  g_free (old);
  return TRUE;
}

static gboolean
replace_names (char ***place, const char *const *names)
{
  char **old = *place;

  if (g_strv_equal ((const char *const *) old, names))
    return FALSE;
  *place = g_strdupv ((char **) names);
  g_strfreev (old);
  return TRUE;
}

/* Empties one condition without telling; returns whether there was one. */
static gboolean
filter_reset (KringFilter *self, KringFilterCondition condition)
{
  const char *const none[] = { NULL };

  if (!kring_filter_has (self, condition))
    return FALSE;
  if (has_choices (condition))
    self->choices[condition] = 0;
  else if (has_names (condition))
    replace_names (&self->names[condition], none);
  else if (condition == KRING_FILTER_TEXT)
    filter_replace (&self->text, "");
  else if (condition == KRING_FILTER_QUESTIONS)
    self->questions = FALSE;
  else if (condition == KRING_FILTER_SIDE)
    self->side = KRING_PARTY_NONE;
  else
    {
      g_clear_pointer (&self->from, g_free);
      g_clear_pointer (&self->to, g_free);
      self->only_dated = FALSE;
    }
  return TRUE;
}

static void
kring_filter_finalize (GObject *object)
{
  KringFilter *self = KRING_FILTER (object);

  for (guint i = KRING_FILTER_CATEGORY; i < KRING_FILTER_TEXT; i++)
    g_strfreev (self->names[i]);
  g_free (self->text);
  g_free (self->from);
  g_free (self->to);
  g_clear_object (&self->shelf);
  G_OBJECT_CLASS (kring_filter_parent_class)->finalize (object);
}

static void
kring_filter_class_init (KringFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_filter_finalize;

  /**
   * KringFilter::changed:
   *
   * A condition came, went or changed; once for each call that did.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
kring_filter_init (KringFilter *self)
{
  for (guint i = KRING_FILTER_CATEGORY; i < KRING_FILTER_TEXT; i++)
    self->names[i] = g_new0 (char *, 1);
  self->text = g_strdup ("");
  self->side = KRING_PARTY_NONE;
}

/**
 * kring_filter_new: (constructor)
 *
 * Returns: (transfer full): a filter without conditions: everything is shown
 */
KringFilter *
kring_filter_new (void)
{
  return g_object_new (KRING_TYPE_FILTER, NULL);
}

/**
 * kring_filter_set_shelf:
 * @shelf: (nullable): its catalogue says of which category a signal is; without it no signal has
 *   any
 */
void
kring_filter_set_shelf (KringFilter *self, KringCatalogueStore *shelf)
{
  if (g_set_object (&self->shelf, shelf) && kring_filter_has (self, KRING_FILTER_CATEGORY))
    filter_emit_changed (self);
}

/**
 * kring_filter_get_catalogue:
 *
 * Returns: (transfer none) (nullable): the catalogue; it is read now if it was not yet
 */
KringCatalogue *
kring_filter_get_catalogue (KringFilter *self)
{
  return self->shelf != NULL ? kring_catalogue_store_get_catalogue (self->shelf) : NULL;
}

/**
 * kring_filter_is_active:
 *
 * Returns: whether there is any condition
 */
gboolean
kring_filter_is_active (KringFilter *self)
{
  return kring_filter_get_n_conditions (self) > 0;
}

/**
 * kring_filter_has:
 *
 * Returns: whether there is that condition
 */
gboolean
kring_filter_has (KringFilter *self, KringFilterCondition condition)
{
  if (has_choices (condition))
    return self->choices[condition] != 0;
  if (has_names (condition))
    return self->names[condition][0] != NULL;
  if (condition == KRING_FILTER_TEXT)
    return *self->text != '\0';
  if (condition == KRING_FILTER_QUESTIONS)
    return self->questions;
  if (condition == KRING_FILTER_SIDE)
    return self->side != KRING_PARTY_NONE;
  return self->from != NULL || self->to != NULL || self->only_dated;
}

/**
 * kring_filter_get_n_conditions:
 *
 * Returns: how many conditions there are, whatever their choices
 */
guint
kring_filter_get_n_conditions (KringFilter *self)
{
  guint n = 0;

  for (guint i = 0; i < KRING_N_FILTERS; i++)
    n += kring_filter_has (self, i) ? 1 : 0;
  return n;
}

/**
 * kring_filter_clear:
 *
 * Takes all conditions away.
 */
void
kring_filter_clear (KringFilter *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < KRING_N_FILTERS; i++)
    changed |= filter_reset (self, i);
  if (changed)
    filter_emit_changed (self);
}

/**
 * kring_filter_clear_condition:
 *
 * Takes one condition away, with all its choices.
 */
void
kring_filter_clear_condition (KringFilter *self, KringFilterCondition condition)
{
  if (filter_reset (self, condition))
    filter_emit_changed (self);
}

/**
 * kring_filter_copy_from:
 * @other: whose conditions @self has from now on; the shelf stays
 */
void
kring_filter_copy_from (KringFilter *self, KringFilter *other)
{
  if (kring_filter_equal (self, other))
    return;
  for (guint i = 0; i < KRING_FILTER_CATEGORY; i++)
    self->choices[i] = other->choices[i];
  for (guint i = KRING_FILTER_CATEGORY; i < KRING_FILTER_TEXT; i++)
    replace_names (&self->names[i], (const char *const *) other->names[i]);
  filter_replace (&self->text, other->text);
  filter_replace (&self->from, other->from);
  filter_replace (&self->to, other->to);
  self->only_dated = other->only_dated;
  self->questions = other->questions;
  self->side = other->side;
  filter_emit_changed (self);
}

/**
 * kring_filter_equal:
 *
 * Returns: whether both have the same conditions
 */
gboolean
kring_filter_equal (KringFilter *self, KringFilter *other)
{
  for (guint i = 0; i < KRING_FILTER_CATEGORY; i++)
    if (self->choices[i] != other->choices[i])
      return FALSE;
  for (guint i = KRING_FILTER_CATEGORY; i < KRING_FILTER_TEXT; i++)
    if (!g_strv_equal ((const char *const *) self->names[i], (const char *const *) other->names[i]))
      return FALSE;
  return g_str_equal (self->text, other->text) && g_strcmp0 (self->from, other->from) == 0 &&
         g_strcmp0 (self->to, other->to) == 0 && self->only_dated == other->only_dated &&
         self->questions == other->questions && self->side == other->side;
}

/**
 * kring_filter_get_choices:
 * @condition: one with choices
 *
 * Returns: bits of KRING_FILTER_BIT (); 0: no condition
 */
guint32
kring_filter_get_choices (KringFilter *self, KringFilterCondition condition)
{
  g_return_val_if_fail (has_choices (condition), 0);
  return self->choices[condition];
}

/**
 * kring_filter_set_choices:
 * @bits: of KRING_FILTER_BIT (): any of these meets @condition; 0: no condition
 */
void
kring_filter_set_choices (KringFilter *self, KringFilterCondition condition, guint32 bits)
{
  g_return_if_fail (has_choices (condition));
  if (self->choices[condition] == bits)
    return;
  self->choices[condition] = bits;
  filter_emit_changed (self);
}

/**
 * kring_filter_set_choice:
 * @on: whether @choice is one of those that meet @condition
 */
void
kring_filter_set_choice (KringFilter *self, KringFilterCondition condition, int choice, gboolean on)
{
  guint32 bit = KRING_FILTER_BIT (choice), bits = kring_filter_get_choices (self, condition);

  kring_filter_set_choices (self, condition, on ? bits | bit : bits & ~bit);
}

/**
 * kring_filter_get_names:
 * @condition: one with names
 *
 * Returns: (transfer none): sorted; empty: no condition
 */
const char *const *
kring_filter_get_names (KringFilter *self, KringFilterCondition condition)
{
  g_return_val_if_fail (has_names (condition), NULL);
  return (const char *const *) self->names[condition];
}

static int
filter_compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * kring_filter_set_names:
 * @names: in any order; what comes twice counts once
 */
void
kring_filter_set_names (KringFilter *self, KringFilterCondition condition, const char *const *names)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  g_return_if_fail (has_names (condition));
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) names[i]);
  g_ptr_array_sort (sorted, filter_compare_names);
  for (guint i = sorted->len; i > 1; i--)
    if (g_str_equal (sorted->pdata[i - 1], sorted->pdata[i - 2]))
      g_ptr_array_remove_index (sorted, i - 1);
  g_ptr_array_add (sorted, NULL);
  if (replace_names (&self->names[condition], (const char *const *) sorted->pdata))
    filter_emit_changed (self);
}

/**
 * kring_filter_set_name:
 * @on: whether @name is one of those that meet @condition
 */
void
kring_filter_set_name (KringFilter *self,
                       KringFilterCondition condition,
                       const char *name,
                       gboolean on)
{
  const char *const *names = kring_filter_get_names (self, condition);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_equal (names[i], name))
      g_ptr_array_add (kept, (gpointer) names[i]);
  if (on)
    g_ptr_array_add (kept, (gpointer) name);
  g_ptr_array_add (kept, NULL);
  kring_filter_set_names (self, condition, (const char *const *) kept->pdata);
}

/**
 * kring_filter_get_text:
 *
 * Returns: (transfer none): the words that must be found; empty: no condition
 */
const char *
kring_filter_get_text (KringFilter *self)
{
  return self->text;
}

/**
 * kring_filter_set_text:
 * @text: (nullable): words that must all be found; as in kring_map_search ()
 */
void
kring_filter_set_text (KringFilter *self, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  if (filter_replace (&self->text, stripped))
    filter_emit_changed (self);
}

/**
 * kring_filter_get_questions:
 *
 * Returns: whether only what an open question is about is shown
 */
gboolean
kring_filter_get_questions (KringFilter *self)
{
  return self->questions;
}

/**
 * kring_filter_set_questions:
 * @only_questions: whether only what an open question is about is shown
 */
void
kring_filter_set_questions (KringFilter *self, gboolean only_questions)
{
  if (self->questions == !!only_questions)
    return;
  self->questions = !!only_questions;
  filter_emit_changed (self);
}

/**
 * kring_filter_get_hidden_side:
 *
 * Returns: %KRING_PARTY_CARE or %KRING_PARTY_POLICE, if just what that side brought in is not
 *   looked for; else %KRING_PARTY_NONE
 */
KringParty
kring_filter_get_hidden_side (KringFilter *self)
{
  for (KringParty side = KRING_PARTY_CARE; side <= KRING_PARTY_POLICE; side++)
    if (self->choices[KRING_FILTER_PARTY] == (ALL_PARTIES & ~KRING_FILTER_BIT (side)))
      return side;
  return KRING_PARTY_NONE;
}

/**
 * kring_filter_set_hidden_side:
 * @side: %KRING_PARTY_CARE or %KRING_PARTY_POLICE: just what it brought in is not looked for;
 *   %KRING_PARTY_NONE: no condition on the party
 */
void
kring_filter_set_hidden_side (KringFilter *self, KringParty side)
{
  guint32 bits = side == KRING_PARTY_NONE ? 0 : ALL_PARTIES & ~KRING_FILTER_BIT (side);

  kring_filter_set_choices (self, KRING_FILTER_PARTY, bits);
}

/**
 * kring_filter_get_side:
 *
 * Returns: the side as which the map is looked at; %KRING_PARTY_NONE: as ourselves
 */
KringParty
kring_filter_get_side (KringFilter *self)
{
  return self->side;
}

/**
 * kring_filter_set_side:
 * @side: %KRING_PARTY_CARE or %KRING_PARTY_POLICE: only what that side may know is shown;
 *   %KRING_PARTY_NONE: no condition
 */
void
kring_filter_set_side (KringFilter *self, KringParty side)
{
  g_return_if_fail (side <= KRING_PARTY_POLICE);
  if (self->side == side)
    return;
  self->side = side;
  filter_emit_changed (self);
}

/**
 * kring_filter_get_from:
 *
 * Returns: (transfer none) (nullable): the vague date with which the period begins
 */
const char *
kring_filter_get_from (KringFilter *self)
{
  return self->from;
}

/**
 * kring_filter_get_to:
 *
 * Returns: (transfer none) (nullable): the vague date with which the period ends
 */
const char *
kring_filter_get_to (KringFilter *self)
{
  return self->to;
}

/**
 * kring_filter_set_period:
 * @from: (nullable): a vague date as in a file; %NULL: from the beginning
 * @to: (nullable): a vague date as in a file; %NULL: until the end
 *
 * Events, signals and statements are in a period by their date, ties by since and until. A person or
 * thing is in it unless all its ties, and all that is told of it, have dates of another time; see
 * kring_filter_set_only_dated () for those of whom nothing has a date.
 */
void
kring_filter_set_period (KringFilter *self, const char *from, const char *to)
{
  gboolean changed = filter_replace (&self->from, from != NULL && *from != '\0' ? from : NULL);

  changed |= filter_replace (&self->to, to != NULL && *to != '\0' ? to : NULL);
  if (changed)
    filter_emit_changed (self);
}

/**
 * kring_filter_get_only_dated:
 *
 * Returns: whether what has no date is in no period
 */
gboolean
kring_filter_get_only_dated (KringFilter *self)
{
  return self->only_dated;
}

/**
 * kring_filter_set_only_dated:
 * @only_dated: whether what has no date, and about which nothing with a date is known, is hidden
 */
void
kring_filter_set_only_dated (KringFilter *self, gboolean only_dated)
{
  if (self->only_dated == !!only_dated)
    return;
  self->only_dated = !!only_dated;
  filter_emit_changed (self);
}
