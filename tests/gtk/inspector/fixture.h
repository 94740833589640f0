/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A small invented map with a session, for tests of widgets; and a window to put a widget in when
 * it must have the keyboard. Needs a display; without one the whole program is skipped.
 */
#pragma once

#include "calm.h"
#include "hands/session/kring-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  KringMap *map;          /* (owned) */
  KringEditor *editor;    /* (owned) */
  KringSession *session;  /* (owned) */
  GtkWidget *window;      /* (nullable): made by fixture_show () */
  char *noor, *dex, *tie; /* (owned): ids of two persons and what ties them */
  char *told;             /* (owned) (nullable): what the window was last asked to say */
} Fixture;

int fixture_main (int argc, char **argv, void (*add_tests) (void));
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_show (Fixture *fixture, GtkWidget *widget);
void fixture_settle (void);
char *fixture_add (Fixture *fixture, KringKindId kind, const char *name);
void fixture_select (Fixture *fixture, const char *id);
const char *fixture_get (Fixture *fixture, const char *id, const char *field);

#define FIXTURE_TEST(PATH, FUNCTION)                                                               \
  g_test_add (PATH, Fixture, NULL, fixture_set_up, FUNCTION, fixture_tear_down)

G_END_DECLS
