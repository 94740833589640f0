/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/canvas/kring-canvas-spoken.h"

#include "map/facts/kring-describe.h"

#include <glib/gi18n-lib.h>

/**
 * kring_canvas_spoken_name:
 * @shown: what gets the name
 *
 * What @map as a whole is.
 */
void
kring_canvas_spoken_name (GtkAccessible *shown, KringMap *map)
{
  g_autofree char *text = kring_map_dup_summary (map);

  gtk_accessible_update_property (shown, GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* What has the keyboard, and whether that is selected. */
static void
canvas_spoken_add_item (KringSession *session, GString *text)
{
  KringMap *map = kring_session_get_map (session);
  KringSelection *selection = kring_session_get_selection (session);
  const char *focus = kring_selection_get_focus (selection);
  KringItem *item = focus != NULL ? kring_map_get_item (map, focus) : NULL;
  guint size = kring_selection_get_size (selection);
  g_autofree char *description = item != NULL ? kring_map_dup_description (map, item) : NULL;
  gboolean selected = item != NULL && kring_selection_contains (selection, focus);

  if (description != NULL)
    g_string_append (text, description);
  if (selected && size == 1)
    g_string_append_printf (text, " %s", _ ("Selected."));
  else if (size > 0)
    {
      const char *format =
          selected ? ngettext ("Selected, with %u other.", "Selected, with %u others.", size - 1)
                   : ngettext ("Not selected; %u other is.", "Not selected; %u others are.", size);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, format, selected ? size - 1 : size);
    }
}

/**
 * kring_canvas_spoken_describe:
 * @shown: what is described
 * @message: (nullable): of the window
 *
 * Tells what there is to tell now: the message of the window first, then what the tool asks for, or
 * what has the keyboard. A screen reader reads it whenever it changes.
 */
void
kring_canvas_spoken_describe (GtkAccessible *shown,
                              KringInteraction *interaction,
                              const char *message)
{
  const char *prompt = kring_interaction_get_prompt (interaction);
  g_autoptr (GString) text = g_string_new (message);

  if (text->len > 0)
    g_string_append (text, ". ");
  if (prompt != NULL)
    g_string_append (text, prompt);
  else
    canvas_spoken_add_item (kring_interaction_get_session (interaction), text);
  gtk_accessible_update_property (shown, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
}
