/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/notation/kring-legend.h"

#include "picture/notation/kring-sample.h"
#include "picture/notation/kring-usage.h"

#include <glib/gi18n-lib.h>

#define HEAD_SIZE 11.5
#define TEXT_SIZE 11.0
#define LINE 14.0
#define ROW_CARD 22.0
#define ROW_PAPER 18.5
#define ROW_BESIDE 16.5
#define HEAD 20.0 /* from the top of a section to the top of its first row */
#define ROWS_LEAST 4
#define ROWS_MOST 12
#define COLUMNS_MOST 12 /* beside each other, however narrow */
#define COLUMN_GAP 16.0
#define SECTION_GAP 20.0
#define SECTION_GAP_MOST 44.0
#define CARD_GAP 14.0
#define TIE_WIDTH 48.0
#define NOTE_WIDTH 190.0
#define NODE_RADIUS 7.6

typedef enum
{
  SIGN_NODE,
  SIGN_AGE,
  SIGN_TIE,
  SIGN_MARK,
  SIGN_LOCK,
  SIGN_COUNT,
  SIGN_QUESTION,
  SIGN_WORDS, /* no sign: a line of a closing remark */
} SignType;

typedef struct
{
  SignType type;
  const char *label;
  KringNodeSample node;
  KringTieSample tie;
  KringParty party;
  KringBadgeCount count;
  KringLock lock;
  gboolean strong; /* words that stand out */
} Sign;

typedef struct
{
  const char *head; /* (nullable) */
  GArray *signs;    /* (owned) (element-type Sign) */
  double sign_width;
  double text_width;
} Section;

typedef struct
{
  const KringTextMeasurer *measurer;
  GPtrArray *sections; /* (owned) (element-type Section) */
  double row;          /* from one sign to the next */
  gboolean colourless;
} Legend;

static void
section_free (gpointer data)
{
  Section *section = data;

  g_array_unref (section->signs);
  g_free (section);
}

static Section *
legend_add_section (Legend *self, const char *head, double sign_width)
{
  Section *section = g_new0 (Section, 1);

  section->head = head;
  section->signs = g_array_new (FALSE, TRUE, sizeof (Sign));
  section->sign_width = sign_width;
  g_ptr_array_add (self->sections, section);
  return section;
}

static double
legend_measure (const Legend *self, const char *text, double size, KringFontWeight weight)
{
  return self->measurer->width (text, size, weight, self->measurer->data);
}

/* Rows of a legend begin with a small letter, whatever the forms do. */
static char *
legend_dup_label (const Sign *sign)
{
  gunichar first = g_utf8_get_char (sign->label);
  GString *label;

  if (sign->type == SIGN_WORDS)
    return g_strdup (sign->label);
  label = g_string_new (NULL);
  g_string_append_unichar (label, g_unichar_tolower (first));
  g_string_append (label, g_utf8_next_char (sign->label));
  return g_string_free (label, FALSE);
}

static void
add_sign (Legend *self, Section *section, gboolean used, Sign sign)
{
  g_autofree char *label = NULL;

  if (!used)
    return;
  label = legend_dup_label (&sign);
  section->text_width =
      MAX (section->text_width, legend_measure (self, label, TEXT_SIZE, KRING_WEIGHT_REGULAR));
  g_array_append_val (section->signs, sign);
}

#define NODE(LABEL, ...) ((Sign){ .type = SIGN_NODE, .label = (LABEL), .node = { __VA_ARGS__ } })

static void
add_who (Legend *self, const KringUsage *usage)
{
  const KringKind *kind;
  Section *section = legend_add_section (self, _ ("Who and what"), 27);

  add_sign (self, section, usage->sexes[KRING_SEX_WOMAN],
            NODE (_ ("woman, girl"), .sex = KRING_SEX_WOMAN));
  add_sign (self, section, usage->sexes[KRING_SEX_MAN],
            NODE (_ ("man, boy"), .sex = KRING_SEX_MAN));
  add_sign (self, section, usage->sexes[KRING_SEX_UNKNOWN] || usage->sexes[KRING_SEX_OTHER],
            NODE (_ ("unknown or other"), .sex = KRING_SEX_UNKNOWN));
  add_sign (self, section, usage->centre,
            NODE (_ ("who this is about"), .sex = KRING_SEX_WOMAN, .centre = TRUE));
  add_sign (self, section, usage->deceased,
            NODE (_ ("deceased"), .sex = KRING_SEX_WOMAN, .deceased = TRUE));
  add_sign (self, section, usage->identity_unknown,
            NODE (_ ("identity unknown"), .sex = KRING_SEX_UNKNOWN, .identity_unknown = TRUE));
  add_sign (self, section, usage->age, (Sign){ .type = SIGN_AGE, .label = _ ("age") });
  for (guint i = 0; (kind = kring_kind_get_thing (i)) != NULL; i++)
    add_sign (self, section, usage->kinds[kind->id],
              NODE (kring_kind_get_label (kind), .icon = kind->icon));
  add_sign (self, section, usage->scooter, NODE (_ ("Scooter or moped"), .icon = "scooter"));
  add_sign (self, section, usage->advert, NODE (_ ("Advertisement"), .icon = "advert"));
}

static void
add_tie_sign (Legend *self, Section *section, gboolean used, const char *label, KringTieSample tie)
{
  add_sign (self, section, used, (Sign){ .type = SIGN_TIE, .label = label, .tie = tie });
}

/* What nobody said is drawn as what is confirmed, and is not called so. */
static const char *
get_certainty_label (const KringUsage *usage, const KringField *field, KringCertainty certainty)
{
  return certainty == KRING_CERTAINTY_CONFIRMED && usage->unsaid
             ? _ ("confirmed, or not said")
             : kring_field_get_choice_label (field, certainty);
}

static void
add_certainties (Legend *self, const KringUsage *usage)
{
  const KringField *field = &kring_kind_get (KRING_KIND_TIE)->fields[KRING_COMMON_CERTAINTY];
  Section *section = legend_add_section (self, _ ("How sure (line and rim)"), TIE_WIDTH + 12);

  for (guint i = 0; i < G_N_ELEMENTS (usage->certainties); i++)
    add_tie_sign (self, section,
                  usage->certainties[i] || (i == KRING_CERTAINTY_CONFIRMED && usage->unsaid),
                  get_certainty_label (usage, field, i),
                  (KringTieSample){ .certainty = i, .intensity = KRING_INTENSITY_NORMAL });
}

static void
add_qualities (Legend *self, const KringUsage *usage)
{
  const KringField *field =
      kring_kind_find_field (kring_kind_get (KRING_KIND_TIE), KRING_F_QUALITY);
  Section *section = legend_add_section (self, _ ("Quality of the tie"), TIE_WIDTH + 12);
  const KringTieSample normal = { .intensity = KRING_INTENSITY_NORMAL };

  for (guint i = 0; i < G_N_ELEMENTS (usage->qualities); i++)
    {
      KringTieSample tie = normal;

      tie.quality = i;
      if (i == KRING_QUALITY_CONTROL || i == KRING_QUALITY_VIOLENCE)
        tie.direction = KRING_DIRECTION_FORWARD;
      add_tie_sign (self, section, usage->qualities[i], kring_field_get_choice_label (field, i),
                    tie);
    }
  add_tie_sign (self, section, usage->arrow, _ ("who does or gives"),
                (KringTieSample){ .intensity = KRING_INTENSITY_NORMAL,
                                  .direction = KRING_DIRECTION_FORWARD });
  add_tie_sign (
      self, section, usage->both_ways, _ ("both ways"),
      (KringTieSample){ .intensity = KRING_INTENSITY_NORMAL, .direction = KRING_DIRECTION_BOTH });
  add_tie_sign (self, section, usage->strong, _ ("thick: strong"),
                (KringTieSample){ .intensity = KRING_INTENSITY_STRONG });
  add_tie_sign (self, section, usage->weak, _ ("thin: weak"),
                (KringTieSample){ .intensity = KRING_INTENSITY_WEAK });
}

static void
add_marks (Legend *self, const KringUsage *usage)
{
  const KringField *field = &kring_kind_get (KRING_KIND_TIE)->fields[KRING_COMMON_PARTY];
  Section *section = legend_add_section (self, _ ("Brought in by; for whom"), 40);
  const struct
  {
    KringLock lock;
    const char *label;
  } locks[] = {
    { KRING_LOCK_CARE, _ ("care only") },
    { KRING_LOCK_POLICE, _ ("police only") },
    { KRING_LOCK_EXPORTS, _ ("not in exports") },
    { KRING_LOCK_SECRET, _ ("address secret") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (usage->parties); i++)
    add_sign (self, section, usage->parties[i],
              (Sign){ .type = SIGN_MARK,
                      .label = kring_field_get_choice_label (field, i),
                      .party = (KringParty) i });
  for (guint i = 0; i < G_N_ELEMENTS (locks); i++)
    add_sign (self, section, usage->locks[locks[i].lock],
              (Sign){ .type = SIGN_LOCK, .label = locks[i].label, .lock = locks[i].lock });
}

static void
legend_add_signals (Legend *self, const KringUsage *usage)
{
  Section *section = legend_add_section (self, _ ("Signals"), 28);
  const struct
  {
    gboolean used;
    const char *label;
    KringBadgeCount count;
  } rows[] = {
    { usage->undergone, _ ("happens to this person"), { KRING_PART_RISK, 0, TRUE, FALSE } },
    { usage->done, _ ("what others do"), { KRING_PART_RISK, 0, FALSE, FALSE } },
    { usage->vulnerability, _ ("vulnerability"), { KRING_PART_VULNERABILITY, 0, FALSE, FALSE } },
    { usage->protective, _ ("what protects"), { KRING_PART_PROTECTIVE, 0, FALSE, FALSE } },
    { usage->many, _ ("three or more"), { KRING_PART_RISK, 3, usage->undergone, TRUE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add_sign (self, section, rows[i].used,
              (Sign){ .type = SIGN_COUNT, .label = rows[i].label, .count = rows[i].count });
  add_sign (self, section, usage->question,
            (Sign){ .type = SIGN_QUESTION, .label = _ ("open question") });
}

static void
add_remark (Legend *self, Section *section, gboolean used, const char *text, gboolean strong)
{
  add_sign (self, section, used, (Sign){ .type = SIGN_WORDS, .label = text, .strong = strong });
}

/* Where orange cannot be seen, what is drawn in it goes by its shape. */
static const char *
get_orange_remark (const Legend *self)
{
  if (self->colourless)
    return _ (
        "Diamond, or arrow with a bar or zigzag: coercion, threat or a signal; no judgment of "
        "a person.");
  return _ ("Orange: coercion, threat or a signal; no judgment of a person.");
}

static void
legend_add_words (Legend *self, const KringUsage *usage)
{
  Section *section = legend_add_section (self, NULL, 0);

  add_remark (self, section, TRUE, _ ("A signal is no proof."), TRUE);
  add_remark (self, section, TRUE, _ ("Look for combinations and for sudden change."), FALSE);
  add_remark (self, section, usage->orange, get_orange_remark (self), FALSE);
  add_remark (self, section, usage->rings && usage->centre,
              _ ("Rings: how close somebody is to the young person."), FALSE);
  section->text_width = NOTE_WIDTH;
}

static void
draw_text (GPtrArray *shapes,
           const Legend *self,
           KringPoint at,
           const char *text,
           double size,
           KringFontWeight weight)
{
  const KringTextStyle style = {
    size, weight, KRING_ANCHOR_START, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
  };
  KringSketch sketch = { shapes, self->measurer, NULL, KRING_PART_NONE };

  kring_sketch_text (&sketch, at, text, &style);
}

static const KringTextStyle age_style = {
  12.5, KRING_WEIGHT_MEDIUM, KRING_ANCHOR_MIDDLE, KRING_COLOUR_INK, KRING_COLOUR_NONE, FALSE
};

/* Draws one row around the level of at; the label follows the sign. */
static void
legend_draw_sign (
    GPtrArray *shapes, const Legend *self, const Section *section, KringPoint at, const Sign *sign)
{
  KringSketch sketch = { shapes, self->measurer, NULL, KRING_PART_NONE };
  g_autofree char *label = legend_dup_label (sign);

  if (sign->type == SIGN_AGE)
    kring_sketch_text (&sketch, KRING_POINT_INIT (at.x + 10, at.y + 4.5), "15", &age_style);
  else if (sign->type == SIGN_NODE)
    kring_sample_draw_node (&sketch, KRING_POINT_INIT (at.x + 10, at.y),
                            NODE_RADIUS + (sign->node.centre ? 1 : 0), &sign->node);
  else if (sign->type == SIGN_TIE)
    kring_sample_draw_tie (&sketch, at, TIE_WIDTH, &sign->tie);
  else if (sign->type == SIGN_MARK)
    kring_badge_draw_mark (&sketch, sign->party, KRING_POINT_INIT (at.x + 16, at.y),
                           KRING_BADGE_MARK);
  else if (sign->type == SIGN_LOCK)
    kring_badge_draw_lock (&sketch, sign->lock, KRING_POINT_INIT (at.x + 16, at.y),
                           KRING_BADGE_LOCK);
  else if (sign->type == SIGN_COUNT)
    kring_badge_draw_count (&sketch, &sign->count, KRING_POINT_INIT (at.x + 12, at.y), 8);
  else if (sign->type == SIGN_QUESTION)
    kring_badge_draw_question (&sketch, KRING_POINT_INIT (at.x + 12, at.y), KRING_BADGE_QUESTION);
  draw_text (shapes, self, KRING_POINT_INIT (at.x + section->sign_width, at.y + 4), label,
             TEXT_SIZE, KRING_WEIGHT_REGULAR);
}

/* The closing remark; returns how high it is. */
static double
draw_words (
    GPtrArray *shapes, const Legend *self, const Section *section, KringPoint at, double width)
{
  double y = at.y + TEXT_SIZE;

  for (guint i = 0; i < section->signs->len; i++)
    {
      const Sign *sign = &g_array_index (section->signs, Sign, i);
      KringFontWeight weight = sign->strong ? KRING_WEIGHT_SEMIBOLD : KRING_WEIGHT_REGULAR;
      g_auto (GStrv) lines =
          kring_text_wrap (self->measurer, sign->label, width, TEXT_SIZE, weight);

      for (guint k = 0; lines[k] != NULL; k++, y += LINE)
        draw_text (shapes, self, KRING_POINT_INIT (at.x, y), lines[k], TEXT_SIZE, weight);
    }
  return y - at.y;
}

static guint
get_n_columns (const Section *section, guint rows)
{
  return section->head == NULL ? 1 : (section->signs->len + rows - 1) / rows;
}

static double
legend_get_width (const Legend *self, const Section *section, guint rows)
{
  guint n = get_n_columns (section, rows);
  double width = n * (section->sign_width + section->text_width) + (n - 1) * COLUMN_GAP;

  if (section->head == NULL)
    return width;
  return MAX (width, legend_measure (self, section->head, HEAD_SIZE, KRING_WEIGHT_SEMIBOLD));
}

/* Draws a section in as many columns as it takes; returns how high it is. */
static double
draw_section (
    GPtrArray *shapes, const Legend *self, const Section *section, KringPoint at, guint rows)
{
  double column = section->sign_width + section->text_width + COLUMN_GAP;
  guint n_columns = get_n_columns (section, rows);

  draw_text (shapes, self, KRING_POINT_INIT (at.x, at.y + HEAD_SIZE), section->head, HEAD_SIZE,
             KRING_WEIGHT_SEMIBOLD);
  rows = (section->signs->len + n_columns - 1) / n_columns;
  for (guint i = 0; i < section->signs->len; i++)
    legend_draw_sign (
        shapes, self, section,
        KRING_POINT_INIT (at.x + i / rows * column, at.y + HEAD + (i % rows + 0.5) * self->row),
        &g_array_index (section->signs, Sign, i));
  return HEAD + rows * self->row;
}

/* The sum of all widths and of all columns, at so many rows. */
static double
get_total (const Legend *self, guint rows, guint *columns)
{
  double total = 0;

  *columns = 0;
  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      total += legend_get_width (self, section, rows);
      *columns += get_n_columns (section, rows);
    }
  return total;
}

/* The least rows at which everything stands side by side, or as many as there may be. */
static guint
choose_rows (const Legend *self, double width)
{
  guint n_gaps = self->sections->len - 1;

  for (guint rows = ROWS_LEAST; rows < ROWS_MOST; rows++)
    {
      guint used;

      if (get_total (self, rows, &used) + n_gaps * SECTION_GAP <= width && used <= COLUMNS_MOST)
        return rows;
    }
  return ROWS_MOST;
}

/* Sections side by side, in bands that are as wide as there is room; returns the height. */
static double
draw_bands (GPtrArray *shapes, const Legend *self, double width)
{
  guint rows = choose_rows (self, width), used;
  double left = width - get_total (self, rows, &used);
  double gap = CLAMP (left / MAX (self->sections->len - 1, 1), SECTION_GAP, SECTION_GAP_MOST);
  KringPoint at = { 0, 0 };
  double highest = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);
      double section_width = legend_get_width (self, section, rows), height;

      if (at.x > 0 && at.x + section_width > width)
        {
          at = KRING_POINT_INIT (0, at.y + highest + CARD_GAP);
          highest = 0;
        }
      /* The closing remarks come last and take what is left. */
      height = section->head == NULL
                   ? draw_words (shapes, self, section, at, MAX (NOTE_WIDTH, width - at.x))
                   : draw_section (shapes, self, section, at, rows);
      highest = MAX (highest, height);
      at.x += section_width + gap;
    }
  return at.y + highest;
}

static double
draw_card (GPtrArray *shapes, const Legend *self, double width)
{
  double y = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = g_ptr_array_index (self->sections, i);

      if (section->head == NULL)
        y += draw_words (shapes, self, section, KRING_POINT_INIT (0, y), width);
      else
        y += draw_section (shapes, self, section, KRING_POINT_INIT (0, y), section->signs->len) +
             CARD_GAP;
    }
  return y;
}

/**
 * kring_legend_dup_shapes:
 * @height: (out): how high it became, in map units
 *
 * Returns: (transfer full) (element-type KringShape): the signs that the drawing of @map uses,
 *   from (0, 0) on
 */
GPtrArray *
kring_legend_dup_shapes (KringMap *map, const KringLegendSetup *setup, double *height)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func (section_free);
  static const double rows[] = { ROW_CARD, ROW_PAPER, ROW_BESIDE };
  Legend legend = { setup->measurer, sections, rows[setup->form], setup->colourless };
  GPtrArray *shapes = kring_shapes_new ();
  KringUsage usage = kring_usage_read (map);

  add_who (&legend, &usage);
  add_certainties (&legend, &usage);
  add_qualities (&legend, &usage);
  legend_add_signals (&legend, &usage);
  add_marks (&legend, &usage);
  for (guint i = sections->len; i > 0; i--)
    if (((Section *) g_ptr_array_index (sections, i - 1))->signs->len == 0)
      g_ptr_array_remove_index (sections, i - 1);
  legend_add_words (&legend, &usage);
  *height = setup->form == KRING_LEGEND_BELOW ? draw_bands (shapes, &legend, setup->width)
                                              : draw_card (shapes, &legend, setup->width);
  return shapes;
}
