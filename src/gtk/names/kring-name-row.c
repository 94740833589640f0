/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/names/kring-name-row.h"

#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/base/kring-id.h"

#include <glib/gi18n.h>

#define READING_CHARS 24

struct _KringNameRow
{
  GtkBox parent_instance;

  guint index;
  GtkLabel *number;
  GtkEntry *entry;
  GtkLabel *reading;
  GtkImage *icon;
  char *given;      /* (owned) (nullable) what the list said last */
  GPtrArray *about; /* (owned) (nullable) (element-type utf8): of the draft of what is typed */
};

enum
{
  PASTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringNameRow, kring_name_row, GTK_TYPE_BOX)

static GtkWidget *
create_number (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_width_chars (GTK_LABEL (label), 3);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
kring_name_row_finalize (GObject *object)
{
  g_free (KRING_NAME_ROW (object)->given);
  g_clear_pointer (&KRING_NAME_ROW (object)->about, g_ptr_array_unref);
  G_OBJECT_CLASS (kring_name_row_parent_class)->finalize (object);
}

static void
kring_name_row_class_init (KringNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_name_row_finalize;

  /**
   * KringNameRow::pasted:
   * @n: how many lines were added
   * @said: (nullable): what is to be said of it
   *
   * Lines that were pasted in the row are on the map, or will not come.
   */
  signals[PASTED] = g_signal_new ("pasted", KRING_TYPE_NAME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "name-row");
}

static void
kring_name_row_init (KringNameRow *self)
{
  GtkWidget *number = create_number ();
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *reading = gtk_label_new (NULL);
  GtkWidget *entry = gtk_entry_new ();

  /* A GtkText alone is not there for assistive technology. */
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  self->number = GTK_LABEL (number);
  self->entry = GTK_ENTRY (entry);
  self->reading = GTK_LABEL (reading);
  self->icon = GTK_IMAGE (icon);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_label_set_ellipsize (self->reading, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->reading, READING_CHARS);
  gtk_label_set_xalign (self->reading, 1);
  gtk_widget_add_css_class (reading, "dim-label");
  gtk_widget_add_css_class (reading, "caption");
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_box_append (GTK_BOX (self), number);
  gtk_box_append (GTK_BOX (self), entry);
  gtk_box_append (GTK_BOX (self), reading);
  gtk_box_append (GTK_BOX (self), icon);
}

/**
 * kring_name_row_new:
 * @index: which line, from 0
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
kring_name_row_new (guint index)
{
  KringNameRow *self = g_object_new (KRING_TYPE_NAME_ROW, NULL);

  kring_name_row_set_index (self, index);
  return GTK_WIDGET (self);
}

/**
 * kring_name_row_set_index:
 * @index: which line it is for from now on, from 0
 */
void
kring_name_row_set_index (KringNameRow *self, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *name = g_strdup_printf (_ ("Line %u"), index + 1);

  g_return_if_fail (KRING_IS_NAME_ROW (self));

  self->index = index;
  g_clear_pointer (&self->about, g_ptr_array_unref);
  gtk_label_set_text (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * kring_name_row_get_index:
 *
 * Returns: which line this is, from 0
 */
guint
kring_name_row_get_index (KringNameRow *self)
{
  g_return_val_if_fail (KRING_IS_NAME_ROW (self), 0);

  return self->index;
}

/**
 * kring_name_row_get_entry:
 *
 * Returns: (transfer none): where the line is typed, inside the entry of the row
 */
GtkText *
kring_name_row_get_entry (KringNameRow *self)
{
  g_return_val_if_fail (KRING_IS_NAME_ROW (self), NULL);

  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

/**
 * kring_name_row_get_text:
 *
 * Returns: (transfer none): the line as typed
 */
const char *
kring_name_row_get_text (KringNameRow *self)
{
  g_return_val_if_fail (KRING_IS_NAME_ROW (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * kring_name_row_set_text:
 * @text: the line
 *
 * Leaves the cursor where it is when the line is the same.
 */
void
kring_name_row_set_text (KringNameRow *self, const char *text)
{
  g_return_if_fail (KRING_IS_NAME_ROW (self));

  g_free (self->given);
  self->given = g_strdup (text);
  if (g_strcmp0 (kring_name_row_get_text (self), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * kring_name_row_is_typed:
 *
 * Returns: whether something else stands in it than was set last
 */
gboolean
kring_name_row_is_typed (KringNameRow *self)
{
  g_return_val_if_fail (KRING_IS_NAME_ROW (self), FALSE);

  return g_strcmp0 (kring_name_row_get_text (self), self->given != NULL ? self->given : "") != 0;
}

/**
 * kring_name_row_take_typed:
 * @line: what the list says
 *
 * Shows @line instead of what is typed and is no line yet.
 *
 * Returns: (transfer full) (nullable): what was typed; %NULL if that was nothing, or is @line by now
 */
char *
kring_name_row_take_typed (KringNameRow *self, const char *line)
{
  g_autofree char *typed = NULL;

  g_return_val_if_fail (KRING_IS_NAME_ROW (self), NULL);

  if (!kring_name_row_is_typed (self))
    return NULL;
  if (g_str_equal (kring_name_row_get_text (self), line))
    {
      kring_name_row_set_text (self, line);
      return NULL;
    }
  typed = g_strdup (kring_name_row_get_text (self));
  kring_name_row_set_text (self, line);
  return g_steal_pointer (&typed);
}

typedef struct
{
  KringNameRow *row; /* (owned) where it was pasted */
  char *typed;       /* (owned) what stood there already, and became part of the first line */
} Pasting;

static void
name_row_pasted_cb (guint n, const char *said, const GError *error, gpointer data)
{
  g_autofree Pasting *pasting = data;
  g_autoptr (KringNameRow) row = pasting->row;
  g_autofree char *typed = pasting->typed;
  g_autofree char *refused = error != NULL ? kring_error_words_dup_edit (error) : NULL;

  if (n == 0 && typed != NULL && kring_name_row_is_blank (row) &&
      gtk_widget_get_root (GTK_WIDGET (row)) != NULL)
    kring_name_row_type (row, typed);
  g_signal_emit (row, signals[PASTED], 0, n, error != NULL ? refused : said);
}

/**
 * kring_name_row_insert:
 * @names: the list that the row is of
 * @text: what was pasted
 *
 * Several lines become several rows; one line is typed where the cursor is.
 */
void
kring_name_row_insert (KringNameRow *self,
                       KringNameList *names,
                       KringPaste *paste,
                       const char *text)
{
  GtkEditable *entry = GTK_EDITABLE (self->entry);
  g_autofree char *whole = NULL;
  Pasting *pasting;
  int position;

  gtk_editable_delete_selection (entry);
  position = gtk_editable_get_position (entry);
  if (!kring_name_list_has_lines (text))
    {
      gtk_editable_insert_text (entry, text, -1, &position);
      gtk_editable_set_position (entry, position);
      return;
    }

  pasting = g_new0 (Pasting, 1);
  pasting->row = g_object_ref (self);
  if (kring_name_list_get_item_id (names, self->index) == NULL)
    {
      pasting->typed = g_strdup (kring_name_row_get_text (self));
      kring_name_row_set_text (self, "");
    }
  whole = g_strconcat (pasting->typed != NULL ? pasting->typed : "", text, NULL);
  kring_paste_add (paste, names, whole, name_row_pasted_cb, pasting);
}

/**
 * kring_name_row_type:
 *
 * As if somebody typed @text there.
 */
void
kring_name_row_type (KringNameRow *self, const char *text)
{
  g_return_if_fail (KRING_IS_NAME_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* (transfer full) (element-type utf8): what the line made, if it made anything. The list may let go of
 * the line before the row does. */
static GPtrArray *
name_row_dup_about (KringNameRow *self, KringNameList *names)
{
  const char *id = kring_name_list_get_item_id (names, self->index);
  GPtrArray *about = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_id_release);

  if (id != NULL)
    g_ptr_array_add (about, kring_id_intern (id));
  return about;
}

/* What is typed, and which line it would change. */
static GVariant *
name_row_dup_words (KringNameRow *self, KringNameList *names)
{
  const char *tie_id = kring_name_list_get_tie_id (names, self->index);
  g_auto (GVariantBuilder) words = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));

  g_variant_builder_add (&words, "{ss}", "text", kring_name_row_get_text (self));
  g_variant_builder_add (&words, "{ss}", "entered", kring_name_list_get_text (names, self->index));
  g_variant_builder_add (&words, "{ss}", "tie", tie_id != NULL ? tie_id : "");
  return g_variant_builder_end (&words);
}

/**
 * kring_name_row_keep:
 *
 * Keeps what is typed and is no line yet, as long as it is not; in place of what was kept of it
 * before.
 */
void
kring_name_row_keep (KringNameRow *self, KringNameList *names, KringDrafts *drafts)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->about), about = NULL;
  gboolean kept;

  g_return_if_fail (KRING_IS_NAME_ROW (self));

  about = name_row_dup_about (self, names);
  kept = kring_name_row_is_typed (self) && !kring_name_row_is_blank (self);
  if (kept)
    kring_drafts_keep (drafts, KRING_DRAFT_LINE, about, name_row_dup_words (self, names));
  if (before != NULL && (!kept || before->len != about->len ||
                         (before->len > 0 && before->pdata[0] != about->pdata[0])))
    kring_drafts_keep (drafts, KRING_DRAFT_LINE, before, NULL);
  if (kept)
    self->about = g_steal_pointer (&about);
}

/**
 * kring_name_row_is_blank:
 *
 * Returns: whether nothing but spaces stands in it
 */
gboolean
kring_name_row_is_blank (KringNameRow *self)
{
  const char *text = kring_name_row_get_text (self);

  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

/**
 * kring_name_row_show_reading:
 *
 * Shows how @names understands the line by now.
 */
void
kring_name_row_show_reading (KringNameRow *self, KringNameList *names)
{
  const char *icon = NULL;
  g_autofree char *reading = NULL, *name = NULL;

  g_return_if_fail (KRING_IS_NAME_ROW (self));

  if (!kring_name_row_is_blank (self))
    reading =
        kring_name_list_dup_reading (names, self->index, kring_name_row_get_text (self), &icon);
  if (icon != NULL)
    name = g_strdup_printf ("kring-%s-symbolic", icon);
  gtk_label_set_text (self->reading, reading != NULL ? reading : "");
  gtk_image_set_from_icon_name (self->icon, name);
  kring_spoken_describe (GTK_WIDGET (self->entry), reading != NULL ? reading : "");
}

/* A row that just came has a place only when it was laid out, which GTK does not wait for. */
static gboolean
name_row_reveal_cb (GtkWidget *row, GdkFrameClock *clock, gpointer data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (!gtk_widget_compute_bounds (row, scroller, &bounds))
    return G_SOURCE_REMOVE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  bounds.origin.y += gtk_adjustment_get_value (adjustment);
  gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/**
 * kring_name_row_come_into_view:
 *
 * Scrolls it into view, once it has a place.
 */
void
kring_name_row_come_into_view (KringNameRow *self)
{
  g_return_if_fail (KRING_IS_NAME_ROW (self));

  gtk_widget_add_tick_callback (GTK_WIDGET (self), name_row_reveal_cb, NULL, NULL);
}
