/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-task-row.h"

#include "gtk/inspector/kring-item-form.h"
#include "gtk/widgets/kring-words.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"
#include "map/facts/kring-tasks.h"

#include <glib/gi18n-lib.h>

struct _KringTaskRow
{
  GtkListBoxRow parent_instance;

  KringSession *session; /* (owned) */
  const char *id;        /* interned */
  gboolean with_about;
  gboolean updating; /* the row is made the same as the map */
  GtkWidget *check;
  GtkWidget *sign;
  GtkWidget *title;
  GtkWidget *line;
  GtkWidget *late;
  GtkWidget *opener;
  GtkWidget *outer;
  GtkWidget *form; /* (nullable), made when the row is first opened */
};

enum
{
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTaskRow, kring_task_row, GTK_TYPE_LIST_BOX_ROW)

static GPtrArray *
task_row_dup_ids (KringTaskRow *self)
{
  GPtrArray *ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) self->id);
  return ids;
}

static void
set_done (KringTaskRow *self, gboolean done)
{
  g_autoptr (GPtrArray) ids = task_row_dup_ids (self);
  g_autofree char *title = kring_item_dup_title (kring_task_row_get_item (self));
  /* Translators: %s is a question or an action */
  g_autofree char *text = g_strdup_printf (_ ("Done: %s"), title);

  kring_edit_set_task_state (kring_session_get_editor (self->session), ids,
                             done ? KRING_TASK_DONE : KRING_TASK_OPEN);
  if (done)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undo", "s", text);
}

static void
check_cb (KringTaskRow *self)
{
  if (!self->updating)
    set_done (self, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

/* What it is about, of several the first; nothing if it is about the whole map. */
static gboolean
show_subject (KringTaskRow *self)
{
  KringItem *task = kring_task_row_get_item (self);
  g_auto (GStrv) about = task != NULL ? kring_item_dup_refs (task, KRING_F_ABOUT) : NULL;

  if (about == NULL || about[0] == NULL)
    return FALSE;
  g_signal_emit (self, signals[SHOW_ITEM], 0, about[0]);
  return TRUE;
}

static void delete (KringTaskRow *self)
{
  KringItem *task = kring_task_row_get_item (self);
  g_autofree char *title = kring_item_dup_title (task);
  g_autofree char *text = g_strdup_printf (_ ("%s deleted"), title);
  g_autoptr (GPtrArray) ids = task_row_dup_ids (self);
  g_autoptr (GtkWidget) list = g_object_ref (gtk_widget_get_parent (GTK_WIDGET (self)));

  kring_edit_delete (kring_session_get_editor (self->session), ids);
  gtk_widget_activate_action (list, "win.tell-undo", "s", text);
}

static void
focus_name (KringTaskRow *self)
{
  KringFieldRow *row = kring_item_form_get_row (KRING_ITEM_FORM (self->form), KRING_F_NAME);

  if (row != NULL)
    gtk_widget_grab_focus (kring_field_row_get_editor (row));
}

/* Keys of the row itself; in its fields they mean what they always mean. */
static gboolean
task_row_key_cb (KringTaskRow *self, guint key, guint code, GdkModifierType state)
{
  gboolean on_row = gtk_widget_is_focus (GTK_WIDGET (self));

  if (key == GDK_KEY_Escape && kring_task_row_get_open (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      kring_task_row_set_open (self, FALSE);
      return TRUE;
    }
  if (!on_row || state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      set_done (self, !gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (!show_subject (self))
        kring_task_row_set_open (self, TRUE);
      return TRUE;
    case GDK_KEY_F2:
      kring_task_row_set_open (self, TRUE);
      focus_name (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      delete (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
opener_cb (KringTaskRow *self)
{
  kring_task_row_set_open (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->opener)));
}

static void
kring_task_row_dispose (GObject *object)
{
  g_clear_object (&KRING_TASK_ROW (object)->session);
  G_OBJECT_CLASS (kring_task_row_parent_class)->dispose (object);
}

static void
kring_task_row_class_init (KringTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_task_row_dispose;

  /**
   * KringTaskRow::show-item:
   * @id: of what it is about
   *
   * What it is about is wanted on the map.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_TASK_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
task_row_new_words (KringTaskRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = kring_words_new ("task-title");
  self->line = kring_words_new ("task-line");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->line);
  return words;
}

/* A word and a sign, for a colour alone tells nobody. */
static GtkWidget *
new_late (void)
{
  GtkWidget *late = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (late), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (late), gtk_label_new (_ ("overdue")));
  gtk_widget_set_valign (late, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (late, "task-late");
  return late;
}

static void
kring_task_row_init (KringTaskRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->check = gtk_check_button_new ();
  self->sign = gtk_image_new ();
  self->late = new_late ();
  self->opener = gtk_toggle_button_new ();
  self->outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->opener), "pan-down-symbolic");
  gtk_widget_add_css_class (self->opener, "flat");
  gtk_widget_set_valign (self->opener, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->opener, _ ("All fields (F2)"));
  gtk_widget_set_tooltip_text (self->check, _ ("Done (Space)"));
  gtk_box_append (GTK_BOX (box), self->check);
  gtk_box_append (GTK_BOX (box), self->sign);
  gtk_box_append (GTK_BOX (box), task_row_new_words (self));
  gtk_box_append (GTK_BOX (box), self->opener);
  gtk_widget_add_css_class (box, "task-box");
  gtk_box_append (GTK_BOX (self->outer), box);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->outer);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (check_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->opener, "toggled", G_CALLBACK (opener_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (task_row_key_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_css_class (GTK_WIDGET (self), "taskrow");
}

/* Beside the words, or under them where there is little room. */
static void
place_late (KringTaskRow *self)
{
  GtkWidget *words = gtk_widget_get_parent (self->title);

  if (self->with_about)
    gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (words)), self->late, words);
  else
    gtk_box_append (GTK_BOX (words), self->late);
}

/**
 * kring_task_row_new: (constructor)
 * @id: of a question or an action of the session's map
 * @with_about: whether it says about whom or what it is
 *
 * Returns: (transfer floating): a closed row
 */
GtkWidget *
kring_task_row_new (KringSession *session, const char *id, gboolean with_about)
{
  KringTaskRow *self = g_object_new (KRING_TYPE_TASK_ROW, NULL);

  self->session = g_object_ref (session);
  self->id = kring_map_get_id (kring_session_get_map (session), id);
  self->with_about = with_about;
  place_late (self);
  kring_task_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * kring_task_row_get_item:
 *
 * Returns: (transfer none) (nullable): the question or action, if it is still there
 */
KringItem *
kring_task_row_get_item (KringTaskRow *self)
{
  return kring_map_get_item (kring_session_get_map (self->session), self->id);
}

static void
task_row_tell (
    KringTaskRow *self, KringItem *task, const char *title, const char *line, gboolean late)
{
  const KringField *sort = kring_kind_find_field (kring_item_get_kind (task), KRING_F_SORT);
  g_autofree char *spoken = g_strdup_printf (
      "%s: %s. %s%s%s",
      kring_field_get_choice_label (sort, kring_item_get_choice (task, KRING_F_SORT)), title, line,
      late ? ". " : "", late ? _ ("overdue") : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Done"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All fields"), -1);
}

/**
 * kring_task_row_update:
 *
 * Shows what the map says now.
 */
void
kring_task_row_update (KringTaskRow *self)
{
  KringMap *map = kring_session_get_map (self->session);
  KringItem *task = kring_task_row_get_item (self);
  g_autofree char *today = kring_editor_dup_today (kring_session_get_editor (self->session));
  g_autofree char *title = NULL, *line = NULL;
  gboolean question, late;

  if (task == NULL)
    return;
  title = kring_item_dup_title (task);
  line = kring_task_dup_line (map, task, self->with_about);
  question = kring_item_get_choice (task, KRING_F_SORT) == KRING_TASK_QUESTION;
  late = kring_task_is_overdue (task, today);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->line), line);
  gtk_widget_set_visible (self->line, *line != '\0');
  gtk_widget_set_visible (self->late, late);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign),
                                question ? "kring-question-symbolic" : NULL);
  gtk_widget_set_tooltip_text (self->sign, question ? _ ("Question") : _ ("Action"));
  kring_words_strike (GTK_LABEL (self->title),
                      kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_DROPPED);
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check),
                               kring_item_get_choice (task, KRING_F_STATE) == KRING_TASK_DONE);
  self->updating = FALSE;
  task_row_tell (self, task, title, line, late);
}

/**
 * kring_task_row_get_open:
 *
 * Returns: whether its fields are shown
 */
gboolean
kring_task_row_get_open (KringTaskRow *self)
{
  return self->form != NULL && gtk_widget_get_visible (self->form);
}

static void
make_form (KringTaskRow *self)
{
  g_autoptr (GPtrArray) ids = task_row_dup_ids (self);

  self->form = kring_item_form_new (self->session);
  kring_item_form_set_ids (KRING_ITEM_FORM (self->form), ids);
  gtk_widget_add_css_class (self->form, "task-form");
  gtk_box_append (GTK_BOX (self->outer), self->form);
}

/**
 * kring_task_row_set_open:
 * @open: whether all fields are shown
 */
void
kring_task_row_set_open (KringTaskRow *self, gboolean open)
{
  if (open && self->form == NULL)
    make_form (self);
  if (!open)
    kring_task_row_flush (self);
  if (self->form != NULL)
    gtk_widget_set_visible (self->form, open);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->opener), open);
  gtk_button_set_icon_name (GTK_BUTTON (self->opener),
                            open ? "pan-up-symbolic" : "pan-down-symbolic");
}

/**
 * kring_task_row_flush:
 *
 * Writes what was typed in its fields and not yet written.
 */
void
kring_task_row_flush (KringTaskRow *self)
{
  if (self->form != NULL)
    kring_item_form_flush (KRING_ITEM_FORM (self->form));
}
