/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/records/kring-statement-popover.h"

#include "gtk/records/kring-how-known.h"
#include "gtk/records/kring-statement-words.h"
#include "gtk/widgets/kring-date-picker.h"
#include "gtk/widgets/kring-error-words.h"
#include "gtk/widgets/kring-form.h"
#include "gtk/widgets/kring-text-box.h"
#include "map/model/kring-record-counts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 420

#define N_WAYS (KRING_HOW_KNOWN_CONCLUDED + 1)
#define WAYS_IN_ROW 2

struct _KringStatementPopover
{
  KringItemPopover parent_instance;

  GtkWidget *words_button;
  GtkWidget *own_button;
  GtkWidget *form_box;
  GtkWidget *text_box;
  GtkTextView *view;
  GtkLabel *hint;
  GtkWidget *way_box;
  GtkWidget *way_buttons[N_WAYS];
  GtkWidget *who_box;
  GtkWidget *said_by;
  GtkWidget *heard_by;
  GtkWidget *date_box;
  GtkWidget *when;
  char *opening;    /* (owned) (nullable): what was put in the text for the way chosen */
  gboolean filling; /* nothing is being typed */
  gboolean guessed; /* the way was read from the text, and goes with it */
};

G_DEFINE_FINAL_TYPE (KringStatementPopover, kring_statement_popover, KRING_TYPE_ITEM_POPOVER)

static KringSession *
say_get_session (KringStatementPopover *self)
{
  return kring_item_popover_get_session (KRING_ITEM_POPOVER (self));
}

static GPtrArray *
get_ids (KringStatementPopover *self)
{
  return kring_item_popover_get_ids (KRING_ITEM_POPOVER (self));
}

static char *
say_dup_text (KringStatementPopover *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
say_set_text (KringStatementPopover *self, const char *text)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->filling = filling;
}

static gboolean
is_words (KringStatementPopover *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->words_button));
}

static void say_keep (KringStatementPopover *self);

/* @said: whether somebody said it */
static void
say_show_hint (KringStatementPopover *self, gboolean said)
{
  gtk_label_set_text (self->hint,
                      said ? _ ("Write it down literally and as it was said. Do not question "
                                "further.")
                           : _ ("Facts and opinions apart: what was seen, or what we think and "
                                "why."));
}

static void
form_changed_cb (KringStatementPopover *self)
{
  gboolean words = is_words (self);

  gtk_widget_set_visible (self->who_box, words);
  gtk_widget_set_visible (self->way_box, !words);
  say_show_hint (self, words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
      words ? _ ("Words, as they were said") : _ ("What we see or think"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_label_get_text (self->hint), -1);
  say_keep (self);
}

static void recognise (KringStatementPopover *self);
static int say_get_way (KringStatementPopover *self);

static void
say_add_part (GVariantBuilder *builder, const char *part, const char *text)
{
  if (*text != '\0')
    g_variant_builder_add (builder, "{ss}", part, text);
}

static void
say_add_number (GVariantBuilder *builder, const char *part, int number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  g_variant_builder_add (builder, "{ss}", part, text);
}

/* All that stands on the card. */
static GVariant *
say_new_words (KringStatementPopover *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  g_autofree char *text = say_dup_text (self);

  say_add_part (&builder, "text", text);
  say_add_number (&builder, "form", kring_statement_popover_get_form (self));
  say_add_number (&builder, "way", say_get_way (self));
  say_add_part (&builder, "said_by", gtk_editable_get_text (GTK_EDITABLE (self->said_by)));
  say_add_part (&builder, "heard_by", gtk_editable_get_text (GTK_EDITABLE (self->heard_by)));
  say_add_part (&builder, "when", gtk_editable_get_text (GTK_EDITABLE (self->when)));
  return g_variant_builder_end (&builder);
}

/* Whether somebody typed something; who heard it may stand there since the last time. */
static gboolean
is_typed (KringStatementPopover *self)
{
  g_autofree char *text = say_dup_text (self);
  gboolean opening = g_strcmp0 (text, self->opening) == 0;

  return (!opening && *g_strchug (text) != '\0') ||
         *gtk_editable_get_text (GTK_EDITABLE (self->said_by)) != '\0' ||
         *gtk_editable_get_text (GTK_EDITABLE (self->when)) != '\0';
}

/* What stands on the card is kept, whatever happens to it. */
static void
say_keep (KringStatementPopover *self)
{
  if (!self->filling)
    kring_item_popover_keep_draft (KRING_ITEM_POPOVER (self),
                                   is_typed (self) ? say_new_words (self) : NULL);
}

/* Words in quotes are words. */
static void
say_text_changed_cb (KringStatementPopover *self)
{
  static const char *const quotes[] = { "“", "„", "\"", "‘" };
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  text = say_dup_text (self);
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), NULL, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (text, quotes[i]))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->words_button), TRUE);
  recognise (self);
  say_keep (self);
}

static int
say_get_way (KringStatementPopover *self)
{
  for (int i = 0; i < N_WAYS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->way_buttons[i])))
      return i;
  return KRING_HOW_KNOWN_NOT_SAID;
}

/* Offers how such a sentence begins, where nothing was typed yet. */
static void
way_changed_cb (KringStatementPopover *self, GtkToggleButton *button)
{
  g_autofree char *text = NULL, *today = NULL;

  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  self->guessed = FALSE;
  text = say_dup_text (self);
  say_keep (self);
  if (*text != '\0' && g_strcmp0 (text, self->opening) != 0)
    return;
  today = kring_editor_dup_today (kring_session_get_editor (say_get_session (self)));
  g_free (self->opening);
  self->opening = kring_how_known_dup_opening (
      say_get_way (self), kring_statement_words_find_writer (say_get_session (self)), today);
  say_set_text (self, self->opening);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* @way: not said for none */
static void
choose_way (KringStatementPopover *self, KringHowKnown way)
{
  self->filling = TRUE;
  for (int i = 0; i < N_WAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->way_buttons[i]), i == (int) way);
  self->filling = FALSE;
  self->guessed = way != KRING_HOW_KNOWN_NOT_SAID;
}

/* The text itself may say how it is known: "Noor says that …", "We saw …". What it says no longer
 * goes again; what somebody chose stays. */
static void
recognise (KringStatementPopover *self)
{
  g_autofree char *text = say_dup_text (self), *speaker = NULL;
  KringHowKnown said = kring_how_known_recognise (text, &speaker), way;

  if (is_words (self))
    return;
  say_show_hint (self,
                 said == KRING_HOW_KNOWN_TOLD_BY_PERSON || said == KRING_HOW_KNOWN_TOLD_BY_OTHER);
  if (say_get_way (self) != KRING_HOW_KNOWN_NOT_SAID && !self->guessed)
    return;
  way = kring_statement_words_find_way (say_get_session (self), get_ids (self), said, speaker);
  if (way == KRING_HOW_KNOWN_NOT_SAID && !self->guessed)
    return;
  choose_way (self, way);
  gtk_editable_set_text (GTK_EDITABLE (self->said_by), speaker != NULL ? speaker : "");
}

static void
start_anew (KringStatementPopover *self)
{
  g_clear_pointer (&self->opening, g_free);
  self->filling = TRUE;
  say_set_text (self, "");
  gtk_editable_set_text (GTK_EDITABLE (self->said_by), "");
  self->guessed = FALSE;
  self->filling = FALSE;
  say_keep (self);
}

static void
noted (KringStatementPopover *self, gboolean stay)
{
  g_autofree char *place = kring_item_popover_dup_about (KRING_ITEM_POPOVER (self));
  /* Translators: %s is what something was noted about. */
  g_autofree char *text = g_strdup_printf (_ ("Noted about %s"), place);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
  start_anew (self);
  if (stay)
    {
      kring_item_popover_show_message (KRING_ITEM_POPOVER (self), text, FALSE);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
say_note (KringStatementPopover *self, gboolean stay)
{
  g_autoptr (GVariant) words = g_variant_ref_sink (say_new_words (self));
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->when));
  g_autofree char *when = NULL, *message = NULL, *refused = NULL;
  g_autoptr (GError) error = NULL;

  if (kring_statement_words_note (say_get_session (self), get_ids (self), words, &error))
    {
      noted (self, stay);
      return;
    }
  refused = kring_error_words_dup_edit (error);
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), refused, TRUE);
  if (!kring_statement_words_read_date (say_get_session (self), typed, &when, &message))
    gtk_widget_grab_focus (self->when);
}

static void
kring_statement_popover_note (KringItemPopover *popover, GdkModifierType state)
{
  say_note (KRING_STATEMENT_POPOVER (popover), (state & GDK_CONTROL_MASK) != 0);
}

/* Whether the input method took the key, to end what is being composed. */
static gboolean
say_is_composing (KringStatementPopover *self, GtkEventController *keys)
{
  GdkEvent *event = gtk_event_controller_get_current_event (keys);

  return event != NULL && gtk_text_view_im_context_filter_keypress (self->view, event);
}

static gboolean
say_key_pressed_cb (KringStatementPopover *self,
                    guint key,
                    guint code,
                    GdkModifierType state,
                    GtkEventController *keys)
{
  /* Who said it may have come into view with the last letter, and have no place yet. */
  if (key == GDK_KEY_Tab && !(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) && is_words (self))
    return gtk_widget_grab_focus (self->said_by);
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || state & GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  if (say_is_composing (self, keys))
    return GDK_EVENT_STOP;
  say_note (self, (state & GDK_CONTROL_MASK) != 0);
  return GDK_EVENT_STOP;
}

static void
say_activate_cb (KringStatementPopover *self)
{
  say_note (self, FALSE);
}

static void
kring_statement_popover_finalize (GObject *object)
{
  g_free (KRING_STATEMENT_POPOVER (object)->opening);
  G_OBJECT_CLASS (kring_statement_popover_parent_class)->finalize (object);
}

static GtkWidget *
add_toggle (GtkWidget *box, GtkWidget *group, const char *icon, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (content), gtk_label_new (label));
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_hexpand (button, TRUE);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
add_linked (GtkWidget *box)
{
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (box), linked);
  return linked;
}

static void
build_form (KringStatementPopover *self)
{
  self->own_button =
      add_toggle (self->form_box, NULL, kring_how_known_get_icon (KRING_HOW_KNOWN_SEEN, 1),
                  _ ("What we see or think"));
  self->words_button = add_toggle (
      self->form_box, self->own_button,
      kring_how_known_get_icon (KRING_HOW_KNOWN_NOT_SAID, KRING_STATEMENT_VERBATIM), _ ("Words"));
  g_signal_connect_object (self->words_button, "toggled", G_CALLBACK (form_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_text (KringStatementPopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "left-margin", 8,
                             "right-margin", 8, "top-margin", 8, "bottom-margin", 8, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->text_box),
                                 kring_text_box_new (GTK_WIDGET (self->view)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (say_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (say_text_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
build_ways (KringStatementPopover *self)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_STATEMENT), KRING_F_HOW_KNOWN);
  GtkWidget *row = NULL;

  for (int i = 0; i < N_WAYS; i++)
    {
      const char *label = kring_field_get_choice_label (field, i);

      if (i % WAYS_IN_ROW == 0)
        row = add_linked (self->way_box);
      self->way_buttons[i] =
          add_toggle (row, i > 0 ? self->way_buttons[0] : NULL,
                      kring_how_known_get_icon (i, KRING_STATEMENT_INTERPRETATION), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->way_buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_add_css_class (self->way_buttons[i], "statement-way");
      g_signal_connect_object (self->way_buttons[i], "toggled", G_CALLBACK (way_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/* Shown back in full before it is noted. */
static void
when_changed_cb (KringStatementPopover *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->when));
  g_autofree char *when = NULL, *told = NULL;

  if (*typed != '\0')
    kring_date_picker_read (say_get_session (self), typed, KRING_DATE_AIM_PAST, &when, &told);
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), told, FALSE);
}

static void
kring_statement_popover_class_init (KringStatementPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kring_statement_popover_finalize;
  KRING_ITEM_POPOVER_CLASS (klass)->note = kring_statement_popover_note;
  kring_form_use (widget_class, "kring-statement-popover");
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, form_box);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, text_box);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, hint);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, way_box);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, who_box);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, said_by);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, heard_by);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, date_box);
  gtk_widget_class_bind_template_child (widget_class, KringStatementPopover, when);
  gtk_widget_class_bind_template_callback (widget_class, say_keep);
  gtk_widget_class_bind_template_callback (widget_class, say_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, when_changed_cb);
}

static void
kring_statement_popover_init (KringStatementPopover *self)
{
  KringItemPopover *popover = KRING_ITEM_POPOVER (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  build_form (self);
  build_text (self);
  build_ways (self);
  gtk_box_append (GTK_BOX (self->date_box), kring_date_picker_new (self->when, NULL, NULL));
  kring_item_popover_set_box (popover, KRING_DRAFT_STATEMENT);
  kring_item_popover_build (popover, gtk_popover_get_child (GTK_POPOVER (self)), WIDTH,
                            _ ("_Note It"), _ ("Shift+Enter: new line · Ctrl+Enter: one more"));
}

/**
 * kring_statement_popover_new: (constructor)
 *
 * Returns: (transfer floating): a popover that is about nothing yet
 */
GtkWidget *
kring_statement_popover_new (KringSession *session)
{
  return kring_item_popover_new (KRING_TYPE_STATEMENT_POPOVER, session);
}

static void
fill_entry (GtkWidget *entry, GVariant *draft, const char *part)
{
  const char *text = draft != NULL ? kring_statement_words_get (draft, part) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

/* What was typed before about the same, or nothing; who heard it is remembered. */
static void
say_fill (KringStatementPopover *self, GVariant *draft)
{
  const char *text = draft != NULL ? kring_statement_words_get (draft, "text") : NULL;
  int form = kring_statement_words_get_number (draft, "form", KRING_STATEMENT_INTERPRETATION);
  int way = kring_statement_words_get_number (draft, "way", N_WAYS);

  g_clear_pointer (&self->opening, g_free);
  self->filling = TRUE;
  self->guessed = FALSE;
  for (int i = 0; i < N_WAYS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->way_buttons[i]), i == way);
  fill_entry (self->said_by, draft, "said_by");
  fill_entry (self->when, draft, "when");
  if (draft != NULL)
    fill_entry (self->heard_by, draft, "heard_by");
  say_set_text (self, text != NULL ? text : "");
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (form == KRING_STATEMENT_VERBATIM ? self->words_button : self->own_button),
      TRUE);
  form_changed_cb (self);
  self->filling = FALSE;
}

/**
 * kring_statement_popover_ask:
 * @parent: the widget that it opens over
 * @at: where in @parent
 * @ids: (element-type utf8): what it is about
 *
 * Opens it. What was typed before about the same and not noted is still there.
 */
void
kring_statement_popover_ask (KringStatementPopover *self,
                             GtkWidget *parent,
                             const GdkRectangle *at,
                             GPtrArray *ids)
{
  KringItemPopover *popover = KRING_ITEM_POPOVER (self);
  g_autofree char *about = NULL, *title = NULL;
  g_autoptr (GVariant) draft = NULL;

  kring_item_popover_set_ids (popover, ids);
  about = kring_item_popover_dup_about (popover);
  /* Translators: %s is a person, a thing or a tie. */
  title = g_strdup_printf (_ ("What do we know about %s?"), about);
  draft = kring_item_popover_get_draft (popover);
  if (draft != NULL)
    g_variant_ref (draft);
  say_fill (self, draft);
  recognise (self);
  kring_item_popover_set_title (popover, title);
  kring_item_popover_show_message (KRING_ITEM_POPOVER (self), NULL, FALSE);
  kring_item_popover_open (popover, parent, at, GTK_WIDGET (self->view));
}

/**
 * kring_statement_popover_set_text:
 * @text: as if it was typed
 */
void
kring_statement_popover_set_text (KringStatementPopover *self, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
}

/**
 * kring_statement_popover_get_form:
 *
 * Returns: what the text would be noted as
 */
KringStatementForm
kring_statement_popover_get_form (KringStatementPopover *self)
{
  return is_words (self) ? KRING_STATEMENT_VERBATIM : KRING_STATEMENT_INTERPRETATION;
}
