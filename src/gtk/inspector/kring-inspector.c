/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/inspector/kring-inspector.h"

#include "gtk/inspector/kring-participants.h"
#include "gtk/inspector/kring-tie-list.h"
#include "gtk/widgets/kring-item-preview.h"
#include "gtk/widgets/kring-words.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 40

struct _KringInspector
{
  AdwBin parent_instance;

  KringSession *session; /* (owned) (nullable) */
  GtkWidget *scrolled;   /* (owned) */
  GtkWidget *column;     /* everything under each other */
  GtkWidget *signs[2];   /* (nullable): the item, or both ends of a tie */
  GtkWidget *arrow;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *knowing;      /* (nullable): how sure, and how it is known */
  GtkWidget *form;         /* (nullable): all other fields */
  GtkWidget *ties;         /* (nullable) */
  GtkWidget *participants; /* (nullable) */
  GtkWidget *sections;     /* (nullable): a box with what other rooms brought, around the knowing */
  GtkWidget *buttons;
  GtkWidget *reverse_button;
  GtkWidget *centre_button;
  GtkWidget *pin_button;
};

enum
{
  LEAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringInspector, kring_inspector, ADW_TYPE_BIN)

static KringMap *
inspector_get_map (KringInspector *self)
{
  return kring_session_get_map (self->session);
}

/* (transfer container): what is shown: the selection, or the case. */
static GPtrArray *
inspector_dup_ids (KringInspector *self)
{
  GPtrArray *ids = kring_selection_dup_ids (kring_session_get_selection (self->session));

  for (guint i = ids->len; i > 0; i--)
    if (kring_map_get_item (inspector_get_map (self), g_ptr_array_index (ids, i - 1)) == NULL)
      g_ptr_array_remove_index (ids, i - 1);
  if (ids->len == 0)
    g_ptr_array_add (ids, (gpointer) KRING_MAP_CASE_ID);
  return ids;
}

static KringItem *
inspector_get_end (KringInspector *self, KringItem *tie, const char *end)
{
  return kring_map_get_item (inspector_get_map (self), kring_item_get_text (tie, end));
}

static void
show_sign (KringInspector *self, guint which, KringItem *item)
{
  kring_item_preview_show_item (KRING_ITEM_PREVIEW (self->signs[which]), item);
  gtk_widget_set_visible (self->signs[which], item != NULL);
}

/* "Person · woman · 15 · probable" */
static char *
dup_kind_line (KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  const KringField *sex = kring_kind_find_field (kind, KRING_F_SEX);
  const char *age = kring_item_get_text (item, KRING_F_AGE);
  GString *line = g_string_new (kring_kind_get_label (kind));

  if (sex != NULL && kring_item_get_choice (item, KRING_F_SEX) != KRING_SEX_UNKNOWN)
    g_string_append_printf (
        line, " · %s",
        kring_field_get_choice_label (sex, kring_item_get_choice (item, KRING_F_SEX)));
  if (age != NULL)
    g_string_append_printf (line, " · %s", age);
  if ((kind->group == KRING_GROUP_ENTITY || kind->group == KRING_GROUP_BETWEEN) &&
      kring_item_says_certainty (item))
    g_string_append_printf (line, " · %s",
                            kring_field_get_choice_label (&kind->fields[KRING_COMMON_CERTAINTY],
                                                          kring_item_get_certainty (item)));
  return g_string_free (line, FALSE);
}

static void
show_titles (KringInspector *self, const char *title, const char *subtitle)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
}

static void
show_tie (KringInspector *self, KringItem *tie)
{
  static const char *const arrows[] = { "–", "→", "←", "↔" };
  KringItem *from = inspector_get_end (self, tie, "from");
  KringItem *to = inspector_get_end (self, tie, "to");
  const char *arrow = arrows[kring_item_get_choice (tie, KRING_F_DIRECTION)];
  g_autofree char *from_title = kring_item_dup_title (from);
  g_autofree char *to_title = kring_item_dup_title (to);
  g_autofree char *title = g_strdup_printf ("%s %s %s", from_title, arrow, to_title);
  g_autofree char *line = dup_kind_line (tie);

  show_sign (self, 0, from);
  show_sign (self, 1, to);
  gtk_label_set_label (GTK_LABEL (self->arrow), arrow);
  show_titles (self, title, line);
}

static void
inspector_show_item (KringInspector *self, KringItem *item)
{
  g_autofree char *title = kring_item_dup_title (item);
  g_autofree char *line = dup_kind_line (item);

  show_sign (self, 0, item);
  show_sign (self, 1, NULL);
  show_titles (self, title, line);
}

/* How many of the items are of each kind: "2 Persons · 1 Tie" */
static char *
inspector_dup_counts (GPtrArray *items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  guint counts[KRING_N_KINDS] = { 0 };

  for (guint i = 0; i < items->len; i++)
    counts[kring_item_get_kind (g_ptr_array_index (items, i))->id]++;
  for (guint i = 0; i < KRING_N_KINDS; i++)
    {
      const KringKind *kind = kring_kind_get (i);
      g_autofree char *part = NULL;

      if (counts[i] == 0)
        continue;
      part = g_strdup_printf ("%u %s", counts[i],
                              counts[i] == 1 ? kring_kind_get_label (kind)
                                             : kring_kind_get_plural (kind));
      g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}

static void
show_several (KringInspector *self, GPtrArray *ids)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autofree char *counts = NULL;
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u selected", "%u selected", ids->len), ids->len);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (items,
                     kring_map_get_item (inspector_get_map (self), g_ptr_array_index (ids, i)));
  counts = inspector_dup_counts (items);
  show_sign (self, 0, NULL);
  show_sign (self, 1, NULL);
  show_titles (self, title, counts);
}

static gboolean
any_has (KringInspector *self, GPtrArray *ids, const char *field_name)
{
  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (inspector_get_map (self), g_ptr_array_index (ids, i));

      if (kring_kind_find_field (kring_item_get_kind (item), field_name) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
update_buttons (KringInspector *self, GPtrArray *ids, KringItem *item)
{
  KringEditor *editor = kring_session_get_editor (self->session);
  gboolean is_case = kring_item_is (item, KRING_KIND_CASE);
  gboolean alone = ids->len == 1;

  gtk_widget_set_visible (self->buttons, !is_case);
  gtk_widget_set_visible (self->reverse_button, kring_edit_can_reverse (editor, ids));
  gtk_widget_set_visible (self->pin_button, any_has (self, ids, KRING_F_PINNED));
  gtk_widget_set_visible (self->centre_button,
                          alone && kring_item_is (item, KRING_KIND_PERSON) &&
                              !kring_map_is_centre (inspector_get_map (self), item));
  gtk_button_set_label (GTK_BUTTON (self->pin_button),
                        kring_edit_are_pinned (editor, ids) ? _ ("Let go") : _ ("Pin in place"));
}

static void
update_header (KringInspector *self)
{
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);
  KringItem *item = kring_map_get_item (inspector_get_map (self), g_ptr_array_index (ids, 0));

  if (ids->len > 1)
    show_several (self, ids);
  else if (kring_item_is (item, KRING_KIND_TIE))
    show_tie (self, item);
  else
    inspector_show_item (self, item);
  if (kring_item_is (item, KRING_KIND_CASE))
    {
      const char *title = kring_item_get_text (item, KRING_F_TITLE);

      /* Translators: the card about the meeting itself: purpose, ground, participants. */
      show_titles (self, title != NULL ? title : _ ("The meeting"),
                   _ ("Purpose, ground and participants"));
    }
  gtk_widget_set_visible (self->arrow, gtk_widget_get_visible (self->signs[1]));
  update_buttons (self, ids, item);
}

static void
scroll_to_top (KringInspector *self)
{
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
}

static void
show_sections (KringInspector *self, KringItem *item)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (KRING_IS_SECTION (child))
      kring_section_show_item (KRING_SECTION (child), item);
}

static void
inspector_selection_changed_cb (KringInspector *self)
{
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);
  KringItem *item = kring_map_get_item (inspector_get_map (self), g_ptr_array_index (ids, 0));
  gboolean has_ties = ids->len == 1 && kring_item_get_kind (item)->group == KRING_GROUP_ENTITY;

  update_header (self);
  kring_item_form_set_ids (KRING_ITEM_FORM (self->knowing), ids);
  kring_item_form_set_ids (KRING_ITEM_FORM (self->form), ids);
  kring_tie_list_set_item (KRING_TIE_LIST (self->ties), has_ties ? item : NULL);
  show_sections (self, ids->len == 1 ? item : NULL);
  gtk_widget_set_visible (self->participants, kring_item_is (item, KRING_KIND_CASE));
  scroll_to_top (self);
}

static void
inspector_map_changed_cb (KringInspector *self)
{
  update_header (self);
}

static void
inspector_reverse_cb (KringInspector *self)
{
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);

  kring_edit_reverse_ties (kring_session_get_editor (self->session), ids);
}

static void
inspector_centre_cb (KringInspector *self)
{
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);

  kring_edit_set_centre (kring_session_get_editor (self->session), g_ptr_array_index (ids, 0));
}

static void
inspector_pin_cb (KringInspector *self)
{
  KringEditor *editor = kring_session_get_editor (self->session);
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);

  kring_edit_set_pinned (editor, ids, !kring_edit_are_pinned (editor, ids));
}

static void
inspector_delete_cb (KringInspector *self)
{
  g_autoptr (GPtrArray) ids = inspector_dup_ids (self);
  g_autofree char *text = NULL;
  guint n = kring_edit_delete (kring_session_get_editor (self->session), ids);

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u deleted", "%u deleted", n), n);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
inspector_key_pressed_cb (KringInspector *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[LEAVE], 0);
  return GDK_EVENT_STOP;
}

static void
kring_inspector_dispose (GObject *object)
{
  KringInspector *self = KRING_INSPECTOR (object);

  G_OBJECT_CLASS (kring_inspector_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
kring_inspector_class_init (KringInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_inspector_dispose;
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KringInspector::leave:
   *
   * The keyboard should go back to where it came from.
   */
  signals[LEAVE] = g_signal_new ("leave", KRING_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
inspector_new_button (KringInspector *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static void
build_buttons (KringInspector *self)
{
  GtkWidget *button;

  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->buttons, "card");
  gtk_widget_add_css_class (self->buttons, "lines");
  self->reverse_button =
      inspector_new_button (self, _ ("Reverse direction"), G_CALLBACK (inspector_reverse_cb));
  self->centre_button =
      inspector_new_button (self, _ ("Put at the centre"), G_CALLBACK (inspector_centre_cb));
  self->pin_button = inspector_new_button (self, _ ("Pin in place"), G_CALLBACK (inspector_pin_cb));
  button = inspector_new_button (self, _ ("Delete"), G_CALLBACK (inspector_delete_cb));
  gtk_widget_add_css_class (button, "error");
  gtk_box_append (GTK_BOX (self->column), self->buttons);
}

static void
inspector_build_header (KringInspector *self, KringSession *session)
{
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (self->signs); i++)
    self->signs[i] = kring_item_preview_new (session, SIGN_SIZE, SIGN_SIZE);
  self->arrow = gtk_label_new (NULL);
  self->title = kring_words_new ("heading");
  self->subtitle = kring_words_new ("caption");
  gtk_widget_add_css_class (self->subtitle, "dim-label");
  gtk_widget_set_hexpand (titles, TRUE);
  gtk_widget_set_valign (titles, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (titles), self->title);
  gtk_box_append (GTK_BOX (titles), self->subtitle);
  gtk_widget_set_margin_start (titles, 4);
  gtk_box_append (GTK_BOX (header), self->signs[0]);
  gtk_box_append (GTK_BOX (header), self->arrow);
  gtk_box_append (GTK_BOX (header), self->signs[1]);
  gtk_box_append (GTK_BOX (header), titles);
  gtk_box_append (GTK_BOX (self->column), header);
}

static void
kring_inspector_init (KringInspector *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  adw_bin_set_child (ADW_BIN (self), self->scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Details"), -1);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (inspector_key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * kring_inspector_new: (constructor)
 *
 * Returns: (transfer floating): an inspector that is empty until it has a session
 */
GtkWidget *
kring_inspector_new (void)
{
  return g_object_new (KRING_TYPE_INSPECTOR, NULL);
}

/* What hangs on an item stands above its fields. */
static void
inspector_build (KringInspector *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (self->column, "inspector-column");
  inspector_build_header (self, self->session);
  self->participants = kring_participants_new (self->session);
  self->knowing = kring_item_form_new_part (self->session, KRING_FORM_KNOWING);
  self->form = kring_item_form_new_part (self->session, KRING_FORM_REST);
  self->ties = kring_tie_list_new (self->session);
  self->sections = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_box_append (GTK_BOX (self->sections), self->knowing);
  gtk_box_append (GTK_BOX (self->column), self->sections);
  gtk_box_append (GTK_BOX (self->column), self->form);
  gtk_box_append (GTK_BOX (self->column), self->participants);
  gtk_box_append (GTK_BOX (self->column), self->ties);
  build_buttons (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->column);
}

/**
 * kring_inspector_set_session:
 * @session: what is looked at from now on; once
 */
void
kring_inspector_set_session (KringInspector *self, KringSession *session)
{
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  inspector_build (self);
  g_signal_connect_object (inspector_get_map (self), "changed",
                           G_CALLBACK (inspector_map_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_selection (session), "changed",
                           G_CALLBACK (inspector_selection_changed_cb), self, G_CONNECT_SWAPPED);
  inspector_selection_changed_cb (self);
}

static void
inspector_add_section (KringInspector *self, KringSection *section, GtkWidget *after)
{
  gtk_box_insert_child_after (GTK_BOX (self->sections), GTK_WIDGET (section), after);
  inspector_selection_changed_cb (self);
}

/**
 * kring_inspector_add_section:
 * @section: what is shown under the sections that were added before
 *
 * Adds what another room knows about the item that is looked at. The inspector has a session.
 */
void
kring_inspector_add_section (KringInspector *self, KringSection *section)
{
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (KRING_IS_SECTION (section));

  inspector_add_section (self, section, gtk_widget_get_prev_sibling (self->knowing));
}

/**
 * kring_inspector_add_section_below:
 * @section: what is shown under how sure the item is
 *
 * Adds what another room knows about the item, but not how it is known.
 */
void
kring_inspector_add_section_below (KringInspector *self, KringSection *section)
{
  g_return_if_fail (self->session != NULL);
  g_return_if_fail (KRING_IS_SECTION (section));

  inspector_add_section (self, section, gtk_widget_get_last_child (self->sections));
}

/**
 * kring_inspector_get_form:
 *
 * Returns: (transfer none) (nullable): the fields that are shown, but for how it is known
 */
KringItemForm *
kring_inspector_get_form (KringInspector *self)
{
  return self->form != NULL ? KRING_ITEM_FORM (self->form) : NULL;
}

/**
 * kring_inspector_get_row:
 *
 * Returns: (transfer none) (nullable): the row of the field of that name
 */
KringFieldRow *
kring_inspector_get_row (KringInspector *self, const char *field_name)
{
  KringFieldRow *row;

  if (self->form == NULL)
    return NULL;
  row = kring_item_form_get_row (KRING_ITEM_FORM (self->knowing), field_name);
  return row != NULL ? row : kring_item_form_get_row (KRING_ITEM_FORM (self->form), field_name);
}

/**
 * kring_inspector_get_title:
 *
 * Returns: (transfer none): what is shown, in one line
 */
const char *
kring_inspector_get_title (KringInspector *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}

/**
 * kring_inspector_enter:
 *
 * Puts the keyboard in the first field, wherever it was.
 */
void
kring_inspector_enter (KringInspector *self)
{
  if (self->form != NULL)
    kring_item_form_enter (KRING_ITEM_FORM (self->form));
}

/**
 * kring_inspector_reveal:
 *
 * Puts the keyboard in the field of that name, out of what it is folded behind.
 *
 * Returns: whether there is such a field
 */
gboolean
kring_inspector_reveal (KringInspector *self, const char *field_name)
{
  return self->form != NULL &&
         (kring_item_form_reveal (KRING_ITEM_FORM (self->knowing), field_name) ||
          kring_item_form_reveal (KRING_ITEM_FORM (self->form), field_name));
}

/**
 * kring_inspector_finish:
 *
 * Adds the participant who was typed, as if the line had been left.
 */
void
kring_inspector_finish (KringInspector *self)
{
  if (self->form != NULL)
    kring_participants_finish (KRING_PARTICIPANTS (self->participants));
}

/**
 * kring_inspector_flush:
 *
 * Writes what was typed in its fields and not yet written; for whoever is about to save or close.
 */
void
kring_inspector_flush (KringInspector *self)
{
  if (self->form == NULL)
    return;

  kring_item_form_flush (KRING_ITEM_FORM (self->knowing));
  kring_item_form_flush (KRING_ITEM_FORM (self->form));
  kring_participants_flush (KRING_PARTICIPANTS (self->participants));
  for (GtkWidget *child = gtk_widget_get_first_child (self->sections); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (KRING_IS_SECTION (child))
      kring_section_flush (KRING_SECTION (child));
}
