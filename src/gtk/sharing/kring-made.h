/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was made for somebody, once everything is on disk: for whom, where it is, and how to know it
 * again. KringSharing announces it by its signal "made"; whoever keeps account of copies listens there.
 * And the words that say so, and opening it in the program that the system has for it. Main thread
 * only.
 */
#pragma once

#include "gtk/sharing/kring-shared-form.h"
#include "map/share/kring-reader.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_MADE (kring_made_get_type ())

typedef struct
{
  GFile *file; /* (owned): the first of several */
  guint n_files;
  GStrv hashes; /* (owned): of each file, SHA-256, hexadecimal */
  GFile *key;   /* (owned) (nullable): where it stands which code is who */
  KringSharedForm form;
  gboolean asked;      /* for whom it is was asked: of the young person's own view it is not */
  KringReader reader;  /* for whom */
  KringNameForm names; /* how persons are called in it */
  char *secret;        /* (owned) (nullable): of a map, which its ids were made with */
  char *number;        /* (owned) (nullable): of a map, of this copy and no other */
} KringMade;

GType kring_made_get_type (void);
KringMade *kring_made_new (void) G_GNUC_WARN_UNUSED_RESULT;
KringMade *kring_made_ref (KringMade *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_made_unref (KringMade *self);

char *kring_made_dup_text (const KringMade *self) G_GNUC_WARN_UNUSED_RESULT;
char *kring_made_dup_uri (const KringMade *self) G_GNUC_WARN_UNUSED_RESULT;
void kring_made_open (GtkWindow *window, const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KringMade, kring_made_unref)

G_END_DECLS
