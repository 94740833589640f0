/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stayed behind when something was copied, as lines: which items and why, and which texts name
 * them. Nothing is settled here, only read. Main thread only.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* More lines than this nobody reads; the rest is counted. */
#define KRING_LEFT_LINES_MAX 100

GtkWidget *kring_left_line_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char *kring_left_dup_rest (guint n) G_GNUC_WARN_UNUSED_RESULT;
void kring_left_window_show (GtkWindow *parent, const char *const *items, const char *const *texts);

G_END_DECLS
