/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/find/kring-filter-actions.h"

static KringParty
get_party (GVariant *parameter)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (g_str_equal (name, "care"))
    return KRING_PARTY_CARE;
  return g_str_equal (name, "police") ? KRING_PARTY_POLICE : KRING_PARTY_NONE;
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  kring_filter_clear (kring_session_get_filter (data));
}

static void
hide_side_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringFilter *filter = kring_session_get_filter (data);
  KringParty side = get_party (parameter);

  kring_filter_set_hidden_side (
      filter, kring_filter_get_hidden_side (filter) == side ? KRING_PARTY_NONE : side);
}

static void
see_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringFilter *filter = kring_session_get_filter (data);
  KringParty side = get_party (parameter);

  kring_filter_set_side (filter, kring_filter_get_side (filter) == side ? KRING_PARTY_NONE : side);
}

static void
see_as_other_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  KringFilter *filter = kring_session_get_filter (data);
  gboolean care = kring_editor_get_pen (kring_session_get_editor (data)) != KRING_PARTY_POLICE;

  if (kring_filter_has (filter, KRING_FILTER_SIDE))
    kring_filter_set_side (filter, KRING_PARTY_NONE);
  else
    kring_filter_set_side (filter, care ? KRING_PARTY_POLICE : KRING_PARTY_CARE);
}

/**
 * kring_filter_actions_add:
 * @actions: gets the actions, such as a window with its "win." ones
 * @session: whose filter they change; outlives the actions
 */
void
kring_filter_actions_add (GActionMap *actions, KringSession *session)
{
  static const GActionEntry entries[] = {
    { .name = "clear-filters", .activate = clear_filters_cb },
    { .name = "hide-side", .activate = hide_side_cb, .parameter_type = "s" },
    { .name = "see-as", .activate = see_as_cb, .parameter_type = "s" },
    { .name = "see-as-other", .activate = see_as_other_cb },
  };

  g_action_map_add_action_entries (actions, entries, G_N_ELEMENTS (entries), session);
}
