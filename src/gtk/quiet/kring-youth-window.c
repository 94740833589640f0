/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/quiet/kring-youth-window.h"

#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n.h>

#define WIDTH 1100
#define HEIGHT 760
#define LIST_WIDTH 340
/* How large a window was that is covered. */
#define STATE_KEY "kring-covered-state"
#define STATE_FREE 0
#define STATE_MAXIMIZED 1
#define STATE_FULLSCREEN 2
/* The rings that can be chosen. */
#define N_RINGS 3

struct _KringYouthWindow
{
  AdwWindow parent_instance;

  KringEditor *editor; /* (owned) */
  GtkWidget *picture;
  GtkListBox *list;
  GtkRevealer *list_revealer;
  GtkRevealer *leave_revealer;
  GtkWidget *stay_button;
  GPtrArray *covered; /* (owned) (nullable) (element-type GtkWindow), shown again at the end */
  gboolean renewing;  /* the list is being filled */
};

G_DEFINE_FINAL_TYPE (KringYouthWindow, kring_youth_window, ADW_TYPE_WINDOW)

static void
ring_toggled_cb (GtkToggleButton *button, KringYouthWindow *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  KringRing ring = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "ring"));

  if (self->renewing)
    return;
  kring_youth_picture_put (KRING_YOUTH_PICTURE (self->picture), id,
                           gtk_toggle_button_get_active (button) ? ring : KRING_RING_NONE);
}

static GtkWidget *
make_rings (KringYouthWindow *self, KringItem *person)
{
  KringMap *view = kring_youth_picture_get_view (KRING_YOUTH_PICTURE (self->picture));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_add_css_class (box, "kring-own-rings");
  for (guint i = 0; i < N_RINGS; i++)
    {
      KringRing ring = KRING_RING_NEAR + i;
      GtkWidget *button = gtk_toggle_button_new_with_label (kring_map_get_ring_name (view, ring));

      g_object_set_data (G_OBJECT (button), "id", (gpointer) kring_item_get_id (person));
      g_object_set_data (G_OBJECT (button), "ring", GINT_TO_POINTER (ring));
      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect (button, "toggled", G_CALLBACK (ring_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static GtkWidget *
make_row (KringYouthWindow *self, KringItem *person)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *name = gtk_label_new (kring_item_get_text (person, KRING_F_NAME));
  GtkWidget *rings = make_rings (self, person);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), rings);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (kring_item_get_id (person)), g_free);
  g_object_set_data_full (G_OBJECT (row), "name",
                          g_strdup (kring_item_get_text (person, KRING_F_NAME)), g_free);
  g_object_set_data (G_OBJECT (row), "rings", rings);
  return row;
}

static GPtrArray *
dup_persons (KringYouthWindow *self)
{
  KringMap *view = kring_youth_picture_get_view (KRING_YOUTH_PICTURE (self->picture));
  GPtrArray *persons = kring_map_dup_items_of_kind (view, KRING_KIND_PERSON);

  for (guint i = persons->len; i > 0; i--)
    if (kring_map_is_centre (view, g_ptr_array_index (persons, i - 1)))
      g_ptr_array_remove_index (persons, i - 1);
  return persons;
}

/* Rows stay as long as they are about the same, so that the keyboard keeps its place. */
static gboolean
are_rows_of (KringYouthWindow *self, GPtrArray *persons)
{
  for (guint i = 0; i < persons->len; i++)
    {
      KringItem *person = g_ptr_array_index (persons, i);
      GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (self->list, i));

      if (row == NULL ||
          g_strcmp0 (g_object_get_data (row, "id"), kring_item_get_id (person)) != 0 ||
          g_strcmp0 (g_object_get_data (row, "name"), kring_item_get_text (person, KRING_F_NAME)) !=
              0)
        return FALSE;
    }
  return gtk_list_box_get_row_at_index (self->list, persons->len) == NULL;
}

static void
youth_window_fill_rows (KringYouthWindow *self, GPtrArray *persons)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < persons->len; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (persons, i)));
}

static void
show_rings (KringYouthWindow *self, GPtrArray *persons)
{
  for (guint i = 0; i < persons->len; i++)
    {
      GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (self->list, i));
      int ring = kring_item_get_choice (g_ptr_array_index (persons, i), KRING_F_RING);
      GtkWidget *button = gtk_widget_get_first_child (g_object_get_data (row, "rings"));

      for (; button != NULL; button = gtk_widget_get_next_sibling (button))
        gtk_toggle_button_set_active (
            GTK_TOGGLE_BUTTON (button),
            GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "ring")) == ring);
    }
}

static void
youth_window_view_changed_cb (KringYouthWindow *self)
{
  g_autoptr (GPtrArray) persons = dup_persons (self);

  self->renewing = TRUE;
  if (!are_rows_of (self, persons))
    youth_window_fill_rows (self, persons);
  show_rings (self, persons);
  self->renewing = FALSE;
}

static void
stay_cb (KringYouthWindow *self)
{
  gtk_revealer_set_reveal_child (self->leave_revealer, FALSE);
  gtk_widget_grab_focus (self->picture);
}

static void
youth_window_leave_cb (KringYouthWindow *self)
{
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
close_request_cb (KringYouthWindow *self)
{
  kring_youth_window_ask_to_leave (self);
  return TRUE;
}

/* Only what was put on a ring here can be taken back here. */
static void
undo (KringYouthWindow *self)
{
  KringHistory *history = kring_editor_get_history (self->editor);

  if (kring_edit_is_own_place (kring_history_get_undo_label (history)))
    kring_history_undo (history);
}

static void
redo (KringYouthWindow *self)
{
  KringHistory *history = kring_editor_get_history (self->editor);

  if (kring_edit_is_own_place (kring_history_get_redo_label (history)))
    kring_history_redo (history);
}

static gboolean
youth_window_key_pressed_cb (KringYouthWindow *self,
                             guint keyval,
                             guint keycode,
                             GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      kring_youth_window_ask_to_leave (self);
      return TRUE;
    }
  if (!(state & GDK_CONTROL_MASK) || (keyval != GDK_KEY_z && keyval != GDK_KEY_Z))
    return FALSE;
  if (state & GDK_SHIFT_MASK)
    redo (self);
  else
    undo (self);
  return TRUE;
}

static GtkWidget *
make_header (KringYouthWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *list = gtk_toggle_button_new (), *done = gtk_button_new_with_mnemonic (_ ("_Done"));

  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      adw_window_title_new (_ ("Your rings"), _ ("Drag everyone to the ring that fits you")));
  /* There is one way out, and it is said in words. */
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_button_set_icon_name (GTK_BUTTON (list), "view-list-symbolic");
  gtk_widget_set_tooltip_text (list, _ ("Names in a List"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names in a List"), -1);
  g_object_bind_property (list, "active", self->list_revealer, "reveal-child",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (done, "clicked", G_CALLBACK (kring_youth_window_ask_to_leave), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), list);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), done);
  return header;
}

static GtkWidget *
make_leave (KringYouthWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *text = gtk_label_new (_ ("The whole map comes back on the screen."));
  GtkWidget *leave = gtk_button_new_with_mnemonic (_ ("_Back to the Map"));

  self->stay_button = gtk_button_new_with_mnemonic (_ ("_Stay Here"));
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_start (box, 16);
  gtk_widget_set_margin_end (box, 16);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  g_signal_connect_swapped (leave, "clicked", G_CALLBACK (youth_window_leave_cb), self);
  g_signal_connect_swapped (self->stay_button, "clicked", G_CALLBACK (stay_cb), self);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (buttons), self->stay_button);
  gtk_box_append (GTK_BOX (buttons), leave);
  gtk_box_append (GTK_BOX (box), buttons);
  self->leave_revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->leave_revealer, box);
  return GTK_WIDGET (self->leave_revealer);
}

static GtkWidget *
make_list (KringYouthWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names in a List"), -1);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_size_request (scrolled, LIST_WIDTH, -1);
  self->list_revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->list_revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT);
  gtk_revealer_set_child (self->list_revealer, scrolled);
  return GTK_WIDGET (self->list_revealer);
}

static void
youth_window_fill (KringYouthWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->picture = kring_youth_picture_new (self->editor);
  gtk_box_append (GTK_BOX (both), make_list (self));
  gtk_box_append (GTK_BOX (both), self->picture);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_leave (self));
  gtk_box_append (GTK_BOX (box), both);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->picture, "view-changed", G_CALLBACK (youth_window_view_changed_cb),
                           self, G_CONNECT_SWAPPED);
  youth_window_view_changed_cb (self);
}

/* Out of sight; how large it was is kept with it. */
static void
cover (GtkWindow *window)
{
  gboolean maximized = gtk_window_is_maximized (window);
  gboolean fullscreen = gtk_window_is_fullscreen (window);

  g_object_set_data (G_OBJECT (window), STATE_KEY,
                     GINT_TO_POINTER (fullscreen  ? STATE_FULLSCREEN
                                      : maximized ? STATE_MAXIMIZED
                                                  : STATE_FREE));
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
}

/* As it was before. */
static void
uncover (GtkWindow *window)
{
  int state = GPOINTER_TO_INT (g_object_steal_data (G_OBJECT (window), STATE_KEY));

  if (state == STATE_FULLSCREEN)
    gtk_window_fullscreen (window);
  else if (state == STATE_MAXIMIZED)
    gtk_window_maximize (window);
  gtk_window_present (window);
}

static void
kring_youth_window_dispose (GObject *object)
{
  KringYouthWindow *self = KRING_YOUTH_WINDOW (object);
  g_autoptr (GPtrArray) covered = g_steal_pointer (&self->covered);

  for (guint i = 0; covered != NULL && i < covered->len; i++)
    uncover (g_ptr_array_index (covered, i));
  g_clear_object (&self->editor);
  G_OBJECT_CLASS (kring_youth_window_parent_class)->dispose (object);
}

static void
kring_youth_window_class_init (KringYouthWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_youth_window_dispose;
}

static void
kring_youth_window_init (KringYouthWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_window_set_title (GTK_WINDOW (self), _ ("Your rings"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_maximize (GTK_WINDOW (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (youth_window_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}

/**
 * kring_youth_window_new: (constructor)
 * @editor: of the whole map
 *
 * Returns: (transfer none): a window that belongs to GTK, and to no application
 */
GtkWindow *
kring_youth_window_new (KringEditor *editor)
{
  KringYouthWindow *self = g_object_new (KRING_TYPE_YOUTH_WINDOW, NULL);

  self->editor = g_object_ref (editor);
  youth_window_fill (self);
  gtk_widget_grab_focus (self->picture);
  return GTK_WINDOW (self);
}

/* As large as the screen that @window is on, also where windows cannot be maximized. */
static void
take_size (KringYouthWindow *self, GtkWidget *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *monitor =
      surface == NULL
          ? NULL
          : gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface);
  GdkRectangle area;

  if (monitor == NULL)
    return;
  gdk_monitor_get_geometry (monitor, &area);
  gtk_window_set_default_size (GTK_WINDOW (self), area.width, area.height);
}

/**
 * kring_youth_window_cover:
 *
 * Comes to the front, and puts all windows of @application out of sight until it is left.
 */
void
kring_youth_window_cover (KringYouthWindow *self, GtkApplication *application)
{
  self->covered = g_ptr_array_new_with_free_func (g_object_unref);
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (gtk_widget_get_visible (l->data))
      g_ptr_array_add (self->covered, g_object_ref (l->data));
  if (self->covered->len > 0)
    take_size (self, g_ptr_array_index (self->covered, 0));
  gtk_window_present (GTK_WINDOW (self));
  for (guint i = 0; i < self->covered->len; i++)
    cover (g_ptr_array_index (self->covered, i));
}

/**
 * kring_youth_window_ask_to_leave:
 *
 * Says what leaving does; asked once more, leaves.
 *
 * Returns: whether it was left
 */
gboolean
kring_youth_window_ask_to_leave (KringYouthWindow *self)
{
  if (gtk_revealer_get_reveal_child (self->leave_revealer))
    {
      youth_window_leave_cb (self);
      return TRUE;
    }
  gtk_revealer_set_reveal_child (self->leave_revealer, TRUE);
  gtk_widget_grab_focus (self->stay_button);
  return FALSE;
}

/**
 * kring_youth_window_get_picture:
 *
 * Returns: (transfer none): what is seen in it
 */
KringYouthPicture *
kring_youth_window_get_picture (KringYouthWindow *self)
{
  return KRING_YOUTH_PICTURE (self->picture);
}
