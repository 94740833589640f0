/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/names/kring-name-panel.h"

#include "gtk/names/kring-name-row.h"
#include "gtk/widgets/kring-clipboard.h"
#include "map/facts/kring-describe.h"
#include "map/quickadd/kring-name-list.h"

#include <glib/gi18n.h>

/* A second Enter within this time is the same Enter. */
#define DOUBLE_ENTER_MS 300

/* Of a long list the last lines have a row; so many more come at a time. */
#define ROWS_MAX 200

struct _KringNamePanel
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) (nullable) */
  KringNameList *names;  /* (owned) (nullable), of the session */
  GPtrArray *rows;       /* (element-type KringNameRow), owned by the box */
  guint first;           /* the line of the first row */
  guint n_lines;         /* that there were when the rows were filled */
  guint32 key_time;      /* of the key that is being pressed */
  guint32 last_enter;    /* time of the last Enter, in milliseconds; 0: none */
  gboolean refreshing;   /* rows are being filled, nobody is typing */

  GtkLabel *heading;
  GtkButton *earlier_button;
  GtkBox *list;
  GtkWidget *done_button;
};

enum
{
  DONE,
  TO_MAP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringNamePanel, kring_name_panel, ADW_TYPE_BIN)

static void show_rows (KringNamePanel *self, guint first, guint end);
static void panel_fill_rows (KringNamePanel *self);

static guint
panel_get_end (KringNamePanel *self)
{
  return self->first + self->rows->len;
}

static KringNameRow *
panel_get_row (KringNamePanel *self, guint index)
{
  return g_ptr_array_index (self->rows, index - self->first);
}

static void
show_heading (KringNamePanel *self)
{
  KringItem *centre = kring_map_get_centre (kring_session_get_map (self->session));
  g_autofree char *name = centre != NULL ? kring_item_dup_title (centre) : NULL;
  g_autofree char *heading = NULL;

  /* Translators: the name of the young person at the centre */
  heading = name != NULL ? g_strdup_printf (_ ("Who and what is around %s?"), name)
                         : g_strdup (_ ("Who is it about?"));
  gtk_label_set_text (self->heading, heading);
}

/* As long as it is typed, so that it is not lost with the program. */
static void
keep_row (KringNamePanel *self, KringNameRow *row)
{
  kring_name_row_keep (row, self->names, kring_session_get_drafts (self->session));
}

/* What was typed is kept until the map has it. */
static void
apply_row (KringNamePanel *self, KringNameRow *row)
{
  g_autofree char *text = g_strdup (kring_name_row_get_text (row));

  if (self->names == NULL || self->refreshing)
    return;
  kring_name_row_set_text (row, text);
  kring_name_list_apply_line (self->names, kring_name_row_get_index (row), text);
  keep_row (self, row);
}

static void
panel_show_row (KringNamePanel *self, guint index)
{
  show_rows (self, self->first, MAX (panel_get_end (self), index + 1));
  gtk_widget_set_visible (GTK_WIDGET (panel_get_row (self, index)), TRUE);
}

static void
focus_row (KringNamePanel *self, guint index)
{
  GtkText *entry;

  panel_show_row (self, index);
  entry = kring_name_row_get_entry (panel_get_row (self, index));
  gtk_text_grab_focus_without_selecting (entry);
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  kring_name_row_come_into_view (panel_get_row (self, index));
}

static KringNameRow *
find_focus_row (KringNamePanel *self)
{
  for (guint i = self->first; i < panel_get_end (self); i++)
    if (gtk_widget_has_focus (GTK_WIDGET (kring_name_row_get_entry (panel_get_row (self, i)))))
      return panel_get_row (self, i);
  return NULL;
}

/* What is typed where the keyboard is, or was before the program ended. */
static KringNameRow *
find_typed_row (KringNamePanel *self)
{
  KringNameRow *row = find_focus_row (self);

  if (row != NULL && kring_name_row_is_typed (row))
    return row;
  for (guint i = self->first; i < panel_get_end (self); i++)
    if (kring_name_row_is_typed (panel_get_row (self, i)))
      return panel_get_row (self, i);
  return NULL;
}

static guint
find_first_blank (KringNamePanel *self)
{
  guint index = panel_get_end (self);

  while (index > self->first && kring_name_row_is_blank (panel_get_row (self, index - 1)))
    index--;
  return index;
}

static void
show_earlier (KringNamePanel *self)
{
  g_autofree char *label = g_strdup_printf (
      ngettext ("Show %u earlier line", "Show %u earlier lines", self->first), self->first);

  gtk_button_set_label (self->earlier_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_button), self->first > 0);
}

/* The line with which the rows begin: it moves only when many lines come or go at once. */
static guint
choose_first (KringNamePanel *self, guint n)
{
  if (self->first >= n || n > panel_get_end (self) + ROWS_MAX)
    return n > ROWS_MAX ? n - ROWS_MAX : 0;
  return self->first;
}

/* In its line, or in the first free one where another line took its place. */
static void
give_typed (KringNamePanel *self, const char *typed, guint index, gboolean focused)
{
  if (index < self->first)
    {
      kring_name_list_apply_line (self->names, index, typed);
      return;
    }
  if (focused)
    focus_row (self, index);
  else
    panel_show_row (self, index);
  kring_name_row_type (panel_get_row (self, index), typed);
}

/* The rows as the list has them, and one blank row to go on with. What is typed stays. */
static void
panel_refresh (KringNamePanel *self)
{
  guint n = kring_name_list_get_n_lines (self->names), before = self->n_lines;
  guint first = choose_first (self, n);
  KringNameRow *row = find_typed_row (self);
  gboolean focused = row != NULL && row == find_focus_row (self);
  guint index = row != NULL ? kring_name_row_get_index (row) : 0;
  g_autofree char *typed =
      row != NULL ? kring_name_row_take_typed (row, kring_name_list_get_text (self->names, index))
                  : NULL;

  if (row != NULL)
    keep_row (self, row);
  self->n_lines = n;
  show_rows (self, first, first == self->first ? MAX (panel_get_end (self), n + 1) : n + 1);
  panel_fill_rows (self);
  show_heading (self);
  if (typed != NULL)
    give_typed (self, typed, index < before ? index : find_first_blank (self), focused);
}

/* Puts the cursor in the last of the lines that came. */
static void
go_earlier (KringNamePanel *self)
{
  guint before = self->first, end = panel_get_end (self);
  KringNameRow *row = find_focus_row (self);

  if (row != NULL)
    apply_row (self, row);
  show_rows (self, before > ROWS_MAX ? before - ROWS_MAX : 0, end);
  panel_fill_rows (self);
  focus_row (self, before - 1);
}

static void
panel_changed_cb (KringNameRow *row, GtkText *entry)
{
  KringNamePanel *self =
      KRING_NAME_PANEL (gtk_widget_get_ancestor (GTK_WIDGET (row), KRING_TYPE_NAME_PANEL));

  kring_name_row_show_reading (row, self->names);
  if (!self->refreshing)
    keep_row (self, row);
}

/* By the time of the key, so that a slow machine counts as a fast one does. */
static void
enter_row (KringNameRow *row)
{
  KringNamePanel *self =
      KRING_NAME_PANEL (gtk_widget_get_ancestor (GTK_WIDGET (row), KRING_TYPE_NAME_PANEL));
  guint index = kring_name_row_get_index (row);
  guint32 since = self->key_time - self->last_enter;
  gboolean blank = kring_name_row_is_blank (row);

  if (blank && self->last_enter != 0 && since < DOUBLE_ENTER_MS)
    return;

  self->last_enter = self->key_time;
  if (blank && index >= find_first_blank (self))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  apply_row (self, row);
  focus_row (self, index + 1);
}

static void
focus_changed_cb (GtkText *entry, GParamSpec *pspec, KringNamePanel *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (entry)) && gtk_widget_get_mapped (GTK_WIDGET (entry)))
    apply_row (self,
               KRING_NAME_ROW (gtk_widget_get_ancestor (GTK_WIDGET (entry), KRING_TYPE_NAME_ROW)));
}

static void
go_to_map (KringNamePanel *self, KringNameRow *row)
{
  const char *last;

  apply_row (self, row);
  last = kring_name_list_get_last_id (self->names);
  if (last != NULL)
    kring_selection_select (kring_session_get_selection (self->session), last);
  g_signal_emit (self, signals[TO_MAP], 0);
}

/* A list that is on its way is what one wants to be rid of first. */
static void
escape (KringNamePanel *self)
{
  KringPaste *paste = kring_session_get_paste (self->session);

  if (kring_paste_is_running (paste))
    kring_paste_cancel (paste);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static gboolean
panel_key_pressed_cb (GtkEventControllerKey *controller,
                      guint key,
                      guint code,
                      GdkModifierType state,
                      KringNamePanel *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  KringNameRow *row = KRING_NAME_ROW (gtk_widget_get_ancestor (entry, KRING_TYPE_NAME_ROW));
  guint index = kring_name_row_get_index (row);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;

  if (key == GDK_KEY_Tab)
    go_to_map (self, row);
  else if (key == GDK_KEY_Escape)
    escape (self);
  else if (key == GDK_KEY_Up && index > 0 && index == self->first)
    go_earlier (self);
  else if (key == GDK_KEY_Up && index > 0)
    focus_row (self, index - 1);
  else if (key == GDK_KEY_Down && index < find_first_blank (self))
    focus_row (self, index + 1);
  else
    return FALSE;

  return TRUE;
}

/* When the key came, for what it does afterwards. */
static gboolean
note_time_cb (GtkEventControllerKey *controller,
              guint key,
              guint code,
              GdkModifierType state,
              KringNamePanel *self)
{
  self->key_time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (controller));
  return GDK_EVENT_PROPAGATE;
}

static void
panel_pasted_cb (KringNameRow *row, guint n, const char *said)
{
  KringNamePanel *self =
      KRING_NAME_PANEL (gtk_widget_get_ancestor (GTK_WIDGET (row), KRING_TYPE_NAME_PANEL));

  if (self == NULL || self->names == NULL)
    return;
  if (n > 0 && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL &&
      (find_focus_row (self) == NULL || !kring_name_row_is_typed (find_focus_row (self))))
    focus_row (self, find_first_blank (self));
  if (said != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", said);
}

static void
insert_pasted (GtkWidget *row, const char *text)
{
  KringNamePanel *self = KRING_NAME_PANEL (gtk_widget_get_ancestor (row, KRING_TYPE_NAME_PANEL));

  kring_name_row_insert (KRING_NAME_ROW (row), self->names, kring_session_get_paste (self->session),
                         text);
}

static void
paste_cb (GtkText *entry)
{
  g_signal_stop_emission_by_name (entry, "paste-clipboard");
  kring_clipboard_read_names (gtk_widget_get_ancestor (GTK_WIDGET (entry), KRING_TYPE_NAME_ROW),
                              insert_pasted);
}

static void
panel_add_row (KringNamePanel *self)
{
  KringNameRow *row = KRING_NAME_ROW (kring_name_row_new (panel_get_end (self)));
  GtkText *entry = kring_name_row_get_entry (row);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *clock = gtk_event_controller_key_new ();

  /* After the input method, which may be composing a letter; only the time is told before. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (panel_key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_event_controller_set_propagation_phase (clock, GTK_PHASE_CAPTURE);
  g_signal_connect_object (clock, "key-pressed", G_CALLBACK (note_time_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), clock);
  g_signal_connect_object (entry, "activate", G_CALLBACK (enter_row), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (panel_changed_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect (row, "pasted", G_CALLBACK (panel_pasted_cb), NULL);
  g_signal_connect (entry, "paste-clipboard", G_CALLBACK (paste_cb), NULL);
  g_signal_connect_object (entry, "notify::has-focus", G_CALLBACK (focus_changed_cb), self, 0);
  g_ptr_array_add (self->rows, row);
  gtk_box_append (self->list, GTK_WIDGET (row));
}

static void
remove_row (KringNamePanel *self)
{
  gtk_box_remove (self->list, g_ptr_array_steal_index (self->rows, self->rows->len - 1));
}

/* Gives every line from @first to before @end a row. */
static void
show_rows (KringNamePanel *self, guint first, guint end)
{
  self->refreshing = TRUE;
  self->first = first;
  while (panel_get_end (self) < end)
    panel_add_row (self);
  while (panel_get_end (self) > end && self->rows->len > ROWS_MAX)
    remove_row (self);
  self->refreshing = FALSE;
}

/* Each row as the list has its line. */
static void
panel_fill_rows (KringNamePanel *self)
{
  guint n = kring_name_list_get_n_lines (self->names);

  self->refreshing = TRUE;
  for (guint i = self->first; i < panel_get_end (self); i++)
    {
      KringNameRow *row = panel_get_row (self, i);

      if (kring_name_row_get_index (row) != i)
        kring_name_row_set_index (row, i);
      kring_name_row_set_text (row, kring_name_list_get_text (self->names, i));
      gtk_widget_set_visible (GTK_WIDGET (row), i <= n);
    }
  self->refreshing = FALSE;
  show_earlier (self);
}

static void
done_clicked_cb (KringNamePanel *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
kring_name_panel_dispose (GObject *object)
{
  KringNamePanel *self = KRING_NAME_PANEL (object);

  g_clear_object (&self->names);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_name_panel_parent_class)->dispose (object);
}

static void
kring_name_panel_finalize (GObject *object)
{
  g_ptr_array_unref (KRING_NAME_PANEL (object)->rows);
  G_OBJECT_CLASS (kring_name_panel_parent_class)->finalize (object);
}

static void
kring_name_panel_class_init (KringNamePanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = kring_name_panel_dispose;
  object_class->finalize = kring_name_panel_finalize;

  signals[DONE] = g_signal_new ("done", KRING_TYPE_NAME_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  signals[TO_MAP] = g_signal_new ("to-map", KRING_TYPE_NAME_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-name-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, KringNamePanel, heading);
  gtk_widget_class_bind_template_child (widget_class, KringNamePanel, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, KringNamePanel, list);
  gtk_widget_class_bind_template_child (widget_class, KringNamePanel, done_button);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_earlier);
}

static void
kring_name_panel_init (KringNamePanel *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * kring_name_panel_new:
 *
 * Returns: (transfer floating): a panel without a session
 */
GtkWidget *
kring_name_panel_new (void)
{
  return g_object_new (KRING_TYPE_NAME_PANEL, NULL);
}

/* What was typed before the program ended stands in its line again. First all lines are there. */
static void
show_kept (KringNamePanel *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  KringMap *map = kring_session_get_map (self->session);

  for (guint step = 0; step < 2; step++)
    for (guint i = 0; i < kring_drafts_get_size (drafts); i++)
      {
        const KringUnnoted *draft = kring_drafts_get_draft (drafts, i);
        g_autofree char *text = g_strdup (kring_unnoted_get_text (draft));
        guint index;

        if (draft->box != KRING_DRAFT_LINE || !kring_unnoted_is_reachable (draft, map))
          continue;
        index = kring_unnoted_recall (draft, self->names);
        if (step == 1)
          give_typed (self, text, index, FALSE);
      }
}

/**
 * kring_name_panel_set_session:
 * @session: whose map the lines go to; may be set once
 */
void
kring_name_panel_set_session (KringNamePanel *self, KringSession *session)
{
  g_return_if_fail (KRING_IS_NAME_PANEL (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  self->names = kring_name_list_new (kring_session_get_editor (session));
  g_signal_connect_object (self->names, "changed", G_CALLBACK (panel_refresh), self,
                           G_CONNECT_SWAPPED);
  panel_refresh (self);
  show_kept (self);
}

/**
 * kring_name_panel_begin:
 *
 * Puts the cursor in the line that is typed and not entered, else in the first free one.
 */
void
kring_name_panel_begin (KringNamePanel *self)
{
  KringNameRow *row;

  g_return_if_fail (KRING_IS_NAME_PANEL (self));

  row = find_typed_row (self);
  focus_row (self, row != NULL ? kring_name_row_get_index (row) : find_first_blank (self));
}

/**
 * kring_name_panel_finish:
 *
 * Enters what is still being typed; @leaving: and whom lines name who have none of their own.
 */
void
kring_name_panel_finish (KringNamePanel *self, gboolean leaving)
{
  KringNameRow *row;

  g_return_if_fail (KRING_IS_NAME_PANEL (self));

  row = find_typed_row (self);
  if (row != NULL)
    apply_row (self, row);
  if (leaving && self->names != NULL)
    kring_name_list_settle (self->names);
}

/**
 * kring_name_panel_take_back:
 *
 * Takes back what was typed last: the line that is not entered yet, else the last one that was.
 *
 * Returns: %FALSE if the keyboard is elsewhere, or the last thing was not done here
 */
gboolean
kring_name_panel_take_back (KringNamePanel *self)
{
  KringNameRow *row;
  const char *entered;

  g_return_val_if_fail (KRING_IS_NAME_PANEL (self), FALSE);

  row = find_focus_row (self);
  if (row == NULL || self->names == NULL)
    return FALSE;

  entered = kring_name_list_get_text (self->names, kring_name_row_get_index (row));
  if (g_strcmp0 (entered, kring_name_row_get_text (row)) != 0)
    {
      KringHistory *history = kring_session_get_history (self->session);
      guint64 before = kring_history_get_revision (history);

      /* Entered first, so that redo brings it back. What is no line, or no other, enters nothing. */
      apply_row (self, row);
      if (kring_history_get_revision (history) == before)
        kring_name_row_set_text (row, entered);
      else
        kring_name_list_take_back (self->names);
      return TRUE;
    }
  if (!kring_name_list_take_back (self->names))
    return FALSE;

  focus_row (self, find_first_blank (self));
  return TRUE;
}
