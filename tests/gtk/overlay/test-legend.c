/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The legend over the map: it opens and closes, and explains what is on the map at that moment. */
#include "calm.h"
#include "gtk/overlay/kring-legend-card.h"
#include "hands.h"
#include "seek.h"
#include "stage.h"

typedef struct
{
  Stage stage;
  KringLegendCard *card;
  GtkWidget *button, *revealer;
  GtkDrawingArea *area;
} Rig;

static void
rig_open (Rig *rig)
{
  stage_open (&rig->stage);
  rig->card =
      KRING_LEGEND_CARD (seek_type (GTK_WIDGET (rig->stage.window), KRING_TYPE_LEGEND_CARD));
  rig->button = seek_type (GTK_WIDGET (rig->card), GTK_TYPE_TOGGLE_BUTTON);
  rig->revealer = seek_type (GTK_WIDGET (rig->card), GTK_TYPE_REVEALER);
  rig->area = GTK_DRAWING_AREA (seek_type (GTK_WIDGET (rig->card), GTK_TYPE_DRAWING_AREA));
}

static void
click (GtkWidget *widget)
{
  KringPoint at = hands_find (widget, KRING_POINT_INIT (gtk_widget_get_width (widget) / 2.0,
                                                        gtk_widget_get_height (widget) / 2.0));

  hands_do ("mousemove %.0f %.0f click 1", at.x, at.y);
}

/* A click opens it, another closes it; closed it takes no clicks of the map. */
static void
test_open (void)
{
  Rig rig;

  rig_open (&rig);
  g_assert_false (gtk_widget_get_visible (rig.revealer));
  g_assert_nonnull (gtk_widget_get_tooltip_text (rig.button));
  click (rig.button);
  g_assert_true (kring_legend_card_get_open (rig.card));
  calm_until (gtk_revealer_get_child_revealed (GTK_REVEALER (rig.revealer)));
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), >, 100);
  g_assert_null (gtk_widget_get_tooltip_text (rig.button));
  click (rig.button);
  g_assert_false (kring_legend_card_get_open (rig.card));
  calm_until (!gtk_widget_get_visible (rig.revealer));
  g_assert_nonnull (gtk_widget_get_tooltip_text (rig.button));
  stage_close (&rig.stage);
}

/* What comes onto the map comes into it at once while it is open, else when it opens. */
static void
test_followed (void)
{
  Rig rig;
  int height;

  rig_open (&rig);
  kring_legend_card_set_open (rig.card, TRUE);
  calm_until (gtk_revealer_get_child_revealed (GTK_REVEALER (rig.revealer)));
  height = gtk_drawing_area_get_content_height (rig.area);
  stage_add (&rig.stage, KRING_KIND_ORGANISATION, "School", 300, 100);
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), >, height);
  height = gtk_drawing_area_get_content_height (rig.area);
  kring_legend_card_set_open (rig.card, FALSE);
  stage_add (&rig.stage, KRING_KIND_VEHICLE, "Van", 300, 200);
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), ==, height);
  kring_legend_card_set_open (rig.card, TRUE);
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), >, height);
  stage_close (&rig.stage);
}

/* Where the young person's rings lie beside ours, they are explained too. */
static void
test_beside (void)
{
  GActionGroup *actions;
  Rig rig;
  int height;

  rig_open (&rig);
  kring_edit_set_centre (rig.stage.editor, kring_item_get_id (stage_find (&rig.stage, "Noor")));
  kring_edit_set_one (rig.stage.editor, kring_item_get_id (stage_find (&rig.stage, "Dex")),
                      "own_ring", g_variant_new_string ("near"), NULL);
  kring_legend_card_set_open (rig.card, TRUE);
  height = gtk_drawing_area_get_content_height (rig.area);
  actions = G_ACTION_GROUP (kring_canvas_get_actions (rig.stage.canvas));
  g_action_group_activate_action (actions, "beside", NULL);
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), >, height);
  g_action_group_activate_action (actions, "beside", NULL);
  g_assert_cmpint (gtk_drawing_area_get_content_height (rig.area), ==, height);
  stage_close (&rig.stage);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/legend/open", test_open);
  g_test_add_func ("/legend/followed", test_followed);
  g_test_add_func ("/legend/beside", test_beside);
  return g_test_run ();
}
