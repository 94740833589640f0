/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of commands work on: Noor in the middle, Dex, and how sure one is that they are
 * friends; at a fixed hour, with care's pen.
 */
#pragma once

#include "map/edit/kring-commands.h"

G_BEGIN_DECLS

typedef struct
{
  KringMap *map;          /* (owned) */
  KringEditor *editor;    /* (owned) */
  KringHistory *history;  /* (not owned), of the editor */
  char *noor, *dex, *tie; /* (owned): ids; the tie is only probable */
} Rig;

void rig_set_up (Rig *rig, gconstpointer data);
void rig_tear_down (Rig *rig, gconstpointer data);
void rig_undo (Rig *rig);
guint rig_count (Rig *rig, KringKindId kind);
char *rig_dup_id (KringItem *item);
GPtrArray *rig_list (const char *id);

#define RIG_TEST(PATH, FUNCTION) g_test_add (PATH, Rig, NULL, rig_set_up, FUNCTION, rig_tear_down)

G_END_DECLS
