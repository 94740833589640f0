/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which part of time a session looks at: the period of its filter, in minutes. Pure functions of
 * the session. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "picture/time/kring-time-scale.h"

G_BEGIN_DECLS

/* From always until ever. */
#define KRING_PERIOD_EVER ((KringPeriod){ G_MININT64, G_MAXINT64 })

KringPeriod kring_time_window_get (KringSession *session);
void kring_time_window_set (KringSession *session, KringPeriod period);
KringPeriod kring_time_window_snap (KringPeriod period, gint64 step, KringPeriod bounds);

G_END_DECLS
