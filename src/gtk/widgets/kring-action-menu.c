/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-action-menu.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * kring_action_menu_add:
 * @section: gets them at its end
 * @names: (array length=n): actions as kring_action_find () takes them, with a label
 *
 * Adds an entry for each.
 */
void
kring_action_menu_add (GMenu *section, const char *const *names, guint n)
{
  for (guint i = 0; i < n; i++)
    g_menu_append (section, _ (kring_action_find (names[i])->label), names[i]);
}

/**
 * kring_action_menu_append:
 * @names: (array length=n): likewise; %NULL: the next section
 *
 * Appends sections.
 */
void
kring_action_menu_append (GMenu *menu, const char *const *names, guint n)
{
  for (guint first = 0, end = 0; end <= n; end++)
    if (end == n || names[end] == NULL)
      {
        g_autoptr (GMenu) section = g_menu_new ();

        kring_action_menu_add (section, names + first, end - first);
        g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        first = end + 1;
      }
}

/* (transfer full): the accelerator that is told. */
static char *
dup_first_key (const KringAction *action)
{
  return g_strndup (action->keys, strcspn (action->keys, " "));
}

/**
 * kring_action_dup_tip:
 * @action: one with a tip, or with help and keys
 *
 * Returns: (transfer full): what a button for it says when one points at it
 */
char *
kring_action_dup_tip (const KringAction *action)
{
  g_autofree char *key = NULL, *label = NULL;
  GdkModifierType modifiers;
  guint symbol;

  if (action->tip != NULL)
    return g_strdup (_ (action->tip));
  key = dup_first_key (action);
  gtk_accelerator_parse (key, &symbol, &modifiers);
  label = gtk_accelerator_get_label (symbol, modifiers);
  return g_strdup_printf ("%s (%s)", _ (action->help), label);
}

static void
append_title (GString *ui, const char *type, const char *title)
{
  g_autofree char *start = g_markup_printf_escaped (
      "<child><object class='%s'><property name='title'>%s</property>", type, _ (title));

  g_string_append (ui, start);
}

/* All keys of one line of the window: those of @first, and of the rows that go on in it. */
static void
append_keys (GString *ui, guint first)
{
  g_autoptr (GString) keys = g_string_new (NULL);
  g_autofree char *property = NULL;
  const KringAction *action;

  for (guint i = first; (action = kring_action_get_nth (i)) != NULL; i++)
    {
      g_autofree char *key = NULL;

      if (i > first && g_strcmp0 (action->help, KRING_ACTION_SAME_LINE) != 0)
        break;
      key = dup_first_key (action);
      g_string_append_printf (keys, "%s%s", i > first ? " " : "", key);
    }
  property = g_markup_printf_escaped ("<property name='accelerator'>%s</property>", keys->str);
  g_string_append (ui, property);
}

/**
 * kring_action_dup_shortcuts:
 *
 * Returns: (transfer full): the window of all keys as #GtkBuilder reads it, where its id is
 *   "help_overlay"
 */
char *
kring_action_dup_shortcuts (void)
{
  GString *ui = g_string_new ("<interface><object class='GtkShortcutsWindow' id='help_overlay'>"
                              "<property name='modal'>True</property>");
  g_autofree char *title =
      g_markup_printf_escaped ("<property name='title'>%s</property>", _ ("Keyboard Shortcuts"));
  gboolean in_group = FALSE;
  const KringAction *action;

  g_string_append (ui, title);
  g_string_append (ui, "<child><object class='GtkShortcutsSection'>"
                       "<property name='section-name'>shortcuts</property>"
                       "<property name='max-height'>17</property>");
  for (guint i = 0; (action = kring_action_get_nth (i)) != NULL; i++)
    {
      if (action->help == NULL || g_str_equal (action->help, KRING_ACTION_SAME_LINE))
        continue;
      if (kring_action_is_heading (action))
        {
          g_string_append (ui, in_group ? "</object></child>" : "");
          append_title (ui, "GtkShortcutsGroup", action->help);
          in_group = TRUE;
          continue;
        }
      append_title (ui, "GtkShortcutsShortcut", action->help);
      append_keys (ui, i);
      g_string_append (ui, "</object></child>");
    }
  g_string_append (ui, "</object></child></object></child></object></interface>");
  return g_string_free (ui, FALSE);
}

/**
 * kring_action_new_shortcuts_window:
 *
 * Returns: (transfer none): the window of all keys; GTK 4.8 makes one from a description alone
 */
GtkShortcutsWindow *
kring_action_new_shortcuts_window (void)
{
  g_autofree char *ui = kring_action_dup_shortcuts ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_string (ui, -1);

  return GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
}
