/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-field-row-entry.h"

#include "gtk/widgets/kring-date-picker.h"
#include "map/base/kring-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringFieldRowEntry
{
  KringFieldRow parent_instance;

  GtkWidget *text;
  gboolean showing; /* the text is being set from the map */
  gboolean dirty;   /* typed, and not yet written */
};

G_DEFINE_FINAL_TYPE (KringFieldRowEntry, kring_field_row_entry, KRING_TYPE_FIELD_ROW)

static const KringField *
field_row_entry_get_field (KringFieldRowEntry *self)
{
  return kring_field_row_get_field (KRING_FIELD_ROW (self));
}

static gboolean
is_about (const char *word)
{
  static const char *const words[] = { "~", "±", "ca", "ca.", "circa", NULL };

  return g_strv_contains (words, word) || strcmp (word, _ ("about")) == 0;
}

/* `15`, `~25`, "about 25", "25?" */
static char *
parse_age (const char *input)
{
  g_autofree char *text = g_strstrip (g_utf8_casefold (input, -1));
  gsize before = strcspn (text, "0123456789");
  gsize n = strspn (text + before, "0123456789");
  g_autofree char *prefix = g_strstrip (g_strndup (text, before));
  g_autofree char *digits = g_strndup (text + before, n);
  const char *suffix = g_strchug (text + before + n);
  gboolean about = *prefix != '\0' || strcmp (suffix, "?") == 0;

  if (n == 0 || (*prefix != '\0' && !is_about (prefix)) ||
      (*suffix != '\0' && strcmp (suffix, "?") != 0 && strcmp (suffix, _ ("years")) != 0))
    return NULL;
  return g_strconcat (about ? "~" : "", digits, NULL);
}

/* Whether the typed text has a meaning in the field; an empty text means unset. */
static gboolean
field_row_entry_parse (KringFieldRowEntry *self, const char *input, GVariant **value)
{
  const KringField *field = field_row_entry_get_field (self);
  g_autofree char *trimmed = g_strstrip (g_strdup (input));
  g_autofree char *age = NULL, *date = NULL, *told = NULL;
  char *end;
  double number;

  *value = NULL;
  if (*trimmed == '\0')
    return TRUE;
  switch (field->type)
    {
    case KRING_FIELD_DATE:
      if (kring_date_picker_read (kring_field_row_get_session (KRING_FIELD_ROW (self)), trimmed,
                                  kring_field_get_date_aim (field), &date, &told))
        *value = g_variant_new_string (date);
      break;
    case KRING_FIELD_AGE:
      age = parse_age (trimmed);
      if (age != NULL)
        *value = g_variant_new_string (age);
      break;
    case KRING_FIELD_NUMBER:
      number = g_ascii_strtod (g_strdelimit (trimmed, ",", '.'), &end);
      if (*end == '\0')
        *value = g_variant_new_double (number);
      break;
    default:
      *value = g_variant_new_string (trimmed);
    }
  if (*value == NULL)
    return FALSE;
  g_variant_ref_sink (*value);
  if (kring_field_check_value (field, *value, NULL))
    return TRUE;
  g_clear_pointer (value, g_variant_unref);
  return FALSE;
}

/* As people read it, where that can be typed back in; else as it is written down. */
static char *
dup_date_text (const char *value)
{
  g_autofree char *text = kring_date_format_string (value);
  g_autofree char *back = NULL;
  KringDate date;

  if (kring_date_parse_input (text, &date))
    back = kring_date_to_string (date);
  return g_strdup (g_strcmp0 (back, value) == 0 ? text : value);
}

static char *
dup_display (KringFieldRowEntry *self, GVariant *value)
{
  const KringField *field = field_row_entry_get_field (self);

  if (value == NULL)
    return g_strdup ("");
  if (field->type == KRING_FIELD_NUMBER)
    return g_strdup_printf ("%g", g_variant_get_double (value));
  if (field->type == KRING_FIELD_DATE)
    return dup_date_text (g_variant_get_string (value, NULL));
  return g_variant_dup_string (value, NULL);
}

/* (nullable): a date in full, or the two that may be meant. */
static char *
dup_told (KringFieldRowEntry *self, const char *input)
{
  g_autofree char *date = NULL;
  char *told = NULL;

  if (field_row_entry_get_field (self)->type == KRING_FIELD_DATE)
    kring_date_picker_read (kring_field_row_get_session (KRING_FIELD_ROW (self)), input,
                            kring_field_get_date_aim (field_row_entry_get_field (self)), &date,
                            &told);
  return told;
}

static const char *
get_complaint (KringFieldRowEntry *self)
{
  switch (field_row_entry_get_field (self)->type)
    {
    case KRING_FIELD_DATE:
      return _ ("This is not a date yet. Type for example 12-9, last Friday, September 2025 or "
                "about 2019. "
                "Your text stays here until then.");
    case KRING_FIELD_AGE:
      return _ ("This is not an age yet. Type for example 15 or ~25. Your text stays here until "
                "then.");
    case KRING_FIELD_NUMBER:
      return _ ("This is not a number yet. Your text stays here until then.");
    default:
      return _ ("This text is too long.");
    }
}

/* While typing: how it is understood so far. */
static void
show_understood (KringFieldRowEntry *self, const char *input)
{
  g_autofree char *display = dup_told (self, input);

  kring_field_row_set_message (KRING_FIELD_ROW (self), display, FALSE);
}

static void
field_row_entry_complain (KringFieldRowEntry *self, const char *input)
{
  g_autofree char *told = dup_told (self, input);

  kring_field_row_set_message (KRING_FIELD_ROW (self), told != NULL ? told : get_complaint (self),
                               TRUE);
}

static void
field_row_entry_write_typed (KringFieldRowEntry *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  const char *input = gtk_editable_get_text (GTK_EDITABLE (self->text));
  g_autoptr (GVariant) value = NULL;

  if (!self->dirty)
    return;
  if (!field_row_entry_parse (self, input, &value))
    field_row_entry_complain (self, input);
  else if (kring_field_row_commit (row, value))
    {
      self->dirty = FALSE;
      kring_field_row_refresh (row);
    }
}

static void
field_row_entry_changed_cb (KringFieldRowEntry *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  const char *input = gtk_editable_get_text (GTK_EDITABLE (self->text));

  if (self->showing)
    return;
  if (kring_field_row_types_live (row))
    {
      kring_field_row_type (row, input);
      return;
    }
  self->dirty = TRUE;
  kring_field_row_keep_draft (row);
  show_understood (self, input);
}

static void
kring_field_row_entry_show_value (KringFieldRow *row, GVariant *value, gboolean mixed)
{
  KringFieldRowEntry *self = KRING_FIELD_ROW_ENTRY (row);
  g_autofree char *display = dup_display (self, value);
  g_autofree char *shown = NULL;
  int position;

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), mixed ? "–" : NULL);
  if (self->dirty)
    return;
  shown = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  if (strcmp (shown, display) == 0)
    return;
  position = gtk_editable_get_position (GTK_EDITABLE (self->text));
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), display);
  self->showing = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->text),
                             MIN (position, (int) g_utf8_strlen (display, -1)));
}

static void
kring_field_row_entry_flush (KringFieldRow *row)
{
  KringFieldRowEntry *self = KRING_FIELD_ROW_ENTRY (row);

  field_row_entry_write_typed (self);
  if (kring_field_row_types_live (row))
    {
      kring_history_close (kring_session_get_history (kring_field_row_get_session (row)));
      kring_field_row_refresh (row);
    }
}

static char *
kring_field_row_entry_dup_draft (KringFieldRow *row)
{
  KringFieldRowEntry *self = KRING_FIELD_ROW_ENTRY (row);

  return self->dirty ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))) : NULL;
}

static void
kring_field_row_entry_set_draft (KringFieldRow *row, const char *draft)
{
  KringFieldRowEntry *self = KRING_FIELD_ROW_ENTRY (row);
  g_autoptr (GVariant) value = NULL;

  self->dirty = FALSE;
  if (draft == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->text), draft);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  if (self->dirty && !field_row_entry_parse (self, draft, &value))
    field_row_entry_complain (self, draft);
}

static void
kring_field_row_entry_class_init (KringFieldRowEntryClass *klass)
{
  KringFieldRowClass *row_class = KRING_FIELD_ROW_CLASS (klass);

  row_class->show_value = kring_field_row_entry_show_value;
  row_class->flush = kring_field_row_entry_flush;
  row_class->dup_draft = kring_field_row_entry_dup_draft;
  row_class->set_draft = kring_field_row_entry_set_draft;
}

static void
kring_field_row_entry_init (KringFieldRowEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* A GtkText alone is not there for assistive technology. */
  self->text = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->text), FALSE);
  gtk_widget_set_hexpand (self->text, TRUE);
  /* Undo is the map's, not the entry's. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (field_row_entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (kring_field_row_flush), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (kring_field_row_flush_soon), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->text, focus);
}

static void
suggestion_cb (KringFieldRowEntry *self, GtkListBoxRow *row)
{
  GtkWidget *label = gtk_list_box_row_get_child (row);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  kring_field_row_flush (KRING_FIELD_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self->text), gtk_label_get_label (GTK_LABEL (label)));
  kring_field_row_flush (KRING_FIELD_ROW (self));
}

static GtkWidget *
new_suggestions (KringFieldRowEntry *self)
{
  const char *const *kinds = kring_schema_get_tie_kinds ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (_ (kinds[i]));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (list), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kinds[i]), -1);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Usual words"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (suggestion_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (popover, "menu");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Usual words"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Usual words"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/**
 * kring_field_row_entry_build:
 *
 * Puts the widgets together, once the field is known.
 */
void
kring_field_row_entry_build (KringFieldRowEntry *self)
{
  KringFieldRow *row = KRING_FIELD_ROW (self);
  gboolean is_tie_kind = kring_field_row_get_kind (row)->id == KRING_KIND_TIE &&
                         strcmp (field_row_entry_get_field (self)->name, KRING_F_KIND) == 0;
  GtkWidget *box;

  if (!is_tie_kind && field_row_entry_get_field (self)->type != KRING_FIELD_DATE)
    {
      kring_field_row_set_content (row, self->text, self->text);
      return;
    }
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (
      GTK_BOX (box),
      is_tie_kind ? new_suggestions (self)
                  : kring_date_picker_new (self->text, G_CALLBACK (kring_field_row_flush), self));
  kring_field_row_set_content (row, box, self->text);
}
