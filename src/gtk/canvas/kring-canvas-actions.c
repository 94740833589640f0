/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The "map." actions: those of the interaction under their own names, and those about the view. */
#include "gtk/canvas/kring-canvas-clipboard.h"
#include "gtk/canvas/kring-canvas-private.h"
#include "hands/interact/kring-actions.h"
#include "map/edit/kring-commands.h"

#include <string.h>

#define ZOOM_STEP 1.25

typedef void (*ViewFunc) (KringCanvas *self);

static void
zoom_in (KringCanvas *self)
{
  kring_canvas_zoom_by (self, ZOOM_STEP);
}

static void
zoom_out (KringCanvas *self)
{
  kring_canvas_zoom_by (self, 1 / ZOOM_STEP);
}

static void
zoom_100 (KringCanvas *self)
{
  kring_canvas_zoom_to (self, 1);
}

static void
canvas_actions_cut (KringCanvas *self)
{
  kring_canvas_clipboard_copy (self);
  kring_action_run (self->interaction, "delete", NULL);
}

static const struct
{
  const char *name;
  ViewFunc run;
} view_actions[] = {
  { "map.zoom-in", zoom_in },
  { "map.zoom-out", zoom_out },
  { "map.zoom-fit", kring_canvas_zoom_to_fit },
  { "map.zoom-100", zoom_100 },
  { "map.copy", kring_canvas_clipboard_copy },
  { "map.cut", canvas_actions_cut },
  { "map.paste", kring_canvas_clipboard_paste },
  { "map.copy-picture", kring_canvas_clipboard_copy_picture },
};

static void
action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringCanvas *self = data;
  const char *name = g_action_get_name (G_ACTION (action));
  const char *text = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;

  if (self->interaction == NULL)
    return;
  if (!kring_canvas_run (self, name))
    kring_action_run (self->interaction, name, text);
  kring_canvas_update_actions (self);
}

/* (nullable): by its name with "map.". */
static GSimpleAction *
find_action (KringCanvas *self, const char *name)
{
  GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (self->actions), name + strlen ("map."));

  return (GSimpleAction *) action;
}

static void
canvas_actions_add_action (KringCanvas *self, const KringAction *row)
{
  const char *name = row->name + strlen ("map.");
  const GVariantType *type = row->parameter != NULL ? G_VARIANT_TYPE_STRING : NULL;
  gboolean has_state = (row->use & KRING_USE_STATE) != 0;
  g_autoptr (GSimpleAction) action =
      has_state ? g_simple_action_new_stateful (name, type, g_variant_new_string (""))
                : g_simple_action_new (name, type);

  g_signal_connect_object (action, has_state ? "change-state" : "activate", G_CALLBACK (action_cb),
                           self, 0);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

/**
 * kring_canvas_install_actions:
 *
 * Makes the group "map." and puts it on the canvas.
 */
void
kring_canvas_install_actions (KringCanvas *self)
{
  const KringAction *row;

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    if (row->run != NULL && find_action (self, row->name) == NULL)
      canvas_actions_add_action (self, row);
  for (guint i = 0; i < G_N_ELEMENTS (view_actions); i++)
    canvas_actions_add_action (self, kring_action_find (view_actions[i].name));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (self->actions));
  kring_canvas_update_actions (self);
}

/**
 * kring_canvas_run:
 * @action: of those about the view and the clipboard
 *
 * Returns: whether there is such an action
 */
gboolean
kring_canvas_run (KringCanvas *self, const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_actions); i++)
    if (g_str_equal (view_actions[i].name + strlen ("map."), action))
      {
        view_actions[i].run (self);
        return TRUE;
      }
  return FALSE;
}

/* The choice that all of @ids share; empty if they differ. */
static const char *
get_shared_choice (KringMap *map, GPtrArray *ids, const char *field_name)
{
  const char *shared = NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
      const char *choice;

      if (field == NULL)
        continue;
      choice = field->choices[MAX (kring_item_get_choice (item, field_name), 0)].name;
      if (shared != NULL && !g_str_equal (shared, choice))
        return "";
      shared = choice;
    }
  return shared != NULL ? shared : "";
}

static void
update_states (KringCanvas *self, GPtrArray *ids)
{
  KringMap *map = kring_session_get_map (self->session);
  const char *tool = kring_action_get_tool_name (kring_session_get_tool (self->session));

  g_simple_action_set_enabled (
      find_action (self, "map.reverse"),
      kring_edit_can_reverse (kring_session_get_editor (self->session), ids));
  g_simple_action_set_state (find_action (self, "map.tool"), g_variant_new_string (tool));
  g_simple_action_set_state (
      find_action (self, "map.certainty"),
      g_variant_new_string (get_shared_choice (map, ids, KRING_F_CERTAINTY)));
  g_simple_action_set_state (find_action (self, "map.quality"),
                             g_variant_new_string (get_shared_choice (map, ids, KRING_F_QUALITY)));
}

/**
 * kring_canvas_update_actions:
 *
 * Makes actions possible or not, and their states true, after the selection or the map changed.
 */
void
kring_canvas_update_actions (KringCanvas *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));
  g_autoptr (GPtrArray) ids = NULL;
  const KringAction *row;

  if (self->interaction != NULL)
    ids = kring_interaction_dup_targets (self->interaction);
  for (guint i = 0; names[i] != NULL; i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i])),
        ids != NULL);
  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    if ((row->use & KRING_USE_ABOUT) != 0)
      g_simple_action_set_enabled (find_action (self, row->name), ids != NULL && ids->len > 0);
  if (ids != NULL)
    update_states (self, ids);
}
