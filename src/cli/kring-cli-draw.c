/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-reader.h"

#include "map/facts/kring-search.h"
#include "map/filter/kring-filter-hidden.h"
#include "map/filter/kring-filter-view.h"
#include "map/share/kring-youth-copy.h"
#include "picture/export/kring-export.h"
#include "picture/youth/kring-youth-view.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define UNSET G_MAXDOUBLE
#define SCALE_MIN 0.05
#define SCALE_MAX 10.0
#define DPI_MIN 20.0
#define DPI_MAX 1200.0

/* What was typed, before it is checked. */
typedef struct
{
  char *output;  /* (owned) (nullable) */
  char *paper;   /* (owned) (nullable) */
  char *palette; /* (owned) (nullable) */
  char *pages;   /* (owned) (nullable) */
  char *view;    /* (owned) (nullable) */
  char *format;  /* (owned) (nullable) */
  KringCliReader reader;
  double dpi;
  double scale;
  gboolean portrait;
  gboolean landscape;
  gboolean no_legend;
  gboolean bare;
  gboolean transparent;
  gboolean force;
} Typed;

static void
cli_draw_typed_clear (Typed *typed)
{
  g_free (typed->output);
  g_free (typed->paper);
  g_free (typed->palette);
  g_free (typed->pages);
  g_free (typed->view);
  g_free (typed->format);
  kring_cli_reader_clear (&typed->reader);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, cli_draw_typed_clear)

static gboolean
cli_draw_is_for_youth (const Typed *typed)
{
  return typed->view != NULL && strcmp (typed->view, "youth") == 0;
}

static gboolean
cli_draw_parse (Typed *typed, char ***arguments)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output,
      N_ ("Write to this file; its ending, .pdf or .png, tells the form"), N_ ("OUTPUT") },
    KRING_CLI_FORCE_ENTRY (&typed->force),
    KRING_CLI_FOR_ENTRIES (&typed->reader),
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed->format,
      N_ ("pdf or png, whatever the name ends in; on standard output pdf as it is"), N_ ("FORM") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &typed->paper, N_ ("A3 (as it is) or A4"), N_ ("PAPER") },
    { "portrait", 0, 0, G_OPTION_ARG_NONE, &typed->portrait,
      N_ ("Upright sheets; as it is: whichever shows the map larger"), NULL },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &typed->landscape, N_ ("Sheets on their side"), NULL },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &typed->scale,
      N_ ("Size of the map, 1 is full size; on several sheets if need be"), N_ ("SCALE") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &typed->dpi, N_ ("Dots per inch of a PNG (150)"),
      N_ ("DPI") },
    { "palette", 0, 0, G_OPTION_ARG_STRING, &typed->palette,
      N_ ("print (as it is), grey, light or dark"), N_ ("PALETTE") },
    { "pages", 0, 0, G_OPTION_ARG_STRING, &typed->pages,
      N_ ("Lists on A4 after the map: "
          "persons,things,signals,statements,tasks,timeline,participants or all"),
      N_ ("LISTS") },
    { "view", 0, 0, G_OPTION_ARG_STRING, &typed->view,
      N_ ("youth: the young person's own view, only what they may see; or a view kept in the map"),
      N_ ("VIEW") },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &typed->no_legend, N_ ("Leave out what the signs mean"),
      NULL },
    { "bare", 0, 0, G_OPTION_ARG_NONE, &typed->bare,
      N_ ("The map alone, without a sheet around it"), NULL },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &typed->transparent,
      N_ ("A PNG without a background"), NULL },
    G_OPTION_ENTRY_NULL,
  };

  return kring_cli_parse ("draw", entries, arguments);
}

static KringExit
choose_paper (const Typed *typed, KringExportOptions *options)
{
  if (typed->paper == NULL || g_ascii_strcasecmp (typed->paper, "A3") == 0)
    options->page.paper = KRING_PAPER_A3;
  else if (g_ascii_strcasecmp (typed->paper, "A4") == 0)
    options->page.paper = KRING_PAPER_A4;
  else
    return kring_cli_misused ("draw", _ ("unknown paper “%s”: A3 or A4"), typed->paper);
  if (typed->portrait && typed->landscape)
    return kring_cli_misused ("draw", "%s", _ ("choose either --portrait or --landscape"));
  if (typed->portrait)
    options->page.orientation = KRING_ORIENTATION_PORTRAIT;
  if (typed->landscape)
    options->page.orientation = KRING_ORIENTATION_LANDSCAPE;
  return KRING_EXIT_DONE;
}

static KringExit
choose_palette (const Typed *typed, KringExportOptions *options)
{
  const char *name = typed->palette != NULL ? typed->palette : "print";

  if (kring_theme_find (name, &options->theme))
    return KRING_EXIT_DONE;
  return kring_cli_misused ("draw", _ ("unknown palette “%s”: print, grey, light or dark"), name);
}

static KringExit
choose_size (const Typed *typed, KringExportOptions *options)
{
  if (typed->scale != UNSET && !(typed->scale >= SCALE_MIN && typed->scale <= SCALE_MAX))
    return kring_cli_misused ("draw", _ ("the scale must lie between %g and %g"), SCALE_MIN,
                              SCALE_MAX);
  if (typed->dpi != UNSET && !(typed->dpi >= DPI_MIN && typed->dpi <= DPI_MAX))
    return kring_cli_misused ("draw", _ ("the dots per inch must lie between %g and %g"), DPI_MIN,
                              DPI_MAX);
  if (typed->scale != UNSET)
    options->page.scale = typed->scale;
  if (typed->dpi != UNSET)
    options->dpi = typed->dpi;
  return KRING_EXIT_DONE;
}

static KringExit
choose_pages (const Typed *typed, KringExportOptions *options)
{
  g_autofree char *unknown = NULL;

  if (typed->pages == NULL)
    return KRING_EXIT_DONE;
  if (typed->bare)
    return kring_cli_misused ("draw", "%s", _ ("choose either --pages or --bare"));
  if (kring_appendices_parse (typed->pages, &options->appendices, &unknown))
    return KRING_EXIT_DONE;
  return kring_cli_misused (
      "draw", _ ("unknown list “%s”: signals, statements, tasks, timeline or all"), unknown);
}

/* Around the young person's own view stands no sheet: its words are for professionals. */
static KringExit
choose_view (const Typed *typed, KringExportOptions *options)
{
  if (!cli_draw_is_for_youth (typed))
    return KRING_EXIT_DONE;
  if (typed->pages != NULL)
    return kring_cli_misused ("draw", "%s", _ ("choose either --pages or --view"));
  options->bare = options->unmarked = TRUE;
  return KRING_EXIT_DONE;
}

static KringExit
choose_format (const Typed *typed, const char *output, KringExportOptions *options)
{
  g_autofree char *lower = g_ascii_strdown (output, -1), *name = kring_cli_dup_name (output),
                  *names = NULL;
  const char *ending = strrchr (lower, '.');

  if (typed->format != NULL || kring_cli_is_stream (output))
    ending = typed->format != NULL ? typed->format : kring_export_format_get_row (0)->name;
  else if (ending != NULL)
    ending++;
  if (kring_export_format_find (ending, &options->format))
    return KRING_EXIT_DONE;
  names = kring_export_format_dup_names (typed->format != NULL ? "" : ".");
  if (typed->format != NULL)
    return kring_cli_misused ("draw", _ ("unknown form “%s”: %s"), typed->format, names);
  return kring_cli_misused ("draw", _ ("%s: the name must end in %s"), name, names);
}

static KringExit
cli_draw_choose (const Typed *typed, const char *output, KringExportOptions *options)
{
  KringExit result = choose_paper (typed, options);

  options->page.legend = !typed->no_legend;
  options->bare = typed->bare;
  options->clear = typed->transparent;
  if (result == KRING_EXIT_DONE)
    result = choose_palette (typed, options);
  if (result == KRING_EXIT_DONE)
    result = choose_size (typed, options);
  if (result == KRING_EXIT_DONE)
    result = choose_pages (typed, options);
  if (result == KRING_EXIT_DONE)
    result = choose_view (typed, options);
  if (result == KRING_EXIT_DONE)
    result = choose_format (typed, output, options);
  if (result == KRING_EXIT_DONE)
    result = kring_cli_choose_reader ("draw", &typed->reader, &options->rule);
  if (result == KRING_EXIT_DONE && typed->transparent &&
      !kring_export_format_get_row (options->format)->pixels)
    result = kring_cli_misused ("draw", "%s", _ ("--transparent is for PNG"));
  return result;
}

/* Says how small names are, and what helps. */
static void
warn_if_small (KringExport *export)
{
  KringWaysOut ways;
  char scale[G_ASCII_DTOSTR_BUF_SIZE];

  if (!kring_export_find_ways_out (export, &ways))
    return;
  g_printerr (_ ("The smallest name is %.1f points on this sheet; from %.1f on it can be read."),
              ways.points, ways.least);
  g_printerr ("\n");
  if (ways.n_sheets > 0)
    g_printerr (ngettext ("--scale=%s divides the map over %u sheet.\n",
                          "--scale=%s divides the map over %u sheets.\n", ways.n_sheets),
                g_ascii_formatd (scale, sizeof scale, "%g", ways.scale), ways.n_sheets);
  if (ways.on_larger > 0)
    g_printerr (_ ("--paper=A3 makes it %.1f points.\n"), ways.on_larger);
  if (ways.n_sheets == 0 && ways.on_larger == 0)
    g_printerr (_ ("Bring closer what lies far away, or leave out a part.\n"));
}

/* Leaves out what a view that is kept in @map hides. */
static GHashTable *
dup_hidden (KringMap *map, const char *name)
{
  KringItem *view = kring_map_find_named (map, KRING_KIND_VIEW, name);
  g_autofree char *folder = kring_catalogue_store_dup_user_folder ();
  g_autoptr (KringCatalogueStore) shelf = kring_catalogue_store_new (folder);
  g_autoptr (KringFilter) filter = kring_filter_new ();

  if (view == NULL)
    {
      g_printerr (_ ("There is no view “%s” in this map.\n"), name);
      return NULL;
    }
  kring_filter_set_shelf (filter, shelf);
  kring_filter_apply_view (filter, view);
  return kring_filter_dup_hidden (filter, map);
}

/* A sheet is written into a folder that only its owner sees, and handed on from there. */
static gboolean
write_stream (KringExport *export, const KringExportOptions *options, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("kring-XXXXXX", error), *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean written;

  if (folder == NULL)
    return FALSE;
  path = g_build_filename (folder, "sheet", NULL);
  file = g_file_new_for_path (path);
  written = kring_export_write (export, file, NULL, NULL, error);
  bytes = written ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  g_unlink (path);
  g_rmdir (folder);
  return bytes != NULL && kring_cli_write ("-", bytes, error);
}

static gboolean
write_output (KringExport *export,
              const KringExportOptions *options,
              const char *output,
              GError **error)
{
  g_autoptr (GFile) file = NULL;
  gboolean pages = kring_export_get_n_files (export) > 1;

  if (kring_cli_is_stream (output) && !pages)
    return write_stream (export, options, error);
  file = kring_cli_dup_file (output);
  if (!kring_cli_is_stream (output) && g_file_peek_path (file) != NULL)
    return kring_export_write (export, file, NULL, NULL, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       pages ? _ ("several sheets as PNG need names: name a file")
                             : _ ("this place is not a folder of this computer"));
  return FALSE;
}

/* What the young person's view leaves out, it left out before the sheet was made. */
static void
cli_draw_tell_left (KringMap *map, KringExport *export, const Typed *typed)
{
  g_autoptr (KringShareReport) for_youth =
      cli_draw_is_for_youth (typed) ? kring_share_report_for_youth (map) : NULL;

  kring_cli_tell_left (map, for_youth != NULL ? for_youth : kring_export_get_report (export),
                       &typed->reader);
}

static KringExit
cli_draw_draw (const char *input,
               const char *output,
               const Typed *typed,
               const KringExportOptions *options,
               GDateTime *now)
{
  g_autoptr (KringDocument) document = kring_cli_open (input);
  g_autoptr (KringMap) view = NULL;
  g_autoptr (GHashTable) hidden = NULL;
  KringExportOptions part = *options;
  g_autoptr (KringExport) export = NULL;
  g_autoptr (GError) error = NULL;

  if (document == NULL)
    return KRING_EXIT_FAILED;
  view = cli_draw_is_for_youth (typed) ? kring_youth_dup_view (kring_document_get_map (document))
                                       : g_object_ref (kring_document_get_map (document));
  if (typed->view != NULL && !cli_draw_is_for_youth (typed))
    {
      hidden = dup_hidden (view, typed->view);
      if (hidden == NULL)
        return KRING_EXIT_FAILED;
      part.rule.hidden = hidden;
    }
  export = kring_export_new (view, &part, now);
  cli_draw_tell_left (kring_document_get_map (document), export, typed);
  if (!kring_cli_may_write_sheets (export, output, typed->force))
    return KRING_EXIT_FAILED;
  if (!write_output (export, options, output, &error))
    {
      kring_cli_complain (output, error);
      return KRING_EXIT_FAILED;
    }
  warn_if_small (export);
  return KRING_EXIT_DONE;
}

/**
 * kring_cli_draw:
 *
 * Writes a map as PDF or PNG.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_draw (char **arguments)
{
  g_auto (Typed) typed = { .dpi = UNSET, .scale = UNSET };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *proposed = kring_export_dup_file_name (KRING_EXPORT_PDF, now);
  KringExportOptions options = KRING_EXPORT_OPTIONS_DEFAULT;
  const char *output;
  KringExit result;

  if (!cli_draw_parse (&typed, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL)
    return kring_cli_misused ("draw", "%s", _ ("name a file"));
  if (rest[2] != NULL && (typed.output != NULL || rest[3] != NULL))
    return kring_cli_misused ("draw", "%s", _ ("one map and one output at a time"));
  output = rest[2] != NULL ? rest[2] : typed.output != NULL ? typed.output : proposed;
  result = cli_draw_choose (&typed, output, &options);
  if (result == KRING_EXIT_DONE)
    result = cli_draw_draw (rest[1], output, &typed, &options, now);
  if (result == KRING_EXIT_DONE && output == proposed)
    g_print ("%s\n", output);
  return result;
}
