/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-left-window.h"

#include <glib/gi18n-lib.h>

#define WIDTH 480
#define HEIGHT 520
#define MARGIN 18

/**
 * kring_left_line_new:
 * @text: of what stays behind
 *
 * Returns: (transfer floating): a row that says it, whatever signs are in it
 */
GtkWidget *
kring_left_line_new (const char *text)
{
  GtkWidget *line = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), text);
  return line;
}

/**
 * kring_left_dup_rest:
 * @n: how many there are
 *
 * Returns: (transfer full) (nullable): what is said of those that get no line; %NULL: there are none
 */
char *
kring_left_dup_rest (guint n)
{
  return n > KRING_LEFT_LINES_MAX ? g_strdup_printf (_ ("and %u more"), n - KRING_LEFT_LINES_MAX)
                                  : NULL;
}

static void
left_window_add_group (GtkWidget *box, char *title, const char *const *lines)
{
  GtkWidget *group = adw_preferences_group_new ();
  guint n = g_strv_length ((char **) lines);
  g_autofree char *own_title = title, *rest = kring_left_dup_rest (n);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < MIN (n, KRING_LEFT_LINES_MAX); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), kring_left_line_new (lines[i]));
  if (rest != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), kring_left_line_new (rest));
  gtk_widget_set_visible (group, n > 0);
  gtk_box_append (GTK_BOX (box), group);
}

static GtkWidget *
build_lists (const char *const *items, const char *const *texts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, MARGIN);
  guint n = g_strv_length ((char **) items), n_texts = g_strv_length ((char **) texts);

  gtk_widget_set_margin_top (box, MARGIN);
  gtk_widget_set_margin_bottom (box, MARGIN);
  gtk_widget_set_margin_start (box, MARGIN);
  gtk_widget_set_margin_end (box, MARGIN);
  left_window_add_group (
      box,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u item stays behind", "%u items stay behind", n), n),
      items);
  left_window_add_group (
      box,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u text names what stays behind, and is left out",
                                    "%u texts name what stays behind, and are left out", n_texts),
                       n_texts),
      texts);
  return box;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, controller);
}

/**
 * kring_left_window_show:
 * @parent: over which it stands
 * @items: which items stay behind and why
 * @texts: which texts name them
 */
void
kring_left_window_show (GtkWindow *parent, const char *const *items, const char *const *texts)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "modal", TRUE,
                                    "title", _ ("What stays behind"), "default-width", WIDTH,
                                    "default-height", HEIGHT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), build_lists (items, texts));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  close_on_escape (window);
  gtk_window_present (GTK_WINDOW (window));
}
