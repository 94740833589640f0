/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-reader-group.h"

#include "gtk/sharing/kring-left-window.h"
#include "gtk/widgets/kring-form.h"

#include <glib/gi18n-lib.h>

#define N_PARTS 5

/* Texts that tell a name, each with what becomes of it. */
typedef struct
{
  AdwExpanderRow *row;
  GPtrArray *lines; /* (owned) (element-type GtkWidget), not owned, in row */
  char *told;       /* (owned) (nullable): what stands in row */
} Texts;

struct _KringReaderGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *reader_row; /* in the order of KringReader */
  AdwComboRow *names_row;  /* in the order of KringNameForm */
  AdwExpanderRow *parts_row;
  GtkSwitch *parts[N_PARTS]; /* in the order of the bits of KringShareParts: what goes along */
  AdwExpanderRow *left_row;
  AdwExpanderRow *mentions_row;
  AdwExpanderRow *shown_row;
  GtkWidget *keep_row;
  GtkSwitch *keep_switch;

  GPtrArray *left_lines; /* (owned) (element-type GtkWidget), not owned, in left_row */
  Texts mentions;        /* of what stays behind */
  Texts shown;           /* of who is called otherwise */
  GHashTable *settled;   /* (owned) (element-type utf8 KringSettling): of texts, by their keys */
};

enum
{
  CHANGED,
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

static void
texts_forget (Texts *texts)
{
  g_clear_pointer (&texts->told, g_free);
}

/* What was settled for one reader is not settled for another; nor are names shown fuller to them than
 * they may be. */
static void
reader_chosen_cb (KringReaderGroup *self)
{
  KringReader reader = get_reader (self);
  guint fullest = kring_reader_get_fullest_names (reader);

  gtk_switch_set_active (self->keep_switch, FALSE);
  g_hash_table_remove_all (self->settled);
  texts_forget (&self->mentions);
  texts_forget (&self->shown);
  if (adw_combo_row_get_selected (self->names_row) < fullest)
    adw_combo_row_set_selected (self->names_row, fullest);
  for (guint i = 0; i < N_PARTS; i++)
    gtk_widget_set_sensitive (GTK_WIDGET (self->parts[i]),
                              kring_reader_get_parts (reader) & (1 << i));
  reader_group_chosen_cb (self);
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
}

static void
clear_lines (AdwExpanderRow *row, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    adw_expander_row_remove (row, g_ptr_array_index (lines, i));
  g_ptr_array_set_size (lines, 0);
}

static GtkWidget *
reader_group_add_line (AdwExpanderRow *row, GPtrArray *lines, const char *text)
{
  GtkWidget *line = kring_left_line_new (text);

  adw_expander_row_add_row (row, line);
  g_ptr_array_add (lines, line);
  return line;
}

static void
kept_cb (GtkSwitch *keeps, GParamSpec *spec, KringReaderGroup *self)
{
  const char *key = g_object_get_data (G_OBJECT (keeps), "kring-key");

  if (gtk_switch_get_active (keeps))
    g_hash_table_insert (self->settled, g_strdup (key), GINT_TO_POINTER (KRING_SETTLE_KEEP));
  else
    g_hash_table_remove (self->settled, key);
  reader_group_chosen_cb (self);
}

/* Each text is settled by itself, unless all go along. */
static void
add_keeping (KringReaderGroup *self, GtkWidget *line, const KringMention *mention)
{
  GtkWidget *keeps = gtk_switch_new ();
  g_autofree char *key = kring_share_dup_mention_key (mention);

  gtk_switch_set_active (GTK_SWITCH (keeps), g_hash_table_contains (self->settled, key));
  gtk_widget_set_valign (keeps, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (keeps, _ ("Let this text go along"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (keeps), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Let this text go along"), -1);
  g_object_set_data_full (G_OBJECT (keeps), "kring-key", g_steal_pointer (&key), g_free);
  if (!mention->of_shown)
    g_object_bind_property (self->keep_switch, "active", keeps, "sensitive",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (keeps, "notify::active", G_CALLBACK (kept_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line), keeps);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (line), keeps);
}

static void
add_rest (AdwExpanderRow *row, GPtrArray *lines, guint n)
{
  g_autofree char *text = kring_left_dup_rest (n);

  if (text != NULL)
    reader_group_add_line (row, lines, text);
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
texts_clear (Texts *texts)
{
  g_ptr_array_unref (texts->lines);
  g_free (texts->told);
}

static void
kring_reader_group_finalize (GObject *object)
{
  KringReaderGroup *self = KRING_READER_GROUP (object);

  g_ptr_array_unref (self->left_lines);
  texts_clear (&self->mentions);
  texts_clear (&self->shown);
  g_hash_table_unref (self->settled);
  G_OBJECT_CLASS (kring_reader_group_parent_class)->finalize (object);
}

static void
kring_reader_group_class_init (KringReaderGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kring_reader_group_finalize;
  widget_class->grab_focus = kring_reader_group_grab_focus;

  /**
   * KringReaderGroup::changed:
   *
   * Somebody else is the reader, or texts are settled otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", KRING_TYPE_READER_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  kring_form_use (widget_class, "kring-reader-group");
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, reader_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, names_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, parts_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, left_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, mentions_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, shown_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, keep_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, keep_switch);
  gtk_widget_class_bind_template_callback (widget_class, reader_group_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, names_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, reader_chosen_cb);
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

static void
take_enter (AdwExpanderRow *row)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (reader_group_key_pressed_cb), row,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (row), controller);
}

static void
texts_init (Texts *texts, AdwExpanderRow *row)
{
  texts->row = row;
  texts->lines = g_ptr_array_new ();
  take_enter (row);
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
  self->left_lines = g_ptr_array_new ();
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  take_enter (self->parts_row);
  take_enter (self->left_row);
  texts_init (&self->mentions, self->mentions_row);
  texts_init (&self->shown, self->shown_row);
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
 * @rule: (inout): gets the reader that is chosen, and how texts are settled, as long as @self lives
 */
void
kring_reader_group_get_rule (KringReaderGroup *self, KringShareRule *rule)
{
  rule->reader = get_reader (self);
  rule->names = (KringNameForm) adw_combo_row_get_selected (self->names_row);
  rule->without = get_without (self);
  rule->keep_mentions = gtk_switch_get_active (self->keep_switch);
  rule->settled = self->settled;
}

static guint
count_kept (GPtrArray *mentions)
{
  guint n_kept = 0;

  for (guint i = 0; i < mentions->len; i++)
    n_kept += ((const KringMention *) mentions->pdata[i])->settling == KRING_SETTLE_KEEP;
  return n_kept;
}

static char *
dup_texts_title (const KringShareReport *report)
{
  guint n = report->mentions->len, n_kept = count_kept (report->mentions);
  g_autofree char *all = NULL;

  if (n_kept == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u text names what stays behind, and is left out",
                                         "%u texts name what stays behind, and are left out", n),
                            n);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u text names what stays behind",
                                      "%u texts name what stays behind", n),
                         n);
  if (n_kept == n)
    return g_steal_pointer (&all);
  /* Translators: after "5 texts name what stays behind" */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s, %u goes along", "%s, %u go along", n_kept), all, n_kept);
}

/* Made anew only when something else is to be read: the keyboard may be in them. */
static void
show_texts (KringReaderGroup *self, Texts *texts, KringMap *map, GPtrArray *mentions)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < MIN (mentions->len, KRING_LEFT_LINES_MAX); i++)
    g_ptr_array_add (told, kring_share_describe_mention (map, g_ptr_array_index (mentions, i)));
  g_ptr_array_add (told, g_strdup_printf ("%u", mentions->len));
  g_ptr_array_add (told, NULL);
  all = g_strjoinv ("\n", (char **) told->pdata);
  gtk_widget_set_visible (GTK_WIDGET (texts->row), mentions->len > 0);
  if (g_strcmp0 (all, texts->told) == 0)
    return;
  clear_lines (texts->row, texts->lines);
  for (guint i = 0; i < MIN (mentions->len, KRING_LEFT_LINES_MAX); i++)
    add_keeping (self,
                 reader_group_add_line (texts->row, texts->lines, g_ptr_array_index (told, i)),
                 g_ptr_array_index (mentions, i));
  add_rest (texts->row, texts->lines, mentions->len);
  g_free (texts->told);
  texts->told = g_steal_pointer (&all);
}

static char *
dup_shown_title (const KringShareReport *report)
{
  guint n = report->shown->len - count_kept (report->shown);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "In %u text a name is replaced",
                                       "In %u texts a name is replaced", n),
                          n);
}

/**
 * kring_reader_group_show_report:
 * @map: the whole map
 * @report: what stays behind for the reader that is chosen
 */
void
kring_reader_group_show_report (KringReaderGroup *self,
                                KringMap *map,
                                const KringShareReport *report)
{
  guint n = report->left->len, n_texts = report->mentions->len;
  g_autofree char *left = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u item stays behind", "%u items stay behind", n), n);
  g_autofree char *texts = dup_texts_title (report), *shown = dup_shown_title (report);

  clear_lines (self->left_row, self->left_lines);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_row), left);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mentions_row), texts);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->shown_row), shown);
  for (guint i = 0; i < MIN (n, KRING_LEFT_LINES_MAX); i++)
    {
      g_autofree char *line =
          kring_share_describe_left (map, &g_array_index (report->left, KringLeftBehind, i));

      reader_group_add_line (self->left_row, self->left_lines, line);
    }
  add_rest (self->left_row, self->left_lines, n);
  show_texts (self, &self->mentions, map, report->mentions);
  show_texts (self, &self->shown, map, report->shown);
  gtk_widget_set_visible (GTK_WIDGET (self->left_row), n > 0);
  gtk_widget_set_visible (self->keep_row, n_texts > 0);
}
