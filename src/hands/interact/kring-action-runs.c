/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-action-runs.h"

#include "hands/interact/kring-ghost.h"
#include "hands/interact/kring-modes.h"
#include "hands/interact/kring-move.h"
#include "hands/interact/kring-walk.h"
#include "hands/session/kring-focus.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define NUDGE 10.0
#define NUDGE_LITTLE 1.0

static const char *const tool_names[KRING_N_TOOLS] = {
  [KRING_TOOL_SELECT] = "select", [KRING_TOOL_PERSON] = "person", [KRING_TOOL_THING] = "thing",
  [KRING_TOOL_TIE] = "tie",       [KRING_TOOL_NOTE] = "note",
};

static const char *const arrow_names[] = {
  [KRING_ARROW_LEFT] = "left",
  [KRING_ARROW_RIGHT] = "right",
  [KRING_ARROW_UP] = "up",
  [KRING_ARROW_DOWN] = "down",
};

static KringEditor *
actions_get_editor (KringInteraction *interaction)
{
  return kring_session_get_editor (kring_interaction_get_session (interaction));
}

static KringSelection *
actions_get_selection (KringInteraction *interaction)
{
  return kring_session_get_selection (kring_interaction_get_session (interaction));
}

/* The one thing that a command is about: of several, the one with the focus. */
static const char *
get_subject (KringInteraction *interaction)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  const char *focus = kring_selection_get_focus (actions_get_selection (interaction));

  if (ids->len == 0)
    return NULL;
  if (focus != NULL && g_ptr_array_find (ids, focus, NULL))
    return focus;
  return g_ptr_array_index (ids, 0);
}

static int
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n && name != NULL; i++)
    if (g_str_equal (names[i], name))
      return i;
  return -1;
}

static int
actions_find_choice (const char *field_name, const char *name)
{
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), field_name);

  return name != NULL ? kring_field_find_choice (field, name) : -1;
}

gboolean
kring_run_tool (KringInteraction *interaction, const char *parameter)
{
  int tool = find_name (tool_names, KRING_N_TOOLS, parameter);

  if (tool < 0)
    return FALSE;
  kring_session_set_tool (kring_interaction_get_session (interaction), tool);
  return TRUE;
}

/* With something in hand: type to whom. Else the tool. */
gboolean
kring_run_tie_from (KringInteraction *interaction, const char *parameter)
{
  const char *from = get_subject (interaction);

  if (from == NULL || !kring_ghost_can_tie (kring_interaction_get_map (interaction), from))
    return kring_run_tool (interaction, "tie");
  kring_interaction_set_mode (interaction, kring_tie_from_new (interaction, from));
  return TRUE;
}

gboolean
kring_run_certainty (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  int certainty = actions_find_choice (KRING_F_CERTAINTY, parameter);

  if (certainty < 0 || ids->len == 0)
    return FALSE;
  kring_edit_set_certainty (actions_get_editor (interaction), ids, certainty);
  return TRUE;
}

gboolean
kring_run_quality (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  int quality = actions_find_choice (KRING_F_QUALITY, parameter);

  if (quality < 0 || ids->len == 0)
    return FALSE;
  kring_edit_set_quality (actions_get_editor (interaction), ids, quality);
  return TRUE;
}

gboolean
kring_run_ask_quality (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);

  if (ids->len == 0)
    return FALSE;
  kring_interaction_set_mode (interaction, kring_ask_quality_new (interaction, ids));
  return TRUE;
}

static gboolean
change_intensity (KringInteraction *interaction, int by)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);

  kring_edit_change_intensity (actions_get_editor (interaction), ids, by);
  return ids->len > 0;
}

gboolean
kring_run_weaker (KringInteraction *interaction, const char *parameter)
{
  return change_intensity (interaction, -1);
}

gboolean
kring_run_stronger (KringInteraction *interaction, const char *parameter)
{
  return change_intensity (interaction, 1);
}

gboolean
kring_run_audience (KringInteraction *interaction, const char *parameter)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_AUDIENCE);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  g_autofree char *text = NULL;

  if (ids->len == 0)
    return FALSE;
  text = g_strdup_printf (
      "%s: %s", kring_field_get_label (field),
      kring_field_get_choice_label (
          field, (int) kring_edit_cycle_audience (actions_get_editor (interaction), ids)));
  kring_interaction_toast (interaction, text, TRUE);
  return TRUE;
}

gboolean
kring_run_pen_audience (KringInteraction *interaction, const char *parameter)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_AUDIENCE);
  KringEditor *editor = actions_get_editor (interaction);
  KringAudience next = (kring_editor_get_audience (editor) + 1) % (KRING_AUDIENCE_NONE + 1);
  g_autofree char *text =
      /* Translators: of all that is added from now on: "What comes next: Care only" */
      g_strdup_printf (_ ("What comes next: %s"), kring_field_get_choice_label (field, (int) next));

  kring_editor_set_audience (editor, next);
  kring_interaction_toast (interaction, text, FALSE);
  return TRUE;
}

gboolean
kring_run_direction (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);

  kring_edit_cycle_direction (actions_get_editor (interaction), ids);
  return ids->len > 0;
}

gboolean
kring_run_reverse (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);

  kring_edit_reverse_ties (actions_get_editor (interaction), ids);
  return ids->len > 0;
}

gboolean
kring_run_delete (KringInteraction *interaction, const char *parameter)
{
  KringMap *map = kring_interaction_get_map (interaction);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  g_autofree char *what = kring_map_dup_title_of_all (map, ids);
  g_autofree char *text = NULL;
  const char *subject = get_subject (interaction);
  KringPoint point = { 0 };
  gboolean placed;
  guint n_ties;

  if (subject == NULL)
    return FALSE;
  placed = kring_item_get_position (kring_map_get_item (map, subject), &point);
  n_ties = kring_edit_delete (actions_get_editor (interaction), ids);
  if (placed)
    kring_selection_set_focus (
        actions_get_selection (interaction),
        kring_focus_find_nearest (map, point, kring_interaction_get_emphasis (interaction)->faded));
  if (n_ties > 0)
    /* Translators: who or what was deleted; how many ties went along */
    text = g_strdup_printf (
        ngettext ("%s deleted, with %u tie", "%s deleted, with %u ties", n_ties), what, n_ties);
  else
    text = g_strdup_printf (_ ("%s deleted"), what);
  kring_interaction_toast (interaction, text, TRUE);
  return TRUE;
}

gboolean
kring_run_rename (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);

  if (id == NULL || kring_interaction_is_asking (interaction))
    return FALSE;
  kring_interaction_ask_name (interaction, id);
  return TRUE;
}

gboolean
kring_run_edit (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);

  if (id == NULL)
    return FALSE;
  if (!kring_selection_contains (actions_get_selection (interaction), id))
    kring_selection_select (actions_get_selection (interaction), id);
  kring_interaction_ask_edit (interaction, id);
  return TRUE;
}

gboolean
kring_run_duplicate (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  g_autoptr (GPtrArray) copies = kring_edit_duplicate (actions_get_editor (interaction), ids);

  if (copies->len == 0)
    return FALSE;
  kring_selection_set_all (actions_get_selection (interaction), copies);
  return TRUE;
}

gboolean
kring_run_select_all (KringInteraction *interaction, const char *parameter)
{
  KringMap *map = kring_interaction_get_map (interaction);
  GHashTable *faded = kring_interaction_get_emphasis (interaction)->faded;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      const char *id = kring_item_get_id (item);
      KringPoint point;

      if ((kring_item_get_position (item, &point) || kring_item_is (item, KRING_KIND_TIE)) &&
          (faded == NULL || !g_hash_table_contains (faded, id)))
        g_ptr_array_add (ids, (gpointer) id);
    }
  kring_selection_set_all (actions_get_selection (interaction), ids);
  return TRUE;
}

gboolean
kring_run_pin (KringInteraction *interaction, const char *parameter)
{
  KringEditor *editor = actions_get_editor (interaction);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);

  kring_edit_set_pinned (editor, ids, !kring_edit_are_pinned (editor, ids));
  return ids->len > 0;
}

gboolean
kring_run_group (KringInteraction *interaction, const char *parameter)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  KringItem *group = kring_edit_group (actions_get_editor (interaction), ids, NULL);

  if (group == NULL)
    return FALSE;
  kring_selection_select (actions_get_selection (interaction), kring_item_get_id (group));
  kring_interaction_ask_first_name (interaction, kring_item_get_id (group));
  return TRUE;
}

gboolean
kring_run_ungroup (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);

  if (id == NULL ||
      !kring_item_is (kring_map_get_item (kring_interaction_get_map (interaction), id),
                      KRING_KIND_GROUP))
    return FALSE;
  kring_edit_ungroup (actions_get_editor (interaction), id);
  return TRUE;
}

gboolean
kring_run_set_centre (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);

  if (id == NULL)
    return FALSE;
  kring_edit_set_centre (actions_get_editor (interaction), id);
  return TRUE;
}

gboolean
kring_run_focus_circle (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);

  if (id == NULL || !kring_ghost_can_tie (kring_interaction_get_map (interaction), id))
    return FALSE;
  kring_interaction_cycle_circle (interaction, id);
  return TRUE;
}

gboolean
kring_run_go_centre (KringInteraction *interaction, const char *parameter)
{
  return kring_walk_to_centre (interaction);
}

gboolean
kring_run_cancel (KringInteraction *interaction, const char *parameter)
{
  return kring_interaction_cancel (interaction);
}

gboolean
kring_run_toggle (KringInteraction *interaction, const char *parameter)
{
  const char *focus = kring_selection_get_focus (actions_get_selection (interaction));

  if (focus == NULL)
    return FALSE;
  kring_selection_toggle (actions_get_selection (interaction), focus);
  return TRUE;
}

gboolean
kring_run_focus (KringInteraction *interaction, const char *parameter)
{
  int arrow = find_name (arrow_names, G_N_ELEMENTS (arrow_names), parameter);

  return arrow >= 0 && kring_walk (interaction, arrow);
}

gboolean
kring_run_next_tie (KringInteraction *interaction, const char *parameter)
{
  return kring_walk_along_tie (interaction, 1);
}

gboolean
kring_run_previous_tie (KringInteraction *interaction, const char *parameter)
{
  return kring_walk_along_tie (interaction, -1);
}

static gboolean
nudge (KringInteraction *interaction, const char *parameter, double by)
{
  static const KringPoint steps[] = {
    [KRING_ARROW_LEFT] = { -1, 0 },
    [KRING_ARROW_RIGHT] = { 1, 0 },
    [KRING_ARROW_UP] = { 0, -1 },
    [KRING_ARROW_DOWN] = { 0, 1 },
  };
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (interaction);
  g_autoptr (GPtrArray) moving = kring_move_dup_ids (kring_interaction_get_map (interaction), ids);
  int arrow = find_name (arrow_names, G_N_ELEMENTS (arrow_names), parameter);

  if (arrow < 0 || moving->len == 0)
    return FALSE;
  kring_move_apply (kring_interaction_get_session (interaction),
                    kring_interaction_get_scene (interaction), moving, steps[arrow].x * by,
                    steps[arrow].y * by, "nudge");
  return TRUE;
}

gboolean
kring_run_nudge (KringInteraction *interaction, const char *parameter)
{
  return nudge (interaction, parameter, NUDGE);
}

gboolean
kring_run_nudge_little (KringInteraction *interaction, const char *parameter)
{
  return nudge (interaction, parameter, NUDGE_LITTLE);
}

gboolean
kring_run_context_menu (KringInteraction *interaction, const char *parameter)
{
  const char *id = get_subject (interaction);
  const KringViewport *viewport = kring_interaction_get_viewport (interaction);
  KringPoint point = kring_rect_centre (kring_viewport_get_visible (viewport));
  KringRect bounds;

  if (id != NULL &&
      kring_scene_get_item_bounds (kring_interaction_get_scene (interaction), id, &bounds))
    point = kring_rect_centre (bounds);
  kring_interaction_ask_menu (interaction, id, kring_viewport_to_screen (viewport, point));
  return TRUE;
}

/* Where the menu was opened: a new thing of the kind @parameter. */
gboolean
kring_run_add_here (KringInteraction *interaction, const char *parameter)
{
  const KringKind *kind = parameter != NULL ? kring_kind_find (parameter) : NULL;
  KringItem *item;

  if (kind == NULL || kind->group != KRING_GROUP_ENTITY || kind->id == KRING_KIND_GROUP)
    return FALSE;
  item = kring_edit_add (actions_get_editor (interaction), kind->id, NULL,
                         kring_interaction_get_menu_point (interaction));
  kring_selection_select (actions_get_selection (interaction), kring_item_get_id (item));
  kring_interaction_ask_first_name (interaction, kring_item_get_id (item));
  return TRUE;
}

gboolean
kring_run_add_signal (KringInteraction *interaction, const char *parameter)
{
  return kring_interaction_ask_record (interaction, "signal");
}

gboolean
kring_run_add_protective (KringInteraction *interaction, const char *parameter)
{
  return kring_interaction_ask_record (interaction, "protective");
}

gboolean
kring_run_add_question (KringInteraction *interaction, const char *parameter)
{
  return kring_interaction_ask_record (interaction, "question");
}

gboolean
kring_run_add_statement (KringInteraction *interaction, const char *parameter)
{
  return kring_interaction_ask_record (interaction, "statement");
}

/**
 * kring_action_get_tool_name:
 *
 * Returns: (transfer none): what "map.tool" calls @tool
 */
const char *
kring_action_get_tool_name (KringToolId tool)
{
  return tool_names[tool];
}
