/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-export-dialog.h"

#include "gtk/sharing/kring-form-group.h"
#include "gtk/sharing/kring-left-list.h"
#include "gtk/sharing/kring-maker.h"
#include "gtk/sharing/kring-reader-group.h"
#include "gtk/sharing/kring-sheet-preview.h"
#include "gtk/sharing/kring-text-page.h"
#include "gtk/sharing/kring-way-out.h"
#include "gtk/widgets/kring-adaptive-bin.h"
#include "gtk/widgets/kring-form.h"
#include "map/share/kring-left.h"
#include "map/share/kring-youth-copy.h"
#include "picture/export/kring-export.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gi18n-lib.h>

#define WIDTH_WITH_PREVIEW 560

struct _KringExportDialog
{
  AdwWindow parent_instance;

  KringMap *map;       /* (owned) */
  GFile *origin;       /* (owned) (nullable), where the map lies */
  KringExport *export; /* (owned) (nullable), of the choices as they are */
  KringMaker *maker;   /* (owned) */
  guint update_id;
  gboolean aside; /* it makes room for the map, which may change meanwhile */

  KringReaderGroup *readers;
  KringFormGroup *form;
  GtkStack *pages; /* the choices, or the texts that tell a name */
  GtkWidget *choice_page;
  KringTextPage *texts;
  GtkWidget *choices;
  KringLeftList *left;
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
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringExportDialog, kring_export_dialog, ADW_TYPE_WINDOW)

static gboolean
export_dialog_is_for_youth (KringExportDialog *self)
{
  return kring_form_group_is_for_youth (self->form);
}

static KringExportOptions
get_options (KringExportDialog *self)
{
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;

  kring_form_group_get_options (self->form, &options);
  if (!export_dialog_is_for_youth (self))
    kring_reader_group_get_rule (self->readers, &options.rule);
  options.rule.settled = kring_text_page_get_settled (self->texts);
  options.rule.hidden = kring_form_group_get_hidden (self->form);
  return options;
}

static void
way_chosen_cb (KringExportDialog *self, double scale)
{
  kring_form_group_choose_way (self->form, scale);
  gtk_widget_grab_focus (GTK_WIDGET (self->make_button));
}

static void
show_summary (KringExportDialog *self, const KringShareReport *report)
{
  guint n_sheets = kring_export_get_n_sheets (self->export);
  g_autofree char *left = kring_left_dup_count (report);
  g_autoptr (GString) text = g_string_new (NULL);

  if (kring_form_group_get_form (self->form) == KRING_SHARED_MAP)
    g_string_append (text, _ ("A map that can be worked on, without what stays behind and without "
                              "what was before. It is not encrypted."));
  else
    g_string_append_printf (text, ngettext ("%u sheet.", "%u sheets.", n_sheets), n_sheets);
  if (export_dialog_is_for_youth (self))
    g_string_append_printf (text, " %s", _ ("Only what the young person may see is in it."));
  g_string_append_printf (text, left != NULL ? " %s." : " %s",
                          left ? left : _ ("Nothing is left out."));
  gtk_label_set_text (self->summary, text->str);
  kring_way_out_show (self->small_warning, self->export);
}

static void
settle_cb (KringExportDialog *self)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->texts));
  gtk_widget_grab_focus (GTK_WIDGET (self->texts));
}

/* The keyboard goes back to where it came from. */
static void
settled_back_cb (KringExportDialog *self)
{
  if (gtk_stack_get_visible_child (self->pages) == self->choice_page)
    return;
  gtk_stack_set_visible_child (self->pages, self->choice_page);
  kring_reader_group_focus_texts (self->readers);
}

static void
show_texts_of (KringExportDialog *self, const KringShareReport *report)
{
  kring_text_page_show (self->texts, self->map, report);
  if (report->mentions->len + report->shown->len == 0)
    settled_back_cb (self);
}

/* @report: what stays behind */
static void
show_left (KringExportDialog *self, const KringShareReport *report)
{
  kring_left_list_show (self->left, self->map, report);
  kring_reader_group_show_report (self->readers, report);
  kring_reader_group_set_asking (self->readers, !export_dialog_is_for_youth (self));
  show_texts_of (self, report);
  show_summary (self, report);
}

static gboolean
update_cb (gpointer data)
{
  KringExportDialog *self = data;
  const KringExportOptions options = get_options (self);
  KringSharedForm form = kring_form_group_get_form (self->form);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (KringShareReport) for_youth =
      export_dialog_is_for_youth (self) ? kring_share_report_for_youth (self->map) : NULL;
  g_autoptr (KringMap) map = export_dialog_is_for_youth (self) ? kring_youth_dup_view (self->map)
                                                               : g_object_ref (self->map);

  self->update_id = 0;
  g_clear_object (&self->export);
  self->export = kring_export_new (map, &options, now);
  show_left (self, for_youth != NULL ? for_youth : kring_export_get_report (self->export));
  gtk_button_set_label (self->make_button, kring_shared_form_get_button (form));
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
writing_cb (KringExportDialog *self, gboolean writing)
{
  kring_sheet_preview_show (self->preview, writing ? NULL : self->export);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), writing);
  gtk_widget_set_sensitive (self->choices, !writing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->make_button), !writing);
}

static void
export_dialog_progress_cb (KringExportDialog *self, double fraction)
{
  gtk_progress_bar_set_fraction (self->progress, fraction);
}

static void
export_dialog_made_cb (KringExportDialog *self, KringMade *made)
{
  g_signal_emit (self, signals[MADE], 0, made);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* Makes room for the map; what was chosen is kept for when it is shown again. */
static void
show_item_cb (KringExportDialog *self, const char *id)
{
  self->aside = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

/* (transfer full): without its ending, which the form gives it. */
static char *
dup_proposed_name (KringExportDialog *self)
{
  KringExportOptions options = get_options (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *path = self->origin != NULL ? g_file_get_path (self->origin) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  char *proposed;

  /* A map that is called after who stays behind lends its name to no sheet. */
  if (name != NULL && kring_share_names_left (self->map, &options.rule, name))
    g_clear_pointer (&name, g_free);
  options.unmarked = export_dialog_is_for_youth (self);
  proposed = kring_export_dup_name_beside (name, &options, now);
  *strrchr (proposed, '.') = '\0';
  return proposed;
}

static void
make_cb (KringExportDialog *self)
{
  const KringExportOptions options = get_options (self);
  g_autofree char *name = dup_proposed_name (self);
  KringMaking making = { self->map, options.rule };

  if (self->update_id != 0)
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      update_cb (self);
    }
  making.form = kring_form_group_get_form (self->form);
  making.export = self->export;
  making.asked = !export_dialog_is_for_youth (self);
  making.name = name;
  making.origin = self->origin;
  kring_maker_make (self->maker, &making);
}

/* The first close ends the writing, the next one the dialog. */
static gboolean
kring_export_dialog_close_request (GtkWindow *window)
{
  return kring_maker_cancel (KRING_EXPORT_DIALOG (window)->maker) ||
         GTK_WINDOW_CLASS (kring_export_dialog_parent_class)->close_request (window);
}

static void
kring_export_dialog_dispose (GObject *object)
{
  KringExportDialog *self = KRING_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->maker != NULL)
    g_object_run_dispose (G_OBJECT (self->maker));
  g_clear_object (&self->maker);
  g_clear_object (&self->export);
  g_clear_object (&self->map);
  g_clear_object (&self->origin);
  G_OBJECT_CLASS (kring_export_dialog_parent_class)->dispose (object);
}

static void
kring_export_dialog_class_init (KringExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (KRING_TYPE_ADAPTIVE_BIN);
  g_type_ensure (KRING_TYPE_FORM_GROUP);
  g_type_ensure (KRING_TYPE_LEFT_LIST);
  g_type_ensure (KRING_TYPE_READER_GROUP);
  g_type_ensure (KRING_TYPE_SHEET_PREVIEW);
  g_type_ensure (KRING_TYPE_TEXT_PAGE);
  g_type_ensure (KRING_TYPE_WAY_OUT);
  G_OBJECT_CLASS (klass)->dispose = kring_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kring_export_dialog_close_request;

  /**
   * KringExportDialog::made:
   * @made: of #KringMade, what, for whom and where
   *
   * Everything is on disk. The one place where that is announced; the dialog goes after it.
   */
  signals[MADE] = g_signal_new ("made", KRING_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, KRING_TYPE_MADE);

  /**
   * KringExportDialog::show-item:
   * @id: of what stays behind or tells a name
   *
   * Somebody wants to see it on the map. The dialog is hidden and can be shown again as it was.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  kring_form_use (widget_class, "kring-export-dialog");
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, readers);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, choice_page);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, texts);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, left);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, room);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, small_warning);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, KringExportDialog, make_button);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, settle_cb);
  gtk_widget_class_bind_template_callback (widget_class, settled_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_item_cb);
  gtk_widget_class_bind_template_callback (widget_class, kring_text_page_forget);
}

/* On a small screen what is chosen matters more than how it looks. */
static void
fold_cb (KringExportDialog *self)
{
  gboolean wide = kring_adaptive_bin_get_step (self->room) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->preview), wide);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                  wide ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
}

static void
kring_export_dialog_init (KringExportDialog *self)
{
  const int steps[] = { WIDTH_WITH_PREVIEW };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->maker = kring_maker_new (GTK_WINDOW (self));
  g_signal_connect_object (self->maker, "writing", G_CALLBACK (writing_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "progress", G_CALLBACK (export_dialog_progress_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->maker, "made", G_CALLBACK (export_dialog_made_cb), self,
                           G_CONNECT_SWAPPED);
  kring_adaptive_bin_set_steps (self->room, steps, G_N_ELEMENTS (steps));
  g_signal_connect_object (self->room, "notify::step", G_CALLBACK (fold_cb), self,
                           G_CONNECT_SWAPPED);
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
  kring_form_group_set_appendices (self->form, appendices);
  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->readers));
  return GTK_WINDOW (self);
}

/**
 * kring_export_dialog_show:
 *
 * Shows it, also again after it made room for the map: with the choices as they were and the map as it
 * is now.
 */
void
kring_export_dialog_show (KringExportDialog *self)
{
  if (self->aside || self->update_id != 0)
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      update_cb (self);
    }
  self->aside = FALSE;
  gtk_window_present (GTK_WINDOW (self));
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
 * @reader: for whom it is, to begin with
 */
void
kring_export_dialog_set_reader (KringExportDialog *self, KringReader reader)
{
  kring_reader_group_set_reader (self->readers, reader);
}

/**
 * kring_export_dialog_offer_shown:
 * @filter: what is looked at now
 *
 * Offers, if @filter hides anything, to share only what is shown. That is not chosen to begin with.
 */
void
kring_export_dialog_offer_shown (KringExportDialog *self, KringFilter *filter)
{
  kring_form_group_offer_shown (self->form, filter, self->map);
}

/**
 * kring_export_dialog_get_appendices:
 *
 * Returns: the lists that are chosen now
 */
KringAppendices
kring_export_dialog_get_appendices (KringExportDialog *self)
{
  return kring_form_group_get_appendices (self->form);
}
