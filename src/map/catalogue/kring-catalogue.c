/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/catalogue/kring-catalogue.h"

#include "map/base/kring-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _KringCatalogue
{
  GObject parent_instance;

  GPtrArray *signals;       /* (owned) (element-type KringCatalogueSignal), in order of coming */
  GHashTable *by_id;        /* (owned) (element-type utf8 guint), places in signals */
  GHashTable *categories;   /* (owned) (element-type utf8 KringCatalogueCategory), by id */
  GHashTable *source_names; /* (owned) (element-type utf8 utf8), what a code stands for */
  GPtrArray *sources;       /* (owned) (element-type KringCatalogueSource), in order of coming */
  GPtrArray *messages;      /* (owned) (element-type utf8), one for each file that was left out */
};

G_DEFINE_FINAL_TYPE (KringCatalogue, kring_catalogue, G_TYPE_OBJECT)

static void
source_free (KringCatalogueSource *source)
{
  g_free (source->name);
  g_free (source->message);
  g_free (source);
}

static void
note_source (KringCatalogue *self, const char *name, guint n_signals, const char *message)
{
  KringCatalogueSource *source = g_new (KringCatalogueSource, 1);

  *source = (KringCatalogueSource){ g_strdup (name), n_signals, g_strdup (message) };
  g_ptr_array_add (self->sources, source);
}

static void
put (KringCatalogue *self, KringCatalogueSignal *signal)
{
  gpointer place;

  if (g_hash_table_lookup_extended (self->by_id, signal->id, NULL, &place))
    {
      KringCatalogueSignal *old = self->signals->pdata[GPOINTER_TO_UINT (place)];

      self->signals->pdata[GPOINTER_TO_UINT (place)] = signal;
      g_hash_table_replace (self->by_id, signal->id, place);
      kring_catalogue_signal_free (old);
      return;
    }
  g_hash_table_insert (self->by_id, signal->id, GUINT_TO_POINTER (self->signals->len));
  g_ptr_array_add (self->signals, signal);
}

static void
kring_catalogue_finalize (GObject *object)
{
  KringCatalogue *self = KRING_CATALOGUE (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->categories);
  g_hash_table_unref (self->source_names);
  g_ptr_array_unref (self->signals);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->messages);
  G_OBJECT_CLASS (kring_catalogue_parent_class)->finalize (object);
}

static void
kring_catalogue_class_init (KringCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_catalogue_finalize;
}

static void
kring_catalogue_init (KringCatalogue *self)
{
  self->signals = g_ptr_array_new_with_free_func ((GDestroyNotify) kring_catalogue_signal_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->categories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) kring_catalogue_category_free);
  self->source_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);
  self->messages = g_ptr_array_new_with_free_func (g_free);
}

/**
 * kring_catalogue_new: (constructor)
 *
 * Returns: (transfer full): a catalogue with nothing in it
 */
KringCatalogue *
kring_catalogue_new (void)
{
  return g_object_new (KRING_TYPE_CATALOGUE, NULL);
}

/**
 * kring_catalogue_add_builtin:
 *
 * Adds the signals that come with the program, from `$KRING_DATADIR/catalogue` or from where it
 * was installed.
 *
 * Returns: whether they were there and right; else there is a message
 */
gboolean
kring_catalogue_add_builtin (KringCatalogue *self)
{
  const char *override = g_getenv ("KRING_DATADIR");
  g_autofree char *path = g_build_filename (override != NULL ? override : KRING_PKGDATADIR,
                                            "catalogue", "signals.json", NULL);

  return kring_catalogue_add_file (self, path);
}

static gboolean
catalogue_complain (KringCatalogue *self, const char *name, const char *why)
{
  /* Translators: the name of a file, then a line of it and what is wrong. */
  g_ptr_array_add (self->messages, g_strdup_printf (_ ("%s was left out: %s"), name, why));
  note_source (self, name, 0, why);
  return FALSE;
}

/* What the system says names whole paths, in words of its own. */
static const char *
get_reason (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return _ ("the file is not there");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return _ ("reading this file is not allowed");
  return _ ("the file cannot be read");
}

/**
 * kring_catalogue_add_file:
 * @path: a file
 *
 * Returns: whether its signals were added; else there is a message
 */
gboolean
kring_catalogue_add_file (KringCatalogue *self, const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (info == NULL)
    return catalogue_complain (self, shown, get_reason (error));
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return catalogue_complain (self, shown, _ ("this is not an ordinary file"));
  if (g_file_info_get_size (info) > KRING_CATALOGUE_BYTES_MAX)
    return catalogue_complain (self, shown, _ ("the file is too large"));
  bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes == NULL)
    return catalogue_complain (self, shown, get_reason (error));
  return kring_catalogue_add_bytes (self, shown, bytes);
}

static int
catalogue_compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * kring_catalogue_add_folder:
 * @folder: a folder; no matter if it is not there
 *
 * Adds every file in it whose name ends in `.json`, by name. Those with mistakes are left out,
 * each with a message.
 */
void
kring_catalogue_add_folder (KringCatalogue *self, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, catalogue_compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      kring_catalogue_add_file (self, path);
    }
}

/**
 * kring_catalogue_add_bytes:
 * @name: what messages call the file
 *
 * Returns: whether its signals were added, all of them; else none was and there is a message
 */
gboolean
kring_catalogue_add_bytes (KringCatalogue *self, const char *name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *signals =
      kring_catalogue_file_read (bytes, self->categories, self->source_names, &error);

  if (signals == NULL)
    return catalogue_complain (self, name, error->message);
  note_source (self, name, signals->len, NULL);
  g_ptr_array_set_free_func (signals, NULL);
  for (guint i = 0; i < signals->len; i++)
    put (self, g_ptr_array_index (signals, i));
  g_ptr_array_unref (signals);
  return TRUE;
}

/**
 * kring_catalogue_get_sources:
 *
 * Returns: (transfer none) (element-type KringCatalogueSource): the files, in the order in which
 *   they were added
 */
GPtrArray *
kring_catalogue_get_sources (KringCatalogue *self)
{
  return self->sources;
}

/**
 * kring_catalogue_get_messages:
 *
 * Returns: (transfer none) (element-type utf8): what is wrong with files that were left out
 */
GPtrArray *
kring_catalogue_get_messages (KringCatalogue *self)
{
  return self->messages;
}

/**
 * kring_catalogue_get_signals:
 *
 * Returns: (transfer none) (element-type KringCatalogueSignal): all of them; valid until more is
 *   added
 */
GPtrArray *
kring_catalogue_get_signals (KringCatalogue *self)
{
  return self->signals;
}

/**
 * kring_catalogue_find:
 *
 * Returns: (transfer none) (nullable): the signal of that id; valid until more is added
 */
const KringCatalogueSignal *
kring_catalogue_find (KringCatalogue *self, const char *id)
{
  gpointer place;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &place))
    return NULL;
  return g_ptr_array_index (self->signals, GPOINTER_TO_UINT (place));
}

/**
 * kring_catalogue_get_category_label:
 *
 * Returns: (transfer none): what the category @id is called; the id itself if nobody says so
 */
const char *
kring_catalogue_get_category_label (KringCatalogue *self, const char *id)
{
  const KringCatalogueCategory *category = g_hash_table_lookup (self->categories, id);

  return category != NULL ? kring_catalogue_choose_label (category->nl, category->en) : id;
}

/**
 * kring_catalogue_dup_source_names:
 * @signal: one of its signals
 *
 * Returns: (transfer container) (element-type utf8): where @signal comes from, in the words of its
 *   catalogue; a code that nobody explains stands for itself; empty: from nowhere that is written
 */
GPtrArray *
kring_catalogue_dup_source_names (KringCatalogue *self, const KringCatalogueSignal *signal)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; signal->sources[i] != NULL; i++)
    {
      char *name = g_hash_table_lookup (self->source_names, signal->sources[i]);

      g_ptr_array_add (names, name != NULL ? name : signal->sources[i]);
    }
  return names;
}

/**
 * kring_catalogue_dup_origin:
 * @signal: one of its signals
 *
 * Returns: (transfer full): in one text, a line each: where @signal comes from, and that a
 *   practitioner still has to look at it if that is so
 */
char *
kring_catalogue_dup_origin (KringCatalogue *self, const KringCatalogueSignal *signal)
{
  g_autoptr (GPtrArray) names = kring_catalogue_dup_source_names (self, signal);
  GString *origin = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (origin, "%s%s", i > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (names, i));
  if (names->len == 0)
    g_string_append (origin, _ ("No source: general knowledge"));
  if (signal->to_review)
    g_string_append_printf (origin, "\n%s", _ ("Still to be looked at by a practitioner"));
  return g_string_free (origin, FALSE);
}

static int
compare_categories (gconstpointer a, gconstpointer b, gpointer data)
{
  return g_utf8_collate (kring_catalogue_get_category_label (data, *(const char *const *) a),
                         kring_catalogue_get_category_label (data, *(const char *const *) b));
}

/**
 * kring_catalogue_dup_categories:
 *
 * Returns: (transfer container) (element-type utf8): the ids of all categories, by their labels
 */
GPtrArray *
kring_catalogue_dup_categories (KringCatalogue *self)
{
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->categories);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort_with_data (ids, compare_categories, self);
  return ids;
}

/**
 * kring_catalogue_search:
 * @words: what somebody typed; all of it must be found in the label, the synonyms or the category,
 *   in Dutch or English; nothing finds everything
 * @kind: a KringKindId that the signals must apply to, or %KRING_CATALOGUE_ANY
 * @family: a KringFamily, or %KRING_CATALOGUE_ANY
 *
 * Returns: (transfer container) (element-type KringCatalogueSignal): the closest first, else in
 *   the order of the catalogue; valid until more is added
 */
GPtrArray *
kring_catalogue_search (KringCatalogue *self, const char *words, int kind, int family)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autofree char *folded = kring_fold (valid);
  g_auto (GStrv) pieces = g_strsplit_set (folded, " \t\r\n,", -1);
  g_autoptr (GArray) fits = g_array_new (FALSE, FALSE, sizeof (int));
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->signals->len; i++)
    {
      KringCatalogueSignal *signal = g_ptr_array_index (self->signals, i);
      int fit = kring_catalogue_signal_match (signal, pieces);
      guint place = fits->len;

      if (fit < 0 || (family != KRING_CATALOGUE_ANY && (int) signal->family != family) ||
          (kind != KRING_CATALOGUE_ANY && !kring_catalogue_signal_applies_to (signal, kind)))
        continue;
      while (place > 0 && g_array_index (fits, int, place - 1) > fit)
        place--;
      g_array_insert_val (fits, place, fit);
      g_ptr_array_insert (found, place, signal);
    }
  return found;
}

static gboolean
has_category (GPtrArray *signals, const char *category)
{
  for (guint i = 0; i < signals->len; i++)
    if (strcmp (((KringCatalogueSignal *) g_ptr_array_index (signals, i))->category, category) == 0)
      return TRUE;
  return FALSE;
}

/* Those of the wanted side, in the order of @found; of each category no more than one if @spread. */
static void
take_side (GPtrArray *taken, GPtrArray *found, guint32 kinds, gboolean protective, gboolean spread)
{
  for (guint i = 0; i < found->len; i++)
    {
      KringCatalogueSignal *signal = g_ptr_array_index (found, i);

      if ((signal->family == KRING_FAMILY_PROTECTIVE) == protective &&
          (signal->applies_to & kinds) == kinds &&
          !(spread && has_category (taken, signal->category)))
        g_ptr_array_add (taken, signal);
    }
}

/**
 * kring_catalogue_suggest:
 * @words: what somebody typed so far; with nothing, one signal of every category is offered, so
 *   that none stands out
 * @kinds: bits 1 << KringKindId: it must apply to all of them
 * @protective: whether what protects is looked for; else everything but that comes first
 * @n_max: how many at most
 *
 * Returns: (transfer container) (element-type KringCatalogueSignal): what may be meant, the closest
 *   first; valid until more is added
 */
GPtrArray *
kring_catalogue_suggest (
    KringCatalogue *self, const char *words, guint32 kinds, gboolean protective, guint n_max)
{
  g_autoptr (GPtrArray) found =
      kring_catalogue_search (self, words, KRING_CATALOGUE_ANY, KRING_CATALOGUE_ANY);
  gboolean empty = found->len == self->signals->len;
  GPtrArray *taken = g_ptr_array_new ();

  take_side (taken, found, kinds, protective, empty && !protective);
  if (!empty)
    take_side (taken, found, kinds, !protective, FALSE);
  if (taken->len > n_max)
    g_ptr_array_set_size (taken, n_max);
  return taken;
}
