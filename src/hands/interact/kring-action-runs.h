/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of actions call: a function for each name "map.…" that needs no widget. */
#pragma once

#include "hands/interact/kring-actions.h"

G_BEGIN_DECLS

gboolean kring_run_tool (KringInteraction *interaction, const char *parameter);
gboolean kring_run_tie_from (KringInteraction *interaction, const char *parameter);
gboolean kring_run_certainty (KringInteraction *interaction, const char *parameter);
gboolean kring_run_quality (KringInteraction *interaction, const char *parameter);
gboolean kring_run_ask_quality (KringInteraction *interaction, const char *parameter);
gboolean kring_run_weaker (KringInteraction *interaction, const char *parameter);
gboolean kring_run_stronger (KringInteraction *interaction, const char *parameter);
gboolean kring_run_audience (KringInteraction *interaction, const char *parameter);
gboolean kring_run_pen_audience (KringInteraction *interaction, const char *parameter);
gboolean kring_run_direction (KringInteraction *interaction, const char *parameter);
gboolean kring_run_reverse (KringInteraction *interaction, const char *parameter);
gboolean kring_run_delete (KringInteraction *interaction, const char *parameter);
gboolean kring_run_rename (KringInteraction *interaction, const char *parameter);
gboolean kring_run_edit (KringInteraction *interaction, const char *parameter);
gboolean kring_run_duplicate (KringInteraction *interaction, const char *parameter);
gboolean kring_run_select_all (KringInteraction *interaction, const char *parameter);
gboolean kring_run_pin (KringInteraction *interaction, const char *parameter);
gboolean kring_run_group (KringInteraction *interaction, const char *parameter);
gboolean kring_run_ungroup (KringInteraction *interaction, const char *parameter);
gboolean kring_run_set_centre (KringInteraction *interaction, const char *parameter);
gboolean kring_run_focus_circle (KringInteraction *interaction, const char *parameter);
gboolean kring_run_go_centre (KringInteraction *interaction, const char *parameter);
gboolean kring_run_cancel (KringInteraction *interaction, const char *parameter);
gboolean kring_run_toggle (KringInteraction *interaction, const char *parameter);
gboolean kring_run_focus (KringInteraction *interaction, const char *parameter);
gboolean kring_run_next_tie (KringInteraction *interaction, const char *parameter);
gboolean kring_run_previous_tie (KringInteraction *interaction, const char *parameter);
gboolean kring_run_nudge (KringInteraction *interaction, const char *parameter);
gboolean kring_run_nudge_little (KringInteraction *interaction, const char *parameter);
gboolean kring_run_context_menu (KringInteraction *interaction, const char *parameter);
gboolean kring_run_add_here (KringInteraction *interaction, const char *parameter);
gboolean kring_run_add_signal (KringInteraction *interaction, const char *parameter);
gboolean kring_run_add_protective (KringInteraction *interaction, const char *parameter);
gboolean kring_run_add_question (KringInteraction *interaction, const char *parameter);
gboolean kring_run_add_statement (KringInteraction *interaction, const char *parameter);

G_END_DECLS
