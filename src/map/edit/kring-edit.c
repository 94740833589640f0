/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-edit-private.h"

#include "map/base/kring-sanitize.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longer names are cut, not refused: adding never fails. */
#define NAME_BYTES_MAX 2000

/* Positions stand on a grid of so many steps to the map unit: fine for the eye, stable in files.
 * Dividing by a whole number gives the same double as reading the decimal does. */
#define POSITION_STEPS 10

/* Fields whose label is a question or too long for the menu. */
static const struct
{
  const char *field;
  const char *label;
} labels[] = {
  { "party", N_ ("Change Who Brought It In") },  { "how_known", N_ ("Change How It Is Known") },
  { "certainty", N_ ("Change Certainty") },      { "audience", N_ ("Change Sharing") },
  { "role_certainty", N_ ("Change Certainty") }, { "position", N_ ("Move") },
};

/* What is known: not who is at the table, nor what was given to whom. */
static gboolean
is_of_network (const KringKind *kind)
{
  return kind->group == KRING_GROUP_ENTITY || kind->group == KRING_GROUP_BETWEEN ||
         kind->group == KRING_GROUP_ABOUT;
}

/**
 * kring_edit_new_item:
 *
 * Returns: (transfer full): an item with a new id, the day of today and, except of a participant, the
 *   pen and for whom the pen is; not on the map yet
 */
KringItem *
kring_edit_new_item (KringEditor *editor, KringKindId kind)
{
  g_autofree char *id = kring_editor_next_id (editor);
  g_autofree char *today = kring_editor_dup_today (editor);
  KringItem *item = kring_item_new (kring_kind_get (kind), id);

  if (kind != KRING_KIND_PARTICIPANT)
    kring_item_set_choice (item, KRING_F_PARTY, kring_editor_get_pen (editor));
  if (is_of_network (kring_kind_get (kind)) &&
      kring_editor_get_audience (editor) != KRING_AUDIENCE_JOINT)
    kring_item_set_choice (item, KRING_F_AUDIENCE, (int) kring_editor_get_audience (editor));
  kring_item_set_text (item, KRING_F_RECORDED, today);
  return item;
}

/**
 * kring_edit_insert:
 * @item: (transfer full): an item whose references exist
 *
 * Returns: (transfer none): the item, now on the map
 */
KringItem *
kring_edit_insert (KringEditor *editor, KringItem *item)
{
  kring_map_insert (kring_editor_get_map (editor), item);
  g_object_unref (item);
  return item;
}

/**
 * kring_edit_clean_text:
 * @text: (nullable): what somebody typed or pasted
 * @lines: whether line ends may stay
 *
 * Returns: (transfer full): valid UTF-8 without characters that are not seen but change what is
 */
char *
kring_edit_clean_text (const char *text, gboolean lines)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_autofree char *plain = kring_sanitize_dup (valid);
  GString *clean = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (lines && (c == '\n' || c == '\t'))
        g_string_append_unichar (clean, c);
      else
        g_string_append_unichar (clean, c == '\n' || c == '\t' ? ' ' : c);
    }
  return g_string_free (clean, FALSE);
}

static gsize
quote_length (const char *text)
{
  static const char *const quotes[] = { "“", "”", "„", "\"", "‟" };

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (g_str_has_prefix (text, quotes[i]))
      return strlen (quotes[i]);
  return 0;
}

/**
 * kring_edit_unquote:
 *
 * Returns: (transfer full) (nullable): what stands between double quotes, if @text is one quoted
 *   name and nothing else
 */
char *
kring_edit_unquote (const char *text)
{
  gsize length = strlen (text);
  gsize open = quote_length (text);
  const char *last;

  if (open == 0 || length <= open)
    return NULL;
  last = g_utf8_prev_char (text + length);
  if (last < text + open || quote_length (last) == 0)
    return NULL;
  for (const char *p = text + open; p < last; p = g_utf8_next_char (p))
    if (quote_length (p) > 0)
      return NULL;
  return g_strstrip (g_strndup (text + open, last - text - open));
}

/**
 * kring_edit_fill_name:
 * @item: an item that is not on the map yet
 * @name: (nullable): its name; a person's name in quotes is a nickname
 */
void
kring_edit_fill_name (KringItem *item, const char *name)
{
  g_autofree char *clean = g_strstrip (kring_edit_clean_text (name, FALSE));
  g_autofree char *alias = NULL;

  if (strlen (clean) > NAME_BYTES_MAX)
    *g_utf8_find_prev_char (clean, clean + NAME_BYTES_MAX + 1) = '\0';
  alias = kring_edit_unquote (clean);
  if (alias != NULL && *alias != '\0' && kring_item_is (item, KRING_KIND_PERSON))
    kring_item_set_text (item, KRING_F_ALIAS, alias);
  else
    kring_item_set_text (item, KRING_F_NAME, clean);
}

/**
 * kring_edit_refuse:
 * @about: what stands in the words for @code; may be empty
 *
 * Returns: %FALSE
 */
gboolean
kring_edit_refuse (GError **error, KringEditError code, const char *about)
{
  g_set_error_literal (error, KRING_EDIT_ERROR, code, about);
  return FALSE;
}

static gboolean
edit_check_target (
    KringMap *map, KringItem *item, const KringField *field, const char *id, GError **error)
{
  KringItem *target = kring_map_get_item (map, id);

  if (target == NULL)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_MISSING, "");
  if ((field->refers_to & (1u << kring_item_get_kind (target)->id)) == 0)
    return kring_edit_refuse (error, KRING_EDIT_ERROR_KIND, kring_field_get_label (field));
  if (target == item && !kring_item_is (item, KRING_KIND_TIE))
    return kring_edit_refuse (error, KRING_EDIT_ERROR_ITSELF, kring_field_get_label (field));
  return TRUE;
}

static gboolean
check_ends (KringItem *tie, const KringField *field, const char *id, GError **error)
{
  const char *other = g_str_equal (field->name, KRING_F_FROM)
                          ? kring_item_get_text (tie, KRING_F_TO)
                          : kring_item_get_text (tie, KRING_F_FROM);

  if (!g_str_equal (field->name, KRING_F_FROM) && !g_str_equal (field->name, KRING_F_TO))
    return TRUE;
  if (g_strcmp0 (other, id) != 0)
    return TRUE;
  return kring_edit_refuse (error, KRING_EDIT_ERROR_SELF_TIE, "");
}

static gboolean
edit_check_refs (
    KringMap *map, KringItem *item, const KringField *field, GVariant *value, GError **error)
{
  g_autofree const char **ids = NULL;

  if (field->type == KRING_FIELD_REF)
    {
      const char *id = g_variant_get_string (value, NULL);

      if (*id == '\0' && !(field->flags & KRING_FIELD_REQUIRED))
        return TRUE;
      return edit_check_target (map, item, field, id, error) &&
             (!kring_item_is (item, KRING_KIND_TIE) || check_ends (item, field, id, error));
    }
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!edit_check_target (map, item, field, ids[i], error))
      return FALSE;
  return TRUE;
}

/**
 * kring_edit_check:
 * @value: (nullable): what @field of @item is about to become
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Returns: whether setting it keeps every invariant of @map
 */
gboolean
kring_edit_check (
    KringMap *map, KringItem *item, const KringField *field, GVariant *value, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!kring_field_check_value (field, value, &reason))
    return kring_edit_refuse (error,
                              value == NULL ? KRING_EDIT_ERROR_EMPTY : KRING_EDIT_ERROR_VALUE,
                              value == NULL ? kring_field_get_label (field) : reason->message);
  if (value == NULL || field->refers_to == 0)
    return TRUE;
  return edit_check_refs (map, item, field, value, error);
}

/**
 * kring_edit_put:
 * @field_name: a field of @item's kind
 * @value: (nullable): an allowed value, consumed if floating
 */
void
kring_edit_put (KringEditor *editor, KringItem *item, const char *field_name, GVariant *value)
{
  kring_map_set (kring_editor_get_map (editor), kring_item_get_id (item),
                 kring_kind_find_field (kring_item_get_kind (item), field_name), value);
}

/**
 * kring_edit_put_choice:
 * @field_name: a field of choices
 * @choice: the place of the choice in its table
 *
 * Sets one field within a transaction that is open.
 */
void
kring_edit_put_choice (KringEditor *editor, KringItem *item, const char *field_name, int choice)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);

  kring_edit_put (editor, item, field_name, g_variant_new_string (field->choices[choice].name));
}

/**
 * kring_edit_dup_label:
 *
 * Returns: (transfer full): what the menu calls setting @field, translated
 */
char *
kring_edit_dup_label (const KringField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].field, field->name))
      return g_strdup (_ (labels[i].label));
  /* Translators: an undo step; %s is the name of a field, such as "Name" or "Date of birth". */
  return g_strdup_printf (_ ("Change %s"), kring_field_get_label (field));
}

/**
 * kring_edit_dup_items:
 * @ids: (element-type utf8): ids, perhaps unknown, perhaps twice
 *
 * Returns: (transfer container) (element-type KringItem): the items, each once, in the order of
 *   @ids
 */
GPtrArray *
kring_edit_dup_items (KringEditor *editor, GPtrArray *ids)
{
  KringMap *map = kring_editor_get_map (editor);
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      KringItem *item = kring_map_get_item (map, g_ptr_array_index (ids, i));

      if (item != NULL && !g_ptr_array_find (items, item, NULL))
        g_ptr_array_add (items, item);
    }
  return items;
}

static int
edit_compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GVariant *
refs_new (GPtrArray *ids)
{
  g_ptr_array_sort (ids, edit_compare_ids);
  for (guint i = ids->len; i > 1; i--)
    if (g_str_equal (g_ptr_array_index (ids, i - 1), g_ptr_array_index (ids, i - 2)))
      g_ptr_array_remove_index (ids, i - 1);
  return g_variant_new_strv ((const char *const *) ids->pdata, ids->len);
}

static GPtrArray *
list_refs (GVariant *refs, const char *but)
{
  GPtrArray *ids = g_ptr_array_new ();
  gsize n = refs != NULL ? g_variant_n_children (refs) : 0;

  for (gsize i = 0; i < n; i++)
    {
      const char *id;

      g_variant_get_child (refs, i, "&s", &id);
      if (g_strcmp0 (id, but) != 0)
        g_ptr_array_add (ids, (gpointer) id);
    }
  return ids;
}

/**
 * kring_edit_refs_without:
 * @refs: (nullable): a list of ids
 * @id: (nullable): what to leave out
 *
 * Returns: (transfer floating): the list, sorted and without repeats
 */
GVariant *
kring_edit_refs_without (GVariant *refs, const char *id)
{
  g_autoptr (GPtrArray) ids = list_refs (refs, id);

  return refs_new (ids);
}

/**
 * kring_edit_refs_with:
 * @refs: (nullable): a list of ids
 *
 * Returns: (transfer floating): the list with @id in it, sorted and without repeats
 */
GVariant *
kring_edit_refs_with (GVariant *refs, const char *id)
{
  g_autoptr (GPtrArray) ids = list_refs (refs, NULL);

  g_ptr_array_add (ids, (gpointer) id);
  return refs_new (ids);
}

/**
 * kring_edit_refs_with_all:
 * @refs: (nullable): a list of ids
 * @more: (element-type utf8): more ids
 *
 * Returns: (transfer floating): the list with @more in it, sorted and without repeats
 */
GVariant *
kring_edit_refs_with_all (GVariant *refs, GPtrArray *more)
{
  g_autoptr (GPtrArray) ids = list_refs (refs, NULL);

  for (guint i = 0; i < more->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (more, i));
  return refs_new (ids);
}

static double
put_on_grid (double coordinate)
{
  if (!(fabs (coordinate) <= KRING_COORDINATE_MAX))
    coordinate =
        coordinate > 0 ? KRING_COORDINATE_MAX : (coordinate < 0 ? -KRING_COORDINATE_MAX : 0);
  /* Adding zero turns -0 into 0; a file would show the difference. */
  return round (coordinate * POSITION_STEPS) / POSITION_STEPS + 0.0;
}

/**
 * kring_edit_point:
 *
 * Returns: (transfer floating): a position that is on the map and on the grid of files
 */
GVariant *
kring_edit_point (KringPoint point)
{
  return g_variant_new ("(dd)", put_on_grid (point.x), put_on_grid (point.y));
}

/**
 * kring_edit_fill:
 * @item: is not on the map yet
 * @field_name: of a field of its kind
 * @text: (nullable): nothing but spaces leaves the field unset
 * @error: return location for an error of %KRING_EDIT_ERROR
 *
 * Returns: whether the field takes it
 */
gboolean
kring_edit_fill (
    KringEditor *editor, KringItem *item, const char *field_name, const char *text, GError **error)
{
  const KringField *field = kring_kind_find_field (kring_item_get_kind (item), field_name);
  g_autofree char *clean = kring_edit_clean_text (text, field->type == KRING_FIELD_LONG_TEXT);
  g_autoptr (GVariant) value = NULL;

  if (*g_strstrip (clean) != '\0' && field->type == KRING_FIELD_REFS)
    value = g_variant_ref_sink (kring_edit_refs_with (NULL, clean));
  else if (*clean != '\0')
    value = g_variant_ref_sink (g_variant_new_string (clean));
  if (!kring_edit_check (kring_editor_get_map (editor), item, field, value, error))
    return FALSE;
  kring_item_set_value (item, field, value);
  return TRUE;
}
