/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of what is under the pointer: a person or thing, a tie, or nothing. */
#include "gtk/canvas/kring-canvas-private.h"

#include "gtk/widgets/kring-action-menu.h"
#include "map/edit/kring-commands.h"

#include <glib/gi18n.h>

static const char *const node_entries[] = { "map.rename", "map.tie-from", "map.focus-circle" };

static const char *const copy_entries[] = {
  "map.group", "map.duplicate", "map.copy", NULL, "map.delete",
};

static const char *const group_entries[] = { "map.rename", "map.ungroup" };

static const char *const tie_entries[] = {
  "map.reverse",
  "map.direction",
  "map.stronger",
  "map.weaker",
};

static const char *const record_entries[] = {
  "map.add-signal",
  "map.add-protective",
  "map.add-question",
  "map.add-statement",
};

static const char *const delete_entries[] = { "map.certainty::refuted", "map.delete" };

static const char *const person_entries[] = { "map.set-centre" };

static const char *const empty_entries[] = {
  "map.add-here::person", "map.add-here::place", "map.add-here::note", NULL, "map.paste",
  "map.select-all",       "map.zoom-fit",
};

static const char *const layout_entries[] = {
  "map.layout::rings",  "map.layout::calm", "map.layout::groups",
  "map.layout::family", "map.layout::tidy",
};

static void
add_layouts (GMenu *menu)
{
  g_autoptr (GMenu) layouts = g_menu_new (), section = g_menu_new ();

  kring_action_menu_append (layouts, layout_entries, G_N_ELEMENTS (layout_entries));
  g_menu_append_submenu (section, _ ("La_yout"), G_MENU_MODEL (layouts));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Where things stay: the same key pins and lets go. */
static void
canvas_menu_add_places (GMenu *menu, KringCanvas *self)
{
  KringEditor *editor = kring_session_get_editor (self->session);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (self->interaction);
  g_autoptr (GMenu) section = g_menu_new ();
  const char *const names[] = { "map.pin", "map.tidy-selection" };
  gboolean several = kring_selection_get_size (kring_session_get_selection (self->session)) > 1;

  kring_action_menu_add (section, names, several ? 2 : 1);
  if (kring_edit_are_pinned (editor, ids))
    {
      g_menu_remove (section, 0);
      g_menu_insert (section, 0, _ ("Un_pin"), "map.pin");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* The choices of a field of ties, as a submenu of radio entries. */
static void
canvas_menu_add_choices (GMenu *menu, const char *label, const char *action, const char *field_name)
{
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), field_name);
  g_autoptr (GMenu) choices = g_menu_new ();

  for (guint i = 0; field->choices[i].name != NULL; i++)
    {
      g_autoptr (GMenuItem) entry = g_menu_item_new (kring_field_get_choice_label (field, i), NULL);

      g_menu_item_set_action_and_target (entry, action, "s", field->choices[i].name);
      g_menu_append_item (choices, entry);
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (choices));
}

static void
fill_tie (GMenu *menu)
{
  g_autoptr (GMenu) first = g_menu_new (), section = g_menu_new ();

  g_menu_append (first, _ ("_Kind"), "map.rename");
  kring_action_menu_add (first, tie_entries, G_N_ELEMENTS (tie_entries));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  canvas_menu_add_choices (section, _ ("_How Sure?"), "map.certainty", KRING_F_CERTAINTY);
  canvas_menu_add_choices (section, _ ("_Quality"), "map.quality", KRING_F_QUALITY);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  kring_action_menu_append (menu, record_entries, G_N_ELEMENTS (record_entries));
  kring_action_menu_append (menu, delete_entries, G_N_ELEMENTS (delete_entries));
}

/* What can be asked of the map about what is selected. */
static void
add_question (GMenu *menu, KringCanvas *self)
{
  guint size = kring_selection_get_size (kring_session_get_selection (self->session));
  const char *const names[] = { size == 2 ? "map.ask::linked" : "map.ask::near" };

  kring_action_menu_append (menu, names, size <= 2 ? 1 : 0);
}

static void
fill_node (GMenu *menu, KringCanvas *self, KringItem *item)
{
  g_autoptr (GMenu) section = g_menu_new ();

  kring_action_menu_append (menu, node_entries, G_N_ELEMENTS (node_entries));
  canvas_menu_add_places (menu, self);
  kring_action_menu_append (menu, copy_entries, G_N_ELEMENTS (copy_entries));
  if (!kring_item_is (item, KRING_KIND_NOTE))
    {
      kring_action_menu_append (menu, record_entries, G_N_ELEMENTS (record_entries));
      add_question (menu, self);
    }
  canvas_menu_add_choices (section, _ ("_How Sure?"), "map.certainty", KRING_F_CERTAINTY);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (kring_item_is (item, KRING_KIND_PERSON))
    kring_action_menu_append (menu, person_entries, G_N_ELEMENTS (person_entries));
}

static GMenuModel *
make_menu (KringCanvas *self, KringItem *item)
{
  GMenu *menu = g_menu_new ();

  if (item == NULL)
    {
      kring_action_menu_append (menu, empty_entries, G_N_ELEMENTS (empty_entries));
      add_layouts (menu);
    }
  else if (kring_item_is (item, KRING_KIND_TIE))
    fill_tie (menu);
  else if (kring_item_is (item, KRING_KIND_GROUP))
    {
      kring_action_menu_append (menu, group_entries, G_N_ELEMENTS (group_entries));
      canvas_menu_add_places (menu, self);
    }
  else
    fill_node (menu, self, item);
  return G_MENU_MODEL (menu);
}

static void
canvas_menu_closed_cb (KringCanvas *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * kring_canvas_show_menu:
 * @id: (nullable): what the menu is about
 * @point: where it opens, in pixels
 */
void
kring_canvas_show_menu (KringCanvas *self, const char *id, KringPoint point)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autoptr (GMenuModel) model = make_menu (self, id != NULL ? kring_map_get_item (map, id) : NULL);

  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (NULL));
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_popover_set_has_arrow (self->menu, FALSE);
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (canvas_menu_closed_cb), self);
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle){ point.x, point.y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/**
 * kring_canvas_flush:
 *
 * Closes what is asked over the map; what was typed there is its answer.
 */
void
kring_canvas_flush (KringCanvas *self)
{
  kring_tie_popover_finish (self->tie_popover);
  kring_rename_popover_finish (self->rename_popover);
}
