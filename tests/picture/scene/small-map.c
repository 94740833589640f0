/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-map.h"

#include "map/model/kring-item-private.h"
#include "map/model/kring-map-private.h"

static const KringSceneOptions screen = { FALSE, FALSE, 1.0 };

void
insert (KringMap *map, KringKindId kind, const char *id, double x, double y)
{
  g_autoptr (KringItem) item = kring_item_new (kring_kind_get (kind), id);

  if (kind == KRING_KIND_PERSON)
    kring_item_set_choice (item, "sex", KRING_SEX_WOMAN);
  kring_item_set_text (item, "name", id);
  kring_item_set_position (item, KRING_POINT_INIT (x, y));
  kring_map_insert (map, item);
}

void
insert_tie (KringMap *map, const char *id, const char *from, const char *to, const char *kind)
{
  g_autoptr (KringItem) tie = kring_item_new (kring_kind_get (KRING_KIND_TIE), id);

  kring_item_set_text (tie, "from", from);
  kring_item_set_text (tie, "to", to);
  if (kind != NULL)
    kring_item_set_text (tie, "kind", kind);
  kring_map_insert (map, tie);
}

void
set (KringMap *map, const char *id, const char *field, GVariant *value)
{
  const KringKind *kind = kring_item_get_kind (kring_map_get_item (map, id));

  kring_map_set (map, id, kring_kind_find_field (kind, field), value);
}

/* Noor in the middle, Dex 200 to the right, a phone below, all tied to Noor. */
KringMap *
new_map (void)
{
  KringMap *map = kring_map_new ();
  const char *centre[] = { "noor", NULL };

  kring_map_begin (map);
  insert (map, KRING_KIND_PERSON, "noor", 0, 0);
  insert (map, KRING_KIND_PERSON, "dex", 300, 0);
  insert (map, KRING_KIND_PHONE, "phone", 0, 250);
  insert_tie (map, "t-dex", "dex", "noor", "“relationship”");
  insert_tie (map, "t-phone", "noor", "phone", "uses");
  set (map, KRING_MAP_CASE_ID, "centre", g_variant_new_strv (centre, -1));
  kring_map_end (map);
  return map;
}

KringScene *
new_scene (KringMap *map)
{
  return kring_scene_new (map, &screen, &kring_text_measurer_fixed);
}
