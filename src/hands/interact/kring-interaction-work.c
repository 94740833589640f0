/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tools and commands ask of the interaction. */
#include "hands/interact/kring-interaction-private.h"

#include "hands/interact/kring-ghost.h"
#include "hands/interact/kring-move.h"
#include "hands/session/kring-tie-kinds.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"
#include "picture/marks/kring-badge.h"

#include <glib/gi18n-lib.h>

/* Half the band around ties in which they are hit, in pixels; of things a little less. */
#define HIT_REACH 11.0
/* How far from the edge of the window something must stand to count as shown, in pixels. */
/* With more than this selected, only the one with the keyboard shows all of its words. */
#define MAX_MARKED 8
#define REVEAL_AIR 48.0

static KringSelection *
interaction_work_get_selection (KringInteraction *self)
{
  return kring_session_get_selection (self->session);
}

static void
interaction_work_emit_base_changed (KringInteraction *self, KringRect area)
{
  g_signal_emit_by_name (self, "base-changed", &area);
}

/**
 * kring_interaction_dup_marked:
 *
 * Returns: (transfer container) (element-type utf8): interned ids of what is pointed at, has the
 *   keyboard or is selected with a few others: all that is said of it is seen
 */
GPtrArray *
kring_interaction_dup_marked (KringInteraction *self)
{
  KringSelection *selection = interaction_work_get_selection (self);
  const char *single[] = { self->emphasis.hovered, kring_selection_get_focus (selection) };
  GPtrArray *marked = g_ptr_array_new ();

  if (kring_selection_get_size (selection) <= MAX_MARKED)
    {
      g_autoptr (GPtrArray) selected = kring_selection_dup_ids (selection);

      for (guint i = 0; i < selected->len; i++)
        g_ptr_array_add (marked, g_ptr_array_index (selected, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (single[i] != NULL && !g_ptr_array_find (marked, single[i], NULL))
      g_ptr_array_add (marked, (gpointer) single[i]);
  return marked;
}

/* Words that came back lie over everything. */
static gboolean
hit_marked (KringInteraction *self, KringPoint point, KringHit *hit)
{
  g_autoptr (GPtrArray) marked = kring_interaction_dup_marked (self);

  for (guint i = marked->len; i > 0; i--)
    if (kring_scene_hit_words (self->scene, g_ptr_array_index (marked, i - 1), point, hit))
      return TRUE;
  return FALSE;
}

/**
 * kring_interaction_hit:
 * @point: in map units
 * @hit: (out): what is there; all zero if there is nothing
 *
 * What is out of focus cannot be hit.
 *
 * Returns: whether something is there
 */
gboolean
kring_interaction_hit (KringInteraction *self, KringPoint point, KringHit *hit)
{
  *hit = (KringHit){ 0 };
  if ((hit_marked (self, point, hit) ||
       kring_scene_hit (self->scene, point, HIT_REACH / self->viewport.scale, hit)) &&
      (self->faded == NULL || !g_hash_table_contains (self->faded, hit->id)))
    return TRUE;
  *hit = (KringHit){ 0 };
  return FALSE;
}

/* For whom the item is, where that is marked. */
static char *
dup_lock_tip (KringItem *item)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), KRING_F_AUDIENCE);
  KringLock lock = kring_badge_get_lock (item);

  if (lock == KRING_LOCK_NONE || field == NULL)
    return NULL;
  if (lock == KRING_LOCK_SECRET)
    return g_strdup (_ ("address secret"));
  return g_strdup (kring_field_get_choice_label (field, (int) kring_item_get_audience (item)));
}

/**
 * kring_interaction_dup_tip:
 * @point: in map units
 *
 * Returns: (transfer full) (nullable): what the mark at @point says in words: of signals how many
 *   there are, which no mark from three on tells, and of a lock for whom the item is
 */
char *
kring_interaction_dup_tip (KringInteraction *self, KringPoint point)
{
  KringMap *map = kring_session_get_map (self->session);
  KringHit hit;

  if (!kring_interaction_hit (self, point, &hit))
    return NULL;
  switch (hit.part)
    {
    case KRING_PART_RISK:
    case KRING_PART_VULNERABILITY:
    case KRING_PART_PROTECTIVE:
      return kring_record_counts_dup_words (kring_map_count_records (map, hit.id), FALSE);
    case KRING_PART_LOCK:
      return dup_lock_tip (kring_map_get_item (map, hit.id));
    default:
      return NULL;
    }
}

/**
 * kring_interaction_dup_targets:
 *
 * Returns: (transfer full) (element-type utf8): interned ids of what a command is about: the
 *   selection, or what the keys went to since
 */
GPtrArray *
kring_interaction_dup_targets (KringInteraction *self)
{
  KringSelection *selection = interaction_work_get_selection (self);
  const char *focus = kring_selection_get_focus (selection);
  GPtrArray *ids;

  if (!self->roving || focus == NULL || kring_selection_contains (selection, focus))
    return kring_selection_dup_ids (selection);
  ids = g_ptr_array_new ();
  g_ptr_array_add (ids, (gpointer) focus);
  return ids;
}

/* Brings it into view if it is not. */
static void
interaction_work_reveal (KringInteraction *self, const char *id)
{
  KringViewport viewport = self->viewport;
  KringRect visible =
      kring_rect_grow (kring_viewport_get_visible (&viewport), -REVEAL_AIR / viewport.scale);
  KringRect bounds;

  if (!kring_scene_get_item_bounds (self->scene, id, &bounds) ||
      kring_rect_contains (visible, kring_rect_centre (bounds)))
    return;
  kring_viewport_centre_on (&viewport, kring_rect_centre (bounds));
  kring_interaction_set_viewport (self, &viewport);
}

/**
 * kring_interaction_focus:
 * @id: where the keyboard goes; the selection stays
 */
void
kring_interaction_focus (KringInteraction *self, const char *id)
{
  self->roving = TRUE;
  self->focus_visible = TRUE;
  kring_selection_set_focus (interaction_work_get_selection (self), id);
  interaction_work_reveal (self, id);
}

/**
 * kring_interaction_set_tie_node:
 * @id: interned; whose ties the keys walk through
 */
void
kring_interaction_set_tie_node (KringInteraction *self, const char *id)
{
  self->tie_node = id;
}

/**
 * kring_interaction_get_tie_node:
 *
 * Returns: (transfer none) (nullable): whose ties are being stepped through with the keyboard
 */
const char *
kring_interaction_get_tie_node (KringInteraction *self)
{
  return self->tie_node;
}

/**
 * kring_interaction_get_menu_point:
 *
 * Returns: where the last menu was opened, in map units
 */
KringPoint
kring_interaction_get_menu_point (KringInteraction *self)
{
  return self->menu_point;
}

/**
 * kring_interaction_set_mode:
 * @mode: (transfer full) (nullable): takes the keys from now on
 */
void
kring_interaction_set_mode (KringInteraction *self, KringTool *mode)
{
  KringTool *old = self->mode;

  if (old == NULL && mode == NULL)
    return;
  self->mode = mode;
  g_clear_pointer (&old, kring_tool_free);
  if (mode == NULL)
    {
      kring_interaction_set_prompt (self, NULL);
      kring_interaction_set_drop_target (self, NULL);
    }
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_set_prompt:
 * @prompt: (nullable): what the user is asked to do next, in words
 */
void
kring_interaction_set_prompt (KringInteraction *self, const char *prompt)
{
  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_set_cursor:
 * @cursor: (nullable): static name of a CSS cursor; %NULL: as the tool in hand has it
 */
void
kring_interaction_set_cursor (KringInteraction *self, const char *cursor)
{
  gboolean selects = kring_session_get_tool (self->session) == KRING_TOOL_SELECT;

  self->cursor = cursor != NULL ? cursor : selects ? "default" : "crosshair";
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_set_hovered:
 * @hit: (nullable): what the pointer is over
 * @at: the pointer, in map units
 */
void
kring_interaction_set_hovered (KringInteraction *self, const KringHit *hit, KringPoint at)
{
  const char *hovered = hit != NULL ? hit->id : NULL;
  const char *rim = hit != NULL && hit->on_rim ? hit->id : NULL;

  if (self->emphasis.hovered == hovered && self->emphasis.rim_handle == rim && rim == NULL)
    return;
  self->emphasis.hovered = hovered;
  self->emphasis.rim_handle = rim;
  if (rim != NULL)
    self->emphasis.rim_point = kring_ghost_get_rim (self->scene, rim, at);
  kring_interaction_set_cursor (self, rim != NULL ? "crosshair" : NULL);
}

/**
 * kring_interaction_set_drop_target:
 * @id: (nullable): what would receive what is being dragged
 */
void
kring_interaction_set_drop_target (KringInteraction *self, const char *id)
{
  self->emphasis.drop_target = kring_map_get_id (kring_interaction_get_map (self), id);
}

/**
 * kring_interaction_begin_moving:
 * @ids: (element-type utf8): what leaves its place until kring_interaction_end_moving ()
 */
void
kring_interaction_begin_moving (KringInteraction *self, GPtrArray *ids)
{
  KringRect area = kring_move_get_reach (self->scene, ids);

  self->moving = g_ptr_array_ref (ids);
  self->moving_x = self->moving_y = 0;
  kring_scene_begin_moving (self->scene, ids);
  interaction_work_emit_base_changed (self, area);
}

/**
 * kring_interaction_set_moving:
 * @dx: how far what is being moved lies from where it was, in map units
 * @dy: likewise, downwards
 */
void
kring_interaction_set_moving (KringInteraction *self, double dx, double dy)
{
  self->moving_x = dx;
  self->moving_y = dy;
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_end_moving:
 *
 * Puts what was being moved back among the rest, where the map says that it stands.
 */
void
kring_interaction_end_moving (KringInteraction *self)
{
  g_autoptr (GPtrArray) ids = g_steal_pointer (&self->moving);

  kring_scene_end_moving (self->scene);
  interaction_work_emit_base_changed (self, kring_move_get_reach (self->scene, ids));
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_show_only:
 * @shown: (nullable) (element-type utf8): interned ids; everything else fades. %NULL: all is shown
 */
void
kring_interaction_show_only (KringInteraction *self, GHashTable *shown)
{
  gboolean ends = self->shown != NULL && shown == NULL;

  if (self->shown == NULL && shown == NULL)
    return;
  if (shown != NULL)
    g_hash_table_ref (shown);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  self->shown = shown;
  self->circle_steps = 0;
  kring_interaction_update_circle (self);
  if (ends)
    g_signal_emit_by_name (self, "shows-all");
}

/**
 * kring_interaction_cycle_circle:
 * @id: the middle
 *
 * Fades everything but what is one step away from @id; once more: two steps; once more: nothing.
 */
void
kring_interaction_cycle_circle (KringInteraction *self, const char *id)
{
  const char *circle = kring_map_get_id (kring_interaction_get_map (self), id);

  kring_interaction_show_only (self, NULL);
  self->circle_steps = circle == self->circle ? (self->circle_steps + 1) % 3 : 1;
  self->circle = circle;
  kring_interaction_update_circle (self);
}

/**
 * kring_interaction_ask_edit:
 * @id: whose fields somebody wants to see
 *
 * Emits "edit".
 */
void
kring_interaction_ask_edit (KringInteraction *self, const char *id)
{
  g_signal_emit_by_name (self, "edit", id);
}

/**
 * kring_interaction_ask_menu:
 * @id: (nullable): what the menu is about
 * @screen: where it is to open, in pixels
 */
void
kring_interaction_ask_menu (KringInteraction *self, const char *id, KringPoint screen)
{
  screen = kring_viewport_nearest (&self->viewport, screen);
  self->menu_point = kring_viewport_to_map (&self->viewport, screen);
  g_signal_emit_by_name (self, "menu", id, screen.x, screen.y);
}

/*
 * kring_interaction_drop_pending:
 *
 * Returns: (transfer full) (nullable): what the next click was waited for
 */
char *
kring_interaction_drop_pending (KringInteraction *self)
{
  char *what = g_steal_pointer (&self->pending);

  if (what != NULL)
    {
      kring_interaction_set_prompt (self, NULL);
      kring_interaction_redraw (self);
    }
  return what;
}

/* Where something about @id is written down: at the thing, or in the middle of what is seen. */
static KringPoint
get_place_of (KringInteraction *self, const char *id)
{
  KringRect visible = kring_viewport_get_visible (&self->viewport);
  KringPoint point = kring_rect_centre (visible);
  KringRect bounds;

  if (id != NULL && kring_scene_get_item_bounds (self->scene, id, &bounds) &&
      kring_rect_intersects (bounds, visible))
    point = kring_rect_centre (bounds);
  return kring_viewport_nearest (&self->viewport,
                                 kring_viewport_to_screen (&self->viewport, point));
}

/**
 * kring_interaction_ask_record:
 * @what: "signal" or "protective" for a new one, "signals" for those that are there, or another
 *   kind of record
 *
 * Asks for something to write down about what is selected, or to see what was. With nothing
 * selected the next click tells what it is about; a question is then about the whole map.
 *
 * Returns: whether it is asked now or then
 */
gboolean
kring_interaction_ask_record (KringInteraction *self, const char *what)
{
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (self);
  const char *focus = kring_selection_get_focus (kring_session_get_selection (self->session));
  g_autofree char *dropped = NULL;
  KringPoint point;

  if (kring_interaction_is_asking (self))
    return FALSE;
  if (ids->len == 0 && !g_str_equal (what, "question"))
    {
      g_free (self->pending);
      self->pending = g_strdup (what);
      kring_interaction_set_prompt (self, _ ("Click who or what it is about"));
      kring_interaction_redraw (self);
      return TRUE;
    }
  dropped = kring_interaction_drop_pending (self);
  if (ids->len > 0 && (focus == NULL || !g_ptr_array_find (ids, focus, NULL)))
    focus = g_ptr_array_index (ids, 0);
  point = get_place_of (self, focus);
  g_signal_emit_by_name (self, "ask-record", what, point.x, point.y);
  return TRUE;
}

/**
 * kring_interaction_toast:
 * @text: what happened, in words
 * @can_undo: whether a button to undo it goes with the words
 *
 * Emits "toast".
 */
void
kring_interaction_toast (KringInteraction *self, const char *text, gboolean can_undo)
{
  g_signal_emit_by_name (self, "toast", text, can_undo);
}

/**
 * kring_interaction_redraw:
 *
 * Says that what lies over the map must be drawn again. Emits "redraw".
 */
void
kring_interaction_redraw (KringInteraction *self)
{
  g_signal_emit_by_name (self, "redraw");
}
