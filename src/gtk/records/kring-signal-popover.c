/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-signal-popover.h"

#include "gtk/widgets/kring-date-picker.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-form.h"
#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/base/kring-date.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-quick-date.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>

#define N_ROWS 6
#define SIGN_SIZE 22
#define WIDTH 400
#define LINES_MAX 3

/* What is offered at one place of the list. */
typedef struct
{
  GtkWidget *row;   /* (not owned), in the list */
  GtkWidget *sign;  /* (not owned) */
  GtkLabel *label;  /* (not owned) */
  GtkLabel *detail; /* (not owned) */
} Row;

struct _KringSignalPopover
{
  KringItemPopover parent_instance;

  KringCatalogueStore *shelf; /* (owned) */
  gboolean protective;
  guint32 kinds; /* of what it is placed on */

  GtkWidget *entry;
  GtkListBox *list;
  Row rows[N_ROWS];

  GPtrArray *offered; /* (owned) (element-type KringCatalogueSignal), as many as there are rows */
  char *words;        /* (owned): what was typed, without the date */
  char *date;         /* (owned) (nullable): the date at the end of it */
  char *other;        /* (owned) (nullable): another that may be meant as well */
};

G_DEFINE_FINAL_TYPE (KringSignalPopover, kring_signal_popover, KRING_TYPE_ITEM_POPOVER)

static KringSession *
signal_popover_get_session (KringSignalPopover *self)
{
  return kring_item_popover_get_session (KRING_ITEM_POPOVER (self));
}

static void
signal_popover_show_message (KringSignalPopover *self, const char *text, gboolean is_error)
{
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), text, is_error);
}

/* "Money and goods · 12 Sep 2025" */
static char *
signal_popover_dup_detail (KringSignalPopover *self, const char *words)
{
  g_autofree char *when = self->date != NULL ? kring_date_format_string (self->date) : NULL;

  return when != NULL ? g_strdup_printf ("%s · %s", words, when) : g_strdup (words);
}

/* Whether it would be marked as what happens to the first of those it is noted on. */
static gboolean
would_be_undergone (KringSignalPopover *self, const char *concerns)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_CONCERNS);
  GPtrArray *ids = kring_item_popover_get_ids (KRING_ITEM_POPOVER (self));
  KringMap *map = kring_session_get_map (signal_popover_get_session (self));
  int choice = concerns != NULL ? kring_field_find_choice (field, concerns) : -1;

  return kring_record_counts_is_undergone (
      choice < 0 ? KRING_CONCERNS_NOT_SAID : (KringConcerns) choice,
      ids != NULL && ids->len > 0 ? kring_map_get_item (map, ids->pdata[0]) : NULL);
}

static void
signal_popover_show_row (
    KringSignalPopover *self, guint place, KringFamily family, const char *label, const char *words)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_SIGNAL);
  const KringField *field = kring_kind_find_field (kind, KRING_F_FAMILY);
  Row *row = &self->rows[place];
  g_autofree char *detail = signal_popover_dup_detail (self, words);
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s, %s", label, kring_field_get_choice_label (field, family), detail);

  kring_item_preview_show_signal (KRING_ITEM_PREVIEW (row->sign), family,
                                  would_be_undergone (self, NULL));
  gtk_label_set_text (row->label, label);
  gtk_widget_set_tooltip_text (row->row, label);
  gtk_label_set_text (row->detail, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_widget_set_visible (row->row, TRUE);
}

/* Subject, whom it will be for if not for all, and whether somebody still has to look at it. */
static char *
dup_known_detail (const KringCatalogueSignal *signal)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_SIGNAL), KRING_F_AUDIENCE);
  GString *detail = g_string_new (kring_catalogue_signal_get_category (signal));

  if (signal->audience != KRING_AUDIENCE_JOINT)
    g_string_append_printf (detail, " · %s",
                            kring_field_get_choice_label (field, (int) signal->audience));
  if (signal->to_review)
    /* Translators: of a signal in the list that no practitioner has looked at yet. */
    g_string_append_printf (detail, " · %s", _ ("still to be looked at"));
  return g_string_free (detail, FALSE);
}

static void
show_known_row (KringSignalPopover *self, guint place, const KringCatalogueSignal *signal)
{
  const char *label = kring_catalogue_signal_get_label (signal);
  g_autofree char *detail = dup_known_detail (signal);
  g_autofree char *origin =
      kring_catalogue_dup_origin (kring_catalogue_store_get_catalogue (self->shelf), signal);
  g_autofree char *tooltip = g_strconcat (label, "\n", origin, NULL);

  signal_popover_show_row (self, place, signal->family, label, detail);
  kring_item_preview_show_signal (KRING_ITEM_PREVIEW (self->rows[place].sign), signal->family,
                                  would_be_undergone (self, signal->about));
  gtk_widget_set_tooltip_text (self->rows[place].row, tooltip);
}

static KringFamily
get_own_family (KringSignalPopover *self)
{
  return self->protective ? KRING_FAMILY_PROTECTIVE : KRING_FAMILY_RISK;
}

/* Words that the catalogue does not have, or not for this kind of item. */
static void
offer_own_words (KringSignalPopover *self)
{
  g_autoptr (GPtrArray) others = kring_catalogue_suggest (
      kring_catalogue_store_get_catalogue (self->shelf), self->words, 0, self->protective, 1);
  g_autofree char *quoted = g_strdup_printf ("“%s”", self->words);

  if (*self->words != '\0')
    signal_popover_show_row (self, 0, get_own_family (self), quoted,
                             others->len > 0
                                 ? _ ("The list has this for other kinds; in your own words")
                                 : _ ("Not in the list; in your own words"));
}

static void
signal_popover_choose (KringSignalPopover *self, int place)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, CLAMP (place, 0, N_ROWS - 1));

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_list_box_select_row (self->list, row);
}

/* Two days may be meant. */
static void
ask_which (KringSignalPopover *self)
{
  g_autofree char *question = kring_date_picker_dup_question (self->date, self->other);

  signal_popover_show_message (self, question, TRUE);
}

static void
signal_popover_search (KringSignalPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *today =
      kring_editor_dup_today (kring_session_get_editor (signal_popover_get_session (self)));

  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->words =
      kring_quick_date_split (typed, today, KRING_QUICK_DATE_LAST, &self->date, &self->other);
  if (self->other != NULL)
    ask_which (self);
  self->offered = kring_catalogue_suggest (kring_catalogue_store_get_catalogue (self->shelf),
                                           self->words, self->kinds, self->protective, N_ROWS);
  for (guint i = 0; i < N_ROWS; i++)
    {
      const KringCatalogueSignal *signal =
          i < self->offered->len ? g_ptr_array_index (self->offered, i) : NULL;

      if (signal != NULL)
        show_known_row (self, i, signal);
      else
        gtk_widget_set_visible (self->rows[i].row, FALSE);
    }
  if (self->offered->len == 0)
    offer_own_words (self);
  /* Before the first letter Enter means nothing yet. */
  if (*self->words != '\0')
    signal_popover_choose (self, 0);
  else
    gtk_list_box_unselect_all (self->list);
}

static void
signal_popover_tell (KringSignalPopover *self, const char *label, gboolean stay)
{
  g_autofree char *place = kring_item_popover_dup_about (KRING_ITEM_POPOVER (self));
  /* Translators: what a signal was placed on, then the signal. */
  g_autofree char *text = g_strdup_printf (_ ("Noted on %s: %s"), place, label);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (stay)
    {
      signal_popover_show_message (self, text, FALSE);
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
signal_popover_place (KringSignalPopover *self, const KringNewSignal *wanted, gboolean stay)
{
  g_autofree char *label = g_strdup (wanted->label);
  g_autoptr (GError) error = NULL;

  if (self->other != NULL)
    ask_which (self);
  else if (kring_edit_add_signals (kring_session_get_editor (signal_popover_get_session (self)),
                                   kring_item_popover_get_ids (KRING_ITEM_POPOVER (self)), wanted,
                                   &error))
    signal_popover_tell (self, label, stay);
  else
    {
      g_autofree char *refused = kring_error_words_dup_edit (error);

      signal_popover_show_message (self, refused, TRUE);
    }
}

static void
place_own_words (KringSignalPopover *self, gboolean stay)
{
  const KringNewSignal wanted = { .label = self->words,
                                  .family = get_own_family (self),
                                  .observed = self->date };

  if (*self->words != '\0')
    signal_popover_place (self, &wanted, stay);
}

static void
place_chosen (KringSignalPopover *self, gboolean stay)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  guint index = row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
  const KringCatalogueSignal *signal;
  KringNewSignal wanted;

  if (row == NULL)
    return;
  if (index >= self->offered->len)
    {
      place_own_words (self, stay);
      return;
    }
  signal = g_ptr_array_index (self->offered, index);
  wanted = (KringNewSignal){ .catalogue = signal->id,
                             .label = kring_catalogue_signal_get_label (signal),
                             .family = signal->family,
                             .concerns = signal->about,
                             .observed = self->date,
                             .audience = signal->audience };
  signal_popover_place (self, &wanted, stay);
}

static void
signal_popover_changed_cb (KringSignalPopover *self)
{
  kring_item_popover_keep_text (KRING_ITEM_POPOVER (self),
                                gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  signal_popover_show_message (self, NULL, FALSE);
  signal_popover_search (self);
}

static void
row_activated_cb (KringSignalPopover *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  place_chosen (self, FALSE);
}

/* The keyboard stays in the entry; what is chosen is said with it. */
static void
signal_popover_row_selected_cb (KringSignalPopover *self, GtkListBoxRow *row)
{
  if (row == NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->entry),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  else
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                    GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
kring_signal_popover_note (KringItemPopover *popover, GdkModifierType state)
{
  KringSignalPopover *self = KRING_SIGNAL_POPOVER (popover);

  if (state & GDK_CONTROL_MASK)
    place_own_words (self, (state & GDK_SHIFT_MASK) != 0);
  else
    place_chosen (self, (state & GDK_SHIFT_MASK) != 0);
}

static gboolean
signal_popover_key_pressed_cb (KringSignalPopover *self,
                               guint key,
                               guint code,
                               GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  switch (key)
    {
    case GDK_KEY_Down:
      signal_popover_choose (self, index + 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      signal_popover_choose (self, index - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      kring_signal_popover_note (KRING_ITEM_POPOVER (self), state);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
signal_popover_activate_cb (KringSignalPopover *self)
{
  place_chosen (self, FALSE);
}

static void
kring_signal_popover_dispose (GObject *object)
{
  KringSignalPopover *self = KRING_SIGNAL_POPOVER (object);

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->other, g_free);
  g_clear_object (&self->shelf);
  G_OBJECT_CLASS (kring_signal_popover_parent_class)->dispose (object);
}

static void
kring_signal_popover_class_init (KringSignalPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_signal_popover_dispose;
  KRING_ITEM_POPOVER_CLASS (klass)->note = kring_signal_popover_note;
  kring_form_use (widget_class, "kring-signal-popover");
  gtk_widget_class_bind_template_child (widget_class, KringSignalPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, KringSignalPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, signal_popover_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, signal_popover_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, signal_popover_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, signal_popover_row_selected_cb);
}

/* Long names wrap; only what somebody pasted here by mistake is cut off. */
static GtkLabel *
signal_popover_new_words (const char *css_class)
{
  GtkLabel *label = GTK_LABEL (kring_words_new (css_class));

  gtk_label_set_lines (label, LINES_MAX);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  return label;
}

static void
build_row (KringSignalPopover *self, Row *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  row->row = gtk_list_box_row_new ();
  row->sign = kring_item_preview_new (signal_popover_get_session (self), SIGN_SIZE, SIGN_SIZE);
  row->label = signal_popover_new_words (NULL);
  row->detail = signal_popover_new_words ("field-caption");
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (row->detail));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), row->sign);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->list, row->row);
}

static void
kring_signal_popover_init (KringSignalPopover *self)
{
  self->offered = g_ptr_array_new ();
  self->words = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  kring_item_popover_build (KRING_ITEM_POPOVER (self), gtk_popover_get_child (GTK_POPOVER (self)),
                            WIDTH, _ ("_Note It"),
                            _ ("Shift+Enter: one more · "
                               "Ctrl+Enter: in your own words"));
}

/**
 * kring_signal_popover_new: (constructor)
 * @shelf: is read when a signal is asked for the first time
 *
 * Returns: (transfer floating): a popover that asks nothing yet
 */
GtkWidget *
kring_signal_popover_new (KringSession *session, KringCatalogueStore *shelf)
{
  GtkWidget *widget = kring_item_popover_new (KRING_TYPE_SIGNAL_POPOVER, session);
  KringSignalPopover *self = KRING_SIGNAL_POPOVER (widget);

  self->shelf = g_object_ref (shelf);
  for (guint i = 0; i < N_ROWS; i++)
    build_row (self, &self->rows[i]);
  return widget;
}

/* Those that are on the map still; the others would keep all of it from being placed. */
static void
take_ids (KringSignalPopover *self, GPtrArray *ids)
{
  KringMap *map = kring_session_get_map (signal_popover_get_session (self));
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  self->kinds = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));

      if (item == NULL)
        continue;
      g_ptr_array_add (there, g_ptr_array_index (ids, i));
      self->kinds |= 1u << kring_item_get_kind (item)->id;
    }
  kring_item_popover_set_ids (KRING_ITEM_POPOVER (self), there);
}

static void
show_title (KringSignalPopover *self)
{
  g_autofree char *place = kring_item_popover_dup_about (KRING_ITEM_POPOVER (self));
  /* Translators: what protects somebody, or a signal that was seen on somebody. */
  g_autofree char *title =
      g_strdup_printf (self->protective ? _ ("What protects %s") : _ ("Signal on %s"), place);
  const char *invitation = self->protective ? _ ("One word, such as grandmother or school")
                                            : _ ("One word, such as gift or phone");

  kring_item_popover_set_title (KRING_ITEM_POPOVER (self), title);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), invitation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
}

/**
 * kring_signal_popover_ask:
 * @parent: the widget that it opens over
 * @at: where in @parent
 * @ids: (element-type utf8): what the signal is placed on
 * @protective: whether what protects is asked for
 */
void
kring_signal_popover_ask (KringSignalPopover *self,
                          GtkWidget *parent,
                          const GdkRectangle *at,
                          GPtrArray *ids,
                          gboolean protective)
{
  g_autofree char *draft = NULL;

  take_ids (self, ids);
  self->protective = protective;
  kring_item_popover_set_box (KRING_ITEM_POPOVER (self),
                              protective ? KRING_DRAFT_PROTECTIVE : KRING_DRAFT_SIGNAL);
  show_title (self);
  draft = g_strdup (kring_item_popover_get_text (KRING_ITEM_POPOVER (self)));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), draft);
  signal_popover_changed_cb (self);
  kring_item_popover_open (KRING_ITEM_POPOVER (self), parent, at, self->entry);
}

/**
 * kring_signal_popover_set_text:
 * @text: stands in the entry as if somebody typed it
 */
void
kring_signal_popover_set_text (KringSignalPopover *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * kring_signal_popover_get_n_rows:
 *
 * Returns: how many signals are offered now
 */
guint
kring_signal_popover_get_n_rows (KringSignalPopover *self)
{
  guint n = 0;

  while (n < N_ROWS && gtk_widget_get_visible (self->rows[n].row))
    n++;
  return n;
}

/**
 * kring_signal_popover_get_row:
 *
 * Returns: (transfer none): what is offered at @position
 */
const char *
kring_signal_popover_get_row (KringSignalPopover *self, guint position)
{
  return gtk_label_get_text (self->rows[position].label);
}
