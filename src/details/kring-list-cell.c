/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details/kring-list-cell.h"

#include "core/kring-date.h"
#include "core/kring-describe.h"
#include "details/kring-choice-picker.h"
#include "details/kring-item-preview.h"
#include "details/kring-words.h"
#include "spoken/kring-spoken.h"
#include "edit/kring-commands.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIGN_WIDTH 44
#define SIGN_HEIGHT 28

typedef struct
{
  const char *title;
  int width;          /* in pixels; 0: what the text needs */
  const char *fields; /* (nullable): names of fields, the first that a kind has counts */
} Column;

static const Column columns[] = {
  [KRING_COLUMN_SIGN] = { N_ ("Sign"), 64, NULL },
  [KRING_COLUMN_NAME] = { N_ ("Name"), 220, "name kind" },
  [KRING_COLUMN_KIND] = { N_ ("Kind"), 110, NULL },
  [KRING_COLUMN_DETAILS] = { N_ ("Role or details"), 220,
                             "role function address plate number handle when since text "
                             "description type" },
  [KRING_COLUMN_CERTAINTY] = { N_ ("Certainty"), 120, "certainty" },
  [KRING_COLUMN_PARTY] = { N_ ("Brought in by"), 120, "party" },
  [KRING_COLUMN_SIGNALS] = { N_ ("Signals"), 210, NULL },
  [KRING_COLUMN_TIES] = { N_ ("Ties"), 70, NULL },
  [KRING_COLUMN_RING] = { N_ ("Ring"), 250, "ring" },
  [KRING_COLUMN_AUDIENCE] = { N_ ("Sharing"), 150, "audience" },
  [KRING_COLUMN_RECORDED] = { N_ ("Recorded"), 120, "recorded" },
};

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

/**
 * kring_column_get_title:
 *
 * Returns: (transfer none): what stands above the column
 */
const char *
kring_column_get_title (KringColumnId column)
{
  return _ (columns[column].title);
}

/**
 * kring_column_get_width:
 *
 * Returns: how wide the column is at first, in pixels
 */
int
kring_column_get_width (KringColumnId column)
{
  return columns[column].width;
}

/* (nullable): the field of @item that the column shows and edits. */
static const KringField *
get_field (KringColumnId column, KringItem *item)
{
  g_auto (GStrv) names = NULL;

  if (columns[column].fields == NULL)
    return NULL;
  names = g_strsplit (columns[column].fields, " ", -1);
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KringField *field = kring_kind_find_field (kring_item_get_kind (item), names[i]);

      if (field != NULL)
        return field;
    }
  return NULL;
}

static char *
dup_field_text (KringItem *item, const KringField *field)
{
  const char *text;
  int choice;

  if (field == NULL)
    return g_strdup ("");
  if (field->type == KRING_FIELD_CHOICE)
    {
      choice = kring_item_get_choice (item, field->name);
      return g_strdup (choice >= 0 ? kring_field_get_choice_label (field, choice) : "");
    }
  text = kring_item_get_text (item, field->name);
  if (text == NULL)
    return g_strdup ("");
  return field->type == KRING_FIELD_DATE ? kring_date_format_string (text)
                                         : g_strdelimit (g_strdup (text), "\n", ' ');
}

/* Beside that of the professionals stands that of the young person, once there is one. */
static char *
dup_ring_text (KringMap *map, KringItem *item)
{
  const KringField *field = get_field (KRING_COLUMN_RING, item);
  char *both = kring_map_dup_both_rings (map, item);

  if (both != NULL)
    return both;
  if (field == NULL || kring_item_get_choice (item, "ring") == KRING_RING_NONE)
    return g_strdup ("");
  return g_strdup (kring_map_get_ring_name (map, (KringRing) kring_item_get_choice (item, "ring")));
}

/**
 * kring_column_dup_text:
 *
 * Returns: (transfer full): what the column says about @item, in one line
 */
char *
kring_column_dup_text (KringColumnId column, KringItemList *list, KringItem *item)
{
  switch (column)
    {
    case KRING_COLUMN_NAME:
      return kring_map_dup_title (kring_item_list_get_map (list), item);
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      return g_strdup (kring_kind_get_label (kring_item_get_kind (item)));
    case KRING_COLUMN_SIGNALS:
      return kring_known_dup_words (kring_item_list_get_known (list, item), TRUE);
    case KRING_COLUMN_TIES:
      return kring_item_get_kind (item)->group == KRING_GROUP_ENTITY
                 ? g_strdup_printf ("%u", kring_item_list_count_ties (list, item))
                 : g_strdup ("");
    case KRING_COLUMN_RING:
      return dup_ring_text (kring_item_list_get_map (list), item);
    default:
      if (column == KRING_COLUMN_CERTAINTY && !kring_item_says_certainty (item))
        return g_strdup ("");
      return dup_field_text (item, get_field (column, item));
    }
}

/* Choices go by their place in the table, dates by time, numbers by size, the rest by alphabet. */
static gboolean
get_rank (KringColumnId column, KringItemList *list, KringItem *item, gint64 *rank)
{
  KringDate date;
  const char *text;

  switch (column)
    {
    case KRING_COLUMN_CERTAINTY:
    case KRING_COLUMN_PARTY:
    case KRING_COLUMN_AUDIENCE:
      *rank = kring_item_get_choice (item, columns[column].fields);
      return TRUE;
    case KRING_COLUMN_KIND:
    case KRING_COLUMN_SIGN:
      *rank = kring_item_get_kind (item)->id;
      return TRUE;
    case KRING_COLUMN_TIES:
      *rank = kring_item_list_count_ties (list, item);
      return TRUE;
    case KRING_COLUMN_RING:
      *rank = kring_item_is (item, KRING_KIND_PERSON) ? kring_item_get_choice (item, "ring")
                                                      : KRING_RING_FAR + 1;
      return TRUE;
    case KRING_COLUMN_RECORDED:
      text = kring_item_get_text (item, "recorded");
      *rank = text != NULL && kring_date_parse (text, &date)
                  ? kring_moment_first_minute (date.start)
                  : G_MININT64;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * kring_column_compare:
 *
 * Returns: which of both comes first when the list is sorted by @column: negative, 0 or positive
 */
int
kring_column_compare (KringColumnId column, KringItemList *list, KringItem *a, KringItem *b)
{
  g_autofree char *first = NULL, *second = NULL;
  gint64 rank_a, rank_b;

  if (get_rank (column, list, a, &rank_a) && get_rank (column, list, b, &rank_b))
    return rank_a < rank_b ? -1 : rank_a > rank_b;
  first = kring_column_dup_text (column, list, a);
  second = kring_column_dup_text (column, list, b);
  return g_utf8_collate (first, second);
}

static void
refresh (KringListCell *self)
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

static void
write_text (KringListCell *self)
{
  const KringField *field = get_field (self->column, self->item);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  kring_edit_set_one (kring_session_get_editor (self->session), kring_item_get_id (self->item),
                      field->name, g_variant_new_string (g_strstrip (text)), NULL);
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

/* What was typed about an item, on its way to the map. */
typedef struct
{
  KringListCell *cell; /* (owned) */
  char *id;            /* (owned) */
  const char *field;
  char *text; /* (owned) */
} Typed;

static void
typed_free (Typed *typed)
{
  g_object_unref (typed->cell);
  g_free (typed->id);
  g_free (typed->text);
  g_free (typed);
}

static gboolean
write_cb (gpointer data)
{
  Typed *typed = data;

  if (typed->cell->session != NULL)
    kring_edit_set_one (kring_session_get_editor (typed->cell->session), typed->id, typed->field,
                        g_variant_new_string (g_strstrip (typed->text)), NULL);
  return G_SOURCE_REMOVE;
}

/* The cell is about to show another item, in the middle of the work of the list. */
static void
write_soon (KringListCell *self)
{
  Typed *typed = g_new0 (Typed, 1);

  typed->cell = g_object_ref (self);
  typed->id = g_strdup (kring_item_get_id (self->item));
  typed->field = get_field (self->column, self->item)->name;
  typed->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_idle_add_full (G_PRIORITY_HIGH, write_cb, typed, (GDestroyNotify) typed_free);
}

static gboolean
close_cb (gpointer data)
{
  g_autoptr (KringListCell) self = g_object_ref (data);

  self->closing = 0;
  if (!self->dropped && self->item != NULL)
    write_text (self);
  close_text (self);
  return G_SOURCE_REMOVE;
}

/* At once, but not now: GTK is still busy with the text while the keyboard moves. */
static void
leave_cb (KringListCell *self)
{
  if (self->closing == 0 && self->text != NULL)
    self->closing = g_idle_add_full (G_PRIORITY_HIGH, close_cb, self, NULL);
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
activate_cb (KringListCell *self)
{
  go_back_to_row (self);
}

/* What was typed in place of what stood there can be taken back. */
static void
throw_away (KringListCell *self)
{
  KringDrafts *drafts = kring_session_get_drafts (self->session);
  const KringField *field = get_field (self->column, self->item);
  const char *value = kring_item_get_text (self->item, field->name);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  self->dropped = TRUE;
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (self->item));
  g_ptr_array_add (ids, (gpointer) field->name);
  if (g_strcmp0 (typed, value) != 0)
    kring_drafts_keep_text (drafts, KRING_DRAFT_FIELD, ids, typed);
  if (kring_drafts_throw_away (drafts, KRING_DRAFT_FIELD, ids))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", _ ("Thrown away"));
}

/* After the input method, which may be composing a letter. */
static gboolean
key_pressed_cb (KringListCell *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  throw_away (self);
  go_back_to_row (self);
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
  g_signal_connect_object (self->text, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_set_visible (self->label, FALSE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->text);
}

static void
chosen_cb (KringListCell *self, int choice)
{
  const KringField *field = get_field (self->column, self->item);

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
  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), picker);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (KringListCell *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  if (n_press != 2 || get_field (self->column, self->item) == NULL)
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

  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (list, "refreshed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
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
  refresh (self);
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
    write_text (self);
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
  const KringField *field = get_field (self->column, self->item);

  if (field == NULL || self->text != NULL)
    return;
  if (kring_field_is_text (field))
    edit_text (self, field);
  else if (kring_choice_picker_is_for (field))
    edit_choice (self, field);
}
