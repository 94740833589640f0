/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-scene.h"

#include <string.h>

static const char *const colour_names[KRING_N_COLOURS] = {
  "none",   "canvas", "ring3", "ring2",     "ring1",     "ring-line", "ring-text",
  "node",   "tile",   "ink",   "ink2",      "tie",       "grey",      "care",
  "police", "risk",   "vuln",  "vuln-fill", "prot",      "on-mark",   "selection",
  "hull1",  "hull2",  "note",  "note-line", "label-rim",
};

static const char *const part_names[] = {
  "-", "body", "label", "origin", "lock", "question", "risk", "vulnerability", "protective",
};

static const char *const weight_names[] = { "regular", "medium", "semibold", "bold" };
static const char *const anchor_names[] = { "start", "middle", "end" };

/* One decimal, without a trailing ".0" and without a negative zero; free of the locale. */
static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 10) / 10;

  g_ascii_formatd (text, sizeof text, "%.1f", rounded == 0 ? 0 : rounded);
  if (g_str_has_suffix (text, ".0"))
    text[strlen (text) - 2] = '\0';
  g_string_append_c (out, ' ');
  g_string_append (out, text);
}

static void
append_paint (GString *out, const char *name, KringColour colour, double opacity)
{
  if (colour == KRING_COLOUR_NONE)
    return;
  g_string_append_printf (out, " %s %s", name, colour_names[colour]);
  if (opacity < 1)
    g_string_append_printf (out, "/%d", (int) round (opacity * 100));
}

static void
append_path (GString *out, const KringPath *path)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  static const guint counts[] = { 1, 1, 3, 0 };
  const KringPoint *point = (const KringPoint *) path->points->data;

  for (guint i = 0; i < path->verbs->len; i++)
    {
      guint8 verb = g_array_index (path->verbs, guint8, i);

      g_string_append_printf (out, " %c", letters[verb]);
      for (guint k = 0; k < counts[verb]; k++, point++)
        {
          append_number (out, point->x);
          append_number (out, point->y);
        }
    }
}

static void
append_stroke (GString *out, const KringShape *shape)
{
  append_paint (out, "stroke", shape->stroke, shape->stroke_opacity);
  if (shape->stroke == KRING_COLOUR_NONE)
    return;
  append_number (out, shape->width);
  if (shape->dash[1] > 0)
    {
      g_string_append (out, " dash");
      append_number (out, shape->dash[0]);
      append_number (out, shape->dash[1]);
    }
  if (shape->round)
    g_string_append (out, " round");
}

static void
append_text (GString *out, const KringShape *shape)
{
  g_string_append_printf (out, "text \"%s\" at", shape->text);
  append_number (out, shape->at.x);
  append_number (out, shape->at.y);
  g_string_append (out, " size");
  append_number (out, shape->size);
  g_string_append_printf (out, " %s %s%s", weight_names[shape->weight], anchor_names[shape->anchor],
                          shape->struck ? " struck" : "");
  append_paint (out, "fill", shape->fill, shape->fill_opacity);
  append_paint (out, "halo", shape->stroke, shape->stroke_opacity);
}

/**
 * kring_scene_to_text:
 *
 * Returns: (transfer full): all shapes as readable text, one a line, rounded; equal for scenes
 *   that look the same
 */
char *
kring_scene_to_text (KringScene *self)
{
  GPtrArray *shapes = kring_scene_get_shapes (self);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      g_string_append_printf (out, "%s %s ", shape->id != NULL ? shape->id : "-",
                              part_names[shape->part]);
      if (shape->type == KRING_SHAPE_TEXT)
        append_text (out, shape);
      else
        {
          g_string_append (out, "path");
          append_paint (out, "fill", shape->fill, shape->fill_opacity);
          append_stroke (out, shape);
          append_path (out, shape->path);
        }
      g_string_append_c (out, '\n');
    }
  return g_strdup (out->str);
}
