/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-known: a map of 2,000 items about which 10,000 signals are known, made here. In
 * milliseconds of work, the best of a number of runs: what each filter hides, what a search finds, and
 * reading the file from memory beside a bare json-glib parse of the same bytes in the same run.
 */
#include "file/storage/kring-codec.h"
#include "map/facts/kring-search.h"
#include "map/filter/kring-filter-hidden.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <time.h>

#define RUNS 9
#define ENTITIES 1000
#define TIES 1000
#define SIGNALS 10000

typedef struct
{
  KringMap *map;       /* (owned) */
  KringFilter *filter; /* (owned) */
  GBytes *bytes;       /* (owned) */
  const char *words;
  guint n; /* what came out, so that nothing is skipped */
} Bench;

static const char *const ids[] = { "unexplained-goods", "second-phone", "runs-away" };
static const char *const names[] = { "Krijgt dure spullen", "Tweede telefoon", "Loopt weg" };

static KringItem *
add (Bench *self, KringKindId kind, const char *prefix, guint nth)
{
  g_autofree char *id = g_strdup_printf ("%s%05u", prefix, nth);
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_choice (item, "party", nth % 3);
  kring_item_set_choice (item, "certainty", nth % 5);
  kring_item_set_choice (item, "how_known", nth % 4);
  kring_item_set_text (item, "recorded", "2025-11-20");
  kring_map_load (self->map, item);
  return item;
}

static void
set_about (KringItem *item, const char *field, guint nth)
{
  g_autofree char *id = g_strdup_printf ("e%05u", nth);

  kring_item_set_named (item, field, g_variant_new_string (id));
}

static void
add_entity (Bench *self, guint nth)
{
  KringItem *item = add (self, nth % 3 == 0 ? KRING_KIND_PLACE : KRING_KIND_PERSON, "e", nth);
  g_autofree char *name = g_strdup_printf ("Naam %u van Élodie", nth);

  kring_item_set_text (item, "name", name);
  kring_item_set_position (item, KRING_POINT_INIT (nth % 40 * 120.5, nth / 40 * 120.5));
  kring_item_set_text (item, "description", "Gezien bij de halte, met een donkere jas aan");
}

static void
add_tie (Bench *self, guint nth)
{
  KringItem *item = add (self, KRING_KIND_TIE, "t", nth);

  set_about (item, "from", nth % ENTITIES);
  set_about (item, "to", (nth * 7 + 1) % ENTITIES);
  kring_item_set_text (item, "kind", "vervoert");
  kring_item_set_text (item, "since", "2025-09");
}

static void
add_signal (Bench *self, guint nth)
{
  KringItem *item = add (self, KRING_KIND_SIGNAL, "s", nth);
  g_autofree char *observed = g_strdup_printf ("2025-%02u-%02u", nth % 12 + 1, nth % 28 + 1);

  set_about (item, "about", nth % ENTITIES);
  kring_item_set_text (item, "name", names[nth % G_N_ELEMENTS (names)]);
  kring_item_set_text (item, "catalogue", ids[nth % G_N_ELEMENTS (ids)]);
  kring_item_set_choice (item, "family", nth % 4);
  kring_item_set_text (item, "observed", observed);
  kring_item_set_text (item, "remark", "Begeleider zag dit bij de voordeur");
}

/* Microseconds of work so far, whatever else the machine does. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
measure (const char *name, void (*step) (Bench *), Bench *self)
{
  gint64 best = G_MAXINT64, first = 0;

  for (int i = 0; i < RUNS; i++)
    {
      gint64 start = get_work (), took;

      step (self);
      took = get_work () - start;
      first = i == 0 ? took : first;
      best = MIN (best, took);
    }
  printf ("%s %.3f first %.3f of %u\n", name, best / 1000.0, first / 1000.0, self->n);
}

static void
filter (Bench *self)
{
  g_autoptr (GHashTable) hidden = kring_filter_dup_hidden (self->filter, self->map);

  self->n = kring_filter_count (self->map, hidden).shown;
}

static void
search (Bench *self)
{
  g_autoptr (GPtrArray) found = kring_map_search (self->map, self->words);

  self->n = found->len;
}

static void
read_map (Bench *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KringMap) map = kring_codec_read (self->bytes, &error);

  g_assert_no_error (error);
  self->n = kring_map_get_n_items (map);
}

static void
parse (Bench *self)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;
  const char *text = g_bytes_get_data (self->bytes, &size);

  g_assert_true (json_parser_load_from_data (parser, text, size, NULL));
  self->n = json_object_get_size (json_node_get_object (json_parser_get_root (parser)));
}

static void
measure_filters (Bench *self)
{
  g_autoptr (KringCatalogueStore) shelf = kring_catalogue_store_new ("/nowhere");

  kring_filter_set_shelf (self->filter, shelf);
  kring_filter_set_choice (self->filter, KRING_FILTER_PARTY, KRING_PARTY_POLICE, TRUE);
  measure ("filter-party", filter, self);
  kring_filter_set_choice (self->filter, KRING_FILTER_FAMILY, KRING_FAMILY_RISK, TRUE);
  kring_filter_set_period (self->filter, "2025-10-01", "2025-10-14");
  measure ("filter-party-family-period", filter, self);
  kring_filter_set_name (self->filter, KRING_FILTER_CATEGORY, "phone", TRUE);
  kring_filter_set_side (self->filter, KRING_PARTY_CARE);
  measure ("filter-category-side", filter, self);
  kring_filter_clear (self->filter);
  kring_filter_set_text (self->filter, "telefoon elodie");
  measure ("filter-text", filter, self);
}

int
main (int argc, char **argv)
{
  Bench self = { .map = kring_map_new (), .filter = kring_filter_new () };

  for (guint i = 0; i < ENTITIES; i++)
    add_entity (&self, i);
  for (guint i = 0; i < TIES; i++)
    add_tie (&self, i);
  for (guint i = 0; i < SIGNALS; i++)
    add_signal (&self, i);
  self.bytes = kring_codec_write (self.map, NULL);
  measure_filters (&self);
  self.words = "t";
  measure ("search-letter", search, &self);
  self.words = "telefoon voordeur";
  measure ("search-words", search, &self);
  self.words = "nergens";
  measure ("search-nothing", search, &self);
  measure ("parse", parse, &self);
  measure ("open", read_map, &self);

  g_bytes_unref (self.bytes);
  g_object_unref (self.filter);
  g_object_unref (self.map);
  return 0;
}
