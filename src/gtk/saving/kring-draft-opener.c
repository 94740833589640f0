/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/saving/kring-draft-opener.h"

#include "gtk/records/kring-noting.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* So many texts that have no place are shown; all are copied. */
#define LOST_MAX 5

struct _KringDraftOpener
{
  GObject parent_instance;

  GtkWindow *window;             /* owns this */
  KringSession *session;         /* (owned) */
  KringRecovery *recovery;       /* (owned) */
  KringInteraction *interaction; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KringDraftOpener, kring_draft_opener, G_TYPE_OBJECT)

/* Enough of it is back on the map to open a box about it: with what was only just added, the words
 * took that back. */
static gboolean
bring_back (KringDraftOpener *self, const KringUnnoted *draft)
{
  KringHistory *history = kring_session_get_history (self->session);
  KringMap *map = kring_session_get_map (self->session);

  if (kring_unnoted_is_reachable (draft, map))
    return TRUE;
  if (draft->box != KRING_DRAFT_NAME || !kring_history_redo (history))
    return FALSE;
  if (kring_unnoted_is_reachable (draft, map))
    return TRUE;
  kring_history_undo (history);
  return FALSE;
}

static void
show_on_map (KringDraftOpener *self, const KringUnnoted *draft, gboolean fresh)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (draft->ids);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "map");
  if (draft->box == KRING_DRAFT_TIE)
    kring_interaction_ask_tie (self->interaction, ids->pdata[0], ids->pdata[1]);
  else if (fresh)
    kring_interaction_ask_first_name (self->interaction, ids->pdata[0]);
  else
    kring_interaction_ask_name (self->interaction, ids->pdata[0]);
}

/* A new name for a kept view is no field of what is on the map. */
static gboolean
is_about_view (KringDraftOpener *self, const KringUnnoted *draft)
{
  KringItem *item =
      draft->box == KRING_DRAFT_FIELD
          ? kring_map_get_item (kring_session_get_map (self->session), draft->ids->pdata[0])
          : NULL;

  return draft->box == KRING_DRAFT_VIEW || (item != NULL && kring_item_is (item, KRING_KIND_VIEW));
}

static void
draft_opener_note_field (KringDraftOpener *self, const KringUnnoted *draft)
{
  if (kring_noting_note (self->session, draft, NULL))
    kring_drafts_remove (kring_session_get_drafts (self->session), draft);
}

/**
 * kring_draft_opener_open:
 *
 * Opens the box again that it was typed in.
 */
void
kring_draft_opener_open (KringDraftOpener *self, const KringUnnoted *draft)
{
  static const char *const records[] = { [KRING_DRAFT_STATEMENT] = "statement",
                                         [KRING_DRAFT_SIGNAL] = "signal",
                                         [KRING_DRAFT_PROTECTIVE] = "protective",
                                         [KRING_DRAFT_QUESTION] = "question" };
  KringSelection *selection = kring_session_get_selection (self->session);
  KringDraftBox box = draft->box;
  g_autoptr (GPtrArray) ids = kring_unnoted_dup_items (draft);
  gboolean fresh = !kring_unnoted_is_reachable (draft, kring_session_get_map (self->session));
  gboolean in_sight = FALSE;

  if (!bring_back (self, draft))
    return;
  if (is_about_view (self, draft))
    {
      if (box == KRING_DRAFT_FIELD)
        draft_opener_note_field (self, draft);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.filter", NULL);
      return;
    }
  if (box == KRING_DRAFT_EVENT)
    {
      g_object_get (self->window, "show-time", &in_sight, NULL);
      if (!in_sight)
        gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "time");
      return;
    }
  if (box == KRING_DRAFT_LINE)
    {
      g_object_set (self->window, "show-names", TRUE, NULL);
      return;
    }
  if (box == KRING_DRAFT_NAME || box == KRING_DRAFT_TIE)
    {
      show_on_map (self, draft, fresh);
      return;
    }
  /* What was typed for several stands in their form again; a cell of a list has gone. */
  if (box == KRING_DRAFT_FIELD && ids->len == 1)
    draft_opener_note_field (self, draft);
  kring_selection_set_all (selection, ids);
  if (ids->len > 0)
    kring_selection_set_focus (selection, ids->pdata[0]);
  if (box <= KRING_DRAFT_QUESTION)
    kring_interaction_ask_record (self->interaction, records[box]);
  else if (ids->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.view", "s", "actions");
  else
    g_object_set (self->window, "show-details", TRUE, NULL);
}

/* Also those of a map that is saved: they are in no file. */
static void
draft_opener_typed_cb (KringDraftOpener *self, KringDrafts *drafts)
{
  g_autoptr (GVariant) all = kring_drafts_dup_all (drafts);

  kring_recovery_set_typed (self->recovery, all);
}

/* What was typed before the program ended, and is in its copies. */
static void
restore_drafts (KringDraftOpener *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  GVariant *typed = kring_recovery_get_typed (self->recovery);

  if (typed != NULL)
    kring_drafts_restore (drafts, typed);
  g_signal_connect_object (drafts, "typed", G_CALLBACK (draft_opener_typed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* (transfer container) (element-type KringUnnoted): those that have a place, or those that have none. */
static GPtrArray *
dup_drafts (KringDraftOpener *self, gboolean placed)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  KringMap *map = kring_session_get_map (self->session);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < kring_drafts_get_size (drafts); i++)
    {
      const KringUnnoted *draft = kring_drafts_get_draft (drafts, i);

      if (kring_unnoted_is_reachable (draft, map) == placed)
        g_ptr_array_add (found, (gpointer) draft);
    }
  return found;
}

static void
show_placed (KringDraftOpener *self)
{
  g_autoptr (GPtrArray) placed = dup_drafts (self, TRUE);
  guint n = placed->len;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text =
      g_strdup_printf (ngettext ("%u text that was not noted is back where it was typed",
                                 "%u texts that were not noted are back where they were typed", n),
                       n);
  kring_draft_opener_open (self, placed->pdata[0]);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.tell", "s", text);
}

static void
copy_lost (KringDraftOpener *self)
{
  g_autoptr (GPtrArray) lost = dup_drafts (self, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      g_autofree char *whole =
          kring_unnoted_dup_whole (lost->pdata[i], kring_session_get_map (self->session));

      g_string_append_printf (text, "%s\n\n", whole);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self->window)), text->str);
  g_string_free (text, TRUE);
}

static void
lost_response_cb (AdwMessageDialog *dialog, const char *response, KringDraftOpener *self)
{
  /* It may outlive the window: GTK would not see that one go. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "copy"))
    copy_lost (self);
  show_placed (self);
}

/* What is not back, and where it is. */
static char *
dup_lost_body (KringDraftOpener *self, GPtrArray *lost)
{
  const char *unread = kring_recovery_get_unread (self->recovery);
  g_autofree char *path = unread != NULL ? g_filename_display_name (unread) : NULL;
  GString *body = g_string_new (NULL);

  if (path != NULL)
    g_string_append_printf (
        body, _ ("What was being typed could not be read back; it is kept in this file:\n%s"),
        path);
  if (lost->len > 0)
    g_string_append_printf (
        body, "%s%s", path != NULL ? "\n\n" : "",
        _ ("What this is about is not on the map any more, so there is no box for it:"));
  for (guint i = 0; i < lost->len && i < LOST_MAX; i++)
    {
      g_autofree char *title =
          kring_unnoted_dup_title (lost->pdata[i], kring_session_get_map (self->session));

      g_string_append_printf (body, "\n\n%s", title);
    }
  if (lost->len > LOST_MAX)
    {
      g_string_append (body, "\n\n");
      g_string_append_printf (body, _ ("and %u more"), lost->len - LOST_MAX);
    }
  return g_string_free (body, FALSE);
}

static void
tell_lost (KringDraftOpener *self, GPtrArray *lost)
{
  g_autofree char *body = dup_lost_body (self, lost);
  GtkWidget *dialog = adw_message_dialog_new (
      self->window, _ ("Not all that was typed is back in its place"), body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  if (lost->len > 0)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("_Copy"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog),
                                           lost->len > 0 ? "copy" : "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (lost_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
show_restored_cb (GtkWidget *map, GdkFrameClock *clock, gpointer data)
{
  KringDraftOpener *self = data;
  g_autoptr (GPtrArray) lost = NULL;

  if (gtk_widget_get_width (map) == 0)
    return G_SOURCE_CONTINUE;
  lost = dup_drafts (self, FALSE);
  if (lost->len > 0 || kring_recovery_get_unread (self->recovery) != NULL)
    tell_lost (self, lost);
  else
    show_placed (self);
  return G_SOURCE_REMOVE;
}

static void
kring_draft_opener_finalize (GObject *object)
{
  KringDraftOpener *self = KRING_DRAFT_OPENER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->recovery);
  g_clear_object (&self->interaction);
  G_OBJECT_CLASS (kring_draft_opener_parent_class)->finalize (object);
}

static void
kring_draft_opener_class_init (KringDraftOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_draft_opener_finalize;
}

static void
kring_draft_opener_init (KringDraftOpener *self)
{
}

/**
 * kring_draft_opener_new:
 * @window: what owns this
 * @session: of the map in @window; what was typed before the program ended is given to it
 * @recovery: of the same, which keeps what is typed
 * @interaction: what asks on the map
 *
 * Returns: (transfer full): what brings it back
 */
KringDraftOpener *
kring_draft_opener_new (GtkWindow *window,
                        KringSession *session,
                        KringRecovery *recovery,
                        KringInteraction *interaction)
{
  KringDraftOpener *self = g_object_new (KRING_TYPE_DRAFT_OPENER, NULL);

  self->window = window;
  self->session = g_object_ref (session);
  self->recovery = g_object_ref (recovery);
  self->interaction = g_object_ref (interaction);
  restore_drafts (self);
  g_signal_connect_object (kring_session_get_drafts (session), "taken-back",
                           G_CALLBACK (kring_draft_opener_open), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * kring_draft_opener_show_restored:
 * @map: waited for until it is seen
 *
 * Opens the box again that was typed in before the program ended, and says how many there are.
 * Before that it says what is not back.
 */
void
kring_draft_opener_show_restored (KringDraftOpener *self, GtkWidget *map)
{
  if (kring_drafts_get_size (kring_session_get_drafts (self->session)) > 0 ||
      kring_recovery_get_unread (self->recovery) != NULL)
    gtk_widget_add_tick_callback (map, show_restored_cb, g_object_ref (self), g_object_unref);
}
