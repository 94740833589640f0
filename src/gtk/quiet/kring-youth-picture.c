/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/quiet/kring-youth-picture.h"

#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "picture/marks/kring-sketch.h"
#include "picture/marks/kring-viewport.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"
#include "picture/scene/kring-scene.h"
#include "picture/youth/kring-youth-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARGIN 16.0
#define SCALE_MAX 1.4
#define REACH 12.0
/* Nobody stands on the young person. */
#define CENTRE_AIR 90.0
/* The ring that somebody would come to stand on. */
#define TARGET_WIDTH 4.0
#define TARGET_OPACITY 0.6

struct _KringYouthPicture
{
  GtkWidget parent_instance;

  KringEditor *editor; /* (owned) of the whole map */
  KringMap *view;      /* (owned) what may be seen of it */
  KringScene *scene;   /* (owned) of the view */
  KringFonts *fonts;   /* (owned) */
  KringTextMeasurer measurer;
  KringViewport viewport;
  const char *focused; /* (nullable) interned */
  const char *dragged; /* (nullable) interned */
  KringPoint drag;     /* how far, in map units */
};

enum
{
  VIEW_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringYouthPicture, kring_youth_picture, GTK_TYPE_WIDGET)

static const KringTheme *
youth_picture_get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return kring_theme_for_screen (adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager));
}

/* All of it, however small the window is. */
static void
youth_picture_fit (KringYouthPicture *self)
{
  KringRect bounds = kring_scene_get_bounds (self->scene);
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));

  self->viewport.width = MAX (width, 1);
  self->viewport.height = MAX (height, 1);
  self->viewport.scale = MIN (MAX (width - 2 * MARGIN, 1) / MAX (bounds.width, 1),
                              MAX (height - 2 * MARGIN, 1) / MAX (bounds.height, 1));
  self->viewport.scale = MIN (self->viewport.scale, SCALE_MAX);
  kring_viewport_centre_on (&self->viewport, kring_rect_centre (bounds));
}

static KringItem *
get_person (KringYouthPicture *self, const char *id)
{
  KringItem *item = id != NULL ? kring_map_get_item (self->view, id) : NULL;

  return item != NULL && kring_item_is (item, KRING_KIND_PERSON) &&
                 !kring_map_is_centre (self->view, item)
             ? item
             : NULL;
}

static void
youth_picture_describe (KringYouthPicture *self)
{
  KringItem *person = get_person (self, self->focused);
  g_autofree char *text = NULL;

  if (person != NULL)
    text = g_strdup_printf (
        "%s, %s", kring_item_get_text (person, KRING_F_NAME),
        kring_map_get_ring_name (self->view, kring_item_get_choice (person, KRING_F_RING)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
youth_picture_renew (KringYouthPicture *self)
{
  const KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;

  self->dragged = NULL;
  g_clear_object (&self->scene);
  g_clear_object (&self->view);
  self->view = kring_youth_dup_view (kring_editor_get_map (self->editor));
  self->scene = kring_scene_new (self->view, &options, &self->measurer);
  if (get_person (self, self->focused) == NULL)
    self->focused = NULL;
  youth_picture_fit (self);
  youth_picture_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEW_CHANGED], 0);
}

static void
youth_picture_paint (KringYouthPicture *self, cairo_t *cr, GPtrArray *shapes)
{
  const KringPaint paint = { .theme = youth_picture_get_theme (),
                             .fonts = self->fonts,
                             .outlines = TRUE };

  kring_painter_paint (cr, shapes, &paint);
}

static void
paint_target (KringYouthPicture *self, cairo_t *cr)
{
  g_autoptr (GPtrArray) shapes = kring_shapes_new ();
  KringSketch sketch = { shapes, &self->measurer, NULL, KRING_PART_NONE };
  KringPoint at, axes;
  KringRing ring;

  if (!kring_item_get_position (get_person (self, self->dragged), &at))
    return;
  ring = kring_youth_get_ring_at (self->view,
                                  KRING_POINT_INIT (at.x + self->drag.x, at.y + self->drag.y));
  if (ring == KRING_RING_NONE)
    return;
  axes = kring_scene_get_ring_axes (self->scene, ring - KRING_RING_NEAR);
  kring_sketch_stroke (&sketch, kring_path_new_ellipse (KRING_POINT_INIT (0, 0), axes.x, axes.y),
                       KRING_COLOUR_SELECTION, TARGET_WIDTH)
      ->stroke_opacity = TARGET_OPACITY;
  youth_picture_paint (self, cr, shapes);
}

static void
kring_youth_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  KringYouthPicture *self = KRING_YOUTH_PICTURE (widget);
  const KringPoint beyond = { KRING_COORDINATE_MAX, KRING_COORDINATE_MAX };
  KringEmphasis emphasis = { 0 };
  g_autoptr (GPtrArray) moving = NULL, marks = NULL;
  cairo_t *cr =
      gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                gtk_widget_get_height (widget)));

  kring_painter_set_colour (cr, youth_picture_get_theme (),
                            kring_scene_get_ground (self->scene, beyond), 1);
  cairo_paint (cr);
  cairo_scale (cr, self->viewport.scale, self->viewport.scale);
  cairo_translate (cr, -self->viewport.origin.x, -self->viewport.origin.y);
  youth_picture_paint (self, cr, kring_scene_get_shapes (self->scene));
  if (self->dragged != NULL)
    {
      paint_target (self, cr);
      moving = kring_scene_dup_moving (self->scene, self->drag.x, self->drag.y);
      youth_picture_paint (self, cr, moving);
    }
  else if (gtk_widget_has_focus (widget))
    {
      emphasis.focused = self->focused;
      marks = kring_scene_dup_emphasis (self->scene, &emphasis);
      youth_picture_paint (self, cr, marks);
    }
  cairo_destroy (cr);
}

static void
kring_youth_picture_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  youth_picture_fit (KRING_YOUTH_PICTURE (widget));
}

static void
kring_youth_picture_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 640;
}

static void
youth_picture_drag_begin_cb (KringYouthPicture *self, double x, double y)
{
  KringPoint point = kring_viewport_to_map (&self->viewport, KRING_POINT_INIT (x, y));
  KringHit hit = { NULL, KRING_PART_NONE, FALSE };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!kring_scene_hit (self->scene, point, REACH / self->viewport.scale, &hit) ||
      get_person (self, hit.id) == NULL)
    return;
  self->focused = self->dragged = hit.id;
  self->drag = KRING_POINT_INIT (0, 0);
  g_ptr_array_add (ids, (gpointer) hit.id);
  kring_scene_begin_moving (self->scene, ids);
  youth_picture_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
youth_picture_drag_update_cb (KringYouthPicture *self, double dx, double dy)
{
  self->drag = KRING_POINT_INIT (dx / self->viewport.scale, dy / self->viewport.scale);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static KringPoint
get_beside_centre (KringPoint at)
{
  double away = hypot (at.x, at.y);

  if (away >= CENTRE_AIR)
    return at;
  if (away < 1)
    return KRING_POINT_INIT (CENTRE_AIR, 0);
  return KRING_POINT_INIT (at.x / away * CENTRE_AIR, at.y / away * CENTRE_AIR);
}

static void
youth_picture_drag_end_cb (KringYouthPicture *self, double dx, double dy)
{
  const char *id = self->dragged;
  KringRing ring;
  KringPoint at;

  if (id == NULL)
    return;
  youth_picture_drag_update_cb (self, dx, dy);
  self->dragged = NULL;
  kring_scene_end_moving (self->scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (hypot (dx, dy) < REACH / 2 || !kring_item_get_position (get_person (self, id), &at))
    return;
  at = get_beside_centre (KRING_POINT_INIT (at.x + self->drag.x, at.y + self->drag.y));
  ring = kring_youth_get_ring_at (self->view, at);
  kring_edit_set_own_place (self->editor, id, ring, ring != KRING_RING_NONE ? &at : NULL);
}

static void
youth_picture_step_focus (KringYouthPicture *self, int step)
{
  guint n = kring_map_get_n_items (self->view), at = 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (kring_item_get_id (kring_map_get_nth (self->view, i)), self->focused) == 0)
      at = i;
  for (guint i = 0; i < n; i++)
    {
      at = (at + n + step) % n;
      if (get_person (self, kring_item_get_id (kring_map_get_nth (self->view, at))) != NULL)
        break;
    }
  if (n > 0 && get_person (self, kring_item_get_id (kring_map_get_nth (self->view, at))) != NULL)
    self->focused = kring_item_get_id (kring_map_get_nth (self->view, at));
  youth_picture_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
youth_picture_key_pressed_cb (KringYouthPicture *self,
                              guint keyval,
                              guint keycode,
                              GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_Down:
      youth_picture_step_focus (self, 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Up:
      youth_picture_step_focus (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_1:
    case GDK_KEY_2:
    case GDK_KEY_3:
      if (get_person (self, self->focused) != NULL)
        kring_youth_picture_put (self, self->focused, KRING_RING_NONE + keyval - GDK_KEY_0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
kring_youth_picture_dispose (GObject *object)
{
  KringYouthPicture *self = KRING_YOUTH_PICTURE (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->view);
  g_clear_object (&self->editor);
  g_clear_pointer (&self->fonts, kring_fonts_unref);
  G_OBJECT_CLASS (kring_youth_picture_parent_class)->dispose (object);
}

static void
kring_youth_picture_class_init (KringYouthPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_youth_picture_dispose;
  widget_class->snapshot = kring_youth_picture_snapshot;
  widget_class->size_allocate = kring_youth_picture_size_allocate;
  widget_class->measure = kring_youth_picture_measure;
  signals[VIEW_CHANGED] = g_signal_new ("view-changed", KRING_TYPE_YOUTH_PICTURE, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kring_youth_picture_init (KringYouthPicture *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->fonts = kring_fonts_new ();
  self->measurer = kring_measurer_for_fonts (self->fonts);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (youth_picture_drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (youth_picture_drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (youth_picture_drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (youth_picture_key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * kring_youth_picture_new: (constructor)
 * @editor: of the whole map
 *
 * Returns: (transfer floating): what the young person may see of it
 */
GtkWidget *
kring_youth_picture_new (KringEditor *editor)
{
  KringYouthPicture *self = g_object_new (KRING_TYPE_YOUTH_PICTURE, NULL);

  self->editor = g_object_ref (editor);
  youth_picture_renew (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Your rings"), -1);
  g_signal_connect_object (kring_editor_get_map (editor), "changed",
                           G_CALLBACK (youth_picture_renew), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_youth_picture_get_view:
 *
 * Returns: (transfer none): all that can be seen, until "view-changed"
 */
KringMap *
kring_youth_picture_get_view (KringYouthPicture *self)
{
  return self->view;
}

/**
 * kring_youth_picture_put:
 * @id: a person in the view
 * @ring: gets them, where there is most room; none: below the rings again
 */
void
kring_youth_picture_put (KringYouthPicture *self, const char *id, KringRing ring)
{
  KringItem *person = get_person (self, id);
  KringPoint at;

  if (person == NULL || (KringRing) kring_item_get_choice (person, KRING_F_RING) == ring)
    return;
  if (ring == KRING_RING_NONE)
    {
      kring_edit_set_own_place (self->editor, id, ring, NULL);
      return;
    }
  at = kring_youth_find_place (self->view, id, ring);
  kring_edit_set_own_place (self->editor, id, ring, &at);
}

/**
 * kring_youth_picture_to_widget:
 * @point: in map units, seen from the young person
 *
 * Returns: where that is, in pixels of the widget
 */
KringPoint
kring_youth_picture_to_widget (KringYouthPicture *self, KringPoint point)
{
  return kring_viewport_to_screen (&self->viewport, point);
}
