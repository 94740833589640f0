/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/widgets/kring-error-words.h"

#include "file/document/kring-document.h"
#include "file/storage/kring-storage-error.h"
#include "map/edit/kring-editor.h"

#include <glib/gi18n.h>

/* By KringEditError; what is not here holds something of its own, or comes as a sentence. */
static const char *const refusals[KRING_N_EDIT_ERRORS] = {
  [KRING_EDIT_ERROR_SELF_TIE] = N_ ("A tie must join two different items"),
  [KRING_EDIT_ERROR_NO_WORDS] = N_ ("There must be some words"),
  [KRING_EDIT_ERROR_NO_NAME] = N_ ("A name cannot be empty"),
  [KRING_EDIT_ERROR_NO_VIEW_NAME] = N_ ("A view needs a name"),
  [KRING_EDIT_ERROR_NO_EVENT] = N_ ("What happened?"),
  [KRING_EDIT_ERROR_NO_FIELD] = N_ ("This kind of item has no such field"),
  [KRING_EDIT_ERROR_NO_SIGNALS] = N_ ("No signal can be placed on this"),
  [KRING_EDIT_ERROR_NO_STATEMENTS] = N_ ("Nothing can be stated about this"),
  [KRING_EDIT_ERROR_MISSING] = N_ ("That item is not on the map any more"),
  [KRING_EDIT_ERROR_BUSY] = N_ ("Another list is still being added"),
};

/* Isolated, so that a name from elsewhere cannot turn the sentence around. */
static char *
dup_quoted_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name != NULL ? name : "");

  return g_strdup_printf ("\u2068“%s”\u2069", shown);
}

/* The error is about a place inside the file. */
static gboolean
is_about_contents (const GError *error)
{
  return error->domain == KRING_STORAGE_ERROR && error->code <= KRING_STORAGE_ERROR_REFERENCE &&
         error->code != KRING_STORAGE_ERROR_LIMIT;
}

static gboolean
is_newer (const GError *error)
{
  return g_error_matches (error, KRING_DOCUMENT_ERROR, KRING_DOCUMENT_ERROR_NEWER);
}

/* Before anything on the disk was touched. */
static gboolean
is_before_writing (const GError *error)
{
  return error->domain == KRING_STORAGE_ERROR && error->code != KRING_STORAGE_ERROR_VERIFY &&
         error->code != KRING_STORAGE_ERROR_FAILED;
}

/**
 * kring_error_words_get_open_heading:
 * @error: why a map could not be opened
 *
 * Returns: (transfer none): the same in a few words
 */
const char *
kring_error_words_get_open_heading (const GError *error)
{
  if (is_newer (error))
    return _ ("This map was made with a newer Kring");
  if (g_error_matches (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FOUND))
    return _ ("The map was not found");
  return _ ("The map could not be opened");
}

/**
 * kring_error_words_dup_open_body:
 * @file: what should have been opened
 * @error: why it was not
 *
 * Returns: (transfer full): what happened, what is safe and what can be done
 */
char *
kring_error_words_dup_open_body (GFile *file, const GError *error)
{
  g_autofree char *name = dup_quoted_name (file), *sentence = NULL;

  if (is_newer (error))
    /* Translators: name of a file, in quotes */
    return g_strdup_printf (_ ("This Kring cannot read %s without losing something, so it was not "
                               "opened. The file was not changed. Open it with the newest Kring."),
                            name);
  if (g_error_matches (error, KRING_STORAGE_ERROR, KRING_STORAGE_ERROR_NOT_FOUND))
    /* Translators: name of a file, in quotes */
    return g_strdup_printf (_ ("%s was moved, renamed or deleted, or the stick or network folder "
                               "that holds it is not connected. Look for it with Open."),
                            name);
  if (is_about_contents (error))
    /* Translators: name of a file in quotes, then the place and what is wrong there */
    return g_strdup_printf (
        _ ("In %s something is not right:\n\n%s\n\nThe file was not changed. "
           "Open an earlier copy, or ask whoever gave you the file to save it again."),
        name, error->message);
  sentence = kring_error_words_dup_sentence (error->message);
  /* Translators: name of a file in quotes, then a sentence on what went wrong */
  return g_strdup_printf (_ ("%s: %s\n\nThe file was not changed. Choose another file."), name,
                          sentence);
}

/**
 * kring_error_words_dup_save_body:
 * @error: why a map could not be saved
 * @kept: whether a recovery copy holds the map as it is now
 *
 * Returns: (transfer full): what happened, what is safe and what can be done
 */
char *
kring_error_words_dup_save_body (const GError *error, gboolean kept)
{
  g_autofree char *sentence = kring_error_words_dup_sentence (error->message);
  const char *safe =
      kept ? _ ("Your map is still open here, and a recovery copy of it is kept.")
           : _ ("Your map is still open here. No recovery copy could be made of it: save it "
                "somewhere else before you close Kring.");

  if (!is_before_writing (error))
    return g_strdup_printf ("%s\n\n%s", sentence, safe);
  return g_strdup_printf ("%s\n\n%s %s", sentence, safe, _ ("Nothing on the disk was changed."));
}

/**
 * kring_error_words_dup_export_body:
 * @several: several files were to be written, and some may have been
 *
 * Returns: (transfer full): what happened, what is safe and what can be done
 */
char *
kring_error_words_dup_export_body (const GError *error, gboolean several)
{
  g_autofree char *sentence = kring_error_words_dup_sentence (error->message);

  /* Translators: what went wrong follows, as a sentence */
  return g_strdup_printf (
      several ? _ ("%s\n\nYour map is safe. Not all pictures were written; try another place.")
              : _ ("%s\n\nYour map is safe. Nothing was written; try another place."),
      sentence);
}

/**
 * kring_error_words_dup_edit:
 * @error: why a command did nothing; of another domain: a sentence already
 *
 * Returns: (transfer full): the same in words
 */
char *
kring_error_words_dup_edit (const GError *error)
{
  if (error->domain != KRING_EDIT_ERROR)
    return g_strdup (error->message);
  switch ((KringEditError) error->code)
    {
    case KRING_EDIT_ERROR_EMPTY:
      return g_strdup_printf (_ ("“%s” must not be empty"), error->message);
    case KRING_EDIT_ERROR_ITSELF:
      return g_strdup_printf (_ ("“%s” must be another item"), error->message);
    case KRING_EDIT_ERROR_KIND:
      return g_strdup_printf (_ ("“%s” cannot be this kind of item"), error->message);
    case KRING_EDIT_ERROR_TOO_MANY:
      return g_strdup_printf (_ ("These are %u lines; no more than %u can be added at once. "
                                 "Nothing was added."),
                              (guint) g_ascii_strtoull (error->message, NULL, 10),
                              KRING_EDIT_LINES_MAX);
    case KRING_EDIT_ERROR_VALUE:
      return g_strdup (error->message);
    default:
      return g_strdup (_ (refusals[error->code]));
    }
}

/**
 * kring_error_words_dup_sentence:
 * @message: as errors have it, without a capital and a full stop
 *
 * Returns: (transfer full): the same as a sentence
 */
char *
kring_error_words_dup_sentence (const char *message)
{
  gunichar first = g_utf8_get_char (message);
  GString *sentence = g_string_new (NULL);

  if (first != 0)
    {
      g_string_append_unichar (sentence, g_unichar_toupper (first));
      g_string_append (sentence, g_utf8_next_char (message));
      if (!g_str_has_suffix (message, "."))
        g_string_append_c (sentence, '.');
    }
  return g_string_free (sentence, FALSE);
}
