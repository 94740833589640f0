/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-item-form.h"

#include "gtk/widgets/kring-choice-picker.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-item-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of the column and of what is behind a row of it. */
#define SPACING 12
/* The mark of who brought it in, in pixels. */
#define MARK_WIDTH 34
#define MARK_HEIGHT 17

struct _KringItemForm
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  KringFormPart part;
  GPtrArray *ids;    /* (owned) (element-type utf8), interned: what is shown */
  GPtrArray *fields; /* (owned) (element-type KringField), what there are rows for */
  GPtrArray *rows;   /* (owned) (element-type KringFieldRow), one each */
  GByteArray *where; /* (owned): of each row, its KringFormPlace */
  GtkWidget *columns[KRING_FORM_N_PLACES];
  GtkWidget *folds[KRING_FORM_N_PLACES]; /* (nullable): what a column is behind */
  GtkWidget *mark;                       /* of who brought it in */
  GtkWidget *card;                       /* (nullable): where plain rows are being added */
  GtkWidget *pair;                       /* (nullable): a line with room for another half picker */
};

G_DEFINE_FINAL_TYPE (KringItemForm, kring_item_form, GTK_TYPE_BOX)

static KringMap *
item_form_get_map (KringItemForm *self)
{
  return kring_session_get_map (self->session);
}

static void
kring_item_form_dispose (GObject *object)
{
  KringItemForm *self = KRING_ITEM_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  G_OBJECT_CLASS (kring_item_form_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
kring_item_form_finalize (GObject *object)
{
  KringItemForm *self = KRING_ITEM_FORM (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->rows);
  g_byte_array_unref (self->where);
  G_OBJECT_CLASS (kring_item_form_parent_class)->finalize (object);
}

static void
kring_item_form_class_init (KringItemFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_item_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_item_form_finalize;
}

static GtkWidget *
new_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
}

static void
kring_item_form_init (KringItemForm *self)
{
  self->ids = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->where = g_byte_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), SPACING);
  for (guint i = 0; i < KRING_FORM_N_PLACES; i++)
    self->columns[i] = new_column ();
  /* Translators: opens the part of a form with fields that are empty. */
  self->folds[KRING_FORM_MORE] =
      kring_fold_new (_ ("More fields…"), self->columns[KRING_FORM_MORE]);
  self->folds[KRING_FORM_ORIGIN] =
      kring_fold_new (_ ("Brought in by"), self->columns[KRING_FORM_ORIGIN]);
  gtk_box_append (GTK_BOX (self), self->columns[KRING_FORM_IN_SIGHT]);
  gtk_box_append (GTK_BOX (self), self->folds[KRING_FORM_ORIGIN]);
  gtk_box_append (GTK_BOX (self), self->folds[KRING_FORM_MORE]);
}

/* (transfer container) (element-type KringItem): what is shown and is still there. */
static GPtrArray *
item_form_dup_items (KringItemForm *self)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < self->ids->len; i++)
    {
      KringItem *item =
          kring_map_get_item (item_form_get_map (self), g_ptr_array_index (self->ids, i));

      if (item != NULL)
        g_ptr_array_add (items, item);
    }
  return items;
}

static gboolean
has_draft (KringItemForm *self, const KringField *field)
{
  g_autoptr (GPtrArray) ids = kring_field_row_dup_draft_ids (self->ids, field);

  return kring_drafts_get (kring_session_get_drafts (self->session), KRING_DRAFT_FIELD, ids) !=
         NULL;
}

/* What was typed and cannot be written is never out of sight. */
static KringFormPlace
item_form_find_place (KringItemForm *self, GPtrArray *items, const KringField *field)
{
  KringFormPlace place = kring_form_find_place (items, field);

  return place == KRING_FORM_MORE && has_draft (self, field) ? KRING_FORM_IN_SIGHT : place;
}

static void
add_plain (KringItemForm *self, GtkWidget *column, GtkWidget *row)
{
  if (self->card == NULL)
    {
      self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_add_css_class (self->card, "card");
      gtk_widget_add_css_class (self->card, "fields");
      gtk_box_append (GTK_BOX (column), self->card);
    }
  self->pair = NULL;
  gtk_box_append (GTK_BOX (self->card), row);
}

static void
add_picker (KringItemForm *self, GtkWidget *column, GtkWidget *row, gboolean half)
{
  self->card = NULL;
  if (!half)
    {
      self->pair = NULL;
      gtk_box_append (GTK_BOX (column), row);
      return;
    }
  gtk_widget_set_hexpand (row, TRUE);
  if (self->pair != NULL)
    {
      gtk_box_append (GTK_BOX (self->pair), row);
      self->pair = NULL;
      return;
    }
  self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (self->pair), row);
  gtk_box_append (GTK_BOX (column), self->pair);
}

static void
item_form_add_row (KringItemForm *self, GtkWidget *column, GtkWidget *row)
{
  const KringField *field = kring_field_row_get_field (KRING_FIELD_ROW (row));

  if (kring_choice_picker_is_for (field))
    add_picker (self, column, row, kring_choice_picker_is_half (field));
  else
    add_plain (self, column, row);
}

/* "Also known as, Role, Notes" */
static char *
dup_labels (KringItemForm *self, KringFormPlace place)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < self->fields->len; i++)
    if (self->where->data[i] == place)
      g_strv_builder_add (builder, kring_field_get_label (g_ptr_array_index (self->fields, i)));
  labels = g_strv_builder_end (builder);
  return g_strjoinv (", ", labels);
}

static void
item_form_show_origin (KringItemForm *self, GPtrArray *items)
{
  g_autofree char *origin = kring_form_dup_origin (items);
  KringItem *first = g_ptr_array_index (items, 0);
  const KringField *party = &kring_item_get_kind (first)->fields[KRING_COMMON_PARTY];
  int side = items->len == 1 ? kring_item_get_choice (first, party->name) : -1;

  kring_fold_set_summary (KRING_FOLD (self->folds[KRING_FORM_ORIGIN]), origin);
  gtk_widget_set_visible (self->mark, side >= 0);
  if (side >= 0)
    kring_item_preview_show_sample (KRING_ITEM_PREVIEW (self->mark), kring_item_get_kind (first),
                                    party, side);
}

static void
show_folds (KringItemForm *self, GPtrArray *items)
{
  g_autofree char *more = dup_labels (self, KRING_FORM_MORE);

  for (guint i = 0; i < KRING_FORM_N_PLACES; i++)
    if (self->folds[i] != NULL)
      gtk_widget_set_visible (self->folds[i],
                              gtk_widget_get_first_child (self->columns[i]) != NULL);
  kring_fold_set_summary (KRING_FOLD (self->folds[KRING_FORM_MORE]), more);
  item_form_show_origin (self, items);
}

static void
empty_column (GtkWidget *column)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (column)) != NULL)
    gtk_box_remove (GTK_BOX (column), child);
}

/* Rows that were there before stay the same, wherever they stand now. */
static void
item_form_arrange (KringItemForm *self)
{
  GtkWidget *focus = kring_focus_find_in (GTK_WIDGET (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_get_parent (row) != NULL)
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
    }
  for (guint place = 0; place < KRING_FORM_N_PLACES; place++)
    {
      empty_column (self->columns[place]);
      self->card = self->pair = NULL;
      for (guint i = 0; i < self->rows->len; i++)
        if (self->where->data[i] == place)
          item_form_add_row (self, self->columns[place], g_ptr_array_index (self->rows, i));
    }
  self->card = self->pair = NULL;
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (focus);
}

/* Puts every row where it belongs by what is filled now, unless all stand there. */
static void
update_places (KringItemForm *self, GPtrArray *items, gboolean anew)
{
  gboolean moved = anew;

  g_byte_array_set_size (self->where, self->fields->len);
  for (guint i = 0; i < self->fields->len; i++)
    {
      KringFormPlace place =
          item_form_find_place (self, items, g_ptr_array_index (self->fields, i));

      if (place == KRING_FORM_ORIGIN && has_draft (self, g_ptr_array_index (self->fields, i)))
        kring_fold_set_open (KRING_FOLD (self->folds[place]), TRUE);
      moved |= self->where->data[i] != place;
      self->where->data[i] = place;
    }
  if (moved)
    item_form_arrange (self);
  show_folds (self, items);
}

static void
build_rows (KringItemForm *self, const KringKind *kind)
{
  for (guint i = 0; i < KRING_FORM_N_PLACES; i++)
    empty_column (self->columns[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const KringField *field = g_ptr_array_index (self->fields, i);
      GtkWidget *row = kring_field_row_new (self->session, kind, field);

      g_ptr_array_add (self->rows, g_object_ref_sink (row));
      /* The row that it is behind has the same caption. */
      if (field == &kind->fields[KRING_COMMON_PARTY])
        kring_field_row_hide_caption (KRING_FIELD_ROW (row));
    }
}

/* Writes what was typed before another item comes; what cannot be written is kept, also where the
 * item is gone. */
static void
item_form_put_away (KringItemForm *self)
{
  g_autoptr (GPtrArray) rows =
      g_ptr_array_copy (self->rows, (GCopyFunc) (void *) g_object_ref, NULL);

  for (guint i = 0; i < rows->len && self->ids->len > 0; i++)
    if (kring_map_get_item (item_form_get_map (self), g_ptr_array_index (self->ids, 0)) != NULL)
      kring_field_row_flush (g_ptr_array_index (rows, i));
    else
      kring_field_row_keep_draft (g_ptr_array_index (rows, i));
}

static void
take_out (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KringFieldRow *row = g_ptr_array_index (self->rows, i);

      kring_field_row_set_draft (row, NULL);
      kring_field_row_set_ids (row, self->ids);
      kring_field_row_show_draft (row);
    }
}

static gboolean
same_fields (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

static gboolean
shows_all_of (KringItemForm *self, GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    if (!g_ptr_array_find (
            self->ids,
            kring_map_get_id (kring_session_get_map (self->session), g_ptr_array_index (ids, i)),
            NULL))
      return FALSE;
  return self->ids->len == ids->len;
}

/* Nobody went elsewhere. */
static void
refresh_rows (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kring_field_row_refresh (g_ptr_array_index (self->rows, i));
}

/**
 * kring_item_form_set_ids:
 * @ids: (element-type utf8): items on the map whose fields are shown, at least one
 *
 * Writes what was still being typed first, unless it shows these already.
 */
void
kring_item_form_set_ids (KringItemForm *self, GPtrArray *ids)
{
  g_autoptr (GPtrArray) fields = NULL, items = NULL;
  const KringKind *kind;
  gboolean same, anew;

  g_return_if_fail (ids->len > 0);

  same = shows_all_of (self, ids);
  if (!same)
    item_form_put_away (self);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, (gpointer) kring_map_get_id (kring_session_get_map (self->session),
                                                             g_ptr_array_index (ids, i)));
  items = item_form_dup_items (self);
  kind = kring_item_get_kind (g_ptr_array_index (items, 0));
  fields = kring_form_dup_fields (items, self->part, kring_session_get_grades (self->session));
  anew = !same_fields (fields, self->fields);
  if (anew)
    {
      g_ptr_array_unref (self->fields);
      self->fields = g_steal_pointer (&fields);
      build_rows (self, kind);
    }
  update_places (self, items, anew);
  gtk_widget_set_visible (GTK_WIDGET (self), self->fields->len > 0);
  if (same && !anew)
    refresh_rows (self);
  else
    take_out (self);
}

/* Nothing moves while somebody is at work in it. */
static void
item_form_map_changed_cb (KringItemForm *self)
{
  g_autoptr (GPtrArray) items = item_form_dup_items (self);

  refresh_rows (self);
  if (items->len == 0)
    return;
  if (kring_focus_find_in (GTK_WIDGET (self)) == NULL)
    update_places (self, items, FALSE);
  else
    item_form_show_origin (self, items);
}

/* Words that were noted or thrown away elsewhere, another form of the same item, stand here no more. */
static void
drafts_changed_cb (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KringFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *words = kring_field_row_dup_draft (row);

      if (words == NULL || *g_strstrip (words) == '\0' ||
          has_draft (self, g_ptr_array_index (self->fields, i)))
        continue;
      kring_field_row_set_draft (row, NULL);
      kring_field_row_set_message (row, NULL, FALSE);
      kring_field_row_refresh (row);
    }
}

/* Words that come back are seen where they were typed, with the keyboard in them. */
static void
item_form_taken_back_cb (KringItemForm *self, const KringUnnoted *draft, KringDrafts *drafts)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const KringField *field = g_ptr_array_index (self->fields, i);
      g_autoptr (GPtrArray) ids = kring_field_row_dup_draft_ids (self->ids, field);

      if (draft->box != KRING_DRAFT_FIELD ||
          kring_drafts_get (drafts, KRING_DRAFT_FIELD, ids) != draft->words)
        continue;
      kring_field_row_show_draft (g_ptr_array_index (self->rows, i));
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        kring_item_form_reveal (self, field->name);
      return;
    }
}

static void
grades_changed_cb (KringItemForm *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_copy (self->ids, NULL, NULL);

  if (ids->len == 0)
    return;
  item_form_put_away (self);
  kring_item_form_set_ids (self, ids);
}

/**
 * kring_item_form_new: (constructor)
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
kring_item_form_new (KringSession *session)
{
  return kring_item_form_new_part (session, KRING_FORM_ALL);
}

/**
 * kring_item_form_new_part: (constructor)
 * @part: which of the fields it has
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
kring_item_form_new_part (KringSession *session, KringFormPart part)
{
  KringItemForm *self = g_object_new (KRING_TYPE_ITEM_FORM, NULL);

  self->session = g_object_ref (session);
  self->part = part;
  self->mark = kring_item_preview_new (session, MARK_WIDTH, MARK_HEIGHT);
  kring_fold_set_sign (KRING_FOLD (self->folds[KRING_FORM_ORIGIN]), self->mark);
  g_signal_connect_object (item_form_get_map (self), "changed",
                           G_CALLBACK (item_form_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::grades", G_CALLBACK (grades_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (session), "changed",
                           G_CALLBACK (drafts_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_drafts (session), "taken-back",
                           G_CALLBACK (item_form_taken_back_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_item_form_flush:
 *
 * Writes what was typed and not yet written; for whoever is about to save.
 */
void
kring_item_form_flush (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kring_field_row_flush (g_ptr_array_index (self->rows, i));
}

/**
 * kring_item_form_get_row:
 *
 * Returns: (transfer none) (nullable): the row of the field of that name
 */
KringFieldRow *
kring_item_form_get_row (KringItemForm *self, const char *field_name)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KringFieldRow *row = g_ptr_array_index (self->rows, i);

      if (strcmp (kring_field_row_get_field (row)->name, field_name) == 0)
        return row;
    }
  return NULL;
}

/**
 * kring_item_form_reveal:
 * @field_name: a field
 *
 * Brings the field in sight, with the keyboard in it.
 *
 * Returns: whether the form has it
 */
gboolean
kring_item_form_reveal (KringItemForm *self, const char *field_name)
{
  KringFieldRow *row = kring_item_form_get_row (self, field_name);
  GtkWidget *fold;

  if (row == NULL)
    return FALSE;
  fold = gtk_widget_get_ancestor (GTK_WIDGET (row), KRING_TYPE_FOLD);
  if (fold != NULL && gtk_widget_is_ancestor (fold, GTK_WIDGET (self)))
    kring_fold_set_open (KRING_FOLD (fold), TRUE);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * kring_item_form_enter:
 *
 * Puts the keyboard in the first field, also when it has no place on the screen yet.
 */
void
kring_item_form_enter (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (self->where->data[i] == KRING_FORM_IN_SIGHT)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        return;
      }
}
