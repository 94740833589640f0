/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small sign of an item, as lists and the inspector show it, painted and looked at. */
#include "fixture.h"

#include "gtk/widgets/kring-item-preview.h"
#include "known.h"
#include "map/edit/kring-commands.h"

#include <string.h>

#define SIZE 48
#define N_AUDIENCES 4

/* (transfer full): what the sign looks like. */
static cairo_surface_t *
paint (GtkWidget *sign)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (sign);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, SIZE, SIZE);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_same (cairo_surface_t *a, cairo_surface_t *b)
{
  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b),
                 SIZE * cairo_image_surface_get_stride (a)) == 0;
}

/* For whom it is shows on the sign of a person and on that of a signal, each side otherwise. */
static void
assert_audiences (Fixture *fixture, const char *id)
{
  const KringField *field = kring_kind_find_field (kring_kind_get (KRING_KIND_PERSON), "audience");
  GtkWidget *sign = kring_item_preview_new (fixture->session, SIZE, SIZE);
  cairo_surface_t *seen[N_AUDIENCES];

  fixture_show (fixture, sign);
  for (guint i = 0; i < N_AUDIENCES; i++)
    {
      kring_edit_set_one (fixture->editor, id, "audience",
                          g_variant_new_string (field->choices[i].name), NULL);
      kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign),
                                    kring_map_get_item (fixture->map, id));
      calm_down (2);
      seen[i] = paint (sign);
    }
  for (guint i = 0; i < N_AUDIENCES; i++)
    for (guint k = 0; k < i; k++)
      g_assert_false (is_same (seen[i], seen[k]));
  for (guint i = 0; i < N_AUDIENCES; i++)
    cairo_surface_destroy (seen[i]);
}

static void
test_person (Fixture *fixture, gconstpointer data)
{
  assert_audiences (fixture, fixture->dex);
}

static void
test_signal (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = fixture_add (fixture, KRING_KIND_SIGNAL, "Nieuwe jas");

  assert_audiences (fixture, id);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/details/sign/person", test_person);
  FIXTURE_TEST ("/details/sign/signal", test_signal);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
