/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is asked before a map comes on a screen that others look at: for whom, how persons are
 * called, and on which screen, with the last answers filled in, so that Enter is enough. Main thread
 * only.
 */
#pragma once

#include "map/share/kring-permitted.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Settings: for whom it was last, and how persons were called. */
#define KRING_PRESENTED_FOR_KEY "presented-for"
#define KRING_PRESENTED_NAMES_KEY "presented-names"

#define KRING_TYPE_PRESENTING_QUESTION (kring_presenting_question_get_type ())
G_DECLARE_FINAL_TYPE (KringPresentingQuestion,
                      kring_presenting_question,
                      KRING,
                      PRESENTING_QUESTION,
                      AdwMessageDialog)

GtkWindow *kring_presenting_question_new (GtkWindow *parent, GSettings *settings);
void kring_presenting_question_get_rule (KringPresentingQuestion *self, KringShareRule *rule);
GdkMonitor *kring_presenting_question_get_screen (KringPresentingQuestion *self);
void kring_presenting_question_remember (KringPresentingQuestion *self);

G_END_DECLS
