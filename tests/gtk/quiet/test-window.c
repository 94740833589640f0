/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The young person's view in its window, on a display of its own, with real keys and a real pointer:
 * what can be read in it, what can be changed from it, and how it is left.
 */
#include "calm.h"
#include "gtk/quiet/kring-youth-window.h"
#include "hands.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"
#include "seek.h"

#define FRAMES 8

typedef struct
{
  KringMap *map;            /* (owned) */
  KringEditor *editor;      /* (owned) */
  KringHistory *history;    /* (not owned) */
  KringYouthWindow *window; /* (owned by GTK) */
  const char *oma, *kay;    /* interned */
} Stage;

static KringItem *
add (Stage *self, const char *name)
{
  return kring_edit_add (self->editor, KRING_KIND_PERSON, name, KRING_POINT_INIT (400, 30));
}

static void
add_tie (Stage *self, KringItem *other)
{
  const char *centre = kring_item_get_id (kring_map_get_centre (self->map));

  g_assert_nonnull (kring_edit_add_tie (self->editor, centre, kring_item_get_id (other), "kent",
                                        KRING_CERTAINTY_CONFIRMED, NULL));
}

static void
type (Stage *self, KringItem *item, const char *field, const char *text)
{
  g_assert_true (kring_edit_type (self->editor, kring_item_get_id (item), field, text, NULL));
}

static void
stage_open (Stage *self)
{
  KringItem *oma, *kay, *secret;

  self->map = kring_map_new ();
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (5));
  self->history = kring_editor_get_history (self->editor);
  kring_edit_add_centre (self->editor, "Noor", KRING_POINT_INIT (0, 0));
  oma = add (self, "Oma Jo");
  kay = add (self, "Kay");
  secret = add (self, "hidden-name");
  kring_edit_set_one (self->editor, kring_item_get_id (secret), "audience",
                      g_variant_new_string ("care"), NULL);
  add_tie (self, oma);
  add_tie (self, kay);
  add_tie (self, secret);
  add (self, "hidden-stranger");
  type (self, kay, "role", "hidden-role");
  type (self, kay, "why", "hidden-why");
  type (self, kay, "remark", "hidden-remark");
  type (self, kring_map_get_case (self->map), "title", "hidden-title");
  self->oma = kring_item_get_id (oma);
  self->kay = kring_item_get_id (kay);
  self->window = KRING_YOUTH_WINDOW (kring_youth_window_new (self->editor));
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  calm_until (gtk_widget_get_mapped (GTK_WIDGET (self->window)));
  calm_down (FRAMES);
}

static void
stage_close (Stage *self)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  calm_until (self->window == NULL);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
}

static void
collect (GtkWidget *widget, GString *words)
{
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_EDITABLE (widget))
    g_string_append_printf (words, "%s\n", gtk_editable_get_text (GTK_EDITABLE (widget)));
  if (tooltip != NULL)
    g_string_append_printf (words, "%s\n", tooltip);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, words);
}

static void
test_words (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  Stage stage;

  stage_open (&stage);
  g_string_append (words, gtk_window_get_title (GTK_WINDOW (stage.window)));
  collect (GTK_WIDGET (stage.window), words);
  g_assert_nonnull (strstr (words->str, "Oma Jo"));
  g_assert_nonnull (strstr (words->str, "Kay"));
  g_assert_null (strstr (words->str, "hidden"));
  g_assert_null (gtk_window_get_application (GTK_WINDOW (stage.window)));
  g_assert_false (kring_item_get_named (kring_map_get_item (stage.map, stage.kay), "role") == NULL);
  stage_close (&stage);
}

static int
own_ring (Stage *self, const char *id)
{
  return kring_item_get_choice (kring_map_get_item (self->map, id), "own_ring");
}

typedef struct
{
  const char *id;
  int ring;
} Toggle;

static gboolean
is_toggle (GtkWidget *widget, gconstpointer data)
{
  const Toggle *toggle = data;

  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_object_get_data (G_OBJECT (widget), "id") == toggle->id &&
         GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "ring")) == toggle->ring;
}

static GtkWidget *
find_toggle (GtkWidget *widget, const char *id, int ring)
{
  return seek (widget, is_toggle, &(Toggle){ id, ring });
}

/* The list does the same as the picture, and shows what was done there. */
static void
test_list (void)
{
  GtkToggleButton *near, *far;
  guint64 before;
  Stage stage;

  stage_open (&stage);
  near = GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (stage.window), stage.oma, KRING_RING_NEAR));
  far = GTK_TOGGLE_BUTTON (find_toggle (GTK_WIDGET (stage.window), stage.oma, KRING_RING_FAR));
  before = kring_history_get_revision (stage.history);
  gtk_toggle_button_set_active (near, TRUE);
  g_assert_cmpint (own_ring (&stage, stage.oma), ==, KRING_RING_NEAR);
  gtk_toggle_button_set_active (far, TRUE);
  g_assert_cmpint (own_ring (&stage, stage.oma), ==, KRING_RING_FAR);
  g_assert_false (gtk_toggle_button_get_active (near));
  g_assert_cmpuint (kring_history_get_revision (stage.history), ==, before + 2);
  gtk_toggle_button_set_active (far, FALSE);
  g_assert_cmpint (own_ring (&stage, stage.oma), ==, KRING_RING_NONE);
  kring_youth_picture_put (kring_youth_window_get_picture (stage.window), stage.oma,
                           KRING_RING_NEAR);
  g_assert_true (gtk_toggle_button_get_active (near));
  g_assert_cmpint (kring_item_get_choice (kring_map_get_item (stage.map, stage.oma), "ring"), ==,
                   KRING_RING_NONE);
  stage_close (&stage);
}

static void
test_keys (void)
{
  Stage stage;

  stage_open (&stage);
  hands_do ("mousemove 500 60 click 1");
  gtk_widget_grab_focus (GTK_WIDGET (kring_youth_window_get_picture (stage.window)));
  hands_do ("key Right");
  hands_do ("key 2");
  g_assert_cmpint (own_ring (&stage, stage.oma) + own_ring (&stage, stage.kay), ==,
                   KRING_RING_MIDDLE);
  hands_do ("key ctrl+z");
  g_assert_cmpint (own_ring (&stage, stage.oma) + own_ring (&stage, stage.kay), ==,
                   KRING_RING_NONE);
  hands_do ("key ctrl+shift+z");
  g_assert_cmpint (own_ring (&stage, stage.oma) + own_ring (&stage, stage.kay), ==,
                   KRING_RING_MIDDLE);
  hands_do ("key ctrl+z");
  /* What others did before cannot be taken back from here. */
  hands_do ("key ctrl+z");
  hands_do ("key ctrl+z");
  g_assert_cmpstr (kring_item_get_text (kring_map_get_case (stage.map), "title"), ==,
                   "hidden-title");
  hands_do ("key Escape");
  g_assert_nonnull (stage.window);
  hands_do ("key Escape");
  g_assert_null (stage.window);
  stage_close (&stage);
}

static KringPoint
on_screen (Stage *self, double x, double y)
{
  KringYouthPicture *picture = kring_youth_window_get_picture (self->window);
  KringPoint point = kring_youth_picture_to_widget (picture, KRING_POINT_INIT (x, y));

  return hands_find (GTK_WIDGET (picture), point);
}

/* A drag to a ring is one step, and the person stays where they were put. */
static void
test_drag (void)
{
  KringPoint at, from, to, place;
  guint64 before;
  Stage stage;

  stage_open (&stage);
  before = kring_history_get_revision (stage.history);
  g_assert_true (kring_item_get_position (
      kring_map_get_item (
          kring_youth_picture_get_view (kring_youth_window_get_picture (stage.window)), stage.kay),
      &at));
  from = on_screen (&stage, at.x, at.y);
  to = on_screen (&stage, 200, 60);
  hands_drag (from, to);
  g_assert_cmpint (own_ring (&stage, stage.kay), ==, KRING_RING_NEAR);
  g_assert_cmpuint (kring_history_get_revision (stage.history), ==, before + 1);
  g_assert_true (kring_item_get_position (
      kring_map_get_item (
          kring_youth_picture_get_view (kring_youth_window_get_picture (stage.window)), stage.kay),
      &place));
  g_assert_cmpfloat (kring_point_distance (place, KRING_POINT_INIT (200, 60)), <, 12);
  stage_close (&stage);
}

static void
test_leave (void)
{
  Stage stage;

  stage_open (&stage);
  gtk_window_close (GTK_WINDOW (stage.window));
  calm_down (FRAMES);
  g_assert_nonnull (stage.window);
  g_assert_true (kring_youth_window_ask_to_leave (stage.window));
  stage_close (&stage);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/quiet/words", test_words);
  g_test_add_func ("/quiet/list", test_list);
  g_test_add_func ("/quiet/keys", test_keys);
  g_test_add_func ("/quiet/drag", test_drag);
  g_test_add_func ("/quiet/leave", test_leave);
  return g_test_run ();
}
