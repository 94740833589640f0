/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/app/kring-toasts.h"
#include "gtk/widgets/kring-spoken.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *overlay;
  GtkWidget *spoken;
  KringToasts *teller;
} Rig;

static Rig
set_up (void)
{
  Rig rig = { gtk_window_new (), adw_toast_overlay_new (), adw_bin_new (), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), rig.overlay);
  gtk_box_append (GTK_BOX (box), rig.spoken);
  gtk_window_set_child (GTK_WINDOW (rig.window), box);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (rig.overlay), gtk_label_new ("Map"));
  rig.teller = kring_toasts_new (ADW_TOAST_OVERLAY (rig.overlay), rig.spoken);
  gtk_window_present (GTK_WINDOW (rig.window));
  fixture_settle ();
  return rig;
}

static void
tear_down (Rig *rig)
{
  g_object_unref (rig->teller);
  gtk_window_destroy (GTK_WINDOW (rig->window));
  fixture_settle ();
}

static gboolean
is_silent (gpointer teller)
{
  return kring_toasts_get_text (teller) == NULL;
}

/* What was taken back is not told any more. */
static void
test_take_back (void)
{
  Rig rig = set_up ();

  kring_toasts_offer_undo (rig.teller, "Layout changed");
  kring_toasts_take_back (rig.teller);
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Undone");
  g_assert_false (kring_toasts_is_offering (rig.teller));
  tear_down (&rig);
}

/* The newest is seen at once; another step takes the offer away, not the message. */
static void
test_newest (void)
{
  Rig rig = set_up ();

  g_assert_null (kring_toasts_get_text (rig.teller));
  kring_toasts_offer_undo (rig.teller, "Kay & Dex <deleted>");
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Kay & Dex <deleted>");
  g_assert_true (kring_toasts_is_offering (rig.teller));
  kring_toasts_end_offer (rig.teller);
  g_assert_false (kring_toasts_is_offering (rig.teller));
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Kay & Dex <deleted>");
  kring_toasts_tell (rig.teller, "Saved", 1);
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Saved");
  fixture_settle ();
  tear_down (&rig);
}

/* Told one after the other, faster than any of them comes into view. */
static void
test_many (void)
{
  Rig rig = set_up ();

  for (guint i = 0; i < 20; i++)
    {
      kring_toasts_offer_undo (rig.teller, "Step");
      g_main_context_iteration (NULL, FALSE);
      kring_toasts_end_offer (rig.teller);
    }
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Step");
  tear_down (&rig);
}

static void
test_goes (void)
{
  Rig rig = set_up ();

  kring_toasts_tell (rig.teller, "Saved", 1);
  fixture_wait (is_silent, rig.teller);
  kring_toasts_tell (rig.teller, "Saved again", 1);
  g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Saved again");
  tear_down (&rig);
}

static GtkWidget *
find_close (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "circular"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_close (child);
  return found;
}

/* The message that came last. */
static GtkWidget *
get_message (Rig *rig)
{
  GtkWidget *last = gtk_widget_get_last_child (rig->overlay);

  return last == adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (rig->overlay)) ? NULL : last;
}

static gboolean
is_seen (gpointer rig)
{
  return get_message (rig) != NULL && kring_toasts_get_text (((Rig *) rig)->teller) != NULL;
}

/* One that goes, and one that comes. */
static gboolean
has_two (gpointer rig)
{
  GtkWidget *message = get_message (rig);

  return message != NULL &&
         gtk_widget_get_prev_sibling (message) !=
             adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (((Rig *) rig)->overlay));
}

static gboolean
is_empty (gpointer rig)
{
  return get_message (rig) == NULL;
}

static void
close_message (Rig *rig)
{
  g_signal_emit_by_name (find_close (get_message (rig)), "clicked");
  g_assert_null (kring_toasts_get_text (rig->teller));
}

/* A message that is sent away as it comes, and another that comes while it goes: libadwaita 1.2
 * would free what still moves. */
static void
test_sent_away (void)
{
  Rig rig = set_up ();

  for (guint i = 0; i < 3; i++)
    {
      kring_toasts_tell (rig.teller, "Saved", 5);
      fixture_wait (is_seen, &rig);
      close_message (&rig);
      kring_toasts_tell (rig.teller, "Noted", 5);
      g_assert_cmpstr (kring_toasts_get_text (rig.teller), ==, "Noted");
      fixture_wait (has_two, &rig);
      close_message (&rig);
      fixture_wait (is_empty, &rig);
    }
  tear_down (&rig);
}

/* What has the keyboard says the message beside what it says of itself, and that alone afterwards. */
static void
test_heard (void)
{
  Rig rig = set_up ();
  GtkWidget *button = gtk_button_new_with_label ("Dex"), *hinted = gtk_button_new_with_label ("?");

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (rig.overlay), button);
  kring_spoken_describe (button, "a person");
  gtk_widget_grab_focus (button);
  kring_toasts_tell (rig.teller, "Saved", 1);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Saved\na person");
  kring_spoken_describe (button, "an adult");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Saved\nan adult");
  fixture_wait (is_silent, rig.teller);
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "an adult");
  gtk_widget_set_tooltip_text (hinted, "Help");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (rig.overlay), hinted);
  gtk_widget_grab_focus (hinted);
  kring_toasts_tell (rig.teller, "Saved", 1);
  gtk_test_accessible_assert_property (hinted, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Saved\nHelp");
  fixture_wait (is_silent, rig.teller);
  gtk_test_accessible_assert_property (hinted, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Help");
  tear_down (&rig);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/teller/take-back", test_take_back);
  g_test_add_func ("/ui/teller/newest", test_newest);
  g_test_add_func ("/ui/teller/many", test_many);
  g_test_add_func ("/ui/teller/goes", test_goes);
  g_test_add_func ("/ui/teller/sent-away", test_sent_away);
  g_test_add_func ("/ui/teller/heard", test_heard);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
