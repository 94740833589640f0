/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/scene/kring-node-label.h"

#include "map/base/kring-date.h"
#include "map/base/kring-sanitize.h"
#include "map/facts/kring-describe.h"
#include "picture/scene/kring-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME_SIZE 13.0
#define NAME_SIZE_CENTRE 15.0
#define SUB_SIZE 11.0
#define NAME_LINE 1.2   /* of its size */
#define SUB_LINE 1.2273 /* of its size */
#define WIDTH_STACKED 120.0
#define WIDTH_BESIDE 176.0
#define NARROW 0.6         /* of its width */
#define MAX_LINES 2        /* of names, and of the rest, on a screen */
#define MAX_LINES_LISTED 6 /* on paper, where a list says it all */

static void
node_label_add_text (GPtrArray *texts, const char *text)
{
  if (text == NULL || kring_sanitize_is_blank (text))
    return;
  for (guint i = 0; i < texts->len; i++)
    if (strcmp (g_ptr_array_index (texts, i), text) == 0)
      return;
  g_ptr_array_add (texts, g_strdelimit (kring_sanitize_dup (text), "\n", ' '));
}

static void
node_label_add_field (GPtrArray *texts, KringItem *item, const char *field)
{
  node_label_add_text (texts, kring_item_get_text (item, field));
}

/* The role, with how sure that role is where it is not confirmed. */
static void
add_role (GPtrArray *texts, KringItem *item)
{
  const KringField *field =
      kring_kind_find_field (kring_item_get_kind (item), KRING_F_ROLE_CERTAINTY);
  const char *role = kring_item_get_shown (item, KRING_F_ROLE);
  int certainty = kring_item_get_choice (item, KRING_F_ROLE_CERTAINTY);
  g_autofree char *sure = NULL, *text = NULL;

  if (role == NULL || certainty <= KRING_CERTAINTY_CONFIRMED)
    {
      node_label_add_text (texts, role);
      return;
    }
  sure = g_utf8_strdown (kring_field_get_choice_label (field, certainty), -1);
  /* Translators: a role and how sure it is, as in "possible recruiter (probable)" */
  text = g_strdup_printf (C_ ("role", "%s (%s)"), role, sure);
  node_label_add_text (texts, text);
}

static void
add_secret (GPtrArray *texts, KringItem *item)
{
  if (kring_item_get_bool (item, KRING_F_SECRET))
    node_label_add_text (texts, _ ("address secret"));
}

static void
node_label_add_person (GPtrArray *texts, KringItem *item)
{
  const char *name = kring_item_get_shown (item, KRING_F_NAME);
  const char *alias = kring_item_get_shown (item, KRING_F_ALIAS);
  g_autofree char *quoted = alias != NULL ? g_strdup_printf ("“%s”", alias) : NULL;

  if (name != NULL && alias != NULL)
    node_label_add_text (texts, kring_item_get_bool (item, KRING_F_ALIAS_FIRST) ? name : quoted);
  add_role (texts, item);
  if (kring_item_get_bool (item, KRING_F_IDENTITY_UNKNOWN))
    node_label_add_text (texts, _ ("identity unknown"));
  add_secret (texts, item);
}

/* Where the name already holds the handle, nothing is left to tell. */
static void
add_account (GPtrArray *texts, KringItem *item)
{
  const char *name = g_ptr_array_index (texts, 0);
  const char *platform = kring_item_get_shown (item, KRING_F_PLATFORM);
  const char *handle = kring_item_get_shown (item, KRING_F_HANDLE);
  g_autofree char *both = platform != NULL && handle != NULL
                              ? g_strdup_printf ("%s %s", platform, handle)
                              : g_strdup (platform != NULL ? platform : handle);

  if (handle == NULL || strstr (name, handle) == NULL)
    node_label_add_text (texts, both);
}

static void
node_label_add_event (GPtrArray *texts, KringItem *item)
{
  const char *when = kring_item_get_text (item, KRING_F_WHEN);
  g_autofree char *date = when != NULL ? kring_date_format_string (when) : NULL;

  node_label_add_text (texts, date);
}

/* The rim of what nobody knows how sure it is looks like a suspicion: a question mark tells them
 * apart, as on ties. */
static void
node_label_add_title (GPtrArray *texts, KringItem *item)
{
  g_autofree char *title = kring_item_dup_title (item);
  g_autofree char *unsure = g_strconcat (title, "\302\240?", NULL);
  gboolean asks =
      kring_item_get_certainty (item) == KRING_CERTAINTY_UNKNOWN && !g_str_has_suffix (title, "?");

  node_label_add_text (texts, asks ? unsure : title);
}

/* Title first, then what stands under it. */
static GPtrArray *
dup_texts (KringItem *item)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  node_label_add_title (texts, item);
  switch (kring_item_get_kind (item)->id)
    {
    case KRING_KIND_PERSON:
      node_label_add_person (texts, item);
      break;
    case KRING_KIND_ACCOUNT:
      add_account (texts, item);
      break;
    case KRING_KIND_PLACE:
      add_secret (texts, item);
      break;
    case KRING_KIND_EVENT:
      node_label_add_event (texts, item);
      break;
    case KRING_KIND_VEHICLE:
      node_label_add_field (texts, item, KRING_F_PLATE);
      break;
    case KRING_KIND_PHONE:
      node_label_add_field (texts, item, KRING_F_NUMBER);
      break;
    case KRING_KIND_MONEY:
      node_label_add_field (texts, item, KRING_F_AMOUNT);
      node_label_add_field (texts, item, KRING_F_NUMBER);
      break;
    default:
      break;
    }
  return texts;
}

typedef struct
{
  const KringTextMeasurer *measurer;
  KringLabelBlock *block; /* (not owned) */
  double size;
  KringFontWeight weight;
  double max_width;
  guint max_lines;
  gboolean cut; /* (out) */
} Setting;

/* Adds the lines of text; at most max_lines from the line first on, the last then shortened. */
static void
node_label_set_text (Setting *s, const char *text, guint first)
{
  g_auto (GStrv) lines = kring_text_wrap (s->measurer, text, s->max_width, s->size, s->weight);
  GPtrArray *all = s->block->lines;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (all->len - first < s->max_lines)
        {
          g_ptr_array_add (all, g_strdup (lines[i]));
          continue;
        }
      s->cut = TRUE;
      if (!g_str_has_suffix (g_ptr_array_index (all, all->len - 1), "…"))
        {
          g_autofree char *last = g_ptr_array_steal_index (all, all->len - 1);

          g_ptr_array_add (
              all, kring_text_shorten (s->measurer, last, s->max_width, s->size, s->weight));
        }
      return;
    }
}

static void
node_label_measure (Setting *s, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    s->block->width =
        MAX (s->block->width, s->measurer->width (g_ptr_array_index (s->block->lines, i), s->size,
                                                  s->weight, s->measurer->data));
}

static guint
node_label_get_max_lines (const KringSceneOptions *options)
{
  if (!options->complete_labels)
    return MAX_LINES;
  return options->listed ? MAX_LINES_LISTED : G_MAXUINT;
}

/* Returns whether all of it fits. */
static gboolean
set_block (KringLabelBlock *block,
           const KringNodeLabel *label,
           GPtrArray *texts,
           double scale,
           gboolean beside,
           const KringSceneOptions *options,
           const KringTextMeasurer *measurer)
{
  guint max_lines = node_label_get_max_lines (options);
  Setting name = { measurer,  block, label->name_size, KRING_WEIGHT_SEMIBOLD, WIDTH_STACKED * scale,
                   max_lines, FALSE };
  Setting sub = { measurer,
                  block,
                  label->sub_size,
                  KRING_WEIGHT_REGULAR,
                  (beside ? WIDTH_BESIDE : WIDTH_STACKED) * scale,
                  max_lines,
                  FALSE };

  block->lines = g_ptr_array_new_with_free_func (g_free);
  node_label_set_text (&name, g_ptr_array_index (texts, 0), 0);
  block->n_names = block->lines->len;
  for (guint i = 1; i < texts->len; i++)
    node_label_set_text (&sub, g_ptr_array_index (texts, i), block->n_names);
  node_label_measure (&name, 0, block->n_names);
  node_label_measure (&sub, block->n_names, block->lines->len);
  block->height = block->n_names * label->name_size * NAME_LINE +
                  (block->lines->len - block->n_names) * label->sub_size * SUB_LINE;
  return !name.cut && !sub.cut;
}

/**
 * kring_node_label_read:
 *
 * Fills the label of @node from its item: words, lines, sizes.
 */
void
kring_node_label_read (KringNode *node,
                       const KringSceneOptions *options,
                       const KringTextMeasurer *measurer)
{
  KringNodeLabel *self = &node->label;
  g_autoptr (GPtrArray) texts = dup_texts (node->item);
  double scale = options->label_scale;

  self->name_size = (node->centre ? NAME_SIZE_CENTRE : NAME_SIZE) * scale;
  self->sub_size = SUB_SIZE * scale;
  self->wanted = kring_item_get_choice (node->item, KRING_F_LABEL_SEAT);
  self->seat = self->wanted != KRING_SEAT_AUTO ? self->wanted : KRING_SEAT_BELOW;
  self->cut = !set_block (&self->stacked, self, texts, scale, FALSE, options, measurer);
  self->cut |= !set_block (&self->beside, self, texts, scale, TRUE, options, measurer);
}

/**
 * kring_node_label_dup_text:
 * @only_second: without the name
 *
 * Returns: (transfer full): all that the label has to say, one thing a line
 */
char *
kring_node_label_dup_text (const KringNode *node, gboolean only_second)
{
  g_autoptr (GPtrArray) texts = dup_texts (node->item);

  if (only_second)
    g_ptr_array_remove_index (texts, 0);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

static KringLabelBlock
enlarge_block (const KringLabelBlock *self,
               const KringNodeLabel *label,
               gboolean only_name,
               const KringTextMeasurer *measurer)
{
  KringLabelBlock block = { g_ptr_array_new_with_free_func (g_free), self->n_names, 0, 0 };
  Setting name = {
    .measurer = measurer, .block = &block, .size = label->name_size, .weight = KRING_WEIGHT_SEMIBOLD
  };
  Setting sub = {
    .measurer = measurer, .block = &block, .size = label->sub_size, .weight = KRING_WEIGHT_REGULAR
  };
  guint n = only_name ? self->n_names : self->lines->len;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (block.lines, g_strdup (g_ptr_array_index (self->lines, i)));
  node_label_measure (&name, 0, block.n_names);
  node_label_measure (&sub, block.n_names, n);
  block.height = block.n_names * label->name_size * NAME_LINE +
                 (n - block.n_names) * label->sub_size * SUB_LINE;
  return block;
}

/**
 * kring_node_label_enlarge:
 * @scale: how many times as large
 * @only_name: without the lines under the name
 *
 * Returns: @self in letters so many times as large; to be cleared
 */
KringNodeLabel
kring_node_label_enlarge (const KringNodeLabel *self,
                          double scale,
                          gboolean only_name,
                          const KringTextMeasurer *measurer)
{
  KringNodeLabel copy = *self;

  copy.name_size *= scale;
  copy.sub_size *= scale;
  if (self->stacked.lines == NULL)
    return copy;
  copy.stacked = enlarge_block (&self->stacked, &copy, only_name, measurer);
  copy.beside = enlarge_block (&self->beside, &copy, only_name, measurer);
  return copy;
}

/**
 * kring_node_label_can_narrow:
 *
 * Returns: whether the name has more words than lines
 */
gboolean
kring_node_label_can_narrow (const KringNodeLabel *self)
{
  for (guint i = 0; self->stacked.lines != NULL && i < self->stacked.n_names; i++)
    if (strchr (g_ptr_array_index (self->stacked.lines, i), ' ') != NULL)
      return TRUE;
  return FALSE;
}

/* The name on as many lines as make it about half as wide. */
static void
narrow_block (KringLabelBlock *block, double size, const KringTextMeasurer *measurer)
{
  g_autoptr (GString) all = g_string_new (NULL);
  Setting name = { measurer, block, size, KRING_WEIGHT_SEMIBOLD, 0, G_MAXUINT, FALSE };
  g_auto (GStrv) words = NULL;

  for (guint i = 0; i < block->lines->len; i++)
    g_string_append_printf (all, i > 0 ? " %s" : "%s",
                            (char *) g_ptr_array_index (block->lines, i));
  name.max_width = block->width * NARROW;
  words = g_strsplit (all->str, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    name.max_width =
        MAX (name.max_width, measurer->width (words[i], size, name.weight, measurer->data));
  g_ptr_array_set_size (block->lines, 0);
  block->width = 0;
  node_label_set_text (&name, all->str, 0);
  block->n_names = block->lines->len;
  node_label_measure (&name, 0, block->n_names);
  block->height = block->n_names * size * NAME_LINE;
}

/**
 * kring_node_label_narrow:
 * @self: enlarged, of a name alone
 *
 * Sets the name on more lines, so that it is less wide.
 */
void
kring_node_label_narrow (KringNodeLabel *self, const KringTextMeasurer *measurer)
{
  narrow_block (&self->stacked, self->name_size, measurer);
  narrow_block (&self->beside, self->name_size, measurer);
}

void
kring_node_label_clear (KringNodeLabel *self)
{
  g_clear_pointer (&self->stacked.lines, g_ptr_array_unref);
  g_clear_pointer (&self->beside.lines, g_ptr_array_unref);
}

static gboolean
is_stacked (KringSeat seat)
{
  return seat == KRING_SEAT_BELOW || seat == KRING_SEAT_ABOVE;
}

static const KringLabelBlock *
get_block (const KringNode *node, KringSeat seat)
{
  return is_stacked (seat) ? &node->label.stacked : &node->label.beside;
}

/**
 * kring_seat_get_direction:
 *
 * Returns: which way a label at @seat lies from its sign, of length 1
 */
KringPoint
kring_seat_get_direction (KringSeat seat)
{
  static const double slant = G_SQRT2 / 2;

  switch (seat)
    {
    case KRING_SEAT_ABOVE:
      return KRING_POINT_INIT (0, -1);
    case KRING_SEAT_RIGHT:
      return KRING_POINT_INIT (1, 0);
    case KRING_SEAT_LEFT:
      return KRING_POINT_INIT (-1, 0);
    case KRING_SEAT_LOWER_RIGHT:
      return KRING_POINT_INIT (slant, slant);
    case KRING_SEAT_LOWER_LEFT:
      return KRING_POINT_INIT (-slant, slant);
    case KRING_SEAT_UPPER_RIGHT:
      return KRING_POINT_INIT (slant, -slant);
    case KRING_SEAT_UPPER_LEFT:
      return KRING_POINT_INIT (-slant, -slant);
    default:
      return KRING_POINT_INIT (0, 1);
    }
}

static KringAnchor
get_anchor (KringSeat seat)
{
  if (is_stacked (seat))
    return KRING_ANCHOR_MIDDLE;
  if (seat == KRING_SEAT_LEFT || seat == KRING_SEAT_LOWER_LEFT || seat == KRING_SEAT_UPPER_LEFT)
    return KRING_ANCHOR_END;
  return KRING_ANCHOR_START;
}

/* How far larger marks push the label away on its side; nothing where there are none. */
static double
get_aside (const KringNode *node, KringSeat seat)
{
  const KringRecordCounts *known = &node->known;
  gboolean origin = node->party != KRING_PARTY_NONE;
  gboolean counts = known->risks + known->vulnerabilities + known->protective > 0;
  gboolean taken;

  if (node->certainty == KRING_CERTAINTY_REFUTED)
    return 0;
  if (seat == KRING_SEAT_ABOVE)
    taken = origin || known->risks > 0;
  else if (seat == KRING_SEAT_BELOW)
    taken = known->questions > 0 || known->protective > 0;
  else if (get_anchor (seat) == KRING_ANCHOR_END)
    taken = origin || node->lock != KRING_LOCK_NONE || known->questions > 0;
  else
    taken = counts;
  return taken ? node->label.aside : 0;
}

/* Where the first baseline begins: its left end, middle or right end, as get_anchor () says. */
static KringPoint
node_label_get_start (const KringNode *node, KringSeat seat)
{
  const KringLabelBlock *block = get_block (node, seat);
  KringRect box = kring_node_get_box (node);
  KringPoint at = node->at;
  double size = node->label.name_size, aside = get_aside (node, seat);
  double half = MAX (box.width / 2, node->radius * 0.95) + aside;
  gboolean badged = node->known.risks + node->known.vulnerabilities + node->known.protective > 0;

  switch (seat)
    {
    case KRING_SEAT_ABOVE:
      return KRING_POINT_INIT (at.x, at.y - half - block->height + size - 9);
    case KRING_SEAT_RIGHT:
      return KRING_POINT_INIT (at.x + half + (badged ? 16 : 14),
                               at.y - block->height / 2 + size * 0.95);
    case KRING_SEAT_LEFT:
      return KRING_POINT_INIT (at.x - half - (node->lock != KRING_LOCK_NONE ? 14 : 8),
                               at.y - block->height / 2 + size * 0.95);
    case KRING_SEAT_LOWER_RIGHT:
      return KRING_POINT_INIT (at.x + half + 14, at.y + size * 0.5);
    case KRING_SEAT_LOWER_LEFT:
      return KRING_POINT_INIT (at.x - half - 14, at.y + size * 0.5);
    case KRING_SEAT_UPPER_RIGHT:
      return KRING_POINT_INIT (at.x + half + 14, at.y - block->height + size * 1.4);
    case KRING_SEAT_UPPER_LEFT:
      return KRING_POINT_INIT (at.x - half - 14, at.y - block->height + size * 1.4);
    default:
      return KRING_POINT_INIT (at.x, at.y + half + size + 5);
    }
}

/**
 * kring_node_label_get_box:
 * @seat: not KRING_SEAT_AUTO
 *
 * Returns: the box of all lines if the label stood at @seat; empty for a note
 */
KringRect
kring_node_label_get_box (const KringNode *node, KringSeat seat)
{
  static const double shifts[] = { 0, 0.5, 1 };
  const KringLabelBlock *block = get_block (node, seat);
  KringPoint start;

  if (block->lines == NULL)
    return KRING_RECT_INIT (node->at.x, node->at.y, 0, 0);
  start = node_label_get_start (node, seat);
  return KRING_RECT_INIT (start.x - block->width * shifts[get_anchor (seat)],
                          start.y - node->label.name_size * 0.95, block->width, block->height);
}

/**
 * kring_node_label_draw:
 *
 * Makes the shapes of the label at its seat.
 */
void
kring_node_label_draw (KringNode *node, const KringTextMeasurer *measurer)
{
  KringNodeLabel *self = &node->label;
  const KringLabelBlock *block = get_block (node, self->seat);
  gboolean refuted = node->certainty == KRING_CERTAINTY_REFUTED;
  KringSketch sketch = { node->label_shapes, measurer, node->id, KRING_PART_LABEL };
  KringTextStyle name = { self->name_size,
                          KRING_WEIGHT_SEMIBOLD,
                          get_anchor (self->seat),
                          refuted ? KRING_COLOUR_GREY : KRING_COLOUR_INK,
                          node->ground,
                          refuted };
  KringTextStyle sub = { self->sub_size,
                         KRING_WEIGHT_REGULAR,
                         get_anchor (self->seat),
                         refuted ? KRING_COLOUR_GREY : KRING_COLOUR_INK2,
                         node->ground,
                         FALSE };
  KringPoint at;

  g_ptr_array_set_size (node->label_shapes, 0);
  if (block->lines == NULL)
    return;
  at = node_label_get_start (node, self->seat);
  for (guint i = 0; i < block->lines->len; i++)
    {
      gboolean is_name = i < block->n_names;

      kring_sketch_text (&sketch, KRING_POINT_INIT (at.x, is_name ? at.y : at.y - 1),
                         g_ptr_array_index (block->lines, i), is_name ? &name : &sub);
      at.y += is_name ? name.size * NAME_LINE : sub.size * SUB_LINE;
    }
}
