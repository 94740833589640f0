/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-view-private.h"

#include "gtk/find/kring-search-popover.h"
#include "gtk/lists/kring-list-cell.h"
#include "gtk/widgets/kring-error-words.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-free-spot.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static KringEditor *
list_actions_get_editor (KringListView *self)
{
  return kring_session_get_editor (self->session);
}

static GPtrArray *
list_actions_dup_ids (KringListView *self)
{
  return kring_selection_dup_ids (kring_session_get_selection (self->session));
}

static void
select_and_inspect (KringListView *self, KringItem *item)
{
  kring_selection_select (kring_session_get_selection (self->session), kring_item_get_id (item));
  kring_list_view_inspect (self);
}

static void
list_actions_add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  const KringKind *kind = kring_kind_find (g_variant_get_string (parameter, NULL));
  KringMap *map = kring_session_get_map (self->session);

  g_return_if_fail (kind != NULL);

  select_and_inspect (self, kind->id == KRING_KIND_PARTICIPANT
                                ? kring_edit_add_participant (list_actions_get_editor (self), NULL)
                                : kring_edit_add (list_actions_get_editor (self), kind->id, NULL,
                                                  kring_free_spot_find_new (map, kind->id)));
}

static void
list_actions_delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);
  guint n = kring_edit_delete (list_actions_get_editor (self), ids);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deleted", "%u deleted", n), n);

  if (n > 0)
    gtk_widget_activate_action (widget, "win.tell-undo", "s", text);
}

static void
certainty_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  const KringField *field = &kring_kind_get (KRING_KIND_TIE)->fields[KRING_COMMON_CERTAINTY];
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);
  int certainty = kring_field_find_choice (field, g_variant_get_string (parameter, NULL));

  if (certainty >= 0)
    kring_edit_set_certainty (list_actions_get_editor (self), ids, certainty);
}

static void
list_actions_rename_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  KringItem *item = kring_selection_get_single (kring_session_get_selection (self->session));

  for (guint i = 0; i < self->cells->len && item != NULL; i++)
    {
      KringListCell *cell = g_ptr_array_index (self->cells, i);

      if (kring_list_cell_get_item (cell) == item &&
          kring_list_cell_get_column (cell) == KRING_COLUMN_NAME)
        {
          kring_list_cell_edit (cell);
          return;
        }
    }
}

static void
list_actions_inspect_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  kring_list_view_inspect (KRING_LIST_VIEW (widget));
}

static void
show_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);

  if (ids->len > 0)
    kring_list_view_show_item (self, g_ptr_array_index (ids, 0));
}

static void
duplicate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);
  g_autoptr (GPtrArray) copies = kring_edit_duplicate (list_actions_get_editor (self), ids);

  kring_selection_set_all (kring_session_get_selection (self->session), copies);
}

static void
group_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);
  KringItem *group = kring_edit_group (list_actions_get_editor (self), ids, NULL);

  if (group != NULL)
    select_and_inspect (self, group);
}

static void
list_actions_reverse_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);

  kring_edit_reverse_ties (list_actions_get_editor (self), ids);
}

static void
list_actions_centre_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  KringItem *item = kring_selection_get_single (kring_session_get_selection (self->session));

  if (item != NULL && kring_item_is (item, KRING_KIND_PERSON))
    kring_edit_set_centre (list_actions_get_editor (self), kring_item_get_id (item));
}

static void
list_actions_pin_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);

  kring_edit_set_pinned (list_actions_get_editor (self), ids,
                         !kring_edit_are_pinned (list_actions_get_editor (self), ids));
}

static void
list_actions_audience_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);

  if (ids->len > 0)
    kring_edit_cycle_audience (list_actions_get_editor (self), ids);
}

/* The same certainty as a tie drawn on the map without saying what it is. */
static void
other_end_cb (KringListView *self, const char *other)
{
  g_autoptr (GPtrArray) ids = list_actions_dup_ids (self);
  g_autoptr (GError) error = NULL;
  KringItem *tie;

  if (ids->len == 0)
    return;
  tie = kring_edit_add_tie (list_actions_get_editor (self), g_ptr_array_index (ids, 0), other, NULL,
                            KRING_CERTAINTY_SUSPECTED, &error);
  if (tie != NULL)
    select_and_inspect (self, tie);
  else
    {
      g_autofree char *refused = kring_error_words_dup_edit (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", refused);
    }
}

static void
tie_to_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringListView *self = KRING_LIST_VIEW (widget);
  KringItem *item = kring_selection_get_single (kring_session_get_selection (self->session));
  const KringField *to = kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_TO);

  if (item == NULL || !(to->refers_to & (1u << kring_item_get_kind (item)->id)))
    {
      gtk_widget_activate_action (widget, "win.tell", "s",
                                  _ ("Select one person or thing first: where the tie begins"));
      return;
    }
  if (self->chooser == NULL)
    {
      self->chooser = kring_search_popover_new_chooser (self->session, to->refers_to);
      g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (other_end_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->chooser, self->box);
    }
  gtk_popover_popup (GTK_POPOVER (self->chooser));
}

/*
 * kring_list_view_install_actions:
 *
 * Everything that can be done with what is selected.
 */
void
kring_list_view_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "list.add", "s", list_actions_add_cb);
  gtk_widget_class_install_action (klass, "list.delete", NULL, list_actions_delete_cb);
  gtk_widget_class_install_action (klass, "list.certainty", "s", certainty_cb);
  gtk_widget_class_install_action (klass, "list.rename", NULL, list_actions_rename_cb);
  gtk_widget_class_install_action (klass, "list.edit", NULL, list_actions_inspect_cb);
  gtk_widget_class_install_action (klass, "list.show", NULL, show_cb);
  gtk_widget_class_install_action (klass, "list.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (klass, "list.group", NULL, group_cb);
  gtk_widget_class_install_action (klass, "list.reverse", NULL, list_actions_reverse_cb);
  gtk_widget_class_install_action (klass, "list.set-centre", NULL, list_actions_centre_cb);
  gtk_widget_class_install_action (klass, "list.audience", NULL, list_actions_audience_cb);
  gtk_widget_class_install_action (klass, "list.pin", NULL, list_actions_pin_cb);
  gtk_widget_class_install_action (klass, "list.tie-from", NULL, tie_to_cb);
}

static GMenuModel *
new_certainty_menu (void)
{
  const KringField *field = &kring_kind_get (KRING_KIND_TIE)->fields[KRING_COMMON_CERTAINTY];
  GMenu *menu = g_menu_new ();

  for (int i = 0; field->choices[i].name != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("list.certainty::", field->choices[i].name, NULL);

      g_menu_append (menu, kring_field_get_choice_label (field, i), action);
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
list_actions_new_menu (void)
{
  static const char *const names[] = {
    "map.edit",  "list.show",      "map.rename", "map.tie-from", "map.certainty", "map.reverse",
    "map.group", "map.set-centre", "map.pin",    "map.audience", "map.duplicate", "map.delete",
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) certainties = new_certainty_menu ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const KringAction *row = kring_action_find (names[i]);
      g_autofree char *action = g_strconcat ("list", strchr (names[i], '.'), NULL);

      if (row != NULL)
        g_menu_append (menu, _ (row->in_list), action);
      else
        g_menu_append_submenu (menu, _ ("How sure?"), certainties);
    }
  return G_MENU_MODEL (menu);
}

/* The item whose row is at that place. */
static KringItem *
list_actions_pick (KringListView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (self->table, x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != self->table; widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (KRING_IS_LIST_CELL (widget))
        return kring_list_cell_get_item (KRING_LIST_CELL (widget));
      if (child != NULL && KRING_IS_LIST_CELL (child))
        return kring_list_cell_get_item (KRING_LIST_CELL (child));
    }
  return NULL;
}

static void
list_actions_open_menu (KringListView *self, double x, double y)
{
  GdkRectangle place = { x, y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/*
 * kring_list_view_run:
 *
 * What a key stands for: by the list under its own name, or by the map under its.
 *
 * Returns: whether there was anything to do
 */
gboolean
kring_list_view_run (KringListView *self, const KringAction *row)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *type = row->parameter != NULL ? "s" : NULL;
  g_autofree char *own = g_strconcat ("list", strchr (row->name, '.'), NULL);

  if (g_str_equal (own, "list.context-menu"))
    {
      list_actions_open_menu (self, gtk_widget_get_width (self->table) / 2.0, 40);
      return TRUE;
    }
  return gtk_widget_activate_action (widget, own, type, row->parameter) ||
         gtk_widget_activate_action (widget, row->name, type, row->parameter);
}

static void
list_actions_pressed_cb (KringListView *self, int n_press, double x, double y)
{
  KringSelection *selection = kring_session_get_selection (self->session);
  KringItem *item = list_actions_pick (self, x, y);

  if (item != NULL && !kring_selection_contains (selection, kring_item_get_id (item)))
    kring_selection_select (selection, kring_item_get_id (item));
  list_actions_open_menu (self, x, y);
}

/*
 * kring_list_view_add_menu:
 *
 * Gives the table its context menu, for the right button; the keys for it are those of the map.
 */
void
kring_list_view_add_menu (KringListView *self)
{
  g_autoptr (GMenuModel) model = list_actions_new_menu ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->menu = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->menu, self->box);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (list_actions_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->table, GTK_EVENT_CONTROLLER (click));
}

/**
 * kring_list_view_flush:
 *
 * Writes what is being typed in it; for whoever is about to save or close.
 */
void
kring_list_view_flush (KringListView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KRING_TYPE_LIST_CELL) : NULL;

  if (cell != NULL)
    kring_list_cell_flush (KRING_LIST_CELL (cell));
}
