/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/inspector/kring-tie-list.h"

#include "gtk/widgets/kring-choice-picker.h"
#include "gtk/widgets/kring-item-preview.h"
#include "map/edit/kring-commands.h"
#include "seek.h"

#define ONE_LINE "Zorgtafel"
#define SEVERAL_LINES                                                                              \
  "Moeder heeft toestemming gegeven. Noor is akkoord met hulp en veiligheid, niet met aangifte, "  \
  "en wil zelf vertellen wanneer het haar past."
/* Between a caption and its text, in pixels, and around both. */
#define AIR 24

/* What the window gives it, less where the window is small, more than it needs; in any order. */
static const int widths[] = { 300, 372, 340, 600, 360, 420 };

/* How an inspector comes into view. */
typedef enum
{
  AT_ONCE,
  SLIDING,
  OVER_ANOTHER_ITEM,
  N_WAYS,
} Way;

static int
get_text_height (GtkWidget *view, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (view, text);
  int height;

  pango_layout_set_width (layout, gtk_widget_get_width (view) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* A row is as high as its caption and the lines of its text. */
static void
check_height (KringInspector *inspector, const char *field, const char *text)
{
  KringFieldRow *row = kring_item_form_get_row (kring_inspector_get_form (inspector), field);
  GtkWidget *view = kring_field_row_get_editor (row);
  int height = gtk_widget_get_height (GTK_WIDGET (row));
  int line = get_text_height (view, ONE_LINE);
  int all = get_text_height (view, text);

  g_test_message ("%s: %d high at %d", field, height, gtk_widget_get_width (GTK_WIDGET (row)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_cmpint (gtk_widget_get_height (view), >=, all);
  g_assert_cmpint (height, <=, all + line + AIR);
}

static GtkWidget *
show_inspector (Fixture *fixture, Way way, int width)
{
  GtkWidget *inspector = kring_inspector_new ();
  GtkWidget *revealer = gtk_revealer_new ();

  gtk_widget_set_size_request (inspector, width, -1);
  gtk_widget_set_halign (revealer, GTK_ALIGN_END);
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_SLIDE_LEFT);
  gtk_revealer_set_child (GTK_REVEALER (revealer), inspector);
  gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), way != SLIDING);
  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  if (way == OVER_ANOTHER_ITEM)
    fixture_select (fixture, fixture->dex);
  fixture_show (fixture, revealer);
  if (way == SLIDING)
    gtk_revealer_set_reveal_child (GTK_REVEALER (revealer), TRUE);
  kring_selection_clear (kring_session_get_selection (fixture->session));
  while (!gtk_revealer_get_child_revealed (GTK_REVEALER (revealer)) ||
         gtk_widget_get_width (inspector) == 0)
    g_main_context_iteration (NULL, TRUE);
  calm_down (2);
  return inspector;
}

static void
set (Fixture *fixture, const char *field, const char *text)
{
  kring_edit_set_one (fixture->editor, KRING_MAP_CASE_ID, field, g_variant_new_string (text), NULL);
}

/* A text view that had no place yet says that its text stands one letter a line. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  set (fixture, "title", ONE_LINE);
  set (fixture, "covenant", ONE_LINE);
  set (fixture, "consent", SEVERAL_LINES);
  for (guint i = 0; i < G_N_ELEMENTS (widths) * N_WAYS; i++)
    {
      KringInspector *inspector =
          KRING_INSPECTOR (show_inspector (fixture, i % N_WAYS, widths[i / N_WAYS]));

      check_height (inspector, "title", ONE_LINE);
      check_height (inspector, "covenant", ONE_LINE);
      check_height (inspector, "consent", SEVERAL_LINES);
      gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->window)));
    }
}

static GBytes *
dup_pixels (Fixture *fixture, GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  guchar *pixels = g_malloc ((gsize) width * height * 4);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (fixture->window)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  return g_bytes_new_take (pixels, (gsize) width * height * 4);
}

static GtkWidget *
get_sample (KringInspector *inspector, const char *field, int choice)
{
  KringFieldRow *row = kring_inspector_get_row (inspector, field);
  KringChoicePicker *picker = KRING_CHOICE_PICKER (kring_field_row_get_editor (row));

  return seek_type (kring_choice_picker_get_button (picker, choice), KRING_TYPE_ITEM_PREVIEW);
}

/* Whoever it is, the sample beside what is chosen looks as the item itself; the others do not. */
static void
check_sample (Fixture *fixture, KringInspector *inspector, const char *field, int n_choices)
{
  KringItem *item = kring_map_get_item (fixture->map, fixture->dex);
  GtkWidget *box = gtk_window_get_child (GTK_WINDOW (fixture->window));
  int chosen = kring_item_get_choice (item, field);
  GtkWidget *sample = get_sample (inspector, field, chosen);
  GtkWidget *sign = kring_item_preview_new (fixture->session, gtk_widget_get_width (sample),
                                            gtk_widget_get_height (sample));
  g_autoptr (GBytes) own = NULL;

  kring_item_preview_show_item (KRING_ITEM_PREVIEW (sign), item);
  gtk_box_append (GTK_BOX (box), sign);
  calm_down (2);
  own = dup_pixels (fixture, sign);
  for (int i = 0; i < n_choices; i++)
    {
      g_autoptr (GBytes) one = dup_pixels (fixture, get_sample (inspector, field, i));

      g_assert_true (g_bytes_equal (own, one) == (i == chosen));
    }
  gtk_box_remove (GTK_BOX (box), sign);
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  static const char *const sexes[] = { "woman", "man" };
  static const char *const certainties[] = { "probable", "suspected", "refuted" };
  GtkWidget *inspector = kring_inspector_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  kring_inspector_set_session (KRING_INSPECTOR (inspector), fixture->session);
  gtk_widget_set_hexpand (inspector, TRUE);
  gtk_box_append (GTK_BOX (box), inspector);
  fixture_select (fixture, fixture->dex);
  fixture_show (fixture, box);
  for (guint i = 0; i < G_N_ELEMENTS (sexes) * G_N_ELEMENTS (certainties); i++)
    {
      kring_edit_set_one (fixture->editor, fixture->dex, "sex", g_variant_new_string (sexes[i % 2]),
                          NULL);
      kring_edit_set_one (fixture->editor, fixture->dex, "certainty",
                          g_variant_new_string (certainties[i / 2]), NULL);
      check_sample (fixture, KRING_INSPECTOR (inspector), "sex", KRING_SEX_MAN + 1);
      check_sample (fixture, KRING_INSPECTOR (inspector), "certainty", KRING_CERTAINTY_UNKNOWN);
    }
}

static void
change (Fixture *fixture, const char *id, const char *field, const char *value)
{
  GVariant *wanted = value != NULL ? g_variant_new_string (value) : g_variant_new_boolean (TRUE);

  g_assert_true (kring_edit_set_one (fixture->editor, id, field, wanted, NULL));
  calm_down (2);
}

/* A tie in the list looks as it does on the map, and so does whoever is at its other end: at once. */
static void
test_ties (Fixture *fixture, gconstpointer data)
{
  const struct
  {
    const char *id, *field, *value; /* NULL: it is so */
  } changes[] = {
    { fixture->tie, "intensity", "strong" },
    { fixture->tie, "direction", "forward" },
    { fixture->tie, "quality", "tense" },
    { fixture->tie, "certainty", "suspected" },
    { fixture->dex, "sex", "man" },
    { fixture->dex, "certainty", "suspected" },
    { fixture->dex, "identity_unknown", NULL },
    { fixture->dex, "deceased", NULL },
  };
  GtkWidget *list = kring_tie_list_new (fixture->session);

  kring_tie_list_set_item (KRING_TIE_LIST (list), kring_map_get_item (fixture->map, fixture->noor));
  fixture_show (fixture, list);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      GtkWidget *button = kring_tie_list_get_button (KRING_TIE_LIST (list), 0);
      g_autoptr (GBytes) before = dup_pixels (fixture, button), after = NULL, back = NULL;

      g_test_message ("%s", changes[i].field);
      change (fixture, changes[i].id, changes[i].field, changes[i].value);
      after = dup_pixels (fixture, button);
      g_assert_false (g_bytes_equal (before, after));
      kring_history_undo (kring_session_get_history (fixture->session));
      calm_down (2);
      back = dup_pixels (fixture, button);
      g_assert_true (g_bytes_equal (before, back));
    }
}

static void
add_tests (void)
{
  FIXTURE_TEST ("/inspector-look/rows", test_rows);
  FIXTURE_TEST ("/inspector-look/samples", test_samples);
  FIXTURE_TEST ("/inspector-look/ties", test_ties);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
