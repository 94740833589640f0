/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-private.h"

#include "picture/marks/kring-sketch.h"

/* Where what is asked for stands: under the buttons that lie over the top of the map. */
#define PROMPT_TOP 68

enum
{
  PROP_0,
  PROP_SCALE,
  N_PROPS,
};

enum
{
  EDIT,
  VIEW_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringCanvas, kring_canvas, GTK_TYPE_WIDGET)

static const KringViewport *
canvas_get_viewport (KringCanvas *self)
{
  return kring_interaction_get_viewport (self->interaction);
}

/* What lies around everything. */
static KringColour
canvas_get_ground (KringCanvas *self)
{
  const KringPoint beyond = { KRING_COORDINATE_MAX, KRING_COORDINATE_MAX };

  return self->interaction != NULL ? kring_scene_get_ground (kring_canvas_get_scene (self), beyond)
                                   : KRING_COLOUR_CANVAS;
}

static void
canvas_paint (KringCanvas *self, cairo_t *cr, GPtrArray *shapes, KringRect clip)
{
  KringPaint paint = {
    .theme = self->theme,
    .fonts = self->fonts,
    .halos = self->halos,
    .clip = clip,
    .outlines = TRUE,
    .faded = kring_interaction_get_emphasis (self->interaction)->faded,
  };

  kring_painter_paint (cr, shapes, &paint);
}

static guint
canvas_paint_tile (cairo_t *cr, KringRect area, gpointer data)
{
  KringCanvas *self = data;
  g_autoptr (GPtrArray) shapes = kring_scene_dup_visible (kring_canvas_get_scene (self), area);

  kring_painter_set_colour (cr, self->theme, canvas_get_ground (self), 1);
  cairo_paint (cr);
  canvas_paint (self, cr, shapes, area);
  return shapes->len;
}

static KringRect
canvas_get_bounds (GPtrArray *shapes)
{
  KringRect bounds = { 0 };

  for (guint i = 0; i < shapes->len; i++)
    bounds = kring_rect_union (bounds, ((KringShape *) g_ptr_array_index (shapes, i))->bounds);
  return bounds;
}

static KringRect
get_common (KringRect a, KringRect b)
{
  return kring_rect_from_corners (
      KRING_POINT_INIT (MAX (a.x, b.x), MAX (a.y, b.y)),
      KRING_POINT_INIT (MIN (a.x + a.width, b.x + b.width), MIN (a.y + a.height, b.y + b.height)));
}

/* Shapes over the tiles, in a node of their own size, of what is in the window. */
static void
append_shapes (KringCanvas *self, GtkSnapshot *snapshot, GPtrArray *shapes)
{
  const KringViewport *viewport = canvas_get_viewport (self);
  KringRect visible = kring_viewport_get_visible (viewport);
  KringRect bounds = kring_rect_grow (canvas_get_bounds (shapes), 2 / viewport->scale);
  KringPoint corner;
  cairo_t *cr;

  if (shapes->len == 0 || !kring_rect_intersects (bounds, visible))
    return;
  bounds = get_common (bounds, kring_rect_grow (visible, 2 / viewport->scale));
  corner = kring_viewport_to_screen (viewport, KRING_POINT_INIT (bounds.x, bounds.y));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (corner.x, corner.y,
                                                                 bounds.width * viewport->scale,
                                                                 bounds.height * viewport->scale));
  cairo_scale (cr, viewport->scale, viewport->scale);
  cairo_translate (cr, -viewport->origin.x, -viewport->origin.y);
  canvas_paint (self, cr, shapes, bounds);
  cairo_destroy (cr);
}

/* What a ring or band that marks something must not cover: words and signs under it, whosever they
 * are, once more; with all that is said of what is marked. */
static void
append_signs (KringCanvas *self, GtkSnapshot *snapshot, GPtrArray *overlay)
{
  g_autoptr (GPtrArray) signs = kring_scene_dup_signs (kring_canvas_get_scene (self), overlay);
  g_autoptr (GPtrArray) words = kring_shapes_new ();
  g_autoptr (GPtrArray) marked = kring_interaction_dup_marked (self->interaction);

  for (guint i = 0; i < marked->len; i++)
    kring_scene_add_hidden_words (kring_canvas_get_scene (self), g_ptr_array_index (marked, i),
                                  words);
  append_shapes (self, snapshot, signs);
  append_shapes (self, snapshot, words);
}

/* Words are as large as they must be at this zoom, once it rests; signs as large as letters. */
static void
update_words (KringCanvas *self)
{
  KringScene *scene = kring_canvas_get_scene (self);
  double text_scale = kring_canvas_get_text_scale (GTK_WIDGET (self));
  double words = kring_scene_get_word_scale (scene, canvas_get_viewport (self)->scale, text_scale);
  gboolean changed = kring_scene_set_sign_scale (scene, text_scale);

  if (self->sharp)
    changed |= kring_scene_set_word_scale (scene, words);
  if (changed)
    kring_tiles_renew (self->tiles);
}

static gboolean
go_on_cb (gpointer data)
{
  KringCanvas *self = data;

  self->go_on_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
snapshot_map (KringCanvas *self, GtkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) moving = NULL, overlay = NULL;

  update_words (self);
  moving = kring_interaction_dup_moving (self->interaction);
  overlay = kring_interaction_dup_overlay (self->interaction);
  kring_tiles_snapshot (self->tiles, snapshot, canvas_get_viewport (self),
                        gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->sharp);
  if (kring_tiles_is_behind (self->tiles) && self->go_on_id == 0)
    self->go_on_id = g_idle_add (go_on_cb, self);
  if (self->seen != NULL)
    {
      g_autoptr (GPtrArray) gliding = kring_canvas_dup_gliding (self);

      append_shapes (self, snapshot, gliding);
    }
  if (self->seen != NULL || self->trial != NULL)
    return;
  if (kring_canvas_get_beside (self) != NULL)
    append_shapes (self, snapshot, kring_canvas_get_beside (self));
  if (moving != NULL)
    append_shapes (self, snapshot, moving);
  append_shapes (self, snapshot, overlay);
  append_signs (self, snapshot, overlay);
  kring_canvas_append_arrivals (self, snapshot);
}

static void
append_ground (KringCanvas *self, GtkSnapshot *snapshot)
{
  KringRgb rgb = self->theme->colours[canvas_get_ground (self)];
  GdkRGBA colour = { rgb.red, rgb.green, rgb.blue, 1 };
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
kring_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringCanvas *self = KRING_CANVAS (widget);

  append_ground (self, snapshot);
  if (self->interaction != NULL)
    snapshot_map (self, snapshot);
  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->prompt), snapshot);
}

static void
place_prompt (KringCanvas *self, int width)
{
  GtkRequisition natural;

  gtk_widget_get_preferred_size (GTK_WIDGET (self->prompt), NULL, &natural);
  natural.width = MIN (natural.width, width);
  gtk_widget_size_allocate (
      GTK_WIDGET (self->prompt),
      &(GtkAllocation){ (width - natural.width) / 2, PROMPT_TOP, natural.width, natural.height },
      -1);
}

static void
kring_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringCanvas *self = KRING_CANVAS (widget);

  place_prompt (self, width);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (self->interaction == NULL)
    return;
  kring_canvas_fit_to_size (self, width, height);
}

static void
kring_canvas_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 600;
}

static void
canvas_map_changed_cb (KringCanvas *self, GPtrArray *changes)
{
  if (self->trial != NULL)
    kring_canvas_preview_places (self, NULL);
  kring_canvas_add_arrivals (self, changes);
  kring_canvas_follow_map (self);
  kring_canvas_forget_beside (self);
  kring_canvas_name (self);
  kring_canvas_describe (self);
  kring_canvas_update_actions (self);
}

static void
canvas_selection_changed_cb (KringCanvas *self)
{
  kring_canvas_describe (self);
  kring_canvas_update_actions (self);
}

static void
base_changed_cb (KringCanvas *self, const KringRect *area)
{
  kring_tiles_invalidate (self->tiles, *area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
redraw_cb (KringCanvas *self)
{
  const char *prompt = kring_interaction_get_prompt (self->interaction);

  if (g_strcmp0 (prompt != NULL ? prompt : "", gtk_label_get_text (self->prompt)) != 0)
    {
      gtk_label_set_text (self->prompt, prompt != NULL ? prompt : "");
      kring_canvas_describe (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), prompt != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   kring_interaction_get_cursor (self->interaction));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
viewport_changed_cb (KringCanvas *self)
{
  kring_canvas_yield_glide (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCALE]);
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
ask_tie_cb (KringCanvas *self, const char *from, const char *to, double x, double y)
{
  kring_tie_popover_ask (self->tie_popover, self->interaction, from, to, KRING_POINT_INIT (x, y));
}

static void
canvas_rename_cb (KringCanvas *self, const char *id)
{
  kring_rename_popover_ask (self->rename_popover, self->interaction, id);
}

static void
edit_cb (KringCanvas *self, const char *id)
{
  g_signal_emit (self, signals[EDIT], 0, id);
}

static void
menu_cb (KringCanvas *self, const char *id, double x, double y)
{
  kring_canvas_show_menu (self, id, KRING_POINT_INIT (x, y));
}

static void
toast_cb (KringCanvas *self, const char *text, gboolean can_undo)
{
  gtk_widget_activate_action (GTK_WIDGET (self), can_undo ? "win.tell-undo" : "win.tell", "s",
                              text);
}

static void
theme_changed_cb (KringCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->theme = kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                        adw_style_manager_get_high_contrast (manager));
  kring_tiles_clear (self->tiles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
disconnect_session (KringCanvas *self)
{
  if (self->session == NULL)
    return;
  kring_canvas_end_gliding (self);
  kring_canvas_end_fade (self);
  kring_canvas_forget_beside (self);
  g_clear_object (&self->trial);
  g_clear_pointer (&self->held, kring_sight_free);
  kring_canvas_flush (self);
  g_signal_handlers_disconnect_by_data (kring_session_get_map (self->session), self);
  g_signal_handlers_disconnect_by_data (kring_session_get_selection (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->interaction, self);
  g_clear_object (&self->interaction);
  g_clear_pointer (&self->halos, kring_halos_free);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  g_clear_object (&self->session);
}

static void
connect_session (KringCanvas *self)
{
  struct
  {
    const char *name;
    GCallback callback;
  } handlers[] = {
    { "fades", G_CALLBACK (kring_canvas_begin_fade) },
    { "base-changed", G_CALLBACK (base_changed_cb) },
    { "redraw", G_CALLBACK (redraw_cb) },
    { "viewport-changed", G_CALLBACK (viewport_changed_cb) },
    { "ask-tie", G_CALLBACK (ask_tie_cb) },
    { "rename", G_CALLBACK (canvas_rename_cb) },
    { "edit", G_CALLBACK (edit_cb) },
    { "menu", G_CALLBACK (menu_cb) },
    { "toast", G_CALLBACK (toast_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->interaction, handlers[i].name, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_map (self->session), "changed",
                           G_CALLBACK (canvas_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (self->session), "changed",
                           G_CALLBACK (canvas_selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::tool", G_CALLBACK (kring_canvas_update_actions),
                           self, G_CONNECT_SWAPPED);
}

static void
kring_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SCALE)
    g_value_set_double (value, kring_canvas_get_scale (KRING_CANVAS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_canvas_dispose (GObject *object)
{
  KringCanvas *self = KRING_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->go_on_id, g_source_remove);
  if (self->glide != NULL)
    adw_animation_pause (self->glide);
  g_clear_object (&self->glide);
  disconnect_session (self);
  g_clear_object (&self->actions);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->menu = NULL;
  G_OBJECT_CLASS (kring_canvas_parent_class)->dispose (object);
}

static void
kring_canvas_finalize (GObject *object)
{
  KringCanvas *self = KRING_CANVAS (object);

  kring_tiles_free (self->tiles);
  g_array_unref (self->arrivals);
  g_clear_pointer (&self->covers, g_ptr_array_unref);
  g_clear_weak_pointer (&self->tray);
  g_free (self->message);
  G_OBJECT_CLASS (kring_canvas_parent_class)->finalize (object);
}

static void
kring_canvas_class_init (KringCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_canvas_get_property;
  object_class->dispose = kring_canvas_dispose;
  object_class->finalize = kring_canvas_finalize;
  widget_class->snapshot = kring_canvas_snapshot;
  widget_class->size_allocate = kring_canvas_size_allocate;
  widget_class->measure = kring_canvas_measure;

  /**
   * KringCanvas:scale:
   *
   * Pixels per map unit.
   */
  properties[PROP_SCALE] =
      g_param_spec_double ("scale", NULL, NULL, KRING_VIEWPORT_SCALE_FIT, KRING_VIEWPORT_SCALE_MAX,
                           1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[EDIT] = g_signal_new ("edit", KRING_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", KRING_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "kringcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
init_children (KringCanvas *self)
{
  self->prompt = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_ellipsize (self->prompt, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->prompt), "osd");
  gtk_widget_add_css_class (GTK_WIDGET (self->prompt), "kring-prompt");
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->prompt), GTK_WIDGET (self));
  self->tie_popover = KRING_TIE_POPOVER (kring_tie_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->tie_popover), GTK_WIDGET (self));
  self->rename_popover = KRING_RENAME_POPOVER (kring_rename_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->rename_popover), GTK_WIDGET (self));
}

static void
kring_canvas_init (KringCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->tiles = kring_tiles_new (canvas_paint_tile, self);
  self->arrivals = g_array_new (FALSE, FALSE, sizeof (KringArrival));
  self->sharp = TRUE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  init_children (self);
  kring_canvas_install_input (self);
  kring_canvas_install_actions (self);
  kring_canvas_add_beside (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed_cb), self,
                           G_CONNECT_SWAPPED);
  theme_changed_cb (self);
}

/**
 * kring_canvas_new: (constructor)
 *
 * Returns: (transfer floating): a canvas without a map
 */
GtkWidget *
kring_canvas_new (void)
{
  return g_object_new (KRING_TYPE_CANVAS, NULL);
}

/**
 * kring_canvas_set_session:
 * @session: (nullable): whose map is shown from now on, all of it at first
 */
void
kring_canvas_set_session (KringCanvas *self, KringSession *session)
{
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
  g_autoptr (KringScene) scene = NULL;

  disconnect_session (self);
  kring_tiles_clear (self->tiles);
  self->fitted = self->revealing = FALSE;
  self->whole.scale = 0;
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      self->fonts = kring_fonts_ref_for (G_OBJECT (session));
      self->halos = kring_halos_new (self->fonts);
      self->measurer = kring_measurer_for_fonts (self->fonts);
      scene = kring_scene_new (kring_session_get_map (session), &options, &self->measurer);
      self->interaction = kring_interaction_new (session, scene);
      kring_interaction_set_single_keys (self->interaction, !self->no_single_keys);
      connect_session (self);
      kring_canvas_name (self);
      kring_canvas_describe (self);
    }
  kring_canvas_update_actions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * kring_canvas_get_session:
 *
 * Returns: (transfer none) (nullable): what is looked at
 */
KringSession *
kring_canvas_get_session (KringCanvas *self)
{
  return self->session;
}

/**
 * kring_canvas_get_interaction:
 *
 * Returns: (transfer none) (nullable): the hands on the map; %NULL without a session
 */
KringInteraction *
kring_canvas_get_interaction (KringCanvas *self)
{
  return self->interaction;
}

/**
 * kring_canvas_get_actions:
 *
 * Returns: (transfer none): the "map." actions, for whoever stands outside the canvas
 */
GActionGroup *
kring_canvas_get_actions (KringCanvas *self)
{
  return G_ACTION_GROUP (self->actions);
}

/**
 * kring_canvas_set_single_keys:
 * @enabled: whether plain letters, digits and signs do things
 */
void
kring_canvas_set_single_keys (KringCanvas *self, gboolean enabled)
{
  self->no_single_keys = !enabled;
  if (self->interaction != NULL)
    kring_interaction_set_single_keys (self->interaction, enabled);
}
