/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card at the bottom of the map: who brings in what is added now, and the tool in hand. The
 * pens are the radio action "win.pen"; the tools are the session's. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* From most to least room. */
typedef enum
{
  KRING_TRAY_FULL,   /* with captions */
  KRING_TRAY_SHORT,  /* tools without captions */
  KRING_TRAY_MARKS,  /* pens by their marks only */
  KRING_TRAY_SINGLE, /* one button that opens all of it */
} KringTrayMode;

#define KRING_TYPE_PEN_TRAY (kring_pen_tray_get_type ())
G_DECLARE_FINAL_TYPE (KringPenTray, kring_pen_tray, KRING, PEN_TRAY, AdwBin)

GtkWidget *kring_pen_tray_new (void) G_GNUC_WARN_UNUSED_RESULT;

void kring_pen_tray_set_session (KringPenTray *self, KringSession *session);
void kring_pen_tray_set_mode (KringPenTray *self, KringTrayMode mode);
void kring_pen_tray_show_pen (KringPenTray *self, KringParty pen);

G_END_DECLS
