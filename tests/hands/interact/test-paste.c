/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/session/kring-paste.h"
#include "map/edit/kring-commands.h"

#include <string.h>

typedef struct
{
  KringMap *map;
  KringEditor *editor;
  KringNameList *names;
  KringPaste *paste;
  guint n;
  char *said;
  GError *error;
  guint n_told;
} Stage;

gboolean __wrap_kring_map_check (KringMap *self, char **place, GError **error);
gboolean __real_kring_map_check (KringMap *self, char **place, GError **error);

/* Left out: a build for developers checks the whole map after every change. */
gboolean
__wrap_kring_map_check (KringMap *self, char **place, GError **error)
{
  return TRUE;
}

guint __wrap_kring_name_batch_enter (KringNameBatch *self, char **columns);
guint __real_kring_name_batch_enter (KringNameBatch *self, char **columns);

/* How far the list said it was just before its lines went onto the map. */
static double fraction_at_entering;

guint
__wrap_kring_name_batch_enter (KringNameBatch *self, char **columns)
{
  fraction_at_entering = kring_name_batch_get_fraction (self);
  return __real_kring_name_batch_enter (self, columns);
}

static Stage
stage_new (void)
{
  Stage stage = { .map = kring_map_new (), .paste = kring_paste_new () };

  stage.editor = kring_editor_new (stage.map, kring_id_source_new_seeded (7));
  stage.names = kring_name_list_new (stage.editor);
  return stage;
}

static void
stage_clear (Stage *stage)
{
  g_assert_finalize_object (stage->paste);
  g_assert_finalize_object (stage->names);
  g_assert_finalize_object (stage->editor);
  g_assert_finalize_object (stage->map);
  g_free (stage->said);
  g_clear_error (&stage->error);
}

static void
pasted_cb (guint n, const char *said, const GError *error, gpointer data)
{
  Stage *stage = data;

  stage->n = n;
  stage->n_told++;
  g_free (stage->said);
  stage->said = g_strdup (said);
  g_clear_error (&stage->error);
  stage->error = error != NULL ? g_error_copy (error) : NULL;
}

static char *
dup_lines (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "Naam nummer %u, v %u, moeder\n", i, i % 90);
  return g_string_free (text, FALSE);
}

static void
add (Stage *stage, guint n)
{
  g_autofree char *text = dup_lines (n);

  kring_paste_add (stage->paste, stage->names, text, pasted_cb, stage);
}

static void
wait_until_told (Stage *stage, guint n_told)
{
  while (stage->n_told < n_told)
    g_main_context_iteration (NULL, TRUE);
  /* The thread lets go of it a little later. */
  while (G_OBJECT (stage->paste)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

static guint
count (Stage *stage, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (stage->map, kind);

  return items->len;
}

/* What is short is there at once, what is long when it is ready; both are one step. */
static void
test_added (void)
{
  Stage stage = stage_new ();
  KringHistory *history = kring_editor_get_history (stage.editor);

  add (&stage, 2);
  g_assert_cmpuint (stage.n, ==, 2);
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 2);
  add (&stage, 400);
  g_assert_true (kring_paste_is_running (stage.paste));
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 2);
  wait_until_told (&stage, 2);
  g_assert_cmpuint (stage.n, ==, 400);
  g_assert_cmpstr (stage.said, ==, "400 lines added");
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 402);
  g_assert_cmpuint (count (&stage, KRING_KIND_TIE), ==, 401);
  g_assert_cmpuint (kring_name_list_get_n_lines (stage.names), ==, 402);
  g_assert_nonnull (kring_name_list_get_item_id (stage.names, 401));
  g_assert_true (kring_history_undo (history));
  g_assert_cmpuint (kring_map_get_n_items (stage.map), ==, 4);
  g_assert_cmpuint (kring_name_list_get_n_lines (stage.names), ==, 2);
  g_assert_true (kring_history_redo (history));
  g_assert_cmpuint (kring_name_list_get_n_lines (stage.names), ==, 402);
  stage_clear (&stage);
}

/* Both ways make the same: everybody at the same place, and in the order of the lines. */
static void
test_same (void)
{
  Stage stage = stage_new (), other = stage_new ();
  g_autofree char *text = dup_lines (400);

  add (&stage, 400);
  wait_until_told (&stage, 1);
  g_assert_cmpuint (kring_name_list_add_many (other.names, text, NULL, NULL), ==, 400);
  for (guint i = 0; i < 400; i++)
    {
      KringItem *a = kring_map_get_item (stage.map, kring_name_list_get_item_id (stage.names, i));
      KringItem *b = kring_map_get_item (other.map, kring_name_list_get_item_id (other.names, i));
      KringPoint at, there;

      g_assert_cmpstr (kring_item_get_text (a, "name"), ==, kring_item_get_text (b, "name"));
      g_assert_true (kring_item_get_position (a, &at) && kring_item_get_position (b, &there));
      g_assert_true (at.x == there.x && at.y == there.y);
    }
  stage_clear (&stage);
  stage_clear (&other);
}

/* Nothing half-done: not on the map, not in the list, not in what can be undone. */
static void
test_cancelled (void)
{
  Stage stage = stage_new ();

  add (&stage, 400);
  kring_paste_cancel (stage.paste);
  wait_until_told (&stage, 1);
  g_assert_cmpuint (stage.n, ==, 0);
  g_assert_null (stage.said);
  g_assert_cmpuint (kring_map_get_n_items (stage.map), ==, 1);
  g_assert_cmpuint (kring_name_list_get_n_lines (stage.names), ==, 0);
  g_assert_false (kring_history_can_undo (kring_editor_get_history (stage.editor)));
  stage_clear (&stage);
}

/* What is done meanwhile stays, and comes before it. */
static void
test_meanwhile (void)
{
  Stage stage = stage_new ();

  add (&stage, 400);
  kring_edit_add_centre (stage.editor, "Yara", KRING_POINT_INIT (0, 0));
  wait_until_told (&stage, 1);
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 401);
  g_assert_cmpstr (kring_item_get_text (kring_map_get_centre (stage.map), "name"), ==, "Yara");
  g_assert_cmpuint (count (&stage, KRING_KIND_TIE), ==, 400);
  stage_clear (&stage);
}

/* What is taken back meanwhile is gone, and nothing of the list hangs on it. */
static void
test_taken_back (void)
{
  Stage stage = stage_new ();
  KringHistory *history = kring_editor_get_history (stage.editor);

  kring_history_begin (history, "Drag");
  kring_edit_add_centre (stage.editor, "Yara", KRING_POINT_INIT (0, 0));
  add (&stage, 400);
  kring_history_cancel (history);
  wait_until_told (&stage, 1);
  g_assert_cmpuint (stage.n, ==, 400);
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 400);
  g_assert_true (__real_kring_map_check (stage.map, NULL, NULL));
  stage_clear (&stage);
}

/* It tells how far it is, and takes one list at a time. */
static void
test_busy (void)
{
  Stage stage = stage_new ();
  double last = 0;

  fraction_at_entering = 0;
  g_assert_cmpfloat (kring_paste_get_fraction (stage.paste), ==, 0);
  add (&stage, 2000);
  add (&stage, 3);
  g_assert_cmpuint (stage.n_told, ==, 1);
  g_assert_null (stage.said);
  g_assert_error (stage.error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_BUSY);
  while (kring_paste_is_running (stage.paste))
    {
      g_assert_cmpfloat (kring_paste_get_fraction (stage.paste), >=, last);
      last = kring_paste_get_fraction (stage.paste);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpfloat (fraction_at_entering, ==, 1);
  wait_until_told (&stage, 2);
  g_assert_cmpuint (count (&stage, KRING_KIND_PERSON), ==, 2000);
  stage_clear (&stage);
}

static void
test_too_long (void)
{
  Stage stage = stage_new ();

  add (&stage, 20001);
  wait_until_told (&stage, 1);
  g_assert_cmpuint (stage.n, ==, 0);
  g_assert_null (stage.said);
  g_assert_error (stage.error, KRING_EDIT_ERROR, KRING_EDIT_ERROR_TOO_MANY);
  g_assert_cmpstr (stage.error->message, ==, "20001");
  g_assert_cmpuint (kring_map_get_n_items (stage.map), ==, 1);
  stage_clear (&stage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paste/added", test_added);
  g_test_add_func ("/paste/same", test_same);
  g_test_add_func ("/paste/cancelled", test_cancelled);
  g_test_add_func ("/paste/meanwhile", test_meanwhile);
  g_test_add_func ("/paste/taken-back", test_taken_back);
  g_test_add_func ("/paste/busy", test_busy);
  g_test_add_func ("/paste/too-long", test_too_long);
  return g_test_run ();
}
