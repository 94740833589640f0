/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-interaction-private.h"

#include "hands/interact/kring-ghost.h"
#include "hands/session/kring-focus.h"

enum
{
  REDRAW,
  FADES,
  BASE_CHANGED,
  VIEWPORT_CHANGED,
  ASK_TIE,
  ASK_RECORD,
  RENAME,
  EDIT,
  MENU,
  TOAST,
  SHOWS_ALL,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringInteraction, kring_interaction, G_TYPE_OBJECT)

static void
interaction_emit_base_changed (KringInteraction *self, KringRect area)
{
  g_signal_emit (self, signals[BASE_CHANGED], 0, &area);
}

static KringSelection *
interaction_get_selection (KringInteraction *self)
{
  return kring_session_get_selection (self->session);
}

/* After undo what came back is selected, and the keyboard is on the first of it. */
static void
focus_restored (KringInteraction *self, GPtrArray *changes)
{
  KringSelection *selection = interaction_get_selection (self);
  g_autoptr (GPtrArray) restored = g_ptr_array_new ();

  if (!kring_history_can_redo (kring_session_get_history (self->session)) ||
      kring_selection_get_focus (selection) != NULL)
    return;
  for (guint i = 0; i < changes->len; i++)
    {
      const KringChange *change = g_ptr_array_index (changes, i);
      KringItem *item = kring_map_get_item (kring_interaction_get_map (self), change->id);
      KringPoint point;

      if (change->type != KRING_CHANGE_INSERTED || item == NULL ||
          !kring_item_get_position (item, &point))
        continue;
      g_ptr_array_add (restored, (gpointer) kring_item_get_id (item));
    }
  if (restored->len == 0)
    return;
  kring_selection_set_all (selection, restored);
  kring_selection_set_focus (selection, g_ptr_array_index (restored, 0));
}

static void
interaction_map_changed_cb (KringInteraction *self, GPtrArray *changes)
{
  KringRect dirty;

  if (self->pressed)
    kring_tool_cancel (self->tool);
  self->pressed = FALSE;
  kring_interaction_set_mode (self, NULL);
  self->emphasis.hovered = self->emphasis.drop_target = self->emphasis.rim_handle = NULL;
  if (self->asked.tie_from != NULL &&
      (kring_map_get_item (kring_interaction_get_map (self), self->asked.tie_from) == NULL ||
       kring_map_get_item (kring_interaction_get_map (self), self->asked.tie_to) == NULL))
    kring_interaction_finish_tie (self, NULL);
  dirty = kring_scene_apply (self->scene, changes);
  if (self->circle_steps > 0 || self->shown != NULL)
    kring_interaction_update_circle (self);
  focus_restored (self, changes);
  interaction_emit_base_changed (self, dirty);
  kring_interaction_redraw (self);
}

static KringTool *
make_tool (KringInteraction *self)
{
  switch (kring_session_get_tool (self->session))
    {
    case KRING_TOOL_TIE:
      return kring_tie_tool_new (self);
    case KRING_TOOL_PERSON:
    case KRING_TOOL_THING:
    case KRING_TOOL_NOTE:
      return kring_place_tool_new (self);
    default:
      return kring_select_tool_new (self);
    }
}

static void
tool_changed_cb (KringInteraction *self)
{
  kring_interaction_set_mode (self, NULL);
  if (self->tool != NULL)
    {
      kring_tool_cancel (self->tool);
      kring_tool_free (self->tool);
    }
  self->pressed = FALSE;
  self->tool = make_tool (self);
  kring_interaction_set_cursor (self, NULL);
  kring_interaction_set_hovered (self, NULL, self->last);
}

static void
interaction_selection_changed_cb (KringInteraction *self)
{
  kring_interaction_redraw (self);
}

static void
interaction_hidden_changed_cb (KringInteraction *self)
{
  self->emphasis.hovered = self->emphasis.rim_handle = NULL;
  kring_interaction_update_circle (self);
}

static void
kring_interaction_dispose (GObject *object)
{
  KringInteraction *self = KRING_INTERACTION (object);

  g_clear_pointer (&self->mode, kring_tool_free);
  g_clear_pointer (&self->tool, kring_tool_free);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_pointer (&self->faded, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_hash_table_unref);
  g_clear_pointer (&self->moving, g_ptr_array_unref);
  g_clear_pointer (&self->prompt, g_free);
  g_clear_pointer (&self->pending, g_free);
  g_clear_object (&self->scene);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_interaction_parent_class)->dispose (object);
}

static guint
interaction_new_signal (const char *name, guint n_params, GType a, GType b, GType c, GType d)
{
  return g_signal_new (name, KRING_TYPE_INTERACTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, n_params, a, b, c, d);
}

static void
kring_interaction_class_init (KringInteractionClass *klass)
{
  const GType text = G_TYPE_STRING, number = G_TYPE_DOUBLE;

  G_OBJECT_CLASS (klass)->dispose = kring_interaction_dispose;

  signals[REDRAW] = interaction_new_signal ("redraw", 0, 0, 0, 0, 0);
  signals[FADES] = interaction_new_signal ("fades", 0, 0, 0, 0, 0);
  signals[BASE_CHANGED] = interaction_new_signal ("base-changed", 1, G_TYPE_POINTER, 0, 0, 0);
  signals[VIEWPORT_CHANGED] = interaction_new_signal ("viewport-changed", 0, 0, 0, 0, 0);
  signals[ASK_TIE] = interaction_new_signal ("ask-tie", 4, text, text, number, number);
  signals[ASK_RECORD] = interaction_new_signal ("ask-record", 3, text, number, number, 0);
  signals[RENAME] = interaction_new_signal ("rename", 1, text, 0, 0, 0);
  signals[EDIT] = interaction_new_signal ("edit", 1, text, 0, 0, 0);
  signals[MENU] = interaction_new_signal ("menu", 3, text, number, number, 0);
  signals[SHOWS_ALL] = interaction_new_signal ("shows-all", 0, 0, 0, 0, 0);
  signals[TOAST] = interaction_new_signal ("toast", 2, text, G_TYPE_BOOLEAN, 0, 0);
}

static void
kring_interaction_init (KringInteraction *self)
{
  self->viewport = (KringViewport){ .scale = 1 };
  self->single_keys = TRUE;
  self->cursor = "default";
}

/**
 * kring_interaction_new: (constructor)
 * @scene: of the session's map; the interaction keeps it up to date
 *
 * Returns: (transfer full): hands at rest
 */
KringInteraction *
kring_interaction_new (KringSession *session, KringScene *scene)
{
  KringInteraction *self = g_object_new (KRING_TYPE_INTERACTION, NULL);

  self->session = g_object_ref (session);
  self->scene = g_object_ref (scene);
  self->tool = make_tool (self);
  self->emphasis.selected = kring_selection_get_set (interaction_get_selection (self));
  g_signal_connect_object (kring_interaction_get_map (self), "changed",
                           G_CALLBACK (interaction_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::tool", G_CALLBACK (tool_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (interaction_get_selection (self), "changed",
                           G_CALLBACK (interaction_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (interaction_hidden_changed_cb),
                           self, G_CONNECT_SWAPPED);
  if (kring_filter_is_active (kring_session_get_filter (session)))
    kring_interaction_update_circle (self);
  return self;
}

/**
 * kring_interaction_get_session:
 *
 * Returns: (transfer none): whose hands these are
 */
KringSession *
kring_interaction_get_session (KringInteraction *self)
{
  return self->session;
}

/*
 * kring_interaction_get_asked:
 *
 * Returns: (transfer none): what is asked over the map
 */
KringAsked *
kring_interaction_get_asked (KringInteraction *self)
{
  return &self->asked;
}

/**
 * kring_interaction_get_map:
 *
 * Returns: (transfer none): what the hands are on
 */
KringMap *
kring_interaction_get_map (KringInteraction *self)
{
  return kring_session_get_map (self->session);
}

/**
 * kring_interaction_get_scene:
 *
 * Returns: (transfer none): what is seen of the map
 */
KringScene *
kring_interaction_get_scene (KringInteraction *self)
{
  return self->scene;
}

/**
 * kring_interaction_get_viewport:
 *
 * Returns: (transfer none): which part of the map is seen, and how large
 */
const KringViewport *
kring_interaction_get_viewport (KringInteraction *self)
{
  return &self->viewport;
}

/**
 * kring_interaction_set_viewport:
 * @viewport: what is shown from now on; moved by less than a pixel, so that the map's pictures
 *   lie on whole pixels
 */
void
kring_interaction_set_viewport (KringInteraction *self, const KringViewport *viewport)
{
  self->viewport = *viewport;
  self->viewport.origin.x = round (viewport->origin.x * viewport->scale) / viewport->scale;
  self->viewport.origin.y = round (viewport->origin.y * viewport->scale) / viewport->scale;
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

/**
 * kring_interaction_resize:
 * @width: of the canvas, in pixels
 * @height: likewise
 */
void
kring_interaction_resize (KringInteraction *self, double width, double height)
{
  KringViewport viewport = self->viewport;

  kring_viewport_resize (&viewport, width, height);
  kring_interaction_set_viewport (self, &viewport);
}

/**
 * kring_interaction_dup_overlay:
 *
 * Returns: (transfer full) (element-type KringShape): what lies over the map: emphasis, guides,
 *   ghosts; in map units
 */
GPtrArray *
kring_interaction_dup_overlay (KringInteraction *self)
{
  KringEmphasis emphasis = self->emphasis;
  GPtrArray *shapes;

  emphasis.focused =
      self->focus_visible ? kring_selection_get_focus (interaction_get_selection (self)) : NULL;
  if (self->moving != NULL)
    {
      emphasis.selected = NULL;
      emphasis.focused = emphasis.hovered = emphasis.rim_handle = NULL;
    }
  shapes = kring_scene_dup_emphasis (self->scene, &emphasis);
  kring_tool_draw (self->tool, shapes);
  if (self->mode != NULL)
    kring_tool_draw (self->mode, shapes);
  if (self->asked.tie_from != NULL)
    {
      KringGhost ghost = { .from = self->asked.tie_from, .target = self->asked.tie_to };

      kring_ghost_draw (&ghost, self, shapes);
    }
  return shapes;
}

/**
 * kring_interaction_dup_moving:
 *
 * Returns: (transfer full) (nullable) (element-type KringShape): what is being dragged, as it
 *   stands now; %NULL if nothing is
 */
GPtrArray *
kring_interaction_dup_moving (KringInteraction *self)
{
  return self->moving == NULL
             ? NULL
             : kring_scene_dup_moving (self->scene, self->moving_x, self->moving_y);
}

/**
 * kring_interaction_get_emphasis:
 *
 * Returns: (transfer none): what stands out; the focus is only in kring_interaction_dup_overlay ()
 */
const KringEmphasis *
kring_interaction_get_emphasis (KringInteraction *self)
{
  return &self->emphasis;
}

/**
 * kring_interaction_get_cursor:
 *
 * Returns: (transfer none): the name of a CSS cursor
 */
const char *
kring_interaction_get_cursor (KringInteraction *self)
{
  return self->cursor;
}

/**
 * kring_interaction_get_prompt:
 *
 * Returns: (transfer none) (nullable): what the keyboard is asked for, in words
 */
const char *
kring_interaction_get_prompt (KringInteraction *self)
{
  return self->prompt;
}

/* (transfer full): what is not among @shown; the ground belongs to the case, and stays. */
static GHashTable *
dup_beyond (KringInteraction *self, GHashTable *shown)
{
  KringMap *map = kring_interaction_get_map (self);
  GHashTable *beyond = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);
      gpointer id = (gpointer) kring_item_get_id (item);

      if (!kring_item_is (item, KRING_KIND_CASE) && !g_hash_table_contains (shown, id))
        g_hash_table_add (beyond, id);
    }
  return beyond;
}

/* (transfer full) (nullable): what is out of focus, whatever the filter hides. */
static GHashTable *
dup_out_of_focus (KringInteraction *self)
{
  KringMap *map = kring_interaction_get_map (self);

  if (self->circle_steps > 0 && kring_map_get_item (map, self->circle) == NULL)
    self->circle_steps = 0;
  if (self->hits != NULL || self->shown != NULL)
    return dup_beyond (self, self->hits != NULL ? self->hits : self->shown);
  if (self->circle_steps > 0)
    return kring_focus_dup_beyond (map, self->circle, self->circle_steps);
  return NULL;
}

/* (transfer full): what is in either set. */
static GHashTable *
dup_union (GHashTable *out_of_focus, GHashTable *hidden)
{
  GHashTable *both = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *const sets[] = { out_of_focus, hidden };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      GHashTableIter iter;
      gpointer id;

      if (sets[i] == NULL)
        continue;
      g_hash_table_iter_init (&iter, sets[i]);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        g_hash_table_add (both, id);
    }
  return both;
}

/**
 * kring_interaction_update_circle:
 *
 * Fades what is not searched for, else what an answer is not about, else what lies beyond the focus
 * circle; and always what the filter hides. Draws it all again.
 */
void
kring_interaction_update_circle (KringInteraction *self)
{
  g_autoptr (GHashTable) out_of_focus = dup_out_of_focus (self);
  GHashTable *hidden = kring_session_get_hidden (self->session);

  g_clear_pointer (&self->faded, g_hash_table_unref);
  if (out_of_focus != NULL || g_hash_table_size (hidden) > 0)
    self->faded = dup_union (out_of_focus, hidden);
  self->emphasis.faded = self->faded;
  g_signal_emit (self, signals[FADES], 0);
  interaction_emit_base_changed (self, kring_scene_get_bounds (self->scene));
  kring_interaction_redraw (self);
}

/**
 * kring_interaction_set_hits:
 * @hits: (nullable) (element-type utf8): interned ids that a search finds; the rest fades.
 *   %NULL: nothing is searched for
 */
void
kring_interaction_set_hits (KringInteraction *self, GHashTable *hits)
{
  g_clear_pointer (&self->hits, g_hash_table_unref);
  self->hits = hits != NULL ? g_hash_table_ref (hits) : NULL;
  kring_interaction_update_circle (self);
}
