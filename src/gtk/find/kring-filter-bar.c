/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-filter-bar.h"

#include "gtk/find/kring-filter-menu.h"
#include "map/filter/kring-filter-words.h"

#include <glib/gi18n-lib.h>

/* More chips than this are only counted. */
#define CHIPS_MAX 4
#define CHIP_CHARS 30

struct _KringFilterBar
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *box;
  GtkMenuButton *button;
  GtkWidget *number; /* in the button */
  GtkWidget *chips;
  GtkWidget *clear;
  GtkWidget *count;
  gboolean narrow;
};

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringFilterBar, kring_filter_bar, ADW_TYPE_BIN)

static KringFilter *
filter_bar_get_filter (KringFilterBar *self)
{
  return kring_session_get_filter (self->session);
}

static void
filter_bar_remove_cb (KringFilterBar *self, GtkWidget *button)
{
  gpointer condition = g_object_get_data (G_OBJECT (button), "kring-condition");
  GtkWidget *opener = GTK_WIDGET (self->button);

  kring_filter_clear_condition (filter_bar_get_filter (self), GPOINTER_TO_UINT (condition));
  gtk_widget_child_focus (opener, GTK_DIR_TAB_FORWARD);
}

/* A small picture of who or when, where there is one. */
static const char *
filter_bar_get_icon (KringFilter *filter, KringFilterCondition condition)
{
  if (condition == KRING_FILTER_PERIOD)
    return "kring-event-symbolic";
  if (condition == KRING_FILTER_SIDE)
    return "kring-eye-symbolic";
  if (condition != KRING_FILTER_PARTY)
    return NULL;
  switch (kring_filter_get_choices (filter, condition))
    {
    case KRING_FILTER_BIT (KRING_PARTY_CARE):
      return "kring-zorg-symbolic";
    case KRING_FILTER_BIT (KRING_PARTY_POLICE):
      return "kring-politie-symbolic";
    case KRING_FILTER_BIT (KRING_PARTY_TOGETHER):
      return "kring-samen-symbolic";
    default:
      return NULL;
    }
}

static GtkWidget *
new_remove (KringFilterBar *self, KringFilterCondition condition, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: what a filter says */
  g_autofree char *label = g_strdup_printf (_ ("Remove the filter: %s"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_object_set_data (G_OBJECT (button), "kring-condition", GUINT_TO_POINTER (condition));
  g_signal_connect_object (button, "clicked", G_CALLBACK (filter_bar_remove_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_chip (KringFilterBar *self, KringFilterCondition condition)
{
  KringFilter *filter = filter_bar_get_filter (self);
  const char *icon = filter_bar_get_icon (filter, condition);
  g_autofree char *words =
      kring_filter_dup_words (filter, condition, kring_session_get_map (self->session));
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (chip, "filter-chip");
  if (icon != NULL)
    gtk_box_append (GTK_BOX (chip), gtk_image_new_from_icon_name (icon));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHIP_CHARS);
  gtk_widget_set_tooltip_text (label, words);
  gtk_box_append (GTK_BOX (chip), label);
  gtk_box_append (GTK_BOX (chip), new_remove (self, condition, words));
  return chip;
}

static void
show_chips (KringFilterBar *self, gboolean shown)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint i = 0; shown && i < KRING_N_FILTERS; i++)
    if (kring_filter_has (filter_bar_get_filter (self), i))
      gtk_box_append (GTK_BOX (self->chips), new_chip (self, i));
  gtk_widget_set_visible (self->chips, shown);
}

static void
show_number (KringFilterBar *self, guint n)
{
  /* Translators: how many conditions of a filter there are, in a button */
  g_autofree char *text = g_strdup_printf (_ ("Filter (%u)"), n);

  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_widget_set_visible (self->number, n > 0);
}

/* Shows the filter as it is. */
static void
filter_bar_update (KringFilterBar *self)
{
  guint n = kring_filter_get_n_conditions (filter_bar_get_filter (self));
  gboolean chips = n > 0 && n <= CHIPS_MAX && !self->narrow;
  g_autofree char *count = kring_filter_count_dup_words (kring_filter_count (
      kring_session_get_map (self->session), kring_session_get_hidden (self->session)));

  show_chips (self, chips);
  show_number (self, chips ? 0 : n);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n > 0);
  gtk_widget_set_visible (self->clear, n > 0 && !self->narrow);
}

static void
kring_filter_bar_dispose (GObject *object)
{
  KringFilterBar *self = KRING_FILTER_BAR (object);

  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_filter_bar_parent_class)->dispose (object);
}

/* A menu that is open when its window goes would be kept for ever. */
static void
kring_filter_bar_unmap (GtkWidget *widget)
{
  gtk_menu_button_popdown (KRING_FILTER_BAR (widget)->button);
  GTK_WIDGET_CLASS (kring_filter_bar_parent_class)->unmap (widget);
}

static void
filter_bar_closed_cb (KringFilterBar *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
kring_filter_bar_class_init (KringFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_filter_bar_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = kring_filter_bar_unmap;

  /**
   * KringFilterBar::leave:
   *
   * The conditions were closed: the keyboard should go back to the map.
   */
  signals[LEAVE] = g_signal_new ("leave", KRING_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
filter_bar_new_button (KringFilterBar *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_menu_button_new ();

  self->button = GTK_MENU_BUTTON (button);
  self->number = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("kring-filter-symbolic"));
  gtk_box_append (GTK_BOX (content), self->number);
  gtk_menu_button_set_child (self->button, content);
  gtk_widget_add_css_class (button, "filter-button");
  gtk_widget_set_tooltip_text (button, _ ("Filters (Ctrl+Shift+F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  return button;
}

static void
kring_filter_bar_init (KringFilterBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->clear = gtk_button_new_with_mnemonic (_ ("_Clear Filters"));
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->clear, "filter-clear");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "win.clear-filters");
  gtk_widget_set_tooltip_text (self->clear, _ ("Show everything (Ctrl+Shift+Backspace)"));
  gtk_widget_add_css_class (self->count, "filter-count");
  gtk_box_append (GTK_BOX (self->box), filter_bar_new_button (self));
  gtk_box_append (GTK_BOX (self->box), self->chips);
  gtk_box_append (GTK_BOX (self->box), self->clear);
  gtk_box_append (GTK_BOX (self->box), self->count);
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "filter-bar");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * kring_filter_bar_new: (constructor)
 * @session: whose filter is shown and changed; lives in a window with "win.clear-filters"
 *
 * Returns: (transfer floating): a bar with all its chips
 */
GtkWidget *
kring_filter_bar_new (KringSession *session)
{
  KringFilterBar *self = g_object_new (KRING_TYPE_FILTER_BAR, NULL);
  GtkWidget *menu = kring_filter_menu_new (session);

  self->session = g_object_ref (session);
  gtk_menu_button_set_popover (self->button, menu);
  g_signal_connect_object (menu, "closed", G_CALLBACK (filter_bar_closed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (filter_bar_update), self,
                           G_CONNECT_SWAPPED);
  filter_bar_update (self);
  return GTK_WIDGET (self);
}

/**
 * kring_filter_bar_set_narrow:
 * @narrow: whether there is no room for chips
 */
void
kring_filter_bar_set_narrow (KringFilterBar *self, gboolean narrow)
{
  if (self->narrow == !!narrow)
    return;
  self->narrow = !!narrow;
  filter_bar_update (self);
}

/**
 * kring_filter_bar_open:
 *
 * Shows all conditions.
 */
void
kring_filter_bar_open (KringFilterBar *self)
{
  gtk_menu_button_popup (self->button);
}
