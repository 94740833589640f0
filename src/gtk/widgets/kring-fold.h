/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row that stands for several: a caption over a line that sums them up. Pressing it shows what
 * is behind it, and pressing it again folds that away; the keyboard is never left in what is folded.
 * Main thread only.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define KRING_TYPE_FOLD (kring_fold_get_type ())
G_DECLARE_FINAL_TYPE (KringFold, kring_fold, KRING, FOLD, GtkBox)

GtkWidget *kring_fold_new (const char *caption, GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;
void kring_fold_set_summary (KringFold *self, const char *summary);
const char *kring_fold_get_summary (KringFold *self);
void kring_fold_set_sign (KringFold *self, GtkWidget *sign);
void kring_fold_set_open (KringFold *self, gboolean open);
gboolean kring_fold_get_open (KringFold *self);
GtkWidget *kring_fold_get_button (KringFold *self);

GtkWidget *kring_focus_find_in (GtkWidget *widget);
gboolean kring_focus_enter (GtkWidget *widget, GtkDirectionType way);
void kring_focus_give (GtkWidget *widget);

G_END_DECLS
