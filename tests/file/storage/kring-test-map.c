/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "storage/kring-test-map.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

static KringItem *
add (KringMap *map, KringKindId kind, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, "name", name);
  kring_map_insert (map, item);
  return item;
}

static void
add_tie (KringMap *map, const char *id, const char *from, const char *to, const char *kind)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  kring_item_set_text (tie, "kind", kind);
  kring_item_set_named (tie, "label_at", g_variant_new_double (0.25));
  kring_map_insert (map, tie);
}

static void
set (KringMap *map, const char *id, const char *name, GVariant *value)
{
  KringItem *item = kring_map_get_item (map, id);

  kring_map_set (map, id, kring_kind_find_field (kring_item_get_kind (item), name), value);
}

KringMap *
kring_test_map_new (void)
{
  KringMap *map = kring_map_new ();

  kring_map_set_device (map, "care1");
  kring_map_add_seen (map, (KringStamp){ "police1", 40 });
  kring_map_begin (map);
  add (map, KRING_KIND_PERSON, "noor", "Noor");
  add (map, KRING_KIND_PERSON, "dex", "Dex “D”\n\t\"é\" 😀");
  add (map, KRING_KIND_PERSON, "gone", "Gone");
  add (map, KRING_KIND_PLACE, "hotel", "Hotel");
  add_tie (map, "t1", "dex", "noor", "knows");
  set (map, "noor", "position", g_variant_new ("(dd)", 12.34, -0.04));
  set (map, "noor", "age", g_variant_new_string ("15"));
  set (map, "dex", "certainty", g_variant_new_string ("suspected"));
  set (map, "case", "centre", g_variant_new_strv ((const char *[]){ "noor" }, 1));
  kring_map_remove (map, "gone");
  kring_map_end (map);
  return map;
}

static char *
random_text (GRand *rand)
{
  static const gunichar samples[] = { 'a', 'Z',    ' ',    '"',    '\\',   '/',     '\n',
                                      '{', 0x1f,   0x7f,   0xe9,   0x20ac, 0x1f600, 0x202e,
                                      ':', 0x2028, 0xfeff, 0xfffd, '7',    '\t',    1 };
  GString *text = g_string_new ("x");

  for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    g_string_append_unichar (text, samples[g_rand_int_range (rand, 0, G_N_ELEMENTS (samples))]);
  return g_string_free (text, FALSE);
}

/* An id of an item that was made before and to which field may point. */
static const char *
random_target (GRand *rand, KringMap *map, const KringField *field, const char *except)
{
  for (int tries = 0; tries < 100; tries++)
    {
      KringItem *item =
          kring_map_get_nth (map, g_rand_int_range (rand, 0, kring_map_get_n_items (map)));

      if (field->refers_to & (1u << kring_item_get_kind (item)->id) &&
          g_strcmp0 (kring_item_get_id (item), except) != 0)
        return kring_item_get_id (item);
    }
  return NULL;
}

static GVariant *
random_value (GRand *rand, KringMap *map, KringItem *item, const KringField *field)
{
  static const char *const dates[] = { "2025", "~2025-09", "2025-10-11T17:40",
                                       "2025-10-11/2025-10-14" };
  g_autofree char *text = random_text (rand);
  const char *target;
  int n = 0;

  switch (field->type)
    {
    case KRING_FIELD_BOOL:
      return g_variant_new_boolean (TRUE);
    case KRING_FIELD_NUMBER:
      return g_variant_new_double (g_rand_double_range (rand, -1e3, 1e3));
    case KRING_FIELD_POINT:
      return g_variant_new ("(dd)", g_rand_double_range (rand, -1e6, 1e6),
                            g_rand_double_range (rand, -10, 10));
    case KRING_FIELD_DATE:
      return g_variant_new_string (dates[g_rand_int_range (rand, 0, G_N_ELEMENTS (dates))]);
    case KRING_FIELD_AGE:
      return g_variant_new_string ("~25");
    case KRING_FIELD_CHOICE:
      while (field->choices[n].name != NULL)
        n++;
      return g_variant_new_string (field->choices[g_rand_int_range (rand, 0, n)].name);
    case KRING_FIELD_REF:
    case KRING_FIELD_REFS:
      target = random_target (rand, map, field, kring_item_get_text (item, "from"));
      if (target == NULL)
        return NULL;
      return field->type == KRING_FIELD_REF ? g_variant_new_string (target)
                                            : g_variant_new_strv (&target, 1);
    default:
      return g_variant_new_string (text);
    }
}

static void
fill (GRand *rand, KringMap *map, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];

      if (!(field->flags & KRING_FIELD_REQUIRED) && g_rand_boolean (rand))
        continue;
      kring_item_set_value (item, field, random_value (rand, map, item, field));
      if (g_rand_boolean (rand))
        kring_item_set_stamp (item, field, (KringStamp){ "other", g_rand_int (rand) + 1ull });
    }
}

KringMap *
kring_test_map_new_random (GRand *rand, guint n_items)
{
  KringMap *map = kring_map_new ();
  g_autoptr (KringItem) the_case = kring_item_copy (kring_map_get_case (map));

  kring_map_begin (map);
  for (guint i = 0; i < n_items; i++)
    {
      KringKindId kind = i < 4 ? KRING_KIND_PERSON : g_rand_int_range (rand, 0, KRING_KIND_CASE);
      g_autofree char *id = g_strdup_printf ("i%u", g_rand_int (rand));
      g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

      fill (rand, map, item);
      if (kring_map_get_item (map, id) == NULL)
        kring_map_insert (map, item);
    }
  kring_map_end (map);
  fill (rand, map, the_case);
  kring_map_load (map, the_case);
  return map;
}
