/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/edit/kring-commands.h"

#include "map/edit/kring-edit-private.h"
#include "map/edit/kring-free-spot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
clear_references_of (KringEditor *editor, KringItem *referrer, const char *id)
{
  const KringKind *kind = kring_item_get_kind (referrer);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (referrer, field);

      if (value == NULL || field->refers_to == 0)
        continue;
      if (field->type == KRING_FIELD_REFS)
        kring_edit_put (editor, referrer, field->name, kring_edit_refs_without (value, id));
      else if (g_str_equal (g_variant_get_string (value, NULL), id))
        kring_edit_put (editor, referrer, field->name, NULL);
    }
}

static gboolean
is_item_of_id (gconstpointer item, gconstpointer id)
{
  return g_str_equal (kring_item_get_id ((KringItem *) item), id);
}

static gboolean
items_holds (char **ids, GPtrArray *items, const char *id)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_str_equal (ids[i], id) &&
        !g_ptr_array_find_with_equal_func (items, ids[i], is_item_of_id, NULL))
      return FALSE;
  return TRUE;
}

/* Whether an item is about the one of that id, and about nothing else that stays. */
static gboolean
is_only_about (KringItem *item, GPtrArray *going, const char *id)
{
  g_auto (GStrv) ids = NULL;

  if (kring_item_get_kind (item)->group != KRING_GROUP_ABOUT)
    return FALSE;
  ids = kring_item_dup_refs (item, KRING_F_ABOUT);
  return g_strv_contains ((const char *const *) ids, id) && items_holds (ids, going, id);
}

/* Adds to items the signals, statements and tasks that are only about them, so that these are
 * removed or copied along. */
static void
add_what_is_about (KringMap *map, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const char *id = kring_item_get_id (g_ptr_array_index (items, i));
      g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);

      for (guint j = 0; j < referrers->len; j++)
        if (is_only_about (g_ptr_array_index (referrers, j), items, id) &&
            !g_ptr_array_find (items, g_ptr_array_index (referrers, j), NULL))
          g_ptr_array_add (items, g_ptr_array_index (referrers, j));
    }
}

/* Removes an item that has no ties any more. */
static void
items_remove_item (KringEditor *editor, KringItem *item)
{
  KringMap *map = kring_editor_get_map (editor);
  g_autofree char *id = g_strdup (kring_item_get_id (item));
  g_autoptr (GPtrArray) referrers = kring_map_dup_referrers (map, id);

  for (guint i = 0; i < referrers->len; i++)
    clear_references_of (editor, g_ptr_array_index (referrers, i), id);
  kring_map_remove (map, id);
}

/* Adds the ties of items to ties, and returns how many of them nobody asked to remove. */
static guint
collect_ties (KringMap *map, GPtrArray *items, GPtrArray *ties)
{
  guint along = 0;

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) of =
          kring_map_dup_ties_of (map, kring_item_get_id (g_ptr_array_index (items, i)));

      for (guint j = 0; j < of->len; j++)
        {
          KringItem *tie = g_ptr_array_index (of, j);

          if (g_ptr_array_find (ties, tie, NULL))
            continue;
          g_ptr_array_add (ties, tie);
          along += !g_ptr_array_find (items, tie, NULL);
        }
    }
  return along;
}

/**
 * kring_edit_delete:
 * @ids: (element-type utf8): items; the case cannot be deleted and is passed over
 *
 * Removes items, with the ties at them and what is known about nothing else, and clears what else
 * refers to them.
 *
 * Returns: how many ties went along that were not in @ids
 */
guint
kring_edit_delete (KringEditor *editor, GPtrArray *ids)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  g_autoptr (GPtrArray) about = g_ptr_array_new ();
  guint along;

  g_ptr_array_remove (items, kring_map_get_case (map));
  along = collect_ties (map, items, ties);
  for (guint i = 0; i < ties->len; i++)
    g_ptr_array_remove (items, g_ptr_array_index (ties, i));
  g_ptr_array_extend (about, items, NULL, NULL);
  g_ptr_array_extend (about, ties, NULL, NULL);
  add_what_is_about (map, about);
  kring_history_begin (history, _ ("Delete"));
  for (guint i = 0; i < about->len; i++)
    if (kring_item_get_kind (g_ptr_array_index (about, i))->group == KRING_GROUP_ABOUT)
      {
        g_ptr_array_remove (items, g_ptr_array_index (about, i));
        items_remove_item (editor, g_ptr_array_index (about, i));
      }
  for (guint i = 0; i < ties->len; i++)
    items_remove_item (editor, g_ptr_array_index (ties, i));
  for (guint i = 0; i < items->len; i++)
    items_remove_item (editor, g_ptr_array_index (items, i));
  kring_history_commit (history);
  return along;
}

/* Orders items as on the map. */
static int
items_compare_items (gconstpointer a, gconstpointer b)
{
  KringItem *item_a = *(KringItem *const *) a, *item_b = *(KringItem *const *) b;
  int d = (int) kring_item_get_kind (item_a)->id - (int) kring_item_get_kind (item_b)->id;

  return d != 0 ? d : strcmp (kring_item_get_id (item_a), kring_item_get_id (item_b));
}

static gboolean
has_both_ends (KringItem *tie, GPtrArray *ids)
{
  return g_ptr_array_find_with_equal_func (ids, kring_item_get_text (tie, KRING_F_FROM),
                                           g_str_equal, NULL) &&
         g_ptr_array_find_with_equal_func (ids, kring_item_get_text (tie, KRING_F_TO), g_str_equal,
                                           NULL);
}

static void
choose (GPtrArray *chosen, KringItem *item)
{
  if (item != NULL && !kring_item_is (item, KRING_KIND_CASE) &&
      !g_ptr_array_find (chosen, item, NULL))
    g_ptr_array_add (chosen, item);
}

/**
 * kring_edit_dup_fragment:
 * @ids: (element-type utf8): items; ties between them and what is known about them only come along
 *
 * Returns: (transfer container) (element-type KringItem): copies, in the order of the map, owned by
 *   the array; to be pasted on this map or another
 */
GPtrArray *
kring_edit_dup_fragment (KringMap *map, GPtrArray *ids)
{
  GPtrArray *fragment = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GPtrArray) ties = kring_map_dup_ties_of (map, g_ptr_array_index (ids, i));

      choose (chosen, kring_map_get_item (map, g_ptr_array_index (ids, i)));
      for (guint j = 0; j < ties->len; j++)
        if (has_both_ends (g_ptr_array_index (ties, j), ids))
          choose (chosen, g_ptr_array_index (ties, j));
    }
  add_what_is_about (map, chosen);
  g_ptr_array_sort (chosen, items_compare_items);
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (fragment, kring_item_copy (g_ptr_array_index (chosen, i)));
  return fragment;
}

/* Returns: (nullable): the id to which a copy refers: that of the copy of the item @id, else @id
 * itself if that is on the map. */
static const char *
map_id (KringMap *map, const KringField *field, GHashTable *copies, const char *id)
{
  const char *copy = g_hash_table_lookup (copies, id);
  KringItem *target = kring_map_get_item (map, copy != NULL ? copy : id);

  if (target == NULL || !(field->refers_to & (1u << kring_item_get_kind (target)->id)))
    return NULL;
  return kring_item_get_id (target);
}

/* Returns: (transfer full) (nullable) */
static GVariant *
map_refs (KringMap *map, const KringField *field, GHashTable *copies, GVariant *value)
{
  g_autoptr (GVariant) refs = NULL;
  g_autofree const char **ids = NULL;
  const char *id;

  if (field->type == KRING_FIELD_REF)
    {
      id = map_id (map, field, copies, g_variant_get_string (value, NULL));
      return id != NULL ? g_variant_ref_sink (g_variant_new_string (id)) : NULL;
    }
  refs = g_variant_ref_sink (kring_edit_refs_without (NULL, NULL));
  ids = g_variant_get_strv (value, NULL);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GVariant *more;

      id = map_id (map, field, copies, ids[i]);
      if (id == NULL)
        continue;
      more = g_variant_ref_sink (kring_edit_refs_with (refs, id));
      g_variant_unref (refs);
      refs = more;
    }
  return g_steal_pointer (&refs);
}

/* Whether a field refers to items of its own kind, so that two items may refer to each other. */
static gboolean
is_among_its_own (const KringKind *kind, const KringField *field)
{
  return field->refers_to & (1u << kind->id);
}

/* Sets the references of a copy to items of its own kind, once all copies are on the map. */
static void
link_copy (KringEditor *editor, KringItem *source, GHashTable *copies)
{
  KringMap *map = kring_editor_get_map (editor);
  const KringKind *kind = kring_item_get_kind (source);
  const char *id = g_hash_table_lookup (copies, kring_item_get_id (source));

  for (guint i = 0; id != NULL && i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (source, field);

      g_autoptr (GVariant) refs = NULL;

      if (value == NULL || !is_among_its_own (kind, field))
        continue;
      refs = map_refs (map, field, copies, value);
      kring_edit_put (editor, kring_map_get_item (map, id), field->name, refs);
    }
}

/* Returns: (transfer full) (nullable): a copy under a new id that refers to the other copies; NULL
 * for a tie that would lack an end. */
static KringItem *
copy_item (KringEditor *editor, KringItem *source, GHashTable *copies, KringPoint shift)
{
  KringMap *map = kring_editor_get_map (editor);
  const KringKind *kind = kring_item_get_kind (source);
  g_autofree char *id = kring_editor_next_id (editor);
  g_autoptr (KringItem) copy = kring_item_new (kind, id);
  KringPoint position;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      GVariant *value = kring_item_get_value (source, field);
      g_autoptr (GVariant) refs = NULL;

      if (value != NULL && is_among_its_own (kind, field))
        continue;
      if (value != NULL && field->refers_to != 0)
        value = refs = map_refs (map, field, copies, value);
      kring_item_set_value (copy, field, value);
      if (value == NULL && field->flags & KRING_FIELD_REQUIRED)
        return NULL;
    }
  if (kring_item_get_position (copy, &position))
    kring_item_set_named (
        copy, KRING_F_POSITION,
        kring_edit_point (KRING_POINT_INIT (position.x + shift.x, position.y + shift.y)));
  kring_item_set_extra (copy, kring_item_get_extra (source));
  return g_steal_pointer (&copy);
}

static int
items_compare_kinds (gconstpointer a, gconstpointer b)
{
  return (int) kring_item_get_kind (*(KringItem **) a)->id -
         (int) kring_item_get_kind (*(KringItem **) b)->id;
}

/* Copies the fragment onto the map: first the items that others refer to. */
static GPtrArray *
insert_copies (KringEditor *editor, GPtrArray *fragment, KringPoint shift)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (fragment, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, items_compare_kinds);
  for (guint i = 0; i < sorted->len; i++)
    {
      KringItem *source = g_ptr_array_index (sorted, i);
      KringItem *copy;

      if (kring_item_is (source, KRING_KIND_CASE))
        continue;
      copy = copy_item (editor, source, copies, shift);
      if (copy == NULL)
        continue;
      kring_edit_insert (editor, copy);
      g_ptr_array_add (ids, g_strdup (kring_item_get_id (copy)));
      g_hash_table_insert (copies, (gpointer) kring_item_get_id (source),
                           (gpointer) kring_item_get_id (copy));
    }
  for (guint i = 0; i < sorted->len; i++)
    link_copy (editor, g_ptr_array_index (sorted, i), copies);
  return ids;
}

/**
 * kring_edit_duplicate:
 * @ids: (element-type utf8): items; ties between them come along
 *
 * Returns: (transfer full) (element-type utf8): ids of the copies, which stand where nothing is
 */
GPtrArray *
kring_edit_duplicate (KringEditor *editor, GPtrArray *ids)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringMap *map = kring_editor_get_map (editor);
  g_autoptr (GPtrArray) fragment = kring_edit_dup_fragment (map, ids);
  KringPoint shift = kring_free_spot_find_shift (map, fragment, KRING_POINT_INIT (0, 0));
  GPtrArray *copies;

  kring_history_begin (history, _ ("Duplicate"));
  copies = insert_copies (editor, fragment, shift);
  kring_history_commit (history);
  return copies;
}

/* Returns how far the middle of the fragment is from where it should be. */
static KringPoint
shift_to (GPtrArray *fragment, KringPoint centre)
{
  KringPoint middle;
  KringRect all = { 0 };
  guint n = 0;

  for (guint i = 0; i < fragment->len; i++)
    {
      KringPoint position;
      KringRect at;

      if (!kring_item_get_position (g_ptr_array_index (fragment, i), &position))
        continue;
      at = kring_free_spot_get_box (kring_item_get_kind (g_ptr_array_index (fragment, i))->id,
                                    position);
      all = n++ == 0 ? at : kring_rect_union (all, at);
    }
  if (n == 0)
    return KRING_POINT_INIT (0, 0);
  middle = kring_rect_centre (all);
  return KRING_POINT_INIT (round (centre.x - middle.x), round (centre.y - middle.y));
}

/**
 * kring_edit_paste:
 * @fragment: (element-type KringItem): from kring_edit_dup_fragment (), of this map or another
 * @centre: where the middle of the copies best stands, in map units
 *
 * Copies refer to each other as the originals did; references to what is neither in the fragment
 * nor on the map are dropped, and ties that would hang loose too.
 *
 * Returns: (transfer full) (element-type utf8): ids of the copies, which stand where nothing is
 */
GPtrArray *
kring_edit_paste (KringEditor *editor, GPtrArray *fragment, KringPoint centre)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringPoint shift = kring_free_spot_find_shift (kring_editor_get_map (editor), fragment,
                                                 shift_to (fragment, centre));
  GPtrArray *copies;

  kring_history_begin (history, _ ("Paste"));
  copies = insert_copies (editor, fragment, shift);
  kring_history_commit (history);
  return copies;
}

/**
 * kring_edit_group:
 * @ids: (element-type utf8): persons and things; what cannot be in a group is passed over
 * @name: (nullable): what the group is called
 *
 * Returns: (transfer none) (nullable): the new group, or %NULL if nothing was left to group
 */
KringItem *
kring_edit_group (KringEditor *editor, GPtrArray *ids, const char *name)
{
  KringHistory *history = kring_editor_get_history (editor);
  g_autoptr (GPtrArray) items = kring_edit_dup_items (editor, ids);
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_GROUP), KRING_F_MEMBERS);
  g_autoptr (GVariant) members = g_variant_ref_sink (kring_edit_refs_without (NULL, NULL));
  KringItem *group;

  for (guint i = 0; i < items->len; i++)
    {
      KringItem *item = g_ptr_array_index (items, i);
      g_autoptr (GVariant) old = members;

      members = field->refers_to & (1u << kring_item_get_kind (item)->id)
                    ? g_variant_ref_sink (kring_edit_refs_with (old, kring_item_get_id (item)))
                    : g_variant_ref (old);
    }
  if (g_variant_n_children (members) == 0)
    return NULL;
  kring_history_begin (history, _ ("Group"));
  group = kring_edit_add (editor, KRING_KIND_GROUP, name, KRING_POINT_INIT (0, 0));
  kring_edit_put (editor, group, KRING_F_MEMBERS, members);
  kring_history_commit (history);
  return group;
}

/**
 * kring_edit_ungroup:
 * @group_id: a group; its members stay
 */
void
kring_edit_ungroup (KringEditor *editor, const char *group_id)
{
  KringHistory *history = kring_editor_get_history (editor);
  KringItem *group = kring_map_get_item (kring_editor_get_map (editor), group_id);

  if (group == NULL || !kring_item_is (group, KRING_KIND_GROUP))
    return;
  kring_history_begin (history, _ ("Ungroup"));
  items_remove_item (editor, group);
  kring_history_commit (history);
}
