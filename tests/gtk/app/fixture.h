/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tests of the window share: the program without a bus, a home of its own, and a main loop
 * that runs until something is so. Needs a display; without one the whole program is skipped.
 */
#pragma once

#include "calm.h"
#include "gtk/app/kring-application.h"
#include "gtk/app/kring-window.h"

G_BEGIN_DECLS

int fixture_main (int argc, char **argv, void (*add_tests) (void));
KringApplication *fixture_get_application (void);
KringDocument *fixture_new_document (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void fixture_settle (void);
void fixture_assert_finalised (GtkWidget *widget);

/* Until the condition, a function, is true of the data. */
#define fixture_wait(condition, data) calm_until (condition (data))

G_END_DECLS
