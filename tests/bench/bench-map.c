/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-map FILE...: for each map, in milliseconds, the best of a number of runs: open it, save it,
 * make its scene, move one person, draw it again, paint one frame with all of it in view
 * and one at 100 %.
 */
#include "file/document/kring-document.h"
#include "map/edit/kring-commands.h"
#include "picture/marks/kring-viewport.h"
#include "picture/render/kring-measurer.h"
#include "picture/render/kring-painter.h"
#include "picture/scene/kring-scene.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define RUNS 9
#define WIDTH 1280
#define HEIGHT 800

typedef struct
{
  GFile *file;
  GFile *copy;
  KringDocument *document;
  KringScene *scene;
  GPtrArray *changes; /* (owned) (nullable), the last ones */
  KringFonts *fonts;
  KringHalos *halos;
  KringTextMeasurer measurer;
  KringViewport viewport;
  cairo_surface_t *surface;
} Bench;

static void
open_document (Bench *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->document);
  self->document = kring_document_open (self->file, NULL, &error);
  g_assert_no_error (error);
}

static void
save_document (Bench *self)
{
  g_autoptr (GError) error = NULL;

  kring_document_save (self->document, self->copy, KRING_SAVE_OVERWRITE, NULL, &error);
  g_assert_no_error (error);
}

static void
make_scene (Bench *self)
{
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;

  g_clear_object (&self->scene);
  self->scene =
      kring_scene_new (kring_document_get_map (self->document), &options, &self->measurer);
  kring_scene_get_shapes (self->scene);
}

static void
keep_changes_cb (KringMap *map, GPtrArray *changes, Bench *self)
{
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = g_ptr_array_ref (changes);
}

static void
paint_frame (Bench *self)
{
  KringRect visible = kring_viewport_get_visible (&self->viewport);
  g_autoptr (GPtrArray) shapes = kring_scene_dup_visible (self->scene, visible);
  KringPaint paint = { .theme = kring_theme_get (KRING_THEME_LIGHT),
                       .fonts = self->fonts,
                       .halos = self->halos,
                       .clip = visible };
  cairo_t *cr = cairo_create (self->surface);

  kring_painter_set_colour (cr, paint.theme, KRING_COLOUR_CANVAS, 1);
  cairo_paint (cr);
  cairo_scale (cr, self->viewport.scale, self->viewport.scale);
  cairo_translate (cr, -self->viewport.origin.x, -self->viewport.origin.y);
  kring_painter_paint (cr, shapes, &paint);
  cairo_destroy (cr);
}

static void
measure (const char *name, void (*step) (Bench *), Bench *self)
{
  gint64 best = G_MAXINT64;

  for (int i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      step (self);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  printf ("%s %.3f\n", name, best / 1000.0);
}

/* The first one but for the centre goes a little way: how long that takes, and to draw it again. */
static void
measure_moves (Bench *self)
{
  KringMap *map = kring_document_get_map (self->document);
  KringItem *first = kring_map_get_nth (map, kring_map_is_centre (map, kring_map_get_nth (map, 0)));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gulong handler = g_signal_connect (map, "changed", G_CALLBACK (keep_changes_cb), self);
  gint64 edited = G_MAXINT64, drawn = G_MAXINT64;

  g_ptr_array_add (ids, (gpointer) kring_item_get_id (first));
  for (int i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time (), between;

      kring_edit_move (kring_document_get_editor (self->document), ids, 7, 0);
      between = g_get_monotonic_time ();
      kring_scene_apply (self->scene, self->changes);
      edited = MIN (edited, between - start);
      drawn = MIN (drawn, g_get_monotonic_time () - between);
    }
  printf ("edit %.3f\nmove %.3f\n", edited / 1000.0, drawn / 1000.0);
  g_signal_handler_disconnect (map, handler);
}

static void
measure_map (Bench *self, const char *path)
{
  self->file = g_file_new_for_path (path);
  measure ("open", open_document, self);
  measure ("save", save_document, self);
  measure ("scene", make_scene, self);
  measure_moves (self);

  self->viewport = (KringViewport){ .scale = 1, .width = WIDTH, .height = HEIGHT };
  kring_viewport_fit (&self->viewport, kring_scene_get_bounds (self->scene), 24);
  measure ("frame-all", paint_frame, self);
  self->viewport.scale = 1;
  kring_viewport_centre_on (&self->viewport,
                            kring_rect_centre (kring_scene_get_bounds (self->scene)));
  measure ("frame-100", paint_frame, self);

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_object (&self->scene);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
}

int
main (int argc, char **argv)
{
  Bench self = { 0 };
  g_autofree char *folder = g_dir_make_tmp ("kring-bench-XXXXXX", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.kring", NULL);

  self.copy = g_file_new_for_path (copy);
  self.fonts = kring_fonts_new ();
  self.halos = kring_halos_new (self.fonts);
  self.measurer = kring_measurer_for_fonts (self.fonts);
  self.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  for (int i = 1; i < argc; i++)
    measure_map (&self, argv[i]);

  cairo_surface_destroy (self.surface);
  kring_halos_free (self.halos);
  kring_fonts_unref (self.fonts);
  g_clear_object (&self.copy);
  g_unlink (copy);
  g_rmdir (folder);
  return 0;
}
