/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The signals on the item that is looked at, as a part of the inspector: the latest first, with a
 * button to add one. Says so when there are none; hidden for items that cannot have any. It
 * follows the map, and keeps the row in which somebody types. Main thread only.
 */
#pragma once

#include "gtk/records/kring-signal-row.h"
#include "gtk/widgets/kring-section.h"

G_BEGIN_DECLS

#define KRING_TYPE_SIGNAL_SECTION (kring_signal_section_get_type ())
G_DECLARE_FINAL_TYPE (KringSignalSection, kring_signal_section, KRING, SIGNAL_SECTION, GtkBox)

GtkWidget *kring_signal_section_new (KringSession *session,
                                     KringCatalogueStore *shelf) G_GNUC_WARN_UNUSED_RESULT;
void kring_signal_section_reveal (KringSignalSection *self);
KringSignalRow *kring_signal_section_get_row (KringSignalSection *self, guint position);

G_END_DECLS
