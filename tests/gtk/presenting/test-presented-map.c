/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others see on a screen: what they may, as it changes, and nothing of the rest. */
#include "calm.h"
#include "gtk/presenting/kring-presentation.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#include <string.h>

typedef struct
{
  KringMap *map;                /* (owned) */
  KringEditor *editor;          /* (owned) */
  KringSession *session;        /* (owned) */
  const char *noor, *kay;       /* interned */
  KringPresentation *window;    /* (owned by GTK) */
  KringPresentedMap *presented; /* (not owned) */
} Stage;

static void
stage_open (Stage *self, KringReader reader, KringNameForm names)
{
  const KringShareRule rule = { .reader = reader, .names = names };

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (7));
  self->session = kring_session_new (self->editor);
  self->noor =
      kring_item_get_id (kring_edit_add_centre (self->editor, "Noor Vos", KRING_POINT_INIT (0, 0)));
  self->kay = kring_item_get_id (
      kring_edit_add (self->editor, KRING_KIND_PERSON, "Kay", KRING_POINT_INIT (300, 30)));
  self->window = KRING_PRESENTATION (kring_presentation_new (self->session, &rule));
  self->presented = kring_presentation_get_map (self->window);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  calm_until (gtk_widget_get_width (GTK_WIDGET (self->presented)) > 100);
}

static void
stage_close (Stage *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  calm_until (self->window == NULL);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

static gboolean
shows (Stage *self, const char *id)
{
  return kring_map_get_item (kring_presented_map_get_part (self->presented), id) != NULL;
}

static void
set_audience (Stage *self, const char *id, const char *audience)
{
  g_assert_true (
      kring_edit_set_one (self->editor, id, "audience", g_variant_new_string (audience), NULL));
}

/* The pixels of the map as they come on the screen. */
static GBytes *
dup_pixels (Stage *self)
{
  GtkWidget *widget = GTK_WIDGET (self->presented);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GskRenderNode) node = NULL;
  GBytes *pixels;

  g_assert_cmpint (width, >, 100);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                        (gsize) cairo_image_surface_get_stride (surface) * height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return pixels;
}

/* What is marked as not for them goes before the next picture, and comes back likewise. */
static void
test_follows (void)
{
  g_autoptr (GBytes) with = NULL, without = NULL, again = NULL;
  Stage stage;

  stage_open (&stage, KRING_READER_POLICE, KRING_NAMES_FULL);
  g_assert_true (shows (&stage, stage.kay));
  with = dup_pixels (&stage);
  set_audience (&stage, stage.kay, "care");
  calm_until (!shows (&stage, stage.kay));
  without = dup_pixels (&stage);
  g_assert_false (g_bytes_equal (with, without));
  set_audience (&stage, stage.kay, "police");
  calm_until (shows (&stage, stage.kay));
  again = dup_pixels (&stage);
  g_assert_false (g_bytes_equal (without, again));
  g_assert_true (shows (&stage, stage.noor));
  stage_close (&stage);
}

/* Whatever is written about what they may not see changes not one pixel, nor does selecting it. */
static void
test_tells_nothing (void)
{
  g_autoptr (GBytes) before = NULL, after = NULL;
  KringItem *dex;
  Stage stage;

  stage_open (&stage, KRING_READER_CARE, KRING_NAMES_FULL);
  before = dup_pixels (&stage);
  dex = kring_edit_add (stage.editor, KRING_KIND_PERSON, "Dex", KRING_POINT_INIT (900, 400));
  set_audience (&stage, kring_item_get_id (dex), "police");
  g_assert_nonnull (kring_edit_add_tie (stage.editor, stage.noor, kring_item_get_id (dex), "vriend",
                                        KRING_CERTAINTY_CONFIRMED, NULL));
  kring_selection_select (kring_session_get_selection (stage.session), kring_item_get_id (dex));
  calm_down (4);
  g_assert_false (shows (&stage, kring_item_get_id (dex)));
  after = dup_pixels (&stage);
  g_assert_true (g_bytes_equal (before, after));
  kring_selection_select (kring_session_get_selection (stage.session), stage.kay);
  g_clear_pointer (&after, g_bytes_unref);
  after = dup_pixels (&stage);
  g_assert_false (g_bytes_equal (before, after));
  stage_close (&stage);
}

/* A filter of the own window holds there too; names are as short as was asked. */
static void
test_filter_and_names (void)
{
  KringItem *noor;
  Stage stage;

  stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_INITIALS);
  noor = kring_map_get_item (kring_presented_map_get_part (stage.presented), stage.noor);
  g_assert_cmpstr (kring_item_get_text (noor, "name"), ==, "N.V.");
  kring_filter_set_text (kring_session_get_filter (stage.session), "Kay");
  calm_until (!shows (&stage, stage.noor));
  g_assert_true (shows (&stage, stage.kay));
  kring_filter_set_text (kring_session_get_filter (stage.session), "");
  calm_until (shows (&stage, stage.noor));
  stage_close (&stage);
}

static gboolean
is_of_one_colour (GBytes *pixels)
{
  gsize size;
  const guint32 *data = g_bytes_get_data (pixels, &size);

  for (gsize i = 1; i < size / sizeof *data; i++)
    if (data[i] != data[0])
      return FALSE;
  return TRUE;
}

static void
test_blank (void)
{
  g_autoptr (GBytes) shown = NULL, blank = NULL, again = NULL;
  Stage stage;
  GtkWidget *button;

  stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_FULL);
  shown = dup_pixels (&stage);
  g_assert_false (is_of_one_colour (shown));
  button = seek_type (GTK_WIDGET (stage.window), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (kring_presented_map_get_blank (stage.presented));
  blank = dup_pixels (&stage);
  g_assert_true (is_of_one_colour (blank));
  kring_presented_map_set_blank (stage.presented, FALSE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  again = dup_pixels (&stage);
  g_assert_true (g_bytes_equal (shown, again));
  stage_close (&stage);
}

/* Its title says for whom it is and nothing of the map: a task bar shows it. */
static void
test_title (void)
{
  Stage stage;

  stage_open (&stage, KRING_READER_CARE, KRING_NAMES_FULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage.window)), ==, "Presenting: Care");
  g_assert_null (gtk_window_get_application (GTK_WINDOW (stage.window)));
  gtk_window_close (GTK_WINDOW (stage.window));
  calm_until (stage.window == NULL);
  stage_close (&stage);
}

/* The first controller of that type on @widget, which somebody's hand would reach. */
static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        return controller;
    }
  g_assert_not_reached ();
}

/* Whether the map looks as in @before. */
static gboolean
looks_like (Stage *self, GBytes *before)
{
  g_autoptr (GBytes) now = dup_pixels (self);

  return g_bytes_equal (before, now);
}

/* One looks closer and aside with the keys; 0 shows the whole again. Other keys are left to others. */
static void
test_keys (void)
{
  static const guint keys[] = { GDK_KEY_plus,  GDK_KEY_minus, GDK_KEY_Left,
                                GDK_KEY_Right, GDK_KEY_Up,    GDK_KEY_Down };
  g_autoptr (GBytes) whole = NULL;
  GtkWidget *map;
  Stage stage;

  stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_FULL);
  map = GTK_WIDGET (stage.presented);
  whole = dup_pixels (&stage);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (seek_press (map, keys[i], 0));
      g_assert_false (looks_like (&stage, whole));
      g_assert_true (seek_press (map, GDK_KEY_0, 0));
      g_assert_true (looks_like (&stage, whole));
    }
  g_assert_true (seek_press (map, GDK_KEY_Left, 0) && seek_press (map, GDK_KEY_Right, 0));
  g_assert_true (looks_like (&stage, whole));
  g_assert_false (seek_press (map, GDK_KEY_plus, GDK_ALT_MASK));
  g_assert_false (seek_press (map, GDK_KEY_a, 0));
  g_assert_true (looks_like (&stage, whole));
  stage_close (&stage);
}

/* What is looked at closely stays so when the map changes: nobody loses the place. */
static void
test_pointer (void)
{
  g_autoptr (GBytes) whole = NULL, closer = NULL;
  GtkEventController *scroll, *drag;
  gboolean taken = FALSE;
  Stage stage;

  stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_FULL);
  scroll = find_controller (GTK_WIDGET (stage.presented), GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  drag = find_controller (GTK_WIDGET (stage.presented), GTK_TYPE_GESTURE_DRAG);
  whole = dup_pixels (&stage);
  g_signal_emit_by_name (drag, "drag-begin", 10.0, 10.0);
  g_signal_emit_by_name (drag, "drag-update", 30.0, 20.0);
  g_assert_false (looks_like (&stage, whole));
  g_signal_emit_by_name (drag, "drag-update", 0.0, 0.0);
  g_assert_true (looks_like (&stage, whole));
  g_signal_emit_by_name (scroll, "scroll", 0.0, -1.0, &taken);
  g_assert_true (taken);
  closer = dup_pixels (&stage);
  g_assert_false (g_bytes_equal (whole, closer));
  set_audience (&stage, stage.kay, "none");
  calm_until (!shows (&stage, stage.kay));
  set_audience (&stage, stage.kay, "joint");
  calm_until (shows (&stage, stage.kay));
  g_assert_true (looks_like (&stage, closer));
  stage_close (&stage);
}

/* What the window itself makes of that key. */
static void
press_in_window (Stage *self, guint key)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (window);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (controller));
           k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
              gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, window, NULL);
              return;
            }
        }
    }
  g_assert_not_reached ();
}

/* One key makes the screen empty and full again; another ends it. */
static void
test_keys_of_window (void)
{
  static const guint blanks[] = { GDK_KEY_b, GDK_KEY_F6 };
  static const guint ends[] = { GDK_KEY_Escape, GDK_KEY_F5 };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      Stage stage;

      stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_FULL);
      press_in_window (&stage, blanks[i]);
      g_assert_true (kring_presented_map_get_blank (stage.presented));
      press_in_window (&stage, blanks[i]);
      g_assert_false (kring_presented_map_get_blank (stage.presented));
      press_in_window (&stage, ends[i]);
      calm_until (stage.window == NULL);
      stage_close (&stage);
    }
}

/* The bar goes by itself, comes back to the pointer, and stays while the keyboard is on it. */
static void
test_bar (void)
{
  GtkRevealer *bar;
  Stage stage;

  stage_open (&stage, KRING_READER_JOINT, KRING_NAMES_FULL);
  bar = GTK_REVEALER (seek_type (GTK_WIDGET (stage.window), GTK_TYPE_REVEALER));
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  calm_until (!gtk_revealer_get_reveal_child (bar));
  gtk_widget_grab_focus (seek_type (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON));
  calm_until (gtk_revealer_get_reveal_child (bar));
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/presenting/follows", test_follows);
  g_test_add_func ("/presenting/tells-nothing", test_tells_nothing);
  g_test_add_func ("/presenting/filter-and-names", test_filter_and_names);
  g_test_add_func ("/presenting/blank", test_blank);
  g_test_add_func ("/presenting/title", test_title);
  g_test_add_func ("/presenting/keys", test_keys);
  g_test_add_func ("/presenting/pointer", test_pointer);
  g_test_add_func ("/presenting/keys-of-window", test_keys_of_window);
  g_test_add_func ("/presenting/bar", test_bar);
  return g_test_run ();
}
