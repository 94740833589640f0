/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-list-cell.h"

#include "gtk/widgets/kring-choice-picker.h"
#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-spoken.h"
#include "gtk/widgets/kring-words.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIGN_WIDTH 44
#define SIGN_HEIGHT 28

struct _KringListCell
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  KringItemList *list;   /* (owned) */
  KringColumnId column;
  KringItem *item;    /* (owned) (nullable) */
  GtkWidget *label;   /* (owned) (nullable): all but the sign */
  GtkWidget *sign;    /* (owned) (nullable) */
  GtkWidget *text;    /* (owned) (nullable): while a text is edited */
  GtkWidget *popover; /* (owned) (nullable): while a choice is made */
  gboolean dropped;   /* what was typed is not wanted */
  guint closing;      /* the text is on its way out */
};

G_DEFINE_FINAL_TYPE (KringListCell, kring_list_cell, GTK_TYPE_WIDGET)

static void
list_cell_refresh (KringListCell *self)
{
  g_autofree char *text = NULL;

  if (self->item == NULL)
    return;
  if (self->sign != NULL)
    {
      kring_item_preview_show_item (KRING_ITEM_PREVIEW (self->sign), self->item);
      kring_spoken_name_cell (GTK_WIDGET (self), kring_column_get_title (self->column),
                              kring_kind_get_label (kring_item_get_kind (self->item)));
      return;
    }
  if (self->column == KRING_COLUMN_NAME)
    kring_words_strike (GTK_LABEL (self->label),
                        kring_item_get_certainty (self->item) == KRING_CERTAINTY_REFUTED);
  text = kring_column_dup_text (self->column, self->list, self->item);
  kring_spoken_name_cell (GTK_WIDGET (self), kring_column_get_title (self->column), text);
  if (strcmp (text, gtk_label_get_label (GTK_LABEL (self->label))) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

/* What was typed about an item, on its way to the map. */
typedef struct
{
  KringSession *session; /* (owned) */
  const char *id, *field;
  char *text; /* (owned) */
} Typed;

static Typed *
typed_new (KringListCell *self)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->session = g_object_ref (self->session);
  typed->id = kring_item_get_id (self->item);
  typed->field = kring_column_get_field (self->column, self->item)->name;
  typed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  return typed;
}

static void
typed_free (Typed *typed)
{
  g_object_unref (typed->session);
  g_free (typed->text);
  g_free (typed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Typed, typed_free)

/* (transfer container) (element-type utf8): what its draft is about. */
static GPtrArray *
typed_dup_ids (const Typed *typed)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) typed->id);
  g_ptr_array_add (ids, (gpointer) typed->field);
  return ids;
}

/* As long as it is typed, so that it is not lost with the program. */
static void
list_cell_changed_cb (KringListCell *self)
{
  g_autoptr (Typed) typed = self->item != NULL ? typed_new (self) : NULL;
  g_autoptr (GPtrArray) ids = typed != NULL ? typed_dup_ids (typed) : NULL;

  if (typed != NULL)
    kring_drafts_keep_text (kring_session_get_drafts (self->session), KRING_DRAFT_FIELD, ids,
                            typed->text);
}

static gboolean
list_cell_write_cb (gpointer data)
{
  Typed *typed = data;
  g_autoptr (GPtrArray) ids = typed_dup_ids (typed);

  kring_edit_set_one (kring_session_get_editor (typed->session), typed->id, typed->field,
                      g_variant_new_string (g_strstrip (typed->text)), NULL);
  kring_drafts_keep (kring_session_get_drafts (typed->session), KRING_DRAFT_FIELD, ids, NULL);
  return G_SOURCE_REMOVE;
}

static void
list_cell_write_text (KringListCell *self)
{
  g_autoptr (Typed) typed = typed_new (self);

  list_cell_write_cb (typed);
}

/* The cell is about to show another item, in the middle of the work of the list. */
static void
write_soon (KringListCell *self)
{
  g_idle_add_full (G_PRIORITY_HIGH, list_cell_write_cb, typed_new (self),
                   (GDestroyNotify) typed_free);
}

static void
close_text (KringListCell *self)
{
  g_clear_handle_id (&self->closing, g_source_remove);
  if (self->text == NULL)
    return;
  g_clear_pointer (&self->text, gtk_widget_unparent);
  gtk_widget_set_visible (self->label, TRUE);
}

static gboolean
list_cell_close_cb (gpointer data)
{
  g_autoptr (KringListCell) self = g_object_ref (data);

  self->closing = 0;
  if (!self->dropped && self->item != NULL)
    list_cell_write_text (self);
  close_text (self);
  return G_SOURCE_REMOVE;
}

/* At once, but not now: GTK is still busy with the text while the keyboard moves. */
static void
list_cell_leave_cb (KringListCell *self)
{
  if (self->closing == 0 && self->text != NULL)
    self->closing = g_idle_add_full (G_PRIORITY_HIGH, list_cell_close_cb, self, NULL);
}

/* The keyboard goes to the row; rows would rather give it to what stands in them. */
static void
go_back_to_row (KringListCell *self)
{
  GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->text))),
                            FALSE);
  while (widget != NULL && !gtk_widget_grab_focus (widget))
    widget = gtk_widget_get_parent (widget);
}

static void
list_cell_activate_cb (KringListCell *self)
{
  go_back_to_row (self);
}

/* What was typed in place of what stood there can be taken back. */
static gboolean
list_cell_throw_away (KringListCell *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  g_autoptr (Typed) typed = typed_new (self);
  g_autoptr (GPtrArray) ids = typed_dup_ids (typed);

  self->dropped = TRUE;
  if (g_strcmp0 (typed->text, kring_item_get_text (self->item, typed->field)) == 0)
    kring_drafts_keep (drafts, KRING_DRAFT_FIELD, ids, NULL);
  return kring_drafts_throw_away (drafts, KRING_DRAFT_FIELD, ids);
}

/* After the input method, which may be composing a letter. */
static gboolean
list_cell_key_pressed_cb (KringListCell *self, guint key)
{
  gboolean thrown;

  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  thrown = list_cell_throw_away (self);
  go_back_to_row (self);
  /* What has the keyboard now tells it to a screen reader. */
  if (thrown)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Thrown away"));
  return GDK_EVENT_STOP;
}

static void
edit_text (KringListCell *self, const KringField *field)
{
  const char *value = kring_item_get_text (self->item, field->name);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->dropped = FALSE;
  /* A GtkText alone is not there for assistive technology. */
  self->text = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->text), value != NULL ? value : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kring_field_get_label (field), -1);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (list_cell_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (list_cell_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (list_cell_leave_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (list_cell_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->text);
}

static void
list_cell_chosen_cb (KringListCell *self, int choice)
{
  const KringField *field = kring_column_get_field (self->column, self->item);

  kring_edit_set_one (
      kring_session_get_editor (self->session), kring_item_get_id (self->item), field->name,
      choice >= 0 ? g_variant_new_string (field->choices[choice].name) : NULL, NULL);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
edit_choice (KringListCell *self, const KringField *field)
{
  GtkWidget *picker =
      kring_choice_picker_new (self->session, kring_item_get_kind (self->item), field);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  kring_choice_picker_set_choice (KRING_CHOICE_PICKER (picker),
                                  kring_item_get_choice (self->item, field->name));
  g_signal_connect_object (picker, "chosen", G_CALLBACK (list_cell_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), picker);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
list_cell_pressed_cb (
    KringListCell *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (n_press != 2 || kring_column_get_field (self->column, self->item) == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  kring_list_cell_edit (self);
}

static void
kring_list_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  KringListCell *self = KRING_LIST_CELL (widget);
  GtkWidget *child = self->sign != NULL   ? self->sign
                     : self->text != NULL ? self->text
                                          : self->label;

  gtk_widget_allocate (child, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
kring_list_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  KringListCell *self = KRING_LIST_CELL (widget);
  GtkWidget *child = self->sign != NULL   ? self->sign
                     : self->text != NULL ? self->text
                                          : self->label;

  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
kring_list_cell_dispose (GObject *object)
{
  KringListCell *self = KRING_LIST_CELL (object);

  g_clear_handle_id (&self->closing, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->list);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_list_cell_parent_class)->dispose (object);
}

static void
kring_list_cell_class_init (KringListCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_list_cell_dispose;
  widget_class->size_allocate = kring_list_cell_size_allocate;
  widget_class->measure = kring_list_cell_measure;
  gtk_widget_class_set_css_name (widget_class, "listcell");
}

static void
kring_list_cell_init (KringListCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "pressed", G_CALLBACK (list_cell_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * kring_list_cell_new: (constructor)
 *
 * Returns: (transfer floating): an empty cell of @column
 */
GtkWidget *
kring_list_cell_new (KringSession *session, KringItemList *list, KringColumnId column)
{
  KringListCell *self = g_object_new (KRING_TYPE_LIST_CELL, NULL);

  self->session = g_object_ref (session);
  self->list = g_object_ref (list);
  self->column = column;
  if (column == KRING_COLUMN_SIGN)
    {
      self->sign = kring_item_preview_new (session, SIGN_WIDTH, SIGN_HEIGHT);
      gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
    }
  else
    {
      self->label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->label), column == KRING_COLUMN_TIES ? 1 : 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_parent (self->label, GTK_WIDGET (self));
    }
  g_signal_connect_object (list, "updated", G_CALLBACK (list_cell_refresh), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_list_cell_set_item:
 * @item: (nullable): what the cell is about
 */
void
kring_list_cell_set_item (KringListCell *self, KringItem *item)
{
  if (item != self->item)
    {
      if (self->text != NULL && !self->dropped && self->item != NULL)
        write_soon (self);
      close_text (self);
    }
  g_set_object (&self->item, item);
  list_cell_refresh (self);
}

/**
 * kring_list_cell_flush:
 *
 * Writes what is being typed in it; for whoever is about to save or close.
 */
void
kring_list_cell_flush (KringListCell *self)
{
  if (self->text != NULL && !self->dropped && self->item != NULL)
    list_cell_write_text (self);
}

/**
 * kring_list_cell_get_item:
 *
 * Returns: (transfer none) (nullable): what the cell is about
 */
KringItem *
kring_list_cell_get_item (KringListCell *self)
{
  return self->item;
}

/**
 * kring_list_cell_get_column:
 *
 * Returns: the column that it stands in
 */
KringColumnId
kring_list_cell_get_column (KringListCell *self)
{
  return self->column;
}

/**
 * kring_list_cell_edit:
 *
 * Lets somebody change what the cell shows, if that is a text or a choice with samples.
 */
void
kring_list_cell_edit (KringListCell *self)
{
  const KringField *field = kring_column_get_field (self->column, self->item);

  if (field == NULL || self->text != NULL)
    return;
  if (kring_field_is_text (field))
    edit_text (self, field);
  else if (kring_choice_picker_is_for (field))
    edit_choice (self, field);
}
