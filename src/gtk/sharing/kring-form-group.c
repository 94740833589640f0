/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-form-group.h"

#include "gtk/sharing/kring-reader-group.h"
#include "gtk/widgets/kring-form.h"

#include <glib/gi18n-lib.h>

#define PAPER_OF_MAP 2
#define VIEW_OF_YOUTH 1

static const double scales[] = { 0, 1, .75, .5 };
static const double dots[] = { 150, 200, 300 };

struct _KringFormGroup
{
  GtkBox parent_instance;

  GHashTable *hidden; /* (owned) (nullable) (element-type utf8) what a filter hides */
  GtkSwitch *switches[KRING_N_APPENDICES]; /* of the lists that follow the map */

  AdwComboRow *view_row;
  AdwComboRow *format_row; /* in the order of KringSharedForm */
  AdwComboRow *paper_row;
  AdwComboRow *scale_row;
  AdwComboRow *dots_row;
  AdwComboRow *colour_row;
  AdwPreferencesRow *shown_row;
  GtkSwitch *shown_switch;
  GtkWidget *legend_row;
  GtkWidget *background_row;
  GtkSwitch *legend_switch;
  GtkSwitch *background_switch;
  GtkWidget *list_group;
  AdwExpanderRow *lists;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringFormGroup, kring_form_group, GTK_TYPE_BOX)

/**
 * kring_form_group_get_form:
 *
 * Returns: the form that is chosen
 */
KringSharedForm
kring_form_group_get_form (KringFormGroup *self)
{
  return adw_combo_row_get_selected (self->format_row);
}

static gboolean
has_pixels (KringFormGroup *self)
{
  KringSharedForm form = kring_form_group_get_form (self);

  return form != KRING_SHARED_MAP && kring_export_format_get_row (form)->pixels;
}

/**
 * kring_form_group_is_for_youth:
 *
 * Returns: whether it is the young person's own view, which is only drawn
 */
gboolean
kring_form_group_is_for_youth (KringFormGroup *self)
{
  return kring_form_group_get_form (self) != KRING_SHARED_MAP &&
         adw_combo_row_get_selected (self->view_row) == VIEW_OF_YOUTH;
}

/* The young person's own view goes without a sheet, whose words are for professionals; a map has
 * none. */
static gboolean
form_group_is_bare (KringFormGroup *self)
{
  return kring_form_group_get_form (self) == KRING_SHARED_MAP ||
         kring_form_group_is_for_youth (self) ||
         adw_combo_row_get_selected (self->paper_row) == PAPER_OF_MAP;
}

/**
 * kring_form_group_get_options:
 * @options: (inout): gets all but the rule; of a map, how it is shown beforehand
 */
void
kring_form_group_get_options (KringFormGroup *self, KringExportOptions *options)
{
  gboolean is_map = kring_form_group_get_form (self) == KRING_SHARED_MAP;

  options->format = is_map ? KRING_EXPORT_PNG : kring_form_group_get_form (self);
  options->theme = !is_map && adw_combo_row_get_selected (self->colour_row) == 1
                       ? KRING_THEME_GREY
                       : KRING_THEME_PRINT;
  options->unmarked = is_map || kring_form_group_is_for_youth (self);
  options->bare = form_group_is_bare (self);
  options->page.paper =
      adw_combo_row_get_selected (self->paper_row) == 0 ? KRING_PAPER_A4 : KRING_PAPER_A3;
  options->page.scale = is_map ? 0 : scales[adw_combo_row_get_selected (self->scale_row)];
  options->page.legend = gtk_switch_get_active (self->legend_switch);
  options->appendices = options->bare ? 0 : kring_form_group_get_appendices (self);
  options->clear = has_pixels (self) && !gtk_switch_get_active (self->background_switch);
  options->dpi = dots[adw_combo_row_get_selected (self->dots_row)];
}

/**
 * kring_form_group_get_hidden:
 *
 * Returns: (transfer none) (nullable): the ids of what is not shown now, if only what is shown goes along
 */
GHashTable *
kring_form_group_get_hidden (KringFormGroup *self)
{
  return gtk_switch_get_active (self->shown_switch) ? self->hidden : NULL;
}

/* Only what can be chosen of this form is there. */
static void
show_rows_of_form (KringFormGroup *self)
{
  gboolean is_map = kring_form_group_get_form (self) == KRING_SHARED_MAP;
  gboolean youth = kring_form_group_is_for_youth (self);

  gtk_widget_set_visible (GTK_WIDGET (self->view_row), !is_map);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), !is_map && !youth);
  gtk_widget_set_visible (GTK_WIDGET (self->scale_row), !is_map);
  gtk_widget_set_visible (GTK_WIDGET (self->colour_row), !is_map);
  gtk_widget_set_visible (GTK_WIDGET (self->dots_row), has_pixels (self));
  gtk_widget_set_visible (self->background_row, has_pixels (self));
  gtk_widget_set_visible (self->legend_row, !form_group_is_bare (self));
  gtk_widget_set_visible (self->list_group, !form_group_is_bare (self));
}

/* What follows the map is said without folding out. */
static void
tell_lists (KringFormGroup *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    if (gtk_switch_get_active (self->switches[i]))
      g_ptr_array_add (names, (gpointer) kring_appendix_get_title (i));
  g_ptr_array_add (names, NULL);
  text = g_strjoinv (", ", (char **) names->pdata);
  adw_expander_row_set_subtitle (self->lists, *text != '\0' ? text : _ ("None"));
}

static void
form_group_changed_cb (KringFormGroup *self)
{
  show_rows_of_form (self);
  tell_lists (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
kring_form_group_finalize (GObject *object)
{
  g_clear_pointer (&KRING_FORM_GROUP (object)->hidden, g_hash_table_unref);
  G_OBJECT_CLASS (kring_form_group_parent_class)->finalize (object);
}

static void
kring_form_group_class_init (KringFormGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kring_form_group_finalize;

  /* KringFormGroup::changed: something else is chosen. */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_FORM_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  kring_form_use (widget_class, "kring-form-group");
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, view_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, format_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, paper_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, scale_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, dots_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, colour_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, shown_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, shown_switch);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, legend_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, background_row);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, background_switch);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, list_group);
  gtk_widget_class_bind_template_child (widget_class, KringFormGroup, lists);
  gtk_widget_class_bind_template_callback (widget_class, form_group_changed_cb);
}

static void
add_forms (KringFormGroup *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < KRING_N_SHARED_FORMS; i++)
    gtk_string_list_append (labels, kring_shared_form_get_label (i));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
}

static GtkSwitch *
add_list_row (KringFormGroup *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *list_switch = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kring_appendix_get_title (index));
  gtk_widget_set_valign (list_switch, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), list_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), list_switch);
  g_signal_connect_object (list_switch, "notify::active", G_CALLBACK (form_group_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->lists, row);
  return GTK_SWITCH (list_switch);
}

static void
kring_form_group_init (KringFormGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    self->switches[i] = add_list_row (self, i);
  add_forms (self);
  adw_combo_row_set_selected (self->paper_row, 1);
  kring_expander_take_enter (self->lists);
  show_rows_of_form (self);
  tell_lists (self);
}

/**
 * kring_form_group_offer_shown:
 * @filter: what is looked at now
 *
 * Offers, if @filter hides anything, to share only what is shown. That is not chosen to begin with.
 */
void
kring_form_group_offer_shown (KringFormGroup *self, KringFilter *filter, KringMap *map)
{
  g_autofree char *title = NULL;
  KringFilterCount count;

  gtk_widget_set_visible (GTK_WIDGET (self->shown_row), kring_filter_is_active (filter));
  gtk_switch_set_active (self->shown_switch, FALSE);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  if (!kring_filter_is_active (filter))
    return;
  self->hidden = kring_filter_dup_hidden (filter, map);
  count = kring_filter_count (map, self->hidden);
  /* Translators: of how many persons and things how many are shown */
  title = g_strdup_printf (_ ("Only what is shown now (%u of %u)"), count.shown, count.total);
  adw_preferences_row_set_title (self->shown_row, title);
}

/**
 * kring_form_group_choose_way:
 * @scale: of the map on several sheets; 0: on larger paper
 */
void
kring_form_group_choose_way (KringFormGroup *self, double scale)
{
  for (guint i = 1; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] == scale)
      adw_combo_row_set_selected (self->scale_row, i);
  if (scale == 0)
    adw_combo_row_set_selected (self->paper_row, 1);
}

/**
 * kring_form_group_set_appendices:
 * @appendices: the lists that follow the map, to begin with
 */
void
kring_form_group_set_appendices (KringFormGroup *self, KringAppendices appendices)
{
  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    gtk_switch_set_active (self->switches[i], (appendices >> i) & 1);
}

/**
 * kring_form_group_get_appendices:
 *
 * Returns: the lists that are chosen now
 */
KringAppendices
kring_form_group_get_appendices (KringFormGroup *self)
{
  KringAppendices appendices = 0;

  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    if (gtk_switch_get_active (self->switches[i]))
      appendices |= 1u << i;
  return appendices;
}
