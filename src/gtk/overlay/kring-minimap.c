/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/overlay/kring-minimap.h"

#include "picture/render/kring-painter.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WIDTH 176
#define HEIGHT 96
#define MARGIN 6.0
#define DOT 2.5
#define CENTRE_DOT 4.0
#define TIE_OPACITY 0.25
#define TIE_WIDTH 0.7
#define FRAME_WIDTH 1.5
/* So much of the map may be out of sight before the small map comes, in pixels. */
#define SLACK 8.0
/* On a narrower map it would cover more than it tells. */
#define CANVAS_WIDTH_MIN 480

struct _KringMinimap
{
  GtkWidget parent_instance;

  KringCanvas *canvas; /* (not owned), outlives it in the same overlay */
  GtkGesture *drag;    /* (not owned) */
};

G_DEFINE_FINAL_TYPE (KringMinimap, kring_minimap, GTK_TYPE_WIDGET)

static KringScene *
minimap_get_scene (KringMinimap *self)
{
  return kring_canvas_get_scene (self->canvas);
}

static KringRect
get_visible (KringMinimap *self)
{
  return kring_viewport_get_visible (
      kring_interaction_get_viewport (kring_canvas_get_interaction (self->canvas)));
}

/* The map and what is shown, at rest in the little window. */
static KringViewport
minimap_get_viewport (KringMinimap *self)
{
  KringRect all =
      kring_rect_union (kring_scene_get_bounds (minimap_get_scene (self)), get_visible (self));
  double width = WIDTH - 2 * MARGIN, height = HEIGHT - 2 * MARGIN;
  KringViewport viewport = { .width = WIDTH, .height = HEIGHT };

  viewport.scale = MIN (width / MAX (all.width, 1), height / MAX (all.height, 1));
  kring_viewport_centre_on (&viewport, kring_rect_centre (all));
  return viewport;
}

static const KringTheme *
minimap_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager));
}

static gboolean
minimap_get_place (KringMap *map, const KringViewport *viewport, const char *id, KringPoint *place)
{
  KringItem *item = kring_map_get_item (map, id);

  if (item == NULL || !kring_item_get_position (item, place))
    return FALSE;
  *place = kring_viewport_to_screen (viewport, *place);
  return TRUE;
}

static void
draw_item (cairo_t *cr, KringMap *map, const KringViewport *viewport, KringItem *item)
{
  const KringTheme *theme = minimap_get_theme ();
  KringPoint a, b;

  if (kring_item_is (item, KRING_KIND_TIE) &&
      minimap_get_place (map, viewport, kring_item_get_text (item, KRING_F_FROM), &a) &&
      minimap_get_place (map, viewport, kring_item_get_text (item, KRING_F_TO), &b))
    {
      kring_painter_set_colour (cr, theme, KRING_COLOUR_TIE, TIE_OPACITY);
      cairo_set_line_width (cr, TIE_WIDTH);
      cairo_move_to (cr, a.x, a.y);
      cairo_line_to (cr, b.x, b.y);
      cairo_stroke (cr);
    }
  else if (minimap_get_place (map, viewport, kring_item_get_id (item), &a))
    {
      kring_painter_set_colour (cr, theme, KRING_COLOUR_TIE, 1);
      cairo_arc (cr, a.x, a.y, kring_map_is_centre (map, item) ? CENTRE_DOT : DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

static void
draw_frame (KringMinimap *self, cairo_t *cr, const KringViewport *viewport)
{
  KringRect visible = get_visible (self);
  KringPoint corner = kring_viewport_to_screen (viewport, KRING_POINT_INIT (visible.x, visible.y));

  cairo_rectangle (cr, corner.x, corner.y, visible.width * viewport->scale,
                   visible.height * viewport->scale);
  kring_painter_set_colour (cr, minimap_get_theme (), KRING_COLOUR_SELECTION, 1);
  cairo_set_line_width (cr, FRAME_WIDTH);
  cairo_stroke (cr);
}

static void
kring_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringMinimap *self = KRING_MINIMAP (widget);
  KringInteraction *interaction = kring_canvas_get_interaction (self->canvas);
  KringViewport viewport;
  KringMap *map;
  cairo_t *cr;

  if (interaction == NULL)
    return;
  viewport = minimap_get_viewport (self);
  map = kring_scene_get_map (minimap_get_scene (self));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  for (guint i = kring_map_get_n_drawn (map); i > 0; i--)
    draw_item (cr, map, &viewport, kring_map_get_nth (map, i - 1));
  draw_frame (self, cr, &viewport);
  cairo_destroy (cr);
}

static void
kring_minimap_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
minimap_view_changed_cb (KringMinimap *self)
{
  KringInteraction *interaction = kring_canvas_get_interaction (self->canvas);
  gboolean hidden = FALSE;

  if (interaction != NULL)
    {
      double scale = kring_canvas_get_scale (self->canvas);
      KringRect bounds = kring_scene_get_people_bounds (minimap_get_scene (self), 1);

      hidden =
          !kring_rect_is_empty (bounds) &&
          gtk_widget_get_width (GTK_WIDGET (self->canvas)) >= CANVAS_WIDTH_MIN &&
          !kring_rect_contains_rect (kring_rect_grow (get_visible (self), SLACK / scale), bounds);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), hidden);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
go_to (KringMinimap *self, double x, double y)
{
  KringViewport viewport;

  if (kring_canvas_get_interaction (self->canvas) == NULL)
    return;
  viewport = minimap_get_viewport (self);
  kring_canvas_centre_on (self->canvas, kring_viewport_to_map (&viewport, KRING_POINT_INIT (x, y)));
}

static void
minimap_drag_begin_cb (KringMinimap *self, double x, double y)
{
  go_to (self, x, y);
}

static void
minimap_drag_update_cb (KringMinimap *self, double dx, double dy)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y))
    go_to (self, x + dx, y + dy);
}

static void
kring_minimap_class_init (KringMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = kring_minimap_snapshot;
  widget_class->measure = kring_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "kringminimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kring_minimap_init (KringMinimap *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "kring-card");
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Small map of everything"), -1);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_swapped (self->drag, "drag-begin", G_CALLBACK (minimap_drag_begin_cb), self);
  g_signal_connect_swapped (self->drag, "drag-update", G_CALLBACK (minimap_drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
}

/**
 * kring_minimap_new: (constructor)
 * @canvas: whose map it shows
 *
 * Returns: (transfer floating): a small map
 */
GtkWidget *
kring_minimap_new (KringCanvas *canvas)
{
  KringMinimap *self = g_object_new (KRING_TYPE_MINIMAP, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (minimap_view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  minimap_view_changed_cb (self);
  return GTK_WIDGET (self);
}
