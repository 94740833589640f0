/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A signal in one word: what is offered, what Enter places, and how it is taken back. */
#include "fixture.h"
#include "seek.h"

#include "gtk/records/kring-signal-popover.h"
#include "gtk/widgets/kring-item-preview.h"
#include "map/edit/kring-commands.h"

#include "map/model/kring-record-counts.h"

#include <string.h>

typedef struct
{
  Fixture *fixture;
  KringCatalogueStore *shelf;
  GtkWidget *popover; /* (owned) */
  GtkWidget *parent;
} Rig;

static Rig
open_on (Fixture *fixture, gboolean protective, const char *id, const char *other)
{
  Rig rig = { .fixture = fixture };
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  rig.shelf = kring_catalogue_store_new ("/nowhere");
  rig.parent = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture_show (fixture, rig.parent);
  rig.popover = g_object_ref_sink (kring_signal_popover_new (fixture->session, rig.shelf));
  g_ptr_array_add (ids, (gpointer) id);
  if (other != NULL)
    g_ptr_array_add (ids, (gpointer) other);
  kring_signal_popover_ask (KRING_SIGNAL_POPOVER (rig.popover), rig.parent,
                            &(GdkRectangle){ 100, 100, 1, 1 }, ids, protective);
  fixture_settle ();
  return rig;
}

static void
finish (Rig *rig)
{
  gtk_popover_popdown (GTK_POPOVER (rig->popover));
  fixture_settle ();
  gtk_widget_unparent (rig->popover);
  fixture_settle ();
  g_assert_finalize_object (rig->popover);
  g_assert_finalize_object (rig->shelf);
}

static const char *
type (Rig *rig, const char *text)
{
  kring_signal_popover_set_text (KRING_SIGNAL_POPOVER (rig->popover), text);
  return kring_signal_popover_get_row (KRING_SIGNAL_POPOVER (rig->popover), 0);
}

/* Presses a key in the entry, the way GTK would. */
static void
press (Rig *rig, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers =
      gtk_widget_observe_controllers (seek_type (rig->popover, GTK_TYPE_ENTRY));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stop;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stop);
    }
  fixture_settle ();
}

static GPtrArray *
dup_signals (Fixture *fixture)
{
  return kring_map_dup_items_of_kind (fixture->map, KRING_KIND_SIGNAL);
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  Rig rig = open_on (fixture, FALSE, fixture->noor, NULL);
  g_autoptr (GPtrArray) signals = NULL;
  KringItem *signal;

  g_assert_cmpuint (kring_signal_popover_get_n_rows (KRING_SIGNAL_POPOVER (rig.popover)), ==, 6);
  g_assert_cmpstr (type (&rig, "cadeau 12-9"), ==, "Gives gifts or money to create a bond");
  press (&rig, GDK_KEY_Return, 0);
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 1);
  signal = signals->pdata[0];
  g_assert_cmpstr (kring_item_get_text (signal, "catalogue"), ==, "gifts-or-drugs-given");
  g_assert_cmpstr (kring_item_get_text (signal, "about"), ==, fixture->noor);
  g_assert_cmpstr (kring_item_get_text (signal, "observed"), ==, "2025-09-12");
  g_assert_cmpint (kring_item_get_choice (signal, "concerns"), ==, KRING_CONCERNS_SUSPECT);
  g_assert_cmpint (kring_item_get_certainty (signal), ==, KRING_CERTAINTY_SUSPECTED);
  g_assert_cmpint (kring_item_get_choice (signal, "party"), ==, KRING_PARTY_CARE);
  g_assert_false (gtk_widget_get_visible (rig.popover));
  finish (&rig);
}

/* What is about health is for care alone, what only the police can know for them, and nobody asks. */
static void
test_audience (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = { "soa", "in beeld bij politie", "spijbelt" };
  guint n[KRING_AUDIENCE_NONE + 1] = { 0 };
  g_autoptr (GPtrArray) signals = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      Rig rig = open_on (fixture, FALSE, fixture->noor, NULL);

      type (&rig, typed[i]);
      press (&rig, GDK_KEY_Return, 0);
      finish (&rig);
    }
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, G_N_ELEMENTS (typed));
  for (guint i = 0; i < signals->len; i++)
    n[kring_item_get_audience (signals->pdata[i])]++;
  g_assert_cmpuint (n[KRING_AUDIENCE_JOINT], ==, 1);
  g_assert_cmpuint (n[KRING_AUDIENCE_CARE], ==, 1);
  g_assert_cmpuint (n[KRING_AUDIENCE_POLICE], ==, 1);
}

/* (transfer full): how the first signal of the list is marked. */
static GBytes *
paint_first (Rig *rig, const char *text)
{
  GtkWidget *sign;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 48, 48);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  type (rig, text);
  calm_down (2);
  sign = seek_type (seek_type (rig->popover, GTK_TYPE_LIST_BOX), KRING_TYPE_ITEM_PREVIEW);
  paintable = gtk_widget_paintable_new (sign);
  gdk_paintable_snapshot (paintable, snapshot, 48, 48);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                     48 * cairo_image_surface_get_stride (surface),
                                     (GDestroyNotify) cairo_surface_destroy, surface);
}

/* What happens to somebody is marked in the list as it will be on the map: open, not filled. */
static void
test_mark (Fixture *fixture, gconstpointer data)
{
  Rig rig = open_on (fixture, FALSE, fixture->noor, NULL);
  g_autoptr (GBytes) gives = paint_first (&rig, "cadeau");
  g_autoptr (GBytes) skips = paint_first (&rig, "spijbelt");
  g_autoptr (GBytes) own = paint_first (&rig, "qqq");

  g_assert_false (g_bytes_equal (gives, skips));
  g_assert_true (g_bytes_equal (skips, own));
  type (&rig, "");
  finish (&rig);
}

static gboolean
is_cut (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
}

/* In letters twice as large, long names are there as a whole. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  Rig rig;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  rig = open_on (fixture, FALSE, fixture->noor, NULL);
  type (&rig, "cadeau");
  fixture_settle ();
  g_assert_true (gtk_widget_get_mapped (rig.popover));
  g_assert_null (seek (rig.popover, is_cut, NULL));
  finish (&rig);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Before the first letter Enter does nothing; the arrows choose from what is offered. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  Rig rig = open_on (fixture, FALSE, fixture->noor, NULL);
  g_autoptr (GPtrArray) none = NULL, one = NULL;
  g_autofree char *second = NULL;

  press (&rig, GDK_KEY_Return, 0);
  none = dup_signals (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (gtk_widget_get_visible (rig.popover));
  second = g_strdup (kring_signal_popover_get_row (KRING_SIGNAL_POPOVER (rig.popover), 1));
  press (&rig, GDK_KEY_Down, 0);
  press (&rig, GDK_KEY_Down, 0);
  press (&rig, GDK_KEY_Return, 0);
  one = dup_signals (fixture);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (one->pdata[0], "name"), ==, second);
  finish (&rig);
}

/* Several at once are one step; the popover stays for the next. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  Rig rig = open_on (fixture, FALSE, fixture->noor, fixture->dex);
  g_autoptr (GPtrArray) signals = NULL;

  type (&rig, "dreigt");
  press (&rig, GDK_KEY_Down, 0);
  press (&rig, GDK_KEY_Up, 0);
  press (&rig, GDK_KEY_Return, GDK_SHIFT_MASK);
  g_assert_true (gtk_widget_get_visible (rig.popover));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (seek_type (rig.popover, GTK_TYPE_ENTRY))),
                   ==, "");
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 2);
  kring_history_undo (kring_editor_get_history (fixture->editor));
  g_ptr_array_unref (signals);
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 0);
  finish (&rig);
}

/* What the list does not have, or not for this, can still be said, and nobody is surprised. */
static void
test_own_words (Fixture *fixture, gconstpointer data)
{
  g_autofree char *car = fixture_add (fixture, KRING_KIND_VEHICLE, "Polo");
  Rig rig = open_on (fixture, TRUE, car, NULL);
  g_autoptr (GPtrArray) signals = NULL;

  g_assert_cmpstr (type (&rig, "cadeau gisteren"), ==, "“cadeau”");
  g_assert_cmpuint (kring_signal_popover_get_n_rows (KRING_SIGNAL_POPOVER (rig.popover)), ==, 1);
  press (&rig, GDK_KEY_Return, 0);
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (signals->pdata[0], "name"), ==, "cadeau");
  g_assert_null (kring_item_get_text (signals->pdata[0], "catalogue"));
  g_assert_cmpstr (kring_item_get_text (signals->pdata[0], "observed"), ==, "2025-11-19");
  g_assert_cmpint (kring_item_get_choice (signals->pdata[0], "family"), ==,
                   KRING_FAMILY_PROTECTIVE);
  finish (&rig);
}

/* Ctrl+Enter takes the words as they are; nothing at all is nothing; far too much is told. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = g_strnfill (100000, 'x');
  Rig rig = open_on (fixture, FALSE, fixture->tie, NULL);
  g_autoptr (GPtrArray) signals = NULL;

  type (&rig, "  ");
  press (&rig, GDK_KEY_Return, GDK_CONTROL_MASK);
  press (&rig, GDK_KEY_Return, 0);
  type (&rig, many);
  press (&rig, GDK_KEY_Return, GDK_CONTROL_MASK);
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 0);
  g_assert_true (gtk_widget_get_visible (rig.popover));
  type (&rig, "cadeau");
  press (&rig, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_ptr_array_unref (signals);
  signals = dup_signals (fixture);
  g_assert_cmpuint (signals->len, ==, 1);
  g_assert_cmpstr (kring_item_get_text (signals->pdata[0], "name"), ==, "cadeau");
  finish (&rig);
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/record/signal-popover/mark", test_mark);
  FIXTURE_TEST ("/record/signal-popover/audience", test_audience);
  FIXTURE_TEST ("/record/signal-popover/add", test_add);
  FIXTURE_TEST ("/record/signal-popover/empty", test_empty);
  FIXTURE_TEST ("/record/signal-popover/several", test_several);
  FIXTURE_TEST ("/record/signal-popover/own-words", test_own_words);
  FIXTURE_TEST ("/record/signal-popover/large-text", test_large_text);
  FIXTURE_TEST ("/record/signal-popover/odd", test_odd);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
