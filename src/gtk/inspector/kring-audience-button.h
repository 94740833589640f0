/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For whom one field is, where that may differ from its item: a small button that shows it and
 * offers the choices. Owned by whoever puts it somewhere. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_AUDIENCE_BUTTON (kring_audience_button_get_type ())
G_DECLARE_FINAL_TYPE (KringAudienceButton, kring_audience_button, KRING, AUDIENCE_BUTTON, AdwBin)

GtkWidget *kring_audience_button_new (KringSession *session,
                                      const KringField *field) G_GNUC_WARN_UNUSED_RESULT;
void kring_audience_button_set_ids (KringAudienceButton *self, GPtrArray *ids);

const char *kring_audience_get_icon (KringAudience audience);

G_END_DECLS
