/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of actions beside what the window really has: each is there, and told in the shortcuts. */
#include "fixture.h"

#include "gtk/app/kring-page-stack.h"
#include "gtk/canvas/kring-canvas.h"
#include "gtk/lists/kring-list-view.h"
#include "gtk/widgets/kring-action-menu.h"
#include "hands/interact/kring-keys.h"
#include "seek.h"

#include <glib/gi18n.h>
#include <string.h>

/* The type of the parameter of an action of the class; %NULL of one without; FALSE: no such. */
static gboolean
has_class_action (GType class_type, const char *name, const GVariantType **type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (class_type);
  const char *other, *property;
  GType owner;

  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_CLASS (klass), i, &owner, &other, type, &property);
       i++)
    if (g_str_equal (other, name))
      return TRUE;
  return FALSE;
}

static gboolean
has_group_action (GActionGroup *group, const char *name, const GVariantType **type)
{
  return g_action_group_query_action (group, strchr (name, '.') + 1, NULL, type, NULL, NULL, NULL);
}

static gboolean
has_action (KringWindow *window, const char *name, const GVariantType **type)
{
  GtkWidget *widget = GTK_WIDGET (window);

  if (g_str_has_prefix (name, "app."))
    return has_group_action (G_ACTION_GROUP (fixture_get_application ()), name, type);
  if (g_str_has_prefix (name, "map."))
    return has_group_action (
        kring_canvas_get_actions (KRING_CANVAS (seek_type (widget, KRING_TYPE_CANVAS))), name,
        type);
  if (g_str_has_prefix (name, "list."))
    return has_class_action (KRING_TYPE_LIST_VIEW, name, type);
  return has_class_action (KRING_TYPE_WINDOW, name, type) ||
         has_group_action (G_ACTION_GROUP (window), name, type);
}

static KringWindow *
open_window (void)
{
  KringWindow *window = kring_window_new (GTK_APPLICATION (fixture_get_application ()));

  kring_window_begin (window);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle ();
  return window;
}

static void
test_exist (void)
{
  KringWindow *window = open_window ();
  const KringAction *row;

  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    {
      const GVariantType *type = NULL;

      if (row->name == NULL)
        continue;
      if (!has_action (window, row->name, &type))
        g_error ("no action %s", row->name);
      g_assert_true ((type != NULL) == (row->parameter != NULL));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each page can be gone to by a key. */
static void
test_pages (void)
{
  const KringPageRow *page;

  for (guint i = 0; (page = kring_page_stack_get_row (i)) != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("win.view::", page->name, NULL);
      const KringAction *row = kring_action_find (name);

      g_assert_nonnull (row);
      g_assert_nonnull (row->keys);
    }
}

/* The list does under its own name what the map does under its. */
static void
test_list (void)
{
  const KringAction *row;

  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    {
      g_autofree char *name = NULL;
      const GVariantType *type;

      if (row->in_list == NULL)
        continue;
      name = g_strconcat ("list", strchr (row->name, '.'), NULL);
      if (!has_class_action (KRING_TYPE_LIST_VIEW, name, &type))
        g_error ("no action %s", name);
    }
}

/* The table is read without GTK and with it: both read the same. */
static void
test_accelerators (void)
{
  const KringAction *row;

  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    {
      g_auto (GStrv) keys = g_strsplit (row->keys != NULL ? row->keys : "", " ", -1);

      for (guint j = 0; keys[j] != NULL; j++)
        {
          KringModifiers modifiers;
          guint symbol, ours = kring_keys_parse (keys[j], &modifiers);
          GdkModifierType state;

          g_assert_true (gtk_accelerator_parse (keys[j], &symbol, &state));
          if (row->use & KRING_USE_WINDOW)
            continue;
          if (!strstr (keys[j], "KP_"))
            g_assert_cmpuint (ours, ==, symbol);
          g_assert_true (!(state & GDK_CONTROL_MASK) == !(modifiers & KRING_MODIFIER_CTRL));
          g_assert_true (!(state & GDK_SHIFT_MASK) == !(modifiers & KRING_MODIFIER_SHIFT));
        }
    }
}

static void
assert_tip (const char *name, const char *words)
{
  g_autofree char *tip = kring_action_dup_tip (kring_action_find (name));

  g_assert_cmpstr (tip, ==, words);
}

/* What a button says names the key of the row. */
static void
test_tips (void)
{
  assert_tip ("map.tool::person", "Add a person (P)");
  assert_tip ("map.add-question", "Question about what is selected (?)");
  assert_tip ("win.pen::care", "Care brings in (Alt+1)");
}

/* Those in groups: each stands once more in the pages that its search fills. */
static void
collect (GtkWidget *widget, GPtrArray *shortcuts)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget) &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_GROUP) != NULL)
    g_ptr_array_add (shortcuts, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, shortcuts);
}

static gboolean
has_shortcut (GPtrArray *shortcuts, const char *words, const char *key)
{
  for (guint i = 0; i < shortcuts->len; i++)
    {
      g_autofree char *title = NULL, *accelerator = NULL;
      g_auto (GStrv) keys = NULL;

      g_object_get (g_ptr_array_index (shortcuts, i), "title", &title, "accelerator", &accelerator,
                    NULL);
      keys = g_strsplit (accelerator, " ", -1);
      if (g_str_equal (title, words) && g_strv_contains ((const char *const *) keys, key))
        return TRUE;
    }
  return FALSE;
}

/* Each row with words for it stands in the window with its first key; nothing else does. */
static void
test_shortcuts (void)
{
  KringWindow *window = open_window ();
  g_autoptr (GPtrArray) shortcuts = g_ptr_array_new ();
  const char *words = NULL;
  const KringAction *row;
  guint n = 0;

  collect (GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window))),
           shortcuts);
  for (guint i = 0; (row = kring_action_get_nth (i)) != NULL; i++)
    {
      g_autofree char *key = NULL;

      if (row->help == NULL || kring_action_is_heading (row))
        continue;
      if (!g_str_equal (row->help, KRING_ACTION_SAME_LINE))
        {
          words = _ (row->help);
          n++;
        }
      key = g_strndup (row->keys, strcspn (row->keys, " "));
      if (!has_shortcut (shortcuts, words, key))
        g_error ("not told: %s", row->keys);
    }
  g_assert_cmpuint (shortcuts->len, ==, n);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/actions/exist", test_exist);
  g_test_add_func ("/ui/actions/pages", test_pages);
  g_test_add_func ("/ui/actions/list", test_list);
  g_test_add_func ("/ui/actions/accelerators", test_accelerators);
  g_test_add_func ("/ui/actions/tips", test_tips);
  g_test_add_func ("/ui/actions/shortcuts", test_shortcuts);
}

int
main (int argc, char **argv)
{
  return fixture_main (argc, argv, add_tests);
}
