/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the field already knows: signals of risk and vulnerability, what protects, and what to
 * look for after a return. Several files make one catalogue: the one that comes with the program
 * first, then those an organisation drops in a folder, which add signals or replace them by id. A
 * file with a mistake is left out whole, with a message that names its line. Main thread only.
 */
#pragma once

#include "map/catalogue/kring-catalogue-file.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define KRING_TYPE_CATALOGUE (kring_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (KringCatalogue, kring_catalogue, KRING, CATALOGUE, GObject)

/* One file that was read, or could not be. */
typedef struct
{
  char *name;      /* (owned) as it is shown */
  guint n_signals; /* those that replace others among them */
  char *message;   /* (owned) (nullable): why it was left out */
} KringCatalogueSource;

/* For kring_catalogue_search (): any kind of item, any family. */
#define KRING_CATALOGUE_ANY -1

KringCatalogue *kring_catalogue_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean kring_catalogue_add_builtin (KringCatalogue *self);
gboolean kring_catalogue_add_file (KringCatalogue *self, const char *path);
void kring_catalogue_add_folder (KringCatalogue *self, const char *folder);
gboolean kring_catalogue_add_bytes (KringCatalogue *self, const char *name, GBytes *bytes);

GPtrArray *kring_catalogue_get_sources (KringCatalogue *self);
GPtrArray *kring_catalogue_get_messages (KringCatalogue *self);
GPtrArray *kring_catalogue_get_signals (KringCatalogue *self);
const KringCatalogueSignal *kring_catalogue_find (KringCatalogue *self, const char *id);
const char *kring_catalogue_get_category_label (KringCatalogue *self, const char *id);
GPtrArray *
kring_catalogue_dup_source_names (KringCatalogue *self,
                                  const KringCatalogueSignal *signal) G_GNUC_WARN_UNUSED_RESULT;
char *kring_catalogue_dup_origin (KringCatalogue *self,
                                  const KringCatalogueSignal *signal) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_catalogue_dup_categories (KringCatalogue *self) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_catalogue_search (KringCatalogue *self, const char *words, int kind, int family)
    G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *kring_catalogue_suggest (KringCatalogue *self,
                                    const char *words,
                                    guint32 kinds,
                                    gboolean protective,
                                    guint n_max) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
