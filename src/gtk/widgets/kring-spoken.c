/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-spoken.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static gboolean
spoken_is_called (GtkWidget *widget, const char *type)
{
  return widget != NULL && g_str_equal (G_OBJECT_TYPE_NAME (widget), type);
}

/* Says once a widget is seen whether that was the first time. */
static gboolean
is_new (GtkWidget *widget)
{
  if (g_object_get_data (G_OBJECT (widget), "kring-spoken") != NULL)
    return FALSE;
  g_object_set_data (G_OBJECT (widget), "kring-spoken", GINT_TO_POINTER (TRUE));
  return TRUE;
}

/* The labels and entries in @widget, from the first on. */
static void
find_words (GtkWidget *widget, GPtrArray *found)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (GTK_IS_LABEL (widget) || GTK_IS_EDITABLE (widget))
    g_ptr_array_add (found, widget);
  else
    for (; child != NULL; child = gtk_widget_get_next_sibling (child))
      find_words (child, found);
}

/* A row is called what stands first in it, also when it later stands for something else. */
static void
name_row (GtkWidget *row)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  find_words (row, words);
  if (words->len == 0 || !is_new (row))
    return;
  if (words->len == 1)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    words->pdata[0], NULL, -1);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    words->pdata[0], words->pdata[1], NULL, -1);
}

/* Its own name is the label with the mnemonic still in it, beside that of the label. */
static void
drop_mnemonic (GtkWidget *button)
{
  gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

/* A tick box has that name alone. */
static void
name_tick (GtkWidget *tick)
{
  const char *label = gtk_check_button_get_label (GTK_CHECK_BUTTON (tick));
  g_auto (GStrv) parts = g_strsplit (label != NULL ? label : "", "_", 2);
  g_autofree char *name = g_strjoinv ("", parts);

  if (gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (tick)))
    set_name (tick, name);
}

static void
watch_mnemonic (GtkWidget *button)
{
  if (!is_new (button))
    return;
  drop_mnemonic (button);
  g_signal_connect_after (button, "notify::label", G_CALLBACK (drop_mnemonic), NULL);
}

static char *
spoken_dup_title (GtkWidget *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  char *plain = NULL;

  if (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (row)))
    pango_parse_markup (title, -1, 0, NULL, &plain, NULL, NULL);
  return plain != NULL ? plain : g_strdup (title);
}

static void
name_lists (GtkWidget *widget, const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_BOX (child) || GTK_IS_LIST_VIEW (child))
        set_name (child, name);
      if (!GTK_IS_LIST_BOX_ROW (child))
        name_lists (child, name);
    }
}

static void
name_expander (GtkWidget *row)
{
  g_autofree char *title = spoken_dup_title (row);

  set_name (row, title);
  name_lists (row, title);
}

static void
tell_choice (GtkWidget *row)
{
  gpointer chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));

  if (GTK_IS_STRING_OBJECT (chosen))
    kring_spoken_describe (row, gtk_string_object_get_string (chosen));
}

static void
name_combo (GtkWidget *row)
{
  g_autofree char *title = spoken_dup_title (row);

  name_lists (row, title);
  tell_choice (row);
}

static void
watch_row (GtkWidget *row)
{
  if (!is_new (row))
    return;
  if (ADW_IS_EXPANDER_ROW (row))
    {
      name_expander (row);
      g_signal_connect (row, "notify::title", G_CALLBACK (name_expander), NULL);
      return;
    }
  name_combo (row);
  g_signal_connect (row, "notify::selected-item", G_CALLBACK (tell_choice), NULL);
}

static void
name_page (GtkWidget *page)
{
  set_name (gtk_widget_get_first_child (page), adw_status_page_get_title (ADW_STATUS_PAGE (page)));
}

/* A group without a title is about what the window is about. */
static void
name_group (GtkWidget *group)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group));
  GtkRoot *root = gtk_widget_get_root (group);

  if (*title == '\0' && GTK_IS_WINDOW (root) && gtk_window_get_title (GTK_WINDOW (root)) != NULL)
    name_lists (group, gtk_window_get_title (GTK_WINDOW (root)));
}

/* In windows that are not ours inside. */
static void
name_foreign (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  const char *tooltip = gtk_widget_get_tooltip_text (widget);

  if (GTK_IS_SEARCH_ENTRY (widget))
    set_name (widget, _ ("Search"));
  else if (GTK_IS_TEXT_VIEW (widget))
    set_name (widget, _ ("Debugging information"));
  else if (GTK_IS_BUTTON (widget) && tooltip != NULL)
    set_name (widget, tooltip);
  else if (spoken_is_called (parent, "GtkStackSwitcher"))
    {
      drop_mnemonic (widget);
      name_row (widget);
    }
  else if (GTK_IS_TOGGLE_BUTTON (widget) &&
           GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))))
    set_name (widget, _ ("Search"));
  else if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) == NULL &&
           gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL)
    name_row (widget);
}

/* Rows of our own lists are named when they are filled. */
static gboolean
is_foreign_row (GtkWidget *row)
{
  return spoken_is_called (gtk_widget_get_parent (row), "GtkColumnListView") ||
         spoken_is_called (gtk_widget_get_parent (row), "GtkColumnView") ||
         gtk_widget_get_ancestor (row, ADW_TYPE_COMBO_ROW) != NULL ||
         gtk_widget_get_ancestor (row, GTK_TYPE_DROP_DOWN) != NULL;
}

/* Stopped, the signal says that there is nothing to show. */
static gboolean
hint_cb (GtkWidget *button, int x, int y, gboolean keyboard, GtkTooltip *hint, GtkWidget *popover)
{
  if (gtk_widget_get_mapped (popover))
    g_signal_stop_emission_by_name (button, "query-tooltip");
  return FALSE;
}

/* The hint of a button would lie on the first row of the card that it opened. A press takes away the
 * one that is there; asking GTK for another look here would have it look later in a card that may be
 * gone by then. */
static void
hide_hint (GtkWidget *popover)
{
  GtkWidget *button = gtk_widget_get_parent (popover);

  if (is_new (popover) && (GTK_IS_BUTTON (button) || GTK_IS_MENU_BUTTON (button)))
    g_signal_connect_object (button, "query-tooltip", G_CALLBACK (hint_cb), popover, 0);
}

/* The cross that sends away a notification or a bar. */
static gboolean
is_cross (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), "window-close-symbolic") == 0 &&
         (spoken_is_called (gtk_widget_get_parent (widget), "AdwToastWidget") ||
          gtk_widget_get_ancestor (widget, GTK_TYPE_INFO_BAR) != NULL);
}

static void
name_part (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_SHORTCUTS_WINDOW (root) || ADW_IS_ABOUT_WINDOW (root) ||
      ADW_IS_PREFERENCES_WINDOW (root))
    name_foreign (widget);
  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)) &&
      gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    watch_mnemonic (widget);
  else if (is_cross (widget))
    set_name (widget, _ ("Close This Message"));
  else if (ADW_IS_EXPANDER_ROW (widget) || ADW_IS_COMBO_ROW (widget))
    watch_row (widget);
  else if (GTK_IS_CHECK_BUTTON (widget))
    name_tick (widget);
  else if (GTK_IS_POPOVER (widget))
    hide_hint (widget);
  else if (ADW_IS_STATUS_PAGE (widget))
    name_page (widget);
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    name_group (widget);
  else if (spoken_is_called (widget, "GtkListItemWidget") &&
           GTK_IS_STACK (gtk_widget_get_parent (widget)))
    gtk_widget_set_focusable (widget,
                              FALSE); /* what was chosen, on the button of a drop-down list */
  else if (spoken_is_called (widget, "GtkListItemWidget") && is_foreign_row (widget))
    name_row (widget);
  else if (spoken_is_called (widget, "GtkColumnListView"))
    set_name (widget, _ ("Rows"));
}

static gboolean
spoken_mapped_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  name_part (g_value_get_object (&values[0]));
  return TRUE;
}

/**
 * kring_spoken_watch:
 *
 * From now on everything that is shown has a name, in every window, and no button shows its hint
 * while a card of it is open. To be called once.
 */
void
kring_spoken_watch (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, spoken_mapped_cb, NULL,
                              NULL);
}

static void
menu_chosen_cb (GtkDropDown *menu, GParamSpec *pspec, const char *name)
{
  gpointer chosen = gtk_drop_down_get_selected_item (menu);
  const char *value = GTK_IS_STRING_OBJECT (chosen) ? gtk_string_object_get_string (chosen) : "";
  g_autofree char *spoken = *value != '\0' ? g_strdup_printf ("%s: %s", name, value) : NULL;

  set_name (gtk_widget_get_first_child (GTK_WIDGET (menu)), spoken != NULL ? spoken : name);
}

/**
 * kring_spoken_name_menu:
 * @name: what is chosen
 *
 * Names the button in @menu, which has the keyboard in its place and also says what was chosen, and
 * the list that it opens.
 */
void
kring_spoken_name_menu (GtkDropDown *menu, const char *name)
{
  g_signal_connect_data (menu, "notify::selected-item", G_CALLBACK (menu_chosen_cb),
                         g_strdup (name), (GClosureNotify) g_free, 0);
  name_lists (GTK_WIDGET (menu), name);
  menu_chosen_cb (menu, NULL, name);
}

/**
 * kring_spoken_name_cell:
 * @content: what stands in a cell of a table, which has no name of its own
 * @title: of its column
 * @text: what it says, or nothing
 */
void
kring_spoken_name_cell (GtkWidget *content, const char *title, const char *text)
{
  GtkWidget *cell = gtk_widget_get_parent (content);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, *text != '\0' ? text : "–");

  if (cell != NULL)
    set_name (cell, name);
}

/* The arrows above the days, in the order in which they stand there. */
static void
name_arrows (GtkWidget *header)
{
  const char *const names[] = { _ ("Month before"), _ ("Next month"), _ ("Year before"),
                                _ ("Next year") };
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (header);
       child != NULL && n < G_N_ELEMENTS (names); child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      set_name (child, names[n++]);
}

/**
 * kring_spoken_name_calendar:
 * @day: the day that is chosen, in words
 *
 * Names @calendar by its day, so that going to another is heard, and the arrows in it.
 */
void
kring_spoken_name_calendar (GtkCalendar *calendar, const char *day)
{
  /* Translators: of a calendar that is read out; the day that is chosen in it. */
  g_autofree char *name = g_strdup_printf (_ ("Calendar: %s"), day);

  set_name (GTK_WIDGET (calendar), name);
  name_arrows (gtk_widget_get_first_child (GTK_WIDGET (calendar)));
}

#define DESCRIPTION "kring-description"
#define MESSAGE "kring-message"

/* GTK cannot be asked for the description it has, so it is kept beside it. */
static void
show_description (GtkWidget *widget)
{
  const char *message = g_object_get_data (G_OBJECT (widget), MESSAGE);
  const char *own = g_object_get_data (G_OBJECT (widget), DESCRIPTION);
  g_autofree char *words = NULL;

  if (own == NULL)
    own = gtk_widget_get_tooltip_text (widget);
  words = g_strjoin (message != NULL && own != NULL && *own != '\0' ? "\n" : "",
                     message != NULL ? message : "", own != NULL ? own : "", NULL);
  if (*words != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
spoken_keep (GtkWidget *widget, const char *key, const char *text)
{
  g_object_set_data_full (G_OBJECT (widget), key, g_strdup (text), g_free);
  show_description (widget);
}

/**
 * kring_spoken_describe:
 * @description: what a screen reader says of @widget beside its name
 */
void
kring_spoken_describe (GtkWidget *widget, const char *description)
{
  spoken_keep (widget, DESCRIPTION, description);
}

/**
 * kring_spoken_tell:
 * @widget: has the keyboard
 * @message: (nullable): what a screen reader says first; %NULL: it is over
 *
 * What @widget says of itself stays: that of kring_spoken_describe (), else its hint.
 */
void
kring_spoken_tell (GtkWidget *widget, const char *message)
{
  spoken_keep (widget, MESSAGE, message);
}
