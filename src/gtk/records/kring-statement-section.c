/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-statement-section.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/records/kring-statement-popover.h"
#include "gtk/records/kring-statement-row.h"
#include "map/edit/kring-commands.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

struct _KringStatementSection
{
  GtkWidget parent_instance;

  KringSession *session; /* (owned) */
  const char *id;        /* (nullable), interned: what it is about */
  const char *open;      /* (nullable), interned: the statement whose fields are shown */
  GPtrArray *rows;       /* (owned) (element-type KringStatementRow), not owned */
  char *shape;           /* (owned) (nullable): which rows stand where */

  GtkWidget *box;     /* (owned) */
  GtkWidget *nothing; /* beside the caption: nothing is known yet */
  GtkWidget *add_button;
  GtkWidget *card;
  GtkLabel *note;
  GtkWidget *follow_button;
  GtkWidget *form;    /* (owned): of the statement that is open */
  GtkWidget *popover; /* (nullable), over the button to add */
};

static void section_init (KringSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (KringStatementSection,
                               kring_statement_section,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (KRING_TYPE_SECTION, section_init))

static KringMap *
statement_section_get_map (KringStatementSection *self)
{
  return kring_session_get_map (self->session);
}

static KringItem *
statement_section_get_item (KringStatementSection *self)
{
  return self->id != NULL ? kring_map_get_item (statement_section_get_map (self), self->id) : NULL;
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

/* (element-type GPtrArray): statements that contradict each other stand together. */
static GPtrArray *
dup_groups (KringStatementSection *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) rest =
      kring_map_dup_statements_of (statement_section_get_map (self), self->id);

  while (rest->len > 0)
    {
      GPtrArray *group = g_ptr_array_new ();

      g_ptr_array_add (group, g_ptr_array_steal_index (rest, 0));
      statement_section_gather (group, rest);
      g_ptr_array_add (groups, group);
    }
  return groups;
}

static char *
dup_shape (GPtrArray *groups)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      g_string_append_c (shape, '|');
      for (guint j = 0; j < group->len; j++)
        g_string_append_printf (shape, "%s ", kring_item_get_id (g_ptr_array_index (group, j)));
    }
  return g_string_free (shape, FALSE);
}

/* The fields of the statement that is open stand right under it. */
static void
place_form (KringStatementSection *self)
{
  GtkWidget *row = self->open != NULL ? kring_statement_section_get_row (self, self->open) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (gtk_widget_get_parent (self->form) != NULL)
    gtk_box_remove (GTK_BOX (self->card), self->form);
  if (row == NULL)
    return;
  g_ptr_array_add (ids, (gpointer) self->open);
  kring_item_form_set_ids (KRING_ITEM_FORM (self->form), ids);
  gtk_box_insert_child_after (GTK_BOX (self->card), self->form, gtk_widget_get_parent (row));
}

/* One statement is open at a time. */
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
  for (guint i = 0; i < self->rows->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->rows, i),
                                  kring_statement_row_get_id (g_ptr_array_index (self->rows, i)) ==
                                      self->open);
  place_form (self);
}

static GtkWidget *
statement_section_new_row (KringStatementSection *self, KringItem *statement)
{
  GtkWidget *row = kring_statement_row_new (self->session, kring_item_get_id (statement));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row),
                                kring_statement_row_get_id (KRING_STATEMENT_ROW (row)) ==
                                    self->open);
  g_signal_connect_object (row, "toggled", G_CALLBACK (row_toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
statement_section_add_group (KringStatementSection *self, GPtrArray *group)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  if (group->len > 1)
    {
      GtkWidget *caption = gtk_label_new (_ ("These contradict each other"));

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_widget_add_css_class (caption, "statement-contradiction");
      gtk_box_append (GTK_BOX (self->card), caption);
      gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
    }
  gtk_widget_add_css_class (line, "statement-line");
  for (guint i = 0; i < group->len; i++)
    {
      GtkWidget *row = statement_section_new_row (self, g_ptr_array_index (group, i));

      if (group->len > 1)
        kring_statement_row_set_narrow (KRING_STATEMENT_ROW (row));
      gtk_box_append (GTK_BOX (line), row);
    }
  gtk_box_append (GTK_BOX (self->card), line);
}

static gboolean
statement_section_holds (GPtrArray *groups, const char *id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      GPtrArray *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->len; j++)
        if (g_str_equal (kring_item_get_id (g_ptr_array_index (group, j)), id))
          return TRUE;
    }
  return FALSE;
}

/* The statement whose row has the keyboard. */
static const char *
statement_section_find_focus (KringStatementSection *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->rows, i)))
      return kring_statement_row_get_id (g_ptr_array_index (self->rows, i));
  return NULL;
}

/* What has the keyboard among the fields of the statement that is open. */
static GtkWidget *
find_field_focus (KringStatementSection *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, self->form) ? focus : NULL;
}

static void
give_back_focus (KringStatementSection *self, GtkWidget *field, const char *id)
{
  GtkWidget *row = id != NULL ? kring_statement_section_get_row (self, id) : NULL;

  if (field != NULL && GTK_IS_TEXT (field))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (field));
  else if (field != NULL)
    gtk_widget_grab_focus (field);
  else if (row != NULL)
    gtk_widget_grab_focus (row);
  else if (id != NULL)
    gtk_widget_grab_focus (self->add_button);
}

static void
rebuild (KringStatementSection *self, GPtrArray *groups)
{
  const char *focus = statement_section_find_focus (self);
  GtkWidget *field = find_field_focus (self);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->card)) != NULL)
    gtk_box_remove (GTK_BOX (self->card), child);
  gtk_widget_set_visible (self->card, groups->len > 0);
  for (guint i = 0; i < groups->len; i++)
    statement_section_add_group (self, g_ptr_array_index (groups, i));
  place_form (self);
  give_back_focus (self, field, focus);
}

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
statement_section_update (KringStatementSection *self)
{
  KringItem *item = statement_section_get_item (self);
  g_autoptr (GPtrArray) groups = NULL;
  g_autofree char *shape = NULL;
  gboolean is_case = item != NULL && kring_item_is (item, KRING_KIND_CASE);

  if (item == NULL || (!is_case && !kring_map_can_state (item)))
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  groups = dup_groups (self);
  if (self->open != NULL && !statement_section_holds (groups, self->open))
    self->open = NULL;
  shape = dup_shape (groups);
  if (g_strcmp0 (shape, self->shape) != 0)
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      rebuild (self, groups);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      KringStatementRow *row = g_ptr_array_index (self->rows, i);

      kring_statement_row_show (row, kring_map_get_item (statement_section_get_map (self),
                                                         kring_statement_row_get_id (row)));
    }
  show_note (self, item, self->rows->len);
  gtk_widget_set_visible (self->add_button, !is_case);
  gtk_widget_set_visible (GTK_WIDGET (self), !is_case || self->rows->len > 0);
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
  const char *id = item != NULL ? g_intern_string (kring_item_get_id (item)) : NULL;

  if (self->id != id)
    {
      kring_statement_section_flush (section);
      self->open = NULL;
      place_form (self);
    }
  self->id = id;
  statement_section_update (self);
}

static void
section_init (KringSectionInterface *iface)
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

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->form);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (kring_statement_section_parent_class)->dispose (object);
}

static void
kring_statement_section_finalize (GObject *object)
{
  KringStatementSection *self = KRING_STATEMENT_SECTION (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shape);
  G_OBJECT_CLASS (kring_statement_section_parent_class)->finalize (object);
}

static void
kring_statement_section_class_init (KringStatementSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_statement_section_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_statement_section_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
statement_section_build_header (KringStatementSection *self)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *caption = gtk_label_new (_ ("Statements and sources"));

  gtk_widget_add_css_class (header, "section-head");
  gtk_widget_add_css_class (caption, "section-caption");
  /* Translators: beside "Statements and sources": there are none. */
  self->nothing = gtk_label_new (_ ("nothing yet"));
  gtk_label_set_xalign (GTK_LABEL (self->nothing), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->nothing), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->nothing, "section-hint");
  gtk_widget_set_tooltip_text (self->nothing, _ ("Nothing yet. Who knows this, and how?"));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_tooltip_text (self->add_button, _ ("Note what we know (W)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Note what we know"), -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (statement_section_add_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_hexpand (self->add_button, TRUE);
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (header), caption);
  gtk_box_append (GTK_BOX (header), self->nothing);
  gtk_box_append (GTK_BOX (header), self->add_button);
  gtk_box_append (GTK_BOX (self->box), header);
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
  gtk_box_append (GTK_BOX (self->box), footer);
}

static void
kring_statement_section_init (KringStatementSection *self)
{
  self->rows = g_ptr_array_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  statement_section_build_header (self);
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->card, "card");
  gtk_widget_add_css_class (self->card, "statements");
  gtk_box_append (GTK_BOX (self->box), self->card);
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
  g_signal_connect_object (statement_section_get_map (self), "changed",
                           G_CALLBACK (statement_section_update), self, G_CONNECT_SWAPPED);
  statement_section_update (self);
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
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (kring_statement_row_get_id (g_ptr_array_index (self->rows, i)), id))
      return g_ptr_array_index (self->rows, i);
  return NULL;
}

/**
 * kring_statement_section_get_size:
 *
 * Returns: how many statements are shown
 */
guint
kring_statement_section_get_size (KringStatementSection *self)
{
  return self->rows->len;
}
