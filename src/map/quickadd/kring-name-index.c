/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/quickadd/kring-name-index.h"

#include "map/base/kring-fold.h"
#include "map/edit/kring-commands.h"
#include "map/edit/kring-edit-private.h"

/* The fields that hold names, the most telling first. */
static const char *const name_fields[] = {
  KRING_F_NAME, KRING_F_ALIAS, KRING_F_PLATE, KRING_F_HANDLE, KRING_F_NUMBER, KRING_F_ADDRESS,
};

#define N_FIELDS G_N_ELEMENTS (name_fields)

/* Who bears a name: the first one, and the next, who is meant when the first one asks. */
typedef struct
{
  KringItem *first; /* (not owned) */
  KringItem *next;  /* (not owned) (nullable) */
} Holders;

typedef struct
{
  KringItem *item;   /* (not owned) */
  GPtrArray *joined; /* (owned) (element-type utf8) ids that are not members yet, but will be */
  KringPoint sum;    /* of the positions of all, those too */
  guint n;           /* how many positions */
} Group;

struct _KringNameIndex
{
  KringEditor *editor;          /* (not owned) */
  KringSlots *slots;            /* (owned) (nullable) until asked for */
  GHashTable *whole[N_FIELDS];  /* (owned) (nullable) (element-type utf8 Holders) by folded name */
  GHashTable *begins[N_FIELDS]; /* likewise, by the words that a name begins with */
  GHashTable *groups;           /* (owned) (element-type utf8 Group) by folded name */
};

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->joined);
  g_free (group);
}

/**
 * kring_name_index_new: (constructor)
 * @editor: outlives it
 *
 * Returns: (transfer full): an index that has not looked yet
 */
KringNameIndex *
kring_name_index_new (KringEditor *editor)
{
  KringNameIndex *self = g_new0 (KringNameIndex, 1);

  self->editor = editor;
  return self;
}

/**
 * kring_name_index_forget:
 *
 * To be called when something left the map or is called otherwise: it looks anew.
 */
void
kring_name_index_forget (KringNameIndex *self)
{
  kring_name_index_flush (self);
  for (guint f = 0; f < N_FIELDS; f++)
    {
      g_clear_pointer (&self->whole[f], g_hash_table_unref);
      g_clear_pointer (&self->begins[f], g_hash_table_unref);
    }
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->slots, kring_slots_free);
}

void
kring_name_index_free (KringNameIndex *self)
{
  kring_name_index_forget (self);
  g_free (self);
}

/* @name: (transfer full) */
static void
name_index_hold (GHashTable *table, char *name, KringItem *item)
{
  Holders *holders = g_hash_table_lookup (table, name);

  if (holders == NULL)
    {
      holders = g_new0 (Holders, 1);
      holders->first = item;
      g_hash_table_insert (table, name, holders);
      return;
    }
  g_free (name);
  if (kring_item_compare_coming (item, holders->first) < 0)
    {
      holders->next = holders->first;
      holders->first = item;
    }
  else if (holders->next == NULL || kring_item_compare_coming (item, holders->next) < 0)
    holders->next = item;
}

static void
add_names (KringNameIndex *self, KringItem *item)
{
  for (guint f = 0; f < N_FIELDS; f++)
    {
      const char *known = kring_item_get_text (item, name_fields[f]);
      char *folded = known != NULL ? kring_fold (known) : NULL;

      if (folded == NULL)
        continue;
      for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
        if (p > folded && !g_unichar_isalnum (g_utf8_get_char (p)))
          name_index_hold (self->begins[f], g_strndup (folded, p - folded), item);
      name_index_hold (self->whole[f], folded, item);
    }
}

static void
place_member (Group *group, KringItem *member)
{
  KringPoint at;

  if (member == NULL || !kring_item_get_position (member, &at))
    return;
  group->sum = KRING_POINT_INIT (group->sum.x + at.x, group->sum.y + at.y);
  group->n++;
}

static Group *
name_index_add_group (KringNameIndex *self, KringItem *item)
{
  const char *name = kring_item_get_text (item, KRING_F_NAME);
  g_autofree char *folded = name != NULL ? kring_fold (name) : NULL;
  g_auto (GStrv) members = kring_item_dup_refs (item, KRING_F_MEMBERS);
  Group *group;

  if (folded == NULL || g_hash_table_contains (self->groups, folded))
    return NULL;
  group = g_new0 (Group, 1);
  group->item = item;
  group->joined = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; members[i] != NULL; i++)
    place_member (group, kring_map_get_item (kring_editor_get_map (self->editor), members[i]));
  g_hash_table_insert (self->groups, g_steal_pointer (&folded), group);
  return group;
}

static void
note_names (KringNameIndex *self, KringItem *item)
{
  if (kring_item_is (item, KRING_KIND_GROUP))
    name_index_add_group (self, item);
  else if (!kring_item_is (item, KRING_KIND_TIE))
    add_names (self, item);
}

static void
name_index_look (KringNameIndex *self)
{
  KringMap *map = kring_editor_get_map (self->editor);

  if (self->groups != NULL)
    return;
  self->groups =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) group_free);
  for (guint f = 0; f < N_FIELDS; f++)
    {
      self->whole[f] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->begins[f] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    }
  for (guint i = 0; i < kring_map_get_n_drawn (map); i++)
    note_names (self, kring_map_get_nth (map, i));
}

/**
 * kring_name_index_add:
 * @item: what just came on the map, its names filled in
 */
void
kring_name_index_add (KringNameIndex *self, KringItem *item)
{
  if (self->slots != NULL)
    kring_slots_take (self->slots, item);
  if (self->groups != NULL)
    note_names (self, item);
}

/**
 * kring_name_index_get_slots:
 *
 * Returns: (transfer none): the places that are free
 */
KringSlots *
kring_name_index_get_slots (KringNameIndex *self)
{
  if (self->slots == NULL)
    self->slots = kring_slots_new (kring_editor_get_map (self->editor));
  return self->slots;
}

/**
 * kring_name_index_find:
 * @target: a name or nickname, whole or its first words, whatever the capitals
 * @but: (nullable): id of who is not meant
 *
 * Returns: (transfer none) (nullable): who or what goes by it; of several who came first
 */
KringItem *
kring_name_index_find (KringNameIndex *self, const char *target, const char *but)
{
  g_autofree char *unquoted = kring_edit_unquote (target);
  g_autofree char *wanted = kring_fold (unquoted != NULL ? unquoted : target);

  name_index_look (self);
  for (guint i = 0; i < 2 * N_FIELDS; i++)
    {
      GHashTable *table = i < N_FIELDS ? self->whole[i] : self->begins[i - N_FIELDS];
      Holders *holders = g_hash_table_lookup (table, wanted);
      KringItem *found = holders != NULL ? holders->first : NULL;

      if (found != NULL && g_strcmp0 (kring_item_get_id (found), but) == 0)
        found = holders->next;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static Group *
name_index_find_group (KringNameIndex *self, const char *name)
{
  g_autofree char *folded = kring_fold (name);

  name_index_look (self);
  return g_hash_table_lookup (self->groups, folded);
}

/**
 * kring_name_index_find_group:
 * @name: what a group is called, whatever the capitals
 * @middle: (out): where its members stand
 *
 * Returns: whether there is such a group, with members that stand somewhere
 */
gboolean
kring_name_index_find_group (KringNameIndex *self, const char *name, KringPoint *middle)
{
  const Group *group = name_index_find_group (self, name);

  if (group == NULL || group->n == 0)
    return FALSE;
  *middle = KRING_POINT_INIT (group->sum.x / group->n, group->sum.y / group->n);
  return TRUE;
}

/**
 * kring_name_index_get_group_id:
 *
 * Returns: (nullable): the id of the group that is called @name
 */
const char *
kring_name_index_get_group_id (KringNameIndex *self, const char *name)
{
  const Group *group = name_index_find_group (self, name);

  return group != NULL ? kring_item_get_id (group->item) : NULL;
}

/**
 * kring_name_index_join:
 * @item: somebody on the map
 * @name: of a group, which is made if there is none
 *
 * Makes @item a member, at the latest when the list is entered.
 */
void
kring_name_index_join (KringNameIndex *self, KringItem *item, const char *name)
{
  Group *group = name_index_find_group (self, name);

  if (group == NULL)
    group = name_index_add_group (
        self, kring_edit_add (self->editor, KRING_KIND_GROUP, name, KRING_POINT_INIT (0, 0)));
  if (group == NULL)
    return;
  g_ptr_array_add (group->joined, g_strdup (kring_item_get_id (item)));
  place_member (group, item);
  if (self->slots != NULL)
    kring_slots_join (self->slots, group->item, item);
}

/**
 * kring_name_index_leave:
 * @name: of the group that @item is in; it goes when nobody is left
 */
void
kring_name_index_leave (KringNameIndex *self, KringItem *item, const char *name)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  Group *group = name_index_find_group (self, name);
  KringItem *left = group != NULL ? group->item : NULL;

  if (left == NULL)
    return;
  kring_name_index_forget (self);
  kring_edit_put (self->editor, left, KRING_F_MEMBERS,
                  kring_edit_refs_without (kring_item_get_named (left, KRING_F_MEMBERS),
                                           kring_item_get_id (item)));
  g_ptr_array_add (ids, (gpointer) kring_item_get_id (left));
  if (kring_item_get_named (left, KRING_F_MEMBERS) == NULL)
    kring_edit_delete (self->editor, ids);
}

/**
 * kring_name_index_flush:
 *
 * Writes down who joined which group.
 */
void
kring_name_index_flush (KringNameIndex *self)
{
  GHashTableIter iter;
  gpointer value;

  if (self->groups == NULL)
    return;
  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      if (group->joined->len > 0)
        kring_edit_put (self->editor, group->item, KRING_F_MEMBERS,
                        kring_edit_refs_with_all (
                            kring_item_get_named (group->item, KRING_F_MEMBERS), group->joined));
      g_ptr_array_set_size (group->joined, 0);
    }
}
