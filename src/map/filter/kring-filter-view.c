/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/filter/kring-filter-view.h"

/* The name, among the parties, for "nobody named". */
#define NOBODY "none"

/* Where the choices of a condition are kept, and whose names they have. */
static const struct
{
  const char *field;
  KringKindId kind;
  const char *choices;
} places[KRING_FILTER_CATEGORY] = {
  [KRING_FILTER_KIND] = { "kinds", 0, NULL },
  [KRING_FILTER_PARTY] = { "parties", KRING_KIND_PERSON, "party" },
  [KRING_FILTER_CERTAINTY] = { "certainties", KRING_KIND_PERSON, "certainty" },
  [KRING_FILTER_FAMILY] = { "families", KRING_KIND_SIGNAL, "family" },
  [KRING_FILTER_AUDIENCE] = { "audiences", KRING_KIND_PERSON, "audience" },
};

/* Returns: (nullable): the name of a choice in a file; NULL: there is no such choice. */
static const char *
filter_view_get_name (KringFilterCondition condition, int choice)
{
  const KringField *field;

  if (condition == KRING_FILTER_KIND)
    return choice < KRING_N_KINDS ? kring_kind_get (choice)->name : NULL;
  field =
      kring_kind_find_field (kring_kind_get (places[condition].kind), places[condition].choices);
  for (int i = 0; field->choices[i].name != NULL; i++)
    if (i == choice)
      return field->choices[i].name;
  return NULL;
}

static guint32
read_bits (KringFilterCondition condition, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  guint32 bits = 0;

  for (int i = 0; filter_view_get_name (condition, i) != NULL; i++)
    if (g_strv_contains ((const char *const *) words, filter_view_get_name (condition, i)))
      bits |= KRING_FILTER_BIT (i);
  if (condition == KRING_FILTER_PARTY && g_strv_contains ((const char *const *) words, NOBODY))
    bits |= KRING_FILTER_BIT (KRING_PARTY_NONE);
  return bits;
}

static void
filter_view_add_text (GVariantDict *values, const char *field, const char *text)
{
  if (text != NULL && *text != '\0')
    g_variant_dict_insert (values, field, "s", text);
}

static void
add_bits (GVariantDict *values, KringFilter *self, KringFilterCondition condition)
{
  guint32 bits = kring_filter_get_choices (self, condition);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 31 && filter_view_get_name (condition, i) != NULL; i++)
    if ((bits & KRING_FILTER_BIT (i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                              filter_view_get_name (condition, i));
  if ((bits & KRING_FILTER_BIT (KRING_PARTY_NONE)) != 0)
    g_string_append_printf (text, "%s" NOBODY, text->len > 0 ? " " : "");
  filter_view_add_text (values, places[condition].field, text->str);
}

/**
 * kring_filter_dup_conditions:
 *
 * Returns: (transfer full): the fields of a view, "a{sv}"; only what is a condition
 */
GVariant *
kring_filter_dup_conditions (KringFilter *self)
{
  const char *const *groups = kring_filter_get_names (self, KRING_FILTER_GROUP);
  g_autofree char *categories =
      g_strjoinv (" ", (char **) kring_filter_get_names (self, KRING_FILTER_CATEGORY));
  KringParty side = kring_filter_get_side (self);
  GVariantDict values;

  g_variant_dict_init (&values, NULL);
  for (guint i = 0; i < KRING_FILTER_CATEGORY; i++)
    add_bits (&values, self, i);
  filter_view_add_text (&values, KRING_F_CATEGORIES, categories);
  if (groups[0] != NULL)
    g_variant_dict_insert_value (&values, "groups", g_variant_new_strv (groups, -1));
  filter_view_add_text (&values, KRING_F_WORDS, kring_filter_get_text (self));
  filter_view_add_text (&values, KRING_F_FROM, kring_filter_get_from (self));
  filter_view_add_text (&values, KRING_F_TO, kring_filter_get_to (self));
  if (kring_filter_get_only_dated (self))
    g_variant_dict_insert (&values, "only_dated", "b", TRUE);
  if (kring_filter_get_questions (self))
    g_variant_dict_insert (&values, "questions", "b", TRUE);
  if (side != KRING_PARTY_NONE)
    filter_view_add_text (&values, KRING_F_SEEN_AS, side == KRING_PARTY_CARE ? "care" : "police");
  return g_variant_ref_sink (g_variant_dict_end (&values));
}

/* (transfer full): a filter with the conditions of @view. */
static KringFilter *
new_of_view (KringItem *view)
{
  KringFilter *filter = kring_filter_new ();
  const char *categories = kring_item_get_text (view, KRING_F_CATEGORIES);
  g_auto (GStrv) names = g_strsplit (categories != NULL ? categories : "", " ", -1);
  g_auto (GStrv) groups = kring_item_dup_refs (view, KRING_F_GROUPS);
  const char *words = kring_item_get_text (view, KRING_F_WORDS);

  for (guint i = 0; i < KRING_FILTER_CATEGORY; i++)
    kring_filter_set_choices (filter, i,
                              read_bits (i, kring_item_get_text (view, places[i].field)));
  kring_filter_set_names (filter, KRING_FILTER_CATEGORY, (const char *const *) names);
  if (groups != NULL)
    kring_filter_set_names (filter, KRING_FILTER_GROUP, (const char *const *) groups);
  kring_filter_set_text (filter, words);
  kring_filter_set_period (filter, kring_item_get_text (view, KRING_F_FROM),
                           kring_item_get_text (view, KRING_F_TO));
  kring_filter_set_only_dated (filter, kring_item_get_bool (view, KRING_F_ONLY_DATED));
  kring_filter_set_questions (filter, kring_item_get_bool (view, KRING_F_QUESTIONS));
  kring_filter_set_side (filter, kring_item_get_choice (view, KRING_F_SEEN_AS));
  return filter;
}

/**
 * kring_filter_apply_view:
 * @view: a view of the map
 *
 * Gives @self the conditions of @view, and no others, as one change.
 */
void
kring_filter_apply_view (KringFilter *self, KringItem *view)
{
  g_autoptr (KringFilter) other = new_of_view (view);

  kring_filter_copy_from (self, other);
}

/**
 * kring_filter_is_view:
 *
 * Returns: whether @self has just the conditions of @view
 */
gboolean
kring_filter_is_view (KringFilter *self, KringItem *view)
{
  g_autoptr (KringFilter) other = new_of_view (view);

  return kring_filter_equal (self, other);
}
