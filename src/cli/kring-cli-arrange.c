/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include "picture/arrange/kring-arranging.h"
#include "picture/render/kring-measurer.h"

#include <glib/gi18n.h>

typedef struct
{
  char *layout; /* (owned) (nullable) */
  char *output; /* (owned) (nullable) */
  int seed;
  gboolean keep;
  gboolean sectors;
  gboolean force;
} Typed;

static void
cli_arrange_typed_clear (Typed *typed)
{
  g_free (typed->layout);
  g_free (typed->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, cli_arrange_typed_clear)

static gboolean
cli_arrange_parse (Typed *typed, char ***arguments)
{
  const GOptionEntry entries[] = {
    { "layout", 'l', 0, G_OPTION_ARG_STRING, &typed->layout,
      N_ ("rings (as it is), stress, readable, groups, family or tidy"), N_ ("LAYOUT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed->output, N_ ("Write to this file"),
      N_ ("OUTPUT") },
    KRING_CLI_FORCE_ENTRY (&typed->force),
    { "seed", 0, 0, G_OPTION_ARG_INT, &typed->seed,
      N_ ("Number that decides between equally good pictures"), N_ ("NUMBER") },
    { "keep", 0, 0, G_OPTION_ARG_NONE, &typed->keep,
      N_ ("What stands somewhere stays near its place"), NULL },
    { "no-sectors", 0, G_OPTION_FLAG_REVERSE, G_OPTION_ARG_NONE, &typed->sectors,
      N_ ("In rings: no sector of its own for each group"), NULL },
    { "sectors", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &typed->sectors, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };

  return kring_cli_parse ("arrange", entries, arguments);
}

static gboolean
cli_arrange_arrange (KringDocument *document, const KringLayoutOptions *options, GError **error)
{
  g_autoptr (KringFonts) fonts = kring_fonts_new ();
  const KringTextMeasurer measurer = kring_measurer_for_fonts (fonts);
  g_autoptr (KringArranging) arranging =
      kring_arranging_new (kring_document_get_map (document), options, &measurer);
  g_autoptr (KringLayoutResult) result =
      kring_layout_run (arranging->graph, &arranging->options, error);

  if (result == NULL)
    return FALSE;
  kring_arranging_apply (arranging, result, &measurer, kring_document_get_editor (document));
  return TRUE;
}

/**
 * kring_cli_arrange:
 * @arguments: as typed, from the command on: options and one file
 *
 * Gives everything on a map a new place and writes the map to another file.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_arrange (char **arguments)
{
  g_auto (Typed) typed = { .sectors = TRUE };
  KringLayoutOptions options = { .type = KRING_LAYOUT_RINGS };
  g_autoptr (KringDocument) document = NULL;
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;

  if (!cli_arrange_parse (&typed, &rest))
    return KRING_EXIT_USAGE;
  if (g_strv_length (rest) != 2 || typed.output == NULL)
    return kring_cli_misused ("arrange", "%s", _ ("name one file, and where to write with -o"));
  if (typed.layout != NULL && !kring_layout_type_find (typed.layout, &options.type))
    return kring_cli_misused ("arrange", _ ("unknown layout “%s”"), typed.layout);
  options.seed = typed.seed;
  options.keep = typed.keep;
  options.sectors = typed.sectors;
  if (!kring_cli_may_write (typed.output, rest[1], typed.force))
    return KRING_EXIT_FAILED;
  document = kring_cli_open (rest[1]);
  if (document == NULL)
    return KRING_EXIT_FAILED;
  if (cli_arrange_arrange (document, &options, &error) &&
      kring_cli_save (document, typed.output, &error))
    return KRING_EXIT_DONE;
  kring_cli_complain (typed.output, error);
  return KRING_EXIT_FAILED;
}
