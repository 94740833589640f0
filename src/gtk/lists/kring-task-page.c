/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/lists/kring-task-page.h"

#include "gtk/lists/kring-gap-list.h"
#include "gtk/lists/kring-task-list.h"
#include "gtk/widgets/kring-draft-line.h"
#include "gtk/widgets/kring-fold.h"
#include "gtk/widgets/kring-spoken.h"
#include "map/edit/kring-commands.h"
#include "map/facts/kring-describe.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Longer lines are hard to read, in pixels. */
#define WIDTH_MAX 860

struct _KringTaskPage
{
  GtkBox parent_instance;

  KringSession *session; /* (owned) */
  GtkWidget *stack;
  GtkWidget *toggles[KRING_N_TASKS_SHOWN];
  GtkWidget *who; /* a drop-down: everybody, and each participant */
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkWidget *gaps;
  GPtrArray *participants; /* (owned) (element-type utf8) interned ids, as in the drop-down */
  gboolean filling;        /* the drop-down is made the same as the map */
};

enum
{
  SHOW_ITEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringTaskPage, kring_task_page, GTK_TYPE_BOX)

static const char *const shown_labels[KRING_N_TASKS_SHOWN] = {
  [KRING_TASKS_ALL] = NC_ ("tasks", "All"),
  [KRING_TASKS_OPEN] = NC_ ("tasks", "Open"),
  [KRING_TASKS_OVERDUE] = NC_ ("tasks", "Overdue"),
  [KRING_TASKS_QUESTIONS] = NC_ ("tasks", "Questions"),
};

static KringTasksShown
task_page_get_shown (KringTaskPage *self)
{
  for (guint i = 0; i < KRING_N_TASKS_SHOWN; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
      return (KringTasksShown) i;
  return KRING_TASKS_ALL;
}

static const char *
get_who (KringTaskPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->who));

  if (selected == 0 || selected > self->participants->len)
    return NULL;
  return g_ptr_array_index (self->participants, selected - 1);
}

static void
task_page_filter_cb (KringTaskPage *self)
{
  KringTasksShown shown = task_page_get_shown (self);
  const KringTaskFilter filter = {
    .open = shown == KRING_TASKS_OPEN,
    .overdue = shown == KRING_TASKS_OVERDUE,
    .questions = shown == KRING_TASKS_QUESTIONS,
    .who = get_who (self),
  };

  if (!self->filling)
    kring_task_list_set_filter (KRING_TASK_LIST (self->list), &filter);
}

static void
show_nothing (KringTaskPage *self)
{
  gboolean empty = kring_task_list_get_n_shown (KRING_TASK_LIST (self->list)) == 0;
  gboolean any = task_page_get_shown (self) != KRING_TASKS_ALL || get_who (self) != NULL;

  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->nothing, empty);
  gtk_label_set_text (GTK_LABEL (self->nothing), any ? _ ("Nothing here.")
                                                     : _ ("No questions or actions yet. Type one "
                                                          "above, or press ? on the map."));
}

static gboolean
task_page_is_same (KringTaskPage *self, GPtrArray *participants)
{
  if (participants->len != self->participants->len)
    return FALSE;
  for (guint i = 0; i < participants->len; i++)
    if (!g_str_equal (kring_item_get_id (g_ptr_array_index (participants, i)),
                      g_ptr_array_index (self->participants, i)))
      return FALSE;
  return TRUE;
}

/* Who can be chosen, after the participants changed; the choice stays if it can. */
static void
task_page_fill_who (KringTaskPage *self)
{
  KringMap *map = kring_session_get_map (self->session);
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (map, KRING_KIND_PARTICIPANT);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *who = get_who (self);
  guint selected = 0;

  kring_item_sort_by_coming (items);
  if (task_page_is_same (self, items) &&
      gtk_drop_down_get_model (GTK_DROP_DOWN (self->who)) != NULL)
    return;
  gtk_string_list_append (names, _ ("Everybody"));
  g_ptr_array_set_size (self->participants, 0);
  for (guint i = 0; i < items->len; i++)
    {
      const char *id = kring_item_get_id (g_ptr_array_index (items, i));

      gtk_string_list_take (names, kring_item_dup_title (g_ptr_array_index (items, i)));
      g_ptr_array_add (self->participants, (gpointer) id);
      if (id == who)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->who), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->who), selected);
  self->filling = FALSE;
  task_page_filter_cb (self);
}

static void
task_page_entered_cb (KringTaskPage *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (kring_task_page_add (self, text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
task_page_show_item_cb (KringTaskPage *self, const char *id)
{
  g_signal_emit (self, signals[SHOW_ITEM], 0, id);
}

static void
kring_task_page_dispose (GObject *object)
{
  KringTaskPage *self = KRING_TASK_PAGE (object);

  G_OBJECT_CLASS (kring_task_page_parent_class)->dispose (object);
  g_clear_object (&self->session);
}

static void
kring_task_page_finalize (GObject *object)
{
  g_ptr_array_unref (KRING_TASK_PAGE (object)->participants);
  G_OBJECT_CLASS (kring_task_page_parent_class)->finalize (object);
}

/* The first row, or the line to add one. */
static gboolean
kring_task_page_grab_focus (GtkWidget *widget)
{
  KringTaskPage *self = KRING_TASK_PAGE (widget);

  if (kring_focus_find_in (widget) != NULL)
    return FALSE;
  if (g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "gaps"))
    return gtk_widget_grab_focus (self->gaps);
  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD) ||
         gtk_widget_grab_focus (self->entry);
}

static void
kring_task_page_class_init (KringTaskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kring_task_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = kring_task_page_finalize;
  widget_class->focus = kring_focus_enter;
  widget_class->grab_focus = kring_task_page_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "taskpage");

  /**
   * KringTaskPage::show-item:
   * @id: of an item
   *
   * That item is wanted on the map.
   */
  signals[SHOW_ITEM] = g_signal_new ("show-item", KRING_TYPE_TASK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kring_task_page_init (KringTaskPage *self)
{
  self->participants = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
new_toggles (KringTaskPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  for (guint i = 0; i < KRING_N_TASKS_SHOWN; i++)
    {
      self->toggles[i] = gtk_toggle_button_new_with_label (
          g_dpgettext2 (GETTEXT_PACKAGE, "tasks", shown_labels[i]));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->toggles[i]),
                                     GTK_TOGGLE_BUTTON (self->toggles[0]));
      gtk_box_append (GTK_BOX (box), self->toggles[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[KRING_TASKS_OPEN]), TRUE);
  return box;
}

static void
append_to_flow (GtkWidget *flow, GtkWidget *child)
{
  gtk_flow_box_append (GTK_FLOW_BOX (flow), child);
  gtk_widget_set_focusable (gtk_widget_get_parent (child), FALSE);
}

/* The toggles and who does it, beside each other or below each other. */
static GtkWidget *
new_filters (KringTaskPage *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->who = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->who), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who does it"), -1);
  kring_spoken_name_menu (GTK_DROP_DOWN (self->who), _ ("Who does it"));
  gtk_widget_set_tooltip_text (self->who, _ ("Who does it"));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 6);
  append_to_flow (flow, new_toggles (self));
  append_to_flow (flow, self->who);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is shown"), -1);
  return flow;
}

static GtkWidget *
task_page_new_entry (KringTaskPage *self)
{
  self->entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->entry), GTK_ENTRY_ICON_PRIMARY,
                                     "list-add-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  _ ("New action, or a question that ends with ?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New question or action"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (task_page_entered_cb), self,
                           G_CONNECT_SWAPPED);
  kring_draft_line_follow (self->entry, self->session, KRING_DRAFT_TASK);
  return self->entry;
}

static GtkWidget *
new_scrolled (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_MAX);
  adw_clamp_set_child (ADW_CLAMP (clamp), child);
  gtk_widget_add_css_class (clamp, "task-clamp");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static GtkWidget *
task_page_new_tasks (KringTaskPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->list = kring_task_list_new (self->session, TRUE);
  self->nothing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 36);
  gtk_box_append (GTK_BOX (box), new_filters (self));
  gtk_box_append (GTK_BOX (box), task_page_new_entry (self));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  g_signal_connect_object (self->list, "changed", G_CALLBACK (show_nothing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "show-item", G_CALLBACK (task_page_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  return new_scrolled (box);
}

static void
add_switcher (KringTaskPage *self)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (switcher, "task-switcher");
  gtk_box_append (GTK_BOX (self), switcher);
  gtk_box_append (GTK_BOX (self), self->stack);
}

static void
connect_filters (KringTaskPage *self)
{
  for (guint i = 0; i < KRING_N_TASKS_SHOWN; i++)
    g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (task_page_filter_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->who, "notify::selected", G_CALLBACK (task_page_filter_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kring_session_get_map (self->session), "changed",
                           G_CALLBACK (task_page_fill_who), self, G_CONNECT_SWAPPED);
}

/**
 * kring_task_page_new: (constructor)
 *
 * Returns: (transfer floating): the open questions and actions of the session's map
 */
GtkWidget *
kring_task_page_new (KringSession *session)
{
  KringTaskPage *self = g_object_new (KRING_TYPE_TASK_PAGE, NULL);

  self->session = g_object_ref (session);
  self->stack = gtk_stack_new ();
  self->gaps = kring_gap_list_new (session);
  gtk_stack_add_titled (GTK_STACK (self->stack), task_page_new_tasks (self), "tasks",
                        _ ("Questions and actions"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->gaps, "gaps", _ ("What do we not know?"));
  g_signal_connect_object (self->gaps, "show-item", G_CALLBACK (task_page_show_item_cb), self,
                           G_CONNECT_SWAPPED);
  add_switcher (self);
  connect_filters (self);
  task_page_fill_who (self);
  return GTK_WIDGET (self);
}

/**
 * kring_task_page_show:
 * @shown: which questions and actions
 */
void
kring_task_page_show (KringTaskPage *self, KringTasksShown shown)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "tasks");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[shown]), TRUE);
}

/**
 * kring_task_page_show_gaps:
 *
 * Shows what we do not know, and gives it the keyboard.
 */
void
kring_task_page_show_gaps (KringTaskPage *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "gaps");
  gtk_widget_grab_focus (self->gaps);
}

/**
 * kring_task_page_add:
 * @text: an action, or a question if it ends with a question mark
 *
 * Returns: whether there were any words
 */
gboolean
kring_task_page_add (KringTaskPage *self, const char *text)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  KringTaskSort sort = g_str_has_suffix (words, "?") ? KRING_TASK_QUESTION : KRING_TASK_ACTION;

  return kring_edit_add_task (kring_session_get_editor (self->session), NULL, sort, words, NULL) !=
         NULL;
}

/**
 * kring_task_page_get_n_shown:
 *
 * Returns: how many questions and actions are seen
 */
guint
kring_task_page_get_n_shown (KringTaskPage *self)
{
  return kring_task_list_get_n_shown (KRING_TASK_LIST (self->list));
}

/**
 * kring_task_page_flush:
 *
 * Writes what was typed in rows and not yet written.
 */
void
kring_task_page_flush (KringTaskPage *self)
{
  kring_task_list_flush (KRING_TASK_LIST (self->list));
}

/**
 * kring_task_page_set_narrow:
 * @narrow: whether there is little room for words
 */
void
kring_task_page_set_narrow (KringTaskPage *self, gboolean narrow)
{
  kring_gap_list_set_narrow (KRING_GAP_LIST (self->gaps), narrow);
}
