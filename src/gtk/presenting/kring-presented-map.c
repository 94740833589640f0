/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/presenting/kring-presented-map.h"

#include "gtk/canvas/kring-canvas.h"
#include "map/facts/kring-describe.h"
#include "picture/marks/kring-viewport.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"
#include "picture/scene/kring-scene.h"

#include <adwaita.h>

#define MARGIN 32.0
/* A small map fills more of a large screen than it would be drawn at the table. */
#define SCALE_MAX 1.6
#define ZOOM_STEP 1.2
/* Pixels that the arrow keys move the map. */
#define PAN_STEP 80.0
/* A beamer is looked at from afar. */
#define LABEL_SCALE 1.15

struct _KringPresentedMap
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) (nullable) of the whole map */
  KringShareRule rule;
  KringMap *part;    /* (owned) (nullable): all that may be seen of it */
  KringScene *scene; /* (owned) (nullable) of the part */
  KringFonts *fonts; /* (owned) */
  KringTextMeasurer measurer;
  KringViewport viewport;
  KringPoint drag;  /* how far the map was drawn along until now, in pixels */
  gboolean by_hand; /* somebody zoomed or moved: what comes does not move it */
  gboolean blank;
  guint renew_id;
};

enum
{
  PROP_0,
  PROP_BLANK,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KringPresentedMap, kring_presented_map, GTK_TYPE_WIDGET)

static const KringTheme *
presented_map_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager));
}

/* All of it, unless somebody chose what to show. */
static void
presented_map_fit (KringPresentedMap *self)
{
  KringRect bounds;

  kring_viewport_resize (&self->viewport, MAX (gtk_widget_get_width (GTK_WIDGET (self)), 1),
                         MAX (gtk_widget_get_height (GTK_WIDGET (self)), 1));
  if (self->by_hand || self->scene == NULL)
    return;
  bounds = kring_scene_get_bounds (self->scene);
  self->viewport.scale = MIN (MAX (self->viewport.width - 2 * MARGIN, 1) / MAX (bounds.width, 1),
                              MAX (self->viewport.height - 2 * MARGIN, 1) / MAX (bounds.height, 1));
  self->viewport.scale = CLAMP (self->viewport.scale, KRING_VIEWPORT_SCALE_FIT, SCALE_MAX);
  kring_viewport_centre_on (&self->viewport, kring_rect_centre (bounds));
}

static void
presented_map_renew (KringPresentedMap *self)
{
  const KringSceneOptions options = { FALSE, FALSE, LABEL_SCALE, FALSE, FALSE };
  g_autoptr (KringShareReport) report = NULL;
  g_autofree char *summary = NULL;

  g_clear_handle_id (&self->renew_id, g_source_remove);
  self->rule.hidden = kring_session_get_hidden (self->session);
  g_clear_object (&self->scene);
  g_clear_object (&self->part);
  self->part = kring_share_dup_part (kring_session_get_map (self->session), &self->rule, &report);
  self->rule.hidden = NULL;
  self->scene = kring_scene_new (self->part, &options, &self->measurer);
  summary = kring_map_dup_summary (self->part);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, summary,
                                  -1);
  presented_map_fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
renew_cb (gpointer data)
{
  KringPresentedMap *self = data;

  self->renew_id = 0;
  presented_map_renew (self);
  return G_SOURCE_REMOVE;
}

/* Once for all that changes in one go, and before the next picture: what is marked as not for them is
 * never seen. */
static void
presented_map_changed_cb (KringPresentedMap *self)
{
  if (self->renew_id == 0)
    self->renew_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, renew_cb, self, NULL);
}

static void
presented_map_paint (KringPresentedMap *self, cairo_t *cr, GPtrArray *shapes)
{
  const KringPaint paint = { .theme = presented_map_get_theme (),
                             .fonts = self->fonts,
                             .outlines = TRUE };

  kring_painter_paint (cr, shapes, &paint);
}

/* Words are as large as they must be at this zoom, and signs as large as letters. */
static void
presented_map_update_words (KringPresentedMap *self)
{
  double text_scale = kring_canvas_get_text_scale (GTK_WIDGET (self));

  kring_scene_set_sign_scale (self->scene, text_scale);
  kring_scene_set_word_scale (
      self->scene, kring_scene_get_word_scale (self->scene, self->viewport.scale, text_scale));
}

/* What somebody points out at the table. */
static void
paint_selected (KringPresentedMap *self, cairo_t *cr)
{
  g_autoptr (GPtrArray) ids = kring_selection_dup_ids (kring_session_get_selection (self->session));
  g_autoptr (GHashTable) selected = g_hash_table_new (g_direct_hash, g_direct_equal);
  const KringEmphasis emphasis = { .selected = selected };
  g_autoptr (GPtrArray) marks = NULL, signs = NULL;

  for (guint i = 0; i < ids->len; i++)
    if (kring_map_get_item (self->part, g_ptr_array_index (ids, i)) != NULL)
      g_hash_table_add (selected, g_ptr_array_index (ids, i));
  if (g_hash_table_size (selected) == 0)
    return;
  marks = kring_scene_dup_emphasis (self->scene, &emphasis);
  signs = kring_scene_dup_signs (self->scene, marks);
  presented_map_paint (self, cr, marks);
  presented_map_paint (self, cr, signs);
}

static void
kring_presented_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringPresentedMap *self = KRING_PRESENTED_MAP (widget);
  const KringPoint beyond = { KRING_COORDINATE_MAX, KRING_COORDINATE_MAX };
  cairo_t *cr;

  if (self->scene == NULL)
    return;
  cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                gtk_widget_get_height (widget)));
  kring_painter_set_colour (cr, presented_map_get_theme (),
                            kring_scene_get_ground (self->scene, beyond), 1);
  cairo_paint (cr);
  if (!self->blank)
    {
      presented_map_update_words (self);
      cairo_scale (cr, self->viewport.scale, self->viewport.scale);
      cairo_translate (cr, -self->viewport.origin.x, -self->viewport.origin.y);
      presented_map_paint (self, cr, kring_scene_get_shapes (self->scene));
      paint_selected (self, cr);
    }
  cairo_destroy (cr);
}

static void
kring_presented_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  presented_map_fit (KRING_PRESENTED_MAP (widget));
}

static void
zoom_at (KringPresentedMap *self, KringPoint at, double factor)
{
  self->by_hand = TRUE;
  kring_viewport_zoom_at (&self->viewport, at, factor);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pan_by (KringPresentedMap *self, double dx, double dy)
{
  self->by_hand = TRUE;
  kring_viewport_pan (&self->viewport, dx, dy);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
presented_map_scroll_cb (KringPresentedMap *self, double dx, double dy)
{
  zoom_at (self, KRING_POINT_INIT (self->viewport.width / 2, self->viewport.height / 2),
           pow (ZOOM_STEP, -dy));
  return GDK_EVENT_STOP;
}

static void
presented_map_drag_begin_cb (KringPresentedMap *self)
{
  self->drag = KRING_POINT_INIT (0, 0);
}

static void
presented_map_drag_update_cb (KringPresentedMap *self, double dx, double dy)
{
  pan_by (self, dx - self->drag.x, dy - self->drag.y);
  self->drag = KRING_POINT_INIT (dx, dy);
}

static gboolean
presented_map_key_pressed_cb (KringPresentedMap *self,
                              guint keyval,
                              guint keycode,
                              GdkModifierType state)
{
  const KringPoint middle = { self->viewport.width / 2, self->viewport.height / 2 };

  if (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      zoom_at (self, middle, ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_at (self, middle, 1 / ZOOM_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      self->by_hand = FALSE;
      presented_map_fit (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
      pan_by (self, PAN_STEP, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      pan_by (self, -PAN_STEP, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      pan_by (self, 0, PAN_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      pan_by (self, 0, -PAN_STEP);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
kring_presented_map_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_BLANK)
    g_value_set_boolean (value, KRING_PRESENTED_MAP (object)->blank);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_presented_map_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_BLANK)
    kring_presented_map_set_blank (KRING_PRESENTED_MAP (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
kring_presented_map_dispose (GObject *object)
{
  KringPresentedMap *self = KRING_PRESENTED_MAP (object);

  g_clear_handle_id (&self->renew_id, g_source_remove);
  g_clear_object (&self->scene);
  g_clear_object (&self->part);
  g_clear_object (&self->session);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  G_OBJECT_CLASS (kring_presented_map_parent_class)->dispose (object);
}

static void
kring_presented_map_class_init (KringPresentedMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = kring_presented_map_get_property;
  object_class->set_property = kring_presented_map_set_property;
  object_class->dispose = kring_presented_map_dispose;
  widget_class->snapshot = kring_presented_map_snapshot;
  widget_class->size_allocate = kring_presented_map_size_allocate;

  /**
   * KringPresentedMap:blank:
   *
   * Nothing is seen but the colour of the ground.
   */
  properties[PROP_BLANK] =
      g_param_spec_boolean ("blank", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
add_controllers (KringPresentedMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (presented_map_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (presented_map_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (presented_map_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (presented_map_scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
kring_presented_map_init (KringPresentedMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->fonts = kring_fonts_new ();
  self->measurer = kring_measurer_for_fonts (self->fonts);
  self->viewport.scale = 1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_presented_map_begin:
 * @session: how the whole map is looked at: what its filter hides is not shown either
 * @rule: for whom, how persons are called and what goes along; no more of it is used
 *
 * Shows the part of the map that @rule permits, and follows it. May be called once.
 */
void
kring_presented_map_begin (KringPresentedMap *self,
                           KringSession *session,
                           const KringShareRule *rule)
{
  g_return_if_fail (KRING_IS_PRESENTED_MAP (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->rule =
      (KringShareRule){ .reader = rule->reader, .names = rule->names, .without = rule->without };
  presented_map_renew (self);
  g_signal_connect_object (kring_session_get_map (session), "changed",
                           G_CALLBACK (presented_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (presented_map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (session), "changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * kring_presented_map_set_blank:
 * @blank: whether nothing is seen for now
 */
void
kring_presented_map_set_blank (KringPresentedMap *self, gboolean blank)
{
  g_return_if_fail (KRING_IS_PRESENTED_MAP (self));

  if (self->blank == blank)
    return;
  self->blank = blank;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLANK]);
}

gboolean
kring_presented_map_get_blank (KringPresentedMap *self)
{
  return self->blank;
}

/**
 * kring_presented_map_get_part:
 *
 * Returns: (transfer none): all that can be seen, until something changes
 */
KringMap *
kring_presented_map_get_part (KringPresentedMap *self)
{
  return self->part;
}
