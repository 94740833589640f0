/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the catalogues of one user stand: the one that comes with the program, and a folder with
 * those of an organisation. They are read when they are first asked for, and again after the folder
 * was changed through the shelf; "changed" says so. Owned by the program. Main thread only.
 */
#pragma once

#include "map/catalogue/kring-catalogue.h"

G_BEGIN_DECLS

#define KRING_TYPE_SHELF (kring_shelf_get_type ())
G_DECLARE_FINAL_TYPE (KringShelf, kring_shelf, KRING, SHELF, GObject)

KringShelf *kring_shelf_new (const char *folder) G_GNUC_WARN_UNUSED_RESULT;
char *kring_shelf_dup_user_folder (void) G_GNUC_WARN_UNUSED_RESULT;
KringCatalogue *kring_shelf_get_catalogue (KringShelf *self);
gboolean kring_shelf_add (KringShelf *self, GFile *file, GError **error);
gboolean kring_shelf_remove (KringShelf *self, const char *name, GError **error);

G_END_DECLS
