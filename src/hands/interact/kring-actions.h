/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What can be done, as one table: a row for each action and parameter, with its keys, the places
 * where these work, its words, and what it calls. Keys, menus, the tray, the shortcut window and the
 * list read it. Constant data; the rows stand in the order of the shortcut window.
 */
#pragma once

#include "hands/interact/kring-interaction.h"

G_BEGIN_DECLS

/* Where the keys of a row work, and what it needs. */
typedef enum
{
  KRING_USE_WINDOW = 1 << 0, /* wherever the keyboard is in the window */
  KRING_USE_MAP = 1 << 1,
  KRING_USE_LIST = 1 << 2,
  KRING_USE_SIGNAL = 1 << 3,    /* a signal in the details */
  KRING_USE_STATEMENT = 1 << 4, /* a statement likewise */
  KRING_USE_GAP = 1 << 5,       /* a row of what is not known */
  KRING_USE_TASK = 1 << 6,      /* a row of what is to be done */
  KRING_USE_CHOICE = 1 << 7,    /* the certainties to pick from */
  KRING_USE_CARD = 1 << 8,      /* what is being written down about something */
  KRING_USE_TIME = 1 << 9,      /* the line of time */
  KRING_USE_YOUTH = 1 << 10,    /* the young person's view */
  KRING_USE_SHOWN = 1 << 11,    /* the screen that others look at */

  KRING_USE_OPEN = 1 << 16,  /* only while a map is open */
  KRING_USE_ABOUT = 1 << 17, /* only about something that is selected or has the focus */
  KRING_USE_STATE = 1 << 18, /* has a state: its parameter */
} KringActionUse;

#define KRING_ACTION_ANY ""       /* as a parameter: whichever */
#define KRING_ACTION_SAME_LINE "" /* as help: its key goes on in the line of the row before it */

typedef struct
{
  const char *name; /* with its group, as in "map.pin"; %NULL: the heading @help, or keys alone */
  const char *parameter; /* %NULL: takes none */
  const char *keys;  /* (nullable) accelerators with spaces between; the first is the one told */
  guint use;         /* of #KringActionUse */
  const char *label; /* (nullable) in menus */
  const char *help;  /* (nullable) in the shortcut window */
  gboolean (*run) (KringInteraction *interaction, const char *parameter); /* %NULL: a widget does */
  const char *in_list; /* (nullable) in the menu of the list */
  const char *icon;    /* (nullable) */
  const char *caption; /* (nullable) under or beside the icon */
  const char *tip;     /* (nullable) in place of @help and the key */
} KringAction;

const KringAction *kring_action_get_nth (guint position);
const KringAction *kring_action_find (const char *detailed);
gboolean kring_action_is_heading (const KringAction *action);
char *kring_action_dup_detailed (const KringAction *action);
int kring_action_get_certainty (const KringAction *action);
gboolean kring_action_run (KringInteraction *interaction, const char *name, const char *parameter);
const char *kring_action_get_tool_name (KringToolId tool);

G_END_DECLS
