/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/catalogue/kring-catalogue-file.h"

#include "map/base/kring-date.h"
#include "map/base/kring-fold.h"
#include "map/catalogue/kring-catalogue-gate.h"
#include "map/model/kring-schema.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#define TEXT_BYTES_MAX 500
#define VERSION 1

G_DEFINE_QUARK (kring - catalogue - error - quark, kring_catalogue_error)

typedef struct
{
  GHashTable *lines;        /* (owned) of each JsonObject, the line on which it begins */
  GArray *open;             /* (owned) (element-type guint) lines of objects that have not ended */
  GHashTable *categories;   /* (not owned) (element-type utf8 KringCatalogueCategory), by id */
  GHashTable *source_names; /* (not owned) (element-type utf8 utf8), what stands behind a code */
  guint line;               /* of the entry that is read */
  const char *id;           /* (nullable) of the entry that is read */
} Reader;

static const char *const file_members[] = { "catalogue", "nl",         "en",
                                            "sources",   "categories", "signals" };
static const char *const category_members[] = { "id", "nl", "en" };
static const char *const signal_members[] = {
  "id",       "nl",         "en",      "family",    "category",      "about",
  "synonyms", "applies_to", "sources", "to_review", "last_reviewed", "audience"
};

G_GNUC_PRINTF (3, 4)
static gboolean
catalogue_file_refuse (Reader *self, GError **error, const char *format, ...)
{
  g_autofree char *why = NULL;
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (self->id != NULL)
    /* Translators: a line of a file, the id of an entry in it, and what is wrong with it. */
    g_set_error (error, KRING_CATALOGUE_ERROR, KRING_CATALOGUE_ERROR_INVALID,
                 _ ("line %u, “%s”: %s"), self->line, self->id, why);
  else
    g_set_error (error, KRING_CATALOGUE_ERROR, KRING_CATALOGUE_ERROR_INVALID, _ ("line %u: %s"),
                 self->line, why);
  return FALSE;
}

static void
object_start_cb (JsonParser *parser, gpointer data)
{
  Reader *self = data;
  guint line = json_parser_get_current_line (parser);

  g_array_append_val (self->open, line);
}

static void
object_end_cb (JsonParser *parser, JsonObject *object, gpointer data)
{
  Reader *self = data;
  guint line = g_array_index (self->open, guint, self->open->len - 1);

  g_array_set_size (self->open, self->open->len - 1);
  g_hash_table_insert (self->lines, object, GUINT_TO_POINTER (line));
}

static gboolean
check_members (
    Reader *self, JsonObject *object, const char *const *known, guint n_known, GError **error)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < n_known && !found; i++)
        found = strcmp (known[i], l->data) == 0;
      if (!found)
        return catalogue_file_refuse (self, error, _ ("“%s” is not known here"),
                                      (const char *) l->data);
    }
  return TRUE;
}

static gboolean
is_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
take_text (Reader *self,
           JsonObject *object,
           const char *member,
           gboolean required,
           char **text,
           GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL && !required)
    return TRUE;
  if (node == NULL)
    return catalogue_file_refuse (self, error, _ ("“%s” is missing"), member);
  if (!is_string (node) || *json_node_get_string (node) == '\0')
    return catalogue_file_refuse (self, error, _ ("“%s” is not a text"), member);
  if (strlen (json_node_get_string (node)) > TEXT_BYTES_MAX)
    return catalogue_file_refuse (self, error, _ ("“%s” is too long"), member);
  *text = g_strdup (json_node_get_string (node));
  return TRUE;
}

static gboolean
catalogue_file_take_list (
    Reader *self, JsonObject *object, const char *member, char ***list, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (node != NULL && array == NULL)
    return catalogue_file_refuse (self, error, _ ("“%s” is not a list of texts"), member);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!is_string (element) || strlen (json_node_get_string (element)) > TEXT_BYTES_MAX)
        return catalogue_file_refuse (self, error, _ ("“%s” is not a list of texts"), member);
      g_ptr_array_add (texts, g_strdup (json_node_get_string (element)));
    }
  g_ptr_array_add (texts, NULL);
  *list = (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
  return TRUE;
}

static gboolean
take_id (Reader *self, JsonObject *object, char **id, GError **error)
{
  if (!take_text (self, object, "id", TRUE, id, error))
    return FALSE;
  for (const char *p = *id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-' && *p != '_')
      return catalogue_file_refuse (self, error, _ ("an id consists of a-z, 0-9, - and _: “%s”"),
                                    *id);
  self->id = *id;
  return TRUE;
}

static gboolean
take_family (Reader *self, JsonObject *object, KringFamily *family, GError **error)
{
  static const char *const names[] = { "risk", "vulnerability", "protective", "return" };
  g_autofree char *name = NULL;

  if (!take_text (self, object, "family", TRUE, &name, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      {
        *family = (KringFamily) i;
        return TRUE;
      }
  return catalogue_file_refuse (
      self, error, _ ("“%s” is not a family (risk, vulnerability, protective or return)"), name);
}

/* Who a signal is for when it is placed; data about health, and what only the police can know. */
static gboolean
take_audience (Reader *self, JsonObject *object, KringAudience *audience, GError **error)
{
  static const char *const names[] = { "joint", "care", "police", "none" };
  g_autofree char *name = NULL;

  if (!take_text (self, object, "audience", FALSE, &name, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (name == NULL || strcmp (names[i], name) == 0)
      {
        *audience = (KringAudience) i;
        return TRUE;
      }
  return catalogue_file_refuse (self, error,
                                _ ("“%s” is not an audience (joint, care, police or none)"), name);
}

static gboolean
take_kinds (Reader *self, JsonObject *object, guint32 *kinds, GError **error)
{
  g_auto (GStrv) names = NULL;

  if (!catalogue_file_take_list (self, object, "applies_to", &names, error))
    return FALSE;
  if (*names == NULL)
    return catalogue_file_refuse (self, error, _ ("“%s” is missing"), "applies_to");
  for (guint i = 0; names[i] != NULL; i++)
    {
      const KringKind *kind = kring_kind_find (names[i]);

      if (kind == NULL || (kind->group != KRING_GROUP_ENTITY && kind->id != KRING_KIND_TIE))
        return catalogue_file_refuse (self, error, _ ("“%s” is not a kind that can have signals"),
                                      names[i]);
      *kinds |= 1u << kind->id;
    }
  return TRUE;
}

static gboolean
take_review (Reader *self, JsonObject *object, KringCatalogueSignal *signal, GError **error)
{
  JsonNode *node = json_object_get_member (object, "to_review");
  KringDate date;

  if (node != NULL &&
      (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN))
    return catalogue_file_refuse (self, error, _ ("“%s” is neither true nor false"), "to_review");
  signal->to_review = node != NULL && json_node_get_boolean (node);
  if (!take_text (self, object, "last_reviewed", FALSE, &signal->last_reviewed, error))
    return FALSE;
  if (signal->last_reviewed != NULL && !kring_date_parse (signal->last_reviewed, &date))
    return catalogue_file_refuse (self, error, _ ("“%s” is not a date"), signal->last_reviewed);
  return TRUE;
}

static char *
fold_two (const char *a, const char *b)
{
  g_autofree char *both = g_strconcat (a, "\n", b, NULL);

  return kring_fold (both);
}

static gboolean
take_signal (Reader *self, JsonObject *object, KringCatalogueSignal *signal, GError **error)
{
  g_autofree char *synonyms = NULL;
  const KringCatalogueCategory *category;

  if (!take_id (self, object, &signal->id, error) ||
      !check_members (self, object, signal_members, G_N_ELEMENTS (signal_members), error) ||
      !take_text (self, object, "nl", TRUE, &signal->nl, error) ||
      !take_text (self, object, "en", FALSE, &signal->en, error) ||
      !take_family (self, object, &signal->family, error) ||
      !take_text (self, object, "category", TRUE, &signal->category, error) ||
      !take_kinds (self, object, &signal->applies_to, error) ||
      !take_text (self, object, "about", FALSE, &signal->about, error) ||
      !take_audience (self, object, &signal->audience, error) ||
      !catalogue_file_take_list (self, object, "synonyms", &signal->synonyms, error) ||
      !catalogue_file_take_list (self, object, "sources", &signal->sources, error) ||
      !take_review (self, object, signal, error))
    return FALSE;
  category = g_hash_table_lookup (self->categories, signal->category);
  if (category == NULL)
    return catalogue_file_refuse (self, error, _ ("there is no category “%s”"), signal->category);
  if (signal->en == NULL)
    signal->en = g_strdup (signal->nl);
  synonyms = g_strjoinv ("\n", signal->synonyms);
  signal->folded_label = fold_two (signal->nl, signal->en);
  signal->folded_synonyms = kring_fold (synonyms);
  signal->category_nl = g_strdup (category->nl);
  signal->category_en = g_strdup (category->en);
  signal->folded_category = fold_two (category->nl, category->en);
  return TRUE;
}

static gboolean
take_category (Reader *self, JsonObject *object, GError **error)
{
  g_autofree char *id = NULL, *nl = NULL, *en = NULL;
  gboolean done = take_id (self, object, &id, error) &&
                  check_members (self, object, category_members, 3, error) &&
                  take_text (self, object, "nl", TRUE, &nl, error) &&
                  take_text (self, object, "en", FALSE, &en, error);

  if (done)
    g_hash_table_insert (self->categories, g_strdup (id),
                         kring_catalogue_category_new (nl, en != NULL ? en : nl));
  self->id = NULL;
  return done;
}

/* The nth object of a list, and its line; NULL with an error if it is something else. */
static JsonObject *
catalogue_file_enter (Reader *self, JsonArray *list, guint nth, const char *name, GError **error)
{
  JsonNode *node = json_array_get_element (list, nth);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  self->id = NULL;
  if (object == NULL)
    catalogue_file_refuse (self, error, _ ("%s[%u] is not an object"), name, nth);
  else
    self->line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, object));
  return object;
}

static gboolean
find_list (Reader *self, JsonObject *root, const char *name, JsonArray **list, GError **error)
{
  JsonNode *node = json_object_get_member (root, name);

  *list = NULL;
  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return catalogue_file_refuse (self, error, _ ("“%s” is not a list"), name);
  if (node != NULL)
    *list = json_node_get_array (node);
  return TRUE;
}

/* What the codes of sources stand for: an object of texts. */
static gboolean
take_source_names (Reader *self, JsonObject *root, GError **error)
{
  JsonNode *node = json_object_get_member (root, "sources");
  g_autoptr (GList) codes = NULL;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return catalogue_file_refuse (self, error, _ ("“%s” is not an object"), "sources");
  codes = json_object_get_members (json_node_get_object (node));
  for (GList *l = codes; l != NULL; l = l->next)
    {
      char *name = NULL;

      if (!take_text (self, json_node_get_object (node), l->data, TRUE, &name, error))
        return FALSE;
      g_hash_table_insert (self->source_names, g_strdup (l->data), name);
    }
  return TRUE;
}

static gboolean
take_categories (Reader *self, JsonObject *root, GError **error)
{
  JsonArray *list;

  if (!find_list (self, root, "categories", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = catalogue_file_enter (self, list, i, "categories", error);

      if (object == NULL || !take_category (self, object, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_signals (Reader *self, JsonObject *root, GPtrArray *signals, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *list;

  if (!find_list (self, root, "signals", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = catalogue_file_enter (self, list, i, "signals", error);
      KringCatalogueSignal *signal;

      if (object == NULL)
        return FALSE;
      signal = g_new0 (KringCatalogueSignal, 1);
      g_ptr_array_add (signals, signal);
      if (!take_signal (self, object, signal, error))
        return FALSE;
      if (!g_hash_table_add (ids, signal->id))
        return catalogue_file_refuse (self, error, _ ("this id stands in the file twice"));
    }
  return TRUE;
}

static gboolean
take_root (Reader *self, JsonNode *node, GPtrArray *signals, GError **error)
{
  JsonObject *root =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonNode *version = root != NULL ? json_object_get_member (root, "catalogue") : NULL;

  self->line = 1;
  if (version == NULL || !JSON_NODE_HOLDS_VALUE (version) ||
      json_node_get_value_type (version) != G_TYPE_INT64)
    return catalogue_file_refuse (self, error, _ ("this is not a catalogue of signals"));
  if (json_node_get_int (version) != VERSION)
    return catalogue_file_refuse (self, error, _ ("this catalogue was made for a newer Kring"));
  return check_members (self, root, file_members, G_N_ELEMENTS (file_members), error) &&
         take_source_names (self, root, error) && take_categories (self, root, error) &&
         take_signals (self, root, signals, error);
}

static gboolean
catalogue_file_parse (Reader *self, JsonParser *parser, GBytes *bytes, GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GError) reason = NULL;

  /* Some editors put a byte order mark before a text. */
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    {
      text += 3;
      length -= 3;
    }
  if (!kring_catalogue_gate_check (text, length, error))
    return FALSE;
  g_signal_connect (parser, "object-start", G_CALLBACK (object_start_cb), self);
  g_signal_connect (parser, "object-end", G_CALLBACK (object_end_cb), self);
  if (length > 0 && json_parser_load_from_data (parser, text, length, &reason))
    return TRUE;
  /* The parser has let go of its place by now; its message begins with it. */
  if (reason != NULL && sscanf (reason->message, "<data>:%u:", &self->line) != 1)
    self->line = 1;
  return catalogue_file_refuse (self, error, _ ("not a JSON file"));
}

/**
 * kring_catalogue_file_read:
 * @bytes: a file
 * @categories: (element-type utf8 KringCatalogueCategory): those that are known already, by id; those
 *   of the file are added, also if reading fails
 * @source_names: (element-type utf8 utf8): what the codes of sources stand for; treated alike
 * @error: return location for an error of %KRING_CATALOGUE_ERROR
 *
 * Returns: (transfer full) (nullable) (element-type KringCatalogueSignal): its signals, in order
 */
GPtrArray *
kring_catalogue_file_read (GBytes *bytes,
                           GHashTable *categories,
                           GHashTable *source_names,
                           GError **error)
{
  g_autoptr (GPtrArray) signals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) kring_catalogue_signal_free);
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (JsonParser) parser = json_parser_new ();
  Reader reader = { lines, open, categories, source_names, 1, NULL };

  if (!catalogue_file_parse (&reader, parser, bytes, error) ||
      !take_root (&reader, json_parser_get_root (parser), signals, error))
    return NULL;
  return g_steal_pointer (&signals);
}
