/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words for what can go wrong with a file: what happened, what is safe, and what can be done. And
 * for what a command refuses.
 * Only words; the windows decide what to ask.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

const char *kring_error_words_get_open_heading (const GError *error);
char *kring_error_words_dup_open_body (GFile *file, const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char *kring_error_words_dup_save_body (const GError *error,
                                       gboolean kept) G_GNUC_WARN_UNUSED_RESULT;
char *kring_error_words_dup_export_body (const GError *error,
                                         gboolean several) G_GNUC_WARN_UNUSED_RESULT;
char *kring_error_words_dup_edit (const GError *error) G_GNUC_WARN_UNUSED_RESULT;
char *kring_error_words_dup_sentence (const char *message) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
