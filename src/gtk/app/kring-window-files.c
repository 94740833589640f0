/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-recent.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/records/kring-noting.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-file-chooser.h"

#include <glib/gi18n.h>

/* How long a save may take before the user hears of it. */
#define SLOW_SECONDS 2
#define TOAST_SECONDS 5
/* How much of what is not noted is named. */
#define LINES_MAX 6

enum
{
  RESPONSE_OPEN_OTHER = 1,
  RESPONSE_SAVE_BESIDE = 2,
};

static void save_to (KringWindow *self, GFile *file, KringSaveFlags flags);
static void ask_where_to_save (KringWindow *self);

static gboolean
slow_cb (gpointer data)
{
  KringWindow *self = data;

  self->save.slow_id = 0;
  self->save.slow = TRUE;
  kring_window_update_title (self);
  return G_SOURCE_REMOVE;
}

static AdwMessageDialog *
create_dialog (KringWindow *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static void
present_dialog (KringWindow *self, AdwMessageDialog *dialog, const char *usual, GCallback callback)
{
  adw_message_dialog_set_default_response (dialog, usual);
  g_signal_connect_object (dialog, "response", callback, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A dialog that is answered may outlive the window it asked for: GTK does not see that one go. */
static void
let_go_of_window (AdwMessageDialog *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
}

/* The window does not close after all. */
static void
stay_open (KringWindow *self)
{
  self->save.closing = self->save.drop = FALSE;
}

static void
window_files_failed_response_cb (AdwMessageDialog *dialog, const char *response, KringWindow *self)
{
  let_go_of_window (dialog);
  if (g_str_equal (response, "elsewhere"))
    ask_where_to_save (self);
  else if (g_str_equal (response, "overwrite"))
    save_to (self, kring_document_get_file (self->document), KRING_SAVE_OVERWRITE);
  else
    stay_open (self);
}

static gboolean
is_file_gone (KringWindow *self)
{
  return !g_file_query_exists (kring_document_get_file (self->document), NULL);
}

static void
show_gone (KringWindow *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("The file is not there any more"),
      _ ("It was moved, renamed or deleted meanwhile. Your map is safe and still open here. Save "
         "it in the same place again, or somewhere else."));

  adw_message_dialog_add_responses (dialog, "elsewhere", _ ("Save _As…"), "overwrite",
                                    _ ("Save A_gain"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "overwrite", G_CALLBACK (window_files_failed_response_cb));
}

static void
show_changed (KringWindow *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("Someone else has changed this file"),
      _ ("Your map is safe and still open here. Save it beside the other version, or "
         "overwrite what the other has written."));

  adw_message_dialog_add_responses (dialog, "overwrite", _ ("_Overwrite"), "elsewhere",
                                    _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (window_files_failed_response_cb));
}

static void
show_save_failed (KringWindow *self, const GError *error)
{
  gboolean kept = kring_recovery_flush (self->recovery, NULL);
  g_autofree char *body = kring_error_words_dup_save_body (error, kept);
  AdwMessageDialog *dialog = create_dialog (self, _ ("The map could not be saved"), body);

  adw_message_dialog_add_response (dialog, "elsewhere", _ ("_Choose Another Place…"));
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (window_files_failed_response_cb));
}

/* Hidden, too, for even a bar that is folded away keeps the window wide. */
static void
show_bar (KringWindow *self, gboolean show)
{
  gtk_widget_set_visible (GTK_WIDGET (self->changed_bar), show);
  gtk_info_bar_set_revealed (self->changed_bar, show);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = kring_document_save_finish (KRING_DOCUMENT (source), result, &error);
  gboolean closing = self->save.closing;

  self->save.busy = FALSE;
  kring_window_stop_waiting (self);
  if (self->document == NULL)
    return;
  kring_window_update_title (self);

  if (saved)
    {
      kring_recent_add (self->settings, kring_document_get_file (self->document));
      show_bar (self, FALSE);
      kring_window_add_toast (self, _ ("Saved"), TOAST_SECONDS);
      self->save.closing = FALSE;
      if (closing)
        gtk_window_close (GTK_WINDOW (self));
    }
  else if (g_error_matches (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE))
    is_file_gone (self) ? show_gone (self) : show_changed (self);
  else
    show_save_failed (self, error);
}

static void
save_to (KringWindow *self, GFile *file, KringSaveFlags flags)
{
  if (self->save.busy)
    return;

  kring_window_finish_typing (self);
  kring_window_flush_parts (self);
  self->save.busy = TRUE;
  self->save.slow_id = g_timeout_add_seconds (SLOW_SECONDS, slow_cb, self);
  kring_document_save_async (self->document, file, flags, NULL, saved_cb, g_object_ref (self));
}

static gboolean
is_open_elsewhere (KringWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  KringWindow *other = KRING_IS_APPLICATION (application)
                           ? kring_application_find_window (KRING_APPLICATION (application), file)
                           : NULL;

  return other != NULL && other != self;
}

static void
show_open_elsewhere (KringWindow *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("That file is open in another window"),
      _ ("Two maps cannot share a file: one would write over the other. Close that window first, "
         "or choose another place."));

  adw_message_dialog_add_response (dialog, "elsewhere", _ ("_Choose Another Place…"));
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (window_files_failed_response_cb));
}

/**
 * kring_window_save_at:
 * @file: where somebody chose to; that it may be replaced has been asked
 */
void
kring_window_save_at (KringWindow *self, GFile *file)
{
  if (is_open_elsewhere (self, file))
    show_open_elsewhere (self);
  else
    save_to (self, file, KRING_SAVE_OVERWRITE);
}

static void
window_files_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringWindow) self = data;
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);

  if (file == NULL || self->document == NULL)
    {
      stay_open (self);
      return;
    }

  kring_window_save_at (self, file);
}

static void
ask_where_to_save (KringWindow *self)
{
  GFile *file = kring_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_ ("map"));

  kring_file_chooser_save_async (GTK_WINDOW (self), KRING_FILE_MAP, name, folder,
                                 window_files_place_chosen_cb, g_object_ref (self));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  KringWindow *self = KRING_WINDOW (widget);
  GFile *file = kring_document_get_file (self->document);

  if (file == NULL)
    ask_where_to_save (self);
  else
    save_to (self, file, KRING_SAVE_NORMAL);
}

static void
save_as_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_where_to_save (KRING_WINDOW (widget));
}

static void
window_files_close_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, KringWindow *self)
{
  let_go_of_window (dialog);
  if (g_str_equal (response, "save"))
    {
      self->save.closing = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save", NULL);
    }
  else if (g_str_equal (response, "discard"))
    {
      kring_recovery_discard (self->recovery);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      stay_open (self);
    }
}

static void
ask_before_closing (KringWindow *self)
{
  AdwMessageDialog *dialog =
      create_dialog (self, _ ("Save the changes?"),
                     _ ("What has changed since the map was last saved will be lost otherwise."));

  adw_message_dialog_add_responses (dialog, "discard", _ ("_Discard"), "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "save", G_CALLBACK (close_response_cb));
}

static char *
dup_lines (GPtrArray *lines)
{
  GString *body = g_string_new (NULL);
  guint more = lines->len > LINES_MAX ? lines->len - LINES_MAX : 0;

  for (guint i = 0; i < lines->len - more; i++)
    g_string_append_printf (body, "%s%s", i > 0 ? "\n\n" : "", (char *) lines->pdata[i]);
  if (more > 0)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (body, _ ("and %u more"), more);
    }
  return g_string_free (body, FALSE);
}

static void drafts_response_cb (AdwMessageDialog *dialog, const char *response, KringWindow *self);

/* @lines: (transfer full): of each what it is; @can_note: whether there is any sense in trying */
static void
ask_about_drafts (KringWindow *self, const char *heading, GPtrArray *lines, gboolean can_note)
{
  g_autoptr (GPtrArray) own = lines;
  g_autofree char *body = dup_lines (own);
  AdwMessageDialog *dialog = create_dialog (self, heading, body);

  adw_message_dialog_set_response_label (dialog, "cancel", _ ("_Back"));
  adw_message_dialog_add_response (dialog, "discard", _ ("_Throw Away"));
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  if (can_note)
    {
      adw_message_dialog_add_response (dialog, "note", _ ("_Note It"));
      adw_message_dialog_set_response_appearance (dialog, "note", ADW_RESPONSE_SUGGESTED);
    }
  present_dialog (self, dialog, can_note ? "note" : "cancel", G_CALLBACK (drafts_response_cb));
}

static void
note_and_close (KringWindow *self)
{
  g_autoptr (GPtrArray) left = kring_noting_note_all (self->session);

  if (left->len == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    ask_about_drafts (self, _ ("This could not be noted"), g_steal_pointer (&left), FALSE);
}

/* Nothing is thrown away before the window is closed: a later question may still keep it open. */
static void
drafts_response_cb (AdwMessageDialog *dialog, const char *response, KringWindow *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);

  let_go_of_window (dialog);
  if (g_str_equal (response, "note"))
    {
      note_and_close (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->save.drop = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (kring_drafts_get_size (drafts) > 0)
    {
      kring_window_show_draft (self, kring_drafts_get_draft (drafts, 0));
    }
}

static void
ask_before_dropping (KringWindow *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kring_drafts_get_size (drafts); i++)
    g_ptr_array_add (lines, kring_unnoted_dup_title (kring_drafts_get_draft (drafts, i),
                                                     kring_session_get_map (self->session)));
  ask_about_drafts (self, _ ("Note what was typed?"), lines, TRUE);
}

/* A bar is an alert: a screen reader says the name of it when it comes. */
static void
set_words (GtkWidget *bar, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
warn_about_disk (KringWindow *self)
{
  gboolean gone = is_file_gone (self);
  const char *text =
      gone ? _ ("The file is not there any more: moved, renamed or deleted. Your map is still open "
                "here; save it.")
           : _ ("Someone else has changed this file. Your map here is as you left it.");

  set_words (GTK_WIDGET (self->changed_bar), self->changed_label, text);
  gtk_widget_set_visible (self->look_button, !gone);
  show_bar (self, TRUE);
}

static void
disk_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringWindow) self = data;
  gboolean changed = FALSE;

  if (!kring_document_check_disk_finish (KRING_DOCUMENT (source), result, &changed, NULL) ||
      self->document == NULL || self->save.busy)
    return;
  if (changed)
    warn_about_disk (self);
  else
    show_bar (self, FALSE);
}

static void
active_changed_cb (KringWindow *self)
{
  if (!gtk_window_is_active (GTK_WINDOW (self)))
    kring_window_flush (self);
  if (self->document == NULL || self->save.busy || !gtk_window_is_active (GTK_WINDOW (self)) ||
      kring_document_get_file (self->document) == NULL)
    return;

  kring_document_check_disk_async (self->document, disk_checked_cb, g_object_ref (self));
}

static void
changed_bar_response_cb (KringWindow *self, int response)
{
  g_autofree char *uri = NULL;

  show_bar (self, FALSE);
  if (response == RESPONSE_OPEN_OTHER)
    {
      uri = g_file_get_uri (kring_document_get_file (self->document));
      gtk_widget_activate_action (GTK_WIDGET (self), "app.open-again", "s", uri);
    }
  else if (response == RESPONSE_SAVE_BESIDE)
    {
      ask_where_to_save (self);
    }
}

static void
look_clicked_cb (KringWindow *self)
{
  gtk_info_bar_response (self->changed_bar, RESPONSE_OPEN_OTHER);
}

static void
beside_clicked_cb (KringWindow *self)
{
  gtk_info_bar_response (self->changed_bar, RESPONSE_SAVE_BESIDE);
}

/*
 * kring_window_install_file_actions:
 *
 * The actions that are about the file, and the answers of the bar that warns about it.
 */
void
kring_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (klass, "win.close", NULL, window_files_close_cb);
  gtk_widget_class_bind_template_callback (klass, changed_bar_response_cb);
  gtk_widget_class_bind_template_callback (klass, look_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, beside_clicked_cb);
}

/* Said at once, and as long as it is so: what is not saved would be lost. */
static void
tell_recovery_trouble (KringWindow *self)
{
  const GError *trouble = kring_recovery_get_trouble (self->recovery);
  g_autofree char *text = NULL;

  if (trouble != NULL)
    {
      /* Translators: %s is what is wrong, such as "the disk is full" */
      text =
          g_strdup_printf (_ ("Kring cannot keep a copy of what is not saved (%s). Save now, and "
                              "often until this is over."),
                           trouble->message);
      set_words (self->unkept_bar, GTK_LABEL (self->unkept_label), text);
    }
  gtk_widget_set_visible (self->unkept_bar, trouble != NULL);
  gtk_info_bar_set_revealed (GTK_INFO_BAR (self->unkept_bar), trouble != NULL);
}

/* Above the other bar, in the same form. */
static void
add_unkept_bar (KringWindow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self->changed_bar));
  GtkWidget *save = gtk_button_new_with_mnemonic (_ ("_Save"));

  self->unkept_bar =
      g_object_new (GTK_TYPE_INFO_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  self->unkept_label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->unkept_label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->unkept_label), 0);
  gtk_widget_set_hexpand (self->unkept_label, TRUE);
  gtk_widget_set_valign (save, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (save), "win.save");
  gtk_info_bar_set_message_type (GTK_INFO_BAR (self->unkept_bar), GTK_MESSAGE_ERROR);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->unkept_bar), self->unkept_label);
  gtk_info_bar_add_child (GTK_INFO_BAR (self->unkept_bar), save);
  gtk_widget_set_visible (self->unkept_bar, FALSE);
  gtk_widget_insert_before (self->unkept_bar, parent, GTK_WIDGET (self->changed_bar));
}

/*
 * kring_window_follow_file:
 *
 * Keeps the title in step with the file, and looks at the disk when the user comes back.
 */
void
kring_window_follow_file (KringWindow *self)
{
  const char *const signals[] = { "notify::file", "notify::modified", "notify::title" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->document, signals[i], G_CALLBACK (kring_window_update_title),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  add_unkept_bar (self);
  g_signal_connect_object (self->recovery, "trouble", G_CALLBACK (tell_recovery_trouble), self,
                           G_CONNECT_SWAPPED);
}

/*
 * kring_window_may_close:
 *
 * Returns: %TRUE if nothing would be lost; else the user has been asked
 */
gboolean
kring_window_may_close (KringWindow *self)
{
  if (self->document == NULL)
    return TRUE;

  if (self->save.busy)
    {
      self->save.closing = TRUE;
      kring_window_add_toast (self, _ ("Still saving. The window closes when it is done."),
                              TOAST_SECONDS);
      return FALSE;
    }
  if (kring_paste_is_running (kring_session_get_paste (self->session)))
    {
      kring_window_add_toast (self, _ ("Names are still being added. Wait for them, or cancel."),
                              TOAST_SECONDS);
      return FALSE;
    }
  kring_window_close_cards (self);
  kring_window_finish_typing (self);
  kring_window_flush_parts (self);
  kring_name_panel_finish (self->name_panel, TRUE);
  if (!self->save.drop && kring_drafts_get_size (kring_session_get_drafts (self->session)) > 0)
    {
      ask_before_dropping (self);
      return FALSE;
    }
  if (!kring_document_get_modified (self->document))
    {
      /* What was typed goes with the window, as was answered. */
      kring_recovery_discard (self->recovery);
      return TRUE;
    }
  ask_before_closing (self);
  return FALSE;
}

/*
 * kring_window_stop_waiting:
 *
 * Ends the wait for a slow save.
 */
void
kring_window_stop_waiting (KringWindow *self)
{
  g_clear_handle_id (&self->save.slow_id, g_source_remove);
  self->save.slow = FALSE;
}
