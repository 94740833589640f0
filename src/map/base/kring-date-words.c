/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as people type them, in Dutch and English whatever the language of the interface. Words are
 * read one after the other; what they do not say, such as the year, is found at the end. */
#include "map/base/kring-date.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#define MINUTES_OF_DAY (24 * 60)

/* Longer text is no date, and a lower number no year, as in "14-10 0620". */
#define TYPED_BYTES_MAX 100
#define YEAR_MIN 1900

#define NOT_FOUND G_MININT

/* Ends of a month that have a name: "begin november", "half november". */
#define EARLY_END 10
#define MIDDLE_END 20

typedef enum
{
  SPAN_NONE,
  SPAN_DAY,
  SPAN_WEEK,
  SPAN_MONTH,
  SPAN_YEAR,
} Span;

typedef enum
{
  SHIFT_NONE,
  SHIFT_LAST,   /* "afgelopen": the last one */
  SHIFT_BEFORE, /* "vorige": the last one, or the one of last week */
  SHIFT_THIS,
  SHIFT_COMING, /* "komende": the next one */
  SHIFT_AFTER,  /* "volgende": the next one, or the one of next week */
} Shift;

typedef struct
{
  KringMoment said; /* what was said in figures and names of months */
  int weekday;      /* 1 to 7; 0: none */
  Shift shift;      /* of the weekday */
  Span span;        /* said from today on: "vorige week", "gisteren", "3 weken geleden" */
  gint64 by;        /* how many of those */
  int part;         /* 1 to 3: beginning, middle, end of a month */
  gboolean about;
  KringMoment today; /* year 0: not known */
  KringDateAim aim;
  KringDate date;  /* what it all says */
  KringDate other; /* what may have been meant just as well; year 0: nothing */
} Reading;

/* Words that say the same, with spaces around each. */
typedef struct
{
  int value;
  const char *words;
} Word;

/* Three letters of one of them or more. */
static const Word months[] = {
  { 1, " januari january " }, { 2, " februari february " },
  { 3, " maart march mrt " }, { 4, " april " },
  { 5, " mei may " },         { 6, " juni june " },
  { 7, " juli july " },       { 8, " augustus august " },
  { 9, " september " },       { 10, " oktober october " },
  { 11, " november " },       { 12, " december " },
};

static const Word weekdays[] = {
  { 1, " maandag monday ma " },     { 2, " dinsdag tuesday di " }, { 3, " woensdag wednesday wo " },
  { 4, " donderdag thursday do " }, { 5, " vrijdag friday vr " },  { 6, " zaterdag saturday za " },
  { 7, " zondag sunday zo " },
};

static const Word day_words[] = {
  { 0, " vandaag vanochtend vanmorgen vanmiddag vanavond today " },
  { -1, " gisteren gister gisterochtend gistermiddag gisteravond gisterenavond yesterday " },
  { -2, " eergisteren " },
  { 1, " morgen tomorrow " },
  { 2, " overmorgen " },
};

static const Word shift_words[] = {
  { SHIFT_LAST, " afgelopen " },
  { SHIFT_BEFORE, " vorige vorig verleden last " },
  { SHIFT_THIS, " deze dit this " },
  { SHIFT_COMING, " komende aanstaande a.s. coming " },
  { SHIFT_AFTER, " volgende volgend next " },
};

static const Word span_words[] = {
  { SPAN_DAY, " dag dagen day days " },
  { SPAN_WEEK, " week weken weeks " },
  { SPAN_MONTH, " maand maanden month months " },
  { SPAN_YEAR, " jaar jaren year years " },
};

static const Word number_words[] = {
  { 1, " een één a one " }, { 2, " twee two " },  { 3, " drie three " },
  { 4, " vier four " },     { 5, " vijf five " }, { 6, " zes six " },
};

static const Word part_words[] = {
  { 1, " begin early " },
  { 2, " medio midden half halverwege mid " },
  { 3, " eind einde late end " },
};

static const Word about_words[] = { { 1, " rond omstreeks ongeveer ca ca. circa about around " } };

static const Word fillers[] = { { 1, " om uur u u. op at on de het van of the jl jl. d.d. " } };
static const Word ago_words[] = { { 1, " geleden terug ago " } };

static const KringMoment no_moment = { 0, 0, 0, -1, -1 };

/* @least: how many letters of a word do; 0: all of them. */
static int
find_word (const Word *rows, gsize n, const char *word, gsize least)
{
  g_autofree char *spaced = g_strconcat (" ", word, least > 0 ? "" : " ", NULL);

  for (gsize i = 0; i < n && strlen (word) >= MAX (least, 1); i++)
    if (strstr (rows[i].words, spaced) != NULL)
      return rows[i].value;
  return NOT_FOUND;
}

#define FIND(ROWS, WORD) find_word (ROWS, G_N_ELEMENTS (ROWS), WORD, 0)
#define FIND_NAME(ROWS, WORD) find_word (ROWS, G_N_ELEMENTS (ROWS), WORD, 3)

static gboolean
word_is_number (const char *word, gsize least, gsize most)
{
  gsize length = strlen (word);

  return length >= least && length <= most && strspn (word, "0123456789") == length;
}

/* Returns: 1 to 12; 0: it is no month. */
static int
find_month (const char *word)
{
  g_autofree char *bare = g_str_has_suffix (word, ".") ? g_strndup (word, strlen (word) - 1) : NULL;

  return MAX (FIND_NAME (months, bare != NULL ? bare : word), 0);
}

/* Returns: 1 to 7; 0: it is no day of the week. */
static int
find_weekday (const char *word)
{
  return MAX (MAX (FIND (weekdays, word), FIND_NAME (weekdays, word)), 0);
}

/* Notes a part of the date, and refuses it if it was said before. */
static gboolean
word_keep (int *place, int value)
{
  if (value <= 0 || *place != 0)
    return FALSE;
  *place = value;
  return TRUE;
}

/* 23:30, 23.30, 23u30, 23u, 23h30 */
static gboolean
take_clock (Reading *self, const char *word)
{
  int hour, minute = 0, n = 0;

  if (sscanf (word, "%2d%*1[:.uh]%2d%n", &hour, &minute, &n) != 2)
    {
      n = minute = 0;
      if (sscanf (word, "%2d%*1[uh]%n", &hour, &n) != 1 || n == 0)
        return FALSE;
    }
  if ((word[n] != '\0' && strcmp (word + n, "u") != 0) || !g_ascii_isdigit (*word) || hour > 23 ||
      minute < 0 || minute > 59 || self->said.hour >= 0)
    return FALSE;
  self->said.hour = hour;
  self->said.minute = minute;
  return TRUE;
}

/* Completes a year of two figures: to the hundred years that end 20 years from now. */
static int
complete_year (int year, int now)
{
  int last = (now > 0 ? now : 2030) + 20;

  return year > 99 ? year : last - (last - year) % 100;
}

/* 16-10-2025, 16/10/25, 10-2025, 16-10 */
static gboolean
take_numbers (Reading *self, const char *word)
{
  int a, b, c, n = 0;

  if (!g_ascii_isdigit (*word) || self->said.month != 0 || self->said.day != 0 ||
      self->said.year != 0)
    return FALSE;
  if (sscanf (word, "%2d%*1[-/.]%2d%*1[-/.]%4d%n", &a, &b, &c, &n) == 3 && word[n] == '\0' &&
      b > 0 && c >= 0)
    {
      self->said = (KringMoment){ complete_year (c, self->today.year), b, a, self->said.hour,
                                  self->said.minute };
      return a > 0;
    }
  n = 0;
  if (sscanf (word, "%2d%*1[-/]%4d%n", &a, &b, &n) == 2 && word[n] == '\0' && b > 99)
    {
      self->said.month = a;
      self->said.year = b;
      return a > 0;
    }
  n = 0;
  if (sscanf (word, "%2d%*1[-/.]%2d%n", &a, &b, &n) != 2 || word[n] != '\0' || a < 1 || b < 1 ||
      self->today.year == 0)
    return FALSE;
  self->said.day = a;
  self->said.month = b;
  return TRUE;
}

static gboolean
take_figures (Reading *self, const char *word)
{
  if (word_is_number (word, 4, 4) && atoi (word) >= YEAR_MIN)
    return word_keep (&self->said.year, atoi (word));
  if (word_is_number (word, 1, 2) && self->said.day == 0)
    return word_keep (&self->said.day, atoi (word));
  if ((self->said.day != 0 || self->span != SPAN_NONE || self->weekday != 0) &&
      take_clock (self, word))
    return TRUE;
  return take_numbers (self, word) || (strpbrk (word, ":u") && take_clock (self, word));
}

/* "vorige week", "volgend jaar", "afgelopen maandag". Returns: how many words it took. */
static guint
take_shift (Reading *self, char **words)
{
  Shift shift = (Shift) MAX (FIND (shift_words, words[0]), SHIFT_NONE);
  Span span = (Span) MAX (words[1] != NULL ? FIND (span_words, words[1]) : 0, SPAN_NONE);

  if (shift == SHIFT_NONE || words[1] == NULL || self->span != SPAN_NONE)
    return 0;
  if (span >= SPAN_WEEK)
    {
      self->span = span;
      self->by = shift == SHIFT_THIS ? 0 : shift < SHIFT_THIS ? -1 : 1;
      return 2;
    }
  if (find_weekday (words[1]) == 0 || self->weekday != 0)
    return 0;
  self->weekday = find_weekday (words[1]);
  self->shift = shift;
  return 2;
}

/* "3 dagen geleden", "over twee weken". Returns: how many words it took. */
static guint
take_distance (Reading *self, char **words)
{
  guint first = strcmp (words[0], "over") == 0 || strcmp (words[0], "in") == 0 ? 1 : 0;
  const char *number = words[first], *unit = number != NULL ? words[first + 1] : NULL;
  const char *after = unit != NULL ? words[first + 2] : NULL;
  gboolean ago = after != NULL && FIND (ago_words, after) != NOT_FOUND;
  int n;

  if (unit == NULL || ago == (first == 1) || self->span != SPAN_NONE)
    return 0;
  n = word_is_number (number, 1, 3) ? atoi (number) : FIND (number_words, number);
  if (n <= 0 || FIND (span_words, unit) == NOT_FOUND)
    return 0;
  self->span = (Span) MAX (FIND (span_words, unit), SPAN_NONE);
  self->by = ago ? -n : n;
  /* A distance in weeks is exact to the day; one in months or years is not. */
  if (self->span == SPAN_WEEK)
    {
      self->span = SPAN_DAY;
      self->by *= 7;
    }
  return 3;
}

static gboolean
word_take_word (Reading *self, const char *word)
{
  int days = FIND (day_words, word);

  if (days != NOT_FOUND && self->span == SPAN_NONE && self->today.year > 0)
    {
      self->span = SPAN_DAY;
      self->by = days;
      return TRUE;
    }
  return word_keep (&self->said.month, find_month (word)) ||
         word_keep (&self->weekday, find_weekday (word)) ||
         word_keep (&self->part, FIND (part_words, word)) || take_figures (self, word);
}

/* Marks the number before "uur" as a time of day: "06.20 uur" is no date. @clock owns the word. */
static void
mark_clock (char **number, char **clock)
{
  g_free (*clock);
  *clock = g_strconcat (*number, "u", NULL);
  if (strspn (*number, "0123456789.:") == strlen (*number))
    *number = *clock;
}

/* Returns: whether every word was understood. */
static gboolean
word_read_words (Reading *self, const char *text)
{
  g_auto (GStrv) split = g_strsplit_set (text, " ,\t", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  char **at;

  self->said = no_moment;
  for (guint i = 0; split[i] != NULL; i++)
    /* "12e november" */
    if (g_ascii_isdigit (*split[i]) && g_str_has_suffix (split[i], "e"))
      g_ptr_array_add (words, g_strdelimit (split[i], "e", '\0'));
    else if (*split[i] != '\0' && FIND (fillers, split[i]) == NOT_FOUND)
      g_ptr_array_add (words, split[i]);
    else if (*split[i] == 'u' && words->len > 0)
      mark_clock ((char **) words->pdata + words->len - 1, &split[i]);
  g_ptr_array_add (words, NULL);
  for (at = (char **) words->pdata; *at != NULL;)
    {
      guint n = self->today.year > 0 ? take_shift (self, at) : 0;

      if (n == 0 && self->today.year > 0)
        n = take_distance (self, at);
      if (n == 0 && FIND (about_words, *at) > 0)
        self->about = n = 1;
      if (n == 0 && !word_take_word (self, *at))
        return FALSE;
      at += MAX (n, 1);
    }
  return words->len > 1;
}

static gint64
day_of (KringMoment moment)
{
  return kring_moment_first_minute (moment) / MINUTES_OF_DAY;
}

static KringMoment
moment_of (gint64 day)
{
  KringMoment moment = kring_moment_at_minute (day * MINUTES_OF_DAY);

  moment.hour = moment.minute = -1;
  return moment;
}

static int
weekday_of (gint64 day)
{
  return (int) ((day - 1) % 7) + 1;
}

static void
set_day (KringDate *date, gint64 day)
{
  date->start = date->end = moment_of (day);
}

/* Finds the day of the week that was meant, and another that may have been meant just as well. */
static void
find_day_of_week (Reading *self)
{
  gint64 today = day_of (self->today), this_week = today - weekday_of (today) + self->weekday;
  gint64 before = this_week < today ? this_week : this_week - 7;
  gint64 after = this_week > today ? this_week : this_week + 7;
  gint64 day = before, other = 0;

  if (self->shift == SHIFT_COMING || self->shift == SHIFT_AFTER ||
      (self->shift == SHIFT_NONE && self->aim == KRING_DATE_AIM_FUTURE))
    day = after;
  if (self->shift == SHIFT_BEFORE)
    other = this_week - 7;
  else if (self->shift == SHIFT_AFTER)
    other = this_week + 7;
  else if (self->shift == SHIFT_NONE && this_week == today)
    other = day;
  else if (self->shift == SHIFT_NONE && self->aim == KRING_DATE_AIM_NEAR)
    other = after;
  if (self->shift == SHIFT_THIS || (self->shift == SHIFT_NONE && this_week == today))
    day = this_week;
  set_day (&self->date, day);
  if (other != 0 && other != day)
    set_day (&self->other, other);
}

/* "vorige maand", "2 jaar geleden". */
static void
set_month_or_year (Reading *self, gint64 by)
{
  gint64 count = self->today.year * 12 + self->today.month - 1 + by;
  KringMoment moment = no_moment;

  moment.year = (int) (self->span == SPAN_YEAR ? self->today.year + by : count / 12);
  moment.month = self->span == SPAN_YEAR ? 0 : (int) (count % 12) + 1;
  self->date.start = self->date.end = moment;
}

/* "vorige week vrijdag", "gisteren". */
static gboolean
find_from_today (Reading *self)
{
  gint64 today = day_of (self->today), monday = today - weekday_of (today) + 1 + 7 * self->by;

  if (self->weekday != 0 && self->span != SPAN_WEEK)
    return FALSE;
  if (self->span == SPAN_DAY)
    set_day (&self->date, today + self->by);
  else if (self->span == SPAN_WEEK && self->weekday != 0)
    set_day (&self->date, monday + self->weekday - 1);
  else if (self->span == SPAN_WEEK)
    self->date = (KringDate){ moment_of (monday), moment_of (monday + 6), FALSE };
  else
    set_month_or_year (self, self->by);
  return kring_moment_is_valid (self->date.start) && kring_moment_is_valid (self->date.end);
}

/* "begin november" is its first ten days, more or less. */
static gboolean
cut_part (KringDate *date, int part)
{
  KringMoment month = date->start;

  if (part == 0 || month.year == 0)
    return TRUE;
  if (month.month == 0 || month.day != 0)
    return FALSE;
  date->start.day = part == 1 ? 1 : part == 2 ? EARLY_END + 1 : MIDDLE_END + 1;
  date->end.day = part == 1   ? EARLY_END
                  : part == 2 ? MIDDLE_END
                              : g_date_get_days_in_month (month.month, month.year);
  date->about = TRUE;
  return TRUE;
}

static gboolean
find_said (Reading *self)
{
  KringMoment moment = self->said, other = no_moment;

  if (self->span != SPAN_NONE || self->shift != SHIFT_NONE)
    return FALSE;
  if (moment.year == 0 && self->today.year > 0 && moment.month > 0)
    {
      /* The year of a part of a month is guessed by the first or last day of that part. */
      if (self->part > 0 && moment.day == 0)
        moment.day = 10 * self->part - (self->aim == KRING_DATE_AIM_FUTURE ? 2 : 9);
      moment = kring_moment_guess_year (moment, self->today, self->aim, &other);
      moment.day = other.day = self->said.day;
    }
  if (!kring_moment_is_valid (moment) ||
      (self->weekday != 0 && weekday_of (day_of (moment)) != self->weekday))
    return FALSE;
  self->date.start = self->date.end = moment;
  self->other.start = self->other.end = other;
  return cut_part (&self->date, self->part) && cut_part (&self->other, self->part);
}

static gboolean
find_date (Reading *self)
{
  if (self->said.year != 0 || self->said.month != 0 || self->said.day != 0)
    return find_said (self);
  if (self->part != 0 || self->today.year == 0)
    return FALSE;
  if (self->span != SPAN_NONE)
    return find_from_today (self);
  if (self->weekday != 0)
    find_day_of_week (self);
  return self->weekday != 0;
}

static void
set_clock (KringDate *date, KringMoment clock)
{
  if (date->start.year == 0 || clock.hour < 0)
    return;
  date->start.hour = date->end.hour = clock.hour;
  date->start.minute = date->end.minute = clock.minute;
}

/* Puts together what all words say. Returns: whether that is a date. */
static gboolean
word_conclude (Reading *self)
{
  if (!find_date (self) ||
      (self->said.hour >= 0 && (self->date.start.day == 0 || kring_date_is_period (self->date))))
    return FALSE;
  set_clock (&self->date, self->said);
  set_clock (&self->other, self->said);
  self->other.about = self->date.about = self->date.about || self->about;
  return TRUE;
}

/* Fills in what the beginning of a period does not say from its end. */
static void
complete_start (KringMoment *start, KringMoment end)
{
  if (start->day != 0 && start->month == 0)
    start->month = end.month;
  if (start->month != 0 && start->year == 0)
    start->year = end.year - (start->month > end.month ? 1 : 0);
}

/* Reads both ends of a period. If the end may lie in another year, so may the beginning. */
static gboolean
read_period (Reading *self, const char *first, const char *last)
{
  Reading start = *self;

  if (!word_read_words (&start, first) || !word_read_words (self, last) || !word_conclude (self))
    return FALSE;
  complete_start (&start.said, self->date.end);
  if (!word_conclude (&start) || start.other.start.year > 0 ||
      kring_moment_last_minute (self->date.end) < kring_moment_first_minute (start.date.start))
    return FALSE;
  if (self->other.start.year > 0)
    {
      self->other.end = self->other.start;
      self->other.start = start.date.start;
      self->other.start.year += self->other.end.year - self->date.end.year;
    }
  self->date.start = start.date.start;
  self->date.about = self->date.about || start.date.about;
  return TRUE;
}

static gboolean
word_read_text (Reading *self, const char *text)
{
  static const char *const between[] = { " t/m ", " tot en met ", "–", " - ", " tot " };

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      const char *at = strstr (text, between[i]);
      g_autofree char *first = at != NULL ? g_strndup (text, at - text) : NULL;

      if (at != NULL)
        return read_period (self, first, at + strlen (between[i]));
    }
  return word_read_words (self, text) && word_conclude (self);
}

/**
 * kring_date_parse_typed:
 * @text: what somebody typed: `12-11`, `12 nov 23:30`, `vorige week vrijdag`, `begin november`,
 *   `11-10-2025 t/m 14-10-2025`, or the written form
 * @today: (nullable): in its written form; without it years must be said
 * @aim: where a date lies whose year is not said
 * @date: (out): the date; untouched on failure
 * @other: (out) (optional): another date that may have been meant just as well; its year is 0 if
 *   there is none. Who notes a date shows both then, and asks.
 *
 * Returns: whether @text was understood
 */
gboolean
kring_date_parse_typed (
    const char *text, const char *today, KringDateAim aim, KringDate *date, KringDate *other)
{
  const KringDate none = { no_moment, no_moment, FALSE };
  Reading reading = { .today = no_moment, .aim = aim, .date = none, .other = none };
  g_autofree char *lower = NULL, *stripped = NULL;
  KringDate now;

  if (other != NULL)
    *other = none;
  if (strlen (text) > TYPED_BYTES_MAX || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  if (today != NULL && aim != KRING_DATE_AIM_NONE && kring_date_parse (today, &now) &&
      now.start.day > 0)
    reading.today = now.start;
  stripped = g_strstrip (g_strdup (text));
  if (kring_date_parse (stripped, date))
    return TRUE;
  lower = g_utf8_strdown (stripped, -1);
  reading.about = *lower == '~';
  if (!word_read_text (&reading, reading.about ? lower + 1 : lower))
    return FALSE;
  *date = reading.date;
  if (other != NULL)
    *other = reading.other;
  return TRUE;
}
