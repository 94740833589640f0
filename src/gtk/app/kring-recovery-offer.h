/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * At the start: maps that were open when the program ended without saving, and what to do with
 * them. Copies are only thrown away when the user says so. Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

char *kring_recovery_offer_dup_folder (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_recovery_offer (GtkApplication *application, GtkWindow *parent);

G_END_DECLS
