/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-reader-group.h"

#include "gtk/sharing/kring-left-window.h"

#include <glib/gi18n-lib.h>

struct _KringReaderGroup
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *reader_row; /* in the order of KringReader */
  AdwExpanderRow *left_row;
  AdwExpanderRow *mentions_row;
  GtkWidget *keep_row;
  GtkSwitch *keep_switch;

  GPtrArray *left_lines;     /* (owned) (element-type GtkWidget), not owned, in left_row */
  GPtrArray *mentions_lines; /* (owned) (element-type GtkWidget), not owned, in mentions_row */
  char *shown;               /* (owned) (nullable): what stands in mentions_row */
  GHashTable *settled; /* (owned) (element-type utf8 KringSettling): of texts, by their keys */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringReaderGroup, kring_reader_group, ADW_TYPE_PREFERENCES_GROUP)

static void
reader_group_chosen_cb (KringReaderGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* What was settled for one reader is not settled for another. */
static void
reader_chosen_cb (KringReaderGroup *self)
{
  gtk_switch_set_active (self->keep_switch, FALSE);
  g_hash_table_remove_all (self->settled);
  g_clear_pointer (&self->shown, g_free);
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
kring_reader_group_finalize (GObject *object)
{
  KringReaderGroup *self = KRING_READER_GROUP (object);

  g_ptr_array_unref (self->left_lines);
  g_ptr_array_unref (self->mentions_lines);
  g_hash_table_unref (self->settled);
  g_free (self->shown);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/kringkaart/Kring/kring-reader-group.ui");
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, reader_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, left_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, mentions_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, keep_row);
  gtk_widget_class_bind_template_child (widget_class, KringReaderGroup, keep_switch);
  gtk_widget_class_bind_template_callback (widget_class, reader_group_chosen_cb);
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
kring_reader_group_init (KringReaderGroup *self)
{
  self->left_lines = g_ptr_array_new ();
  self->mentions_lines = g_ptr_array_new ();
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  take_enter (self->left_row);
  take_enter (self->mentions_row);
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
}

/**
 * kring_reader_group_get_rule:
 * @rule: (inout): gets the reader that is chosen, and how texts are settled, as long as @self lives
 */
void
kring_reader_group_get_rule (KringReaderGroup *self, KringShareRule *rule)
{
  rule->reader = (KringReader) adw_combo_row_get_selected (self->reader_row);
  rule->keep_mentions = gtk_switch_get_active (self->keep_switch);
  rule->settled = self->settled;
}

static char *
dup_texts_title (const KringShareReport *report)
{
  guint n = report->mentions->len, n_kept = 0;
  g_autofree char *all = NULL;

  for (guint i = 0; i < n; i++)
    n_kept += ((const KringMention *) g_ptr_array_index (report->mentions, i))->kept;
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
show_mentions (KringReaderGroup *self, KringMap *map, GPtrArray *mentions)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  for (guint i = 0; i < MIN (mentions->len, KRING_LEFT_LINES_MAX); i++)
    g_ptr_array_add (texts, kring_share_describe_mention (map, g_ptr_array_index (mentions, i)));
  g_ptr_array_add (texts, g_strdup_printf ("%u", mentions->len));
  g_ptr_array_add (texts, NULL);
  all = g_strjoinv ("\n", (char **) texts->pdata);
  if (g_strcmp0 (all, self->shown) == 0)
    return;
  clear_lines (self->mentions_row, self->mentions_lines);
  for (guint i = 0; i < MIN (mentions->len, KRING_LEFT_LINES_MAX); i++)
    add_keeping (self,
                 reader_group_add_line (self->mentions_row, self->mentions_lines,
                                        g_ptr_array_index (texts, i)),
                 g_ptr_array_index (mentions, i));
  add_rest (self->mentions_row, self->mentions_lines, mentions->len);
  g_free (self->shown);
  self->shown = g_steal_pointer (&all);
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
  g_autofree char *texts = dup_texts_title (report);

  clear_lines (self->left_row, self->left_lines);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->left_row), left);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->mentions_row), texts);
  for (guint i = 0; i < MIN (n, KRING_LEFT_LINES_MAX); i++)
    {
      g_autofree char *line =
          kring_share_describe_left (map, &g_array_index (report->left, KringLeftBehind, i));

      reader_group_add_line (self->left_row, self->left_lines, line);
    }
  add_rest (self->left_row, self->left_lines, n);
  show_mentions (self, map, report->mentions);
  gtk_widget_set_visible (GTK_WIDGET (self->left_row), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->mentions_row), n_texts > 0);
  gtk_widget_set_visible (self->keep_row, n_texts > 0);
}
