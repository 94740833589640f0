/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kring-cli.h"

#include "core/kring-locale.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

static const KringCommand commands[] = {
  { "check", N_ ("FILE…"), N_ ("Tell whether files are sound maps, and what is wrong"),
    kring_cli_check },
  { "draw", N_ ("FILE [OUTPUT]"), N_ ("Draw a map as PDF or PNG"), kring_cli_draw },
  { "show", N_ ("FILE"), N_ ("Describe a map in plain text"), kring_cli_show },
  { "new", N_ ("FILE"), N_ ("Make an empty map"), kring_cli_new },
  { "arrange", N_ ("FILE"), N_ ("Give everything on a map a new place"), kring_cli_arrange },
  { "catalogue", N_ ("[FILE…]"), N_ ("List the signals to choose from, or check files with them"),
    kring_cli_catalogue },
  { "graph-layout", N_ ("GRAPH"), N_ ("Lay out a bare graph (tab-separated or GraphML)"),
    kring_cli_graph_layout },
};

static const KringCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Text is UTF-8 whatever the locale: names must not turn into question marks. */
static void
print_cb (const char *text)
{
  fputs (text, stdout);
}

static void
print_error_cb (const char *text)
{
  fputs (text, stderr);
}

static void
print_help (void)
{
  g_print ("%s\n  kring-cli %s\n\n%s\n\n%s\n", _ ("Usage:"), _ ("COMMAND [OPTION…] ARGUMENT…"),
           _ ("Draw, check and describe maps of the network around a young person."),
           _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s  %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“kring-cli COMMAND --help” tells the options of a command."));
}

static void
set_up (void)
{
  kring_locale_init (KRING_LOCALE_DIR);
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
  g_set_prgname ("kring-cli");
}

static gboolean
is_any (const char *text, const char *one, const char *other)
{
  return strcmp (text, one) == 0 || strcmp (text, other) == 0;
}

/**
 * kring_cli_parse:
 * @command: its name
 * @arguments: (inout): what was typed, from the command on; afterwards without options
 *
 * Returns: whether the options were understood; if not, that has been said
 */
gboolean
kring_cli_parse (const char *command, const GOptionEntry *entries, char ***arguments)
{
  const KringCommand *row = find_command (command);
  g_autoptr (GOptionContext) context = g_option_context_new (_ (row->arguments));
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("kring-cli %s", command);

  g_set_prgname (program);
  g_option_context_set_summary (context, _ (row->summary));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse_strv (context, arguments, &error))
    return TRUE;
  kring_cli_misused (command, "%s", error->message);
  return FALSE;
}

/**
 * kring_cli_misused:
 * @command: its name
 *
 * Says what was not understood, and where to read more.
 *
 * Returns: the exit status for that
 */
KringExit
kring_cli_misused (const char *command, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr ("kring-cli: %s\n", message);
  /* Translators: %s is the name of a command */
  g_printerr (_ ("See: kring-cli %s --help\n"), command);
  return KRING_EXIT_USAGE;
}

/**
 * kring_cli_complain:
 * @file: as it was typed
 *
 * Says what is wrong with @file.
 */
void
kring_cli_complain (const char *file, const GError *error)
{
  g_printerr ("%s: %s\n", file, error->message);
}

/**
 * kring_cli_open:
 * @file: as it was typed
 *
 * Returns: (transfer full) (nullable): the document; if %NULL, that has been said
 */
KringDocument *
kring_cli_open (const char *file)
{
  g_autoptr (GFile) location = g_file_new_for_commandline_arg (file);
  g_autoptr (GError) error = NULL;
  KringDocument *document = kring_document_open (location, NULL, &error);

  if (document == NULL)
    kring_cli_complain (file, error);
  return document;
}

int
main (int argc, char *argv[])
{
  const KringCommand *command;
  g_auto (GStrv) arguments = NULL;

  set_up ();
  if (argc < 2)
    {
      print_help ();
      return KRING_EXIT_USAGE;
    }
  if (is_any (argv[1], "--help", "-h"))
    {
      print_help ();
      return KRING_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("kring-cli %s\n", KRING_VERSION);
      return KRING_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_ ("kring-cli: there is no command “%s”\nSee: kring-cli --help\n"), argv[1]);
      return KRING_EXIT_USAGE;
    }
  arguments = g_strdupv (argv + 1);
  return (int) command->run (arguments);
}
