/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/saving/kring-saving.h"

#include "gtk/records/kring-noting.h"
#include "gtk/saving/kring-recent.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-file-chooser.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* How long a save may take before the user hears of it. */
#define SLOW_SECONDS 2
/* How much of what is not noted is named. */
#define LINES_MAX 6

struct _KringSaving
{
  GObject parent_instance;

  GtkWindow *window;        /* (nullable), owns this; none once it has gone */
  GtkWindow *held;          /* (owned) (nullable), while there is a save under way */
  KringDocument *document;  /* (owned) */
  KringSession *session;    /* (owned) */
  KringRecovery *recovery;  /* (owned) */
  GSettings *settings;      /* (owned) */
  KringFileBar *bar;        /* owned by the window */
  KringDraftOpener *opener; /* (owned) */
  gboolean busy;            /* there is a save under way */
  gboolean closing;         /* the window closes when it has succeeded */
  gboolean drop;            /* what is not noted may be lost when the window closes */
  guint slow_id;            /* timeout until it counts as slow */
  gboolean slow;            /* it is taking long */
};

enum
{
  CHANGED,
  FINISH_TYPING,
  IS_TAKEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringSaving, kring_saving, G_TYPE_OBJECT)

static void save_to (KringSaving *self, GFile *file, KringSaveFlags flags);
static void ask_where_to_save (KringSaving *self);

static gboolean
slow_cb (gpointer data)
{
  KringSaving *self = data;

  self->slow_id = 0;
  self->slow = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
stop_waiting (KringSaving *self)
{
  g_clear_handle_id (&self->slow_id, g_source_remove);
  self->slow = FALSE;
}

static void
tell (KringSaving *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tell", "s", text);
}

static AdwMessageDialog *
create_dialog (KringSaving *self, const char *heading, const char *body)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->window, heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  return dialog;
}

static void
present_dialog (KringSaving *self, AdwMessageDialog *dialog, const char *usual, GCallback callback)
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
stay_open (KringSaving *self)
{
  self->closing = self->drop = FALSE;
}

static void
saving_failed_response_cb (AdwMessageDialog *dialog, const char *response, KringSaving *self)
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
is_file_gone (KringSaving *self)
{
  return !g_file_query_exists (kring_document_get_file (self->document), NULL);
}

static void
show_gone (KringSaving *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("The file is not there any more"),
      _ ("It was moved, renamed or deleted meanwhile. Your map is safe and still open here. Save "
         "it in the same place again, or somewhere else."));

  adw_message_dialog_add_responses (dialog, "elsewhere", _ ("Save _As…"), "overwrite",
                                    _ ("Save A_gain"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "overwrite", G_CALLBACK (saving_failed_response_cb));
}

static void
show_changed (KringSaving *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("Someone else has changed this file"),
      _ ("Your map is safe and still open here. Save it beside the other version, or "
         "overwrite what the other has written."));

  adw_message_dialog_add_responses (dialog, "overwrite", _ ("_Overwrite"), "elsewhere",
                                    _ ("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (saving_failed_response_cb));
}

static void
show_save_failed (KringSaving *self, const GError *error)
{
  gboolean kept = kring_recovery_flush (self->recovery, NULL);
  g_autofree char *body = kring_error_words_dup_save_body (error, kept);
  AdwMessageDialog *dialog = create_dialog (self, _ ("The map could not be saved"), body);

  adw_message_dialog_add_response (dialog, "elsewhere", _ ("_Choose Another Place…"));
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (saving_failed_response_cb));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringSaving) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = kring_document_save_finish (KRING_DOCUMENT (source), result, &error);
  gboolean closing = self->closing;
  g_autoptr (GtkWindow) held = NULL;

  self->busy = FALSE;
  held = g_steal_pointer (&self->held);
  stop_waiting (self);
  if (self->window == NULL)
    return;
  g_signal_emit (self, signals[CHANGED], 0);

  if (saved)
    {
      kring_recent_add (self->settings, kring_document_get_file (self->document));
      kring_file_bar_hide (self->bar);
      tell (self, _ ("Saved"));
      self->closing = FALSE;
      if (closing)
        gtk_window_close (self->window);
    }
  else if (g_error_matches (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_CHANGED_ELSEWHERE))
    is_file_gone (self) ? show_gone (self) : show_changed (self);
  else
    show_save_failed (self, error);
}

static void
save_to (KringSaving *self, GFile *file, KringSaveFlags flags)
{
  if (self->busy)
    return;

  g_signal_emit (self, signals[FINISH_TYPING], 0, FALSE);
  self->busy = TRUE;
  self->held = g_object_ref (self->window);
  self->slow_id = g_timeout_add_seconds (SLOW_SECONDS, slow_cb, self);
  kring_document_save_async (self->document, file, flags, NULL, saved_cb, g_object_ref (self));
}

static gboolean
is_open_elsewhere (KringSaving *self, GFile *file)
{
  gboolean taken = FALSE;

  g_signal_emit (self, signals[IS_TAKEN], 0, file, &taken);
  return taken;
}

static void
show_open_elsewhere (KringSaving *self)
{
  AdwMessageDialog *dialog = create_dialog (
      self, _ ("That file is open in another window"),
      _ ("Two maps cannot share a file: one would write over the other. Close that window first, "
         "or choose another place."));

  adw_message_dialog_add_response (dialog, "elsewhere", _ ("_Choose Another Place…"));
  adw_message_dialog_set_response_appearance (dialog, "elsewhere", ADW_RESPONSE_SUGGESTED);
  present_dialog (self, dialog, "elsewhere", G_CALLBACK (saving_failed_response_cb));
}

/**
 * kring_saving_save_at:
 * @file: where somebody chose to; that it may be replaced has been asked
 */
void
kring_saving_save_at (KringSaving *self, GFile *file)
{
  if (is_open_elsewhere (self, file))
    show_open_elsewhere (self);
  else
    save_to (self, file, KRING_SAVE_OVERWRITE);
}

static void
saving_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringSaving) self = data;
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);

  if (file == NULL || self->window == NULL)
    {
      stay_open (self);
      return;
    }

  kring_saving_save_at (self, file);
}

static void
ask_where_to_save (KringSaving *self)
{
  GFile *file = kring_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : g_strdup (_ ("map"));

  kring_file_chooser_save_async (self->window, &kring_file_type_map, name, folder,
                                 saving_place_chosen_cb, g_object_ref (self));
}

/**
 * kring_saving_save:
 *
 * Saves in the file that there is, or asks where.
 */
void
kring_saving_save (KringSaving *self)
{
  GFile *file = kring_document_get_file (self->document);

  if (file == NULL)
    ask_where_to_save (self);
  else
    save_to (self, file, KRING_SAVE_NORMAL);
}

void
kring_saving_save_as (KringSaving *self)
{
  ask_where_to_save (self);
}

static void
close_response_cb (AdwMessageDialog *dialog, const char *response, KringSaving *self)
{
  let_go_of_window (dialog);
  if (g_str_equal (response, "save"))
    {
      self->closing = TRUE;
      kring_saving_save (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      kring_recovery_discard (self->recovery);
      gtk_window_destroy (self->window);
    }
  else
    {
      stay_open (self);
    }
}

static void
ask_before_closing (KringSaving *self)
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

static void drafts_response_cb (AdwMessageDialog *dialog, const char *response, KringSaving *self);

/* @lines: (transfer full): of each what it is; @can_note: whether there is any sense in trying */
static void
ask_about_drafts (KringSaving *self, const char *heading, GPtrArray *lines, gboolean can_note)
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
note_and_close (KringSaving *self)
{
  g_autoptr (GPtrArray) left = kring_noting_note_all (self->session);

  if (left->len == 0)
    gtk_window_close (self->window);
  else
    ask_about_drafts (self, _ ("This could not be noted"), g_steal_pointer (&left), FALSE);
}

/* Nothing is thrown away before the window is closed: a later question may still keep it open. */
static void
drafts_response_cb (AdwMessageDialog *dialog, const char *response, KringSaving *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);

  let_go_of_window (dialog);
  if (g_str_equal (response, "note"))
    {
      note_and_close (self);
    }
  else if (g_str_equal (response, "discard"))
    {
      self->drop = TRUE;
      gtk_window_close (self->window);
    }
  else if (kring_drafts_get_size (drafts) > 0)
    {
      kring_draft_opener_open (self->opener, kring_drafts_get_draft (drafts, 0));
    }
}

static void
ask_before_dropping (KringSaving *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < kring_drafts_get_size (drafts); i++)
    g_ptr_array_add (lines, kring_unnoted_dup_title (kring_drafts_get_draft (drafts, i),
                                                     kring_session_get_map (self->session)));
  ask_about_drafts (self, _ ("Note what was typed?"), lines, TRUE);
}

static void
disk_checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringSaving) self = data;
  gboolean changed = FALSE;

  if (!kring_document_check_disk_finish (KRING_DOCUMENT (source), result, &changed, NULL) ||
      self->window == NULL || self->busy)
    return;
  if (changed)
    kring_file_bar_warn (self->bar, is_file_gone (self));
  else
    kring_file_bar_hide (self->bar);
}

static void
saving_active_changed_cb (KringSaving *self)
{
  if (self->busy || !gtk_window_is_active (self->window) ||
      kring_document_get_file (self->document) == NULL)
    return;

  kring_document_check_disk_async (self->document, disk_checked_cb, g_object_ref (self));
}

static void
open_other_cb (KringSaving *self)
{
  g_autofree char *uri = g_file_get_uri (kring_document_get_file (self->document));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "app.open-again", "s", uri);
}

static void
kring_saving_dispose (GObject *object)
{
  KringSaving *self = KRING_SAVING (object);

  stop_waiting (self);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->held);
  g_clear_object (&self->document);
  g_clear_object (&self->session);
  g_clear_object (&self->recovery);
  g_clear_object (&self->settings);
  g_clear_object (&self->opener);
  G_OBJECT_CLASS (kring_saving_parent_class)->dispose (object);
}

static void
kring_saving_class_init (KringSavingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_saving_dispose;
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * KringSaving::finish-typing:
   * @closing: the window asks whether it may close; cards are closed as well
   */
  signals[FINISH_TYPING] = g_signal_new ("finish-typing", KRING_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * KringSaving::is-taken:
   *
   * Returns: whether another window shows the map in that file
   */
  signals[IS_TAKEN] =
      g_signal_new ("is-taken", KRING_TYPE_SAVING, G_SIGNAL_RUN_LAST, 0,
                    g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_FILE);
}

static void
kring_saving_init (KringSaving *self)
{
}

/**
 * kring_saving_new:
 * @window: what owns this, and asks
 * @document: what is open in it
 * @recovery: its copies
 * @bar: where warnings stand
 * @opener: brings back what was typed
 *
 * Returns: (transfer full): what saves it
 */
KringSaving *
kring_saving_new (GtkWindow *window,
                  KringDocument *document,
                  KringSession *session,
                  KringRecovery *recovery,
                  KringFileBar *bar,
                  KringDraftOpener *opener)
{
  KringSaving *self = g_object_new (KRING_TYPE_SAVING, NULL);

  g_set_weak_pointer (&self->window, window);
  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  self->recovery = g_object_ref (recovery);
  self->settings = g_settings_new (KRING_APPLICATION_ID);
  self->bar = bar;
  self->opener = g_object_ref (opener);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (saving_active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "open-other", G_CALLBACK (open_other_cb), self, G_CONNECT_SWAPPED);
  kring_file_bar_watch (bar, recovery);
  return self;
}

/**
 * kring_saving_is_slow:
 *
 * Returns: whether a save is taking long
 */
gboolean
kring_saving_is_slow (KringSaving *self)
{
  return self->slow;
}

/**
 * kring_saving_may_close:
 *
 * Returns: %TRUE if nothing would be lost; else the user has been asked
 */
gboolean
kring_saving_may_close (KringSaving *self)
{
  if (self->busy)
    {
      self->closing = TRUE;
      tell (self, _ ("Still saving. The window closes when it is done."));
      return FALSE;
    }
  if (kring_paste_is_running (kring_session_get_paste (self->session)))
    {
      tell (self, _ ("Names are still being added. Wait for them, or cancel."));
      return FALSE;
    }
  g_signal_emit (self, signals[FINISH_TYPING], 0, TRUE);
  if (!self->drop && kring_drafts_get_size (kring_session_get_drafts (self->session)) > 0)
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
