/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-reader-group.h"

#include "gtk/widgets/kring-form.h"

#include <glib/gi18n-lib.h>

#define N_PARTS 5

struct _KringReaderGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *reader_row; /* in the order of KringReader */
  AdwComboRow *names_row;  /* in the order of KringNameForm */
  AdwExpanderRow *parts_row;
  GtkSwitch *parts[N_PARTS]; /* in the order of the bits of KringShareParts: what goes along */
  AdwActionRow *texts_row;
};

enum
{
  CHANGED,
  READER_CHANGED,
  SETTLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringReaderGroup, kring_reader_group, ADW_TYPE_PREFERENCES_GROUP)

static KringReader
get_reader (KringReaderGroup *self)
{
  return (KringReader) adw_combo_row_get_selected (self->reader_row);
}

/* The parts that do not go along, of those that the reader may have. */
static KringShareParts
get_without (KringReaderGroup *self)
{
  KringShareParts without = 0;

  for (guint i = 0; i < N_PARTS; i++)
    if (!gtk_switch_get_active (self->parts[i]))
      without |= 1 << i;
  return without;
}

/* What does not go along is said without folding out. */
static void
tell_parts (KringReaderGroup *self)
{
  KringShareParts without = get_without (self) | ~kring_reader_get_parts (get_reader (self));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL, *text = NULL;

  for (guint i = 0; i < N_PARTS; i++)
    if (without & (1 << i))
      g_ptr_array_add (names, (gpointer) kring_share_part_get_label (i));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **) names->pdata);
  /* Translators: parts of the map, "Signals, Remarks" */
  text = names->len > 1 ? g_strdup_printf (_ ("Without: %s"), list) : g_strdup (_ ("Everything"));
  adw_expander_row_set_subtitle (self->parts_row, text);
}

static void
reader_group_chosen_cb (KringReaderGroup *self)
{
  tell_parts (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Names are not shown fuller to a reader than they may be. */
static void
reader_chosen_cb (KringReaderGroup *self)
{
  KringReader reader = get_reader (self);
  guint fullest = kring_reader_get_fullest_names (reader);

  g_signal_emit (self, signals[READER_CHANGED], 0);
  if (adw_combo_row_get_selected (self->names_row) < fullest)
    adw_combo_row_set_selected (self->names_row, fullest);
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->parts[i]),
                              kring_reader_get_parts (reader) & (1 << i));
  reader_group_chosen_cb (self);
}

/* Codes alone tell nobody who is who. */
static void
tell_key (KringReaderGroup *self)
{
  gboolean codes = adw_combo_row_get_selected (self->names_row) == KRING_NAMES_CODE;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->names_row),
                               codes ? _ ("Their key gets a file of its own") : "");
}

/* Fuller names than the reader may have cannot be chosen. */
static void
names_chosen_cb (KringReaderGroup *self)
{
  guint fullest = kring_reader_get_fullest_names (get_reader (self));

  if (adw_combo_row_get_selected (self->names_row) < fullest)
    adw_combo_row_set_selected (self->names_row, fullest);
  else
    reader_group_chosen_cb (self);
  tell_key (self);
}

static void
texts_row_activated_cb (KringReaderGroup *self)
{
  g_signal_emit (self, signals[SETTLE], 0);
}

/* The question is what is asked first. */
static gboolean
kring_reader_group_grab_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* On the way back with Shift+Tab, the keyboard is in it already. */
  return (focus == NULL || !gtk_widget_is_ancestor (focus, widget)) &&
         gtk_widget_grab_focus (GTK_WIDGET (KRING_READER_GROUP (widget)->reader_row));
}

static void
kring_reader_group_class_init (KringReaderGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = kring_reader_group_grab_focus;

  /**
   * KringReaderGroup::changed:
   *
   * Something else is chosen.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_READER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  /* KringReaderGroup::reader-changed: somebody else is the reader; before "changed". */
  signals[READER_CHANGED] = g_signal_new ("reader-changed", KRING_TYPE_READER_GROUP,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* KringReaderGroup::settle: the texts that tell a name are to be looked through. */
  signals[SETTLE] = g_signal_new ("settle", KRING_TYPE_READER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  kring_form_use (widget_class, "kring-reader-group");
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, reader_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, names_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, parts_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, texts_row);
  gtk_widget_class_bind_template_callback (widget_class, reader_group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, texts_row_activated_cb);
}

static GtkSwitch *
add_part (KringReaderGroup *self, guint nth)
{
  GtkWidget *row = adw_action_row_new (), *part_switch = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), kring_share_part_get_label (nth));
  gtk_widget_set_valign (part_switch, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (part_switch), TRUE);
  g_signal_connect_object (part_switch, "notify::active", G_CALLBACK (reader_group_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), part_switch);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), part_switch);
  adw_expander_row_add_row (self->parts_row, row);
  return GTK_SWITCH (part_switch);
}

static void
kring_reader_group_init (KringReaderGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kring_expander_take_enter (self->parts_row);
  for (guint i = 0; i < N_PARTS; i++)
    self->parts[i] = add_part (self, i);
  tell_parts (self);
}

/**
 * kring_reader_group_set_reader:
 * @reader: joint, care or police
 */
void
kring_reader_group_set_reader (KringReaderGroup *self, KringReader reader)
{
  adw_combo_row_set_selected (self->reader_row, reader);
}

/**
 * kring_reader_group_set_asking:
 * @asking: whether it is asked for whom the sheet is; else it only tells what stays behind
 */
void
kring_reader_group_set_asking (KringReaderGroup *self, gboolean asking)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reader_row), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->names_row), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->parts_row), asking);
}

/**
 * kring_reader_group_get_rule:
 * @rule: (inout): gets the reader that is chosen, how people are called and what goes along
 */
void
kring_reader_group_get_rule (KringReaderGroup *self, KringShareRule *rule)
{
  rule->reader = get_reader (self);
  rule->names = (KringNameForm) adw_combo_row_get_selected (self->names_row);
  rule->without = get_without (self);
}

/* How many of @mentions are settled in each way. */
static void
count_settled (GPtrArray *mentions, guint *counts)
{
  for (guint i = 0; i < mentions->len; i++)
    counts[((const KringMention *) mentions->pdata[i])->settling]++;
}

/* (transfer full): what becomes of the texts that tell a name, "3 left out, 2 with the name
 * replaced". */
static char *
dup_settled_words (const KringShareReport *report)
{
  static const char *const words[] = {
    [KRING_SETTLE_KEEP] = N_ ("%u as it is"),
    [KRING_SETTLE_REPLACE] = N_ ("%u with the name replaced"),
    [KRING_SETTLE_DROP] = N_ ("%u without the sentence"),
    [KRING_SETTLE_LEAVE] = N_ ("%u left out"),
  };
  guint counts[KRING_SETTLE_LEAVE + 1] = { 0 };
  GString *text = g_string_new (NULL);

  count_settled (report->mentions, counts);
  count_settled (report->shown, counts);
  for (guint i = KRING_SETTLE_LEAVE; i >= KRING_SETTLE_KEEP; i--)
    if (counts[i] > 0)
      {
        if (text->len > 0)
          g_string_append (text, ", ");
        g_string_append_printf (text, _ (words[i]), counts[i]);
      }
  return g_string_free (text, FALSE);
}

/**
 * kring_reader_group_show_report:
 * @report: which texts tell a name to the reader that is chosen
 */
void
kring_reader_group_show_report (KringReaderGroup *self, const KringShareReport *report)
{
  guint n = report->mentions->len + report->shown->len;
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u text tells a name", "%u texts tell a name", n), n);
  g_autofree char *words = dup_settled_words (report);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->texts_row), title);
  adw_action_row_set_subtitle (self->texts_row, words);
  gtk_widget_set_visible (GTK_WIDGET (self->texts_row), n > 0);
}

/**
 * kring_reader_group_focus_texts:
 *
 * Gives the keyboard to the row of the texts that tell a name or, if there are none, to the question.
 */
void
kring_reader_group_focus_texts (KringReaderGroup *self)
{
  if (!gtk_widget_grab_focus (GTK_WIDGET (self->texts_row)))
    gtk_widget_grab_focus (GTK_WIDGET (self->reader_row));
}

/* Enter goes to what the window is for, unless somebody takes it: here it folds out, as Space does. */
static gboolean
reader_group_key_pressed_cb (AdwExpanderRow *row, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  adw_expander_row_set_expanded (row, !adw_expander_row_get_expanded (row));
  return GDK_EVENT_STOP;
}

/**
 * kring_expander_take_enter:
 *
 * Lets Enter fold @row out and in, in a window where Enter is for something else.
 */
void
kring_expander_take_enter (AdwExpanderRow *row)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (reader_group_key_pressed_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), controller);
}
