/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "hands/interact/kring-actions.h"
#include "hands/interact/kring-keys.h"
#include "known.h"
#include "map/edit/kring-commands.h"

static gboolean
key (Bench *bench, guint symbol, KringModifiers modifiers)
{
  return kring_interaction_key (bench->interaction, symbol, modifiers);
}

static const char *
focus (Bench *bench)
{
  return kring_selection_get_focus (bench_selection (bench));
}

static void
tie (Bench *bench, const char *from, const char *to)
{
  bench_add_tie (bench, from, to, "kent");
  kring_selection_clear (bench_selection (bench));
}

static void
test_focus (void)
{
  g_autoptr (Bench) bench = bench_new ();

  tie (bench, "noor", "dex");
  tie (bench, "noor", "ilse");
  g_assert_true (key (bench, KRING_KEY_HOME, 0));
  g_assert_cmpstr (focus (bench), ==, "noor");
  g_assert_true (key (bench, KRING_KEY_RIGHT, 0));
  g_assert_cmpstr (focus (bench), ==, "dex");
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 0);
  bench_type (bench, " ");
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
  g_assert_true (key (bench, KRING_KEY_LEFT, 0));
  bench_type (bench, " ");
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 2);
  bench_type (bench, ".");
  g_assert_true (kring_item_is (kring_map_get_item (bench->map, focus (bench)), KRING_KIND_TIE));
  bench_type (bench, ".");
  bench_type (bench, ",,");
  g_assert_true (key (bench, KRING_KEY_UP, 0));
  g_assert_cmpstr (focus (bench), ==, "ilse");
}

static void
test_tie_from (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, DEX, 0);
  bench_type (bench, "rno");
  g_assert_nonnull (kring_interaction_get_prompt (bench->interaction));
  g_assert_cmpstr (kring_interaction_get_emphasis (bench->interaction)->drop_target, ==, "noor");
  g_assert_true (key (bench, KRING_KEY_BACKSPACE, 0));
  bench_type (bench, "xx");
  g_assert_null (kring_interaction_get_emphasis (bench->interaction)->drop_target);
  g_assert_true (key (bench, KRING_KEY_RETURN, 0));
  gt_signal_logger_assert_no_emissions (bench->asked);
  for (guint i = 0; i < 3; i++)
    g_assert_true (key (bench, KRING_KEY_BACKSPACE, 0));
  bench_type (bench, "UTO");
  g_assert_true (key (bench, KRING_KEY_RETURN, 0));
  assert_emitted (bench->asked, "ask-tie dex, auto, 650, 500");
  g_assert_null (kring_interaction_get_prompt (bench->interaction));
  kring_interaction_finish_tie (bench->interaction, "rijdt");
  g_assert_cmpstr (kring_item_get_text (bench_tie (bench), "to"), ==, "auto");
}

/* One key, for all that is selected, says for whom it is; it comes back to all. */
static void
test_audience (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringItem *noor = kring_map_get_item (bench->map, "noor");
  KringItem *dex = kring_map_get_item (bench->map, "dex");

  kring_selection_select (bench_selection (bench), "noor");
  kring_selection_toggle (bench_selection (bench), "dex");
  bench_type (bench, "a");
  g_assert_cmpint (kring_item_get_audience (noor), ==, KRING_AUDIENCE_CARE);
  g_assert_cmpint (kring_item_get_audience (dex), ==, KRING_AUDIENCE_CARE);
  assert_emitted (bench->asked, "toast Share with: Care only, yes");
  bench_type (bench, "aa");
  g_assert_cmpint (kring_item_get_audience (dex), ==, KRING_AUDIENCE_NONE);
  bench_type (bench, "a");
  g_assert_cmpint (kring_item_get_audience (noor), ==, KRING_AUDIENCE_JOINT);
  assert_emitted (bench->asked,
                  "toast Share with: Police only, yes; toast Share with: Not in exports, yes; "
                  "toast Share with: Joint: care and police, yes");
  for (guint i = 0; i < 4; i++)
    g_assert_true (kring_history_undo (bench_history (bench)));
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

static void
test_tie_from_cancelled (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, DEX, 0);
  bench_type (bench, "rno");
  g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_null (kring_interaction_get_prompt (bench->interaction));
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
  g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 0);
  g_assert_false (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_false (kring_history_can_undo (bench_history (bench)));
}

static void
test_fields (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringItem *item;

  tie (bench, "noor", "dex");
  item = bench_tie (bench);
  kring_selection_select (bench_selection (bench), kring_item_get_id (item));
  bench_type (bench, "2");
  g_assert_cmpint (kring_item_get_certainty (item), ==, KRING_CERTAINTY_PROBABLE);
  bench_type (bench, "q8");
  g_assert_cmpint (kring_item_get_choice (item, "quality"), ==, KRING_QUALITY_CONTROL);
  bench_type (bench, "]");
  g_assert_cmpint (kring_item_get_choice (item, "intensity"), ==, KRING_INTENSITY_STRONG);
  bench_type (bench, "d");
  g_assert_cmpint (kring_item_get_choice (item, "direction"), ==, KRING_DIRECTION_FORWARD);
  for (guint i = 0; i < 5; i++)
    g_assert_true (kring_history_undo (bench_history (bench)));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, 0);
}

static void
test_nudge (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_click (bench, DEX, 0);
  key (bench, KRING_KEY_RIGHT, KRING_MODIFIER_CTRL);
  key (bench, KRING_KEY_RIGHT, KRING_MODIFIER_CTRL);
  key (bench, KRING_KEY_UP, KRING_MODIFIER_SHIFT);
  bench_assert_at (bench, "dex", 620, 399);
  kring_history_undo (bench_history (bench));
  bench_assert_at (bench, "dex", 600, 400);
}

static void
test_delete (void)
{
  g_autoptr (Bench) bench = bench_new ();

  tie (bench, "noor", "dex");
  tie (bench, "dex", "ilse");
  bench_click (bench, DEX, 0);
  g_assert_true (key (bench, KRING_KEY_DELETE, 0));
  g_assert_null (kring_map_get_item (bench->map, "dex"));
  assert_emitted (bench->asked, "toast dex deleted, with 2 ties, yes");
  g_assert_cmpstr (focus (bench), ==, "noor");
  bench_click (bench, ILSE, 0);
  g_assert_true (kring_session_undo (bench->session));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_TIE), ==, 2);
  g_assert_nonnull (kring_map_get_item (bench->map, "dex"));
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 1);
  bench_click (bench, ILSE, 0);
  g_assert_true (kring_session_undo (bench->session));
  g_assert_true (kring_selection_contains (bench_selection (bench), "ilse"));
}

static void
test_all (void)
{
  g_autoptr (Bench) bench = bench_new ();
  guint n_items;

  tie (bench, "noor", "dex");
  key (bench, 'a', KRING_MODIFIER_CTRL);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 5);
  n_items = kring_map_get_n_items (bench->map);
  key (bench, 'd', KRING_MODIFIER_CTRL);
  g_assert_cmpuint (kring_map_get_n_items (bench->map), ==, n_items + 5);
  gt_signal_logger_assert_no_emissions (bench->asked);
  kring_history_undo (bench_history (bench));
  g_assert_cmpuint (kring_map_get_n_items (bench->map), ==, n_items);
  key (bench, 'a', KRING_MODIFIER_CTRL);
  bench_type (bench, "k");
  g_assert_true (kring_item_get_bool (kring_map_get_item (bench->map, "ilse"), "pinned"));
  bench_type (bench, "k");
  g_assert_false (kring_item_get_bool (kring_map_get_item (bench->map, "ilse"), "pinned"));
  bench_type (bench, "g");
  g_assert_cmpuint (bench_count (bench, KRING_KIND_GROUP), ==, 1);
  bench_asked_name (bench);
}

static void
test_show_only (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  const KringEmphasis *emphasis = kring_interaction_get_emphasis (bench->interaction);

  g_hash_table_add (shown, (gpointer) "dex");
  kring_interaction_show_only (bench->interaction, shown);
  g_assert_nonnull (emphasis->faded);
  g_assert_false (g_hash_table_contains (emphasis->faded, "dex"));
  g_assert_cmpuint (g_hash_table_size (emphasis->faded), >, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
  g_assert_true (kring_interaction_cancel (bench->interaction));
  g_assert_null (emphasis->faded);
  assert_emitted (bench->asked, "shows-all");
}

static void
test_circle (void)
{
  g_autoptr (Bench) bench = bench_new ();

  tie (bench, "noor", "dex");
  bench_click (bench, NOOR, 0);
  bench_type (bench, "f");
  g_assert_nonnull (kring_interaction_get_emphasis (bench->interaction)->faded);
  bench_click (bench, CAR, 0);
  g_assert_cmpuint (kring_selection_get_size (bench_selection (bench)), ==, 0);
  g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_null (kring_interaction_get_emphasis (bench->interaction)->faded);
  bench_click (bench, NOOR, 0);
  bench_type (bench, "fff");
  g_assert_null (kring_interaction_get_emphasis (bench->interaction)->faded);
}

/* What is searched for stays, the rest fades; without a search nothing does. */
static void
test_hits (void)
{
  g_autoptr (Bench) bench = bench_new ();
  g_autoptr (GHashTable) hits = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *faded;

  g_hash_table_add (hits, (gpointer) "noor");
  kring_interaction_set_hits (bench->interaction, hits);
  faded = kring_interaction_get_emphasis (bench->interaction)->faded;
  g_assert_false (g_hash_table_contains (faded, "noor"));
  g_assert_false (g_hash_table_contains (faded, KRING_MAP_CASE_ID));
  g_assert_true (g_hash_table_contains (faded, "dex"));
  kring_interaction_set_hits (bench->interaction, NULL);
  g_assert_null (kring_interaction_get_emphasis (bench->interaction)->faded);
}

/* Whatever is done with an item, its id goes with the map. */
static void
test_keeps_no_ids (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_edit_rename (bench->editor, "dex", "Manu", NULL);
  tie (bench, "noor", "dex");
  bench_click (bench, DEX, 0);
  bench_type (bench, "f");
  kring_filter_set_text (kring_session_get_filter (bench->session), "manu");
  key (bench, 'a', KRING_MODIFIER_CTRL);
  key (bench, KRING_KEY_RIGHT, 0);
  key (bench, KRING_KEY_DELETE, 0);
  assert_emitted (bench->asked, "toast Manu deleted, with 1 tie, yes");
  kring_session_undo (bench->session);
  for (guint i = 1; i < kring_map_get_n_items (bench->map); i++)
    g_assert_cmpuint (g_quark_try_string (kring_item_get_id (kring_map_get_nth (bench->map, i))),
                      ==, 0);
}

static void
test_enter_twice (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_type (bench, "p");
  g_assert_true (key (bench, KRING_KEY_RETURN, 0));
  g_assert_true (key (bench, KRING_KEY_RETURN, 0));
  g_assert_cmpuint (bench_count (bench, KRING_KIND_PERSON), ==, 4);
  bench_asked_name (bench);
  g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_cmpint (kring_session_get_tool (bench->session), ==, KRING_TOOL_SELECT);
}

/* Nobody comes to stand on somebody else, however much there is in the middle of the view. */
static void
test_enter_beside (void)
{
  g_autoptr (Bench) bench = bench_new ();
  const KringPoint middle = { 500, 400 };

  for (guint i = 0; i < 3; i++)
    {
      KringItem *item;
      KringPoint at;

      bench_type (bench, "p");
      g_assert_true (key (bench, KRING_KEY_RETURN, 0));
      item = kring_selection_get_single (bench_selection (bench));
      g_assert_cmpstr (bench_asked_name (bench), ==, kring_item_get_id (item));
      g_assert_true (kring_item_get_position (item, &at));
      g_assert_cmpfloat (kring_point_distance (at, NOOR), >, 80);
      g_assert_cmpfloat (kring_point_distance (at, DEX), >, 80);
      g_assert_true (i == 0 || kring_point_distance (at, middle) > 80);
      kring_interaction_finish_rename (bench->interaction, bench->renamed, "Kay");
      g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
    }
}

static void
test_single_keys_off (void)
{
  g_autoptr (Bench) bench = bench_new ();

  kring_interaction_set_single_keys (bench->interaction, FALSE);
  bench_click (bench, DEX, 0);
  g_assert_false (key (bench, '5', 0));
  g_assert_true (key (bench, KRING_KEY_F2, 0));
  assert_emitted (bench->asked, "rename dex");
}

/* S and B ask for something about what is selected; nothing selected, nothing asked. */
/* A question can be about the whole map; words typed while a click is waited for do nothing. */
static void
test_question_about_all (void)
{
  g_autoptr (Bench) bench = bench_new ();
  guint n = kring_map_get_n_items (bench->map);
  g_autofree char *waiting = NULL;

  kring_selection_clear (bench_selection (bench));
  kring_selection_set_focus (bench_selection (bench), NULL);
  bench_type (bench, "?");
  assert_emitted (bench->asked, "ask-record question, 500, 400");
  bench_type (bench, "s");
  waiting = g_strdup (kring_interaction_get_prompt (bench->interaction));
  bench_type (bench, "whopinnedthis?");
  g_assert_cmpstr (kring_interaction_get_prompt (bench->interaction), !=, waiting);
  gt_signal_logger_assert_no_emissions (bench->asked);
  g_assert_cmpuint (kring_map_get_n_items (bench->map), ==, n);
  g_assert_cmpint (kring_session_get_tool (bench->session), ==, KRING_TOOL_SELECT);
  g_assert_nonnull (kring_interaction_get_prompt (bench->interaction));
}

static void
test_record (void)
{
  g_autoptr (Bench) bench = bench_new ();

  bench_type (bench, "s");
  gt_signal_logger_assert_no_emissions (bench->asked);
  g_assert_nonnull (kring_interaction_get_prompt (bench->interaction));
  g_assert_true (key (bench, KRING_KEY_ESCAPE, 0));
  g_assert_null (kring_interaction_get_prompt (bench->interaction));
  bench_click (bench, DEX, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
  kring_selection_clear (bench_selection (bench));

  /* With nothing selected, the next click says what it is about; on nothing it is forgotten. */
  bench_type (bench, "b");
  bench_click (bench, DEX, 0);
  assert_emitted (bench->asked, "ask-record protective, 600, 412");
  g_assert_null (kring_interaction_get_prompt (bench->interaction));
  kring_selection_clear (bench_selection (bench));
  bench_type (bench, "s");
  bench_click (bench, KRING_POINT_INIT (900, 700), 0);
  bench_click (bench, DEX, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
  bench_click (bench, DEX, 0);
  bench_type (bench, "s");
  assert_emitted (bench->asked, "ask-record signal, 600, 412");
  bench_type (bench, "B");
  assert_emitted (bench->asked, "ask-record protective, 600, 412");

  /* What the arrows went to stays what is meant when the keyboard comes back from an entry. */
  kring_selection_clear (bench_selection (bench));
  g_assert_true (key (bench, KRING_KEY_HOME, 0));
  kring_interaction_set_focus_visible (bench->interaction, FALSE);
  kring_interaction_set_focus_visible (bench->interaction, TRUE);
  bench_type (bench, "s");
  assert_emitted (bench->asked, "ask-record signal, 400, 413");
}

/* A click on a count shows what was counted. */
static void
test_badge (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringHit hit;
  KringPoint badge = DEX;

  known_add_signal (bench->editor, "dex", NULL, "Nieuwe jas", KRING_FAMILY_PROTECTIVE, NULL);
  for (double d = 10; d < 30; d++)
    {
      badge = KRING_POINT_INIT (DEX.x + d, DEX.y + d);
      if (kring_interaction_hit (bench->interaction, badge, &hit) &&
          hit.part == KRING_PART_PROTECTIVE)
        break;
    }
  bench_click (bench, badge, 0);
  assert_emitted (bench->asked, "ask-record signals, 603, 412");
  g_assert_true (kring_selection_contains (bench_selection (bench), "dex"));
  bench_click (bench, DEX, 0);
  gt_signal_logger_assert_no_emissions (bench->asked);
}

/* The middle of the mark of some part of Dex. */
static KringPoint
find_mark (Bench *bench, KringComponent part)
{
  KringHit hit;

  for (double x = -40; x < 40; x++)
    for (double y = -40; y < 40; y++)
      {
        KringPoint point = { DEX.x + x, DEX.y + y };

        if (kring_interaction_hit (bench->interaction, point, &hit) && hit.part == part)
          return point;
      }
  g_assert_not_reached ();
}

/* From three on no mark tells how many signals there are; pointing at it does, as it does of a lock. */
static void
test_tip (void)
{
  g_autoptr (Bench) bench = bench_new ();
  KringItem *dex = kring_map_get_item (bench->map, "dex");
  const KringField *audience = kring_kind_find_field (kring_item_get_kind (dex), "audience");
  g_autofree char *signals = NULL, *lock = NULL, *nothing = NULL;

  for (guint i = 0; i < 12; i++)
    known_add_signal (bench->editor, "dex", NULL, "Nieuwe jas", KRING_FAMILY_RISK, NULL);
  kring_edit_set_one (bench->editor, "dex", "audience", g_variant_new_string ("police"), NULL);
  signals = kring_interaction_dup_tip (bench->interaction, find_mark (bench, KRING_PART_RISK));
  lock = kring_interaction_dup_tip (bench->interaction, find_mark (bench, KRING_PART_LOCK));
  nothing = kring_interaction_dup_tip (bench->interaction, DEX);
  g_assert_cmpstr (signals, ==, "12 signals of risk");
  g_assert_cmpstr (lock, ==, kring_field_get_choice_label (audience, KRING_AUDIENCE_POLICE));
  g_assert_null (nothing);
}

static const char *
find (guint symbol, KringModifiers modifiers)
{
  const KringAction *action = kring_keys_find (KRING_USE_MAP, symbol, modifiers);

  return action != NULL ? action->name : NULL;
}

static void
test_found (void)
{
  g_assert_cmpstr (find ('V', 0), ==, "map.tool");
  g_assert_cmpstr (find ('v', KRING_MODIFIER_CTRL), ==, "map.paste");
  g_assert_cmpstr (find ('+', KRING_MODIFIER_CTRL | KRING_MODIFIER_SHIFT), ==, "map.zoom-in");
  g_assert_cmpstr (find (KRING_KEY_KP_DELETE, 0), ==, "map.delete");
  g_assert_null (find ('v', KRING_MODIFIER_ALT));
  g_assert_null (find ('z', KRING_MODIFIER_CTRL));
  g_assert_null (kring_keys_find (KRING_USE_LIST, 'v', 0));
  g_assert_cmpstr (kring_keys_find (KRING_USE_LIST, '2', 0)->parameter, ==, "probable");
  g_assert_true (kring_keys_is_single ('?', KRING_MODIFIER_SHIFT));
  g_assert_false (kring_keys_is_single ('v', KRING_MODIFIER_CTRL));
  g_assert_cmpuint (kring_keys_get_character (0xeb), ==, 0xeb);
  g_assert_cmpuint (kring_keys_get_character (0x01000141), ==, 0x141);
  g_assert_cmpuint (kring_keys_get_character (KRING_KEY_F2), ==, 0);
}

/* Counts the keys of @action in @taken, by place. */
static void
take_keys (GHashTable *taken, const KringAction *action)
{
  g_auto (GStrv) keys = g_strsplit (action->keys, " ", -1);

  g_assert_cmpuint (action->use, !=, 0);
  for (guint i = 0; keys[i] != NULL; i++)
    for (guint place = KRING_USE_WINDOW; place <= KRING_USE_SHOWN; place <<= 1)
      if ((action->use & place) != 0)
        {
          g_autofree char *what = g_strdup_printf ("%s at %u", keys[i], place);
          KringModifiers modifiers;

          if (place != KRING_USE_WINDOW)
            g_assert_cmpuint (kring_keys_parse (keys[i], &modifiers), !=, 0);
          if (!g_hash_table_add (taken, g_strdup (what)))
            g_error ("twice: %s", what);
        }
}

static void
test_once (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const KringAction *action;

  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    if (action->keys != NULL)
      take_keys (taken, action);
  g_assert_cmpuint (g_hash_table_size (taken), >, 100);
}

static gboolean
is_said (const KringAction *action)
{
  return action->label != NULL || action->help != NULL || action->in_list != NULL ||
         action->caption != NULL;
}

/* Of several rows of one action one has words, and if one has a key one stands in the shortcuts. */
static void
test_words (void)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);
  const KringAction *action;

  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    {
      if (action->name == NULL)
        {
          g_assert_nonnull (action->help);
          continue;
        }
      if (is_said (action) || g_strcmp0 (action->parameter, KRING_ACTION_ANY) == 0)
        g_hash_table_add (said, (gpointer) action->name);
      if (action->help != NULL)
        g_hash_table_add (told, (gpointer) action->name);
    }
  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    if (action->name != NULL &&
        (!g_hash_table_contains (said, action->name) ||
         (action->keys != NULL && !g_hash_table_contains (told, action->name))))
      g_error ("not said: %s", action->name);
}

/* Those that need no widget are about the map, and each is found again. */
static void
test_rows (void)
{
  const KringAction *action;

  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    {
      g_autofree char *detailed = action->name != NULL ? kring_action_dup_detailed (action) : NULL;

      g_assert_true (action->run == NULL || g_str_has_prefix (action->name, "map."));
      if (detailed != NULL)
        g_assert_cmpstr (kring_action_find (detailed)->name, ==, action->name);
      g_assert_true (action->caption == NULL || action->icon != NULL);
    }
  g_assert_null (kring_action_find ("map.nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interact/keys/focus", test_focus);
  g_test_add_func ("/interact/keys/tie-from", test_tie_from);
  g_test_add_func ("/interact/keys/audience", test_audience);
  g_test_add_func ("/interact/keys/tie-from-cancelled", test_tie_from_cancelled);
  g_test_add_func ("/interact/keys/fields", test_fields);
  g_test_add_func ("/interact/keys/nudge", test_nudge);
  g_test_add_func ("/interact/keys/delete", test_delete);
  g_test_add_func ("/interact/keys/all", test_all);
  g_test_add_func ("/interact/keys/circle", test_circle);
  g_test_add_func ("/interact/keys/show-only", test_show_only);
  g_test_add_func ("/interact/keys/hits", test_hits);
  g_test_add_func ("/interact/keys/keeps-no-ids", test_keeps_no_ids);
  g_test_add_func ("/interact/keys/enter-twice", test_enter_twice);
  g_test_add_func ("/interact/keys/enter-beside", test_enter_beside);
  g_test_add_func ("/interact/keys/single-keys-off", test_single_keys_off);
  g_test_add_func ("/interact/keys/question-about-all", test_question_about_all);
  g_test_add_func ("/interact/keys/record", test_record);
  g_test_add_func ("/interact/keys/badge", test_badge);
  g_test_add_func ("/interact/keys/tip", test_tip);
  g_test_add_func ("/interact/keys/found", test_found);
  g_test_add_func ("/interact/keys/once", test_once);
  g_test_add_func ("/interact/keys/words", test_words);
  g_test_add_func ("/interact/keys/rows", test_rows);
  return g_test_run ();
}
