/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-export-dialog.h"

#include "gtk/sharing/kring-reader-group.h"
#include "gtk/sharing/kring-sheet-preview.h"
#include "gtk/sharing/kring-way-out.h"
#include "gtk/widgets/kring-adaptive-bin.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-file-chooser.h"
#include "map/share/kring-left.h"
#include "map/share/kring-youth-copy.h"
#include "picture/export/kring-export.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gi18n.h>

#define PAPER_OF_MAP 2
#define WIDTH_WITH_PREVIEW 560

static const double scales[] = { 0, 1, .75, .5 };
static const double dots[] = { 150, 200, 300 };

struct _KringExportDialog
{
  AdwWindow parent_instance;

  KringMap *map;             /* (owned) */
  GFile *origin;             /* (owned) (nullable), where the map lies */
  GHashTable *hidden;        /* (owned) (nullable) (element-type utf8) what a filter hides */
  KringExport *export;       /* (owned) (nullable), of the choices as they are */
  GCancellable *cancellable; /* (owned) (nullable), while writing */
  GFile *place;              /* (owned) (nullable), of what was written last */
  guint update_id;
  GtkSwitch *switches[KRING_N_APPENDICES]; /* of the lists that follow the map */

  KringReaderGroup *readers;
  AdwComboRow *view_row;
  AdwComboRow *format_row;
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
  AdwPreferencesGroup *lists;
  GtkWidget *choices;
  KringSheetPreview *preview; /* left out where there is no room for it */
  KringAdaptiveBin *room;
  GtkLabel *summary;
  KringWayOut *small_warning;
  GtkProgressBar *progress;
  GtkButton *make_button;
};

enum
{
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringExportDialog, kring_export_dialog, ADW_TYPE_WINDOW)

static KringExportFormat
get_format (KringExportDialog *self)
{
  return adw_combo_row_get_selected (self->format_row);
}

static const KringExportFormatRow *
get_format_row (KringExportDialog *self)
{
  return kring_export_format_get_row (get_format (self));
}

/* The young person's own view goes without a sheet, whose words are for professionals. */
static gboolean
export_dialog_is_for_youth (KringExportDialog *self)
{
  return adw_combo_row_get_selected (self->view_row) == 1;
}

static KringExportOptions
get_options (KringExportDialog *self)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  guint paper = adw_combo_row_get_selected (self->paper_row);

  options.format = get_format (self);
  options.theme =
      adw_combo_row_get_selected (self->colour_row) == 1 ? KRING_THEME_GREY : KRING_THEME_PRINT;
  options.unmarked = export_dialog_is_for_youth (self);
  options.bare = paper == PAPER_OF_MAP || options.unmarked;
  options.page.paper = paper == 0 ? KRING_PAPER_A4 : KRING_PAPER_A3;
  options.page.scale = scales[adw_combo_row_get_selected (self->scale_row)];
  options.page.legend = gtk_switch_get_active (self->legend_switch);
  options.appendices = options.bare ? 0 : kring_export_dialog_get_appendices (self);
  options.clear = get_format_row (self)->pixels && !gtk_switch_get_active (self->background_switch);
  options.dpi = dots[adw_combo_row_get_selected (self->dots_row)];
  kring_reader_group_get_rule (self->readers, &options.rule);
  if (gtk_switch_get_active (self->shown_switch))
    options.rule.hidden = self->hidden;
  if (options.unmarked)
    options.rule = (KringShareRule){ .reader = KRING_READER_JOINT, .hidden = options.rule.hidden };
  return options;
}

/* @scale: of the map on several sheets; 0: on larger paper */
static void
way_chosen_cb (KringExportDialog *self, double scale)
{
  for (guint i = 1; i < G_N_ELEMENTS (scales); i++)
    if (scales[i] == scale)
      adw_combo_row_set_selected (self->scale_row, i);
  if (scale == 0)
    adw_combo_row_set_selected (self->paper_row, 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->make_button));
}

static void
show_summary (KringExportDialog *self, const KringShareReport *report)
{
  guint n_sheets = kring_export_get_n_sheets (self->export);
  g_autofree char *left = kring_left_dup_count (report);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u sheet.", "%u sheets.", n_sheets), n_sheets);
  if (export_dialog_is_for_youth (self))
    g_string_append_printf (text, " %s", _ ("Only what the young person may see is in it."));
  g_string_append_printf (text, left != NULL ? " %s." : " %s",
                          left ? left : _ ("Nothing is left out."));
  gtk_label_set_text (self->summary, text->str);
  kring_way_out_show (self->small_warning, self->export);
}

/* @report: what stays behind */
static void
show_left (KringExportDialog *self, const KringShareReport *report)
{
  kring_reader_group_show_report (self->readers, self->map, report);
  kring_reader_group_set_asking (self->readers, !export_dialog_is_for_youth (self));
  show_summary (self, report);
}

static gboolean
update_cb (gpointer data)
{
  KringExportDialog *self = data;
  const KringExportOptions options = get_options (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (KringShareReport) for_youth =
      export_dialog_is_for_youth (self) ? kring_share_report_for_youth (self->map) : NULL;
  g_autoptr (KringMap) map = export_dialog_is_for_youth (self) ? kring_youth_dup_view (self->map)
                                                               : g_object_ref (self->map);

  self->update_id = 0;
  g_clear_object (&self->export);
  self->export = kring_export_new (map, &options, now);
  show_left (self, for_youth != NULL ? for_youth : kring_export_get_report (self->export));
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), !export_dialog_is_for_youth (self));
  gtk_widget_set_visible (GTK_WIDGET (self->dots_row), get_format_row (self)->pixels);
  gtk_widget_set_visible (self->background_row, get_format_row (self)->pixels);
  gtk_widget_set_visible (self->legend_row, !options.bare);
  gtk_widget_set_visible (GTK_WIDGET (self->lists), !options.bare);
  gtk_button_set_label (self->make_button, _ (get_format_row (self)->button));
  kring_sheet_preview_show (self->preview, self->export);
  return G_SOURCE_REMOVE;
}

static void
choice_changed_cb (KringExportDialog *self)
{
  if (self->map != NULL && self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
set_writing (KringExportDialog *self, gboolean writing)
{
  kring_sheet_preview_show (self->preview, writing ? NULL : self->export);
  g_clear_object (&self->cancellable);
  if (writing)
    self->cancellable = g_cancellable_new ();
  gtk_widget_set_visible (GTK_WIDGET (self->progress), writing);
  gtk_widget_set_sensitive (self->choices, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), !writing);
}

static void
progress_cb (double fraction, gpointer data)
{
  gtk_progress_bar_set_fraction (KRING_EXPORT_DIALOG (data)->progress, fraction);
}

static void
show_failed (KringExportDialog *self, const GError *error)
{
  g_autofree char *body =
      kring_error_words_dup_export_body (error, kring_export_get_n_files (self->export) > 1);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("The export could not be made"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_dialog_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringExportDialog) self = data;
  g_autoptr (GError) error = NULL;

  if (kring_export_write_finish (KRING_EXPORT (source), result, &error))
    {
      set_writing (self, FALSE);
      g_signal_emit (self, signals[MADE], 0, self->place, get_format (self),
                     kring_export_get_n_files (self->export));
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  set_writing (self, FALSE);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failed (self, error);
}

static void
write_to (KringExportDialog *self, GFile *file)
{
  const KringProgress progress = { progress_cb, self };

  set_writing (self, TRUE);
  g_set_object (&self->place, file);
  kring_export_write_async (self->export, file, &progress, self->cancellable,
                            export_dialog_written_cb, g_object_ref (self));
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, KringExportDialog *self)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "kring-file");

  if (g_str_equal (response, "replace") && self->export != NULL)
    write_to (self, file);
}

static void
ask_to_replace (KringExportDialog *self, GFile *file, const char *names)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace these files?"), names);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "kring-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_dialog_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringExportDialog) self = data;
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);
  g_autofree char *names = NULL;

  if (file == NULL || self->export == NULL)
    return;

  /* The chooser asked about the first. */
  names = kring_export_dup_names_in_the_way (self->export, file);
  if (names != NULL)
    ask_to_replace (self, file, names);
  else
    write_to (self, file);
}

static char *
dup_proposed_name (KringExportDialog *self)
{
  const KringExportOptions options = get_options (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = self->origin != NULL ? g_file_get_path (self->origin) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;

  /* A map that is called after who stays behind lends its name to no sheet. */
  if (name != NULL && kring_share_names_left (self->map, &options.rule, name))
    g_clear_pointer (&name, g_free);
  return kring_export_dup_name_beside (name, &options, now);
}

static void
make_cb (KringExportDialog *self)
{
  const KringExportFormatRow *row = get_format_row (self);
  const KringFileType type = { row->kind, row->name, row->mime_type };
  g_autoptr (GFile) folder = self->origin != NULL ? g_file_get_parent (self->origin) : NULL;
  g_autofree char *name = dup_proposed_name (self);

  if (self->update_id != 0)
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      update_cb (self);
    }
  kring_file_chooser_save_async (GTK_WINDOW (self), &type, name, folder,
                                 export_dialog_place_chosen_cb, g_object_ref (self));
}

/* The first close ends the writing, the next one the dialog. */
static gboolean
kring_export_dialog_close_request (GtkWindow *window)
{
  KringExportDialog *self = KRING_EXPORT_DIALOG (window);

  if (self->cancellable != NULL)
    {
      g_cancellable_cancel (self->cancellable);
      return TRUE;
    }

  return GTK_WINDOW_CLASS (kring_export_dialog_parent_class)->close_request (window);
}

static void
kring_export_dialog_dispose (GObject *object)
{
  KringExportDialog *self = KRING_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->export);
  g_clear_object (&self->map);
  g_clear_object (&self->origin);
  g_clear_object (&self->place);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  G_OBJECT_CLASS (kring_export_dialog_parent_class)->dispose (object);
}

static void
kring_export_dialog_class_init (KringExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KRING_TYPE_ADAPTIVE_BIN);
  g_type_ensure (KRING_TYPE_READER_GROUP);
  g_type_ensure (KRING_TYPE_SHEET_PREVIEW);
  g_type_ensure (KRING_TYPE_WAY_OUT);
  G_OBJECT_CLASS (klass)->dispose = kring_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kring_export_dialog_close_request;

  /**
   * KringExportDialog::made:
   * @file: the file, or the first of several pictures
   * @format: of #KringExportFormat
   * @n_files: how many were made
   *
   * Everything is on disk; the dialog still knows what was chosen, and goes.
   */
  signals[MADE] = g_signal_new ("made", KRING_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 3, G_TYPE_FILE, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, readers);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, view_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, scale_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, dots_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, colour_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, shown_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, shown_switch);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, legend_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, background_row);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, legend_switch);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, background_switch);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, lists);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, room);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, small_warning);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
}

static void
add_formats (KringExportDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < KRING_N_EXPORT_FORMATS; i++)
    gtk_string_list_append (labels, _ (kring_export_format_get_row (i)->label));
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (labels));
}

static GtkSwitch *
add_list_row (KringExportDialog *self, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *list_switch = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kring_appendix_get_title (index));
  gtk_widget_set_valign (list_switch, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), list_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), list_switch);
  g_signal_connect_object (list_switch, "notify::active", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->lists, row);
  return GTK_SWITCH (list_switch);
}

/* On a small screen what is chosen matters more than how it looks. */
static void
fold_cb (KringExportDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->preview), kring_adaptive_bin_get_step (self->room) > 0);
}

static void
kring_export_dialog_init (KringExportDialog *self)
{
  const int steps[] = { WIDTH_WITH_PREVIEW };

  gtk_widget_init_template (GTK_WIDGET (self));
  kring_adaptive_bin_set_steps (self->room, steps, G_N_ELEMENTS (steps));
  g_signal_connect_object (self->room, "notify::step", G_CALLBACK (fold_cb), self,
                           G_CONNECT_SWAPPED);
  add_formats (self);
  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    self->switches[i] = add_list_row (self, i);
}

/**
 * kring_export_dialog_new:
 * @parent: (nullable): the window that hears how it ended
 * @map: what to export
 * @appendices: the lists that follow the map, to begin with
 *
 * Returns: (transfer none): the dialog; GTK owns it
 */
GtkWindow *
kring_export_dialog_new (GtkWindow *parent, KringMap *map, KringAppendices appendices)
{
  KringExportDialog *self = g_object_new (KRING_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->map = g_object_ref (map);
  adw_combo_row_set_selected (self->paper_row, 1);
  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    gtk_switch_set_active (self->switches[i], (appendices >> i) & 1);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->readers));
  return GTK_WINDOW (self);
}

/**
 * kring_export_dialog_set_origin:
 * @file: (nullable): where the map lies; what is made is proposed beside it
 */
void
kring_export_dialog_set_origin (KringExportDialog *self, GFile *file)
{
  g_set_object (&self->origin, file);
}

/**
 * kring_export_dialog_set_reader:
 * @reader: for whom the sheet is, to begin with: joint, care or police
 */
void
kring_export_dialog_set_reader (KringExportDialog *self, KringReader reader)
{
  kring_reader_group_set_reader (self->readers, reader);
}

/**
 * kring_export_dialog_get_reader:
 * @reader: (out): for whom the sheet is
 *
 * Returns: whether that was asked: of the young person's own view it is not
 */
gboolean
kring_export_dialog_get_reader (KringExportDialog *self, KringReader *reader)
{
  *reader = get_options (self).rule.reader;
  return !export_dialog_is_for_youth (self);
}

/**
 * kring_export_dialog_offer_shown:
 * @filter: what is looked at now
 *
 * Offers, if @filter hides anything, to export only what is shown. That is not chosen to begin with.
 */
void
kring_export_dialog_offer_shown (KringExportDialog *self, KringFilter *filter)
{
  g_autofree char *title = NULL;
  KringFilterCount count;

  if (!kring_filter_is_active (filter))
    return;
  self->hidden = kring_filter_dup_hidden (filter, self->map);
  count = kring_filter_count (self->map, self->hidden);
  /* Translators: of how many persons and things how many are shown */
  title = g_strdup_printf (_ ("Only what is shown now (%u of %u)"), count.shown, count.total);
  adw_preferences_row_set_title (self->shown_row, title);
  gtk_widget_set_visible (GTK_WIDGET (self->shown_row), TRUE);
}

/**
 * kring_export_dialog_get_appendices:
 *
 * Returns: the lists that are chosen now
 */
KringAppendices
kring_export_dialog_get_appendices (KringExportDialog *self)
{
  KringAppendices appendices = 0;

  for (guint i = 0; i < KRING_N_APPENDICES; i++)
    if (gtk_switch_get_active (self->switches[i]))
      appendices |= 1u << i;
  return appendices;
}
