/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canaries.h"

#include "file/storage/kring-codec.h"
#include "file/storage/kring-format.h"
#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

#include <glib/gstdio.h>

#define N_AUDIENCES (KRING_AUDIENCE_NONE + 1)
#define NEVER KRING_AUDIENCE_NONE

const char *const canary_marks[N_AUDIENCES] = { "joint", "care", "police", "none" };

/* What somebody is known by: texts that hold it tell of them. */
static const struct
{
  KringKindId kind;
  const char *field;
} names[] = {
  { KRING_KIND_PERSON, "name" },       { KRING_KIND_PERSON, "alias" },
  { KRING_KIND_ORGANISATION, "name" }, { KRING_KIND_ORGANISATION, "phone" },
  { KRING_KIND_PLACE, "name" },        { KRING_KIND_PLACE, "address" },
  { KRING_KIND_VEHICLE, "name" },      { KRING_KIND_VEHICLE, "plate" },
  { KRING_KIND_PHONE, "name" },        { KRING_KIND_PHONE, "number" },
  { KRING_KIND_ACCOUNT, "name" },      { KRING_KIND_ACCOUNT, "handle" },
  { KRING_KIND_MONEY, "name" },        { KRING_KIND_MONEY, "number" },
  { KRING_KIND_GROUP, "name" },        { KRING_KIND_PARTICIPANT, "name" },
  { KRING_KIND_PARTICIPANT, "phone" }, { KRING_KIND_PARTICIPANT, "deputy" },
};

/* What cannot do without what it refers to. */
static const KringKindId dependents[] = { KRING_KIND_TIE,  KRING_KIND_SIGNAL, KRING_KIND_STATEMENT,
                                          KRING_KIND_TASK, KRING_KIND_GROUP,  KRING_KIND_EVENT };

static void
canary_free (gpointer data)
{
  g_free (((Canary *) data)->text);
  g_free (data);
}

/* (transfer none): a text with a word that no other text holds. */
static const char *
new_word (Fixture *self, KringAudience owner, const KringKind *kind, const KringField *field)
{
  static const char *const before[] = { "", "", "\360\237\246\212", "\327\251" };
  static const char *const after[] = { "", "\303\251", "", "" };
  Canary *canary = g_new (Canary, 1);
  guint n = self->canaries->len, look = n % G_N_ELEMENTS (before);
  g_autofree char *word = g_strdup_printf (TRACES_WORD, n);

  *canary = (Canary){ g_strconcat (before[look], word, after[look], NULL), owner, kind, field };
  g_ptr_array_add (self->canaries, canary);
  return canary->text;
}

/* Whether @field refers to the other items of its kind, or to what it is not made of. */
static gboolean
is_reference (const KringField *field)
{
  return field->type == KRING_FIELD_REF || field->type == KRING_FIELD_REFS;
}

/* (transfer full) (nullable): an item that @field of @kind may refer to, not the @other. */
static char *
dup_target (const KringField *field, KringAudience audience, const char *other)
{
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      g_autofree char *target =
          g_strdup_printf ("%s-%s", kring_kind_get (id)->name, canary_marks[audience]);

      if ((field->refers_to & (1u << id)) && id != KRING_KIND_CASE &&
          g_strcmp0 (target, other) != 0)
        return g_steal_pointer (&target);
    }
  return NULL;
}

/* All references of @item to what is marked for @audience. */
static void
refer (KringItem *item, KringAudience audience)
{
  const KringKind *kind = kring_item_get_kind (item);
  g_autofree char *first = g_strdup (kring_item_get_id (item));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const KringField *field = &kind->fields[i];
      g_autofree char *target = is_reference (field) ? dup_target (field, audience, first) : NULL;
      const char *ids[] = { target, NULL };

      if (target == NULL)
        continue;
      kring_item_set_value (item, field,
                            field->type == KRING_FIELD_REF ? g_variant_new_string (target)
                                                           : g_variant_new_strv (ids, -1));
      if (strcmp (field->name, "from") == 0)
        {
          g_free (first);
          first = g_steal_pointer (&target);
        }
    }
}

/* Where it stands, and when: every item is in every list that it can be in. */
static void
place (Fixture *self, KringItem *item)
{
  const KringKind *kind = kring_item_get_kind (item);
  guint n = kring_map_get_n_items (self->map);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == KRING_FIELD_DATE)
      kring_item_set_value (item, &kind->fields[i], g_variant_new_string ("2025-11-03"));
  if (kring_kind_find_field (kind, "position") != NULL)
    kring_item_set_position (item, KRING_POINT_INIT ((n % 24) * 160.0, floor (n / 24) * 160.0));
}

static void
fill (Fixture *self, KringItem *item, KringAudience owner)
{
  const KringKind *kind = kring_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kring_field_is_text (&kind->fields[i]))
      kring_item_set_value (item, &kind->fields[i],
                            g_variant_new_string (new_word (self, owner, kind, &kind->fields[i])));
}

/* What a later version wrote, which nobody has decided on. */
static void
fill_later (Fixture *self, KringItem *item, const char *before)
{
  const char *text = new_word (self, NEVER, kring_item_get_kind (item), NULL);
  g_autofree char *later = g_strdup_printf ("{%s'later': '\"%s\"'}", before, text);

  kring_item_set_extra (item, g_variant_new_parsed (later));
}

static KringItem *
new_item (Fixture *self, KringKindId kind, const char *id)
{
  KringItem *item = kring_item_new (kring_kind_get (kind), id);

  place (self, item);
  return item;
}

/* One of each kind that is marked for @audience. */
static void
add_marked (Fixture *self, KringAudience audience)
{
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      const KringKind *kind = kring_kind_get (id);
      g_autofree char *name = g_strdup_printf ("%s-%s", kind->name, canary_marks[audience]);
      g_autoptr (KringItem) item = NULL;

      if (id == KRING_KIND_CASE)
        continue;
      item = new_item (self, id, name);
      fill (self, item, kind->group == KRING_GROUP_LOOKING ? NEVER : audience);
      fill_later (self, item, "");
      kring_item_set_choice (item, "audience", (int) audience);
      refer (item, audience);
      kring_map_load (self->map, item);
    }
}

/* What is marked for all, and cannot do without what is not. */
static void
add_dependents (Fixture *self, KringAudience audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (dependents); i++)
    {
      g_autofree char *name = g_strdup_printf ("on-%s-%u", canary_marks[audience], dependents[i]);
      g_autoptr (KringItem) item = new_item (self, dependents[i], name);

      fill (self, item, audience);
      fill_later (self, item, "");
      refer (item, audience);
      kring_map_load (self->map, item);
    }
}

/* What is for all and does without: only the reference must not tell. */
static void
add_loose (Fixture *self, KringAudience audience)
{
  g_autofree char *name = g_strdup_printf ("loose-%s", canary_marks[audience]);
  g_autoptr (KringItem) account = new_item (self, KRING_KIND_ACCOUNT, name);

  fill (self, account, KRING_AUDIENCE_JOINT);
  fill_later (self, account, "");
  refer (account, audience);
  kring_map_load (self->map, account);
}

/* (transfer none): what the item that is marked for @audience is known by. */
static const char *
get_name (Fixture *self, guint nth, KringAudience audience)
{
  const KringKind *kind = kring_kind_get (names[nth].kind);
  g_autofree char *id = g_strdup_printf ("%s-%s", kind->name, canary_marks[audience]);

  return kring_item_get_text (kring_map_get_item (self->map, id), names[nth].field);
}

/* Of @kind, for all, with nothing in it but a sentence that names somebody. */
static void
add_mention (Fixture *self, KringKindId kind, const KringField *field, const char *name)
{
  g_autofree char *id = g_strdup_printf ("mention-%u", kring_map_get_n_items (self->map));
  g_autofree char *text = g_strdup_printf ("Het was koud. Toen kwam %s langs.", name);
  g_autoptr (KringItem) item = new_item (self, kind, id);

  kring_item_set_value (item, field, g_variant_new_string (text));
  refer (item, KRING_AUDIENCE_JOINT);
  kring_map_load (self->map, item);
}

/* Every field names somebody, and every name stands in some field. */
static void
add_mentions (Fixture *self, KringAudience audience)
{
  const KringKind *person = kring_kind_get (KRING_KIND_PERSON);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_mention (self, KRING_KIND_PERSON, kring_kind_find_field (person, "notes"),
                 get_name (self, i, audience));
  for (guint id = 0; id < KRING_N_KINDS; id++)
    {
      const KringKind *kind = kring_kind_get (id);

      for (guint i = 0; i < kind->n_fields && id != KRING_KIND_CASE; i++)
        if (kring_field_is_text (&kind->fields[i]))
          add_mention (self, id, &kind->fields[i], get_name (self, 0, audience));
    }
}

/* Where somebody may not be found, whoever the copy is for; what it is called may go, unless that tells where. */
static void
add_secret_place (Fixture *self)
{
  const KringKind *kind = kring_kind_get (KRING_KIND_PLACE);
  const KringKind *person = kring_kind_get (KRING_KIND_PERSON);
  const KringField *address = kring_kind_find_field (kind, "address");
  g_autoptr (KringItem) home = new_item (self, KRING_KIND_PLACE, "home");
  const char *text = new_word (self, NEVER, kind, address);

  kring_item_set_text (home, KRING_F_NAME, "Huis");
  kring_item_set_value (home, address, g_variant_new_string (text));
  kring_item_set_named (home, "secret", g_variant_new_boolean (TRUE));
  kring_map_load (self->map, home);
  add_mention (self, KRING_KIND_PERSON, kring_kind_find_field (person, "notes"), text);
}

/* The case is for all; what it says may still name somebody. */
static void
fill_case (Fixture *self)
{
  KringItem *the_case = kring_map_get_case (self->map);
  const char *const centre[] = { "person-joint", NULL };
  g_autofree char *text = NULL;

  fill (self, the_case, KRING_AUDIENCE_JOINT);
  fill_later (self, the_case, "'" KRING_FORMAT_EXTRA_MINOR "': '99', ");
  text = g_strdup_printf ("Ook %s weet het. %s", get_name (self, 0, NEVER),
                          kring_item_get_text (the_case, "informed"));
  kring_item_set_choice (the_case, "audience", KRING_AUDIENCE_POLICE);
  kring_item_set_named (the_case, "centre", g_variant_new_strv (centre, -1));
  kring_item_set_text (the_case, "informed", text);
}

void
canaries_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  self->map = kring_map_new ();
  self->canaries = g_ptr_array_new_with_free_func (canary_free);
  for (KringAudience audience = KRING_AUDIENCE_JOINT; audience < N_AUDIENCES; audience++)
    add_marked (self, audience);
  for (KringAudience audience = KRING_AUDIENCE_CARE; audience < N_AUDIENCES; audience++)
    {
      add_dependents (self, audience);
      add_loose (self, audience);
    }
  for (KringAudience audience = KRING_AUDIENCE_JOINT; audience < N_AUDIENCES; audience++)
    add_mentions (self, audience);
  add_secret_place (self);
  fill_case (self);
  self->folder = g_dir_make_tmp ("kring-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "map.kring", NULL);
  bytes = kring_codec_write (self->map, &error);
  g_assert_no_error (error);
  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

void
canaries_tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_ptr_array_unref (self->canaries);
  g_assert_finalize_object (self->map);
}

/**
 * canaries_look:
 * @text: (nullable): what a program says, or what somebody sees
 * @path: (nullable): a file, and its name
 *
 * Returns: (transfer full): which words are in them
 */
Traces *
canaries_look (Fixture *self, const char *text, const char *path)
{
  Traces *traces = traces_new (self->canaries->len);

  if (text != NULL)
    traces_search_text (traces, text);
  if (path != NULL)
    traces_search_file (traces, path);
  return traces;
}

gboolean
canary_may_see (const Canary *canary, KringReader reader)
{
  return canary->owner == KRING_AUDIENCE_JOINT ||
         canary->owner == kring_reader_get_audience (reader);
}

void
canary_fail (const char *way, KringReader reader, const Canary *canary, const char *what)
{
  g_test_fail_printf ("%s for %s: %s of a %s, for %s, %s", way, kring_reader_get_name (reader),
                      canary->field != NULL ? canary->field->name : "an unknown member",
                      canary->kind->name, canary_marks[canary->owner], what);
}
