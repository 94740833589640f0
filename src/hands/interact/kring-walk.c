/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hands/interact/kring-walk.h"

static const char *
get_focus (KringInteraction *interaction)
{
  KringSession *session = kring_interaction_get_session (interaction);

  return kring_selection_get_focus (kring_session_get_selection (session));
}

/* (nullable) (element-type utf8): interned ids. */
static GHashTable *
get_faded (KringInteraction *interaction)
{
  return kring_interaction_get_emphasis (interaction)->faded;
}

/* The person whose ties are walked through. */
static const char *
get_node (KringInteraction *interaction)
{
  const char *focus = get_focus (interaction);
  const char *node = kring_interaction_get_tie_node (interaction);
  KringItem *item =
      focus != NULL ? kring_map_get_item (kring_interaction_get_map (interaction), focus) : NULL;

  if (item == NULL || !kring_item_is (item, KRING_KIND_TIE))
    return focus;
  if (node != NULL && kring_item_refers_to (item, node))
    return node;
  return kring_map_get_id (kring_interaction_get_map (interaction),
                           kring_item_get_text (item, KRING_F_FROM));
}

/* What stands nearest to the middle of what is seen. */
static const char *
find_in_sight (KringInteraction *interaction)
{
  const KringViewport *viewport = kring_interaction_get_viewport (interaction);

  return kring_focus_find_nearest (kring_interaction_get_map (interaction),
                                   kring_rect_centre (kring_viewport_get_visible (viewport)),
                                   get_faded (interaction));
}

/**
 * kring_walk:
 * @arrow: where to, from where the keyboard is; nowhere yet: to what is in the middle
 *
 * Returns: %TRUE: also an arrow that leads nowhere is of the map
 */
gboolean
kring_walk (KringInteraction *interaction, KringArrow arrow)
{
  KringMap *map = kring_interaction_get_map (interaction);
  const char *from = get_node (interaction);
  const char *next = from != NULL ? kring_focus_find (map, from, arrow, get_faded (interaction))
                                  : find_in_sight (interaction);

  if (next != NULL)
    kring_interaction_focus (interaction, next);
  return TRUE;
}

/**
 * kring_walk_along_tie:
 * @step: 1: to the next tie of the same person; -1: to the one before
 *
 * Returns: whether there was one
 */
gboolean
kring_walk_along_tie (KringInteraction *interaction, int step)
{
  const char *node = get_node (interaction);
  const char *tie;

  if (node == NULL)
    return FALSE;
  tie = kring_focus_step_tie (kring_interaction_get_map (interaction), node,
                              get_focus (interaction), step, get_faded (interaction));
  if (tie == NULL)
    return FALSE;
  kring_interaction_set_tie_node (interaction, node);
  kring_interaction_focus (interaction, tie);
  return TRUE;
}

/**
 * kring_walk_to_centre:
 *
 * Returns: whether there is somebody whom the map is about, and they are not out of focus
 */
gboolean
kring_walk_to_centre (KringInteraction *interaction)
{
  KringItem *centre = kring_map_get_centre (kring_interaction_get_map (interaction));
  GHashTable *faded = get_faded (interaction);
  const char *id = centre != NULL ? kring_item_get_id (centre) : NULL;

  if (id == NULL || (faded != NULL && g_hash_table_contains (faded, id)))
    return FALSE;
  kring_interaction_focus (interaction, id);
  return TRUE;
}
