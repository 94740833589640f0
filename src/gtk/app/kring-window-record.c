/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window offers to write down about what is selected: what is known and by whom, signals,
 * what protects, questions. */
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window-private.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/find/kring-ask-popover.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/lists/kring-task-section.h"
#include "gtk/records/kring-noting.h"
#include "gtk/records/kring-reminder-bar.h"
#include "gtk/records/kring-signal-popover.h"
#include "gtk/records/kring-signal-section.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/records/kring-statement-section.h"
#include "gtk/timeline/kring-time-strip.h"

#include <glib/gi18n.h>

#define TOAST_SECONDS 5

/* So many texts that have no place are shown; all are copied. */
#define LOST_MAX 5

/*
 * kring_window_get_shelf:
 *
 * Returns: (transfer none): the catalogues of the program
 */
KringCatalogueStore *
kring_window_get_shelf (KringWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return kring_application_get_shelf (KRING_APPLICATION (application));
}

/* At the thing on the map; where the map is not seen, at what has the keyboard. */
static GtkWidget *
window_record_find_place (KringWindow *self, GdkRectangle *at)
{
  GtkWidget *canvas = GTK_WIDGET (kring_map_page_get_canvas (self->map_page));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *parent = GTK_WIDGET (self->work_bin);
  graphene_rect_t bounds;

  if (gtk_widget_get_mapped (canvas))
    return canvas;
  *at =
      (GdkRectangle){ gtk_widget_get_width (parent) / 2, gtk_widget_get_height (parent) / 3, 1, 1 };
  if (focus != NULL && gtk_widget_compute_bounds (focus, parent, &bounds) &&
      bounds.size.height < gtk_widget_get_height (parent) / 3)
    *at = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  return parent;
}

/* The list of what was counted on the map, with the keyboard on it. */
static void
show_signals (KringWindow *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
  kring_signal_section_reveal (KRING_SIGNAL_SECTION (self->record.signal_section));
}

static void
ask_signal (KringWindow *self, GdkRectangle *at, GPtrArray *ids, gboolean protective)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.signal_popover == NULL)
    self->record.signal_popover =
        g_object_ref_sink (kring_signal_popover_new (self->session, kring_window_get_shelf (self)));
  kring_signal_popover_ask (KRING_SIGNAL_POPOVER (self->record.signal_popover), parent, at, ids,
                            protective);
}

static void
ask_question (KringWindow *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.ask_popover == NULL)
    self->record.ask_popover = g_object_ref_sink (kring_ask_popover_new (self->session));
  kring_ask_popover_ask (KRING_ASK_POPOVER (self->record.ask_popover), parent, at, ids);
}

/* The questions and actions of what was clicked on, with the keyboard on them. */
static void
show_questions (KringWindow *self)
{
  g_object_set (self, "show-details", TRUE, NULL);
  kring_task_section_reveal (KRING_TASK_SECTION (self->record.task_section));
}

static void
ask_statement (KringWindow *self, GdkRectangle *at, GPtrArray *ids)
{
  GtkWidget *parent = window_record_find_place (self, at);

  if (self->record.statement_popover == NULL)
    self->record.statement_popover =
        g_object_ref_sink (kring_statement_popover_new (self->session));
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (self->record.statement_popover), parent, at,
                               ids);
}

static void
ask_record_cb (KringWindow *self, const char *what, double x, double y)
{
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  g_autoptr (GPtrArray) ids = kring_interaction_dup_targets (kring_canvas_get_interaction (canvas));
  GdkRectangle at = { x, y, 1, 1 };

  if (g_str_equal (what, "signals"))
    show_signals (self);
  else if (g_str_equal (what, "statement"))
    ask_statement (self, &at, ids);
  else if (g_str_equal (what, "questions"))
    show_questions (self);
  else if (g_str_equal (what, "question"))
    ask_question (self, &at, ids);
  else if (g_str_equal (what, "signal") || g_str_equal (what, "protective"))
    ask_signal (self, &at, ids, g_str_equal (what, "protective"));
}

/* Enough of it is back on the map to open a box about it: with what was only just added, the words
 * took that back. */
static gboolean
bring_back (KringWindow *self, const KringUnnoted *draft)
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
show_on_map (KringWindow *self, const KringUnnoted *draft, gboolean fresh)
{
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  KringInteraction *interaction = kring_canvas_get_interaction (canvas);
  g_autoptr (GPtrArray) ids = g_ptr_array_ref (draft->ids);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "map");
  if (draft->box == KRING_DRAFT_TIE)
    kring_interaction_ask_tie (interaction, ids->pdata[0], ids->pdata[1]);
  else if (fresh)
    kring_interaction_ask_first_name (interaction, ids->pdata[0]);
  else
    kring_interaction_ask_name (interaction, ids->pdata[0]);
}

/* A new name for a kept view is no field of what is on the map. */
static gboolean
is_about_view (KringWindow *self, const KringUnnoted *draft)
{
  KringItem *item =
      draft->box == KRING_DRAFT_FIELD
          ? kring_map_get_item (kring_session_get_map (self->session), draft->ids->pdata[0])
          : NULL;

  return draft->box == KRING_DRAFT_VIEW || (item != NULL && kring_item_is (item, KRING_KIND_VIEW));
}

static void
window_record_note_field (KringWindow *self, const KringUnnoted *draft)
{
  if (kring_noting_note (self->session, draft, NULL))
    kring_drafts_remove (kring_session_get_drafts (self->session), draft);
}

/*
 * kring_window_show_draft:
 *
 * Opens the box again that it was typed in.
 */
void
kring_window_show_draft (KringWindow *self, const KringUnnoted *draft)
{
  static const char *const records[] = { [KRING_DRAFT_STATEMENT] = "statement",
                                         [KRING_DRAFT_SIGNAL] = "signal",
                                         [KRING_DRAFT_PROTECTIVE] = "protective",
                                         [KRING_DRAFT_QUESTION] = "question" };
  KringSelection *selection = kring_session_get_selection (self->session);
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  KringDraftBox box = draft->box;
  g_autoptr (GPtrArray) ids = kring_unnoted_dup_items (draft);
  gboolean fresh = !kring_unnoted_is_reachable (draft, kring_session_get_map (self->session));

  if (!bring_back (self, draft))
    return;
  if (is_about_view (self, draft))
    {
      if (box == KRING_DRAFT_FIELD)
        window_record_note_field (self, draft);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.filter", NULL);
      return;
    }
  if (box == KRING_DRAFT_EVENT)
    {
      if (!self->show_time)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "time");
      return;
    }
  if (box == KRING_DRAFT_LINE)
    {
      g_object_set (self, "show-names", TRUE, NULL);
      return;
    }
  if (box == KRING_DRAFT_NAME || box == KRING_DRAFT_TIE)
    {
      show_on_map (self, draft, fresh);
      return;
    }
  /* What was typed for several stands in their form again; a cell of a list has gone. */
  if (box == KRING_DRAFT_FIELD && ids->len == 1)
    window_record_note_field (self, draft);
  kring_selection_set_all (selection, ids);
  if (ids->len > 0)
    kring_selection_set_focus (selection, ids->pdata[0]);
  if (box <= KRING_DRAFT_QUESTION)
    kring_interaction_ask_record (kring_canvas_get_interaction (canvas), records[box]);
  else if (ids->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.view", "s", "actions");
  else
    g_object_set (self, "show-details", TRUE, NULL);
}

/* What asks for an event on a line of time, if there is one. */
static GtkWidget *
get_event_card (GtkWidget *strip)
{
  return strip != NULL ? kring_time_strip_get_popover (KRING_TIME_STRIP (strip)) : NULL;
}

/*
 * kring_window_close_cards:
 *
 * Closes the card that is open, before the window asks something or goes: what stands on it is kept.
 */
void
kring_window_close_cards (KringWindow *self)
{
  GtkWidget *const cards[] = { self->record.signal_popover, self->record.ask_popover,
                               self->record.statement_popover,
                               get_event_card (gtk_revealer_get_child (self->time_revealer)) };

  kring_page_stack_close_cards (self->pages);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (cards[i] != NULL && gtk_widget_get_visible (cards[i]))
      gtk_popover_popdown (GTK_POPOVER (cards[i]));
}

/**
 * kring_window_note_all:
 *
 * Notes what was typed, without asking: for when the program is told to end.
 */
void
kring_window_note_all (KringWindow *self)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  if (self->session == NULL)
    return;
  kring_window_finish_typing (self);
  kring_window_flush_parts (self);
  g_ptr_array_unref (kring_noting_note_all (self->session));
}

static void
window_record_taken_back_cb (KringWindow *self, const KringUnnoted *draft)
{
  kring_window_show_draft (self, draft);
}

/* Also those of a map that is saved: they are in no file. */
static void
window_record_typed_cb (KringWindow *self, KringDrafts *drafts)
{
  g_autoptr (GVariant) all = kring_drafts_dup_all (drafts);

  if (self->recovery != NULL)
    kring_recovery_set_typed (self->recovery, all);
}

/* What was typed before the program ended, and is in its copies. */
static void
restore_drafts (KringWindow *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  GVariant *typed = kring_recovery_get_typed (self->recovery);

  if (typed != NULL)
    kring_drafts_restore (drafts, typed);
  g_signal_connect_object (drafts, "typed", G_CALLBACK (window_record_typed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* (transfer container) (element-type KringUnnoted): those that have a place, or those that have none. */
static GPtrArray *
dup_drafts (KringWindow *self, gboolean placed)
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
show_placed (KringWindow *self)
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
  kring_window_show_draft (self, placed->pdata[0]);
  kring_window_add_toast (self, text, TOAST_SECONDS);
}

static void
copy_lost (KringWindow *self)
{
  g_autoptr (GPtrArray) lost = dup_drafts (self, FALSE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lost->len; i++)
    {
      g_autofree char *whole =
          kring_unnoted_dup_whole (lost->pdata[i], kring_session_get_map (self->session));

      g_string_append_printf (text, "%s\n\n", whole);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  g_string_free (text, TRUE);
}

static void
lost_response_cb (AdwMessageDialog *dialog, const char *response, KringWindow *self)
{
  /* It may outlive the window: GTK would not see that one go. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  if (g_str_equal (response, "copy"))
    copy_lost (self);
  show_placed (self);
}

/* What is not back, and where it is. */
static char *
dup_lost_body (KringWindow *self, GPtrArray *lost)
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
tell_lost (KringWindow *self, GPtrArray *lost)
{
  g_autofree char *body = dup_lost_body (self, lost);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("Not all that was typed is back in its place"), body);

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
show_restored_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  KringWindow *self = KRING_WINDOW (widget);
  g_autoptr (GPtrArray) lost = NULL;

  if (gtk_widget_get_width (GTK_WIDGET (kring_map_page_get_canvas (self->map_page))) == 0)
    return G_SOURCE_CONTINUE;
  lost = dup_drafts (self, FALSE);
  if (lost->len > 0 || kring_recovery_get_unread (self->recovery) != NULL)
    tell_lost (self, lost);
  else
    show_placed (self);
  return G_SOURCE_REMOVE;
}

/**
 * kring_window_show_restored:
 *
 * Opens the box again that was typed in before the program ended, once the map is seen, and says
 * how many there are. Before that it says what is not back.
 */
void
kring_window_show_restored (KringWindow *self)
{
  g_return_if_fail (KRING_IS_WINDOW (self));

  if (kring_drafts_get_size (kring_session_get_drafts (self->session)) > 0 ||
      kring_recovery_get_unread (self->recovery) != NULL)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), show_restored_cb, NULL, NULL);
}

/*
 * kring_window_add_record:
 *
 * Makes what writes things down, once there is a map.
 */
void
kring_window_add_record (KringWindow *self)
{
  KringCanvas *canvas = kring_map_page_get_canvas (self->map_page);
  KringInspector *inspector = KRING_INSPECTOR (adw_bin_get_child (self->inspector_bin));

  restore_drafts (self);
  g_signal_connect_object (kring_canvas_get_interaction (canvas), "ask-record",
                           G_CALLBACK (ask_record_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (self->session), "taken-back",
                           G_CALLBACK (window_record_taken_back_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (self->session), "changed",
                           G_CALLBACK (kring_window_update_actions), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->toasts))),
                              kring_reminder_bar_new (self->session),
                              gtk_widget_get_prev_sibling (GTK_WIDGET (self->toasts)));
  self->record.signal_section =
      kring_signal_section_new (self->session, kring_window_get_shelf (self));
  self->record.task_section = kring_task_section_new (self->session);
  kring_inspector_add_section (inspector, KRING_SECTION (self->record.signal_section));
  kring_inspector_add_section (inspector,
                               KRING_SECTION (kring_statement_section_new (self->session)));
  kring_inspector_add_section_below (inspector, KRING_SECTION (self->record.task_section));
}

static void
let_go (GtkWidget **popover)
{
  if (*popover != NULL && gtk_widget_get_parent (*popover) != NULL)
    gtk_widget_unparent (*popover);
  g_clear_object (popover);
}

/*
 * kring_window_remove_record:
 *
 * Lets go of what stands over the window instead of in it.
 */
void
kring_window_remove_record (KringWindow *self)
{
  let_go (&self->record.signal_popover);
  let_go (&self->record.ask_popover);
  let_go (&self->record.statement_popover);
}
