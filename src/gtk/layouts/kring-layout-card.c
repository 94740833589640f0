/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/layouts/kring-layout-card.h"

#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n.h>

/* A picture of a layout, in pixels. */
#define PICTURE_WIDTH 64
#define PICTURE_HEIGHT 46
#define DOT 3.2
/* Layouts that take no longer than this, in milliseconds, show nothing. */
#define PATIENCE_MS 250
/* So long the pointer rests on a choice before it is tried. */
#define HOVER_MS 160
#define N_CHOICES 5

struct _KringLayoutCard
{
  AdwBin parent_instance;

  KringCanvas *canvas;     /* (not owned), outlives it in the same overlay */
  KringArranger *arranger; /* (owned) */
  KringMap *map;           /* (owned) (nullable) whose ground is told */
  GtkMenuButton *button;
  GtkLabel *label;
  GtkPopover *popover;
  GtkWidget *choices[N_CHOICES];
  GtkLabel *texts[N_CHOICES]; /* what they do */
  GtkWidget *only_selected;
  GtkWidget *stop;   /* shown while it takes long */
  guint patience_id; /* until then */
  guint hover_id;    /* until what the pointer is on is tried */
  guint hovered;     /* which choice that is */
  gboolean by_key;   /* the keyboard goes to a choice because somebody wants that */
};

G_DEFINE_FINAL_TYPE (KringLayoutCard, kring_layout_card, ADW_TYPE_BIN)

/* Dots on a field of 64 by 46, and pairs of dots that are joined. */
typedef struct
{
  KringLayoutType type;
  const char *title;
  const char *text;
  const KringPoint *dots;
  guint n_dots;
  const char *ties; /* two letters a tie, "a" is the first dot */
} Choice;

static const KringPoint rings_dots[] = { { 32, 23 }, { 20, 17 }, { 46, 18 }, { 33, 35 },
                                         { 8, 26 },  { 31, 6 },  { 55, 30 } };
static const KringPoint calm_dots[] = { { 24, 22 }, { 9, 12 },  { 10, 33 }, { 28, 39 },
                                        { 41, 14 }, { 54, 25 }, { 44, 38 } };
static const KringPoint groups_dots[] = { { 12, 14 }, { 23, 20 }, { 12, 28 }, { 46, 12 },
                                          { 55, 21 }, { 44, 26 }, { 32, 39 } };
static const KringPoint family_dots[] = { { 22, 8 },  { 42, 8 },  { 12, 23 }, { 32, 23 },
                                          { 52, 23 }, { 24, 38 }, { 40, 38 } };
static const KringPoint tidy_dots[] = { { 13, 10 }, { 32, 10 }, { 51, 10 }, { 13, 35 },
                                        { 32, 23 }, { 51, 35 }, { 32, 37 } };

static const Choice choices[N_CHOICES] = {
  { KRING_LAYOUT_RINGS, N_ ("Rings"), N_ ("The young person in the middle, near is close by"),
    rings_dots, G_N_ELEMENTS (rings_dots), "abacadbebfcfcg" },
  { KRING_LAYOUT_READABLE, N_ ("Calm"), N_ ("Who is tied stands together, lines stay apart"),
    calm_dots, G_N_ELEMENTS (calm_dots), "abacadaebcefegfg" },
  { KRING_LAYOUT_GROUPS, N_ ("Groups"), N_ ("Everyone in a group together"), groups_dots,
    G_N_ELEMENTS (groups_dots), "abacdedfbgfgbd" },
  { KRING_LAYOUT_FAMILY, N_ ("Family"), N_ ("Parents above, children below"), family_dots,
    G_N_ELEMENTS (family_dots), "abadbdbecddfdg" },
  { KRING_LAYOUT_TIDY, N_ ("Tidy up"), N_ ("Only what overlaps gives way"), tidy_dots,
    G_N_ELEMENTS (tidy_dots), "aebecedefegeg" },
};

static void
draw_rings (cairo_t *cr)
{
  static const double sizes[] = { 31, 20 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      cairo_save (cr);
      cairo_translate (cr, PICTURE_WIDTH / 2.0, PICTURE_HEIGHT / 2.0);
      cairo_scale (cr, 1, 0.7);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0, 0, sizes[i], 0, 2 * G_PI);
      cairo_restore (cr);
      cairo_stroke (cr);
    }
}

static void
draw_groups (cairo_t *cr)
{
  static const KringRect boxes[] = { { 3, 6, 29, 31 }, { 36, 4, 26, 29 } };

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      cairo_rectangle (cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
      cairo_fill (cr);
    }
}

static void
layout_card_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  const Choice *choice = data;
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.16);
  cairo_set_line_width (cr, 1.2);
  if (choice->dots == rings_dots)
    draw_rings (cr);
  if (choice->dots == groups_dots)
    draw_groups (cr);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.5);
  for (const char *tie = choice->ties; tie[0] != '\0' && tie[1] != '\0'; tie += 2)
    {
      const KringPoint *from = &choice->dots[tie[0] - 'a'], *to = &choice->dots[tie[1] - 'a'];

      cairo_move_to (cr, from->x, from->y);
      cairo_line_to (cr, to->x, to->y);
    }
  cairo_stroke (cr);
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, 0.9);
  for (guint i = 0; i < choice->n_dots; i++)
    {
      gboolean centre = i == 0 && choice->dots == rings_dots;

      cairo_arc (cr, choice->dots[i].x, choice->dots[i].y, centre ? DOT * 1.5 : DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static const char *
layout_card_get_name (KringLayoutType type)
{
  switch (type)
    {
    case KRING_LAYOUT_STRESS:
    case KRING_LAYOUT_READABLE:
      return _ ("calm");
    case KRING_LAYOUT_GROUPS:
      return _ ("groups");
    case KRING_LAYOUT_FAMILY:
      return _ ("family");
    default:
      return _ ("free");
    }
}

/* Rings are told by the ground, as they may have been chosen in another meeting. */
static gboolean
layout_card_has_rings (KringLayoutCard *self)
{
  return self->map != NULL && kring_map_get_centre (self->map) != NULL &&
         kring_item_get_choice (kring_map_get_case (self->map), KRING_F_BACKGROUND) == 0;
}

/* Rings lie around somebody; as long as nobody is chosen, that is what the choice says. */
static void
update_rings (KringLayoutCard *self)
{
  gboolean possible = self->map != NULL && kring_map_get_centre (self->map) != NULL;

  gtk_widget_set_sensitive (self->choices[0], possible);
  gtk_label_set_text (self->texts[0],
                      possible ? _ (choices[0].text) : _ ("First choose who this map is about"));
}

static void
update_label (KringLayoutCard *self)
{
  const char *name =
      /* Translators: a layout, after "Layout: " */
      layout_card_has_rings (self)
          ? _ ("rings")
          : layout_card_get_name (kring_arranger_get_layout (self->arranger));
  /* Translators: the button over the map; the name of a layout follows */
  g_autofree char *text = g_strdup_printf (_ ("Layout: %s"), name);

  update_rings (self);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static gboolean
patience_cb (gpointer data)
{
  KringLayoutCard *self = data;

  self->patience_id = 0;
  gtk_widget_set_visible (self->stop, TRUE);
  return G_SOURCE_REMOVE;
}

static void
busy_changed_cb (KringLayoutCard *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  gtk_widget_set_visible (self->stop, FALSE);
  if (kring_arranger_get_busy (self->arranger))
    self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  update_label (self);
}

static void
layout_card_stop_cb (KringLayoutCard *self)
{
  kring_arranger_cancel (self->arranger);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static guint
layout_card_find_choice (KringLayoutCard *self, GtkWidget *widget)
{
  guint i = 0;

  while (i < N_CHOICES && self->choices[i] != widget)
    i++;
  return i;
}

static void
layout_card_chosen_cb (KringLayoutCard *self, GtkWidget *button)
{
  kring_canvas_set_left_inset (self->canvas, 0);
  kring_arranger_run (self->arranger, choices[layout_card_find_choice (self, button)].type);
  gtk_popover_popdown (self->popover);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
focused_cb (KringLayoutCard *self, GtkEventController *focus)
{
  guint i = layout_card_find_choice (self, gtk_event_controller_get_widget (focus));

  if (self->by_key && i < N_CHOICES)
    kring_arranger_try (self->arranger, choices[i].type);
}

static gboolean
hover_cb (gpointer data)
{
  KringLayoutCard *self = data;

  self->hover_id = 0;
  kring_arranger_try (self->arranger, choices[self->hovered].type);
  return G_SOURCE_REMOVE;
}

static void
layout_card_entered_cb (KringLayoutCard *self, double x, double y, GtkEventController *motion)
{
  self->hovered = layout_card_find_choice (self, gtk_event_controller_get_widget (motion));
  g_clear_handle_id (&self->hover_id, g_source_remove);
  self->hover_id = g_timeout_add (HOVER_MS, hover_cb, self);
}

static void
layout_card_left_cb (KringLayoutCard *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
}

/* Up and down go from one to the next, also where GTK would tick a choice. */
static gboolean
layout_card_key_pressed_cb (KringLayoutCard *self, guint keyval)
{
  gboolean down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  self->by_key = keyval != GDK_KEY_Escape;
  gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), TRUE);
  if (!down && keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (gtk_popover_get_child (self->popover),
                          down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_STOP;
}

static void
update_only_selected (KringLayoutCard *self, KringSelection *selection)
{
  guint n = kring_selection_get_size (selection);
  g_autofree char *text =
      n == 0 ? g_strdup (_ ("Only what is _selected (nothing now)"))
             : g_strdup_printf (
                   ngettext ("Only what is _selected (%u)", "Only what is _selected (%u)", n), n);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->only_selected), text);
  gtk_widget_set_sensitive (self->only_selected, n > 0);
}

/* What is tried is seen beside the choices, where there is room for both. */
static void
layout_card_make_room (KringLayoutCard *self)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (self->popover), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  if (gtk_widget_get_width (GTK_WIDGET (self->canvas)) > 2 * width)
    kring_canvas_set_left_inset (self->canvas, width);
}

/* The keyboard begins at how the map is. */
static void
layout_card_opened_cb (KringLayoutCard *self)
{
  KringLayoutType now = layout_card_has_rings (self) ? KRING_LAYOUT_RINGS
                                                     : kring_arranger_get_layout (self->arranger);
  guint first = layout_card_has_rings (self) ? 0 : 1;

  for (guint i = 1; i < N_CHOICES; i++)
    if (choices[i].type == now)
      first = i;
  layout_card_make_room (self);
  gtk_widget_grab_focus (self->choices[first]);
}

static void
layout_card_closed_cb (KringLayoutCard *self)
{
  layout_card_left_cb (self);
  self->by_key = FALSE;
  kring_canvas_set_left_inset (self->canvas, 0);
  kring_arranger_end_trial (self->arranger);
}

static GtkWidget *
make_texts (KringLayoutCard *self, const Choice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (_ (choice->title)), *text = gtk_label_new (_ (choice->text));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 30);
  gtk_widget_add_css_class (text, "caption");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->texts[choice - choices] = GTK_LABEL (text);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  return box;
}

static GtkWidget *
make_choice (KringLayoutCard *self, const Choice *choice)
{
  GtkWidget *button = gtk_button_new (), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), PICTURE_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), PICTURE_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), layout_card_draw_cb, (gpointer) choice,
                                  NULL);
  gtk_box_append (GTK_BOX (row), area);
  gtk_box_append (GTK_BOX (row), make_texts (self, choice));
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (choice->title), -1);
  kring_spoken_describe (button, _ (choice->text));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (layout_card_chosen_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (layout_card_entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (layout_card_left_cb), self);
  gtk_widget_add_controller (button, focus);
  gtk_widget_add_controller (button, motion);
  return button;
}

static GtkWidget *
make_switch (KringLayoutCard *self, const char *title, const char *property)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (title);

  gtk_widget_set_margin_start (check, 6);
  g_object_bind_property (self->arranger, property, check, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return check;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint = gtk_label_new (
      _ ("The map shows what it becomes.\nEnter or a click keeps it, Esc puts everything back."));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 30);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_set_margin_start (hint, 10);
  gtk_widget_set_margin_bottom (hint, 6);
  return hint;
}

static GtkWidget *
make_popover (KringLayoutCard *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (layout_card_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (box), keys);
  for (guint i = 0; i < N_CHOICES; i++)
    {
      self->choices[i] = make_choice (self, &choices[i]);
      gtk_box_append (box, self->choices[i]);
    }
  gtk_box_append (box, make_hint ());
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->only_selected = make_switch (self, "", "only-selected");
  gtk_box_append (box, self->only_selected);
  gtk_box_append (box, make_switch (self, _ ("_Keep what stands, place only the rest"), "keep"));
  gtk_box_append (box, make_switch (self, _ ("In rings: each _group its own sector"), "sectors"));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  gtk_widget_add_css_class (popover, "kring-layouts");
  g_signal_connect_swapped (popover, "show", G_CALLBACK (layout_card_opened_cb), self);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (layout_card_closed_cb), self);
  return popover;
}

static GtkWidget *
layout_card_make_button (KringLayoutCard *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = GTK_POPOVER (make_popover (self));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("kring-rings-symbolic"));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->label));
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button),
                               _ ("How the map is laid out (Ctrl+Shift+0)"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "kring-corner");
  return GTK_WIDGET (self->button);
}

static GtkWidget *
make_stop (KringLayoutCard *self)
{
  GtkWidget *stop = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *spinner = gtk_spinner_new (), *button = gtk_button_new_with_mnemonic (_ ("_Stop"));

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_margin_start (spinner, 8);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Leave everything as it was (Esc)"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (layout_card_stop_cb), self);
  gtk_box_append (GTK_BOX (stop), spinner);
  gtk_box_append (GTK_BOX (stop), button);
  gtk_widget_add_css_class (stop, "kring-card");
  gtk_widget_set_visible (stop, FALSE);
  return stop;
}

static void
kring_layout_card_dispose (GObject *object)
{
  KringLayoutCard *self = KRING_LAYOUT_CARD (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_object (&self->arranger);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (kring_layout_card_parent_class)->dispose (object);
}

static void
kring_layout_card_class_init (KringLayoutCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_layout_card_dispose;
}

static void
kring_layout_card_init (KringLayoutCard *self)
{
}

/**
 * kring_layout_card_new: (constructor)
 * @canvas: with a session
 * @arranger: of @canvas
 *
 * Returns: (transfer floating): a button to lay over @canvas
 */
GtkWidget *
kring_layout_card_new (KringCanvas *canvas, KringArranger *arranger)
{
  KringLayoutCard *self = g_object_new (KRING_TYPE_LAYOUT_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  KringSelection *selection = kring_session_get_selection (kring_canvas_get_session (canvas));

  self->canvas = canvas;
  self->arranger = g_object_ref (arranger);
  g_set_object (&self->map, kring_session_get_map (kring_canvas_get_session (canvas)));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", kring_canvas_get_actions (canvas));
  self->stop = make_stop (self);
  gtk_box_append (GTK_BOX (box), layout_card_make_button (self));
  gtk_box_append (GTK_BOX (box), self->stop);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (arranger, "notify::busy", G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (arranger, "notify::layout", G_CALLBACK (update_label), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map, "changed", G_CALLBACK (update_label), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update_only_selected), self,
                           G_CONNECT_SWAPPED);
  update_label (self);
  update_only_selected (self, selection);
  return GTK_WIDGET (self);
}

/**
 * kring_layout_card_set_narrow:
 * @narrow: whether the button is only a sign; what it is called is then told in its tooltip
 */
void
kring_layout_card_set_narrow (KringLayoutCard *self, gboolean narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->label), !narrow);
}

/**
 * kring_layout_card_open_menu:
 *
 * Shows the layouts there are to choose from.
 */
void
kring_layout_card_open_menu (KringLayoutCard *self)
{
  gtk_menu_button_popup (self->button);
}
