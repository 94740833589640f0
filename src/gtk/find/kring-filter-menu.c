/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-filter-menu.h"

#include "gtk/find/kring-view-list.h"
#include "gtk/widgets/kring-date-picker.h"
#include "gtk/widgets/kring-form.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/facts/kring-describe.h"
#include "map/filter/kring-filter-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define WIDTH 400
#define WIDTH_NARROW 290
/* In a window narrower than this there is only room for that. */
#define NARROW 520

/* One thing that can be ticked. */
typedef struct
{
  KringFilterMenu *menu; /* (not owned), outlives it */
  KringFilterCondition condition;
  int choice;
  char *name;            /* (owned) (nullable) of conditions with names */
  GtkCheckButton *check; /* (not owned), a child */
} Tick;

#define DATE_HINT N_ ("A date, month or year, such as 12-9, last Friday or Oct 2025")

struct _KringFilterMenu
{
  GtkPopover parent_instance;

  KringSession *session; /* (owned) */
  GPtrArray *ticks;      /* (owned) (element-type Tick) */
  GtkWidget *scrolled;
  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *sections; /* (nullable) in the box, anew each time that it opens */
  GtkWidget *views;    /* the list of kept views */
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *clear;
  GtkWidget *count;
  gboolean narrow;  /* the window has little room */
  gboolean syncing; /* the filter is being shown, not changed */
};

G_DEFINE_FINAL_TYPE (KringFilterMenu, kring_filter_menu, GTK_TYPE_POPOVER)

static KringFilter *
filter_menu_get_filter (KringFilterMenu *self)
{
  return kring_session_get_filter (self->session);
}

static void
tick_free (Tick *tick)
{
  g_free (tick->name);
  g_free (tick);
}

static gboolean
is_ticked (const Tick *tick)
{
  KringFilter *filter = filter_menu_get_filter (tick->menu);

  switch (tick->condition)
    {
    case KRING_FILTER_QUESTIONS:
      return kring_filter_get_questions (filter);
    case KRING_FILTER_PERIOD:
      return kring_filter_get_only_dated (filter);
    case KRING_FILTER_SIDE:
      return (int) kring_filter_get_side (filter) == tick->choice;
    case KRING_FILTER_CATEGORY:
    case KRING_FILTER_GROUP:
      return g_strv_contains (kring_filter_get_names (filter, tick->condition), tick->name);
    default:
      return (kring_filter_get_choices (filter, tick->condition) &
              KRING_FILTER_BIT (tick->choice)) != 0;
    }
}

static void
filter_menu_toggled_cb (GtkCheckButton *check, Tick *tick)
{
  KringFilter *filter = filter_menu_get_filter (tick->menu);
  gboolean on = gtk_check_button_get_active (check);

  if (tick->menu->syncing)
    return;
  switch (tick->condition)
    {
    case KRING_FILTER_QUESTIONS:
      kring_filter_set_questions (filter, on);
      break;
    case KRING_FILTER_PERIOD:
      kring_filter_set_only_dated (filter, on);
      break;
    case KRING_FILTER_SIDE:
      if (on)
        kring_filter_set_side (filter, tick->choice);
      break;
    case KRING_FILTER_CATEGORY:
    case KRING_FILTER_GROUP:
      kring_filter_set_name (filter, tick->condition, tick->name, on);
      break;
    default:
      kring_filter_set_choice (filter, tick->condition, tick->choice, on);
    }
}

static void
show_date (GtkWidget *entry, const char *date)
{
  g_autofree char *text = date != NULL ? kring_date_format_string (date) : g_strdup ("");

  if (!gtk_widget_has_focus (entry) && gtk_widget_get_focus_child (entry) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* Shows the filter as it is. */
static void
show_filter (KringFilterMenu *self)
{
  KringFilter *filter = filter_menu_get_filter (self);
  KringMap *map = kring_session_get_map (self->session);
  g_autofree char *count = kring_filter_count_dup_words (
      kring_filter_count (map, kring_session_get_hidden (self->session)));

  if (self->sections == NULL)
    return;
  self->syncing = TRUE;
  for (guint i = 0; i < self->ticks->len; i++)
    {
      Tick *tick = g_ptr_array_index (self->ticks, i);

      gtk_check_button_set_active (tick->check, is_ticked (tick));
    }
  if (gtk_widget_get_focus_child (self->entry) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), kring_filter_get_text (filter));
  show_date (self->from, kring_filter_get_from (filter));
  show_date (self->to, kring_filter_get_to (filter));
  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_sensitive (self->clear, kring_filter_is_active (filter));
  self->syncing = FALSE;
}

static void
filter_menu_text_changed_cb (KringFilterMenu *self)
{
  if (!self->syncing)
    kring_filter_set_text (filter_menu_get_filter (self),
                           gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

/* What stands in an entry, as in a file; NULL if it is empty or not understood, and then it says so. */
static char *
filter_menu_dup_date (KringFilterMenu *self, GtkWidget *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *message = NULL;
  char *date = NULL;
  gboolean known =
      kring_date_picker_read (self->session, text, KRING_DATE_AIM_PAST, &date, &message);
  gboolean wrong = *text != '\0' && !known;
  const char *words = message != NULL ? message : _ (DATE_HINT);

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  kring_spoken_describe (entry, words);
  return date;
}

static void
period_changed_cb (KringFilterMenu *self)
{
  g_autofree char *from = NULL, *to = NULL;

  if (self->syncing)
    return;
  from = filter_menu_dup_date (self, self->from);
  to = filter_menu_dup_date (self, self->to);
  kring_filter_set_period (filter_menu_get_filter (self), from, to);
}

static void
filter_menu_clear_cb (KringFilterMenu *self)
{
  kring_filter_clear (filter_menu_get_filter (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static GtkWidget *
filter_menu_add_section (GtkWidget *box, const char *title)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_bottom (label, 4);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (section), label);
  gtk_box_append (GTK_BOX (box), section);
  return section;
}

static Tick *
new_tick (KringFilterMenu *self,
          KringFilterCondition condition,
          int choice,
          const char *name,
          const char *label)
{
  Tick *tick = g_new0 (Tick, 1);
  GtkWidget *check = gtk_check_button_new_with_label (label);

  *tick = (Tick){ self, condition, choice, g_strdup (name), GTK_CHECK_BUTTON (check) };
  g_ptr_array_add (self->ticks, tick);
  g_signal_connect (check, "toggled", G_CALLBACK (filter_menu_toggled_cb), tick);
  return tick;
}

/* Two columns, read line by line; one where there is little room. */
static void
attach (GtkWidget *grid, guint nth, Tick *tick)
{
  guint columns = tick->menu->narrow ? 1 : 2;

  gtk_widget_set_hexpand (GTK_WIDGET (tick->check), TRUE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (tick->check), (int) (nth % columns),
                   (int) (nth / columns), 1, 1);
}

static GtkWidget *
add_grid (GtkWidget *section)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  gtk_box_append (GTK_BOX (section), grid);
  return grid;
}

static void
filter_menu_add_choices (KringFilterMenu *self,
                         GtkWidget *box,
                         KringFilterCondition condition,
                         int n)
{
  GtkWidget *grid = add_grid (filter_menu_add_section (box, kring_filter_get_title (condition)));

  for (int i = 0; i < n; i++)
    attach (grid, i,
            new_tick (self, condition, i, NULL, kring_filter_get_choice_label (condition, i)));
  if (condition == KRING_FILTER_PARTY)
    attach (grid, n,
            new_tick (self, condition, KRING_PARTY_NONE, NULL,
                      kring_filter_get_choice_label (condition, KRING_PARTY_NONE)));
}

static void
add_kinds (KringFilterMenu *self, GtkWidget *box)
{
  GtkWidget *grid =
      add_grid (filter_menu_add_section (box, kring_filter_get_title (KRING_FILTER_KIND)));
  guint n = 0;

  for (int i = 0; i < KRING_N_KINDS; i++)
    if (kring_kind_get (i)->group == KRING_GROUP_ENTITY && i != KRING_KIND_GROUP)
      attach (grid, n++,
              new_tick (self, KRING_FILTER_KIND, i, NULL,
                        kring_filter_get_choice_label (KRING_FILTER_KIND, i)));
}

static void
filter_menu_add_groups (KringFilterMenu *self, GtkWidget *box)
{
  g_autoptr (GPtrArray) groups =
      kring_map_dup_items_of_kind (kring_session_get_map (self->session), KRING_KIND_GROUP);
  GtkWidget *grid;

  if (groups->len == 0)
    return;
  grid = add_grid (filter_menu_add_section (box, kring_filter_get_title (KRING_FILTER_GROUP)));
  for (guint i = 0; i < groups->len; i++)
    {
      KringItem *group = g_ptr_array_index (groups, i);
      g_autofree char *title = kring_item_dup_title (group);

      attach (grid, i, new_tick (self, KRING_FILTER_GROUP, 0, kring_item_get_id (group), title));
    }
}

static void
add_categories (KringFilterMenu *self, GtkWidget *box)
{
  KringCatalogue *catalogue = kring_filter_get_catalogue (filter_menu_get_filter (self));
  g_autoptr (GPtrArray) ids = NULL;
  GtkWidget *expander, *inside;

  if (catalogue == NULL)
    return;
  ids = kring_catalogue_dup_categories (catalogue);
  expander = gtk_expander_new (kring_filter_get_title (KRING_FILTER_CATEGORY));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kring_filter_get_title (KRING_FILTER_CATEGORY), -1);
  inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_expander_set_child (GTK_EXPANDER (expander), inside);
  gtk_expander_set_expanded (
      GTK_EXPANDER (expander),
      kring_filter_has (filter_menu_get_filter (self), KRING_FILTER_CATEGORY));
  gtk_box_append (GTK_BOX (box), expander);
  inside = add_grid (inside);
  for (guint i = 0; i < ids->len; i++)
    attach (inside, i,
            new_tick (self, KRING_FILTER_CATEGORY, 0, g_ptr_array_index (ids, i),
                      kring_catalogue_get_category_label (catalogue, g_ptr_array_index (ids, i))));
}

static GtkWidget *
new_date_entry (KringFilterMenu *self, const char *label)
{
  GtkWidget *entry = gtk_entry_new ();

  g_object_set (entry, "placeholder-text", label, "hexpand", TRUE, "width-chars", 10, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (entry, _ (DATE_HINT));
  g_signal_connect_object (entry, "changed", G_CALLBACK (period_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return entry;
}

static void
add_period (KringFilterMenu *self, GtkWidget *box)
{
  GtkWidget *section = filter_menu_add_section (box, kring_filter_get_title (KRING_FILTER_PERIOD));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->from = new_date_entry (self, C_ ("period", "From"));
  self->to = new_date_entry (self, C_ ("period", "Up to"));
  gtk_box_append (GTK_BOX (row), self->from);
  gtk_box_append (GTK_BOX (row), kring_date_picker_new (self->from, NULL, NULL));
  gtk_box_append (GTK_BOX (row), self->to);
  gtk_box_append (GTK_BOX (row), kring_date_picker_new (self->to, NULL, NULL));
  gtk_box_append (GTK_BOX (section), row);
  gtk_box_append (
      GTK_BOX (section),
      GTK_WIDGET (
          new_tick (self, KRING_FILTER_PERIOD, 0, NULL, _ ("Hide what has no date"))->check));
}

static void
add_sides (KringFilterMenu *self, GtkWidget *box)
{
  static const char *const labels[] = { N_ ("Everything"), N_ ("As care sees it"),
                                        N_ ("As police see it") };
  GtkWidget *section = filter_menu_add_section (box, kring_filter_get_title (KRING_FILTER_SIDE));
  GtkCheckButton *first = NULL;

  for (int i = 0; i < (int) G_N_ELEMENTS (labels); i++)
    {
      Tick *tick = new_tick (self, KRING_FILTER_SIDE, KRING_PARTY_NONE + i, NULL, _ (labels[i]));

      if (first == NULL)
        first = tick->check;
      else
        gtk_check_button_set_group (tick->check, first);
      gtk_box_append (GTK_BOX (section), GTK_WIDGET (tick->check));
    }
}

static GtkWidget *
new_sections (KringFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  self->views = kring_view_list_new (self->session);
  gtk_box_append (GTK_BOX (filter_menu_add_section (box, _ ("Kept views"))), self->views);
  filter_menu_add_choices (self, box, KRING_FILTER_PARTY, KRING_PARTY_OPEN + 1);
  filter_menu_add_choices (self, box, KRING_FILTER_CERTAINTY, KRING_CERTAINTY_REFUTED + 1);
  filter_menu_add_choices (self, box, KRING_FILTER_FAMILY, KRING_FAMILY_RETURN + 1);
  add_categories (self, box);
  add_period (self, box);
  gtk_box_append (
      GTK_BOX (box),
      GTK_WIDGET (
          new_tick (self, KRING_FILTER_QUESTIONS, 0, NULL, _ ("Only open questions"))->check));
  add_kinds (self, box);
  filter_menu_add_groups (self, box);
  filter_menu_add_choices (self, box, KRING_FILTER_AUDIENCE, KRING_AUDIENCE_NONE + 1);
  add_sides (self, box);
  return box;
}

/* A name that was being typed goes on. */
static GtkWidget *
filter_menu_find_first (KringFilterMenu *self)
{
  GtkWidget *line = kring_view_list_get_line (KRING_VIEW_LIST (self->views));

  return *gtk_editable_get_text (GTK_EDITABLE (line)) != '\0' ? line : self->entry;
}

static void
kring_filter_menu_map (GtkWidget *widget)
{
  KringFilterMenu *self = KRING_FILTER_MENU (widget);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  self->narrow = root != NULL && gtk_widget_get_width (root) < NARROW;
  gtk_scrolled_window_set_min_content_width (GTK_SCROLLED_WINDOW (self->scrolled),
                                             self->narrow ? WIDTH_NARROW : WIDTH);
  if (self->sections != NULL)
    gtk_box_remove (GTK_BOX (self->box), self->sections);
  g_ptr_array_set_size (self->ticks, 0);
  self->sections = new_sections (self);
  gtk_box_append (GTK_BOX (self->box), self->sections);
  show_filter (self);
  GTK_WIDGET_CLASS (kring_filter_menu_parent_class)->map (widget);
  gtk_widget_grab_focus (filter_menu_find_first (self));
}

static void
kring_filter_menu_dispose (GObject *object)
{
  KringFilterMenu *self = KRING_FILTER_MENU (object);

  self->sections = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_filter_menu_parent_class)->dispose (object);
}

static void
kring_filter_menu_finalize (GObject *object)
{
  g_ptr_array_unref (KRING_FILTER_MENU (object)->ticks);
  G_OBJECT_CLASS (kring_filter_menu_parent_class)->finalize (object);
}

static void
kring_filter_menu_class_init (KringFilterMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_filter_menu_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_filter_menu_finalize;
  widget_class->map = kring_filter_menu_map;
  kring_form_use (widget_class, "kring-filter-menu");
  gtk_widget_class_bind_template_child (widget_class, KringFilterMenu, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KringFilterMenu, box);
  gtk_widget_class_bind_template_child (widget_class, KringFilterMenu, count);
  gtk_widget_class_bind_template_child (widget_class, KringFilterMenu, clear);
  gtk_widget_class_bind_template_child (widget_class, KringFilterMenu, entry);
  gtk_widget_class_bind_template_callback (widget_class, filter_menu_clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_menu_text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
kring_filter_menu_init (KringFilterMenu *self)
{
  self->ticks = g_ptr_array_new_with_free_func ((GDestroyNotify) tick_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_filter_menu_new: (constructor)
 * @session: whose filter is shown and changed
 *
 * Returns: (transfer floating): a popover without a parent
 */
GtkWidget *
kring_filter_menu_new (KringSession *session)
{
  KringFilterMenu *self = g_object_new (KRING_TYPE_FILTER_MENU, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "hidden-changed", G_CALLBACK (show_filter), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
