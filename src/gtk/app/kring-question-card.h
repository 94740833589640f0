/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The button over the map under which questions to it stand, and the card with the answer in words.
 * What a line of the answer is not about fades, until Esc. Gives the canvas the action "map.ask".
 * Main thread only.
 */
#pragma once

#include "gtk/canvas/kring-canvas.h"
#include "map/facts/kring-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define KRING_TYPE_QUESTION_CARD (kring_question_card_get_type ())
G_DECLARE_FINAL_TYPE (KringQuestionCard, kring_question_card, KRING, QUESTION_CARD, AdwBin)

GtkWidget *kring_question_card_new (KringCanvas *canvas,
                                    GtkWidget *before) G_GNUC_WARN_UNUSED_RESULT;
void kring_question_card_set_narrow (KringQuestionCard *self, gboolean narrow);
void kring_question_card_open_menu (KringQuestionCard *self);
void kring_question_card_ask (KringQuestionCard *self, KringQuestion question, GPtrArray *ids);
KringAnswer *kring_question_card_get_answer (KringQuestionCard *self);

G_END_DECLS
