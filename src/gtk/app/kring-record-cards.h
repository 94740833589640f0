/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cards of the window on which is written down what is known about what is selected, and the
 * sections of the inspector that list it. Knows the window by its properties only, and is owned by
 * it. Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"
#include "gtk/inspector/kring-inspector.h"
#include "gtk/sharing/kring-made.h"
#include "hands/session/kring-session.h"
#include "map/catalogue/kring-catalogue-store.h"

G_BEGIN_DECLS

#define KRING_TYPE_RECORD_CARDS (kring_record_cards_get_type ())
G_DECLARE_FINAL_TYPE (KringRecordCards, kring_record_cards, KRING, RECORD_CARDS, GObject)

KringRecordCards *kring_record_cards_new (GtkWidget *place,
                                          KringSession *session,
                                          KringCatalogueStore *catalogues,
                                          KringCanvas *canvas) G_GNUC_WARN_UNUSED_RESULT;
void kring_record_cards_add_sections (KringRecordCards *self, KringInspector *inspector);
void kring_record_cards_place_copy_bar (KringRecordCards *self, GtkWidget *page);
GtkWidget *kring_record_cards_get_copy_bar (KringRecordCards *self);
void kring_record_cards_ask_copy (KringRecordCards *self, const KringMade *made);
void kring_record_cards_close (KringRecordCards *self);

G_END_DECLS
