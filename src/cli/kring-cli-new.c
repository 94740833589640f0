/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli-files.h"
#include "cli/kring-cli.h"

#include "map/edit/kring-commands.h"

#include <glib/gi18n.h>

static gboolean
cli_new_fill (KringDocument *document, const char *title, const char *name, GError **error)
{
  KringEditor *editor = kring_document_get_editor (document);

  if (name != NULL)
    kring_edit_add_centre (editor, name, KRING_POINT_INIT (0, 0));
  return title == NULL || kring_edit_set_one (editor, KRING_MAP_CASE_ID, KRING_F_TITLE,
                                              g_variant_new_string (title), error);
}

static KringExit
cli_new_make (const char *path, const char *title, const char *name, gboolean force)
{
  g_autoptr (KringDocument) document = kring_document_new ();
  g_autoptr (GError) error = NULL;

  if (!kring_cli_may_write (path, NULL, force))
    return KRING_EXIT_FAILED;
  if (cli_new_fill (document, title, name, &error) && kring_cli_save (document, path, &error))
    return KRING_EXIT_DONE;
  kring_cli_complain (path, error);
  return KRING_EXIT_FAILED;
}

/**
 * kring_cli_new:
 *
 * Makes a map with nothing on it, or with the young person about whom it is.
 *
 * Returns: the exit status
 */
KringExit
kring_cli_new (char **arguments)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  gboolean force = FALSE;
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("What the case is called"), N_ ("TITLE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The young person at the centre"),
      N_ ("NAME") },
    KRING_CLI_FORCE_ENTRY (&force),
    G_OPTION_ENTRY_NULL,
  };

  if (!kring_cli_parse ("new", entries, &rest))
    return KRING_EXIT_USAGE;
  if (rest[1] == NULL || rest[2] != NULL)
    return kring_cli_misused ("new", "%s", _ ("name one file"));
  return cli_new_make (rest[1], title, name, force);
}
