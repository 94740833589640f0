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
  self->asked = emitted_listen (self->interaction, "ask-tie", "ask-record", "rename", "edit",
                                "menu", "shows-all", "toast", NULL);
  return self;
}

void
bench_free (Bench *self)
{
  gt_signal_logger_assert_no_emissions (self->asked);
  gt_signal_logger_free (self->asked);
  g_assert_finalize_object (self->interaction);
  g_assert_finalize_object (self->session);
  g_assert_finalize_object (self->editor);
  g_assert_finalize_object (self->map);
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

/* For whose name it was asked; nothing else was. */
const char *
bench_asked_name (Bench *self)
{
  g_clear_pointer (&self->renamed, g_free);
  gt_signal_logger_assert_emission_pop (self->asked, self->interaction, "rename", &self->renamed);
  gt_signal_logger_assert_no_emissions (self->asked);
  return self->renamed;
}

void
bench_add_tie (Bench *self, const char *from, const char *to, const char *kind)
{
  double x, y;
  g_autofree char *one = NULL, *other = NULL;

  kring_interaction_ask_tie (self->interaction, from, to);
  gt_signal_logger_assert_emission_pop (self->asked, self->interaction, "ask-tie", &one, &other, &x,
                                        &y);
  g_assert_cmpstr (one, ==, from);
  g_assert_cmpstr (other, ==, to);
  kring_interaction_finish_tie (self->interaction, kind);
}
