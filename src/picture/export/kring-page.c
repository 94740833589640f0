/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-page.h"

#include "picture/export/kring-appendix.h"
#include "picture/export/kring-sheet.h"
#include "picture/export/kring-table.h"

#include <glib/gi18n-lib.h>

#define BARE_MARGIN 16.0
#define WORTH_CUTTING_RINGS 1.2  /* how much larger the map must become for that */
#define WORTH_LEGEND_BESIDE 1.05 /* likewise */
#define SHEETS_MAX 999           /* the footer has room for this number */
#define PARTS_MAX 200            /* more than this nobody lays side by side */
#define WORDS_WELL 2.0           /* how much larger than drawn words are without much giving way */
#define WORDS_MAX 2.4            /* how much larger than drawn words may be */
#define WORDS_ROUNDS 4           /* larger words take room, so that the map becomes smaller */

struct _KringPages
{
  KringScene *scene; /* (owned) */
  double map_scale;
  guint n_wanted; /* parts in which the chosen scale would divide the map; 0: it is not divided */
  GArray *sheets; /* (owned) (element-type Sheet) */
};

static void
add_map (KringSheet *sheet, const KringOrder *order, KringFit fit)
{
  KringLayer *layer = kring_sheet_add_layer (
      sheet->layers, g_ptr_array_ref (kring_scene_get_shapes (order->scene)), fit);

  layer->clip = sheet->area;
}

/* Where items are; rings reach further. */
static KringRect
get_items_bounds (KringScene *scene)
{
  GPtrArray *shapes = kring_scene_get_shapes (scene);
  KringRect bounds = { 0, 0, 0, 0 };
  gboolean any = FALSE;

  for (guint i = 0; i < shapes->len; i++)
    {
      const KringShape *shape = g_ptr_array_index (shapes, i);

      if (shape->id == NULL)
        continue;
      bounds = any ? kring_rect_union (bounds, shape->bounds) : shape->bounds;
      any = TRUE;
    }
  return any ? bounds : kring_scene_get_bounds (scene);
}

/* With the whole rings; but where names would be far too small, and much is won, rings run off, no
 * further than names need. */
static KringFit
fit_map (const KringOrder *order, KringRect area)
{
  KringItem *centre = kring_map_get_centre (kring_scene_get_map (order->scene));
  double scale = order->setup->scale > 0 ? order->setup->scale : KRING_SCALE_MAX;
  double least = kring_paper_get_name_points_min (order->setup->paper);
  double enough = least / kring_fit_get_name_points (1);
  KringPoint at, *middle = NULL;
  KringFit fit, larger;

  if (centre != NULL && kring_item_get_position (centre, &at))
    middle = &at;
  fit = kring_fit_inside (area, kring_scene_get_bounds (order->scene), middle, scale);
  if (fit.scale * WORDS_WELL >= enough)
    return fit;
  larger = kring_fit_inside (area, get_items_bounds (order->scene), middle, MIN (scale, enough));
  return larger.scale > fit.scale * WORTH_CUTTING_RINGS ? larger : fit;
}

/* The scale that the map would get on one sheet. */
static double
try_form (const KringOrder *order, gboolean landscape, gboolean beside)
{
  KringOrder tried = *order;
  KringSheet sheet;
  double scale;

  tried.landscape = landscape;
  tried.beside = beside;
  sheet = kring_sheet_begin (&tried, kring_paper_get_sheet (order->setup->paper, landscape), 1, 1,
                             NULL);
  scale = fit_map (order, sheet.area).scale;
  g_ptr_array_unref (sheet.layers);
  return scale;
}

/* How the sheet lies, and where its legend stands: as the map becomes largest. */
static void
choose_form (KringOrder *order)
{
  KringOrientation wanted = order->setup->orientation;
  double best = 0;

  for (guint i = 0; i < 4; i++)
    {
      gboolean landscape = i < 2, beside = i % 2 == 1;
      double scale;

      if (wanted == (landscape ? KRING_ORIENTATION_PORTRAIT : KRING_ORIENTATION_LANDSCAPE) ||
          (beside && !order->setup->legend))
        continue;
      scale = try_form (order, landscape, beside) / (beside ? WORTH_LEGEND_BESIDE : 1);
      if (scale <= best + 1e-9)
        continue;
      best = scale;
      order->landscape = landscape;
      order->beside = beside;
    }
}

static guint
count_wanted (const KringOrder *order, KringRect sheet)
{
  KringSheet empty = kring_sheet_begin (order, sheet, 1, 1, "");
  guint n = kring_fit_count_parts (empty.area, kring_scene_get_bounds (order->scene),
                                   order->setup->scale);

  g_ptr_array_unref (empty.layers);
  return n;
}

static GArray *
dup_parts (const KringOrder *order, KringRect sheet, guint *n_columns)
{
  KringSheet empty = kring_sheet_begin (order, sheet, 1, 1, "");
  GArray *parts = kring_fit_dup_parts (empty.area, kring_scene_get_bounds (order->scene),
                                       order->setup->scale, n_columns);

  g_ptr_array_unref (empty.layers);
  return parts;
}

static KringRect
page_get_size (KringPages *self)
{
  return g_array_index (self->sheets, KringSheet, 0).size;
}

static void
page_add_parts (KringPages *self, const KringOrder *order, GArray *parts, guint n_columns)
{
  guint n_sheets = 1 + parts->len + order->n_after;

  for (guint i = 0; i < parts->len; i++)
    {
      /* Translators: head of a sheet with a part of a large map */
      g_autofree char *part = g_strdup_printf (_ ("Part %u of %u: row %u, column %u"), i + 1,
                                               parts->len, i / n_columns + 1, i % n_columns + 1);
      KringSheet sheet = kring_sheet_begin (order, page_get_size (self), i + 2, n_sheets, part);

      add_map (&sheet, order, g_array_index (parts, KringFit, i));
      g_array_append_val (self->sheets, sheet);
    }
}

/* The sheet that lists are printed on. */
static KringRect
get_list_size (void)
{
  return kring_paper_get_sheet (KRING_PAPER_A4, FALSE);
}

/* (element-type GPtrArray): the shapes of every page of every list; @titles gets what begins on each,
 * or NULL. */
static GPtrArray *
dup_list_pages (const KringOrder *order, GPtrArray *lists, GPtrArray *titles)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  KringFrame frame = kring_sheet_get_frame (order, get_list_size ());
  KringSheet empty = kring_sheet_begin (order, get_list_size (), SHEETS_MAX, SHEETS_MAX, "");
  KringTable table = { order->measurer, frame.width,
                       empty.area.height / kring_paper_get_frame_scale (KRING_PAPER_A4),
                       order->wording->brief, order->wording->again };

  for (guint i = 0; i < lists->len; i++, table.intro = table.again)
    {
      const KringList *list = g_ptr_array_index (lists, i);
      guint first = all->len;

      g_ptr_array_extend_and_steal (all, kring_table_dup_pages (&table, list));
      g_ptr_array_set_size (titles, all->len);
      if (first < all->len)
        titles->pdata[first] = (gpointer) list->title;
    }
  g_ptr_array_unref (empty.layers);
  return all;
}

static void
add_lists (KringPages *self, const KringOrder *order, GPtrArray *pages, GPtrArray *titles)
{
  double scale = kring_paper_get_frame_scale (KRING_PAPER_A4);
  guint n_before = self->sheets->len, n_sheets = n_before + pages->len;

  for (guint i = 0; i < pages->len; i++)
    {
      KringSheet sheet =
          kring_sheet_begin (order, get_list_size (), n_before + i + 1, n_sheets, "");

      kring_sheet_add_layer (sheet.layers, g_ptr_array_ref (g_ptr_array_index (pages, i)),
                             (KringFit){ scale, KRING_POINT_INIT (sheet.area.x, sheet.area.y) });
      sheet.title = g_ptr_array_index (titles, i);
      g_array_append_val (self->sheets, sheet);
    }
}

/* Words get their smallest size: on the one sheet, or on the parts of a map that is divided. */
static void
settle_words (const KringOrder *order)
{
  KringRect size = kring_paper_get_sheet (order->setup->paper, order->landscape);
  KringSheet empty = kring_sheet_begin (order, size, 1, 1, NULL);
  double least = kring_paper_get_name_points_min (order->setup->paper);
  double scale = MAX (fit_map (order, empty.area).scale, order->setup->scale), words = 1;

  for (guint i = 0; i < WORDS_ROUNDS; i++)
    {
      double wanted = MIN (least / kring_fit_get_name_points (scale), WORDS_MAX);

      if (wanted <= words * KRING_NAMES_NEARLY)
        break;
      words = wanted;
      kring_scene_set_word_scale (order->scene, wanted);
      scale = MAX (fit_map (order, empty.area).scale, order->setup->scale);
    }
  g_ptr_array_unref (empty.layers);
}

static void
add_maps (KringPages *self, const KringOrder *order)
{
  KringRect size = kring_paper_get_sheet (order->setup->paper, order->landscape);
  KringSheet first = kring_sheet_begin (order, size, 1, 1 + order->n_after, NULL);
  KringFit fit = fit_map (order, first.area);
  g_autoptr (GArray) parts = NULL;
  guint n_columns = 1;

  self->map_scale = fit.scale;
  if (order->setup->scale > fit.scale + 1e-9)
    self->n_wanted = count_wanted (order, size);
  if (order->setup->scale > fit.scale + 1e-9 && self->n_wanted <= PARTS_MAX)
    {
      parts = dup_parts (order, size, &n_columns);
      self->map_scale = order->setup->scale;
      g_ptr_array_unref (first.layers);
      first = kring_sheet_begin (order, size, 1, 1 + parts->len + order->n_after, NULL);
    }
  add_map (&first, order, fit);
  g_array_append_val (self->sheets, first);
  if (parts != NULL)
    page_add_parts (self, order, parts, n_columns);
}

static void
sheet_clear (gpointer data)
{
  g_ptr_array_unref (((KringSheet *) data)->layers);
}

static KringPages *
create (KringScene *scene)
{
  KringPages *self = g_new0 (KringPages, 1);

  self->scene = g_object_ref (scene);
  self->sheets = g_array_new (FALSE, FALSE, sizeof (KringSheet));
  g_array_set_clear_func (self->sheets, sheet_clear);
  return self;
}

/* (element-type utf8): what is too long for the header of the sheet with the map */
static GPtrArray *
dup_cut_header (const KringOrder *order)
{
  KringFrame frame =
      kring_sheet_get_frame (order, kring_paper_get_sheet (order->setup->paper, order->landscape));
  double height;

  frame.cut = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_unref (kring_frame_dup_header (&frame, &height));
  return frame.cut;
}

/* (element-type GPtrArray): the pages of all lists, first of what had no room on the sheet */
static GPtrArray *
dup_all_lists (const KringOrder *order, GPtrArray *header, GPtrArray *lists, GPtrArray *titles)
{
  g_autoptr (KringList) cut = kring_appendix_new_cut (order->scene, header);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (cut->rows->len > 0)
    g_ptr_array_add (all, cut);
  if (lists != NULL)
    g_ptr_array_extend (all, lists, NULL, NULL);
  return dup_list_pages (order, all, titles);
}

/**
 * kring_pages_new: (constructor)
 * @scene: kept alive; gets larger words where they would be printed small, and neither it nor its
 *   map may change after that
 * @lists: (nullable) (element-type KringList): what follows the map, on A4
 * @measurer: with the fonts that will paint
 *
 * Returns: (transfer full): at least one sheet
 */
KringPages *
kring_pages_new (KringScene *scene,
                 const KringWording *wording,
                 const KringPageSetup *setup,
                 GPtrArray *lists,
                 const KringTextMeasurer *measurer)
{
  const KringPageSetup list_setup = { .paper = KRING_PAPER_A4 };
  const KringOrder list_order = { scene, wording, &list_setup, measurer, FALSE, FALSE, 0 };
  KringOrder order = { scene, wording, setup, measurer, FALSE, FALSE, 0 };
  KringPages *self = create (scene);
  g_autoptr (GPtrArray) pages = NULL, header = NULL, titles = g_ptr_array_new ();

  choose_form (&order);
  settle_words (&order);
  header = dup_cut_header (&order);
  pages = dup_all_lists (&list_order, header, lists, titles);
  order.n_after = pages->len;
  add_maps (self, &order);
  g_array_index (self->sheets, KringSheet, 0).title = _ ("Map");
  add_lists (self, &list_order, pages, titles);
  return self;
}

/* Under a map without a sheet: for whom it is, where the map leaves room for that. */
static void
page_add_mark (KringSheet *sheet, const KringWording *wording, const KringTextMeasurer *measurer)
{
  const KringFrame frame = { wording, measurer, sheet->size.width };
  KringRect mark;
  GPtrArray *shapes = kring_frame_dup_mark (&frame, &mark);

  kring_sheet_add_layer (sheet->layers, shapes,
                         (KringFit){ 1, KRING_POINT_INIT (BARE_MARGIN, sheet->size.height) });
  sheet->size.width = MAX (sheet->size.width, mark.width + 2 * BARE_MARGIN);
  sheet->size.height += mark.height + BARE_MARGIN / 2;
}

/**
 * kring_pages_new_bare: (constructor)
 * @scene: kept alive; neither it nor its map may change from now on
 * @scale: of the map
 * @wording: (nullable): says for whom it is
 *
 * Returns: (transfer full): one sheet, as large as the map, with no more around it than a line that
 *   says for whom it is
 */
KringPages *
kring_pages_new_bare (KringScene *scene,
                      double scale,
                      const KringWording *wording,
                      const KringTextMeasurer *measurer)
{
  KringPages *self = create (scene);
  GPtrArray *layers = g_ptr_array_new_with_free_func (kring_sheet_layer_free);
  KringRect bounds = kring_rect_grow (kring_scene_get_bounds (scene), BARE_MARGIN);
  KringFit fit = { scale, KRING_POINT_INIT (-bounds.x * scale, -bounds.y * scale) };
  KringSheet sheet = {
    .layers = layers,
    .size = KRING_RECT_INIT (0, 0, bounds.width * scale, bounds.height * scale),
  };

  self->map_scale = scale;
  kring_sheet_add_layer (layers, g_ptr_array_ref (kring_scene_get_shapes (scene)), fit);
  if (wording != NULL)
    page_add_mark (&sheet, wording, measurer);
  g_array_append_val (self->sheets, sheet);
  return self;
}

void
kring_pages_free (KringPages *self)
{
  g_array_unref (self->sheets);
  g_object_unref (self->scene);
  g_free (self);
}

/**
 * kring_pages_get_sheet:
 * @sheet: from 0
 *
 * Returns: the size of that sheet, from (0, 0)
 */
KringRect
kring_pages_get_sheet (KringPages *self, guint sheet)
{
  g_return_val_if_fail (sheet < self->sheets->len, KRING_RECT_INIT (0, 0, 1, 1));

  return g_array_index (self->sheets, KringSheet, sheet).size;
}

/**
 * kring_pages_get_title:
 * @sheet: from 0
 *
 * Returns: (nullable): what begins on that sheet, which names nobody; %NULL: it goes on with what was
 *   before
 */
const char *
kring_pages_get_title (KringPages *self, guint sheet)
{
  return g_array_index (self->sheets, KringSheet, sheet).title;
}

/**
 * kring_pages_get_n_sheets:
 *
 * Returns: how many sheets of paper there are
 */
guint
kring_pages_get_n_sheets (KringPages *self)
{
  return self->sheets->len;
}

/**
 * kring_pages_get_map_scale:
 *
 * Returns: the scale of the map, or of its parts if it has any; 1 is full size
 */
double
kring_pages_get_map_scale (KringPages *self)
{
  return self->map_scale;
}

/**
 * kring_pages_get_name_points:
 *
 * Returns: how large the smallest name is printed, in points
 */
double
kring_pages_get_name_points (KringPages *self)
{
  double size = kring_scene_get_smallest_name (self->scene);

  return (size > 0 ? size : KRING_NAME_SIZE) * self->map_scale * KRING_POINTS_PER_UNIT;
}

static void
paint_layer (const KringLayer *layer, cairo_t *cr, const KringPaint *paint)
{
  KringPaint placed = *paint;
  double scale = layer->fit.scale;

  cairo_save (cr);
  if (!kring_rect_is_empty (layer->clip))
    {
      cairo_rectangle (cr, layer->clip.x, layer->clip.y, layer->clip.width, layer->clip.height);
      cairo_clip (cr);
      placed.clip = KRING_RECT_INIT ((layer->clip.x - layer->fit.offset.x) / scale,
                                     (layer->clip.y - layer->fit.offset.y) / scale,
                                     layer->clip.width / scale, layer->clip.height / scale);
    }
  cairo_translate (cr, layer->fit.offset.x, layer->fit.offset.y);
  cairo_scale (cr, scale, scale);
  kring_painter_paint (cr, layer->shapes, &placed);
  cairo_restore (cr);
}

/**
 * kring_pages_paint:
 * @sheet: from 0
 * @cr: in units of 1/96 inch from the corner of the sheet
 * @paint: theme and fonts; its clip is not used
 */
void
kring_pages_paint (KringPages *self, guint sheet, cairo_t *cr, const KringPaint *paint)
{
  GPtrArray *layers;

  g_return_if_fail (sheet < self->sheets->len);

  layers = g_array_index (self->sheets, KringSheet, sheet).layers;
  for (guint i = 0; i < layers->len; i++)
    paint_layer (g_ptr_array_index (layers, i), cr, paint);
}

/**
 * kring_pages_get_n_too_many:
 *
 * Returns: how many sheets the chosen scale would take, if nobody could lay that many side by side;
 *   the map is then on one sheet as large as it fits; 0: all is as asked for
 */
guint
kring_pages_get_n_too_many (KringPages *self)
{
  return self->n_wanted > PARTS_MAX ? self->n_wanted : 0;
}
