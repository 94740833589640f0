/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the details look in the window, in Dutch: whole words, enough contrast, and in sight. */
#include "fixture.h"
#include "seek.h"

#include "gtk/app/kring-question-card.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-gap-list.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/records/kring-signal-section.h"
#include "gtk/records/kring-statement-section.h"
#include "gtk/widgets/kring-fold.h"
#include "map/base/kring-locale.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-gaps.h"
#include "map/model/kring-record-counts.h"

#include <math.h>
#include <string.h>

#define DPI (96 * 1024)
#define CONTRAST_MIN 4.5
#define WIDE 1180
#define FRAMES 3
/* Of pixels between ink and paper, the strongest is not quite ink. */
#define SLACK 0.1

typedef struct
{
  KringWindow *window;
  KringInspector *inspector;
  KringSession *session;
} Rig;

static gboolean
is_shown (gpointer inspector)
{
  return gtk_widget_get_mapped (inspector) && gtk_widget_get_width (inspector) > 300;
}

static Rig
open_example (int width, int height)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("KRING_DATADIR"), "examples", "noor.kring", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (KringDocument) document = kring_document_open (file, NULL, &error);
  Rig rig = { kring_window_new (GTK_APPLICATION (fixture_get_application ())), NULL, NULL };

  g_assert_no_error (error);
  gtk_window_set_default_size (GTK_WINDOW (rig.window), width, height);
  kring_window_set_document (rig.window, document, NULL);
  g_object_set (rig.window, "show-details", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (rig.window));
  rig.session = kring_window_get_session (rig.window);
  rig.inspector = KRING_INSPECTOR (seek_type (GTK_WIDGET (rig.window), KRING_TYPE_INSPECTOR));
  /* In a narrow window it comes with a selection. */
  if (width >= WIDE)
    fixture_wait (is_shown, rig.inspector);
  return rig;
}

static void
select_called (Rig *rig, const char *title)
{
  KringMap *map = kring_session_get_map (rig->session);

  for (guint i = 0; i < kring_map_get_n_items (map); i++)
    {
      KringItem *item = kring_map_get_nth (map, i);

      if (kring_item_is (item, KRING_KIND_PERSON) && kring_item_is_called (item, title))
        kring_selection_select (kring_session_get_selection (rig->session),
                                kring_item_get_id (item));
    }
  g_assert_cmpuint (kring_selection_get_size (kring_session_get_selection (rig->session)), ==, 1);
  calm_down (FRAMES);
}

static void
select_first_tie (Rig *rig)
{
  g_autoptr (GPtrArray) ties =
      kring_map_dup_items_of_kind (kring_session_get_map (rig->session), KRING_KIND_TIE);

  kring_selection_select (kring_session_get_selection (rig->session),
                          kring_item_get_id (g_ptr_array_index (ties, 0)));
  calm_down (FRAMES);
}

static graphene_rect_t
find_bounds (Rig *rig, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (rig->inspector), &bounds));
  return bounds;
}

/* Where it ends, without scrolling. */
static void
assert_in_sight (Rig *rig, GtkWidget *widget)
{
  graphene_rect_t bounds = find_bounds (rig, widget);

  g_assert_true (gtk_widget_get_mapped (widget));
  g_test_message ("%s: %.0f to %.0f", G_OBJECT_TYPE_NAME (widget), bounds.origin.y,
                  bounds.origin.y + bounds.size.height);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (GTK_WIDGET (rig->inspector)));
}

/* On a laptop, everything that hangs on a person is there at once, above the fields. */
static void
test_in_sight (void)
{
  Rig rig = open_example (1366, 768);
  GtkWidget *tasks;

  select_called (&rig, "Dex");
  tasks = seek_type (GTK_WIDGET (rig.inspector), KRING_TYPE_TASK_SECTION);
  assert_in_sight (&rig, seek_type (GTK_WIDGET (rig.inspector), KRING_TYPE_SIGNAL_SECTION));
  assert_in_sight (&rig, seek_type (GTK_WIDGET (rig.inspector), KRING_TYPE_STATEMENT_SECTION));
  assert_in_sight (&rig, GTK_WIDGET (kring_inspector_get_row (rig.inspector, "certainty")));
  assert_in_sight (&rig, GTK_WIDGET (kring_inspector_get_row (rig.inspector, "how_known")));
  assert_in_sight (&rig, tasks);
  assert_in_sight (&rig, GTK_WIDGET (kring_inspector_get_row (rig.inspector, "name")));

  /* With many signals, at least where the questions begin. */
  select_called (&rig, "Noor V.");
  assert_in_sight (&rig, seek_type (GTK_WIDGET (rig.inspector), KRING_TYPE_SIGNAL_SECTION));
  assert_in_sight (&rig, seek_type (GTK_WIDGET (rig.inspector), KRING_TYPE_STATEMENT_SECTION));
  assert_in_sight (&rig, gtk_widget_get_first_child (tasks));
  fixture_assert_finalised (GTK_WIDGET (rig.window));
}

static gboolean
is_prompt (GtkWidget *widget, gconstpointer data)
{
  return gtk_widget_has_css_class (widget, "kring-prompt");
}

/* What is asked for can be read beside the buttons over the map. */
static void
test_prompt (void)
{
  Rig rig = open_example (1366, 768);
  KringCanvas *canvas = KRING_CANVAS (seek_type (GTK_WIDGET (rig.window), KRING_TYPE_CANVAS));
  GtkWidget *prompt = seek (GTK_WIDGET (canvas), is_prompt, NULL);
  GtkWidget *card = seek_type (GTK_WIDGET (rig.window), KRING_TYPE_QUESTION_CARD);
  graphene_rect_t asked, buttons;

  kring_selection_clear (kring_session_get_selection (kring_window_get_session (rig.window)));
  g_action_group_activate_action (kring_canvas_get_actions (canvas), "add-signal", NULL);
  calm_down (FRAMES);
  g_assert_true (gtk_widget_get_mapped (prompt));
  g_assert_true (gtk_widget_compute_bounds (prompt, GTK_WIDGET (rig.window), &asked));
  g_assert_true (
      gtk_widget_compute_bounds (gtk_widget_get_parent (card), GTK_WIDGET (rig.window), &buttons));
  g_assert_false (graphene_rect_intersection (&asked, &buttons, NULL));
  fixture_assert_finalised (GTK_WIDGET (rig.window));
}

static const char *
find_tooltip (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_tooltip_text (widget) != NULL)
      return gtk_widget_get_tooltip_text (widget);
  return NULL;
}

/* A line ends where words do. What is cut off is told in full by its tooltip. */
static void
check_words (GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = pango_layout_get_text (layout);
  const PangoLogAttr *attributes = pango_layout_get_log_attrs_readonly (layout, NULL);
  int n_lines = pango_layout_get_line_count (layout);

  if (pango_layout_is_ellipsized (layout) &&
      gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON) != NULL &&
      find_tooltip (label) == NULL)
    g_error ("“%s” is cut off, and nothing tells the rest", text);
  for (int i = 0; i + 1 < n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      glong end = g_utf8_pointer_to_offset (text, text + line->start_index + line->length);

      if (!attributes[end].is_line_break && text[line->start_index + line->length] != '\n')
        g_error ("“%s” is broken after “%.*s”", text, line->length, text + line->start_index);
    }
}

static void
check_all_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    check_words (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_all_words (child);
}

static void
unfold (GtkWidget *widget)
{
  if (KRING_IS_FOLD (widget))
    kring_fold_set_open (KRING_FOLD (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* At the narrowest, with words twice as large, every word stays whole. */
static void
test_whole_words (void)
{
  GtkSettings *settings = gtk_settings_get_default ();

  for (int factor = 1; factor <= 2; factor++)
    {
      Rig rig;

      g_object_set (settings, "gtk-xft-dpi", DPI * factor, NULL);
      rig = open_example (factor == 1 ? 1366 : 560, 768);
      select_called (&rig, "Dex");
      fixture_wait (is_shown, rig.inspector);
      unfold (GTK_WIDGET (rig.inspector));
      calm_down (FRAMES);
      check_all_words (GTK_WIDGET (rig.inspector));
      select_first_tie (&rig);
      check_all_words (GTK_WIDGET (rig.inspector));
      fixture_assert_finalised (GTK_WIDGET (rig.window));
    }
  g_object_set (settings, "gtk-xft-dpi", DPI, NULL);
}

/* Who asks for the reason of somebody gets the field for it, folded or not. */
static void
test_fill_in (void)
{
  Rig rig = open_example (1366, 768);
  KringFieldRow *row;
  GtkWidget *list;
  g_autoptr (GArray) gaps = NULL;
  guint i = 0;

  kring_edit_set_one (kring_session_get_editor (rig.session), "dex", "why", NULL, NULL);
  gaps = kring_map_dup_gaps (kring_session_get_map (rig.session));
  gtk_widget_activate_action (GTK_WIDGET (rig.window), "win.unknown", NULL);
  calm_down (FRAMES);
  list = seek_type (GTK_WIDGET (rig.window), KRING_TYPE_GAP_LIST);
  while (i < gaps->len && g_array_index (gaps, KringGap, i).sort != KRING_GAP_REASON)
    i++;
  g_assert_cmpuint (i, <, gaps->len);
  g_assert_nonnull (list);
  g_signal_emit_by_name (seek_type (list, GTK_TYPE_LIST_VIEW), "activate", i);
  calm_down (FRAMES);
  row = kring_inspector_get_row (rig.inspector, "why");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (rig.window)), GTK_WIDGET (row)));
  fixture_assert_finalised (GTK_WIDGET (rig.window));
}

static double
find_luminance (const guchar *pixel)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double luminance = 0;

  for (int i = 0; i < 3; i++)
    {
      double part = pixel[i] / 255.0;

      luminance +=
          weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }
  return luminance;
}

typedef struct
{
  guchar *pixels; /* (owned), as cairo has them on this machine */
  int width;
  int height;
} Picture;

static Picture
take_picture (KringWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  Picture picture;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  picture = (Picture){ g_malloc ((gsize) width * height * 4), width, height };
  gdk_texture_download (texture, picture.pixels, (gsize) width * 4);
  return picture;
}

/* Between the lightest and the darkest of where a label stands. */
static double
find_contrast (const Picture *picture, const graphene_rect_t *bounds)
{
  double lightest = 0, darkest = 1;
  int left = MAX (bounds->origin.x, 0), top = MAX (bounds->origin.y, 0);

  for (int y = top; y < MIN (bounds->origin.y + bounds->size.height, picture->height); y++)
    for (int x = left; x < MIN (bounds->origin.x + bounds->size.width, picture->width); x++)
      {
        double one = find_luminance (picture->pixels + ((gsize) y * picture->width + x) * 4);

        lightest = MAX (lightest, one);
        darkest = MIN (darkest, one);
      }
  return (lightest + 0.05) / (darkest + 0.05);
}

static gboolean
is_within (const graphene_rect_t *inner, const graphene_rect_t *outer)
{
  return inner->size.width > 0 && graphene_rect_contains_rect (outer, inner);
}

/* Not under a panel, nor scrolled away. */
static gboolean
is_on_top (KringWindow *window, GtkWidget *widget, const graphene_rect_t *bounds)
{
  GtkWidget *top = gtk_widget_pick (GTK_WIDGET (window), bounds->origin.x + bounds->size.width / 2,
                                    bounds->origin.y + bounds->size.height / 2,
                                    GTK_PICK_INSENSITIVE | GTK_PICK_NON_TARGETABLE);

  return top != NULL && (top == widget || gtk_widget_is_ancestor (widget, top) ||
                         gtk_widget_is_ancestor (top, widget));
}

/* Words that can be read, of what can be used. */
static guint
check_contrast (KringWindow *window, GtkWidget *widget, const Picture *picture, GtkWidget *within)
{
  graphene_rect_t bounds, frame;
  guint n = 0;

  if ((GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget)) && gtk_widget_get_mapped (widget) &&
      gtk_widget_is_sensitive (widget) &&
      (GTK_IS_TEXT (widget) ? *gtk_editable_get_text (GTK_EDITABLE (widget)) != '\0'
                            : *gtk_label_get_text (GTK_LABEL (widget)) != '\0') &&
      gtk_widget_compute_bounds (widget, GTK_WIDGET (window), &bounds) &&
      gtk_widget_compute_bounds (within, GTK_WIDGET (window), &frame) &&
      is_within (&bounds, &frame) && is_on_top (window, widget, &bounds))
    {
      double contrast = find_contrast (picture, &bounds);

      n++;
      if (contrast < CONTRAST_MIN - SLACK)
        g_error ("%.2f : 1 in “%s”", contrast,
                 GTK_IS_TEXT (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget))
                                      : gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += check_contrast (window, child, picture, within);
  return n;
}

static void
check_inspector (Rig *rig)
{
  Picture picture;

  calm_down (FRAMES);
  picture = take_picture (rig->window);
  g_assert_cmpuint (check_contrast (rig->window, GTK_WIDGET (rig->inspector), &picture,
                                    GTK_WIDGET (rig->inspector)),
                    >, 10);
  g_free (picture.pixels);
}

/* Captions, hints and second lines can be read in both colours. */
static void
test_contrast (void)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  Rig rig = open_example (1366, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      select_called (&rig, "Dex");
      check_inspector (&rig);
      select_called (&rig, "Noor V.");
      check_inspector (&rig);
      select_first_tie (&rig);
      check_inspector (&rig);
      kring_selection_clear (kring_session_get_selection (rig.session));
      check_inspector (&rig);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  fixture_assert_finalised (GTK_WIDGET (rig.window));
}

/* The other views of the same map, with what is around them. */
static void
test_contrast_views (void)
{
  static const char *const views[] = { "map", "list", "time", "actions", "signals" };
  Rig rig = open_example (1366, 768);

  for (guint i = 0; i < 2 * G_N_ELEMENTS (views); i++)
    {
      Picture picture;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          i % 2 == 0 ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                     : ADW_COLOR_SCHEME_FORCE_DARK);
      gtk_widget_activate_action (GTK_WIDGET (rig.window), "win.view", "s", views[i / 2]);
      calm_down (FRAMES);
      picture = take_picture (rig.window);
      g_assert_cmpuint (
          check_contrast (rig.window, GTK_WIDGET (rig.window), &picture, GTK_WIDGET (rig.window)),
          >, 10);
      g_free (picture.pixels);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  fixture_assert_finalised (GTK_WIDGET (rig.window));
}

static char *
dup_style (const char *name)
{
  g_autofree char *path = g_strconcat ("/nl/kringkaart/Kring/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Whatever a style dims, high contrast shows in full. */
static void
test_high_contrast (void)
{
  static const char *const names[] = { "style.css", "inspector.css", "views.css" };
  g_autofree char *plain = dup_style ("style-hc.css");
  g_autoptr (GRegex) rule =
      g_regex_new ("([^{}/]+)\\{[^{}]*opacity: \\.[0-9]", G_REGEX_OPTIMIZE, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *style = dup_style (names[i]);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (rule, style, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *all = g_match_info_fetch (match, 1);
          g_auto (GStrv) selectors = g_strsplit (all, ",", -1);

          for (guint j = 0; selectors[j] != NULL; j++, n++)
            if (strstr (plain, g_strstrip (selectors[j])) == NULL)
              g_error ("high contrast leaves %s dim", selectors[j]);
        }
    }
  g_assert_cmpuint (n, >, 10);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/look/prompt", test_prompt);
  g_test_add_func ("/look/in-sight", test_in_sight);
  g_test_add_func ("/look/whole-words", test_whole_words);
  g_test_add_func ("/look/fill-in", test_fill_in);
  g_test_add_func ("/look/contrast", test_contrast);
  g_test_add_func ("/look/contrast-views", test_contrast_views);
  g_test_add_func ("/look/high-contrast", test_high_contrast);
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "nl", TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  kring_locale_init (LOCALE_DIR);
  return fixture_main (argc, argv, add_tests);
}
