/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of a statement on a box of its own, for the tests of this room. */
#pragma once

#include "fixture.h"

gboolean card_is_view (GtkWidget *widget, gconstpointer data);
gboolean card_says (GtkWidget *widget, gconstpointer data);
gboolean card_is_button_for (GtkWidget *widget, gconstpointer data);
void card_press (GtkWidget *widget, guint key, GdkModifierType state);
GtkWidget *card_open (Fixture *fixture, const char *id);
void card_finish (GtkWidget *popover);
KringItem *card_get_newest (Fixture *fixture, const char *id);
