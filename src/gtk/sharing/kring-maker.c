/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gtk/sharing/kring-maker.h"

#include "file/handout/kring-handout.h"
#include "gtk/widgets/kring-error-words.h"
#include "map/share/kring-left.h"
#include "map/share/kring-sealed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringMaker
{
  GObject parent_instance;

  GtkWindow *window; /* (not owned) (nullable): which owns this; %NULL: it is gone */
  KringMap *map;     /* (owned) (nullable): the whole map, as the rest while something is made */
  KringShareRule rule;
  GHashTable *settled;       /* (owned) (nullable): of the rule, as it was */
  KringExport *export;       /* (owned) (nullable) */
  GBytes *bytes;             /* (owned) (nullable): of a map */
  char *codes;               /* (owned) (nullable): which code is who */
  GFile *origin;             /* (owned) (nullable) */
  KringMade *made;           /* (owned) (nullable): what is being made */
  GCancellable *cancellable; /* (owned) (nullable), while writing */
};

enum
{
  WRITING,
  PROGRESS,
  MADE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KringMaker, kring_maker, G_TYPE_OBJECT)

static const KringFileType codes_type = { N_ ("Texts"), "txt", "text/plain",
                                          N_ ("Where to Keep the Key of the Codes") };

static void
maker_forget (KringMaker *self)
{
  g_clear_object (&self->map);
  g_clear_pointer (&self->settled, g_hash_table_unref);
  g_clear_pointer (&self->rule.hidden, g_hash_table_unref);
  g_clear_object (&self->export);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->codes, g_free);
  g_clear_object (&self->origin);
  g_clear_pointer (&self->made, kring_made_unref);
}

static void
maker_say (KringMaker *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (self->window, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* (transfer full): where it still says what has to stay behind, and what to do about it. */
static char *
dup_trace_body (KringMaker *self, KringMap *part)
{
  g_autofree char *place = kring_share_find_trace (self->map, &self->rule, part);
  g_autofree char *text = place != NULL ? kring_left_dup_place (self->map, place) : NULL;

  if (text == NULL)
    return g_strdup (_ ("In the copy it still says what has to stay behind. Look through the texts "
                        "that tell a name."));
  /* Translators: an item and one of its fields */
  return g_strdup_printf (
      _ ("In “%s” it still says what has to stay behind. Look through the texts "
         "that tell a name, or change it on the map."),
      text);
}

/* @part: (nullable): what would have gone along */
static void
say_refused (KringMaker *self, KringMap *part, const GError *error)
{
  g_autofree char *body = NULL;

  if (g_error_matches (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_EMPTY))
    body =
        g_strdup (_ ("For this reader nobody and nothing is left. Choose another reader, or say on "
                     "the map for whom things are."));
  else if (g_error_matches (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_TRACE))
    body = dup_trace_body (self, part);
  else if (g_error_matches (error, KRING_HANDOUT_ERROR, KRING_HANDOUT_ERROR_NAME))
    body =
        g_strdup (_ ("The name of the file tells what has to stay behind. Choose another name."));
  else
    body = kring_error_words_dup_sentence (error->message);
  maker_say (self, _ ("Nothing was made"), body);
}

static void
set_writing (KringMaker *self, gboolean writing)
{
  g_clear_object (&self->cancellable);
  if (writing)
    self->cancellable = g_cancellable_new ();
  g_signal_emit (self, signals[WRITING], 0, writing);
}

static gboolean
maker_write_bytes (GFile *file, GBytes *bytes, GError **error)
{
  g_autoptr (KringOutput) output = kring_output_new (file, NULL, error);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (output == NULL)
    return FALSE;
  kring_output_write (output, data, size);
  return kring_output_finish (output, error);
}

/* Without its key nobody knows who is who: that is written first. */
static gboolean
write_codes (KringMaker *self, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (self->made->key == NULL)
    return TRUE;
  bytes = g_bytes_new (self->codes, strlen (self->codes));
  return maker_write_bytes (self->made->key, bytes, error);
}

/* (transfer full) (nullable): what the file is known again by. */
static char *
maker_dup_hash (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
}

/* Reads back what is on disk. */
static gboolean
hash_files (KringMaker *self, GError **error)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->made->file);
  g_autofree char *name = g_file_get_basename (self->made->file);

  self->made->hashes = g_new0 (char *, self->made->n_files + 1);
  for (guint i = 0; i < self->made->n_files; i++)
    {
      g_autofree char *own = kring_export_dup_sheet_name (name, i);
      g_autoptr (GFile) file = g_file_get_child (folder, own);

      self->made->hashes[i] = maker_dup_hash (file, error);
      if (self->made->hashes[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
fail (KringMaker *self, const GError *error)
{
  g_autofree char *body = kring_error_words_dup_export_body (error, self->made->n_files > 1);

  /* There is nothing that the key opens. */
  if (self->made->key != NULL)
    g_file_delete (self->made->key, NULL, NULL);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    maker_say (self, _ ("The export could not be made"), body);
  maker_forget (self);
}

static void
maker_finish (KringMaker *self)
{
  g_autoptr (KringMade) made = kring_made_ref (self->made);
  g_autoptr (GError) error = NULL;

  if (!hash_files (self, &error))
    {
      fail (self, error);
      return;
    }
  maker_forget (self);
  g_signal_emit (self, signals[MADE], 0, made);
}

static void
sheets_written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringMaker) self = data;
  g_autoptr (GError) error = NULL;
  gboolean written = kring_export_write_finish (KRING_EXPORT (source), result, &error);

  if (self->made == NULL)
    return;
  set_writing (self, FALSE);
  if (written)
    maker_finish (self);
  else
    fail (self, error);
}

static void
maker_progress_cb (double fraction, gpointer data)
{
  g_signal_emit (data, signals[PROGRESS], 0, fraction);
}

static void
maker_write (KringMaker *self)
{
  const KringProgress progress = { maker_progress_cb, self };
  g_autoptr (GError) error = NULL;

  if (!write_codes (self, &error))
    fail (self, error);
  else if (self->bytes == NULL)
    {
      set_writing (self, TRUE);
      kring_export_write_async (self->export, self->made->file, &progress, self->cancellable,
                                sheets_written_cb, g_object_ref (self));
    }
  else if (maker_write_bytes (self->made->file, self->bytes, &error))
    maker_finish (self);
  else
    fail (self, error);
}

static gboolean
is_in_the_way (KringMaker *self, GFile *file)
{
  return (self->origin != NULL && g_file_equal (self->origin, file)) ||
         (self->made->file != NULL && g_file_equal (self->made->file, file));
}

static void
say_in_the_way (KringMaker *self)
{
  maker_say (self, _ ("Choose another file"),
             _ ("The map, what is handed on and the key are different files. Nothing was made."));
  maker_forget (self);
}

/* (transfer full) (nullable): %NULL: nothing is made there. */
static GFile *
finish_choosing (KringMaker *self, GAsyncResult *result)
{
  g_autoptr (GFile) file = kring_file_chooser_finish (result, NULL);

  if (file == NULL || self->made == NULL)
    maker_forget (self);
  else if (is_in_the_way (self, file))
    say_in_the_way (self);
  else
    return g_steal_pointer (&file);
  return NULL;
}

static void
codes_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringMaker) self = data;
  g_autoptr (GFile) file = finish_choosing (self, result);

  if (file == NULL)
    return;
  self->made->key = g_steal_pointer (&file);
  maker_write (self);
}

/* Without a place for it nothing is made. */
static void
ask_for_codes (KringMaker *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->made->file);
  g_autofree char *name = g_file_get_basename (self->made->file);
  char *dot = strrchr (name, '.');
  g_autofree char *proposed = NULL;

  if (dot != NULL)
    *dot = '\0';
  /* Translators: the name of a file: of what is handed on, and the key to its codes */
  proposed = g_strdup_printf (_ ("%s-key"), name);
  kring_file_chooser_save_async (self->window, &codes_type, proposed, folder, codes_place_chosen_cb,
                                 g_object_ref (self));
}

static void
go_on (KringMaker *self)
{
  if (self->codes != NULL)
    ask_for_codes (self);
  else
    maker_write (self);
}

static void
replace_cb (AdwMessageDialog *dialog, const char *response, KringMaker *self)
{
  if (g_str_equal (response, "replace") && self->made != NULL)
    go_on (self);
  else
    maker_forget (self);
}

static void
ask_to_replace (KringMaker *self, const char *names)
{
  GtkWidget *dialog = adw_message_dialog_new (self->window, _ ("Replace these files?"), names);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take_place (KringMaker *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file), *names = NULL;
  g_autoptr (GError) error = NULL;

  if (!kring_handout_check_name (self->map, &self->rule, name, &error))
    {
      say_refused (self, NULL, error);
      maker_forget (self);
      return;
    }
  self->made->file = g_object_ref (file);
  /* The chooser asked about the first. */
  names = self->bytes == NULL ? kring_export_dup_names_in_the_way (self->export, file) : NULL;
  if (names != NULL)
    ask_to_replace (self, names);
  else
    go_on (self);
}

static void
maker_place_chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (KringMaker) self = data;
  g_autoptr (GFile) file = finish_choosing (self, result);

  if (file != NULL)
    take_place (self, file);
}

static void
kring_maker_dispose (GObject *object)
{
  KringMaker *self = KRING_MAKER (object);

  maker_forget (self);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->window);
  G_OBJECT_CLASS (kring_maker_parent_class)->dispose (object);
}

static void
kring_maker_class_init (KringMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kring_maker_dispose;

  /* KringMaker::writing: whether it began or ended. */
  signals[WRITING] = g_signal_new ("writing", KRING_TYPE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /* KringMaker::progress: how much is written, from 0 to 1. */
  signals[PROGRESS] = g_signal_new ("progress", KRING_TYPE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  /* KringMaker::made: what, of #KringMade. */
  signals[MADE] = g_signal_new ("made", KRING_TYPE_MAKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, KRING_TYPE_MADE);
}

static void
kring_maker_init (KringMaker *self)
{
}

/**
 * kring_maker_new: (constructor)
 * @window: over which it asks, and which owns it
 *
 * Returns: (transfer full): nothing is made yet
 */
KringMaker *
kring_maker_new (GtkWindow *window)
{
  KringMaker *self = g_object_new (KRING_TYPE_MAKER, NULL);

  g_set_weak_pointer (&self->window, window);
  return self;
}

/* The rule as it is now, whatever is chosen while the system asks for a file. */
static void
keep_rule (KringMaker *self, const KringShareRule *rule)
{
  GHashTableIter iter;
  gpointer key, settling;

  self->rule = *rule;
  if (rule->hidden != NULL)
    g_hash_table_ref (rule->hidden);
  if (rule->settled == NULL)
    return;
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, rule->settled);
  while (g_hash_table_iter_next (&iter, &key, &settling))
    g_hash_table_insert (self->settled, g_strdup (key), settling);
  self->rule.settled = self->settled;
}

static void
keep_making (KringMaker *self, const KringMaking *making)
{
  maker_forget (self);
  self->map = g_object_ref (making->map);
  self->export = g_object_ref (making->export);
  keep_rule (self, &making->rule);
  g_set_object (&self->origin, making->origin);
  self->made = kring_made_new ();
  self->made->form = making->form;
  self->made->n_files =
      making->form == KRING_SHARED_MAP ? 1 : kring_export_get_n_files (making->export);
  self->made->asked = making->asked;
  self->made->reader = making->rule.reader;
  self->made->names = making->rule.names;
}

static gboolean
maker_prepare (KringMaker *self, KringMap *part, GError **error)
{
  if (!kring_handout_check (self->map, &self->rule, part, error))
    return FALSE;
  if (self->made->form != KRING_SHARED_MAP)
    return TRUE;
  self->made->secret = kring_sealed_dup_secret_of (self->map);
  self->made->number = kring_sealed_dup_secret ();
  self->bytes = kring_handout_dup_bytes (self->map, &self->rule, part, self->made->secret,
                                         self->made->number, error);
  return self->bytes != NULL;
}

/**
 * kring_maker_make:
 * @making: what
 *
 * Searches it, asks where it goes and writes it.
 */
void
kring_maker_make (KringMaker *self, const KringMaking *making)
{
  const KringFileType type = kring_shared_form_get_file_type (making->form);
  g_autoptr (GFile) folder = making->origin != NULL ? g_file_get_parent (making->origin) : NULL;
  g_autoptr (KringShareReport) report = NULL;
  g_autoptr (KringMap) part = kring_share_dup_part (making->map, &making->rule, &report);
  g_autoptr (GError) error = NULL;

  keep_making (self, making);
  if (!maker_prepare (self, part, &error))
    {
      say_refused (self, part, error);
      maker_forget (self);
      return;
    }
  self->codes = g_strdup (report->key);
  kring_file_chooser_save_async (self->window, &type, making->name, folder, maker_place_chosen_cb,
                                 g_object_ref (self));
}

/**
 * kring_maker_cancel:
 *
 * Returns: whether something was being written, which ends
 */
gboolean
kring_maker_cancel (KringMaker *self)
{
  if (self->cancellable == NULL)
    return FALSE;
  g_cancellable_cancel (self->cancellable);
  return TRUE;
}
