/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map/model/kring-item-private.h"

#include "map/base/kring-id.h"
#include "map/base/kring-sanitize.h"

#include <string.h>

struct _KringItem
{
  GObject parent_instance;

  const KringKind *kind;
  char *id; /* (owned), interned */
  GVariant *
      *values; /* (owned) (array length=kind->n_fields) (element-type GVariant), NULL: unset */
  KringStamp *stamps;  /* (owned) (array length=kind->n_fields) */
  KringStamp inserted; /* when it came onto the map */
  GVariant *extra;     /* (owned) (nullable) "a{ss}": fields of a newer version, as JSON text */
  char *folded;        /* (owned) (nullable) its words as they are searched; NULL: not known */
};

G_DEFINE_FINAL_TYPE (KringItem, kring_item, G_TYPE_OBJECT)

static void
kring_item_finalize (GObject *object)
{
  KringItem *self = KRING_ITEM (object);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      g_clear_pointer (&self->values[i], g_variant_unref);
      kring_stamp_set (&self->stamps[i], (KringStamp){ 0 });
    }
  kring_stamp_set (&self->inserted, (KringStamp){ 0 });
  g_free (self->values);
  g_free (self->stamps);
  g_clear_pointer (&self->extra, g_variant_unref);
  g_free (self->folded);
  kring_id_release (self->id);
  G_OBJECT_CLASS (kring_item_parent_class)->finalize (object);
}

static void
kring_item_class_init (KringItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_item_finalize;
}

static void
kring_item_init (KringItem *self)
{
}

/**
 * kring_item_new: (constructor)
 * @kind: what it is
 * @id: a valid id, not yet on the map
 *
 * Returns: (transfer full): an item with every field unset
 */
KringItem *
kring_item_new (const KringKind *kind, const char *id)
{
  KringItem *self;

  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (kring_id_is_valid (id), NULL);

  self = g_object_new (KRING_TYPE_ITEM, NULL);
  self->kind = kind;
  self->id = kring_id_intern (id);
  self->values = g_new0 (GVariant *, kind->n_fields);
  self->stamps = g_new0 (KringStamp, kind->n_fields);
  return self;
}

/* The same values and stamps under another id. */
static KringItem *
copy_as (KringItem *self, const char *id)
{
  KringItem *copy = kring_item_new (self->kind, id);

  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      copy->values[i] = self->values[i] ? g_variant_ref (self->values[i]) : NULL;
      kring_stamp_set (&copy->stamps[i], self->stamps[i]);
    }
  kring_stamp_set (&copy->inserted, self->inserted);
  copy->extra = self->extra ? g_variant_ref (self->extra) : NULL;
  return copy;
}

/**
 * kring_item_copy:
 *
 * Returns: (transfer full): an item with the same id, values and stamps
 */
KringItem *
kring_item_copy (KringItem *self)
{
  return copy_as (self, self->id);
}

/**
 * kring_item_get_id:
 *
 * Returns: (transfer none): the id, interned: equal ids are the same pointer
 */
const char *
kring_item_get_id (KringItem *self)
{
  return self->id;
}

/**
 * kring_item_get_kind:
 *
 * Returns: (transfer none): its row in the schema, which lives as long as the program
 */
const KringKind *
kring_item_get_kind (KringItem *self)
{
  return self->kind;
}

/**
 * kring_item_is:
 *
 * Returns: whether it is of that kind
 */
gboolean
kring_item_is (KringItem *self, KringKindId kind)
{
  return self->kind->id == kind;
}

/**
 * kring_item_get_value:
 * @field: a field of this item's kind
 *
 * Returns: (transfer none) (nullable): the value, or %NULL if unset
 */
GVariant *
kring_item_get_value (KringItem *self, const KringField *field)
{
  return self->values[kring_kind_get_field_index (self->kind, field)];
}

/**
 * kring_item_get_named:
 * @field_name: name of a field; kinds without it count as unset
 *
 * Returns: (transfer none) (nullable): the value, or %NULL if unset
 */
GVariant *
kring_item_get_named (KringItem *self, const char *field_name)
{
  const KringField *field = kring_kind_find_field (self->kind, field_name);

  return field != NULL ? self->values[field - self->kind->fields] : NULL;
}

/**
 * kring_item_get_text:
 * @field_name: name of a field whose values are strings
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if unset
 */
const char *
kring_item_get_text (KringItem *self, const char *field_name)
{
  GVariant *value = kring_item_get_named (self, field_name);

  return value != NULL ? g_variant_get_string (value, NULL) : NULL;
}

/**
 * kring_item_get_shown:
 * @field_name: name of a field whose values are strings
 *
 * For what is drawn, listed and read aloud: what nobody can see is not there.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if there is nothing to see in it
 */
const char *
kring_item_get_shown (KringItem *self, const char *field_name)
{
  const char *text = kring_item_get_text (self, field_name);

  return text != NULL && !kring_sanitize_is_blank (text) ? text : NULL;
}

/**
 * kring_item_get_bool:
 * @field_name: a field that is yes or no
 *
 * Returns: its value; no where nothing was filled in or the kind has no such field
 */
gboolean
kring_item_get_bool (KringItem *self, const char *field_name)
{
  GVariant *value = kring_item_get_named (self, field_name);

  return value != NULL && g_variant_get_boolean (value);
}

/**
 * kring_item_get_number:
 *
 * Returns: the number, or 0 if unset
 */
double
kring_item_get_number (KringItem *self, const char *field_name)
{
  GVariant *value = kring_item_get_named (self, field_name);

  return value != NULL ? g_variant_get_double (value) : 0;
}

static int
get_choice (KringItem *self, const KringField *field)
{
  GVariant *value = self->values[field - self->kind->fields];

  if (value == NULL)
    return field->fallback;
  return kring_field_find_choice (field, g_variant_get_string (value, NULL));
}

/**
 * kring_item_get_choice:
 * @field_name: name of a field with choices
 *
 * Returns: the place of the choice in the schema's table (see kring-choices.h); for an unset field
 *   the choice that it means, or -1
 */
int
kring_item_get_choice (KringItem *self, const char *field_name)
{
  const KringField *field = kring_kind_find_field (self->kind, field_name);

  return field != NULL ? get_choice (self, field) : -1;
}

/**
 * kring_item_dup_refs:
 * @field_name: name of a field that refers to one or several items
 *
 * Returns: (transfer full): the ids, ending with %NULL; never %NULL itself
 */
char **
kring_item_dup_refs (KringItem *self, const char *field_name)
{
  return kring_value_dup_refs (kring_item_get_named (self, field_name));
}

/**
 * kring_item_get_position:
 * @position: (out): the middle of the item, in map units; untouched if it has none
 *
 * Returns: whether the item stands somewhere
 */
gboolean
kring_item_get_position (KringItem *self, KringPoint *position)
{
  GVariant *value = kring_item_get_named (self, KRING_F_POSITION);
  const double *xy;

  if (value == NULL)
    return FALSE;
  /* Positions are asked for all the time: the two doubles are read where they lie, without
   * unpacking the GVariant. */
  xy = g_variant_get_data (value);
  *position = KRING_POINT_INIT (xy[0], xy[1]);
  return TRUE;
}

/**
 * kring_item_get_party:
 *
 * Returns: who brought it in; `KRING_PARTY_NONE` where nobody said
 */
KringParty
kring_item_get_party (KringItem *self)
{
  return get_choice (self, &self->kind->fields[KRING_COMMON_PARTY]);
}

/**
 * kring_item_get_certainty:
 *
 * Returns: how sure people are of it
 */
KringCertainty
kring_item_get_certainty (KringItem *self)
{
  return get_choice (self, &self->kind->fields[KRING_COMMON_CERTAINTY]);
}

/**
 * kring_item_says_certainty:
 *
 * Returns: whether somebody said how sure it is; else words say nothing about that
 */
gboolean
kring_item_says_certainty (KringItem *self)
{
  return self->values[KRING_COMMON_CERTAINTY] != NULL ||
         (kring_kind_find_field (self->kind, KRING_F_CERTAINTY_BY_HAND) != NULL &&
          kring_item_get_bool (self, KRING_F_CERTAINTY_BY_HAND));
}

/**
 * kring_item_get_audience:
 *
 * Returns: who may see it
 */
KringAudience
kring_item_get_audience (KringItem *self)
{
  return get_choice (self, &self->kind->fields[KRING_COMMON_AUDIENCE]);
}

/**
 * kring_item_refers_to:
 * @id: the id of another item
 *
 * Returns: whether any field of this item points at @id
 */
gboolean
kring_item_refers_to (KringItem *self, const char *id)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      GVariant *value = self->values[i];

      if (value == NULL || self->kind->fields[i].refers_to == 0)
        continue;
      if (self->kind->fields[i].type == KRING_FIELD_REFS)
        {
          g_autofree const char **ids = g_variant_get_strv (value, NULL);

          if (g_strv_contains (ids, id))
            return TRUE;
        }
      else if (strcmp (g_variant_get_string (value, NULL), id) == 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kring_item_equal:
 *
 * Returns: whether both are of the same kind, id and values; stamps do not count
 */
gboolean
kring_item_equal (KringItem *self, KringItem *other)
{
  if (self->kind != other->kind || strcmp (self->id, other->id) != 0)
    return FALSE;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      if ((self->values[i] == NULL) != (other->values[i] == NULL))
        return FALSE;
      if (self->values[i] != NULL && !g_variant_equal (self->values[i], other->values[i]))
        return FALSE;
    }
  if ((self->extra == NULL) != (other->extra == NULL))
    return FALSE;
  return self->extra == NULL || g_variant_equal (self->extra, other->extra);
}

/**
 * kring_item_get_stamp:
 * @field: of its kind
 *
 * Returns: when @field was last set, and on which device
 */
KringStamp
kring_item_get_stamp (KringItem *self, const KringField *field)
{
  return self->stamps[kring_kind_get_field_index (self->kind, field)];
}

/**
 * kring_item_get_inserted_stamp:
 *
 * Returns: when it was added, and on which device
 */
KringStamp
kring_item_get_inserted_stamp (KringItem *self)
{
  return self->inserted;
}

/**
 * kring_item_get_extra:
 *
 * Returns: (transfer none) (nullable): fields that a newer Kring wrote, "a{ss}" from name to JSON
 *   text, carried along unchanged
 */
GVariant *
kring_item_get_extra (KringItem *self)
{
  return self->extra;
}

/**
 * kring_item_get_folded:
 *
 * Returns: (transfer none) (nullable): what kring_item_set_folded () kept since a value changed
 */
const char *
kring_item_get_folded (KringItem *self)
{
  return self->folded;
}

/**
 * kring_item_set_folded:
 * @folded: (transfer full): the item's words as they are searched; forgotten when a value changes
 */
void
kring_item_set_folded (KringItem *self, char *folded)
{
  g_free (self->folded);
  self->folded = folded;
}

static void
put_value (KringItem *self, const KringField *field, GVariant *value)
{
  guint index = kring_kind_get_field_index (self->kind, field);

  g_clear_pointer (&self->values[index], g_variant_unref);
  g_clear_pointer (&self->folded, g_free);
  self->values[index] = value;
}

/**
 * kring_item_set_value:
 * @field: a field of this item's kind
 * @value: (nullable): an allowed value, consumed if floating; kept in its normal form
 */
void
kring_item_set_value (KringItem *self, const KringField *field, GVariant *value)
{
  put_value (
      self, field,
      kring_field_normalise_value (field, value != NULL ? g_variant_ref_sink (value) : NULL));
}

/**
 * kring_item_set_normal:
 * @field: a field of this item's kind
 * @value: (not nullable): an allowed value, in its normal form already; not floating
 */
void
kring_item_set_normal (KringItem *self, const KringField *field, GVariant *value)
{
  put_value (self, field, g_variant_ref (value));
}

/**
 * kring_item_set_named:
 * @field_name: a field of its kind
 * @value: (nullable): a value that fits, floating or not; %NULL empties the field
 *
 * For items that no map holds yet; those of a map are changed by `edit`.
 */
void
kring_item_set_named (KringItem *self, const char *field_name, GVariant *value)
{
  const KringField *field = kring_kind_find_field (self->kind, field_name);

  g_return_if_fail (field != NULL);

  kring_item_set_value (self, field, value);
}

/**
 * kring_item_set_text:
 * @field_name: of a field of its kind
 * @text: (nullable): the text; %NULL or empty unsets
 */
void
kring_item_set_text (KringItem *self, const char *field_name, const char *text)
{
  kring_item_set_named (self, field_name, text != NULL ? g_variant_new_string (text) : NULL);
}

/**
 * kring_item_set_choice:
 * @field_name: of a field of its kind
 * @choice: a place in the schema's table; -1 unsets
 */
void
kring_item_set_choice (KringItem *self, const char *field_name, int choice)
{
  const KringField *field = kring_kind_find_field (self->kind, field_name);

  g_return_if_fail (field != NULL && field->choices != NULL);

  kring_item_set_text (self, field_name, choice >= 0 ? field->choices[choice].name : NULL);
}

/**
 * kring_item_set_position:
 * @position: the middle of the item, in map units
 *
 * For items that no map holds yet, as kring_item_set_named().
 */
void
kring_item_set_position (KringItem *self, KringPoint position)
{
  kring_item_set_named (self, KRING_F_POSITION, g_variant_new ("(dd)", position.x, position.y));
}

/**
 * kring_item_set_stamp:
 * @field: of its kind
 * @stamp: when it was last set
 */
void
kring_item_set_stamp (KringItem *self, const KringField *field, KringStamp stamp)
{
  kring_stamp_set (&self->stamps[kring_kind_get_field_index (self->kind, field)], stamp);
}

/**
 * kring_item_set_inserted_stamp:
 * @stamp: when it was added
 */
void
kring_item_set_inserted_stamp (KringItem *self, KringStamp stamp)
{
  kring_stamp_set (&self->inserted, stamp);
}

/**
 * kring_item_set_extra:
 * @extra: (nullable): "a{ss}", consumed if floating
 */
void
kring_item_set_extra (KringItem *self, GVariant *extra)
{
  g_clear_pointer (&self->extra, g_variant_unref);
  if (extra != NULL && g_variant_n_children (g_variant_ref_sink (extra)) > 0)
    self->extra = extra;
  else if (extra != NULL)
    g_variant_unref (extra);
}

/**
 * kring_item_compare_coming:
 *
 * Returns: negative if @self comes before @other in the order of typing: by kind, then by when they
 *   came on the map
 */
int
kring_item_compare_coming (KringItem *self, KringItem *other)
{
  guint64 came = self->inserted.counter, other_came = other->inserted.counter;

  if (self->kind->id != other->kind->id)
    return self->kind->id < other->kind->id ? -1 : 1;
  if (came != other_came)
    return came < other_came ? -1 : 1;
  return strcmp (self->id, other->id);
}

static int
compare_coming (gconstpointer a, gconstpointer b)
{
  return kring_item_compare_coming (*(KringItem *const *) a, *(KringItem *const *) b);
}

/**
 * kring_item_sort_by_coming:
 * @items: (element-type KringItem)
 *
 * Puts @items in the order in which they were typed.
 */
void
kring_item_sort_by_coming (GPtrArray *items)
{
  g_ptr_array_sort (items, compare_coming);
}
