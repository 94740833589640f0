/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stage.h"

#include "calm.h"
#include "gtk/overlay/kring-legend-card.h"
#include "gtk/overlay/kring-zoom-bar.h"
#include "hands.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <adwaita.h>

#define WIDTH 1000
#define HEIGHT 800

/* As long as nothing moves from the first to the last of so many, nothing will. */
#define FRAMES 8

void
stage_add (Stage *self, KringKindId kind, const char *name, double x, double y)
{
  kring_edit_add (self->editor, kind, name, KRING_POINT_INIT (x, y));
}

const KringViewport *
stage_get_viewport (Stage *self)
{
  return kring_interaction_get_viewport (kring_canvas_get_interaction (self->canvas));
}

/* Until the map stands still. */
void
stage_stand_still (Stage *self)
{
  KringPoint before,
      now = kring_viewport_to_screen (stage_get_viewport (self), KRING_POINT_INIT (0, 0));
  double scale, scale_now = kring_canvas_get_scale (self->canvas);

  do
    {
      before = now;
      scale = scale_now;
      calm_down (FRAMES);
      now = kring_viewport_to_screen (stage_get_viewport (self), KRING_POINT_INIT (0, 0));
      scale_now = kring_canvas_get_scale (self->canvas);
    }
  while (before.x != now.x || before.y != now.y || scale != scale_now);
}

gboolean
stage_has_scale (Stage *self, double scale)
{
  return fabs (kring_canvas_get_scale (self->canvas) - scale) < 0.001;
}

/* Whether what is typed goes into a line. */
gboolean
stage_is_typing (Stage *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return focus != NULL && GTK_IS_EDITABLE (focus) && gtk_widget_get_mapped (focus);
}

void
stage_open (Stage *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (3));
  self->session = kring_session_new (self->editor);
  stage_add (self, KRING_KIND_PERSON, "Noor", 0, 0);
  stage_add (self, KRING_KIND_PERSON, "Dex", 200, 0);
  stage_add (self, KRING_KIND_PLACE, "Flat", 0, 180);
  self->window = GTK_WINDOW (adw_window_new ());
  self->canvas = KRING_CANVAS (kring_canvas_new ());
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), kring_zoom_bar_new (self->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), kring_legend_card_new (self->canvas));
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (self->window, WIDTH, HEIGHT);
  kring_canvas_set_session (self->canvas, self->session);
  gtk_window_present (self->window);
  calm_until (gtk_widget_get_width (GTK_WIDGET (self->canvas)) > 0);
  stage_stand_still (self);
}

void
stage_close (Stage *self)
{
  GtkWidget *canvas = g_object_ref (GTK_WIDGET (self->canvas));

  gtk_window_destroy (self->window);
  calm_until (G_OBJECT (canvas)->ref_count == 1);
  g_assert_finalize_object (canvas);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

KringItem *
stage_try_find (Stage *self, const char *name)
{
  for (guint i = 0; i < kring_map_get_n_items (self->map); i++)
    {
      KringItem *item = kring_map_get_nth (self->map, i);

      if (g_strcmp0 (kring_item_get_text (item, "name"), name) == 0)
        return item;
    }
  return NULL;
}

KringItem *
stage_find (Stage *self, const char *name)
{
  KringItem *item = stage_try_find (self, name);

  g_assert_nonnull (item);
  return item;
}

KringPoint
stage_place_of (Stage *self, const char *name)
{
  KringPoint point = { 0 };

  g_assert_true (kring_item_get_position (stage_find (self, name), &point));
  return point;
}

/* Where a place on the map is on the display. */
KringPoint
stage_on_screen (Stage *self, double x, double y)
{
  KringPoint point = kring_viewport_to_screen (stage_get_viewport (self), KRING_POINT_INIT (x, y));

  return hands_find (GTK_WIDGET (self->canvas), point);
}
