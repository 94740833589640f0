/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-pen-tray.h"

#include "gtk/inspector/kring-audience-button.h"
#include "gtk/widgets/kring-action-menu.h"

#include <glib/gi18n.h>

#define GRID_COLUMNS 4
#define N_PENS 3
#define N_COMMANDS 3

struct _KringPenTray
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) (nullable) */
  GSignalGroup *watched; /* (owned): the session */
  GtkWidget *kinds;      /* (owned), popover with the kinds of things */
  GtkWidget *content;    /* (owned), stands in the card or in the sheet */

  AdwBin *card;
  AdwBin *sheet;
  GtkWidget *single_button;
  GtkWidget *audience_button;
  GtkWidget *care_mark;
  GtkWidget *police_mark;
  GtkWidget *question;
  GtkBox *pens;
  GtkWidget *divider;
  GtkBox *tools;
  GtkWidget *tool_buttons[KRING_N_TOOLS];
  GtkWidget *captions[KRING_N_TOOLS];
  GtkWidget *icons[KRING_N_TOOLS];
  GtkWidget *pen_labels[N_PENS];
  GtkWidget *command_captions[N_COMMANDS];
  gboolean taken;         /* the tool was taken by the click that is going on */
  gboolean with_captions; /* under all tools */
  gboolean with_text;     /* beside pens, and under the tools that are used most */
};

G_DEFINE_FINAL_TYPE (KringPenTray, kring_pen_tray, ADW_TYPE_BIN)

static const char *const pens[N_PENS] = { "win.pen::care", "win.pen::police", "win.pen::both" };

/* What is not a tool in the hand but asks at once, about what is selected. */
static const char *const commands[N_COMMANDS] = {
  "map.add-signal",
  "map.add-protective",
  "map.add-question",
};

static char *
dup_icon_name (const KringKind *kind)
{
  return g_strdup_printf ("kring-%s-symbolic", kind->icon);
}

static void
show_tool (KringPenTray *self)
{
  KringToolId tool = kring_session_get_tool (self->session);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tool_buttons[tool]), TRUE);
  self->taken = FALSE;
}

/* Of these the word stays where there is no room for all. */
static gboolean
is_used_most (guint tool)
{
  return tool == KRING_TOOL_PERSON || tool == KRING_TOOL_THING || tool == KRING_TOOL_TIE;
}

/* Where there is little room only the sign tells that it is another thing than a place. */
static void
show_captions (KringPenTray *self)
{
  KringKindId kind =
      self->session != NULL ? kring_session_get_thing_kind (self->session) : KRING_KIND_PLACE;

  for (guint tool = 0; tool < KRING_N_TOOLS; tool++)
    gtk_widget_set_visible (self->captions[tool],
                            self->with_captions ||
                                (self->with_text && is_used_most (tool) &&
                                 (tool != KRING_TOOL_THING || kind == KRING_KIND_PLACE)));
}

static void
show_thing_kind (KringPenTray *self)
{
  const KringKind *kind = kring_kind_get (kring_session_get_thing_kind (self->session));
  g_autofree char *icon = dup_icon_name (kind);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[KRING_TOOL_THING]), icon);
  gtk_label_set_text (GTK_LABEL (self->captions[KRING_TOOL_THING]), kring_kind_get_label (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tool_buttons[KRING_TOOL_THING]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, kring_kind_get_label (kind), -1);
  show_captions (self);
}

static void
tool_toggled_cb (GtkToggleButton *button, KringPenTray *self)
{
  if (self->session == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (guint tool = 0; tool < KRING_N_TOOLS; tool++)
    {
      if (self->tool_buttons[tool] == GTK_WIDGET (button))
        kring_session_set_tool (self->session, tool);
    }
  self->taken = TRUE;
}

static void
pen_tray_kind_clicked_cb (GtkWidget *button, KringPenTray *self)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "kind"));

  kring_session_set_thing_kind (self->session, kind);
  kring_session_set_tool (self->session, KRING_TOOL_THING);
  gtk_popover_popdown (GTK_POPOVER (self->kinds));
}

static void
popup_kinds (KringPenTray *self)
{
  gtk_popover_popup (GTK_POPOVER (self->kinds));
}

/* A click on the tool that is in the hand already offers the others. */
static void
thing_clicked_cb (KringPenTray *self)
{
  if (!self->taken)
    popup_kinds (self);
  self->taken = FALSE;
}

static void
thing_pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, KringPenTray *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_kinds (self);
}

static void
thing_held_cb (GtkGestureLongPress *gesture, double x, double y, KringPenTray *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  popup_kinds (self);
}

static gboolean
thing_menu_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  popup_kinds (data);
  return TRUE;
}

static void
pen_tray_name_button (GtkWidget *button, const KringAction *row, const char *label)
{
  g_autofree char *tooltip = kring_action_dup_tip (row);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
append_mark (GtkBox *box, const char *letter, const char *css_class)
{
  GtkWidget *mark = gtk_label_new (letter);

  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "kring-mark");
  gtk_widget_add_css_class (mark, css_class);
  gtk_box_append (box, mark);
}

static void
append_pen (KringPenTray *self, guint pen)
{
  const KringAction *row = kring_action_find (pens[pen]);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2));

  if (!g_str_equal (row->parameter, "police"))
    append_mark (box, C_ ("initial of care", "C"), "kring-care");
  if (!g_str_equal (row->parameter, "care"))
    append_mark (box, C_ ("initial of police", "P"), "kring-police");
  self->pen_labels[pen] = gtk_label_new (_ (row->help));
  gtk_widget_set_margin_start (self->pen_labels[pen], 3);
  gtk_box_append (box, self->pen_labels[pen]);
  gtk_widget_set_halign (GTK_WIDGET (box), GTK_ALIGN_CENTER);

  gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (box));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.pen");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", row->parameter);
  gtk_widget_add_css_class (button, "pen");
  gtk_widget_add_css_class (button, row->parameter);
  pen_tray_name_button (button, row, _ (row->help));
  gtk_box_append (self->pens, button);
}

static void
append_tool (KringPenTray *self, guint tool)
{
  g_autofree char *name = g_strconcat ("map.tool::", kring_action_get_tool_name (tool), NULL);
  const KringAction *row = kring_action_find (name);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->icons[tool] = gtk_image_new_from_icon_name (row->icon);
  self->captions[tool] = gtk_label_new (_ (row->caption));
  self->tool_buttons[tool] = button;
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->icons[tool]);
  gtk_box_append (GTK_BOX (box), self->captions[tool]);

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "tool");
  pen_tray_name_button (button, row, _ (row->caption));
  if (tool > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                 GTK_TOGGLE_BUTTON (self->tool_buttons[0]));
  g_signal_connect_object (button, "toggled", G_CALLBACK (tool_toggled_cb), self, 0);
  gtk_box_append (self->tools, button);
}

static void
append_command (KringPenTray *self, guint command)
{
  const KringAction *row = kring_action_find (commands[command]);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  self->command_captions[command] = gtk_label_new (_ (row->caption));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (row->icon));
  gtk_box_append (GTK_BOX (box), self->command_captions[command]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), row->name);
  gtk_widget_add_css_class (button, "tool");
  gtk_widget_add_css_class (button, "flat");
  pen_tray_name_button (button, row, _ (row->caption));
  gtk_box_append (self->tools, button);
}

static GtkWidget *
create_kind_button (KringPenTray *self, KringKindId id)
{
  const KringKind *kind = kring_kind_get (id);
  g_autofree char *icon = dup_icon_name (kind);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), gtk_label_new (kring_kind_get_label (kind)));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_size_request (button, 84, 60);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kring_kind_get_label (kind), -1);
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (id));
  g_signal_connect_object (button, "clicked", G_CALLBACK (pen_tray_kind_clicked_cb), self, 0);
  return button;
}

static void
create_kinds (KringPenTray *self)
{
  GtkWidget *grid = gtk_grid_new ();
  const KringKind *kind;

  for (guint i = 0; (kind = kring_kind_get_thing (i)) != NULL; i++)
    gtk_grid_attach (GTK_GRID (grid), create_kind_button (self, kind->id), i % GRID_COLUMNS,
                     i / GRID_COLUMNS, 1, 1);
  self->kinds = g_object_ref_sink (gtk_popover_new ());
  gtk_popover_set_child (GTK_POPOVER (self->kinds), grid);
  gtk_popover_set_position (GTK_POPOVER (self->kinds), GTK_POS_TOP);
  gtk_widget_set_parent (self->kinds, self->tool_buttons[KRING_TOOL_THING]);
}

static void
add_thing_controllers (KringPenTray *self)
{
  GtkWidget *button = self->tool_buttons[KRING_TOOL_THING];
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("<Shift>F10|Menu|Down");

  g_signal_connect_object (button, "clicked", G_CALLBACK (thing_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (thing_pressed_cb), self, 0);
  g_signal_connect_object (hold, "pressed", G_CALLBACK (thing_held_cb), self, 0);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (trigger, gtk_callback_action_new (thing_menu_key_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (hold), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (button, keys);
}

static void
kring_pen_tray_dispose (GObject *object)
{
  KringPenTray *self = KRING_PEN_TRAY (object);

  if (self->kinds != NULL)
    gtk_widget_unparent (self->kinds);
  g_clear_object (&self->kinds);
  g_clear_object (&self->content);
  g_clear_object (&self->watched);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_pen_tray_parent_class)->dispose (object);
}

static void
kring_pen_tray_class_init (KringPenTrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_pen_tray_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-pen-tray.ui");
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, card);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, sheet);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, audience_button);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, single_button);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, care_mark);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, police_mark);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, question);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, pens);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, divider);
  gtk_widget_class_bind_template_child (widget_class, KringPenTray, tools);
}

static void
kring_pen_tray_init (KringPenTray *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_init_template (widget);
  self->watched = g_signal_group_new (KRING_TYPE_SESSION);
  g_signal_group_connect_swapped (self->watched, "notify::tool", G_CALLBACK (show_tool), self);
  g_signal_group_connect_swapped (self->watched, "notify::thing-kind", G_CALLBACK (show_thing_kind),
                                  self);
  self->content = g_object_ref (adw_bin_get_child (self->card));
  for (guint pen = 0; pen < N_PENS; pen++)
    append_pen (self, pen);
  for (guint tool = 0; tool < KRING_N_TOOLS; tool++)
    append_tool (self, tool);
  for (guint command = 0; command < N_COMMANDS; command++)
    append_command (self, command);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tool_buttons[KRING_TOOL_SELECT]), TRUE);
  create_kinds (self);
  add_thing_controllers (self);
}

/**
 * kring_pen_tray_new:
 *
 * Returns: (transfer floating): a tray without a session
 */
GtkWidget *
kring_pen_tray_new (void)
{
  return g_object_new (KRING_TYPE_PEN_TRAY, NULL);
}

/* For whom what comes next is, as long as that is not for all. */
static void
show_audience (KringPenTray *self)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_AUDIENCE);
  KringAudience audience = kring_editor_get_audience (kring_session_get_editor (self->session));
  g_autofree char *text = g_strdup_printf (_ ("What comes next: %s"),
                                           kring_field_get_choice_label (field, (int) audience));

  gtk_widget_set_visible (self->audience_button, audience != KRING_AUDIENCE_JOINT);
  gtk_button_set_icon_name (GTK_BUTTON (self->audience_button), kring_audience_get_icon (audience));
  gtk_widget_set_tooltip_text (self->audience_button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->audience_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * kring_pen_tray_set_session:
 * @session: (nullable): whose tool is shown and set
 */
void
kring_pen_tray_set_session (KringPenTray *self, KringSession *session)
{
  g_return_if_fail (KRING_IS_PEN_TRAY (self));

  g_signal_group_set_target (self->watched, session);
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  show_tool (self);
  show_thing_kind (self);
  g_signal_connect_object (kring_session_get_editor (session), "notify::audience",
                           G_CALLBACK (show_audience), self, G_CONNECT_SWAPPED);
  show_audience (self);
}

/**
 * kring_pen_tray_set_mode:
 * @mode: how much room there is
 */
void
kring_pen_tray_set_mode (KringPenTray *self, KringTrayMode mode)
{
  AdwBin *home = mode == KRING_TRAY_SINGLE ? self->sheet : self->card;
  gboolean with_captions = mode == KRING_TRAY_FULL || mode == KRING_TRAY_SINGLE;

  g_return_if_fail (KRING_IS_PEN_TRAY (self));

  self->with_captions = with_captions;
  self->with_text = mode != KRING_TRAY_MARKS;
  if (adw_bin_get_child (home) == NULL)
    {
      adw_bin_set_child (self->card, NULL);
      adw_bin_set_child (self->sheet, NULL);
      adw_bin_set_child (home, self->content);
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content), mode == KRING_TRAY_SINGLE
                                                                      ? GTK_ORIENTATION_VERTICAL
                                                                      : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->content), with_captions ? 8 : 2);
  gtk_widget_set_visible (GTK_WIDGET (self->card), mode != KRING_TRAY_SINGLE);
  gtk_widget_set_visible (self->single_button, mode == KRING_TRAY_SINGLE);
  gtk_widget_set_visible (self->question, with_captions);
  gtk_widget_set_visible (self->divider, mode != KRING_TRAY_SINGLE);
  if (with_captions)
    gtk_widget_remove_css_class (self->content, "bare");
  else
    gtk_widget_add_css_class (self->content, "bare");
  for (guint pen = 0; pen < N_PENS; pen++)
    gtk_widget_set_visible (self->pen_labels[pen], self->with_text);
  show_captions (self);
  for (guint command = 0; command < N_COMMANDS; command++)
    gtk_widget_set_visible (self->command_captions[command], with_captions);
}

/**
 * kring_pen_tray_show_pen:
 * @pen: the pen in use
 *
 * Puts the mark of the pen on the single button; the toggles follow the action by themselves.
 */
void
kring_pen_tray_show_pen (KringPenTray *self, KringParty pen)
{
  g_return_if_fail (KRING_IS_PEN_TRAY (self));

  gtk_widget_set_visible (self->care_mark, pen != KRING_PARTY_POLICE);
  gtk_widget_set_visible (self->police_mark, pen != KRING_PARTY_CARE);
}
