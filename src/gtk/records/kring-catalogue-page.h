/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The catalogues of signals, as a page of the preferences: what comes with the program, what was
 * added, and what is wrong with files that cannot be used. Emits "add" when a file is wanted; who
 * has one gives it back with kring_catalogue_page_add_file (). Main thread only.
 */
#pragma once

#include "map/catalogue/kring-catalogue-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_CATALOGUE_PAGE (kring_catalogue_page_get_type ())
G_DECLARE_FINAL_TYPE (
    KringCataloguePage, kring_catalogue_page, KRING, CATALOGUE_PAGE, AdwPreferencesPage)

GtkWidget *kring_catalogue_page_new (KringCatalogueStore *shelf) G_GNUC_WARN_UNUSED_RESULT;
void kring_catalogue_page_add_file (KringCataloguePage *self, GFile *file);
guint kring_catalogue_page_get_n_rows (KringCataloguePage *self);
const char *kring_catalogue_page_get_message (KringCataloguePage *self);

G_END_DECLS
