/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "details/kring-item-form.h"

#include "details/kring-choice-picker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringItemForm
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  GPtrArray *ids;        /* (owned) (element-type utf8), interned: what is shown */
  GPtrArray *fields;     /* (owned) (element-type KringField), what there are rows for */
  guint n_plain;         /* how many of them, the first, are not out of the way */
  GPtrArray *rows;       /* (owned) (element-type KringFieldRow), one each, not owned */
  GHashTable *drafts;    /* (owned) "id/field" to what was typed and cannot be written */
  GtkWidget *box;        /* (owned) */
  GtkWidget *card;       /* (nullable): where plain rows are being added */
  GtkWidget *pair;       /* (nullable): a line with room for another half picker */
};

G_DEFINE_FINAL_TYPE (KringItemForm, kring_item_form, GTK_TYPE_WIDGET)

static KringMap *
get_map (KringItemForm *self)
{
  return kring_session_get_map (self->session);
}

static void
map_changed_cb (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    kring_field_row_refresh (g_ptr_array_index (self->rows, i));
}

static void
grades_changed_cb (KringItemForm *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_copy (self->ids, NULL, NULL);

  if (ids->len > 0)
    kring_item_form_set_ids (self, ids);
}

static void
kring_item_form_dispose (GObject *object)
{
  KringItemForm *self = KRING_ITEM_FORM (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_item_form_parent_class)->dispose (object);
}

static void
kring_item_form_finalize (GObject *object)
{
  KringItemForm *self = KRING_ITEM_FORM (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->drafts);
  G_OBJECT_CLASS (kring_item_form_parent_class)->finalize (object);
}

static void
kring_item_form_class_init (KringItemFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_item_form_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_item_form_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
new_column (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
}

static void
kring_item_form_init (KringItemForm *self)
{
  self->ids = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  self->drafts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->box = new_column ();
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * kring_item_form_new: (constructor)
 *
 * Returns: (transfer floating): a form that shows nothing yet
 */
GtkWidget *
kring_item_form_new (KringSession *session)
{
  KringItemForm *self = g_object_new (KRING_TYPE_ITEM_FORM, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (get_map (self), "changed", G_CALLBACK (map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::grades", G_CALLBACK (grades_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* What has no certainty, party or audience of its own: who sits at the table, and the case. */
static gboolean
is_about_the_meeting (const KringKind *kind)
{
  return kind->group == KRING_GROUP_MEETING || kind->group == KRING_GROUP_CASE;
}

static gboolean
is_shown (KringItemForm *self, const KringKind *kind, const KringField *field)
{
  if (field->flags & KRING_FIELD_GRADE && !kring_session_get_grades (self->session))
    return FALSE;
  if (field->flags & (KRING_FIELD_DRAWING | KRING_FIELD_KEPT) || field->type == KRING_FIELD_POINT)
    return FALSE;
  return !(field->flags & KRING_FIELD_COMMON) || !is_about_the_meeting (kind);
}

/* Whether all items have a field like it. What may not be the same for several is left out. */
static gboolean
is_shared (KringItemForm *self, const KringField *field)
{
  if (self->ids->len == 1)
    return TRUE;
  if (field->flags & KRING_FIELD_REQUIRED || strcmp (field->name, "name") == 0)
    return FALSE;
  for (guint i = 0; i < self->ids->len; i++)
    {
      KringItem *item = kring_map_get_item (get_map (self), g_ptr_array_index (self->ids, i));
      const KringField *other = kring_kind_find_field (kring_item_get_kind (item), field->name);

      if (other == NULL || other->type != field->type || other->choices != field->choices ||
          other->refers_to != field->refers_to ||
          !is_shown (self, kring_item_get_kind (item), other))
        return FALSE;
    }
  return TRUE;
}

/* How sure a tie is comes right before how it is drawn: the same look and the same hand. */
static gboolean
is_certainty (const KringField *field)
{
  return field->flags & KRING_FIELD_COMMON && strcmp (field->name, "certainty") == 0;
}

static void
add_field (KringItemForm *self, GPtrArray *fields, const KringKind *kind, const KringField *field)
{
  if (is_shown (self, kind, field) && is_shared (self, field))
    g_ptr_array_add (fields, (gpointer) field);
}

static char *
dup_draft_key (KringItemForm *self, const KringField *field)
{
  return g_strdup_printf ("%s/%s", (const char *) g_ptr_array_index (self->ids, 0), field->name);
}

/* Something is known there, or was typed that cannot be written yet. */
static gboolean
is_filled (KringItemForm *self, const KringField *field)
{
  g_autofree char *key = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    {
      KringItem *item = kring_map_get_item (get_map (self), g_ptr_array_index (self->ids, i));

      if (kring_item_get_named (item, field->name) != NULL)
        return TRUE;
    }
  key = dup_draft_key (self, field);
  return self->ids->len == 1 && g_hash_table_contains (self->drafts, key);
}

/* The ends of a tie stand above the form already. */
static gboolean
is_out_of_the_way (KringItemForm *self, const KringField *field)
{
  return field->flags & KRING_FIELD_MORE ||
         (field->flags & KRING_FIELD_FOLDED && !is_filled (self, field)) ||
         (field->flags & KRING_FIELD_REQUIRED && field->type == KRING_FIELD_REF);
}

/* Puts what is out of the way behind the rest, and tells how many come before it. */
static guint
part (KringItemForm *self, GPtrArray *fields)
{
  g_autoptr (GPtrArray) all = g_ptr_array_copy (fields, NULL, NULL);
  guint n_plain = 0;

  g_ptr_array_set_size (fields, 0);
  for (guint i = 0; i < all->len; i++)
    if (!is_out_of_the_way (self, g_ptr_array_index (all, i)))
      g_ptr_array_insert (fields, n_plain++, g_ptr_array_index (all, i));
    else
      g_ptr_array_add (fields, g_ptr_array_index (all, i));
  return n_plain;
}

/* (transfer container): own fields, then the common ones, in the order of the table. */
static GPtrArray *
dup_fields (KringItemForm *self, const KringKind *kind)
{
  GPtrArray *fields = g_ptr_array_new ();
  const KringField *certainty = &kind->fields[KRING_COMMON_CERTAINTY];
  gboolean waits = kind->id == KRING_KIND_TIE;

  for (guint i = KRING_N_COMMON; i < kind->n_fields; i++)
    {
      if (waits && kring_choice_picker_is_for (&kind->fields[i]))
        {
          add_field (self, fields, kind, certainty);
          waits = FALSE;
        }
      add_field (self, fields, kind, &kind->fields[i]);
    }
  for (guint i = 0; i < KRING_N_COMMON; i++)
    if (kind->id != KRING_KIND_TIE || !is_certainty (&kind->fields[i]))
      add_field (self, fields, kind, &kind->fields[i]);
  return fields;
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
add_rows (KringItemForm *self, GtkWidget *column, const KringKind *kind, gboolean more)
{
  guint last = more ? self->fields->len : self->n_plain;

  self->card = self->pair = NULL;
  for (guint i = more ? self->n_plain : 0; i < last; i++)
    {
      const KringField *field = g_ptr_array_index (self->fields, i);
      GtkWidget *row = kring_field_row_new (self->session, kind, field);

      if (kring_choice_picker_is_for (field))
        add_picker (self, column, row, kring_choice_picker_is_half (field));
      else
        add_plain (self, column, row);
      g_ptr_array_add (self->rows, row);
    }
  self->card = self->pair = NULL;
}

static void
build (KringItemForm *self, const KringKind *kind)
{
  GtkWidget *more = new_column ();
  GtkWidget *expander;
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add_rows (self, self->box, kind, FALSE);
  add_rows (self, more, kind, TRUE);
  /* Translators: opens the part of a form with fields that are seldom needed. */
  expander = gtk_expander_new (_ ("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More"), -1);
  gtk_expander_set_child (GTK_EXPANDER (expander), more);
  gtk_widget_set_visible (expander, gtk_widget_get_first_child (more) != NULL);
  gtk_box_append (GTK_BOX (self->box), expander);
}

/* Writes what was typed before another item comes, and keeps what cannot be written. */
static void
put_away (KringItemForm *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (self->rows, NULL, NULL);

  if (self->ids->len == 0 ||
      kring_map_get_item (get_map (self), g_ptr_array_index (self->ids, 0)) == NULL)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      KringFieldRow *row = g_ptr_array_index (rows, i);
      g_autofree char *draft = NULL;
      g_autofree char *key = dup_draft_key (self, kring_field_row_get_field (row));

      kring_field_row_flush (row);
      draft = kring_field_row_dup_draft (row);
      if (draft != NULL && self->ids->len == 1)
        g_hash_table_replace (self->drafts, g_steal_pointer (&key), g_steal_pointer (&draft));
      else
        g_hash_table_remove (self->drafts, key);
    }
}

static void
take_out (KringItemForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      KringFieldRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *key =
          self->ids->len == 1 ? dup_draft_key (self, kring_field_row_get_field (row)) : NULL;
      const char *draft = key != NULL ? g_hash_table_lookup (self->drafts, key) : NULL;

      kring_field_row_set_draft (row, NULL);
      kring_field_row_set_ids (row, self->ids);
      if (draft != NULL)
        kring_field_row_set_draft (row, draft);
    }
}

static gboolean
same_fields (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len && memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0;
}

/**
 * kring_item_form_set_ids:
 * @ids: (element-type utf8): items on the map whose fields are shown, at least one
 *
 * Writes what was still being typed first.
 */
void
kring_item_form_set_ids (KringItemForm *self, GPtrArray *ids)
{
  g_autoptr (GPtrArray) fields = NULL;
  const KringKind *kind;
  guint n_plain;

  g_return_if_fail (ids->len > 0);

  put_away (self);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (self->ids, (gpointer) g_intern_string (g_ptr_array_index (ids, i)));
  kind = kring_item_get_kind (kring_map_get_item (get_map (self), g_ptr_array_index (ids, 0)));
  fields = dup_fields (self, kind);
  n_plain = part (self, fields);
  if (n_plain != self->n_plain || !same_fields (fields, self->fields))
    {
      self->n_plain = n_plain;
      g_ptr_array_unref (self->fields);
      self->fields = g_steal_pointer (&fields);
      build (self, kind);
    }
  take_out (self);
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
