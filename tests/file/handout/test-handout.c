/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A map for somebody else as a file of its own, and what keeps it from being made. */
#include "file/handout/kring-handout.h"
#include "file/storage/kring-codec.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <string.h>

#define NOOR "00000000-0000-4000-8000-000000000001"
#define DEX "00000000-0000-4000-8000-000000000002"
#define SECRET "secret"
#define NUMBER "number"

static const KringShareRule care = { KRING_READER_CARE };

static KringItem *
add_person (KringMap *map, const char *id, const char *name)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (KRING_KIND_PERSON), id);

  kring_item_set_text (item, KRING_F_NAME, name);
  kring_map_load (map, item);
  return kring_map_get_item (map, id);
}

/* (transfer full): Noor, who knows Dex, who is for the police. */
static KringMap *
new_map (void)
{
  KringMap *map = kring_map_new ();
  KringItem *noor = add_person (map, NOOR, "Noor"), *dex = add_person (map, DEX, "Dexter");

  kring_item_set_text (noor, KRING_F_NOTES, "Kent Dexter.");
  kring_item_set_text (dex, KRING_F_AUDIENCE, "police");
  return map;
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_strstr_len (data, (gssize) size, text) != NULL;
}

static void
test_made (void)
{
  g_autoptr (KringMap) map = new_map (), back = NULL;
  g_autoptr (KringMap) part = kring_share_dup_part (map, &care, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL, again = NULL;

  g_assert_true (kring_handout_check (map, &care, part, &error));
  bytes = kring_handout_dup_bytes (map, &care, part, SECRET, NUMBER, &error);
  g_assert_no_error (error);
  g_assert_true (holds (bytes, "Noor"));
  g_assert_false (holds (bytes, "Dexter"));
  g_assert_false (holds (bytes, NOOR));
  back = kring_codec_read (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kring_map_get_n_items (back), ==, kring_map_get_n_items (part));
  again = kring_handout_dup_bytes (map, &care, part, SECRET, "another", &error);
  g_assert_false (g_bytes_equal (bytes, again));
}

/* What is handed on is searched as it is, whoever made it. */
static void
test_trace (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (KringMap) part = kring_share_dup_part (map, &care, NULL);
  g_autoptr (GError) error = NULL, other = NULL;
  g_autoptr (GBytes) bytes = NULL;

  kring_item_set_text (kring_map_get_item (part, NOOR), KRING_F_ROLE, "kent Dexter");
  g_assert_false (kring_handout_check (map, &care, part, &error));
  g_assert_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_TRACE);
  g_assert_nonnull (strstr (error->message, NOOR ".role"));
  bytes = kring_handout_dup_bytes (map, &care, part, SECRET, NUMBER, &other);
  g_assert_null (bytes);
  g_assert_error (other, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_TRACE);
}

static void
test_nobody (void)
{
  g_autoptr (KringMap) map = kring_map_new (), part = NULL;
  g_autoptr (GError) error = NULL;

  kring_item_set_text (add_person (map, DEX, "Dexter"), KRING_F_AUDIENCE, "police");
  part = kring_share_dup_part (map, &care, NULL);
  g_assert_false (kring_handout_check (map, &care, part, &error));
  g_assert_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_EMPTY);
}

static void
test_name (void)
{
  g_autoptr (KringMap) map = new_map ();
  g_autoptr (GError) error = NULL;

  g_assert_true (kring_handout_check_name (map, &care, "overleg.kring", &error));
  g_assert_no_error (error);
  g_assert_false (kring_handout_check_name (map, &care, "tip-van-dexter.kring", &error));
  g_assert_error (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_NAME);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/made", test_made);
  g_test_add_func ("/handout/trace", test_trace);
  g_test_add_func ("/handout/nobody", test_nobody);
  g_test_add_func ("/handout/name", test_name);
  return g_test_run ();
}
