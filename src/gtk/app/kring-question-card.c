/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/app/kring-question-card.h"

#include "gtk/widgets/kring-spoken.h"

#include <glib/gi18n.h>

#define CARD_WIDTH 330
#define CARD_WIDTH_NARROW 270
#define LINES_HEIGHT_MAX 340
/* In this time the card gets its size. */
#define REVEAL_MS 60

struct _KringQuestionCard
{
  AdwBin parent_instance;

  KringCanvas *canvas; /* (not owned), outlives it in the same overlay */
  KringMap *map;       /* (owned) (nullable) */
  GtkMenuButton *button;
  GtkWidget *label; /* on it */
  GtkRevealer *revealer;
  GtkLabel *title;
  GtkLabel *summary;
  GtkWidget *scrolled;
  GtkListBox *list;

  KringAnswer *answer; /* (owned) (nullable) none is shown */
  KringQuestion question;
  GPtrArray *ids;    /* (owned) (element-type utf8) interned, what it is about */
  gboolean renewing; /* the lines are being replaced */
  guint reveal_id;   /* until the card has its size, and what it is about can be seen beside it */
};

G_DEFINE_FINAL_TYPE (KringQuestionCard, kring_question_card, ADW_TYPE_BIN)

static KringSelection *
question_card_get_selection (KringQuestionCard *self)
{
  return kring_session_get_selection (kring_canvas_get_session (self->canvas));
}

static void
question_card_append (GMenu *menu,
                      KringQuestionCard *self,
                      KringQuestion question,
                      const char *target)
{
  g_autoptr (GPtrArray) ids = kring_selection_dup_ids (question_card_get_selection (self));
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *title = NULL;

  if (!kring_question_can_ask (self->map, question, ids))
    return;
  title = kring_question_dup_title (self->map, question, ids);
  item = g_menu_item_new (title, NULL);
  g_menu_item_set_action_and_target (item, "map.ask", "s", target);
  g_menu_append_item (menu, item);
}

/* Only what can be asked now; without anything selected it says how to ask more. */
static void
fill_menu_cb (GtkMenuButton *button, gpointer data)
{
  KringQuestionCard *self = data;
  g_autoptr (GMenu) menu = g_menu_new (), about = g_menu_new (), whole = g_menu_new ();

  question_card_append (about, self, KRING_QUESTION_LINKED, "linked");
  question_card_append (about, self, KRING_QUESTION_NEAR, "near");
  if (g_menu_model_get_n_items (G_MENU_MODEL (about)) == 0)
    g_menu_append (about, _ ("Select two to ask how they are linked"), "map.ask-nothing");
  question_card_append (whole, self, KRING_QUESTION_GROUPS, "groups");
  question_card_append (whole, self, KRING_QUESTION_ONLY_LINK, "only-link");
  question_card_append (whole, self, KRING_QUESTION_ALONE, "alone");
  question_card_append (whole, self, KRING_QUESTION_NEW, "new");
  question_card_append (whole, self, KRING_QUESTION_COPIES, "copies");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (about));
  g_menu_append_section (menu, _ ("About the whole map"), G_MENU_MODEL (whole));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
question_card_add_line (KringQuestionCard *self, const KringAnswerLine *line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new (), *detail;

  gtk_box_append (GTK_BOX (box), make_label (line->text, NULL));
  if (line->detail != NULL)
    {
      detail = make_label (line->detail, "caption");
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->text,
                                  -1);
  kring_spoken_describe (row, line->detail != NULL ? line->detail : "");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
}

static void
fill_lines (KringQuestionCard *self)
{
  GtkWidget *row;

  self->renewing = TRUE;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->answer->lines->len; i++)
    question_card_add_line (self, g_ptr_array_index (self->answer->lines, i));
  gtk_widget_set_visible (self->scrolled, self->answer->lines->len > 0);
  self->renewing = FALSE;
}

/* What the chosen line is about; without one, what all of them are. */
static GHashTable *
question_card_get_shown (KringQuestionCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  KringAnswerLine *line;

  if (row == NULL)
    return self->answer->shown;
  line = g_ptr_array_index (self->answer->lines, gtk_list_box_row_get_index (row));
  return line->shown;
}

static gboolean
question_card_reveal_cb (gpointer data)
{
  KringQuestionCard *self = data;
  GtkWidget *card = gtk_revealer_get_child (self->revealer);
  graphene_rect_t box;

  self->reveal_id = 0;
  if (self->answer != NULL && g_hash_table_size (question_card_get_shown (self)) > 0 &&
      gtk_widget_compute_bounds (card, GTK_WIDGET (self->canvas), &box))
    kring_canvas_reveal (
        self->canvas, question_card_get_shown (self),
        KRING_RECT_INIT (box.origin.x, box.origin.y, box.size.width, box.size.height));
  return G_SOURCE_REMOVE;
}

static void
show_line (KringQuestionCard *self)
{
  GHashTable *shown = question_card_get_shown (self);

  if (g_hash_table_size (shown) == 0)
    return;
  kring_interaction_show_only (kring_canvas_get_interaction (self->canvas), shown);
  if (self->reveal_id == 0)
    self->reveal_id = g_timeout_add (REVEAL_MS, question_card_reveal_cb, self);
}

static void
question_card_row_selected_cb (KringQuestionCard *self)
{
  if (!self->renewing && self->answer != NULL)
    show_line (self);
}

/* Puts the answer away and shows everything again. */
static void
question_card_put_away (KringQuestionCard *self)
{
  KringInteraction *interaction = kring_canvas_get_interaction (self->canvas);

  g_clear_pointer (&self->answer, kring_answer_free);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  if (interaction == NULL)
    return;
  kring_interaction_show_only (interaction, NULL);
  kring_canvas_end_reveal (self->canvas);
}

static void
shows_all_cb (KringQuestionCard *self)
{
  if (self->answer != NULL)
    question_card_put_away (self);
}

static void
question_card_renew (KringQuestionCard *self)
{
  g_clear_pointer (&self->answer, kring_answer_free);
  self->answer = kring_answer_new (self->map, self->question, self->ids);
  gtk_label_set_text (self->title, self->answer->title);
  gtk_label_set_text (self->summary, self->answer->summary != NULL ? self->answer->summary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->summary), self->answer->summary != NULL);
  fill_lines (self);
}

/* The answer follows the map; when what it is about is gone, so is the card. */
static void
question_card_map_changed_cb (KringQuestionCard *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (self->answer == NULL)
    return;
  if (!kring_question_can_ask (self->map, self->question, self->ids))
    {
      question_card_put_away (self);
      return;
    }
  question_card_renew (self);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
  show_line (self);
}

static void
ask_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringQuestionCard *self = data;
  g_autoptr (GPtrArray) ids = kring_selection_dup_ids (question_card_get_selection (self));
  KringQuestion question;

  if (!kring_question_find (g_variant_get_string (parameter, NULL), &question))
    return;
  if (kring_question_can_ask (self->map, question, ids))
    kring_question_card_ask (self, question, ids);
  else if (question == KRING_QUESTION_LINKED)
    gtk_widget_activate_action (GTK_WIDGET (self->canvas), "win.tell", "s",
                                _ ("Select two to ask how they are linked"));
}

static void
question_card_close_cb (KringQuestionCard *self)
{
  question_card_put_away (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static gboolean
question_card_key_pressed_cb (KringQuestionCard *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || self->answer == NULL)
    return FALSE;
  question_card_close_cb (self);
  return TRUE;
}

static void
kring_question_card_dispose (GObject *object)
{
  KringQuestionCard *self = KRING_QUESTION_CARD (object);

  g_clear_handle_id (&self->reveal_id, g_source_remove);
  g_clear_pointer (&self->answer, kring_answer_free);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_object (&self->map);
  G_OBJECT_CLASS (kring_question_card_parent_class)->dispose (object);
}

static void
kring_question_card_class_init (KringQuestionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_question_card_dispose;
}

static void
kring_question_card_init (KringQuestionCard *self)
{
}

static GtkWidget *
question_card_make_button (KringQuestionCard *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("kring-question-symbolic"));
  self->label = gtk_label_new (_ ("Ask the Map"));
  gtk_box_append (GTK_BOX (content), self->label);
  gtk_menu_button_set_child (self->button, content);
  gtk_menu_button_set_create_popup_func (self->button, fill_menu_cb, self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Questions to the Map (Ctrl+J)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Ask the Map"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "kring-corner");
  return GTK_WIDGET (self->button);
}

static GtkWidget *
make_head (KringQuestionCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->title = GTK_LABEL (make_label (NULL, "heading"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->title), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (close, _ ("Show Everything Again (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Show Everything Again"), -1);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (question_card_close_cb), self);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), close);
  return head;
}

static GtkWidget *
make_answer (KringQuestionCard *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->summary = GTK_LABEL (make_label (NULL, NULL));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Answer"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "kring-answers");
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (question_card_row_selected_cb),
                            self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled),
                                              LINES_HEIGHT_MAX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (card), make_head (self));
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (card), self->scrolled);
  gtk_widget_set_size_request (card, CARD_WIDTH, -1);
  gtk_widget_add_css_class (card, "kring-card");
  gtk_widget_add_css_class (card, "kring-answer");
  return card;
}

static void
add_actions (KringQuestionCard *self)
{
  GActionMap *actions = G_ACTION_MAP (kring_canvas_get_actions (self->canvas));
  g_autoptr (GSimpleAction) ask = g_simple_action_new ("ask", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (ask, "activate", G_CALLBACK (ask_cb), self, 0);
  g_action_map_add_action (actions, G_ACTION (ask));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (actions));
}

/**
 * kring_question_card_new: (constructor)
 * @canvas: with a session
 * @before: stands before the button, in one row
 *
 * Returns: (transfer floating): a button and a closed card to lay over @canvas
 */
GtkWidget *
kring_question_card_new (KringCanvas *canvas, GtkWidget *before)
{
  KringQuestionCard *self = g_object_new (KRING_TYPE_QUESTION_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->canvas = canvas;
  g_set_object (&self->map, kring_session_get_map (kring_canvas_get_session (canvas)));
  add_actions (self);
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (self->revealer, make_answer (self));
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->revealer), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), before);
  gtk_box_append (GTK_BOX (row), question_card_make_button (self));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->revealer));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (question_card_key_pressed_cb), self);
  gtk_widget_add_controller (box, keys);
  g_signal_connect_object (self->map, "changed", G_CALLBACK (question_card_map_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_canvas_get_interaction (canvas), "shows-all",
                           G_CALLBACK (shows_all_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * kring_question_card_set_narrow:
 * @narrow: whether the button is only a sign, told in its tooltip, and answers are narrow
 */
void
kring_question_card_set_narrow (KringQuestionCard *self, gboolean narrow)
{
  GtkWidget *card = gtk_revealer_get_child (self->revealer);

  gtk_widget_set_visible (self->label, !narrow);
  gtk_widget_set_size_request (card, narrow ? CARD_WIDTH_NARROW : CARD_WIDTH, -1);
}

/**
 * kring_question_card_open_menu:
 *
 * Shows what can be asked.
 */
void
kring_question_card_open_menu (KringQuestionCard *self)
{
  gtk_menu_button_popup (self->button);
}

/**
 * kring_question_card_ask:
 * @ids: (element-type utf8): what it is about; kring_question_can_ask () must say so
 *
 * Shows the answer, and only what it is about: the shortest way first, else all of it.
 */
void
kring_question_card_ask (KringQuestionCard *self, KringQuestion question, GPtrArray *ids)
{
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  self->ids = g_ptr_array_ref (ids);
  self->question = question;
  question_card_renew (self);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  if (self->answer->lines->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  /* The keyboard on a line chooses it. */
  gtk_list_box_unselect_all (self->list);
  if (question == KRING_QUESTION_LINKED || question == KRING_QUESTION_NEAR)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_line (self);
}

/**
 * kring_question_card_get_answer:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
KringAnswer *
kring_question_card_get_answer (KringQuestionCard *self)
{
  return self->answer;
}
