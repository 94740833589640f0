/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-draft-line.h"

#include "map/base/kring-id.h"

#include <glib/gi18n-lib.h>

#define KEY "kring-draft-line"

/* What a line keeps its words as; lives as long as the line. */
typedef struct
{
  KringDrafts *drafts; /* (owned) */
  KringDraftBox box;
  GPtrArray *ids; /* (owned) (element-type utf8), interned */
  gboolean filling;
} Line;

static void
draft_line_line_free (Line *self)
{
  g_object_unref (self->drafts);
  g_ptr_array_unref (self->ids);
  g_free (self);
}

static Line *
draft_line_get_line (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY);
}

static void
draft_line_changed_cb (GtkWidget *widget)
{
  Line *self = draft_line_get_line (widget);

  if (!self->filling)
    kring_drafts_keep_text (self->drafts, self->box, self->ids,
                            gtk_editable_get_text (GTK_EDITABLE (widget)));
}

/* What is kept, which others may have noted or brought back. */
static void
draft_line_show (GtkWidget *widget)
{
  Line *self = draft_line_get_line (widget);
  const char *text = kring_drafts_get_text (self->drafts, self->box, self->ids);

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (widget))) == 0)
    return;
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  gtk_editable_set_position (GTK_EDITABLE (widget), -1);
  self->filling = FALSE;
}

static void
draft_line_taken_back_cb (GtkWidget *widget, const KringUnnoted *draft)
{
  Line *self = draft_line_get_line (widget);

  draft_line_show (widget);
  if (draft->box == self->box &&
      draft->words == kring_drafts_get (self->drafts, self->box, self->ids))
    gtk_widget_grab_focus (widget);
}

/* After the input method, which may be composing a letter. */
static gboolean
draft_line_key_pressed_cb (GtkWidget *widget, guint key)
{
  Line *self = draft_line_get_line (widget);

  if (key != GDK_KEY_Escape || !kring_drafts_throw_away (self->drafts, self->box, self->ids))
    return GDK_EVENT_PROPAGATE;
  draft_line_show (widget);
  gtk_widget_activate_action (widget, "win.tell-undo", "s", _ ("Thrown away"));
  return GDK_EVENT_STOP;
}

/**
 * kring_draft_line_follow:
 * @line: an editable; about the whole map until kring_draft_line_set_about()
 * @box: what its words are kept as
 */
void
kring_draft_line_follow (GtkWidget *line, KringSession *session, KringDraftBox box)
{
  Line *self = g_new0 (Line, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->drafts = g_object_ref (kring_session_get_drafts (session));
  self->box = box;
  self->ids = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_id_release);
  g_object_set_data_full (G_OBJECT (line), KEY, self, (GDestroyNotify) draft_line_line_free);
  g_signal_connect (line, "changed", G_CALLBACK (draft_line_changed_cb), NULL);
  g_signal_connect_object (self->drafts, "changed", G_CALLBACK (draft_line_show), line,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drafts, "taken-back", G_CALLBACK (draft_line_taken_back_cb), line,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (draft_line_key_pressed_cb), line,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (line, keys);
}

/**
 * kring_draft_line_set_about:
 * @line: one that kring_draft_line_new () made
 * @id: (nullable): what is added will be about it; %NULL: about the whole map
 *
 * Shows what was typed about it before.
 */
void
kring_draft_line_set_about (GtkWidget *line, const char *id)
{
  Line *self = draft_line_get_line (line);

  g_ptr_array_set_size (self->ids, 0);
  if (id != NULL)
    g_ptr_array_add (self->ids, kring_id_intern (id));
  draft_line_show (line);
}
