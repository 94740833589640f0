/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every place shares where a date is typed: how it is read with what day it is today, and a
 * small calendar to pick a day from. Main thread only.
 */
#pragma once

#include "hands/session/kring-session.h"
#include "map/base/kring-date.h"
#include "map/edit/kring-quick-date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean kring_date_picker_read (
    KringSession *session, const char *typed, KringDateAim aim, char **date, char **message);
char *kring_date_picker_split (KringSession *session,
                               const char *typed,
                               KringQuickDatePlace place,
                               char **date,
                               char **question) G_GNUC_WARN_UNUSED_RESULT;
char *kring_date_picker_dup_question (const char *date,
                                      const char *other) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *kring_date_picker_new (GtkWidget *entry,
                                  GCallback picked,
                                  gpointer object) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
