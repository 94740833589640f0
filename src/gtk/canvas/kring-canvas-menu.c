/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menu of what is under the pointer: a person or thing, a tie, or nothing. */
#include "gtk/canvas/kring-canvas-private.h"

#include "map/edit/kring-commands.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label;  /* NULL: the next section */
  const char *action; /* with its target */
} Entry;

static const Entry node_entries[] = {
  { N_ ("_Edit Name"), "map.rename" },
  { N_ ("_Tie from Here"), "map.tie-from" },
  { N_ ("Show Only the _Circle Around This"), "map.focus-circle" },
};

static const Entry copy_entries[] = {
  { N_ ("_Group"), "map.group" },   { N_ ("D_uplicate"), "map.duplicate" },
  { N_ ("_Copy"), "map.copy" },     { NULL, NULL },
  { N_ ("_Delete"), "map.delete" },
};

static const Entry person_entries[] = {
  { N_ ("This Map Is About This _Person"), "map.set-centre" },
};

static const Entry group_entries[] = {
  { N_ ("_Edit Name"), "map.rename" },
  { N_ ("_Ungroup"), "map.ungroup" },
};

static const Entry tie_entries[] = {
  { N_ ("_Kind"), "map.rename" },
  { N_ ("_Reverse the Direction"), "map.reverse" },
  { N_ ("Next D_irection"), "map.direction" },
  { N_ ("_Stronger"), "map.stronger" },
  { N_ ("_Weaker"), "map.weaker" },
};

static const Entry record_entries[] = {
  { N_ ("_Signal…"), "map.add-signal" },
  { N_ ("What Protects…"), "map.add-protective" },
  { N_ ("Q_uestion…"), "map.add-question" },
  { N_ ("_What Do We Know…"), "map.add-statement" },
};

static const Entry delete_entries[] = {
  { N_ ("Re_fute"), "map.certainty::refuted" },
  { N_ ("_Delete"), "map.delete" },
};

static const Entry empty_entries[] = {
  { N_ ("_Person Here"), "map.add-here::person" },
  { N_ ("P_lace Here"), "map.add-here::place" },
  { N_ ("_Note Here"), "map.add-here::note" },
  { NULL, NULL },
  { N_ ("P_aste"), "map.paste" },
  { N_ ("_Select All"), "map.select-all" },
  { N_ ("Show _Everything"), "map.zoom-fit" },
};

static const Entry layout_entries[] = {
  { N_ ("_Rings"), "map.layout::rings" },   { N_ ("_Calm"), "map.layout::calm" },
  { N_ ("_Groups"), "map.layout::groups" }, { N_ ("_Family"), "map.layout::family" },
  { N_ ("_Tidy Up"), "map.layout::tidy" },
};

static void
add_entries (GMenu *menu, const Entry *entries, guint n)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < n; i++)
    {
      if (entries[i].label != NULL)
        {
          g_menu_append (section, _ (entries[i].label), entries[i].action);
          continue;
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
      g_object_unref (section);
      section = g_menu_new ();
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_layouts (GMenu *menu)
{
  g_autoptr (GMenu) layouts = g_menu_new (), section = g_menu_new ();

  add_entries (layouts, layout_entries, G_N_ELEMENTS (layout_entries));
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

  g_menu_append (section, kring_edit_are_pinned (editor, ids) ? _ ("Un_pin") : _ ("_Pin"),
                 "map.pin");
  if (kring_selection_get_size (kring_session_get_selection (self->session)) > 1)
    g_menu_append (section, _ ("_Tidy the Selection"), "map.tidy-selection");
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
  g_autoptr (GMenu) section = g_menu_new ();

  add_entries (menu, tie_entries, G_N_ELEMENTS (tie_entries));
  canvas_menu_add_choices (section, _ ("_How Sure?"), "map.certainty", KRING_F_CERTAINTY);
  canvas_menu_add_choices (section, _ ("_Quality"), "map.quality", KRING_F_QUALITY);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  add_entries (menu, record_entries, G_N_ELEMENTS (record_entries));
  add_entries (menu, delete_entries, G_N_ELEMENTS (delete_entries));
}

/* What can be asked of the map about what is selected. */
static void
add_question (GMenu *menu, KringCanvas *self)
{
  guint size = kring_selection_get_size (kring_session_get_selection (self->session));
  g_autoptr (GMenu) section = g_menu_new ();

  if (size == 2)
    g_menu_append (section, _ ("How Are These Two _Linked?"), "map.ask::linked");
  else if (size <= 1)
    g_menu_append (section, _ ("Who Is _Near?"), "map.ask::near");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
fill_node (GMenu *menu, KringCanvas *self, KringItem *item)
{
  g_autoptr (GMenu) section = g_menu_new ();

  add_entries (menu, node_entries, G_N_ELEMENTS (node_entries));
  canvas_menu_add_places (menu, self);
  add_entries (menu, copy_entries, G_N_ELEMENTS (copy_entries));
  if (!kring_item_is (item, KRING_KIND_NOTE))
    {
      add_entries (menu, record_entries, G_N_ELEMENTS (record_entries));
      add_question (menu, self);
    }
  canvas_menu_add_choices (section, _ ("_How Sure?"), "map.certainty", KRING_F_CERTAINTY);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  if (kring_item_is (item, KRING_KIND_PERSON))
    add_entries (menu, person_entries, G_N_ELEMENTS (person_entries));
}

static GMenuModel *
make_menu (KringCanvas *self, KringItem *item)
{
  GMenu *menu = g_menu_new ();

  if (item == NULL)
    {
      add_entries (menu, empty_entries, G_N_ELEMENTS (empty_entries));
      add_layouts (menu);
    }
  else if (kring_item_is (item, KRING_KIND_TIE))
    fill_tie (menu);
  else if (kring_item_is (item, KRING_KIND_GROUP))
    {
      add_entries (menu, group_entries, G_N_ELEMENTS (group_entries));
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
