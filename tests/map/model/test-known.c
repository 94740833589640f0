/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a signal says something about decides how it is drawn: nobody is taken for a doer unawares. */
#include "map/model/kring-record-counts.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static void
add (KringMap *map, KringKindId kind, const char *id)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_map_load (map, item);
}

static KringItem *
add_signal (KringMap *map, const char *id, const char *about, const char *catalogue)
{
  g_autoptr (KringItem) signal = kring_item_new (kring_kind_get (KRING_KIND_SIGNAL), id);

  kring_item_set_named (signal, "about", g_variant_new_string (about));
  if (catalogue != NULL)
    kring_item_set_text (signal, "catalogue", catalogue);
  kring_map_load (map, signal);
  return signal;
}

static KringMap *
make_map (void)
{
  KringMap *map = kring_map_new ();
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), "tie");

  add (map, KRING_KIND_PERSON, "noor");
  add (map, KRING_KIND_PERSON, "dex");
  add (map, KRING_KIND_PLACE, "flat");
  kring_item_set_named (tie, "from", g_variant_new_string ("dex"));
  kring_item_set_named (tie, "to", g_variant_new_string ("noor"));
  kring_map_load (map, tie);
  return map;
}

/* What the signal says itself comes first, then the catalogue it was taken from. */
static void
test_undergone (void)
{
  static const struct
  {
    const char *about, *catalogue;
    KringConcerns said;
    gboolean undergone;
  } rows[] = {
    { "noor", NULL, KRING_CONCERNS_NOT_SAID, TRUE },
    { "noor", "nobody-knows-this", KRING_CONCERNS_NOT_SAID, TRUE },
    { "dex", "armed", KRING_CONCERNS_NOT_SAID, FALSE },
    { "dex", "armed", KRING_CONCERNS_VICTIM, TRUE },
    { "noor", "sibling-pulled-in", KRING_CONCERNS_NOT_SAID, TRUE },
    { "noor", "sextortion", KRING_CONCERNS_NOT_SAID, TRUE },
    { "noor", NULL, KRING_CONCERNS_SUSPECT, FALSE },
    { "dex", "suspect-also-victim", KRING_CONCERNS_NOT_SAID, TRUE },
    { "flat", "room-out-of-sight", KRING_CONCERNS_NOT_SAID, FALSE },
    { "flat", NULL, KRING_CONCERNS_NOT_SAID, FALSE },
    { "tie", "imposed-debt", KRING_CONCERNS_NOT_SAID, FALSE },
    { "tie", "much-older-partner", KRING_CONCERNS_NOT_SAID, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (KringMap) map = make_map ();
      KringItem *signal = add_signal (map, "s", rows[i].about, rows[i].catalogue);

      if (rows[i].said != KRING_CONCERNS_NOT_SAID)
        kring_item_set_choice (signal, "concerns", rows[i].said);
      if (kring_map_is_undergone (map, signal) != rows[i].undergone)
        g_error ("row %u: %d", i, !rows[i].undergone);
    }
}

/* What a signal says something about counts as it is now. */
static void
test_counts (void)
{
  g_autoptr (KringMap) map = make_map ();
  KringItem *signal = add_signal (map, "s1", "dex", NULL);

  add_signal (map, "s2", "dex", "armed");
  g_assert_cmpuint (kring_map_count_records (map, "dex").risks, ==, 2);
  g_assert_cmpuint (kring_map_count_records (map, "dex").undergone, ==, 1);
  kring_item_set_choice (signal, "concerns", KRING_CONCERNS_SUSPECT);
  g_assert_cmpuint (kring_map_count_records (map, "dex").undergone, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/known/undergone", test_undergone);
  g_test_add_func ("/core/known/counts", test_counts);
  return g_test_run ();
}
