/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture/export/kring-export.h"

#include "map/share/kring-left.h"
#include "picture/render/kring-measurer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAP_ENDING ".kring"
#define WORTH_LARGER 1.1 /* how much larger names must become on larger paper */

struct _KringExport
{
  GObject parent_instance;

  KringExportOptions options;
  GDateTime *now;             /* (owned) */
  KringFonts *fonts;          /* (owned) */
  KringTextMeasurer measurer; /* of the fonts */
  KringScene *scene;          /* (owned), of the permitted copy */
  KringWording *wording;      /* (owned) */
  KringPages *pages;          /* (owned) */
  KringShareReport *report;   /* (owned) */
};

G_DEFINE_FINAL_TYPE (KringExport, kring_export, G_TYPE_OBJECT)

typedef struct
{
  KringProgress told;
  GMainContext *context; /* (owned) */
} Relay;

typedef struct
{
  KringProgress told;
  double fraction;
} Message;

static KringPaint
get_paint (KringExport *self, GCancellable *cancellable)
{
  return (KringPaint){
    .theme = kring_theme_get (self->options.theme),
    .fonts = self->fonts,
    .outlines = kring_export_format_get_row (self->options.format)->pixels,
    .cancellable = cancellable,
  };
}

/* The colour under everything. A bare map lies on its own ground, a sheet on paper. */
static KringColour
export_get_ground (KringExport *self)
{
  KringRect bounds = kring_scene_get_bounds (self->scene);

  if (!self->options.bare)
    return KRING_COLOUR_CANVAS;
  return kring_scene_get_ground (self->scene,
                                 KRING_POINT_INIT (bounds.x - KRING_COORDINATE_MAX, bounds.y));
}

static gboolean
export_tell_cb (gpointer data)
{
  Message *message = data;

  kring_progress_tell (&message->told, message->fraction);
  return G_SOURCE_REMOVE;
}

/* On the worker: carries the news to the thread that asked. */
static void
relay_cb (double fraction, gpointer data)
{
  Relay *relay = data;
  Message *message = g_new0 (Message, 1);

  message->told = relay->told;
  message->fraction = fraction;
  g_main_context_invoke_full (relay->context, G_PRIORITY_DEFAULT, export_tell_cb, message, g_free);
}

static void
relay_free (gpointer data)
{
  Relay *relay = data;

  g_main_context_unref (relay->context);
  g_free (relay);
}

typedef struct
{
  GFile *file;  /* (owned) */
  Relay *relay; /* (owned) */
} WriteJob;

static void
export_write_job_free (gpointer data)
{
  WriteJob *job = data;

  g_object_unref (job->file);
  relay_free (job->relay);
  g_free (job);
}

static void
write_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  WriteJob *job = data;
  const KringProgress progress = { relay_cb, job->relay };
  GError *error = NULL;

  if (kring_export_write (source, job->file, &progress, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
kring_export_finalize (GObject *object)
{
  KringExport *self = KRING_EXPORT (object);

  kring_pages_free (self->pages);
  kring_wording_free (self->wording);
  kring_share_report_free (self->report);
  g_object_unref (self->scene);
  kring_fonts_unref (self->fonts);
  g_date_time_unref (self->now);
  G_OBJECT_CLASS (kring_export_parent_class)->finalize (object);
}

static void
kring_export_class_init (KringExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kring_export_finalize;
}

static void
kring_export_init (KringExport *self)
{
}

/**
 * kring_export_new: (constructor)
 * @map: the whole map; what may not be in exports is left out, and what the options hide
 * @now: local time, as printed on the sheets
 *
 * Returns: (transfer full): a snapshot, composed and ready to be written
 */
KringExport *
kring_export_new (KringMap *map, const KringExportOptions *options, GDateTime *now)
{
  KringExport *self = g_object_new (KRING_TYPE_EXPORT, NULL);
  g_autoptr (KringMap) permitted = kring_share_dup_part (map, &options->rule, &self->report);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  KringPageSetup page = options->page;
  KringSceneOptions drawing = KRING_SCENE_OPTIONS_EXPORT;
  g_autoptr (GPtrArray) lists = kring_appendices_dup_lists (options->appendices, permitted, today);
  const KringWordingReader reader = {
    options->rule.reader,
    self->report->left->len,
    kring_left_count_texts (self->report),
    lists->len == 0,
  };

  self->options = *options;
  self->options.rule.hidden = self->options.rule.settled = NULL;
  self->now = g_date_time_ref (now);
  self->fonts = kring_fonts_new ();
  self->measurer = kring_measurer_for_fonts (self->fonts);
  drawing.listed = !options->bare;
  page.colourless = options->theme == KRING_THEME_GREY;
  self->scene = kring_scene_new (permitted, &drawing, &self->measurer);
  self->wording = kring_wording_new (permitted, &reader, now);
  if (options->bare)
    self->pages = kring_pages_new_bare (self->scene, page.scale > 0 ? page.scale : 1,
                                        options->unmarked ? NULL : self->wording, &self->measurer);
  else
    self->pages = kring_pages_new (self->scene, self->wording, &page, lists, &self->measurer);
  return self;
}

/**
 * kring_export_get_n_left_out:
 *
 * Returns: how many items of the map are not in the export
 */
guint
kring_export_get_n_left_out (KringExport *self)
{
  return self->report->left->len;
}

/**
 * kring_export_get_report:
 *
 * Returns: (transfer none): what is not in the export and why, and which texts named it
 */
const KringShareReport *
kring_export_get_report (KringExport *self)
{
  return self->report;
}

/**
 * kring_export_get_n_sheets:
 *
 * Returns: how many sheets of paper it takes
 */
guint
kring_export_get_n_sheets (KringExport *self)
{
  return kring_pages_get_n_sheets (self->pages);
}

/**
 * kring_export_get_n_files:
 *
 * Returns: how many files are written
 */
guint
kring_export_get_n_files (KringExport *self)
{
  return kring_export_format_get_row (self->options.format)->one_per_sheet
             ? kring_export_get_n_sheets (self)
             : 1;
}

/**
 * kring_export_get_sheet:
 * @sheet: from 0
 *
 * Returns: the size of that sheet in units of 1/96 inch, from (0, 0)
 */
KringRect
kring_export_get_sheet (KringExport *self, guint sheet)
{
  return kring_pages_get_sheet (self->pages, sheet);
}

/**
 * kring_export_get_name_points:
 *
 * Returns: how large the smallest name is printed, in points
 */
double
kring_export_get_name_points (KringExport *self)
{
  return kring_pages_get_name_points (self->pages);
}

/**
 * kring_export_is_readable:
 *
 * Returns: whether names are printed large enough for the paper; if not, larger paper or several
 *   sheets are needed
 */
gboolean
kring_export_is_readable (KringExport *self)
{
  return kring_export_get_name_points (self) >=
         kring_paper_get_name_points_min (self->options.page.paper) / KRING_NAMES_NEARLY;
}

/* The same with another paper or scale, without the lists. */
static KringExport *
new_other (KringExport *self, KringPaper paper, double scale)
{
  KringExportOptions options = self->options;

  options.page.paper = paper;
  options.page.scale = scale;
  options.appendices = 0;
  return kring_export_new (kring_scene_get_map (self->scene), &options, self->now);
}

/* The smallest of the usual scales at which names can be read on this paper. */
static void
find_parts (KringExport *self, KringWaysOut *ways)
{
  static const double scales[] = { 0.5, 0.75, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (scales) && ways->n_sheets == 0; i++)
    {
      g_autoptr (KringExport) other = NULL;

      if (scales[i] <= kring_pages_get_map_scale (self->pages) + 1e-9)
        continue;
      other = new_other (self, self->options.page.paper, scales[i]);
      ways->scale = scales[i];
      if (kring_export_is_readable (other) && kring_pages_get_n_too_many (other->pages) == 0)
        ways->n_sheets = kring_export_get_n_sheets (other);
    }
}

/**
 * kring_export_find_ways_out:
 * @ways: (out): filled in if names are too small
 *
 * Returns: whether names are too small for the paper
 */
gboolean
kring_export_find_ways_out (KringExport *self, KringWaysOut *ways)
{
  if (self->options.bare || kring_export_is_readable (self))
    return FALSE;
  *ways = (KringWaysOut){ .points = kring_export_get_name_points (self),
                          .least = kring_paper_get_name_points_min (self->options.page.paper) };
  if (self->options.page.paper == KRING_PAPER_A4)
    {
      g_autoptr (KringExport) other = new_other (self, KRING_PAPER_A3, self->options.page.scale);

      if (kring_export_get_name_points (other) > ways->points * WORTH_LARGER)
        ways->on_larger = kring_export_get_name_points (other);
    }
  find_parts (self, ways);
  return TRUE;
}

/**
 * kring_export_paint:
 * @sheet: from 0
 * @cr: in units of 1/96 inch from the corner of the sheet
 *
 * Paints one sheet with its ground, for a preview. Not while the export is being written.
 */
void
kring_export_paint (KringExport *self, guint sheet, cairo_t *cr)
{
  const KringPaint paint = get_paint (self, NULL);
  KringRect size = kring_export_get_sheet (self, sheet);

  kring_painter_set_colour (cr, paint.theme, export_get_ground (self), 1);
  cairo_rectangle (cr, 0, 0, size.width, size.height);
  cairo_fill (cr);
  kring_pages_paint (self->pages, sheet, cr, &paint);
}

static gboolean
write_files (KringExport *self,
             GFile *file,
             const KringPaint *paint,
             const KringProgress *progress,
             GError **error)
{
  const KringExportFormatRow *row = kring_export_format_get_row (self->options.format);
  KringWriteSetup setup = { 0, self->options.dpi, self->options.clear, export_get_ground (self),
                            self->now };
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) folder = g_file_get_parent (file);

  for (; setup.sheet < kring_export_get_n_files (self); setup.sheet++)
    {
      g_autofree char *sheet_name = kring_export_dup_sheet_name (name, setup.sheet);
      g_autoptr (GFile) sheet = g_file_get_child (folder, sheet_name);
      g_autoptr (KringOutput) output = kring_output_new (sheet, paint->cancellable, error);

      if (output == NULL || !row->write (self->pages, paint, &setup, output, progress, error))
        return FALSE;
    }
  return TRUE;
}

/* Thousands of sheets are a mistake: something lies far away. */
static gboolean
check_n_sheets (KringExport *self, GError **error)
{
  guint n = kring_pages_get_n_too_many (self->pages);

  if (n == 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _ ("at this size the map takes %u sheets; choose a smaller scale, or bring closer "
                  "what lies far away"),
               n);
  return FALSE;
}

/**
 * kring_export_write:
 * @file: a local file, replaced if it exists; of several the first
 * @progress: (nullable): told on this thread
 * @cancellable: (nullable): leaves what was there as it was
 *
 * Returns: whether everything is written
 */
gboolean
kring_export_write (KringExport *self,
                    GFile *file,
                    const KringProgress *progress,
                    GCancellable *cancellable,
                    GError **error)
{
  const KringPaint paint = get_paint (self, cancellable);

  return check_n_sheets (self, error) && write_files (self, file, &paint, progress, error);
}

/**
 * kring_export_write_async:
 * @progress: (nullable): told on the thread that asks
 *
 * Like kring_export_write (), on a thread of its own.
 */
void
kring_export_write_async (KringExport *self,
                          GFile *file,
                          const KringProgress *progress,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  WriteJob *job = g_new0 (WriteJob, 1);

  job->file = g_object_ref (file);
  job->relay = g_new0 (Relay, 1);
  job->relay->context = g_main_context_ref (g_task_get_context (task));
  if (progress != NULL)
    job->relay->told = *progress;
  g_task_set_source_tag (task, kring_export_write_async);
  g_task_set_task_data (task, job, export_write_job_free);
  g_task_run_in_thread (task, write_thread_cb);
}

/**
 * kring_export_write_finish:
 * @error: why it could not be written; no half file is left
 *
 * Returns: whether all files are on disk
 */
gboolean
kring_export_write_finish (KringExport *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* (transfer full): words in a form that fits the name of a file. */
static char *
dup_slug (const char *words)
{
  char *lower = g_utf8_strdown (words, -1);

  return g_strdelimit (lower, " /'", '-');
}

/**
 * kring_export_dup_file_name:
 *
 * Returns: (transfer full): a name to propose: what it is and its date, never whom it is about
 */
char *
kring_export_dup_file_name (KringExportFormat format, GDateTime *now)
{
  g_autofree char *title = kring_wording_dup_document_title ();
  g_autofree char *name = dup_slug (title);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("%s-%s.%s", name, date, kring_export_format_get_row (format)->name);
}

/**
 * kring_export_dup_name_beside:
 * @map_name: (nullable): the name of the file of the map, with or without its ending
 * @now: the day that it is named after
 *
 * Returns: (transfer full): a name to propose for what lies beside it: its name, for whom the sheet
 *   is if not for all, and the date; for the young person nothing of what the map is called
 */
char *
kring_export_dup_name_beside (const char *map_name,
                              const KringExportOptions *options,
                              GDateTime *now)
{
  g_autofree char *title = kring_wording_dup_document_title ();
  g_autofree char *name = map_name != NULL ? g_strdup (map_name) : dup_slug (title);
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *reader = dup_slug (kring_reader_get_heading (options->rule.reader));
  g_autofree char *own = dup_slug (_ ("The young person's view"));
  const char *ending = kring_export_format_get_row (options->format)->name;

  if (g_str_has_suffix (name, MAP_ENDING))
    name[strlen (name) - strlen (MAP_ENDING)] = '\0';
  if (options->unmarked)
    return g_strconcat (own, "-", date, ".", ending, NULL);
  if (options->rule.reader == KRING_READER_JOINT)
    return g_strconcat (name, "-", date, ".", ending, NULL);
  return g_strconcat (name, "-", reader, "-", date, ".", ending, NULL);
}

/**
 * kring_export_dup_sheet_name:
 * @file_name: the name of the first sheet
 * @sheet: from 0
 *
 * Returns: (transfer full): the name of the picture of @sheet: `map.png`, `map-2.png`, ...
 */
char *
kring_export_dup_sheet_name (const char *file_name, guint sheet)
{
  const char *dot = strrchr (file_name, '.');
  gsize length = dot != NULL && dot > file_name ? (gsize) (dot - file_name) : strlen (file_name);

  if (sheet == 0)
    return g_strdup (file_name);
  return g_strdup_printf ("%.*s-%u%s", (int) length, file_name, sheet + 1, file_name + length);
}

/**
 * kring_export_dup_names_in_the_way:
 * @file: where the first sheet goes
 *
 * Returns: (transfer full) (nullable): names of the files whose place further sheets would take
 */
char *
kring_export_dup_names_in_the_way (KringExport *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = g_file_get_basename (file);
  guint n = kring_export_get_n_files (self);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 1; i < n && folder != NULL; i++)
    {
      g_autofree char *sheet_name = kring_export_dup_sheet_name (name, i);
      g_autofree char *shown = g_filename_display_name (sheet_name);
      g_autoptr (GFile) sheet = g_file_get_child (folder, sheet_name);

      if (g_file_query_exists (sheet, NULL))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", shown);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}
