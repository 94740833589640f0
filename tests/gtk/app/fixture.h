/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of the window share: the program without a bus, a home of its own, and a main loop
 * that runs until something is so. Needs a display; without one the whole program is skipped.
 */
#pragma once

#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window.h"

G_BEGIN_DECLS

typedef gboolean (*Condition) (gpointer data);

int fixture_main (int argc, char **argv, void (*add_tests) (void));
KringApplication *fixture_get_application (void);
void fixture_settle (void);
void fixture_wait (Condition condition, gpointer data);
void fixture_assert_finalised (GtkWidget *widget);

G_END_DECLS
