/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/marks/kring-badge.h"
#include "picture/marks/kring-icon.h"
#include "picture/scene/kring-tie.h"

#include <glib/gi18n-lib.h>

#define SIZE 11.0
#define LINE 14.4
#define HEIGHT 16.5 /* of a label of one line */
#define CORNER 8.0
#define OPACITY 0.94
#define MAX_WIDTH 110.0
#define MAX_LINES 2        /* on a screen */
#define MAX_LINES_LISTED 6 /* on paper, where a list says it all */
#define MARK 11.5
#define MARK_ROOM 14.0
#define MARK_ROOM_TOGETHER 25.0
#define ICON_ROOM 15.0
#define MARGIN 8.0
#define BADGE 7.6 /* radius of a count */
#define BADGE_ROOM 22.0
#define QUESTION 15.0
#define QUESTION_ROOM 17.0
#define SHORT 40.0 /* what must stay visible of a tie beside its label */
#define BESIDE 12.0
#define FURTHER 9.0
#define PILL_WIDTH 32.0
#define PILL_HEIGHT 18.0

static KringTextStyle
get_style (const KringTie *self, const KringSceneOptions *options)
{
  gboolean refuted = self->certainty == KRING_CERTAINTY_REFUTED;

  return (KringTextStyle){ SIZE * options->label_scale,
                           KRING_WEIGHT_MEDIUM,
                           KRING_ANCHOR_START,
                           refuted ? KRING_COLOUR_GREY : KRING_COLOUR_INK,
                           self->place.beside ? self->place.ground : KRING_COLOUR_NONE,
                           refuted };
}

/* Whether the kind of the tie is one of the words, in any case. */
static gboolean
is_kind (KringTie *self, const char *word)
{
  const char *kind = kring_item_get_shown (self->item, KRING_F_KIND);
  g_autofree char *a = kind != NULL ? g_utf8_casefold (kind, -1) : NULL;
  g_autofree char *b = g_utf8_casefold (word, -1);

  return g_strcmp0 (a, b) == 0;
}

/* Kinds that go without a label or have a symbol, in every language that maps are written in: a map
 * may be older than the language of who looks at it. */
static const char *const own_words[] = { N_ ("uses"), NC_ ("tie kind", "of"), "gebruikt", "van" };

static const struct
{
  const char *icon;
  const char *words[6];
} icon_words[] = {
  { "vehicle", { N_ ("transports"), N_ ("drives"), "vervoert", "rijdt" } },
  { "money", { N_ ("money"), "geld" } },
  { "account", { N_ ("chats with"), "chat met" } },
  { "place",
    { N_ ("stays with"), N_ ("lives at"), N_ ("seen at"), "verblijft bij", "woont",
      "gezien bij" } },
  { "organisation", { N_ ("works at"), "werkt bij" } },
  { "phone", { N_ ("uses"), "gebruikt" } },
};

static gboolean
is_any_kind (KringTie *self, const char *const *words, guint n)
{
  for (guint i = 0; i < n && words[i] != NULL; i++)
    if (is_kind (self, words[i]) || is_kind (self, _ (words[i])))
      return TRUE;
  return FALSE;
}

/* "Uses" between the young person and a phone or account says nothing that the line does not. */
static gboolean
is_own_device (KringTie *self)
{
  KringNode *thing = self->from->centre ? self->to : self->from;

  if (self->from->centre == self->to->centre || thing->form != KRING_FORM_TILE)
    return FALSE;
  return is_any_kind (self, own_words, G_N_ELEMENTS (own_words)) ||
         is_kind (self, C_ ("tie kind", "of"));
}

/* The symbol of usual kinds of ties; others have none. */
static const char *
find_icon (KringTie *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (icon_words); i++)
    if (is_any_kind (self, icon_words[i].words, G_N_ELEMENTS (icon_words[i].words)))
      return icon_words[i].icon;
  return NULL;
}

/**
 * kring_tie_label_dup_text:
 *
 * Returns: (transfer full): all that the label has to say
 */
char *
kring_tie_label_dup_text (const KringTie *self)
{
  const char *kind = kring_item_get_shown (self->item, KRING_F_KIND);

  if (self->certainty != KRING_CERTAINTY_UNKNOWN)
    return g_strdup (kind != NULL ? kind : "");
  return kind != NULL ? g_strconcat (kind, " ?", NULL) : g_strdup ("?");
}

static guint
tie_label_get_max_lines (const KringSceneOptions *options)
{
  if (!options->complete_labels)
    return MAX_LINES;
  return options->listed ? MAX_LINES_LISTED : G_MAXUINT;
}

static void
shorten (KringTie *self,
         guint max_lines,
         const KringTextStyle *style,
         double max_width,
         const KringTextMeasurer *measurer)
{
  char *last = self->words[max_lines - 1];

  for (guint i = max_lines; self->words[i] != NULL; i++)
    g_clear_pointer (&self->words[i], g_free);
  self->cut = TRUE;
  self->words[max_lines - 1] =
      kring_text_shorten (measurer, last, max_width, style->size, style->weight);
  g_free (last);
}

static double
get_mark_room (KringParty party)
{
  if (party == KRING_PARTY_NONE)
    return 0;
  return party == KRING_PARTY_TOGETHER ? MARK_ROOM_TOGETHER : MARK_ROOM;
}

static double
get_known_room (KringRecordCounts known)
{
  KringBadgeCount counts[KRING_BADGE_COUNTS];

  return BADGE_ROOM * kring_badge_list_counts (known, FALSE, counts) +
         (known.questions > 0 ? QUESTION_ROOM : 0);
}

/**
 * kring_tie_label_read:
 *
 * Sets what the label says and how large it is.
 */
void
kring_tie_label_read (KringTie *self,
                      const KringSceneOptions *options,
                      const KringTextMeasurer *measurer)
{
  KringTextStyle style = get_style (self, options);
  double max_width = MAX_WIDTH * options->label_scale;
  g_autofree char *text = kring_tie_label_dup_text (self);
  guint n_words;

  self->words = kring_text_wrap (measurer, text, max_width, style.size, style.weight);
  if (self->plain || (is_own_device (self) && kring_record_counts_is_empty (self->known)))
    return;
  if (g_strv_length (self->words) > tie_label_get_max_lines (options))
    shorten (self, tie_label_get_max_lines (options), &style, max_width, measurer);
  self->icon = options->tie_icons ? find_icon (self) : NULL;
  n_words = g_strv_length (self->words);
  if (n_words == 0 && self->party == KRING_PARTY_NONE && kring_record_counts_is_empty (self->known))
    return;
  for (guint i = 0; i < n_words; i++)
    self->text_width = MAX (self->text_width, measurer->width (self->words[i], style.size,
                                                               style.weight, measurer->data));
  self->label_width = get_mark_room (self->party) + (self->icon != NULL ? ICON_ROOM : 0) +
                      self->text_width + get_known_room (self->known) + MARGIN;
  self->label_height = (HEIGHT + LINE * (MAX (n_words, 1) - 1)) * options->label_scale;
}

/* Half of what the label covers along a direction. */
static double
get_half (const KringTie *self, KringPoint direction)
{
  double dx = fabs (direction.x), dy = fabs (direction.y);
  double along_x = dx > 1e-6 ? self->label_width / 2 / dx : G_MAXDOUBLE;
  double along_y = dy > 1e-6 ? self->label_height / 2 / dy : G_MAXDOUBLE;

  return MIN (along_x, along_y);
}

/**
 * kring_tie_label_is_short:
 *
 * Returns: whether the label would hide most of the tie, and must stand beside it
 */
gboolean
kring_tie_label_is_short (const KringTie *self)
{
  double length = kring_curve_get_length (self->body);
  KringPoint direction;

  kring_curve_at (self->body, length / 2, &direction);
  return length < 2 * get_half (self, direction) + SHORT;
}

/**
 * kring_tie_label_get_place:
 * @t: how far along the body, 0 to 1
 * @side: 0: on the line; less or more: beside it, to its left or right, the further the more
 *
 * Returns: where the label would stand
 */
KringTiePlace
kring_tie_label_get_place (const KringTie *self, double t, int side)
{
  KringTiePlace place = { .beside = side != 0 };
  double width = self->more > 0 ? PILL_WIDTH : self->label_width;
  double height = self->more > 0 ? PILL_HEIGHT : self->label_height;
  KringPoint direction;

  place.middle = t * kring_curve_get_length (self->body);
  place.at = kring_curve_at (self->body, place.middle, &direction);
  if (side == 0)
    place.half = get_half (self, direction);
  else
    {
      int turn = side > 0 ? 1 : -1;
      KringPoint out = { -direction.y * turn, direction.x * turn };
      double clear = fabs (out.x) * width / 2 + fabs (out.y) * height / 2;
      double away = MAX (BESIDE, clear + 3) + (ABS (side) - 1) * FURTHER;

      place.at.x += out.x * away;
      place.at.y += out.y * away;
    }
  place.box = KRING_RECT_INIT (place.at.x - width / 2, place.at.y - height / 2, width, height);
  return place;
}

/**
 * kring_tie_label_get_gap:
 * @middle: (out): the distance along the body of the middle of the gap
 *
 * Returns: the length of the longest piece of the body that the label at @place leaves free
 */
double
kring_tie_label_get_gap (const KringTie *self, const KringTiePlace *place, double *middle)
{
  double length = kring_curve_get_length (self->body);
  double before = place->middle - place->half, after = length - place->middle - place->half;

  if (place->half == 0 || self->label_width == 0)
    {
      *middle = length / 2;
      return length;
    }
  *middle = before >= after ? before / 2 : length - after / 2;
  return MAX (before, after);
}

/* Stands for ties that are not drawn one by one. */
static void
draw_pill (const KringTie *self, KringSketch *sketch)
{
  const KringTextStyle style = {
    SIZE, KRING_WEIGHT_SEMIBOLD, KRING_ANCHOR_MIDDLE, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
  };
  g_autofree char *text = g_strdup_printf ("+%u", self->more);

  kring_sketch_both (sketch, kring_path_new_rect (self->place.box, PILL_HEIGHT / 2),
                     KRING_COLOUR_NODE, KRING_COLOUR_TIE, 1.2);
  kring_sketch_text (sketch, KRING_POINT_INIT (self->place.at.x, self->place.at.y + 4), text,
                     &style);
}

/* Marks of signals and the sign of an open question, from at to the right. */
static void
draw_known (const KringTie *self, gboolean dots, KringSketch *sketch, KringPoint at)
{
  KringBadgeCount counts[KRING_BADGE_COUNTS];
  guint n_counts = kring_badge_list_counts (self->known, dots, counts);

  for (guint i = 0; i < n_counts; i++, at.x += BADGE_ROOM)
    kring_badge_draw_count (sketch, &counts[i], KRING_POINT_INIT (at.x + BADGE_ROOM / 2 + 1, at.y),
                            BADGE);
  if (self->known.questions > 0)
    kring_badge_draw_question (sketch, KRING_POINT_INIT (at.x + QUESTION_ROOM / 2 + 1, at.y),
                               QUESTION);
}

/**
 * kring_tie_label_draw:
 *
 * Makes the shapes of the label at its place.
 */
void
kring_tie_label_draw (KringTie *self,
                      const KringSceneOptions *options,
                      const KringTextMeasurer *measurer)
{
  KringSketch sketch = { self->label_shapes, measurer, self->id, KRING_PART_LABEL };
  KringTextStyle style = get_style (self, options);
  guint n_words = g_strv_length (self->words);
  KringPoint at = { self->place.box.x + 3, self->place.at.y };
  double room = get_mark_room (self->party), line = LINE * options->label_scale;

  g_ptr_array_set_size (self->label_shapes, 0);
  if (kring_rect_is_empty (self->place.box))
    return;
  if (self->more > 0)
    {
      draw_pill (self, &sketch);
      return;
    }
  if (!self->place.beside)
    kring_sketch_label (&sketch, self->place.box, CORNER, self->place.ground)->fill_opacity =
        OPACITY;
  if (room > 0)
    kring_badge_draw_mark (
        &sketch, self->party,
        KRING_POINT_INIT (at.x + (self->party == KRING_PARTY_TOGETHER ? 11 : 5.5), at.y), MARK);
  at.x += room;
  sketch.part = KRING_PART_LABEL;
  if (self->icon != NULL)
    {
      kring_sketch_fill (&sketch,
                         kring_icon_dup_path (self->icon, KRING_RECT_INIT (at.x, at.y - 6, 12, 12)),
                         KRING_COLOUR_INK2);
      at.x += ICON_ROOM;
    }
  draw_known (self, options->complete_labels, &sketch,
              KRING_POINT_INIT (at.x + self->text_width, at.y));
  sketch.part = KRING_PART_LABEL;
  at.y += style.size * 0.364 - (n_words > 0 ? n_words - 1 : 0) * line / 2;
  for (guint i = 0; i < n_words; i++, at.y += line)
    kring_sketch_text (&sketch, KRING_POINT_INIT (at.x + 1, at.y), self->words[i], &style);
}
