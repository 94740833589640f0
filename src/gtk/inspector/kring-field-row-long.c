/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-field-row-long.h"

#include "gtk/widgets/kring-text-box.h"

#include <string.h>

struct _KringFieldRowLong
{
  KringFieldRow parent_instance;

  GtkWidget *view;
  GtkTextBuffer *buffer; /* (not owned), the view's */
  gboolean showing;      /* the text is being set from the map */
  gboolean dirty;        /* typed, and not yet written */
  gboolean mixed;        /* the items differ: "–" stands for their texts */
};

G_DEFINE_FINAL_TYPE (KringFieldRowLong, kring_field_row_long, KRING_TYPE_FIELD_ROW)

static char *
field_row_long_dup_text (KringFieldRowLong *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
show_text (KringFieldRowLong *self, const char *text)
{
  self->showing = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  self->showing = FALSE;
}

static int
get_caret (KringFieldRowLong *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  return gtk_text_iter_get_offset (&iter);
}

static void
field_row_long_changed_cb (KringFieldRowLong *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  g_autofree char *text = NULL;

  if (self->showing)
    return;
  if (!kring_field_row_types_live (row))
    {
      self->dirty = TRUE;
      kring_field_row_keep_draft (row);
      return;
    }
  text = field_row_long_dup_text (self);
  if (kring_field_row_get_field (row)->type == KRING_FIELD_TEXT)
    g_strdelimit (text, "\n", ' ');
  kring_field_row_type (row, text);
}

static void
enter_cb (KringFieldRowLong *self)
{
  if (self->mixed && !self->dirty)
    show_text (self, "");
}

/* Whether the input method took the key, to end what is being composed. */
static gboolean
field_row_long_is_composing (KringFieldRowLong *self, GtkEventController *keys)
{
  GdkEvent *event = gtk_event_controller_get_current_event (keys);

  return event != NULL &&
         gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->view), event);
}

/* A text of one line may be shown on several, but Enter is not part of it. */
static gboolean
field_row_long_key_pressed_cb (
    KringFieldRowLong *self, guint key, guint code, GdkModifierType state, GtkEventController *keys)
{
  if (kring_field_row_get_field (KRING_FIELD_ROW (self))->type != KRING_FIELD_TEXT ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter))
    return GDK_EVENT_PROPAGATE;
  if (!field_row_long_is_composing (self, keys))
    kring_field_row_flush (KRING_FIELD_ROW (self));
  return GDK_EVENT_STOP;
}

static void
kring_field_row_long_show_value (KringFieldRow *row, GVariant *value, gboolean mixed)
{
  KringFieldRowLong *self = KRING_FIELD_ROW_LONG (row);
  gboolean dashed = mixed && !gtk_widget_has_focus (self->view);
  const char *display = value != NULL ? g_variant_get_string (value, NULL) : dashed ? "–" : "";
  g_autofree char *shown = g_strstrip (field_row_long_dup_text (self));
  g_autofree char *wanted = g_strstrip (g_strdup (display));
  GtkTextIter iter;
  int caret;

  self->mixed = mixed;
  if (self->dirty || strcmp (shown, wanted) == 0)
    return;
  caret = get_caret (self);
  show_text (self, display);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, caret);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
}

static void
kring_field_row_long_flush (KringFieldRow *row)
{
  KringFieldRowLong *self = KRING_FIELD_ROW_LONG (row);

  if (self->dirty)
    {
      g_autofree char *text = field_row_long_dup_text (self);

      self->dirty = !kring_field_row_commit (row, g_variant_new_string (text));
    }
  if (kring_field_row_types_live (row))
    kring_history_close (kring_session_get_history (kring_field_row_get_session (row)));
  kring_field_row_refresh (row);
}

static char *
kring_field_row_long_dup_draft (KringFieldRow *row)
{
  KringFieldRowLong *self = KRING_FIELD_ROW_LONG (row);

  return self->dirty ? field_row_long_dup_text (self) : NULL;
}

static void
kring_field_row_long_set_draft (KringFieldRow *row, const char *draft)
{
  KringFieldRowLong *self = KRING_FIELD_ROW_LONG (row);

  self->dirty = FALSE;
  if (draft != NULL)
    gtk_text_buffer_set_text (self->buffer, draft, -1);
}

static void
kring_field_row_long_class_init (KringFieldRowLongClass *klass)
{
  KringFieldRowClass *row_class = KRING_FIELD_ROW_CLASS (klass);

  row_class->show_value = kring_field_row_long_show_value;
  row_class->flush = kring_field_row_long_flush;
  row_class->dup_draft = kring_field_row_long_dup_draft;
  row_class->set_draft = kring_field_row_long_set_draft;
}

static void
kring_field_row_long_init (KringFieldRowLong *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (field_row_long_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (field_row_long_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (kring_field_row_flush_soon), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  kring_field_row_set_content (KRING_FIELD_ROW (self), kring_text_box_new (self->view), self->view);
}
