/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the catalogues of one user stand: the one that comes with the program, and a folder with
 * those of an organisation. They are read when they are first asked for, and again after the folder
 * was changed through the shelf; "changed" says so. Owned by the program. Main thread only.
 */
#pragma once

#include "map/catalogue/kring-catalogue.h"

G_BEGIN_DECLS

#define KRING_TYPE_CATALOGUE_STORE (kring_catalogue_store_get_type ())
G_DECLARE_FINAL_TYPE (KringCatalogueStore, kring_catalogue_store, KRING, CATALOGUE_STORE, GObject)

KringCatalogueStore *kring_catalogue_store_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
char *kring_catalogue_store_dup_user_folder (void) G_GNUC_WARN_UNUSED_RESULT;
KringCatalogue *kring_catalogue_store_get_catalogue (KringCatalogueStore *self);
gboolean kring_catalogue_store_add (KringCatalogueStore *self, GFile *file, GError **error);
gboolean kring_catalogue_store_remove (KringCatalogueStore *self, const char *name, GError **error);

G_END_DECLS
