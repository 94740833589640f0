/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A window with a map of two people, in front of somebody who types with real keys; the second of
 * them is selected.
 */
#pragma once

#include "fixture.h"
#include "hands/interact/kring-interaction.h"

G_BEGIN_DECLS

typedef struct
{
  KringWindow *window;
  KringSession *session; /* of the window */
  KringDrafts *drafts;   /* of the session */
  KringMap *map;
  KringInteraction *interaction;
  char *noor, *dex; /* (owned): ids */
} Desk;

void desk_set_up (Desk *desk);
void desk_set_up_names (Desk *desk);
void desk_look_at (Desk *desk, KringWindow *window);
void desk_clear (Desk *desk);
void desk_finish (Desk *desk);

char *desk_add_person (Desk *desk, const char *name, double x) G_GNUC_WARN_UNUSED_RESULT;
KringItem *desk_find (Desk *desk, KringKindId kind, const char *field, const char *text);

GtkWidget *desk_get_focus (Desk *desk);
gboolean desk_is_card_open (gpointer desk);
gboolean desk_is_card_closed (gpointer desk);
void desk_ask (Desk *desk, const char *record);
void desk_wait_for_text (Desk *desk, const char *text);

G_END_DECLS
