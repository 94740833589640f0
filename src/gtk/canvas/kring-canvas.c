/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-private.h"

#include "gtk/canvas/kring-canvas-input.h"
#include "gtk/canvas/kring-canvas-spoken.h"

/* Where what is asked for stands: under the buttons that lie over the top of the map. */
#define PROMPT_TOP 68
/* Labels are so much larger on a screen that many look at. */

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

KringCanvasPicture *
kring_canvas_get_picture (KringCanvas *canvas)
{
  return canvas->picture;
}

KringCanvasView *
kring_canvas_get_view (KringCanvas *canvas)
{
  return canvas->view;
}

KringCanvasFit *
kring_canvas_get_fit (KringCanvas *canvas)
{
  return canvas->fit;
}

KringCanvasTrial *
kring_canvas_get_trial (KringCanvas *canvas)
{
  return canvas->trial;
}

KringCanvasBeside *
kring_canvas_get_beside (KringCanvas *canvas)
{
  return canvas->beside;
}

static void
kring_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringCanvas *self = KRING_CANVAS (widget);

  kring_canvas_picture_snapshot (self->picture, snapshot);
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
  if (self->interaction != NULL)
    kring_canvas_fit_set_size (self->fit, width, height);
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
canvas_describe (KringCanvas *self)
{
  kring_canvas_spoken_describe (GTK_ACCESSIBLE (self), self->interaction, self->message);
}

static void
canvas_map_changed_cb (KringCanvas *self, GPtrArray *changes)
{
  kring_canvas_trial_yield (self->trial);
  kring_canvas_picture_add_arrivals (self->picture, changes);
  kring_canvas_fit_follow (self->fit);
  kring_canvas_beside_forget (self->beside);
  kring_canvas_spoken_name (GTK_ACCESSIBLE (self), kring_session_get_map (self->session));
  canvas_describe (self);
  kring_canvas_update_actions (self);
}

static void
canvas_selection_changed_cb (KringCanvas *self)
{
  canvas_describe (self);
  kring_canvas_update_actions (self);
}

static void
base_changed_cb (KringCanvas *self, const KringRect *area)
{
  kring_canvas_picture_invalidate (self->picture, *area);
}

static void
redraw_cb (KringCanvas *self)
{
  const char *prompt = kring_interaction_get_prompt (self->interaction);

  if (g_strcmp0 (prompt != NULL ? prompt : "", gtk_label_get_text (self->prompt)) != 0)
    {
      gtk_label_set_text (self->prompt, prompt != NULL ? prompt : "");
      canvas_describe (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->prompt), prompt != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   kring_interaction_get_cursor (self->interaction));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
viewport_changed_cb (KringCanvas *self)
{
  kring_canvas_view_yield (self->view);
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
disconnect_session (KringCanvas *self)
{
  if (self->session == NULL)
    return;
  kring_canvas_trial_forget (self->trial);
  kring_canvas_beside_forget (self->beside);
  kring_canvas_flush (self);
  g_signal_handlers_disconnect_by_data (kring_session_get_map (self->session), self);
  g_signal_handlers_disconnect_by_data (kring_session_get_selection (self->session), self);
  g_signal_handlers_disconnect_by_data (self->session, self);
  g_signal_handlers_disconnect_by_data (self->interaction, self);
  g_clear_object (&self->interaction);
  kring_canvas_picture_set_fonts (self->picture, NULL);
  g_clear_object (&self->session);
}

static void
fades_cb (KringCanvas *self)
{
  kring_canvas_picture_begin_fade (self->picture);
}

static void
connect_session (KringCanvas *self)
{
  struct
  {
    const char *name;
    GCallback callback;
  } handlers[] = {
    { "fades", G_CALLBACK (fades_cb) },
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

  kring_canvas_view_stop (self->view);
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

  kring_canvas_input_free (self->input);
  kring_canvas_beside_free (self->beside);
  kring_canvas_trial_free (self->trial);
  kring_canvas_fit_free (self->fit);
  kring_canvas_view_free (self->view);
  kring_canvas_picture_free (self->picture);
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
  self->picture = kring_canvas_picture_new (self);
  self->view = kring_canvas_view_new (self);
  self->fit = kring_canvas_fit_new (self);
  self->trial = kring_canvas_trial_new (self);
  self->input = kring_canvas_input_new (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  init_children (self);
  kring_canvas_install_actions (self);
  self->beside = kring_canvas_beside_new (self, G_ACTION_MAP (self->actions));
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
  const KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
  KringTextMeasurer measurer;
  g_autoptr (KringScene) scene = NULL;
  g_autoptr (KringFonts) fonts = NULL;

  disconnect_session (self);
  kring_canvas_fit_forget (self->fit);
  kring_canvas_view_forget (self->view);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      fonts = kring_fonts_ref_for (G_OBJECT (session));
      kring_canvas_picture_set_fonts (self->picture, fonts);
      measurer = kring_canvas_picture_get_measurer (self->picture);
      scene = kring_scene_new (kring_session_get_map (session), &options, &measurer);
      self->interaction = kring_interaction_new (session, scene);
      kring_interaction_set_single_keys (self->interaction, !self->no_single_keys);
      connect_session (self);
      kring_canvas_spoken_name (GTK_ACCESSIBLE (self), kring_session_get_map (session));
      canvas_describe (self);
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

/**
 * kring_canvas_get_scene:
 *
 * Returns: (transfer none): what is drawn: the map, or what it might become
 */
KringScene *
kring_canvas_get_scene (KringCanvas *self)
{
  KringScene *trial = kring_canvas_trial_get_scene (self->trial);

  return trial != NULL ? trial : kring_interaction_get_scene (self->interaction);
}

/**
 * kring_canvas_set_message:
 * @message: (nullable): what the window tells now, to be heard where the keyboard is on the map
 */
void
kring_canvas_set_message (KringCanvas *self, const char *message)
{
  if (g_strcmp0 (self->message, message) == 0)
    return;
  g_free (self->message);
  self->message = g_strdup (message);
  if (self->session != NULL)
    canvas_describe (self);
}
