/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-statement-section.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/records/kring-statement-row.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-item-rows.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

struct _KringStatementSection
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  const char *id;        /* (nullable), interned: what it is about */
  const char *open;      /* (nullable), interned: the statement whose fields are shown */
  KringItemModel *heads; /* (owned): the first of each group */
  GHashTable *groups;    /* (owned) (element-type KringItem GPtrArray): by their heads */
  GHashTable *rows;      /* (owned) (element-type utf8 KringStatementRow): by id */

  GtkWidget *nothing; /* beside the caption: nothing is known yet */
  GtkWidget *add_button;
  GtkWidget *card; /* a line for each group */
  GtkLabel *note;
  GtkWidget *follow_button;
  GtkWidget *form;    /* (owned): of the statement that is open */
  GtkWidget *popover; /* (nullable), over the button to add */
};

static void statement_section_init_iface (KringSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringStatementSection,
                               kring_statement_section,
                               GTK_TYPE_BOX,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION,
                                                      statement_section_init_iface))

static KringMap *
statement_section_get_map (KringStatementSection *self)
{
  return kring_session_get_map (self->session);
}

static gboolean
contradict (KringItem *a, KringItem *b)
{
  g_auto (GStrv) of_a = kring_item_dup_refs (a, KRING_F_CONTRADICTS);
  g_auto (GStrv) of_b = kring_item_dup_refs (b, KRING_F_CONTRADICTS);

  return g_strv_contains ((const char *const *) of_a, kring_item_get_id (b)) ||
         g_strv_contains ((const char *const *) of_b, kring_item_get_id (a));
}

/* Moves those that contradict one of the group from rest to the group, and those of them. */
static void
statement_section_gather (GPtrArray *group, GPtrArray *rest)
{
  for (guint i = 0; i < group->len; i++)
    for (guint j = 0; j < rest->len;)
      if (contradict (g_ptr_array_index (group, i), g_ptr_array_index (rest, j)))
        g_ptr_array_add (group, g_ptr_array_steal_index (rest, j));
      else
        j++;
}

/* Statements that contradict each other stand together. */
static GPtrArray *
statement_section_query (KringMap *map, gpointer data)
{
  KringStatementSection *self = data;
  GPtrArray *heads = g_ptr_array_new ();
  g_autoptr (GPtrArray) rest = NULL;

  g_hash_table_remove_all (self->groups);
  if (self->id == NULL)
    return heads;
  rest = kring_map_dup_statements_of (map, self->id);
  while (rest->len > 0)
    {
      GPtrArray *group = g_ptr_array_new ();

      g_ptr_array_add (group, g_ptr_array_steal_index (rest, 0));
      statement_section_gather (group, rest);
      g_ptr_array_add (heads, g_ptr_array_index (group, 0));
      g_hash_table_insert (self->groups, g_ptr_array_index (group, 0), group);
    }
  return heads;
}

/* The keyboard goes along. */
static void
statement_section_move (GtkWidget *widget, GtkWidget *box)
{
  GtkWidget *before = gtk_widget_get_parent (widget), *focus = kring_focus_find_in (widget);

  if (before == box)
    return;
  if (before != NULL)
    gtk_box_remove (GTK_BOX (before), widget);
  if (box != NULL)
    gtk_box_append (GTK_BOX (box), widget);
  kring_focus_give (box != NULL ? focus : NULL);
}

/* The fields of the statement that is open stand right under it. */
static void
place_form (KringStatementSection *self)
{
  GtkWidget *row = self->open != NULL ? kring_statement_section_get_row (self, self->open) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (row != NULL)
    {
      g_ptr_array_add (ids, (gpointer) self->open);
      kring_item_form_set_ids (KRING_ITEM_FORM (self->form), ids);
    }
  statement_section_move (self->form,
                          row != NULL ? gtk_widget_get_parent (gtk_widget_get_parent (row)) : NULL);
}

/* One statement is open at a time. */
static void
statement_section_show_open (KringStatementSection *self)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    gtk_toggle_button_set_active (row, id == self->open);
  place_form (self);
}

static void
row_toggled_cb (KringStatementSection *self, KringStatementRow *row)
{
  const char *id = kring_statement_row_get_id (row);

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (row)))
    self->open = id;
  else if (self->open == id)
    self->open = NULL;
  else
    return;
  statement_section_show_open (self);
}

static GtkWidget *
statement_section_get_row_of (KringStatementSection *self, KringItem *statement)
{
  GtkWidget *row = kring_statement_section_get_row (self, kring_item_get_id (statement));

  if (row != NULL)
    return row;
  row = g_object_ref_sink (kring_statement_row_new (self->session, kring_item_get_id (statement)));
  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows,
                       (gpointer) kring_statement_row_get_id (KRING_STATEMENT_ROW (row)), row);
  return row;
}

static gboolean
statement_section_is_gone (gpointer id, gpointer row, gpointer self)
{
  return !gtk_widget_is_ancestor (row, KRING_STATEMENT_SECTION (self)->card);
}

static GtkWidget *
statement_section_make (gpointer self, KringItem *head)
{
  GtkWidget *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (_ ("These contradict each other"));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "statement-contradiction");
  gtk_widget_add_css_class (line, "statement-line");
  gtk_box_append (GTK_BOX (group), caption);
  gtk_box_append (GTK_BOX (group), line);
  return group;
}

/* A row stays the same row wherever its statement stands. */
static void
statement_section_tell (gpointer self, GtkWidget *group, KringItem *head)
{
  GPtrArray *statements = g_hash_table_lookup (KRING_STATEMENT_SECTION (self)->groups, head);
  GtkWidget *caption = gtk_widget_get_first_child (group), *last = NULL, *other;
  GtkWidget *line = gtk_widget_get_next_sibling (caption);

  gtk_widget_set_visible (caption, statements->len > 1);
  gtk_box_set_homogeneous (GTK_BOX (line), statements->len > 1);
  for (guint i = 0; i < statements->len; i++)
    {
      GtkWidget *row = statement_section_get_row_of (self, g_ptr_array_index (statements, i));

      statement_section_move (row, line);
      gtk_box_reorder_child_after (GTK_BOX (line), row, last);
      kring_statement_row_set_narrow (KRING_STATEMENT_ROW (row), statements->len > 1);
      kring_statement_row_show (KRING_STATEMENT_ROW (row), g_ptr_array_index (statements, i));
      last = row;
    }
  while ((other = gtk_widget_get_next_sibling (last)) != NULL)
    gtk_box_remove (GTK_BOX (line), other);
  place_form (self);
}

static const KringItemRows statement_section_rows = { statement_section_make,
                                                      statement_section_tell };

static void
show_note (KringStatementSection *self, KringItem *item, guint n)
{
  gboolean by_hand = kring_item_get_bool (item, KRING_F_CERTAINTY_BY_HAND);
  KringCertainty stated;

  gtk_widget_set_visible (self->follow_button, n > 0 && by_hand);
  gtk_widget_set_visible (self->nothing, n == 0);
  if (kring_item_is (item, KRING_KIND_CASE))
    gtk_label_set_text (self->note, _ ("This was about something that is not on the map any more. "
                                       "Choose under “About” what it belongs to."));
  else if (n == 0)
    gtk_label_set_text (self->note, "");
  else if (by_hand)
    gtk_label_set_text (self->note, _ ("How sure this is was set by hand."));
  else if (kring_map_can_follow (statement_section_get_map (self), item) &&
           kring_map_find_stated_certainty (statement_section_get_map (self), self->id, &stated) &&
           stated == kring_item_get_certainty (item))
    gtk_label_set_text (self->note, _ ("How sure this is follows the surest of these."));
  else
    gtk_label_set_text (self->note, "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), *gtk_label_get_text (self->note) != '\0');
  gtk_widget_set_visible (gtk_widget_get_parent (self->follow_button),
                          gtk_widget_get_visible (self->follow_button) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->note)));
}

static void
statement_section_updated_cb (KringStatementSection *self)
{
  KringItem *item =
      self->id != NULL ? kring_map_get_item (statement_section_get_map (self), self->id) : NULL;
  gboolean is_case = item != NULL && kring_item_is (item, KRING_KIND_CASE);
  guint n;

  g_hash_table_foreach_remove (self->rows, statement_section_is_gone, self);
  n = g_hash_table_size (self->rows);
  if (self->open != NULL && kring_statement_section_get_row (self, self->open) == NULL)
    self->open = NULL;
  place_form (self);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          item != NULL && (is_case ? n > 0 : kring_map_can_state (item)));
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (self->card, n > 0);
  show_note (self, item, n);
  gtk_widget_set_visible (self->add_button, !is_case);
  kring_section_measure_anew (KRING_SECTION (self));
}

static void
kring_statement_section_flush (KringSection *section)
{
  KringStatementSection *self = KRING_STATEMENT_SECTION (section);

  if (self->open != NULL)
    kring_item_form_flush (KRING_ITEM_FORM (self->form));
}

static void
kring_statement_section_show_item (KringSection *section, KringItem *item)
{
  KringStatementSection *self = KRING_STATEMENT_SECTION (section);
  const char *id = item != NULL ? kring_item_get_id (item) : NULL;

  if (self->id != id)
    {
      kring_statement_section_flush (section);
      self->open = NULL;
      place_form (self);
    }
  self->id = id;
  kring_item_model_update (self->heads);
}

static void
statement_section_init_iface (KringSectionInterface *iface)
{
  iface->show_item = kring_statement_section_show_item;
  iface->flush = kring_statement_section_flush;
}

static void
statement_section_add_cb (KringStatementSection *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GdkRectangle at = { 0, 0, gtk_widget_get_width (self->add_button),
                      gtk_widget_get_height (self->add_button) };

  if (self->popover == NULL)
    self->popover = kring_statement_popover_new (self->session);
  g_ptr_array_add (ids, (gpointer) self->id);
  kring_statement_popover_ask (KRING_STATEMENT_POPOVER (self->popover), self->add_button, &at, ids);
}

static void
follow_cb (KringStatementSection *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  gtk_widget_grab_focus (self->add_button);
  kring_edit_follow_sources (kring_session_get_editor (self->session), ids);
}

static void
kring_statement_section_dispose (GObject *object)
{
  KringStatementSection *self = KRING_STATEMENT_SECTION (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (kring_statement_section_parent_class)->dispose (object);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_object (&self->heads);
  g_clear_object (&self->form);
  g_clear_object (&self->session);
}

static void
kring_statement_section_class_init (KringStatementSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_statement_section_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
build_footer (KringStatementSection *self)
{
  GtkWidget *footer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 0);
  gtk_label_set_wrap (self->note, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->note), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "statement-note");
  self->follow_button = gtk_button_new_with_label (_ ("Follow the sources"));
  gtk_widget_add_css_class (self->follow_button, "flat");
  gtk_widget_set_valign (self->follow_button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->follow_button, "clicked", G_CALLBACK (follow_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (footer), GTK_WIDGET (self->note));
  gtk_box_append (GTK_BOX (footer), self->follow_button);
  gtk_box_append (GTK_BOX (self), footer);
}

static void
kring_statement_section_init (KringStatementSection *self)
{
  static const KringSectionHead head = {
    N_ ("Statements and sources"),
    /* Translators: beside "Statements and sources": there are none. */
    N_ ("nothing yet"),
    N_ ("Nothing yet. Who knows this, and how?"),
    N_ ("Note what we know (W)"),
    N_ ("Note what we know"),
  };

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  kring_section_build (GTK_BOX (self), &head, &self->nothing, &self->add_button, &self->card);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (statement_section_add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->card, "statements");
  build_footer (self);
}

/**
 * kring_statement_section_new: (constructor)
 *
 * Returns: (transfer floating): a section for the inspector
 */
GtkWidget *
kring_statement_section_new (KringSession *session)
{
  KringStatementSection *self = g_object_new (KRING_TYPE_STATEMENT_SECTION, NULL);

  self->session = g_object_ref (session);
  self->form = g_object_ref_sink (kring_item_form_new (session));
  gtk_widget_add_css_class (self->form, "statement-form");
  self->heads =
      kring_item_model_new (statement_section_get_map (self), statement_section_query, self);
  kring_item_rows_bind (self->card, self->heads, &statement_section_rows, self);
  g_signal_connect_object (self->heads, "updated", G_CALLBACK (statement_section_updated_cb), self,
                           G_CONNECT_SWAPPED);
  statement_section_updated_cb (self);
  return GTK_WIDGET (self);
}

/**
 * kring_statement_section_get_row:
 *
 * Returns: (transfer none) (nullable): the row of the statement @id
 */
GtkWidget *
kring_statement_section_get_row (KringStatementSection *self, const char *id)
{
  return g_hash_table_lookup (self->rows, id);
}

/**
 * kring_statement_section_get_size:
 *
 * Returns: how many statements are shown
 */
guint
kring_statement_section_get_size (KringStatementSection *self)
{
  return g_hash_table_size (self->rows);
}
