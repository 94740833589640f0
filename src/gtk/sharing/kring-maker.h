/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Making what is shared, once all is chosen: the search for what has to stay behind, where it goes,
 * where the key of codes goes, and the writing. It is told what to make when that begins; what is
 * chosen after that changes nothing. "made" says that everything is on disk. Main thread only.
 */
#pragma once

#include "gtk/sharing/kring-made.h"
#include "map/share/kring-permitted.h"
#include "picture/export/kring-export.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What is to be made. */
typedef struct
{
  KringMap *map; /* (not owned): the whole map */
  KringShareRule rule;
  KringSharedForm form;
  KringExport *export; /* (not owned): what it looks like, and what is written of a sheet */
  gboolean asked;      /* for whom it is was asked */
  const char *name;    /* (not owned): of the file, to propose */
  GFile *origin;       /* (not owned) (nullable): where the map lies, which is never written over */
} KringMaking;

#define KRING_TYPE_MAKER (kring_maker_get_type ())
G_DECLARE_FINAL_TYPE (KringMaker, kring_maker, KRING, MAKER, GObject)

KringMaker *kring_maker_new (GtkWindow *window) G_GNUC_WARN_UNUSED_RESULT;
void kring_maker_make (KringMaker *self, const KringMaking *making);
gboolean kring_maker_cancel (KringMaker *self);

G_END_DECLS
