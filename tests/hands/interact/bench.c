/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static void
load (KringMap *map, KringKindId kind, const char *id, KringPoint at)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  kring_item_set_text (item, "name", id);
  kring_item_set_position (item, at);
  kring_map_load (map, item);
}

static void
load_centre (KringMap *map, const char *id)
{
  g_autoptr (KringItem) the_case =
      kring_item_new (kring_kind_get (KRING_KIND_CASE), KRING_MAP_CASE_ID);

  kring_item_set_named (the_case, "centre", g_variant_new_strv (&id, 1));
  kring_map_load (map, the_case);
}

static void
ask_tie_cb (Bench *self)
{
  self->n_ask_tie++;
}

static void
rename_cb (Bench *self, const char *id)
{
  self->n_rename++;
  g_free (self->renamed);
  self->renamed = g_strdup (id);
}

static void
edit_cb (Bench *self)
{
  self->n_edit++;
}

static void
menu_cb (Bench *self)
{
  self->n_menu++;
}

static void
toast_cb (Bench *self, const char *text)
{
  g_free (self->toast);
  self->toast = g_strdup (text);
}

static void
record_cb (Bench *self, const char *what)
{
  g_free (self->record);
  self->record = g_strdup (what);
}

static void
connect (Bench *self, const char *name, GCallback callback)
{
  g_signal_connect_swapped (self->interaction, name, callback, self);
}

Bench *
bench_new (void)
{
  Bench *self = g_new0 (Bench, 1);
  KringSceneOptions options = KRING_SCENE_OPTIONS_SCREEN;
  g_autoptr (KringScene) scene = NULL;

  self->map = kring_map_new ();
  load (self->map, KRING_KIND_PERSON, "noor", NOOR);
  load (self->map, KRING_KIND_PERSON, "dex", DEX);
  load (self->map, KRING_KIND_PERSON, "ilse", ILSE);
  load (self->map, KRING_KIND_VEHICLE, "auto", CAR);
  load_centre (self->map, "noor");
  self->editor = kring_editor_new (self->map, kring_id_source_new_seeded (7));
  self->session = kring_session_new (self->editor);
  scene = kring_scene_new (self->map, &options, &kring_text_measurer_fixed);
  self->interaction = kring_interaction_new (self->session, scene);
  kring_interaction_set_viewport (self->interaction, &(KringViewport){ { 0, 0 }, 1, 1000, 800 });
  connect (self, "ask-tie", G_CALLBACK (ask_tie_cb));
  connect (self, "rename", G_CALLBACK (rename_cb));
  connect (self, "edit", G_CALLBACK (edit_cb));
  connect (self, "menu", G_CALLBACK (menu_cb));
  connect (self, "toast", G_CALLBACK (toast_cb));
  connect (self, "ask-record", G_CALLBACK (record_cb));
  return self;
}

void
bench_free (Bench *self)
{
  g_assert_finalize_object (self->interaction);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
  g_free (self->toast);
  g_free (self->record);
  g_free (self->renamed);
  g_free (self);
}

void
bench_press (Bench *self, KringPoint at, KringModifiers modifiers, guint n_press)
{
  kring_interaction_press (self->interaction, at, KRING_BUTTON_PRIMARY, modifiers, n_press);
}

void
bench_motion (Bench *self, KringPoint at, KringModifiers modifiers)
{
  kring_interaction_motion (self->interaction, at, modifiers);
}

void
bench_release (Bench *self, KringPoint at)
{
  kring_interaction_release (self->interaction, at, 0);
}

void
bench_click (Bench *self, KringPoint at, KringModifiers modifiers)
{
  bench_press (self, at, modifiers, 1);
  bench_release (self, at);
}

void
bench_drag (Bench *self, KringPoint from, KringPoint to, KringModifiers modifiers)
{
  bench_press (self, from, modifiers, 1);
  for (int i = 1; i <= 5; i++)
    bench_motion (
        self, KRING_POINT_INIT (from.x + (to.x - from.x) * i / 5, from.y + (to.y - from.y) * i / 5),
        modifiers);
  kring_interaction_release (self->interaction, to, modifiers);
}

void
bench_type (Bench *self, const char *text)
{
  for (; *text != '\0'; text++)
    g_assert_true (kring_interaction_key (self->interaction, (guchar) *text, 0));
}

KringSelection *
bench_selection (Bench *self)
{
  return kring_session_get_selection (self->session);
}

KringHistory *
bench_history (Bench *self)
{
  return kring_session_get_history (self->session);
}

KringPoint
bench_place (Bench *self, const char *id)
{
  KringPoint point = { NAN, NAN };

  kring_item_get_position (kring_map_get_item (self->map, id), &point);
  return point;
}

guint
bench_count (Bench *self, KringKindId kind)
{
  g_autoptr (GPtrArray) items = kring_map_dup_items_of_kind (self->map, kind);

  return items->len;
}

/* The only tie. */
KringItem *
bench_tie (Bench *self)
{
  g_autoptr (GPtrArray) ties = kring_map_dup_items_of_kind (self->map, KRING_KIND_TIE);

  g_assert_cmpuint (ties->len, ==, 1);
  return g_ptr_array_index (ties, 0);
}
